//! A channel: what is spent on it, how that is felt over time, and what it moves.

use super::{Limits, Pacing, Quantity};

/// One way to reach or move people for money.
#[derive(Debug, Clone, PartialEq)]
pub struct Channel {
    /// Unique name.
    pub name: String,
    pub media: Media,
    pub place: Place,
    /// Planned spend, `T` amounts [money per period].
    pub spend: Vec<f64>,
    /// Spend of every period before the horizon [money per period].
    pub history: f64,
    /// Range of spend that experience covers [money per period].
    pub observed: (f64, f64),
    /// Media prices against period 0's base, `T` numbers.
    pub price_index: Vec<f64>,
    pub carryover: Carryover,
    /// Factor on the odds of the act rate for this channel's visits; `None`: 1.
    pub act_quality: Option<Quantity>,
    /// Factor on the odds of the convert rate for this channel's leads; `None`: 1.
    pub convert_quality: Option<Quantity>,
    /// What this channel's reach enlarges, and by which share at full effect.
    pub boosts: Vec<(BoostTarget, Quantity)>,
    /// The visits it brings.
    pub reach: Option<ReachEffect>,
    pub act: Option<LiftEffect>,
    pub convert: Option<LiftEffect>,
    pub retention: Option<LiftEffect>,
    pub repeat: Option<LiftEffect>,
    /// How the optimizer may shape its spend in time: its own, else that of the plan.
    pub pacing: Pacing,
    /// Bounds of its spend; `step` and `ramp` are those of the plan where it has none of its own.
    pub limits: Limits,
}

/// Whose medium it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    Paid,
    Owned,
    Earned,
}

/// Where it is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Online,
    Offline,
}

/// What a channel's reach can enlarge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoostTarget {
    /// The organic visits.
    Organic,
    /// The reach of the channel with this index.
    Channel(usize),
}

impl Channel {
    /// Whether a spend per period leaves the range that experience covers.
    #[must_use]
    pub fn leaves_observed(&self, spend: &[f64]) -> bool {
        let (low, high) = self.observed;
        let slack = 1e-9 * high.abs();
        spend.iter().any(|&x| x < low - slack || x > high + slack)
    }
}

/// How a period's real spend is spread over the following periods. Weights sum to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Carryover {
    /// All of it at once.
    None,
    /// `w[l] ∝ α^l`; without a window it goes on for ever.
    Geometric { decay: Decay, window: Option<usize> },
    /// `w[l] ∝ (1 - l/L)^(1/α - 1)`.
    Binomial { decay: Quantity, window: usize },
    /// `w[l] ∝ α^((l-θ)²)`.
    Delayed { decay: Quantity, peak: f64, window: usize },
    /// `w[l] ∝` Weibull density at `l + 1`.
    Weibull { shape: Quantity, scale: Quantity, window: usize },
}

/// The two ways to write a geometric decay.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Decay {
    /// `α`, the share felt again in the next period.
    Rate(Quantity),
    /// Periods until half is left: `α = 2^(-1/h)`.
    HalfLife(Quantity),
}

/// A curve of diminishing returns `g(a)` over pressure `a`, with `g(0) = 0`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Curve {
    /// `a^s / (a^s + h^s)`; `slope` `None`: 1.
    Hill { half_spend: Quantity, slope: Option<Quantity> },
    /// `1 - 2^(-a/h)`.
    Exponential { half_spend: Quantity },
    /// `tanh(a · atanh(1/2) / h)`.
    Logistic { half_spend: Quantity },
    /// `ln(1 + a/h) / ln 2`.
    Log { half_spend: Quantity },
    /// `(a/h)^s`, `0 < s ≤ 1`; `slope` `None`: 1.
    Power { half_spend: Quantity, slope: Option<Quantity> },
    /// `a / cost`, or what `today` says.
    Linear,
}

/// The visits that a channel brings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReachEffect {
    pub curve: Curve,
    pub size: ReachSize,
}

/// The three ways to say how many visits a channel brings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ReachSize {
    /// `β`: the ceiling; for `log` and `power` the visits at `half_spend` [visits per period].
    Visits(Quantity),
    /// Visits today, at `history`, boosters running [visits per period].
    Today(Quantity),
    /// Money for one visit (`linear` only).
    Cost(Quantity),
}

/// The effect of a channel on a rate: `(g(a) - g(a₀)) · ln(1 + lift)` on its log-odds (repeat: on its logarithm).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LiftEffect {
    pub curve: Curve,
    pub lift: Quantity,
}
