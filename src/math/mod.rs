//! Floor 0: no marketing in it: special functions, distributions, dual numbers.

mod real;

pub use real::Real;
