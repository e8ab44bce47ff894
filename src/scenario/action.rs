//! An action: a one-off improvement with a cost, such as a new landing page.

use super::{Distribution, Quantity};

/// A one-off improvement.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// Unique name.
    pub name: String,
    pub moves: Moves,
    /// Size of the improvement at full strength, above -1.
    pub lift: Quantity,
    /// Paid in period `start` \[money\].
    pub cost: Quantity,
    /// Paid each period from `start` on [money per period].
    pub running_cost: Quantity,
    /// Period in which it starts.
    pub start: usize,
    /// Periods until it works in full.
    pub ramp: f64,
    /// Half-life of its effect after that \[periods\]; `None`: it stays.
    pub fade: Option<f64>,
    /// Whether it is in the plan, or a candidate that the optimizer may choose.
    pub done: bool,
}

impl Action {
    /// Whether it costs money as long as it runs; such an action stops where the horizon ends.
    #[must_use]
    pub fn has_running_cost(&self) -> bool {
        self.running_cost.distribution != Distribution::Known(0.0)
    }

    /// What it costs in a period, at the medians \[money per period\].
    #[must_use]
    pub fn cost_in(&self, period: usize) -> f64 {
        let once = if period == self.start { self.cost.median() } else { 0.0 };
        let running = if period >= self.start { self.running_cost.median() } else { 0.0 };
        once + running
    }

    /// What it costs within a horizon of so many periods, at the medians \[money\].
    #[must_use]
    pub fn price(&self, periods: usize) -> f64 {
        self.cost.median() + self.running_cost.median() * periods.saturating_sub(self.start) as f64
    }
}

/// What an action improves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moves {
    Organic,
    Act,
    Convert,
    Capacity,
    Retention,
    Repeat,
    Referral,
    OrderValue,
}

impl Moves {
    /// The word that the scenario uses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Organic => "organic",
            Self::Act => "act",
            Self::Convert => "convert",
            Self::Capacity => "capacity",
            Self::Retention => "retention",
            Self::Repeat => "repeat",
            Self::Referral => "referral",
            Self::OrderValue => "order_value",
        }
    }
}
