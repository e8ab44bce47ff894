//! Control charts of what one strategy measured in the shown world: individuals, a small multiple for each quantity.

use super::super::canvas::Pen;
use super::super::font::{self, Weight};
use super::super::geometry::Rect;
use super::super::sheet::Sheet;
use super::super::theme::text_size;
use super::super::{Drawing, Look, table::Table};
use super::marks::{self, RULES, rule};
use super::panel::{Panel, base_colour, change_pen, is_measured, run_shade};
use super::rows::word;
use super::{LabInput, Worlds, strategy, who};
use crate::lab::{CourseShown, Watched};
use crate::math::{ControlLimits, Rule};
use crate::say;

/// Panels side by side.
const COLUMNS: usize = 3;
/// Room of a sign of the key [px].
const SIGN: f64 = 29.0;

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
    let panels: Vec<Panel> = course.charts.iter().map(|chart| Panel::new(chart, input)).collect();
    let top = draw_key(&mut sheet, !changes.is_empty(), panels.iter().any(Panel::has_runs)) + 10.0;
    let charts = course.charts.len();
    let (columns, rows) = (charts.min(COLUMNS), charts.div_ceil(COLUMNS));
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
    Run,
    Base,
    Limits,
    Change,
}

/// What the marks, the lines and the shade are; gives the end of the last of its lines [px].
fn draw_key(sheet: &mut Sheet, changed: bool, runs: bool) -> f64 {
    let (theme, words) = (sheet.theme, sheet.words);
    let mut signs: Vec<(Sign, String)> = RULES.map(|of| (Sign::Rule(of), rule(words, of))).into();
    if runs {
        signs.insert(1, (Sign::Run, say!(words, "lab-key-run")));
    }
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
            Sign::Run => {
                let corners = [(x, y - 8.0), (x + 22.0, y - 8.0), (x + 22.0, y + 8.0), (x, y + 8.0)];
                sheet.canvas.area(corners, theme.accent, run_shade(&theme));
            }
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
