//! The finished proposal: three plans side by side, what moved, what binds, and how good it is.

use serde::Serialize;

use crate::model::Decision;
use crate::simulate::{Forecast, by_name::Named};

use super::limit::Limit;

/// The optimizer's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Word of the objective: `profit`, `revenue`, `customers`.
    pub objective: &'static str,
    /// Draws that the objectives are means over; `None`: they are those of the medians.
    pub expected_over: Option<usize>,
    /// Budget over the horizon, actions included \[money\].
    pub budget: f64,
    /// The plan of the file.
    pub today: Column,
    /// The plan of the file scaled to the budget within the limits; `None` where no scale fits.
    pub scaled: Option<Column>,
    /// The best plan found.
    pub proposal: Column,
    /// The best plan found when the limits of single channels are lifted, all but what is committed; `None` where no channel has any.
    pub unlimited: Option<Column>,
    pub status: Status,
    /// KKT residual: the largest gain per unit of money that is left between two channels or periods, 0 at an optimum.
    pub residual: f64,
    /// How many of the different starts of the search end at the same value, to a millionth.
    pub agreement: usize,
    pub starts: usize,
    /// No plan within the limits can be better than this; `None`: not known.
    pub upper_bound: Option<f64>,
    /// Share of the proposal's objective by which the upper bound is above it: what a better plan could gain at most.
    pub gap: Option<f64>,
    /// What one more unit of budget would add to the objective.
    pub budget_price: Option<f64>,
    /// The limits that hold the proposal back, the dearest first.
    pub limits: Vec<HeldBy>,
    pub channels: Vec<ChannelMove>,
    pub actions: Vec<ActionChoice>,
    /// Sentences for the planner: what binds, what is lost, why nothing can be gained.
    pub notes: Vec<String>,
}

/// One plan of the comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub decision: Decision,
    /// Value of the objective.
    pub objective: f64,
    pub forecast: Forecast,
    /// Whether it keeps the limits and the budget.
    pub feasible: bool,
}

/// How a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The residual is below the tolerance.
    Converged,
    /// The optimum sits where capacity is just met: the derivative jumps there.
    Kink,
    /// Today's plan is already the best one.
    NothingToGain,
    /// No better plan is found although the residual is above the tolerance.
    NoProgress,
    /// The limit of steps was reached.
    StepLimit,
}

/// One channel's row; amounts are totals over the horizon \[money\].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChannelMove {
    #[serde(skip)]
    pub name: String,
    pub before: f64,
    pub scaled: Option<f64>,
    pub after: f64,
    /// Marginal ROI at the proposal.
    pub marginal_roi: Option<f64>,
    /// The limit that binds at the proposal.
    pub limit: Option<Bound>,
    /// What one more unit of this limit (money over the horizon) would add to the objective; `None` where none binds.
    pub limit_price: Option<f64>,
    /// Whether the proposal leaves the range of spend that was ever observed.
    pub extrapolated: bool,
    /// Why its money moves, in a sentence; empty where it does not.
    pub why: String,
}

/// A limit that holds the proposal back.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldBy {
    /// Its key in the scenario.
    pub limit: String,
    /// Which one it is.
    #[serde(skip)]
    pub kind: Limit,
    /// What it is set to, in the unit of its key; `None` where it is no single number.
    pub amount: Option<f64>,
    /// What a unit more of it adds to the objective: below 0 for a minimum.
    pub price: Option<f64>,
    /// The limit moved by a round amount, and the plan searched again; for the dearest.
    pub relaxed: Option<Relaxed>,
}

/// What it brings to move a limit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Relaxed {
    /// What the limit is set to instead.
    pub to: f64,
    /// What that adds to the objective.
    pub gain: f64,
}

impl Named for ChannelMove {
    fn name(&self) -> &str {
        &self.name
    }
}

/// Which limit of a channel binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    Min,
    Max,
    MinTotal,
    MaxTotal,
    /// As it is planned, or `min` = `max`.
    Locked,
    Committed,
    Step,
    Ramp,
    Burst,
}

impl Bound {
    /// The bound that a limit of a channel is.
    #[must_use]
    pub const fn of(limit: Limit) -> Option<Self> {
        match limit {
            Limit::Min(_) => Some(Self::Min),
            Limit::Max(_) => Some(Self::Max),
            Limit::MinTotal(_) => Some(Self::MinTotal),
            Limit::MaxTotal(_) => Some(Self::MaxTotal),
            Limit::Locked(_) => Some(Self::Locked),
            Limit::Committed(_) => Some(Self::Committed),
            Limit::Step(_) => Some(Self::Step),
            Limit::Ramp(_) => Some(Self::Ramp),
            Limit::Burst(_) => Some(Self::Burst),
            _ => None,
        }
    }

    /// Its key among a channel's limits.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Min => "min",
            Self::Max => "max",
            Self::MinTotal => "min_total",
            Self::MaxTotal => "max_total",
            Self::Locked => "locked",
            Self::Committed => "committed",
            Self::Step => "step",
            Self::Ramp => "ramp",
            Self::Burst => "burst",
        }
    }
}

/// A candidate or done action and whether the proposal has it.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionChoice {
    pub name: String,
    /// Whether it was in the plan of the file.
    pub before: bool,
    /// Whether it is in the proposal.
    pub after: bool,
    /// Cost within the horizon \[money\].
    pub cost: f64,
    /// Objective of the proposal with it minus without it, all else as it is.
    pub net_gain: f64,
}
