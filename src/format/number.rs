//! Digits: grouping, significant digits, compact numbers. The minus sign is U+2212 throughout.

/// Letters for thousands, millions, billions and trillions.
const STEPS: [(f64, &str); 4] = [(1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k")];

/// Below this a plain decimal has more zeros than can be counted at a glance.
const TINY: f64 = 1e-5;
/// From here on even trillions have more digits than can be read.
const HUGE: f64 = 1e16;

/// `x` with thousands set apart by commas and `decimals` digits behind the point.
pub(super) fn grouped(x: f64, decimals: usize) -> String {
    if x.abs() >= HUGE {
        return scientific(x);
    }
    let digits = format!("{:.decimals$}", x.abs());
    let (whole, fraction) = digits.split_once('.').map_or((digits.as_str(), None), |(w, f)| (w, Some(f)));
    let mut out = String::with_capacity(digits.len() + 8);
    if x < 0.0 && digits.bytes().any(|b| b.is_ascii_digit() && b != b'0') {
        out.push('−');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
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
    trimmed(grouped(x, decimals))
}

/// Three significant digits and a letter for the thousands; `space` stands before the letter.
pub(super) fn compact(x: f64, space: char) -> String {
    scaled(x, 3, space)
}

/// So many significant digits and a letter for the thousands; `space` stands before the letter.
pub(super) fn scaled(x: f64, digits: i32, space: char) -> String {
    if x.abs() >= HUGE {
        return scientific(x);
    }
    // 999.6 k is written 1 M: the step is chosen after rounding to the digits that are shown.
    let shown = rounded(x, digits).abs();
    match STEPS.iter().find(|(step, _)| shown >= *step) {
        Some((step, letter)) => format!("{}{space}{letter}", significant(x / step, digits)),
        None => significant(x, digits),
    }
}

/// A share as percentage, without its sign.
pub(super) fn percent(share: f64) -> String {
    let percent = share * 100.0;
    match percent.abs() {
        size if size >= 99.95 => grouped(percent, 0),
        size if size >= 0.95 => trimmed(grouped(percent, 1)),
        _ => significant(percent, 2),
    }
}

/// Letter and divisor for numbers up to `largest`, for an axis on which all share one unit.
pub(super) fn step(largest: f64) -> (f64, &'static str) {
    STEPS.into_iter().find(|(step, _)| largest >= *step).unwrap_or((1.0, ""))
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
    let text = format!("{:.1e}", x.abs());
    if x < 0.0 { format!("−{text}") } else { text }
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
        assert_eq!(compact(999.49, ' '), "999");
        assert_eq!(compact(999.5, ' '), "1 k");
        assert_eq!(compact(9_996.0, ' '), "10 k");
        assert_eq!(compact(-999_999.0, ' '), "−1 M");
        assert_eq!(significant(9.996, 3), "10");
    }

    #[test]
    fn extremes_stay_short() {
        for x in [1e-300, 1e-6, 1e16, 1e300, f64::MAX, f64::MIN_POSITIVE, 5e-324] {
            for text in [compact(x, ' '), compact(-x, ' '), grouped(x, 2), percent(x / 100.0)] {
                assert!(text.chars().count() <= 24, "{x}: {text}");
            }
        }
    }

    #[test]
    fn a_negative_number_that_reads_as_zero_has_no_sign() {
        assert_eq!(grouped(-0.4, 0), "0");
        assert_eq!(grouped(-0.6, 0), "−1");
    }
}
