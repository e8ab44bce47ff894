//! One unit and one number of decimals for a whole axis or column.

use super::{ABSENT, Format, number, ten_to};

/// How every number of an axis or a column is written, so that they can be compared digit by digit.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    format: Format,
    kind: Kind,
    /// The power of a thousand that the numbers count.
    power: usize,
    decimals: usize,
}

/// What the numbers of an axis are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Money,
    Count,
    Percent,
}

impl Scale {
    /// Money on an axis with ticks `step` apart, up to `largest`: `0.5 M €`.
    #[must_use]
    pub fn money(format: &Format, largest: f64, step: f64) -> Self {
        Self::new(format, Kind::Money, largest, step)
    }

    /// Counts on an axis with ticks `step` apart, up to `largest`: `250 k`.
    #[must_use]
    pub fn count(format: &Format, largest: f64, step: f64) -> Self {
        Self::new(format, Kind::Count, largest, step)
    }

    /// Shares on an axis with ticks `step` apart: `12.5 %`.
    #[must_use]
    pub fn percent(format: &Format, step: f64) -> Self {
        Self {
            format: format.clone(),
            kind: Kind::Percent,
            power: 0,
            decimals: decimals(step * 100.0),
        }
    }

    fn new(format: &Format, kind: Kind, largest: f64, step: f64) -> Self {
        let power = number::power(largest.abs());
        Self {
            format: format.clone(),
            kind,
            power,
            decimals: decimals(step / number::thousands(power)),
        }
    }

    /// The unit that every number but 0 carries: `M €`.
    #[must_use]
    pub fn unit(&self) -> String {
        let thousands = self.format.word_of_thousands(self.power);
        match self.kind {
            Kind::Percent => "%".to_owned(),
            Kind::Count => thousands.to_owned(),
            Kind::Money if thousands.is_empty() => self.format.currency.clone(),
            Kind::Money => format!("{thousands}{}{}", self.format.space, self.format.currency),
        }
    }

    /// `x` in this unit, without the unit: for columns that name it once.
    #[must_use]
    pub fn number(&self, x: f64) -> String {
        if x.is_finite() {
            self.format.plain(&number::fixed(self.shown(x), self.decimals))
        } else {
            ABSENT.to_owned()
        }
    }

    /// The label of `x`; 0 is no thousands.
    #[must_use]
    pub fn label(&self, x: f64) -> String {
        if !x.is_finite() {
            return ABSENT.to_owned();
        }
        let (digits, power) = if x == 0.0 {
            ("0".to_owned(), 0)
        } else {
            (number::fixed(self.shown(x), self.decimals), self.power)
        };
        match self.kind {
            Kind::Percent => self.format.with_percent(&digits),
            Kind::Count => self.format.with_thousands(&digits, power),
            Kind::Money => self.format.with_currency(&digits, power),
        }
    }

    fn shown(&self, x: f64) -> f64 {
        match self.kind {
            Kind::Percent => x * 100.0,
            Kind::Money | Kind::Count => x / number::thousands(self.power),
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
        assert_eq!((scale.number(750_000.0).as_str(), scale.unit().as_str()), ("0.75", "M €"));
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
