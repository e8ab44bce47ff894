//! The experiment: every strategy through every world.

use std::ops::Range;

use rayon::prelude::*;

use crate::optimize::Clash;
use crate::scenario::Scenario;
use crate::simulate::Band;

use super::course::Course;
use super::illusions::Deceptions;
use super::setting::Setting;
use super::shared::Lab;
use super::shown::look_closely;
use super::world::World;
use super::{Coverage, Experiment, Strategy, StrategyOutcome};

/// How an experiment is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Design {
    /// Cycles, from 1 to the periods of the scenario.
    pub cycles: usize,
    /// Worlds, from 1 to [`Self::MOST_WORLDS`].
    pub worlds: usize,
    pub seed: u64,
    /// The world that is looked at closely, from 1 to the number of worlds.
    pub shown: usize,
}

impl Design {
    /// Worlds where nothing else is said.
    pub const WORLDS: usize = 500;
    /// Most worlds.
    pub const MOST_WORLDS: usize = 100_000;
    /// Most cycles of all worlds together: what is kept of each strategy's way is then below a gigabyte.
    const MOST_CYCLES: usize = 10_000_000;
    /// Most spends in all cycles of one course: the plans that a course keeps are then below a hundred megabytes.
    const MOST_SPENDS: usize = 10_000_000;

    /// Why an experiment of this design would be too large for a machine; `None` where it is not.
    #[must_use]
    pub fn too_large(&self, scenario: &Scenario) -> Option<String> {
        let (cycles, worlds) = (self.cycles, self.worlds);
        let spends = scenario.plan.periods.saturating_mul(scenario.channels.len());
        if worlds.saturating_mul(cycles) > Self::MOST_CYCLES {
            let most = Self::MOST_CYCLES / cycles;
            return Some(format!(
                "{worlds} worlds of {cycles} cycles are too many to keep: at most {most} worlds"
            ));
        }
        (spends.saturating_mul(cycles) > Self::MOST_SPENDS).then(|| {
            let most = (Self::MOST_SPENDS / spends.max(1)).max(1);
            format!("{cycles} cycles of a plan with {spends} spends are too many to keep: at most {most} cycles")
        })
    }

    /// The design that a scenario asks for.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            cycles: scenario.lab.cycles_in(scenario.plan.periods),
            worlds: Self::WORLDS,
            seed: 1,
            shown: 1,
        }
    }
}

/// What is kept of a course.
struct Kept {
    value: f64,
    expected: f64,
    claimed: f64,
    path: Vec<f64>,
    changes: usize,
    hits: usize,
    predictions: usize,
}

impl Kept {
    fn of(setting: &Setting, world: &World, mut course: Course) -> Self {
        Self {
            value: course.value,
            claimed: course.claimed(),
            path: course.path(setting),
            changes: course.changes(),
            hits: course.hits(setting),
            predictions: 3 * course.predicted.len(),
            expected: course.expected(world),
        }
    }
}

/// Plays all strategies through all worlds; `progress` hears of each world that is done, from any thread.
///
/// The same design gives the same bits, whatever the number of threads.
///
/// # Errors
/// Where limits and budget clash: no plan keeps them all.
///
/// # Panics
/// Where a number of the design is outside of its range.
pub fn run(scenario: &Scenario, design: &Design, progress: &(dyn Fn() + Sync)) -> Result<Experiment, Clash> {
    let in_range = (1..=scenario.plan.periods).contains(&design.cycles) && (1..=Design::MOST_WORLDS).contains(&design.worlds);
    assert!(
        in_range && (1..=design.worlds).contains(&design.shown),
        "a design within its ranges"
    );
    let lab = Lab::new(scenario, design.cycles, design.seed)?;
    Ok(experiment(&lab, 0..design.worlds, design.shown - 1, None, progress))
}

