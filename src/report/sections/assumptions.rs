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
    let mut sources = Sources::default();
    for assumption in assumptions {
        let (value, range) = figure(telling, assumption);
        let source = source(telling, assumption, &mut sources);
        table.row(vec![Cell::from(clean(&assumption.key)), value, Cell::from(range), source]);
    }
    let without = assumptions
        .iter()
        .filter(|assumption| assumption.source.is_none() && assumption.origin != Origin::Default)
        .filter(|assumption| !matches!(assumption.figure, Figure::Word(_)))
        .count();
    let mut blocks = vec![Block::Paragraph(say!(words, "assumptions-what"))];
    if without > 0 {
        let count = telling.format.number(without as f64, 0);
        blocks.push(Block::Paragraph(say!(words, "assumptions-without", n = without, count = count)));
    }
    blocks.push(Block::Table(table));
    blocks.extend(sources.table(telling).map(Block::Table));
    blocks
}

/// The texts of the sources, each once: many numbers of a table come from one.
#[derive(Default)]
struct Sources {
    texts: Vec<String>,
}

impl Sources {
    /// The number of a source, counted from 1.
    fn number(&mut self, text: String) -> usize {
        let known = self.texts.iter().position(|other| *other == text);
        1 + known.unwrap_or_else(|| {
            self.texts.push(text);
            self.texts.len() - 1
        })
    }

    /// `None` where nothing has a source.
    fn table(self, telling: &Telling) -> Option<Table> {
        let words = telling.words;
        let titles = [say!(words, "assumptions-number"), say!(words, "assumptions-source")];
        let mut table = Table::new(say!(words, "assumptions-sources"), titles).with_words_in(&[1]);
        for (place, text) in self.texts.into_iter().enumerate() {
            table.row(vec![Cell::from(format!("[{}]", place + 1)), Cell::from(text)]);
        }
        (!table.rows.is_empty()).then_some(table)
    }
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
        Unit::Rise => format.percent_change(x),
        _ => format.count(x),
    }
}

fn source(telling: &Telling, assumption: &Assumption, sources: &mut Sources) -> Cell {
    let words = telling.words;
    match (&assumption.source, assumption.origin) {
        (Some(source), _) => {
            let number = sources.number(clean(source));
            Cell::number(number as f64, format!("[{number}]"))
        }
        (None, Origin::Default) => Cell::from(say!(words, "assumptions-default")),
        (None, Origin::Set) => Cell::from(say!(words, "assumptions-set")),
        (None, Origin::File) => Cell::from(ABSENT),
    }
}
