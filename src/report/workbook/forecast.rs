//! The forecast of a plan period by period: what the engine found as numbers, what follows from it as formulas.

use rust_xlsxwriter::XlsxError;

use super::Making;
use super::assumptions::Inputs;
use super::book::Book;
use super::formula::{Cell, Expr, Range, at, if_less, number};
use super::labels::{self, Side};
use super::plan::{self, FIRST, GROUPS, HEADS, TOTALS};
use super::style::{Kind, Role};
use crate::say;
use crate::scenario::Measure;
use crate::simulate::{Cumulative, Forecast, PeriodRow};

/// Columns of the page.
pub(super) mod column {
    pub const PERIOD: u16 = 0;
    pub const DATE: u16 = 1;
    pub const VISITS: u16 = 2;
    pub const LEADS: u16 = 3;
    pub const CUSTOMERS: u16 = 4;
    pub const REPEAT_ORDERS: u16 = 5;
    pub const ORDERS: u16 = 6;
    pub const ACTIVE: u16 = 7;
    pub const REVENUE: u16 = 8;
    pub const GROSS: u16 = 9;
    pub const INVEST: u16 = 10;
    pub const FIXED_COST: u16 = 11;
    pub const PROFIT: u16 = 12;
    pub const PROFIT_SO_FAR: u16 = 13;
    pub const ROI_SO_FAR: u16 = 14;
    // what these are made from
    pub const CUSTOMERS_WITHOUT: u16 = 15;
    pub const REVENUE_WITHOUT: u16 = 16;
    pub const GROSS_WITHOUT: u16 = 17;
    pub const DISCOUNT: u16 = 18;
    pub const DISCOUNTED_GROSS: u16 = 19;
    pub const DISCOUNTED_INVEST: u16 = 20;
    pub const DISCOUNTED_GROSS_SO_FAR: u16 = 21;
    pub const DISCOUNTED_INVEST_SO_FAR: u16 = 22;
    pub const INVEST_SO_FAR: u16 = 23;
    pub const RED: u16 = 24;
    pub const LEADS_CREATED: u16 = 25;
    pub const CUSTOMERS_CREATED: u16 = 26;
    pub const HANDLED: u16 = 27;
    pub const COUNT: u16 = 28;
}
use column::*;

/// Rounding that the model allows in comparing what came back with what was spent, as a share of the spend.
const PAID_BACK: f64 = 1e-9;

/// Where the forecast of a plan stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places {
    pub page: usize,
    pub side: Side,
    /// First and last row of the periods.
    pub rows: (u32, u32),
}

impl Places {
    pub(super) const fn total(self, column: u16) -> Cell {
        Cell::new(self.page, TOTALS, column)
    }

    pub(super) const fn range(self, column: u16) -> Range {
        Range::column(self.page, column, self.rows)
    }

    /// The last period's cell of a running sum.
    pub(super) const fn last(self, column: u16) -> Cell {
        Cell::new(self.page, self.rows.1, column)
    }
}

/// Columns whose sum over the horizon has a meaning.
pub(super) const SUMMED: [u16; 18] = [
    VISITS,
    LEADS,
    CUSTOMERS,
    REPEAT_ORDERS,
    ORDERS,
    REVENUE,
    GROSS,
    INVEST,
    FIXED_COST,
    PROFIT,
    CUSTOMERS_WITHOUT,
    REVENUE_WITHOUT,
    GROSS_WITHOUT,
    DISCOUNTED_GROSS,
    DISCOUNTED_INVEST,
    LEADS_CREATED,
    CUSTOMERS_CREATED,
    HANDLED,
];

