//! The formula of each KPI, with its value.

use super::telling::Telling;
use crate::report::document::{Block, Cell, Table};
use crate::say;
use crate::scenario::Measure;

/// The KPIs and totals whose formula is told.
const TOLD: [Measure; 14] = [
    Measure::Profit,
    Measure::Npv,
    Measure::Residual,
    Measure::Roi,
    Measure::RoiHorizon,
    Measure::Roas,
    Measure::Cac,
    Measure::BlendedCac,
    Measure::Ltv,
    Measure::Payback,
    Measure::ActRate,
    Measure::ConvertRate,
    Measure::Served,
    Measure::Gross,
];

pub(super) fn blocks(telling: &Telling) -> Vec<Block> {
    let words = telling.words;
    let titles = [say!(words, "kpis-name"), say!(words, "kpis-formula"), say!(words, "kpis-value")];
    let mut table = Table::new(say!(words, "kpis-caption"), titles).with_words_in(&[1]);
    for measure in TOLD {
        table.row(vec![
            Cell::from(telling.measure(measure)),
            Cell::from(formula(telling, measure)),
            telling.cell(measure, telling.after().figure(measure)),
        ]);
    }
    vec![Block::Paragraph(say!(words, "kpis-what")), Block::Table(table)]
}

fn formula(telling: &Telling, measure: Measure) -> String {
    let words = telling.words;
    match measure {
        Measure::Gross => say!(words, "formula-gross"),
        Measure::Profit => say!(words, "formula-profit"),
        Measure::Npv => say!(words, "formula-npv"),
        Measure::Residual => say!(words, "formula-residual"),
        Measure::Roi if telling.scenario().money.count_residual => say!(words, "formula-roi"),
        Measure::Roi | Measure::RoiHorizon => say!(words, "formula-roi-horizon"),
        Measure::Roas => say!(words, "formula-roas"),
        Measure::Cac => say!(words, "formula-cac"),
        Measure::BlendedCac => say!(words, "formula-blended-cac"),
        Measure::Ltv => say!(words, "formula-ltv"),
        Measure::Payback => say!(words, "formula-payback"),
        Measure::ActRate => say!(words, "formula-act-rate"),
        Measure::ConvertRate => say!(words, "formula-convert-rate"),
        Measure::Served => say!(words, "formula-served"),
        _ => String::new(),
    }
}
