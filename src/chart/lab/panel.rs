//! One control chart: the points of a quantity with their limits and signals.

use super::super::axis::{Linear, Ticks};
use super::super::canvas::{Anchor, Pen, Text};
use super::super::font::{self, Weight};
use super::super::geometry::{Point, Rect, thinned};
use super::super::sheet::Sheet;
use super::super::text::cut;
use super::super::theme::{Rgb, Theme, text_size};
use super::marks::{self, RULES};
use super::{LabInput, strategies};
use crate::format::{Format, Scale};
use crate::lab::{ControlChart, Strategy, Watched};
use crate::math::{Found, Rule, Side};
use crate::say;
use crate::words::Words;

/// Above a plot: its name and how many signals it has [px].
const HEAD: f64 = 44.0;
/// More points than this in a panel are a line without dots.
const MOST_DOTS: usize = 120;
/// More points than this in a panel's line cannot be seen.
const MOST_POINTS: usize = 500;
/// More points than this beyond a limit are one shade between two marks: as many marks would hide the line.
const LONG: usize = 8;
/// Marks of one rule nearer to each other than this would be one blot: the next is left out, the head still counts it [px].
const MARKS: f64 = 5.0;

pub(super) fn is_measured(chart: &ControlChart) -> bool {
    chart.points.iter().flatten().any(|point| point.is_finite())
}

/// What is watched, as a panel's head.
pub(crate) fn watched(words: Words, of: Watched) -> String {
    match of {
        Watched::Visits => say!(words, "lab-watched-visits"),
        Watched::Act => say!(words, "lab-watched-act"),
        Watched::Convert => say!(words, "lab-watched-convert"),
        Watched::Retention => say!(words, "lab-watched-retention"),
        Watched::Repeat => say!(words, "lab-watched-repeat"),
        Watched::Roi => say!(words, "lab-watched-roi"),
    }
}

/// A change of the plan: lighter than the points, which are read first.
pub(super) fn change_pen(theme: &Theme) -> Pen {
    Pen::solid(theme.ink.mixed(theme.background, 0.25), 1.25)
}

/// The ground of the points that the limits are made of.
pub(super) fn base_colour(theme: &Theme) -> Rgb {
    theme.grid.mixed(theme.background, 0.35)
}

/// Opacity of a long run beyond a limit: darker on a dark ground, where a shade is hard to see.
pub(super) fn run_shade(theme: &Theme) -> f64 {
    if theme.is_dark() { 0.5 } else { 0.3 }
}

/// What a quantity can be at all: what is drawn of its axis and its limits.
fn domain(of: Watched) -> (f64, f64) {
    match of {
        Watched::Act | Watched::Convert | Watched::Retention => (0.0, 1.0),
        Watched::Visits | Watched::Repeat => (0.0, f64::INFINITY),
        Watched::Roi => (f64::NEG_INFINITY, f64::INFINITY),
    }
}

/// One quantity.
pub(super) struct Panel<'a> {
    chart: &'a ControlChart,
    /// Lower limit, mean and upper limit, within what the quantity can be.
    limits: Option<[f64; 3]>,
    ticks: Ticks,
    levels: Vec<(f64, String)>,
    /// Stretches of many points beyond the same limit: the first, the last.
    runs: Vec<(Found, Found)>,
}

impl<'a> Panel<'a> {
    pub(super) fn new(chart: &'a ControlChart, input: &LabInput) -> Self {
        let (least, most) = domain(chart.watched);
        let (low, high) = range(chart.points.iter().flatten().copied());
        // a ratio of counts of which one lags can lie beyond: what was measured is drawn
        let (least, most) = (least.min(low), most.max(high));
        let limits = chart
            .limits
            .map(|limits| [limits.lower, limits.mean, limits.upper].map(|x| x.clamp(least, most)));
        let (low, high) = range(chart.points.iter().flatten().copied().chain(limits.into_iter().flatten()));
        let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
        let mut ticks = Ticks::covering(low, high, 5);
        // where all is one value the levels go beyond it on both sides; half a step is more than rounding
        let half = ticks.step / 2.0;
        ticks.values.retain(|x| *x > least - half && *x < most + half);
        let scale = scale(chart.watched, &input.format(), &ticks);
        let levels = ticks.values.iter().map(|value| (*value, scale.label(*value))).collect();
        Self {
            chart,
            limits,
            ticks,
            levels,
            runs: runs(&chart.marked()),
        }
    }

    /// Whether a run is so long that it is shaded.
    pub(super) const fn has_runs(&self) -> bool {
        !self.runs.is_empty()
    }

