//! How it was computed: the model, the draws, the search, the program.

use super::telling::Telling;
use crate::chart::span;
use crate::report::document::{Block, Cell, Table};
use crate::say;
use crate::simulate::{People, Sequence};

pub(super) fn blocks(telling: &Telling) -> Vec<Block> {
    let words = telling.words;
    let mut paragraphs = vec![
        say!(words, "method-model", periods = span(telling.results())),
        say!(words, "method-money"),
    ];
    if let Some(futures) = telling.futures() {
        let draws = telling.format.number(futures.sampling.draws as f64, 0);
        let n = futures.dimensions;
        if n > 0 {
            let quantities = telling.format.number(n as f64, 0);
            paragraphs.push(say!(words, "method-draws", draws = draws, n = n, quantities = quantities));
        }
        if futures.sampling.people == People::Whole {
            paragraphs.push(say!(words, "method-chance"));
        }
    } else if telling.results().futures.is_some() {
        paragraphs.push(say!(words, "method-certain"));
    } else {
        paragraphs.push(say!(words, "method-point-run"));
    }
    if let Some(proposal) = telling.results().proposal {
        paragraphs.push(say!(words, "method-search"));
        if let Some(gap) = proposal.gap.filter(|gap| gap.is_finite()) {
            paragraphs.push(say!(words, "method-bound", gap = telling.format.percent(gap.max(0.0))));
        }
    }
    if let Some(captured) = telling.results().journal.and_then(|journal| journal.captured) {
        paragraphs.push(say!(words, "method-loop", captured = telling.format.percent_short(captured)));
    }
    let mut blocks: Vec<Block> = paragraphs.into_iter().map(Block::Paragraph).collect();
    blocks.push(Block::Table(facts(telling)));
    blocks
}

/// What it takes to make the same report again.
fn facts(telling: &Telling) -> Table {
    let words = telling.words;
    let titles = [say!(words, "method-fact"), say!(words, "method-value")];
    let mut table = Table::new(say!(words, "method-caption"), titles).with_words_in(&[1]);
    let mut row = |name: String, value: String| table.row(vec![Cell::from(name), Cell::from(value)]);
    row(say!(words, "method-date"), telling.format.long_day(telling.input.date));
    row(say!(words, "method-starts"), telling.format.long_day(telling.scenario().plan.start));
    row(say!(words, "method-version"), format!("osa {}", env!("CARGO_PKG_VERSION")));
    row(say!(words, "method-hash"), telling.input.fingerprint.to_owned());
    if let Some(futures) = telling.results().futures {
        row(say!(words, "method-seed"), futures.sampling.seed.to_string());
        row(
            say!(words, "method-number-of-draws"),
            telling.format.number(futures.sampling.draws as f64, 0),
        );
        let sequence = match futures.sampling.sequence {
            Sequence::Sobol => say!(words, "workbook-sequence-sobol"),
            Sequence::Random => say!(words, "workbook-sequence-random"),
        };
        row(say!(words, "method-sequence"), sequence);
        let people = match futures.sampling.people {
            People::Expected => say!(words, "workbook-people-expected"),
            People::Whole => say!(words, "workbook-people-whole"),
        };
        row(say!(words, "method-people"), people);
        if futures.excluded > 0 {
            row(say!(words, "method-excluded"), telling.format.number(futures.excluded as f64, 0));
        }
    }
    table
}
