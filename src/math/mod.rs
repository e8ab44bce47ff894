//! Floor 0: no marketing in it: special functions, distributions, dual numbers.

mod dual;
mod exponential;
mod float;
mod isa;
mod logarithm;
mod real;

pub use dual::Dual;
pub use exponential::{exp, exp_m1};
pub use isa::{Isa, Kernel};
pub use logarithm::{ln, ln_1p};
pub use real::Real;
