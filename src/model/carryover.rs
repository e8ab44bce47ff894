//! Carryover (adstock): how a period's real spend is felt in the following ones, `a[t] = Σ w[l] · u[t-l]`, `Σ w = 1`.
//!
//! A planner's words: an advertisement that was seen last week still works a little this week. Real spend `u = x / k` and
//! pressure `a` are money per period; before the horizon the channel was spending `a₀` in every period. After the horizon
//! the pressure is followed while the share still to come, `Σ_{l≥j} w[l]`, is at least 0.001. Sources: Broadbent 1979
//! (geometric); Jin et al. 2017 (delayed); Meridian (binomial).

use crate::math::Real;

use super::parameters::Param;
use super::window::{WindowShape, share_left};

/// Share of a period's spend that is too small to follow after the horizon.
const FORGOTTEN: f64 = 0.001;

/// A carryover with the places of its parameters.
#[derive(Debug, Clone, Copy)]
pub(super) enum Adstock {
    None,
    Geometric { decay: DecayParam },
    Window { shape: WindowShape, length: usize },
}

/// The two ways to write a geometric decay.
#[derive(Debug, Clone, Copy)]
pub(super) enum DecayParam {
    Rate(Param),
    HalfLife(Param),
}

impl DecayParam {
    /// `α`.
    #[inline(always)]
    pub(super) fn value<F: Real>(self, params: &[F]) -> F {
        match self {
            Self::Rate(rate) => rate.of(params),
            Self::HalfLife(half_life) => (F::from_f64(-std::f64::consts::LN_2) / half_life.of(params)).exp(),
        }
    }

    /// Adds the adjoint of `α` to that of the parameter.
    #[inline(always)]
    pub(super) fn reverse<F: Real>(self, params: &[F], adjoint: F, gradient: &mut [F]) {
        match self {
            Self::Rate(rate) => gradient[rate.index()] += adjoint,
            Self::HalfLife(half_life) => {
                let h = half_life.of(params);
                let decay = self.value(params);
                gradient[half_life.index()] += adjoint * decay * F::from_f64(std::f64::consts::LN_2) / (h * h);
            }
        }
    }
}

impl Adstock {
    /// Pressure of the horizon and of the periods after it in which it is still felt.
    ///
    /// `before` is `a₀`, the pressure of every period before the horizon; `real_spend` has `T` amounts, `pressure` at least `T` places; gives how many of them are set. The others are 0.
    /// `weights` is scratch that the reverse pass reads: the window's weights, then the share still to come after each.
    #[inline(always)]
    pub(super) fn forward<F: Real>(&self, params: &[F], before: F, real_spend: &[F], pressure: &mut [F], weights: &mut [F]) -> usize {
        let horizon = real_spend.len();
        let places = pressure.len();
        match *self {
            Self::None => {
                pressure[..horizon].copy_from_slice(real_spend);
                horizon
            }
            Self::Geometric { decay } => {
                let alpha = decay.value(params);
                let fresh = F::one() - alpha;
                let mut felt = before;
                for (a, &u) in pressure[..horizon].iter_mut().zip(real_spend) {
                    felt = alpha.mul_add(felt, fresh * u);
                    *a = felt;
                }
                let mut left = F::one();
                for (t, a) in pressure.iter_mut().enumerate().skip(horizon) {
                    left = left * alpha;
                    if left.all_lt(FORGOTTEN) {
                        return t;
                    }
                    felt = alpha * felt;
                    *a = left.select_lt(F::from_f64(FORGOTTEN), F::zero(), felt);
                }
                places
            }
            Self::Window { shape, length } => {
                let (weights, left) = weights.split_at_mut(length);
                shape.weights(params, weights);
                share_left(weights, &mut left[..=length]);
                for (t, a) in pressure[..horizon].iter_mut().enumerate() {
                    *a = before * left[(t + 1).min(length)];
                }
                for (t, &u) in real_spend.iter().enumerate() {
                    for (a, &w) in pressure[t..horizon.min(t + length)].iter_mut().zip(weights.iter()) {
                        *a = w.mul_add(u, *a);
                    }
                }
                for (t, a) in pressure.iter_mut().enumerate().skip(horizon) {
                    let j = t + 1 - horizon;
                    if j >= length || left[j].all_lt(FORGOTTEN) {
                        return t;
                    }
                    let mut felt = F::zero();
                    for (l, &w) in weights.iter().enumerate().skip(j) {
                        let spent = t.checked_sub(l).map_or(before, |then| real_spend[then]);
                        felt = w.mul_add(spent, felt);
                    }
                    *a = left[j].select_lt(F::from_f64(FORGOTTEN), F::zero(), felt);
                }
                places
            }
        }
    }

