//! Lines over the horizon, the status quo beside the proposal: what the charts of ROI and of profit share.

use super::axis::{Calendar, Linear, Ticks};
use super::canvas::{Anchor, Pen, Text};
use super::geometry::{Point, Rect, spread, thinned};
use super::input::Seen;
use super::sheet::Sheet;
use super::theme::{Rgb, text_size};
use super::{ChartInput, Theme, futures, terms};
use crate::format::Scale;
use crate::say;
use crate::simulate::Band;

/// More points than this in a line cannot be seen.
const MOST_POINTS: usize = 1_600;

/// Between a plot and the labels of its levels [px].
const LEVELS: f64 = 12.0;

/// A plan's line.
pub(super) struct Series {
    /// Value at the end of each period; `None`: there is none.
    pub values: Vec<Option<f64>>,
    /// What stands at the end of the line: strong, then lines below.
    pub end: (String, Vec<String>),
    pub colour: Rgb,
    pub pen: Pen,
    /// The draws at the end of each period; empty at the point run.
    pub bands: Vec<Option<Band>>,
    /// Whether the bands are shades, or the outline of eight futures in ten.
    pub shaded: bool,
}

impl Series {
    /// The last value that there is.
    pub(super) fn last(&self) -> Option<f64> {
        self.values.iter().rev().find_map(|value| finite(*value))
    }

    /// Pen and colour of the plan of the file.
    pub(super) fn status_quo(theme: Theme) -> (Rgb, Pen) {
        (theme.status_quo, Pen::dashed(theme.status_quo, 2.5))
    }

    /// Pen and colour of the proposed plan, or of a plan alone.
    pub(super) fn proposal(theme: Theme) -> (Rgb, Pen) {
        (theme.proposal, Pen::solid(theme.proposal, 3.5))
    }
}

/// A plot of lines, drawn.
pub(super) struct Plot {
    /// Where the lines are.
    pub area: Rect,
    pub x: Linear,
    pub y: Linear,
    /// The largest value that was cut at the upper end of the scale.
    pub cut_above: Option<f64>,
    /// The smallest value that was cut at the lower end of the scale.
    pub cut_below: Option<f64>,
}

impl Plot {
    /// Place of the value at the end of period `t`.
    pub(super) fn end_of(&self, t: usize, value: f64) -> Point {
        (self.x.at((t + 1) as f64), self.y.at(value))
    }
}

/// The plan of the file beside the proposed one, or alone: each by its name, its colour and pen, and whether its bands are shades.
pub(super) fn each_plan<'a>(
    input: &ChartInput<'a>,
    theme: Theme,
    plan: impl Fn(Seen<'a>, String, (Rgb, Pen), bool) -> Series,
) -> Vec<Series> {
    let (words, before, after) = (input.words(), Series::status_quo(theme), Series::proposal(theme));
    let today = input.seen_before();
    match input.seen_after() {
        Some(proposed) => vec![
            plan(today, terms::today_plan(words), before, false),
            plan(proposed, terms::proposal(words), after, true),
        ],
        None => vec![plan(today, terms::plan(words), after, true)],
    }
}

pub(super) fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|x| x.is_finite())
}

