//! Evaluates an objective soundly: counts its runs and gives every variable a finite slope.

use super::feasible::FeasibleSet;
use super::objective::Objective;

/// An objective on its feasible set, with a count of its runs.
pub(super) struct Evaluator<'a> {
    pub objective: &'a mut dyn Objective,
    pub set: &'a FeasibleSet,
    pub evaluations: usize,
}

impl<'a> Evaluator<'a> {
    pub fn new(objective: &'a mut dyn Objective, set: &'a FeasibleSet) -> Self {
        Self {
            objective,
            set,
            evaluations: 0,
        }
    }

    pub fn value(&mut self, x: &[f64]) -> f64 {
        self.evaluations += 1;
        self.objective.value(x)
    }

    /// Value and a gradient that is finite wherever the value is.
    ///
    /// A curve with slope below 1 starts vertically: its derivative at 0 is infinite, yet the gain may be over after a fraction of a cent.
    /// Such an entry is replaced by the slope a little further in, at [`lift_off`] (`lifted` is a buffer of shape `n`), so that the
    /// variable leaves 0 if that much money pays there, and stays if it does not.
    pub fn value_and_gradient(&mut self, x: &[f64], gradient: &mut [f64], lifted: &mut [f64]) -> f64 {
        self.evaluations += 1;
        let value = self.objective.value_and_gradient(x, gradient);
        if !value.is_finite() || gradient.iter().all(|g| g.is_finite()) {
            return value;
        }
        let step = lift_off(self.set);
        let vertical: Vec<usize> = (0..x.len()).filter(|&i| !gradient[i].is_finite()).collect();
        let mut point = x.to_vec();
        for &i in &vertical {
            // A point on its upper bound looks down instead of up.
            point[i] = if x[i] + step <= self.set.upper()[i] {
                x[i] + step
            } else {
                (x[i] - step).max(self.set.lower()[i])
            };
        }
        self.evaluations += 1;
        self.objective.value_and_gradient(&point, lifted);
        let steepest = gradient.iter().filter(|g| g.is_finite()).fold(0.0_f64, |most, g| most.max(g.abs()));
        for i in vertical {
            // Still not finite: then a slope steeper than all others, and none for what is no slope at all.
            gradient[i] = match (lifted[i].is_finite(), gradient[i] == f64::INFINITY) {
                (true, _) => lifted[i],
                (false, true) => 2.0 * steepest + 1.0,
                (false, false) => 0.0,
            };
        }
        value
    }
}

/// How far into a vertical start of a curve its slope is taken: 1e-5 of the mean spend that may be moved (money). What a curve of slope
/// `s` earns in there and is given up when it stays at 0 is at most `1/s - 1` times this amount at the price of money.
pub(super) fn lift_off(set: &FeasibleSet) -> f64 {
    1e-5 * set.movable() / set.dimension().max(1) as f64
}
