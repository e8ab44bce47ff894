//! The desk: where the rest of a plan is planned, with what is spent already committed.

use crate::kaizen::{Candidates, Move, Stride, best_move};
use crate::model::Decision;
use crate::optimize::{Budget, FeasibleSet, Space, Spent, best_plan};
use crate::scenario::{Pacing, Scenario};
use crate::simulate::Simulator;

use super::Span;
use super::setting::{Hold, Setting, Standing};

/// A gain below this share of the objective is no gain.
pub(super) const NO_GAIN: f64 = 1e-9;

/// A factor beyond which money does not follow it any more.
const LARGEST_FACTOR: f64 = 1e12;
/// Halvings of an interval of factors: to the last bit of one from 1 on.
const HALVINGS: usize = 100;

/// A simulator in which the past is committed, and the plans that are still open.
pub(super) struct Desk {
    pub(super) simulator: Simulator,
    space: Space,
    /// The first period that is still open.
    first: usize,
    /// How an action would be taken up.
    open: Hold,
}

impl Desk {
    /// The desk at the beginning of period `first` beside a simulator of whatever is taken for the truth; `None` where the past leaves no plan.
    pub(super) fn new(simulator: &Simulator, standing: &Standing, first: usize, open: Hold) -> Option<Self> {
        let simulator = simulator.with_limits(|scenario| commit(scenario, &standing.decision, first));
        let space = Space::new(&simulator).ok()?;
        let mut desk = Self {
            simulator,
            space,
            first,
            open,
        };
        let actions = desk.padded(standing).actions;
        if desk.simulator.scenario().plan.spend_all && desk.space.feasible(&desk.simulator, &actions).is_err() {
            // what was not spent in time cannot all be spent any more: then budget and instalments are ceilings
            desk.simulator = desk.simulator.with_limits(|scenario| scenario.plan.spend_all = false);
            desk.space = Space::new(&desk.simulator).ok()?;
        }
        Some(desk)
    }

    /// The desk of somebody who believes in these values of the scenario's quantities.
    pub(super) fn of_belief(setting: &Setting, standing: &Standing, first: usize, params: &[f64], open: Hold) -> Option<Self> {
        let mut simulator = setting.simulator(standing, first, open);
        let mut params = params.to_vec();
        setting.add_hold_costs(standing, open, &simulator, &mut params);
        simulator.move_to(&params);
        Self::new(&simulator, standing, first, open)
    }

    /// The best move by at most a share of each channel's spend, with or without one more action, and what it gains; `None` where nothing gains more
    /// than `least`, a share of the objective.
    pub(super) fn best_step(&mut self, standing: &Standing, share: f64, candidates: Candidates, least: f64) -> Option<(Standing, f64)> {
        let current = self.padded(standing);
        let stride = Stride {
            first: self.first,
            share,
            candidates,
        };
        let mut spent = Spent::on_loop(self.simulator.work());
        let value = self.simulator.objective(&current);
        let Move {
            decision,
            value: after,
            action,
        } = best_move(&mut self.simulator, &self.space, &current, stride, &mut spent)?;
        let gain = after - value;
        // a plan outside of limits or budget comes nearer to them, whatever that costs
        let forced = self.space.off_by(&self.simulator, &decision) < self.space.off_by(&self.simulator, &current);
        (gain > least * value.abs() || forced).then(|| (self.standing(standing, decision, action), gain))
    }

    /// The best plan that moves without bounds lead to, one action after the other, and its objective; the plan itself where nothing gains.
    pub(super) fn best_plan(&mut self, standing: &Standing, candidates: Candidates) -> (Standing, f64) {
        let mut best = standing.clone();
        // each move takes up one action at most
        for _ in 0..=standing.taken.len() {
            match self.best_step(&best, f64::INFINITY, candidates, NO_GAIN) {
                Some((next, _)) => best = next,
                None => break,
            }
        }
        let value = self.value(&best);
        (best, value)
    }

    /// The best plan of a search from many starts, and its objective, where one from the plan in force may miss it: flights with a minimum.
    pub(super) fn best_far(&mut self, standing: &Standing) -> Option<(Standing, f64)> {
        if !self.space.has_bursts() {
            return None;
        }
        let best = best_plan(&mut self.simulator).ok()?;
        let mut plan = self.standing(standing, best.decision, None);
        for (a, taken) in plan.taken.iter_mut().enumerate() {
            if plan.decision.actions[a] && !standing.decision.actions[a] {
                *taken = Some((self.first, self.open));
            }
        }
        Some((plan, best.objective))
    }

