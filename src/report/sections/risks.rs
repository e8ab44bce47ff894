//! What could go wrong: how likely a loss is, what it depends on, where the plan leaves what is known.

use super::figures::block;
use super::telling::{Telling, Verdict};
use crate::analyze::TornadoRow;
use crate::chart::{ChartError, Kind, clean, name, per};
use crate::format::ABSENT;
use crate::optimize::{HeldBy, Limit, Relaxed};
use crate::report::document::{Block, Cell, Fact, Table};
use crate::say;

/// Rows of the table of what the result depends on.
const ROWS: usize = 12;
/// Channels that a sentence names; the others are counted.
const NAMED: usize = 3;
/// A limit whose move gains a smaller share of the objective than this is not told: nobody would renegotiate it.
const WORTH_TELLING: f64 = 1e-3;
/// The loop has come to the best plan where it captures this share of its gain.
const REACHED: f64 = 0.99;

pub(super) fn blocks(telling: &Telling) -> Result<Vec<Block>, ChartError> {
    let words = telling.words;
    let mut blocks = Vec::new();
    let facts = facts(telling);
    if facts.is_empty() {
        blocks.push(Block::Paragraph(match telling.results().futures {
            Some(_) => say!(words, "risks-certain"),
            None => say!(words, "risks-no-draws"),
        }));
    } else {
        blocks.push(Block::Facts(facts));
    }
    let warnings = warnings(telling);
    if !warnings.is_empty() {
        blocks.push(Block::List(warnings));
    }
    blocks.extend(block(telling, Kind::Tornado)?);
    blocks.extend(table(telling).map(Block::Table));
    blocks.extend(block(telling, Kind::Sensitivity)?);
    blocks.extend(knowledge(telling).map(Block::Paragraph));
    Ok(blocks)
}

fn facts(telling: &Telling) -> Vec<Fact> {
    let words = telling.words;
    let Some(plan) = telling.after_futures() else { return Vec::new() };
    let mut facts = Vec::new();
    let mut fact = |name: String, value: String, note: Option<String>| facts.push(Fact { name, value, note });
    if let Some(share) = plan.probabilities.roi_positive {
        fact(
            say!(words, "risks-loss"),
            telling.chance(1.0 - share),
            Some(say!(words, "risks-loss-note")),
        );
    }
    if let Some(difference) = telling.difference().filter(|_| telling.verdict() != Verdict::Nothing) {
        fact(
            say!(words, "risks-worse"),
            telling.chance(1.0 - difference.better),
            Some(say!(words, "risks-worse-note")),
        );
    }
    fact(
        say!(words, "risks-bad"),
        telling.value(plan.bands.objective.p5),
        Some(say!(words, "risks-bad-note", objective = telling.objective(crate::chart::Form::Of))),
    );
    let cash = plan.cash;
    let note = if cash.p95 > 0.0 {
        say!(words, "risks-cash-note", worst = telling.format.money(cash.p95))
    } else {
        say!(words, "risks-cash-none")
    };
    fact(say!(words, "risks-cash"), telling.format.money(cash.p50), Some(note));
    facts
}

/// Channels beyond the spend that was ever observed, and limits that hold the plan back.
fn warnings(telling: &Telling) -> Vec<String> {
    let words = telling.words;
    let decision = &telling.input.journal.after.decision;
    let channels = telling.scenario().channels.iter().enumerate();
    let beyond: Vec<String> = channels
        .filter(|(c, channel)| channel.leaves_observed(decision.channel(*c)))
        .map(|(_, channel)| name(&channel.name))
        .collect();
    let mut warnings = Vec::new();
    if !beyond.is_empty() {
        let mut channels = beyond.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        if let Some(more) = beyond.len().checked_sub(NAMED).filter(|more| *more > 0) {
            let count = telling.format.number(more as f64, 0);
            channels = say!(words, "weakest-moves-more", moves = channels, n = more, count = count);
        }
        warnings.push(say!(words, "risks-beyond", channels = channels, n = beyond.len()));
    }
    // limits are those of the optimizer's best plan: where the loop stops short of it they hold another plan back
    let journal = telling.input.journal;
    if journal.captured.is_none_or(|captured| captured < REACHED) {
        return warnings;
    }
    let proposal = &journal.proposal;
    let least = WORTH_TELLING * proposal.proposal.objective.abs();
    for held in &proposal.limits {
        let relaxed = held.relaxed.filter(|relaxed| relaxed.gain > least);
        warnings.extend(relaxed.map(|relaxed| limit(telling, held, relaxed)));
    }
    warnings
}

