//! What each strategy is behind the one that knows the truth, and how often it ends best.

use super::super::axis::Ticks;
use super::super::canvas::{Anchor, Pen, Text};
use super::super::geometry::Rect;
use super::super::sheet::Sheet;
use super::super::terms::Form;
use super::super::theme::text_size;
use super::super::{Drawing, Look, futures, table::Table, terms};
use super::level::best_and_level;
use super::rows::{Column, Rows, whisker, word};
use super::strategies::colour;
use super::{LabInput, Worlds, strategy};
use crate::lab::{Strategy, StrategyOutcome};
use crate::say;
use crate::simulate::Band;

/// Rows that would take less than this part of the common scale have their own: a fifth of it is as wide as a name.
const ZOOM: f64 = 5.0;

/// `None` where there is none but the oracle.
pub(super) fn draw(input: &LabInput, look: &Look) -> Option<Drawing> {
    let others = input.outcomes().filter(|outcome| outcome.strategy != Strategy::Oracle);
    let mut drawn: Vec<&StrategyOutcome> = others.filter(|outcome| outcome.regret.p50.is_finite()).collect();
    drawn.sort_by(|a, b| a.regret.p50.total_cmp(&b.regret.p50).then(a.strategy.cmp(&b.strategy)));
    drawn.first()?;
    let (words, format) = (input.words(), input.format());
    let subtitle = LabInput::sentences([
        Some(say!(
            words,
            "lab-regret-subtitle",
            objective = terms::objective(words, input.objective, Form::Title),
            unit = input.unit(),
        )),
        input.later_too(),
        Some(input.told()),
    ]);
    let mut sheet = input.sheet(Worlds::All, look, &title(input, &drawn), &subtitle);
    let columns = [
        Column {
            heading: say!(words, "lab-regret-behind"),
            cells: drawn.iter().map(|outcome| input.amount(outcome.regret.p50)).collect(),
        },
        Column {
            heading: say!(words, "lab-regret-best"),
            cells: drawn.iter().map(|outcome| format.percent_short(outcome.best_share)).collect(),
        },
    ];
    let strategies: Vec<Strategy> = drawn.iter().map(|outcome| outcome.strategy).collect();
    let near = nearest(&drawn);
    let blocks: Vec<(usize, Ticks)> = [(near, ticks(&drawn[..near])), (drawn.len() - near, ticks(&drawn))]
        .into_iter()
        .filter(|(rows, _)| *rows > 0)
        .collect();
    let rows = Rows::new(&mut sheet, input, &strategies, &blocks, &columns);
    let half = (rows.pitch * 0.22).min(13.0);
    for (outcome, place) in drawn.iter().zip(&rows.places) {
        let at = |value| place.x.at(value);
        draw_band(&mut sheet, &outcome.regret, at, (place.middle, half), outcome.strategy);
    }
    let oracle = strategy(words, Strategy::Oracle);
    let x = rows.places[0].x;
    let mut oracle = Text::new(oracle, x.at(0.0), rows.top - 10.0, sheet.theme.ink)
        .size(text_size::TICK)
        .anchor(Anchor::Middle);
    oracle.x = oracle.x.min(x.to - oracle.width() / 2.0);
    sheet.canvas.text(oracle);
    let mut key = rows.key;
    if input.has_bands() {
        key.0 = draw_key(&mut sheet, key);
    }
    if let [(_, near), (_, all)] = &blocks[..] {
        let times = (all.high() - all.low()) / (near.high() - near.low());
        word(
            &mut sheet,
            key.0,
            key.1,
            &say!(
                words,
                "lab-regret-zoom",
                times = format.number(times, 0),
                n = times.round() as usize
            ),
        );
    }
    Some(Drawing {
        sheet,
        table: table(&drawn),
    })
}

/// How many of the first rows stand on a scale of their own: as many as lie so near to the oracle that the common scale would not tell them apart.
fn nearest(drawn: &[&StrategyOutcome]) -> usize {
    let span = |rows: &[&StrategyOutcome]| {
        let (low, high) = range(rows);
        high - low
    };
    let whole = span(drawn);
    let is_near = |rows: &usize| {
        let own = span(&drawn[..*rows]);
        own > 0.0 && own * ZOOM <= whole
    };
    (2..drawn.len()).rev().find(is_near).unwrap_or(0)
}

