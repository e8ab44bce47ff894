//! Nonmonotone spectral projected gradient (Birgin, Martínez & Raydan, SIAM J. Optim. 10, 2000), for a maximum.
//!
//! Each iteration aims at the projection of a gradient step whose length is the inverse of the curvature met by the last move (Barzilai &
//! Borwein 1988), and goes there, or back towards the old point until the value is no worse than the worst of the last few
//! by a small part of the promised gain. All points stay feasible. A reverse pass and a projection per iteration, nothing else that grows.

use super::curvature::Curvature;
use super::evaluate::Evaluator;
use super::feasible::{Budget, FeasibleSet};
use super::objective::Objective;
use super::residual::Residual;
use super::vector::dot;

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
    /// [`Residual::gain`] there [objective per money].
    pub residual: f64,
    /// The slope that the residual is compared with: the mean slope of the money spent, at the start or here, whichever is larger; or a
    /// thousandth of the value per unit of movable money, should both vanish [objective per money].
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
    }
}

/// Share of the promised gain that a step must bring (the paper's γ).
const SUFFICIENT: f64 = 1e-4;
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
        let residual = Residual::at(set, current, gradient).gain;
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
            break Stop::NoProgress;
        }
        iterations += 1;
        recent.push(value);
        let reference = recent.iter().rev().take(memory).fold(f64::INFINITY, |worst, v| worst.min(*v));

        let mut promised = aim_by_curvature(set, current, gradient, curvature, direction, trial);
        if promised.is_none() {
            promised = aim(set, current, gradient, step, direction, trial);
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
fn aim(set: &FeasibleSet, current: &[f64], gradient: &[f64], step: f64, direction: &mut [f64], target: &mut [f64]) -> Option<f64> {
    // Where all is spent only differences of slopes move money: leaving out the common part keeps the digits of the rest.
    let common = match set.budget() {
        Budget::Exactly(_) => common_slope(set, current, gradient),
        Budget::AtMost(_) => 0.0,
    };
    for i in 0..current.len() {
        target[i] = current[i] + step * (gradient[i] - common);
    }
    head_for(set, current, gradient, direction, target)
}

/// The same with the Newton step of the curvature learnt so far.
fn aim_by_curvature(
    set: &FeasibleSet,
    current: &[f64],
    gradient: &[f64],
    curvature: &mut Curvature,
    direction: &mut [f64],
    target: &mut [f64],
) -> Option<f64> {
    if !curvature.newton_step(set, current, gradient, common_slope(set, current, gradient), direction) {
        return None;
    }
    for i in 0..current.len() {
        target[i] = current[i] + direction[i];
    }
    head_for(set, current, gradient, direction, target)
}

fn head_for(set: &FeasibleSet, current: &[f64], gradient: &[f64], direction: &mut [f64], target: &mut [f64]) -> Option<f64> {
    set.project(target);
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
fn spectral_step(set: &FeasibleSet, from: &[f64], to: &[f64], slope_from: &[f64], slope_to: &[f64], last: f64) -> f64 {
    let (mut moved, mut bent) = (0.0, 0.0);
    for i in 0..from.len() {
        let s = to[i] - from[i];
        moved += s * s;
        bent -= s * (slope_to[i] - slope_from[i]);
    }
    let unit = all_money_step(set, slope_to);
    // Where the slope rises along the move there is no curvature to go by: ten times as far, not all the way to another hill.
    let step = if bent > 0.0 { moved / bent } else { 10.0 * last };
    step.clamp(STEPS.0 * unit, STEPS.1 * unit)
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

/// What a slope is large or small against: the mean slope of the money spent above the lower bounds (infinite starts of curves, where
/// nothing is spent, do not count), or a thousandth of the value per unit of money where slopes vanish altogether.
fn typical_slope(set: &FeasibleSet, x: &[f64], gradient: &[f64], value: f64) -> f64 {
    let spent = || x.iter().zip(set.lower()).map(|(x, l)| x - l);
    let total: f64 = spent().sum();
    let mean = if total > 0.0 {
        gradient.iter().zip(spent()).map(|(g, s)| g.abs() * s).sum::<f64>() / total
    } else {
        0.0
    };
    let movable = set.movable();
    mean.max(if movable > 0.0 { 1e-3 * value.abs() / movable } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::cases::Separable;
    use super::*;

    fn climb(objective: &mut dyn Objective, set: &FeasibleSet, x: &[f64]) -> (Vec<f64>, Ascent) {
        let mut x = x.to_vec();
        let options = SpectralOptions {
            tolerance: 1e-9,
            ..SpectralOptions::default()
        };
        let end = ascend(objective, set, &mut x, &options, &mut Workspace::default());
        assert!(set.contains(&x), "{x:?}");
        (x, end)
    }

    /// max Σ a ln(1 + x/h): the level μ = a/(h + x) is the same for all, so x = a/μ - h and μ = Σa / (B + Σh).
    #[test]
    fn logarithms_fill_up_like_water_at_any_scale_of_money() {
        for money in [1.0, 1e3, 1e6, 1e9] {
            let (worth, half) = ([3.0 * money, 5.0 * money], [0.2 * money, 0.9 * money]);
            let set = FeasibleSet::new(vec![0.0; 2], vec![f64::INFINITY; 2], Budget::Exactly(money)).unwrap();
            let mut objective = Separable::new(2, |i, x| (worth[i] * (x / half[i]).ln_1p(), worth[i] / (half[i] + x)));
            let (x, end) = climb(&mut objective, &set, &[money, 0.0]);
            let level = 8.0 * money / (2.1 * money);
            for i in 0..2 {
                // A residual of 1e-9 of the slopes moves the level by as much.
                assert!((x[i] - (worth[i] / level - half[i])).abs() < 1e-8 * money, "{money}: {x:?}");
            }
            assert!(end.stop == Stop::Converged && end.evaluations < 40, "{end:?}");
        }
    }

    /// max Σ b x^s: shares in proportion to b^(1/(1-s)), from a start where two slopes are infinite.
    #[test]
    fn power_curves_leave_zero_and_share_in_proportion() {
        let (worth, s) = ([1.0, 2.0, 4.0_f64], 0.5);
        let set = FeasibleSet::new(vec![0.0; 3], vec![f64::INFINITY; 3], Budget::Exactly(2100.0)).unwrap();
        let mut objective = Separable::new(3, |i, x| (worth[i] * x.powf(s), worth[i] * s * x.powf(s - 1.0)));
        let (x, end) = climb(&mut objective, &set, &[2100.0, 0.0, 0.0]);
        assert_eq!(end.stop, Stop::Converged);
        for (x, share) in x.iter().zip([1.0, 4.0, 16.0]) {
            assert!((x - 100.0 * share).abs() < 1e-5, "{x}");
        }
    }

    /// The slope at 0 is infinite, yet a hundredth of a cent of it is all that pays: the plan stays at 0 and counts as the optimum.
    #[test]
    fn a_vertical_start_that_pays_for_nothing_worth_moving_stays_at_zero() {
        let set = FeasibleSet::new(vec![0.0; 2], vec![f64::INFINITY; 2], Budget::Exactly(1000.0)).unwrap();
        let mut objective = Separable::new(2, |i, x| if i == 0 { (1e-6 * x.sqrt(), 0.5e-6 / x.sqrt()) } else { (x, 1.0) });
        let (x, end) = climb(&mut objective, &set, &[0.0, 1000.0]);
        assert_eq!((x, end.stop, end.residual), (vec![0.0, 1000.0], Stop::Converged, 0.0));
    }

    #[test]
    fn what_need_not_be_spent_stays_where_the_next_unit_loses() {
        // Profit 20 √x - x: its slope is 0 at 100.
        let mut objective = Separable::new(2, |_, x| (20.0 * x.sqrt() - x, 10.0 / x.sqrt() - 1.0));
        let set = FeasibleSet::new(vec![0.0; 2], vec![500.0; 2], Budget::AtMost(700.0)).unwrap();
        let (x, end) = climb(&mut objective, &set, &[0.0, 500.0]);
        assert_eq!(end.stop, Stop::Converged);
        assert!(x.iter().all(|x| (x - 100.0).abs() < 1e-4), "{x:?}");
        // With less than that, all of it is spent.
        let set = FeasibleSet::new(vec![0.0; 2], vec![500.0; 2], Budget::AtMost(50.0)).unwrap();
        let (x, end) = climb(&mut objective, &set, &[0.0, 0.0]);
        assert_eq!(end.stop, Stop::Converged);
        assert!(x.iter().all(|x| (x - 25.0).abs() < 1e-6), "{x:?}");
    }

    #[test]
    fn nothing_to_move_and_nothing_to_gain_are_optima() {
        let optimum = |lower: &[f64], upper: &[f64], budget, slope: f64| {
            let set = FeasibleSet::new(lower.to_vec(), upper.to_vec(), budget).unwrap();
            let mut objective = Separable::new(lower.len(), |_, x| (slope * x, slope));
            let (x, end) = climb(&mut objective, &set, lower);
            assert_eq!((end.stop, end.residual, end.iterations), (Stop::Converged, 0.0, 0));
            x
        };
        assert_eq!(optimum(&[], &[], Budget::Exactly(0.0), 1.0), Vec::<f64>::new());
        assert_eq!(optimum(&[1.0], &[9.0], Budget::Exactly(4.0), 1.0), [4.0]);
        assert_eq!(optimum(&[1.0, 2.0], &[1.0, 2.0], Budget::Exactly(3.0), 1.0), [1.0, 2.0]);
        assert_eq!(optimum(&[1.0, 2.0], &[4.0, 5.0], Budget::Exactly(3.0), 1.0), [1.0, 2.0]);
        assert_eq!(optimum(&[1.0, 2.0], &[4.0, 5.0], Budget::Exactly(9.0), 1.0), [4.0, 5.0]);
        assert_eq!(optimum(&[1.0, 2.0], &[4.0, 5.0], Budget::AtMost(6.0), 0.0), [1.0, 2.0]);
    }

    #[test]
    fn steps_back_from_where_the_objective_is_no_number() {
        // ln(6 - x) ends at 6; both want the money, one cannot take more than 6.
        let mut objective = Separable::new(2, |i, x| {
            if i == 0 {
                (9.0 * x + (6.0 - x).ln(), 9.0 - 1.0 / (6.0 - x))
            } else {
                (x, 1.0)
            }
        });
        let set = FeasibleSet::new(vec![0.0; 2], vec![10.0; 2], Budget::Exactly(10.0)).unwrap();
        let (x, end) = climb(&mut objective, &set, &[0.0, 10.0]);
        assert_eq!(end.stop, Stop::Converged);
        assert!((x[0] - (6.0 - 1.0 / 8.0)).abs() < 1e-7, "{x:?}");
        let (x, end) = climb(&mut objective, &set, &[8.0, 2.0]);
        assert_eq!((x, end.stop), (vec![8.0, 2.0], Stop::NotFinite));
    }

    proptest! {
        #[test]
        fn never_worse_than_the_start_and_always_within_the_limits(
            curves in prop::collection::vec((0.0..5.0_f64, 0.01..1.0_f64, 0.3..4.0_f64, 0.0..1.0_f64), 1..12),
            share in 0.0..1.0_f64, magnitude in 0..9, all in any::<bool>(),
        ) {
            let (n, money) = (curves.len(), 10f64.powi(magnitude));
            let mut objective = Separable::new(n, |i, x| {
                let (worth, half, slope, _) = curves[i];
                let part = (x / (half * money)).powf(slope);
                let hill = part / (1.0 + part);
                (worth * money * hill - x, worth * money * slope * hill / (1.0 + part) / x - 1.0)
            });
            let lower: Vec<f64> = curves.iter().map(|c| if c.3 < 0.5 { 0.0 } else { 0.1 * c.3 * money }).collect();
            let upper: Vec<f64> = lower.iter().map(|l| l + money).collect();
            let budget = lower.iter().sum::<f64>() + share * n as f64 * money;
            let set = FeasibleSet::new(lower, upper, if all { Budget::Exactly(budget) } else { Budget::AtMost(budget) }).unwrap();
            let mut start: Vec<f64> = curves.iter().map(|c| c.3 * money).collect();
            set.project(&mut start);
            let before = objective.value(&start);
            let (x, end) = climb(&mut objective, &set, &start);
            prop_assert!(end.value >= before);
            prop_assert_eq!(end.value, objective.value(&x));
            prop_assert!(end.stop != Stop::NotFinite);
            // A smooth function leaves next to nothing, whether it got to the tolerance or to the end of its digits.
            prop_assert!(end.residual <= 1e-5 * end.slope_scale, "{end:?}");
        }
    }
}
