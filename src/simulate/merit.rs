//! Merits: smooth functions of a run's totals and of its flows by period, with their exact derivatives by spend.

use crate::model::{Decision, Flows, Form, Inputs, Levers, Outcome, Weights};

use super::simulator::Simulator;

/// A smooth function of what a run comes to: an objective with penalties for limits on it, a sum up to a date, a ratio of totals.
pub trait Merit {
    /// Its value, and its partial derivative by each total and each flow, which is written into `weights`.
    ///
    /// `flows` has the `T` periods of the horizon, and `weights` a place for each of them in every list, all of them 0. A total and the
    /// flows that it is the sum of are different variables: a function is written by the one or the other. The gross profit of a period is
    /// [`Model::margin`](crate::model::Model::margin) × its revenue.
    fn weigh(&self, outcome: &Outcome<f64>, flows: &[Flows], weights: &mut Weights<f64>) -> f64;
}

/// What a merit is shown, and where it writes; made at the first merit.
#[derive(Debug, Clone)]
pub(super) struct Weighing {
    flows: Vec<Flows>,
    weights: Weights<f64>,
}

impl Weighing {
    pub(super) fn new() -> Self {
        Self {
            flows: Vec::new(),
            weights: Weights::totals(Outcome::zero()),
        }
    }

    /// Of a run's flows; all weights are 0.
    fn take(&mut self, flows: impl Iterator<Item = Flows>) {
        self.flows.clear();
        self.flows.extend(flows);
        if self.weights.gross.len() == self.flows.len() {
            self.weights.clear();
        } else {
            self.weights = Weights::zero(self.flows.len());
        }
    }
}

impl Simulator {
    /// A merit of a decision at the medians, with the curves in the given form, and its derivative by every spend,
    /// `slopes[channel * T + period]` \[per money\]; an empty `slopes` asks for the value alone.
    ///
    /// One run forward and, with slopes, one in reverse; nothing is allocated after the first call.
    ///
    /// # Panics
    /// Where `slopes` is neither empty nor as long as the decision's spends.
    pub fn merit(&mut self, decision: &Decision, form: Form, merit: &dyn Merit, slopes: &mut [f64]) -> f64 {
        let inputs = Inputs {
            form,
            ..Self::inputs(&self.params, Levers::neutral(), decision)
        };
        let outcome = self.model.forward(inputs, &mut self.workspace);
        let Weighing { flows, weights } = {
            let (model, workspace) = (&self.model, &self.workspace);
            self.weighing.take((0..model.horizon()).map(|t| model.flows(workspace, t)));
            &mut self.weighing
        };
        let value = merit.weigh(&outcome, flows, weights);
        if !slopes.is_empty() {
            self.model.reverse_weighed(weights, inputs, &self.workspace, &mut self.gradient);
            slopes.copy_from_slice(&self.gradient.spend);
        }
        value
    }

    /// Gross profit of each period of the baseline at the medians \[money\]: what is above it is incremental.
    #[must_use]
    pub fn baseline_gross(&self) -> &[f64] {
        &self.baseline.gross
    }
}
