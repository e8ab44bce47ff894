//! The loop: the objective cycle by cycle, the stage each cycle worked on, and how near the end is to the optimum.

use super::axis::{Linear, Ticks};
use super::canvas::{Anchor, Pen, Text};
use super::font::Weight;
use super::geometry::{Point, Rect, spread, thinned};
use super::sheet::Sheet;
use super::table::Table;
use super::terms::Form;
use super::text::{clean, cut};
use super::theme::text_size;
use super::weakest::{amount_change, followed, gain};
use super::{ChartInput, Drawing, Look, terms};
use crate::format::{Format, Scale};
use crate::kaizen::{Cycle, Journal, Stop};
use crate::model::Stage;
use crate::say;
use crate::words::Words;

/// More dots than this run into each other.
const MOST_DOTS: usize = 60;

/// `None` where there is no journal.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let journal = input.journal?;
    let format = input.format();
    let ticks = ticks(journal);
    let scale = match journal.objective {
        "customers" => Scale::count(&format, ticks.largest(), ticks.step),
        _ => Scale::money(&format, ticks.largest(), ticks.step),
    };
    let words = input.words();
    let sentences = [
        Some(say!(
            words,
            "kaizen-subtitle",
            objective = terms::objective(words, input.before.objective_name, Form::Title),
            followed = followed(input),
            unit = terms::unit(input, journal.objective)
        )),
        Some(stopped(words, journal, &format)),
        (ticks.low() > 0.0).then(|| say!(words, "kaizen-axis", start = scale.label(ticks.low()))),
    ];
    let subtitle = sentences.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let title = title(words, journal, input.before.objective_name, &format);
    let mut sheet = Sheet::new(&input.at_the_point(), look, &title, &subtitle);
    draw_path(&mut sheet, journal, &ticks, &scale);
    Some(Drawing {
        sheet,
        table: table(journal),
    })
}

/// What stopped the loop, in a sentence.
fn stopped(words: Words, journal: &Journal, format: &Format) -> String {
    match journal.stop {
        Stop::Cycles(most) => say!(words, "kaizen-stopped-cycles", cycles = format.number(most as f64, 0)),
        Stop::Size => say!(words, "kaizen-stopped-size"),
        Stop::Limits => say!(words, "kaizen-stopped-limits"),
        Stop::Tolerance { step, least } => {
            let (counted, least) = match journal.objective {
                "customers" => ("customers", format.count(least)),
                _ => ("money", format.money(least)),
            };
            let step = format.percent(step);
            say!(words, "kaizen-stopped-tolerance", counted = counted, step = step, least = least)
        }
        Stop::Nothing { step } => say!(words, "kaizen-stopped-nothing", step = format.percent(step)),
    }
}

/// Objective before the first cycle and after each.
fn path(journal: &Journal) -> Vec<f64> {
    std::iter::once(journal.start)
        .chain(journal.cycles.iter().map(|c| c.after))
        .collect()
}

/// Levels of the objective that the picture spans.
fn ticks(journal: &Journal) -> Ticks {
    let shown = path(journal).into_iter().chain([journal.optimum]).filter(|x| x.is_finite());
    let (low, high) = shown.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
    let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
    Ticks::covering(low, high, 6)
}

fn draw_path(sheet: &mut Sheet, journal: &Journal, ticks: &Ticks, scale: &Scale) {
    let theme = sheet.theme;
    let path = path(journal);
    let cycles = journal.cycles.len();
    let labels: Vec<String> = ticks.values.iter().map(|x| scale.label(*x)).collect();
    let width = |text: &str, size: f64| Text::new(text, 0.0, 0.0, theme.ink).size(size).bold().width();
    let left = labels.iter().map(|label| width(label, text_size::TICK)).fold(0.0, f64::max);
    let ends = end_labels(sheet.words, journal, &sheet.format);
    let right = ends
        .iter()
        .map(|(strong, line)| width(strong, text_size::LABEL).max(width(line, text_size::TICK)));
    let area = Rect {
        left: sheet.room.left + left + 14.0,
        top: sheet.room.top + 44.0,
        right: sheet.room.right - right.fold(0.0, f64::max) - 20.0,
        bottom: sheet.room.bottom - 76.0,
    };
    let x = Linear {
        low: 0.0,
        high: cycles.max(1) as f64,
        from: area.left + 14.0,
        to: area.right - 14.0,
    };
    let y = Linear {
        low: ticks.low(),
        high: ticks.high(),
        from: area.bottom,
        to: area.top,
    };
    draw_promise(sheet, area);
    for (value, label) in ticks.values.iter().zip(labels) {
        let at = y.at(*value);
        sheet.canvas.line([(area.left, at), (area.right, at)], Pen::solid(theme.grid, 1.0));
        let text = Text::new(label, area.left - 10.0, 0.0, theme.muted)
            .size(text_size::TICK)
            .anchor(Anchor::End);
        sheet.canvas.text(text.centred_on(at));
    }
    if journal.optimum.is_finite() {
        let at = y.at(journal.optimum);
        sheet
            .canvas
            .line([(area.left, at), (area.right, at)], Pen::dashed(theme.accent, 2.5));
    }
    let points: Vec<Point> = path.iter().enumerate().map(|(i, value)| (x.at(i as f64), y.at(*value))).collect();
    sheet.canvas.line(thinned(&points, 1_600), Pen::solid(theme.proposal, 3.5));
    if cycles <= MOST_DOTS {
        for point in &points {
            sheet.canvas.disc(*point, 6.0, theme.proposal);
        }
    }
    draw_actions(sheet, journal, &points, area);
    draw_ends(
        sheet,
        &ends,
        [(path.last().copied(), theme.proposal), (Some(journal.optimum), theme.accent)],
        y,
        area,
    );
    draw_cycles(sheet, cycles, x, area);
    draw_stages(sheet, &journal.cycles, x, area);
}

