//! Bounds against everything that finds plans: exhaustive grids, searches from many starts, both reference cases.

mod fixture;

use super::*;
use crate::optimize::cases::{BEST_1, BEST_52};
use crate::optimize::{Origin, Start};

use fixture::{Case, Random, reference, simulator};

/// Every split of `units` over the variables, none above its `most`.
fn each_split(most: &[usize], units: usize, split: &mut Vec<usize>, visit: &mut impl FnMut(&[usize])) {
    if split.len() == most.len() {
        if units == 0 {
            visit(split);
        }
        return;
    }
    for k in 0..=units.min(most[split.len()]) {
        split.push(k);
        each_split(most, units - k, split, visit);
        split.pop();
    }
}

/// Shares by which bounds lie above the best plans known, in increasing order.
fn sorted(mut gaps: Vec<f64>) -> Vec<f64> {
    gaps.sort_by(f64::total_cmp);
    println!(
        "gaps: median {:.1e}, nine in ten {:.1e}, largest {:.1e}",
        gaps[gaps.len() / 2],
        gaps[gaps.len() * 9 / 10],
        gaps[gaps.len() - 1]
    );
    gaps
}

#[test]
fn the_parts_add_up_to_the_objective() {
    for seed in 0..300 {
        let mut random = Random::new(seed, 3, 7);
        let mut case = Case::new(&random.text("free", true));
        let mut plan = case.simulator.today();
        for _ in 0..3 {
            for x in &mut plan.spend {
                *x = random.between(-50.0, 300.0).max(0.0);
            }
            let (objective, sum) = (case.simulator.objective(&plan), case.apart.value(&plan.spend));
            // amounts of some ten thousand, each rounded some hundred times
            assert!(
                (objective - sum).abs() <= 1e-12 * (objective.abs() + 1e5),
                "{seed}: {objective} {sum}"
            );
        }
    }
}

#[test]
fn no_plan_of_a_grid_or_a_search_is_above_the_bound() {
    let mut gaps = Vec::new();
    for seed in 0..300 {
        let case = Case::new(&Random::new(1000 + seed, 2, 3).text("free", false));
        let bounded = case.bound().expect("a bound");
        let unit = case.budget.amount() / 12.0;
        let (lower, upper) = (case.space.lower(), case.space.upper());
        let most: Vec<usize> = lower.iter().zip(upper).map(|(l, u)| ((u - l) / unit) as usize).collect();
        let base: f64 = lower.iter().sum();
        let units = ((case.budget.amount() - base) / unit).floor();
        let rest = (case.budget.amount() - base - units * unit) / 6.0;
        let (mut best, mut at) = (f64::NEG_INFINITY, lower.to_vec());
        each_split(&most, units as usize, &mut Vec::new(), &mut |split| {
            let x: Vec<f64> = split.iter().zip(lower).map(|(&k, l)| l + k as f64 * unit + rest).collect();
            if x.iter().zip(upper).all(|(x, u)| x <= u) {
                let value = case.apart.value(&x);
                if value > best {
                    (best, at) = (value, x);
                }
            }
        });
        let mut starts = bounded.starts.clone();
        starts.push(at);
        best = best.max(case.best(&starts));
        assert!(bounded.upper_bound >= best, "{seed}: {} below {best}", bounded.upper_bound);
        gaps.push((bounded.upper_bound - best) / best.abs());
    }
    let gaps = sorted(gaps);
    // what S-curves of a few variables leave between a problem and its dual
    assert!(gaps[150] < 1e-2, "{}", gaps[150]);
}

#[test]
fn longer_plans_are_bounded_closer() {
    let mut gaps = Vec::new();
    for seed in 0..100 {
        let case = Case::new(&Random::new(2000 + seed, 4, 13).text("free", false));
        let bounded = case.bound().expect("a bound");
        let best = case.best(&bounded.starts);
        assert!(bounded.upper_bound >= best, "{seed}: {} below {best}", bounded.upper_bound);
        gaps.push((bounded.upper_bound - best) / best.abs());
    }
    let gaps = sorted(gaps);
    assert!(gaps[50] < 1e-3, "{}", gaps[50]);
}

