//! One turn of the loop: within a bounded step, the best move, with or without one more action.

use crate::model::Decision;
use crate::optimize::{Budget, Clash, FeasibleSet, Funnel, Origin, SearchOptions, Space, Start, search, settle_to_cents};
use crate::simulate::Simulator;

/// Rounding of sums of money that are right to the cent.
const CENT: f64 = 0.005;

/// A move that a cycle could make.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Move {
    pub(super) decision: Decision,
    pub(super) value: f64,
    /// The action that it takes up.
    pub(super) action: Option<usize>,
}

/// Money by which a cycle may move each variable: the step's share of max(the channel's mean spend, budget / channels / T).
fn steps(simulator: &Simulator, space: &Space, current: &Decision) -> Vec<f64> {
    let plan = &simulator.scenario().plan;
    let channels = simulator.model().channels();
    let periods = current.periods as f64;
    let even = simulator.budget() / channels.max(1) as f64 / periods;
    let of_channel = |c: usize| plan.step * (current.channel_total(c) / periods).max(even);
    // under "keep" a variable is the money of the whole horizon
    let span = if space.is_free() { 1.0 } else { periods };
    space.channel_of().into_iter().map(|c| of_channel(c) * span).collect()
}

/// The plans within one step of the current one, the money as near to the budget as the step allows.
fn within_step(simulator: &Simulator, space: &Space, current: &Decision, actions: &[bool]) -> Result<FeasibleSet, Clash> {
    let x = space.point(current);
    let steps = steps(simulator, space, current);
    let bound = |i: usize, side: f64| (x[i] + side * steps[i]).max(space.lower()[i]).min(space.upper()[i]);
    let lower: Vec<f64> = (0..x.len()).map(|i| bound(i, -1.0)).collect();
    let upper: Vec<f64> = (0..x.len()).map(|i| bound(i, 1.0)).collect();
    let cost = simulator.action_cost(actions);
    let (least, most): (f64, f64) = (lower.iter().sum(), upper.iter().sum());
    let money = simulator.budget() - cost;
    // what one step cannot reach is left to the next
    let budget = if simulator.scenario().plan.spend_all || money < least {
        Budget::Exactly(money.max(least).min(most))
    } else {
        Budget::AtMost(money)
    };
    space.feasible_within(lower, upper, budget, cost)
}

/// The best split of the money within one step, with one more action if one is given.
fn best_within_step(simulator: &mut Simulator, space: &Space, current: &Decision, action: Option<usize>) -> Option<Move> {
    let mut actions = current.actions.clone();
    if let Some(a) = action {
        actions[a] = true;
    }
    let set = within_step(simulator, space, current, &actions).ok()?;
    if action.is_some() {
        // the money for it has to come out of the channels within this step
        let spent = set.budget().amount() + simulator.action_cost(&actions);
        if spent > simulator.budget() + CENT || space.feasible(simulator, &actions).is_err() {
            return None;
        }
    }
    let options = SearchOptions {
        exchange_limit: 500,
        rounds: 0,
        ..SearchOptions::default()
    };
    let mut x = {
        let funnel = Funnel::new(simulator, space, &actions).without_relaxation();
        search(&funnel, &set, &[Start::new(Origin::Today, space.point(current))], None, &options).x
    };
    settle_to_cents(&set, &mut x);
    let decision = space.decision(&x, &actions);
    let value = simulator.objective(&decision);
    Some(Move { decision, value, action })
}

/// The best move of this cycle: money alone, or with one candidate action that the budget can pay.
pub(super) fn best_move(simulator: &mut Simulator, space: &Space, current: &Decision) -> Option<Move> {
    let money = best_within_step(simulator, space, current, None);
    let mut acting: Option<Move> = None;
    for a in (0..current.actions.len()).filter(|&a| !current.actions[a]) {
        let tried = best_within_step(simulator, space, current, Some(a));
        if tried.as_ref().map(|tried| tried.value) > acting.as_ref().map(|best| best.value) {
            acting = tried;
        }
    }
    // where money alone can never keep limits and budget, an action has to
    let enough = space.feasible(simulator, &current.actions).is_ok();
    match (money, acting) {
        (Some(money), Some(acting)) => Some(if enough && money.value >= acting.value { money } else { acting }),
        (money, acting) => money.or(acting),
    }
}
