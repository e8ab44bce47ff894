//! The view: all that a strategy may see before a cycle. The truth is not in it.

use crate::model::{Decision, Levers};
use crate::optimize::{Clash, best_plan};
use crate::simulate::Trial;

use super::Because;
use super::beliefs::Beliefs;
use super::desk::Desk;
use super::diary::{Diary, expected_results};
use super::luck::Luck;
use super::setting::{Hold, Setting, Standing};

/// What a strategy sees.
pub(super) struct View<'a> {
    pub(super) setting: &'a Setting,
    pub(super) opening: &'a Opening,
    /// The cycle that is about to begin, from 0.
    pub(super) cycle: usize,
    /// The plan in force.
    pub(super) standing: &'a Standing,
    /// What was measured.
    pub(super) diary: &'a Diary,
    /// The moves so far.
    pub(super) played: &'a [Played],
    /// What is believed after all that was measured.
    pub(super) beliefs: &'a Beliefs,
    /// What the strategy leaves to chance.
    pub(super) whim: Luck,
}

/// A move that was made.
#[derive(Debug, Clone)]
pub(super) struct Played {
    pub(super) because: Because,
    /// The plan that it changed.
    pub(super) before: Standing,
    pub(super) claim: f64,
}

/// A move: the plan for the rest of the horizon.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    /// Past periods are as they were.
    pub(super) standing: Standing,
    pub(super) because: Because,
    /// What the strategy would report as gained over the horizon, beyond what it has reported [unit of the objective].
    pub(super) claim: f64,
}

/// What everybody can work out before anything is measured: the same in every world.
#[derive(Debug)]
pub(super) struct Opening {
    /// The believed optimum, and what it promises over the plan of the file.
    pub(super) optimum: Standing,
    pub(super) promise: f64,
    /// What the plan of the file is expected to bring in each period, in the unit of the objective.
    pub(super) forecast: Vec<f64>,
    /// New customers that it is expected to bring in each period.
    pub(super) customers: Vec<f64>,
}

impl Opening {
    /// Works it out.
    ///
    /// # Errors
    /// Where limits and budget clash: no plan keeps them all.
    pub(super) fn new(setting: &Setting) -> Result<Self, Clash> {
        let today = setting.today();
        let mut simulator = setting.plain.clone();
        let best = best_plan(&mut simulator)?;
        let before = simulator.objective(&today.decision);
        let mut brief = setting.brief.clone();
        brief.happen(&today.decision, None);
        let actions = best.decision.actions.iter().zip(&today.decision.actions);
        let taken = actions
            .map(|(after, before)| (*after && !before).then_some((0, Hold::Left)))
            .collect();
        Ok(Self {
            promise: best.objective - before,
            optimum: Standing {
                decision: best.decision,
                taken,
            },
            forecast: expected_results(&brief, &setting.scenario),
            customers: brief.flows().map(|flows| flows.customers).collect(),
        })
    }
}

impl View<'_> {
    /// The first period that is still open.
    pub(super) fn now(&self) -> usize {
        self.setting.spans[self.cycle].first
    }

    /// Leave the plan as it is.
    pub(super) fn stay(&self, because: Because) -> Turn {
        Turn {
            standing: self.standing.clone(),
            because,
            claim: 0.0,
        }
    }

    /// The desk of somebody who believes in these values.
    pub(super) fn desk(&self, params: &[f64], open: Hold) -> Option<Desk> {
        Desk::of_belief(self.setting, self.standing, self.now(), params, open)
    }

    /// The desk of somebody who believes in the file.
    pub(super) fn desk_of_file(&self) -> Option<Desk> {
        self.desk(self.setting.plain.params(), Hold::Left)
    }

    /// The plan in force with the spends of another one from here on. What is taken up stays so: it is paid for.
    pub(super) fn with_rest_of(&self, other: &Standing) -> Standing {
        let mut plan = self.standing.clone();
        plan.decision.spend = joined(&self.standing.decision, &other.decision, self.now());
        plan
    }

    /// What a plan is expected to bring in each period if these values are right.
    pub(super) fn forecast(&self, standing: &Standing, params: &[f64]) -> Vec<f64> {
        let mut simulator = self.setting.brief_simulator(standing);
        let mut trial = Trial {
            levers: Levers::neutral(),
            params: params.to_vec(),
        };
        self.setting.add_hold_costs(standing, Hold::Left, &simulator, &mut trial.params);
        simulator.outcome_of(&standing.decision, &trial);
        expected_results(&simulator, &self.setting.scenario)
    }

    /// What the last cycle brought above or below the file's forecast, less the same of the one before, for each period; `None` before there are two.
    ///
    /// So season and growth that were foreseen look like nothing; all the rest looks like the work of the last move.
    pub(super) fn last_change(&self) -> Option<f64> {
        let objective = self.setting.scenario.plan.objective;
        let surplus = |cycle: usize| {
            let span = &self.setting.spans[cycle];
            let sum: f64 = (span.first..span.end)
                .map(|t| self.diary.result(objective, t) - self.opening.forecast[t])
                .sum();
            sum / (span.end - span.first) as f64
        };
        (self.cycle >= 2).then(|| surplus(self.cycle - 1) - surplus(self.cycle - 2))
    }

    /// What a planner who trusts his eyes books for his last move: what it seems to bring in each period, until the horizon ends. Only what looks
    /// good is booked.
    pub(super) fn booked(&self) -> f64 {
        // nobody books what he has not done
        if self.played.last().is_none_or(|last| !last.before.differs(self.standing)) {
            return 0.0;
        }
        let open = self.setting.periods() - self.setting.spans[self.cycle.saturating_sub(1)].first;
        self.last_change().map_or(0.0, |change| change.max(0.0) * open as f64)
    }
}

/// The spends of one decision before a period, those of another from it on.
pub(super) fn joined(past: &Decision, rest: &Decision, first: usize) -> Vec<f64> {
    let mut joined = rest.spend.clone();
    let spends = joined.chunks_exact_mut(rest.periods);
    for (spend, past) in spends.zip(past.spend.chunks_exact(rest.periods)) {
        spend[..first].copy_from_slice(&past[..first]);
    }
    joined
}

/// A decision with other spends from a period on: each channel's by a factor.
pub(super) fn scaled(decision: &Decision, first: usize, factor: impl Fn(usize) -> f64) -> Vec<f64> {
    let mut spend = decision.spend.clone();
    for (c, spend) in spend.chunks_exact_mut(decision.periods).enumerate() {
        let factor = factor(c);
        for x in &mut spend[first..] {
            *x *= factor;
        }
    }
    spend
}
