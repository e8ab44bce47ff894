//! Control charts of what one strategy measured in the shown world: individuals, a small multiple for each quantity.

use super::super::axis::{Linear, Ticks};
use super::super::canvas::{Anchor, Pen, Text};
use super::super::font::{self, Weight};
use super::super::geometry::{Point, Rect, thinned};
use super::super::sheet::Sheet;
use super::super::text::cut;
use super::super::theme::{Rgb, Theme, text_size};
use super::super::{Drawing, Look, table::Table};
use super::marks::{self, RULES, rule};
use super::rows::word;
use super::{LabInput, Worlds, strategies, strategy, who};
use crate::format::{Format, Scale};
use crate::lab::{ControlChart, CourseShown, Strategy, Watched};
use crate::math::{ControlLimits, Rule};
use crate::say;
use crate::words::Words;

/// Panels side by side.
const COLUMNS: usize = 3;
/// Room of a sign of the key [px].
const SIGN: f64 = 29.0;
/// Above a plot: its name and how many signals it has [px].
const HEAD: f64 = 44.0;
/// More points than this in a panel are a line without dots.
const MOST_DOTS: usize = 120;
/// More points than this in a panel's line cannot be seen.
const MOST_POINTS: usize = 500;
/// Marks of one rule nearer to each other than this would be one blot: the next is left out, the head still counts it [px].
const MARKS: f64 = 5.0;

/// `None` where nothing was measured, or the strategy did not play.
pub(super) fn draw(input: &LabInput, look: &Look) -> Option<Drawing> {
    let course = input.course().filter(|course| course.charts.iter().any(is_measured))?;
    let words = input.words();
    let subtitle = say!(
        words,
        "lab-control-subtitle",
        period = input.period.word(),
        world = input.count(input.experiment.shown.world),
    );
    let mut sheet = input.sheet(Worlds::Shown, look, &title(input, course), &subtitle);
    let changes = changes(input, course);
    let top = draw_key(&mut sheet, !changes.is_empty()) + 10.0;
    let charts = course.charts.len();
    let (columns, rows) = (charts.min(COLUMNS), charts.div_ceil(COLUMNS));
    let labels = course.charts.iter().map(|chart| Panel::new(chart, input));
    let panels: Vec<Panel> = labels.collect();
    let gap = 26.0;
    let width = (sheet.room.width() - gap * (columns as f64 - 1.0)) / columns as f64;
    let height = (sheet.room.bottom + 12.0 - top) / rows as f64;
    for (i, panel) in panels.iter().enumerate() {
        let (row, column) = ((i / COLUMNS) as f64, (i % COLUMNS) as f64);
        let left = sheet.room.left + column * (width + gap);
        let rect = Rect {
            left,
            top: top + row * height,
            right: left + width,
            bottom: top + (row + 1.0) * height,
        };
        panel.draw(&mut sheet, rect, &changes, course.strategy);
    }
    Some(Drawing {
        sheet,
        table: table(course, &changes),
    })
}

