//! The beta distribution: probabilities below a place, and quantiles, for every shape.

use std::f64::consts::TAU;

use super::exponential::{exp, exp_m1};
use super::log_concave::{Fall, Place, Side, deviance, solve, stirling_error, tail_integral};
use super::logarithm::{ln, ln_1p};
use super::normal::normal_quantile;

/// The probability that a beta variable is below `x`. `alpha` and `beta` are positive and finite.
///
/// Relative error below 2e-13 for shapes from 1e-3 to 3e7; up to shapes of 1e4 it is mostly below 1e-14.
#[must_use]
pub fn beta_cdf(x: f64, alpha: f64, beta: f64) -> f64 {
    if x <= 0.0 {
        0.0
    } else if x >= 1.0 {
        1.0
    } else if alpha <= beta {
        Beta::new(alpha, beta).place(x / (1.0 - x)).lower
    } else {
        Beta::new(beta, alpha).place((1.0 - x) / x).upper
    }
}

/// The place below which a beta variable is with probability `p`: 0 at 0, 1 at 1, NaN outside `[0, 1]`.
///
/// Relative error below 2e-14, for shapes below 1/10 some 2e-15 over the shape: there the quantile is that sensitive to
/// `p`. A quantile that lies nearer to 0 or 1 than any double is 0 or 1.
#[must_use]
pub fn beta_quantile(p: f64, alpha: f64, beta: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    if p == 0.0 || p == 1.0 {
        return p;
    }
    let odds = beta_odds(p, 1.0 - p, alpha, beta);
    if odds == f64::INFINITY { 1.0 } else { odds / (1.0 + odds) }
}

/// The odds `x / (1-x)` of the quantile that a beta variable is below and above with these probabilities.
pub(super) fn beta_odds(below: f64, above: f64, alpha: f64, beta: f64) -> f64 {
    if alpha <= beta {
        Beta::new(alpha, beta).quantile(below, above)
    } else {
        1.0 / Beta::new(beta, alpha).quantile(above, below)
    }
}

/// A beta distribution whose first shape is not the larger one. Places are odds, `x / (1-x)`.
#[derive(Clone, Copy)]
struct Beta {
    alpha: f64,
    beta: f64,
    /// The shapes' sum.
    sum: f64,
    /// What Stirling's formula leaves of `-ln B(alpha, beta)`.
    stirling_error: f64,
    /// Below these odds the lower tail is computed, above them the upper: the peak of the density by the log-odds, or near it.
    split: f64,
}

impl Beta {
    fn new(alpha: f64, beta: f64) -> Self {
        let sum = alpha + beta;
        Self {
            alpha,
            beta,
            sum,
            stirling_error: stirling_error(sum) - stirling_error(alpha) - stirling_error(beta),
            split: alpha.max(1.0) / beta.max(1.0),
        }
    }

    /// The odds below which the variable is with probability `below`, and above which with probability `above`.
    fn quantile(self, below: f64, above: f64) -> f64 {
        let nearly_normal = if self.alpha >= 1.0 { self.nearly_normal(below, above) } else { 0.0 };
        // At the split the lower tail is at least a half.
        if below <= 0.5 || below <= self.place(self.split).lower {
            solve(Side::Lower, below, self.power(below, self.alpha), nearly_normal, |odds| {
                self.place(odds)
            })
        } else if self.beta >= 1.0 {
            solve(Side::Upper, above, self.split, nearly_normal, |odds| self.place(odds))
        } else {
            let power = self.power(above, self.beta);
            1.0 / solve(Side::Lower, above, 0.99 * power, power, |inverse| {
                self.place(1.0 / inverse).mirrored()
            })
        }
    }

