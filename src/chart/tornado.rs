//! The tornado: how far each uncertain quantity alone moves today's objective, and where it would change the choice.

use super::axis::{Linear, Ticks};
use super::canvas::{Anchor, Pen, Text};
use super::geometry::Rect;
use super::lines::finite;
use super::quantity::{called, fitted};
use super::sheet::Sheet;
use super::table::Table;
use super::terms::objective_case;
use super::theme::text_size;
use super::{ChartInput, Drawing, Look};
use crate::analyze::{CountedIn, Ends, Safe, Sensitivity, TornadoRow};
use crate::format::{Format, Scale};
use crate::say;
use crate::words::Words;

/// Height of the lowest row that can be read [px], and of the highest that looks like a table.
const ROW: (f64, f64) = (19.0, 84.0);
/// Room above the rows for the median's label, and below them for the ticks [px].
const HEAD: f64 = 30.0;
const FOOT: f64 = 26.0;
/// Quantities that a reader takes in.
const MOST: usize = 20;
/// Share of the width that names may take, so that bars have the larger part.
pub(super) const NAMES: f64 = 0.34;
/// Room for the name of a quantity within a title [px].
pub(super) const TITLE_NAME: f64 = 480.0;

/// `None` without draws, or where nothing is uncertain.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let found = input.sensitivity.filter(|found| !found.tornado.is_empty())?;
    let (words, format) = (input.words(), input.format());
    let objective = objective_case(input.before.objective_name);
    let mut subtitle = say!(words, "tornado-subtitle", objective = objective, horizon = input.horizon());
    if found.tornado.iter().any(|row| row.switching_value.is_some()) {
        subtitle = format!("{subtitle} {}", say!(words, "tornado-marks"));
    }
    let title = title(objective, found, &format, words);
    let mut sheet = Sheet::from(input, look, &title, &subtitle, &say!(words, "tornado-source"));
    draw_rows(&mut sheet, found);
    Some(Drawing {
        sheet,
        table: table(found),
    })
}

fn draw_rows(sheet: &mut Sheet, found: &Sensitivity) {
    let theme = sheet.theme;
    let fit = ((sheet.room.height() - HEAD - FOOT) / ROW.0) as usize;
    let most = fit.clamp(1, MOST);
    let shown = if found.tornado.len() > most {
        most - 1
    } else {
        found.tornado.len()
    };
    let rows = &found.tornado[..shown];
    let rest = &found.tornado[shown..];
    let lines = shown + usize::from(!rest.is_empty());
    let pitch = ((sheet.room.height() - HEAD - FOOT) / lines as f64).min(ROW.1);
    let size = row_text(pitch);
    let width = |text: &str| Text::new(text, 0.0, 0.0, theme.ink).size(size).width();
    let widest = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| width(&text)).fold(0.0, f64::max);
    let (format, words) = (sheet.format.clone(), sheet.words);

    let names = widest(&mut rows.iter().map(|row| called(words, &row.key)))
        .min(sheet.room.width() * NAMES)
        .max(60.0);
    let switches = widest(&mut rows.iter().map(|row| switch(&format, words, row)));
    let values = widest(
        &mut rows
            .iter()
            .flat_map(|row| [row.p10, row.p90].map(|value| self::value(&format, row.unit, value))),
    );
    let between = 12.0;
    let right = sheet.room.right - if switches > 0.0 { switches + between } else { 0.0 };
    let objectives = rows.iter().flat_map(|row| [row.today.low, row.today.high]).chain([found.today]);
    let finite_ones: Vec<f64> = objectives.filter(|x| x.is_finite()).collect();
    let bound = |start: f64, pick: fn(f64, f64) -> f64| finite_ones.iter().copied().fold(start, pick);
    let (low, high) = (bound(f64::INFINITY, f64::min), bound(f64::NEG_INFINITY, f64::max));
    let centre = finite(Some(found.today)).unwrap_or(0.0);
    let span = if high > low { high - low } else { centre.abs().max(1.0) };
    let scale = Linear {
        low: if high > low { low } else { centre - 0.5 * span },
        high: if high > low { high } else { centre + 0.5 * span },
        from: sheet.room.left + names + between + 2.0 * values + 10.0,
        to: right - 2.0 * values - 10.0,
    };
    let top = sheet.room.top + HEAD;
    let bottom = top + pitch * lines as f64;
    ticks(sheet, found, &scale, (top, bottom), size);
    for (i, row) in rows.iter().enumerate() {
        let middle = top + pitch * (i as f64 + 0.5);
        let text = |text: String, x: f64| Text::new(text, x, 0.0, theme.ink).size(size);
        let shown_name = fitted(words, &row.key, size, names);
        sheet.canvas.text(text(shown_name, sheet.room.left).centred_on(middle));
        bars(sheet, row, &scale, centre, middle, pitch);
        ends(sheet, row, &scale, centre, middle, size);
        let switch = Text::new(switch(&format, words, row), sheet.room.right, 0.0, theme.accent).size(size);
        sheet.canvas.text(switch.anchor(Anchor::End).centred_on(middle));
    }
    if let Some(largest) = rest.first() {
        let count = format.number(rest.len() as f64, 0);
        let text = say!(words, "tornado-more", count = count, n = rest.len());
        let middle = top + pitch * (shown as f64 + 0.5);
        let bound = amount(&format, words, found.objective, largest.swing.abs());
        sheet
            .canvas
            .text(Text::new(text, sheet.room.left, 0.0, theme.muted).size(size).centred_on(middle));
        let note = say!(words, "tornado-each", bound = bound);
        let mut note = Text::new(note, scale.at(centre) + 10.0, 0.0, theme.muted).size(size);
        note.x = note.x.min(sheet.room.right - note.width());
        sheet.canvas.text(note.halo(theme.background).centred_on(middle));
    }
    let line = scale.at(centre);
    sheet.canvas.line([(line, top - 4.0), (line, bottom)], Pen::solid(theme.ink, 1.5));
}

