//! Moves a budget to where it earns most, within the limits of every channel.
//!
//! `cargo run --release --example reallocate [FILE]`

use std::path::Path;

use osa::format::Format;
use osa::optimize::propose;
use osa::scenario::Scenario;
use osa::simulate::Simulator;

fn main() {
    let file = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "scenarios/corner-shop-online.toml".to_owned());
    let loaded = match Scenario::from_path(Path::new(&file)) {
        Ok(loaded) => loaded,
        Err(problems) => {
            eprintln!("{}", problems.render(osa::scenario::Colour::Plain));
            std::process::exit(2);
        }
    };
    let mut simulator = Simulator::new(&loaded.scenario);
    let proposal = match propose(&mut simulator) {
        Ok(proposal) => proposal,
        Err(clash) => {
            eprintln!("{clash}");
            std::process::exit(2);
        }
    };
    let format = Format::new(&loaded.scenario.plan.currency);

    println!("{}: {} to spend\n", loaded.scenario.plan.name, format.money(proposal.budget));
    println!(
        "{:<16}{:>12}{:>12}{:>12}  the next unit returns",
        "channel", "today", "proposal", "change"
    );
    for row in &proposal.channels {
        let (before, after) = (row.before, row.after);
        let marginal = format.percent_change(row.marginal_roi);
        println!(
            "{:<16}{:>12}{:>12}{:>12}  {marginal}",
            row.name,
            format.money(before),
            format.money(after),
            format.money_change(after - before)
        );
    }
    for action in proposal.actions.iter().filter(|action| action.after) {
        println!(
            "do: {} ({}), worth {} net",
            action.name,
            format.money(action.cost),
            format.money_change(action.net_gain)
        );
    }
    let (today, best) = (proposal.today.objective, proposal.proposal.objective);
    println!(
        "\n{} {} → {} ({})",
        proposal.objective,
        format.money(today),
        format.money(best),
        format.money_change(best - today)
    );
    for note in &proposal.notes {
        println!("- {note}");
    }
}
