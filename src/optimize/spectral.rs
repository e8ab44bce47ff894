//! Nonmonotone spectral projected gradient (Birgin, Martínez & Raydan, SIAM J. Optim. 10, 2000), for a maximum.
//!
//! Each iteration aims at the projection of a gradient step whose length is the inverse of the curvature met by the last move (Barzilai &
//! Borwein 1988), and goes there, or back towards the old point until the value is no worse than the worst of the last few
//! by a small part of the promised gain. All points stay feasible. A reverse pass and a projection per iteration, nothing else that grows.

use super::evaluate::Evaluator;
use super::feasible::{Budget, FeasibleSet};
use super::objective::Objective;
use super::residual::Residual;

/// When to stop, and how patient to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpectralOptions {
    /// Converged when the residual is below this share of the largest slope met (start and current point).
    pub tolerance: f64,
    /// Limit of iterations.
    pub steps: usize,
    /// Number of past values of which the worst is the reference of the line search; 1 is monotone.
    pub memory: usize,
    /// Iterations without a better value or a smaller residual after which the search ends.
    pub patience: usize,
}

impl Default for SpectralOptions {
    fn default() -> Self {
        // 10 past values as in the paper. A residual of a millionth leaves its square on the table: nothing that a cent can show.
        Self {
            tolerance: 1e-6,
            steps: 2_000,
            memory: 10,
            patience: 60,
        }
    }
}

/// How a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The residual is below the tolerance.
    Converged,
    /// No better point is found although the residual is above the tolerance: a kink, or the end of the arithmetic's precision.
    NoProgress,
    /// As `NoProgress`, and moving money along the best of the pairs loses at once though the gradient promises a gain: the plan sits
    /// where the derivative jumps (a capacity just met).
    Kink,
    /// The limit of steps was reached.
    StepLimit,
    /// The objective is not finite at the start.
    NotFinite,
}

/// The end of a search.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ascent {
    pub stop: Stop,
    /// Objective at the point reached.
    pub value: f64,
    /// [`Residual::gain`] there [objective per money].
    pub residual: f64,
    /// The slope that the residual is compared with [objective per money].
    pub slope_scale: f64,
    pub iterations: usize,
    /// Runs of the objective, with or without gradient.
    pub evaluations: usize,
}

/// Buffers of the search, made once per worker.
#[derive(Debug, Clone, Default)]
pub struct Workspace {
    current: Vec<f64>,
    gradient: Vec<f64>,
    direction: Vec<f64>,
    trial: Vec<f64>,
    trial_gradient: Vec<f64>,
    lifted: Vec<f64>,
    recent: Vec<f64>,
}

impl Workspace {
    /// Buffers for `n` variables; another number later is allowed and allocates.
    #[must_use]
    pub fn new(n: usize) -> Self {
        let mut work = Self::default();
        work.fit(n);
        work
    }

    fn fit(&mut self, n: usize) {
        for buffer in [
            &mut self.current,
            &mut self.gradient,
            &mut self.direction,
            &mut self.trial,
            &mut self.trial_gradient,
            &mut self.lifted,
        ] {
            buffer.clear();
            buffer.resize(n, 0.0);
        }
        self.recent.clear();
    }
}

/// Share of the promised gain that a step must bring (the paper's γ).
const SUFFICIENT: f64 = 1e-4;
/// Units in the last place within which two values of an objective, a sum of hundreds of terms, count as equal.
const ROUNDING: f64 = 64.0;
/// Bounds of a spectral step, in units of "moves all movable money".
const STEPS: (f64, f64) = (1e-10, 1e6);