/// Grid lines, and the median's label above them.
fn ticks(sheet: &mut Sheet, found: &Sensitivity, scale: &Linear, (top, bottom): (f64, f64), size: f64) {
    let theme = sheet.theme;
    let ticks = Ticks::covering(scale.low, scale.high, 5);
    let numbers = if found.objective == "customers" {
        Scale::count(&sheet.format, ticks.largest(), ticks.step)
    } else {
        Scale::money(&sheet.format, ticks.largest(), ticks.step)
    };
    let mut free_from = sheet.room.left;
    for &tick in ticks.values.iter().filter(|&&tick| scale.low <= tick && tick <= scale.high) {
        let x = scale.at(tick);
        sheet.canvas.line([(x, top), (x, bottom)], Pen::solid(theme.grid, 1.0));
        let text = Text::new(numbers.label(tick), x, bottom + 20.0, theme.muted)
            .size(size)
            .anchor(Anchor::Middle);
        let place = text.rect();
        if place.left >= free_from && place.right <= sheet.room.right {
            free_from = place.right + 12.0;
            sheet.canvas.text(text);
        }
    }
    let today = amount(&sheet.format, sheet.words, found.objective, found.today);
    let label = say!(sheet.words, "tornado-medians", amount = today);
    let x = scale.at(finite(Some(found.today)).unwrap_or(0.0));
    let half = Text::new(label.as_str(), 0.0, 0.0, theme.ink).size(size).width() / 2.0;
    let x = x.clamp(sheet.room.left + half, (sheet.room.right - half).max(sheet.room.left + half));
    sheet
        .canvas
        .text(Text::new(label, x, top - 12.0, theme.ink).size(size).anchor(Anchor::Middle));
}

/// Both ends of a row from the median: each in its half where they lie on one side.
fn bars(sheet: &mut Sheet, row: &TornadoRow, scale: &Linear, centre: f64, middle: f64, pitch: f64) {
    let theme = sheet.theme;
    let half = (pitch * 0.36).min(24.0);
    let Some(Ends { low, high }) = known(row.today) else { return };
    let together = (low - centre) * (high - centre) > 0.0;
    let pale = theme.proposal.mixed(theme.background, 0.6);
    for (value, colour, upper) in [(low, pale, true), (high, theme.proposal, false)] {
        let (from, to) = (scale.at(centre.min(value)), scale.at(centre.max(value)));
        let rect = Rect {
            left: from,
            top: if together && !upper { middle } else { middle - half },
            right: to,
            bottom: if together && upper { middle } else { middle + half },
        };
        if to > from {
            sheet.canvas.bar(rect, colour);
        }
    }
    // beyond the bar it would stand on the numbers at its ends; what it means is told beside the row
    if let Some(at) = finite(row.switching_objective).filter(|&at| low.min(high) <= at && at <= low.max(high)) {
        let (x, reach) = (scale.at(at), (half * 0.8).min(12.0));
        let diamond = |reach: f64| [(x - reach, middle), (x, middle - reach), (x + reach, middle), (x, middle + reach)];
        sheet.canvas.area(diamond(reach + 2.0), theme.background, 1.0);
        sheet.canvas.area(diamond(reach), theme.accent, 1.0);
    }
}

