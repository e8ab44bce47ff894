//! The whole search: many starts, the best of their ends, its neighbours, and how many starts agree on it.
//!
//! The starts run side by side, each by itself; their results are read in the order of the starts. So the answer is the same to the bit
//! for any number of threads.

use rayon::prelude::*;

use super::bundle::along_ridges;
use super::evaluate::Evaluator;
use super::exchange::exchange;
use super::feasible::FeasibleSet;
use super::flights::{Change, changed, neighbours};
use super::objective::Objective;
use super::residual::Residual;
use super::spectral::{Ascent, SpectralOptions, Stop, Workspace, ascend};
use super::starts::{Origin, Start};

/// Makes objectives: one for each worker, all of the same function.
pub trait Problem: Sync {
    /// The function to be maximised.
    fn objective(&self) -> Box<dyn Objective + '_>;

    /// A concave function that is nowhere below the objective on the feasible set, if one is known: every S-curve replaced by its
    /// concave envelope, say. Its best plan is one more start, and its best value bounds what any plan can reach.
    fn relaxed(&self) -> Option<Box<dyn Objective + '_>> {
        None
    }
}

/// How thorough the search is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SearchOptions {
    /// For the first look from every start.
    pub screen: SpectralOptions,
    /// For the plans that may be the best.
    pub finish: SpectralOptions,
    /// Steps along the ridges of an objective with kinks, no more than `exchange_limit`.
    pub ridge_steps: usize,
    /// Ends of a first look that are followed to their end, at most.
    pub finish_limit: usize,
    /// Runs of the objective that the last look around a kink may take.
    pub exchange_limit: usize,
    /// Neighbouring plans that are tried in one round.
    pub neighbour_limit: usize,
    /// Rounds of neighbours.
    pub rounds: usize,
}

impl Default for SearchOptions {
    fn default() -> Self {
        // A residual of a thousandth shows a value to about a millionth, enough to see which plans may be the best.
        let screen = SpectralOptions {
            tolerance: 1e-3,
            steps: 1_000,
            ..SpectralOptions::default()
        };
        Self {
            screen,
            finish: SpectralOptions::default(),
            finish_limit: usize::MAX,
            ridge_steps: 300,
            exchange_limit: 5_000,
            neighbour_limit: 64,
            rounds: 20,
        }
    }
}

/// Ends within this share of the best one after the first look are followed to their end.
const CONTENDER: f64 = 1e-4;
/// A first look at a neighbour that falls short by no more than this share may still gain in the end.
const CLOSE: f64 = 1e-6;
/// Variables beside rows beyond which no ridge is climbed.
const MANY: usize = 200;
/// A gain below this share is none worth another round.
const NOTABLE: f64 = 1e-9;
/// Ends within this share of the best one agree with it.
const AGREE: f64 = 1e-6;

/// The end of one start.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub origin: Origin,
    /// Objective at the start, moved into the feasible set.
    pub start_value: f64,
    /// How the search from there ended; `None`: the start is one that had been tried.
    pub ascent: Option<Ascent>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    /// The best plan found (shape `n`, money), feasible.
    pub x: Vec<f64>,
    /// How the last search for it ended: value, residual, status.
    pub end: Ascent,
    /// Where the search began that led to it.
    pub origin: Origin,
    /// Whether it was found among the neighbours of that search's end.
    pub from_neighbour: bool,
    /// All starts in their order; the relaxed one last.
    pub runs: Vec<Run>,
    /// Starts (different ones) whose end is within a millionth of the best value.
    pub agreement: usize,
    /// Different starts.
    pub tried: usize,
    /// No plan of the set is better, if the relaxed objective is what it says; `None` without one.
    pub upper_bound: Option<f64>,
    /// Runs of the objective, the relaxed one included.
    pub evaluations: usize,
}

