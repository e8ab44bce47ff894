//! Lanes: several draws side by side, as many as a register of the instruction set holds.
//!
//! A [`LaneKernel`] is run by [`Isa::run_lanes`] with the lanes of that set: 8 with AVX-512, 4 with AVX2, 1 (a plain double)
//! without either. A lane has the bits that a double by itself would have, whatever stands beside it, so that a result depends
//! neither on the set nor on the lane.

use super::isa::{Isa, Kernel};
use super::primitive::Primitive;

/// Doubles side by side.
pub trait Lanes: Primitive {
    /// How many.
    const COUNT: usize;

    /// The first [`Self::COUNT`] doubles of a slice.
    ///
    /// # Panics
    /// Where there are fewer.
    fn load(values: &[f64]) -> Self;

    /// Writes the lanes over the first [`Self::COUNT`] doubles of a slice.
    ///
    /// # Panics
    /// Where there are fewer.
    fn store(self, values: &mut [f64]);
}

impl Lanes for f64 {
    const COUNT: usize = 1;

    #[inline(always)]
    fn load(values: &[f64]) -> Self {
        values[0]
    }
    #[inline(always)]
    fn store(self, values: &mut [f64]) {
        values[0] = self;
    }
}

/// Work on lanes that is compiled once for each instruction set, with its lanes.
///
/// As with [`Kernel`], mark `run` and everything in its loops `#[inline(always)]`.
pub trait LaneKernel {
    /// What a run gives.
    type Output;
    /// The work.
    fn run<V: Lanes>(self) -> Self::Output;
}

/// A lane kernel with its lanes.
struct On<V, K>(K, std::marker::PhantomData<V>);

impl<V: Lanes, K: LaneKernel> Kernel for On<V, K> {
    type Output = K::Output;

    #[inline(always)]
    fn run(self) -> K::Output {
        self.0.run::<V>()
    }
}

impl Isa {
    /// Runs the kernel on this set's lanes, with its instructions; on one lane where this processor lacks the set.
    #[inline]
    pub fn run_lanes<K: LaneKernel>(self, kernel: K) -> K::Output {
        match self {
            // SAFETY: the guard has found the set among those that this processor was seen to have.
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 if Self::available().contains(&self) => unsafe {
                super::isa::run_avx2(On::<super::vector::Four, K>(kernel, std::marker::PhantomData))
            },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 if Self::available().contains(&self) => unsafe {
                super::isa::run_avx512(On::<super::vector::Eight, K>(kernel, std::marker::PhantomData))
            },
            _ => kernel.run::<f64>(),
        }
    }

    /// How many lanes [`Self::run_lanes`] runs on.
    #[must_use]
    pub fn lanes(self) -> usize {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 if Self::available().contains(&self) => 4,
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 if Self::available().contains(&self) => 8,
            _ => 1,
        }
    }
}
