//! Sentences about a proposal: what binds, what is lost, why nothing can be gained.

use crate::format::Format;
use crate::scenario::{Channel, Objective};
use crate::simulate::Simulator;

use super::cents::HALF_A_CENT;
use super::proposal::{HeldBy, Proposal, Status};
use super::space::Space;
use super::spends::unforced;

/// Limits whose price is told.
const TOLD: usize = 3;
/// A gain below this share of the objective is not worth a sentence.
const NOTABLE: f64 = 1e-6;
/// Channels that a sentence names.
const NAMED: usize = 6;

/// The sentences, the most important first.
pub(super) fn notes(simulator: &mut Simulator, space: &Space, proposal: &Proposal) -> Vec<String> {
    let format = Format::new(&simulator.scenario().plan.currency);
    let mut notes = Vec::new();
    if proposal.status == Status::NothingToGain {
        notes.push(nothing_to_gain(proposal));
    }
    if !proposal.today.feasible {
        notes.push(not_feasible(simulator, proposal, &format));
    }
    notes.extend(last_units(simulator, space, proposal, &format));
    notes.extend(limits(simulator, proposal, &format));
    if proposal.status == Status::Kink {
        notes.push("The best plan sits where the capacity is just met: more demand would wait, less would leave hands idle.".to_owned());
    }
    if matches!(proposal.status, Status::StepLimit | Status::NoProgress) {
        notes.push(format!(
            "The search stopped before its tolerance: moving one more {} could still gain up to {}.",
            format.currency(),
            format.number(proposal.residual, 4)
        ));
    }
    let leaving: Vec<&str> = proposal
        .channels
        .iter()
        .filter(|row| row.extrapolated)
        .map(|row| row.name.as_str())
        .collect();
    if !leaving.is_empty() && proposal.status != Status::NothingToGain {
        notes.push(format!(
            "Extrapolation: {} would leave the range of spend that was ever observed: try it in steps.",
            listed(&leaving)
        ));
    }
    notes
}

fn nothing_to_gain(proposal: &Proposal) -> String {
    let free = proposal.channels.iter().filter(|row| row.limit.is_none()).count();
    let (today, best) = (&proposal.today.decision, &proposal.proposal.decision);
    let same_spend = today.spend.iter().zip(&best.spend).all(|(a, b)| (a - b).abs() < 0.005);
    let which = if same_spend && today.actions == best.actions {
        "today's plan"
    } else {
        "today's plan scaled to the budget"
    };
    let reason = match (proposal.channels.len(), free) {
        (0, _) => "there is no channel to move money between".to_owned(),
        (_, 1..) if proposal.budget_price == Some(0.0) => "the next unit of money loses wherever it could go".to_owned(),
        (1, _) => "there is one channel only, and the budget fixes it".to_owned(),
        (_, 0) => "every channel stands at a limit".to_owned(),
        (_, 1) => "all channels but one stand at a limit, and the budget fixes that one".to_owned(),
        _ if !proposal.limits.is_empty() => "the limits that bind leave no better split".to_owned(),
        _ => "the next unit of money earns the same in every channel that is free to move".to_owned(),
    };
    format!("Nothing to gain: {which} is already the best within limits and budget, because {reason}.")
}

fn not_feasible(simulator: &Simulator, proposal: &Proposal, format: &Format) -> String {
    let today = &proposal.today.decision;
    let breaks = |channel: &Channel, spend: &[f64]| {
        let limits = &channel.limits;
        let is_booked = |t: usize| limits.committed.binary_search_by_key(&t, |entry| entry.0).is_ok();
        (spend.iter().enumerate()).any(|(t, &x)| !is_booked(t) && (x < limits.min || x > limits.max))
    };
    let outside: Vec<&str> = (simulator.scenario().channels.iter())
        .zip(today.spend.chunks(today.periods))
        .filter(|(channel, spend)| breaks(channel, spend))
        .map(|(channel, _)| channel.name.as_str())
        .collect();
    let spent = simulator.invest(today);
    let is_off_budget =
        spent - proposal.budget > HALF_A_CENT || (simulator.scenario().plan.spend_all && proposal.budget - spent > HALF_A_CENT);
    if !outside.is_empty() {
        format!("Today's plan breaks the limits of {}.", outside.join(", "))
    } else if is_off_budget {
        format!(
            "Today's plan spends {} of the budget of {}.",
            format.money(spent),
            format.money(proposal.budget)
        )
    } else {
        "Today's plan keeps the budget, but not all limits.".to_owned()
    }
}

/// Whether the last units of a budget that has to be spent lose.
fn last_units(simulator: &mut Simulator, space: &Space, proposal: &Proposal, format: &Format) -> Option<String> {
    let price = proposal.budget_price?;
    if price >= 0.0 || !simulator.scenario().plan.spend_all {
        return None;
    }
    let (value, unspent) = unforced(simulator, space, &proposal.proposal.decision.actions)?;
    let gain = value - proposal.proposal.objective;
    (gain > 0.0 && unspent > 0.0).then(|| {
        format!(
            "The last money loses: each further {} of the budget takes away {}. With plan.spend_all = false the plan would leave {} unspent \
             and gain {}.",
            format.currency(),
            amount_of(simulator, format, -price),
            format.money(unspent),
            amount_of(simulator, format, gain)
        )
    })
}

/// An amount of the objective.
fn amount_of(simulator: &Simulator, format: &Format, amount: f64) -> String {
    match simulator.scenario().plan.objective {
        Objective::Profit | Objective::Revenue => format!("{} of {}", format.money(amount), simulator.scenario().objective_name()),
        Objective::Customers => format!("{} customers", format.count(amount)),
    }
}

/// Names in a sentence: the first few, and how many more.
fn listed(names: &[&str]) -> String {
    let more = names.len().saturating_sub(NAMED);
    match more {
        0 | 1 => names.join(", "),
        _ => format!("{} and {more} more channels", names[..NAMED].join(", ")),
    }
}

/// What the dearest limits cost, as a search with each of them moved has found.
fn limits(simulator: &Simulator, proposal: &Proposal, format: &Format) -> Vec<String> {
    let sentence = |held: &HeldBy| {
        let (amount, relaxed) = (held.amount?, held.relaxed?);
        (relaxed.gain > NOTABLE * proposal.proposal.objective.abs()).then(|| {
            let verb = if relaxed.to > amount { "raising" } else { "lowering" };
            format!(
                "{} holds the plan back: {verb} it from {} to {} would add {}.",
                held.limit,
                told(format, amount),
                told(format, relaxed.to),
                amount_of(simulator, format, relaxed.gain)
            )
        })
    };
    let mut sentences: Vec<String> = proposal.limits.iter().filter_map(sentence).take(TOLD).collect();
    if let Some(unlimited) = &proposal.unlimited {
        let gain = unlimited.objective - proposal.proposal.objective;
        if gain > NOTABLE * proposal.proposal.objective.abs() {
            sentences.push(format!(
                "The limits of single channels cost {}: that much more a plan without them would bring.",
                amount_of(simulator, format, gain)
            ));
        }
    }
    sentences
}

/// A limit's amount: money and counts whole, shares and ratios to four places.
fn told(format: &Format, amount: f64) -> String {
    let decimals = if amount.abs() >= 100.0 || amount.fract() == 0.0 { 0 } else { 4 };
    let text = format.number(amount, decimals);
    if decimals > 0 {
        text.trim_end_matches('0').to_owned()
    } else {
        text
    }
}
