//! Floor 4: the best plan within the limits.

mod bound;
mod bundle;
#[cfg(test)]
mod cases;
mod cents;
mod choice;
mod curvature;
mod effort;
mod evaluate;
mod exchange;
mod feasible;
mod flights;
mod funnel;
mod multistart;
mod notes;
mod objective;
mod proposal;
mod propose;
mod residual;
mod rows;
mod separable;
mod space;
mod spectral;
mod spends;
mod starts;
mod vector;

pub use bound::{Allowed, Bounded, Pace, ROUNDING, Rows, bound};
pub use cents::{Unsettled, settle_to_cents};
pub use effort::{Effort, Spent};
pub use feasible::{Budget, FeasibleSet, Infeasible};
pub use funnel::Funnel;
pub use multistart::{Problem, Run, Search, SearchOptions, search};
pub use objective::Objective;
pub use proposal::{ActionChoice, Bound, ChannelMove, Column, Proposal, Status};
pub use propose::propose;
pub use residual::Residual;
pub use space::{Clash, Space};
pub use spectral::{Ascent, SpectralOptions, Stop};
pub use starts::{Origin, Start};
