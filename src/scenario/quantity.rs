//! A number of the scenario that may be uncertain: what is known, or the distribution that says how far it is.

use crate::math::{Lanes, Real, beta_quantile, gamma_quantile, ln, ln_1p, normal_quantiles, pert_quantile, triangular_quantiles};

/// An amount or a rate that the planner knows exactly or only within a range.
///
/// The point run uses [`Quantity::median`]; Monte Carlo runs draw through [`Quantity::quantile`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// What is known of it.
    pub distribution: Distribution,
}

/// How a quantity is distributed. Parameters are those that the scenario file writes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Distribution {
    /// Exactly this value.
    Known(f64),
    /// `"a to b"` for a rate: logit-normal with its 5th and 95th percentile at `low` and `high`, both inside (0, 1).
    LogitNormalInterval { low: f64, high: f64 },
    /// `"a to b"` for everything else: lognormal with its 5th and 95th percentile at `low` and `high`, both above 0.
    LogNormalInterval { low: f64, high: f64 },
    /// `{ dist = "normal", mean, sd }`.
    Normal { mean: f64, sd: f64 },
    /// `{ dist = "lognormal", mean, sd }`: mean and standard deviation of the quantity itself, not of its logarithm.
    LogNormal { mean: f64, sd: f64 },
    /// `{ dist = "gamma", mean, sd }`.
    Gamma { mean: f64, sd: f64 },
    /// `{ dist = "beta", mean, sd }` on (0, 1).
    Beta { mean: f64, sd: f64 },
    /// `{ dist = "uniform", min, max }`.
    Uniform { min: f64, max: f64 },
    /// `{ dist = "triangular", min, mode, max }`.
    Triangular { min: f64, mode: f64, max: f64 },
    /// `{ dist = "pert", min, mode, max }`: a beta distribution stretched onto `[min, max]`, λ = 4.
    Pert { min: f64, mode: f64, max: f64 },
}

impl Quantity {
    /// A quantity that is known exactly.
    #[must_use]
    pub const fn known(value: f64) -> Self {
        Self {
            distribution: Distribution::Known(value),
        }
    }

    /// Whether it may have more than one value.
    #[must_use]
    pub const fn is_uncertain(&self) -> bool {
        !matches!(self.distribution, Distribution::Known(_))
    }

    /// The value that the quantity is below with probability `p`; see [`Distribution::quantile`].
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        self.distribution.quantile(p)
    }

    /// The value at which the point run takes the quantity.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.distribution.median()
    }
}

impl Distribution {
    /// The value that the quantity is below with probability `p`, inside (0, 1); never falls with `p`.
    ///
    /// Parameters are those of a checked scenario: `sd > 0`, `min < max`, the mode within them, ends of intervals in order.
    /// A logit-normal or beta quantity stays inside (0, 1), at the nearest double if need be.
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        match *self {
            Self::Gamma { mean, sd } => {
                let (shape, scale) = gamma_shape(mean, sd);
                gamma_quantile(p, shape, scale)
            }
            Self::Beta { mean, sd } => {
                let (alpha, beta) = beta_shapes(mean, sd);
                inside_unit(beta_quantile(p, alpha, beta))
            }
            Self::Pert { min, mode, max } => pert_quantile(p, min, mode, max),
            closed => closed.closed_quantile(p),
        }
    }

    /// [`Self::quantile`] of each lane, for a distribution whose quantile is a formula; 0 for gamma, beta and PERT.
    #[inline(always)]
    pub(super) fn closed_quantile<V: Lanes>(&self, p: V) -> V {
        let c = V::from_f64;
        match *self {
            Self::Known(value) => c(value),
            Self::LogitNormalInterval { .. } | Self::LogNormalInterval { .. } | Self::Normal { .. } | Self::LogNormal { .. } => {
                self.by_score(normal_quantiles(p))
            }
            Self::Uniform { min, max } => p.mul_add(c(max - min), c(min)),
            Self::Triangular { min, mode, max } => triangular_quantiles(p, min, mode, max),
            Self::Gamma { .. } | Self::Beta { .. } | Self::Pert { .. } => V::zero(),
        }
    }

    /// Whether a value is a formula of a standard normal score: [`Self::by_score`].
    pub(super) const fn is_by_score(&self) -> bool {
        matches!(
            self,
            Self::LogitNormalInterval { .. } | Self::LogNormalInterval { .. } | Self::Normal { .. } | Self::LogNormal { .. }
        )
    }

    /// The value that stands as high in the distribution as a score in the standard normal one; 0 where that is no formula.
    #[inline(always)]
    pub(super) fn by_score<V: Lanes>(&self, score: V) -> V {
        let c = V::from_f64;
        match *self {
            Self::LogitNormalInterval { low, high } => {
                let (centre, half_width) = (0.5 * (logit(low) + logit(high)), 0.5 * (logit(high) - logit(low)));
                inside_unit(logistic(c(half_width).mul_add(score / c(Z_95), c(centre))))
            }
            Self::LogNormalInterval { low, high } => {
                let half_width = 0.5 * ln(high / low);
                c(low.sqrt() * high.sqrt()) * (c(half_width) * (score / c(Z_95))).exp()
            }
            Self::Normal { mean, sd } => c(sd).mul_add(score, c(mean)),
            Self::LogNormal { mean, sd } => {
                let variance = ln_1p((sd / mean) * (sd / mean));
                c(mean) * c(variance.sqrt()).mul_add(score, c(-0.5 * variance)).exp()
            }
            _ => V::zero(),
        }
    }

    /// The value that the quantity is below and above with the same probability.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.quantile(0.5)
    }
}

