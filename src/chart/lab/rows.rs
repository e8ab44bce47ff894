//! A row for each strategy: name, room for its bars on one scale, columns of numbers.

use super::super::axis::{Linear, Ticks};
use super::super::canvas::{Anchor, Pen, Text};
use super::super::font::{self, Weight};
use super::super::geometry::Rect;
use super::super::sheet::Sheet;
use super::super::text::{cut, wrapped};
use super::super::theme::text_size;
use super::strategies::colour;
use super::{LabInput, strategy};
use crate::lab::Strategy;

/// Tallest row [px].
const ROW: f64 = 74.0;
/// Height of two lines of headings, and of the key above them [px].
const HEAD: f64 = 44.0;
const KEY: f64 = 30.0;
/// Widest heading; a longer one takes two lines [px].
const HEADING: f64 = 130.0;
/// Between columns [px].
const GAP: f64 = 24.0;
/// Numbers of a scale below its rows [px].
const SCALE: f64 = 30.0;
/// Between the numbers of a scale and the rows of the next [px].
const FUNNEL: f64 = 24.0;

/// A column of numbers.
pub(super) struct Column {
    pub heading: String,
    /// One for each row.
    pub cells: Vec<String>,
}

/// Where a row is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub x: Linear,
    /// [px]
    pub middle: f64,
}

/// The rows, laid out.
pub(super) struct Rows {
    pub places: Vec<Place>,
    /// Height of a row [px].
    pub pitch: f64,
    /// Where the key stands: left end and middle [px].
    pub key: (f64, f64),
    /// Upper end of the scale [px].
    pub top: f64,
}

impl Rows {
    /// Writes names, numbers and scales; the bars are the caller's.
    ///
    /// `blocks` are how many rows stand on a scale, from the top, and the scale's levels; a funnel shows where a scale lies in the next one.
    pub(super) fn new(sheet: &mut Sheet, input: &LabInput, strategies: &[Strategy], blocks: &[(usize, Ticks)], columns: &[Column]) -> Self {
        let theme = sheet.theme;
        let room = sheet.room;
        let name_room = room.width() * 0.27;
        let names: Vec<String> = strategies
            .iter()
            .map(|s| cut(&strategy(sheet.words, *s), text_size::LABEL, Weight::SemiBold, name_room))
            .collect();
        let widest =
            |texts: &[String], size: f64, weight: Weight| texts.iter().map(|text| font::width(text, size, weight)).fold(0.0, f64::max);
        let mut right = room.right;
        let mut ends: Vec<(f64, Vec<String>)> = Vec::new();
        for column in columns.iter().rev() {
            let heading = wrapped(&column.heading, text_size::TICK, Weight::Regular, HEADING, 2);
            let width = widest(&column.cells, text_size::LABEL, Weight::SemiBold).max(widest(&heading, text_size::TICK, Weight::Regular));
            ends.push((right, heading));
            right -= width + GAP;
        }
        ends.reverse();
        let top = room.top + KEY + HEAD;
        let between = (SCALE + FUNNEL) * blocks.len().saturating_sub(1) as f64;
        let pitch = ((room.bottom - SCALE - top - between) / strategies.len().max(1) as f64).min(ROW);
        let area = Rect {
            left: room.left + 16.0 + widest(&names, text_size::LABEL, Weight::SemiBold) + 22.0,
            top,
            right: right - 12.0,
            bottom: top,
        };
        let places = draw_blocks(sheet, input, area, pitch, blocks);
        for (column, (end, heading)) in columns.iter().zip(&ends) {
            let lines = heading.len();
            for (i, line) in heading.iter().enumerate() {
                let y = top - 12.0 - 18.0 * (lines - 1 - i) as f64;
                sheet
                    .canvas
                    .text(Text::new(line, *end, y, theme.muted).size(text_size::TICK).anchor(Anchor::End));
            }
            for (i, cell) in column.cells.iter().enumerate() {
                let Some(place) = places.get(i) else { break };
                let text = Text::new(cell, *end, 0.0, theme.ink).anchor(Anchor::End);
                sheet.canvas.text(text.centred_on(place.middle));
            }
        }
        for ((name, own), place) in names.into_iter().zip(strategies).zip(&places) {
            let middle = place.middle;
            let half = (pitch * 0.32).min(16.0);
            let swatch = Rect {
                left: room.left,
                top: middle - half,
                right: room.left + 6.0,
                bottom: middle + half,
            };
            sheet.canvas.bar(swatch, colour(&theme, *own));
            sheet
                .canvas
                .text(Text::new(name, room.left + 16.0, 0.0, theme.ink).bold().centred_on(middle));
        }
        Self {
            places,
            pitch,
            key: (area.left, room.top + KEY / 2.0),
            top,
        }
    }
}

