//! Warnings about actions: those that cannot start, that have no time to work, that move what is not there.

use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::node::join;
use crate::scenario::{Action, Distribution, Moves, Quantity, Scenario};

use super::{channels, periods, plain};

pub(super) fn warn(scenario: &Scenario, warnings: &mut Vec<Diagnostic>) {
    // an empty sum of floats is -0
    let planned = scenario
        .channels
        .iter()
        .flat_map(|channel| &channel.spend)
        .fold(0.0, |sum, spend| sum + spend);
    let done = scenario.actions.iter().filter(|action| action.done);
    let planned = planned + done.map(|action| action.price(scenario.plan.periods)).sum::<f64>();
    let budget = scenario.plan.budget.unwrap_or(planned);
    for action in &scenario.actions {
        let key = join("action", &action.name);
        warnings.extend(too_dear(scenario, action, &key, budget));
        warnings.extend(too_late(scenario, action, &key));
        warnings.extend(idle(scenario, action, &key));
        warnings.extend(channels::huge(&format!("{key}.lift"), action.lift.median()));
    }
}

/// A candidate that no budget of this plan can pay.
fn too_dear(scenario: &Scenario, action: &Action, key: &str, budget: f64) -> Option<Diagnostic> {
    let price = action.price(scenario.plan.periods);
    // To a millionth: sums of money are rounded.
    if action.done || price <= budget * (1.0 + 1e-6) {
        return None;
    }
    let warning = Diagnostic::warning(
        format!("{key}.cost"),
        format!("{:?} can never start: it costs more than the budget", action.name),
    )
    .found(format!("{} over the plan", plain(price)))
    .allowed(format!("up to {}", plain(budget)));
    Some(warning.hint("raise `plan.budget`, or leave the action out"))
}

/// An action that is not at full strength when the plan ends.
fn too_late(scenario: &Scenario, action: &Action, key: &str) -> Option<Diagnostic> {
    let left = (scenario.plan.periods - action.start.min(scenario.plan.periods)) as f64;
    if action.ramp < left {
        return None;
    }
    let warning = Diagnostic::warning(
        format!("{key}.ramp"),
        format!("{:?} is not at full strength when the plan ends", action.name),
    )
    .found(format!("{} to full strength", periods(action.ramp)))
    .allowed(format!("less than the {} that are left", periods(left)));
    Some(warning.hint("start earlier, or plan more periods"))
}

/// An action that improves what is not there.
fn idle(scenario: &Scenario, action: &Action, key: &str) -> Option<Diagnostic> {
    let missing = missing(scenario, action.moves);
    if missing.is_none() && !zero(&action.lift) {
        return None;
    }
    let warning = Diagnostic::warning(format!("{key}.moves"), format!("{:?} moves nothing", action.name));
    Some(match missing {
        Some(missing) => warning
            .found(format!("no `{missing}`"))
            .hint(format!("set `{missing}`, or leave the action out")),
        None => warning.found("lift = 0").hint("give it a lift, or leave it out"),
    })
}

/// The key without which there is nothing to move.
pub(super) fn missing(scenario: &Scenario, moves: Moves) -> Option<&'static str> {
    let (key, lacks) = match moves {
        Moves::Capacity => ("convert.capacity", scenario.convert.capacity.is_none()),
        Moves::Organic => ("reach.organic", zero(&scenario.reach.organic)),
        Moves::Referral => ("engage.referral", zero(&scenario.engage.referral)),
        Moves::Repeat => ("engage.repeat_rate", zero(&scenario.engage.repeat_rate)),
        Moves::Act | Moves::Convert | Moves::Retention | Moves::OrderValue => return None,
    };
    lacks.then_some(key)
}

/// Whether a quantity is nothing for certain.
pub(super) fn zero(quantity: &Quantity) -> bool {
    quantity.distribution == Distribution::Known(0.0)
}