    /// From the adjoint of each pressure (destroyed) to that of each real spend (set) and of the parameters (added).
    ///
    /// An infinite adjoint (zero pressure, slope below 1) goes to spends that are zero and have a part in that pressure; to
    /// nothing else, the parameters included.
    #[inline(always)]
    pub(super) fn reverse<F: Real>(&self, params: &[F], before: F, run: Felt<'_, F>, back: Back<'_, F>, gradient: &mut [F]) {
        let horizon = run.real_spend.len();
        match *self {
            Self::None => back.real_spend.copy_from_slice(&back.pressure[..horizon]),
            Self::Geometric { decay } => {
                let alpha = decay.value(params);
                // lanes that stopped following earlier than others: their pressure is 0 from there on, and so is its adjoint
                let mut left = F::one();
                for d in &mut back.pressure[horizon..] {
                    left = left * alpha;
                    *d = left.select_lt(F::from_f64(FORGOTTEN), F::zero(), *d);
                }
                let by_decay = match back.edge {
                    Edge::Nowhere => geometric_reverse(alpha, before, run, back, Edge::Nowhere),
                    Edge::Somewhere => geometric_reverse(alpha, before, run, back, Edge::Somewhere),
                };
                decay.reverse(params, by_decay, gradient);
            }
            Self::Window { shape, length } => {
                let (weights, left) = run.weights.split_at(length);
                for (d, &left) in back.pressure[horizon..].iter_mut().zip(&left[1..]) {
                    *d = left.select_lt(F::from_f64(FORGOTTEN), F::zero(), *d);
                }
                let (by_weight, _) = back.weights.split_at_mut(length);
                let back = Back {
                    weights: by_weight,
                    ..back
                };
                let by_weight = match back.edge {
                    Edge::Nowhere => window_reverse(weights, before, run, back, Edge::Nowhere),
                    Edge::Somewhere => window_reverse(weights, before, run, back, Edge::Somewhere),
                };
                shape.reverse(params, weights, by_weight, gradient);
            }
        }
    }
}

/// What the way back over one channel's carryover works on.
#[derive(Debug)]
pub(super) struct Back<'a, F> {
    /// Adjoint of each pressure that was followed.
    pub(super) pressure: &'a mut [F],
    /// What [`Edge::of`] says of them.
    pub(super) edge: Edge,
    /// Adjoint of each real spend.
    pub(super) real_spend: &'a mut [F],
    /// Scratch, as long as the run's weights.
    pub(super) weights: &'a mut [F],
}

/// Whether a pressure of this channel is zero where its curve is infinitely steep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Nowhere,
    Somewhere,
}

impl Edge {
    /// Whether one of these adjoints of pressures is infinite, in any lane.
    #[inline(always)]
    pub(super) fn of<F: Real>(adjoint: &[F]) -> Self {
        let mut lanes = [F::zero(); 8];
        let chunks = adjoint.chunks_exact(8);
        for (lane, &d) in lanes.iter_mut().zip(chunks.remainder()) {
            *lane += d * F::zero();
        }
        for chunk in chunks {
            for (lane, &d) in lanes.iter_mut().zip(chunk) {
                *lane += d * F::zero();
            }
        }
        // infinite numbers and NaN make NaN, all others 0
        if lanes.iter().all(|lane| lane.all_lt(1.0)) {
            Self::Nowhere
        } else {
            Self::Somewhere
        }
    }

