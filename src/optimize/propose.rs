//! The proposal: which actions, how much money where, and how good that is.

use crate::model::Decision;
use crate::scenario::{Channel, Limits};
use crate::simulate::{Goal, Simulator};

use super::augmented::{Priced, broken};
use super::ceiling::ceiling;
use super::cents::{settle_beside_rows, settle_to_cents};
use super::choice::{Choice, choose};
use super::clash::Clash;
use super::feasible::FeasibleSet;
use super::moves::channel_moves;
use super::prices::{Prices, prices};
use super::proposal::{ActionChoice, Column, Proposal, Status};
use super::relaxed::held_by;
use super::space::{Keeps, Purse, Space};
use super::spectral::Stop;
use super::yardsticks::Yardsticks;

/// Candidate actions whose choices are all bounded.
const BOUNDED_ACTIONS: usize = 4;
/// A gain below this share of the objective is no gain.
const NO_GAIN: f64 = 1e-9;

/// The best plan found within limits and budget, beside today's plan and today's plan scaled to the budget.
///
/// It is never worse than today's plan where that keeps limits and budget, nor than the scaled one.
///
/// # Errors
/// Where limits and budget clash: no plan keeps them all.
pub fn propose(simulator: &mut Simulator) -> Result<Proposal, Clash> {
    let space = Space::new(simulator)?;
    let today = simulator.today();
    let choice = choose(simulator, &space, &today, Purse::Plan)?;
    let Choice {
        actions, found, thorough, ..
    } = &choice;
    let (set, search) = (&found.set, &found.search);
    let settled = settle(simulator, &space, set, &search.x, actions);
    let today_value = simulator.objective(&today);
    let today_feasible = space.off_by(simulator, &today) <= 0.0 && keeps_yardsticks(simulator, &space, &today);
    let base = space.feasible(simulator, &today.actions).ok();
    let scaled = base.as_ref().map(|base| {
        let decision = space.decision(&space.scaled(&space.point(&today), base), &today.actions);
        let value = simulator.objective(&decision);
        (decision, value)
    });
    let scaled_feasible = (scaled.as_ref())
        .is_some_and(|(decision, _)| space.off_by(simulator, decision) <= 0.0 && keeps_yardsticks(simulator, &space, decision));
    // the better of the plans that the proposal may not be worse than, today's among equals
    let rival = today_feasible
        .then(|| (today.clone(), today_value))
        .into_iter()
        .chain(scaled.clone().filter(|_| scaled_feasible))
        .reduce(|best, next| if next.1 > best.1 { next } else { best });
    let ((best, value), nothing_gained) = match rival {
        Some(rival) if settled.1 <= rival.1 + NO_GAIN * rival.1.abs() => (rival, true),
        _ => (settled, false),
    };
    let status = match search.end.stop {
        _ if nothing_gained => Status::NothingToGain,
        Stop::Converged => Status::Converged,
        Stop::Kink => Status::Kink,
        Stop::NoProgress | Stop::NotFinite => Status::NoProgress,
        Stop::StepLimit => Status::StepLimit,
    };
    let prices = match base.filter(|_| nothing_gained) {
        Some(base) => {
            let mut kept = found.clone();
            kept.search.x = space.point(&best);
            kept.set = if best.actions == *actions { found.set.clone() } else { base };
            prices(simulator, &space, &best.actions, &kept)
        }
        // before the rounding to cents, which leaves a bound by up to one
        None => prices(simulator, &space, &best.actions, found),
    };
    let limits = held_by(simulator, &choice, search.end.value, &prices);
    let unlimited = unlimited(simulator, &today, &best, value);
    let mut column = |decision: Decision, objective: f64, feasible: bool| Column {
        forecast: simulator.forecast(&decision),
        decision,
        objective,
        feasible,
    };
    let today_column = column(today.clone(), today_value, today_feasible);
    let scaled_column = scaled.map(|(decision, value)| column(decision, value, scaled_feasible));
    let unlimited = unlimited.map(|(decision, value)| column(decision, value, false));
    let proposal_column = column(best.clone(), value, true);
    let bound = upper_bound(simulator, &space, &today, &choice, &prices).map(|bound| bound.max(value));
    let mut proposal = Proposal {
        objective: simulator.scenario().plan.objective.word(),
        expected_over: simulator.expected_over(),
        budget: simulator.budget(),
        channels: channel_moves(simulator, &today, scaled_column.as_ref(), &proposal_column, &prices),
        actions: action_choices(simulator, &today, &best, value),
        today: today_column,
        scaled: scaled_column,
        proposal: proposal_column,
        unlimited,
        status,
        residual: prices.residual,
        agreement: search.agreement,
        starts: search.tried,
        upper_bound: bound,
        gap: bound.map(|bound| (bound - value) / value.abs().max(f64::MIN_POSITIVE)),
        limits,
        budget_price: prices.budget,
        notes: Vec::new(),
    };
    proposal.notes = super::notes::notes(simulator, &space, &proposal);
    if !*thorough {
        let note = "The scenario is too large to look at every choice of actions: a better one than this may be left.";
        proposal.notes.push(note.to_owned());
    }
    Ok(proposal)
}

