//! Objectives or gross profits of plans at many values of the quantities at once: what sensitivities and searches over draws are made of.

use crate::model::{Decision, Form};
use crate::scenario::Quantity;

use super::batch::{Batch, CHUNK, Values, WIDTH};
use super::draws::Draws;
use super::rows::Detail;
use super::sampling::Sampling;
use super::simulator::Simulator;

impl Simulator {
    /// Whether any quantity of the scenario is uncertain.
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.model.parameters().quantities().iter().any(Quantity::is_uncertain)
    }

    /// The draws of this scenario's quantities by themselves.
    #[must_use]
    pub fn draws(&self, sampling: Sampling) -> Draws {
        Draws::new(self.model.parameters(), sampling.sequence, sampling.seed)
    }

    /// The objective of each decision in each of `count` draws whose values are given, `values[parameter * count + draw]`; gives
    /// `[decision * count + draw]`. Runs on all threads; a draw's result has the bits of [`Simulator::objective_of`].
    ///
    /// # Panics
    /// Where `values` is not `count` for each parameter, or there is no draw.
    #[must_use]
    pub fn objectives(&self, decisions: &[&Decision], values: &[f64], count: usize) -> Vec<f64> {
        self.in_each_draw(Detail::Objective, decisions, values, count)
    }

    /// [`Self::objectives`] with the discounted gross profit that ROI counts (with the residual where the scenario counts it) in the
    /// place of the objective \[money\]; that of the baseline is not taken off.
    ///
    /// # Panics
    /// As [`Self::objectives`].
    #[must_use]
    pub fn counted_gross(&self, decisions: &[&Decision], values: &[f64], count: usize) -> Vec<f64> {
        self.in_each_draw(Detail::Gross, decisions, values, count)
    }

    /// The one figure of a detail that has only one.
    fn in_each_draw(&self, detail: Detail, decisions: &[&Decision], values: &[f64], count: usize) -> Vec<f64> {
        assert!(
            count > 0 && values.len() == count * self.model.parameters().len(),
            "values: parameters × draws"
        );
        let batch = Batch {
            simulator: self,
            decisions,
            values: Values::Given { values, count },
            detail,
            series: 0,
            form: Form::True,
            chance: None,
        };
        let mut sheet = vec![0.0; batch.height() * WIDTH * count.div_ceil(CHUNK)];
        batch.fill(0, &mut sheet);
        let mut objectives = Vec::with_capacity(decisions.len() * count);
        for plan in 0..decisions.len() {
            let chunks = sheet
                .chunks_exact(batch.height() * WIDTH)
                .map(|chunk| &chunk[plan * WIDTH..][..CHUNK]);
            objectives.extend(chunks.flatten().take(count));
        }
        objectives
    }
}