    /// The plan that changes its levels from cycle to cycle, as everybody in the lab may, and its objective: found period by period from a plan, then
    /// evened out within each cycle to the channel's shape in time. `None` where a limit stands against it.
    pub(super) fn best_in_time(&mut self, standing: &Standing, cycles: &[Span]) -> Option<(Standing, f64)> {
        let free = self.simulator.with_limits(|scenario| {
            for channel in scenario.channels.iter_mut().filter(|channel| !channel.limits.locked) {
                channel.pacing = Pacing::Free;
            }
        });
        let space = Space::new(&free).ok()?;
        let mut desk = Self {
            simulator: free,
            space,
            first: self.first,
            open: self.open,
        };
        let (mut plan, _) = desk.best_step(standing, f64::INFINITY, Candidates::Gaining, NO_GAIN)?;
        let periods = plan.decision.periods;
        let channels = self.simulator.scenario().channels.iter();
        for (spend, channel) in plan.decision.spend.chunks_exact_mut(periods).zip(channels) {
            let booked = |t: usize| channel.limits.committed.iter().any(|entry| entry.0 == t);
            let is_shaped = channel.pacing != Pacing::Free && !channel.limits.locked;
            for cycle in cycles.iter().filter(|_| is_shaped) {
                let open: Vec<usize> = (cycle.first.max(self.first)..cycle.end).filter(|&t| !booked(t)).collect();
                let (money, shape) = open
                    .iter()
                    .fold((0.0, 0.0), |(money, shape), &t| (money + spend[t], shape + channel.spend[t]));
                for &t in &open {
                    spend[t] = if shape > 0.0 {
                        money * channel.spend[t] / shape
                    } else {
                        money / open.len() as f64
                    };
                }
            }
        }
        let decision = self.padded(&plan);
        (desk.space.off_by(&desk.simulator, &decision) <= 0.0).then(|| {
            let value = self.simulator.objective(&decision);
            (plan, value)
        })
    }

    /// The objective of a plan.
    pub(super) fn value(&mut self, standing: &Standing) -> f64 {
        let decision = self.padded(standing);
        self.simulator.objective(&decision)
    }

    /// A plan with these spends from the first open period on, all of them moved by one factor where limits and budget ask for it.
    pub(super) fn nearest(&self, standing: &Standing, spend: Vec<f64>) -> Option<Standing> {
        self.nearest_keeping(standing, spend, &[])
    }

    /// The same with the spends of some channels as they are: of all of them if any plan can have them so, else of as many of the last as can.
    /// What they say of the past does not matter.
    pub(super) fn nearest_keeping(&self, standing: &Standing, mut spend: Vec<f64>, kept: &[usize]) -> Option<Standing> {
        // a variable may be the money of a whole channel: with another past what is open would make up for it
        let periods = standing.decision.periods;
        for (spend, past) in spend.chunks_exact_mut(periods).zip(standing.decision.spend.chunks_exact(periods)) {
            spend[..self.first].copy_from_slice(&past[..self.first]);
        }
        let wanted = Decision {
            spend,
            ..self.padded(standing)
        };
        let set = self.space.feasible(&self.simulator, &wanted.actions).ok()?;
        let x = self.space.point(&wanted);
        let channels = self.space.channel_of();
        let bounds = |bounds: &[f64], kept: &[usize]| -> Vec<f64> {
            let kept = |i: usize| kept.contains(&channels[i]);
            let within = |i: usize| x[i].max(set.lower()[i]).min(set.upper()[i]);
            (0..x.len()).map(|i| if kept(i) { within(i) } else { bounds[i] }).collect()
        };
        let narrowed = (0..kept.len()).find_map(|given_up| {
            let kept = &kept[given_up..];
            set.with_bounds(bounds(set.lower(), kept), bounds(set.upper(), kept)).ok()
        });
        let set = narrowed.unwrap_or(set);
        let mut within: Vec<f64> = (x.iter().zip(set.lower().iter().zip(set.upper())))
            .map(|(&x, (&low, &high))| x.max(low).min(high))
            .collect();
        let nearest = match set.budget() {
            // money that may stay unspent stays so
            Budget::AtMost(most) if within.iter().sum::<f64>() <= most => {
                set.project(&mut within);
                within
            }
            _ => {
                let mut past = wanted.clone();
                for spend in past.spend.chunks_exact_mut(periods) {
                    spend[self.first..].fill(0.0);
                }
                scaled_rest(&self.space.point(&past), &x, &set)
            }
        };
        let decision = self.space.decision(&nearest, &wanted.actions);
        Some(self.standing(standing, decision, None))
    }

