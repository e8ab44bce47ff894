//! The nearest plan of a chain against its conditions, its prices against its slopes, and rows beside chains.

use proptest::prelude::*;

use super::super::coupled::Multipliers;
use super::super::feasible::{Budget, FeasibleSet};
use super::super::rows::Row;
use super::*;

/// A chain between bounds that some plan keeps, and a point to project.
fn cases() -> impl Strategy<Value = (Chain, Vec<f64>, Vec<f64>, Vec<f64>)> {
    let ramp = prop_oneof![4 => 0.01..0.9, 1 => Just(0.0), 1 => Just(1.0), 1 => 1.0..2.0];
    // a plan that keeps the ramps, how far the bounds are from it, and the point
    let below = prop_oneof![2 => 0.0..1.5, 1 => Just(0.0)];
    let above = prop_oneof![2 => 0.0..1.5, 1 => Just(0.0), 1 => Just(9.0)];
    let change = prop_oneof![3 => -1.0..=1.0, 1 => Just(1.0), 1 => Just(-1.0)];
    let variable = (change, below, above, -1.0..3.0_f64);
    let begin = prop_oneof![6 => 0.1..1.0, 1 => Just(0.0)];
    (ramp, begin, prop::collection::vec(variable, 2..14)).prop_map(|(ramp, begin, variables)| {
        let chain = Chain {
            first: 0,
            count: variables.len(),
            ramp,
        };
        let (mut lower, mut upper, mut point) = (Vec::new(), Vec::new(), Vec::new());
        let mut x: f64 = begin;
        for (t, (change, below, above, wanted)) in variables.into_iter().enumerate() {
            if t > 0 {
                x *= 1.0 + change * if change < 0.0 { ramp.min(1.0) } else { ramp };
            }
            lower.push(f64::max(x - below, 0.0));
            upper.push(x + above);
            point.push(wanted * x.max(0.1));
        }
        (chain, lower, upper, point)
    })
}

fn project(chain: Chain, lower: &[f64], upper: &[f64], point: &[f64]) -> (Chains, Nearest) {
    let chains = Chains::within(&[chain], lower, upper, 1e-11 * size(upper)).unwrap();
    let mut nearest = Nearest::default();
    nearest.fit(point.len());
    chains.project(0, point, &mut nearest);
    (chains, nearest)
}

fn size(amounts: &[f64]) -> f64 {
    amounts.iter().fold(1.0, |most, amount| amount.abs().max(most))
}