/// The 95th percentile of the standard normal distribution.
const Z_95: f64 = 1.644_853_626_951_472_7;

/// `ln(p / (1-p))`.
fn logit(p: f64) -> f64 {
    ln(p) - ln_1p(-p)
}

/// The inverse of [`logit`].
#[inline(always)]
fn logistic<V: Lanes>(x: V) -> V {
    // The exponential of a number that is not positive: it cannot overflow.
    let power = (-x.max(-x)).exp();
    x.select_lt(V::zero(), power, V::one()) / (V::one() + power)
}

/// The nearest double inside (0, 1).
#[inline(always)]
pub(super) fn inside_unit<V: Lanes>(p: V) -> V {
    p.max(V::from_f64(f64::MIN_POSITIVE)).min(V::from_f64(1.0_f64.next_down()))
}

/// Shape and scale of the gamma distribution with this mean and standard deviation.
pub(super) fn gamma_shape(mean: f64, sd: f64) -> (f64, f64) {
    let shape = (mean / sd) * (mean / sd);
    (shape, mean / shape)
}

/// Shapes of the beta distribution with this mean and standard deviation.
pub(super) fn beta_shapes(mean: f64, sd: f64) -> (f64, f64) {
    let total = mean / sd * ((1.0 - mean) / sd) - 1.0;
    (mean * total, (1.0 - mean) * total)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Distribution = Distribution::LogitNormalInterval { low: 0.02, high: 0.04 };
    const AMOUNT: Distribution = Distribution::LogNormalInterval {
        low: 8_000.0,
        high: 12_000.0,
    };

    /// 1e-14 is some 50 roundings.
    fn assert_close(found: f64, expected: f64) {
        assert!((found / expected - 1.0).abs() < 1e-14, "{found:e}, not {expected:e}");
    }

    #[test]
    fn intervals_hold_nine_tenths() {
        for (distribution, low, high) in [(RATE, 0.02, 0.04), (AMOUNT, 8_000.0, 12_000.0)] {
            assert_close(distribution.quantile(0.05), low);
            assert_close(distribution.quantile(0.95), high);
        }
    }

    #[test]
    fn medians() {
        assert_eq!(Quantity::known(3.0).median(), 3.0);
        // √(8000 · 12000).
        assert_close(AMOUNT.median(), 9_797.958_971_132_712);
        // Odds of √(2/98 · 4/96).
        assert_close(RATE.median(), 0.028_334_345_871_459_14);
        assert_eq!(Distribution::Normal { mean: 5.0, sd: 2.0 }.median(), 5.0);
        // mean / √(1 + (sd / mean)²).
        assert_close(Distribution::LogNormal { mean: 40.0, sd: 30.0 }.median(), 32.0);
        assert_eq!(Distribution::Uniform { min: 2.0, max: 3.0 }.median(), 2.5);
        assert_close(
            Distribution::Triangular {
                min: 0.0,
                mode: 1.0,
                max: 2.0,
            }
            .median(),
            1.0,
        );
        assert_close(
            Distribution::Pert {
                min: 0.0,
                mode: 1.0,
                max: 2.0,
            }
            .median(),
            1.0,
        );
    }

    /// The mean and standard deviation over the middles of many equally likely slices, whose own error here is below 1e-3.
    #[test]
    fn mean_and_sd_are_the_written_ones() {
        let slices = 20_000_u32;
        for (distribution, mean, sd) in [
            (Distribution::Normal { mean: 5.0, sd: 2.0 }, 5.0, 2.0),
            (Distribution::LogNormal { mean: 5.0, sd: 2.0 }, 5.0, 2.0),
            (Distribution::Gamma { mean: 5.0, sd: 2.0 }, 5.0, 2.0),
            (Distribution::Beta { mean: 0.03, sd: 0.005 }, 0.03, 0.005),
            (Distribution::Beta { mean: 0.5, sd: 0.4 }, 0.5, 0.4),
            (
                Distribution::Pert {
                    min: 0.0,
                    mode: 1.0,
                    max: 5.0,
                },
                1.5,
                (1.5 * 3.5 / 7.0_f64).sqrt(),
            ),
        ] {
            let draws: Vec<f64> = (0..slices)
                .map(|i| distribution.quantile((f64::from(i) + 0.5) / f64::from(slices)))
                .collect();
            let found = draws.iter().sum::<f64>() / f64::from(slices);
            let variance = draws.iter().map(|draw| (draw - found) * (draw - found)).sum::<f64>() / f64::from(slices);
            assert!(
                (found / mean - 1.0).abs() < 1e-3 && (variance.sqrt() / sd - 1.0).abs() < 1e-3,
                "{distribution:?}"
            );
        }
    }

    #[test]
    fn rates_stay_inside() {
        let wide = Distribution::LogitNormalInterval {
            low: 1e-12,
            high: 1.0 - 1e-12,
        };
        let extreme = Distribution::Beta { mean: 0.5, sd: 0.499_999 };
        for distribution in [wide, extreme] {
            for p in [1e-17, 0.3, 0.5, 0.7, 1.0 - 1e-16] {
                let rate = distribution.quantile(p);
                assert!(0.0 < rate && rate < 1.0, "{distribution:?} {p}: {rate:e}");
            }
        }
    }
}
