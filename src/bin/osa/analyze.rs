//! `osa analyze`: the weakest stage and why, and what each channel returns.

use clap::Args;
use osa::analyze::{analyze, sensitivity, weakest_stage};
use osa::optimize::propose;
use osa::report::{json, text};
use osa::simulate::{Detail, Plan};

use crate::cli::{Printing, Source, Uncertainty};
use crate::failure::Failure;
use crate::input::{look, simulator, told};
use crate::talk::Talk;

/// Find the weakest stage and say why; show what each channel returns
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  osa analyze shop.toml --set act.target=0.07")]
pub struct Analyze {
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    uncertainty: Uncertainty,
    #[command(flatten)]
    printing: Printing,
}

impl Analyze {
    pub fn execute(&self, talk: &Talk) -> anyhow::Result<()> {
        let printer = self.printing.open()?;
        let loaded = self.source.load(talk)?;
        let scenario = &loaded.scenario;
        let mut simulator = simulator(&loaded).map_err(Failure::Scenario)?;
        let plan = simulator.today();
        let mut analysis = analyze(&mut simulator, &plan);
        let sampling = self.uncertainty.sampling();
        let found = sampling.map(|sampling| {
            if simulator.is_uncertain() {
                analysis.tell_weakest(&weakest_stage(&simulator, &plan, sampling));
            }
            // where limits clash there is no proposal to choose, and the rest can still be told
            let proposal = propose(&mut simulator).ok().map(|found| found.proposal.decision);
            sensitivity(&simulator, &plan, proposal.as_ref(), sampling)
        });
        let plans = [Plan {
            simulator: &simulator,
            decision: &plan,
        }];
        let futures = look(&plans, sampling, Detail::Sources, talk);
        let futures = futures.as_ref();
        let page = || {
            let mut page = text::analysis(scenario, &analysis, told(futures));
            if let Some(found) = &found {
                page.push('\n');
                page.push_str(&text::sensitivity(scenario, found));
            }
            page
        };
        printer.give(|| json::analyze(scenario, &analysis, found.as_ref(), futures), page)
    }
}
