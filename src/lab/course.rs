//! A course: one strategy's way through one world, cycle by cycle, as one continuous run.

use super::Strategy;
use super::beliefs::{Beliefs, Predicted};
use super::diary::Diary;
use super::luck::{Luck, Purpose};
use super::setting::{Hold, Setting, Standing};
use super::shared::Lab;
use super::view::{Played, Turn, View};
use super::world::World;

/// A finished course, or one that is still played.
#[derive(Debug)]
pub(super) struct Course {
    pub(super) strategy: Strategy,
    pub(super) standing: Standing,
    pub(super) diary: Diary,
    pub(super) played: Vec<Played>,
    /// What was predicted before each cycle, by those who predict.
    pub(super) predicted: Vec<Predicted>,
    beliefs: Option<Beliefs>,
    /// Of everything that happens by the end, what comes after the horizon included, as it came; known after each cycle for the plan then in force.
    pub(super) value: f64,
    /// The truth with the actions that are taken.
    simulator: crate::simulate::Simulator,
}

impl Course {
    /// The course before its first cycle.
    pub(super) fn new(lab: &Lab, world: &World, strategy: Strategy) -> Self {
        let standing = lab.setting.today();
        Self {
            strategy,
            simulator: world.simulator(&lab.setting, &standing, 0, Hold::Left),
            standing,
            diary: Diary::default(),
            played: Vec::new(),
            predicted: Vec::new(),
            beliefs: strategy.believes().then(|| lab.beliefs.clone()),
            value: f64::NAN,
        }
    }

    /// All cycles, by the strategy.
    pub(super) fn run(lab: &Lab, world: &World, strategy: Strategy) -> Self {
        let mut course = Self::new(lab, world, strategy);
        for _ in &lab.setting.spans {
            let turn = strategy.choose(&course.view(lab, world), world);
            course.take(&lab.setting, world, turn);
        }
        course
    }

    /// What can be seen before the next cycle.
    pub(super) fn view<'a>(&'a self, lab: &'a Lab, world: &World) -> View<'a> {
        View {
            setting: &lab.setting,
            opening: &lab.opening,
            cycle: self.played.len(),
            standing: &self.standing,
            diary: &self.diary,
            played: &self.played,
            beliefs: self.beliefs.as_ref().unwrap_or(&lab.beliefs),
            whim: Luck::new(lab.setting.seed, Purpose::Whim, self.key(world)),
        }
    }

    /// What is believed by now.
    #[cfg(test)]
    pub(super) const fn view_beliefs(&self) -> Option<&Beliefs> {
        self.beliefs.as_ref()
    }

    /// What tells this cycle's luck from others.
    fn key(&self, world: &World) -> [u64; 3] {
        [world.number as u64, self.strategy as u64, self.played.len() as u64]
    }

    /// Makes a move and lets a cycle pass.
    pub(super) fn take(&mut self, setting: &Setting, world: &World, turn: Turn) {
        let cycle = self.played.len();
        let span = &setting.spans[cycle];
        let key = self.key(world);
        let before = std::mem::replace(&mut self.standing, turn.standing);
        debug_assert!(
            (0..before.decision.spend.len()).all(|place| place % before.decision.periods >= span.first
                || before.decision.spend[place] == self.standing.decision.spend[place]),
            "nobody changes the past"
        );
        if self.standing.taken != before.taken {
            self.simulator = world.simulator(setting, &self.standing, 0, Hold::Left);
        }
        if let Some(beliefs) = &mut self.beliefs {
            let mut brief = setting.brief_simulator(&self.standing);
            let mut luck = Luck::new(setting.seed, Purpose::Prediction, key);
            let predicted = beliefs.predict(setting, &mut brief, &self.standing.decision, span, &mut luck);
            self.predicted.push(predicted);
        }
        // what was not changed goes on as it has gone
        if cycle == 0 || self.standing != before {
            let decision = world.decision(&self.standing);
            let outcome = self.simulator.happen(&decision, world.people);
            self.value = self.simulator.objective_in(&outcome);
        }
        self.diary.read(&self.simulator, &self.standing.decision, span.end);
        if let Some(beliefs) = &mut self.beliefs {
            beliefs.learn(setting, &self.diary, span);
        }
        self.played.push(Played {
            because: turn.because,
            before,
            claim: turn.claim,
        });
    }

    /// The objective of expected numbers of people in the world: what the plan is worth without luck.
    pub(super) fn expected(&mut self, world: &World) -> f64 {
        let decision = world.decision(&self.standing);
        let outcome = self.simulator.happen(&decision, None);
        self.simulator.objective_in(&outcome)
    }

    /// What would be measured of the plan if exactly as many people came as are expected.
    pub(super) fn expected_diary(&mut self, world: &World) -> Diary {
        self.expected(world);
        let mut diary = Diary::default();
        diary.read(&self.simulator, &self.standing.decision, self.standing.decision.periods);
        diary
    }

    /// The objective so far at the start and at the end of each cycle.
    pub(super) fn path(&self, setting: &Setting) -> Vec<f64> {
        let objective = setting.scenario.plan.objective;
        let ends = setting.spans[..self.played.len()].iter().map(|span| span.end);
        std::iter::once(0)
            .chain(ends)
            .map(|end| self.diary.so_far(objective, end))
            .collect()
    }

    /// What was claimed in all.
    pub(super) fn claimed(&self) -> f64 {
        // an empty sum of floats is -0
        self.played.iter().fold(0.0, |sum, played| sum + played.claim)
    }

    /// The plan in force in a cycle.
    pub(super) fn plan_in(&self, cycle: usize) -> &Standing {
        self.played.get(cycle + 1).map_or(&self.standing, |next| &next.before)
    }

    /// Cycles before which something was changed.
    pub(super) fn changes(&self) -> usize {
        (0..self.played.len())
            .filter(|&cycle| self.plan_in(cycle).differs(&self.played[cycle].before))
            .count()
    }

    /// Predictions that came true.
    pub(super) fn hits(&self, setting: &Setting) -> usize {
        let spans = self.predicted.iter().zip(&setting.spans);
        spans.map(|(predicted, span)| predicted.hits(&self.diary, span)).sum()
    }
}
