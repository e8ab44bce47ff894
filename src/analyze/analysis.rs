//! The finished analysis: the weakest stage and why, what each channel returns, and how the model's today compares.

use serde::Serialize;

use crate::model::Stage;
use crate::scenario::Moves;
use crate::simulate::Band;
use crate::simulate::by_name::Named;

/// What `osa analyze` finds. Field names are those of the JSON contract.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Analysis {
    /// Word of the objective: `profit`, `revenue`, `customers`.
    pub objective: &'static str,
    /// Its value for the plan.
    pub value: f64,
    /// The four stages, in the order of the funnel.
    pub stages: Vec<StageFinding>,
    /// The stage with the most at stake; `None` where no stage has a target or a lever.
    pub weakest: Option<Stage>,
    /// Draws in which the weakest stage was searched; `None` at the point run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weakest_draws: Option<usize>,
    /// The capacity limit, if there is one.
    pub capacity: Option<CapacityFinding>,
    /// One entry for each channel, in the order of the scenario; a map by name in JSON.
    #[serde(serialize_with = "crate::simulate::by_name::serialize")]
    pub channels: Vec<ChannelFinding>,
    /// What remains of the objective's gain over the baseline when every channel's and action's own contribution is taken
    /// off; `None` where not every channel is followed.
    pub interaction: Option<f64>,
    /// Contribution of each done action, left out alone.
    pub actions: Vec<Contribution>,
    /// The user's own figures beside the model's status quo.
    pub reconciliation: Vec<ReconciliationLine>,
}

/// One stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StageFinding {
    pub stage: Stage,
    /// Reach: visits per period; act, convert: the rate of visits and leads of quality 1; engage: retention. All of the plan,
    /// lifts and actions included.
    pub rate: f64,
    pub target: Option<f64>,
    /// Engage only: the repeat rate [orders per kept customer and period].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat_rate: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat_target: Option<f64>,
    /// Percent of its size that the objective rises by for one percent of the rate; shown, never ranked.
    pub elasticity: Option<f64>,
    /// Objective gained if the rate came to its target (or by the best lever, see `basis`).
    pub value_at_stake: Option<f64>,
    /// Share of draws in which it is the weakest; `None` at the point run.
    pub probability_weakest: Option<f64>,
    /// What is at stake over the draws, in the unit of the objective; `None` at the point run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_stake_band: Option<Band>,
    /// What `value_at_stake` rests on.
    pub basis: Basis,
    /// Whether the target can be reached at all: an audience may cap the visits before, and visits that nothing brings cannot grow.
    pub reachable: bool,
    /// Known ways up, best net gain first.
    pub levers: Vec<Lever>,
    /// A sentence to repeat in a meeting.
    pub why: String,
}

/// What a stage is ranked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Closing the gap to the target.
    Target,
    /// No target: the net gain of the best known lever.
    Lever,
    /// Neither target nor lever.
    Unranked,
}

/// A way to raise a stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lever {
    pub kind: LeverKind,
    pub name: String,
    /// What it costs over the horizon \[money\].
    pub cost: f64,
    /// Objective with it minus objective without it, its cost included.
    pub net_gain: f64,
    /// What an action moves; `None` of a channel.
    #[serde(skip)]
    pub moves: Option<Moves>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeverKind {
    /// A candidate action.
    Action,
    /// The next 1 % of the budget through a channel.
    Channel,
}

/// The capacity limit of Convert.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CapacityFinding {
    /// Share of the periods in which it binds.
    pub bound_periods: f64,
    /// Largest backlog \[leads\].
    pub peak_backlog: f64,
    /// Objective gained by 1 % more capacity.
    pub value_of_one_percent: f64,
    /// Objective gained by 1 % more visits: near or below 0 where capacity binds.
    pub value_of_one_percent_visits: f64,
}

/// One channel.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChannelFinding {
    #[serde(skip)]
    pub name: String,
    pub marginal_roi: Option<f64>,
    /// Objective of the plan minus the objective with this channel alone left out; `None` beyond the channels that are
    /// followed one by one (the largest spenders come first).
    pub contribution: Option<f64>,
    /// `None` beyond the channels that are followed one by one.
    pub response: Option<ResponseCurve>,
}

impl Named for ChannelFinding {
    fn name(&self) -> &str {
        &self.name
    }
}

/// How the objective answers to one channel's level, the others as planned.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResponseCurve {
    /// Mean spend [money per period], ascending from 0.
    pub spend: Vec<f64>,
    /// Incremental gross profit (discounted, residual as in ROI) against spending nothing on this channel [money over the horizon].
    pub gross: Vec<f64>,
    /// Mean spend of the plan [money per period].
    pub now: f64,
    /// Range of spend ever observed [money per period].
    pub observed: (f64, f64),
    /// How far `gross` is uncertain at each spend; `None` at the point run.
    #[serde(skip)]
    pub bands: Option<Vec<Band>>,
}

/// What one done action alone adds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contribution {
    pub name: String,
    pub contribution: f64,
}

/// One of the planner's own figures beside the model's.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReconciliationLine {
    /// Key in `plan.today`.
    pub measure: &'static str,
    /// What the planner observes.
    pub observed: f64,
    /// What the model's status quo says; `None` for tracked figures that are not modelled.
    pub modelled: Option<f64>,
    /// (modelled − observed) / observed.
    pub difference: Option<f64>,
}
