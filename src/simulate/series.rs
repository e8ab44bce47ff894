//! Bands of chosen figures, period by period: less than a whole forecast, and as fast as draws can be made.

use crate::model::{Decision, Form};

use super::band::Band;
use super::batch::{Batch, Values};
use super::rounds::{self, Rounds};
use super::rows::{Detail, Series};
use super::sampling::Sampling;
use super::simulator::Simulator;
use super::spread::{Spread, gather};

/// A figure of every period over the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesBands {
    pub series: Series,
    /// One for each period of the horizon.
    pub periods: Vec<Band>,
    /// Of the sum over the horizon; of the active customers it has no meaning.
    pub sum: Band,
}

impl Simulator {
    /// Bands of the chosen figures of a decision, expected numbers of people. A draw without a finite figure is left out of that figure's band.
    ///
    /// # Panics
    /// Where there is no draw.
    #[must_use]
    pub fn series(&self, decision: &Decision, sampling: Sampling, series: &[Series]) -> Vec<SeriesBands> {
        assert!(sampling.draws > 0, "draws");
        let draws = self.draws(sampling);
        let batch = Batch {
            simulator: self,
            decisions: &[decision],
            values: Values::Drawn(&draws),
            detail: Detail::Series,
            series: Series::bits(series),
            form: Form::True,
            chance: None,
        };
        let height = batch.height();
        let rounds = Rounds::new(sampling.draws, height, rounds::BYTES);
        let mut sheet = rounds.sheet(height);
        let mut spreads: Vec<Spread> = Vec::new();
        for part in rounds.parts() {
            let sheet = part.of(&mut sheet, height);
            batch.fill(part.first, sheet);
            gather(&mut spreads, sheet, height, part);
        }
        let rows = batch.rows();
        let band = |row: usize| spreads[row].band(sampling.draws as u64).unwrap_or(Band::NOWHERE);
        series
            .iter()
            .map(|&series| SeriesBands {
                series,
                periods: (0..rows.horizon).map(|t| band(rows.period(series as usize, t))).collect(),
                sum: band(rows.sum(series as usize)),
            })
            .collect()
    }
}