/// The plan of a proposal alone: what the search finds within limits and budget, without prices, sentences and the plan without limits.
#[derive(Debug, Clone, PartialEq)]
pub struct BestPlan {
    pub decision: Decision,
    /// Value of the objective.
    pub objective: f64,
    /// No plan with these actions is better; `None` where the funnel is not plain.
    pub upper_bound: Option<f64>,
}

/// The best plan found within limits and budget.
///
/// # Errors
/// As [`propose`].
pub fn best_plan(simulator: &mut Simulator) -> Result<BestPlan, Clash> {
    let space = Space::new(simulator)?;
    let choice = choose(simulator, &space, &simulator.today(), Purse::Plan)?;
    let found = &choice.found;
    let (decision, objective) = settle(simulator, &space, &found.set, &found.search.x, &choice.actions);
    let is_plain = simulator.model().is_plain();
    Ok(BestPlan {
        decision,
        objective,
        upper_bound: found.search.upper_bound.filter(|_| is_plain).map(|bound| bound.max(objective)),
    })
}

/// Whether a plan keeps the limits on what it comes to.
fn keeps_yardsticks(simulator: &Simulator, space: &Space, decision: &Decision) -> bool {
    Yardsticks::new(simulator).is_none_or(|yardsticks| {
        let margins = Priced::new(simulator, space, &decision.actions, &yardsticks).margins_of(decision);
        broken(&margins) == 0.0
    })
}

/// The best plan when the limits of single channels are lifted, where any channel has one: the proposal itself, if that is better.
fn unlimited(simulator: &mut Simulator, today: &Decision, proposal: &Decision, value: f64) -> Option<(Decision, f64)> {
    let is_limited = |channel: &Channel| {
        let alone = Limits {
            committed: channel.limits.committed.clone(),
            ..Limits::default()
        };
        channel.limits != alone
    };
    if !simulator.scenario().channels.iter().any(is_limited) {
        return None;
    }
    let space = Space::keeping(simulator, Keeps::GroupsAlone).ok()?;
    let choice = choose(simulator, &space, today, Purse::Plan).ok()?;
    let (decision, lifted) = settle(simulator, &space, &choice.found.set, &choice.found.search.x, &choice.actions);
    Some(if lifted > value {
        (decision, lifted)
    } else {
        (proposal.clone(), value)
    })
}

/// A plan of the search in whole cents, with its value; as it was found where cents are dear, or would break a row or a limit on what the plan
/// comes to. `found` are the variables \[money\], a plan of `set`.
#[must_use]
pub fn settle(simulator: &mut Simulator, space: &Space, set: &FeasibleSet, found: &[f64], actions: &[bool]) -> (Decision, f64) {
    let exact = space.decision(found, actions);
    let exact_value = simulator.objective(&exact);
    let mut x = found.to_vec();
    if set.has_rows() {
        if !settle_beside_rows(set, &mut x) {
            return (exact, exact_value);
        }
    } else {
        settle_to_cents(set, &mut x);
    }
    let settled = space.decision(&x, actions);
    if !keeps_yardsticks(simulator, space, &settled) {
        return (exact, exact_value);
    }
    let value = simulator.objective(&settled);
    // at a kink a cent can be dear: then full precision
    if exact_value > value + 0.01 * value.abs().mul_add(NO_GAIN, 1.0) {
        (exact, exact_value)
    } else {
        (settled, value)
    }
}

/// No plan within limits and budget is better, whatever actions it has; `None` where the funnel is not plain, or has more choices of actions than can
/// all be bounded.
fn upper_bound(simulator: &Simulator, space: &Space, today: &Decision, choice: &Choice, prices: &Prices) -> Option<f64> {
    let candidates: Vec<usize> = (0..today.actions.len()).filter(|&a| !today.actions[a]).collect();
    let is_plain = simulator.model().is_plain() && simulator.goal() == Goal::Objective && simulator.expected_over().is_none();
    if candidates.len() > BOUNDED_ACTIONS || !is_plain {
        return None;
    }
    let mut most: Option<f64> = None;
    for subset in 0..1_usize << candidates.len() {
        let mut actions = today.actions.clone();
        for (bit, &a) in candidates.iter().enumerate() {
            actions[a] |= subset >> bit & 1 == 1;
        }
        let Ok(set) = space.feasible(simulator, &actions) else { continue };
        // the prices of the plan that was found are right for its own choice, and valid for all
        let bound = match choice.found.search.upper_bound {
            Some(bound) if actions == choice.actions && !set.has_rows() => bound,
            _ => ceiling(simulator, space, &set, &actions, Some(&prices.rows))?.upper_bound,
        };
        most = Some(most.map_or(bound, |most| most.max(bound)));
    }
    most
}

fn action_choices(simulator: &mut Simulator, today: &Decision, best: &Decision, value: f64) -> Vec<ActionChoice> {
    (0..best.actions.len())
        .map(|a| {
            let mut flipped = best.clone();
            flipped.actions[a] = !flipped.actions[a];
            let other = simulator.objective(&flipped);
            ActionChoice {
                name: simulator.scenario().actions[a].name.clone(),
                before: today.actions[a],
                after: best.actions[a],
                cost: simulator.cost_of_action(a),
                net_gain: if best.actions[a] { value - other } else { other - value },
            }
        })
        .collect()
}
