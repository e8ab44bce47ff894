//! Floor 4: the best plan within the limits.

mod asked;
mod attainable;
mod augmented;
mod bound;
mod bundle;
mod bursts;
#[cfg(test)]
mod cases;
mod ceiling;
mod cents;
mod chains;
mod choice;
mod clash;
mod coupled;
mod curvature;
mod effort;
mod envelope;
mod evaluate;
mod exchange;
mod feasible;
mod flights;
mod funnel;
mod limit;
mod moves;
mod multistart;
mod near;
mod notes;
mod objective;
mod prices;
mod proposal;
mod propose;
mod questions;
mod relaxed;
mod residual;
mod rows;
mod separable;
mod shadow;
mod space;
mod spectral;
mod spends;
mod starts;
mod variables;
mod vector;
mod yardsticks;

pub use asked::typical_spend;
pub use bound::{Allowed, Bounded, Pace, ROUNDING, Rows, bound};
pub use cents::{Unsettled, settle_to_cents};
pub use chains::Chain;
pub use clash::{Clash, Clashing, Conflict};
pub use coupled::Multipliers;
pub use effort::{Effort, Spent};
pub use feasible::{Budget, FeasibleSet, Infeasible};
pub use funnel::Funnel;
pub use limit::Limit;
pub use multistart::{Problem, Run, Search, SearchOptions, search};
pub use near::{Near, best_near};
pub use objective::Objective;
pub use proposal::{ActionChoice, Bound, ChannelMove, Column, HeldBy, Proposal, Relaxed, Status};
pub use propose::{BestPlan, best_plan, propose, settle};
pub use questions::{ActionCut, ChannelCut, Cut, CutStep, Frontier, FrontierPoint, NoCut, NoFrontier, Range, cut, frontier};
pub use questions::{
    BestBudget, ChannelChange, FunnelRow, Judged, LeastBudget, LeastPlan, ReverseFunnel, Target, Verdict, best_budget, least_budget,
    propose_judged, share_reaching,
};
pub use residual::Residual;
pub use rows::Row;
pub use shadow::Shadow;
pub use space::{Keeps, Purse, Space};
pub use spectral::{Ascent, SpectralOptions, Stop};
pub use starts::{Origin, Start};
