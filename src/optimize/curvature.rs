//! What the last moves have taught about the curvature: L-BFGS (Nocedal 1980) on the variables that are free to move.
//!
//! Carryover couples the periods of a channel, and channels differ in size, so that slopes alone lead to the optimum in hundreds of small
//! turns. The last few moves and how the slopes changed along them make a picture of the curvature; a Newton step in that picture, kept
//! to the variables off their bounds and to the budget, takes a handful.

use super::feasible::{Budget, FeasibleSet};
use super::vector::{dot, fold};

/// Number of moves remembered: 4, 6 and 10 take as many steps on the reference cases, more cost time in every step.
const MEMORY: usize = 6;

/// The last moves and the changes of slope along them.
#[derive(Debug, Clone, Default)]
pub(super) struct Curvature {
    pairs: Vec<Pair>,
    /// Pairs in use, the newest first, as places in `pairs`.
    order: Vec<usize>,
    /// 1 for a variable that is free to move, 0 for one held at a bound.
    free: Vec<f64>,
    /// Whether the budget bound at the last step.
    binds: bool,
    weights: Vec<f64>,
}

#[derive(Debug, Clone, Default)]
struct Pair {
    moved: Vec<f64>,
    /// Fall of the slopes along the move: positive curvature of a hill.
    fell: Vec<f64>,
    /// Means over the free variables, and the product there: of the current step.
    mean_moved: f64,
    mean_fell: f64,
    curvature: f64,
    prepared: bool,
}

impl Curvature {
    /// Forgets all moves; buffers for `n` variables.
    pub fn reset(&mut self, n: usize) {
        self.order.clear();
        self.free.clear();
        self.free.resize(n, 0.0);
    }

    /// Remembers a move.
    pub fn learn(&mut self, from: &[f64], to: &[f64], slope_from: &[f64], slope_to: &[f64]) {
        let place = if self.order.len() == MEMORY {
            self.order.pop().unwrap_or(0)
        } else {
            self.order.len()
        };
        if place == self.pairs.len() {
            self.pairs.push(Pair::default());
        }
        self.order.insert(0, place);
        let pair = &mut self.pairs[place];
        pair.prepared = false;
        let difference = |buffer: &mut Vec<f64>, a: &[f64], b: &[f64]| {
            buffer.clear();
            buffer.extend(a.iter().zip(b).map(|(a, b)| a - b));
        };
        difference(&mut pair.moved, to, from);
        difference(&mut pair.fell, slope_from, slope_to);
    }

    /// Writes the Newton step from `x` into `step` (shape `n`, money): 0 where a bound holds a variable, summing to 0 where the budget
    /// binds. `false` where no move with a falling slope is known.
    pub fn newton_step(&mut self, set: &FeasibleSet, x: &[f64], gradient: &[f64], common: f64, step: &mut [f64]) -> bool {
        if self.order.is_empty() {
            return false;
        }
        let binds = match set.budget() {
            Budget::Exactly(_) => true,
            Budget::AtMost(_) => common > 0.0 && set.unspent(x) <= set.grain(),
        };
        let price = if binds { common } else { 0.0 };
        let mut changed = self.binds != binds;
        self.binds = binds;
        for i in 0..x.len() {
            let held = (x[i] <= set.lower()[i] && gradient[i] <= price) || (x[i] >= set.reach()[i] && gradient[i] >= price);
            let free = if held { 0.0 } else { 1.0 };
            changed |= self.free[i] != free;
            self.free[i] = free;
        }
        if changed {
            for pair in &mut self.pairs {
                pair.prepared = false;
            }
        }
        let count: f64 = self.free.iter().sum();
        if count < 2.0 {
            return false;
        }
        let share = if binds { 1.0 / count } else { 0.0 };
        let mean = dot(gradient, &self.free) * share;
        for i in 0..x.len() {
            step[i] = self.free[i] * (gradient[i] - mean);
        }
        self.two_loops(share, step)
    }

    /// The two loops of L-BFGS on vectors that are masked and freed of their mean on the fly.
    fn two_loops(&mut self, share: f64, step: &mut [f64]) -> bool {
        let Self {
            pairs,
            order,
            free,
            weights,
            ..
        } = self;
        let mut scale = None;
        weights.clear();
        for &place in order.iter() {
            let pair = &mut pairs[place];
            if !pair.prepared {
                pair.prepare(free, share);
            }
            let mut weight = 0.0;
            if pair.curvature > 0.0 {
                weight = dot(&pair.moved, step) / pair.curvature;
                add(step, -weight, free, &pair.fell, pair.mean_fell);
                scale = scale.or_else(|| pair.inverse_scale(free));
            }
            weights.push(weight);
        }
        let Some(scale) = scale else { return false };
        for entry in step.iter_mut() {
            *entry *= scale;
        }
        for (&place, &weight) in order.iter().zip(weights.iter()).rev() {
            let pair = &pairs[place];
            if pair.curvature > 0.0 {
                let back = dot(&pair.fell, step) / pair.curvature;
                add(step, weight - back, free, &pair.moved, pair.mean_moved);
            }
        }
        step.iter().all(|entry| entry.is_finite())
    }
}

impl Pair {
    /// Means and curvature over the free variables; a curvature too slight to trust counts as none.
    fn prepare(&mut self, free: &[f64], share: f64) {
        let (a, b) = (&self.moved[..free.len()], &self.fell[..free.len()]);
        let [moved, fell, both, length, height] = fold(free.len(), |i| {
            let (m, f) = (free[i] * a[i], free[i] * b[i]);
            [m, f, m * f, m * m, f * f]
        });
        self.prepared = true;
        self.mean_moved = moved * share;
        self.mean_fell = fell * share;
        let curvature = both - moved * self.mean_fell;
        self.curvature = if curvature > 1e-8 * (length * height).sqrt() {
            curvature
        } else {
            0.0
        };
    }

    /// The length of a step per slope that this move suggests.
    fn inverse_scale(&self, free: &[f64]) -> Option<f64> {
        let [height] = fold(free.len(), |i| {
            let fell = self.fell[i] - self.mean_fell;
            [free[i] * fell * fell]
        });
        (height > 0.0).then(|| self.curvature / height)
    }
}

/// `step += factor · (vector - mean)` on the free variables.
fn add(step: &mut [f64], factor: f64, free: &[f64], vector: &[f64], mean: f64) {
    for ((step, free), entry) in step.iter_mut().zip(free).zip(vector) {
        *step += factor * free * (entry - mean);
    }
}
