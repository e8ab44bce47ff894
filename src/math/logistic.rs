//! `1 / (1 + 2^-x)`, in text that a compiler turns into vector code and that gives the same bits on every path.
//!
//! With `x = n + r`, `n` whole and `|r| ≤ ½`, and `2^r = (q + r·p) / (q - r·p)` for two short polynomials `p` and `q` of `r²`, it is
//! one quotient: `(q + r·p) / ((q + r·p) + 2^-n·(q - r·p))`. So the power of two costs no division of its own, and half of
//! the steps that a polynomial of the same error takes. No branch, no table, no call; every fused step is a `mul_add`.

use super::exponential::ROUND;
use super::primitive::{Bits, Primitive};

/// `p` and `q` by rising powers of `r²`; the last factor of `p` is 1. `2^r` within `6e-17` of itself for `|r| ≤ ½`:
/// interpolation of `tanh(r·ln 2 / 2) / r` at Chebyshev nodes with 60 digits.
const ODD: [f64; 2] = [65_550.990_130_612_02, 874.743_276_604_797_1];
const EVEN: [f64; 3] = [189_140.176_773_590_65, 10_096.722_906_408_31, 43.300_541_414_777_67];

/// `1 / (1 + 2^-x)` for every `x`: ½ at 0, 1 at ∞, 0 below -1008; NaN of NaN. Error below 2.7 ulp down to -1005, measured
/// against 60-digit values.
#[inline(always)]
#[must_use]
pub fn logistic2(x: f64) -> f64 {
    logistic2_of(x)
}

/// [`logistic2`] of each lane.
#[inline(always)]
pub(super) fn logistic2_of<V: Primitive>(x: V) -> V {
    // Outside these bounds the result is 0 or 1 anyway. Written so that a NaN passes.
    let x = x.lesser(V::splat(1022.0)).greater(V::splat(-1023.0));
    // The exponent bias and -n in the lowest bits.
    let shift = V::splat(ROUND + 1023.0);
    let shifted = shift - x;
    let r = x - (shift - shifted);
    let z = r * r;
    let odd = r * (z + V::splat(ODD[1])).fused(z, V::splat(ODD[0]));
    let even = V::splat(EVEN[2]).fused(z, V::splat(EVEN[1])).fused(z, V::splat(EVEN[0]));
    let (above, below) = (even + odd, even - odd);
    above / V::of_bits(shifted.bits().exponent_up()).fused(below, above)
}
