//! A number of the scenario that may be uncertain: what is known, or the distribution that says how far it is.

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
}