    pub(super) fn draw(&self, sheet: &mut Sheet, rect: Rect, changes: &[usize], of: Strategy) {
        let theme = sheet.theme;
        let chart = self.chart;
        self.draw_head(sheet, rect);
        let labels = self
            .levels
            .iter()
            .map(|(_, label)| font::width(label, text_size::SMALL, Weight::Regular));
        let area = Rect {
            left: rect.left + labels.fold(0.0, f64::max) + 10.0,
            top: rect.top + HEAD + 4.0,
            right: rect.right,
            bottom: rect.bottom - 30.0,
        };
        let periods = chart.points.len().max(1) as f64;
        let (x, y) = area.scales((0.0, periods), (self.ticks.low(), self.ticks.high()));
        if chart.limits.is_some() && chart.base > 0 {
            let base = Rect {
                right: x.at(chart.base as f64),
                ..area
            };
            sheet.canvas.bar(base, base_colour(&theme));
        }
        for (value, label) in &self.levels {
            let at = y.at(*value);
            sheet.canvas.line([(area.left, at), (area.right, at)], Pen::solid(theme.grid, 1.0));
            let text = Text::new(label, area.left - 7.0, 0.0, theme.muted).size(text_size::SMALL);
            sheet.canvas.text(text.anchor(Anchor::End).centred_on(at));
        }
        draw_periods(sheet, area, x, chart.points.len());
        for change in changes {
            let at = x.at(*change as f64);
            sheet.canvas.line([(at, area.top), (at, area.bottom)], change_pen(&theme));
        }
        if let Some([lower, mean, upper]) = self.limits {
            for (value, pen) in [
                (lower, Pen::dashed(theme.muted, 1.5)),
                (mean, Pen::solid(theme.muted, 1.5)),
                (upper, Pen::dashed(theme.muted, 1.5)),
            ] {
                sheet.canvas.line([(area.left, y.at(value)), (area.right, y.at(value))], pen);
            }
        }
        self.draw_points(sheet, (x, y), of);
    }

    /// Name, and how many signals there are.
    fn draw_head(&self, sheet: &mut Sheet, rect: Rect) {
        let (theme, words) = (sheet.theme, sheet.words);
        let name = cut(
            &watched(words, self.chart.watched),
            text_size::LABEL,
            Weight::SemiBold,
            rect.width(),
        );
        sheet.canvas.text(Text::new(name, rect.left, rect.top + 17.0, theme.ink).bold());
        let n = self.chart.marked().len();
        let (text, colour) = match (is_measured(self.chart), self.chart.limits.is_some(), n) {
            (false, ..) => (say!(words, "lab-control-nothing"), theme.muted),
            (_, _, 0) if is_constant(self.chart) => (say!(words, "lab-control-constant"), theme.muted),
            (_, false, _) => (say!(words, "lab-control-few"), theme.muted),
            (_, _, 0) => (say!(words, "lab-control-none"), theme.muted),
            _ => {
                let count = sheet.format.number(n as f64, 0);
                (say!(words, "lab-control-signals", count = count, n = n), theme.accent)
            }
        };
        let text = cut(&text, text_size::TICK, Weight::Regular, rect.width());
        sheet
            .canvas
            .text(Text::new(text, rect.left, rect.top + 36.0, colour).size(text_size::TICK));
    }

    /// A long run: what lies between the limit and the points, which would be hidden by a mark on each.
    fn draw_run(&self, sheet: &mut Sheet, (x, y): (Linear, Linear), first: &Found, last: &Found) {
        let Some([lower, _, upper]) = self.limits else { return };
        let beyond = |value: f64| match first.side {
            Side::Above => value.max(upper),
            Side::Below => value.min(lower),
        };
        let limit = y.at(if first.side == Side::Above { upper } else { lower });
        let at = |t: usize| x.at(t as f64 + 0.5);
        let inner = (first.at..=last.at).filter_map(|t| Some((t, self.chart.points.get(t).copied().flatten()?)));
        let edge: Vec<Point> = inner.map(|(t, value)| (at(t), y.at(beyond(value)))).collect();
        let edge = thinned(&edge, MOST_POINTS);
        let ends = [(at(last.at), limit), (at(first.at), limit)];
        let shade = run_shade(&sheet.theme);
        sheet.canvas.area(edge.into_iter().chain(ends), sheet.theme.accent, shade);
    }