/// The quantity's own values at the ends of its bar.
fn ends(sheet: &mut Sheet, row: &TornadoRow, scale: &Linear, centre: f64, middle: f64, size: f64) {
    let theme = sheet.theme;
    let [p10, p90] = [row.p10, row.p90].map(|value| self::value(&sheet.format, row.unit, value));
    let Some(Ends { low, high }) = known(row.today) else {
        let note = Text::new(say!(sheet.words, "tornado-endless"), scale.at(centre) + 8.0, 0.0, theme.muted).size(size);
        sheet.canvas.text(note.centred_on(middle));
        return;
    };
    let (left, right) = if low <= high { (p10, p90) } else { (p90, p10) };
    let (start, end) = (low.min(high), low.max(high));
    let mut put = |text: String, x: f64, anchor: Anchor| {
        let text = Text::new(text, x, 0.0, theme.ink).size(size).anchor(anchor).halo(theme.background);
        sheet.canvas.text(text.centred_on(middle));
    };
    match (start < centre, end > centre) {
        // both on one side of the median: one label, in the order in which the values stand
        (true, false) if end < centre => put(format!("{left} … {right}"), scale.at(start) - 8.0, Anchor::End),
        (false, true) if start > centre => put(format!("{left} … {right}"), scale.at(end) + 8.0, Anchor::Start),
        _ => {
            put(left, scale.at(start) - 8.0, Anchor::End);
            put(right, scale.at(end) + 8.0, Anchor::Start);
        }
    }
}

/// Ends that can be drawn.
fn known(ends: Ends) -> Option<Ends> {
    (ends.low.is_finite() && ends.high.is_finite()).then_some(ends)
}

/// Height of the text in rows of this height [px].
pub(super) fn row_text(pitch: f64) -> f64 {
    match pitch {
        pitch if pitch >= 40.0 => text_size::LABEL,
        pitch if pitch >= 26.0 => text_size::TICK,
        _ => text_size::SMALL,
    }
}

/// `◆ below 6,100`.
fn switch(format: &Format, words: Words, row: &TornadoRow) -> String {
    let (Some(at), Some(level)) = (finite(row.switching_value), row.switching_level) else {
        return String::new();
    };
    let below = match row.safe {
        Some(Safe::Above) => true,
        Some(Safe::Below) => false,
        _ => level < 0.5,
    };
    let value = value(format, row.unit, at);
    if below {
        say!(words, "tornado-below", value = value)
    } else {
        say!(words, "tornado-above", value = value)
    }
}

/// A value of a quantity in its unit.
fn value(format: &Format, unit: CountedIn, value: f64) -> String {
    match unit {
        CountedIn::Share => format.percent(value),
        CountedIn::Money => format.money(value),
        CountedIn::Number if value.abs() < 99_999.5 => format.count(value),
        CountedIn::Number => format.compact(value),
    }
}

fn amount(format: &Format, words: Words, objective: &str, value: f64) -> String {
    if objective == "customers" {
        // a number that is not whole takes the form of the whole one nearest to it
        say!(
            words,
            "tornado-customers",
            count = format.count(value),
            n = value.abs().round() as usize
        )
    } else {
        format.money(value)
    }
}

fn title(objective: &str, found: &Sensitivity, format: &Format, words: Words) -> String {
    let Some(first) = found.tornado.first().filter(|row| row.swing.is_finite() && row.swing != 0.0) else {
        return say!(words, "tornado-title-none", objective = objective);
    };
    let switching = found.tornado.iter().filter(|row| row.switching_value.is_some()).count();
    let choice = match (found.proposal.map(|proposal| proposal > found.today), switching) {
        (Some(true), 0) => "none",
        (Some(true), 1) => "one",
        (Some(true), _) => "some",
        _ => "unknown",
    };
    say!(
        words,
        "tornado-title",
        objective = objective,
        quantity = fitted(words, &first.key, text_size::TITLE, TITLE_NAME),
        swing = amount(format, words, found.objective, first.swing.abs()),
        choice = choice,
        count = format.number(switching as f64, 0),
    )
}

fn table(found: &Sensitivity) -> Table {
    let mut table = Table::new(&[
        "quantity",
        "p10",
        "p50",
        "p90",
        "objective_at_p10",
        "objective_at_p90",
        "swing",
        "switching_value",
        "switching_level",
        "switching_objective",
    ]);
    for row in &found.tornado {
        table.row([
            row.key.as_str().into(),
            row.p10.into(),
            row.p50.into(),
            row.p90.into(),
            row.today.low.into(),
            row.today.high.into(),
            row.swing.into(),
            row.switching_value.into(),
            row.switching_level.into(),
            row.switching_objective.into(),
        ]);
    }
    table
}
