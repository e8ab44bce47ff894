//! Moves a budget to where it earns most, within the limits of every channel.
//!
//! `cargo run --release --example reallocate [FILE]`

use std::path::Path;

use osa::format::Format;
use osa::optimize::propose;
use osa::scenario::{Colour, Scenario};
use osa::simulate::Simulator;

fn stop(message: &str) -> ! {
    eprintln!("{message}");
    std::process::exit(2);
}

fn main() {
    let file = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "scenarios/corner-shop-online.toml".to_owned());
    let loaded = Scenario::from_path(Path::new(&file)).unwrap_or_else(|problems| stop(&problems.render(Colour::Plain)));
    let mut simulator = Simulator::new(&loaded.scenario);
    let proposal = propose(&mut simulator).unwrap_or_else(|clash| stop(&clash.to_string()));
    let format = Format::new(&loaded.scenario.plan.currency);
    let money = |amount: f64| format.money(amount);
    let change = |amount: f64| format.money_change(amount);

    println!("{}: {} to spend\n", loaded.scenario.plan.name, money(proposal.budget));
    println!("channel                today    proposal      change  the next unit returns");
    for row in &proposal.channels {
        let (before, after, moved) = (money(row.before), money(row.after), change(row.after - row.before));
        let marginal = format.percent_change(row.marginal_roi);
        println!("{:<16}{before:>12}{after:>12}{moved:>12}  {marginal}", row.name);
    }
    for action in proposal.actions.iter().filter(|action| action.after) {
        println!(
            "do: {} ({}), worth {} net",
            action.name,
            money(action.cost),
            change(action.net_gain)
        );
    }
    let (today, best) = (proposal.today.objective, proposal.proposal.objective);
    println!(
        "\n{} {} → {} ({})",
        proposal.objective,
        money(today),
        money(best),
        change(best - today)
    );
    for note in &proposal.notes {
        println!("- {note}");
    }
}
