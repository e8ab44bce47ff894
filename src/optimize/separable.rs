//! Global starts for S-curves: the best split of the budget where every channel earns by itself.
//!
//! An S-curve pays nothing at first and much later, so that a gradient at little money points away from it. Where the objective is (nearly)
//! a sum of one curve for each variable, sampled here, the best split can be had as a whole: exactly on a grid of budget units by
//! dynamic programming, or for many variables by filling the concave envelopes of the curves by slope, which also bounds the best value.

use super::feasible::{Budget, FeasibleSet};

/// What one variable earns by itself at increasing levels of spend; linear between them.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledCurve {
    /// Spends in increasing order, from the lower bound of the variable to its [reach](FeasibleSet::reach) (money).
    pub levels: Vec<f64>,
    /// Objective at these spends, up to a constant (shape of `levels`).
    pub values: Vec<f64>,
}

impl SampledCurve {
    /// Samples `curve` at `count` ≥ 2 levels from `lower` to `upper`, closer together at the lower end where S-curves bend.
    pub fn sample(lower: f64, upper: f64, count: usize, mut curve: impl FnMut(f64) -> f64) -> Self {
        let last = (count.max(2) - 1) as f64;
        let level = |k: usize| {
            let share = k as f64 / last;
            if share == 1.0 {
                upper
            } else {
                lower + (upper - lower) * share * share.sqrt()
            }
        };
        let mut levels: Vec<f64> = (0..count.max(2)).map(level).collect();
        levels.dedup();
        let values = levels.iter().map(|&level| curve(level)).collect();
        Self { levels, values }
    }

    /// Value at `level`, linear between the samples and constant beyond them.
    #[must_use]
    pub fn at(&self, level: f64) -> f64 {
        let next = self.levels.partition_point(|&l| l <= level);
        if next == 0 {
            return self.values[0];
        }
        let (k, last) = (next - 1, self.levels.len() - 1);
        if k == last {
            return self.values[last];
        }
        let share = (level - self.levels[k]) / (self.levels[next] - self.levels[k]);
        self.values[k] + share * (self.values[next] - self.values[k])
    }

    /// The corners of the upper concave envelope, as indices of samples.
    fn envelope(&self) -> Vec<usize> {
        let mut corners: Vec<usize> = Vec::new();
        for k in 0..self.levels.len() {
            while let [.., a, b] = corners[..] {
                if self.slope(a, b) > self.slope(b, k) {
                    break;
                }
                corners.pop();
            }
            corners.push(k);
        }
        corners
    }

    fn slope(&self, from: usize, to: usize) -> f64 {
        (self.values[to] - self.values[from]) / (self.levels[to] - self.levels[from])
    }
}

/// A split of the budget over separable curves.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// The spends (shape `n`, money), feasible.
    pub x: Vec<f64>,
    /// Sum of the sampled curves there.
    pub value: f64,
    /// No plan of the set has a larger sum of the sampled curves, as they are linear between their levels.
    pub upper_bound: f64,
}

/// Steps that the dynamic program may take: about ten milliseconds; a search from its answer finds the rest.
const WORK: usize = 10_000_000;
/// Largest number of budget units: 4 kB a variable.
const MOST_UNITS: usize = 2_048;

/// Number of budget units with which `n` variables fit into the work allowed.
#[must_use]
pub fn grid_units(n: usize) -> usize {
    // Every variable tries all pairs (units before it, units for it): half the square of their number.
    ((2 * WORK / n.max(1)) as f64).sqrt().floor().min(MOST_UNITS as f64) as usize
}

/// The best split in whole units of the movable budget, by dynamic programming over the variables in order.
///
/// Exact on its grid of [`grid_units`]; time `O(n · units²)`, memory `n · units` half-words. What a grid leaves over goes where the
/// projection puts it.
///
/// # Panics
/// If there is not one curve for each variable.
#[must_use]
pub fn split_on_grid(set: &FeasibleSet, curves: &[SampledCurve]) -> Split {
    assert_eq!(curves.len(), set.dimension(), "one curve for each variable");
    let (n, units) = (curves.len(), grid_units(curves.len()));
    let unit = set.movable() / units.max(1) as f64;
    let upper_bound = split_by_slope(set, curves).upper_bound;
    if n == 0 || unit <= 0.0 || units == 0 {
        return finish(set, curves, set.lower().to_vec(), upper_bound);
    }
    // best[k]: the most that the variables so far earn with exactly k units; taken[i][k]: what variable i had of them.
    let mut best = vec![f64::NEG_INFINITY; units + 1];
    best[0] = 0.0;
    let mut taken = vec![0_u16; n * (units + 1)];
    let mut earned = Vec::with_capacity(units + 1);
    let mut next = vec![f64::NEG_INFINITY; units + 1];
    for i in 0..n {
        let (lower, reach) = (set.lower()[i], set.reach()[i]);
        let most = (((reach - lower) / unit + 1e-9).floor() as usize).min(units);
        earned.clear();
        earned.extend((0..=most).map(|k| curves[i].at((lower + k as f64 * unit).min(reach))));
        let choice = &mut taken[i * (units + 1)..(i + 1) * (units + 1)];
        next.fill(f64::NEG_INFINITY);
        for (used, &before) in best.iter().enumerate().filter(|(_, before)| before.is_finite()) {
            for (k, value) in earned.iter().take(units + 1 - used).enumerate() {
                if before + value > next[used + k] {
                    next[used + k] = before + value;
                    choice[used + k] = k as u16;
                }
            }
        }
        std::mem::swap(&mut best, &mut next);
    }
    let spent = |k: &usize| best[*k].is_finite();
    let mut left = match set.budget() {
        // The bounds may not take the last units whole.
        Budget::Exactly(_) => (0..=units).rev().find(spent).unwrap_or(0),
        Budget::AtMost(_) => (0..=units)
            .filter(spent)
            .fold(0, |most, k| if best[k] > best[most] { k } else { most }),
    };
    let mut x = set.lower().to_vec();
    for i in (0..n).rev() {
        let k = taken[i * (units + 1) + left] as usize;
        x[i] = (x[i] + k as f64 * unit).min(set.reach()[i]);
        left -= k;
    }
    finish(set, curves, x, upper_bound)
}

