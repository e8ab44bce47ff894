//! Cumulative incremental profit over time: how deep the plan goes, when it is level again, where it ends.

use super::canvas::{Pen, Text};
use super::futures::{self, of_hundred};
use super::input::{Seen, whole};
use super::lines::{self, Plot, Series};
use super::sheet::Sheet;
use super::table::Table;
use super::theme::text_size;
use super::{ChartInput, Drawing, Look};
use crate::format::{Format, Scale};
use crate::simulate::Band;

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
    let (before, after) = (input.seen_before(), input.seen_after());
    let main = after.unwrap_or(before);
    mark_break_even(&mut sheet, &plot, &main, input);
    mark_deepest(&mut sheet, &plot, &main, true, input);
    if after.is_some() && deepest(&before) != deepest(&main) {
        mark_deepest(&mut sheet, &plot, &before, false, input);
    }
    Some(Drawing {
        sheet,
        table: table(input),
    })
}

fn series(input: &ChartInput, sheet: &Sheet) -> Vec<Series> {
    let plan = |seen: Seen, name: &'static str, (colour, pen), shaded: bool| {
        let bands = seen
            .futures
            .map(|futures| futures.bands.cumulative.profit.iter().copied().map(Some));
        let mut series = Series {
            name,
            values: seen.profit().into_iter().map(Some).collect(),
            end: (String::new(), Vec::new()),
            colour,
            pen,
            bands: bands.map_or_else(Vec::new, Iterator::collect),
            shaded,
        };
        series.end.0 = format!("{name} {}", sheet.format.money_change(series.last()));
        if seen.forecast.totals.invest != 0.0 {
            series.end.1.push(match seen.payback() {
                Some(n) => format!("paid back in {}", input.nth(n)),
                None => "not paid back by then".to_owned(),
            });
            // the plan that is read first says it at its break-even
            if let Some(never) = never(&seen).filter(|_| !shaded || range(&seen).is_none()) {
                series.end.1.push(match never {
                    1.0 => "in no draw".to_owned(),
                    never => format!("never in {}", of_hundred(never)),
                });
            }
        }
        if ends_deepest(&seen) {
            series.end.1.push(match seen.futures {
                Some(futures) => format!("cash it takes: {}", sheet.format.money(futures.cash.p50)),
                None => "deepest here: the cash it takes".to_owned(),
            });
            series.end.1.extend(cash_range(&seen, &sheet.format));
        }
        series
    };
    let (before, after) = (Series::status_quo(sheet.theme), Series::proposal(sheet.theme));
    let today = input.seen_before();
    match input.seen_after() {
        Some(proposed) => vec![plan(today, "Today’s plan", before, false), plan(proposed, "Proposal", after, true)],
        None => vec![plan(today, "Plan", after, true)],
    }
}

/// Share of the draws in which the plan has not paid for itself when the horizon ends, where there are some.
fn never(seen: &Seen) -> Option<f64> {
    let paid = seen.futures?.probabilities.paid_back?;
    (paid < 1.0).then_some(1.0 - paid)
}

/// The break-even over the draws, where at least one in ten has one.
fn range(seen: &Seen) -> Option<Band> {
    let spends = seen.forecast.totals.invest != 0.0;
    let band = seen.futures?.bands.kpis.payback?;
    (spends && band.p10.is_finite()).then_some(band)
}

/// The period in which a plan that spends has paid for itself.
fn break_even(seen: &Seen) -> Option<usize> {
    let spends = seen.forecast.totals.invest != 0.0;
    seen.payback().filter(|n| spends && (1..=seen.forecast.periods.len()).contains(n))
}

/// The end of the period in which the plan has paid for itself, with its range over the draws on the zero line.
fn mark_break_even(sheet: &mut Sheet, plot: &Plot, seen: &Seen, input: &ChartInput) {
    let accent = sheet.theme.accent;
    let range = range(seen);
    if let Some(band) = &range {
        draw_range(sheet, plot, band);
    }
    let strong = |text: String| Text::new(text, 0.0, 0.0, accent).bold();
    let small = |text: String| Text::new(text, 0.0, 0.0, accent).size(text_size::TICK);
    let (at, mut lines) = match (break_even(seen), &range) {
        (Some(payback), _) => {
            let value = seen.profit().get(payback - 1).copied().unwrap_or(0.0);
            // over the draws it lies on the line that its range is drawn on
            let at = plot.end_of(payback - 1, if range.is_some() { 0.0 } else { value });
            sheet.canvas.ring(at, 7.0, accent);
            (at, vec![strong(format!("break-even: {}", input.nth(payback)))])
        }
        (None, Some(band)) => (
            (plot.x.at(band.p10), plot.y.at(0.0)),
            vec![strong("break-even in less than half".to_owned())],
        ),
        (None, None) => return,
    };
    if let Some(band) = range.filter(|band| band.p10 != band.p90) {
        let first = whole(band.p10).map_or_else(String::new, |n| input.nth(n));
        lines.push(small(match whole(band.p90) {
            Some(last) => format!("8 futures in 10: {first} to {last}"),
            None => format!("in 1 future of 10 by {first}"),
        }));
    }
    if let Some(never) = never(seen) {
        lines.push(small(format!("never within the horizon in {}", of_hundred(never))));
    }
    sheet.label_near(at, &lines, plot.area);
}

