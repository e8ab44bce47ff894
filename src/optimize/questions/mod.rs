//! Questions about the budget: the best one, the least one that reaches a target, what each of many earns, what gives way first under a cut.

mod answer;
mod best_budget;
mod bracket;
mod cut;
mod frontier;
mod judged;
mod least_budget;
mod looks;
mod reverse_funnel;
mod sweep;
mod target;
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test may ask another implementation")]
mod tests;

pub use best_budget::{BestBudget, best_budget};
pub use cut::{ActionCut, ChannelCut, Cut, CutStep, NoCut, cut};
pub use frontier::{Frontier, FrontierPoint, NoFrontier, Range, frontier};
pub use judged::{Judged, propose_judged};
pub use least_budget::least_budget;
pub use reverse_funnel::{FunnelRow, ReverseFunnel};
pub use target::{ChannelChange, LeastBudget, LeastPlan, Target, Verdict, share_reaching};