    /// The plan as the simulator takes it: a world does more than the scenario says.
    fn padded(&self, standing: &Standing) -> Decision {
        let mut decision = standing.decision.clone();
        let actions = &self.simulator.scenario().actions;
        decision
            .actions
            .extend(actions.iter().skip(standing.taken.len()).map(|action| action.done));
        decision
    }

    /// A standing plan after a decision. The past stays to the bit.
    fn standing(&self, before: &Standing, mut decision: Decision, action: Option<usize>) -> Standing {
        decision.actions.truncate(before.taken.len());
        for (spend, old) in decision
            .spend
            .chunks_exact_mut(decision.periods)
            .zip(before.decision.spend.chunks_exact(decision.periods))
        {
            spend[..self.first].copy_from_slice(&old[..self.first]);
        }
        let mut taken = before.taken.clone();
        if let Some(a) = action {
            taken[a] = Some((self.first, self.open));
        }
        Standing { decision, taken }
    }

    /// Takes up an action if limits and budget can pay for it.
    pub(super) fn take_up(&self, standing: &Standing, action: usize) -> Option<Standing> {
        let mut with = standing.clone();
        with.decision.actions[action] = true;
        with.taken[action] = Some((self.first, self.open));
        let spend = with.decision.spend.clone();
        self.nearest(&with, spend)
    }
}

/// Variables whose open money is moved by one factor, each within its bounds, to what the budget leaves; `past` is what is spent of them.
fn scaled_rest(past: &[f64], x: &[f64], set: &FeasibleSet) -> Vec<f64> {
    let target = set.budget().amount();
    let by = |factor: f64| -> Vec<f64> {
        let bounds = set.lower().iter().zip(set.upper());
        (past.iter().zip(x).zip(bounds))
            .map(|((&past, &x), (&low, &high))| (past + factor * (x - past)).max(low).min(high))
            .collect()
    };
    let sum = |factor: f64| by(factor).iter().sum::<f64>();
    let (mut low, mut high) = (0.0, 1.0);
    // as far as a factor can go: channels without money in the rest of the plan stay at their minimum
    while sum(high) < target && high < LARGEST_FACTOR {
        high *= 2.0;
    }
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if sum(middle) < target { low = middle } else { high = middle }
    }
    let mut scaled = by(high);
    set.project(&mut scaled);
    scaled
}

/// Books what was spent before a period.
fn commit(scenario: &mut Scenario, decision: &Decision, first: usize) {
    for (c, channel) in scenario.channels.iter_mut().enumerate() {
        if channel.limits.locked {
            continue;
        }
        let spent = decision.channel(c)[..first].iter().copied().enumerate();
        let booked = std::mem::take(&mut channel.limits.committed);
        channel.limits.committed = spent.chain(booked.into_iter().filter(|(t, _)| *t >= first)).collect();
    }
    let costs: Vec<f64> = (0..decision.periods).map(|t| costs_in(scenario, decision, t)).collect();
    if let Some(instalments) = &mut scenario.plan.budget_by {
        // an instalment that is over is what was spent of it; what was left of it is gone
        for k in 0..instalments.amounts.len() {
            let of: Vec<usize> = (0..decision.periods).filter(|&t| instalments.of_period[t] == k).collect();
            if of.last().is_some_and(|&last| last < first) {
                instalments.amounts[k] = of.iter().map(|&t| costs[t]).sum();
            }
        }
        scenario.plan.budget = Some(instalments.amounts.iter().sum());
    }
}

/// What a decision spends in a period, done actions included \[money\].
fn costs_in(scenario: &Scenario, decision: &Decision, t: usize) -> f64 {
    let channels: f64 = decision.spend.chunks_exact(decision.periods).map(|spend| spend[t]).sum();
    let done = scenario.actions.iter().filter(|action| action.done);
    channels + done.map(|action| action.cost_in(t)).sum::<f64>()
}
