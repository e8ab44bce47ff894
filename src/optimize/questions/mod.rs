//! Questions about budgets: what each of them earns, what gives way first when money is cut.

mod answer;
mod cut;
mod frontier;
mod sweep;
#[cfg(test)]
mod tests;

pub use cut::{ActionCut, ChannelCut, Cut, CutStep, NoCut, cut};
pub use frontier::{Frontier, FrontierPoint, NoFrontier, Range, frontier};
