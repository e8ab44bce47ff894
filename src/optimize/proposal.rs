//! The finished proposal: three plans side by side, what moved, what binds, and how good it is.

use serde::Serialize;

use crate::model::Decision;
use crate::simulate::{Forecast, by_name::Named};

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
    pub status: Status,
    /// KKT residual: the largest gain per unit of money that is left between two channels or periods, 0 at an optimum.
    pub residual: f64,
    /// How many of the different starts of the search end at the same value, to a millionth.
    pub agreement: usize,
    pub starts: usize,
    /// No plan within the limits can be better than this; `None`: not known.
    pub upper_bound: Option<f64>,
    /// What one more unit of budget would add to the objective.
    pub budget_price: Option<f64>,
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
    /// `min` = `max`.
    Locked,
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
