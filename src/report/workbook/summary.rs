//! The summary: every total and KPI of the status quo, of the proposal and of the plan without limits, side by side.

use rust_xlsxwriter::XlsxError;

use super::Making;
use super::assumptions::Inputs;
use super::book::Book;
use super::forecast;
use super::formula::{Cell, Range, at};
use super::labels::{self, Side};
use super::style::{Kind, Role};
use crate::say;
use crate::scenario::{Measure, Objective};
use crate::simulate::Band;

/// Rows of the page: groups, heads, the objective, then the figures.
const GROUPS: u32 = 3;
const HEADS: u32 = 4;
const FIRST: u32 = 5;

/// Columns of the page.
const NAME: u16 = 0;
const DIFFERENCE: u16 = 3;
const RELATIVE: u16 = 4;
const UNLIMITED: u16 = 5;
const RANGES: u16 = 6;

/// The figures of the table, in its order; the objective stands above them.
pub(super) const FIGURES: &[Measure] = Measure::MODELLED;

/// Where the figures stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places {
    pub page: usize,
    /// Where the answer to all checks goes.
    pub agreement: Cell,
}

impl Places {
    pub(super) const fn column(side: Side) -> u16 {
        match side {
            Side::Before => 1,
            Side::After => 2,
        }
    }

    pub(super) fn row(measure: Measure) -> u32 {
        let place = FIGURES.iter().position(|&figure| figure == measure).unwrap_or(0);
        FIRST + 1 + place as u32
    }

    pub(super) fn figure(self, measure: Measure, side: Side) -> Cell {
        Cell::new(self.page, Self::row(measure), Self::column(side))
    }

    pub(super) const fn objective(self, side: Side) -> Cell {
        Cell::new(self.page, FIRST, Self::column(side))
    }
}

/// Writes the page.
pub(super) fn write(
    making: &Making,
    book: &mut Book,
    page: usize,
    forecasts: [forecast::Places; 2],
    inputs: Inputs,
) -> Result<Places, XlsxError> {
    let words = making.words;
    let places = Places {
        page,
        agreement: Cell::new(page, FIRST + FIGURES.len() as u32 + 2, 1),
    };
    book.open(page, &making.title(), &note(making))?;
    heads(making, book, page)?;
    for forecast in forecasts {
        figures(making, book, places, forecast, inputs)?;
    }
    let objective = labels::objective(&making.input.journal.before.forecast, words);
    book.text(
        Cell::new(page, FIRST, NAME),
        &say!(words, "workbook-objective", name = objective),
        Role::Total,
    )?;
    let unlimited = making.input.journal.proposal.unlimited.as_ref();
    for (row, measure) in (FIRST..).zip(std::iter::once(None).chain(FIGURES.iter().copied().map(Some))) {
        let role = if measure.is_none() { Role::Total } else { Role::Body };
        let kind = making.kind_of_figure(measure);
        if let Some(measure) = measure {
            book.text(Cell::new(page, row, NAME), &labels::measure(measure, words), role)?;
        }
        let [before, after] = Side::BOTH.map(|side| at(Cell::new(page, row, Places::column(side))));
        book.formula(
            Cell::new(page, row, DIFFERENCE),
            &(after.clone() - before.clone()),
            difference_kind(kind),
            role,
        )?;
        match kind {
            // a share of a share misleads, and of periods nobody speaks so
            Kind::Share(_) | Kind::Factor(0) => book.text(Cell::new(page, row, RELATIVE), "", role)?,
            _ => book.formula(
                Cell::new(page, row, RELATIVE),
                &((after - before.clone()) / before.size()),
                Kind::Share(1),
                role,
            )?,
        }
        if let Some(column) = unlimited {
            let value = match measure {
                None => Some(column.objective),
                Some(measure) => column.forecast.figure(measure),
            };
            book.number(Cell::new(page, row, UNLIMITED), value, kind, role)?;
        } else {
            book.number(Cell::new(page, row, UNLIMITED), None, kind, role)?;
        }
        ranges(making, book, page, row, measure)?;
        if let Some(measure) = measure {
            book.text(
                Cell::new(page, row, made_of_column(making)),
                &labels::made_of(measure, making.input.scenario.money.count_residual, words),
                Role::Note,
            )?;
        }
    }
    chances(making, book, places)?;
    // how a figure comes about is read on the screen: on paper it would make the figures small
    book.width(page, made_of_column(making), 40.0);
    let last = chances_end(places);
    book.sheet(page).set_print_area(0, 0, last, made_of_column(making) - 1)?;
    book.freeze(page, GROUPS, FIRST, 1)?;
    Ok(places)
}

/// A difference of shares is written with a digit more.
const fn difference_kind(kind: Kind) -> Kind {
    match kind {
        Kind::Share(_) => Kind::Share(2),
        kind => kind,
    }
}

fn note(making: &Making) -> String {
    let plan = &making.input.scenario.plan;
    let first = making.dates.first().map_or("", String::as_str);
    say!(
        making.words,
        "workbook-summary-note",
        horizon = making.lasting(),
        date = making.day(first),
        currency = super::book::held(&plan.currency)
    )
}

/// The column that says how each figure comes about, behind the ranges where there are some.
fn made_of_column(making: &Making) -> u16 {
    if making.futures().is_some() { RANGES + 6 } else { RANGES }
}