/// Climbs from `x`, moved into `set` first, to a stationary point; `x` ends as the best point met, never worse than that start.
///
/// # Panics
/// If `objective`, `set` and `x` differ in dimension.
pub fn ascend(objective: &mut dyn Objective, set: &FeasibleSet, x: &mut [f64], options: &SpectralOptions, work: &mut Workspace) -> Ascent {
    assert!(
        objective.dimension() == set.dimension() && x.len() == set.dimension(),
        "one variable, one bound, one amount"
    );
    work.fit(x.len());
    let mut objective = Evaluator::new(objective, set);
    let Workspace {
        current,
        gradient,
        direction,
        trial,
        trial_gradient,
        lifted,
        recent,
    } = work;

    set.project(x);
    current.copy_from_slice(x);
    let start = objective.value_and_gradient(current, gradient, lifted);
    let mut value = start;
    let mut best = Best {
        start,
        top: start,
        value,
        residual: f64::INFINITY,
    };
    let mut slope_scale = largest_slope(gradient);
    if !start.is_finite() {
        return Ascent {
            stop: Stop::NotFinite,
            value,
            residual: f64::INFINITY,
            slope_scale,
            iterations: 0,
            evaluations: 1,
        };
    }
    let start_scale = slope_scale;
    let mut step = first_step(set, gradient);
    let (mut iterations, mut idle, mut failures) = (0, 0, 0);
    let stop = loop {
        let residual = Residual::at(set, current, gradient).gain;
        slope_scale = start_scale.max(largest_slope(gradient));
        if best.takes(value, residual, &mut idle) {
            x.copy_from_slice(current);
        }
        if residual <= options.tolerance * slope_scale && best.value == value {
            break Stop::Converged;
        }
        if iterations >= options.steps {
            break Stop::StepLimit;
        }
        if idle > options.patience || failures > 1 {
            break Stop::NoProgress;
        }
        iterations += 1;
        recent.push(value);
        let reference = recent
            .iter()
            .rev()
            .take(options.memory.max(1))
            .fold(f64::INFINITY, |worst, v| worst.min(*v));

        aim(set, current, gradient, step, direction, trial);
        let promised = dot(gradient, direction);
        let reached = if promised > 0.0 {
            line_search(
                &mut objective,
                current,
                direction,
                value,
                reference,
                promised,
                trial,
                trial_gradient,
                lifted,
            )
        } else {
            None
        };
        let Some(reached) = reached else {
            // The gradient misleads at this length: begin anew with a short step from the best point.
            failures += 1;
            recent.clear();
            current.copy_from_slice(x);
            value = objective.value_and_gradient(current, gradient, lifted);
            step = 1e-3 * first_step(set, gradient);
            continue;
        };
        failures = 0;
        value = reached;
        step = spectral_step(set, current, trial, gradient, trial_gradient);
        std::mem::swap(current, trial);
        std::mem::swap(gradient, trial_gradient);
    };
    Ascent {
        stop,
        value: best.value,
        residual: best.residual,
        slope_scale,
        iterations,
        evaluations: objective.evaluations,
    }
}

/// The best point met: by value; among values that rounding cannot tell apart, by residual.
struct Best {
    /// Value at the start: no answer is below it.
    start: f64,
    /// The highest value met.
    top: f64,
    value: f64,
    residual: f64,
}

impl Best {
    /// Whether the point is the new best one; counts the iterations without progress.
    fn takes(&mut self, value: f64, residual: f64, idle: &mut usize) -> bool {
        let progress = value > self.top + rounding(value) || residual < 0.9 * self.residual;
        *idle = if progress { 0 } else { *idle + 1 };
        let better =
            value > self.top + rounding(value) || (value >= self.start.max(self.top - rounding(value)) && residual < self.residual);
        self.top = self.top.max(value);
        if better {
            (self.value, self.residual) = (value, residual);
        }
        better
    }
}

/// What the last bits of a sum of many terms are worth.
fn rounding(value: f64) -> f64 {
    ROUNDING * f64::EPSILON * value.abs()
}

/// `direction` = projection of the gradient step - `current`; the projection itself is left in `target`.
fn aim(set: &FeasibleSet, current: &[f64], gradient: &[f64], step: f64, direction: &mut [f64], target: &mut [f64]) {
    // Where all is spent only differences of slopes move money: leaving out the common part keeps the digits of the rest.
    let common = match set.budget() {
        Budget::Exactly(_) => common_slope(set, current, gradient),
        Budget::AtMost(_) => 0.0,
    };
    for i in 0..current.len() {
        target[i] = current[i] + step * (gradient[i] - common);
    }
    set.project(target);
    for i in 0..current.len() {
        direction[i] = target[i] - current[i];
    }
}

/// Walks back from `trial` (= `current + direction`) until the value suffices; on success `trial` and its gradient hold the point reached.
#[expect(clippy::too_many_arguments, reason = "the step's own buffers, borrowed from the workspace")]
fn line_search(
    objective: &mut Evaluator<'_>,
    current: &[f64],
    direction: &[f64],
    value: f64,
    reference: f64,
    promised: f64,
    trial: &mut [f64],
    trial_gradient: &mut [f64],
    lifted: &mut [f64],
) -> Option<f64> {
    let shortest = objective.set.grain() / direction.iter().fold(0.0_f64, |most, d| most.max(d.abs()));
    let enough = |length: f64| reference + SUFFICIENT * length * promised - rounding(reference);
    let mut length = 1.0_f64;
    let mut reached = objective.value_and_gradient(trial, trial_gradient, lifted);
    while !(reached >= enough(length)) {
        // The top of the parabola through both values and the slope here, kept within a tenth and a half of the step.
        let missed = value + length * promised - reached;
        let top = if missed.is_finite() {
            0.5 * length * length * promised / missed
        } else {
            0.0
        };
        length = top.clamp(0.1 * length, 0.5 * length);
        if length < shortest {
            return None;
        }
        for i in 0..trial.len() {
            trial[i] = current[i] + length * direction[i];
        }
        objective.set.settle_sum(trial);
        reached = objective.value(trial);
        if reached >= enough(length) {
            reached = objective.value_and_gradient(trial, trial_gradient, lifted);
        }
    }
    Some(reached)
}

