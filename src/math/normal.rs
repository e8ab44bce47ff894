//! The normal distribution's quantiles.

use super::gamma::{gamma_cdf, gamma_survival};
use super::lanes::Lanes;
use super::logarithm::ln_of;
use super::primitive::Primitive;

/// The quantile of the standard normal distribution: `z` with `P(Z < z) = p`.
///
/// -∞ at 0, ∞ at 1, exactly 0 at 1/2, NaN outside `[0, 1]`. Relative error below 2e-15.
/// Source: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37, 1988.
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    normal_quantiles(p)
}

/// The probability that a standard normal variable is below `z`.
///
/// `Φ(z) = (1 ± P(1/2, z²/2)) / 2`, with the regularised gamma function of [`gamma_cdf`]: its relative errors, in the lower tail as well.
#[must_use]
pub fn normal_cdf(z: f64) -> f64 {
    let square = 0.5 * z * z;
    if z < 0.0 {
        0.5 * gamma_survival(square, 0.5, 1.0)
    } else {
        0.5 + 0.5 * gamma_cdf(square, 0.5, 1.0)
    }
}

/// [`normal_quantile`] of each lane.
#[inline(always)]
#[must_use]
pub fn normal_quantiles<V: Lanes>(p: V) -> V {
    let (zero, one) = (V::splat(0.0), V::splat(1.0));
    let centred = p - V::splat(0.5);
    let distance_from_centre = centred.magnitude();
    let beyond_centre = 0.425_f64.next_up();
    let centre = centred * ratio(&CENTRE, V::splat(0.180_625) - centred * centred);
    if distance_from_centre.everywhere_lt(beyond_centre) {
        return centre;
    }
    let tail = centred.where_lt(zero, p, one - p);
    // NaN below 0.
    let distance = (-ln_of(tail)).root();
    let middle = ratio(&MIDDLE, distance - V::splat(1.6));
    let beyond_middle = 5.0_f64.next_up();
    let magnitude = if distance.everywhere_lt(beyond_middle) {
        middle
    } else {
        let far = ratio(&FAR, distance - V::splat(5.0));
        tail.where_eq(
            zero,
            V::splat(f64::INFINITY),
            distance.where_lt(V::splat(beyond_middle), middle, far),
        )
    };
    let outside = centred.where_lt(zero, -magnitude, magnitude);
    distance_from_centre.where_lt(V::splat(beyond_centre), centre, outside)
}

/// A quotient of two polynomials of degree 7, lowest coefficients first.
struct Quotient {
    numerator: [f64; 8],
    denominator: [f64; 8],
}

#[inline(always)]
fn ratio<V: Primitive>(quotient: &Quotient, x: V) -> V {
    horner(&quotient.numerator, x) / horner(&quotient.denominator, x)
}

#[inline(always)]
fn horner<V: Primitive>(coefficients: &[f64; 8], x: V) -> V {
    let mut sum = V::splat(coefficients[7]);
    for k in (0..7).rev() {
        sum = sum.fused(x, V::splat(coefficients[k]));
    }
    sum
}

const CENTRE: Quotient = Quotient {
    numerator: [
        3.387_132_872_796_366_5,
        1.331_416_678_917_843_8e2,
        1.971_590_950_306_551_3e3,
        1.373_169_376_550_946e4,
        4.592_195_393_154_987e4,
        6.726_577_092_700_87e4,
        3.343_057_558_358_813e4,
        2.509_080_928_730_122_7e3,
    ],
    denominator: [
        1.0,
        4.231_333_070_160_091e1,
        6.871_870_074_920_579e2,
        5.394_196_021_424_751e3,
        2.121_379_430_158_659_7e4,
        3.930_789_580_009_271e4,
        2.872_908_573_572_194_3e4,
        5.226_495_278_852_854e3,
    ],
};

const MIDDLE: Quotient = Quotient {
    numerator: [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        2.417_807_251_774_506e-1,
        2.272_384_498_926_918_4e-2,
        7.745_450_142_783_414e-4,
    ],
    denominator: [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        6.897_673_349_851e-1,
        1.481_039_764_274_800_8e-1,
        1.519_866_656_361_645_7e-2,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
};

const FAR: Quotient = Quotient {
    numerator: [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        2.965_605_718_285_048_7e-1,
        2.653_218_952_657_612_4e-2,
        1.242_660_947_388_078_4e-3,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    denominator: [
        1.0,
        5.998_322_065_558_88e-1,
        1.369_298_809_227_358e-1,
        1.487_536_129_085_061_5e-2,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_7e-15,
    ],
};
