//! The weakest stage and what to do: the stages side by side, then the steps of the loop.

use super::figures::block;
use super::telling::Telling;
use crate::analyze::{Basis, LeverKind, StageFinding};
use crate::chart::{ChartError, Form, Kind, name};
use crate::format::ABSENT;
use crate::kaizen::Cycle;
use crate::model::Stage;
use crate::report::document::{Block, Cell, Table};
use crate::say;

/// Channels that a step names; the others are counted.
const NAMED: usize = 3;

pub(super) fn blocks(telling: &Telling) -> Result<Vec<Block>, ChartError> {
    let Some(analysis) = telling.results().analysis else {
        return Ok(Vec::new());
    };
    let words = telling.words;
    let mut blocks = Vec::new();
    blocks.push(Block::Paragraph(say!(words, "weakest-what")));
    blocks.extend(block(telling, Kind::Weakest)?);
    blocks.push(Block::Table(table(telling, &analysis.stages)));
    let steps = steps(telling);
    if !steps.is_empty() {
        blocks.push(Block::Heading(say!(words, "weakest-to-do")));
        blocks.push(Block::Paragraph(say!(words, "weakest-steps")));
        blocks.push(Block::List(steps));
    }
    Ok(blocks)
}

fn table(telling: &Telling, stages: &[StageFinding]) -> Table {
    let words = telling.words;
    let likely = telling.futures().is_some() && stages.iter().any(|finding| finding.probability_weakest.is_some());
    let mut titles = vec![
        say!(words, "weakest-stage"),
        say!(words, "weakest-today"),
        say!(words, "weakest-target"),
        say!(words, "weakest-at-stake", objective = telling.objective(Form::Of)),
    ];
    if likely {
        titles.push(say!(words, "weakest-chance"));
    }
    titles.push(say!(words, "weakest-way"));
    let last = titles.len() - 1;
    let mut table = Table::new(say!(words, "weakest-caption"), titles).with_words_in(&[last]);
    let weakest = telling.results().analysis.and_then(|analysis| analysis.weakest);
    for finding in stages {
        let mut cells = vec![Cell::from(rate_name(telling, finding.stage)), rate(telling, finding, finding.rate)];
        cells.push(
            finding
                .target
                .map_or_else(|| Cell::from(ABSENT), |target| rate(telling, finding, target)),
        );
        cells.push(match finding.value_at_stake.filter(|_| finding.basis != Basis::Unranked) {
            Some(stake) => Cell::number(stake, telling.change(stake)),
            None => Cell::from(ABSENT),
        });
        if likely {
            cells.push(match finding.probability_weakest {
                Some(share) => Cell::number(share, telling.chance(share)),
                None => Cell::from(ABSENT),
            });
        }
        cells.push(Cell::from(way_up(telling, finding)));
        if Some(finding.stage) == weakest {
            table.strong_row(cells);
        } else {
            table.row(cells);
        }
    }
    table
}

/// A stage with what its rate is.
fn rate_name(telling: &Telling, stage: Stage) -> String {
    let (words, name) = (telling.words, telling.stage(stage));
    match stage {
        Stage::Reach => say!(words, "weakest-rate-reach", stage = name),
        Stage::Act => say!(words, "weakest-rate-act", stage = name),
        Stage::Convert => say!(words, "weakest-rate-convert", stage = name),
        Stage::Engage => say!(words, "weakest-rate-engage", stage = name),
    }
}

fn rate(telling: &Telling, finding: &StageFinding, value: f64) -> Cell {
    let text = match finding.stage {
        Stage::Reach => telling.format.count(value),
        _ => {
            let [rate, target] = telling
                .format
                .percent_and_target(finding.rate, finding.target.unwrap_or(finding.rate));
            if value == finding.rate { rate } else { target }
        }
    };
    Cell::number(value, text)
}

/// The best known way to raise a stage, and what it gains or loses.
fn way_up(telling: &Telling, finding: &StageFinding) -> String {
    let words = telling.words;
    let Some(lever) = finding.levers.first() else {
        return say!(words, "weakest-way-none");
    };
    if lever.net_gain <= 0.0 {
        return say!(words, "weakest-way-loses");
    }
    let (name, gain) = (name(&lever.name), telling.change(lever.net_gain));
    match lever.kind {
        LeverKind::Action => say!(
            words,
            "weakest-way-action",
            name = name,
            gain = gain,
            cost = telling.format.money(lever.cost)
        ),
        LeverKind::Channel => say!(
            words,
            "weakest-way-channel",
            name = name,
            gain = gain,
            cost = telling.format.money(lever.cost)
        ),
    }
}

/// What each cycle of the loop does.
fn steps(telling: &Telling) -> Vec<String> {
    let cycles = telling.results().journal.map_or(&[][..], |journal| &journal.cycles);
    cycles.iter().map(|cycle| step(telling, cycle)).collect()
}

fn step(telling: &Telling, cycle: &Cycle) -> String {
    let words = telling.words;
    let gain = telling.change(cycle.after - cycle.before);
    let moves = moves(telling, cycle);
    match (cycle.action.as_deref().map(name), moves) {
        (Some(action), Some(moves)) => say!(words, "weakest-step-both", action = action, moves = moves, gain = gain),
        (Some(action), None) => say!(words, "weakest-step-action", action = action, gain = gain),
        (None, Some(moves)) => say!(words, "weakest-step-money", moves = moves, gain = gain),
        (None, None) => say!(words, "weakest-step-none", gain = gain),
    }
}

/// The largest moves of money, `display −24 k €, email +24 k €`, and how many more there are.
fn moves(telling: &Telling, cycle: &Cycle) -> Option<String> {
    let mut moves: Vec<(&String, f64)> = cycle.moves.iter().map(|(name, amount)| (name, *amount)).collect();
    moves.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then_with(|| a.0.cmp(b.0)));
    let named: Vec<String> = moves
        .iter()
        .take(NAMED)
        .map(|(name, amount)| format!("{} {}", crate::chart::name(name), telling.format.money_change(*amount)))
        .collect();
    let named = named.join(", ");
    match moves.len() {
        0 => None,
        count if count > NAMED => Some(say!(
            telling.words,
            "weakest-moves-more",
            moves = named,
            n = count - NAMED,
            count = telling.format.number((count - NAMED) as f64, 0)
        )),
        _ => Some(named),
    }
}
