//! Carryover over a window: the shapes of its weights, which sum to 1.
//!
//! A planner's words: a leaflet works for six weeks and is then thrown away. Lag `l` and length are periods. Each shape has
//! unscaled weights of its own; dividing by their sum is common to all. Sources: Meridian (binomial); Jin et al. 2017
//! (delayed); PyMC-Marketing (Weibull).

use crate::math::Real;

use super::carryover::DecayParam;
use super::parameters::Param;

/// Weights over a window, up to their sum.
#[derive(Debug, Clone, Copy)]
pub(super) enum WindowShape {
    Geometric { decay: DecayParam },
    Binomial { decay: Param },
    Delayed { decay: Param, peak: f64 },
    Weibull { shape: Param, scale: Param },
}

/// `base^exponent` for a base in [0, 1) and a fixed exponent; `0^0 = 1`.
#[inline(always)]
fn power<F: Real>(base: F, exponent: f64) -> F {
    if exponent == 0.0 {
        F::one()
    } else {
        (base.ln() * F::from_f64(exponent)).exp()
    }
}

/// Derivative of [`power`] with respect to its base.
#[inline(always)]
fn power_slope<F: Real>(base: F, exponent: f64) -> F {
    if exponent == 0.0 {
        F::zero()
    } else {
        power(base, exponent - 1.0) * F::from_f64(exponent)
    }
}

impl WindowShape {
    /// Unscaled weight at lag `l` of a window of `length` (Weibull's are made all at once).
    #[inline(always)]
    fn raw<F: Real>(self, params: &[F], l: usize, length: usize) -> F {
        match self {
            Self::Geometric { decay } => power(decay.value(params), l as f64),
            Self::Binomial { decay } => {
                if l == 0 {
                    return F::one();
                }
                let alpha = decay.of(params);
                let log_left = F::from_f64(1.0 - l as f64 / length as f64).ln();
                ((F::one() / alpha - F::one()) * log_left).exp()
            }
            Self::Delayed { decay, peak } => power(decay.of(params), Self::excess(l, peak, length)),
            Self::Weibull { .. } => F::zero(),
        }
    }

    /// `(l-θ)²` above its smallest value in the window: the common factor cancels in the scaling, and cannot underflow.
    fn excess(l: usize, peak: f64, length: usize) -> f64 {
        let nearest = peak.round().clamp(0.0, (length - 1) as f64);
        let square = |lag: f64| (lag - peak) * (lag - peak);
        (square(l as f64) - square(nearest)).max(0.0)
    }

    /// Weights that sum to 1.
    #[inline(always)]
    pub(super) fn weights<F: Real>(self, params: &[F], weights: &mut [F]) {
        let length = weights.len();
        if let Self::Weibull { shape, scale } = self {
            weibull(shape.of(params), scale.of(params), weights);
        } else {
            for (l, w) in weights.iter_mut().enumerate() {
                *w = self.raw(params, l, length);
            }
        }
        let mut sum = F::zero();
        for &w in weights.iter() {
            sum += w;
        }
        for w in weights.iter_mut() {
            *w = *w / sum;
        }
    }

    /// Adds the adjoint of the weights (`adjoint`, destroyed) to that of the parameters.
    #[inline(always)]
    pub(super) fn reverse<F: Real>(self, params: &[F], weights: &[F], adjoint: &mut [F], gradient: &mut [F]) {
        let length = weights.len();
        // through the scaling w = raw / Σ raw
        let mut mean = F::zero();
        for (&w, &d) in weights.iter().zip(adjoint.iter()) {
            mean += w * d;
        }
        for d in adjoint.iter_mut() {
            *d -= mean;
        }
        let raw_sum = |shape: Self| {
            let mut sum = F::zero();
            for l in 0..length {
                sum += shape.raw(params, l, length);
            }
            sum
        };
        match self {
            Self::Geometric { decay } => {
                let alpha = decay.value(params);
                let mut part = F::zero();
                for (l, &d) in adjoint.iter().enumerate() {
                    part += d * power_slope(alpha, l as f64);
                }
                decay.reverse(params, part / raw_sum(self), gradient);
            }
            Self::Binomial { decay } => {
                let alpha = decay.of(params);
                let mut part = F::zero();
                for (l, (&w, &d)) in weights.iter().zip(adjoint.iter()).enumerate().skip(1) {
                    part -= d * w * F::from_f64(1.0 - l as f64 / length as f64).ln();
                }
                let none = F::zero().select_lt(alpha, part / (alpha * alpha), F::zero());
                gradient[decay.index()] += none;
            }
            Self::Delayed { decay, peak } => {
                let alpha = decay.of(params);
                let mut part = F::zero();
                for (l, &d) in adjoint.iter().enumerate() {
                    part += d * power_slope(alpha, Self::excess(l, peak, length));
                }
                gradient[decay.index()] += part / raw_sum(self);
            }
            Self::Weibull { shape, scale } => {
                // ln w = (κ-1) ln x - (x/λ)^κ up to what cancels, x = l + 1
                let (kappa, lambda) = (shape.of(params), scale.of(params));
                let (mut by_shape, mut by_scale) = (F::zero(), F::zero());
                for (l, (&w, &d)) in weights.iter().zip(adjoint.iter()).enumerate() {
                    let ln_x = F::from_f64((l + 1) as f64).ln();
                    let ln_ratio = ln_x - lambda.ln();
                    // where the weight has vanished the power may be infinite
                    let power = w.select_lt(F::from_f64(f64::MIN_POSITIVE), F::zero(), (kappa * ln_ratio).exp());
                    let part = d * w;
                    by_shape += part * (ln_x - power * ln_ratio);
                    by_scale += part * power * kappa / lambda;
                }
                gradient[shape.index()] += by_shape;
                gradient[scale.index()] += by_scale;
            }
        }
    }
}

/// Weibull densities at `1, 2, …`, divided by the largest of them.
#[inline(always)]
fn weibull<F: Real>(kappa: F, lambda: F, weights: &mut [F]) {
    let mut largest = F::from_f64(f64::NEG_INFINITY);
    for (l, w) in weights.iter_mut().enumerate() {
        let ln_x = F::from_f64((l + 1) as f64).ln();
        *w = (kappa - F::one()) * ln_x - (kappa * (ln_x - lambda.ln())).exp();
        largest = largest.max(*w);
    }
    for w in weights.iter_mut() {
        *w = (*w - largest).exp();
    }
}

/// `left[j] = Σ_{l≥j} w[l]`, one longer than the weights.
#[inline(always)]
pub(super) fn share_left<F: Real>(weights: &[F], left: &mut [F]) {
    let mut sum = F::zero();
    left[weights.len()] = sum;
    for j in (0..weights.len()).rev() {
        sum += weights[j];
        left[j] = sum;
    }
}