/// Draws axes, lines and labels at their ends. `start` is the value before the first period; `scale` writes the numbers of the y axis.
pub(super) fn draw(
    sheet: &mut Sheet,
    input: &ChartInput,
    series: &[Series],
    start: Option<f64>,
    scale: impl Fn(&Ticks, &Sheet) -> Scale,
    zero: &str,
) -> Plot {
    let (low, high) = range(series, start);
    let theme = sheet.theme;
    let ticks = Ticks::covering(low, high, 7);
    let labels: Vec<(f64, String)> = {
        let scale = scale(&ticks, sheet);
        ticks.values.iter().map(|&value| (value, scale.label(value))).collect()
    };
    let text_width = |text: &str, size: f64, bold: bool| {
        let text = Text::new(text, 0.0, 0.0, theme.ink).size(size);
        if bold { text.bold().width() } else { text.width() }
    };
    let left_room = labels
        .iter()
        .map(|(_, label)| text_width(label, text_size::TICK, false))
        .fold(0.0, f64::max);
    let right_room = series
        .iter()
        .flat_map(|s| {
            let strong = text_width(&s.end.0, text_size::STRONG, true);
            s.end
                .1
                .iter()
                .map(|line| text_width(line, text_size::TICK, false))
                .chain([strong])
                .collect::<Vec<_>>()
        })
        .fold(0.0, f64::max);
    let banded = series.iter().any(|s| !s.bands.is_empty());
    let area = Rect {
        left: sheet.room.left + left_room + 16.0,
        top: sheet.room.top + if banded { futures::KEY + 10.0 } else { 8.0 },
        right: sheet.room.right - right_room - 18.0,
        bottom: sheet.room.bottom - 28.0,
    };
    let periods = input.before.periods.len();
    let (x, y) = area.scales((0.0, periods.max(1) as f64), (ticks.low(), ticks.high()));
    draw_axes(sheet, input, area, (x, y), &labels);
    if banded {
        let (colour, outlined) = (series.last().map_or(theme.proposal, |s| s.colour), series.len() > 1);
        let at = (area.left, sheet.room.top + futures::KEY / 2.0);
        let median = say!(sheet.words, "futures-key-median");
        futures::key(sheet, at, colour, Some(&median), outlined);
    }
    let mut plot = Plot {
        area,
        x,
        y,
        cut_above: None,
        cut_below: None,
    };
    let origin = start.map(|value| (x.at(0.0), y.at(value)));
    for s in series.iter().filter(|s| s.shaded) {
        futures::ribbon(&mut sheet.canvas, origin, &s.bands, |t, value| plot.end_of(t, value), s.colour);
    }
    for s in series {
        if !s.shaded {
            futures::outline(&mut sheet.canvas, origin, &s.bands, |t, value| plot.end_of(t, value), s.colour);
        }
        let points = start
            .map(|value| (x.at(0.0), y.at(value)))
            .into_iter()
            .chain((0..periods).filter_map(|t| finite(s.values.get(t).copied().flatten()).map(|value| plot.end_of(t, value))));
        sheet.canvas.line(thinned(&points.collect::<Vec<_>>(), MOST_POINTS), s.pen);
        for value in reach(s, 0) {
            if value > y.high {
                plot.cut_above = Some(plot.cut_above.map_or(value, |most| most.max(value)));
            }
            if value < y.low {
                plot.cut_below = Some(plot.cut_below.map_or(value, |least| least.min(value)));
            }
        }
    }
    draw_ends(sheet, &plot, series);
    draw_zero(sheet, &plot, zero, banded);
    plot
}

/// Every value of a plan from period `skip` on, with the ends of its bands.
fn reach(series: &Series, skip: usize) -> impl Iterator<Item = f64> {
    let shaded = series.shaded;
    let ends = series
        .bands
        .iter()
        .skip(skip)
        .flatten()
        .flat_map(move |band| if shaded { [band.p5, band.p95] } else { [band.p10, band.p90] });
    let values = series.values.iter().skip(skip).filter_map(|value| *value);
    values.chain(ends).filter(|value| value.is_finite())
}

/// The range to show: all values, but not the swings of the first eighth of the horizon where they would flatten all the rest.
fn range(series: &[Series], start: Option<f64>) -> (f64, f64) {
    let bounds = |skip: usize| {
        series
            .iter()
            .flat_map(|s| reach(s, skip))
            .chain(start)
            .fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)))
    };
    let all = bounds(0);
    let late = bounds(series.iter().map(|s| s.values.len()).max().unwrap_or(0) / 8);
    let span = late.1 - late.0;
    if span > 0.0 && all.1 - all.0 > 3.0 * span {
        (
            late.0 - 0.5 * span * f64::from(all.0 < late.0),
            late.1 + 0.5 * span * f64::from(all.1 > late.1),
        )
    } else {
        all
    }
}