fn end_labels(words: Words, journal: &Journal, format: &Format) -> [(String, String); 2] {
    let gain = |x: f64| amount_change(format, journal.objective, Some(x - journal.start));
    let captured = journal
        .captured
        .filter(|share| share.is_finite())
        .map_or_else(String::new, |share| {
            say!(words, "kaizen-captured", share = format.percent_short(share))
        });
    let loop_end = say!(words, "kaizen-loop", gain = gain(journal.end));
    let optimum = say!(words, "kaizen-optimum", gain = gain(journal.optimum));
    [(loop_end, captured), (optimum, say!(words, "kaizen-within-limits"))]
}

/// The note that no reader may miss.
fn draw_promise(sheet: &mut Sheet, area: Rect) {
    let theme = sheet.theme;
    let text = Text::new(say!(sheet.words, "kaizen-promise"), area.left + 14.0, 0.0, theme.ink)
        .bold()
        .centred_on(sheet.room.top + 15.0);
    let rect = Rect {
        left: area.left,
        top: sheet.room.top,
        right: text.rect().right + 14.0,
        bottom: sheet.room.top + 30.0,
    };
    sheet.canvas.frame(rect, Pen::solid(theme.accent, 2.0));
    sheet.canvas.text(text);
}

/// Names of actions at the cycles that took them up, where there is room.
fn draw_actions(sheet: &mut Sheet, journal: &Journal, points: &[Point], area: Rect) {
    for (cycle, point) in journal.cycles.iter().zip(&points[1..]) {
        if let Some(action) = &cycle.action {
            let name = cut(&clean(action), text_size::TICK, Weight::Regular, 300.0);
            let text = Text::new(format!("+ {name}"), 0.0, 0.0, sheet.theme.ink).size(text_size::TICK);
            sheet.label_near(*point, &[text], area);
        }
    }
}

fn draw_ends(sheet: &mut Sheet, labels: &[(String, String); 2], ends: [(Option<f64>, super::Rgb); 2], y: Linear, area: Rect) {
    let wanted = ends.map(|(value, _)| value.filter(|x| x.is_finite()).map_or(area.bottom, |x| y.at(x)));
    // Where the loop ends at the optimum, the optimum's label stands above.
    let wanted = [wanted[0] + 0.01, wanted[1]];
    let centres = spread(&wanted, &[46.0, 46.0], sheet.room.top, area.bottom + 20.0);
    for (((strong, line), (_, colour)), centre) in labels.iter().zip(ends).zip(centres) {
        let x = area.right + 12.0;
        sheet.canvas.text(Text::new(strong, x, centre - 3.0, colour).bold());
        sheet
            .canvas
            .text(Text::new(line, x, centre + 16.0, sheet.theme.muted).size(text_size::TICK));
    }
}

/// Every how many cycles a number fits below an axis on which they are `pitch` apart [px].
pub(super) fn every(pitch: f64) -> usize {
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000]
        .into_iter()
        .find(|n| *n as f64 * pitch >= 46.0)
        .unwrap_or(10_000)
}

