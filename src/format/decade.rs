//! Powers of ten, exactly: the platform's logarithm may miss one by its last bit.

/// The largest `n` with `10^n ≤ x`, for a finite `x` above 0; 0 for everything else.
#[must_use]
pub fn decade(x: f64) -> i32 {
    if !(x > 0.0 && x.is_finite()) {
        return 0;
    }
    // the exponent of the shortest decimal text that is `x`
    let text = format!("{x:e}");
    text.split_once('e').and_then(|(_, exponent)| exponent.parse().ok()).unwrap_or(0)
}

/// `10^n`, the nearest double.
#[must_use]
pub fn ten_to(n: i32) -> f64 {
    // read as a decimal number, which is rounded right
    format!("1e{n}").parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decades_begin_at_powers_of_ten() {
        for n in -300..=300 {
            let power = ten_to(n);
            assert_eq!(decade(power), n);
            assert_eq!(decade(power.next_down()), n - 1);
        }
        assert_eq!((ten_to(3), ten_to(0), ten_to(-2)), (1000.0, 1.0, 0.01));
    }

    #[test]
    fn what_has_no_decade_is_in_that_of_one() {
        for x in [0.0, -5.0, f64::INFINITY, f64::NAN] {
            assert_eq!(decade(x), 0);
        }
    }
}
