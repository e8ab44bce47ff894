//! Asks "what if": the same scenario with some keys changed, side by side.
//!
//! `cargo run --release --example what_if`

use std::path::Path;

use osa::format::Format;
use osa::scenario::{Colour, Loaded, Scenario};
use osa::simulate::{Forecast, Simulator};

/// What is asked, and the keys that say so.
const QUESTIONS: [(&str, &[&str]); 4] = [
    ("today", &[]),
    (
        "20 % of display to email",
        &["channel.display.spend=1840", "channel.email.spend=1060"],
    ),
    ("the shorter checkout", &["action.\"Shorter checkout\".done=true"]),
    ("one sale in ten is lost", &["convert.rate=0.278"]),
];

fn main() {
    let mut loaded: Vec<Loaded> = Vec::new();
    for (_, keys) in QUESTIONS {
        let sets: Vec<String> = keys.iter().map(|&key| key.to_owned()).collect();
        match Scenario::from_path_with(Path::new("scenarios/outdoor-shop.toml"), &sets) {
            Ok(scenario) => loaded.push(scenario),
            Err(problems) => {
                eprintln!("{}", problems.render(Colour::Plain));
                std::process::exit(2);
            }
        }
    }
    let forecasts: Vec<Forecast> = loaded
        .iter()
        .map(|loaded| {
            let mut simulator = Simulator::new(&loaded.scenario);
            let plan = simulator.today();
            simulator.forecast(&plan)
        })
        .collect();
    let format = Format::new(&forecasts[0].currency);
    println!(
        "{:<28}{:>12}{:>12}{:>10}{:>14}",
        "what if", "customers", "profit*", "ROI", "against today"
    );
    for ((question, _), forecast) in QUESTIONS.iter().zip(&forecasts) {
        println!(
            "{question:<28}{:>12}{:>12}{:>10}{:>14}",
            format.count(forecast.totals.customers),
            format.money(forecast.objective),
            format.percent(forecast.kpis.roi),
            format.money_change(forecast.objective - forecasts[0].objective),
        );
    }
    println!("\n* net present value and residual");
}