/// Numbers of the cycles, as many as fit.
pub(super) fn draw_cycles(sheet: &mut Sheet, cycles: usize, x: Linear, area: Rect) {
    let muted = sheet.theme.muted;
    let pitch = (x.to - x.from) / cycles.max(1) as f64;
    let every = every(pitch);
    let start = Text::new(say!(sheet.words, "kaizen-start"), x.at(0.0), area.bottom + 22.0, muted)
        .size(text_size::TICK)
        .anchor(Anchor::Middle);
    sheet.canvas.text(start);
    for cycle in (every..=cycles).step_by(every) {
        let label = if cycle == every {
            say!(sheet.words, "kaizen-cycle", cycle = sheet.format.number(cycle as f64, 0))
        } else {
            sheet.format.number(cycle as f64, 0)
        };
        let text = Text::new(label, x.at(cycle as f64), area.bottom + 22.0, muted)
            .size(text_size::TICK)
            .anchor(Anchor::Middle);
        if sheet.canvas.is_free(text.rect().grown(2.0)) {
            sheet.canvas.text(text);
        }
    }
}

/// A strip below the axis: the weakest stage, cycles with the same one joined.
fn draw_stages(sheet: &mut Sheet, cycles: &[Cycle], x: Linear, area: Rect) {
    let (theme, words) = (sheet.theme, sheet.words);
    let (top, bottom) = (area.bottom + 36.0, area.bottom + 66.0);
    if cycles.is_empty() {
        let text = Text::new(say!(words, "kaizen-no-cycle"), area.left, 0.0, theme.muted).size(text_size::TICK);
        sheet.canvas.text(text.centred_on((top + bottom) / 2.0));
        return;
    }
    let mut from = 0;
    for run in cycles.chunk_by(|a, b| a.weakest == b.weakest) {
        let rect = Rect {
            left: x.at(from as f64) + 1.0,
            top,
            right: x.at((from + run.len()) as f64) - 1.0,
            bottom,
        };
        from += run.len();
        let weakest = run.first().and_then(|cycle| cycle.weakest);
        let tint = weakest.map_or(theme.grid, |stage| theme.stages[stage as usize]);
        sheet.canvas.bar(rect, tint);
        let middle = (rect.left + rect.right) / 2.0;
        let name = weakest.map_or_else(|| say!(words, "kaizen-none"), |stage| terms::stage(words, stage));
        let through = run.iter().map(|cycle| cycle.through).collect::<Vec<_>>();
        let through = match through.first().copied().flatten() {
            Some(stage) if Some(stage) != weakest && through.iter().all(|t| *t == Some(stage)) => {
                let through = terms::stage(words, stage);
                Some(say!(words, "kaizen-through", stage = &name, through = through))
            }
            _ => None,
        };
        let letter = name.chars().take(1).collect();
        for label in through.into_iter().chain([name, letter]) {
            let text = Text::new(label, middle, 0.0, theme.ink)
                .size(text_size::TICK)
                .anchor(Anchor::Middle)
                .bold();
            if text.width() <= rect.width() - 6.0 {
                sheet.canvas.text(text.centred_on((top + bottom) / 2.0));
                break;
            }
        }
    }
    let note = Text::new(say!(words, "kaizen-weakest"), area.right + 12.0, 0.0, theme.muted).size(text_size::TICK);
    sheet.canvas.text(note.centred_on((top + bottom) / 2.0));
}

fn title(words: Words, journal: &Journal, objective: &str, format: &Format) -> String {
    let change = journal.end - journal.start;
    let n = journal.cycles.len();
    if n == 0 || change.is_nan() || change <= 0.0 {
        return say!(words, "kaizen-title-nothing");
    }
    let (cycles, gain) = (format.number(n as f64, 0), gain(words, format, objective, change));
    match journal.captured.filter(|share| share.is_finite()) {
        Some(share) => {
            let share = format.percent_short(share);
            say!(words, "kaizen-title-captured", n = n, cycles = cycles, gain = gain, share = share)
        }
        None => say!(words, "kaizen-title", n = n, cycles = cycles, gain = gain),
    }
}

fn table(journal: &Journal) -> Table {
    let mut table = Table::new(&["cycle", "objective", "gain", "weakest", "through", "action", "score", "optimum"]);
    let optimum = journal.optimum;
    table.row([
        0_usize.into(),
        journal.start.into(),
        None.into(),
        "".into(),
        "".into(),
        "".into(),
        None.into(),
        optimum.into(),
    ]);
    for cycle in &journal.cycles {
        let stage = |stage: Option<Stage>| stage.map_or("", Stage::word);
        table.row([
            cycle.cycle.into(),
            cycle.after.into(),
            (cycle.after - cycle.before).into(),
            stage(cycle.weakest).into(),
            stage(cycle.through).into(),
            cycle.action.as_deref().unwrap_or("").into(),
            cycle.score.into(),
            optimum.into(),
        ]);
    }
    table
}
