//! The nearest plan where bounds and budget are all.

use super::super::vector::fold;
use super::{Budget, FeasibleSet};

impl FeasibleSet {
    /// The nearest point is `clamp(point - τ, lower, upper)` with the one `τ` that makes the sum right: found by Newton's method on the
    /// piecewise linear sum, kept within a bracket.
    pub(super) fn project_on_budget(&self, point: &mut [f64]) {
        let multiplier = match self.budget {
            Budget::AtMost(amount) if self.clamped_sum(point, 0.0).0 <= amount => 0.0,
            Budget::AtMost(_) => self.multiplier(point).max(0.0),
            Budget::Exactly(_) => self.multiplier(point),
        };
        for (x, (l, u)) in point.iter_mut().zip(self.lower.iter().zip(&self.reach)) {
            *x = (*x - multiplier).max(*l).min(*u);
        }
        self.settle_sum(point);
    }

    /// Sum of `clamp(point - τ)` and the number of variables strictly between their bounds.
    fn clamped_sum(&self, point: &[f64], multiplier: f64) -> (f64, f64) {
        let n = point.len();
        let (lower, reach) = (&self.lower[..n], &self.reach[..n]);
        let [total, free] = fold(n, |i| {
            let moved = point[i] - multiplier;
            let inside = f64::from(u8::from(moved > lower[i]) & u8::from(moved < reach[i]));
            [moved.max(lower[i]).min(reach[i]), inside]
        });
        (total, free)
    }

    /// The root `τ` of `Σ clamp(point - τ) = B`.
    fn multiplier(&self, point: &[f64]) -> f64 {
        let amount = self.budget.amount();
        let bounds = || point.iter().zip(self.lower.iter().zip(&self.reach));
        // At `low` all variables are at their upper bounds, at `high` all are at their lower ones.
        let mut low = bounds().map(|(x, (_, u))| x - u).fold(f64::INFINITY, f64::min);
        let mut high = bounds().map(|(x, (l, _))| x - l).fold(f64::NEG_INFINITY, f64::max);
        let mut multiplier = ((point.iter().sum::<f64>() - amount) / point.len() as f64).clamp(low, high);
        // Newton's steps end after a few; every fourth step halves the bracket, so that 64 bits are used up at the latest.
        for step in 1..400 {
            let (total, free) = self.clamped_sum(point, multiplier);
            let over = total - amount;
            if over.abs() <= f64::EPSILON * self.scale {
                break;
            }
            if over > 0.0 {
                low = multiplier;
            } else {
                high = multiplier;
            }
            let newton = multiplier + over / free;
            let halved = low + 0.5 * (high - low);
            let next = if free > 0.0 && step % 4 != 0 && newton > low && newton < high {
                newton
            } else {
                halved
            };
            if next == multiplier {
                break;
            }
            multiplier = next;
        }
        multiplier
    }
}
