//! What a workbook is made from: finished results, borrowed.

use crate::analyze::{CountedIn, Sensitivity};
use crate::format::Language;
use crate::kaizen::Journal;
use crate::scenario::{Assumption, Figure, Scenario, Unit};
use crate::simulate::{Forecast, Futures};

/// The results of which the workbook tells.
#[derive(Debug, Clone, Copy)]
pub struct WorkbookInput<'a> {
    pub scenario: &'a Scenario,
    /// The status quo, the plan that is proposed instead, and how it was found.
    pub journal: &'a Journal,
    /// The forecast of the scenario without spend and actions ([`Simulator::nothing`](crate::simulate::Simulator::nothing)): what
    /// marketing brings is counted from there.
    pub without: &'a Forecast,
    /// The plans before and after, in this order, with every detail; `None`: nothing was drawn.
    pub futures: Option<&'a Futures>,
    /// What the status quo and the choice between the plans depend on.
    pub sensitivity: Option<&'a Sensitivity>,
    /// The quantities of the scenario, in the order of its file.
    pub assumptions: &'a [AssumptionRow<'a>],
    pub origin: Origin<'a>,
    pub language: Language,
}

/// A quantity of the scenario as it was written.
#[derive(Debug, Clone, Copy)]
pub struct AssumptionRow<'a> {
    /// Its key, such as `act.rate`.
    pub key: &'a str,
    /// What the point run takes, in the quantity's own unit.
    pub value: f64,
    /// The ends of its range; `None` where it is known exactly.
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub unit: CountedIn,
    /// Where it comes from, in the words of the file.
    pub source: Option<&'a str>,
}

impl<'a> AssumptionRow<'a> {
    /// A number of the scenario; of a list its ends; `None` for a word.
    pub(super) fn of(assumption: &'a Assumption) -> Option<Self> {
        let (value, low, high) = match assumption.figure {
            Figure::Known(value) => (value, None, None),
            Figure::Uncertain { median, low, high, .. } => (median, Some(low), Some(high)),
            Figure::Series { least, most, .. } => (f64::NAN, Some(least), Some(most)),
            Figure::Span { low, high } => (f64::NAN, Some(low), Some(high)),
            Figure::Word(_) => return None,
        };
        Some(Self {
            key: &assumption.key,
            value,
            low,
            high,
            unit: match assumption.unit {
                Unit::Money => CountedIn::Money,
                Unit::Share | Unit::Rise => CountedIn::Share,
                Unit::Count | Unit::Periods | Unit::Years | Unit::Factor | Unit::Text => CountedIn::Number,
            },
            source: assumption.source.as_deref(),
        })
    }
}

/// Where the numbers come from and for whom the workbook is made; a text that is missing leaves out its row.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'a> {
    /// `None`: the name of the scenario.
    pub title: Option<&'a str>,
    pub client: Option<&'a str>,
    pub author: Option<&'a str>,
    /// The day on which it is made, `YYYY-MM-DD`.
    pub date: Option<&'a str>,
    /// Hash of the scenario's text.
    pub hash: Option<&'a str>,
    /// Version of the program.
    pub version: Option<&'a str>,
}

/// Why there is no workbook.
#[derive(Debug, thiserror::Error)]
#[error("the workbook cannot be written: {0}")]
pub struct CannotWrite(#[from] rust_xlsxwriter::XlsxError);
