//! The sensitivities: each quantity by itself, its share of the variance, and what it is worth to know it.

use rust_xlsxwriter::XlsxError;

use super::Making;
use super::assumptions::kind_of;
use super::book::Book;
use super::formula::{Cell, at};
use super::labels::{self, Side};
use super::style::{Kind, Role};
use crate::analyze::{Indices, Information, Sensitivity};
use crate::math::Estimate;
use crate::say;

/// Row of the first table's group.
const FIRST: u32 = 3;

/// Writes the page.
pub(super) fn write(making: &Making, book: &mut Book, page: usize, found: &Sensitivity) -> Result<(), XlsxError> {
    let words = making.words;
    let note = say!(
        words,
        "workbook-sensitivity-note",
        draws = making.format.number(found.draws as f64, 0)
    );
    book.open(page, &say!(words, "workbook-sensitivity-title"), &note)?;
    if found.tornado.is_empty() {
        return book.text(Cell::new(page, FIRST, 0), &say!(words, "workbook-nothing-uncertain"), Role::Body);
    }
    let mut row = tornado(making, book, page, found)?;
    if let Some(indices) = &found.indices {
        row = shares(making, book, page, row, indices)?;
    }
    if let Some(information) = &found.information {
        worth(making, book, page, row, information)?;
    }
    book.sheet(page).set_freeze_panes(FIRST, 1)?;
    Ok(())
}

/// Each quantity from its 10th to its 90th percentile; the row behind the table.
fn tornado(making: &Making, book: &mut Book, page: usize, found: &Sensitivity) -> Result<u32, XlsxError> {
    let words = making.words;
    let objective = labels::objective(&making.input.journal.before.forecast, words);
    let group = say!(words, "workbook-tornado", name = objective);
    book.text(Cell::new(page, FIRST, 0), &group, Role::Group)?;
    let of = |side: Side, low: bool| {
        if low {
            say!(words, "workbook-at-low", plan = side.name(words))
        } else {
            say!(words, "workbook-at-high", plan = side.name(words))
        }
    };
    let heads = [
        say!(words, "workbook-key"),
        say!(words, "workbook-unit"),
        say!(words, "workbook-p10"),
        say!(words, "workbook-p50"),
        say!(words, "workbook-p90"),
        of(Side::Before, true),
        of(Side::Before, false),
        say!(words, "workbook-swing"),
        of(Side::After, true),
        of(Side::After, false),
        say!(words, "workbook-gain-low"),
        say!(words, "workbook-gain-high"),
        say!(words, "workbook-switching"),
        say!(words, "workbook-switching-level"),
    ];
    book.heads(page, FIRST + 1, 0, &heads)?;
    let currency = making.input.scenario.plan.currency.as_str();
    let value = making.kind_of_figure(None);
    for (line, row) in found.tornado.iter().zip(FIRST + 2..) {
        let here = |column: u16| Cell::new(page, row, column);
        book.text(here(0), &line.key, Role::Body)?;
        book.text(here(1), &labels::unit(line.unit, &making.currency(), words), Role::Body)?;
        for (quantile, column) in [line.p10, line.p50, line.p90].into_iter().zip(2..) {
            book.number(here(column), quantile, kind_of(line.unit, currency, line.p50), Role::Body)?;
        }
        book.number(here(5), line.today.low, value, Role::Body)?;
        book.number(here(6), line.today.high, value, Role::Body)?;
        book.formula(here(7), &(at(here(6)) - at(here(5))), value, Role::Body)?;
        if let Some(proposal) = line.proposal {
            book.number(here(8), proposal.low, value, Role::Body)?;
            book.number(here(9), proposal.high, value, Role::Body)?;
            book.formula(here(10), &(at(here(8)) - at(here(5))), value, Role::Body)?;
            book.formula(here(11), &(at(here(9)) - at(here(6))), value, Role::Body)?;
        }
        let kind = kind_of(line.unit, currency, line.p50);
        book.number(here(12), line.switching_value, kind, Role::Body)?;
        book.number(here(13), line.switching_level, Kind::Share(1), Role::Body)?;
    }
    Ok(FIRST + 2 + found.tornado.len() as u32 + 1)
}

