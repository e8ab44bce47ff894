//! Writes the workbook of a proposal: plan, forecast, KPIs and sensitivities as a spreadsheet.
//!
//! `cargo run --release --example workbook [FILE] [OUTPUT] [LANGUAGE]`

use std::path::Path;

use osa::analyze::{CountedIn, sensitivity};
use osa::format::Language;
use osa::kaizen;
use osa::report::{Assumption, Origin, WorkbookInput, workbook};
use osa::scenario::{Colour, Scenario};
use osa::simulate::{Detail, Plan, Sampling, Simulator, futures};

fn stop(message: &str) -> ! {
    eprintln!("{message}");
    std::process::exit(2);
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().unwrap_or_else(|| "scenarios/corner-shop-online.toml".to_owned());
    let output = arguments.next().unwrap_or_else(|| "target/proposal.xlsx".to_owned());
    let language = arguments.next().unwrap_or_else(|| "en".to_owned());
    let language = Language::from_code(&language).unwrap_or_else(|| stop("the language is en, it, ru or vi"));
    let loaded = Scenario::from_path(Path::new(&file)).unwrap_or_else(|problems| stop(&problems.render(Colour::Plain)));

    let mut simulator = Simulator::new(&loaded.scenario);
    let journal = kaizen::run(&mut simulator, &mut |_| {}).unwrap_or_else(|clash| stop(&clash.to_string()));
    let without = simulator.nothing();
    let without = simulator.forecast(&without);
    let plans = [&journal.before.decision, &journal.after.decision].map(|decision| Plan {
        simulator: &simulator,
        decision,
    });
    let sampling = Sampling::default();
    let drawn = futures(&plans, sampling, Detail::Everything, &mut |_| {});
    let found = sensitivity(&simulator, &journal.before.decision, Some(&journal.after.decision), sampling);
    let parameters = simulator.model().parameters();
    let assumptions: Vec<Assumption> = parameters
        .keys()
        .iter()
        .zip(parameters.quantities())
        .map(|(key, quantity)| Assumption {
            key,
            value: quantity.median(),
            low: quantity.is_uncertain().then(|| quantity.quantile(0.05)),
            high: quantity.is_uncertain().then(|| quantity.quantile(0.95)),
            unit: CountedIn::of(key),
            source: None,
        })
        .collect();

    let input = WorkbookInput {
        scenario: &loaded.scenario,
        journal: &journal,
        without: &without,
        futures: Some(&drawn),
        sensitivity: Some(&found),
        assumptions: &assumptions,
        origin: Origin {
            version: Some(env!("CARGO_PKG_VERSION")),
            ..Origin::default()
        },
        language,
    };
    let bytes = workbook(&input).unwrap_or_else(|error| stop(&error.to_string()));
    std::fs::write(&output, &bytes).unwrap_or_else(|error| stop(&format!("{output}: {error}")));
    println!("{output}: {} bytes", bytes.len());
}
