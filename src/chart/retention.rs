//! How long customers stay: the survival of a cohort, and the active base over time; the status quo beside the proposal.

use super::axis::{Calendar, Linear, Ticks};
use super::canvas::{Anchor, Pen, Text};
use super::font::Weight;
use super::futures::{self, eight_in_ten};
use super::geometry::{Point, Rect, spread, thinned};
use super::input::Seen;
use super::lines::{Series, draw_levels};
use super::sheet::Sheet;
use super::table::Table;
use super::text::wrapped;
use super::theme::{Rgb, text_size};
use super::{ChartInput, Drawing, Look};
use crate::format::Scale;
use crate::say;
use crate::simulate::Band;

/// More points than this in a line cannot be seen.
const MOST_POINTS: usize = 900;
/// Share of the room that the left panel takes, and what is left free between the two [px].
const LEFT: f64 = 0.46;
const BETWEEN: f64 = 40.0;
/// Height of a panel's heading [px].
const HEADING: f64 = 34.0;
/// Survivals that nowhere differ by more than this are one line: less than can be seen.
const SAME: f64 = 1e-3;

/// One line of a panel.
struct Line {
    /// Value at the end of each period.
    values: Vec<f64>,
    bands: Vec<Option<Band>>,
    /// What stands at its end: strong, then smaller.
    end: (String, Option<String>),
    colour: Rgb,
    pen: Pen,
    /// Whether its bands are shades, or the outline of eight futures in ten.
    shaded: bool,
}

/// What a panel is drawn on.
struct Panel {
    room: Rect,
    heading: String,
    x_ticks: Vec<(f64, String)>,
    y: (Ticks, Scale),
    /// Value before the first period, where there is one.
    start: Option<f64>,
    lines: Vec<Line>,
}

/// `None` where the forecast has no periods, or no survival.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let periods = input.before.periods.len();
    let survives = |forecast: &crate::simulate::Forecast| {
        forecast.survival.len() == periods && forecast.survival.iter().all(|share| share.is_finite()) && forecast.periods.len() == periods
    };
    if periods == 0 || !survives(input.before) || !input.after.is_none_or(survives) {
        return None;
    }
    let words = input.words();
    let period = input.period.word();
    let subtitle = say!(words, "retention-subtitle", period = period);
    let mut sheet = Sheet::new(input, look, &title(input), &subtitle);
    let banded = input.has_bands();
    let top = sheet.room.top + if banded { futures::KEY + 10.0 } else { 0.0 };
    if banded {
        let (colour, _) = Series::proposal(sheet.theme);
        let at = (sheet.room.left, sheet.room.top + futures::KEY / 2.0);
        let median = say!(words, "futures-key-median");
        futures::key(&mut sheet, at, colour, Some(&median), input.after.is_some());
    }
    let middle = sheet.room.left + sheet.room.width() * LEFT;
    let left = Rect {
        top,
        right: middle - BETWEEN / 2.0,
        ..sheet.room
    };
    let right = Rect {
        top,
        left: middle + BETWEEN / 2.0,
        ..sheet.room
    };
    let cohort = Panel {
        room: left,
        heading: say!(words, "retention-cohort", period = period),
        x_ticks: ages(periods, &sheet),
        y: (Ticks::covering(0.0, 1.0, 6), Scale::percent(&sheet.format, 0.2)),
        start: Some(1.0),
        lines: cohort_lines(input, &sheet),
    };
    let (area, x, y) = draw_panel(&mut sheet, cohort, periods);
    // above the labels at the lines' ends there is room too
    let within = Rect { right: left.right, ..area };
    mark_half(&mut sheet, input, within, (x, y));
    let lines = base_lines(input, &sheet);
    let reach = lines.iter().flat_map(|line| {
        let high = line
            .bands
            .iter()
            .flatten()
            .map(|band| if line.shaded { band.p95 } else { band.p90 });
        line.values.iter().copied().chain(high).collect::<Vec<_>>()
    });
    let ticks = Ticks::covering(0.0, reach.filter(|x| x.is_finite()).fold(0.0, f64::max), 6);
    let scale = Scale::count(&sheet.format, ticks.largest(), ticks.step);
    let calendar = Calendar::new(input.before.periods.iter().map(|row| row.date.as_str()), input.format());
    let base = Panel {
        room: right,
        heading: say!(words, "retention-base"),
        // the panel's labels take some of its width
        x_ticks: calendar.ticks(right.width() * 0.6),
        y: (ticks, scale),
        start: None,
        lines,
    };
    draw_panel(&mut sheet, base, periods);
    Some(Drawing {
        sheet,
        table: table(input),
    })
}

