//! The last look around: moves money between pairs of variables where the gradient no longer helps.
//!
//! Where a capacity is just met the objective has a ridge, and a gradient taken on one side of it points across. Compass search (Kolda,
//! Lewis & Torczon, SIAM Review 45, 2003) along the directions "from one to the other", with a step that halves, needs no gradient and
//! never gets worse.

use super::evaluate::Evaluator;
use super::feasible::{Budget, FeasibleSet};
use super::spectral::rounding;

/// Up to this many variables every pair is tried; beyond, this many givers and receivers: those with the least and the most slope.
const PARTNERS: usize = 16;

/// Where money comes from or goes to: a variable, or what is left unspent.
type Purse = Option<usize>;

/// Improves `x` (feasible, of this `value`) until no pair gains with a step down to the set's grain, or `limit` runs are used up.
/// `gradient` (shape `n`) only chooses the pairs. Gives the value reached.
pub(super) fn exchange(objective: &mut Evaluator<'_>, x: &mut [f64], mut value: f64, gradient: &[f64], limit: usize) -> f64 {
    let set = objective.set;
    let pairs = pairs(set, gradient);
    let mut step = set.movable() / 8.0;
    let mut point = x.to_vec();
    let last = objective.evaluations + limit;
    while step > set.grain() {
        let mut gained = false;
        for &(from, to) in &pairs {
            if objective.evaluations >= last {
                return value;
            }
            let Some(amount) = affordable(set, x, from, to, step) else {
                continue;
            };
            point.copy_from_slice(x);
            if let Some(i) = from {
                point[i] = (point[i] - amount).max(set.lower()[i]);
            }
            if let Some(i) = to {
                point[i] = (point[i] + amount).min(set.upper()[i]);
            }
            set.project(&mut point);
            let moved = objective.value(&point);
            if moved > value + rounding(value) {
                value = moved;
                x.copy_from_slice(&point);
                gained = true;
            }
        }
        if !gained {
            step *= 0.5;
        }
    }
    value
}

fn pairs(set: &FeasibleSet, gradient: &[f64]) -> Vec<(Purse, Purse)> {
    let mut order: Vec<usize> = (0..gradient.len()).filter(|&i| set.lower()[i] < set.upper()[i]).collect();
    order.sort_by(|&i, &j| gradient[j].total_cmp(&gradient[i]).then(i.cmp(&j)));
    let count = order.len().min(PARTNERS);
    let mut receivers: Vec<Purse> = order[..count].iter().copied().map(Some).collect();
    let mut givers: Vec<Purse> = order.iter().rev().take(count).copied().map(Some).collect();
    if matches!(set.budget(), Budget::AtMost(_)) {
        receivers.push(None);
        givers.push(None);
    }
    let both = |from: Purse| receivers.iter().map(move |&to| (from, to));
    givers.iter().flat_map(|&from| both(from)).filter(|(from, to)| from != to).collect()
}

/// As much of `step` as the two have and can take; `None` where that is nothing worth moving.
fn affordable(set: &FeasibleSet, x: &[f64], from: Purse, to: Purse, step: f64) -> Option<f64> {
    let has = from.map_or_else(|| set.unspent(x), |i| x[i] - set.lower()[i]);
    let takes = to.map_or(f64::INFINITY, |i| set.upper()[i] - x[i]);
    let amount = step.min(has).min(takes);
    (amount > set.grain()).then_some(amount)
}
