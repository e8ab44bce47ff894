//! The planner's own figures of a normal period beside those of the model: how far the forecast starts from what was observed.

use super::telling::Telling;
use crate::format::ABSENT;
use crate::report::document::{Block, Cell, Table};
use crate::say;
use crate::scenario::Measure;

/// Empty where the scenario has no figures of today.
pub(super) fn blocks(telling: &Telling) -> Vec<Block> {
    let words = telling.words;
    let lines = telling.results().analysis.map_or(&[][..], |analysis| &analysis.reconciliation);
    let titles = [
        say!(words, "money-figure"),
        say!(words, "reconciliation-observed"),
        say!(words, "reconciliation-modelled"),
        say!(words, "money-difference"),
    ];
    let mut table = Table::new(say!(words, "reconciliation-caption"), titles);
    for line in lines {
        let Some(measure) = Measure::ALL.iter().copied().find(|measure| measure.key() == line.measure) else {
            continue;
        };
        let Some(modelled) = line.modelled else { continue };
        let difference = match line.difference {
            Some(share) => Cell::number(share, telling.format.percent_change(share)),
            None => Cell::from(ABSENT),
        };
        table.row(vec![
            Cell::from(telling.measure(measure)),
            telling.cell(measure, Some(line.observed)),
            telling.cell(measure, Some(modelled)),
            difference,
        ]);
    }
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Table(table)]
}
