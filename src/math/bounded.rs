//! Quantiles of the distributions on a range that a planner names by its ends and its most likely value.

use super::beta::beta_quantile;
use super::lanes::Lanes;

/// The quantile of the uniform distribution on `[min, max]`.
#[must_use]
pub fn uniform_quantile(p: f64, min: f64, max: f64) -> f64 {
    p.mul_add(max - min, min)
}

/// The quantile of the triangular distribution on `[min, max]` with its peak at `mode`; `min < max`, the mode within them.
#[must_use]
pub fn triangular_quantile(p: f64, min: f64, mode: f64, max: f64) -> f64 {
    triangular_quantiles(p, min, mode, max)
}

/// [`triangular_quantile`] of each lane.
#[inline(always)]
#[must_use]
pub fn triangular_quantiles<V: Lanes>(p: V, min: f64, mode: f64, max: f64) -> V {
    let width = V::splat(max - min);
    let rising = V::splat(min) + (p * width * V::splat(mode - min)).root();
    let falling = V::splat(max) - ((V::splat(1.0) - p) * width * V::splat(max - mode)).root();
    (p * width).where_lt(V::splat(mode - min), rising, falling)
}

/// The quantile of the PERT distribution: a beta distribution stretched onto `[min, max]`, whose mean is
/// `(min + 4·mode + max) / 6`; `min < max`, the mode within them.
#[must_use]
pub fn pert_quantile(p: f64, min: f64, mode: f64, max: f64) -> f64 {
    let width = max - min;
    let (alpha, beta) = (1.0 + 4.0 * (mode - min) / width, 1.0 + 4.0 * (max - mode) / width);
    width.mul_add(beta_quantile(p, alpha, beta), min)
}
