//! `osa simulate`: the forecast of the plan in a scenario.

use clap::Args;
use osa::report::{json, text};
use osa::simulate::{Detail, Plan};

use crate::cli::{Printing, Source, Uncertainty};
use crate::failure::Failure;
use crate::input::{look, simulator, told};
use crate::talk::Talk;

/// Forecast the plan of a scenario: totals, KPIs and sources, or the series
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  osa simulate shop.toml\n  osa simulate shop.toml --set channel.search.spend=9000 --series\n  osa simulate shop.toml --draws 0"
)]
pub struct Simulate {
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    uncertainty: Uncertainty,
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
        let plans = [Plan {
            simulator: &simulator,
            decision: &plan,
        }];
        // the page shows no periods, and their ranges are most of the work
        let detail = if self.series || self.printing.is_json() {
            Detail::Everything
        } else {
            Detail::Sources
        };
        let futures = look(&plans, self.uncertainty.sampling(), detail, talk);
        let page = || {
            if self.series {
                text::series(scenario, &forecast, told(futures.as_ref()))
            } else {
                text::forecast(scenario, &forecast, told(futures.as_ref()))
            }
        };
        printer.give(|| json::simulate(&forecast, futures.as_ref()), page)
    }
}
