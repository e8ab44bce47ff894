//! Questions about the size of the budget: the best one, and the least one that reaches a target.

mod best_budget;
mod bracket;
mod judged;
mod least_budget;
mod looks;
mod reverse_funnel;
mod target;
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test may ask another implementation")]
mod tests;

pub use best_budget::{BestBudget, best_budget};
pub use judged::{Judged, propose_judged};
pub use least_budget::least_budget;
pub use reverse_funnel::{FunnelRow, ReverseFunnel};
pub use target::{ChannelChange, LeastBudget, LeastPlan, Target, Verdict, share_reaching};
