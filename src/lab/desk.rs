//! The desk: where the rest of a plan is planned, with what is spent already committed.

use crate::kaizen::{Candidates, Move, Stride, best_move};
use crate::model::Decision;
use crate::optimize::{Space, Spent};
use crate::scenario::Scenario;
use crate::simulate::Simulator;

use super::setting::{Hold, Setting, Standing};

/// A gain below this share of the objective is no gain.
const NO_GAIN: f64 = 1e-9;

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
        Some(Self {
            simulator,
            space,
            first,
            open,
        })
    }

    /// The desk of somebody who believes in these values of the scenario's quantities.
    pub(super) fn of_belief(setting: &Setting, standing: &Standing, first: usize, params: &[f64], open: Hold) -> Option<Self> {
        let mut simulator = setting.simulator(standing, first, open);
        let mut params = params.to_vec();
        setting.add_hold_costs(standing, open, &simulator, &mut params);
        simulator.move_to(&params);
        Self::new(&simulator, standing, first, open)
    }

    /// The best move by at most a share of each channel's spend, with or without one more action, and what it gains; `None` where nothing gains.
    pub(super) fn best_step(&mut self, standing: &Standing, share: f64, candidates: Candidates) -> Option<(Standing, f64)> {
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
        (gain > NO_GAIN * value.abs() || forced).then(|| (self.standing(standing, decision, action), gain))
    }

    /// The best plan that moves without bounds lead to, one action after the other, and its objective; the plan itself where nothing gains.
    pub(super) fn best_plan(&mut self, standing: &Standing, candidates: Candidates) -> (Standing, f64) {
        let mut best = standing.clone();
        // each move takes up one action at most
        for _ in 0..=standing.taken.len() {
            match self.best_step(&best, f64::INFINITY, candidates) {
                Some((next, _)) => best = next,
                None => break,
            }
        }
        let value = self.value(&best);
        (best, value)
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
        let decision = self.space.decision(&self.space.scaled(&x, &set), &wanted.actions);
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
}
