//! Real money: a plan in whole cents whose total is the budget to the cent.

use super::feasible::{Budget, FeasibleSet, sum};

/// Amounts from which on an `f64` cannot tell one cent from the next (cents).
const UNCOUNTABLE: f64 = 9e15;

/// What rounding a sum to the cent can take at most, and a hair \[money\].
pub(super) const HALF_A_CENT: f64 = 0.0051;

/// What settling could not do, in money; all 0 in a plan that has whole cents between all its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Unsettled {
    /// Total of the spends that stayed as they were because no whole cent lies between their bounds (a channel locked at 33.333).
    pub off_cents: f64,
    /// Budget less total: below one cent beside such spends, more only where the bounds hold the money back.
    pub missing: f64,
}

/// Rounds the spends `x` (money) to whole cents so that they add up to the budget rounded to the cent, by largest remainders.
///
/// A budget of [`Budget::AtMost`] is never overspent: there the total is that of `x`, rounded. Bounds are held exactly: a spend goes to the
/// nearest cent within them. What stands on a bound that is no whole cent moves inside by less than a cent.
pub fn settle_to_cents(set: &FeasibleSet, x: &mut [f64]) -> Unsettled {
    let mut unsettled = Unsettled::default();
    let mut rows = Vec::with_capacity(x.len());
    for (index, amount) in x.iter_mut().enumerate() {
        let (lower, upper) = (set.lower()[index], set.upper()[index]);
        *amount = amount.max(lower).min(upper);
        let (low, high) = (cents_above(lower), cents_below(upper));
        if low <= high && amount.abs() * 100.0 < UNCOUNTABLE {
            let exact = *amount * 100.0;
            let cents = exact.floor().clamp(low, high);
            rows.push(Row {
                index,
                cents,
                remainder: exact - cents,
                low,
                high,
            });
        } else {
            unsettled.off_cents += *amount;
        }
    }
    let target = match set.budget() {
        Budget::Exactly(budget) => ((budget - unsettled.off_cents) * 100.0).round(),
        Budget::AtMost(budget) => ((sum(x) - unsettled.off_cents) * 100.0)
            .round()
            .min(cents_below(budget - unsettled.off_cents)),
    };
    hand_out(&mut rows, target);
    for row in &rows {
        x[row.index] = row.cents / 100.0;
    }
    let total = rows.iter().map(|row| row.cents).sum::<f64>() / 100.0 + unsettled.off_cents;
    if let Budget::Exactly(budget) = set.budget() {
        let missing = budget - total;
        // What rounding the budget itself to the cent takes is no shortfall.
        unsettled.missing = if unsettled.off_cents == 0.0 && missing.abs() < HALF_A_CENT {
            0.0
        } else {
            missing
        };
    }
    unsettled
}

/// Rounds spends that rows hang together to whole cents, every row kept; `false`, and nothing changed, where that is not found: cents are handed out
/// one by one, those with the largest remainders first, wherever all rows of a spend have room.
pub(super) fn settle_beside_rows(set: &FeasibleSet, x: &mut [f64]) -> bool {
    let (rows, n) = (&set.rows, x.len());
    let target = match set.budget() {
        Budget::Exactly(budget) => (budget * 100.0).round(),
        Budget::AtMost(budget) => (sum(x) * 100.0).round().min(cents_below(budget)),
    };
    let whole: Vec<f64> = (0..n)
        .map(|i| (x[i] * 100.0 + TOUCH).floor().max(cents_above(set.lower()[i])))
        .collect();
    let mut settled: Vec<f64> = whole.iter().map(|cents| cents / 100.0).collect();
    let mut left = target - whole.iter().sum::<f64>();
    let mut sums: Vec<f64> = (0..rows.len())
        .map(|r| rows.terms(r).map(|(i, weight)| weight * settled[i]).sum())
        .collect();
    let mut order: Vec<usize> = (0..n).collect();
    let remainder = |i: usize| x[i] * 100.0 - whole[i];
    order.sort_by(|&a, &b| remainder(b).total_cmp(&remainder(a)).then(a.cmp(&b)));
    for i in order {
        if left <= 0.0 {
            break;
        }
        let has_room = settled[i] + 0.01 <= set.upper()[i]
            && (rows.column(i).skip_while(|(r, _)| *r == 0)).all(|(r, weight)| rows.has_room(r, sums[r] + 0.01 * weight));
        if has_room {
            settled[i] = ((settled[i] * 100.0).round() + 1.0) / 100.0;
            left -= 1.0;
            for (r, weight) in rows.column(i) {
                sums[r] += 0.01 * weight;
            }
        }
    }
    let is_settled = left == 0.0 && (1..rows.len()).all(|r| rows.has_room(r, sums[r])) && set.chains().broken_by(&settled) <= TOUCH * 0.01;
    if is_settled {
        x.copy_from_slice(&settled);
    }
    is_settled
}

/// Part of a cent that rounding takes from a whole one.
const TOUCH: f64 = 1e-6;

/// One spend in whole cents.
struct Row {
    index: usize,
    cents: f64,
    /// What rounding took from the exact amount.
    remainder: f64,
    low: f64,
    high: f64,
}