/// Barzilai and Borwein's step: the inverse of the curvature along the last move.
fn spectral_step(set: &FeasibleSet, from: &[f64], to: &[f64], slope_from: &[f64], slope_to: &[f64]) -> f64 {
    let (mut moved, mut bent) = (0.0, 0.0);
    for i in 0..from.len() {
        let s = to[i] - from[i];
        moved += s * s;
        bent -= s * (slope_to[i] - slope_from[i]);
    }
    let unit = all_money_step(set, slope_to);
    let (shortest, longest) = (STEPS.0 * unit, STEPS.1 * unit);
    if bent > 0.0 {
        (moved / bent).clamp(shortest, longest)
    } else {
        longest
    }
}

/// A first step that moves about a tenth of the movable money.
fn first_step(set: &FeasibleSet, gradient: &[f64]) -> f64 {
    0.1 * all_money_step(set, gradient)
}

/// The step that would move all movable money if no bound were in the way [money² per objective].
fn all_money_step(set: &FeasibleSet, gradient: &[f64]) -> f64 {
    let common = match set.budget() {
        Budget::Exactly(_) => common_slope(set, set.lower(), gradient),
        Budget::AtMost(_) => 0.0,
    };
    let bounds = set.lower().iter().zip(set.reach());
    let uneven: f64 = gradient
        .iter()
        .zip(bounds)
        .filter(|(_, (l, u))| l < u)
        .map(|(g, _)| (g - common).abs())
        .sum();
    // Equal slopes everywhere: any length will do, no money moves.
    if uneven > 0.0 { 2.0 * set.movable() / uneven } else { 1.0 }
}

/// Mean slope of the variables that are not on a bound (of all that may move, where none is).
fn common_slope(set: &FeasibleSet, x: &[f64], gradient: &[f64]) -> f64 {
    let mean = |counts: &dyn Fn(usize) -> bool| {
        let (total, count) = (0..x.len())
            .filter(|&i| counts(i))
            .fold((0.0, 0), |(total, count), i| (total + gradient[i], count + 1));
        (count > 0).then(|| total / f64::from(count))
    };
    mean(&|i| x[i] > set.lower()[i] && x[i] < set.upper()[i])
        .or_else(|| mean(&|i| set.lower()[i] < set.upper()[i]))
        .unwrap_or(0.0)
}

fn largest_slope(gradient: &[f64]) -> f64 {
    gradient.iter().fold(0.0, |most, g| most.max(g.abs()))
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::super::cases::*;
    use super::*;

    #[test]
    fn measure() {
        use super::super::starts::Start;
        let mut p = HillProfit::allocation_52();
        let set = p.feasible(Budget::Exactly(1_820_000.0));
        let mut work = Workspace::new(p.dimension());
        let groups = p.channel_of();
        let mut shown = 0;
        for k in 0..40 {
            let mut x = Start::random(&set, &groups, 1, k).x;
            let t = std::time::Instant::now();
            let a = ascend(
                &mut p,
                &set,
                &mut x,
                &SpectralOptions {
                    tolerance: 1e-6,
                    ..Default::default()
                },
                &mut work,
            );
            println!(
                "52 start {k}: {:.3} {:?} {} {} {:.2e} {:?}",
                a.value,
                a.stop,
                a.iterations,
                a.evaluations,
                a.residual,
                t.elapsed()
            );
            if a.value > 1544900.0 && shown < 1 {
                shown += 1;
                for c in x.chunks(52) {
                    println!("{:?}", c.iter().map(|x| x.round()).collect::<Vec<_>>());
                }
            }
        }
        let mut q = p.relaxed();
        let mut x = Start::even(&set).x;
        for tolerance in [1e-2, 1e-3, 1e-4, 1e-5, 1e-6] {
            let mut y = x.clone();
            let t = std::time::Instant::now();
            let a = ascend(
                &mut q,
                &set,
                &mut y,
                &SpectralOptions {
                    tolerance,
                    ..Default::default()
                },
                &mut work,
            );
            println!(
                "52 relaxed {tolerance}: {:.3} {:?} {} {} {:.2e} {:?}",
                a.value,
                a.stop,
                a.iterations,
                a.evaluations,
                a.residual,
                t.elapsed()
            );
            let t = std::time::Instant::now();
            let a = ascend(
                &mut p,
                &set,
                &mut y,
                &SpectralOptions {
                    tolerance: 1e-6,
                    ..Default::default()
                },
                &mut work,
            );
            println!(
                "52 from relaxed: {:.3} {:?} {} {} {:.2e} {:?}",
                a.value,
                a.stop,
                a.iterations,
                a.evaluations,
                a.residual,
                t.elapsed()
            );
            x.copy_from_slice(&set.lower());
            if tolerance == 1e-6 {
                for c in y.chunks(52) {
                    println!("{:?}", c.iter().map(|x| x.round()).collect::<Vec<_>>());
                }
            }
            x = Start::even(&set).x;
        }
    }
}
