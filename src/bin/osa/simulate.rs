//! `osa simulate`: the forecast of the plan in a scenario.

use clap::Args;
use osa::report::{json, text};

use crate::cli::{Printing, Source};
use crate::failure::Failure;
use crate::input::simulator;
use crate::talk::Talk;

/// Forecast the plan of a scenario: totals, KPIs and sources, or the series
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  osa simulate shop.toml\n  osa simulate shop.toml --set channel.search.spend=9000 --series")]
pub struct Simulate {
    #[command(flatten)]
    source: Source,
    /// Show every period instead of the totals
    #[arg(long)]
    series: bool,
    #[command(flatten)]
    printing: Printing,
}

impl Simulate {
    pub fn execute(&self, talk: &Talk) -> anyhow::Result<()> {
        let printer = self.printing.open()?;
        let loaded = self.source.load(talk)?;
        let scenario = &loaded.scenario;
        let mut simulator = simulator(&loaded).map_err(Failure::Scenario)?;
        let plan = simulator.today();
        let forecast = simulator.forecast(&plan);
        let page = || {
            if self.series {
                text::series(scenario, &forecast)
            } else {
                text::forecast(scenario, &forecast)
            }
        };
        printer.give(|| json::simulate(&forecast), page)
    }
}