/// What it brings to move a limit.
fn limit(telling: &Telling, held: &HeldBy, relaxed: Relaxed) -> String {
    let (words, plan) = (telling.words, &telling.scenario().plan);
    let channel = |c: usize| telling.scenario().channels.get(c).map(|channel| clean(&channel.name));
    let group = |g: usize| plan.groups.get(g).map(|group| clean(&group.name));
    let (kind, of) = match held.kind {
        Limit::Budget => ("budget", None),
        Limit::Min(c) => ("least", channel(c)),
        Limit::Max(c) => ("most", channel(c)),
        Limit::MinTotal(c) => ("least-total", channel(c)),
        Limit::MaxTotal(c) => ("most-total", channel(c)),
        Limit::GroupMin(g) => ("least", group(g)),
        Limit::GroupMax(g) => ("most", group(g)),
        Limit::GroupMinTotal(g) => ("least-total", group(g)),
        Limit::GroupMaxTotal(g) => ("most-total", group(g)),
        _ => ("other", None),
    };
    let to = match kind {
        "other" => telling.format.amount_exact(relaxed.to),
        _ => telling.format.money_exact(relaxed.to),
    };
    say!(
        words,
        "risks-limit",
        kind = kind,
        of = of.unwrap_or_default(),
        to = to,
        per = per(words, plan.period),
        limit = clean(&held.limit),
        gain = telling.value(relaxed.gain)
    )
}

fn table(telling: &Telling) -> Option<Table> {
    let words = telling.words;
    let sensitivity = telling.results().sensitivity?;
    if sensitivity.tornado.is_empty() {
        return None;
    }
    let switches = sensitivity.proposal.is_some() && telling.verdict() != Verdict::Nothing;
    let mut titles = vec![
        say!(words, "risks-quantity"),
        say!(words, "risks-from-to"),
        say!(words, "risks-low"),
        say!(words, "risks-high"),
    ];
    if switches {
        titles.push(say!(words, "risks-switch"));
    }
    let mut table = Table::new(say!(words, "risks-caption", n = sensitivity.tornado.len().min(ROWS)), titles);
    for row in sensitivity.tornado.iter().take(ROWS) {
        let amount = |x: f64| telling.amount_of(row.unit, x);
        let mut cells = vec![
            Cell::from(telling.quantity(&row.key)),
            Cell::from(say!(words, "range", low = amount(row.p10), high = amount(row.p90))),
            Cell::number(row.today.low, telling.value(row.today.low)),
            Cell::number(row.today.high, telling.value(row.today.high)),
        ];
        if switches {
            cells.push(switch(telling, row, amount));
        }
        table.row(cells);
    }
    Some(table)
}

/// The value at which today's plan and the proposal are worth the same.
fn switch(telling: &Telling, row: &TornadoRow, amount: impl Fn(f64) -> String) -> Cell {
    match row.switching_value {
        Some(value) => Cell::number(value, amount(value)),
        None if row.safe.is_some() => Cell::from(say!(telling.words, "risks-no-switch")),
        None => Cell::from(ABSENT),
    }
}

/// What it is worth to know more before deciding.
fn knowledge(telling: &Telling) -> Option<String> {
    let information = telling.results().sensitivity?.information.as_ref()?;
    let words = telling.words;
    // what is worth next to nothing is no advice
    if information.all.value <= WORTH_TELLING * telling.after().objective.abs() {
        return Some(say!(words, "risks-knowledge-nothing"));
    }
    let all = telling.value(information.all.value);
    let first = information.rows.first().filter(|row| row.worth.value > 0.0);
    let Some(row) = first else {
        return Some(say!(words, "risks-knowledge-none", all = all));
    };
    let (quantity, one) = (telling.quantity(&row.key), telling.value(row.worth.value));
    let worth = say!(words, "risks-knowledge", all = all, quantity = quantity, one = one);
    // what it is worth and what a test costs are both money, or cannot be compared
    Some(match telling.counts_customers() {
        false => format!("{worth} {}", say!(words, "risks-knowledge-test")),
        true => worth,
    })
}