#[test]
fn levels_are_solved_with_proof() {
    let mut gaps = Vec::new();
    for seed in 0..300 {
        let case = Case::new(&Random::new(3000 + seed, 4, 6).text("keep", true));
        let bounded = case.bound().expect("a bound");
        let best = case.best(&bounded.starts);
        assert!(bounded.upper_bound >= best, "{seed}: {} below {best}", bounded.upper_bound);
        gaps.push((bounded.upper_bound - best) / best.abs());
    }
    assert!(sorted(gaps)[299] < 1e-7);
}

/// One channel without carryover: the best spends of the periods are a split of the budget over their curves, which the dense dynamic
/// program of the sampled starts finds to its grid.
#[test]
fn a_dense_program_over_the_money_finds_no_more() {
    use crate::optimize::FeasibleSet;
    use crate::optimize::separable::{SampledCurve, split_on_grid};
    let text = reference(&[0.9, 1.0, 1.3, 0.7, 1.1, 1.2], 1, 60_000.0, 0.0, 120.0);
    let case = Case::new(&text);
    let (lower, upper) = (case.space.lower().to_vec(), case.space.upper().to_vec());
    let set = FeasibleSet::new(lower.clone(), upper, case.budget).unwrap();
    let nothing = case.apart.value(&lower);
    let curves: Vec<SampledCurve> = (0..6)
        .map(|t| {
            let mut x = lower.clone();
            SampledCurve::sample(lower[t], set.reach()[t], 4001, |level| {
                x[t] = level;
                case.apart.value(&x) - nothing
            })
        })
        .collect();
    let found = case.apart.value(&split_on_grid(&set, &curves).x);
    let bounded = case.bound().expect("a bound");
    assert!(bounded.upper_bound >= found);
    // six S-curves that differ by the season alone: the dual leaves open what one of them, half filled, falls short of its envelope
    assert!((bounded.upper_bound - found) / found < 2e-2, "{} {found}", bounded.upper_bound);
}

#[test]
fn one_period_is_solved_to_its_last_digits() {
    let case = Case::new(&reference(&[1.0], 8, 35_000.0, 0.0, 228.0));
    let bounded = case.bound().expect("a bound");
    // the optimum is told to ten digits
    assert!((bounded.upper_bound / BEST_1.0 - 1.0).abs() < 2e-9, "{}", bounded.upper_bound);
    for (x, best) in bounded.starts[0].iter().zip(BEST_1.1) {
        // a billionth of the profit is some ten in money where it is flat
        assert!((x - best).abs() < 10.0, "{x} {best}");
    }
}

#[test]
fn a_year_of_weeks_is_bounded_to_a_few_millionths() {
    #[expect(clippy::disallowed_methods, reason = "a test may ask another implementation")]
    let season: Vec<f64> = (0..52)
        .map(|t| 1.0 + 0.3 * (2.0 * std::f64::consts::PI * f64::from(t) / 52.0).sin())
        .collect();
    let case = Case::new(&reference(&season, 8, 1_820_000.0, 1.0, 120.0));
    let bounded = case.bound().expect("a bound");
    // the best profit known is told to eleven digits
    assert!(
        bounded.upper_bound >= BEST_52 * (1.0 - 1e-10) && bounded.upper_bound <= BEST_52 * (1.0 + 3e-6),
        "{}",
        bounded.upper_bound
    );
    for start in bounded.starts {
        let found = case.climb(&[Start::new(Origin::Given, start)]);
        assert!((found / BEST_52 - 1.0).abs() < 1e-9, "{found}");
    }
}

