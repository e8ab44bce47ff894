//! How it was made: scenario, version, draws, search, and the cycles that led to the proposal.

use rust_xlsxwriter::XlsxError;

use super::Making;
use super::book::Book;
use super::formula::{Cell, at};
use super::labels;
use super::style::{Kind, Role};
use crate::chart::text::name;
use crate::kaizen::Journal;
use crate::optimize::Status;
use crate::say;
use crate::simulate::{People, Sequence};
use crate::words::Words;

/// Row of the first line.
const FIRST: u32 = 3;

/// What stands beside a name.
enum Value {
    Text(String),
    Number(f64, Kind),
}

fn status(status: Status, words: Words) -> String {
    match status {
        Status::Converged => say!(words, "workbook-status-converged"),
        Status::Kink => say!(words, "workbook-status-kink"),
        Status::NothingToGain => say!(words, "workbook-status-nothing-to-gain"),
        Status::NoProgress => say!(words, "workbook-status-no-progress"),
        Status::StepLimit => say!(words, "workbook-status-step-limit"),
    }
}

/// Where the numbers come from.
fn origin(making: &Making) -> Vec<(String, Value)> {
    let words = making.words;
    let origin = &making.input.origin;
    let text = |text: &str| Value::Text(text.to_owned());
    let mut lines = vec![(
        say!(words, "workbook-scenario"),
        Value::Text(name(&making.input.scenario.plan.name)),
    )];
    let known = [
        (say!(words, "workbook-client"), origin.client),
        (say!(words, "workbook-author"), origin.author),
        (say!(words, "workbook-hash"), origin.hash),
        (say!(words, "workbook-version"), origin.version),
    ];
    lines.extend(known.into_iter().filter_map(|(name, known)| Some((name, text(known?)))));
    if let Some(date) = origin.date {
        lines.push((say!(words, "workbook-date"), Value::Text(making.day(date))));
    }
    lines.push((say!(words, "workbook-horizon"), Value::Text(making.lasting())));
    lines
}

/// How the futures were drawn.
fn drawn(making: &Making) -> Vec<(String, Value)> {
    let words = making.words;
    let Some(futures) = making.input.futures else {
        return vec![(say!(words, "workbook-draws"), Value::Text(say!(words, "workbook-draws-none")))];
    };
    let sampling = &futures.sampling;
    let sequence = match sampling.sequence {
        Sequence::Sobol => say!(words, "workbook-sequence-sobol"),
        Sequence::Random => say!(words, "workbook-sequence-random"),
    };
    let people = match sampling.people {
        People::Expected => say!(words, "workbook-people-expected"),
        People::Whole => say!(words, "workbook-people-whole"),
    };
    vec![
        (say!(words, "workbook-draws"), Value::Number(sampling.draws as f64, Kind::Factor(0))),
        // as text: a seed may have more digits than a spreadsheet keeps
        (say!(words, "workbook-seed"), Value::Text(sampling.seed.to_string())),
        (say!(words, "workbook-sequence"), Value::Text(sequence)),
        (say!(words, "workbook-people"), Value::Text(people)),
        (
            say!(words, "workbook-dimensions"),
            Value::Number(futures.dimensions as f64, Kind::Factor(0)),
        ),
        (
            say!(words, "workbook-excluded"),
            Value::Number(futures.excluded as f64, Kind::Factor(0)),
        ),
    ]
}

/// How the proposal was searched.
fn searched(making: &Making) -> Vec<(String, Value)> {
    let words = making.words;
    let journal = making.input.journal;
    let proposal = &journal.proposal;
    let value = making.kind_of_figure(None);
    let mut lines = vec![
        (say!(words, "workbook-budget"), Value::Number(proposal.budget, making.money)),
        (say!(words, "workbook-optimum"), Value::Number(journal.optimum, value)),
    ];
    if let Some(captured) = journal.captured {
        lines.push((say!(words, "workbook-captured"), Value::Number(captured, Kind::Share(1))));
    }
    lines.push((say!(words, "workbook-status"), Value::Text(status(proposal.status, words))));
    let starts = say!(
        words,
        "workbook-starts-agree",
        agreement = proposal.agreement.to_string(),
        starts = proposal.starts.to_string()
    );
    lines.push((say!(words, "workbook-starts"), Value::Text(starts)));
    if let Some(bound) = proposal.upper_bound {
        lines.push((say!(words, "workbook-upper-bound"), Value::Number(bound, value)));
    }
    if let Some(gap) = proposal.gap {
        lines.push((say!(words, "workbook-gap"), Value::Number(gap, Kind::Share(4))));
    }
    lines
}

/// Writes the page.
pub(super) fn write(making: &Making, book: &mut Book, page: usize) -> Result<(), XlsxError> {
    let words = making.words;
    book.open(page, &say!(words, "workbook-method-title"), &say!(words, "workbook-method-note"))?;
    let parts = [
        (say!(words, "workbook-method-origin"), origin(making)),
        (say!(words, "workbook-method-drawn"), drawn(making)),
        (say!(words, "workbook-method-searched"), searched(making)),
    ];
    let mut row = FIRST;
    for (title, lines) in parts {
        book.text(Cell::new(page, row, 0), &title, Role::Group)?;
        row += 1;
        for (name, value) in lines {
            book.text(Cell::new(page, row, 0), &name, Role::Body)?;
            let cell = Cell::new(page, row, 1);
            match value {
                // a long text runs over the empty cells beside it
                Value::Text(text) => book.text(cell, &text, Role::Beside)?,
                Value::Number(number, kind) => book.number(cell, number, kind, Role::Beside)?,
            }
            row += 1;
        }
        row += 1;
    }
    cycles(making, book, page, row, making.input.journal)
}

/// What each cycle of the loop found and gained.
fn cycles(making: &Making, book: &mut Book, page: usize, row: u32, journal: &Journal) -> Result<(), XlsxError> {
    let words = making.words;
    if journal.cycles.is_empty() {
        return Ok(());
    }
    book.text(Cell::new(page, row, 0), &say!(words, "workbook-cycles"), Role::Group)?;
    let objective = labels::objective(&journal.before.forecast, words);
    let heads = [
        say!(words, "workbook-cycle"),
        say!(words, "workbook-cycle-before", name = objective.clone()),
        say!(words, "workbook-cycle-after", name = objective),
        say!(words, "workbook-gain"),
        say!(words, "workbook-weakest"),
        say!(words, "workbook-taken"),
        say!(words, "workbook-score"),
    ];
    book.heads(page, row + 1, 0, &heads)?;
    let kind = making.kind_of_figure(None);
    for (cycle, row) in journal.cycles.iter().zip(row + 2..) {
        let here = |column: u16| Cell::new(page, row, column);
        book.number(here(0), cycle.cycle as f64, Kind::Factor(0), Role::Beside)?;
        book.number(here(1), cycle.before, kind, Role::Body)?;
        book.number(here(2), cycle.after, kind, Role::Body)?;
        book.formula(here(3), &(at(here(2)) - at(here(1))), kind, Role::Body)?;
        if let Some(weakest) = cycle.weakest {
            book.text(here(4), &labels::stage(weakest, words), Role::Body)?;
        }
        if let Some(action) = &cycle.action {
            book.text(here(5), &name(action), Role::Body)?;
        }
        book.number(here(6), cycle.score, Kind::Factor(1), Role::Body)?;
    }
    Ok(())
}
