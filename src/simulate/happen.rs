//! A run as it happens: expected numbers of people or whole ones by luck, to be read period by period and stream by stream.

use crate::model::{Brought, Decision, Levers, Outcome, WholePeople};

use super::simulator::Simulator;

impl Simulator {
    /// Totals of a decision as it comes with this luck; `None`: expected numbers of people. [`Self::flows`] and [`Self::brought`] then read the run.
    pub fn happen(&mut self, decision: &Decision, luck: Option<WholePeople>) -> Outcome<f64> {
        let inputs = Self::inputs(&self.params, Levers::neutral(), decision);
        match luck {
            Some(people) => self.model.forward_by_chance(inputs, &mut self.workspace, people),
            None => self.model.forward(inputs, &mut self.workspace),
        }
    }

    /// The scenario's objective of totals.
    #[must_use]
    pub fn objective_in(&self, outcome: &Outcome<f64>) -> f64 {
        outcome.weighed(&self.model.objective_seed())
    }

    /// What a stream brought in period `t` of the run that was asked last ([`Model::stream_of`](crate::model::Model::stream_of) tells a channel's).
    ///
    /// # Panics
    /// Where there is no such stream, or `t` is beyond the horizon.
    #[must_use]
    pub fn brought(&self, stream: usize, t: usize) -> Brought {
        self.model.brought(&self.workspace, stream, t)
    }

    /// Active customers before period 0 of the run that was asked last.
    #[must_use]
    pub const fn customers_before(&self) -> f64 {
        self.model.customers_before(&self.workspace)
    }
}
