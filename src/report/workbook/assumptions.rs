//! The assumptions: the numbers that the workbook's formulas start from, and every quantity of the scenario with range and source.

use rust_xlsxwriter::XlsxError;

use super::Making;
use super::book::Book;
use super::formula::Cell;
use super::input::AssumptionRow;
use super::labels;
use super::style::{Kind, Role};
use crate::analyze::CountedIn;
use crate::say;
use crate::scenario::Measure;

/// Cells that formulas start from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inputs {
    /// Gross profit as a share of revenue.
    pub margin: Cell,
    /// Cost that no plan changes [money per period].
    pub fixed_cost: Cell,
    /// Discount rate a year.
    pub rate: Cell,
    /// Periods in a year.
    pub per_year: Cell,
    /// Gross profit after the horizon without marketing, discounted \[money\].
    pub residual: Cell,
}

/// Row of the first group.
const FIRST: u32 = 3;

/// Writes the page.
pub(super) fn write(making: &Making, book: &mut Book, page: usize) -> Result<Inputs, XlsxError> {
    let words = making.words;
    book.open(
        page,
        &say!(words, "workbook-assumptions-title"),
        &say!(words, "workbook-assumptions-note"),
    )?;
    book.text(Cell::new(page, FIRST, 0), &say!(words, "workbook-inputs"), Role::Group)?;
    let money = &making.input.scenario.money;
    let rows = [
        (say!(words, "workbook-margin"), money.margin.median(), Kind::Share(2)),
        (say!(words, "workbook-fixed-cost"), money.fixed_cost.median(), making.money),
        (say!(words, "workbook-discount-rate"), money.discount_rate.median(), Kind::Share(2)),
        (
            say!(words, "workbook-per-year"),
            making.input.scenario.plan.period.per_year(),
            Kind::Factor(0),
        ),
        (
            say!(words, "workbook-residual-without"),
            making.input.without.totals.residual,
            making.money,
        ),
    ];
    let place = |row: u32| Cell::new(page, FIRST + 1 + row, 1);
    for ((name, value, kind), row) in rows.iter().zip(0..) {
        book.text(Cell::new(page, FIRST + 1 + row, 0), name, Role::Body)?;
        book.number(place(row), *value, *kind, Role::Input)?;
    }
    let inputs = Inputs {
        margin: place(0),
        fixed_cost: place(1),
        rate: place(2),
        per_year: place(3),
        residual: place(4),
    };
    let mut row = FIRST + rows.len() as u32 + 2;
    row = targets(making, book, page, row)?;
    if !making.input.assumptions.is_empty() {
        list(making, book, page, row)?;
    }
    Ok(inputs)
}

/// What is to be reached over the horizon; the row behind it.
fn targets(making: &Making, book: &mut Book, page: usize, row: u32) -> Result<u32, XlsxError> {
    let words = making.words;
    let targets: Vec<(Measure, f64)> = making
        .input
        .scenario
        .plan
        .targets
        .iter()
        .filter(|(measure, _)| !measure.is_tracked())
        .map(|(&measure, &target)| (measure, target))
        .collect();
    if targets.is_empty() {
        return Ok(row);
    }
    book.text(Cell::new(page, row, 0), &say!(words, "workbook-targets"), Role::Group)?;
    for (&(measure, target), row) in targets.iter().zip(row + 1..) {
        book.text(Cell::new(page, row, 0), &labels::measure(measure, words), Role::Body)?;
        book.number(Cell::new(page, row, 1), target, making.kind(measure, target), Role::Body)?;
    }
    Ok(row + targets.len() as u32 + 2)
}

/// How a quantity is written.
pub(super) fn kind_of(unit: CountedIn, currency: &str, value: f64) -> Kind {
    match unit {
        CountedIn::Share => Kind::Share(if value.abs() < 0.01 { 3 } else { 2 }),
        CountedIn::Money => Kind::money(currency, value),
        CountedIn::Number => match value.abs() {
            value if value >= 1e3 => Kind::Factor(0),
            value if value >= 10.0 => Kind::Factor(1),
            value if value >= 0.1 => Kind::Factor(3),
            _ => Kind::Factor(5),
        },
    }
}

fn list(making: &Making, book: &mut Book, page: usize, row: u32) -> Result<(), XlsxError> {
    let words = making.words;
    book.text(Cell::new(page, row, 0), &say!(words, "workbook-quantities"), Role::Group)?;
    let heads = [
        say!(words, "workbook-key"),
        say!(words, "workbook-value"),
        say!(words, "workbook-low"),
        say!(words, "workbook-high"),
        say!(words, "workbook-unit"),
        say!(words, "workbook-source"),
    ];
    book.heads(page, row + 1, 0, &heads)?;
    let currency = making.input.scenario.plan.currency.as_str();
    for (assumption, row) in making.input.assumptions.iter().zip(row + 2..) {
        let AssumptionRow {
            key,
            value,
            low,
            high,
            unit,
            source,
        } = *assumption;
        let kind = kind_of(unit, currency, value);
        book.text(Cell::new(page, row, 0), key, Role::Body)?;
        book.number(Cell::new(page, row, 1), value, kind, Role::Body)?;
        for (end, column) in [(low, 2), (high, 3)] {
            if end.is_some() {
                book.number(Cell::new(page, row, column), end, kind, Role::Body)?;
            }
        }
        book.text(Cell::new(page, row, 4), &labels::unit(unit, &making.currency(), words), Role::Body)?;
        book.text(Cell::new(page, row, 5), source.unwrap_or_default(), Role::Wrapped)?;
    }
    book.width(page, 5, 80.0);
    Ok(())
}
