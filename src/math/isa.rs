//! Instruction sets: runs a kernel with the widest vector instructions of the processor, with the same bits as without them.
//!
//! A kernel is a value with what one run needs; its text is compiled once per instruction set. Results cannot differ:
//! Rust neither reorders nor fuses floating-point steps, and every fused step of ours is written as `mul_add`.
//!
//! ```
//! use osa::math::{Isa, Kernel, exp};
//!
//! struct ExpAll<'a>(&'a mut [f64]);
//! impl Kernel for ExpAll<'_> {
//!     type Output = ();
//!     #[inline(always)]
//!     fn run(self) {
//!         for x in self.0 {
//!             *x = exp(*x);
//!         }
//!     }
//! }
//!
//! let mut values = [0.0; 16];
//! Isa::best().run(ExpAll(&mut values));
//! assert_eq!(values, [1.0; 16]);
//! ```

use std::sync::OnceLock;

/// Work that is compiled once for each instruction set.
///
/// Mark `run` and everything that it calls in its loops `#[inline(always)]`: only what is inlined into the dispatching
/// function is compiled with its instructions. What is not stays correct, with the same bits, and slow.
pub trait Kernel {
    /// What a run gives.
    type Output;
    /// The work.
    fn run(self) -> Self::Output;
}

/// A set of instructions that kernels are compiled for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Isa {
    /// What the target always has. Without fused multiply-add in hardware it is right, and some twenty times slower.
    Portable,
    /// x86-64 with AVX2 and FMA: 4 doubles a step.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// x86-64 with AVX-512 F, DQ and VL: 8 doubles a step.
    #[cfg(target_arch = "x86_64")]
    Avx512,
}

impl Isa {
    /// The widest set of this processor; looked up once.
    #[must_use]
    pub fn best() -> Self {
        Self::available().last().copied().unwrap_or(Self::Portable)
    }

    /// The sets of this processor, the widest last; looked up once.
    #[must_use]
    pub fn available() -> &'static [Self] {
        static AVAILABLE: OnceLock<Vec<Isa>> = OnceLock::new();
        AVAILABLE.get_or_init(detect)
    }

    /// Runs the kernel with these instructions; with [`Isa::Portable`] ones where this processor lacks them.
    #[inline]
    pub fn run<K: Kernel>(self, kernel: K) -> K::Output {
        match self {
            // SAFETY: the guard has found the set among those that this processor was seen to have.
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 if Self::available().contains(&self) => unsafe { run_avx2(kernel) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 if Self::available().contains(&self) => unsafe { run_avx512(kernel) },
            _ => kernel.run(),
        }
    }
}

#[cfg(target_arch = "x86_64")]
fn detect() -> Vec<Isa> {
    let avx2 = is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma");
    let avx512 =
        avx2 && is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512dq") && is_x86_feature_detected!("avx512vl");
    let mut sets = vec![Isa::Portable];
    if avx2 {
        sets.push(Isa::Avx2);
    }
    if avx512 {
        sets.push(Isa::Avx512);
    }
    sets
}

#[cfg(not(target_arch = "x86_64"))]
fn detect() -> Vec<Isa> {
    vec![Isa::Portable]
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
pub(super) fn run_avx2<K: Kernel>(kernel: K) -> K::Output {
    kernel.run()
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512dq,avx512vl,avx2,fma")]
pub(super) fn run_avx512<K: Kernel>(kernel: K) -> K::Output {
    kernel.run()
}
