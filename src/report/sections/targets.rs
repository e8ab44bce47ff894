//! The targets of the plan: what is wanted, what each plan reaches, and how likely that is.

use super::telling::Telling;
use crate::report::document::{Block, Cell, Table};
use crate::say;
use crate::scenario::Measure;

/// Empty where the plan has no target that the model knows.
pub(super) fn blocks(telling: &Telling) -> Vec<Block> {
    let words = telling.words;
    let wanted: Vec<(Measure, f64)> = telling
        .scenario()
        .plan
        .targets
        .iter()
        .filter(|(measure, _)| !measure.is_tracked())
        .map(|(measure, target)| (*measure, *target))
        .collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let chances = telling.after_futures().map(|plan| &plan.probabilities.targets);
    let mut titles = vec![
        say!(words, "money-figure"),
        say!(words, "targets-target"),
        say!(words, "today-plan"),
        say!(words, "proposal"),
    ];
    titles.extend(chances.map(|_| say!(words, "targets-chance")));
    let mut table = Table::new(say!(words, "targets-caption"), titles);
    for (measure, target) in wanted {
        let mut cells = vec![
            Cell::from(telling.measure(measure)),
            telling.cell(measure, Some(target)),
            telling.cell(measure, telling.before().figure(measure)),
            telling.cell(measure, telling.after().figure(measure)),
        ];
        cells.extend(chances.map(|chances| {
            let share = chances.iter().find(|(of, _)| *of == measure).map_or(f64::NAN, |(_, share)| *share);
            Cell::number(share, telling.chance(share))
        }));
        table.row(cells);
    }
    vec![Block::Table(table)]
}
