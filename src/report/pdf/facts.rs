//! Single figures as cards, two to four in a row.

use super::fonts::width;
use super::lines::broken_to;
use super::piece::{Mark, Piece};
use super::structure::{Part, Role, Structure};
use super::style::{CARD_GAP, CARD_PADDING, FACT_NAME, FACT_VALUE, FACT_VALUE_MIDDLE, FACT_VALUE_SMALL, Type, WIDTH, above};
use crate::chart::{Rgb, Theme, clean};
use crate::report::document::Fact;

/// The most lines of a name, of a value and of a note: a card is never as high as a page.
const LINES: [usize; 3] = [4, 3, 6];

/// The cards, a piece for each row of them.
pub(super) fn pieces(facts: &[Fact], theme: &Theme, accent: Rgb, structure: &mut Structure, within: Part) -> Vec<Piece> {
    let (columns, value) = columns(facts);
    let card = wide(columns);
    let row = |(number, facts): (usize, &[Fact])| {
        let cards: Vec<_> = facts.iter().map(|fact| Card::of(fact, value, room(columns))).collect();
        // names of one row take the same height, so that its values stand on one line
        let tallest = |lines: fn(&Card) -> f64| cards.iter().map(lines).fold(0.0, f64::max);
        let names = tallest(|card| card.name.height());
        let values = tallest(|card| card.value.height());
        let notes = tallest(|card| card.note.height());
        let height = names + 3.0 + values + 1.0 + notes + 2.0 * CARD_PADDING;
        let mut marks = Vec::new();
        for (place, entry) in cards.iter().enumerate() {
            let left = place as f64 * (card + CARD_GAP);
            let ground = theme.background.mixed(theme.grid, 0.35);
            marks.push(Mark::fill(left, 0.0, (card, height), ground));
            marks.push(Mark::fill(left, 0.0, (card, 1.5), accent));
            let part = structure.add(Some(within), Role::Paragraph);
            let left = left + CARD_PADDING;
            let top = CARD_PADDING;
            marks.extend(entry.name.marks(part, left, top, theme.muted));
            marks.extend(entry.value.marks(part, left, top + names + 3.0, theme.ink));
            marks.extend(entry.note.marks(part, left, top + names + 3.0 + values + 1.0, theme.muted));
        }
        Piece::new(if number == 0 { above::BLOCK } else { CARD_GAP }, height, marks)
    };
    facts.chunks(columns).enumerate().map(row).collect()
}

/// How many cards stand in a row, and the type of their values: rows as even as they can be, values on one line.
fn columns(facts: &[Fact]) -> (usize, Type) {
    let count = facts.len();
    let even = match count {
        0..=2 => 2,
        3 | 4 => count,
        _ if matches!(count % 4, 0 | 3) => 4,
        _ if matches!(count % 3, 0 | 2) => 3,
        _ => 4,
    };
    let widest = |of: Type| facts.iter().map(|fact| width(&clean(&fact.value), of)).fold(0.0, f64::max);
    let fits = |columns: usize, of: Type| room(columns) >= widest(of);
    if fits(even, FACT_VALUE) {
        return (even, FACT_VALUE);
    }
    if fits(even, FACT_VALUE_MIDDLE) {
        return (even, FACT_VALUE_MIDDLE);
    }
    // fewer in a row, but none alone in the last
    let fewer = (2..even).rev().filter(|columns| count % columns != 1);
    let fewer = fewer.filter(|&columns| fits(columns, FACT_VALUE)).max();
    (fewer.unwrap_or(2), FACT_VALUE)
}

/// Width of a card.
fn wide(columns: usize) -> f64 {
    (WIDTH + CARD_GAP) / columns as f64 - CARD_GAP
}

/// Width of its texts.
fn room(columns: usize) -> f64 {
    wide(columns) - 2.0 * CARD_PADDING
}

/// Lines of one size.
struct Lines {
    lines: Vec<String>,
    of: Type,
}

impl Lines {
    fn height(&self) -> f64 {
        self.lines.len() as f64 * self.of.leading
    }

    fn marks(&self, part: Part, left: f64, top: f64, colour: Rgb) -> impl Iterator<Item = Mark> {
        let line = move |(number, line): (usize, &String)| {
            let y = top + number as f64 * self.of.leading + self.of.base();
            Mark::text(Some(part), format!("{line} "), left, y, self.of, colour)
        };
        self.lines.iter().enumerate().map(line)
    }
}

struct Card {
    name: Lines,
    value: Lines,
    note: Lines,
}

impl Card {
    fn of(fact: &Fact, value: Type, room: f64) -> Self {
        let lines = |text: &str, of: Type, most: usize| Lines {
            lines: broken_to(text, of, room, most),
            of,
        };
        let [names, values, notes] = LINES;
        let fits = width(&clean(&fact.value), value) <= room;
        Self {
            name: lines(&fact.name, FACT_NAME, names),
            value: lines(&fact.value, if fits { value } else { FACT_VALUE_SMALL }, values),
            note: lines(fact.note.as_deref().unwrap_or_default(), FACT_NAME, notes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_even_and_no_card_stands_alone() {
        let facts = |count: usize, value: &str| {
            let fact = Fact {
                name: "Profit".to_owned(),
                value: value.to_owned(),
                note: None,
            };
            vec![fact; count]
        };
        let in_a_row = |count, value: &str| columns(&facts(count, value)).0;
        let rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12].map(|count| in_a_row(count, "43 %"));
        assert_eq!(rows, [2, 2, 3, 4, 3, 3, 4, 4, 3, 4, 4]);
        assert_eq!(columns(&facts(4, "31 settimane")), (4, FACT_VALUE_MIDDLE));
        assert_eq!(in_a_row(4, "between 31 and 39 weeks"), 2);
        assert_eq!(in_a_row(3, "x".repeat(200).as_str()), 2);
    }
}