/// Gives cents to the largest remainders, or takes them from the smallest, until the rows add up to `target`.
fn hand_out(rows: &mut [Row], target: f64) {
    let mut left = target - rows.iter().map(|row| row.cents).sum::<f64>();
    let sign = left.signum();
    rows.sort_by(|a, b| (sign * b.remainder).total_cmp(&(sign * a.remainder)).then(a.index.cmp(&b.index)));
    while left != 0.0 {
        let has_room = |row: &Row| if sign > 0.0 { row.cents < row.high } else { row.cents > row.low };
        let open = rows.iter().filter(|row| has_room(row)).count();
        if open == 0 {
            return;
        }
        // One cent each as a rule; more only where the point was far from the budget.
        let share = (left.abs() / open as f64).floor().max(1.0);
        for row in rows.iter_mut().filter(|row| has_room(row)) {
            let step = share
                .min(left.abs())
                .min(if sign > 0.0 { row.high - row.cents } else { row.cents - row.low });
            row.cents += sign * step;
            left -= sign * step;
        }
    }
}

/// The smallest whole number of cents that is at least `amount`.
fn cents_above(amount: f64) -> f64 {
    let nearest = (amount * 100.0).round();
    if nearest / 100.0 >= amount { nearest } else { nearest + 1.0 }
}

/// The largest whole number of cents that is at most `amount`.
fn cents_below(amount: f64) -> f64 {
    let nearest = (amount * 100.0).round();
    if nearest / 100.0 <= amount { nearest } else { nearest - 1.0 }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test may ask another implementation")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cents(x: &[f64]) -> i64 {
        x.iter().map(|x| (x * 100.0).round() as i64).sum()
    }

    proptest! {
        #[test]
        fn whole_cents_within_bounds_and_the_budget_to_the_cent(
            variables in prop::collection::vec((0.0..1.0_f64, 0.02..1.0_f64, 0.0..1.0_f64), 1..30), magnitude in 1..8, share in 0.0..=1.0_f64,
            all in any::<bool>(),
        ) {
            let money = 10f64.powi(magnitude);
            let lower: Vec<f64> = variables.iter().map(|v| v.0 * money).collect();
            let upper: Vec<f64> = variables.iter().map(|v| (v.0 + v.1) * money).collect();
            // A budget that whole cents can make: the bounds themselves may lie between two cents.
            let (least, most) = (lower.iter().map(|l| cents_above(*l)).sum::<f64>(), upper.iter().map(|u| cents_below(*u)).sum::<f64>());
            let amount = (least + (share * (most - least)).floor()) / 100.0;
            let budget = if all { Budget::Exactly(amount) } else { Budget::AtMost(amount) };
            let set = FeasibleSet::new(lower, upper, budget).unwrap();
            let mut x: Vec<f64> = variables.iter().map(|v| v.2 * money).collect();
            set.project(&mut x);
            let before = x.clone();
            let unsettled = settle_to_cents(&set, &mut x);
            prop_assert_eq!(unsettled, Unsettled::default());
            for (i, x) in x.iter().enumerate() {
                prop_assert!(set.lower()[i] <= *x && *x <= set.upper()[i]);
                prop_assert_eq!((x * 100.0).round() / 100.0, *x);
            }
            let budget = (amount * 100.0).round() as i64;
            if all { prop_assert_eq!(cents(&x), budget) } else { prop_assert!(cents(&x) <= budget) }
            // Only a bound that is no whole cent can push money further than to the next cent: one cent a variable at most.
            let furthest = x.iter().zip(&before).map(|(x, y)| (x - y).abs()).fold(0.0, f64::max);
            prop_assert!(furthest <= 0.01 * (x.len() as f64 + 1.0), "{furthest}");
        }
    }

    #[test]
    fn thirds_get_the_cent_by_largest_remainder() {
        let set = FeasibleSet::new(vec![0.0; 3], vec![f64::INFINITY; 3], Budget::Exactly(100.0)).unwrap();
        let mut x = vec![100.0 / 3.0; 3];
        assert_eq!(settle_to_cents(&set, &mut x), Unsettled::default());
        assert_eq!(x, [33.34, 33.33, 33.33]);
    }

    #[test]
    fn a_budget_that_is_not_to_be_overspent_is_cut_to_the_cent() {
        let set = FeasibleSet::new(vec![0.0; 2], vec![9.0; 2], Budget::AtMost(0.298)).unwrap();
        let mut x = vec![0.149, 0.149];
        settle_to_cents(&set, &mut x);
        assert_eq!(cents(&x), 29);
        assert_eq!(cents_below(0.29), 29.0);
    }

    #[test]
    fn a_channel_locked_between_two_cents_stays_and_is_told() {
        let set = FeasibleSet::new(vec![33.333, 0.0], vec![33.333, 99.0], Budget::Exactly(100.0)).unwrap();
        let mut x = vec![33.333, 66.667];
        let unsettled = settle_to_cents(&set, &mut x);
        assert_eq!(x, [33.333, 66.67]);
        assert_eq!(unsettled.off_cents, 33.333);
        assert!((unsettled.missing + 0.003).abs() < 1e-12);
    }
}