/// Fills the concave envelopes of the curves, steepest piece first, until the money is spent: `O(samples · log samples)`.
///
/// At most one variable ends inside a piece of its envelope, where its own curve lies below; the bound counts the envelopes.
///
/// # Panics
/// If there is not one curve for each variable.
#[must_use]
pub fn split_by_slope(set: &FeasibleSet, curves: &[SampledCurve]) -> Split {
    assert_eq!(curves.len(), set.dimension(), "one curve for each variable");
    let mut pieces: Vec<(f64, f64, usize)> = Vec::new();
    let mut upper_bound = 0.0;
    for (i, curve) in curves.iter().enumerate() {
        upper_bound += curve.values[0];
        for corner in curve.envelope().windows(2) {
            pieces.push((
                curve.slope(corner[0], corner[1]),
                curve.levels[corner[1]] - curve.levels[corner[0]],
                i,
            ));
        }
    }
    pieces.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
    let mut x = set.lower().to_vec();
    let mut left = set.movable();
    for (slope, width, i) in pieces {
        if matches!(set.budget(), Budget::AtMost(_)) && slope <= 0.0 {
            break;
        }
        let step = width.min(left);
        x[i] += step;
        upper_bound += slope * step;
        left -= step;
    }
    finish(set, curves, x, upper_bound)
}

fn finish(set: &FeasibleSet, curves: &[SampledCurve], mut x: Vec<f64>, upper_bound: f64) -> Split {
    set.project(&mut x);
    let value = curves.iter().zip(&x).map(|(curve, &x)| curve.at(x)).sum();
    Split { x, value, upper_bound }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test may ask another implementation")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hill(visits: f64, half: f64, slope: f64) -> impl Fn(f64) -> f64 {
        move |a| visits * a.powf(slope) / (a.powf(slope) + half.powf(slope))
    }

    #[test]
    fn the_envelope_of_an_s_curve_is_its_tangent_then_the_curve() {
        let curve = SampledCurve::sample(0.0, 40.0, 2001, hill(1.0, 10.0, 3.0));
        let corners = curve.envelope();
        // h (s-1)^(1/s) = 12.6: one piece up to there, to a step of the grid.
        assert!((curve.levels[corners[1]] - 10.0 * 2f64.cbrt()).abs() < 0.03);
        assert!(corners[1..].windows(2).all(|c| c[1] == c[0] + 1));
    }

    #[test]
    fn many_variables_get_fewer_units() {
        assert_eq!(grid_units(8), 1581);
        assert_eq!(grid_units(416), 219);
        assert_eq!(grid_units(0), 2048);
    }

    proptest! {
        /// Against every split of the same grid.
        #[test]
        fn the_grid_split_is_the_best_of_all_splits(
            curves in prop::collection::vec((0.1..3.0_f64, 0.05..1.0_f64, 0.5..4.0_f64), 3), all in any::<bool>(), cost in 0.0..2.0_f64,
        ) {
            let budget = if all { Budget::Exactly(1.0) } else { Budget::AtMost(1.0) };
            let set = FeasibleSet::new(vec![0.0; 3], vec![1.0, 0.75, f64::INFINITY], budget).unwrap();
            let units = grid_units(3);
            let sampled: Vec<_> = (0..3).map(|i| {
                let (visits, half, slope) = curves[i];
                SampledCurve::sample(0.0, set.reach()[i], 65, |x| hill(visits, half, slope)(x) - cost * x)
            }).collect();
            let split = split_on_grid(&set, &sampled);
            prop_assert!(set.contains(&split.x));
            let value = |x: [f64; 3]| (0..3).map(|i| sampled[i].at(x[i])).sum::<f64>();
            // Every 64th unit of the grid: a subset, which the program may not miss.
            let step = units as f64 / 64.0;
            prop_assert_eq!(step.fract(), 0.0);
            for i in 0..=64 {
                for j in 0..=(64 - i).min(48) {
                    for k in if all { 64 - i - j..=64 - i - j } else { 0..=64 - i - j } {
                        let x = [i, j, k].map(|k| k as f64 / 64.0);
                        prop_assert!(value(x) <= split.value + 1e-12, "{x:?} {} above {}", value(x), split.value);
                        prop_assert!(value(x) <= split.upper_bound + 1e-12);
                    }
                }
            }
            prop_assert!(split.value <= split.upper_bound + 1e-12);
            let filled = split_by_slope(&set, &sampled);
            prop_assert!(set.contains(&filled.x));
            prop_assert!(filled.value <= split.upper_bound + 1e-12);
        }
    }
}