proptest! {
    #[test]
    fn the_nearest_plan_keeps_the_chain_and_its_prices_explain_it((chain, lower, upper, point) in cases()) {
        let (chains, nearest) = project(chain, &lower, &upper, &point);
        let x = &nearest.x;
        let scale = size(&upper).max(size(&point));
        // a product and a quotient by the same ratio
        prop_assert!(chains.broken_by(x) <= 1e-12 * scale, "broken by {}", chains.broken_by(x));
        prop_assert!(x.iter().zip(lower.iter().zip(&upper)).all(|(x, (l, u))| l <= x && x <= u));
        // The conditions of a nearest point (Karush, Kuhn and Tucker): what prices of ramps leave of the way to the point pulls against a bound.
        let prices = chains.prices(&point, x, &lower, &upper);
        let mut left: Vec<f64> = point.iter().zip(x).map(|(y, x)| y - x).collect();
        chains.charge(&prices, &mut left);
        // prices of tied variables are sums over the chain, in ratios of up to 3 and down to 1/100 of a step: their digits are lost first
        let pulled = size(&prices);
        for t in 0..x.len() {
            let at_bound = (left[t] > 0.0 && upper[t] - x[t] <= 1e-9 * scale) || (left[t] < 0.0 && x[t] - lower[t] <= 1e-9 * scale);
            prop_assert!(at_bound || left[t].abs() <= 1e-9 * scale.max(pulled), "{t}: {} left at {:?}, prices {:?}", left[t], x, prices);
            if t > 0 {
                let room = if prices[t] > 0.0 { chain.up() * x[t - 1] - x[t] } else { x[t] - chain.down() * x[t - 1] };
                prop_assert!(prices[t] == 0.0 || room <= 1e-9 * scale, "{t}: price {} with room {room}", prices[t]);
            }
        }
    }

    #[test]
    fn a_plan_on_the_chain_stays((chain, lower, upper, point) in cases()) {
        let (_, once) = project(chain, &lower, &upper, &point);
        let (_, twice) = project(chain, &lower, &upper, &once.x);
        for (a, b) in once.x.iter().zip(&twice.x) {
            // a mean of a dozen amounts
            prop_assert!((a - b).abs() <= 1e-12 * size(&upper).max(size(&point)), "{a} then {b}");
        }
    }

    #[test]
    fn it_moves_along_its_directions((chain, lower, upper, point) in cases()) {
        // A direction is a mean of the shifts of its variables: the plan of a point moved a little is told by it, unless a variable comes to a bound.
        let (_, before) = project(chain, &lower, &upper, &point);
        let step = 1e-7;
        let moved: Vec<f64> = point.iter().enumerate().map(|(t, y)| y + step * (1.0 + (t * t % 5) as f64)).collect();
        let (_, after) = project(chain, &lower, &upper, &moved);
        if before.joined != after.joined || before.weight.iter().zip(&after.weight).any(|(a, b)| (*a == 0.0) != (*b == 0.0)) {
            return Ok(());
        }
        let mut start = 0;
        for end in 0..point.len() {
            if before.joined[end] {
                continue;
            }
            let along: f64 = (start..=end).map(|t| before.weight[t] * (moved[t] - point[t])).sum();
            for t in start..=end {
                let expected = before.x[t] + before.weight[t] * along;
                // a step of 1e-7 has lost half of its digits in amounts near 1
                prop_assert!((after.x[t] - expected).abs() <= 1e-11 * size(&upper).max(size(&point)), "{t}: {} for {expected}", after.x[t]);
            }
            start = end + 1;
        }
    }

    #[test]
    fn chains_and_rows_together_are_projected_on_as_rows_alone(cases in prop::collection::vec(cases(), 1..4), share in 0.0..1.0_f64, all in any::<bool>()) {
        let (mut lower, mut upper, mut point, mut chains, mut ramps) = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (chain, l, u, p) in cases {
            let first = lower.len();
            chains.push(Chain { first, ..chain });
            for t in first + 1..first + chain.count {
                ramps.push(Row { terms: vec![(t - 1, -chain.up()), (t, 1.0)], least: f64::NEG_INFINITY, most: 0.0 });
                ramps.push(Row { terms: vec![(t - 1, -chain.down()), (t, 1.0)], least: 0.0, most: f64::INFINITY });
            }
            lower.extend(l);
            upper.extend(u);
            point.extend(p);
        }
        let n = lower.len();
        let within = Chains::within(&chains, &lower, &upper, 1e-9).unwrap();
        let (low, high): (f64, f64) = (within.least.iter().sum(), within.most.iter().sum());
        let amount = low + share * (high - low);
        let budget = if all { Budget::Exactly(amount) } else { Budget::AtMost(amount) };
        let group = Row { terms: (0..n).step_by(2).map(|i| (i, 1.0)).collect(), least: f64::NEG_INFINITY, most: 0.6 * amount };
        let set = || FeasibleSet::new(lower.clone(), upper.clone(), budget).unwrap();
        let by_chains = set().with_limits(std::slice::from_ref(&group), &chains);
        ramps.push(group);
        let by_rows = set().with_rows(&ramps);
        // what rows alone find, chains find too; where zeros follow from one another rows do not always end
        prop_assert!(by_chains.is_ok() || by_rows.is_err(), "{:?}", by_chains);
        let Ok(by_chains) = by_chains else { return Ok(()) };
        // a point farther out than all money counts for no more than one at that distance
        for (y, (l, u)) in point.iter_mut().zip(by_chains.lower().iter().zip(by_chains.reach())) {
            *y = y.max(l - amount).min(u + amount);
        }
        let (mut a, mut b) = (point.clone(), point.clone());
        let broken = by_chains.project_from(&mut a, &mut Multipliers::default());
        prop_assert!(by_chains.contains(&a), "broken by {broken}");
        // the way to the point is the slope of minus half its square: the plan is the best one by it, and the prices of its limits say so
        let slope: Vec<f64> = point.iter().zip(&a).map(|(y, x)| y - x).collect();
        let reached: f64 = slope.iter().zip(&a).map(|(slope, x)| slope * x).sum();
        let most = by_chains.most(&slope, &a);
        let shadow = by_chains.shadow(&a, &slope, &mut Multipliers::default());
        let prices = size(&shadow.rows).max(size(&shadow.ramps)).max(shadow.budget.abs()).max(size(&slope));
        // a price is what a projection finds to 2e-14 over a step of a hundredth of the money, for a dozen rows
        let about = prices * n as f64 * amount.max(size(&point));
        prop_assert!((most - reached).abs() <= 1e-10 * about, "{most} for {reached}");
        let Ok(by_rows) = by_rows else { return Ok(()) };
        // rows alone are not always found to the last digit; where they are, the nearest plan is the same
        if by_rows.project_from(&mut b, &mut Multipliers::default()) <= 1e-12 * amount {
            for (a, b) in a.iter().zip(&b) {
                // ramps that bind at a sharp angle to one another leave the root of the rows' rounding
                prop_assert!((a - b).abs() <= 1e-7 * size(&upper).max(amount), "{a} for {b}");
            }
        }
    }
}