    /// Where the density's first factor alone, `odds^(shape-1) / B(alpha, beta)`, has the lower tail `p`: beyond the quantile by
    /// rounding errors only.
    fn power(self, p: f64, shape: f64) -> f64 {
        let (alpha, beta) = (self.alpha, self.beta);
        let ln_beta =
            0.5 * ln(TAU * self.sum / alpha / beta) - self.stirling_error - alpha * ln_1p(beta / alpha) - beta * ln_1p(alpha / beta);
        exp((ln(p) + ln(shape) + ln_beta) / shape)
    }

    /// The quantile within a tenth, mostly a hundredth, for shapes of at least 1 (Carter's approximation, as in Algorithm AS 109, 1977).
    fn nearly_normal(self, below: f64, above: f64) -> f64 {
        let z = if below < above {
            normal_quantile(below)
        } else {
            -normal_quantile(above)
        };
        let (a, b) = (1.0 / (2.0 * self.alpha - 1.0), 1.0 / (2.0 * self.beta - 1.0));
        let harmonic = 2.0 / (a + b);
        let correction = (z * z - 3.0) / 6.0;
        let skew = (a - b) * (correction + 5.0 / 6.0 - 2.0 / (3.0 * harmonic));
        let w = skew - z * (harmonic + correction).max(0.0).sqrt() / harmonic;
        self.alpha / self.beta * exp(-2.0 * w)
    }

    fn place(self, odds: f64) -> Place {
        if odds <= 0.0 {
            return Place::new(Side::Lower, 0.0, 0.0);
        }
        if odds == f64::INFINITY {
            return Place::new(Side::Upper, 0.0, 0.0);
        }
        let Self { alpha, beta, sum, .. } = self;
        let (x, rest) = (odds / (1.0 + odds), 1.0 / (1.0 + odds));
        // x^alpha·(1-x)^beta / B(alpha, beta), by Stirling's formula with its error, so that nothing large cancels.
        let exponent = self.stirling_error - deviance(alpha, sum * x) - deviance(beta, sum * rest);
        let density = (alpha / sum * beta / TAU).sqrt() * exp(exponent);
        let side = if odds > self.split { Side::Upper } else { Side::Lower };
        let tail = match side {
            Side::Lower if alpha < 1.0 => series(x, alpha, sum) / alpha,
            Side::Upper if beta < 1.0 => series(rest, beta, sum) / beta,
            Side::Lower | Side::Upper => {
                let sign = side.sign();
                tail_integral(BetaFall { alpha, sum, x, sign }, (sum * x - alpha).abs(), sum * x * rest)
            }
        };
        Place::new(side, density * tail, density)
    }
}

/// `1 + (s/(a+1))·x + (s(s+1)/((a+1)(a+2)))·x² + …`, `s` the sum of the shapes, for a shape below 1 and `x` below the split.
///
/// There a term is at most the one before it, and soon half of it: 100 suffice.
fn series(x: f64, shape: f64, sum: f64) -> f64 {
    let (mut total, mut term) = (1.0, 1.0);
    for k in 0..100_u8 {
        let k = f64::from(k);
        term *= (sum + k) / (shape + 1.0 + k) * x;
        total += term;
    }
    total
}

#[derive(Clone, Copy)]
struct BetaFall {
    alpha: f64,
    sum: f64,
    x: f64,
    sign: f64,
}

impl Fall for BetaFall {
    #[inline(always)]
    fn at(self, u: f64) -> f64 {
        let v = self.sign * u;
        self.sum.mul_add(ln_1p(self.x * exp_m1(v)), -(self.alpha * v))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A good start saves integrals, and nothing else shows whether it is one.
    #[test]
    fn the_start_is_near() {
        for (alpha, beta) in [(1.5, 4.0), (3.0, 97.0), (100.0, 1e6)] {
            for p in [0.05, 0.3, 0.5, 0.7, 0.95] {
                let distribution = Beta::new(alpha, beta);
                let error = distribution.nearly_normal(p, 1.0 - p) / distribution.quantile(p, 1.0 - p) - 1.0;
                assert!(error.abs() < 0.1, "{alpha} {beta} {p}: {error:e}");
            }
        }
    }
}
