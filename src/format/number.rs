//! Digits: significant digits, powers of a thousand. Numbers are plain here, `-1234.5`; `locale` gives them the marks of a language.

/// Powers of a thousand that numbers are counted in: thousands, millions, billions, trillions.
const STEPS: [f64; 4] = [1e3, 1e6, 1e9, 1e12];

/// Below this a plain decimal has more zeros than can be counted at a glance.
const TINY: f64 = 1e-5;
/// From here on even trillions have more digits than can be read.
const HUGE: f64 = 1e16;

/// `x` with `decimals` digits behind the point; what reads as zero has no sign.
pub(super) fn fixed(x: f64, decimals: usize) -> String {
    if x.abs() >= HUGE {
        return scientific(x);
    }
    let digits = format!("{:.decimals$}", x.abs());
    if x < 0.0 && digits.bytes().any(|b| b.is_ascii_digit() && b != b'0') {
        format!("-{digits}")
    } else {
        digits
    }
}

/// `x` with `digits` significant digits, trailing zeros left off.
pub(super) fn significant(x: f64, digits: i32) -> String {
    if x == 0.0 {
        return "0".to_owned();
    }
    if x.abs() < TINY || x.abs() >= HUGE {
        return scientific(x);
    }
    let decimals = (digits - 1 - magnitude(x, digits)).max(0) as usize;
    trimmed(fixed(x, decimals))
}

/// So many significant digits, and the power of a thousand that they count: 0 for ones, 1 for thousands, up to 4.
pub(super) fn scaled(x: f64, digits: i32) -> (String, usize) {
    if x.abs() >= HUGE {
        return (scientific(x), 0);
    }
    // 999.6 k is written 1 M: the step is chosen after rounding to the digits that are shown.
    let power = power(rounded(x, digits).abs());
    (significant(x / thousands(power), digits), power)
}

/// A share as percentage, without its sign.
pub(super) fn percent(share: f64) -> String {
    let percent = share * 100.0;
    match percent.abs() {
        // halves away from zero, as everywhere else
        size if size >= 99.95 => fixed(percent.round(), 0),
        size if size >= 0.95 => trimmed(fixed(percent, 1)),
        _ => significant(percent, 2),
    }
}

/// The power of a thousand that numbers of this size are counted in, 0 to 4.
pub(super) fn power(size: f64) -> usize {
    STEPS.iter().filter(|step| size >= **step).count()
}

/// A thousand to this power.
pub(super) fn thousands(power: usize) -> f64 {
    power.checked_sub(1).map_or(1.0, |above| STEPS[above])
}

/// Exponent of ten of `x` once it is rounded to `digits` significant digits.
fn magnitude(x: f64, digits: i32) -> i32 {
    // The standard library rounds decimal digits correctly; a logarithm would be off by one near powers of ten.
    let text = format!("{:.*e}", (digits - 1).max(0) as usize, x.abs());
    text.split_once('e').and_then(|(_, exponent)| exponent.parse().ok()).unwrap_or(0)
}

/// `x` rounded to `digits` significant digits.
fn rounded(x: f64, digits: i32) -> f64 {
    format!("{:.*e}", (digits - 1).max(0) as usize, x).parse().unwrap_or(x)
}

fn scientific(x: f64) -> String {
    format!("{x:.1e}")
}

/// Leaves off zeros that say nothing.
pub(super) fn trimmed(text: String) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_carries_into_the_next_step() {
        let scaled = |x| scaled(x, 3);
        assert_eq!(scaled(999.49), ("999".to_owned(), 0));
        assert_eq!(scaled(999.5), ("1".to_owned(), 1));
        assert_eq!(scaled(9_996.0), ("10".to_owned(), 1));
        assert_eq!(scaled(-999_999.0), ("-1".to_owned(), 2));
        assert_eq!(scaled(1.5e12), ("1.5".to_owned(), 4));
        assert_eq!(significant(9.996, 3), "10");
    }

    #[test]
    fn extremes_stay_short() {
        for x in [1e-300, 1e-6, 1e16, 1e300, f64::MAX, f64::MIN_POSITIVE, 5e-324] {
            for text in [scaled(x, 3).0, scaled(-x, 3).0, fixed(x, 2), percent(x / 100.0)] {
                assert!(text.chars().count() <= 24, "{x}: {text}");
            }
        }
    }

    #[test]
    fn a_negative_number_that_reads_as_zero_has_no_sign() {
        assert_eq!(fixed(-0.4, 0), "0");
        assert_eq!(fixed(-0.6, 0), "-1");
    }
}