fn is_measured(chart: &ControlChart) -> bool {
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

/// The periods in which the strategy changed something.
fn changes(input: &LabInput, course: &CourseShown) -> Vec<usize> {
    let spans = input.experiment.cycles.iter().zip(&course.cycles);
    let changed = spans.filter(|(_, cycle)| !cycle.moves.is_empty() || !cycle.actions.is_empty());
    changed.map(|(span, _)| span.first).collect()
}

fn title(input: &LabInput, course: &CourseShown) -> String {
    let words = input.words();
    let n = course.charts.iter().filter(|chart| !chart.signals.is_empty()).count();
    let changed = changes(input, course).len();
    let (name, charts) = (strategy(words, course.strategy), input.count(course.charts.len()));
    match (n, changed) {
        (0, 0) => say!(words, "lab-control-title-still"),
        (0, _) => say!(
            words,
            "lab-control-title-quiet",
            who = who(course.strategy),
            strategy = name,
            changes = input.count(changed),
            n = changed
        ),
        (_, 0) => say!(words, "lab-control-title-alarm", signals = input.count(n), n = n, charts = charts),
        _ => say!(
            words,
            "lab-control-title",
            who = who(course.strategy),
            strategy = name,
            changes = input.count(changed),
            n = changed,
            signals = input.count(n),
            charts = charts,
        ),
    }
}

/// A sign of the key.
#[derive(Clone, Copy)]
enum Sign {
    Rule(Rule),
    Base,
    Limits,
    Change,
}

/// What the marks, the lines and the shade are; gives the end of the last of its lines [px].
fn draw_key(sheet: &mut Sheet, changed: bool) -> f64 {
    let (theme, words) = (sheet.theme, sheet.words);
    let mut signs: Vec<(Sign, String)> = RULES.map(|of| (Sign::Rule(of), rule(words, of))).into();
    signs.push((Sign::Base, say!(words, "lab-key-base")));
    signs.push((Sign::Limits, say!(words, "lab-key-limits")));
    if changed {
        signs.push((Sign::Change, say!(words, "lab-key-change")));
    }
    let (mut x, mut y) = (sheet.room.left, sheet.room.top + 8.0);
    for (sign, text) in signs {
        if x + SIGN + font::width(&text, text_size::TICK, Weight::Regular) > sheet.room.right {
            (x, y) = (sheet.room.left, y + 24.0);
        }
        match sign {
            Sign::Rule(of) => marks::draw(&mut sheet.canvas, &theme, of, (x + 12.0, y), 7.0),
            Sign::Base => {
                let base = Rect {
                    left: x,
                    top: y - 8.0,
                    right: x + 22.0,
                    bottom: y + 8.0,
                };
                sheet.canvas.bar(base, base_colour(&theme));
            }
            Sign::Limits => sheet.canvas.line([(x, y), (x + 22.0, y)], Pen::dashed(theme.muted, 1.5)),
            Sign::Change => sheet.canvas.line([(x + 12.0, y - 9.0), (x + 12.0, y + 9.0)], change_pen(&theme)),
        }
        x = word(sheet, x + SIGN, y, &text);
    }
    y + 12.0
}

/// A change of the plan: lighter than the points, which are read first.
fn change_pen(theme: &Theme) -> Pen {
    Pen::solid(theme.ink.mixed(theme.background, 0.25), 1.25)
}

/// The ground of the points that the limits are made of.
fn base_colour(theme: &Theme) -> Rgb {
    theme.grid.mixed(theme.background, 0.35)
}

/// One quantity.
struct Panel<'a> {
    chart: &'a ControlChart,
    ticks: Ticks,
    levels: Vec<(f64, String)>,
}

impl<'a> Panel<'a> {
    fn new(chart: &'a ControlChart, input: &LabInput) -> Self {
        let limits = chart
            .limits
            .into_iter()
            .flat_map(|limits| [limits.lower, limits.mean, limits.upper]);
        let values = chart.points.iter().flatten().copied().chain(limits).filter(|x| x.is_finite());
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
        let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
        let ticks = Ticks::covering(low, high, 5);
        let scale = scale(chart.watched, &input.format(), &ticks);
        let levels = ticks.values.iter().map(|value| (*value, scale.label(*value))).collect();
        Self { chart, ticks, levels }
    }

    fn draw(&self, sheet: &mut Sheet, rect: Rect, changes: &[usize], of: Strategy) {
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
        if let Some(limits) = chart.limits {
            for (value, pen) in [
                (limits.lower, Pen::dashed(theme.muted, 1.5)),
                (limits.mean, Pen::solid(theme.muted, 1.5)),
                (limits.upper, Pen::dashed(theme.muted, 1.5)),
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

    fn draw_points(&self, sheet: &mut Sheet, (x, y): (Linear, Linear), of: Strategy) {
        let theme = sheet.theme;
        let colour = strategies::colour(&theme, of);
        let place = |t: usize, value: f64| (x.at(t as f64 + 0.5), y.at(value));
        let known = |t: usize| self.chart.points.get(t).copied().flatten().filter(|value| value.is_finite());
        let all: Vec<usize> = (0..self.chart.points.len()).collect();
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
        for rule in RULES {
            let mut taken = f64::NEG_INFINITY;
            for found in self.chart.marked().into_iter().filter(|found| found.rule == rule) {
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

fn table(course: &CourseShown, changes: &[usize]) -> Table {
    let columns = ["watched", "period", "value", "base", "lower", "mean", "upper", "signal", "changed"];
    let mut table = Table::new(&columns);
    for chart in &course.charts {
        for (t, value) in chart.points.iter().enumerate() {
            let signals: Vec<&str> = chart
                .signals
                .iter()
                .filter(|found| found.at == t)
                .map(|found| marks::word(found.rule))
                .collect();
            let limit = |of: fn(ControlLimits) -> f64| chart.limits.map(of);
            table.row([
                key(chart.watched).into(),
                (t + 1).into(),
                (*value).into(),
                usize::from(t < chart.base).into(),
                limit(|limits| limits.lower).into(),
                limit(|limits| limits.mean).into(),
                limit(|limits| limits.upper).into(),
                signals.join(" ").as_str().into(),
                usize::from(changes.contains(&t)).into(),
            ]);
        }
    }
    table
}

/// The word of a quantity in the table.
const fn key(of: Watched) -> &'static str {
    match of {
        Watched::Visits => "visits",
        Watched::Act => "act",
        Watched::Convert => "convert",
        Watched::Retention => "retention",
        Watched::Repeat => "repeat",
        Watched::Roi => "roi",
    }
}