/// Whole ages along the axis of a cohort.
fn ages(periods: usize, sheet: &Sheet) -> Vec<(f64, String)> {
    let ticks = Ticks::covering(0.0, periods as f64, 6);
    let whole = ticks.values.into_iter().filter(|&t| t <= periods as f64 && t.fract() == 0.0);
    whole.map(|t| (t, sheet.format.number(t, 0))).collect()
}

/// Survival at the end of each period: its median over the draws, or that of the point run.
fn survival(seen: &Seen) -> Vec<f64> {
    match seen.futures {
        Some(futures) => futures.bands.survival.iter().map(|band| band.p50).collect(),
        None => seen.forecast.survival.clone(),
    }
}

/// Active customers at the end of each period, likewise.
fn active(seen: &Seen) -> Vec<f64> {
    match seen.futures {
        Some(futures) => futures.bands.periods.iter().map(|row| row.active.p50).collect(),
        None => seen.forecast.periods.iter().map(|row| row.active).collect(),
    }
}

/// Whether the proposal keeps customers just as today's plan does.
fn keeps_alike(input: &ChartInput) -> bool {
    let before = survival(&input.seen_before());
    input.seen_after().is_some_and(|after| {
        let after = survival(&after);
        before.iter().zip(&after).all(|(a, b)| (a - b).abs() <= SAME)
    })
}

/// The plans of a panel: their words, how they look, whether their bands are shades.
fn plans<'a>(input: &ChartInput<'a>, sheet: &Sheet, alike: bool) -> Vec<(&'static str, Seen<'a>, (Rgb, Pen), bool)> {
    let (before, after) = (Series::status_quo(sheet.theme), Series::proposal(sheet.theme));
    match input.seen_after() {
        Some(proposed) if alike => vec![("both", proposed, after, true)],
        Some(proposed) => vec![("today", input.seen_before(), before, false), ("proposal", proposed, after, true)],
        None => vec![("alone", input.seen_before(), after, true)],
    }
}

fn lines(
    input: &ChartInput,
    sheet: &Sheet,
    alike: bool,
    values: impl Fn(&Seen) -> Vec<f64>,
    bands: impl Fn(&Seen) -> Vec<Option<Band>>,
    write: impl Fn(f64) -> String,
) -> Vec<Line> {
    let words = input.words();
    let line = |(plan, seen, (colour, pen), shaded): (&'static str, Seen, (Rgb, Pen), bool)| {
        let (values, bands) = (values(&seen), bands(&seen));
        let value = write(values.last().copied().unwrap_or(0.0));
        let range = bands.last().copied().flatten().and_then(|band| {
            let (low, high) = (write(band.p10), write(band.p90));
            (low != high).then(|| eight_in_ten(words, &low, &high))
        });
        Line {
            values,
            bands,
            end: (say!(words, "retention-end", plan = plan, value = value), range),
            colour,
            pen,
            shaded,
        }
    };
    plans(input, sheet, alike).into_iter().map(line).collect()
}

fn cohort_lines(input: &ChartInput, sheet: &Sheet) -> Vec<Line> {
    let bands = |seen: &Seen| {
        seen.futures
            .map_or_else(Vec::new, |futures| futures.bands.survival.iter().copied().map(Some).collect())
    };
    lines(input, sheet, keeps_alike(input), survival, bands, |x| sheet.format.percent_short(x))
}

