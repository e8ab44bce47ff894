//! Neighbouring plans in time: a channel's flight (a run of periods with spend) begun or ended one period earlier or later.
//!
//! An S-curve makes a channel run at full strength or not at all, and a search that follows slopes cannot tell when to stop it: one
//! period more or less is another local optimum, often a hair away in value. These neighbours are what is left to try there.

use super::feasible::FeasibleSet;

/// A flight that tapers off below this share of its mean ends by itself: a concave curve's own end, where the slope decides.
const CLIFF: f64 = 0.25;

/// A spend to be changed: one flight's edge moved by one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Change {
    pub variable: usize,
    /// The new spend (money).
    pub amount: f64,
}

/// `x` with these changes, the rest of the budget moved as little as possible.
pub(super) fn changed(set: &FeasibleSet, x: &[f64], changes: &[Change]) -> Vec<f64> {
    let mut plan = x.to_vec();
    for change in changes {
        plan[change.variable] = change.amount;
    }
    set.project(&mut plan);
    plan
}

/// All edges of flights in `x`, each moved by one period either way. `groups` has the channel of every variable; the
/// variables of a channel stand next to one another in the order of time.
#[must_use]
pub(super) fn neighbours(set: &FeasibleSet, groups: &[usize], x: &[f64]) -> Vec<Change> {
    let grain = set.grain();
    let on = |i: usize| x[i] - set.lower()[i] > grain;
    let mut changes = Vec::new();
    for i in 1..x.len() {
        if groups[i] != groups[i - 1] || on(i) == on(i - 1) {
            continue;
        }
        let (running, resting) = if on(i) { (i, i - 1) } else { (i - 1, i) };
        let flight = (0..x.len()).filter(|&j| groups[j] == groups[i] && on(j));
        let (total, count) = flight.fold((0.0, 0), |(total, count), j| (total + x[j] - set.lower()[j], count + 1));
        if (x[running] - set.lower()[running]) * f64::from(count) < CLIFF * total {
            continue;
        }
        if set.reach()[resting] - set.lower()[resting] > grain {
            changes.push(Change {
                variable: resting,
                amount: x[running].min(set.reach()[resting]),
            });
        }
        changes.push(Change {
            variable: running,
            amount: set.lower()[running],
        });
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::super::feasible::Budget;
    use super::*;

    #[test]
    fn moves_cliffs_by_one_period_and_leaves_slopes() {
        // Two channels of four periods: one that stops at once, one that tapers off.
        let set = FeasibleSet::new(vec![0.0; 8], vec![10.0; 8], Budget::Exactly(30.0)).unwrap();
        let x = [6.0, 6.0, 0.0, 0.0, 9.0, 8.5, 0.5, 0.0];
        let changes = neighbours(&set, &[0, 0, 0, 0, 1, 1, 1, 1], &x);
        assert_eq!(changes, [Change { variable: 2, amount: 6.0 }, Change { variable: 1, amount: 0.0 }]);
        let longer = changed(&set, &x, &changes[..1]);
        assert!(set.contains(&longer) && longer[2] > 4.0);
    }
}