fn heads(making: &Making) -> [String; COUNT as usize] {
    let words = making.words;
    let measure = |measure| labels::measure(measure, words);
    [
        labels::period(making.input.scenario.plan.period, words),
        say!(words, "workbook-first-day"),
        measure(Measure::Visits),
        measure(Measure::Leads),
        measure(Measure::Customers),
        measure(Measure::RepeatOrders),
        measure(Measure::Orders),
        say!(words, "workbook-active"),
        measure(Measure::Revenue),
        measure(Measure::Gross),
        measure(Measure::Invest),
        say!(words, "workbook-fixed-cost-head"),
        measure(Measure::Profit),
        say!(words, "workbook-profit-so-far"),
        say!(words, "workbook-roi-so-far"),
        say!(words, "workbook-customers-without"),
        say!(words, "workbook-revenue-without"),
        say!(words, "workbook-gross-without"),
        say!(words, "workbook-discount"),
        say!(words, "workbook-discounted-gross"),
        say!(words, "workbook-discounted-invest"),
        say!(words, "workbook-discounted-gross-so-far"),
        say!(words, "workbook-discounted-invest-so-far"),
        say!(words, "workbook-invest-so-far"),
        say!(words, "workbook-red"),
        say!(words, "workbook-leads-created"),
        say!(words, "workbook-customers-created"),
        say!(words, "workbook-handled"),
    ]
}

/// How each column is written.
fn kinds(making: &Making) -> [Kind; COUNT as usize] {
    let journal = making.input.journal;
    let largest = |of: fn(&PeriodRow) -> f64| {
        let rows = [&journal.before.forecast, &journal.after.forecast].map(|forecast| forecast.periods.iter());
        rows.into_iter().flatten().map(of).fold(0.0, f64::max)
    };
    let count = |of: fn(&PeriodRow) -> f64| Kind::count(largest(of));
    let (leads, customers) = (count(|row| row.leads), count(|row| row.customers));
    let mut kinds = [making.money; COUNT as usize];
    for (column, kind) in [
        (PERIOD, Kind::Factor(0)),
        (DATE, Kind::Date),
        (VISITS, count(|row| row.visits)),
        (LEADS, leads),
        (CUSTOMERS, customers),
        (REPEAT_ORDERS, count(|row| row.repeat_orders)),
        (ORDERS, count(|row| row.orders)),
        (ACTIVE, count(|row| row.active)),
        (ROI_SO_FAR, Kind::Share(1)),
        (CUSTOMERS_WITHOUT, customers),
        (DISCOUNT, Kind::Factor(4)),
        (RED, Kind::Factor(0)),
        (LEADS_CREATED, leads),
        (CUSTOMERS_CREATED, customers),
        (HANDLED, leads),
    ] {
        kinds[usize::from(column)] = kind;
    }
    kinds
}

/// What stands in a column of a period.
fn content(column: u16, row: u32, page: usize, known: &Known) -> Content {
    let here = |column: u16| at(Cell::new(page, row, column));
    let so_far = |column: u16, running: u16| {
        if row == FIRST {
            here(column)
        } else {
            at(Cell::new(page, row - 1, running)) + here(column)
        }
    };
    let Known {
        found,
        without,
        inputs,
        invest,
    } = known;
    let formula = match column {
        VISITS => return Content::Number(found.visits),
        LEADS => return Content::Number(found.leads),
        CUSTOMERS => return Content::Number(found.customers),
        REPEAT_ORDERS => return Content::Number(found.repeat_orders),
        ACTIVE => return Content::Number(found.active),
        REVENUE => return Content::Number(found.revenue),
        CUSTOMERS_WITHOUT => return Content::Number(without.customers),
        REVENUE_WITHOUT => return Content::Number(without.revenue),
        LEADS_CREATED => return Content::Number(found.leads_created),
        CUSTOMERS_CREATED => return Content::Number(found.customers_created),
        HANDLED => return Content::Number(found.handled),
        ORDERS => here(CUSTOMERS) + here(REPEAT_ORDERS),
        GROSS => here(REVENUE) * at(inputs.margin),
        INVEST => at(*invest),
        FIXED_COST => at(inputs.fixed_cost),
        PROFIT => here(GROSS) - here(INVEST) - here(FIXED_COST),
        PROFIT_SO_FAR if row == FIRST => here(GROSS) - here(GROSS_WITHOUT) - here(INVEST),
        PROFIT_SO_FAR => at(Cell::new(page, row - 1, PROFIT_SO_FAR)) + here(GROSS) - here(GROSS_WITHOUT) - here(INVEST),
        ROI_SO_FAR => (here(DISCOUNTED_GROSS_SO_FAR) - here(DISCOUNTED_INVEST_SO_FAR)) / here(DISCOUNTED_INVEST_SO_FAR),
        GROSS_WITHOUT => here(REVENUE_WITHOUT) * at(inputs.margin),
        DISCOUNT => Expr::Discount {
            rate: Box::new(at(inputs.rate)),
            years: Box::new((here(PERIOD) - number(1.0)) / at(inputs.per_year)),
        },
        DISCOUNTED_GROSS => here(DISCOUNT) * (here(GROSS) - here(GROSS_WITHOUT)),
        DISCOUNTED_INVEST => here(DISCOUNT) * here(INVEST),
        DISCOUNTED_GROSS_SO_FAR => so_far(DISCOUNTED_GROSS, DISCOUNTED_GROSS_SO_FAR),
        DISCOUNTED_INVEST_SO_FAR => so_far(DISCOUNTED_INVEST, DISCOUNTED_INVEST_SO_FAR),
        INVEST_SO_FAR => so_far(INVEST, INVEST_SO_FAR),
        _ => if_less(
            here(PROFIT_SO_FAR),
            number(0.0) - number(PAID_BACK) * here(INVEST_SO_FAR),
            here(PERIOD),
            number(0.0),
        ),
    };
    Content::Formula(formula)
}

