//! The money table: the plan of the file, the proposal, and what could be had without the limits of single channels.

use super::telling::Telling;
use crate::chart::Form;
use crate::report::document::{Block, Cell, Table};
use crate::say;
use crate::scenario::Measure;
use crate::score::Unit;
use crate::simulate::{Band, Forecast};

/// The figures that a client compares, in the order of the funnel and then of the money.
const ROWS: [Measure; 15] = [
    Measure::Invest,
    Measure::Visits,
    Measure::Leads,
    Measure::Customers,
    Measure::Orders,
    Measure::Revenue,
    Measure::Gross,
    Measure::Profit,
    Measure::Npv,
    Measure::Residual,
    Measure::Roi,
    Measure::Roas,
    Measure::Cac,
    Measure::Ltv,
    Measure::Payback,
];

pub(super) fn blocks(telling: &Telling) -> Vec<Block> {
    let words = telling.words;
    let before = telling.before();
    let after = telling.results().after;
    let unlimited = telling.results().proposal.and_then(|proposal| proposal.unlimited.as_ref());
    let futures = telling.after_futures();
    let objective = objective(telling);
    let mut titles = vec![say!(words, "money-figure"), say!(words, "today-plan")];
    if after.is_some() {
        titles.extend([say!(words, "proposal"), say!(words, "money-difference")]);
    }
    if futures.is_some() {
        titles.push(say!(words, "money-range"));
    }
    if unlimited.is_some() {
        titles.push(say!(words, "money-unlimited"));
    }
    let mut table = Table::new(say!(words, "money-caption"), titles);
    for measure in ROWS {
        let cell = |forecast: &Forecast| telling.cell(measure, forecast.figure(measure));
        let mut cells = vec![Cell::from(telling.measure(measure)), cell(before)];
        if let Some(after) = after {
            let change = after
                .figure(measure)
                .zip(before.figure(measure))
                .map(|(after, before)| after - before);
            cells.extend([cell(after), Cell::number(change, signed(telling, measure, change))]);
        }
        cells.extend(futures.map(|futures| {
            let band: Option<Band> = futures.bands.figure(measure);
            let text = band.map_or_else(String::new, |band| range(telling, measure, &band));
            Cell::from(text)
        }));
        cells.extend(unlimited.map(|column| cell(&column.forecast)));
        if Some(measure) == objective {
            table.strong_row(cells);
        } else {
            table.row(cells);
        }
    }
    if objective.is_none() {
        table.strong_row(of_objective(telling));
    }
    let mut blocks = vec![Block::Table(table)];
    if futures.is_some() {
        blocks.push(Block::Paragraph(say!(words, "money-note-range")));
        blocks.push(Block::Paragraph(say!(words, "money-note-median")));
    }
    if unlimited.is_some() {
        blocks.push(Block::Paragraph(say!(words, "money-note-unlimited")));
    }
    blocks
}

/// The figure that the plan is for, where the table has a row of it.
fn objective(telling: &Telling) -> Option<Measure> {
    let forecasts = [telling.before(), telling.after()];
    let measure = match telling.before().objective_name {
        "profit" => Measure::Profit,
        "NPV" => Measure::Npv,
        "revenue" => Measure::Revenue,
        "customers" => Measure::Customers,
        _ => return None,
    };
    let same = |forecast: &Forecast| forecast.figure(measure) == Some(forecast.objective);
    forecasts.into_iter().all(same).then_some(measure)
}

/// The row of an objective that is no other figure.
fn of_objective(telling: &Telling) -> Vec<Cell> {
    let before = telling.before();
    let after = telling.results().after;
    let unlimited = telling.results().proposal.and_then(|proposal| proposal.unlimited.as_ref());
    let futures = telling.after_futures();
    let of_objective = |value: f64| Cell::number(value, telling.exact(value));
    let mut cells = vec![Cell::from(telling.objective(Form::Title)), of_objective(before.objective)];
    if let Some(after) = after {
        let change = after.objective - before.objective;
        let text = if telling.counts_customers() {
            telling.format.count_change(change)
        } else {
            telling.format.money_exact_change(change)
        };
        cells.extend([of_objective(after.objective), Cell::number(change, text)]);
    }
    cells.extend(futures.map(|futures| Cell::from(telling.range(&futures.bands.objective, |x| telling.value(x)))));
    cells.extend(unlimited.map(|column| of_objective(column.objective)));
    cells
}

/// A difference of two figures; of shares it is one of percentage points.
fn signed(telling: &Telling, measure: Measure, change: Option<f64>) -> String {
    let format = &telling.format;
    match crate::report::text::unit(measure) {
        Unit::Money => format.money_exact_change(change),
        Unit::Rate => match change {
            Some(change) => say!(telling.words, "percentage-points", number = format.points_change(change)),
            None => format.percent(None),
        },
        Unit::Ratio => format.number_change(change, 2),
        Unit::Periods => change.map_or_else(
            || format.count(None),
            |change| {
                let periods = telling.results().lasting(change.abs().round() as usize);
                match change {
                    change if change < 0.0 => format!("−{periods}"),
                    change if change > 0.0 => format!("+{periods}"),
                    _ => format!("±{periods}"),
                }
            },
        ),
        Unit::Count => format.count_change(change),
    }
}

/// Eight futures in ten, short.
fn range(telling: &Telling, measure: Measure, band: &Band) -> String {
    let format = &telling.format;
    let periods = matches!(crate::report::text::unit(measure), Unit::Periods);
    if periods && !band.p90.is_finite() {
        let low = telling.figure(measure, band.p10);
        return if band.p10.is_finite() {
            say!(telling.words, "payback-or-later", low = low)
        } else {
            low
        };
    }
    telling.range(band, |x| match crate::report::text::unit(measure) {
        Unit::Money => format.money(x),
        Unit::Rate => format.percent_short(x),
        Unit::Ratio => format.number(x, 2),
        // the columns beside it say what they count, and a number alone needs no case after “from” and “to”
        Unit::Periods | Unit::Count => format.count(x),
    })
}
