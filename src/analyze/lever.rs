//! Known ways up for each stage: candidate actions, and the next money through the channels that move it.

use crate::model::{Decision, Stage};
use crate::scenario::{Channel, Moves};
use crate::simulate::Simulator;

use super::analysis::{Lever, LeverKind};

/// Money that is tried through a channel, as a share of the budget.
const NEXT_MONEY: f64 = 0.01;

/// The stage that an action improves.
#[must_use]
pub const fn stage_of(moves: Moves) -> Stage {
    match moves {
        Moves::Organic => Stage::Reach,
        Moves::Act => Stage::Act,
        Moves::Convert | Moves::Capacity | Moves::OrderValue => Stage::Convert,
        Moves::Retention | Moves::Repeat | Moves::Referral => Stage::Engage,
    }
}

/// The stages that a channel moves.
#[must_use]
pub fn stages_of(channel: &Channel) -> Vec<Stage> {
    let mut stages = Vec::new();
    if channel.reach.is_some() {
        stages.push(Stage::Reach);
    }
    if channel.act.is_some() {
        stages.push(Stage::Act);
    }
    if channel.convert.is_some() {
        stages.push(Stage::Convert);
    }
    if channel.retention.is_some() || channel.repeat.is_some() {
        stages.push(Stage::Engage);
    }
    stages
}

/// A decision with `money` more over the horizon through channel `c`, along its own pattern in time (equal amounts where it
/// spends nothing), kept within its limits; and how much of the money fits.
fn with_more(simulator: &Simulator, decision: &Decision, c: usize, money: f64) -> (Decision, f64) {
    let limit = simulator.scenario().channels[c].limits.max;
    let total = decision.channel_total(c);
    let mut more = decision.clone();
    let mut added = 0.0;
    for x in &mut more.spend[c * decision.periods..(c + 1) * decision.periods] {
        let share = if total > 0.0 { *x / total } else { 1.0 / decision.periods as f64 };
        let raised = (*x + money * share).min(limit).max(*x);
        added += raised - *x;
        *x = raised;
    }
    (more, added)
}

/// Every known lever of every stage, the best net gain first; `value` is the objective of the decision.
pub(super) fn levers(simulator: &mut Simulator, decision: &Decision, value: f64, channels: &[usize]) -> [Vec<Lever>; 4] {
    let mut found: [Vec<Lever>; 4] = Default::default();
    for a in 0..decision.actions.len() {
        if decision.actions[a] {
            continue;
        }
        let mut tried = decision.clone();
        tried.actions[a] = true;
        let net_gain = simulator.objective_at_medians(&tried) - value;
        let action = &simulator.scenario().actions[a];
        let lever = Lever {
            kind: LeverKind::Action,
            name: action.name.clone(),
            cost: simulator.cost_of_action(a),
            net_gain,
            moves: Some(action.moves),
        };
        found[stage_of(action.moves) as usize].push(lever);
    }
    let money = NEXT_MONEY * simulator.budget();
    for &c in channels {
        let (tried, cost) = with_more(simulator, decision, c, money);
        if cost <= 0.0 {
            continue;
        }
        let net_gain = simulator.objective_at_medians(&tried) - value;
        let channel = &simulator.scenario().channels[c];
        for stage in stages_of(channel) {
            let lever = Lever {
                kind: LeverKind::Channel,
                name: channel.name.clone(),
                cost,
                net_gain,
                moves: None,
            };
            found[stage as usize].push(lever);
        }
    }
    for levers in &mut found {
        levers.sort_by(|a, b| b.net_gain.total_cmp(&a.net_gain));
    }
    found
}
