//! The ranges: where each figure of a period lies in eight futures of ten.

use rust_xlsxwriter::XlsxError;

use super::Making;
use super::book::Book;
use super::formula::Cell;
use super::labels::{self, Side};
use super::plan::{FIRST, GROUPS, HEADS};
use super::style::{Kind, Role};
use crate::say;
use crate::scenario::Measure;
use crate::simulate::{Band, PlanFutures};

/// Columns of the running figures; each takes three: from, the middle, to.
pub(super) const PROFIT_SO_FAR: u16 = 2;
pub(super) const ROI_SO_FAR: u16 = 5;

/// The figures with a range, in the order of their columns.
fn figures(making: &Making, futures: &PlanFutures, t: usize) -> Vec<(String, Kind, Option<Band>)> {
    let words = making.words;
    let bands = &futures.bands;
    let row = bands.periods.get(t);
    let measure = |measure| labels::measure(measure, words);
    let count = |total: Band| Kind::count(total.p90 / bands.periods.len().max(1) as f64);
    let totals = &bands.totals;
    vec![
        (
            say!(words, "workbook-profit-so-far"),
            making.money,
            bands.cumulative.profit.get(t).copied(),
        ),
        (
            say!(words, "workbook-roi-so-far"),
            Kind::Share(1),
            bands.cumulative.roi.get(t).copied().flatten(),
        ),
        (measure(Measure::Visits), count(totals.visits), row.map(|row| row.visits)),
        (measure(Measure::Leads), count(totals.leads), row.map(|row| row.leads)),
        (measure(Measure::Customers), count(totals.customers), row.map(|row| row.customers)),
        (measure(Measure::Orders), count(totals.orders), row.map(|row| row.orders)),
        (measure(Measure::Revenue), making.money, row.map(|row| row.revenue)),
        (measure(Measure::Gross), making.money, row.map(|row| row.gross)),
        (measure(Measure::Invest), making.money, row.map(|row| row.invest)),
        (measure(Measure::Profit), making.money, row.map(|row| row.profit)),
    ]
}

/// Writes the ranges of a plan.
pub(super) fn write(making: &Making, book: &mut Book, page: usize, side: Side, futures: &PlanFutures) -> Result<(), XlsxError> {
    let words = making.words;
    let title = say!(words, "workbook-ranges-title", plan = side.name(words));
    book.open(page, &title, &say!(words, "workbook-ranges-note"))?;
    book.text(
        Cell::new(page, HEADS, 0),
        &labels::period(making.input.scenario.plan.period, words),
        Role::Head,
    )?;
    book.text(Cell::new(page, HEADS, 1), &say!(words, "workbook-first-day"), Role::Head)?;
    for (t, date) in making.dates.iter().enumerate() {
        let row = FIRST - 1 + t as u32;
        book.number(Cell::new(page, row, 0), (t + 1) as f64, Kind::Factor(0), Role::Beside)?;
        book.date(Cell::new(page, row, 1), date, Role::Body)?;
        for ((name, kind, band), column) in figures(making, futures, t).into_iter().zip((2..).step_by(3)) {
            if t == 0 {
                book.text(Cell::new(page, GROUPS, column), &name, Role::Group)?;
                let heads = [
                    say!(words, "workbook-from"),
                    say!(words, "workbook-middle"),
                    say!(words, "workbook-to"),
                ];
                book.heads(page, HEADS, column, &heads)?;
            }
            let values = [|band: Band| band.p10, |band: Band| band.p50, |band: Band| band.p90];
            for (value, column) in values.into_iter().zip(column..) {
                book.number(Cell::new(page, row, column), band.map(value), kind, Role::Body)?;
            }
        }
    }
    // thirty columns of figures: on one sheet of paper nobody could read them
    book.sheet(page).set_print_fit_to_pages(2, 0);
    book.freeze(page, GROUPS, FIRST - 1, 2)
}

/// First and last row of the periods.
pub(super) const fn rows(periods: usize) -> (u32, u32) {
    // at most 10 000
    (FIRST - 1, FIRST + periods as u32 - 2)
}
