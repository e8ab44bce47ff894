//! The objective so far by strategy, over the cycles, less that of changing nothing in the same world.

use super::super::Drawing;
use super::super::sheet::fitting;
use super::super::terms::Form;
use super::super::{Look, table::Table, terms};
use super::level::best_and_level;
use super::race::{self, Banded, Runner};
use super::{LabInput, Worlds, strategy};
use crate::lab::{Strategy, StrategyOutcome};
use crate::say;

/// `None` where there is no cycle, or no strategy.
pub(super) fn draw(input: &LabInput, look: &Look) -> Option<Drawing> {
    let drawn: Vec<&StrategyOutcome> = input.outcomes().filter(|outcome| outcome.lead.len() > 1).collect();
    if drawn.is_empty() || input.experiment.cycles.is_empty() {
        return None;
    }
    let (words, n) = (input.words(), input.experiment.cycles.len());
    let subtitle = LabInput::sentences([
        Some(say!(
            words,
            "lab-profit-subtitle",
            objective = terms::objective(words, input.experiment.objective, Form::Title),
            unit = input.unit(),
            cycles = input.count(n),
            n = n,
            horizon = input.horizon(),
        )),
        input.later_elsewhere(),
        Some(input.told()),
    ]);
    let mut sheet = input.sheet(Worlds::All, look, &title(input, look, &drawn), &subtitle);
    let shaded = shaded(input, &drawn);
    let runners: Vec<Runner> = drawn.iter().map(|outcome| runner(input, outcome, shaded)).collect();
    race::draw(&mut sheet, input, &runners);
    Some(Drawing {
        sheet,
        table: table(&drawn),
    })
}

/// Whose band is shaded: the chosen strategy's, or that of kaizen.
fn shaded(input: &LabInput, drawn: &[&StrategyOutcome]) -> Option<Strategy> {
    let moves = |strategy: &Strategy| !matches!(strategy, Strategy::Hold | Strategy::Oracle);
    let wanted = [input.strategy, Strategy::Kaizen].into_iter().filter(moves);
    let mut there = wanted.filter(|wanted| drawn.iter().any(|outcome| outcome.strategy == *wanted));
    there.next()
}

fn runner(input: &LabInput, outcome: &StrategyOutcome, shaded: Option<Strategy>) -> Runner {
    let values: Vec<f64> = outcome.lead.iter().map(|band| band.p50).collect();
    let banded = if Some(outcome.strategy) == shaded {
        Some(Banded::Shaded)
    } else {
        (outcome.strategy == Strategy::BigBang).then_some(Banded::Outlined)
    };
    Runner {
        strategy: outcome.strategy,
        amount: match outcome.strategy {
            Strategy::Hold => input.amount(0.0),
            _ => values.last().map_or_else(String::new, |last| input.change(*last)),
        },
        bands: banded.filter(|_| input.has_bands()).map(|banded| (banded, outcome.lead.clone())),
        values,
    }
}

fn title(input: &LabInput, look: &Look, drawn: &[&StrategyOutcome]) -> String {
    let words = input.words();
    let last = |outcome: &StrategyOutcome| outcome.lead.last().map(|band| band.p50).filter(|end| end.is_finite());
    let ends: Vec<(Strategy, f64)> = drawn
        .iter()
        .filter(|outcome| !matches!(outcome.strategy, Strategy::Hold | Strategy::Oracle))
        .filter_map(|outcome| Some((outcome.strategy, last(outcome)?)))
        .collect();
    let leaders = best_and_level(&ends, 0.0, |end| input.change(end));
    let oracle = drawn
        .iter()
        .find(|outcome| outcome.strategy == Strategy::Oracle)
        .and_then(|o| last(o));
    let oracle = oracle.map_or_else(|| input.change(0.0), |end| input.change(end));
    match leaders[..] {
        [] => say!(words, "lab-profit-title-oracle", oracle = oracle),
        [(_, gain), ..] if gain <= 0.0 => say!(words, "lab-profit-title-none", oracle = oracle),
        [(best, gain)] => {
            let told = |when: &str| {
                say!(
                    words,
                    "lab-profit-title",
                    when = when,
                    strategy = strategy(words, best),
                    until = input.until(),
                    gain = input.change(gain),
                    oracle = oracle.as_str(),
                )
            };
            if input.goes_on() {
                fitting(look, told("end"), told("open"))
            } else {
                told("open")
            }
        }
        [(_, gain), ..] => say!(
            words,
            "lab-profit-title-level",
            strategies = input.named(&leaders),
            until = input.until(),
            gain = input.change(gain),
            oracle = oracle,
        ),
    }
}

fn table(drawn: &[&StrategyOutcome]) -> Table {
    let mut columns = vec!["strategy".to_owned(), "cycle".to_owned(), "lead_mean".to_owned()];
    columns.extend(super::super::futures::columns("lead"));
    let mut table = Table::new(&columns);
    for outcome in drawn {
        for (cycle, band) in outcome.lead.iter().enumerate() {
            let cells = [outcome.strategy.word().into(), cycle.into(), band.mean.into()];
            table.row(cells.into_iter().chain(super::super::futures::cells(Some(band))));
        }
    }
    table
}