/// What is known of a period.
struct Known<'a> {
    found: &'a PeriodRow,
    without: &'a PeriodRow,
    inputs: Inputs,
    /// Cell of the plan that holds what is spent.
    invest: Cell,
}

enum Content {
    Number(f64),
    Formula(Expr),
}

/// Order in which the cells of a row are written, so that each formula finds what it refers to: from left to right, the running figures
/// last.
fn order() -> impl Iterator<Item = u16> {
    (VISITS..COUNT)
        .filter(|column| ![PROFIT_SO_FAR, ROI_SO_FAR, RED].contains(column))
        .chain([PROFIT_SO_FAR, ROI_SO_FAR, RED])
}

/// Writes the forecast of a plan.
pub(super) fn write(
    making: &Making,
    book: &mut Book,
    page: usize,
    side: Side,
    inputs: Inputs,
    plan: &plan::Places,
) -> Result<Places, XlsxError> {
    let words = making.words;
    let forecast = making.forecast(side);
    let (title, note) = (
        say!(words, "workbook-forecast-title", plan = side.name(words)),
        say!(words, "workbook-forecast-note"),
    );
    book.open(page, &title, &note)?;
    book.text(Cell::new(page, GROUPS, VISITS), &say!(words, "workbook-group-people"), Role::Group)?;
    book.text(Cell::new(page, GROUPS, REVENUE), &say!(words, "workbook-group-money"), Role::Group)?;
    book.text(
        Cell::new(page, GROUPS, CUSTOMERS_WITHOUT),
        &say!(words, "workbook-group-trace"),
        Role::Group,
    )?;
    book.heads(page, HEADS, 0, &heads(making))?;
    let kinds = kinds(making);
    let places = Places {
        page,
        side,
        rows: plan.rows(),
    };
    for (t, (found, without)) in forecast.periods.iter().zip(&making.input.without.periods).enumerate() {
        let row = FIRST + t as u32;
        let known = Known {
            found,
            without,
            inputs,
            invest: Cell::new(plan.page, row, plan.total(side)),
        };
        book.number(Cell::new(page, row, PERIOD), (t + 1) as f64, Kind::Factor(0), Role::Beside)?;
        book.date(Cell::new(page, row, DATE), &found.date, Role::Body)?;
        for column in order() {
            let (cell, kind) = (Cell::new(page, row, column), kinds[usize::from(column)]);
            match content(column, row, page, &known) {
                Content::Number(number) => book.number(cell, number, kind, Role::Body)?,
                Content::Formula(formula) => book.formula(cell, &formula, kind, Role::Body)?,
            }
        }
    }
    book.text(Cell::new(page, TOTALS, PERIOD), &say!(words, "workbook-total"), Role::Total)?;
    for column in DATE..COUNT {
        let cell = places.total(column);
        if SUMMED.contains(&column) {
            book.formula(cell, &Expr::Sum(places.range(column)), kinds[usize::from(column)], Role::Total)?;
        } else {
            book.text(cell, "", Role::Total)?;
        }
    }
    book.freeze(page, GROUPS, FIRST, 2)?;
    // what the figures are made from is there to be traced on the screen: on paper it would take the room of the figures
    book.sheet(page).set_print_area(0, 0, places.rows.1, ROI_SO_FAR)?;
    Ok(places)
}

