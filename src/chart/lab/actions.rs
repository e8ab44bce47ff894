//! The actions that a strategy took up, below the cycles of its moves.

use super::super::axis::Linear;
use super::super::canvas::{Pen, Text};
use super::super::font::{self, Weight};
use super::super::geometry::Rect;
use super::super::sheet::Sheet;
use super::super::text::{clean, cut};
use super::super::theme::text_size;
use super::LabInput;
use crate::lab::CourseShown;
use crate::say;

/// Height of a line of names [px].
const LINE: f64 = 21.0;
/// Numbers of the cycles stand between the plot and the names [px].
const HEAD: f64 = 34.0;
/// Most lines of names: with more the columns would have no room.
const MOST: usize = 4;
/// Longest name [px].
const LONGEST: f64 = 240.0;
/// Between a name and the one beside it [px].
const GAP: f64 = 14.0;

/// The names, before it is known where the plot ends.
pub(super) enum Actions {
    None,
    /// Each beside a stroke below its cycle: cycle, line, text.
    Flags(Vec<(usize, usize, String)>),
    /// Where flags would take too many lines: a list that names the cycles.
    List(Vec<String>),
}

impl Actions {
    /// Of a course whose cycles are at `place` [px], within `room`.
    pub(super) fn of(input: &LabInput, course: &CourseShown, place: impl Fn(usize) -> f64, room: Rect) -> Self {
        let taken = course.cycles.iter().enumerate();
        let taken = taken.flat_map(|(i, cycle)| cycle.actions.iter().map(move |action| (i + 1, action)));
        let mut flags: Vec<(usize, usize, String)> = Vec::new();
        // from the right: a stroke has to pass the names on its left only
        for (cycle, action) in taken.clone().collect::<Vec<_>>().into_iter().rev() {
            let x = place(cycle);
            let name = cut(&clean(action), text_size::TICK, Weight::Regular, LONGEST.min(room.right - x - 24.0));
            let text = format!("+ {name}");
            let end = x + 6.0 + width(&text) + GAP;
            let passed = flags.iter().filter(|(other, ..)| place(*other) < end);
            let line = passed.map(|(_, line, _)| line + 1).max().unwrap_or(0);
            flags.push((cycle, line, text));
        }
        if flags.is_empty() {
            return Self::None;
        }
        if flags.iter().all(|(_, line, _)| *line < MOST) {
            return Self::Flags(flags);
        }
        let entries = taken.map(|(cycle, action)| {
            let name = cut(&clean(action), text_size::TICK, Weight::Regular, LONGEST);
            say!(input.words(), "lab-moves-action", cycle = input.count(cycle), action = name)
        });
        Self::List(lines(input, &entries.collect::<Vec<_>>(), room.width()))
    }

    /// What they take below the plot besides the numbers of the cycles [px].
    pub(super) fn height(&self) -> f64 {
        let lines = match self {
            Self::None => return 0.0,
            Self::Flags(flags) => flags.iter().map(|(_, line, _)| line + 1).max().unwrap_or(0),
            Self::List(lines) => lines.len(),
        };
        LINE * lines as f64 + 4.0
    }

    /// Writes them below `area`.
    pub(super) fn draw(&self, sheet: &mut Sheet, x: Linear, area: Rect, room: Rect) {
        let ink = sheet.theme.ink;
        let middle = |line: usize| area.bottom + HEAD + LINE * (line as f64 + 0.5);
        match self {
            Self::None => {}
            Self::Flags(flags) => {
                for (cycle, line, text) in flags {
                    let (at, y) = (x.at(*cycle as f64), middle(*line));
                    let pen = Pen::solid(sheet.theme.muted, 1.25);
                    sheet.canvas.line([(at, area.bottom + HEAD - 3.0), (at, y + 6.0)], pen);
                    sheet
                        .canvas
                        .text(Text::new(text, at + 6.0, 0.0, ink).size(text_size::TICK).centred_on(y));
                }
            }
            Self::List(lines) => {
                for (i, line) in lines.iter().enumerate() {
                    let text = Text::new(line, room.left, 0.0, ink).size(text_size::TICK);
                    sheet.canvas.text(text.centred_on(middle(i)));
                }
            }
        }
    }
}

fn width(text: &str) -> f64 {
    font::width(text, text_size::TICK, Weight::Regular)
}

/// Entries one after the other on as few lines as can be; where they are too many the last line ends with the number of those that are left out.
fn lines(input: &LabInput, entries: &[String], room: f64) -> Vec<String> {
    let broken = |entries: &[String]| {
        let mut lines: Vec<String> = Vec::new();
        for entry in entries {
            match lines.last_mut() {
                Some(line) if width(&format!("{line}   {entry}")) <= room => *line = format!("{line}   {entry}"),
                _ => lines.push(entry.clone()),
            }
        }
        lines
    };
    let all = broken(entries);
    if all.len() <= MOST {
        return all;
    }
    let fewer = (0..entries.len()).rev().map(|shown| {
        let left = entries.len() - shown;
        let mut some = entries[..shown].to_vec();
        some.push(say!(input.words(), "lab-moves-more", count = input.count(left), n = left));
        broken(&some)
    });
    fewer.into_iter().find(|lines| lines.len() <= MOST).unwrap_or_default()
}