/// A number found by drawing, with its standard error beside it.
fn estimate(book: &mut Book, cell: Cell, estimate: Option<Estimate>, kind: Kind) -> Result<(), XlsxError> {
    let Some(Estimate { value, standard_error }) = estimate else {
        return Ok(());
    };
    book.number(cell, value, kind, Role::Body)?;
    let beside = Cell::new(cell.page, cell.row, cell.column + 1);
    book.number(beside, standard_error, kind, Role::Body)
}

/// Shares of the variance; the row behind the table.
fn shares(making: &Making, book: &mut Book, page: usize, row: u32, indices: &Indices) -> Result<u32, XlsxError> {
    let words = making.words;
    book.text(Cell::new(page, row, 0), &say!(words, "workbook-shares"), Role::Group)?;
    let error = say!(words, "workbook-error");
    let heads = [
        say!(words, "workbook-key"),
        say!(words, "workbook-first-order"),
        error.clone(),
        say!(words, "workbook-total-order"),
        error.clone(),
        say!(words, "workbook-gain-first-order"),
        error.clone(),
        say!(words, "workbook-gain-total-order"),
        error,
    ];
    book.heads(page, row + 1, 0, &heads)?;
    let each = indices.rows.iter().map(|row| {
        let estimates = [Some(row.first_order), Some(row.total), row.gain_first_order, row.gain_total];
        (row.key.clone(), estimates)
    });
    let others = indices.others.as_ref().map(|others| {
        let name = say!(
            words,
            "workbook-others",
            count = making.format.number(others.count as f64, 0),
            n = others.count
        );
        let estimates = [
            Some(others.first_order),
            Some(others.total),
            others.gain_first_order,
            others.gain_total,
        ];
        (name, estimates)
    });
    let together = (
        say!(words, "workbook-interaction"),
        [
            Some(indices.today.interaction),
            None,
            indices.gain.map(|gain| gain.interaction),
            None,
        ],
    );
    let mut row = row + 2;
    for (name, estimates) in each.chain(others).chain([together]) {
        book.text(Cell::new(page, row, 0), &name, Role::Body)?;
        for (found, column) in estimates.into_iter().zip((1..).step_by(2)) {
            estimate(book, Cell::new(page, row, column), found, Kind::Share(1))?;
        }
        row += 1;
    }
    Ok(row + 1)
}

/// What it is worth to know more before choosing.
fn worth(making: &Making, book: &mut Book, page: usize, row: u32, information: &Information) -> Result<(), XlsxError> {
    let words = making.words;
    let kind = making.kind_of_figure(None);
    book.text(Cell::new(page, row, 0), &say!(words, "workbook-information"), Role::Group)?;
    let heads = [
        say!(words, "workbook-key"),
        say!(words, "workbook-worth"),
        say!(words, "workbook-error"),
    ];
    book.heads(page, row + 1, 0, &heads)?;
    let all = (say!(words, "workbook-everything"), information.all);
    let each = information.rows.iter().map(|row| (row.key.clone(), row.worth));
    let mut row = row + 2;
    for (name, found) in std::iter::once(all).chain(each) {
        book.text(Cell::new(page, row, 0), &name, Role::Body)?;
        estimate(book, Cell::new(page, row, 1), Some(found), kind)?;
        row += 1;
    }
    let ends = [
        (say!(words, "workbook-mean-gain"), information.mean_gain, kind),
        (
            say!(words, "workbook-chance-better"),
            information.probability_better,
            Kind::Share(1),
        ),
    ];
    for ((name, value, kind), row) in ends.into_iter().zip(row..) {
        book.text(Cell::new(page, row, 0), &name, Role::Body)?;
        book.number(Cell::new(page, row, 1), value, kind, Role::Body)?;
    }
    Ok(())
}