/// A figure of a plan as formula on its forecast; `None`: the engine alone knows it. `residual` is the cell of the plan's residual.
pub(super) fn figure(measure: Measure, places: Places, inputs: Inputs, residual: Cell, counts_residual: bool) -> Option<Expr> {
    let total = |column: u16| at(places.total(column));
    let formula = match measure {
        Measure::Visits => total(VISITS),
        Measure::Leads => total(LEADS),
        Measure::Customers => total(CUSTOMERS),
        Measure::Orders => total(ORDERS),
        Measure::RepeatOrders => total(REPEAT_ORDERS),
        Measure::Revenue => total(REVENUE),
        Measure::Gross => total(GROSS),
        Measure::Invest => total(INVEST),
        Measure::Profit => total(PROFIT),
        Measure::Npv => Expr::Products(places.range(DISCOUNT), places.range(PROFIT)),
        Measure::Roi if counts_residual => {
            (total(DISCOUNTED_GROSS) + at(residual) - at(inputs.residual) - total(DISCOUNTED_INVEST)) / total(DISCOUNTED_INVEST)
        }
        Measure::Roi | Measure::RoiHorizon => (total(DISCOUNTED_GROSS) - total(DISCOUNTED_INVEST)) / total(DISCOUNTED_INVEST),
        Measure::Roas => (total(REVENUE) - total(REVENUE_WITHOUT)) / total(INVEST),
        Measure::Cac => total(INVEST) / (total(CUSTOMERS) - total(CUSTOMERS_WITHOUT)),
        Measure::BlendedCac => total(INVEST) / total(CUSTOMERS),
        Measure::Payback => Expr::Largest(places.range(RED)) + number(1.0),
        Measure::ActRate => total(LEADS_CREATED) / total(VISITS),
        Measure::ConvertRate => total(CUSTOMERS_CREATED) / total(HANDLED),
        _ => return None,
    };
    Some(formula)
}

/// Size of the numbers that a figure is a small difference of: what rounding is a share of.
pub(super) fn scale(measure: Measure, places: Places, inputs: Inputs, residual: Cell, value: Cell) -> Expr {
    let total = |column: u16| at(places.total(column));
    let sizes = |column: u16| Expr::Sizes(places.range(column));
    match measure {
        Measure::Visits => sizes(VISITS),
        Measure::Leads => sizes(LEADS),
        Measure::Customers => sizes(CUSTOMERS),
        Measure::Orders => sizes(ORDERS),
        Measure::RepeatOrders => sizes(REPEAT_ORDERS),
        Measure::Revenue => sizes(REVENUE),
        Measure::Gross => sizes(GROSS),
        Measure::Invest => sizes(INVEST),
        Measure::Profit | Measure::Npv => sizes(GROSS) + sizes(INVEST) + sizes(FIXED_COST),
        Measure::Roi | Measure::RoiHorizon => {
            (sizes(GROSS) + sizes(GROSS_WITHOUT) + at(residual).size() + at(inputs.residual).size() + sizes(INVEST))
                / total(DISCOUNTED_INVEST)
        }
        Measure::Roas => (sizes(REVENUE) + sizes(REVENUE_WITHOUT)) / total(INVEST),
        Measure::Cac => {
            at(value).size() * (sizes(CUSTOMERS) + sizes(CUSTOMERS_WITHOUT)) / (total(CUSTOMERS) - total(CUSTOMERS_WITHOUT)).size()
        }
        _ => at(value).size(),
    }
}

/// What the running figures end with, after the engine.
pub(super) fn running_ends(forecast: &Forecast) -> (Option<f64>, Option<f64>) {
    let Cumulative { roi, profit } = &forecast.cumulative;
    (profit.last().copied(), roi.last().copied().flatten())
}
