//! How the sections name and write what they tell: figures with their names, ranges, chances, times.

use super::ReportInput;
use crate::analyze::CountedIn;
use crate::chart::{ChartInput, Form, clean, name, objective, quantity_name, span, stage};
use crate::format::{ABSENT, Format};
use crate::model::Stage;
use crate::report::document::Cell;
use crate::say;
use crate::scenario::{Measure, Scenario};
use crate::score::Unit;
use crate::simulate::{Band, Difference, Forecast, Futures, PlanFutures};
use crate::words::Words;

/// A gain that is a smaller share of the objective than this is none: the search itself is no more exact.
const NOTHING: f64 = 1e-6;

/// How the proposal stands to the plan of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is worth more.
    Better,
    /// None was found that is.
    Nothing,
    /// It is worth no more, but the plan of the file does not keep budget and limits.
    Forced,
}

/// A report's results with the words and the numbers of its language.
pub(super) struct Telling<'a> {
    pub input: &'a ReportInput<'a>,
    pub words: Words,
    pub format: Format,
}

impl<'a> Telling<'a> {
    pub(super) fn new(input: &'a ReportInput<'a>) -> Self {
        Self {
            input,
            words: Words::new(input.results.language),
            format: Format::written(&clean(&input.scenario.plan.currency), input.results.language),
        }
    }

    pub(super) const fn results(&self) -> &'a ChartInput<'a> {
        &self.input.results
    }

