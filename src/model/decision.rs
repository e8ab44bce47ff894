//! What a planner decides: the spend of each channel in each period, and which actions are done.

/// A plan as the model takes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// Spend, channel by channel: `spend[c * periods + t]` [money per period].
    pub spend: Vec<f64>,
    /// Which actions are done, in the order of the scenario.
    pub actions: Vec<bool>,
    /// Horizon `T` \[periods\].
    pub periods: usize,
}

impl Decision {
    /// Spend of channel `c`, period by period [money per period].
    #[must_use]
    pub fn channel(&self, c: usize) -> &[f64] {
        &self.spend[c * self.periods..(c + 1) * self.periods]
    }

    /// Total spend of channel `c` over the horizon \[money\].
    #[must_use]
    pub fn channel_total(&self, c: usize) -> f64 {
        self.channel(c).iter().sum()
    }
}