/// Minimum flights and a mixed space, against all plans of a grid.
#[test]
fn flights_and_mixed_paces_are_bounded() {
    let mut pauses = 0;
    for seed in 0..100 {
        let case = Case::new(&Random::new(4000 + seed, 2, 3).text("free", false));
        let unit = 50.0;
        let units = (case.budget.amount() / unit) as usize;
        let (mut flights, mut mixed) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        each_split(&[6; 6], units, &mut Vec::new(), &mut |split| {
            let x: Vec<f64> = split.iter().map(|&k| k as f64 * unit).collect();
            if split.iter().all(|&k| k == 0 || k >= 3) {
                flights = flights.max(case.apart.value(&x));
            }
            if split[0] == split[1] && split[1] == split[2] {
                mixed = mixed.max(case.apart.value(&x));
            }
        });
        let allowed = Allowed {
            paces: &[Pace::Periods, Pace::Periods],
            lower: &[0.0; 6],
            upper: &[300.0; 6],
            burst: Some(&[150.0, 150.0]),
            budget: case.budget,
            rows: None,
        };
        let bounded = bound(&case.apart, &allowed).expect("a bound");
        assert!(bounded.upper_bound >= flights, "{seed}: {} {flights}", bounded.upper_bound);
        for x in bounded.starts.iter().flatten() {
            assert!(*x == 0.0 || (150.0 - 1e-9..=300.0 + 1e-9).contains(x), "{seed}: {x}");
        }
        let lower_limits_give_way = Allowed {
            lower: &[300.0; 6],
            ..allowed
        };
        assert_eq!(bound(&case.apart, &lower_limits_give_way), Some(bounded.clone()));
        pauses += bounded.starts.iter().flatten().filter(|x| **x == 0.0).count();
        let level = [1.0 / 3.0; 3];
        let allowed = Allowed {
            paces: &[Pace::Level(&level), Pace::Periods],
            lower: &[0.0; 4],
            upper: &[900.0, 300.0, 300.0, 300.0],
            burst: None,
            ..allowed
        };
        let bounded = bound(&case.apart, &allowed).expect("a bound");
        assert!(bounded.upper_bound >= mixed, "{seed}: {} {mixed}", bounded.upper_bound);
        let lower_limits_give_way = Allowed {
            lower: &[900.0, 0.0, 0.0, 0.0],
            burst: Some(&[450.0, 0.0]),
            ..allowed
        };
        assert_eq!(bound(&case.apart, &lower_limits_give_way), Some(bounded));
    }
    // 1200 spends in the starts, a budget for a third of what they may be
    assert!(pauses > 300, "{pauses}");
}

/// A row `Σ x of channel 0 ≤ 200` at any price: no plan that keeps it is above the bound.
#[test]
fn priced_rows_keep_the_bound() {
    for (seed, pacing) in (0..60).flat_map(|seed| [(seed, "free"), (seed, "keep")]) {
        let case = Case::new(&Random::new(5000 + seed, 2, 3).text(pacing, false));
        let paces = case.paces();
        let mut best = f64::NEG_INFINITY;
        for k in 0..=400 {
            let total = 200.0 * f64::from(k) / 400.0;
            let shape = |c: usize, total: f64| case.shapes[c].iter().map(move |share| share * total).collect::<Vec<_>>();
            let x = [shape(0, total), shape(1, case.budget.amount() - total)].concat();
            let within = |c: usize| {
                x[c * 3..c * 3 + 3].iter().all(|x| {
                    let limits = &case.simulator.scenario().channels[c].limits;
                    (limits.min..=limits.max).contains(x)
                })
            };
            if within(0) && within(1) {
                best = best.max(case.apart.value(&x));
            }
        }
        for price in [0.0, 0.3, 2.0] {
            let prices = [price, price, price, 0.0, 0.0, 0.0];
            let rows = Some(Rows {
                price: &prices,
                granted: price * 200.0,
            });
            let allowed = Allowed {
                rows,
                ..case.allowed(&paces)
            };
            let bounded = bound(&case.apart, &allowed).expect("a bound");
            assert!(
                bounded.upper_bound >= best,
                "{seed} {pacing} {price}: {} {best}",
                bounded.upper_bound
            );
        }
    }
}

#[test]
fn threads_leave_no_trace() {
    let case = Case::new(&Random::new(7, 5, 20).text("free", false));
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| case.bound()).expect("a bound")
    };
    assert_eq!(with(1), with(3));
}

#[test]
fn what_has_no_bound_says_so() {
    let text = reference(&[1.0, 1.2, 0.8], 8, 100_000.0, 1.0, 120.0);
    let windowed = text.replace("carryover = { decay = 0.5 }", "carryover = { decay = 0.5, window = 3 }");
    assert!(Case::new(&windowed).bound().is_none());
    let crowded = text.replace("organic = 4000", "organic = 4000\naudience = 1000000");
    assert!(simulator(&crowded).apart(&[]).is_none());
    let case = Case::new(&text);
    let paces = case.paces();
    for amount in [1000.0, f64::NAN] {
        let allowed = Allowed {
            budget: Budget::Exactly(amount),
            ..case.allowed(&paces)
        };
        assert_eq!(bound(&case.apart, &allowed), None, "minimums of 1200");
    }
}