    pub(super) const fn scenario(&self) -> &'a Scenario {
        self.input.scenario
    }

    /// The plan of the file.
    pub(super) const fn before(&self) -> &'a Forecast {
        self.input.results.before
    }

    /// The proposed plan; the plan of the file where none is proposed.
    pub(super) fn after(&self) -> &'a Forecast {
        self.input.results.after.unwrap_or(self.input.results.before)
    }

    /// The plans over the draws, where something is uncertain.
    pub(super) fn futures(&self) -> Option<&'a Futures> {
        self.input.results.futures.filter(|futures| futures.is_uncertain())
    }

    /// The plan of the file over the draws.
    pub(super) fn before_futures(&self) -> Option<&'a PlanFutures> {
        self.futures()?.plans.first()
    }

    /// The proposed plan over the draws.
    pub(super) fn after_futures(&self) -> Option<&'a PlanFutures> {
        self.futures()?.plans.last()
    }

    /// The proposal minus the plan of the file, draw by draw.
    pub(super) fn difference(&self) -> Option<&'a Difference> {
        self.futures()?.differences.first()
    }

    /// How the proposal stands to the plan of the file.
    pub(super) fn verdict(&self) -> Verdict {
        let (before, after) = (self.before().objective, self.after().objective);
        let journal = self.input.journal;
        if after - before > NOTHING * before.abs() {
            Verdict::Better
        } else if journal.proposal.today.feasible || journal.before.decision == journal.after.decision {
            Verdict::Nothing
        } else {
            Verdict::Forced
        }
    }

    /// Whether the objective is a count of customers, and no money.
    pub(super) fn counts_customers(&self) -> bool {
        self.before().objective_name == "customers"
    }

    /// The case of a sentence that the objective chooses.
    pub(super) fn counts(&self) -> &'static str {
        if self.counts_customers() { "customers" } else { "money" }
    }

    /// The objective's name within a sentence.
    pub(super) fn objective(&self, form: Form) -> String {
        objective(self.words, self.before().objective_name, form)
    }

    /// An amount of the objective.
    pub(super) fn value(&self, value: impl Into<Option<f64>>) -> String {
        if self.counts_customers() {
            self.format.count(value)
        } else {
            self.format.money(value)
        }
    }

    /// The time that the objective counts, after “over”: `52 weeks`, and what comes after them where it counts that too.
    pub(super) fn counted_over(&self) -> String {
        let span = span(self.results());
        match self.before().objective_name {
            "long-term profit" => say!(self.words, "span-and-after", span = span),
            _ => span,
        }
    }

    /// An amount of the objective, not rounded for reading.
    pub(super) fn exact(&self, value: f64) -> String {
        if self.counts_customers() {
            self.format.count(value)
        } else {
            self.format.money_exact(value)
        }
    }

    /// Two amounts of the objective that differ, short where they can be told apart so.
    pub(super) fn values(&self, one: f64, other: f64) -> [String; 2] {
        let short = [one, other].map(|value| self.value(value));
        if short[0] == short[1] && !self.counts_customers() {
            [one, other].map(|value| self.format.money_exact(value))
        } else {
            short
        }
    }

    /// Two amounts of money that differ, likewise.
    pub(super) fn amounts(&self, one: f64, other: f64) -> [String; 2] {
        let short = [one, other].map(|amount| self.format.money(amount));
        if short[0] == short[1] {
            [one, other].map(|amount| self.format.money_exact(amount))
        } else {
            short
        }
    }

    /// A change of the objective, with its sign.
    pub(super) fn change(&self, value: impl Into<Option<f64>>) -> String {
        if self.counts_customers() {
            self.format.count_change(value)
        } else {
            self.format.money_change(value)
        }
    }

    pub(super) fn stage(&self, of: Stage) -> String {
        stage(self.words, of)
    }

    /// A share of the draws: `93 of 100`; near the ends of the scale it says no more than the draws do.
    pub(super) fn chance(&self, share: f64) -> String {
        let words = self.words;
        let of_100 = (share * 100.0).round();
        match share {
            share if !share.is_finite() => ABSENT.to_owned(),
            share if share >= 1.0 => say!(words, "chance-every"),
            share if share <= 0.0 => say!(words, "chance-none"),
            _ if of_100 >= 100.0 => say!(words, "chance-over-99"),
            _ if of_100 <= 0.0 => say!(words, "chance-under-1"),
            _ => say!(words, "chance-of-100", number = self.format.number(of_100, 0), n = of_100 as usize),
        }
    }

    /// The range of eight futures in ten.
    pub(super) fn range(&self, band: &Band, write: impl Fn(f64) -> String) -> String {
        let (low, high) = (write(band.p10), write(band.p90));
        if low == high {
            low
        } else {
            say!(self.words, "range", low = low, high = high)
        }
    }

    /// The name of a figure, as a row of a table begins with it.
    pub(super) fn measure(&self, measure: Measure) -> String {
        let words = self.words;
        match measure {
            Measure::Visits => say!(words, "measure-visits"),
            Measure::Leads => say!(words, "measure-leads"),
            Measure::Customers => say!(words, "measure-customers"),
            Measure::Orders => say!(words, "measure-orders"),
            Measure::RepeatOrders => say!(words, "measure-repeat-orders"),
            Measure::Revenue => say!(words, "measure-revenue"),
            Measure::Gross => say!(words, "measure-gross"),
            Measure::Invest => say!(words, "measure-invest"),
            Measure::Profit => say!(words, "measure-profit"),
            Measure::Npv => say!(words, "measure-npv"),
            Measure::Residual => say!(words, "measure-residual"),
            Measure::Roi => say!(words, "measure-roi"),
            Measure::RoiHorizon => say!(words, "measure-roi-horizon"),
            Measure::Roas => say!(words, "measure-roas"),
            Measure::Cac => say!(words, "measure-cac"),
            Measure::BlendedCac => say!(words, "measure-blended-cac"),
            Measure::Ltv => say!(words, "measure-ltv"),
            Measure::Payback => say!(words, "measure-payback"),
            Measure::ActRate => say!(words, "measure-act-rate"),
            Measure::ConvertRate => say!(words, "measure-convert-rate"),
            Measure::Served => say!(words, "measure-served"),
            Measure::Nps => say!(words, "measure-nps"),
            Measure::Csi => say!(words, "measure-csi"),
            Measure::MarketShare => say!(words, "measure-market-share"),
        }
    }

    /// A figure in its unit.
    pub(super) fn figure(&self, measure: Measure, value: impl Into<Option<f64>>) -> String {
        let (format, value) = (&self.format, value.into());
        match crate::report::text::unit(measure) {
            Unit::Money => format.money_exact(value),
            Unit::Rate => format.percent(value),
            Unit::Ratio => format.number(value, 2),
            Unit::Periods => match value.filter(|periods| periods.is_finite()) {
                Some(periods) => self.results().lasting(periods.ceil().max(0.0) as usize),
                // where nothing is spent there is nothing to earn back
                None if [self.before(), self.after()].iter().any(|plan| plan.totals.invest <= 0.0) => ABSENT.to_owned(),
                None => say!(self.words, "payback-never", span = span(self.results())),
            },
            Unit::Count => match value {
                // whole, so that differences can be followed; what is larger is no count of people that anybody adds up
                Some(count) if (99.5..1e9).contains(&count.abs()) => format.number(count, 0),
                _ => format.count(value),
            },
        }
    }

    /// The same as a cell of a table.
    pub(super) fn cell(&self, measure: Measure, value: Option<f64>) -> Cell {
        Cell::number(value, self.figure(measure, value))
    }

    /// Scenario, program, draws: where the numbers come from, on one line.
    pub(super) fn provenance(&self) -> String {
        let words = self.words;
        let (name, version) = (name(&self.scenario().plan.name), env!("CARGO_PKG_VERSION"));
        let hash = self.input.fingerprint.get(..12).unwrap_or(self.input.fingerprint);
        match self.results().futures {
            Some(futures) => say!(
                words,
                "report-footer-draws",
                name = name,
                version = version,
                hash = hash,
                seed = futures.sampling.seed.to_string(),
                draws = self.format.number(futures.sampling.draws as f64, 0)
            ),
            None => say!(words, "report-footer-point", name = name, version = version, hash = hash),
        }
    }

    /// A quantity of the scenario as people read it.
    pub(super) fn quantity(&self, key: &str) -> String {
        quantity_name(self.words, key)
    }

    /// A value of such a quantity.
    pub(super) fn amount_of(&self, unit: CountedIn, value: f64) -> String {
        match unit {
            CountedIn::Share => self.format.percent(value),
            CountedIn::Money => self.format.money(value),
            CountedIn::Number => self.format.count(value),
        }
    }
}
