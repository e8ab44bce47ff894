//! Where each figure of a plan stands in a sheet: a row for each figure, a column for each draw (the point run is a sheet of one column).
//!
//! A figure that does not exist in a draw is NaN there.

use crate::scenario::Measure;

/// How much is written down of each run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// The discounted gross profit that ROI counts, alone.
    Gross,
    /// The objective alone.
    Objective,
    /// Totals, KPIs, stage rates, and the running sums of the charts.
    Figures,
    /// Every period and every source as well.
    Everything,
}

/// The figures of one plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    pub(super) horizon: usize,
    pub(super) channels: usize,
    pub(super) detail: Detail,
}

/// Figures of a period, in the order of [`super::PeriodRow`].
pub(super) const PERIOD: usize = 14;
/// Figures of a source: visits, leads, customers, gross, marginal ROI.
pub(super) const SOURCE: usize = 5;
/// Totals and KPIs that the model has.
pub(super) const MEASURES: usize = 21;

/// Visits, act, convert, retention, repeat.
const RATES: usize = 5;

impl Rows {
    /// The objective of the scenario; with [`Detail::Gross`] the gross profit.
    pub(super) const OBJECTIVE: usize = 0;

    /// A total or KPI that the model has; `payback` beyond the horizon is never.
    pub(super) const fn measure(measure: Measure) -> usize {
        1 + measure as usize
    }

    /// One of the stage rates.
    pub(super) const fn rate(rate: usize) -> usize {
        1 + MEASURES + rate
    }

    /// The deepest point of the running profit: the cash that the plan takes \[money\].
    pub(super) const CASH: usize = 1 + MEASURES + RATES;

    const PATHS: usize = Self::CASH + 1;

    /// ROI and profit so far.
    pub(super) const fn roi_so_far(self, t: usize) -> usize {
        Self::PATHS + t
    }

    pub(super) const fn profit_so_far(self, t: usize) -> usize {
        Self::PATHS + self.horizon + t
    }

    /// One figure of a period.
    pub(super) const fn period(self, figure: usize, t: usize) -> usize {
        Self::PATHS + (2 + figure) * self.horizon + t
    }

    /// One figure of a source: the channels, then organic and referral visits.
    pub(super) const fn source(self, source: usize, figure: usize) -> usize {
        Self::PATHS + (2 + PERIOD) * self.horizon + source * SOURCE + figure
    }

    /// How many rows there are.
    pub(super) const fn count(self) -> usize {
        match self.detail {
            Detail::Gross | Detail::Objective => 1,
            Detail::Figures => Self::PATHS + 2 * self.horizon,
            Detail::Everything => self.source(self.channels + 2, 0),
        }
    }
}
