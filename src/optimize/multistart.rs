//! The whole search: many starts, the best of their ends, its neighbours, and how many starts agree on it.
//!
//! The starts run side by side, each by itself; their results are read in the order of the starts. So the answer is the same to the bit
//! for any number of threads.

use rayon::prelude::*;

use super::evaluate::Evaluator;
use super::exchange::exchange;
use super::feasible::FeasibleSet;
use super::flights::neighbours;
use super::objective::Objective;
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
            exchange_limit: 20_000,
            neighbour_limit: 64,
            rounds: 20,
        }
    }
}

/// Ends within this share of the best one after the first look are followed to their end.
const CONTENDER: f64 = 1e-4;
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
    let contenders: Vec<usize> = (0..fresh.len()).filter(|&k| screened[k].end.value >= threshold).collect();
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
        if climb.end.value.is_nan() {
            f64::NEG_INFINITY
        } else {
            climb.end.value
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
        let mut plans = neighbours(set, groups, &best.x);
        plans.truncate(options.neighbour_limit);
        let screened = climb_all(problem, set, plans, &options.screen);
        evaluations += screened.iter().map(|climb| climb.end.evaluations).sum::<usize>();
        let Some(lead) = best_of(&screened) else { break };
        let promising = screened[lead].end.value > best.end.value - AGREE * best.end.value.abs();
        if !promising {
            break;
        }
        let finished = climb_all(problem, set, vec![screened[lead].x.clone()], &options.finish).remove(0);
        evaluations += finished.end.evaluations;
        if finished.end.value <= best.end.value + AGREE * 1e-3 * best.end.value.abs() {
            break;
        }
        *best = finished;
    }
    evaluations
}

/// Where the gradient gave out above its tolerance: exchanges between pairs, then the gradient again. Gives the runs used.
fn look_around(objective: &mut dyn Objective, set: &FeasibleSet, best: &mut Climb, options: &SearchOptions) -> usize {
    let n = set.dimension();
    let mut work = Workspace::new(n);
    let (mut gradient, mut lifted) = (vec![0.0; n], vec![0.0; n]);
    let mut used = 0;
    for _ in 0..3 {
        if best.end.stop != Stop::NoProgress {
            break;
        }
        let mut evaluator = Evaluator::new(objective, set);
        evaluator.value_and_gradient(&best.x, &mut gradient, &mut lifted);
        let value = exchange(&mut evaluator, &mut best.x, best.end.value, &gradient, options.exchange_limit);
        used += evaluator.evaluations;
        if value <= best.end.value {
            // No pair gains although the slopes promise it, by more than the noise of a smooth function's last digits.
            if best.end.residual > KINK * best.end.slope_scale {
                best.end.stop = Stop::Kink;
            }
            break;
        }
        let end = ascend(objective, set, &mut best.x, &options.finish, &mut work);
        used += end.evaluations;
        best.end = Ascent {
            evaluations: best.end.evaluations + end.evaluations,
            iterations: best.end.iterations + end.iterations,
            ..end
        };
    }
    used
}

/// A residual, as a share of the largest slope, that no smooth objective leaves where no pair gains.
const KINK: f64 = 1e-5;

/// The best plan of the relaxed objective.
struct Relaxation {
    x: Vec<f64>,
    upper_bound: f64,
    evaluations: usize,
}

fn relax(relaxed: &mut dyn Objective, set: &FeasibleSet, options: &SearchOptions) -> Relaxation {
    let mut x = Start::even(set).x;
    let end = ascend(relaxed, set, &mut x, &options.screen, &mut Workspace::new(set.dimension()));
    // A concave function lies below its tangent plane, and the plane's best point is a corner of the set.
    let mut evaluator = Evaluator::new(relaxed, set);
    let (mut gradient, mut corner) = (vec![0.0; x.len()], vec![0.0; x.len()]);
    let value = evaluator.value_and_gradient(&x, &mut gradient, &mut corner);
    set.maximize_linear(&gradient, &mut corner);
    let ahead: f64 = gradient.iter().zip(corner.iter().zip(&x)).map(|(g, (c, x))| g * (c - x)).sum();
    Relaxation {
        upper_bound: value + ahead.max(0.0),
        evaluations: end.evaluations + evaluator.evaluations,
        x,
    }
}

#[cfg(test)]
mod tests {
    use super::super::cases::{BEST_1, BEST_52, HillProfit, IPOPT_MEDIAN_52, Separable};
    use super::super::feasible::Budget;
    use super::super::separable::{SampledCurve, split_by_slope, split_on_grid};
    use super::*;

    struct Hills {
        profit: HillProfit,
        relaxed: bool,
    }