/// From the 10th to the 90th percentile of the break-even, open to the right where that is never.
fn draw_range(sheet: &mut Sheet, plot: &Plot, band: &Band) {
    let accent = sheet.theme.accent;
    let y = plot.y.at(0.0);
    let (from, to) = (
        plot.x.at(band.p10),
        plot.x.at(if band.p90.is_finite() { band.p90 } else { plot.x.high }),
    );
    let pen = Pen::solid(accent, 4.0);
    sheet.canvas.line([(from, y), (to, y)], pen);
    sheet.canvas.line([(from, y - 7.0), (from, y + 7.0)], pen);
    if band.p90.is_finite() {
        sheet.canvas.line([(to, y - 7.0), (to, y + 7.0)], pen);
    } else {
        sheet.canvas.line([(to - 9.0, y - 7.0), (to, y), (to - 9.0, y + 7.0)], pen);
    }
}

/// The lowest point, if it is below 0: the cash that the plan takes.
fn mark_deepest(sheet: &mut Sheet, plot: &Plot, seen: &Seen, main: bool, input: &ChartInput) {
    let Some((t, depth)) = deepest(seen).filter(|_| !ends_deepest(seen)) else {
        return;
    };
    let at = plot.end_of(t, depth);
    let (colour, _) = if main {
        Series::proposal(sheet.theme)
    } else {
        Series::status_quo(sheet.theme)
    };
    let text = |text: String| Text::new(text, 0.0, 0.0, colour);
    let (amount, when) = (sheet.format.money(depth), input.nth(t + 1));
    // among bands the second plan's label is left out where it would only add to the crowd
    if !main && seen.futures.is_some() {
        let line = text(format!("today’s plan: {amount} in {when}")).size(text_size::TICK);
        if sheet.label_if_clear(at, &[line], plot.area) {
            sheet.canvas.ring(at, 6.0, colour);
        }
        return;
    }
    sheet.canvas.ring(at, 6.0, colour);
    let lines = if main {
        let strong = text(format!("deepest: {amount} in {when}")).bold();
        let range = cash_range(seen, &sheet.format);
        let cash = match seen.futures {
            Some(futures) => format!("cash that it takes: {}", sheet.format.money(futures.cash.p50)),
            None => "the cash that the plan takes".to_owned(),
        };
        let notes = std::iter::once(cash).chain(range);
        std::iter::once(strong)
            .chain(notes.map(|note| text(note).size(text_size::TICK)))
            .collect()
    } else {
        vec![text(format!("today’s plan: {amount} in {when}")).size(text_size::TICK)]
    };
    sheet.label_near(at, &lines, plot.area);
}

/// The cash that the plan takes in eight futures in ten.
fn cash_range(seen: &Seen, format: &Format) -> Option<String> {
    let cash = seen.futures?.cash;
    let (low, high) = (format.money(cash.p10), format.money(cash.p90));
    (low != high).then(|| format!("8 in 10: {low} to {high}"))
}

/// Whether the lowest point is the last one: its label stands at the end of the line then.
fn ends_deepest(seen: &Seen) -> bool {
    deepest(seen).is_some_and(|(t, _)| t + 1 == seen.profit().len())
}

/// Period and value of the lowest point below 0.
fn deepest(seen: &Seen) -> Option<(usize, f64)> {
    let values = seen.profit().into_iter().enumerate();
    values
        .filter(|(_, value)| *value < 0.0 && value.is_finite())
        .min_by(|a, b| a.1.total_cmp(&b.1))
}

fn title(input: &ChartInput, format: &Format) -> String {
    let (before, after) = (input.seen_before(), input.seen_after());
    let main = after.unwrap_or(before);
    let median = if input.has_bands() { "At the median " } else { "" };
    let name = match (after.is_some(), median.is_empty()) {
        (true, true) => "The proposal",
        (true, false) => "the proposal",
        (false, true) => "The plan",
        (false, false) => "the plan",
    };
    let name = format!("{median}{name}");
    let last = |seen: &Seen| seen.profit().last().copied().filter(|x| x.is_finite());
    let (Some(end), spent) = (last(&main), main.forecast.totals.invest) else {
        return format!("{name} has no profit that can be drawn");
    };
    if spent == 0.0 && end == 0.0 {
        return format!("{name} spends nothing and adds nothing");
    }
    let compared = after.and_then(|_| last(&before)).map_or_else(String::new, |before| {
        let difference = end - before;
        match format.money(difference.abs()) {
            same if !same.contains(|c: char| ('1'..='9').contains(&c)) => ", as much as today’s plan".to_owned(),
            amount if difference > 0.0 => format!(", {amount} more than today’s plan"),
            amount => format!(", {amount} less than today’s plan"),
        }
    });
    let end_of = input.nth(main.forecast.periods.len());
    match main.payback() {
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
    let (before, after) = (input.seen_before(), input.seen_after());
    let mut columns = ["period", "date", "status_quo_profit", "proposal_profit"]
        .map(str::to_owned)
        .to_vec();
    let plans = [("status_quo_profit", Some(before)), ("proposal_profit", after)];
    let drawn = || plans.iter().filter_map(|(name, seen)| Some((*name, (*seen)?.futures?)));
    columns.extend(drawn().flat_map(|(name, _)| futures::columns(name)));
    let mut table = Table::new(&columns);
    for (t, row) in input.before.periods.iter().enumerate() {
        let profit = |seen: Seen| seen.forecast.cumulative.profit.get(t).copied();
        let bands = drawn().flat_map(|(_, plan)| futures::cells(plan.bands.cumulative.profit.get(t)));
        let cells = [
            (t + 1).into(),
            row.date.as_str().into(),
            profit(before).into(),
            after.and_then(profit).into(),
        ];
        table.row(cells.into_iter().chain(bands));
    }
    table
}
