//! The projection against bisection and its optimality conditions; clashes.
#![expect(clippy::disallowed_methods, reason = "a test may ask another implementation")]

use proptest::prelude::*;

use super::*;

/// Bounds around which a budget fits, a budget inside them, a point to project, and whether all has to be spent.
fn cases() -> impl Strategy<Value = (FeasibleSet, Vec<f64>)> {
    let amount = prop_oneof![3 => 0.0..1.0, 1 => Just(0.0)];
    let width = prop_oneof![3 => 0.0..1.0, 1 => Just(0.0), 1 => Just(f64::INFINITY)];
    let variable = (amount, width, -3.0..3.0_f64);
    let share = prop_oneof![4 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0)];
    (prop::collection::vec(variable, 1..40), share, 0..9, any::<bool>()).prop_map(|(variables, share, magnitude, all)| {
        let money = 10f64.powi(magnitude);
        let lower: Vec<f64> = variables.iter().map(|v| v.0 * money).collect();
        let upper: Vec<f64> = variables.iter().map(|v| (v.0 + v.1) * money).collect();
        let point = variables.iter().map(|v| v.2 * money).collect();
        let widest = upper.iter().zip(&lower).map(|(u, l)| (u - l).min(2.0 * money)).sum::<f64>();
        let amount = lower.iter().sum::<f64>() + share * widest;
        let budget = if all { Budget::Exactly(amount) } else { Budget::AtMost(amount) };
        (FeasibleSet::new(lower, upper, budget).unwrap(), point)
    })
}

/// The same projection by plain bisection.
fn bisected(set: &FeasibleSet, point: &[f64]) -> Vec<f64> {
    let at = |multiplier: f64| -> Vec<f64> {
        point
            .iter()
            .zip(set.lower().iter().zip(set.upper()))
            .map(|(x, (l, u))| (x - multiplier).max(*l).min(*u))
            .collect()
    };
    let far = 10.0 * (set.budget().amount().abs() + point.iter().map(|x| x.abs()).sum::<f64>() + 1.0);
    let (mut low, mut high) = (-far, far);
    if matches!(set.budget(), Budget::AtMost(_)) {
        if at(0.0).iter().sum::<f64>() <= set.budget().amount() {
            return at(0.0);
        }
        low = 0.0;
    }
    for _ in 0..300 {
        let middle = 0.5 * (low + high);
        if at(middle).iter().sum::<f64>() > set.budget().amount() {
            low = middle
        } else {
            high = middle
        }
    }
    at(high)
}

proptest! {
    #[test]
    fn projection_is_feasible_and_nearest((set, point) in cases()) {
        let mut nearest = point.clone();
        set.project(&mut nearest);
        prop_assert!(set.contains(&nearest));
        // Sums of 40 amounts and a bisection to the last bit: 1e-12 of the money about is rounding.
        let money = set.budget().amount().abs() + point.iter().map(|x| x.abs()).sum::<f64>();
        for (x, y) in nearest.iter().zip(bisected(&set, &point)) {
            prop_assert!((x - y).abs() <= 1e-12 * money, "{x} against {y}");
        }
        // The nearest point is the one from which no allowed direction leads towards `point`.
        let mut vertex = vec![0.0; point.len()];
        let pull: Vec<f64> = point.iter().zip(&nearest).map(|(p, x)| p - x).collect();
        set.maximize_linear(&pull, &mut vertex);
        let gain: f64 = pull.iter().zip(vertex.iter().zip(&nearest)).map(|(g, (v, x))| g * (v - x)).sum();
        prop_assert!(gain <= 1e-11 * money * money, "{gain}");
    }

    #[test]
    fn projecting_twice_changes_no_bit((set, point) in cases()) {
        let mut once = point;
        set.project(&mut once);
        let mut twice = once.clone();
        set.project(&mut twice);
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn far_and_broken_points_come_back((set, mut point) in cases(), far in prop_oneof![Just(f64::INFINITY), Just(f64::NAN), Just(-1e300)]) {
        point[0] = far;
        set.project(&mut point);
        prop_assert!(set.contains(&point), "{point:?}");
    }
}

#[test]
fn a_clash_says_which_sum_and_by_how_much() {
    let set = |lower: [f64; 2], upper: [f64; 2], budget| FeasibleSet::new(lower.into(), upper.into(), budget).unwrap_err();
    let above = set([30.0, 40.0], [50.0, 50.0], Budget::AtMost(60.0));
    assert_eq!(
        above,
        Infeasible::MinimumsAboveBudget {
            sum: 70.0,
            budget: 60.0,
            excess: 10.0
        }
    );
    let below = set([0.0, 0.0], [20.0, 30.0], Budget::Exactly(60.0));
    assert_eq!(
        below,
        Infeasible::MaximumsBelowBudget {
            sum: 50.0,
            budget: 60.0,
            shortfall: 10.0
        }
    );
    assert_eq!(
        below.to_string(),
        "the maximums add up to 50, 10 below the budget of 60 that has to be spent"
    );
    assert_eq!(
        set([0.0, 5.0], [1.0, 4.0], Budget::Exactly(1.0)),
        Infeasible::Crossed {
            index: 1,
            lower: 5.0,
            upper: 4.0
        }
    );
    assert!(matches!(
        set([0.0, f64::NAN], [1.0, 4.0], Budget::Exactly(1.0)),
        Infeasible::NotANumber { index: 1, .. }
    ));
    assert!(matches!(
        set([0.0, 0.0], [1.0, 4.0], Budget::Exactly(f64::NAN)),
        Infeasible::BudgetNotFinite { .. }
    ));
    assert!(FeasibleSet::new(vec![0.1; 52], vec![0.1; 52], Budget::Exactly(5.2)).is_ok());
}

#[test]
fn no_variables_at_all() {
    let set = FeasibleSet::new(vec![], vec![], Budget::AtMost(5.0)).unwrap();
    set.project(&mut []);
    assert!(FeasibleSet::new(vec![], vec![], Budget::Exactly(5.0)).is_err());
}
