//! Time of the best plan beside IPOPT's: 8 channels × 52 weeks, S-curves among them; then what grows: variables, draws.
//!
//! `cargo bench --bench allocate`; with `-- PATH/allocate_rivals.py` the rival runs in the same session, before and after, with `python3`
//! and CasADi: one start of it has exact first and second derivatives, and 10 starts are made. The median of the repetitions is told. `allocation.toml` is
//! the rival's own problem.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use osa::optimize::{best_plan, propose};
use osa::scenario::Scenario;
use osa::simulate::{Sampling, Simulator};

const REPETITIONS: usize = 15;
/// Draws of the expected objective.
const DRAWS: usize = 1024;

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..REPETITIONS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[REPETITIONS / 2]
}

fn once(work: impl FnOnce() -> f64) -> (f64, f64) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed().as_secs_f64())
}

fn simulator(text: &str) -> Simulator {
    let loaded = Scenario::from_text_with(text, "allocation.toml", Path::new("."), &[] as &[&str]);
    Simulator::new(&loaded.expect("a valid scenario").scenario)
}

/// Channels of the same kinds over so many weeks, free in every week, in ten groups and four quarters of the horizon.
fn large(channels: usize, periods: usize) -> String {
    let mut text = format!(
        "[plan]\nname = \"Large\"\nperiod = \"week\"\nperiods = {periods}\nstart = 2026-01-05\ncurrency = \"EUR\"\npacing = \"free\"\nbudget = {}\n",
        4_000 * channels * periods
    );
    for group in 0..10 {
        let names: Vec<String> = (0..channels).filter(|c| c % 10 == group).map(|c| format!("\"c{c}\"")).collect();
        let _ = writeln!(
            text,
            "[[plan.group]]\nname = \"g{group}\"\nchannels = [{}]\nmax_share = 0.11",
            names.join(", ")
        );
    }
    text += "[reach]\norganic = 4000\n[act]\nrate = 0.3\n[convert]\nrate = 0.08\n[engage]\nretention = 0.9\nrepeat_rate = 0.1\n\
             [money]\norder_value = 120\nmargin = 0.4\nlifetime = 0\n";
    for c in 0..channels {
        let decay = 0.1 * (1 + c % 8) as f64;
        let slope = [0.8, 1.0, 1.2, 2.5, 3.0, 1.5, 1.0, 0.9][c % 8];
        let visits = 3_000 + 1_700 * (c * 7 % 8) + 10 * c;
        let half = 4_500 + 1_100 * (c * 5 % 8);
        let _ = writeln!(
            text,
            "[[channel]]\nname = \"c{c}\"\nspend = 4000\nhistory = 0\ncarryover = {{ decay = {decay} }}\n\
             reach = {{ visits = {visits}, half_spend = {half}, slope = {slope} }}\nlimits = {{ min = 50, max = {} }}",
            3 * half
        );
    }
    text
}

fn rival(script: &str) {
    match Command::new("python3").args([script, "10"]).status() {
        Ok(status) if status.success() => {}
        Ok(status) => println!("{script}: {status}"),
        Err(error) => println!("{script}: {error}"),
    }
}

fn main() {
    let script = std::env::args().skip(1).find(|argument| argument.ends_with(".py"));
    if std::env::args().any(|argument| argument == "large") {
        return large_ones();
    }
    if let Some(script) = &script {
        rival(script);
    }
    let mut eight = simulator(include_str!("allocation.toml"));
    let best = best_plan(&mut eight).expect("a plan");
    println!(
        "8 × 52: profit {:.4}, no plan above {:.4}",
        best.objective,
        best.upper_bound.unwrap_or(f64::NAN)
    );
    let time = median(|| {
        best_plan(&mut eight).expect("a plan");
    });
    println!("8 × 52, the best plan                     {:8.2} ms", time.as_secs_f64() * 1e3);
    let time = median(|| {
        propose(&mut eight).expect("a plan");
    });
    println!("8 × 52, the proposal with prices, limits  {:8.2} ms", time.as_secs_f64() * 1e3);
    if let Some(script) = &script {
        rival(script);
    }

    let mut drawn = simulator(include_str!("forecast.toml"));
    drawn.expect(Sampling::new(DRAWS, 1));
    let (value, seconds) = once(|| best_plan(&mut drawn).expect("a plan").objective);
    println!("8 × 52 over {DRAWS} draws, keep              {seconds:8.2} s   mean {value:.2}");
    let free = include_str!("forecast.toml").replacen("[plan]", "[plan]\npacing = \"free\"", 1);
    let mut drawn = simulator(&free);
    drawn.expect(Sampling::new(DRAWS, 1));
    let (value, seconds) = once(|| best_plan(&mut drawn).expect("a plan").objective);
    println!("8 × 52 over {DRAWS} draws, free              {seconds:8.2} s   mean {value:.2}");

    large_ones();
}

/// What grows with the number of variables; by itself with `-- large`.
fn large_ones() {
    for (channels, periods) in [(10, 100), (30, 300), (100, 1000)] {
        let mut simulator = simulator(&large(channels, periods));
        let (value, seconds) = once(|| best_plan(&mut simulator).expect("a plan").objective);
        println!(
            "{channels} × {periods} with groups                  {seconds:8.2} s   profit {value:.2}, {:.2} µs a variable",
            seconds * 1e6 / (channels * periods) as f64
        );
    }
}
