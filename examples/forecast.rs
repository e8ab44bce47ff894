//! Forecasts a plan: visits, customers and profit by quarter, and whether the plan pays.
//!
//! `cargo run --release --example forecast [FILE]`

use std::path::Path;

use osa::format::Format;
use osa::scenario::Scenario;
use osa::simulate::Simulator;

fn main() {
    let file = std::env::args().nth(1).unwrap_or_else(|| "scenarios/outdoor-shop.toml".to_owned());
    let loaded = match Scenario::from_path(Path::new(&file)) {
        Ok(loaded) => loaded,
        Err(problems) => {
            eprintln!("{}", problems.render(osa::scenario::Colour::Plain));
            std::process::exit(2);
        }
    };
    let mut simulator = Simulator::new(&loaded.scenario);
    let plan = simulator.today();
    let forecast = simulator.forecast(&plan);
    let format = Format::new(&forecast.currency);

    println!("{}\n", forecast.scenario);
    println!("{:<12}{:>14}{:>14}{:>14}{:>14}", "from", "visits", "customers", "invest", "profit");
    for quarter in forecast.periods.chunks(forecast.periods.len().div_ceil(4)) {
        let sum = |of: fn(&osa::simulate::PeriodRow) -> f64| quarter.iter().map(of).sum::<f64>();
        println!(
            "{:<12}{:>14}{:>14}{:>14}{:>14}",
            quarter[0].date,
            format.count(sum(|row| row.visits)),
            format.count(sum(|row| row.customers)),
            format.money(sum(|row| row.invest)),
            format.money(sum(|row| row.profit)),
        );
    }
    let kpis = forecast.kpis;
    println!(
        "\nROI {} (within the horizon {})",
        format.percent(kpis.roi),
        format.percent(kpis.roi_horizon)
    );
    println!(
        "A new customer costs {} and is worth {}",
        format.money(kpis.cac),
        format.money(kpis.ltv)
    );
    match kpis.payback {
        Some(periods) => println!("The money is back after {periods} {}s", loaded.scenario.plan.period.word()),
        None => println!("The money is not back when the horizon ends"),
    }
}
