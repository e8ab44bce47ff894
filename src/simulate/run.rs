//! The forecast of one decision at the point run: a sheet of one column.

use crate::model::{Decision, Levers, Outcome, Tallying};

use super::assemble::{Cells, assemble};
use super::forecast::Forecast;
use super::reading::{Column, Run};
use super::rows::{Detail, Rows, Series};
use super::simulator::Simulator;

/// The figures of one run.
struct Single<'a> {
    sheet: &'a [f64],
    horizon: usize,
}

impl Cells for Single<'_> {
    type Value = f64;
    type Periods = usize;

    fn value(&self, row: usize) -> f64 {
        self.sheet[row]
    }
    fn maybe(&self, row: usize) -> Option<f64> {
        let value = self.sheet[row];
        (!value.is_nan()).then_some(value)
    }
    fn payback(&self, row: usize) -> Option<usize> {
        // A whole number of at most 10 001.
        self.maybe(row)
            .map(|periods| periods as usize)
            .filter(|&periods| periods <= self.horizon)
    }
    fn same(&self, number: f64) -> f64 {
        number
    }
}

impl Simulator {
    /// What a sheet of this scenario holds.
    pub(super) fn rows(&self, detail: Detail) -> Rows {
        Rows {
            horizon: self.model.horizon(),
            channels: self.model.channels(),
            detail,
            series: Series::ALL,
        }
    }

    /// The forecast of a decision at the point run.
    pub fn forecast(&mut self, decision: &Decision) -> Forecast {
        let outcome = self.gradient(decision, &self.model.gross_seed()).0;
        let rows = self.rows(Detail::Everything);
        let mut sheet = vec![0.0; rows.count()];
        let mut column = Column {
            rows,
            sheet: &mut sheet,
            width: 1,
            at: 0,
        };
        let run = self.run_read(decision, outcome);
        run.write(&mut column);
        run.sources(decision, &self.gradient, &mut Tallying::new(&self.model), &mut column);
        let horizon = rows.horizon;
        assemble(self, decision, rows, &Single { sheet: &sheet, horizon })
    }

    /// The run that the workspace holds, to be read.
    fn run_read<'a>(&'a self, decision: &'a Decision, outcome: Outcome<f64>) -> Run<'a, f64> {
        Run {
            model: &self.model,
            inputs: Self::inputs(&self.params, Levers::neutral(), decision),
            workspace: &self.workspace,
            outcome,
            baseline: &self.baseline,
        }
    }

    /// (d gross − d spend) / d spend of each channel along its own spend pattern, equal amounts where it spends nothing.
    pub fn marginal_rois(&mut self, decision: &Decision) -> Vec<Option<f64>> {
        let outcome = self.gradient(decision, &self.model.gross_seed()).0;
        let run = self.run_read(decision, outcome);
        (0..self.model.channels())
            .map(|c| run.marginal_roi(decision, &self.gradient, c))
            .map(|marginal_roi| (!marginal_roi.is_nan()).then_some(marginal_roi))
            .collect()
    }

    /// Incremental gross profit that ROI counts [money, discounted].
    #[must_use]
    pub fn incremental_gross(&self, outcome: &Outcome<f64>) -> f64 {
        let seed = self.model.gross_seed();
        outcome.weighed(&seed) - self.baseline.outcome.weighed(&seed)
    }
}
