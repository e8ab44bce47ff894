//! What the gamma and the beta distribution share: tails by one integral, and quantiles by Newton steps that cannot fail.
//!
//! Both are distributions of a positive number (a gamma variable, the odds `x / (1-x)` of a beta variable) whose density
//! *by the logarithm* of that number has one peak and a concave logarithm. So a tail, seen from a place beyond the peak, is
//! the density there times an integral of something that only falls; and the logarithm of a tail's probability is concave
//! too, so that Newton steps on it approach the quantile from one side, whatever the start.

use std::sync::LazyLock;

use super::exponential::{exp, exp_m1};
use super::isa::{Isa, Kernel};
use super::logarithm::{ln, ln_1p};

/// The probabilities below and above a place, and the density there by the logarithm of the place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub lower: f64,
    pub upper: f64,
    pub density: f64,
}

impl Place {
    /// The place of which one tail is known.
    pub fn new(side: Side, tail: f64, density: f64) -> Self {
        match side {
            Side::Lower => Self {
                lower: tail,
                upper: 1.0 - tail,
                density,
            },
            Side::Upper => Self {
                lower: 1.0 - tail,
                upper: tail,
                density,
            },
        }
    }

    /// The same place, seen from the other side.
    pub fn mirrored(self) -> Self {
        Self {
            lower: self.upper,
            upper: self.lower,
            density: self.density,
        }
    }
}

/// Which tail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Lower,
    Upper,
}

impl Side {
    /// -1 towards the lower tail, 1 towards the upper.
    pub const fn sign(self) -> f64 {
        match self {
            Self::Lower => -1.0,
            Self::Upper => 1.0,
        }
    }
}

/// How the logarithm of a density falls.
pub(super) trait Fall: Copy {
    /// `ln(density here / density at the distance u ≥ 0 from here)`, by the logarithm.
    fn at(self, u: f64) -> f64;
}

/// `∫ e^(-fall(u)) du` over `u > 0`; the tail is the density times this. Relative error some 1e-15.
///
/// `slope ≥ 0` and `curvature > 0` are the first and second derivative of the fall at 0. They set the scale `s`;
/// `u = s·e^(t - e^(-t))` then makes the trapezoidal rule in `t` converge exponentially (Takahasi and Mori, 1974). Tried
/// against 40 digits for shapes from 1 to 1e6: the step of 1/16 and half of the natural scale give 3e-16.
pub(super) fn tail_integral(fall: impl Fall, slope: f64, curvature: f64) -> f64 {
    let scale = 1.0 / (slope + (slope * slope + 2.0 * curvature).sqrt());
    scale * Isa::best().run(TailSum { fall, scale })
}

struct TailSum<F> {
    fall: F,
    scale: f64,
}

impl<F: Fall> Kernel for TailSum<F> {
    type Output = f64;

    #[inline(always)]
    fn run(self) -> f64 {
        let (places, weights) = &*NODES;
        let mut sums = [0.0; 8];
        for (places, weights) in places.iter().zip(weights) {
            for lane in 0..8 {
                sums[lane] += weights[lane] * exp(-self.fall.at(self.scale * places[lane]));
            }
        }
        sums.iter().sum()
    }
}

/// Rows of 8 numbers, so that a row is a vector.
type Rows = [[f64; 8]; 16];

/// `v = e^(t - e^(-t))` and `dv/dt · dt` for `t` from -3.5 to 4.4375 in steps of 1/16.
static NODES: LazyLock<(Rows, Rows)> = LazyLock::new(|| {
    let step = 1.0 / 16.0;
    let mut nodes = ([[0.0; 8]; 16], [[0.0; 8]; 16]);
    for index in 0..128_u8 {
        let t = f64::from(index).mul_add(step, -3.5);
        let (row, lane) = (usize::from(index) / 8, usize::from(index) % 8);
        let place = exp(t - exp(-t));
        nodes.0[row][lane] = place;
        nodes.1[row][lane] = place * (1.0 + exp(-t)) * step;
    }
    nodes
});

/// The place whose tail on this side has the probability `tail`, by Newton steps on the tail's logarithm.
///
/// `floor` is below the place; no step goes below it, and none up by more than a factor of e^40, so that none leaves the
/// doubles. Steps are on the logarithm of the place. They end where the next one would change less than the last bit;
/// 100 are more than any shape takes.
pub(super) fn solve(side: Side, tail: f64, floor: f64, start: f64, place: impl Fn(f64) -> Place) -> f64 {
    let (mut x, mut last) = (start.max(floor), floor);
    for _ in 0..100 {
        let here = place(x);
        let found = match side {
            Side::Lower => here.lower,
            Side::Upper => here.upper,
        };
        if found == 0.0 {
            // So far out that the tail is no double: half of the way back, by the logarithm.
            x = x.sqrt() * last.sqrt();
            continue;
        }
        last = x;
        // How fast the tail's logarithm changes; it bounds the second derivative too, and so the error after the step.
        let rate = here.density / found;
        let step = (side.sign() * ln(found / tail) / rate).min(40.0);
        let next = exp_m1(step).mul_add(x, x).max(floor);
        if next == x || step.is_nan() {
            break;
        }
        x = next;
        if step * step * rate <= f64::EPSILON / 8.0 {
            break;
        }
    }
    x
}

