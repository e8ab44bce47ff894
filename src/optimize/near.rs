//! The best plan near another: what one bounded step of improvement may reach.

use crate::simulate::Simulator;

use super::effort::Effort;
use super::feasible::FeasibleSet;
use super::funnel::Funnel;
use super::multistart::{SearchOptions, search};
use super::space::Space;
use super::spends::{Depth, search_spends};
use super::starts::{Origin, Start};

/// Runs that the look around a kink may take in a step.
const EXCHANGES: usize = 500;

/// A plan near another.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The variables, and the set that they are a plan of: where flights have a minimum, that of those that run.
    pub x: Vec<f64>,
    pub set: FeasibleSet,
    /// Runs of the objective.
    pub evaluations: usize,
}

/// The best plan of `set` that one climb from `from` finds beside these actions, minimum flights and limits on what a plan comes to kept; `None`
/// where no plan near enough keeps them.
#[must_use]
pub fn best_near(simulator: &Simulator, space: &Space, set: &FeasibleSet, actions: &[bool], from: &[f64], effort: Effort) -> Option<Near> {
    if space.has_bursts() || simulator.scenario().plan.limits != crate::scenario::PlanLimits::default() {
        let found = search_spends(simulator, space, set, actions, Some(from.to_vec()), Depth::Look(effort));
        return (found.off == 0.0).then_some(Near {
            x: found.search.x,
            set: found.set,
            evaluations: found.search.evaluations,
        });
    }
    let options = SearchOptions {
        exchange_limit: EXCHANGES,
        rounds: 0,
        ..SearchOptions::default()
    };
    let funnel = Funnel::new(simulator, space, actions).without_relaxation();
    let start = Start::new(Origin::Today, from.to_vec());
    let found = search(&funnel, set, &[start], None, &effort.within(1, options));
    Some(Near {
        x: found.x,
        set: set.clone(),
        evaluations: found.evaluations,
    })
}
