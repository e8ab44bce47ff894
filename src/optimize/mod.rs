//! Floor 4: the best plan within the limits.

mod proposal;

pub use proposal::{ActionChoice, Bound, ChannelMove, Column, Proposal, Status};
