//! One turn of the loop: within a bounded step, the best move, with or without one more action.

use crate::model::Decision;
use crate::optimize::{Budget, Clash, Effort, FeasibleSet, Near, Space, Spent, best_near, settle, typical_spend};
use crate::simulate::Simulator;

/// Candidate actions that one cycle looks at; of more, those that seem best.
const LOOKED_AT: usize = 16;

/// A move that a cycle could make.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    pub decision: Decision,
    /// The objective after it.
    pub value: f64,
    /// The action that it takes up.
    pub action: Option<usize>,
}

/// How far one move may go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stride {
    /// The first period that is still open; what is spent before it is the scenario's to [commit](crate::scenario::Limits).
    pub first: usize,
    /// A channel moves by at most this share of max(its mean spend in the open periods, budget / channels / T); ∞: as far as its limits let it.
    pub share: f64,
    pub candidates: Candidates,
}

/// The candidate actions that a move looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Candidates {
    /// All that the budget can pay.
    Payable,
    /// Those of them that gain beside the money as it is: a look that costs a run in the place of a search.
    Gaining,
}

impl Stride {
    /// A move by the plan's step, in all periods.
    #[must_use]
    pub fn of_plan(simulator: &Simulator) -> Self {
        Self {
            first: 0,
            share: simulator.scenario().plan.step,
            candidates: Candidates::Payable,
        }
    }
}

/// Money by which a cycle may move each variable.
fn steps(simulator: &Simulator, space: &Space, current: &Decision, stride: Stride) -> Vec<f64> {
    let open = (current.periods - stride.first) as f64;
    let of_channel = |c: usize| {
        // a variable is the money of one period, or of all open ones
        let span = if space.is_free(c) { 1.0 } else { open };
        let mean = current.channel(c)[stride.first..].iter().sum::<f64>() / open;
        stride.share * typical_spend(simulator, mean) * span
    };
    space.channel_of().into_iter().map(of_channel).collect()
}

/// The plans within one step of the current one, the money as near to the budget as the step allows.
fn within_step(simulator: &Simulator, space: &Space, current: &Decision, actions: &[bool], stride: Stride) -> Result<FeasibleSet, Clash> {
    let x = space.point(current);
    let steps = steps(simulator, space, current, stride);
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
    space.feasible_within(simulator, actions, lower, upper, budget)
}

/// The best split of the money within one step, with these actions done.
fn best_within_step(
    simulator: &mut Simulator,
    space: &Space,
    current: &Decision,
    actions: &[bool],
    (stride, effort): (Stride, Effort),
    spent: &mut Spent,
) -> Option<(Decision, f64)> {
    let from = space.point(current);
    let Ok(set) = within_step(simulator, space, current, actions, stride) else {
        // limits that one step cannot meet are come nearer to, as far as the step goes
        let mut nearest = from.clone();
        space.feasible(simulator, actions).ok()?.project(&mut nearest);
        for ((nearest, &from), step) in nearest.iter_mut().zip(&from).zip(steps(simulator, space, current, stride)) {
            *nearest = nearest.max(from - step).min(from + step);
        }
        let decision = space.decision(&nearest, actions);
        let value = simulator.objective(&decision);
        return Some((decision, value));
    };
    let Near { x, set, evaluations } = best_near(simulator, space, &set, actions, &from, effort)?;
    spent.add(evaluations);
    Some(settle(simulator, space, &set, &x, actions))
}

/// The best move within a stride: money alone, or with one candidate action that the budget can pay. Counts what it has `spent`. `None` where no
/// move keeps the limits.
pub fn best_move(simulator: &mut Simulator, space: &Space, current: &Decision, stride: Stride, spent: &mut Spent) -> Option<Move> {
    let candidates = candidates(simulator, space, current, stride, spent);
    let effort = Effort::cycle(simulator.work(), 1 + candidates.len());
    // where money alone can never keep limits and budget, an action has to
    let needs_action = !candidates.is_empty() && space.feasible(simulator, &current.actions).is_err();
    let money_alone = (!needs_action).then_some(None);
    let mut best: Option<Move> = None;
    for action in money_alone.into_iter().chain(candidates.into_iter().map(Some)) {
        let actions = with(current, action);
        if let Some((decision, value)) = best_within_step(simulator, space, current, &actions, (stride, effort), spent)
            && best.as_ref().is_none_or(|best| value > best.value)
        {
            best = Some(Move { decision, value, action });
        }
    }
    best
}

/// The actions that a cycle looks at: all that the budget can pay, or those of them that seem best beside the money as it is.
fn candidates(simulator: &mut Simulator, space: &Space, current: &Decision, stride: Stride, spent: &mut Spent) -> Vec<usize> {
    let open = (0..current.actions.len()).filter(|&a| !current.actions[a]);
    let payable: Vec<(usize, FeasibleSet)> = open
        .filter_map(|a| Some((a, payable(simulator, space, current, &with(current, Some(a)), stride)?)))
        .collect();
    if payable.len() <= LOOKED_AT && stride.candidates == Candidates::Payable {
        return payable.into_iter().map(|(a, _)| a).collect();
    }
    spent.add(payable.len());
    let mut ranked: Vec<(f64, usize)> = payable
        .into_iter()
        .map(|(a, set)| {
            let mut x = space.point(current);
            set.project(&mut x);
            (simulator.objective(&space.decision(&x, &with(current, Some(a)))), a)
        })
        .collect();
    if stride.candidates == Candidates::Gaining {
        let value = simulator.objective(current);
        ranked.retain(|(with_it, _)| *with_it > value);
    }
    // a stable sort: the first among equals stays
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut chosen: Vec<usize> = ranked.into_iter().take(LOOKED_AT).map(|(_, a)| a).collect();
    chosen.sort_unstable();
    chosen
}

/// The actions of a decision and one more.
fn with(current: &Decision, action: Option<usize>) -> Vec<bool> {
    let mut actions = current.actions.clone();
    if let Some(a) = action {
        actions[a] = true;
    }
    actions
}

/// The plans within one step, if the money for the actions can come out of the channels within it.
fn payable(simulator: &Simulator, space: &Space, current: &Decision, actions: &[bool], stride: Stride) -> Option<FeasibleSet> {
    space.feasible(simulator, actions).ok()?;
    let set = within_step(simulator, space, current, actions, stride).ok()?;
    (set.budget().amount() + simulator.action_cost(actions) <= simulator.budget() + 0.005).then_some(set)
}