/// An experiment in some worlds, one of which is looked at closely, with a learner's course through that one.
pub(super) fn experiment(
    lab: &Lab,
    worlds: Range<usize>,
    shown: usize,
    learner: Option<Course>,
    progress: &(dyn Fn() + Sync),
) -> Experiment {
    let setting = &lab.setting;
    let count = worlds.len();
    let played: Vec<(Vec<Kept>, Deceptions)> = worlds
        .into_par_iter()
        .map(|number| {
            let world = lab.world(number);
            let mut deceptions = Deceptions::default();
            let of_strategy = |&strategy: &Strategy| {
                let mut course = Course::run(lab, &world, strategy);
                if strategy == Strategy::Hold {
                    let expected = course.expected_diary(&world);
                    deceptions = Deceptions::of(setting, &course, &expected);
                }
                Kept::of(setting, &world, course)
            };
            let kept = Strategy::ALL.iter().map(of_strategy).collect();
            progress();
            (kept, deceptions)
        })
        .collect();
    let world = lab.world(shown);
    let mut courses: Vec<Course> = Strategy::ALL.map(|strategy| Course::run(lab, &world, strategy)).into();
    courses.extend(learner);
    let mut deceptions = Deceptions::default();
    for (_, of_world) in &played {
        deceptions.add(of_world);
    }
    Experiment {
        objective: setting.scenario.plan.objective.word(),
        seed: setting.seed,
        worlds: count,
        duel: band(
            played
                .iter()
                .map(|(kept, _)| kept[Strategy::Kaizen as usize].value - kept[Strategy::BigBang as usize].value)
                .collect(),
        ),
        outcomes: outcomes(&played),
        illusions: deceptions.illusions(),
        shown: look_closely(setting, &world, courses),
        cycles: setting.spans.clone(),
    }
}

/// What each strategy came to.
fn outcomes(played: &[(Vec<Kept>, Deceptions)]) -> Vec<StrategyOutcome> {
    let places = 0..Strategy::ALL.len();
    let hold = Strategy::Hold as usize;
    let oracle = Strategy::Oracle as usize;
    let best: Vec<Vec<f64>> = played.iter().map(|(kept, _)| shares_of_best(kept)).collect();
    places
        .map(|s| {
            let over = |of: &dyn Fn(&[Kept]) -> f64| band(played.iter().map(|(kept, _)| of(kept)).collect());
            let mean = |of: &dyn Fn(&[Kept]) -> f64| played.iter().map(|(kept, _)| of(kept)).sum::<f64>() / played.len() as f64;
            let edges = 0..played[0].0[s].path.len();
            let predictions: usize = played.iter().map(|(kept, _)| kept[s].predictions).sum();
            let hits: usize = played.iter().map(|(kept, _)| kept[s].hits).sum();
            StrategyOutcome {
                strategy: Strategy::ALL[s],
                value: over(&|kept| kept[s].value),
                path: edges.clone().map(|edge| over(&|kept| kept[s].path[edge])).collect(),
                lead: edges.map(|edge| over(&|kept| kept[s].path[edge] - kept[hold].path[edge])).collect(),
                gain: over(&|kept| kept[s].value - kept[hold].value),
                regret: over(&|kept| kept[oracle].value - kept[s].value),
                best_share: best.iter().map(|shares| shares[s]).sum::<f64>() / played.len() as f64,
                better_than_hold: mean(&|kept| f64::from(kept[s].value > kept[hold].value)),
                claimed: over(&|kept| kept[s].claimed),
                true_gain: over(&|kept| kept[s].expected - kept[hold].expected),
                coverage: (predictions > 0).then(|| Coverage {
                    within: hits as f64 / predictions as f64,
                    stated: 0.8,
                    predictions,
                }),
                changes: mean(&|kept| kept[s].changes as f64),
            }
        })
        .collect()
}

/// A result that is behind by less than this share is level.
const LEVEL: f64 = 1e-9;

/// Each strategy's part in being the best of a world, the oracle apart: equals share it.
fn shares_of_best(kept: &[Kept]) -> Vec<f64> {
    let plays = |s: usize| Strategy::ALL[s] != Strategy::Oracle;
    let best = (0..kept.len())
        .filter(|&s| plays(s))
        .map(|s| kept[s].value)
        .fold(f64::NEG_INFINITY, f64::max);
    // a plan in other cents is no better
    let is_best = |s: usize| plays(s) && best - kept[s].value <= LEVEL * best.abs();
    let equals = (0..kept.len()).filter(|&s| is_best(s)).count().max(1) as f64;
    (0..kept.len()).map(|s| if is_best(s) { 1.0 / equals } else { 0.0 }).collect()
}

/// The finite ones over all worlds.
fn band(values: Vec<f64>) -> Band {
    let worlds = values.len() as u64;
    let finite: Vec<f64> = values.into_iter().filter(|value| value.is_finite()).collect();
    Band::of(&finite, worlds).unwrap_or(Band::NOWHERE)
}
