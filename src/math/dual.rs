//! A number with its derivative in one direction: the model's text run on it gives exact derivatives, slowly.
//!
//! It proves the reverse pass; nothing that ships computes with it. A constant has slope 0, and a slope of 0 contributes 0
//! even through an infinite derivative (`ln` of a constant 0), so a constant stays one. A moving number at a place where
//! the derivative is infinite gives ±∞ or NaN, honestly: `e^(s·ln x)` at 0 is the case to know. A text that has another
//! formula there picks it by `min`, `max` or `select_lt`; these copy the chosen value with its slope and multiply nothing,
//! so that a NaN in the branch that is not chosen does not leak.

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

use super::Real;

/// A value and its derivative along the direction that the inputs' slopes set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dual {
    /// The value, bit for bit what the same text gives on `f64`.
    pub value: f64,
    /// Its derivative.
    pub slope: f64,
}

impl Dual {
    /// A value that moves by `slope` for each unit of the direction.
    #[must_use]
    pub const fn new(value: f64, slope: f64) -> Self {
        Self { value, slope }
    }

    /// A function's value here, with the function's derivative here: the chain rule.
    #[inline(always)]
    fn chain(self, value: f64, derivative: f64) -> Self {
        Self::new(value, scaled(self.slope, derivative))
    }
}

/// `slope · factor`, 0 for a slope of 0 whatever the factor is.
#[inline(always)]
fn scaled(slope: f64, factor: f64) -> f64 {
    if slope == 0.0 { 0.0 } else { slope * factor }
}

impl Add for Dual {
    type Output = Self;
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self::new(self.value + other.value, self.slope + other.slope)
    }
}

impl Sub for Dual {
    type Output = Self;
    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        Self::new(self.value - other.value, self.slope - other.slope)
    }
}

impl Mul for Dual {
    type Output = Self;
    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        let slope = scaled(self.slope, other.value) + scaled(other.slope, self.value);
        Self::new(self.value * other.value, slope)
    }
}

impl Div for Dual {
    type Output = Self;
    #[inline(always)]
    fn div(self, other: Self) -> Self {
        let value = self.value / other.value;
        let slope = scaled(self.slope, 1.0 / other.value) - scaled(other.slope, value / other.value);
        Self::new(value, slope)
    }
}

impl Neg for Dual {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Self::new(-self.value, -self.slope)
    }
}

impl AddAssign for Dual {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Dual {
    #[inline(always)]
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Real for Dual {
    #[inline(always)]
    fn from_f64(value: f64) -> Self {
        Self::new(value, 0.0)
    }
    #[inline(always)]
    fn mul_add(self, factor: Self, term: Self) -> Self {
        let slope = scaled(self.slope, factor.value) + scaled(factor.slope, self.value) + term.slope;
        Self::new(Real::mul_add(self.value, factor.value, term.value), slope)
    }
    #[inline(always)]
    fn exp(self) -> Self {
        let power = Real::exp(self.value);
        self.chain(power, power)
    }
    #[inline(always)]
    fn ln(self) -> Self {
        self.chain(Real::ln(self.value), 1.0 / self.value)
    }
    #[inline(always)]
    fn exp_m1(self) -> Self {
        self.chain(Real::exp_m1(self.value), Real::exp(self.value))
    }
    #[inline(always)]
    fn ln_1p(self) -> Self {
        self.chain(Real::ln_1p(self.value), 1.0 / (1.0 + self.value))
    }
    #[inline(always)]
    fn log2_normal(self) -> Self {
        self.chain(Real::log2_normal(self.value), std::f64::consts::LOG2_E / self.value)
    }
    #[inline(always)]
    fn logistic2(self) -> Self {
        let share = Real::logistic2(self.value);
        self.chain(share, std::f64::consts::LN_2 * share * Real::logistic2(-self.value))
    }
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        if other.value < self.value { other } else { self }
    }
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        if other.value > self.value { other } else { self }
    }
    #[inline(always)]
    fn select_lt(self, bound: Self, then: Self, otherwise: Self) -> Self {
        if self.value < bound.value { then } else { otherwise }
    }
    #[inline(always)]
    fn is_nothing(self) -> bool {
        self.value == 0.0 && self.slope == 0.0
    }
    #[inline(always)]
    fn all_lt(self, bound: f64) -> bool {
        self.value < bound
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A text that uses every operation; smooth for x in (0.1, 3).
    fn everything<R: Real>(x: R) -> R {
        let c = R::from_f64;
        let mut y = (x * x + c(1.5)).ln() / (x.exp() - c(0.25)) - (-x).exp_m1() * x.ln_1p();
        y += x.mul_add(x, c(0.5)).min(c(100.0));
        y -= x.max(c(0.01)) * x.select_lt(c(50.0), x, c(f64::NAN));
        y
    }

    proptest! {
        /// The slope agrees with a central difference, whose error at a step of 1e-5 is some 1e-10 for this text.
        #[test]
        fn slope_is_the_derivative(x in 0.1..3.0_f64, slope in -2.0..2.0_f64) {
            let step = 1e-5;
            let difference = (everything(x + step) - everything(x - step)) / (2.0 * step);
            let dual = everything(Dual::new(x, slope));
            prop_assert_eq!(dual.value, everything(x));
            prop_assert!((dual.slope - slope * difference).abs() < 1e-8, "{} {}", dual.slope, slope * difference);
        }
    }

    #[test]
    fn derivatives_by_hand() {
        let x = Dual::new(2.0, 3.0);
        assert_eq!((x * x).slope, 12.0);
        assert_eq!((x / Dual::from_f64(4.0)).slope, 0.75);
        assert_eq!((Dual::from_f64(4.0) / x).slope, -3.0);
        assert_eq!(x.ln().slope, 1.5);
        assert_eq!(x.ln_1p().slope, 1.0);
        assert_eq!(Dual::new(0.0, 3.0).exp().slope, 3.0);
        assert_eq!(Dual::new(0.0, 3.0).exp_m1().slope, 3.0);
        assert_eq!(x.mul_add(x, x).slope, 15.0);
        assert_eq!((-x).slope, -3.0);
    }

    #[test]
    fn ties_take_the_first_derivative() {
        let (a, b) = (Dual::new(1.0, 2.0), Dual::new(1.0, 5.0));
        assert_eq!((a.min(b).slope, b.min(a).slope), (2.0, 5.0));
        assert_eq!((a.max(b).slope, b.max(a).slope), (2.0, 5.0));
        assert_eq!(a.select_lt(b, a, b).slope, 5.0);
    }

    #[test]
    fn no_nan_from_constants_or_from_the_branch_not_taken() {
        let zero = Dual::from_f64(0.0);
        assert_eq!(zero.ln().slope, 0.0);
        assert_eq!((zero.ln() * Dual::from_f64(2.0)).exp(), zero);
        // x^2 by its logarithm, guarded at 0 as the model's texts do.
        let x = Dual::new(0.0, 1.0);
        let power = (x.ln() * Dual::from_f64(2.0)).exp();
        assert!(power.slope.is_nan());
        assert_eq!(zero.select_lt(x, power, x), x);
    }
}
