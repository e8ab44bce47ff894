//! `osa compare`: what-if plans side by side.

use std::path::PathBuf;

use clap::Args;
use osa::analyze::{Compared, compare};
use osa::report::{json, text};
use osa::simulate::{Detail, Plan};

use crate::cli::{Changes, Printing, Uncertainty, refuse_two_stdins};
use crate::failure::Failure;
use crate::input::{look, simulator};
use crate::talk::Talk;

/// Set plans side by side, with their differences to the first
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  osa compare shop.toml plan.toml")]
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
        let mut plans = Vec::new();
        for file in &self.files {
            let loaded = self.changes.load(file, talk)?;
            let mut simulator = simulator(&loaded).map_err(Failure::Scenario)?;
            let forecast = simulator.forecast(&simulator.today());
            plans.push((file.display().to_string(), loaded.scenario, forecast, simulator));
        }
        let compared: Vec<Compared> = plans
            .iter()
            .map(|(label, scenario, forecast, _)| Compared { label, scenario, forecast })
            .collect();
        let comparison = compare(&compared);
        let decisions: Vec<_> = plans.iter().map(|(_, _, _, simulator)| simulator.today()).collect();
        let looked_at: Vec<Plan> = (plans.iter().zip(&decisions))
            .map(|((_, _, _, simulator), decision)| Plan { simulator, decision })
            .collect();
        let futures = look(&looked_at, self.uncertainty.sampling(), Detail::Figures, talk);
        let futures = futures.as_ref();
        printer.give(|| json::compare(&comparison, futures), || text::comparison(&comparison, futures))
    }
}
