//! A figure over the draws: its mean and seven quantiles.

use serde::Serialize;

/// Levels of the quantiles of a [`Band`], in its order.
pub(super) const LEVELS: [f64; 7] = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

/// A figure over the draws in which it exists, in its own unit. Field names are those of the JSON contract.
///
/// The middle half of the draws is between `p25` and `p75`, eight in ten between `p10` and `p90`, nine in ten between `p5` and `p95`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Band {
    pub mean: f64,
    pub p5: f64,
    pub p10: f64,
    pub p25: f64,
    pub p50: f64,
    pub p75: f64,
    pub p90: f64,
    pub p95: f64,
    /// The largest of the draws.
    #[serde(skip)]
    pub most: f64,
    /// Standard deviation of the draws.
    #[serde(skip)]
    pub sd: f64,
    /// Share of the draws in which the figure exists.
    #[serde(skip_serializing_if = "is_all")]
    pub share: f64,
    /// Draws in which it exists.
    #[serde(skip)]
    pub draws: u64,
    /// How far a quantile may be off, at most, because more draws were made than are kept; 0 where all are.
    #[serde(skip)]
    pub error: f64,
}

/// Whether a share of the draws is all of them.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_all(share: &f64) -> bool {
    *share == 1.0
}

impl Band {
    /// Standard error of the mean as of independent draws; that of the default sequence is smaller.
    #[must_use]
    pub fn standard_error(&self) -> f64 {
        self.sd / (self.draws as f64).sqrt()
    }

    /// Whether the draws can tell the mean from zero: whether it is more than three standard errors away.
    #[must_use]
    pub fn differs_from_zero(&self) -> bool {
        self.mean.abs() > 3.0 * self.standard_error()
    }
}

impl Band {
    /// Of a figure that exists in no draw.
    pub const NOWHERE: Self = Self::same(f64::NAN, 0);

    /// Of a figure that is the same in every draw.
    pub(super) const fn same(number: f64, draws: u64) -> Self {
        Self {
            mean: number,
            p5: number,
            p10: number,
            p25: number,
            p50: number,
            p75: number,
            p90: number,
            p95: number,
            most: number,
            sd: 0.0,
            share: 1.0,
            draws,
            error: 0.0,
        }
    }

    /// Of values (finite), out of so many draws; `None` where there are none.
    #[must_use]
    pub fn of(values: &[f64], draws: u64) -> Option<Self> {
        super::spread::Spread::of(values).band(draws)
    }

    /// A number of periods of which those beyond the horizon are never: their quantiles do not exist, nor does a mean with one of them.
    pub(super) fn up_to(self, horizon: f64) -> Self {
        let within = |periods: f64| if periods <= horizon { periods } else { f64::NAN };
        Self {
            mean: if self.most > horizon { f64::NAN } else { self.mean },
            p5: within(self.p5),
            p10: within(self.p10),
            p25: within(self.p25),
            p50: within(self.p50),
            p75: within(self.p75),
            p90: within(self.p90),
            p95: within(self.p95),
            ..self
        }
    }
}
