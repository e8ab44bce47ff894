//! The numbers that were put in, each with its range and its source.

use super::telling::Telling;
use crate::chart::clean;
use crate::format::ABSENT;
use crate::report::document::{Block, Cell, Table};
use crate::say;
use crate::scenario::{Assumption, Ends, Figure, Origin, Unit};

pub(super) fn blocks(telling: &Telling) -> Vec<Block> {
    let words = telling.words;
    let assumptions = telling.input.assumptions;
    if assumptions.is_empty() {
        return Vec::new();
    }
    let titles = [
        say!(words, "assumptions-key"),
        say!(words, "assumptions-value"),
        say!(words, "assumptions-range"),
        say!(words, "assumptions-source"),
    ];
    let mut table = Table::new(say!(words, "assumptions-caption"), titles).with_words_in(&[3]);
    table.sortable = true;
    for assumption in assumptions {
        let (value, range) = figure(telling, assumption);
        table.row(vec![
            Cell::from(clean(&assumption.key)),
            value,
            Cell::from(range),
            Cell::from(source(telling, assumption)),
        ]);
    }
    let without = assumptions
        .iter()
        .filter(|assumption| assumption.source.is_none() && assumption.origin != Origin::Default)
        .count();
    let mut blocks = vec![Block::Paragraph(say!(words, "assumptions-what"))];
    if without > 0 {
        let count = telling.format.number(without as f64, 0);
        blocks.push(Block::Paragraph(say!(words, "assumptions-without", n = without, count = count)));
    }
    blocks.push(Block::Table(table));
    blocks
}

/// The value and the range of a number.
fn figure(telling: &Telling, assumption: &Assumption) -> (Cell, String) {
    let words = telling.words;
    let write = |x: f64| amount(telling, assumption.unit, x);
    let range = |low: f64, high: f64| say!(words, "range", low = write(low), high = write(high));
    match &assumption.figure {
        Figure::Known(value) => (Cell::number(*value, write(*value)), ABSENT.to_owned()),
        Figure::Uncertain {
            median, low, high, ends, ..
        } => {
            let range = range(*low, *high);
            let told = match ends {
                Ends::Ninety => say!(words, "assumptions-ninety", range = range),
                Ends::Eighty => say!(words, "assumptions-eighty", range = range),
                Ends::All => say!(words, "assumptions-all", range = range),
            };
            (Cell::number(*median, write(*median)), told)
        }
        Figure::Series { count, least, most, .. } => {
            let count_text = telling.format.number(*count as f64, 0);
            (
                Cell::from(say!(words, "assumptions-series", n = *count, count = count_text)),
                range(*least, *most),
            )
        }
        Figure::Span { low, high } => (Cell::from(ABSENT), range(*low, *high)),
        Figure::Word(word) => (Cell::from(clean(word)), ABSENT.to_owned()),
    }
}

fn amount(telling: &Telling, unit: Unit, x: f64) -> String {
    let format = &telling.format;
    match unit {
        Unit::Money => format.money_exact(x),
        Unit::Share => format.percent(x),
        _ => format.count(x),
    }
}

fn source(telling: &Telling, assumption: &Assumption) -> String {
    let words = telling.words;
    match (&assumption.source, assumption.origin) {
        (Some(source), _) => clean(source),
        (None, Origin::Default) => say!(words, "assumptions-default"),
        (None, Origin::Set) => say!(words, "assumptions-set"),
        (None, Origin::File) => ABSENT.to_owned(),
    }
}
