//! The workbook of a proposal: plan, forecast, KPIs, assumptions and sensitivities on the pages of a spreadsheet.
//!
//! What the engine found stands as numbers; what follows from it by adding up, discounting and dividing stands as formulas, each with its
//! result, so that a finance department can trace it and try other margins, fixed costs and discount rates. A page of checks holds what the
//! formulas come to against the engine. Texts of the scenario are written as texts, whatever they begin with.

mod assumptions;
mod book;
mod channels;
mod charts;
mod checks;
mod forecast;
mod formula;
mod input;
mod labels;
mod method;
mod plan;
mod ranges;
mod sensitivity;
mod style;
mod summary;
#[cfg(test)]
mod tests;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

pub use input::CannotWrite;
use input::{AssumptionRow, Origin, WorkbookInput};

use book::{Book, held};
use labels::Side;
use style::{Kind, Styles};

use super::ReportInput;
use crate::chart::lasting;
use crate::format::{Format, Language, has_cents};
use crate::say;
use crate::scenario::{Measure, Objective, Period};
use crate::simulate::{Forecast, Futures};
use crate::words::Words;

/// From here on a plan's amounts are written without cents \[money\]: nobody pays such a sum to the cent.
const NO_CENTS: f64 = 1e8;

/// What the pages are made with.
struct Making<'a> {
    input: &'a WorkbookInput<'a>,
    words: Words,
    format: Format,
    /// First days of the periods, `YYYY-MM-DD`.
    dates: Vec<String>,
    /// Money of periods and totals.
    money: Kind,
    /// Money that is spent, which is planned to the cent.
    spend: Kind,
    /// Money of one customer.
    unit_money: Kind,
}

impl<'a> Making<'a> {
    fn new(input: &'a WorkbookInput<'a>) -> Self {
        let currency = &input.scenario.plan.currency;
        let journal = input.journal;
        let totals = [&journal.before, &journal.after].map(|standing| &standing.forecast.totals);
        let largest = |of: fn(&crate::simulate::Totals) -> f64| totals.map(of).into_iter().fold(0.0, f64::max);
        let cents = has_cents(currency);
        let kpis = [&journal.before, &journal.after].map(|standing| &standing.forecast.kpis);
        let unit = kpis.iter().flat_map(|kpis| [kpis.cac, kpis.ltv]).flatten().fold(0.0, f64::max);
        Self {
            input,
            words: Words::new(input.language),
            format: Format::written(&held(currency), input.language),
            dates: journal.before.forecast.periods.iter().map(|row| row.date.clone()).collect(),
            money: Kind::money(currency, largest(|totals| totals.revenue).max(largest(|totals| totals.invest))),
            spend: Kind::Money(if cents && largest(|totals| totals.invest) < NO_CENTS {
                2
            } else {
                0
            }),
            unit_money: Kind::Money(if cents && unit < NO_CENTS { 2 } else { 0 }),
        }
    }

    fn forecast(&self, side: Side) -> &'a Forecast {
        match side {
            Side::Before => &self.input.journal.before.forecast,
            Side::After => &self.input.journal.after.forecast,
        }
    }

    /// The futures, where they say more than the point run.
    fn futures(&self) -> Option<&'a Futures> {
        self.input
            .futures
            .filter(|futures| futures.is_uncertain() && futures.plans.len() >= 2)
    }

    fn title(&self) -> String {
        let name = crate::chart::text::name(&self.input.scenario.plan.name);
        self.input.origin.title.map_or(name, held)
    }

    /// The currency as a unit.
    fn currency(&self) -> String {
        self.format.currency().to_owned()
    }

    /// The horizon in words.
    fn lasting(&self) -> String {
        lasting(self.words, &self.format, self.input.scenario.plan.period, self.dates.len())
    }

    /// A day, `YYYY-MM-DD`, as the language writes it in figures.
    fn day(&self, day: &str) -> String {
        let parts: Vec<&str> = day.split('-').collect();
        match (self.input.language, parts.as_slice()) {
            (Language::Italian | Language::Vietnamese, [year, month, day]) => format!("{day}/{month}/{year}"),
            (Language::Russian, [year, month, day]) => format!("{day}.{month}.{year}"),
            _ => held(day),
        }
    }

    /// How a figure over the horizon is written; `None`: the objective.
    fn kind_of_figure(&self, measure: Option<Measure>) -> Kind {
        let journal = self.input.journal;
        let measure = measure.unwrap_or(match self.input.scenario.plan.objective {
            Objective::Profit => Measure::Npv,
            Objective::Revenue => Measure::Revenue,
            Objective::Customers => Measure::Customers,
        });
        let values = [&journal.before, &journal.after].map(|standing| standing.forecast.figure(measure));
        self.kind(measure, values.into_iter().flatten().map(f64::abs).fold(0.0, f64::max))
    }

    /// How a figure of about this size is written.
    fn kind(&self, measure: Measure, size: f64) -> Kind {
        match measure {
            Measure::Cac | Measure::BlendedCac | Measure::Ltv => self.unit_money,
            measure if measure.is_money() => self.money,
            Measure::Roi | Measure::RoiHorizon | Measure::Served => Kind::Share(1),
            Measure::ActRate | Measure::ConvertRate => Kind::Share(2),
            Measure::Roas => Kind::Factor(2),
            Measure::Payback => Kind::Factor(0),
            _ => Kind::count(size),
        }
    }
}