/// The scales one below the other from the top of `area`, each with its rows.
fn draw_blocks(sheet: &mut Sheet, input: &LabInput, area: Rect, pitch: f64, blocks: &[(usize, Ticks)]) -> Vec<Place> {
    let mut places = Vec::new();
    let mut top = area.top;
    // the part of the scale that the block above shows, and its lower edge
    let mut above: Option<(f64, f64, f64)> = None;
    for (rows, ticks) in blocks {
        let block = Rect {
            top,
            bottom: top + pitch * *rows as f64,
            ..area
        };
        let (x, _) = block.scales((ticks.low(), ticks.high()), (0.0, 1.0));
        if let Some((low, high, edge)) = above {
            let (from, to) = (x.at(low), x.at(high));
            let shade = sheet.theme.grid;
            sheet
                .canvas
                .area([(area.left, edge), (area.right, edge), (to, top), (from, top)], shade, 0.45);
            let part = Rect {
                left: from,
                right: to,
                ..block
            };
            sheet.canvas.bar(part, shade.mixed(sheet.theme.background, 0.45));
        }
        draw_scale(sheet, input, block, x, ticks);
        places.extend((0..*rows).map(|i| Place {
            x,
            middle: top + pitch * (i as f64 + 0.5),
        }));
        above = Some((ticks.low(), ticks.high(), block.bottom + SCALE));
        top = block.bottom + SCALE + FUNNEL;
    }
    places
}

/// The levels of the scale, their numbers below, as many as stand side by side.
fn draw_scale(sheet: &mut Sheet, input: &LabInput, area: Rect, x: Linear, ticks: &Ticks) {
    let theme = sheet.theme;
    for value in &ticks.values {
        let at = x.at(*value);
        let pen = if *value == 0.0 {
            Pen::solid(theme.ink, 1.5)
        } else {
            Pen::solid(theme.grid, 1.0)
        };
        sheet.canvas.line([(at, area.top), (at, area.bottom)], pen);
    }
    let labels: Vec<Text> = input
        .levels(ticks)
        .into_iter()
        .map(|(value, label)| {
            let text = Text::new(label, x.at(value), area.bottom + 22.0, theme.muted);
            text.size(text_size::TICK).anchor(Anchor::Middle)
        })
        .collect();
    let every = |step: usize| labels.iter().step_by(step).cloned().collect::<Vec<_>>();
    let apart = |labels: &Vec<Text>| labels.windows(2).all(|pair| pair[1].rect().left > pair[0].rect().right + 8.0);
    for text in (1..=labels.len()).map(every).find(apart).into_iter().flatten() {
        sheet.canvas.text(text);
    }
}

/// A word of the key, after its sign; gives the place where the next can stand.
pub(super) fn word(sheet: &mut Sheet, x: f64, y: f64, text: &str) -> f64 {
    let text = Text::new(text, x, 0.0, sheet.theme.muted).size(text_size::TICK).centred_on(y);
    let right = text.rect().right;
    sheet.canvas.text(text);
    right + 22.0
}

/// A line with a stroke across each end, kept apart from a bar behind it.
pub(super) fn whisker(sheet: &mut Sheet, from: f64, to: f64, y: f64, half: f64, pen: Pen) {
    if from.is_finite() && to.is_finite() && (to - from).abs() > 0.5 {
        let ground = Pen::solid(sheet.theme.background, pen.width + 2.5);
        sheet.canvas.line([(from, y), (to, y)], ground);
        sheet.canvas.line([(from, y), (to, y)], pen);
        for x in [from, to] {
            sheet.canvas.line([(x, y - half), (x, y + half)], pen);
        }
    }
}
