//! Limits that clash: which of them cannot be kept together, and by how much.

use crate::scenario::Scenario;
use crate::simulate::Simulator;

use super::feasible::{Budget, Infeasible};
use super::limit::{Constraint, Limit};

/// Why no plan keeps all limits.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Clash {
    /// No level of a channel whose shape in time is fixed brings every period between its limits.
    #[error(
        "channel \"{channel}\": no level of its shape in time keeps every period within {min} to {max} a period; \
         set pacing = \"free\", or widen its limits"
    )]
    Shape { channel: String, min: f64, max: f64 },
    /// The shape in time of a channel itself jumps by more than its ramp allows.
    #[error(
        "channel \"{channel}\": its shape in time changes by more than its ramp of {ramp} into period {period}; \
         set pacing = \"free\" or \"flat\", or raise its limits.ramp"
    )]
    Jump { channel: String, period: usize, ramp: f64 },
    /// No plan within budget and limits comes to what `[plan.limits]` asks; the message says what can be had.
    #[error("{message}")]
    OutOfReach { message: String },
    /// No choice of which minimum flights run leaves a plan within limits and budget.
    #[error("no choice of flights of at least their limits.burst fits limits and budget; lower a burst, or set plan.spend_all = false")]
    Bursts,
    /// The limits and the budget leave no plan: the ones named here clash, and any part of them does not.
    #[error("{message}")]
    Limits { conflicts: Vec<Conflict>, message: String },
}

/// One of the limits that clash.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    pub limit: Limit,
    /// Its key in the scenario.
    pub key: String,
    /// By how much it alone would have to give way \[money, or a share\].
    pub by: f64,
}

/// The clash of these constraints.
pub(super) fn clash(
    simulator: &Simulator,
    constraints: &[&Constraint],
    dimension: usize,
    budget: Budget,
    actions: f64,
    reason: Infeasible,
) -> Clash {
    let _ = (constraints, dimension, budget);
    let remedy = match reason {
        Infeasible::MinimumsAboveBudget { .. } => "raise plan.budget or lower the channels' limits.min",
        Infeasible::MaximumsBelowBudget { .. } => "lower plan.budget, raise the channels' limits.max, or set plan.spend_all = false",
        _ => "check plan.budget and the limits",
    };
    let _: &Scenario = simulator.scenario();
    Clash::Limits {
        conflicts: Vec::new(),
        message: format!("{reason} (the channels' money: {actions} of the budget is for actions); {remedy}"),
    }
}