#[test]
fn the_nearest_chain_of_two_by_hand() {
    // Wanted 1 and 3, no more than doubled: on x[1] = 2 x[0] the nearest is z = (1 + 2·3) / 5 = 1.4, and the ramp's price 3 - 2.8.
    let chain = Chain {
        first: 0,
        count: 2,
        ramp: 1.0,
    };
    let (chains, nearest) = project(chain, &[0.0; 2], &[9.0; 2], &[1.0, 3.0]);
    for (x, expected) in nearest.x.iter().zip([1.4, 2.8]) {
        assert!((x - expected).abs() < 1e-15);
    }
    let prices = chains.prices(&[1.0, 3.0], &nearest.x, &[0.0; 2], &[9.0; 2]);
    assert!((prices[1] - 0.2).abs() < 1e-15);
    assert!(nearest.joined[0] && (nearest.weight[1] - 2.0 / 5.0_f64.sqrt()).abs() < 1e-15);
}

#[test]
fn a_chain_that_cannot_rise_fast_enough_is_a_clash() {
    let set = FeasibleSet::new(vec![0.0, 0.0, 5.0], vec![1.0, 9.0, 9.0], Budget::AtMost(20.0)).unwrap();
    let chain = |ramp| Chain { first: 0, count: 3, ramp };
    assert!(set.clone().with_limits(&[], &[chain(1.0)]).is_err());
    assert!(set.with_limits(&[], &[chain(1.25)]).is_ok());
}

#[test]
fn a_chain_and_a_row_that_clash_are_proved_to() {
    // Bounds and budget leave the row room, the ramps do not: three that rise from at most 1 by no more than a half come to 1 + 1.5 + 2.25 = 4.75.
    let set = FeasibleSet::new(vec![0.0; 6], vec![1.0, 9.0, 9.0, 9.0, 9.0, 9.0], Budget::AtMost(30.0)).unwrap();
    let chain = Chain {
        first: 0,
        count: 3,
        ramp: 0.5,
    };
    let row = |least| Row {
        terms: vec![(0, 1.0), (1, 1.0), (2, 1.0)],
        least,
        most: f64::INFINITY,
    };
    assert!(set.clone().with_limits(&[row(4.7499)], &[chain]).is_ok());
    assert!(set.with_limits(&[row(4.7501)], &[chain]).is_err());
}
