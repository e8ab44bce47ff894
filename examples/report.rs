//! Writes the report of a scenario as a page and as a workbook, in Italian.
//!
//! `cargo run --release --example report`

use std::path::Path;

use osa::chart::{ChartInput, Look};
use osa::format::Language;
use osa::kaizen;
use osa::report::{ReportInput, document, html, workbook};
use osa::scenario::Scenario;
use osa::simulate::{Detail, Plan, Sampling, Simulator, futures};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let loaded = Scenario::from_path(Path::new("scenarios/outdoor-shop.toml")).map_err(|problems| problems.to_string())?;
    let scenario = &loaded.scenario;
    let mut simulator = Simulator::new(scenario);
    let journal = kaizen::run(&mut simulator, &mut |_| {})?;

    // both plans over the same 1 024 futures
    let plans = [&journal.before, &journal.after].map(|standing| Plan {
        simulator: &simulator,
        decision: &standing.decision,
    });
    let drawn = futures(&plans, Sampling::new(1_024, 1), Detail::Everything, &mut |_| {});
    let by_quarter = [&journal.before, &journal.after].map(|standing| simulator.spend_by_quarter(&standing.decision));
    let nothing = simulator.nothing();
    let without = simulator.forecast(&nothing);

    let input = ReportInput {
        scenario,
        journal: &journal,
        results: ChartInput::of_journal(scenario.plan.period, &journal)
            .with_futures(&drawn)
            .in_language(Language::Italian),
        without: &without,
        by_quarter: [&by_quarter[0], &by_quarter[1]],
        assumptions: &loaded.assumptions(),
        keys: &scenario.report,
        fingerprint: &loaded.fingerprint(),
        date: scenario.plan.start,
        look: Look {
            carry_font: false,
            ..Look::default()
        },
    };
    let page = html(&document(&input)?);
    let sheets = workbook(&input)?;
    std::fs::write("target/proposta.html", &page)?;
    std::fs::write("target/proposta.xlsx", &sheets)?;
    println!(
        "target/proposta.html: {} kB, target/proposta.xlsx: {} kB",
        page.len() / 1024,
        sheets.len() / 1024
    );
    Ok(())
}