/// `ln Γ(a) - ((a - 1/2)·ln a - a + ln(2π)/2)` for `a > 0`: what Stirling's formula leaves. Absolute error some 1e-16 and, below 1, 1e-16 of itself.
pub(super) fn stirling_error(a: f64) -> f64 {
    // Γ(a + 1) = a·Γ(a) leads up to where seven terms of the series suffice: the next is 3e-17 at 10.
    let mut a = a;
    let mut sum = 0.0;
    while a < 10.0 {
        sum += (a + 0.5).mul_add(ln_1p(1.0 / a), -1.0);
        a += 1.0;
    }
    let square = 1.0 / (a * a);
    let terms = [
        1.0 / 12.0,
        -1.0 / 360.0,
        1.0 / 1260.0,
        -1.0 / 1680.0,
        1.0 / 1188.0,
        -691.0 / 360_360.0,
        1.0 / 156.0,
    ];
    sum + terms.iter().rev().fold(0.0_f64, |series, &term| series.mul_add(square, term)) / a
}

/// `a·ln(a / mean) + mean - a ≥ 0`, without cancellation where the two are close.
///
/// Source: C. Loader, Fast and accurate computation of binomial probabilities, 2000 (there `bd0`).
pub(super) fn deviance(a: f64, mean: f64) -> f64 {
    let difference = a - mean;
    if difference.abs() >= 0.1 * (a + mean) {
        return a.mul_add(ln(a / mean), -difference);
    }
    let v = difference / (a + mean);
    let square = v * v;
    // 2·a·(v³/3 + v⁵/5 + …): v² ≤ 0.01, so the ninth term is below 1e-18 of the first.
    let series = (1..10_u8)
        .rev()
        .fold(0.0_f64, |sum, k| sum.mul_add(square, 1.0 / f64::from(2 * k + 1)));
    difference.mul_add(v, 2.0 * a * v * square * series)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Falls by `u + u²/2`: the integral is `√(π/2)·e^(1/2)·erfc(1/√2)`.
    #[derive(Clone, Copy)]
    struct Normal;

    impl Fall for Normal {
        #[inline(always)]
        fn at(self, u: f64) -> f64 {
            u * (0.5_f64).mul_add(u, 1.0)
        }
    }

    #[test]
    fn the_integral_is_the_known_one_with_the_same_bits_everywhere() {
        // mpmath: sqrt(pi / 2) * exp(0.5) * erfc(sqrt(0.5)).
        let integral = tail_integral(Normal, 1.0, 1.0);
        assert!((integral / 0.655_679_542_418_798_5 - 1.0).abs() < 1e-15, "{integral:e}");
        let sum = |isa: &Isa| isa.run(TailSum { fall: Normal, scale: 0.3 }).to_bits();
        assert!(Isa::available().iter().all(|isa| sum(isa) == sum(&Isa::Portable)));
    }

    #[test]
    fn stirling_and_deviance_at_known_values() {
        // ln Γ(1) = 0 and ln Γ(1/2) = ln √π, so that the errors are 1 - ln(2π)/2 and (1 - ln 2)/2.
        assert!((stirling_error(1.0) - (1.0 - 0.5 * ln(std::f64::consts::TAU))).abs() < 1e-15);
        assert!((stirling_error(0.5) - 0.5 * (1.0 - std::f64::consts::LN_2)).abs() < 1e-15);
        assert!((stirling_error(1e10) * 12e10 - 1.0).abs() < 1e-15);
        assert!((deviance(3.0, 2.0) - (3.0 * ln(1.5) - 1.0)).abs() < 1e-15);
        // Where it cancels: the first two terms of its series, the third being 1e-16 of them.
        let a = 1e8;
        assert!((deviance(a, a + 1.0) / (1.0 / (2.0 * a) - 1.0 / (3.0 * a * a)) - 1.0).abs() < 1e-15);
        assert!((deviance(a + 1.0, a) / (1.0 / (2.0 * a) - 1.0 / (6.0 * a * a)) - 1.0).abs() < 1e-15);
    }
}
