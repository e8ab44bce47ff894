//! A target, and the answer to what it costs.

use serde::Serialize;

use crate::model::Decision;
use crate::simulate::{Amount, Goal, Sampling, Simulator, by_name::Named};

use super::super::proposal::Column;
use super::reverse_funnel::ReverseFunnel;

/// A target that is missed by less than this share of it is reached.
const ROUNDING: f64 = 1e-9;

/// What is to be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    pub amount: Amount,
    /// How much of it, in its own unit.
    pub value: f64,
    /// Within the first so many periods.
    pub periods: usize,
    /// In which share of the draws it has to be reached, above 0 and below 1; `None`: at the medians, or in the mean where the simulator
    /// has draws.
    pub probability: Option<f64>,
}

impl Target {
    /// What a search climbs towards it.
    #[must_use]
    pub const fn goal(&self) -> Goal {
        Goal::Reached {
            amount: self.amount,
            periods: self.periods,
        }
    }

    /// Whether so much of the amount is enough.
    #[must_use]
    pub fn is_reached_by(&self, value: f64) -> bool {
        value >= self.value - self.rounding()
    }

    /// What a target may be missed by and still count as reached, in its own unit.
    pub(super) fn rounding(&self) -> f64 {
        ROUNDING * self.value.abs()
    }
}

/// How the question ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// This much money reaches it, and less does not.
    Reached,
    /// No money at all, or what minimums and done actions take anyway, reaches it.
    WithoutMore,
    /// No money reaches it within the limits.
    Impossible,
}

/// The answer to the question what a target costs.
#[derive(Debug, Clone, PartialEq)]
pub struct LeastBudget {
    pub target: Target,
    pub verdict: Verdict,
    /// Draws of the search; `None`: it is one at the medians.
    pub searched_over: Option<usize>,
    /// Budget of the scenario, actions included \[money\].
    pub budget_today: f64,
    /// What today's plan reaches, in the target's unit.
    pub today: f64,
    /// In which share of the search's draws today's plan reaches the target.
    pub share_today: Option<f64>,
    /// The most that any budget brings in the target's unit, or with a probability the largest share of the draws; where it is impossible.
    pub ceiling: Option<f64>,
    /// The largest budget that was looked at \[money\].
    pub looked_at: f64,
    /// The cheapest plan; `None` where it is impossible.
    pub plan: Option<Box<LeastPlan>>,
}

/// The cheapest plan that reaches a target.
#[derive(Debug, Clone, PartialEq)]
pub struct LeastPlan {
    /// The least budget, actions included \[money\].
    pub budget: f64,
    /// What it reaches, in the target's unit: at the medians, or the mean.
    pub reached: f64,
    /// In which share of the search's draws it reaches the target.
    pub share: Option<f64>,
    /// What the last unit of money adds, in the target's unit; `None` with a probability, where no more money is needed, and where no
    /// channel can take more.
    pub price: Option<f64>,
    pub today: Column,
    pub plan: Column,
    /// One row for each channel.
    pub channels: Vec<ChannelChange>,
    pub funnel: ReverseFunnel,
}

/// A channel's money over the horizon \[money\].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChannelChange {
    #[serde(skip)]
    pub name: String,
    pub before: f64,
    pub after: f64,
    /// Whether the plan leaves the range of spend that was ever observed.
    pub extrapolated: bool,
}

impl Named for ChannelChange {
    fn name(&self) -> &str {
        &self.name
    }
}

/// In which share of the draws of a report a plan reaches a target: of these very draws, not of those of a search. `None` where no draw has
/// a result.
///
/// # Panics
/// Where no draw is asked for.
#[must_use]
pub fn share_reaching(simulator: &Simulator, decision: &Decision, target: &Target, sampling: Sampling) -> Option<f64> {
    let values = simulator.reached_over(decision, target.goal(), sampling);
    let reached = values.iter().filter(|&&value| target.is_reached_by(value)).count();
    (!values.is_empty()).then(|| reached as f64 / values.len() as f64)
}
