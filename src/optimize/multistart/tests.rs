//! Both reference cases, ridges, threads.
#![expect(clippy::disallowed_methods, reason = "a test may ask another implementation")]

use super::super::cases::{BEST_1, BEST_52, HillProfit, IPOPT_MEDIAN_52, Queue, Separable};
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

/// Independent optimum of [`Queue`]: IPOPT 3.14 (CasADi) on the same problem with the leads handled as variables of their own, which
/// makes it smooth; its bounds are relaxed by 1e-8.
const QUEUE_BEST: f64 = 969_427.868;

impl Problem for Queue {
    fn objective(&self) -> Box<dyn Objective + '_> {
        Box::new(*self)
    }
}

#[test]
fn a_capacity_that_binds_in_most_periods_is_climbed_along_its_ridges() {
    let set = FeasibleSet::new(vec![50.0; 48], vec![30_000.0; 48], Budget::Exactly(144_000.0)).unwrap();
    let groups: Vec<usize> = (0..48).map(|i| i / 12).collect();
    for randoms in [0, 4] {
        let mut starts = vec![Start::even(&set)];
        starts.extend((0..randoms).map(|number| Start::random(&set, &groups, 1, number)));
        let found = search(&Queue { capacity: 2500.0 }, &set, &starts, Some(&groups), &SearchOptions::default());
        assert!(set.contains(&found.x));
        assert_eq!(found.end.stop, Stop::Kink);
        // The bundle ends within a ten-millionth; its residual is that of slopes mixed over a ridge of finite width.
        assert!((found.end.value / QUEUE_BEST - 1.0).abs() < 2e-7, "{}", found.end.value);
        assert!(found.end.residual < 0.02, "{}", found.end.residual);
    }
    // Without a capacity the same is smooth, and with one that binds everywhere nothing can be gained.
    let search = |capacity| search(&Queue { capacity }, &set, &[], None, &SearchOptions::default()).end;
    assert_eq!(search(1e9).stop, Stop::Converged);
    assert!((search(1e9).value / 1_047_299.118 - 1.0).abs() < 1e-7);
    assert_eq!(search(2000.0).value, 40.0 * 2000.0 * 12.0 - 144_000.0);
}
