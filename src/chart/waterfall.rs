//! The way from today's plan to the proposal: what each move gains alone, and what the moves do only together.

use super::axis::Linear;
use super::canvas::{Anchor, Pen, Text};
use super::font::Weight;
use super::geometry::Rect;
use super::moved::ROUNDING;
use super::sheet::Sheet;
use super::table::Table;
use super::terms::objective_case;
use super::text::{cut, name};
use super::theme::{Rgb, text_size};
use super::tornado::TITLE_NAME;
use super::weakest::amount_change;
use super::{ChartInput, Drawing, Look, Theme};
use crate::analyze::{ByMove, Mover};
use crate::format::Format;
use crate::say;
use crate::words::Words;

/// Height of the lowest row that can be read [px], and of the highest that looks like a table.
const ROW: (f64, f64) = (15.5, 58.0);
/// Room for the heading above the rows [px].
const HEAD: f64 = 24.0;
/// Rows that are no moves: where the way begins, the interaction, where it ends.
const FRAME: usize = 3;

/// One line of the picture.
struct Row {
    name: String,
    kind: Kind,
    /// Change of the money; `None` where the row is no move.
    spend: Option<f64>,
    gain: f64,
}

/// What a line stands for.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Start,
    /// A channel by its place in the scenario.
    Channel(usize),
    Action,
    /// Several moves; whether they were made at once, or their gains are added up.
    Several,
    Interaction,
    End,
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Channel(_) => "channel",
            Self::Action => "action",
            Self::Several => "channels",
            Self::Interaction => "interaction",
            Self::End => "end",
        }
    }
}

/// `None` where no way from one plan to another was gone.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let way = input.by_move?;
    input.after?;
    let finite = way.moves.iter().all(|row| row.gain.is_finite() && row.spend.is_finite());
    if !(way.start.is_finite() && way.end.is_finite() && way.interaction.is_finite() && finite) {
        return None;
    }
    let (words, format) = (input.words(), input.format());
    let objective = objective_case(input.before.objective_name);
    let subtitle = say!(words, "waterfall-subtitle", objective = objective, unit = format.currency());
    let moves = moves(way, words, &format);
    let table = table(way, &moves);
    let title = title(way, &moves, objective, words, &format);
    let mut sheet = Sheet::new(&input.at_the_point(), look, &title, &subtitle);
    let rows = rows(way, moves, &sheet, words, &format);
    draw_rows(&mut sheet, way, &rows, objective, words);
    Some(Drawing { sheet, table })
}

/// The moves, the best first.
fn moves(way: &ByMove, words: Words, format: &Format) -> Vec<Row> {
    let mut moves: Vec<Row> = (way.moves.iter())
        .map(|row| Row {
            name: match row.kind {
                Mover::Channel(_) | Mover::Action => name(&row.name),
                Mover::Channels(n) => say!(words, "waterfall-channels", count = format.number(n as f64, 0), n = n),
            },
            kind: match row.kind {
                Mover::Channel(index) => Kind::Channel(index),
                Mover::Action => Kind::Action,
                Mover::Channels(_) => Kind::Several,
            },
            spend: Some(row.spend),
            gain: row.gain,
        })
        .collect();
    moves.sort_by(|a, b| b.gain.total_cmp(&a.gain));
    moves
}

