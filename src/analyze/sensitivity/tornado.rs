//! The tornado: each uncertain quantity from its 10th to its 90th percentile, the others at their medians.

use serde::Serialize;

use crate::math::Studied;

use super::subject::{Aside, Subject, Values};
use super::switching::{GRID, Switches, levels, switches};

/// One uncertain quantity by itself, the others at their medians.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TornadoRow {
    /// Its key in the scenario, such as `act.rate`.
    pub key: String,
    /// What it is counted in.
    pub unit: CountedIn,
    /// Its 10th percentile, in its own unit.
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
    /// Today's objective.
    pub today: Ends,
    /// The proposal's; `None` without one.
    pub proposal: Option<Ends>,
    /// The proposal's less today's.
    pub gain: Option<Ends>,
    /// Today's objective at the 90th percentile less that at the 10th.
    pub swing: f64,
    /// The value nearest to the median, by its percentile, at which the proposal stops being better than today's plan (or starts, where
    /// it is worse at the median); `None` where that never changes between the 0.1th and the 99.9th percentile.
    pub switching_value: Option<f64>,
    /// The share of futures in which the quantity is below that value.
    pub switching_level: Option<f64>,
    /// Today's objective where the quantity has that value.
    pub switching_objective: Option<f64>,
    /// Where the choice stays as it is at the median; `None` without a proposal.
    pub safe: Option<Safe>,
}

/// An objective where a quantity is low, and where it is high.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Ends {
    /// At the 10th percentile of the quantity.
    pub low: f64,
    /// At the 90th.
    pub high: f64,
}

impl Ends {
    /// High less low.
    #[must_use]
    pub fn swing(self) -> f64 {
        self.high - self.low
    }
}

/// In which direction a quantity may go without changing which plan is better, within its 0.1th and 99.9th percentile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Safe {
    /// In both.
    Both,
    /// Down.
    Below,
    /// Up.
    Above,
    /// In none.
    Neither,
}

/// What a quantity is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CountedIn {
    /// A share of something, or a share more of it.
    Share,
    /// Money, of one thing or of a period.
    Money,
    /// Visits, people, factors, periods.
    Number,
}

impl CountedIn {
    /// Of the quantity with this key.
    #[must_use]
    pub fn of(key: &str) -> Self {
        let mut words = key.rsplit('.');
        let (last, before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        match (before, last) {
            ("boosts", _)
            | ("act" | "convert", "rate")
            | ("engage", "retention")
            | (_, "backlog_loss" | "margin" | "discount_rate" | "decay" | "lift") => Self::Share,
            (_, "order_value" | "repeat_value" | "fixed_cost" | "cost" | "running_cost" | "half_spend") => Self::Money,
            _ => Self::Number,
        }
    }
}

/// Every uncertain quantity, the largest swing first, and the place of each among the inputs.
pub(super) fn tornado(subject: &Subject) -> (Vec<TornadoRow>, Vec<usize>) {
    let inputs = subject.inputs();
    let ends = [0.1, 0.9];
    let grid = levels();
    let points: Vec<Aside> = (0..inputs)
        .flat_map(|input| {
            let quantity = subject.quantity(input);
            ends.into_iter().chain(grid).map(move |level| Aside {
                input,
                value: quantity.quantile(level),
            })
        })
        .collect();
    let found = subject.aside(&points);
    let width = ends.len() + GRID;
    let grids: Vec<(&[Aside], &[Values])> = points
        .chunks_exact(width)
        .zip(found.chunks_exact(width))
        .map(|(points, found)| (&points[ends.len()..], &found[ends.len()..]))
        .collect();
    let switches = switches(subject, &grids);
    let mut rows: Vec<(TornadoRow, usize)> = (0..inputs)
        .map(|input| {
            let at = &points[input * width..];
            let [low, high] = [found[input * width], found[input * width + 1]];
            let today = Ends {
                low: low.today,
                high: high.today,
            };
            let both = |low: Option<f64>, high: Option<f64>| low.zip(high).map(|(low, high)| Ends { low, high });
            let Switches { nearest, safe } = switches[input];
            let row = TornadoRow {
                key: subject.key(input).to_owned(),
                unit: CountedIn::of(subject.key(input)),
                p10: at[0].value,
                p50: subject.quantity(input).median(),
                p90: at[1].value,
                today,
                proposal: both(low.proposal, high.proposal),
                gain: both(low.gain(), high.gain()),
                swing: today.swing(),
                switching_value: nearest.map(|switch| switch.value),
                switching_level: nearest.map(|switch| switch.level),
                switching_objective: nearest.map(|switch| switch.today),
                safe,
            };
            (row, input)
        })
        .collect();
    // what is not finite moves nothing that could be told
    let size = |(row, _): &(TornadoRow, usize)| if row.swing.is_finite() { row.swing.abs() } else { -1.0 };
    rows.sort_by(|a, b| size(b).total_cmp(&size(a)));
    rows.into_iter().unzip()
}
