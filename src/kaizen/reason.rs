//! The journal's reason: the weakest stage, the stage through which the move gains, and why they may differ.

use crate::analyze::{LeverKind, StageFinding, Stages, stage_of, stages_of};
use crate::format::Format;
use crate::model::{Decision, Stage};
use crate::scenario::{Channel, Moves, Objective, Pacing};
use crate::simulate::Simulator;

use super::cycle::Move;

/// Channels that a reason names.
const NAMED: usize = 3;

/// What a move gains most through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Stage(Stage),
    /// Money that is not spent any more.
    Saving,
    /// Other visits or other times, with the same rates.
    Mix,
}

impl Way {
    pub(super) const fn stage(self) -> Option<Stage> {
        match self {
            Self::Stage(stage) => Some(stage),
            Self::Saving | Self::Mix => None,
        }
    }
}

/// What a move from a plan of this value gains most through.
pub(super) fn through(simulator: &mut Simulator, current: &Decision, value: f64, next: &Move) -> Way {
    if let Some(a) = next.action {
        let moves = simulator.scenario().actions[a].moves;
        // these work beside the rates: through the desk's hands and the worth of an order
        if matches!(moves, Moves::Capacity | Moves::OrderValue) {
            return Way::Stage(stage_of(moves));
        }
    }
    let gains = crate::analyze::gains_by_stage(simulator, current, &next.decision);
    let spent = |decision: &Decision| spend(decision) + simulator.action_cost(&decision.actions);
    let saved = match simulator.scenario().plan.objective {
        Objective::Profit => spent(current) - spent(&next.decision),
        Objective::Revenue | Objective::Customers => 0.0,
    };
    let rest = next.value - value - gains.iter().sum::<f64>() - saved;
    let ways = Stage::ALL.into_iter().map(Way::Stage).zip(gains);
    ways.chain([(Way::Saving, saved), (Way::Mix, rest)])
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map_or(Way::Mix, |(way, _)| way)
}

/// The sentence.
pub(super) fn reason(simulator: &Simulator, found: &Stages, current: &Decision, next: &Move, way: Way, forced: bool) -> String {
    let format = Format::new(&simulator.scenario().plan.currency);
    let amount = |amount: f64| match simulator.scenario().plan.objective {
        Objective::Profit | Objective::Revenue => format.money(amount),
        Objective::Customers => format!("{} customers", format.count(amount)),
    };
    let named = |gain: f64| match simulator.scenario().plan.objective {
        Objective::Profit | Objective::Revenue => format!("{} of {}", amount(gain), simulator.scenario().objective_name()),
        Objective::Customers => amount(gain),
    };
    let gain = next.value - found.value;
    let mut text = match found.weakest {
        Some(stage) => {
            let stake = finding(found, stage).value_at_stake.unwrap_or(0.0);
            format!("Weakest is {} ({} at stake)", stage.name(), named(stake))
        }
        None => "No stage has a gap or a lever that gains".to_owned(),
    };
    let what = what(simulator, current, next, way.stage(), &format);
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
    match way {
        Way::Stage(stage) => text.push_str(&format!(
            ", mostly through {}{}",
            stage.name(),
            beside_the_rate(simulator, next, stage)
        )),
        Way::Saving => text.push_str(", mostly by spending less"),
        Way::Mix => text.push_str(match simulator.scenario().plan.pacing {
            Pacing::Keep | Pacing::Flat | Pacing::Season => ", mostly through a better mix of visits",
            Pacing::Free => ", mostly through a better mix and timing of visits",
        }),
    }
    if let Some(weakest) = found.weakest
        && way.stage() != Some(weakest)
    {
        text.push_str(&format!("; {}", why_not(finding(found, weakest), gain, &amount)));
    }
    text + "."
}

/// What an action moves where it is no rate of its stage.
fn beside_the_rate(simulator: &Simulator, next: &Move, stage: Stage) -> &'static str {
    match next.action.map(|a| simulator.scenario().actions[a].moves) {
        Some(moves) if stage_of(moves) != stage => "",
        Some(Moves::OrderValue) => " (the value of an order)",
        Some(Moves::Capacity) => " (its capacity)",
        Some(Moves::Referral) => " (referrals)",
        _ => "",
    }
}

fn spend(decision: &Decision) -> f64 {
    decision.spend.iter().sum()
}

fn finding(found: &Stages, stage: Stage) -> &StageFinding {
    &found.stages[stage as usize]
}

/// Why the move does not work on the weakest stage.
fn why_not(weakest: &StageFinding, gain: f64, amount: &dyn Fn(f64) -> String) -> String {
    let name = weakest.stage.name();
    match weakest.levers.first() {
        None => format!("nothing else in the plan moves {name}"),
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

/// What the move does: the action that it takes up and the largest changes of money, one on the stage through which it gains among
/// them.
fn what(simulator: &Simulator, current: &Decision, next: &Move, through: Option<Stage>, format: &Format) -> String {
    let mut changes: Vec<(&Channel, f64)> = (simulator.scenario().channels.iter())
        .enumerate()
        .map(|(c, channel)| (channel, next.decision.channel_total(c) - current.channel_total(c)))
        .filter(|(_, change)| change.abs() >= 0.005)
        .collect();
    changes.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let works = |(channel, _): &(&Channel, f64)| through.is_some_and(|stage| stages_of(channel).contains(&stage));
    if let Some(first) = changes.iter().position(works).filter(|&first| first >= NAMED) {
        changes[NAMED - 1..=first].rotate_right(1);
    }
    let more = changes.len().saturating_sub(NAMED);
    let mut named: Vec<String> = changes
        .iter()
        .take(NAMED)
        .map(|(channel, change)| format!("{} {}", channel.name, format.money_change(*change)))
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