/// Every line; where there is no room for all moves, those that gain or lose least become one.
fn rows(way: &ByMove, moves: Vec<Row>, sheet: &Sheet, words: Words, format: &Format) -> Vec<Row> {
    let line = |kind: Kind, name: String, gain: f64| Row {
        name,
        kind,
        spend: None,
        gain,
    };
    let most = (((sheet.room.height() - HEAD) / ROW.0) as usize).saturating_sub(FRAME).max(2);
    let mut shown = vec![line(Kind::Start, say!(words, "waterfall-start"), 0.0)];
    if moves.len() <= most {
        shown.extend(moves);
    } else {
        let mut order: Vec<usize> = (0..moves.len()).collect();
        order.sort_by(|&a, &b| moves[b].gain.abs().total_cmp(&moves[a].gain.abs()).then(a.cmp(&b)));
        let kept: std::collections::BTreeSet<usize> = order[..most - 1].iter().copied().collect();
        let (mut count, mut spend, mut gain) = (0, 0.0, 0.0);
        for (i, row) in moves.into_iter().enumerate() {
            if kept.contains(&i) {
                shown.push(row);
            } else {
                (count, spend, gain) = (count + 1, spend + row.spend.unwrap_or(0.0), gain + row.gain);
            }
        }
        let name = say!(
            words,
            "waterfall-others",
            count = format.number(count as f64, 0),
            n = count as usize
        );
        shown.push(Row {
            name,
            kind: Kind::Several,
            spend: Some(spend),
            gain,
        });
    }
    // what is left of sums of large numbers is no interaction
    let together = Some(way.interaction).filter(|gain| gain.abs() > ROUNDING * way.start.abs().max(way.end.abs()));
    shown.push(line(
        Kind::Interaction,
        say!(words, "waterfall-interaction"),
        together.unwrap_or_default(),
    ));
    shown.push(line(Kind::End, say!(words, "waterfall-end"), way.end - way.start));
    shown
}

/// Where each bar begins and ends, on a scale of differences to the first plan.
fn stretches(rows: &[Row]) -> Vec<(f64, f64)> {
    let mut so_far = 0.0;
    let stretch = |row: &Row| {
        if row.kind == Kind::End {
            return (0.0, row.gain);
        }
        let from = so_far;
        so_far += row.gain;
        (from, so_far)
    };
    rows.iter().map(stretch).collect()
}

fn amount(format: &Format, objective: &str, x: f64) -> String {
    if objective == "customers" {
        format.count(x)
    } else {
        format.money(x)
    }
}

fn draw_rows(sheet: &mut Sheet, way: &ByMove, rows: &[Row], objective: &str, words: Words) {
    let (theme, format) = (sheet.theme, sheet.format.clone());
    let pitch = ((sheet.room.height() - HEAD) / rows.len() as f64).min(ROW.1);
    let size = match pitch {
        pitch if pitch >= 30.0 => text_size::LABEL,
        pitch if pitch >= 22.0 => text_size::TICK,
        _ => text_size::SMALL,
    };
    let label = |row: &Row| match row.kind {
        Kind::Start => amount(&format, objective, way.start),
        Kind::End => say!(
            words,
            "waterfall-reached",
            amount = amount(&format, objective, way.end),
            change = amount_change(&format, objective, Some(row.gain))
        ),
        _ => amount_change(&format, objective, Some(row.gain)),
    };
    let spend = |row: &Row| row.spend.map_or_else(String::new, |spend| format.money_change(spend));
    let width = |text: &str| Text::new(text, 0.0, 0.0, theme.ink).size(size).bold().width();
    let widest = |of: &dyn Fn(&Row) -> String| rows.iter().map(|row| width(&of(row))).fold(0.0, f64::max);
    let between = size * 1.2;
    let heading = say!(words, "waterfall-spend");
    let names = widest(&|row| row.name.clone()).min(sheet.room.width() * 0.34);
    let spends = sheet.room.left + names + between + widest(&spend).max(width(&heading));
    let labels = widest(&label);
    let left = spends + between * 1.5;
    let right = (sheet.room.right - labels - 10.0).max(left + 40.0);

    let stretches = stretches(rows);
    let ends = || stretches.iter().flat_map(|(from, to)| [*from, *to]);
    let (low, high) = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
    let x = Linear {
        low,
        high: if high > low { high } else { low + 1.0 },
        from: left,
        to: right,
    };
    let top = sheet.room.top + HEAD;
    let bottom = top + pitch * rows.len() as f64;
    let text = Text::new(heading, spends, sheet.room.top + 10.0, theme.muted).size(size.min(text_size::TICK));
    sheet.canvas.text(text.anchor(Anchor::End));
    sheet
        .canvas
        .line([(x.at(0.0), top), (x.at(0.0), bottom)], Pen::solid(theme.muted, 1.5));
    for (i, (row, &(from, to))) in rows.iter().zip(&stretches).enumerate() {
        let middle = top + pitch * (i as f64 + 0.5);
        let half = (pitch * 0.34).min(15.0);
        let strong = matches!(row.kind, Kind::Start | Kind::End);
        let left = x.at(from.min(to));
        let rect = Rect {
            left,
            top: middle - half,
            // a gain that is too small for a bar shows as a line, so that the way from the first row to the last has no gap
            right: x.at(from.max(to)).max(left + 1.5),
            bottom: middle + half,
        };
        bar(sheet, row.kind, rect);
        // what is reached so far is carried on to the next line
        if row.kind != Kind::End {
            sheet.canvas.line(
                [(x.at(to), middle + half), (x.at(to), middle + pitch - half)],
                Pen::solid(theme.muted, 1.0),
            );
        }
        let mut put = |text: String, at: f64, anchor: Anchor, colour: Rgb, halo: bool| {
            let text = Text::new(text, at, 0.0, colour).size(size).anchor(anchor);
            let text = if strong { text.bold() } else { text };
            let text = if halo { text.halo(theme.background) } else { text };
            sheet.canvas.text(text.centred_on(middle));
        };
        let weight = if strong { Weight::SemiBold } else { Weight::Regular };
        put(
            cut(&row.name, size, weight, names),
            sheet.room.left,
            Anchor::Start,
            theme.ink,
            false,
        );
        put(spend(row), spends, Anchor::End, theme.muted, false);
        put(label(row), rect.right + 8.0, Anchor::Start, theme.ink, true);
    }
}

