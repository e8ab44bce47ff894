//! Nonmonotone spectral projected gradient (Birgin, Martínez & Raydan, SIAM J. Optim. 10, 2000), for a maximum.
//!
//! Each iteration aims at the projection of a step and goes there, or back towards the old point until the value is no worse than the worst
//! of the last few by a small part of the promised gain. The step is a Newton step in what the last moves have taught about the curvature;
//! where that leads nowhere, a gradient step whose length is the inverse of the curvature met by the last move (Barzilai & Borwein
//! 1988). All points stay feasible. A reverse pass and a projection per iteration, nothing else that grows faster than `n`.

use super::coupled::Multipliers;
use super::curvature::Curvature;
use super::evaluate::Evaluator;
use super::feasible::{Budget, FeasibleSet};
use super::objective::Objective;
use super::residual::Residual;
use super::vector::{dot, fold};

/// When to stop, and how patient to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpectralOptions {
    /// Converged when the residual is below this share of [`Ascent::slope_scale`].
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
    /// [`Residual::gain`] there (objective per money).
    pub residual: f64,
    /// The slope that the residual is compared with: the mean slope of the money spent, at the start or here, whichever is larger; or a
    /// thousandth of the value per unit of movable money, should both vanish (objective per money).
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
    curvature: Curvature,
    projection: Projections,
}

/// Multipliers of the rows, kept from one projection to the next of the same kind.
#[derive(Debug, Clone, Default)]
struct Projections {
    aim: Multipliers,
    residual: Multipliers,
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
        self.curvature.reset(n);
        self.projection = Projections::default();
    }
}

/// Share of the promised gain that a step must bring (the paper's γ).
const SUFFICIENT: f64 = 1e-4;
/// Times the tolerance within which a search beside rows has converged when nothing better is found: their prices are right to the rounding of
/// all money, and so are its slopes.
const NEAR: f64 = 30.0;
/// Units in the last place within which two values of an objective, a sum of hundreds of terms, count as equal.
const ROUNDING: f64 = 64.0;
/// Bounds of a spectral step, in units of "moves all movable money": wide, for near an optimum that unit grows without limit.
const STEPS: (f64, f64) = (1e-20, 1e6);

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
        curvature,
        projection,
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
    let mut slope_scale = typical_slope(set, current, gradient, start);
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
    let (mut iterations, mut idle, mut failures, mut memory) = (0, 0, 0, options.memory.max(1));
    let stop = loop {
        let residual = Residual::near(set, current, gradient, &mut projection.residual).gain;
        slope_scale = start_scale.max(typical_slope(set, current, gradient, value));
        if best.takes(value, residual, &mut idle) {
            x.copy_from_slice(current);
        }
        let stationary = residual <= options.tolerance * slope_scale;
        if stationary && value == best.value {
            break Stop::Converged;
        }
        if iterations >= options.steps {
            break Stop::StepLimit;
        }
        if idle > options.patience || failures > 1 {
            let near = set.has_rows() && best.residual <= NEAR * options.tolerance * slope_scale;
            break if near { Stop::Converged } else { Stop::NoProgress };
        }
        iterations += 1;
        recent.push(value);
        let reference = recent.iter().rev().take(memory).fold(f64::INFINITY, |worst, v| worst.min(*v));

        let mut promised = aim_by_curvature(set, current, gradient, curvature, direction, trial, &mut projection.aim);
        if promised.is_none() {
            promised = aim(set, current, gradient, step, direction, trial, &mut projection.aim);
        }
        let astray = value < best.value && (stationary || (memory > 1 && idle > 2 * memory));
        let reached = promised.filter(|_| !astray).and_then(|promised| {
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
        });
        let Some(reached) = reached else {
            // The gradient misleads at this length, or the excursion leads to a lower hill or around in a circle: anew from the best
            // point, and only upwards.
            failures += usize::from(value == best.value);
            memory = 1;
            recent.clear();
            curvature.reset(x.len());
            current.copy_from_slice(x);
            value = objective.value_and_gradient(current, gradient, lifted);
            step = 1e-3 * first_step(set, gradient);
            continue;
        };
        failures = 0;
        value = reached;
        step = spectral_step(set, current, trial, gradient, trial_gradient, step);
        curvature.learn(current, trial, gradient, trial_gradient);
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
        let better =
            value > self.top + rounding(value) || (value >= self.start.max(self.top - rounding(value)) && residual < self.residual);
        let progress = value > self.top + rounding(value) || (better && residual < 0.9 * self.residual);
        *idle = if progress { 0 } else { *idle + 1 };
        self.top = self.top.max(value);
        if better {
            (self.value, self.residual) = (value, residual);
        }
        better
    }
}