fn heads(making: &Making, book: &mut Book, page: usize) -> Result<(), XlsxError> {
    let words = making.words;
    let mut heads = vec![
        say!(words, "workbook-figure"),
        Side::Before.name(words),
        Side::After.name(words),
        say!(words, "workbook-difference"),
        say!(words, "workbook-relative"),
        say!(words, "workbook-unlimited"),
    ];
    if making.futures().is_some() {
        let groups = [
            Side::Before.name(words),
            Side::After.name(words),
            say!(words, "workbook-difference"),
        ];
        for (name, column) in groups.into_iter().zip((RANGES..).step_by(2)) {
            book.text(Cell::new(page, GROUPS, column), &name, Role::Group)?;
            heads.push(say!(words, "workbook-eight-from"));
            heads.push(say!(words, "workbook-eight-to"));
        }
    }
    heads.push(say!(words, "workbook-made-of"));
    book.heads(page, HEADS, 0, &heads)
}

/// The figures of one plan.
fn figures(making: &Making, book: &mut Book, places: Places, forecast: forecast::Places, inputs: Inputs) -> Result<(), XlsxError> {
    let found = making.forecast(forecast.side);
    let counts_residual = making.input.scenario.money.count_residual;
    let residual = places.figure(Measure::Residual, forecast.side);
    book.number(residual, found.totals.residual, making.money, Role::Body)?;
    for measure in FIGURES.iter().copied().filter(|&measure| measure != Measure::Residual) {
        let (cell, kind) = (places.figure(measure, forecast.side), making.kind_of_figure(Some(measure)));
        let value = found.figure(measure);
        // where the engine finds nothing to divide by, there is no formula either
        let formula = value.and_then(|_| forecast::figure(measure, forecast, inputs, residual, counts_residual));
        match formula {
            Some(formula) => book.formula(cell, &formula, kind, Role::Body)?,
            None => book.number(cell, value, kind, Role::Body)?,
        }
    }
    let of = |measure| at(places.figure(measure, forecast.side));
    let objective = match making.input.scenario.plan.objective {
        Objective::Profit if counts_residual => of(Measure::Npv) + of(Measure::Residual),
        Objective::Profit => of(Measure::Npv),
        Objective::Revenue => of(Measure::Revenue),
        Objective::Customers => of(Measure::Customers),
    };
    book.formula(
        places.objective(forecast.side),
        &objective,
        making.kind_of_figure(None),
        Role::Total,
    )
}

/// The ends of a figure in eight futures of ten: of each plan, and of the difference.
fn ranges(making: &Making, book: &mut Book, page: usize, row: u32, measure: Option<Measure>) -> Result<(), XlsxError> {
    let Some(futures) = making.futures() else { return Ok(()) };
    let role = if measure.is_none() { Role::Total } else { Role::Body };
    let kind = making.kind_of_figure(measure);
    let of_plan = |plan: usize| {
        let bands = &futures.plans.get(plan)?.bands;
        measure.map_or(Some(bands.objective), |measure| bands.figure(measure))
    };
    let of_difference = || -> Option<Band> {
        let difference = futures.differences.first()?;
        match measure {
            None => Some(difference.objective),
            Some(measure) => difference.measures.iter().find(|(of, _)| *of == measure)?.1,
        }
    };
    let bands = [(of_plan(0), kind), (of_plan(1), kind), (of_difference(), difference_kind(kind))];
    for ((band, kind), column) in bands.into_iter().zip((RANGES..).step_by(2)) {
        book.number(Cell::new(page, row, column), band.map(|band| band.p10), kind, role)?;
        book.number(Cell::new(page, row, column + 1), band.map(|band| band.p90), kind, role)?;
    }
    Ok(())
}

/// How likely it is, below the table; the row of the checks, whose answer comes later, stands first.
fn chances(making: &Making, book: &mut Book, places: Places) -> Result<(), XlsxError> {
    let words = making.words;
    let (page, row) = (places.page, places.agreement.row);
    book.text(Cell::new(page, row, NAME), &say!(words, "workbook-agreement"), Role::Body)?;
    let Some(futures) = making.futures() else { return Ok(()) };
    let chance = |plan: usize, paid_back: bool| {
        let probabilities = &futures.plans.get(plan)?.probabilities;
        if paid_back {
            probabilities.paid_back
        } else {
            probabilities.roi_positive
        }
    };
    let better = futures.differences.first().map(|difference| difference.better);
    let rows = [
        (say!(words, "workbook-chance-roi"), [chance(0, false), chance(1, false)]),
        (say!(words, "workbook-chance-payback"), [chance(0, true), chance(1, true)]),
        (say!(words, "workbook-chance-better"), [None, better]),
    ];
    for ((name, chances), row) in rows.into_iter().zip(row + 2..) {
        book.text(Cell::new(page, row, NAME), &name, Role::Body)?;
        for (chance, side) in chances.into_iter().zip(Side::BOTH) {
            book.number(Cell::new(page, row, Places::column(side)), chance, Kind::Share(1), Role::Body)?;
        }
    }
    Ok(())
}

/// Last row of the page.
const fn chances_end(places: Places) -> u32 {
    places.agreement.row + 4
}

/// Range of the four steps of the funnel, which stand in a row: their names, or their numbers of a plan.
pub(super) fn funnel(page: usize, side: Option<Side>) -> Range {
    let column = side.map_or(NAME, Places::column);
    let rows = (Places::row(Measure::Visits), Places::row(Measure::Orders));
    Range::column(page, column, rows)
}
