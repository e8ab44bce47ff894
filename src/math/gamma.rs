//! The gamma distribution: probabilities below and above a place, and quantiles, for every shape.

use std::f64::consts::TAU;

use super::exponential::{exp, exp_m1};
use super::log_concave::{Fall, Place, Side, deviance, solve, stirling_error, tail_integral};
use super::logarithm::ln;
use super::normal::normal_quantile;

/// The probability that a gamma variable is below `x`. `shape` and `scale` (in the units of `x`) are positive and finite.
///
/// Relative error below 2e-13 for shapes from 1e-3 to 1e8; up to a shape of 1e4 it is mostly below 1e-14.
#[must_use]
pub fn gamma_cdf(x: f64, shape: f64, scale: f64) -> f64 {
    Gamma::new(shape).place(x / scale).lower
}

/// The probability that a gamma variable is above `x`: 1 - [`gamma_cdf`], but accurate far out in the tail.
#[must_use]
pub fn gamma_survival(x: f64, shape: f64, scale: f64) -> f64 {
    Gamma::new(shape).place(x / scale).upper
}

/// The place below which a gamma variable is with probability `p`: 0 at 0, ∞ at 1, NaN outside `[0, 1]`.
///
/// Relative error below 1e-14, for shapes below 1/10 some 2e-15 over the shape: there the quantile is that sensitive to
/// `p`. A quantile too small for a double is 0: with a shape of 0.001 that happens below `p` = 0.47.
#[must_use]
pub fn gamma_quantile(p: f64, shape: f64, scale: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    if p == 0.0 {
        return 0.0;
    }
    if p == 1.0 {
        return f64::INFINITY;
    }
    scale * Gamma::new(shape).quantile(p, 1.0 - p)
}

/// The quantile that a gamma variable of scale 1 is below and above with these probabilities.
pub(super) fn gamma_place(below: f64, above: f64, shape: f64) -> f64 {
    Gamma::new(shape).quantile(below, above)
}

/// A gamma distribution of scale 1.
#[derive(Clone, Copy)]
struct Gamma {
    shape: f64,
    stirling_error: f64,
    /// Below it the lower tail is computed, above it the upper: the peak of the density by the logarithm, or 1.
    split: f64,
}

impl Gamma {
    fn new(shape: f64) -> Self {
        Self {
            shape,
            stirling_error: stirling_error(shape),
            split: shape.max(1.0),
        }
    }

    fn quantile(self, below: f64, above: f64) -> f64 {
        let shape = self.shape;
        // Wilson and Hilferty: the cube root of a gamma variable is nearly normal. For small shapes it is no guide.
        let z = if below < above {
            normal_quantile(below)
        } else {
            -normal_quantile(above)
        };
        let cube_root = 1.0 - 1.0 / (9.0 * shape) + z / (3.0 * shape.sqrt());
        let nearly_normal = if shape >= 1.0 {
            shape * cube_root * cube_root * cube_root
        } else {
            0.0
        };
        // At the split the lower tail is more than a half.
        if below <= 0.5 || below <= self.place(self.split).lower {
            // Where the density's first factor alone, x^(shape-1) / Γ(shape), has this tail: beyond the quantile by rounding only.
            let ln_gamma_next = self.stirling_error + (shape + 0.5) * ln(shape) - shape + 0.5 * ln(TAU);
            let power = exp((ln(below) + ln_gamma_next) / shape);
            solve(Side::Lower, below, 0.99 * power, nearly_normal.max(power), |x| self.place(x))
        } else {
            solve(Side::Upper, above, self.split, nearly_normal, |x| self.place(x))
        }
    }

    fn place(self, x: f64) -> Place {
        if x <= 0.0 {
            return Place::new(Side::Lower, 0.0, 0.0);
        }
        if x == f64::INFINITY {
            return Place::new(Side::Upper, 0.0, 0.0);
        }
        let shape = self.shape;
        // x^shape·e^(-x) / Γ(shape), by Stirling's formula with its error, so that nothing large cancels.
        let density = (shape / TAU).sqrt() * exp(-self.stirling_error - deviance(shape, x));
        let side = if x > self.split { Side::Upper } else { Side::Lower };
        let tail = if side == Side::Lower && shape < 1.0 {
            series(x, shape) / shape
        } else {
            let sign = side.sign();
            tail_integral(GammaFall { shape, x, sign }, (x - shape).abs(), x)
        };
        Place::new(side, density * tail, density)
    }
}

/// `1 + x/(a+1) + x²/((a+1)(a+2)) + …` for `x ≤ 1`: the 20th term is below 1e-18.
fn series(x: f64, shape: f64) -> f64 {
    (1..20_u8).rev().fold(1.0, |sum, k| (x / (shape + f64::from(k))).mul_add(sum, 1.0))
}

#[derive(Clone, Copy)]
struct GammaFall {
    shape: f64,
    x: f64,
    sign: f64,
}

impl Fall for GammaFall {
    #[inline(always)]
    fn at(self, u: f64) -> f64 {
        let v = self.sign * u;
        self.x.mul_add(exp_m1(v), -(self.shape * v))
    }
}
