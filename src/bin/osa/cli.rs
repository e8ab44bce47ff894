//! The command line: which commands there are, and the options that mean the same everywhere.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, Parser, Subcommand, ValueEnum};
use osa::simulate::{People, Sampling, Sequence};

use crate::failure::usage;
use crate::output::{Destination, Overwrite, plain, print, print_page};
use crate::{analyze, chart, check, compare, completions, lab, man, new, optimize, report, run, schema, score, simulate};

/// Plan a marketing budget: forecast a RACE funnel from one file, find its weakest stage, and move money to where it earns more.
///
/// A command takes a scenario and gives a result. A plan that osa writes is again a scenario, so every answer can be the next question.
#[derive(Debug, Parser)]
#[command(
    name = "osa",
    version,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "Start with:\n  osa new shop.toml\n  osa check shop.toml\n  osa run shop.toml -o out"
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub everywhere: Everywhere,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    New(new::New),
    Check(check::Check),
    Simulate(simulate::Simulate),
    Score(score::Score),
    Analyze(analyze::Analyze),
    Optimize(optimize::Optimize),
    Run(run::Run),
    Compare(compare::Compare),
    Chart(chart::Chart),
    Report(report::Report),
    Lab(lab::Lab),
    Schema(schema::Schema),
    Completions(completions::Completions),
    Man(man::Man),
}

/// Options of every command.
#[derive(Debug, Args)]
pub struct Everywhere {
    /// Say nothing on stderr but what went wrong
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Use at most N threads; the result does not depend on it
    #[arg(long, value_name = "N", global = true)]
    threads: Option<NonZeroUsize>,
}

impl Everywhere {
    /// Makes the pool of threads as large as asked for.
    pub fn limit_threads(&self) -> anyhow::Result<()> {
        let Some(threads) = self.threads else { return Ok(()) };
        // More threads than this only wait for each other, and the system may refuse them.
        let threads = threads.get().min(1024);
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build_global()
            .context("cannot start the threads")
    }
}

/// What is read.
#[derive(Debug, Args)]
pub struct Source {
    /// The scenario, a TOML file; `-` reads standard input
    pub file: PathBuf,
    #[command(flatten)]
    pub changes: Changes,
}

/// What is changed in the scenario before it is used.
#[derive(Debug, Args)]
pub struct Changes {
    /// Write another value into the scenario: channel.search.spend=9000, act.rate="2% to 4%"; may be given several times
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub set: Vec<String>,
}

/// How the uncertain numbers are drawn.
#[derive(Debug, Args)]
pub struct Uncertainty {
    /// Draws of the uncertain numbers; 0: the point run alone, each of them at its median
    #[arg(long, value_name = "N", default_value_t = Sampling::DEFAULT, value_parser = draws)]
    draws: usize,
    /// Seed of the draws: the same seed gives the same bytes
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// What drives the draws: scrambled Sobol' points, or plain random numbers, whose means are less sure
    #[arg(long, value_name = "WORD", value_enum, default_value_t = DrawnBy::Sobol)]
    sequence: DrawnBy,
    /// Draw whole people as well: visits, leads, customers and orders by chance, as small numbers have it
    #[arg(long)]
    noise: bool,
}

/// A sequence by its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DrawnBy {
    Sobol,
    Random,
}

impl Uncertainty {
    /// The draws that are asked for; `None` with `--draws 0`.
    pub fn sampling(&self) -> Option<Sampling> {
        (self.draws > 0).then(|| self.sampling_of(self.draws))
    }

    /// So many draws of the kind that is asked for.
    pub fn sampling_of(&self, draws: usize) -> Sampling {
        Sampling {
            draws,
            seed: self.seed,
            sequence: match self.sequence {
                DrawnBy::Sobol => Sequence::Sobol,
                DrawnBy::Random => Sequence::Random,
            },
            people: if self.noise { People::Whole } else { People::Expected },
        }
    }
}

fn draws(text: &str) -> Result<usize, String> {
    whole(text, 0, Sampling::MOST, "0 is the point run alone")
}

/// A whole number in a range, written plainly or with `_` between its digits.
pub fn whole(text: &str, least: usize, most: usize, hint: &str) -> Result<usize, String> {
    let digits = text.replace('_', "");
    match digits.parse::<usize>() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(format!("a whole number from {least} to {most} is wanted; {hint}")),
    }
}

/// Where a result goes, and as what.
#[derive(Debug, Args)]
pub struct Printing {
    /// Give the result as JSON
    #[arg(long)]
    json: bool,
    /// Write the result into a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrite the file if it exists
    #[arg(long, requires = "output")]
    force: bool,
}

impl Printing {
    /// Whether the result is wanted as JSON.
    pub const fn is_json(&self) -> bool {
        self.json
    }

    /// Looks at the place of the result before the work for it begins.
    pub fn open(&self) -> anyhow::Result<Printer> {
        let destination = self
            .output
            .as_deref()
            .map(|path| Destination::new(path, overwrite(self.force)))
            .transpose()?;
        Ok(Printer {
            json: self.json,
            destination,
        })
    }
}

/// A place for one result.
pub struct Printer {
    json: bool,
    destination: Option<Destination>,
}

impl Printer {
    /// Gives the result as JSON or as a page of text.
    pub fn give(&self, json: impl FnOnce() -> String, page: impl FnOnce() -> String) -> anyhow::Result<()> {
        match (&self.destination, self.json) {
            (None, true) => print(&json()),
            (None, false) => print_page(&page()),
            (Some(destination), true) => destination.write(&json()),
            (Some(destination), false) => destination.write(&plain(&page())),
        }
    }
}

/// Text that is given as it is: a schema, a script, a man page.
#[derive(Debug, Args)]
pub struct TextOutput {
    /// Write into a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrite the file if it exists
    #[arg(long, requires = "output")]
    force: bool,
}

impl TextOutput {
    pub fn give(&self, text: &str) -> anyhow::Result<()> {
        match &self.output {
            None => print(text),
            Some(path) => Destination::new(path, overwrite(self.force))?.write(text),
        }
    }
}

/// `--force` as a word.
pub fn overwrite(force: bool) -> Overwrite {
    if force { Overwrite::Force } else { Overwrite::Refuse }
}

/// Refuses a list of files that reads standard input more than once.
pub fn refuse_two_stdins(files: &[PathBuf]) -> anyhow::Result<()> {
    if files.iter().filter(|file| file.as_path() == Path::new("-")).count() > 1 {
        return Err(usage("`-` is standard input and can be read only once"));
    }
    Ok(())
}
