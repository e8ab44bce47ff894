//! Closed forms, edges, and what must hold from any start.
#![expect(clippy::disallowed_methods, reason = "a test may ask another implementation")]

use proptest::prelude::*;

use super::super::cases::Separable;
use super::*;

fn climb(objective: &mut dyn Objective, set: &FeasibleSet, x: &[f64]) -> (Vec<f64>, Ascent) {
    let mut x = x.to_vec();
    let options = SpectralOptions {
        tolerance: 1e-9,
        ..SpectralOptions::default()
    };
    let end = ascend(objective, set, &mut x, &options, &mut Workspace::default());
    assert!(set.contains(&x), "{x:?}");
    (x, end)
}

/// max Σ a ln(1 + x/h): the level μ = a/(h + x) is the same for all, so x = a/μ - h and μ = Σa / (B + Σh).
#[test]
fn logarithms_fill_up_like_water_at_any_scale_of_money() {
    for money in [1.0, 1e3, 1e6, 1e9] {
        let (worth, half) = ([3.0 * money, 5.0 * money], [0.2 * money, 0.9 * money]);
        let set = FeasibleSet::new(vec![0.0; 2], vec![f64::INFINITY; 2], Budget::Exactly(money)).unwrap();
        let mut objective = Separable::new(2, |i, x| (worth[i] * (x / half[i]).ln_1p(), worth[i] / (half[i] + x)));
        let (x, end) = climb(&mut objective, &set, &[money, 0.0]);
        let level = 8.0 * money / (2.1 * money);
        for i in 0..2 {
            // A residual of 1e-9 of the slopes moves the level by as much.
            assert!((x[i] - (worth[i] / level - half[i])).abs() < 1e-8 * money, "{money}: {x:?}");
        }
        assert!(end.stop == Stop::Converged && end.evaluations < 40, "{end:?}");
    }
}

/// max Σ b x^s: shares in proportion to b^(1/(1-s)), from a start where two slopes are infinite.
#[test]
fn power_curves_leave_zero_and_share_in_proportion() {
    let (worth, s) = ([1.0, 2.0, 4.0_f64], 0.5);
    let set = FeasibleSet::new(vec![0.0; 3], vec![f64::INFINITY; 3], Budget::Exactly(2100.0)).unwrap();
    let mut objective = Separable::new(3, |i, x| (worth[i] * x.powf(s), worth[i] * s * x.powf(s - 1.0)));
    let (x, end) = climb(&mut objective, &set, &[2100.0, 0.0, 0.0]);
    assert_eq!(end.stop, Stop::Converged);
    for (x, share) in x.iter().zip([1.0, 4.0, 16.0]) {
        assert!((x - 100.0 * share).abs() < 1e-5, "{x}");
    }
}

/// The slope at 0 is infinite, yet a hundredth of a cent of it is all that pays: the plan stays at 0 and counts as the optimum.
#[test]
fn a_vertical_start_that_pays_for_nothing_worth_moving_stays_at_zero() {
    let set = FeasibleSet::new(vec![0.0; 2], vec![f64::INFINITY; 2], Budget::Exactly(1000.0)).unwrap();
    let mut objective = Separable::new(2, |i, x| if i == 0 { (1e-6 * x.sqrt(), 0.5e-6 / x.sqrt()) } else { (x, 1.0) });
    let (x, end) = climb(&mut objective, &set, &[0.0, 1000.0]);
    assert_eq!((x, end.stop, end.residual), (vec![0.0, 1000.0], Stop::Converged, 0.0));
}

#[test]
fn what_need_not_be_spent_stays_where_the_next_unit_loses() {
    // Profit 20 √x - x: its slope is 0 at 100.
    let mut objective = Separable::new(2, |_, x| (20.0 * x.sqrt() - x, 10.0 / x.sqrt() - 1.0));
    let set = FeasibleSet::new(vec![0.0; 2], vec![500.0; 2], Budget::AtMost(700.0)).unwrap();
    let (x, end) = climb(&mut objective, &set, &[0.0, 500.0]);
    assert_eq!(end.stop, Stop::Converged);
    assert!(x.iter().all(|x| (x - 100.0).abs() < 1e-4), "{x:?}");
    // With less than that, all of it is spent.
    let set = FeasibleSet::new(vec![0.0; 2], vec![500.0; 2], Budget::AtMost(50.0)).unwrap();
    let (x, end) = climb(&mut objective, &set, &[0.0, 0.0]);
    assert_eq!(end.stop, Stop::Converged);
    assert!(x.iter().all(|x| (x - 25.0).abs() < 1e-6), "{x:?}");
}

