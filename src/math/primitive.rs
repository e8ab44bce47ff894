//! What the special functions are written in: the few steps that a double and a vector register both have.
//!
//! One text of `exp`, `ln`, `exp_m1` and `ln_1p` runs on all of them. Every step is one IEEE operation that rounds once, or none
//! that rounds, so that each lane of a register has the bits that a double by itself would have.

use std::fmt::Debug;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

use super::{Real, exponential, logarithm, logistic};

/// One double, or several side by side that take each step together.
///
/// Sealed: its module is private, and its methods are for the special functions; everything else asks for [`Real`].
pub trait Primitive:
    Copy
    + Debug
    + Send
    + Sync
    + 'static
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + AddAssign
    + SubAssign
{
    /// The 64 bits of each double.
    type Bits: Bits;

    /// The same number in each lane.
    fn splat(value: f64) -> Self;
    /// `self · factor + term`, rounded once.
    fn fused(self, factor: Self, term: Self) -> Self;
    /// The number without its sign.
    fn magnitude(self) -> Self;
    /// The root of a number that is not negative.
    fn root(self) -> Self;
    /// `other` where `other < self`, else `self`.
    fn lesser(self, other: Self) -> Self;
    /// `other` where `other > self`, else `self`.
    fn greater(self, other: Self) -> Self;
    /// `then` where `self < bound`, else `otherwise`.
    fn where_lt(self, bound: Self, then: Self, otherwise: Self) -> Self;
    /// `then` where `self == other`, else `otherwise`.
    fn where_eq(self, other: Self, then: Self, otherwise: Self) -> Self;
    /// Whether `self < bound` in each lane.
    fn everywhere_lt(self, bound: f64) -> bool;
    /// `self · 2^n`, rounded once, for a number of some size 1. The lowest bits of `exponents` are `n` and twice the exponent bias.
    #[inline(always)]
    fn times_power(self, n: Self, exponents: Self::Bits) -> Self {
        let _ = n;
        // 2^n as a product of two normal numbers: only the last multiplication can round, into a subnormal, or overflow.
        let first = exponents.halved();
        let second = exponents.minus(first);
        self * Self::of_bits(first.exponent_up()) * Self::of_bits(second.exponent_up())
    }
    /// The bits of each double.
    fn bits(self) -> Self::Bits;
    /// The doubles with these bits.
    fn of_bits(bits: Self::Bits) -> Self;
}

/// 64 bits as a whole number modulo 2⁶⁴, or several such side by side.
pub trait Bits: Copy {
    /// The same bits in each lane.
    fn splat(bits: u64) -> Self;
    fn plus(self, other: Self) -> Self;
    fn minus(self, other: Self) -> Self;
    fn and(self, other: Self) -> Self;
    fn or(self, other: Self) -> Self;
    /// Shifted down by one.
    fn halved(self) -> Self;
    /// Shifted down to where the exponent is the lowest.
    fn exponent_down(self) -> Self;
    /// The lowest bits shifted up to where the exponent is.
    fn exponent_up(self) -> Self;
}

/// Places of the mantissa below the exponent.
pub(super) const MANTISSA_PLACES: u32 = 52;

impl Primitive for f64 {
    type Bits = u64;

    #[inline(always)]
    fn splat(value: f64) -> Self {
        value
    }
    #[inline(always)]
    fn fused(self, factor: Self, term: Self) -> Self {
        self.mul_add(factor, term)
    }
    #[inline(always)]
    fn magnitude(self) -> Self {
        self.abs()
    }
    #[inline(always)]
    fn root(self) -> Self {
        self.sqrt()
    }
    #[inline(always)]
    fn lesser(self, other: Self) -> Self {
        if other < self { other } else { self }
    }
    #[inline(always)]
    fn greater(self, other: Self) -> Self {
        if other > self { other } else { self }
    }
    #[inline(always)]
    fn where_lt(self, bound: Self, then: Self, otherwise: Self) -> Self {
        if self < bound { then } else { otherwise }
    }
    #[inline(always)]
    fn where_eq(self, other: Self, then: Self, otherwise: Self) -> Self {
        if self == other { then } else { otherwise }
    }
    #[inline(always)]
    fn everywhere_lt(self, bound: f64) -> bool {
        self < bound
    }
    #[inline(always)]
    fn bits(self) -> u64 {
        self.to_bits()
    }
    #[inline(always)]
    fn of_bits(bits: u64) -> Self {
        Self::from_bits(bits)
    }
}

impl Bits for u64 {
    #[inline(always)]
    fn splat(bits: u64) -> Self {
        bits
    }
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    #[inline(always)]
    fn minus(self, other: Self) -> Self {
        self.wrapping_sub(other)
    }
    #[inline(always)]
    fn and(self, other: Self) -> Self {
        self & other
    }
    #[inline(always)]
    fn or(self, other: Self) -> Self {
        self | other
    }
    #[inline(always)]
    fn halved(self) -> Self {
        self >> 1
    }
    #[inline(always)]
    fn exponent_down(self) -> Self {
        self >> MANTISSA_PLACES
    }
    #[inline(always)]
    fn exponent_up(self) -> Self {
        self << MANTISSA_PLACES
    }
}

impl<V: Primitive> Real for V {
    #[inline(always)]
    fn from_f64(value: f64) -> Self {
        V::splat(value)
    }
    #[inline(always)]
    fn mul_add(self, factor: Self, term: Self) -> Self {
        self.fused(factor, term)
    }
    #[inline(always)]
    fn exp(self) -> Self {
        exponential::exp_of(self)
    }
    #[inline(always)]
    fn ln(self) -> Self {
        logarithm::ln_of(self)
    }
    #[inline(always)]
    fn exp_m1(self) -> Self {
        exponential::exp_m1_of(self)
    }
    #[inline(always)]
    fn ln_1p(self) -> Self {
        logarithm::ln_1p_of(self)
    }
    #[inline(always)]
    fn log2_normal(self) -> Self {
        logarithm::log2_normal_of(self)
    }
    #[inline(always)]
    fn logistic2(self) -> Self {
        logistic::logistic2_of(self)
    }
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        self.lesser(other)
    }
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        self.greater(other)
    }
    #[inline(always)]
    fn select_lt(self, bound: Self, then: Self, otherwise: Self) -> Self {
        self.where_lt(bound, then, otherwise)
    }
    #[inline(always)]
    fn all_lt(self, bound: f64) -> bool {
        self.everywhere_lt(bound)
    }
    #[inline(always)]
    fn is_nothing(self) -> bool {
        // below the smallest number above 0
        self.magnitude().everywhere_lt(f64::from_bits(1))
    }
}
