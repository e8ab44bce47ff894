//! Floor 1: what a planner writes. Types of a checked scenario, reading, checks, diagnostics.

mod action;
mod channel;
mod funnel;
mod plan;
mod quantity;

pub use action::{Action, Moves};
pub use channel::{BoostTarget, Carryover, Channel, Curve, Decay, LiftEffect, Limits, Media, Place, ReachEffect, ReachSize};
pub use funnel::{Act, Capacity, Convert, Engage, Lag, Money, Reach, Retention, Season};
pub use plan::{Measure, Objective, Pacing, Period, Plan};
pub use quantity::{Distribution, Quantity};

/// A checked scenario: every number is inside its domain, every name resolves.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    pub plan: Plan,
    pub reach: Reach,
    pub act: Act,
    pub convert: Convert,
    pub engage: Engage,
    pub money: Money,
    /// Channels, in the order of the file.
    pub channels: Vec<Channel>,
    /// Actions, in the order of the file.
    pub actions: Vec<Action>,
}
