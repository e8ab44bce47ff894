//! The checks: every total and KPI that the workbook's formulas come to, beside what the engine found.

use rust_xlsxwriter::XlsxError;

use super::Making;
use super::assumptions::Inputs;
use super::book::Book;
use super::forecast::{self, column};
use super::formula::{Cell, Expr, Range, at, if_less, number};
use super::labels::{self, Side};
use super::plan;
use super::style::{Kind, Role};
use super::summary::{self, FIGURES};
use crate::chart::text::name;
use crate::say;
use crate::scenario::Measure;

/// Rows of the page.
const HEADS: u32 = 3;
const FIRST: u32 = 4;

/// What rounding may part, as a share of the numbers that are added up: a sum of 10 000 of them loses no more than 10⁻¹² of it, and the
/// powers of a discount factor in a spreadsheet have some digits less than the engine's.
const ROUNDING: f64 = 1e-9;

/// One check.
struct Check {
    side: Side,
    name: String,
    /// Where the workbook has it.
    cell: Cell,
    /// What the engine found.
    engine: Option<f64>,
    kind: Kind,
    scale: Expr,
}

/// What there is to write.
pub(super) struct Checked<'a> {
    pub inputs: Inputs,
    pub plan: &'a plan::Places,
    pub forecasts: [forecast::Places; 2],
    pub summary: summary::Places,
}

/// Writes the page, and its answer into the summary.
pub(super) fn write(making: &Making, book: &mut Book, page: usize, checked: &Checked) -> Result<(), XlsxError> {
    let words = making.words;
    book.open(page, &say!(words, "workbook-checks-title"), &say!(words, "workbook-checks-note"))?;
    let heads = [
        say!(words, "workbook-plan-head"),
        say!(words, "workbook-figure"),
        say!(words, "workbook-by-formula"),
        say!(words, "workbook-by-engine"),
        say!(words, "workbook-difference"),
        say!(words, "workbook-rounding"),
        say!(words, "workbook-check"),
    ];
    book.heads(page, HEADS, 0, &heads)?;
    let mut row = FIRST;
    for check in Side::BOTH.into_iter().flat_map(|side| checks(making, checked, side)) {
        let Some(engine) = check.engine.filter(|engine| engine.is_finite()) else {
            continue;
        };
        let here = |column: u16| Cell::new(page, row, column);
        book.text(here(0), &check.side.name(words), Role::Body)?;
        book.text(here(1), &check.name, Role::Body)?;
        book.formula(here(2), &at(check.cell), check.kind, Role::Body)?;
        book.number(here(3), engine, check.kind, Role::Body)?;
        book.formula(here(4), &(at(here(2)) - at(here(3))), Kind::Exact, Role::Body)?;
        book.formula(here(5), &(number(ROUNDING) * check.scale), Kind::Exact, Role::Body)?;
        let agrees = if_less(at(here(5)), at(here(4)).size(), number(0.0), number(1.0));
        book.formula(here(6), &agrees, Kind::Check, Role::Body)?;
        row += 1;
    }
    if row > FIRST {
        let all = Expr::Least(Range::column(page, 6, (FIRST, row - 1)));
        book.formula(checked.summary.agreement, &all, Kind::Check, Role::Total)?;
    }
    book.freeze(page, HEADS, FIRST, 2)
}

/// The checks of one plan.
fn checks(making: &Making, checked: &Checked, side: Side) -> Vec<Check> {
    let words = making.words;
    let forecast = making.forecast(side);
    let places = checked.forecasts[usize::from(side == Side::After)];
    let (inputs, summary) = (checked.inputs, checked.summary);
    let residual = summary.figure(Measure::Residual, side);
    let counts_residual = making.input.scenario.money.count_residual;
    let figures = FIGURES.iter().copied().filter_map(|measure| {
        forecast::figure(measure, places, inputs, residual, counts_residual)?;
        let cell = summary.figure(measure, side);
        Some(Check {
            side,
            name: labels::measure(measure, words),
            cell,
            engine: forecast.figure(measure),
            kind: making.kind_of_figure(Some(measure)),
            scale: forecast::scale(measure, places, inputs, residual, cell),
        })
    });
    let objective = Check {
        side,
        name: labels::objective(forecast, words),
        cell: summary.objective(side),
        engine: Some(forecast.objective),
        kind: making.kind_of_figure(None),
        scale: forecast::scale(Measure::Npv, places, inputs, residual, residual) + at(summary.objective(side)).size() + at(residual).size(),
    };
    let (profit, roi) = forecast::running_ends(forecast);
    let profit = Check {
        side,
        name: say!(words, "workbook-profit-so-far"),
        cell: places.last(column::PROFIT_SO_FAR),
        engine: profit,
        kind: making.money,
        scale: Expr::Sizes(places.range(column::GROSS))
            + Expr::Sizes(places.range(column::GROSS_WITHOUT))
            + Expr::Sizes(places.range(column::INVEST)),
    };
    let roi = Check {
        side,
        name: say!(words, "workbook-roi-so-far"),
        cell: places.last(column::ROI_SO_FAR),
        engine: roi,
        kind: Kind::Share(1),
        scale: forecast::scale(Measure::RoiHorizon, places, inputs, residual, residual),
    };
    let spend = forecast
        .channels
        .iter()
        .take(checked.plan.channels)
        .enumerate()
        .map(|(c, channel)| {
            let cell = checked.plan.line_total(side, c);
            Check {
                side,
                name: say!(words, "workbook-spend-of", name = name(&channel.name)),
                cell,
                engine: Some(channel.invest),
                kind: making.spend,
                scale: at(cell).size(),
            }
        });
    std::iter::once(objective)
        .chain(figures)
        .chain([profit, roi])
        .chain(spend)
        .collect()
}
