//! Finds the weakest stage of a funnel: where coming to the target would bring the most money, and what is known to help.
//!
//! `cargo run --release --example weakest_stage [FILE]`

use std::path::Path;

use osa::analyze::analyze;
use osa::format::Format;
use osa::scenario::Scenario;
use osa::simulate::Simulator;

fn main() {
    let file = std::env::args().nth(1).unwrap_or_else(|| "scenarios/car-dealer.toml".to_owned());
    let loaded = match Scenario::from_path(Path::new(&file)) {
        Ok(loaded) => loaded,
        Err(problems) => {
            eprintln!("{}", problems.render(osa::scenario::Colour::Plain));
            std::process::exit(2);
        }
    };
    let mut simulator = Simulator::new(&loaded.scenario);
    let plan = simulator.today();
    let analysis = analyze(&mut simulator, &plan);
    let format = Format::new(&loaded.scenario.plan.currency);

    println!(
        "{}: {} of {}\n",
        loaded.scenario.plan.name,
        format.money(analysis.value),
        analysis.objective
    );
    for stage in &analysis.stages {
        let mark = if analysis.weakest == Some(stage.stage) { "→" } else { " " };
        println!("{mark} {}", stage.why);
        for lever in stage.levers.iter().take(2) {
            println!(
                "      {:<40} costs {:>9}, nets {:>9}",
                lever.name,
                format.money(lever.cost),
                format.money_change(lever.net_gain)
            );
        }
    }
    println!("\nThe next unit of money through each channel returns:");
    for channel in &analysis.channels {
        println!("  {:<20}{:>10}", channel.name, format.percent_change(channel.marginal_roi));
    }
}
