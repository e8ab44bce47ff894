//! The channels: what each costs and brings in both plans, and which limit holds it.

use rust_xlsxwriter::XlsxError;

use super::Making;
use super::book::Book;
use super::formula::{Cell, Expr, Range, at};
use super::labels::Side;
use super::plan;
use super::style::{Kind, Role};
use crate::chart::text::name;
use crate::optimize::{Bound, ChannelMove};
use crate::say;
use crate::scenario::{Media, Place};
use crate::simulate::{ChannelRow, Forecast};
use crate::words::Words;

/// Rows of the page: groups, heads, totals, and the first source.
const GROUPS: u32 = 3;
const HEADS: u32 = 4;
const TOTALS: u32 = 5;
const FIRST: u32 = 6;

/// Columns: the name, whose medium, where; then the invest before and after.
const NAME: u16 = 0;
const INVEST: u16 = 3;
const CHANGE: u16 = 5;
const RELATIVE: u16 = 6;
/// Pairs before and after.
const VISITS: u16 = 7;
const LEADS: u16 = 9;
const CUSTOMERS: u16 = 11;
const GROSS: u16 = 13;
const COST: u16 = 15;
const MARGINAL_ROI: u16 = 17;
const HELD: u16 = 19;

/// Money that is less than this share of the total is rounding.
const ROUNDING: f64 = 1e-6;

/// The ranges of a chart of the spend: names, and each plan's money.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places {
    pub page: usize,
    /// First and last row of the lines that cost money.
    pub rows: (u32, u32),
}

impl Places {
    pub(super) const fn names(self) -> Range {
        Range::column(self.page, NAME, self.rows)
    }

    pub(super) const fn invest(self, side: Side) -> Range {
        let column = match side {
            Side::Before => INVEST,
            Side::After => INVEST + 1,
        };
        Range::column(self.page, column, self.rows)
    }
}

fn media(media: Media, words: Words) -> String {
    match media {
        Media::Paid => say!(words, "workbook-media-paid"),
        Media::Owned => say!(words, "workbook-media-owned"),
        Media::Earned => say!(words, "workbook-media-earned"),
    }
}

fn place(place: Place, words: Words) -> String {
    match place {
        Place::Online => say!(words, "workbook-place-online"),
        Place::Offline => say!(words, "workbook-place-offline"),
    }
}

/// What holds a channel where it is, told only where this very plan is the optimizer's.
fn held(making: &Making, channel: &ChannelRow) -> String {
    let words = making.words;
    let journal = making.input.journal;
    let small = ROUNDING * journal.after.forecast.totals.invest.abs();
    let found = journal.proposal.channels.iter().find(|row| row.name == channel.name);
    match found.filter(|row| (row.after - channel.invest).abs() <= small) {
        None => String::new(),
        Some(ChannelMove { extrapolated: true, .. }) => say!(words, "workbook-held-observed"),
        Some(row) => match row.limit {
            None => String::new(),
            Some(Bound::Min) => say!(words, "workbook-held-min"),
            Some(Bound::Max) => say!(words, "workbook-held-max"),
            Some(Bound::MinTotal) => say!(words, "workbook-held-min-total"),
            Some(Bound::MaxTotal) => say!(words, "workbook-held-max-total"),
            Some(Bound::Locked) => say!(words, "workbook-held-locked"),
            Some(Bound::Committed) => say!(words, "workbook-held-committed"),
            Some(Bound::Step) => say!(words, "workbook-held-step"),
            Some(Bound::Ramp) => say!(words, "workbook-held-ramp"),
            Some(Bound::Burst) => say!(words, "workbook-held-burst"),
        },
    }
}

/// Writes the page.
pub(super) fn write(making: &Making, book: &mut Book, page: usize, plan: &plan::Places) -> Result<Places, XlsxError> {
    let words = making.words;
    book.open(
        page,
        &say!(words, "workbook-channels-title"),
        &say!(words, "workbook-channels-note"),
    )?;
    heads(making, book, page)?;
    let scenario = making.input.scenario;
    let mut row = FIRST;
    for (l, channel) in scenario.channels.iter().take(plan.channels).enumerate() {
        book.text(Cell::new(page, row, NAME), &name(&channel.name), Role::Body)?;
        book.text(Cell::new(page, row, 1), &media(channel.media, words), Role::Body)?;
        book.text(Cell::new(page, row, 2), &place(channel.place, words), Role::Body)?;
        money(making, book, page, row, |side| at(plan.line_total(side, l)))?;
        source(making, book, page, row, |forecast| forecast.channels.get(l))?;
        if let Some(found) = making.forecast(Side::After).channels.get(l) {
            book.text(Cell::new(page, row, HELD), &held(making, found), Role::Body)?;
        }
        row += 1;
    }
    // actions, and what the plan adds up in one column
    for line in plan.channels..plan.names.len() {
        book.text(Cell::new(page, row, NAME), &plan.names[line], Role::Body)?;
        money(making, book, page, row, |side| {
            at(Cell::new(plan.page, plan::TOTALS, plan.column(side, line)))
        })?;
        row += 1;
    }
    let last = row.max(FIRST + 1) - 1;
    let others = [say!(words, "workbook-source-organic"), say!(words, "workbook-source-referral")];
    for (place, named) in others.iter().enumerate() {
        book.text(Cell::new(page, row, NAME), named, Role::Body)?;
        source(making, book, page, row, |forecast| forecast.other_sources.get(place))?;
        row += 1;
    }
    totals(making, book, page, row - 1)?;
    // twenty columns: on one sheet of paper they would be small
    book.sheet(page).set_print_fit_to_pages(2, 0);
    book.freeze(page, GROUPS, FIRST, 1)?;
    Ok(Places { page, rows: (FIRST, last) })
}