/// The workbook of a report.
///
/// # Errors
/// [`CannotWrite`] where the file format has no room for it; none is known to occur.
pub fn of_report(report: &ReportInput) -> Result<Vec<u8>, CannotWrite> {
    let assumptions: Vec<AssumptionRow> = report.assumptions.iter().filter_map(AssumptionRow::of).collect();
    let date = report.date.to_string();
    workbook(&WorkbookInput {
        scenario: report.scenario,
        journal: report.journal,
        without: report.without,
        futures: report.results.futures,
        sensitivity: report.results.sensitivity,
        assumptions: &assumptions,
        origin: Origin {
            title: report.keys.title.as_deref(),
            client: report.keys.client.as_deref(),
            author: report.keys.author.as_deref(),
            date: Some(&date),
            hash: Some(report.fingerprint),
            version: Some(env!("CARGO_PKG_VERSION")),
        },
        language: report.results.language,
    })
}

/// The workbook as the bytes of an `.xlsx` file. The same results give the same bytes.
///
/// # Errors
/// Where a spreadsheet cannot hold it, which the limits of scenarios rule out.
fn workbook(input: &WorkbookInput) -> Result<Vec<u8>, CannotWrite> {
    let making = Making::new(input);
    let mut book = Book::new(Styles::new(input.scenario.plan.currency.clone(), input.language));
    write(&making, &mut book)?;
    book.fit()?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&making)?);
    for mut page in book.pages {
        page.sheet.set_footer(footer(&making));
        workbook.push_worksheet(page.sheet);
    }
    Ok(workbook.save_to_buffer()?)
}

/// Fills the pages: each after those that its formulas refer to.
fn write(making: &Making, book: &mut Book) -> Result<(), XlsxError> {
    let words = making.words;
    let summary = book.page(say!(words, "workbook-sheet-summary"))?;
    let charts = book.page(say!(words, "workbook-sheet-charts"))?;
    let plan = book.page(say!(words, "workbook-sheet-plan"))?;
    // a quarter's plan is by quarter already
    let quarters = match making.input.scenario.plan.period {
        Period::Quarter => None,
        _ => Some(book.page(say!(words, "workbook-sheet-quarters"))?),
    };
    let forecasts = [
        book.page(say!(words, "workbook-sheet-forecast-before"))?,
        book.page(say!(words, "workbook-sheet-forecast-after"))?,
    ];
    let futures = making
        .futures()
        .filter(|futures| futures.plans.iter().all(|plan| !plan.bands.periods.is_empty()));
    let ranges = match futures {
        Some(_) => Some([
            book.page(say!(words, "workbook-sheet-ranges-before"))?,
            book.page(say!(words, "workbook-sheet-ranges-after"))?,
        ]),
        None => None,
    };
    let channels = book.page(say!(words, "workbook-sheet-channels"))?;
    let assumptions = book.page(say!(words, "workbook-sheet-assumptions"))?;
    let sensitivity = match making.input.sensitivity {
        Some(found) => Some((book.page(say!(words, "workbook-sheet-sensitivity"))?, found)),
        None => None,
    };
    let checks = book.page(say!(words, "workbook-sheet-checks"))?;
    let method = book.page(say!(words, "workbook-sheet-method"))?;

    let inputs = assumptions::write(making, book, assumptions)?;
    let plan = plan::write(making, book, plan)?;
    if let Some(page) = quarters {
        plan::write_quarters(making, book, page, &plan)?;
    }
    let forecasts = [
        forecast::write(making, book, forecasts[0], Side::Before, inputs, &plan)?,
        forecast::write(making, book, forecasts[1], Side::After, inputs, &plan)?,
    ];
    if let (Some(pages), Some(futures)) = (ranges, futures) {
        for ((page, side), futures) in pages.into_iter().zip(Side::BOTH).zip(&futures.plans) {
            ranges::write(making, book, page, side, futures)?;
        }
    }
    let summary = summary::write(making, book, summary, forecasts, inputs)?;
    let channels = channels::write(making, book, channels, &plan)?;
    if let Some((page, found)) = sensitivity {
        sensitivity::write(making, book, page, found)?;
    }
    let checked = checks::Checked {
        inputs,
        plan: &plan,
        forecasts,
        summary,
    };
    checks::write(making, book, checks, &checked)?;
    method::write(making, book, method)?;
    let plotted = charts::Plotted {
        forecasts,
        ranges,
        channels,
        summary,
    };
    charts::write(making, book, charts, &plotted)
}

/// Title, author, and a day of creation that is that of the results, not of the clock.
fn properties(making: &Making) -> Result<DocProperties, XlsxError> {
    let origin = &making.input.origin;
    let day = origin.date.and_then(|date| ExcelDateTime::parse_from_str(date).ok());
    let day = match day {
        Some(day) => day,
        // the first day that such files know
        None => ExcelDateTime::from_ymd(1980, 1, 1)?,
    };
    Ok(DocProperties::new()
        .set_title(making.title())
        .set_author(origin.author.map(held).unwrap_or_default())
        .set_subject(origin.client.map(held).unwrap_or_default())
        .set_creation_datetime(&day))
}

/// Longest name in a footer [characters]; a spreadsheet allows 255 for all of it.
const FOOTER_NAME: usize = 80;

/// Name and page number; a name cannot give orders there, for each of its ampersands stands for itself.
fn footer(making: &Making) -> String {
    // a space ends the size of the font, were the name to begin with a digit
    let name: String = making.title().chars().take(FOOTER_NAME).collect();
    format!("&L&8 {}&R&8 &A  &P / &N", name.replace('&', "&&"))
}