/// A move's bar is filled, the interaction's is hollow: it belongs to no move.
fn bar(sheet: &mut Sheet, kind: Kind, rect: Rect) {
    let theme = sheet.theme;
    match kind {
        Kind::Start => {}
        Kind::Interaction => sheet.canvas.frame(rect, Pen::solid(theme.muted, 2.0)),
        kind => sheet.canvas.bar(rect, colour(theme, kind)),
    }
}

fn colour(theme: Theme, kind: Kind) -> Rgb {
    match kind {
        Kind::Channel(index) => theme.channel(index),
        Kind::End => theme.proposal,
        _ => theme.muted,
    }
}

fn title(way: &ByMove, moves: &[Row], objective: &str, words: Words, format: &Format) -> String {
    let total = way.end - way.start;
    let text = amount(format, objective, total.abs());
    if moves.is_empty() || !text.contains(|c: char| ('1'..='9').contains(&c)) {
        return say!(words, "waterfall-title-none", objective = objective);
    }
    if total < 0.0 {
        return say!(words, "waterfall-title-loss", objective = objective, total = text);
    }
    match moves.first().filter(|best| best.gain > 0.0) {
        Some(best) => say!(
            words,
            "waterfall-title-gain",
            objective = objective,
            total = text,
            name = cut(&best.name, text_size::TITLE, Weight::SemiBold, TITLE_NAME),
            best = amount(format, objective, best.gain)
        ),
        None => say!(words, "waterfall-title-together", objective = objective, total = text),
    }
}

/// The plotted numbers; what stands there is named in English in every language.
fn table(way: &ByMove, moves: &[Row]) -> Table {
    let mut table = Table::new(&["row", "kind", "spend", "gain", "objective"]);
    let mut row = |name: &str, kind: Kind, spend: Option<f64>, gain: Option<f64>, reached: f64| {
        table.row([name.into(), kind.word().into(), spend.into(), gain.into(), reached.into()]);
    };
    row("today", Kind::Start, None, None, way.start);
    let mut reached = way.start;
    for step in moves {
        reached += step.gain;
        let several = "several channels";
        let name = if step.kind == Kind::Several { several } else { &step.name };
        row(name, step.kind, step.spend, Some(step.gain), reached);
    }
    reached += way.interaction;
    row("interaction", Kind::Interaction, None, Some(way.interaction), reached);
    row("proposal", Kind::End, None, None, way.end);
    table
}