    fn draw_points(&self, sheet: &mut Sheet, (x, y): (Linear, Linear), of: Strategy) {
        let theme = sheet.theme;
        let colour = strategies::colour(&theme, of);
        let place = |t: usize, value: f64| (x.at(t as f64 + 0.5), y.at(value));
        let known = |t: usize| self.chart.points.get(t).copied().flatten().filter(|value| value.is_finite());
        let all: Vec<usize> = (0..self.chart.points.len()).collect();
        for (first, last) in &self.runs {
            self.draw_run(sheet, (x, y), first, last);
        }
        // A gap where there was nothing to divide by stays a gap.
        for run in all.split(|t| known(*t).is_none()) {
            let points: Vec<Point> = run.iter().filter_map(|&t| Some(place(t, known(t)?))).collect();
            sheet.canvas.line(thinned(&points, MOST_POINTS), Pen::solid(colour, 1.5));
            if all.len() <= MOST_DOTS {
                for point in points {
                    sheet.canvas.disc(point, 2.75, colour);
                }
            }
        }
        let radius = if all.len() <= MOST_DOTS { 6.5 } else { 5.0 };
        let within = |found: &Found| {
            let of_run = |(first, last): &(Found, Found)| found.side == first.side && found.at > first.at && found.at < last.at;
            found.rule == Rule::Outside && self.runs.iter().any(of_run)
        };
        for rule in RULES {
            let mut taken = f64::NEG_INFINITY;
            for found in self.chart.marked().into_iter().filter(|found| found.rule == rule && !within(found)) {
                if let Some(at) = known(found.at).map(|value| place(found.at, value))
                    && at.0 >= taken + MARKS
                {
                    marks::draw(&mut sheet.canvas, &theme, rule, at, radius);
                    taken = at.0;
                }
            }
        }
    }
}

/// The least and the largest of what is finite; nothing leaves the first above the second.
fn range(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let finite = values.filter(|x| x.is_finite());
    finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
}

/// Whether more than one point was measured and all are one value.
fn is_constant(chart: &ControlChart) -> bool {
    let (low, high) = range(chart.points.iter().flatten().copied());
    low >= high && chart.points.iter().flatten().count() > 1
}

/// Stretches of more than [`LONG`] points outside on one side, each at most one point after the one before.
fn runs(marked: &[Found]) -> Vec<(Found, Found)> {
    let mut runs = Vec::new();
    for side in [Side::Above, Side::Below] {
        let outside = marked.iter().filter(|found| found.rule == Rule::Outside && found.side == side);
        let outside: Vec<Found> = outside.copied().collect();
        let stretches = outside.chunk_by(|a, b| b.at - a.at <= 2).filter(|stretch| stretch.len() > LONG);
        runs.extend(stretches.map(|stretch| (stretch[0], stretch[stretch.len() - 1])));
    }
    runs
}

/// How the numbers of a quantity are written.
fn scale(of: Watched, format: &Format, ticks: &Ticks) -> Scale {
    match of {
        Watched::Visits => Scale::count(format, ticks.largest(), ticks.step),
        _ => Scale::percent(format, ticks.step),
    }
}

/// Numbers of the periods below a panel.
fn draw_periods(sheet: &mut Sheet, area: Rect, x: Linear, periods: usize) {
    let theme = sheet.theme;
    let ticks = Ticks::covering(0.0, periods as f64, 6);
    let inside = ticks
        .values
        .iter()
        .filter(|t| **t >= 1.0 && **t <= periods as f64 && t.fract() == 0.0);
    let last = if periods == 1 { vec![1.0] } else { inside.copied().collect() };
    for t in last {
        // a period's point stands in its middle
        let at = x.at(t - 0.5);
        sheet
            .canvas
            .line([(at, area.bottom), (at, area.bottom + 4.0)], Pen::solid(theme.muted, 1.0));
        let mut text = Text::new(sheet.format.number(t, 0), at, area.bottom + 18.0, theme.muted);
        text = text.size(text_size::SMALL).anchor(Anchor::Middle);
        let half = text.width() / 2.0;
        text.x = text.x.min(area.right - half);
        if sheet.canvas.is_free(text.rect()) {
            sheet.canvas.text(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_points_beyond_one_limit_are_a_run() {
        let found = |at: usize, side: Side| Found {
            at,
            rule: Rule::Outside,
            side,
        };
        // nine with one point between, then eight, then nine that change sides in their middle
        let nine = [0, 1, 2, 4, 5, 6, 7, 8, 9].map(|at| found(at, Side::Above));
        let eight = (20..28).map(|at| found(at, Side::Above));
        let sides = (40..49).map(|at| found(at, if at < 44 { Side::Above } else { Side::Below }));
        let marked: Vec<Found> = nine.into_iter().chain(eight).chain(sides).collect();
        assert_eq!(runs(&marked), [(nine[0], nine[8])]);
    }
}
