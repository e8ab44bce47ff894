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
    /// Some figures of every period, and their sums.
    Series,
    /// Totals, KPIs, stage rates, and the running sums of the charts.
    Figures,
    /// Every source as well.
    Sources,
    /// Every source and every period as well.
    Everything,
}

/// The figures of one plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    pub(super) horizon: usize,
    pub(super) channels: usize,
    pub(super) detail: Detail,
    /// Which figures of a period are written down, a bit for each [`Series`].
    pub(super) series: u16,
}

/// A figure of every period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Series {
    Visits,
    Leads,
    Customers,
    Active,
    RepeatOrders,
    Orders,
    LeadsCreated,
    CustomersCreated,
    Handled,
    Backlog,
    Revenue,
    Gross,
    Invest,
    Profit,
}

impl Series {
    /// Bits of some of them.
    pub(super) fn bits(series: &[Self]) -> u16 {
        series.iter().fold(0, |bits, &series| bits | 1 << series as u16)
    }

    /// Bits of all of them.
    pub(super) const ALL: u16 = (1 << PERIOD) - 1;
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

    /// A payback that never comes: so far away that a quantile with any of it in it is beyond every horizon.
    pub(super) const NEVER: f64 = 1e9;

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

    /// Whether a figure of the periods is written down.
    pub(super) const fn has(self, figure: usize) -> bool {
        self.series >> figure & 1 == 1
    }

    /// One figure of a period.
    pub(super) const fn period(self, figure: usize, t: usize) -> usize {
        let before = (self.series & ((1 << figure) - 1)).count_ones() as usize;
        match self.detail {
            Detail::Series => 1 + before * (self.horizon + 1) + t,
            _ => Self::PATHS + (2 + before) * self.horizon + t,
        }
    }

    /// Share of those won just before the first period who are active at the end of a period.
    pub(super) const fn survival(self, t: usize) -> usize {
        Self::PATHS + (2 + PERIOD) * self.horizon + t
    }

    /// The sum of a figure over the periods; of the active customers it has no meaning.
    pub(super) const fn sum(self, figure: usize) -> usize {
        self.period(figure, self.horizon)
    }

    /// One figure of a source: the channels, then organic and referral visits.
    pub(super) const fn source(self, source: usize, figure: usize) -> usize {
        let periods = match self.detail {
            // and the survival of a cohort
            Detail::Everything => PERIOD + 1,
            _ => 0,
        };
        Self::PATHS + (2 + periods) * self.horizon + source * SOURCE + figure
    }

    /// How many rows there are.
    pub(super) const fn count(self) -> usize {
        match self.detail {
            Detail::Gross | Detail::Objective => 1,
            Detail::Series => 1 + self.series.count_ones() as usize * (self.horizon + 1),
            Detail::Figures => Self::PATHS + 2 * self.horizon,
            Detail::Sources | Detail::Everything => self.source(self.channels + 2, 0),
        }
    }
}