fn base_lines(input: &ChartInput, sheet: &Sheet) -> Vec<Line> {
    let bands = |seen: &Seen| {
        seen.futures.map_or_else(Vec::new, |futures| {
            futures.bands.periods.iter().map(|row| Some(row.active)).collect()
        })
    };
    let whole = |x: f64| sheet.format.count(if x.abs() >= 1.0 { x.round() } else { x });
    lines(input, sheet, false, active, bands, whole)
}

/// Draws axes, lines and the labels at their ends; gives where the lines are and the scales.
fn draw_panel(sheet: &mut Sheet, panel: Panel, periods: usize) -> (Rect, Linear, Linear) {
    let theme = sheet.theme;
    let Panel {
        room,
        heading,
        x_ticks,
        y: (ticks, scale),
        start,
        lines,
    } = panel;
    let labels: Vec<(f64, String)> = ticks.values.iter().map(|&value| (value, scale.label(value))).collect();
    let width = |text: &str, size: f64| Text::new(text, 0.0, 0.0, theme.ink).size(size).bold().width();
    let left = labels.iter().map(|(_, label)| width(label, text_size::TICK)).fold(0.0, f64::max);
    let right = lines.iter().map(|line| {
        let small = line.end.1.as_ref().map_or(0.0, |text| width(text, text_size::SMALL));
        width(&line.end.0, text_size::TICK).max(small)
    });
    let right = right.fold(0.0, f64::max).min(room.width() * 0.45);
    let area = Rect {
        left: room.left + left + 12.0,
        top: room.top + HEADING,
        right: room.right - right - 12.0,
        bottom: room.bottom - 28.0,
    };
    for line in wrapped(&heading, text_size::LABEL, Weight::SemiBold, room.width(), 1) {
        sheet.canvas.text(Text::new(line, room.left, room.top + 16.0, theme.ink).bold());
    }
    let (x, y) = area.scales((0.0, periods.max(1) as f64), (ticks.low(), ticks.high()));
    draw_levels(sheet, area, y, &labels);
    draw_x(sheet, area, x, x_ticks);
    let place = |t: usize, value: f64| (x.at((t + 1) as f64), y.at(value));
    let origin = start.map(|value| (x.at(0.0), y.at(value)));
    for line in lines.iter().filter(|line| line.shaded) {
        futures::ribbon(&mut sheet.canvas, origin, &line.bands, place, line.colour);
    }
    for line in &lines {
        if !line.shaded {
            futures::outline(&mut sheet.canvas, origin, &line.bands, place, line.colour);
        }
        let values = line.values.iter().enumerate().filter(|(_, value)| value.is_finite());
        let points: Vec<Point> = origin.into_iter().chain(values.map(|(t, &value)| place(t, value))).collect();
        sheet.canvas.line(thinned(&points, MOST_POINTS), line.pen);
    }
    draw_ends(sheet, &lines, area, place);
    (area, x, y)
}

fn draw_x(sheet: &mut Sheet, area: Rect, x: Linear, ticks: Vec<(f64, String)>) {
    let theme = sheet.theme;
    let mut taken = area.left - 30.0;
    for (t, label) in ticks {
        let at = x.at(t);
        let text = Text::new(label, at, area.bottom + 23.0, theme.muted).size(text_size::TICK);
        let mut text = text.anchor(Anchor::Middle);
        text.x = text.x.max(area.left - 10.0 + text.width() / 2.0);
        if text.rect().left > taken + 8.0 && text.rect().right <= area.right + 24.0 {
            taken = text.rect().right;
            sheet.canvas.text(text);
            let tick = [(at, area.bottom), (at, area.bottom + 5.0)];
            sheet.canvas.line(tick, Pen::solid(theme.muted, 1.0));
        }
    }
}

