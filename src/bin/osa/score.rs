//! `osa score`: the scorecard of the plan in a scenario.

use clap::Args;
use osa::report::{json, text};
use osa::score::score;
use osa::simulate::{Detail, Plan};

use crate::cli::{Printing, Source, Uncertainty};
use crate::failure::Failure;
use crate::input::{look, simulator, told};
use crate::talk::Talk;

/// Score the plan of a scenario: Plan, Reach, Act, Convert, Engage by volume, quality, value, cost
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  osa score shop.toml")]
pub struct Score {
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    uncertainty: Uncertainty,
    #[command(flatten)]
    printing: Printing,
}

impl Score {
    pub fn execute(&self, talk: &Talk) -> anyhow::Result<()> {
        let printer = self.printing.open()?;
        let loaded = self.source.load(talk)?;
        let scenario = &loaded.scenario;
        let mut simulator = simulator(&loaded).map_err(Failure::Scenario)?;
        let plan = simulator.today();
        let scorecard = score(scenario, &simulator.forecast(&plan));
        let plans = [Plan {
            simulator: &simulator,
            decision: &plan,
        }];
        let futures = look(&plans, self.uncertainty.sampling(), Detail::Figures, talk);
        let futures = futures.as_ref();
        printer.give(
            || json::score(scenario, &scorecard, futures),
            || text::scorecard(scenario, &scorecard, told(futures)),
        )
    }
}
