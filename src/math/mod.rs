//! Floor 0: no marketing in it: special functions, distributions, dual numbers, lanes of draws.

mod beta;
mod bins;
mod bounded;
mod by_normal;
mod control;
mod counted;
mod counts;
mod dual;
mod estimate;
mod exponential;
mod gamma;
mod information;
mod isa;
mod lanes;
mod log_concave;
mod logarithm;
mod logistic;
mod mix;
mod normal;
#[cfg(target_arch = "x86_64")]
mod pair;
mod pick_freeze;
mod primitive;
mod quantiles;
mod real;
mod ruler;
mod sobol;
mod variance_shares;
#[cfg(target_arch = "x86_64")]
mod vector;

pub use beta::{beta_cdf, beta_quantile};
pub use bounded::{pert_quantile, triangular_quantile, triangular_quantiles, uniform_quantile};
pub use by_normal::ByNormal;
pub use control::{ControlLimits, Found, Rule, Side};
pub use counted::Counted;
pub use counts::{binomial_quantile, poisson_quantile};
pub use dual::Dual;
pub use estimate::Estimate;
pub use exponential::{exp, exp_m1};
pub use gamma::{gamma_cdf, gamma_quantile, gamma_survival};
pub use isa::{Isa, Kernel};
pub use lanes::{LaneKernel, Lanes};
pub use logarithm::{ln, ln_1p, log2_normal};
pub use logistic::logistic2;
pub use mix::{GOLDEN, between_0_and_1, mix};
pub use normal::{normal_quantile, normal_quantiles};
pub use pick_freeze::{PickFreeze, Picked, Studied};
pub use quantiles::{QuantileScratch, quantiles, quantiles_on};
pub use real::Real;
pub use sobol::Sobol;
pub use variance_shares::VarianceShares;