/// A dot and its label at the end of each line; the labels are moved apart where the lines end together.
fn draw_ends(sheet: &mut Sheet, lines: &[Line], area: Rect, place: impl Fn(usize, f64) -> Point) {
    let ends: Vec<(&Line, Point)> = (lines.iter())
        .filter_map(|line| {
            let t = line.values.iter().rposition(|value| value.is_finite())?;
            Some((line, place(t, line.values[t])))
        })
        .collect();
    let heights: Vec<f64> = ends
        .iter()
        .map(|(line, _)| if line.end.1.is_some() { 40.0 } else { 22.0 })
        .collect();
    let wanted: Vec<f64> = ends.iter().map(|(_, end)| end.1).collect();
    let centres = spread(&wanted, &heights, area.top, area.bottom);
    for (((line, end), height), centre) in ends.into_iter().zip(heights).zip(centres) {
        sheet.canvas.disc(end, 4.5, line.colour);
        let (x, y) = (area.right + 10.0, centre - height / 2.0 + 15.0);
        let strong = Text::new(&line.end.0, x, y, line.colour).size(text_size::TICK);
        sheet.canvas.text(strong.bold());
        if let Some(range) = &line.end.1 {
            let text = Text::new(range, x, y + 18.0, sheet.theme.muted);
            sheet.canvas.text(text.size(text_size::SMALL));
        }
    }
}

/// Where half of the cohort is gone.
fn mark_half(sheet: &mut Sheet, input: &ChartInput, within: Rect, (x, y): (Linear, Linear)) {
    let main = input.seen_after().unwrap_or_else(|| input.seen_before());
    let Some((t, share)) = survival(&main).into_iter().enumerate().find(|(_, share)| *share < 0.5) else {
        return;
    };
    let (colour, _) = Series::proposal(sheet.theme);
    let at = (x.at((t + 1) as f64), y.at(share));
    sheet.canvas.ring(at, 6.0, colour);
    let text = say!(input.words(), "retention-half", age = input.lasting(t + 1));
    sheet.label_near(at, &[Text::new(text, 0.0, 0.0, colour).size(text_size::TICK).bold()], within);
}

fn title(input: &ChartInput) -> String {
    let (words, format) = (input.words(), input.format());
    let (before, after) = (input.seen_before(), input.seen_after());
    let main = after.unwrap_or(before);
    let last = |values: Vec<f64>| values.last().copied().filter(|x| x.is_finite()).unwrap_or(0.0);
    let left = (100.0 * last(survival(&main))).round();
    let kept = format.number(left, 0);
    let whole = |x: f64| format.count(x.round());
    let end = last(active(&main));
    if after.is_none() {
        return say!(words, "retention-title-alone", kept = kept, n = left as usize, active = whole(end));
    }
    let difference = end.round() - last(active(&before)).round();
    let change = match difference {
        more if more > 0.0 => "more",
        less if less < 0.0 => "fewer",
        _ => "same",
    };
    say!(
        words,
        "retention-title",
        kept = kept,
        n = left as usize,
        active = whole(end),
        change = change,
        difference = whole(difference.abs())
    )
}

fn table(input: &ChartInput) -> Table {
    let plans = [("status_quo", Some(input.seen_before())), ("proposal", input.seen_after())];
    let drawn = || plans.iter().filter_map(|(name, seen)| Some((*name, (*seen)?.futures?)));
    let mut columns: Vec<String> = ["period", "date"].map(str::to_owned).into();
    for quantity in ["survival", "active"] {
        columns.extend(plans.iter().map(|(name, _)| format!("{name}_{quantity}")));
        columns.extend(drawn().flat_map(|(name, _)| futures::columns(&format!("{name}_{quantity}")).collect::<Vec<_>>()));
    }
    let mut table = Table::new(&columns);
    for (t, row) in input.before.periods.iter().enumerate() {
        let survival = plans
            .iter()
            .map(|(_, seen)| (*seen).and_then(|seen| seen.forecast.survival.get(t).copied()).into());
        let survival_bands = drawn().flat_map(|(_, plan)| futures::cells(plan.bands.survival.get(t)));
        let active = plans
            .iter()
            .map(|(_, seen)| (*seen).and_then(|seen| Some(seen.forecast.periods.get(t)?.active)).into());
        let active_bands = drawn().flat_map(|(_, plan)| futures::cells(plan.bands.periods.get(t).map(|row| &row.active)));
        let first = [(t + 1).into(), row.date.as_str().into()];
        table.row(
            first
                .into_iter()
                .chain(survival)
                .chain(survival_bands)
                .chain(active)
                .chain(active_bands),
        );
    }
    table
}