    impl Problem for Hills {
        fn objective(&self) -> Box<dyn Objective + '_> {
            Box::new(self.profit.clone())
        }
        fn relaxed(&self) -> Option<Box<dyn Objective + '_>> {
            self.relaxed.then(|| Box::new(self.profit.relaxed()) as Box<dyn Objective>)
        }
    }

    /// All starts there are, as a caller would set them up: today, the sampled curves' splits, all in one channel, random ones.
    fn full_set(set: &FeasibleSet, profit: &mut HillProfit, today: &[f64], seed: u64) -> Vec<Start> {
        let groups: Vec<usize> = (0..8).collect();
        let lower = set.lower().to_vec();
        let curves: Vec<SampledCurve> = (0..8)
            .map(|i| {
                let mut x = lower.clone();
                SampledCurve::sample(lower[i], set.reach()[i], 129, |level| {
                    x[i] = level;
                    profit.value(&x)
                })
            })
            .collect();
        let mut starts = vec![Start::new(Origin::Today, today.to_vec()), Start::even(set)];
        starts.push(Start::new(Origin::Grid, split_on_grid(set, &curves).x));
        starts.push(Start::new(Origin::Envelope, split_by_slope(set, &curves).x));
        starts.extend((0..8).map(|c| Start::concentrated(set, &groups, c)));
        starts.extend((0..8).map(|number| Start::random(set, &groups, seed, number)));
        starts
    }

    #[test]
    fn the_eight_channels_find_their_optimum_from_any_start() {
        let mut problem = Hills {
            profit: HillProfit::allocation_1(),
            relaxed: false,
        };
        let set = problem.profit.feasible(Budget::Exactly(35_000.0));
        let groups: Vec<usize> = (0..8).collect();
        for number in 0..200 {
            problem.relaxed = number % 2 == 1;
            let today = Start::random(&set, &groups, 77, number).x;
            let before = problem.profit.value(&today);
            let starts = full_set(&set, &mut problem.profit, &today, number);
            let found = search(&problem, &set, &starts, None, &SearchOptions::default());
            assert!((found.end.value / BEST_1.0 - 1.0).abs() < 1e-9, "{number}: {}", found.end.value);
            assert!(found.end.value >= before && set.contains(&found.x));
            assert_eq!(found.end.stop, Stop::Converged);
            assert!(found.agreement >= 1 && found.upper_bound.is_none_or(|bound| bound >= found.end.value));
            for (x, best) in found.x.iter().zip(BEST_1.1) {
                // Stated to the cent; the profit's curvature lets a residual of a millionth move a cent or two.
                assert!((x - best).abs() < 0.05, "{x} against {best}");
            }
        }
    }

    /// As the even split is the start alone, with and without the relaxed start, and among random ones.
    #[test]
    fn the_fifty_two_weeks_find_the_best_value_known() {
        for (relaxed, randoms) in [(true, 0), (false, 0), (true, 4), (false, 4)] {
            let problem = Hills {
                profit: HillProfit::allocation_52(),
                relaxed,
            };
            let set = problem.profit.feasible(Budget::Exactly(1_820_000.0));
            let groups = problem.profit.channel_of();
            let mut starts = vec![Start::new(Origin::Today, vec![4375.0; 416])];
            starts.extend((0..randoms).map(|number| Start::random(&set, &groups, 1, number)));
            let found = search(&problem, &set, &starts, Some(&groups), &SearchOptions::default());
            assert!(found.end.value > IPOPT_MEDIAN_52);
            assert!(found.end.value >= BEST_52 * (1.0 - 1e-9), "{}", found.end.value);
            assert!(set.contains(&found.x) && found.end.stop == Stop::Converged);
            assert_eq!(found.upper_bound.is_some(), relaxed);
            assert!(
                found
                    .upper_bound
                    .is_none_or(|bound| bound >= found.end.value && bound < 1.03 * found.end.value)
            );
        }
    }

    #[test]
    fn the_answer_is_the_same_to_the_bit_for_any_number_of_threads() {
        let problem = Hills {
            profit: HillProfit::allocation_52(),
            relaxed: true,
        };
        let set = problem.profit.feasible(Budget::Exactly(1_820_000.0));
        let groups = problem.profit.channel_of();
        let starts: Vec<Start> = (0..5).map(|number| Start::random(&set, &groups, 3, number)).collect();
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| search(&problem, &set, &starts, Some(&groups), &SearchOptions::default()))
        };
        let alone = with(1);
        assert_eq!(alone, with(2));
        assert_eq!(alone, with(5));
    }

    /// Profit of leads with a capacity: min(Σ rate · x, Q) · worth - cost of each.
    struct Capped;

    impl Objective for Capped {
        fn dimension(&self) -> usize {
            3
        }
        fn value(&mut self, x: &[f64]) -> f64 {
            let leads = x.iter().zip([0.5, 0.3, 0.2]).map(|(x, rate)| rate * x).sum::<f64>();
            let brand = 40.0 * (x[2] / 50.0).ln_1p();
            4.0 * leads.min(60.0) + brand
        }
        fn value_and_gradient(&mut self, x: &[f64], gradient: &mut [f64]) -> f64 {
            let leads = x.iter().zip([0.5, 0.3, 0.2]).map(|(x, rate)| rate * x).sum::<f64>();
            for (g, rate) in gradient.iter_mut().zip([0.5, 0.3, 0.2]) {
                *g = if leads < 60.0 { 4.0 * rate } else { 0.0 };
            }
            gradient[2] += 40.0 / (50.0 + x[2]);
            self.value(x)
        }
    }

    struct CappedProblem;
    impl Problem for CappedProblem {
        fn objective(&self) -> Box<dyn Objective + '_> {
            Box::new(Capped)
        }
    }

    #[test]
    fn an_optimum_on_a_capacity_is_found_and_called_a_kink() {
        // Leads reach 60 with 66.67 in the first and 133.33 in the third: more in either is worth less than what it takes from the other.
        let set = FeasibleSet::new(vec![0.0; 3], vec![200.0; 3], Budget::Exactly(200.0)).unwrap();
        for start in [
            vec![0.0, 0.0, 200.0],
            vec![200.0, 0.0, 0.0],
            vec![0.0, 200.0, 0.0],
            vec![70.0, 60.0, 70.0],
        ] {
            let found = search(
                &CappedProblem,
                &set,
                &[Start::new(Origin::Today, start)],
                None,
                &SearchOptions::default(),
            );
            assert_eq!(found.end.stop, Stop::Kink, "{found:?}");
            assert!((found.x[0] - 200.0 / 3.0).abs() < 1e-3 && found.x[1] < 1e-3, "{:?}", found.x);
        }
    }

    struct Flat;
    impl Problem for Flat {
        fn objective(&self) -> Box<dyn Objective + '_> {
            Box::new(Separable::new(2, |_, _| (0.0, 0.0)))
        }
    }

    #[test]
    fn repeated_starts_are_tried_once_and_the_first_of_equals_wins() {
        let set = FeasibleSet::new(vec![0.0; 2], vec![10.0; 2], Budget::Exactly(10.0)).unwrap();
        let start = |origin, x: f64| Start::new(origin, vec![x, 10.0 - x]);
        let starts = [start(Origin::Today, 3.0), start(Origin::Given, 3.0), start(Origin::Given, 7.0)];
        let found = search(&Flat, &set, &starts, None, &SearchOptions::default());
        assert_eq!((found.tried, found.agreement, found.origin), (2, 2, Origin::Today));
        assert_eq!(found.x, [3.0, 7.0]);
        assert!(found.runs[1].ascent.is_none());
        let nothing = search(&Flat, &set, &[], None, &SearchOptions::default());
        assert_eq!((nothing.origin, nothing.x), (Origin::Even, vec![5.0, 5.0]));
    }

    #[test]
    #[ignore = "a report of times and counts, no test"]
    fn report() {
        let mut work = Workspace::default();
        for (name, profit, budget) in [("1", HillProfit::allocation_1(), 35e3), ("52", HillProfit::allocation_52(), 182e4)] {
            let set = profit.feasible(Budget::Exactly(budget));
            let groups = profit.channel_of();
            for (screen, options) in [(true, SearchOptions::default().screen), (false, SearchOptions::default().finish)] {
                let (mut evaluations, mut worst, mut stops) = (0, 0, 0);
                let begin = std::time::Instant::now();
                let mut objective = profit.clone();
                for number in 0..100 {
                    let mut x = Start::random(&set, &groups, 5, number).x;
                    let end = ascend(&mut objective, &set, &mut x, &options, &mut work);
                    evaluations += end.evaluations;
                    worst = worst.max(end.evaluations);
                    stops += usize::from(end.stop != Stop::Converged);
                }
                let each = begin.elapsed().as_secs_f64() * 10.0;
                println!(
                    "{name} screen {screen}: {each:.3} ms a start, {} evaluations, worst {worst}, not converged {stops}",
                    evaluations / 100
                );
            }
            for relaxed in [true, false] {
                for randoms in [0, 4, 8] {
                    let problem = Hills {
                        profit: profit.clone(),
                        relaxed,
                    };
                    let mut starts = vec![Start::even(&set)];
                    starts.extend((0..randoms).map(|number| Start::random(&set, &groups, 9, number)));
                    let begin = std::time::Instant::now();
                    let found = search(
                        &problem,
                        &set,
                        &starts,
                        (name == "52").then_some(&groups[..]),
                        &SearchOptions::default(),
                    );
                    println!(
                        "{name} search relaxed {relaxed} randoms {randoms}: {:.5} {:?} r {:.1e} {:?} neighbour {} agree {}/{} bound {:?} ev {} {:?}",
                        found.end.value,
                        found.end.stop,
                        found.end.residual,
                        found.origin,
                        found.from_neighbour,
                        found.agreement,
                        found.tried,
                        found.upper_bound,
                        found.evaluations,
                        begin.elapsed()
                    );
                }
            }
        }
    }
}