/// A line across the plot and a label left of it for each level.
pub(super) fn draw_levels(sheet: &mut Sheet, area: Rect, y: Linear, levels: &[(f64, String)]) {
    let theme = sheet.theme;
    for (value, label) in levels {
        let at = y.at(*value);
        let pen = if *value == 0.0 {
            Pen::solid(theme.ink, 1.5)
        } else {
            Pen::solid(theme.grid, 1.0)
        };
        sheet.canvas.line([(area.left, at), (area.right, at)], pen);
        let text = Text::new(label, area.left - LEVELS, 0.0, theme.muted).size(text_size::TICK);
        sheet.canvas.text(text.anchor(Anchor::End).centred_on(at));
    }
}

fn draw_axes(sheet: &mut Sheet, input: &ChartInput, area: Rect, (x, y): (Linear, Linear), labels: &[(f64, String)]) {
    let theme = sheet.theme;
    draw_levels(sheet, area, y, labels);
    let calendar = Calendar::new(input.before.periods.iter().map(|row| row.date.as_str()), input.format());
    let mut taken = f64::NEG_INFINITY;
    for (t, label) in calendar.ticks(area.width()) {
        let at = x.at(t);
        sheet
            .canvas
            .line([(at, area.bottom), (at, area.bottom + 5.0)], Pen::solid(theme.muted, 1.0));
        let mut text = Text::new(label, at, area.bottom + 23.0, theme.muted)
            .size(text_size::TICK)
            .anchor(Anchor::Middle);
        text.x = text.x.max(sheet.room.left + text.width() / 2.0);
        // Months of different lengths can bring two labels nearer than the ticks allowed for.
        if text.rect().left > taken + 6.0 {
            taken = text.rect().right;
            sheet.canvas.text(text);
        }
    }
}

/// What the zero line means stands on it, as far left as no line of a plan runs through it.
fn draw_zero(sheet: &mut Sheet, plot: &Plot, zero: &str, on_shades: bool) {
    let text = Text::new(zero, 0.0, 0.0, sheet.theme.muted).size(text_size::TICK);
    let text = if on_shades { text.halo(sheet.theme.background) } else { text };
    let line = plot.y.at(0.0);
    let last = plot.area.right - text.width() - 8.0;
    let steps = ((last - plot.area.left) / 20.0).max(0.0) as usize;
    let places = (0..=steps).flat_map(|i| {
        let x = plot.area.left + 8.0 + 20.0 * i as f64;
        [line + 14.0, line - 14.0].map(|y| {
            let mut text = text.clone();
            text.x = x;
            text.centred_on(y)
        })
    });
    let free = |text: &Text| {
        let rect = text.rect();
        plot.area.contains(rect) && sheet.canvas.is_free(rect) && sheet.canvas.lines_through(rect.grown(2.0)) == 0
    };
    if let Some(text) = places.into_iter().find(free) {
        sheet.canvas.text(text);
    }
}

/// A dot and its label at the end of each line; the labels are moved apart where the lines end together.
fn draw_ends(sheet: &mut Sheet, plot: &Plot, series: &[Series]) {
    let ends: Vec<(&Series, Point)> = series
        .iter()
        .filter_map(|s| {
            let t = s.values.iter().rposition(|value| finite(*value).is_some())?;
            Some((s, plot.end_of(t, s.values[t]?)))
        })
        .collect();
    let heights: Vec<f64> = ends.iter().map(|(s, _)| 27.0 + 20.0 * s.end.1.len() as f64).collect();
    let wanted: Vec<f64> = ends.iter().map(|(_, end)| end.1).collect();
    let centres = spread(&wanted, &heights, sheet.room.top, sheet.room.bottom - 26.0);
    for (((s, end), height), centre) in ends.into_iter().zip(heights).zip(centres) {
        sheet.canvas.disc(end, 5.5, s.colour);
        let x = plot.area.right + 14.0;
        let mut y = centre - height / 2.0 + 20.0;
        sheet
            .canvas
            .text(Text::new(&s.end.0, x, y, s.colour).size(text_size::STRONG).bold());
        for line in &s.end.1 {
            y += 20.0;
            sheet.canvas.text(Text::new(line, x, y, sheet.theme.muted).size(text_size::TICK));
        }
    }
}
