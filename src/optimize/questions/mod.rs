//! Questions about the size of the budget: the best one, and the least one that reaches a target.

mod best_budget;
mod bracket;
mod judged;
mod least_budget;
mod looks;
mod reverse_funnel;
#[cfg(test)]
mod tests;

pub use best_budget::{BestBudget, best_budget};
pub use judged::{Judged, propose_judged};
pub use least_budget::{ChannelChange, LeastBudget, LeastPlan, Target, Verdict, least_budget, share_reaching};
pub use reverse_funnel::{FunnelRow, ReverseFunnel};
