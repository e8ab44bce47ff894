//! How thorough a search may be: the runs of a scenario are counted, so that a plan of any size is found in about a minute.

use super::multistart::SearchOptions;

/// Work of a whole proposal [channel-periods]: a gradient takes some 20 ns for each, so this is about a minute of one processor.
const WORK: usize = 3_000_000_000;
/// Work of a whole loop of improvement [channel-periods].
const LOOP_WORK: usize = 3_000_000_000;
/// Part of a proposal's work that goes into the choice of actions.
const LOOKS: usize = 2;
/// Searches in full that a proposal takes: the plan of today's actions, the best few choices of actions, the budget not forced.
const FULL_SEARCHES: usize = 4;
/// Cycles of improvement that the work is spread over; few loops take more.
const CYCLES: usize = 20;
/// Work of the projections that go with a gradient, for each entry of a row [channel-periods]: three of them, of some rounds each.
const PROJECTION: usize = 8;
/// Steps below which a climb from one more start is of no use.
const WORTH_A_START: usize = 50;

/// Gradients that a search may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    gradients: usize,
}

impl Effort {
    /// Of one search in full.
    pub(super) fn full(run: usize) -> Self {
        Self::of(WORK - WORK / LOOKS, FULL_SEARCHES, run)
    }

    /// Of a first look at one of `count` choices of actions.
    pub(super) fn look(run: usize, count: usize) -> Self {
        Self::of(WORK / LOOKS, count, run)
    }

    /// Of one of `count` searches of a cycle of improvement.
    #[must_use]
    pub fn cycle(run: usize, count: usize) -> Self {
        Self::of(LOOP_WORK / CYCLES, count, run)
    }

    fn of(work: usize, searches: usize, run: usize) -> Self {
        Self {
            gradients: work / searches.max(1) / run.max(1),
        }
    }

    /// The same effort where each gradient comes with projections on rows of so many entries; `run` is the work of a gradient.
    pub(super) fn beside_rows(self, run: usize, entries: usize) -> Self {
        let both = run.saturating_add(entries.saturating_mul(PROJECTION));
        Self {
            gradients: (self.gradients as f64 * run as f64 / both.max(1) as f64) as usize,
        }
    }

    /// Whether so many starts are worth it.
    pub(super) fn affords(self, starts: usize) -> bool {
        self.gradients >= starts * WORTH_A_START
    }

    /// `options` within this effort, for a search from so many starts.
    #[must_use]
    pub fn within(self, starts: usize, options: SearchOptions) -> SearchOptions {
        let SearchOptions { screen, finish, .. } = options;
        let at_least = |steps: usize, most: usize| steps.max(LEAST_STEPS).min(most);
        let half = self.gradients / 2;
        let mut within = options;
        within.screen.steps = at_least(half / starts.max(1), screen.steps);
        within.finish.steps = at_least(half / 2, finish.steps);
        within.finish_limit = options.finish_limit.min(half / 2 / within.finish.steps).max(1);
        within.exchange_limit = options.exchange_limit.min(half / 2);
        // A round climbs from all its neighbours, from some of them together, and finishes the best.
        within.rounds = options.rounds.min(half / (options.neighbour_limit + 2) / NEIGHBOUR_STEPS);
        within
    }
}

/// Steps that a climb takes in any case: fewer lead nowhere.
const LEAST_STEPS: usize = 10;
/// Steps that a neighbour takes as a rule: it begins near its end.
const NEIGHBOUR_STEPS: usize = 50;

/// The work that a proposal or a loop has spent.
#[derive(Debug, Clone, Copy)]
pub struct Spent {
    runs: usize,
    most: usize,
}

impl Spent {
    /// Of the choice of actions.
    pub(super) fn on_looks(run: usize) -> Self {
        Self::of(WORK / LOOKS, run)
    }

    /// Of a loop of improvement.
    #[must_use]
    pub fn on_loop(run: usize) -> Self {
        Self::of(LOOP_WORK, run)
    }

    fn of(work: usize, run: usize) -> Self {
        Self {
            runs: 0,
            most: work / run.max(1),
        }
    }

    /// Counts runs of the objective.
    pub fn add(&mut self, runs: usize) {
        self.runs += runs;
    }

    /// Whether nothing is left.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.runs >= self.most
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::model::Model;
    use crate::scenario::Scenario;

    fn model(set: &[&str]) -> Model {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/outdoor-shop.toml");
        Model::new(&Scenario::from_path_with(&path, set).expect("a scenario").scenario)
    }

    #[test]
    fn a_plan_of_common_size_is_searched_as_thoroughly_as_can_be() {
        let options = SearchOptions::default();
        let model = model(&["plan.pacing=free"]);
        let full = Effort::full(model.work());
        assert!(full.affords(64));
        let within = full.within(20, options);
        assert_eq!(
            within,
            SearchOptions {
                finish_limit: within.finish_limit,
                ..options
            }
        );
        assert!(within.finish_limit > 20);
        // Ten actions: a look begins at the best plan so far and needs tens of steps.
        assert!(Effort::look(model.work(), 1023).within(3, options).screen.steps > 100);
        assert_eq!(Effort::cycle(model.work(), 4).within(1, options).finish, options.finish);
    }

    #[test]
    fn a_search_keeps_to_its_work() {
        let sets = [
            "plan.periods=10000",
            "plan.period=day",
            "channel.search.price_index=1",
            "channel.search.spend=1",
        ];
        for more in ["act.lag={ mean = 400, sd = 400 }", "engage.retention={ alpha = 1, beta = 9 }"] {
            let model = model(&[&sets[..], &[more]].concat());
            let full = Effort::full(model.work()).within(4, SearchOptions::default());
            let climbs = 4 * full.screen.steps + full.finish_limit * full.finish.steps;
            assert!(climbs * model.work() < WORK, "{climbs} of {}", model.work());
            assert!(full.screen.steps < 1_000, "{more}: {}", full.screen.steps);
        }
    }
}
