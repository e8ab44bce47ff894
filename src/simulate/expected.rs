//! The expected objective: the mean over common draws, for searches that are not content with the medians.

use std::sync::Arc;

use crate::model::{Decision, Form, Outcome};

use super::batch::{Batch, Values};
use super::rows::Detail;
use super::sampling::Sampling;
use super::simulator::Simulator;

/// Turns a seed into that of a search.
const APART: u64 = 0x5ea2_c4ed_0f7e_3a91;

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
    ///
    /// The draws are others than those of the same seed that a result is told over: a plan that was found on some draws looks better on
    /// these than it is. A draw in which today's plan or the baseline has no finite objective is left out.
    pub fn expect(&mut self, sampling: Sampling) {
        let count = sampling.draws;
        let mut values = vec![0.0; count * self.model.parameters().len()];
        let apart = Sampling {
            seed: sampling.seed ^ APART,
            ..sampling
        };
        self.draws(apart).fill(0, count, &mut values);
        let objectives = self.objectives(&[&self.today(), &self.nothing()], &values, count);
        let (today, nothing) = objectives.split_at(count);
        let kept: Vec<usize> = (0..count)
            .filter(|&draw| today[draw].is_finite() && nothing[draw].is_finite())
            .collect();
        let values: Vec<f64> = values
            .chunks_exact(count)
            .flat_map(|row| kept.iter().map(|&draw| row[draw]))
            .collect();
        // where no draw has a result the medians are all there is
        self.common = (!kept.is_empty()).then(|| Common {
            values: values.into(),
            count: kept.len(),
        });
    }

    /// Draws that the objective is the mean over; `None` where it is that of the medians.
    #[must_use]
    pub fn expected_over(&self) -> Option<usize> {
        self.common.as_ref().map(|common| common.count)
    }

    /// Work of one value of [`Self::objective`] [channel-periods], as [`Model::work`](crate::model::Model::work) counts it. On lanes a draw
    /// takes about an eighth of a run by itself.
    #[must_use]
    pub fn work(&self) -> usize {
        let runs = self.common.as_ref().map_or(1, |common| (common.count / 8).max(1));
        self.model.work().saturating_mul(runs)
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
