//! Time of a Monte Carlo forecast beside NumPy's: 8 channels × 52 weeks × 10 000 draws, every parameter uncertain.
//!
//! `cargo bench --bench forecast`; with `-- PATH/forecast_numpy.py` the rival runs in the same session, before and after, with
//! `python3` and NumPy. The work is the same: draw the parameters, simulate, quantiles of six series in every week and of their sums
//! (seven quantiles, mean and deviation here, five quantiles there). The median of the repetitions is told.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use osa::scenario::Scenario;
use osa::simulate::{Detail, Plan, Sampling, Series, Simulator, futures};

const DRAWS: usize = 10_000;
const REPETITIONS: usize = 41;
const SIX: [Series; 6] = [
    Series::Visits,
    Series::Leads,
    Series::Customers,
    Series::Active,
    Series::Revenue,
    Series::Profit,
];

fn median(mut work: impl FnMut()) -> Duration {
    work();
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

fn tell(what: &str, time: Duration, cells: usize) {
    let milliseconds = time.as_secs_f64() * 1e3;
    let each = time.as_secs_f64() * 1e9 / cells as f64;
    println!("{what:44} {milliseconds:8.2} ms  {each:6.2} ns per channel-week-draw");
}

fn rival(script: &str) {
    match Command::new("python3").args([script, "15"]).status() {
        Ok(status) if status.success() => {}
        Ok(status) => println!("{script}: {status}"),
        Err(error) => println!("{script}: {error}"),
    }
}

fn main() {
    let script = std::env::args().skip(1).find(|argument| argument.ends_with(".py"));
    if let Some(script) = &script {
        rival(script);
    }
    let loaded = Scenario::from_text_with(include_str!("forecast.toml"), "forecast.toml", Path::new("."), &[] as &[&str]);
    let simulator = Simulator::new(&loaded.expect("a valid scenario").scenario);
    let plan = simulator.today();
    let sampling = Sampling::new(DRAWS, 1);
    let cells = plan.spend.len() * DRAWS;
    let parameters = simulator.model().parameters().len();
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| {
            println!("osa, {threads} thread{}", if threads == 1 { "" } else { "s" });
            let whole = median(|| {
                std::hint::black_box(simulator.series(&plan, sampling, &SIX));
            });
            tell("whole: six series and their sums", whole, cells);
            let mut values = vec![0.0; DRAWS * parameters];
            let draw = median(|| simulator.draws(sampling).fill(0, DRAWS, &mut values));
            tell("draw parameters (one thread)", draw, cells);
            let simulate = median(|| {
                std::hint::black_box(simulator.objectives(&[&plan], &values, DRAWS));
            });
            tell("simulate", simulate, cells);
            let everything = median(|| {
                let plans = [Plan {
                    simulator: &simulator,
                    decision: &plan,
                }];
                std::hint::black_box(futures(&plans, sampling, Detail::Everything, &mut |_| ()));
            });
            tell("everything that `osa simulate` tells", everything, cells);
        });
    }
    if let Some(script) = &script {
        rival(script);
    }
}
