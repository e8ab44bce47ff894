//! `ln x`, `ln(1 + x)` and a faster `log₂ x`, in text that a compiler turns into vector code and that gives the same bits on every path.
//!
//! All write their number as `2^n·(1 + f)` with `√½ ≤ 1 + f < √2` and take `ln(1 + f)` from a series in
//! `s = f / (2 + f)`, as in Sun's fdlibm (`e_log.c`). No branch, no table, no call; every fused step is a `mul_add`.
//! Error, measured against 60-digit values: `ln` below 0.8 ulp, `ln_1p` below 1.1 ulp. What a NaN's sign and payload are is not promised.

use super::exponential::{LN_2_HIGH, LN_2_LOW};
use super::primitive::{Bits, Primitive};

/// The bits of √½, the smallest mantissa.
const SQRT_HALF_BITS: u64 = 0x3fe6_a09e_667f_3bcd;
/// The bits of 1: the exponent bias in its place.
const ONE_BITS: u64 = 0x3ff0_0000_0000_0000;
const MANTISSA_MASK: u64 = 0x000f_ffff_ffff_ffff;

/// `(ln((1+s)/(1-s))/s - 2) / s²` as a polynomial in `s²` for `s² ≤ 0.02945`: interpolation at Chebyshev nodes with 60 digits.
const SERIES: [f64; 8] = [
    0.666_666_666_666_666_6,
    0.400_000_000_000_008_8,
    0.285_714_285_708_032_3,
    0.222_222_223_918_004_7,
    0.181_817_956_308_848_13,
    0.153_862_402_058_134_78,
    0.132_687_596_685_606_12,
    0.130_867_670_099_481_75,
];

/// `log₂((1+s)/(1-s))/s` as a polynomial in `s²` for `s² ≤ 0.02945`, within `1.1e-16` after multiplication by `s`: made the same way.
const SERIES_2: [f64; 7] = [
    2.885_390_081_777_927,
    0.961_796_693_924_334_5,
    0.577_078_017_246_328_6,
    0.412_198_402_048_275_2,
    0.320_616_388_132_245_47,
    0.261_444_249_352_291_5,
    0.242_916_085_398_753_5,
];

/// Natural logarithm for every `x`: -∞ at ±0, NaN below, ∞ at ∞; NaN of NaN. Error below 0.8 ulp.
#[inline(always)]
#[must_use]
pub fn ln(x: f64) -> f64 {
    ln_of(x)
}

/// `ln(1 + x)` for every `x`, without cancellation near 0 (where it keeps the sign of zero): -∞ at -1, NaN below. Error below 1.1 ulp.
#[inline(always)]
#[must_use]
pub fn ln_1p(x: f64) -> f64 {
    ln_1p_of(x)
}

/// Base-2 logarithm of a positive normal number; of any other argument, a number without a meaning.
///
/// The plain sum of the exponent and of a shorter series than that of [`ln`], for logarithms that are multiplied and become a power again: the
/// error is below `1.9e-16` beyond the rounding of the result, 4.2 ulp next to 1. Measured against 60-digit values.
#[inline(always)]
#[must_use]
pub fn log2_normal(x: f64) -> f64 {
    log2_normal_of(x)
}

/// [`ln`] of each lane.
#[inline(always)]
pub(super) fn ln_of<V: Primitive>(x: V) -> V {
    // A subnormal number is made normal by 2^54 first; its exponent is then 54 too large.
    let smallest = V::splat(f64::MIN_POSITIVE);
    let normal = x.where_lt(smallest, x * V::splat(18_014_398_509_481_984.0), x);
    let excess = x.where_lt(smallest, V::splat(54.0), V::splat(0.0));
    let (mantissa, exponent, _) = split(normal);
    let result = ln_of_parts(mantissa - V::splat(1.0), exponent - excess);
    edges(x, result)
}

