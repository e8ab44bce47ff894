//! `osa compare`: what-if plans side by side.

use std::path::{Path, PathBuf};

use clap::Args;
use osa::analyze::{Compared, Comparison, compare};
use osa::model::Decision;
use osa::report::{json, text};
use osa::scenario::Scenario;
use osa::simulate::{Detail, Forecast, Futures, Plan, Sampling, Simulator};

use crate::cli::{Changes, Printing, Uncertainty, refuse_two_stdins};
use crate::failure::Failure;
use crate::input::{look, simulator, told};
use crate::talk::Talk;

/// Set plans side by side, with their differences to the first
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  osa compare shop.toml plan.toml\n  osa chart shop.toml plan.toml -o charts --only what_if")]
pub struct Compare {
    /// Two scenarios or more; `-` reads standard input
    #[arg(value_name = "FILE", required = true, num_args = 2..)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    changes: Changes,
    #[command(flatten)]
    uncertainty: Uncertainty,
    #[command(flatten)]
    printing: Printing,
}

impl Compare {
    pub fn execute(&self, talk: &Talk) -> anyhow::Result<()> {
        refuse_two_stdins(&self.files)?;
        let printer = self.printing.open()?;
        let sides = Sides::load(&self.files, &self.changes, talk)?;
        let comparison = sides.compare();
        let futures = sides.look(self.uncertainty.sampling(), talk);
        let futures = futures.as_ref();
        printer.give(
            || json::compare(&comparison, futures),
            || text::comparison(&comparison, told(futures)),
        )
    }
}

/// Plans that stand side by side.
pub struct Sides(Vec<Side>);

/// One of them.
struct Side {
    label: String,
    scenario: Scenario,
    simulator: Simulator,
    plan: Decision,
    forecast: Forecast,
}

impl Sides {
    /// Reads the files with the changes.
    pub fn load<P: AsRef<Path>>(files: &[P], changes: &Changes, talk: &Talk) -> anyhow::Result<Self> {
        let side = |file: &P| {
            let file = file.as_ref();
            let loaded = changes.load(file, talk)?;
            let mut simulator = simulator(&loaded).map_err(Failure::Scenario)?;
            let plan = simulator.today();
            Ok(Side {
                label: file.display().to_string(),
                forecast: simulator.forecast(&plan),
                scenario: loaded.scenario,
                simulator,
                plan,
            })
        };
        files.iter().map(side).collect::<anyhow::Result<_>>().map(Self)
    }

    /// Holds them against the first.
    pub fn compare(&self) -> Comparison {
        let compared: Vec<Compared> = (self.0.iter())
            .map(|side| Compared {
                label: &side.label,
                scenario: &side.scenario,
                forecast: &side.forecast,
            })
            .collect();
        compare(&compared)
    }

    /// All of them over the same draws.
    pub fn look(&self, sampling: Option<Sampling>, talk: &Talk) -> Option<Futures> {
        let plans: Vec<Plan> = (self.0.iter())
            .map(|side| Plan {
                simulator: &side.simulator,
                decision: &side.plan,
            })
            .collect();
        look(&plans, sampling, Detail::Figures, talk)
    }

    /// The forecast of the first.
    pub fn first(&self) -> (&Scenario, &Forecast) {
        (&self.0[0].scenario, &self.0[0].forecast)
    }
}