#[test]
fn nothing_to_move_and_nothing_to_gain_are_optima() {
    let optimum = |lower: &[f64], upper: &[f64], budget, slope: f64| {
        let set = FeasibleSet::new(lower.to_vec(), upper.to_vec(), budget).unwrap();
        let mut objective = Separable::new(lower.len(), |_, x| (slope * x, slope));
        let (x, end) = climb(&mut objective, &set, lower);
        assert_eq!((end.stop, end.residual, end.iterations), (Stop::Converged, 0.0, 0));
        x
    };
    assert_eq!(optimum(&[], &[], Budget::Exactly(0.0), 1.0), Vec::<f64>::new());
    assert_eq!(optimum(&[1.0], &[9.0], Budget::Exactly(4.0), 1.0), [4.0]);
    assert_eq!(optimum(&[1.0, 2.0], &[1.0, 2.0], Budget::Exactly(3.0), 1.0), [1.0, 2.0]);
    assert_eq!(optimum(&[1.0, 2.0], &[4.0, 5.0], Budget::Exactly(3.0), 1.0), [1.0, 2.0]);
    assert_eq!(optimum(&[1.0, 2.0], &[4.0, 5.0], Budget::Exactly(9.0), 1.0), [4.0, 5.0]);
    assert_eq!(optimum(&[1.0, 2.0], &[4.0, 5.0], Budget::AtMost(6.0), 0.0), [1.0, 2.0]);
}

#[test]
fn steps_back_from_where_the_objective_is_no_number() {
    // ln(6 - x) ends at 6; both want the money, one cannot take more than 6.
    let mut objective = Separable::new(2, |i, x| {
        if i == 0 {
            (9.0 * x + (6.0 - x).ln(), 9.0 - 1.0 / (6.0 - x))
        } else {
            (x, 1.0)
        }
    });
    let set = FeasibleSet::new(vec![0.0; 2], vec![10.0; 2], Budget::Exactly(10.0)).unwrap();
    let (x, end) = climb(&mut objective, &set, &[0.0, 10.0]);
    assert_eq!(end.stop, Stop::Converged);
    assert!((x[0] - (6.0 - 1.0 / 8.0)).abs() < 1e-7, "{x:?}");
    let (x, end) = climb(&mut objective, &set, &[8.0, 2.0]);
    assert_eq!((x, end.stop), (vec![8.0, 2.0], Stop::NotFinite));
}

proptest! {
    #[test]
    fn never_worse_than_the_start_and_always_within_the_limits(
        curves in prop::collection::vec((0.0..5.0_f64, 0.01..1.0_f64, 0.3..4.0_f64, 0.0..1.0_f64), 1..12),
        share in 0.0..1.0_f64, magnitude in 0..9, all in any::<bool>(),
    ) {
        let (n, money) = (curves.len(), 10f64.powi(magnitude));
        let mut objective = Separable::new(n, |i, x| {
            let (worth, half, slope, _) = curves[i];
            let part = (x / (half * money)).powf(slope);
            let hill = part / (1.0 + part);
            (worth * money * hill - x, worth * money * slope * hill / (1.0 + part) / x - 1.0)
        });
        let lower: Vec<f64> = curves.iter().map(|c| if c.3 < 0.5 { 0.0 } else { 0.1 * c.3 * money }).collect();
        let upper: Vec<f64> = lower.iter().map(|l| l + money).collect();
        let budget = lower.iter().sum::<f64>() + share * n as f64 * money;
        let set = FeasibleSet::new(lower, upper, if all { Budget::Exactly(budget) } else { Budget::AtMost(budget) }).unwrap();
        let mut start: Vec<f64> = curves.iter().map(|c| c.3 * money).collect();
        set.project(&mut start);
        let before = objective.value(&start);
        let (x, end) = climb(&mut objective, &set, &start);
        prop_assert!(end.value >= before);
        prop_assert_eq!(end.value, objective.value(&x));
        prop_assert!(end.stop != Stop::NotFinite);
        // A smooth function leaves next to nothing, whether it got to the tolerance or to the end of its digits.
        prop_assert!(end.residual <= 1e-5 * end.slope_scale, "{end:?}");
    }
}