/// [`ln_1p`] of each lane.
#[inline(always)]
pub(super) fn ln_1p_of<V: Primitive>(x: V) -> V {
    let one = V::splat(1.0);
    let finite = x.lesser(V::splat(f64::MAX));
    let sum = one + finite;
    // What the addition rounded away (Knuth's two-sum), brought back where it can still be represented.
    let kept = sum - one;
    let lost = (finite - kept) + (one - (sum - kept));
    let (mantissa, exponent, biased) = split(sum);
    // 2^(1 - exponent), which is 0 for the largest numbers: there nothing lost would show.
    let twice_inverse = V::Bits::splat(2047).minus(biased.and(V::Bits::splat(0x7ff)));
    let twice_inverse_power = V::of_bits(twice_inverse.exponent_up());
    let result = ln_of_parts((V::splat(0.5) * lost).fused(twice_inverse_power, mantissa - one), exponent);
    x.magnitude().where_lt(V::splat(f64::EPSILON / 4.0), x, edges(one + x, result))
}

/// [`log2_normal`] of each lane.
#[inline(always)]
pub(super) fn log2_normal_of<V: Primitive>(x: V) -> V {
    let (mantissa, exponent, _) = split(x);
    let one = V::splat(1.0);
    let s = (mantissa - one) / (mantissa + one);
    let z = s * s;
    let c = |k: usize| V::splat(SERIES_2[k]);
    // Horner's order, the fewest steps: a loop over many numbers waits for multiplications, not for one chain of them.
    let high = c(6).fused(z, c(5)).fused(z, c(4)).fused(z, c(3));
    let series = high.fused(z, c(2)).fused(z, c(1)).fused(z, c(0));
    s.fused(series, exponent)
}

/// A positive normal number as mantissa in `[√½, √2)` and exponent; the exponent also as bits, with the bias.
#[inline(always)]
fn split<V: Primitive>(x: V) -> (V, V, V::Bits) {
    let constant = V::Bits::splat;
    let shifted = x.bits().plus(constant(ONE_BITS - SQRT_HALF_BITS));
    let biased = shifted.exponent_down();
    let mantissa = V::of_bits(shifted.and(constant(MANTISSA_MASK)).plus(constant(SQRT_HALF_BITS)));
    // The bits of 2^52 with a small whole number in the lowest places are 2^52 plus that number.
    let exponent = V::of_bits(biased.or(constant(0x4330_0000_0000_0000))) - V::splat(4_503_599_627_370_496.0 + 1023.0);
    (mantissa, exponent, biased)
}

/// `ln(1 + f) + n·ln 2`.
#[inline(always)]
fn ln_of_parts<V: Primitive>(f: V, n: V) -> V {
    let s = f / (V::splat(2.0) + f);
    let z = s * s;
    let z2 = z * z;
    let c = |k: usize| V::splat(SERIES[k]);
    let low = z2.fused(c(3).fused(z, c(2)), c(1).fused(z, c(0)));
    let high = z2.fused(c(7).fused(z, c(6)), c(5).fused(z, c(4)));
    let series = z * (z2 * z2).fused(high, low);
    // ln(1 + f) = f - (f²/2 - s·(f²/2 + series)); the large part n·LN_2_HIGH is exact and added last.
    let half_square = V::splat(0.5) * f * f;
    let small = s.fused(half_square + series, n * V::splat(LN_2_LOW));
    n.fused(V::splat(LN_2_HIGH), f - (half_square - small))
}

/// The result, or what the logarithm of zero, of infinity, of a negative number or of NaN is.
#[inline(always)]
fn edges<V: Primitive>(x: V, result: V) -> V {
    let zero = V::splat(0.0);
    // ∞ of ∞ and 0 of every other positive number. Faster than a third comparison, which the compiler makes integer work.
    let beyond = x - x.lesser(V::splat(f64::MAX));
    let not_positive = x.where_eq(zero, V::splat(f64::NEG_INFINITY), V::splat(f64::NAN));
    zero.where_lt(x, result + beyond, not_positive)
}
