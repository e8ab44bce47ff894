//! What charts are drawn from: finished results, borrowed.

use super::terms::lasting;
use super::text::clean;
use crate::analyze::{Analysis, ByMove, Comparison, Sensitivity};
use crate::format::{Format, Language};
use crate::kaizen::Journal;
use crate::optimize::{Frontier, Proposal};
use crate::say;
use crate::scenario::Period;
use crate::simulate::{Band, Forecast, Futures, PlanFutures};
use crate::words::Words;

/// The results to draw. Only the first forecast is needed; what is missing leaves out its chart, or a line of it.
#[derive(Debug, Clone, Copy)]
pub struct ChartInput<'a> {
    /// What titles, labels and numbers are written in.
    pub language: Language,
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
    /// What each move from the plan of the file to the proposed one gains alone.
    pub by_move: Option<&'a ByMove>,
    /// What the plan of the file depends on.
    pub sensitivity: Option<&'a Sensitivity>,
    /// The plans over the draws: the plan of the file, then the proposed one; those of the comparison where there is one.
    pub futures: Option<&'a Futures>,
    /// Plans side by side, `before` being the first of them.
    pub comparison: Option<&'a Comparison>,
    /// What other budgets are worth.
    pub frontier: Option<&'a Frontier>,
    /// Its plans over the draws, in the order of [`Frontier::plans`].
    pub frontier_futures: Option<&'a Futures>,
}

/// A plan and, where there are draws, its futures.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub forecast: &'a Forecast,
    pub futures: Option<&'a PlanFutures>,
}

impl Seen<'_> {
    /// Cumulative ROI at the end of each period: its median over the draws, or that of the point run.
    pub(super) fn roi(&self) -> Vec<Option<f64>> {
        match self.futures {
            Some(futures) => futures.bands.cumulative.roi.iter().map(|band| Some((*band)?.p50)).collect(),
            None => self.forecast.cumulative.roi.clone(),
        }
    }

    /// Cumulative profit at the end of each period, likewise.
    pub(super) fn profit(&self) -> Vec<f64> {
        match self.futures {
            Some(futures) => futures.bands.cumulative.profit.iter().map(|band| band.p50).collect(),
            None => self.forecast.cumulative.profit.clone(),
        }
    }

    /// Number of periods until the plan has paid for itself, likewise; `None`: never, or in less than half of the draws.
    pub(super) fn payback(&self) -> Option<usize> {
        match self.futures {
            // a number of at most 10 000, or none
            Some(futures) => futures.bands.kpis.payback.and_then(|band| whole(band.p50)),
            None => self.forecast.kpis.payback,
        }
    }
}

/// Whether all draws are the same.
pub(super) fn certain(futures: &Futures) -> bool {
    let same = |band: &Band| band.p5 == band.p95;
    futures.plans.iter().all(|plan| {
        let bands = &plan.bands;
        [
            &bands.objective,
            &bands.totals.visits,
            &bands.totals.customers,
            &bands.totals.revenue,
        ]
        .into_iter()
        .all(same)
    })
}

/// A quantile of numbers of periods as one of them; `None` where it is never.
pub(super) fn whole(periods: f64) -> Option<usize> {
    periods.is_finite().then(|| periods.ceil().max(1.0) as usize)
}

impl<'a> ChartInput<'a> {
    /// A plan alone.
    #[must_use]
    pub const fn of_forecast(period: Period, forecast: &'a Forecast, analysis: Option<&'a Analysis>) -> Self {
        Self {
            language: Language::English,
            period,
            before: forecast,
            after: None,
            analysis,
            proposal: None,
            journal: None,
            by_move: None,
            sensitivity: None,
            futures: None,
            comparison: None,
            frontier: None,
            frontier_futures: None,
        }
    }

    /// The plan of the file and the optimizer's.
    #[must_use]
    pub const fn of_proposal(period: Period, proposal: &'a Proposal, analysis: Option<&'a Analysis>) -> Self {
        Self {
            after: Some(&proposal.proposal.forecast),
            proposal: Some(proposal),
            ..Self::of_forecast(period, &proposal.today.forecast, analysis)
        }
    }

