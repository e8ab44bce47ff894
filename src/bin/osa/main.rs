//! `osa` on the command line: a scenario in, a result out.
//!
//! stdout is the result, stderr the talk. Exit code 0: done; 1: failed; 2: the input or the command line is not right.

mod analyze;
mod chart;
mod check;
mod cli;
mod compare;
mod completions;
mod drawing;
mod failure;
mod input;
mod lab;
mod man;
mod new;
mod optimize;
mod outlook;
mod output;
mod play;
mod question;
mod report;
mod run;
mod schema;
mod score;
mod search;
mod simulate;
mod sweeps;
mod talk;
mod typed;

use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Command};
use talk::Talk;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return failure::answer(&error),
    };
    match execute(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failure::report(&error),
    }
}

fn execute(cli: &Cli) -> anyhow::Result<()> {
    cli.everywhere.limit_threads()?;
    let talk = Talk::new(cli.everywhere.quiet);
    match &cli.command {
        Command::New(new) => new.execute(&talk),
        Command::Check(check) => check.execute(),
        Command::Simulate(simulate) => simulate.execute(&talk),
        Command::Score(score) => score.execute(&talk),
        Command::Analyze(analyze) => analyze.execute(&talk),
        Command::Optimize(optimize) => optimize.execute(&talk),
        Command::Run(run) => run.execute(&talk),
        Command::Compare(compare) => compare.execute(&talk),
        Command::Chart(chart) => chart.execute(&talk),
        Command::Report(report) => report.execute(&talk),
        Command::Lab(lab) => lab.execute(&talk),
        Command::Schema(schema) => schema.execute(),
        Command::Completions(completions) => completions.execute(),
        Command::Man(man) => man.execute(),
    }
}