/// What the last bits of a sum of many terms are worth.
pub(super) fn rounding(value: f64) -> f64 {
    ROUNDING * f64::EPSILON * value.abs()
}

/// `direction` = projection of the gradient step - `current`; the projection itself is left in `target`. Gives the gain that the gradient
/// promises along it; `None` where it promises none.
fn aim(
    set: &FeasibleSet,
    current: &[f64],
    gradient: &[f64],
    step: f64,
    direction: &mut [f64],
    target: &mut [f64],
    prices: &mut Multipliers,
) -> Option<f64> {
    // Where all is spent only differences of slopes move money: leaving out the common part keeps the digits of the rest.
    let common = match set.budget() {
        Budget::Exactly(_) => common_slope(set, current, gradient),
        Budget::AtMost(_) => 0.0,
    };
    for i in 0..current.len() {
        target[i] = current[i] + step * (gradient[i] - common);
    }
    head_for(set, current, gradient, direction, target, prices)
}

/// The same with the Newton step of the curvature learnt so far.
fn aim_by_curvature(
    set: &FeasibleSet,
    current: &[f64],
    gradient: &[f64],
    curvature: &mut Curvature,
    direction: &mut [f64],
    target: &mut [f64],
    prices: &mut Multipliers,
) -> Option<f64> {
    if !curvature.newton_step(set, current, gradient, common_slope(set, current, gradient), direction) {
        return None;
    }
    for i in 0..current.len() {
        target[i] = current[i] + direction[i];
    }
    head_for(set, current, gradient, direction, target, prices)
}

fn head_for(
    set: &FeasibleSet,
    current: &[f64],
    gradient: &[f64],
    direction: &mut [f64],
    target: &mut [f64],
    prices: &mut Multipliers,
) -> Option<f64> {
    set.project_towards(current, target, prices);
    for i in 0..current.len() {
        direction[i] = target[i] - current[i];
    }
    let promised = dot(gradient, direction);
    (promised > 0.0).then_some(promised)
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
    // A value that is no number is never enough.
    while reached.is_nan() || reached < enough(length) {
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
fn spectral_step(set: &FeasibleSet, from: &[f64], to: &[f64], slope_from: &[f64], slope_to: &[f64], last: f64) -> f64 {
    let n = from.len();
    let (to, slope_from, slope_to) = (&to[..n], &slope_from[..n], &slope_to[..n]);
    let [moved, bent] = fold(n, |i| {
        let s = to[i] - from[i];
        [s * s, s * (slope_from[i] - slope_to[i])]
    });
    let unit = all_money_step(set, slope_to);
    // Where the slope rises along the move there is no curvature to go by: ten times as far, not all the way to another hill.
    let step = if bent > 0.0 { moved / bent } else { 10.0 * last };
    step.clamp(STEPS.0 * unit, STEPS.1 * unit)
}

/// A first step that moves about a tenth of the movable money.
pub(super) fn first_step(set: &FeasibleSet, gradient: &[f64]) -> f64 {
    0.1 * all_money_step(set, gradient)
}

/// The step that would move all movable money if no bound were in the way (money² per objective).
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
    let n = x.len();
    let (lower, upper, gradient) = (&set.lower()[..n], &set.upper()[..n], &gradient[..n]);
    let [inside, count, open, open_count] = fold(n, |i| {
        let inside = f64::from(u8::from(x[i] > lower[i]) & u8::from(x[i] < upper[i]));
        let open = f64::from(u8::from(lower[i] < upper[i]));
        [inside * gradient[i], inside, open * gradient[i], open]
    });
    if count > 0.0 { inside / count } else { open / open_count.max(1.0) }
}

/// What a slope is large or small against: the mean slope of the money spent above the lower bounds (infinite starts of curves, where
/// nothing is spent, do not count), or a thousandth of the value per unit of money where slopes vanish altogether.
fn typical_slope(set: &FeasibleSet, x: &[f64], gradient: &[f64], value: f64) -> f64 {
    let n = x.len();
    let (lower, gradient) = (&set.lower()[..n], &gradient[..n]);
    let [worth, spent] = fold(n, |i| [gradient[i].abs() * (x[i] - lower[i]), x[i] - lower[i]]);
    let mean = if spent > 0.0 { worth / spent } else { 0.0 };
    let movable = set.movable();
    mean.max(if movable > 0.0 { 1e-3 * value.abs() / movable } else { 0.0 })
}

#[cfg(test)]
mod tests;