fn heads(making: &Making, book: &mut Book, page: usize) -> Result<(), XlsxError> {
    let words = making.words;
    let groups = [
        (INVEST, say!(words, "workbook-invest")),
        (VISITS, say!(words, "workbook-visits")),
        (LEADS, say!(words, "workbook-leads")),
        (CUSTOMERS, say!(words, "workbook-customers")),
        (GROSS, say!(words, "workbook-gross")),
        (COST, say!(words, "workbook-cost-per-customer")),
        (MARGINAL_ROI, say!(words, "workbook-marginal-roi")),
    ];
    for (column, name) in groups {
        book.text(Cell::new(page, GROUPS, column), &name, Role::Group)?;
        // the name of the pair has the room of both
        let half = name.chars().count() as f64 / 2.0;
        book.width(page, column, half);
        book.width(page, column + 1, half);
        let heads = Side::BOTH.map(|side| side.name(words));
        book.heads(page, HEADS, column, &heads)?;
    }
    let heads = [
        (NAME, say!(words, "workbook-channel")),
        (1, say!(words, "workbook-media")),
        (2, say!(words, "workbook-place")),
        (CHANGE, say!(words, "workbook-difference")),
        (RELATIVE, say!(words, "workbook-relative")),
        (HELD, say!(words, "workbook-held")),
    ];
    for (column, head) in heads {
        book.text(Cell::new(page, HEADS, column), &head, Role::Head)?;
    }
    Ok(())
}

/// The money of a line in both plans, and what changes.
fn money(making: &Making, book: &mut Book, page: usize, row: u32, total: impl Fn(Side) -> Expr) -> Result<(), XlsxError> {
    for (side, column) in Side::BOTH.into_iter().zip(INVEST..) {
        book.formula(Cell::new(page, row, column), &total(side), making.money, Role::Body)?;
    }
    change(making, book, page, row, Role::Body)
}

fn change(making: &Making, book: &mut Book, page: usize, row: u32, role: Role) -> Result<(), XlsxError> {
    let [before, after] = [INVEST, INVEST + 1].map(|column| at(Cell::new(page, row, column)));
    let change = after.clone() - before.clone();
    book.formula(Cell::new(page, row, CHANGE), &change, making.money, role)?;
    book.formula(
        Cell::new(page, row, RELATIVE),
        &((after - before.clone()) / before.size()),
        Kind::Share(1),
        role,
    )
}

/// What a source brings in both plans.
fn source<'a>(
    making: &'a Making,
    book: &mut Book,
    page: usize,
    row: u32,
    of: impl Fn(&'a Forecast) -> Option<&'a ChannelRow>,
) -> Result<(), XlsxError> {
    for (side, right) in Side::BOTH.into_iter().zip(0..) {
        let forecast = making.forecast(side);
        let Some(found) = of(forecast) else { continue };
        let cell = |column: u16| Cell::new(page, row, column + right);
        let totals = &forecast.totals;
        book.number(cell(VISITS), found.visits, Kind::count(totals.visits), Role::Body)?;
        book.number(cell(LEADS), found.leads, Kind::count(totals.leads), Role::Body)?;
        book.number(cell(CUSTOMERS), found.customers, Kind::count(totals.customers), Role::Body)?;
        book.number(cell(GROSS), found.gross, making.money, Role::Body)?;
        if found.invest > 0.0 {
            book.formula(cell(COST), &(at(cell(INVEST)) / at(cell(CUSTOMERS))), making.unit_money, Role::Body)?;
        }
        if found.marginal_roi.is_some() {
            book.number(cell(MARGINAL_ROI), found.marginal_roi, Kind::Share(1), Role::Body)?;
        }
    }
    Ok(())
}

fn totals(making: &Making, book: &mut Book, page: usize, last: u32) -> Result<(), XlsxError> {
    book.text(Cell::new(page, TOTALS, NAME), &say!(making.words, "workbook-total"), Role::Total)?;
    let totals = &making.forecast(Side::After).totals;
    let kinds = [
        (INVEST, making.money),
        (VISITS, Kind::count(totals.visits)),
        (LEADS, Kind::count(totals.leads)),
        (CUSTOMERS, Kind::count(totals.customers)),
        (GROSS, making.money),
    ];
    for column in 1..=HELD {
        let cell = Cell::new(page, TOTALS, column);
        match kinds.iter().find(|(first, _)| (*first..first + 2).contains(&column)) {
            Some((_, kind)) => {
                let sum = Expr::Sum(Range::column(page, column, (FIRST, last)));
                book.formula(cell, &sum, *kind, Role::Total)?;
            }
            None => book.text(cell, "", Role::Total)?,
        }
    }
    change(making, book, page, TOTALS, Role::Total)?;
    for (right, customers) in (0..).zip([CUSTOMERS, CUSTOMERS + 1]) {
        let [invest, customers] = [INVEST + right, customers].map(|column| at(Cell::new(page, TOTALS, column)));
        book.formula(
            Cell::new(page, TOTALS, COST + right),
            &(invest / customers),
            making.unit_money,
            Role::Total,
        )?;
    }
    Ok(())
}
