//! The scalar that every operation of the model is generic over.
//!
//! The same text runs on `f64` (the point run), on [`Dual`] (which proves the reverse pass) and on lanes of draws.
//! All methods are inlined, so that they are compiled with the instruction set of the kernel that calls them.

use std::fmt::Debug;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A number, a number with a derivative, or several numbers side by side.
pub trait Real:
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
    /// The constant `value`.
    fn from_f64(value: f64) -> Self;
    /// `self · factor + term`, rounded once.
    fn mul_add(self, factor: Self, term: Self) -> Self;
    /// `e^self`.
    fn exp(self) -> Self;
    /// Natural logarithm: `-∞` at 0, NaN below.
    fn ln(self) -> Self;
    /// `e^self - 1`, without cancellation near 0.
    fn exp_m1(self) -> Self;
    /// `ln(1 + self)`, without cancellation near 0.
    fn ln_1p(self) -> Self;
    /// Base-2 logarithm of a positive normal number; what it gives for any other is not said.
    fn log2_normal(self) -> Self;
    /// `1 / (1 + 2^-self)`: the share that goes with odds of `2^self`.
    fn logistic2(self) -> Self;
    /// The smaller of the two; where they are equal, `self` (with its derivative).
    fn min(self, other: Self) -> Self;
    /// The larger of the two; where they are equal, `self` (with its derivative).
    fn max(self, other: Self) -> Self;
    /// `then` where `self < bound`, `otherwise` elsewhere (lane by lane; a NaN goes to `otherwise`).
    fn select_lt(self, bound: Self, then: Self, otherwise: Self) -> Self;
    /// Whether `self < bound` in every lane: where a loop may end early.
    fn all_lt(self, bound: f64) -> bool;

    /// Whether it is 0 in every lane, with no derivative: what it multiplies may be left out.
    fn is_nothing(self) -> bool;

    /// 0.
    #[inline(always)]
    fn zero() -> Self {
        Self::from_f64(0.0)
    }
    /// 1.
    #[inline(always)]
    fn one() -> Self {
        Self::from_f64(1.0)
    }
}