    /// The adjoint, or 0 for an infinite one.
    #[inline(always)]
    fn finite<F: Real>(self, adjoint: F) -> F {
        match self {
            Self::Nowhere => adjoint,
            Self::Somewhere => {
                let most = F::from_f64(f64::MAX);
                most.select_lt(adjoint, F::zero(), adjoint.select_lt(-most, F::zero(), adjoint))
            }
        }
    }

    /// `nearer + later`; where infinite adjoints of different periods meet, the nearer one, so that `∞ - ∞` cannot arise.
    #[inline(always)]
    fn join<F: Real>(self, nearer: F, later: F) -> F {
        match self {
            Self::Nowhere => nearer + later,
            Self::Somewhere => {
                let most = F::from_f64(f64::MAX);
                most.select_lt(nearer, nearer, nearer.select_lt(-most, nearer, nearer + later))
            }
        }
    }

    /// What of the adjoint of a later pressure goes back to `cause`, money that had the share `weight` in it.
    ///
    /// Nothing infinite goes to a cause that is not zero: the later pressure is then zero by underflow alone.
    #[inline(always)]
    fn back<F: Real>(self, weight: F, adjoint: F, cause: F) -> F {
        match self {
            Self::Nowhere => weight * adjoint,
            Self::Somewhere => {
                let none = F::from_f64(f64::MIN_POSITIVE);
                let reaches = cause.select_lt(none, adjoint, self.finite(adjoint));
                F::zero().select_lt(weight, weight * reaches, F::zero())
            }
        }
    }
}

/// Adjoint of each real spend (set) and of the decay, from that of each pressure, by `a[t] = α·a[t-1] + (1-α)·u[t]`.
///
/// `edge` is that of `back`, as a constant that the loop is compiled with.
#[inline(always)]
fn geometric_reverse<F: Real>(alpha: F, before: F, run: Felt<'_, F>, back: Back<'_, F>, edge: Edge) -> F {
    let fresh = F::one() - alpha;
    let horizon = run.real_spend.len();
    let (mut carried, mut by_decay) = (F::zero(), F::zero());
    for t in (horizon..back.pressure.len()).rev() {
        carried = edge.join(back.pressure[t], carried);
        let earlier = run.pressure[t - 1];
        by_decay += edge.finite(carried) * earlier;
        carried = edge.back(alpha, carried, earlier);
    }
    for t in (0..horizon).rev() {
        carried = edge.join(back.pressure[t], carried);
        let earlier = if t == 0 { before } else { run.pressure[t - 1] };
        by_decay += edge.finite(carried) * (earlier - run.real_spend[t]);
        back.real_spend[t] = carried * fresh;
        carried = edge.back(alpha, carried, earlier);
    }
    by_decay
}

/// Adjoint of each real spend (set), and of each weight (given), from that of each pressure. `edge` as above.
#[inline(always)]
fn window_reverse<'a, F: Real>(weights: &[F], before: F, run: Felt<'_, F>, back: Back<'a, F>, edge: Edge) -> &'a mut [F] {
    let by_weight = back.weights;
    by_weight.fill(F::zero());
    for (t, (out, &u)) in back.real_spend.iter_mut().zip(run.real_spend).enumerate() {
        let mut felt = F::zero();
        for ((&d, &w), by) in back.pressure[t..].iter().zip(weights).zip(by_weight.iter_mut()) {
            felt = edge.join(felt, edge.back(w, d, u));
            *by += edge.finite(d) * u;
        }
        *out = felt;
    }
    // what the past still does: period t feels before · Σ_{l>t} w[l]
    let mut sum = F::zero();
    for (l, by) in by_weight.iter_mut().enumerate() {
        *by += sum * before;
        if let Some(&d) = back.pressure.get(l) {
            sum += edge.finite(d);
        }
    }
    by_weight
}

/// What a forward pass over one channel left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Felt<'a, F> {
    pub(super) real_spend: &'a [F],
    /// As long as the pressure was followed.
    pub(super) pressure: &'a [F],
    pub(super) weights: &'a [F],
}