fn title(input: &LabInput, drawn: &[&StrategyOutcome]) -> String {
    let words = input.words();
    let nearest = drawn[0];
    let behind = |outcome: &StrategyOutcome| outcome.regret.p50;
    let hold = drawn.iter().find(|outcome| outcome.strategy == Strategy::Hold);
    // the nearest has the least regret
    let ends: Vec<(Strategy, f64)> = drawn.iter().map(|outcome| (outcome.strategy, -behind(outcome))).collect();
    let nothing = hold.map_or(f64::NAN, |hold| -behind(hold));
    let leaders = best_and_level(&ends, nothing, |end| input.amount(-end));
    if leaders.len() > 1 {
        // the last of those that are level is furthest behind
        let most = leaders.last().map_or(0.0, |(_, end)| -end);
        if most <= 0.0 {
            return say!(words, "lab-regret-title-none-behind", strategies = input.named(&leaders));
        }
        return say!(
            words,
            "lab-regret-title-both",
            worlds = if input.has_bands() { "many" } else { "one" },
            strategies = input.named(&leaders),
            regret = input.amount(most),
        );
    }
    let (name, behind) = (strategy(words, nearest.strategy), nearest.regret.p50);
    let share = input.format().percent_short(nearest.best_share);
    match (behind > 0.0, input.has_bands()) {
        (false, _) => say!(words, "lab-regret-title-level", strategy = name),
        (_, false) => say!(words, "lab-regret-title-one", strategy = name, regret = input.amount(behind)),
        _ => say!(
            words,
            "lab-regret-title",
            strategy = name,
            regret = input.amount(behind),
            share = share
        ),
    }
}

fn ticks(drawn: &[&StrategyOutcome]) -> Ticks {
    let (low, high) = range(drawn);
    Ticks::covering(low, high, 7)
}

/// From the least to the largest of what is drawn, the oracle at 0 included.
fn range(drawn: &[&StrategyOutcome]) -> (f64, f64) {
    let ends = drawn
        .iter()
        .flat_map(|outcome| [outcome.regret.p5, outcome.regret.p50, outcome.regret.p95]);
    let finite = ends.filter(|end| end.is_finite());
    finite.fold((0.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)))
}

/// Nine worlds in ten as a line, the middle half as a box, the median as a stroke across.
fn draw_band(sheet: &mut Sheet, band: &Band, at: impl Fn(f64) -> f64, (middle, half): (f64, f64), of: Strategy) {
    let theme = sheet.theme;
    let own = colour(&theme, of);
    whisker(sheet, at(band.p5), at(band.p95), middle, half * 0.55, Pen::solid(own, 2.0));
    let rect = Rect {
        left: at(band.p25),
        top: middle - half,
        right: at(band.p75),
        bottom: middle + half,
    };
    if rect.width() > 0.5 {
        sheet.canvas.bar(rect, own);
    }
    let median = at(band.p50);
    let stroke = Rect {
        left: median - 2.0,
        top: middle - half - 4.0,
        right: median + 2.0,
        bottom: middle + half + 4.0,
    };
    sheet.canvas.bar(stroke.grown(1.5), theme.background);
    sheet.canvas.bar(stroke, theme.ink);
}

/// What strokes and boxes are; gives the place after it [px].
fn draw_key(sheet: &mut Sheet, (mut x, y): (f64, f64)) -> f64 {
    let (theme, words) = (sheet.theme, sheet.words);
    let stroke = Rect {
        left: x,
        top: y - 8.0,
        right: x + 4.0,
        bottom: y + 8.0,
    };
    sheet.canvas.bar(stroke, theme.ink);
    x = word(sheet, x + 12.0, y, &say!(words, "futures-key-median"));
    let half = Rect {
        left: x,
        top: y - 6.0,
        right: x + 26.0,
        bottom: y + 6.0,
    };
    sheet.canvas.bar(half, theme.status_quo);
    x = word(sheet, x + 34.0, y, &say!(words, "lab-key-half"));
    whisker(sheet, x, x + 26.0, y, 5.0, Pen::solid(theme.status_quo, 2.0));
    word(sheet, x + 34.0, y, &say!(words, "lab-key-nine"))
}

fn table(drawn: &[&StrategyOutcome]) -> Table {
    let mut columns = vec!["strategy".to_owned(), "best_share".to_owned(), "regret_mean".to_owned()];
    columns.extend(futures::columns("regret"));
    let mut table = Table::new(&columns);
    for outcome in drawn {
        let cells = [
            outcome.strategy.word().into(),
            outcome.best_share.into(),
            outcome.regret.mean.into(),
        ];
        table.row(cells.into_iter().chain(futures::cells(Some(&outcome.regret))));
    }
    table
}