/// Searches from all `starts` (from the even split if there are none) for the best plan of `set`; never worse than any of them.
///
/// `groups` has the channel of every variable where a channel's periods stand next to one another in the order of time; then the
/// neighbours in time of the best plan are tried. Without periods leave it out.
///
/// # Panics
/// If a start, the objective and the set differ in dimension.
#[must_use]
pub fn search(problem: &dyn Problem, set: &FeasibleSet, starts: &[Start], groups: Option<&[usize]>, options: &SearchOptions) -> Search {
    let relaxation = problem.relaxed().map(|mut relaxed| relax(relaxed.as_mut(), set, options));
    let mut starts = if starts.is_empty() {
        vec![Start::even(set)]
    } else {
        starts.to_vec()
    };
    starts.extend(relaxation.iter().map(|r| Start::new(Origin::Relaxed, r.x.clone())));
    for start in &mut starts {
        set.project(&mut start.x);
    }
    let repeated: Vec<bool> = (0..starts.len())
        .map(|k| starts[..k].iter().any(|earlier| same_plan(set, &earlier.x, &starts[k].x)))
        .collect();
    let fresh: Vec<usize> = (0..starts.len()).filter(|&k| !repeated[k]).collect();

    let screened = climb_all(problem, set, fresh.iter().map(|&k| starts[k].x.clone()).collect(), &options.screen);
    let lead = best_of(&screened).expect("there is always a start");
    let threshold = screened[lead].end.value - CONTENDER * screened[lead].end.value.abs();
    let mut contenders: Vec<usize> = (0..fresh.len()).filter(|&k| screened[k].end.value >= threshold).collect();
    contenders.sort_by(|&a, &b| screened[b].end.value.total_cmp(&screened[a].end.value));
    contenders.truncate(options.finish_limit);
    contenders.sort_unstable();
    let finished = climb_all(
        problem,
        set,
        contenders.iter().map(|&k| screened[k].x.clone()).collect(),
        &options.finish,
    );
    let mut climbs = screened;
    for (k, climb) in contenders.into_iter().zip(finished) {
        climbs[k] = climb.after(&climbs[k]);
    }
    let lead = best_of(&climbs).expect("there is always a start");
    let mut evaluations =
        climbs.iter().map(|climb| climb.end.evaluations).sum::<usize>() + relaxation.as_ref().map_or(0, |r| r.evaluations);

    let mut best = climbs[lead].clone();
    let found = best.end.value;
    if let Some(groups) = groups {
        evaluations += try_neighbours(problem, set, groups, &mut best, options);
    }
    let from_neighbour = best.end.value > found;
    evaluations += look_around(problem.objective().as_mut(), set, &mut best, options);

    let enough = best.end.value - AGREE * best.end.value.abs();
    let agreement = climbs.iter().filter(|climb| climb.end.value >= enough).count();
    let mut ends = climbs.iter();
    let run = |(start, repeated): (&Start, &bool)| match (!repeated).then(|| ends.next()).flatten() {
        Some(climb) => Run {
            origin: start.origin,
            start_value: climb.start_value,
            ascent: Some(climb.end),
        },
        None => Run {
            origin: start.origin,
            start_value: f64::NAN,
            ascent: None,
        },
    };
    let runs = starts.iter().zip(&repeated).map(run).collect();
    Search {
        x: best.x,
        end: best.end,
        origin: starts[fresh[lead]].origin,
        from_neighbour,
        runs,
        agreement,
        tried: fresh.len(),
        upper_bound: relaxation.map(|r| r.upper_bound),
        evaluations,
    }
}

/// A search that ended.
#[derive(Debug, Clone)]
struct Climb {
    x: Vec<f64>,
    start_value: f64,
    end: Ascent,
}

impl Climb {
    /// This search as the continuation of `first`.
    fn after(mut self, first: &Self) -> Self {
        self.start_value = first.start_value;
        self.end.iterations += first.end.iterations;
        self.end.evaluations += first.end.evaluations;
        self
    }
}

/// Climbs from all points, side by side; the ends are in the order of the points.
fn climb_all(problem: &dyn Problem, set: &FeasibleSet, points: Vec<Vec<f64>>, options: &SpectralOptions) -> Vec<Climb> {
    let worker = || (problem.objective(), Workspace::new(set.dimension()));
    points
        .into_par_iter()
        .map_init(worker, |(objective, work), mut x| {
            let start_value = objective.value(&x);
            let mut end = ascend(objective.as_mut(), set, &mut x, options, work);
            end.evaluations += 1;
            Climb { x, start_value, end }
        })
        .collect()
}

/// The best end, the first among equals; an end that is not finite loses.
fn best_of(climbs: &[Climb]) -> Option<usize> {
    let rank = |climb: &Climb| {
        if climb.end.value.is_finite() {
            climb.end.value
        } else {
            f64::NEG_INFINITY
        }
    };
    (0..climbs.len()).reduce(|best, k| if rank(&climbs[k]) > rank(&climbs[best]) { k } else { best })
}

fn same_plan(set: &FeasibleSet, a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() <= set.grain())
}

