//! Lanes: several draws side by side in the registers of the instruction set.
//!
//! A [`LaneKernel`] is run by [`Isa::run_lanes`] with the lanes of that set: 8 with AVX-512 (one register) and with AVX2 (a
//! pair of them), 1 (a plain double) without either. A lane has the bits that a double by itself would have, whatever stands beside it, so that a result depends
//! neither on the set nor on the lane.

use super::isa::{Isa, Kernel};
#[cfg(target_arch = "x86_64")]
use super::isa::{run_avx2, run_avx512};
#[cfg(target_arch = "x86_64")]
use super::pair::Pair;
use super::primitive::Primitive;
#[cfg(target_arch = "x86_64")]
use super::vector::{Eight, Four};

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
    ///
    /// Each kind of lanes is compiled for its own set alone, and a plain double for the portable one: [`Isa::run`] would compile every
    /// kind for every set.
    #[inline]
    pub fn run_lanes<K: LaneKernel>(self, kernel: K) -> K::Output {
        match self {
            // SAFETY: the guard has found the set among those that this processor was seen to have.
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 if Self::available().contains(&self) => unsafe { run_avx2(On::<Pair<Four>, K>(kernel, std::marker::PhantomData)) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 if Self::available().contains(&self) => unsafe { run_avx512(On::<Eight, K>(kernel, std::marker::PhantomData)) },
            _ => kernel.run::<f64>(),
        }
    }

    /// How many lanes [`Self::run_lanes`] runs on.
    #[must_use]
    pub fn lanes(self) -> usize {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 | Self::Avx512 if Self::available().contains(&self) => 8,
            _ => 1,
        }
    }
}
