//! Floor 0: no marketing in it: special functions, distributions, dual numbers, lanes of draws.

mod beta;
mod bounded;
mod by_normal;
mod dual;
mod estimate;
mod exponential;
mod gamma;
mod information;
mod isa;
mod lanes;
mod log_concave;
mod logarithm;
mod normal;
mod pick_freeze;
mod primitive;
mod real;
mod sobol;
mod stub;
mod variance_shares;
#[cfg(target_arch = "x86_64")]
mod vector;

pub use beta::{beta_cdf, beta_quantile};
pub use bounded::{pert_quantile, triangular_quantile, triangular_quantiles, uniform_quantile};
pub use by_normal::ByNormal;
pub use dual::Dual;
pub use estimate::Estimate;
pub use exponential::{exp, exp_m1};
pub use gamma::{gamma_cdf, gamma_quantile, gamma_survival};
pub use isa::{Isa, Kernel};
pub use lanes::{LaneKernel, Lanes};
pub use logarithm::{ln, ln_1p};
pub use normal::{normal_quantile, normal_quantiles};
pub use pick_freeze::{PickFreeze, Picked, Studied};
pub use real::Real;
pub use sobol::Sobol;
pub use stub::{Counted, QuantileScratch, quantiles};
pub use variance_shares::VarianceShares;