/// Moves the edges of flights by one period, as long as that gains. Gives the runs used.
fn try_neighbours(problem: &dyn Problem, set: &FeasibleSet, groups: &[usize], best: &mut Climb, options: &SearchOptions) -> usize {
    let mut evaluations = 0;
    for _ in 0..options.rounds {
        let mut changes = neighbours(set, groups, &best.x);
        changes.truncate(options.neighbour_limit);
        let mut climb = |plans: Vec<Vec<f64>>, options: &SpectralOptions| {
            let climbs = climb_all(problem, set, plans, options);
            evaluations += climbs.iter().map(|climb| climb.end.evaluations).sum::<usize>();
            climbs
        };
        let mut screened = climb(
            changes.iter().map(|&change| changed(set, &best.x, &[change])).collect(),
            &options.screen,
        );
        let gains = |climb: &Climb| climb.end.value > best.end.value + NOTABLE * best.end.value.abs();
        let gaining: Vec<Change> = changes
            .iter()
            .zip(&screened)
            .filter(|(_, climb)| gains(climb))
            .map(|(change, _)| *change)
            .collect();
        if gaining.len() > 1 {
            // Edges far apart gain together as a rule: that saves a round for each.
            screened.extend(climb(vec![changed(set, &best.x, &gaining)], &options.screen));
        }
        let Some(lead) = best_of(&screened).filter(|&lead| screened[lead].end.value > best.end.value - CLOSE * best.end.value.abs()) else {
            break;
        };
        let finished = climb(vec![screened.swap_remove(lead).x], &options.finish).remove(0);
        if !gains(&finished) {
            break;
        }
        *best = finished;
    }
    evaluations
}

/// Where the gradient gave out above its tolerance: along the ridge with a bundle of gradients, then exchanges between pairs, then the
/// gradient again. Gives the runs used.
fn look_around(objective: &mut dyn Objective, set: &FeasibleSet, best: &mut Climb, options: &SearchOptions) -> usize {
    let n = set.dimension();
    let mut work = Workspace::new(n);
    let (mut gradient, mut lifted) = (vec![0.0; n], vec![0.0; n]);
    let mut used = 0;
    for _ in 0..3 {
        if best.end.stop != Stop::NoProgress {
            break;
        }
        let before = best.end.value;
        let mut evaluator = Evaluator::new(objective, set);
        // each step along a ridge is a search of its own, with a projection in each of its steps
        let rides = if set.has_rows() && n > MANY {
            0
        } else {
            options.ridge_steps.min(options.exchange_limit)
        };
        let ridge = along_ridges(&mut evaluator, &mut best.x, before, rides);
        evaluator.value_and_gradient(&best.x, &mut gradient, &mut lifted);
        best.end.value = exchange(&mut evaluator, &mut best.x, ridge.value, &gradient, options.exchange_limit);
        evaluator.value_and_gradient(&best.x, &mut gradient, &mut lifted);
        used += evaluator.evaluations;
        let one_sided = Residual::at(set, &best.x, &gradient).gain;
        let still_gains = best.end.value > before + CLOSE * before.abs();
        if one_sided <= KINK * best.end.slope_scale {
            // Smooth here after all: the gradient finishes.
            let end = ascend(objective, set, &mut best.x, &options.finish, &mut work);
            used += end.evaluations;
            best.end = end;
        } else if !still_gains {
            // Nothing gains although the slopes on this side promise it: a ridge. Its own residual is that of the mix of both sides.
            best.end.stop = Stop::Kink;
            best.end.residual = ridge.residual.min(one_sided);
        }
        if !still_gains {
            break;
        }
    }
    used
}

/// A residual, as a share of the typical slope, that no smooth objective leaves where no pair gains.
const KINK: f64 = 1e-4;

/// The best plan of the relaxed objective.
struct Relaxation {
    x: Vec<f64>,
    upper_bound: f64,
    evaluations: usize,
}

fn relax(relaxed: &mut dyn Objective, set: &FeasibleSet, options: &SearchOptions) -> Relaxation {
    let mut x = Start::even(set).x;
    let end = ascend(relaxed, set, &mut x, &options.screen, &mut Workspace::new(set.dimension()));
    // A concave function lies below its tangent plane.
    let mut evaluator = Evaluator::new(relaxed, set);
    let (mut gradient, mut lifted) = (vec![0.0; x.len()], vec![0.0; x.len()]);
    let value = evaluator.value_and_gradient(&x, &mut gradient, &mut lifted);
    let ahead = set.most(&gradient, &x) - gradient.iter().zip(&x).map(|(g, x)| g * x).sum::<f64>();
    Relaxation {
        upper_bound: value + ahead.max(0.0),
        evaluations: end.evaluations + evaluator.evaluations,
        x,
    }
}

#[cfg(test)]
mod tests;
