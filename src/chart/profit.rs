//! Cumulative incremental profit over time: how deep the plan goes, when it is level again, where it ends.

use super::canvas::Text;
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
    let format = input.format();
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
    if input.after.is_some() && deepest(input.before) != deepest(main) {
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
        if forecast.totals.invest != 0.0 {
            series.end.1.push(match forecast.kpis.payback {
                Some(n) => format!("paid back in {}", input.nth(n)),
                None => "not paid back by then".to_owned(),
            });
        }
        if ends_deepest(forecast) {
            series.end.1.push("deepest here: the cash it takes".to_owned());
        }
        series
    };
    let (before, after) = (Series::status_quo(sheet.theme), Series::proposal(sheet.theme));
    match input.after {
        Some(proposed) => vec![plan(input.before, "Today’s plan", before), plan(proposed, "Proposal", after)],
        None => vec![plan(input.before, "Plan", after)],
    }
}

/// The end of the period in which the plan has paid for itself.
fn mark_break_even(sheet: &mut Sheet, plot: &Plot, forecast: &Forecast, input: &ChartInput) {
    let spends = forecast.totals.invest != 0.0;
    let Some(payback) = forecast.kpis.payback.filter(|n| spends && (1..=forecast.periods.len()).contains(n)) else {
        return;
    };
    let value = forecast.cumulative.profit.get(payback - 1).copied().unwrap_or(0.0);
    let at = plot.end_of(payback - 1, value);
    let accent = sheet.theme.accent;
    sheet.canvas.ring(at, 7.0, accent);
    let text = Text::new(format!("break-even: {}", input.nth(payback)), 0.0, 0.0, accent).bold();
    sheet.label_near(at, &[text], plot.area);
}

/// The lowest point, if it is below 0: the cash that the plan takes.
fn mark_deepest(sheet: &mut Sheet, plot: &Plot, forecast: &Forecast, main: bool, input: &ChartInput) {
    let Some((t, depth)) = deepest(forecast).filter(|_| !ends_deepest(forecast)) else {
        return;
    };
    let at = plot.end_of(t, depth);
    let (colour, _) = if main {
        Series::proposal(sheet.theme)
    } else {
        Series::status_quo(sheet.theme)
    };
    sheet.canvas.ring(at, 6.0, colour);
    let text = |text: String| Text::new(text, 0.0, 0.0, colour);
    let (amount, when) = (sheet.format.money(depth), input.nth(t + 1));
    let lines = if main {
        let strong = text(format!("deepest: {amount} in {when}")).bold();
        vec![strong, text("the cash that the plan takes".to_owned()).size(text_size::TICK)]
    } else {
        vec![text(format!("today’s plan: {amount} in {when}")).size(text_size::TICK)]
    };
    sheet.label_near(at, &lines, plot.area);
}

/// Whether the lowest point is the last one: its label stands at the end of the line then.
fn ends_deepest(forecast: &Forecast) -> bool {
    deepest(forecast).is_some_and(|(t, _)| t + 1 == forecast.cumulative.profit.len())
}

/// Period and value of the lowest point below 0.
fn deepest(forecast: &Forecast) -> Option<(usize, f64)> {
    let values = forecast.cumulative.profit.iter().copied().enumerate();
    values
        .filter(|(_, value)| *value < 0.0 && value.is_finite())
        .min_by(|a, b| a.1.total_cmp(&b.1))
}

fn title(input: &ChartInput, format: &Format) -> String {
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
            same if !same.contains(|c: char| ('1'..='9').contains(&c)) => ", as much as today’s plan".to_owned(),
            amount if difference > 0.0 => format!(", {amount} more than today’s plan"),
            amount => format!(", {amount} less than today’s plan"),
        }
    });
    let end_of = input.nth(main.periods.len());
    match main.kpis.payback {
        Some(n) => format!(
            "{name} pays for itself in {} and adds {} by {end_of}{compared}",
            input.nth(n),
            format.money(end)
        ),
        None if end < 0.0 => format!(
            "{name} does not pay for itself within {}: {} are still to be earned back",
            input.horizon(),
            format.money(-end)
        ),
        None => format!("{name} adds {} by {end_of}{compared}", format.money(end)),
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
