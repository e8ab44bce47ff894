//! Cumulative incremental profit over time: how deep the plan goes, when it is level again, where it ends.

use super::canvas::{Pen, Text};
use super::futures::{self, eight_in_ten, in_hundred};
use super::input::{Seen, whole};
use super::lines::{self, Plot, Series};
use super::sheet::Sheet;
use super::table::Table;
use super::theme::text_size;
use super::{ChartInput, Drawing, Look, terms};
use crate::format::{Format, Scale};
use crate::say;
use crate::simulate::Band;

/// `None` where the forecast has no periods.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    if input.before.periods.is_empty() {
        return None;
    }
    let format = input.format();
    let subtitle = say!(
        input.words(),
        "profit-subtitle",
        currency = &input.before.currency,
        period = input.period.word(),
        horizon = input.horizon()
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
    let words = sheet.words;
    let plan = |seen: Seen, name: String, (colour, pen), shaded: bool| {
        let bands = seen
            .futures
            .map(|futures| futures.bands.cumulative.profit.iter().copied().map(Some));
        let mut series = Series {
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
                Some(n) => say!(words, "profit-paid-back", when = terms::during(input, n)),
                None => say!(words, "profit-not-paid-back"),
            });
            // the plan that is read first says it at its break-even
            if let Some(never) = never(&seen).filter(|_| !shaded || range(&seen).is_none()) {
                series.end.1.push(match never {
                    1.0 => in_hundred(words, 0.0),
                    never => say!(words, "profit-never", likely = in_hundred(words, never)),
                });
            }
        }
        if ends_deepest(&seen) {
            series.end.1.push(match seen.futures {
                Some(futures) => say!(words, "profit-cash", amount = sheet.format.money(futures.cash.p50)),
                None => say!(words, "profit-deepest-here"),
            });
            series.end.1.extend(cash_range(&seen, sheet));
        }
        series
    };
    lines::each_plan(input, sheet.theme, plan)
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
    let (accent, words) = (sheet.theme.accent, sheet.words);
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
            (at, vec![strong(say!(words, "profit-break-even", period = input.nth(payback)))])
        }
        (None, Some(band)) => (
            (plot.x.at(band.p10), plot.y.at(0.0)),
            vec![strong(say!(words, "profit-break-even-seldom"))],
        ),
        (None, None) => return,
    };
    if let Some(band) = range.filter(|band| band.p10 != band.p90) {
        let first = whole(band.p10).unwrap_or(1);
        lines.push(small(match whole(band.p90) {
            Some(last) => say!(words, "profit-break-even-range", first = input.nth(first), last = input.nth(last)),
            None => say!(words, "profit-break-even-tenth", by = terms::until(input, first)),
        }));
    }
    if let Some(never) = never(seen) {
        lines.push(small(say!(words, "profit-never-within", likely = in_hundred(words, never))));
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
    let words = sheet.words;
    let (amount, when) = (sheet.format.money(depth), terms::during(input, t + 1));
    // among bands the second plan's label is left out where it would only add to the crowd
    if !main && seen.futures.is_some() {
        let line = text(say!(words, "profit-deepest-today", amount = amount, when = when)).size(text_size::TICK);
        if sheet.label_if_clear(at, &[line], plot.area) {
            sheet.canvas.ring(at, 6.0, colour);
        }
        return;
    }
    sheet.canvas.ring(at, 6.0, colour);
    let lines = if main {
        let strong = text(say!(words, "profit-deepest", amount = amount, when = when)).bold();
        let range = cash_range(seen, sheet);
        let cash = match seen.futures {
            Some(futures) => say!(words, "profit-cash", amount = sheet.format.money(futures.cash.p50)),
            None => say!(words, "profit-cash-deepest"),
        };
        let notes = std::iter::once(cash).chain(range);
        std::iter::once(strong)
            .chain(notes.map(|note| text(note).size(text_size::TICK)))
            .collect()
    } else {
        vec![text(say!(words, "profit-deepest-today", amount = amount, when = when)).size(text_size::TICK)]
    };
    sheet.label_near(at, &lines, plot.area);
}

/// The cash that the plan takes in eight futures in ten.
fn cash_range(seen: &Seen, sheet: &Sheet) -> Option<String> {
    let cash = seen.futures?.cash;
    let (low, high) = (sheet.format.money(cash.p10), sheet.format.money(cash.p90));
    (low != high).then(|| eight_in_ten(sheet.words, &low, &high))
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
    let words = input.words();
    let (before, after) = (input.seen_before(), input.seen_after());
    let main = after.unwrap_or(before);
    let plan = if after.is_some() { "proposal" } else { "plan" };
    let run = if input.has_bands() { "drawn" } else { "point" };
    let name = say!(words, "profit-plan", plan = plan, run = run);
    let last = |seen: &Seen| seen.profit().last().copied().filter(|x| x.is_finite());
    let (Some(end), spent) = (last(&main), main.forecast.totals.invest) else {
        return say!(words, "profit-title-none", name = name);
    };
    if spent == 0.0 && end == 0.0 {
        return say!(words, "profit-title-nothing", name = name);
    }
    let difference = after.and_then(|_| last(&before)).map(|before| end - before);
    let gap = difference.map_or_else(String::new, |difference| format.money(difference.abs()));
    let compared = match difference {
        None => "alone",
        Some(_) if !gap.contains(|c: char| ('1'..='9').contains(&c)) => "same",
        Some(difference) if difference > 0.0 => "more",
        Some(_) => "less",
    };
    let by = terms::until(input, main.forecast.periods.len());
    let amount = format.money(end);
    match main.payback() {
        Some(n) => say!(
            words,
            "profit-title-pays",
            compared = compared,
            name = name,
            when = terms::during(input, n),
            amount = amount,
            by = by,
            gap = gap
        ),
        None if end < 0.0 => say!(
            words,
            "profit-title-owed",
            name = name,
            span = terms::span(input),
            amount = format.money(-end)
        ),
        None => say!(
            words,
            "profit-title-adds",
            compared = compared,
            name = name,
            amount = amount,
            by = by,
            gap = gap
        ),
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
