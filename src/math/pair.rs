//! Two registers as one number: twice the lanes, so that the processor has two chains of steps to work on at a time.
//!
//! A step of the model waits for the one before it, some four clock ticks each. With a second register the unit that would wait has the
//! other register's step to do.

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

use super::lanes::Lanes;
use super::primitive::{Bits, Primitive};

/// The lanes of the first, then those of the second.
#[derive(Debug, Clone, Copy)]
pub struct Pair<V>(V, V);

/// Methods that do the same to both.
macro_rules! each {
    ($($name:ident($($argument:ident: $type:ty),*) -> $result:ty;)*) => {$(
        #[inline(always)]
        fn $name(self, $($argument: $type),*) -> $result {
            Pair(self.0.$name($($argument.0),*), self.1.$name($($argument.1),*))
        }
    )*};
}

macro_rules! operators {
    ($($operator:ident $name:ident)*) => {$(
        impl<V: $operator<Output = V>> $operator for Pair<V> {
            type Output = Self;
            each! { $name(other: Self) -> Self; }
        }
    )*};
}

operators! { Add add Sub sub Mul mul Div div }

impl<V: Neg<Output = V>> Neg for Pair<V> {
    type Output = Self;
    each! { neg() -> Self; }
}

impl<V: AddAssign> AddAssign for Pair<V> {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
        self.1 += other.1;
    }
}

impl<V: SubAssign> SubAssign for Pair<V> {
    #[inline(always)]
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
        self.1 -= other.1;
    }
}

impl<V: Primitive> Primitive for Pair<V> {
    type Bits = Pair<V::Bits>;

    each! {
        fused(factor: Self, term: Self) -> Self;
        magnitude() -> Self;
        root() -> Self;
        lesser(other: Self) -> Self;
        greater(other: Self) -> Self;
        where_lt(bound: Self, then: Self, otherwise: Self) -> Self;
        where_eq(other: Self, then: Self, otherwise: Self) -> Self;
        times_power(n: Self, exponents: Self::Bits) -> Self;
        bits() -> Self::Bits;
    }

    #[inline(always)]
    fn splat(value: f64) -> Self {
        Self(V::splat(value), V::splat(value))
    }
    #[inline(always)]
    fn everywhere_lt(self, bound: f64) -> bool {
        self.0.everywhere_lt(bound) && self.1.everywhere_lt(bound)
    }
    #[inline(always)]
    fn of_bits(bits: Self::Bits) -> Self {
        Self(V::of_bits(bits.0), V::of_bits(bits.1))
    }
}

impl<B: Bits> Bits for Pair<B> {
    each! {
        plus(other: Self) -> Self;
        minus(other: Self) -> Self;
        and(other: Self) -> Self;
        or(other: Self) -> Self;
        halved() -> Self;
        exponent_down() -> Self;
        exponent_up() -> Self;
    }

    #[inline(always)]
    fn splat(bits: u64) -> Self {
        Self(B::splat(bits), B::splat(bits))
    }
}

impl<V: Lanes> Lanes for Pair<V> {
    const COUNT: usize = 2 * V::COUNT;

    #[inline(always)]
    fn load(values: &[f64]) -> Self {
        Self(V::load(values), V::load(&values[V::COUNT..]))
    }
    #[inline(always)]
    fn store(self, values: &mut [f64]) {
        let (first, second) = values.split_at_mut(V::COUNT);
        self.0.store(first);
        self.1.store(second);
    }
}
