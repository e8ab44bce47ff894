//! What charts are drawn from: finished results, borrowed.

use super::text::clean;
use crate::analyze::{Analysis, Sensitivity};
use crate::format::Format;
use crate::kaizen::Journal;
use crate::optimize::Proposal;
use crate::scenario::Period;
use crate::simulate::Forecast;

/// The results to draw. Only the first forecast is needed; what is missing leaves out its chart, or a line of it.
#[derive(Debug, Clone, Copy)]
pub struct ChartInput<'a> {
    /// Length of a period of the plan.
    pub period: Period,
    /// The plan of the file.
    pub before: &'a Forecast,
    /// The plan that is proposed instead.
    pub after: Option<&'a Forecast>,
    /// The analysis of the plan of the file.
    pub analysis: Option<&'a Analysis>,
    /// The optimizer's answer: which limits bind, which actions are taken.
    pub proposal: Option<&'a Proposal>,
    pub journal: Option<&'a Journal>,
    /// What the plan of the file depends on.
    pub sensitivity: Option<&'a Sensitivity>,
}

impl<'a> ChartInput<'a> {
    /// A plan alone.
    #[must_use]
    pub const fn of_forecast(period: Period, forecast: &'a Forecast, analysis: Option<&'a Analysis>) -> Self {
        Self {
            period,
            before: forecast,
            after: None,
            analysis,
            proposal: None,
            journal: None,
            sensitivity: None,
        }
    }

    /// The plan of the file and the optimizer's.
    #[must_use]
    pub const fn of_proposal(period: Period, proposal: &'a Proposal, analysis: Option<&'a Analysis>) -> Self {
        Self {
            period,
            before: &proposal.today.forecast,
            after: Some(&proposal.proposal.forecast),
            analysis,
            proposal: Some(proposal),
            journal: None,
            sensitivity: None,
        }
    }

    /// The plan of the file and the plan that the loop ends with.
    #[must_use]
    pub const fn of_journal(period: Period, journal: &'a Journal) -> Self {
        Self {
            period,
            before: &journal.before.forecast,
            after: Some(&journal.after.forecast),
            analysis: Some(&journal.before.analysis),
            proposal: Some(&journal.proposal),
            journal: Some(journal),
            sensitivity: None,
        }
    }

    /// The same with what the plan of the file depends on.
    #[must_use]
    pub const fn with_sensitivity(mut self, sensitivity: &'a Sensitivity) -> Self {
        self.sensitivity = Some(sensitivity);
        self
    }

    /// What the proposed plan adds to the objective, where a result says so of exactly this plan.
    pub(super) fn gain(&self) -> Option<(&'static str, f64)> {
        let after = self.after?;
        if let Some(journal) = self.journal
            && std::ptr::eq(after, &raw const journal.after.forecast)
        {
            return Some((after.objective_name, journal.end - journal.start));
        }
        let proposal = self.proposal?;
        std::ptr::eq(after, &raw const proposal.proposal.forecast)
            .then_some((after.objective_name, proposal.proposal.objective - proposal.today.objective))
    }

    /// The horizon in words: `52 weeks`.
    pub(super) fn horizon(&self) -> String {
        let count = self.before.periods.len();
        let plural = if count == 1 { "" } else { "s" };
        format!("{} {}{plural}", grouped(count), self.period.word())
    }

    /// A period, counted from 1: `week 12`.
    pub(super) fn nth(&self, period: usize) -> String {
        format!("{} {}", self.period.word(), grouped(period))
    }

    /// How numbers are written on the charts.
    pub(super) fn format(&self) -> Format {
        Format::no_break(&clean(&self.before.currency))
    }
}

fn grouped(count: usize) -> String {
    Format::new("").number(count as f64, 0)
}