    /// The plan of the file and the plan that the loop ends with.
    #[must_use]
    pub const fn of_journal(period: Period, journal: &'a Journal) -> Self {
        Self {
            after: Some(&journal.after.forecast),
            proposal: Some(&journal.proposal),
            journal: Some(journal),
            by_move: Some(&journal.by_move),
            ..Self::of_forecast(period, &journal.before.forecast, Some(&journal.before.analysis))
        }
    }

    /// The same with what each move gains alone, from the plan of the file to the proposed one.
    #[must_use]
    pub const fn with_moves(mut self, by_move: &'a ByMove) -> Self {
        self.by_move = Some(by_move);
        self
    }

    /// The same with what the plan of the file depends on.
    #[must_use]
    pub const fn with_sensitivity(mut self, sensitivity: &'a Sensitivity) -> Self {
        self.sensitivity = Some(sensitivity);
        self
    }

    /// Plans side by side; `first` is the forecast of the first of them. [`Kind::WhatIf`](super::Kind::WhatIf) is drawn from it.
    #[must_use]
    pub const fn of_comparison(period: Period, first: &'a Forecast, comparison: &'a Comparison) -> Self {
        Self {
            comparison: Some(comparison),
            ..Self::of_forecast(period, first, None)
        }
    }

    /// The same with what other budgets are worth, and their plans over the draws where there are some.
    #[must_use]
    pub const fn with_frontier(mut self, frontier: &'a Frontier, futures: Option<&'a Futures>) -> Self {
        (self.frontier, self.frontier_futures) = (Some(frontier), futures);
        self
    }

    /// With the plans over the draws, in the order before, after (or that of the comparison): lines become medians and get bands,
    /// and the charts say how likely it is.
    #[must_use]
    pub const fn with_futures(self, futures: &'a Futures) -> Self {
        Self {
            futures: Some(futures),
            ..self
        }
    }

    /// The plan of the file, with its futures.
    pub(super) fn seen_before(&self) -> Seen<'a> {
        Seen {
            forecast: self.before,
            futures: self.plan_futures(0),
        }
    }

    /// The proposed plan, with its futures.
    pub(super) fn seen_after(&self) -> Option<Seen<'a>> {
        let forecast = self.after?;
        let futures = self.plan_futures(1);
        Some(Seen { forecast, futures })
    }

    /// Futures of the plan at this place; all plans are drawn from draws, or none is. Where no quantity is uncertain, bands would have
    /// no width: the point run says it all.
    fn plan_futures(&self, plan: usize) -> Option<&'a PlanFutures> {
        let futures = self.futures.filter(|futures| !certain(futures))?;
        let complete = futures.plans.len() > usize::from(self.after.is_some());
        futures.plans.get(plan).filter(|_| complete)
    }

    /// The same results at the point run alone.
    pub(super) const fn at_the_point(&self) -> Self {
        Self { futures: None, ..*self }
    }

    /// Whether bands are drawn.
    pub(super) fn has_bands(&self) -> bool {
        self.plan_futures(0).is_some()
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

    /// The same, written in this language.
    #[must_use]
    pub const fn in_language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// The words of its language.
    pub(super) const fn words(&self) -> Words {
        Words::new(self.language)
    }

    /// The horizon in words: `52 weeks`.
    pub(crate) fn horizon(&self) -> String {
        self.lasting(self.before.periods.len())
    }

    /// So many periods: `52 weeks`.
    pub(crate) fn lasting(&self, periods: usize) -> String {
        lasting(self.words(), &self.format(), self.period, periods)
    }

    /// A period, counted from 1: `week 12`.
    pub(super) fn nth(&self, period: usize) -> String {
        let (words, number) = (self.words(), self.format().number(period as f64, 0));
        match self.period {
            Period::Day => say!(words, "nth-day", number = number),
            Period::Week => say!(words, "nth-week", number = number),
            Period::Month => say!(words, "nth-month", number = number),
            Period::Quarter => say!(words, "nth-quarter", number = number),
        }
    }

    /// How numbers are written on the charts.
    pub(super) fn format(&self) -> Format {
        Format::written(&clean(&self.before.currency), self.language)
    }
}
