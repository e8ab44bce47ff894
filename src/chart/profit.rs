//! Cumulative incremental profit over time: how deep the plan goes, when it is level again, where it ends.

use super::canvas::{Pen, Text};
use super::lines::{self, Plot, Series};
use super::sheet::Sheet;
use super::table::Table;
use super::theme::text_size;
use super::{ChartInput, Drawing, Look};
use crate::format::{Format, Scale};
use crate::simulate::Forecast;

/// `None` where the forecast has no periods.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    if input.before.periods.is_empty() {
        return None;
    }
    let format = Format::no_break(&input.before.currency);
    let subtitle = format!(
        "Cumulative incremental gross profit − spend, {}, at the end of each {}, {}; not discounted, without what comes after the horizon.",
        input.before.currency,
        input.period.word(),
        input.horizon()
    );
    let mut sheet = Sheet::new(input, look, &title(input, &format), &subtitle);
    let series = series(input, &sheet);
    let plot = lines::draw(
        &mut sheet,
        input,
        &series,
        Some(0.0),
        |ticks, sheet| Scale::money(&sheet.format, ticks.largest(), ticks.step),
        "",
    );
    // The plan that is read first gets its labels first, and more of them.
    let main = input.after.unwrap_or(input.before);
    mark_break_even(&mut sheet, &plot, main, input);
    mark_deepest(&mut sheet, &plot, main, true, input);
    if input.after.is_some() {
        mark_deepest(&mut sheet, &plot, input.before, false, input);
    }
    Some(Drawing {
        sheet,
        table: table(input),
    })
}

fn series(input: &ChartInput, sheet: &Sheet) -> Vec<Series> {
    let plan = |forecast: &Forecast, name: &'static str, (colour, pen)| {
        let mut series = Series {
            name,
            values: forecast.cumulative.profit.iter().copied().map(Some).collect(),
            end: (String::new(), Vec::new()),
            colour,
            pen,
        };
        series.end.0 = format!("{name} {}", sheet.format.money_change(series.last()));
        series.end.1 = vec![forecast.kpis.payback.map_or_else(
            || "not paid back by then".to_owned(),
            |n| format!("paid back in {} {n}", input.period.word()),
        )];
        series
    };
    let (before, after) = (Series::status_quo(sheet.theme), Series::proposal(sheet.theme));
    match input.after {
        Some(proposed) => vec![plan(input.before, "Status quo", before), plan(proposed, "Proposal", after)],
        None => vec![plan(input.before, "Plan", after)],
    }
}

/// The end of the period in which the plan has paid for itself.
fn mark_break_even(sheet: &mut Sheet, plot: &Plot, forecast: &Forecast, input: &ChartInput) {
    let Some(payback) = forecast.kpis.payback.filter(|n| (1..=forecast.periods.len()).contains(n)) else {
        return;
    };
    let value = forecast.cumulative.profit.get(payback - 1).copied().unwrap_or(0.0);
    let at = plot.end_of(payback - 1, value);
    let accent = sheet.theme.accent;
    sheet
        .canvas
        .line([(at.0, plot.area.top), (at.0, plot.area.bottom)], Pen::dotted(accent, 1.5));
    sheet.canvas.ring(at, 7.0, accent);
    let label = format!("break-even: {} {payback}", input.period.word());
    let text = Text::new(label, 0.0, 0.0, accent).bold();
    sheet.label_near(at, &[text], plot.area);
}

/// The lowest point, if it is below 0: the cash that the plan takes.
fn mark_deepest(sheet: &mut Sheet, plot: &Plot, forecast: &Forecast, main: bool, input: &ChartInput) {
    let Some((t, depth)) = deepest(forecast) else { return };
    let at = plot.end_of(t, depth);
    let (colour, _) = if main {
        Series::proposal(sheet.theme)
    } else {
        Series::status_quo(sheet.theme)
    };
    sheet.canvas.ring(at, 6.0, colour);
    let (amount, word) = (sheet.format.money(depth), input.period.word());
    let lines = if main {
        vec![
            Text::new(format!("deepest: {amount} in {word} {}", t + 1), 0.0, 0.0, colour).bold(),
            Text::new("the cash that the plan takes", 0.0, 0.0, colour).size(text_size::TICK),
        ]
    } else {
        vec![Text::new(format!("{amount} in {word} {}", t + 1), 0.0, 0.0, colour).size(text_size::TICK)]
    };
    sheet.label_near(at, &lines, plot.area);
}

/// Period and value of the lowest point below 0.
fn deepest(forecast: &Forecast) -> Option<(usize, f64)> {
    let values = forecast.cumulative.profit.iter().copied().enumerate();
    values
        .filter(|(_, value)| *value < 0.0 && value.is_finite())
        .min_by(|a, b| a.1.total_cmp(&b.1))
}

fn title(input: &ChartInput, format: &Format) -> String {
    let word = input.period.word();
    let main = input.after.unwrap_or(input.before);
    let name = if input.after.is_some() { "The proposal" } else { "The plan" };
    let last = |forecast: &Forecast| forecast.cumulative.profit.last().copied().filter(|x| x.is_finite());
    let (Some(end), spent) = (last(main), main.totals.invest) else {
        return format!("{name} has no profit that can be drawn");
    };
    if spent == 0.0 && end == 0.0 {
        return format!("{name} spends nothing and adds nothing");
    }
    let compared = input.after.and_then(|_| last(input.before)).map_or_else(String::new, |before| {
        let difference = end - before;
        match format.money(difference.abs()) {
            same if !same.contains(|c: char| ('1'..='9').contains(&c)) => ", as much as the status quo".to_owned(),
            amount if difference > 0.0 => format!(", {amount} more than the status quo"),
            amount => format!(", {amount} less than the status quo"),
        }
    });
    match main.kpis.payback {
        Some(n) => format!(
            "{name} pays for itself in {word} {n} and adds {} by {word} {}{compared}",
            format.money(end),
            main.periods.len()
        ),
        None if end < 0.0 => format!(
            "{name} does not pay for itself within {}: {} are still to be earned back",
            input.horizon(),
            format.money(-end)
        ),
        None => format!("{name} adds {} by {word} {}{compared}", format.money(end), main.periods.len()),
    }
}

fn table(input: &ChartInput) -> Table {
    let mut table = Table::new(&["period", "date", "status_quo_profit", "proposal_profit"]);
    for (t, row) in input.before.periods.iter().enumerate() {
        let profit = |forecast: &Forecast| forecast.cumulative.profit.get(t).copied();
        table.row([
            (t + 1).into(),
            row.date.as_str().into(),
            profit(input.before).into(),
            input.after.and_then(profit).into(),
        ]);
    }
    table
}
