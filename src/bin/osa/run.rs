//! `osa run`: the main job. The loop from the plan of the file to a better one, told on screen and kept in a directory.

use std::path::PathBuf;

use clap::Args;
use osa::chart::{Look, draw_all};
use osa::kaizen;
use osa::report::{json, text};
use osa::scenario::Colour;

use crate::chart::put_charts;
use crate::cli::{Search, Source, Uncertainty, overwrite};
use crate::failure::{Failure, usage};
use crate::input::{simulator, told};
use crate::optimize::{plan_scenario, plan_table};
use crate::outlook::Outlook;
use crate::output::{Folder, print, print_page};
use crate::talk::Talk;

/// Run the loop optimize, score, analyze; write charts, the plan and the journal
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  osa run shop.toml -o out\n  osa simulate out/plan.toml")]
pub struct Run {
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    uncertainty: Uncertainty,
    #[command(flatten)]
    search: Search,
    /// The directory for charts (SVG, PNG, CSV), plan.toml, plan.csv and result.json
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Write into the directory even if osa did not make it
    #[arg(long)]
    force: bool,
    /// Give the result as JSON
    #[arg(long)]
    json: bool,
}

impl Run {
    pub fn execute(&self, talk: &Talk) -> anyhow::Result<()> {
        let loaded = self.source.load(talk)?;
        let scenario = &loaded.scenario;
        let mut simulator = simulator(&loaded).map_err(Failure::Scenario)?;
        let mut folder = Folder::open(&self.output, overwrite(self.force))?;

        self.search.set_up(&self.uncertainty, &mut simulator);
        let progress = talk.progress("optimize, score, analyze");
        let mut journal = kaizen::run(&mut simulator, &mut |cycle| {
            progress.step(&text::cycle(scenario, cycle));
        })
        .map_err(usage)?;
        progress.now("drawing futures");
        let outlook = Outlook::of(&simulator, &mut journal, self.uncertainty.sampling());
        let futures = outlook.futures.as_ref();
        progress.now("drawing charts");
        let result = json::run(scenario, &journal, futures);
        put_charts(
            &mut folder,
            &draw_all(&outlook.charted(scenario.plan.period, &journal), &Look::default())?,
        )?;
        let plan = &journal.after.decision;
        match plan_scenario(&loaded, plan) {
            Ok(text) => folder.put("plan.toml", text),
            // It is in plan.csv all the same.
            Err(too_large) => talk.say(&too_large.render(Colour::Ansi)),
        }
        folder.put("plan.csv", plan_table(&loaded, plan));
        folder.put("result.json", result.as_bytes());
        let written = folder.finish()?;
        drop(progress);

        if self.json {
            print(&result)?;
        } else {
            print_page(&text::journal(scenario, &journal, told(futures)))?;
        }
        talk.say(&format!("written into {written}"));
        Ok(())
    }
}
