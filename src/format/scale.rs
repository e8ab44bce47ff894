//! One unit and one number of decimals for a whole axis or column.

use super::{ABSENT, Format, number, ten_to};

/// How every number of an axis or a column is written, so that they can be compared digit by digit.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    divisor: f64,
    decimals: usize,
    /// What stands behind every number but 0: letter of the thousands and currency.
    unit: String,
    /// What stands behind 0: the currency alone.
    unit_of_zero: String,
}

impl Scale {
    /// Money on an axis with ticks `step` apart, up to `largest`: `0.5 M €`.
    #[must_use]
    pub fn money(format: &Format, largest: f64, step: f64) -> Self {
        Self::new(format, largest, step, &format.currency)
    }

    /// Counts on an axis with ticks `step` apart, up to `largest`: `250 k`.
    #[must_use]
    pub fn count(format: &Format, largest: f64, step: f64) -> Self {
        Self::new(format, largest, step, "")
    }

    /// Shares on an axis with ticks `step` apart: `12.5 %`.
    #[must_use]
    pub fn percent(format: &Format, step: f64) -> Self {
        Self {
            divisor: 0.01,
            decimals: decimals(step * 100.0),
            unit: format!("{}%", format.space),
            unit_of_zero: format!("{}%", format.space),
        }
    }

    fn new(format: &Format, largest: f64, step: f64, currency: &str) -> Self {
        let (divisor, letter) = number::step(largest.abs());
        let spaced = |parts: &[&str]| {
            let parts = parts.iter().filter(|part| !part.is_empty());
            parts.fold(String::new(), |unit, part| format!("{unit}{}{part}", format.space))
        };
        Self {
            divisor,
            decimals: decimals(step / divisor),
            unit: spaced(&[letter, currency]),
            unit_of_zero: spaced(&[currency]),
        }
    }

    /// The unit that every number but 0 carries: `M €`.
    #[must_use]
    pub fn unit(&self) -> &str {
        self.unit.trim_start()
    }

    /// `x` in this unit, without the unit: for columns that name it once.
    #[must_use]
    pub fn number(&self, x: f64) -> String {
        if x.is_finite() {
            number::grouped(x / self.divisor, self.decimals)
        } else {
            ABSENT.to_owned()
        }
    }

    /// The label of `x`.
    #[must_use]
    pub fn label(&self, x: f64) -> String {
        if x == 0.0 {
            format!("0{}", self.unit_of_zero)
        } else if x.is_finite() {
            self.number(x) + &self.unit
        } else {
            ABSENT.to_owned()
        }
    }
}

/// Digits behind the point that a step needs, six at most.
fn decimals(step: f64) -> usize {
    (0..6)
        .find(|&d| {
            let shifted = step.abs() * ten_to(d);
            (shifted - shifted.round()).abs() < 1e-6 * shifted.max(1e-3)
        })
        .unwrap_or(6) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_one_unit() {
        let scale = Scale::money(&Format::new("EUR"), 1.5e6, 250_000.0);
        assert_eq!(scale.label(0.0), "0 €");
        assert_eq!(scale.label(750_000.0), "0.75 M €");
        assert_eq!(scale.label(-250_000.0), "−0.25 M €");
        assert_eq!((scale.number(750_000.0).as_str(), scale.unit()), ("0.75", "M €"));
        let scale = Scale::percent(&Format::new("EUR"), 0.05);
        assert_eq!(scale.label(0.15), "15 %");
        assert_eq!(Scale::count(&Format::new("EUR"), 800.0, 200.0).label(400.0), "400");
    }

    #[test]
    fn a_step_of_nothing_or_of_noise_is_harmless() {
        for step in [0.0, 1e-12, 1.0 / 3.0, f64::MIN_POSITIVE, 1e300] {
            let text = Scale::money(&Format::new("EUR"), step * 4.0, step).label(step);
            assert!(text.chars().count() < 20, "{text}");
        }
    }
}
