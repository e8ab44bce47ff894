//! Limits that clash: which of them cannot be kept together, and by how much.

mod amounts;
mod filter;
mod message;
mod program;

use std::fmt;
use std::sync::OnceLock;

use crate::scenario::Scenario;
use crate::simulate::Simulator;

use super::feasible::{Budget, Infeasible};
use super::limit::{Constraint, Limit};
use super::variables::Variables;
use filter::Members;

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
    /// The limits and the budget leave no plan: the ones named here clash, and any part of them does not.
    #[error("{0}")]
    Limits(Box<Clashing>),
    /// No pattern of minimum flights that was tried fits the budget and the other limits: `bursts` are the keys.
    #[error("{}", message::bursts(*.budget, .currency, .bursts))]
    Bursts {
        /// Money for channels \[money\].
        budget: f64,
        /// The currency, by its ISO code.
        currency: String,
        /// Keys of the bursts, with their amounts \[money per period\].
        bursts: Vec<(String, f64)>,
    },
}

impl Clash {
    /// The clash of the minimum flights of a scenario with the money that is for channels \[money\].
    #[must_use]
    pub fn of_bursts(scenario: &Scenario, budget: f64) -> Self {
        let with_burst = scenario
            .channels
            .iter()
            .enumerate()
            .filter(|(_, channel)| channel.limits.burst > 0.0);
        Self::Bursts {
            budget,
            currency: scenario.plan.currency.clone(),
            bursts: with_burst
                .map(|(c, channel)| (Limit::Burst(c).key(scenario), channel.limits.burst))
                .collect(),
        }
    }
}

/// Limits that no plan keeps all of. Which of them clash is found out when it is first asked for: a search tries many sets and tells of few.
#[derive(Debug, Clone, PartialEq)]
pub struct Clashing {
    scenario: Scenario,
    variables: Variables,
    constraints: Vec<Constraint>,
    /// What is for channels.
    budget: Budget,
    /// What is for actions \[money\].
    actions: f64,
    reason: Infeasible,
    found: OnceLock<Found>,
}

/// What clashes.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    conflicts: Vec<Conflict>,
    is_irreducible: bool,
}

/// One of the limits that clash.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    pub limit: Limit,
    /// Its key in the scenario.
    pub key: String,
    /// By how much it alone has to change so that all the others can be kept, above 0 a raise \[money, money per period, or a share: the unit of
    /// its key\]. `None` where no change of an amount is meant (`locked`, `committed`), or where the question is too large.
    pub by: Option<f64>,
    /// The same, so that all limits of the scenario can be kept, those included that are not named. `None` where no change of this limit does that,
    /// or where that is not known.
    pub enough: Option<f64>,
}

impl Clashing {
    pub(super) fn new(
        simulator: &Simulator,
        variables: &Variables,
        constraints: Vec<Constraint>,
        budget: Budget,
        actions: &[bool],
        reason: Infeasible,
    ) -> Self {
        Self {
            scenario: simulator.scenario().clone(),
            variables: variables.clone(),
            constraints,
            budget,
            actions: simulator.action_cost(actions),
            reason,
            found: OnceLock::new(),
        }
    }

    /// The limits that clash, the budget first; each is needed for that where [`Self::is_irreducible`]. None where the question is too large
    /// to say, or where they can all be kept to within the rounding of a search.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.found().conflicts
    }

    /// Whether it is known that all limits can be kept: the search that gave up on them has missed a plan.
    pub(super) fn has_none(&self) -> bool {
        self.conflicts().is_empty() && self.is_irreducible()
    }

    /// Whether any part of the limits named can be kept.
    #[must_use]
    pub fn is_irreducible(&self) -> bool {
        self.found().is_irreducible
    }

    fn found(&self) -> &Found {
        self.found.get_or_init(|| {
            let members = Members::new(&self.scenario, &self.variables, &self.constraints, self.budget);
            let set = filter::smallest(&members);
            let all: Vec<Limit> = members.of_limit.keys().copied().collect();
            let gives_way = |limits: &[Limit], limit: Limit| {
                if set.is_irreducible {
                    amounts::gives_way(&self.scenario, &self.variables, &members, limits, limit)
                } else {
                    None
                }
            };
            let conflicts = (set.limits.iter())
                .map(|&limit| Conflict {
                    limit,
                    key: limit.key(&self.scenario),
                    by: gives_way(&set.limits, limit),
                    enough: gives_way(&all, limit),
                })
                .collect();
            Found {
                conflicts,
                is_irreducible: set.is_irreducible,
            }
        })
    }
}

impl fmt::Display for Clashing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&message::limits(self))
    }
}
