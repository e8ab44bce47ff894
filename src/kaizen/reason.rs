//! The journal's reason: the weakest stage, the stage through which the move gains, and why they may differ.

use crate::analyze::{LeverKind, StageFinding, Stages, stage_of};
use crate::format::Format;
use crate::model::{Decision, Stage};
use crate::scenario::{Moves, Objective};
use crate::simulate::Simulator;

use super::cycle::Move;

/// Channels that a reason names.
const NAMED: usize = 2;

/// The stage through which a move gains most; `None` where it gains by spending less.
pub(super) fn through(simulator: &mut Simulator, current: &Decision, next: &Move) -> Option<Stage> {
    if let Some(a) = next.action {
        let moves = simulator.scenario().actions[a].moves;
        // these work beside the rates: through the desk's hands and the worth of an order
        if matches!(moves, Moves::Capacity | Moves::OrderValue) {
            return Some(stage_of(moves));
        }
    }
    let gains = crate::analyze::gains_by_stage(simulator, current, &next.decision);
    let (best, gain) = Stage::ALL.into_iter().zip(gains).max_by(|a, b| a.1.total_cmp(&b.1))?;
    (gain > 0.0).then_some(best)
}

/// The sentence.
pub(super) fn reason(
    simulator: &Simulator,
    found: &Stages,
    current: &Decision,
    next: &Move,
    through: Option<Stage>,
    forced: bool,
) -> String {
    let format = Format::new(&simulator.scenario().plan.currency);
    let amount = |amount: f64| match simulator.scenario().plan.objective {
        Objective::Profit => format!("{} of profit", format.money(amount)),
        Objective::Revenue => format!("{} of revenue", format.money(amount)),
        Objective::Customers => format!("{} customers", format.count(amount)),
    };
    let gain = next.value - found.value;
    let mut text = match found.weakest {
        Some(stage) => {
            let stake = finding(found, stage).value_at_stake.unwrap_or(0.0);
            format!("Weakest is {} ({} at stake)", stage.word(), amount(stake))
        }
        None => "No stage has a gap or a lever that gains".to_owned(),
    };
    let what = what(simulator, current, next, &format);
    let result = if gain >= 0.0 {
        format!("gains {}", amount(gain))
    } else {
        format!("costs {}", amount(-gain))
    };
    text.push_str(&format!("; {what} {result}"));
    if forced && gain < 0.0 {
        text.push_str(", because limits and budget have to be kept");
        return text + ".";
    }
    match through {
        Some(stage) => text.push_str(&format!(", mostly through {}", stage.word())),
        None if spend(&next.decision) < spend(current) - 0.005 => text.push_str(", by spending less"),
        None => text.push_str(", by the timing and the mix of the visits"),
    }
    if let Some(weakest) = found.weakest
        && through != Some(weakest)
    {
        text.push_str(&format!("; {}", why_not(finding(found, weakest), gain, &amount)));
    }
    text + "."
}

fn spend(decision: &Decision) -> f64 {
    decision.spend.iter().sum()
}

fn finding(found: &Stages, stage: Stage) -> &StageFinding {
    &found.stages[stage as usize]
}

/// Why the move does not work on the weakest stage.
fn why_not(weakest: &StageFinding, gain: f64, amount: &dyn Fn(f64) -> String) -> String {
    let name = weakest.stage.word();
    match weakest.levers.first() {
        None => format!("no channel moves {name}, and no action for it is left"),
        Some(lever) => {
            let lever_name = match lever.kind {
                LeverKind::Action => format!("the action \"{}\"", lever.name),
                LeverKind::Channel => format!("more for {}", lever.name),
            };
            if lever.net_gain <= 0.0 {
                format!("the best known way up for {name}, {lever_name}, would lose")
            } else if lever.net_gain < gain {
                format!(
                    "the best known way up for {name}, {lever_name}, would gain only {}",
                    amount(lever.net_gain)
                )
            } else {
                format!(
                    "the best known way up for {name}, {lever_name}, does not pay for the money that this step would have to take elsewhere"
                )
            }
        }
    }
}

/// What the move does: the action that it takes up and the largest changes of money.
fn what(simulator: &Simulator, current: &Decision, next: &Move, format: &Format) -> String {
    let mut changes: Vec<(&str, f64)> = (simulator.scenario().channels.iter())
        .enumerate()
        .map(|(c, channel)| (channel.name.as_str(), next.decision.channel_total(c) - current.channel_total(c)))
        .filter(|(_, change)| change.abs() >= 0.005)
        .collect();
    changes.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let more = changes.len().saturating_sub(NAMED);
    let mut named: Vec<String> = changes
        .iter()
        .take(NAMED)
        .map(|(name, change)| format!("{name} {}", format.money_change(*change)))
        .collect();
    if more > 0 {
        named.push(format!("{more} more"));
    }
    let money = if named.is_empty() {
        String::new()
    } else {
        format!("moving money ({})", named.join(", "))
    };
    match next.action.map(|a| &simulator.scenario().actions[a].name) {
        Some(action) if money.is_empty() => format!("taking up \"{action}\""),
        Some(action) => format!("taking up \"{action}\" and {money}"),
        None if money.is_empty() => "keeping the money where it is".to_owned(),
        None => money,
    }
}
