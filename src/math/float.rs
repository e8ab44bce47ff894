//! The plain number as a [`Real`]: one double, its functions in our own text.

use super::{Real, exponential, logarithm};

impl Real for f64 {
    #[inline(always)]
    fn from_f64(value: f64) -> Self {
        value
    }
    #[inline(always)]
    fn mul_add(self, factor: Self, term: Self) -> Self {
        Self::mul_add(self, factor, term)
    }
    #[inline(always)]
    fn exp(self) -> Self {
        exponential::exp(self)
    }
    #[inline(always)]
    fn ln(self) -> Self {
        logarithm::ln(self)
    }
    #[inline(always)]
    fn exp_m1(self) -> Self {
        exponential::exp_m1(self)
    }
    #[inline(always)]
    fn ln_1p(self) -> Self {
        logarithm::ln_1p(self)
    }
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        if other < self { other } else { self }
    }
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        if other > self { other } else { self }
    }
    #[inline(always)]
    fn select_lt(self, bound: Self, then: Self, otherwise: Self) -> Self {
        if self < bound { then } else { otherwise }
    }
    #[inline(always)]
    fn all_lt(self, bound: f64) -> bool {
        self < bound
    }
}
