//! The expected objective: the mean over common draws, for searches that are not content with the medians.

use std::sync::Arc;

use crate::model::{Decision, Form, Outcome};

use super::batch::{Batch, Values};
use super::rows::Detail;
use super::sampling::Sampling;
use super::simulator::Simulator;

/// Draws that every plan of a search is held against.
#[derive(Debug, Clone)]
pub(super) struct Common {
    /// `values[parameter * count + draw]`.
    values: Arc<[f64]>,
    count: usize,
}

impl Simulator {
    /// Makes [`Self::objective`], [`Self::outcome_in`] and [`Self::slopes_in`] means over these draws, the same ones for every decision.
    /// Forecasts, and whatever is asked under a trial, stay at the medians.
    pub fn expect(&mut self, sampling: Sampling) {
        let count = sampling.draws;
        let mut values = vec![0.0; count * self.model.parameters().len()];
        self.draws(sampling).fill(0, count, &mut values);
        self.common = Some(Common {
            values: values.into(),
            count,
        });
    }

    /// Draws that the objective is the mean over; `None` where it is that of the medians.
    #[must_use]
    pub fn expected_over(&self) -> Option<usize> {
        self.common.as_ref().map(|common| common.count)
    }

    /// Mean totals over the common draws, and the mean derivative of the objective by every spend (none where `slopes` is empty).
    pub(super) fn expected(&self, common: &Common, decision: &Decision, form: Form, slopes: &mut [f64]) -> Outcome<f64> {
        let batch = Batch {
            simulator: self,
            decisions: &[decision],
            values: Values::Given {
                values: &common.values,
                count: common.count,
            },
            detail: Detail::Objective,
            series: 0,
            form,
            chance: None,
        };
        batch.mean_gradient(common.count, slopes)
    }
}
