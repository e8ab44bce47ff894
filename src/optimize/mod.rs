//! Floor 4: the best plan within the limits.

mod cents;
mod feasible;
mod objective;
mod proposal;

pub use cents::{Unsettled, settle_to_cents};
pub use feasible::{Budget, FeasibleSet, Infeasible};
pub use objective::Objective;
pub use proposal::{ActionChoice, Bound, ChannelMove, Column, Proposal, Status};
