//! Neighbouring plans in time: a channel's flight (a run of periods with spend) begun or ended one period earlier or later.
//!
//! An S-curve makes a channel run at full strength or not at all, and a search that follows slopes cannot tell when to stop it: one
//! period more or less is another local optimum, often a hair away in value. These neighbours are what is left to try there.

use super::feasible::FeasibleSet;

/// A flight that tapers off below this share of its mean ends by itself: a concave curve's own end, where the slope decides.
const CLIFF: f64 = 0.25;

/// The plans in which one flight's edge is moved by one period, projected onto the set. `groups` has the channel of every variable; the
/// variables of a channel stand next to one another in the order of time.
#[must_use]
pub(super) fn neighbours(set: &FeasibleSet, groups: &[usize], x: &[f64]) -> Vec<Vec<f64>> {
    let grain = set.grain();
    let on = |i: usize| x[i] - set.lower()[i] > grain;
    let mut plans = Vec::new();
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
        let mut plan = |change: &dyn Fn(&mut [f64])| {
            let mut plan = x.to_vec();
            change(&mut plan);
            set.project(&mut plan);
            plans.push(plan);
        };
        if set.reach()[resting] - set.lower()[resting] > grain {
            plan(&|plan| plan[resting] = x[running].min(set.reach()[resting]));
        }
        plan(&|plan| plan[running] = set.lower()[running]);
    }
    plans
}

#[cfg(test)]
mod tests {
    use super::super::feasible::Budget;
    use super::*;

    #[test]
    fn moves_cliffs_by_one_period_and_leaves_slopes() {
        // Two channels of four periods: one that stops at once, one that tapers off.
        let set = FeasibleSet::new(vec![0.0; 8], vec![10.0; 8], Budget::Exactly(30.0)).unwrap();
        let plans = neighbours(&set, &[0, 0, 0, 0, 1, 1, 1, 1], &[6.0, 6.0, 0.0, 0.0, 9.0, 8.5, 0.5, 0.0]);
        assert_eq!(plans.len(), 2);
        assert!(plans[0][2] > 4.0 && plans[1][1] < 2.0);
        assert!(plans.iter().all(|plan| set.contains(plan)));
    }
}
