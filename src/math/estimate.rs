//! A number found by drawing, with its standard error.

use serde::Serialize;

/// A mean over draws, or what is made of such means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    pub value: f64,
    /// Standard error of `value`.
    pub standard_error: f64,
}

impl Estimate {
    /// Standard errors that a number must be away from zero to differ from it: chance alone does that once in some hundred times, as the
    /// error itself is known from sixteen replicates.
    const FAR: f64 = 3.0;

    /// Whether the draws can tell it from zero.
    #[must_use]
    pub fn differs_from_zero(&self) -> bool {
        self.value.abs() > Self::FAR * self.standard_error
    }

    /// `Σ numerator / Σ denominator` over independent replicates, each of which gives a sum of either; `None` without replicates to
    /// compare or where it is not finite.
    ///
    /// The standard error is that of a ratio of means to first order (W. G. Cochran, "Sampling Techniques", 3rd edition, 1977, 6.4).
    #[must_use]
    pub fn of_ratio(numerators: &[f64], denominators: &[f64]) -> Option<Self> {
        let replicates = numerators.len() as f64;
        let total: f64 = denominators.iter().sum();
        // plus 0: an empty sum, or one of nothing but losses of nothing, is -0
        let value = numerators.iter().sum::<f64>() / total + 0.0;
        let off = numerators.iter().zip(denominators).map(|(n, d)| n - value * d);
        let squares: f64 = off.map(|off| off * off).sum();
        let standard_error = (replicates / (replicates - 1.0) * squares).sqrt() / total.abs();
        (replicates > 1.0 && value.is_finite() && standard_error.is_finite()).then_some(Self { value, standard_error })
    }
}

impl Serialize for Estimate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = serializer.serialize_struct("Estimate", 3)?;
        fields.serialize_field("value", &self.value)?;
        fields.serialize_field("standard_error", &self.standard_error)?;
        fields.serialize_field("differs_from_zero", &self.differs_from_zero())?;
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_has_the_error_of_its_replicates() {
        // with equal denominators it is a mean: of 1, 2, 3, with error √(1 / 3)
        let found = Estimate::of_ratio(&[1.0, 2.0, 3.0], &[1.0; 3]).expect("three replicates");
        assert!((found.value - 2.0).abs() < 1e-15 && (found.standard_error - (1.0_f64 / 3.0).sqrt()).abs() < 1e-15);
        assert!(found.differs_from_zero());
        // in proportion: no error at all
        let found = Estimate::of_ratio(&[2.0, 4.0], &[1.0, 2.0]).expect("two replicates");
        assert_eq!((found.value, found.standard_error), (2.0, 0.0));
        assert_eq!(Estimate::of_ratio(&[1.0], &[1.0]), None);
        assert_eq!(Estimate::of_ratio(&[1.0, 1.0], &[0.0, 0.0]), None);
    }
}
