//! `osa run`: the main job. The loop from the plan of the file to a better one, told on screen and kept in a directory.

use std::path::PathBuf;

use clap::Args;
use osa::chart::Kind;
use osa::kaizen;
use osa::report::{json, text};
use osa::scenario::Colour;
use osa::simulate::Risk;

use crate::cli::{Source, Uncertainty, overwrite};
use crate::drawing::Drawing;
use crate::failure::{Failure, usage};
use crate::input::{simulator, told};
use crate::optimize::{plan_scenario, plan_table};
use crate::outlook::{Outlook, tell_weakest};
use crate::output::{Folder, print, print_page};
use crate::search::Search;
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
    #[command(flatten)]
    drawing: Drawing,
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
        if self.drawing.names(Kind::WhatIf) {
            return Err(usage("the chart what_if holds plans against each other: ask osa chart for it"));
        }
        let loaded = self.source.load(talk)?;
        let scenario = &loaded.scenario;
        let mut simulator = simulator(&loaded).map_err(Failure::Scenario)?;
        let risk = self.search.set_up(&self.uncertainty, &mut simulator)?;
        if let Some(Risk::Probability { .. }) = risk {
            return Err(usage(
                "the loop counts its gains in the objective: write --risk cvar or --risk deviation, or ask osa optimize for --risk probability",
            ));
        }
        let mut folder = Folder::open(&self.output, overwrite(self.force))?;

        if let Some(risk) = risk {
            simulator.judge(risk);
        }
        let progress = talk.progress("optimize, score, analyze");
        let mut journal = kaizen::run(&mut simulator, &mut |cycle| {
            progress.step(&text::cycle(scenario, cycle));
        })
        .map_err(usage)?;
        progress.now("drawing futures");
        tell_weakest(&simulator, &mut journal.after, self.uncertainty.sampling());
        let mut outlook = Outlook::of(&simulator, &mut journal, self.uncertainty.sampling());
        // it takes a search for each budget: where it is asked for alone
        if self.drawing.names(Kind::Frontier) {
            progress.now("searching for the best plan of each budget");
            outlook.add_frontier(&mut simulator, self.uncertainty.sampling());
        }
        let futures = outlook.futures.as_ref();
        progress.now("drawing charts");
        let result = json::run(scenario, &journal, futures);
        let charts = self
            .drawing
            .draw(&Kind::ALL, outlook.charted(scenario.plan.period, &journal), &scenario.report)?;
        self.drawing.put(&mut folder, &charts)?;
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
            let mut page = text::journal(scenario, &journal, told(futures));
            if let (Some(risk), Some(draws)) = (risk, simulator.expected_over()) {
                page.push('\n');
                page.push_str(&text::judged_loop(scenario, risk, draws));
            }
            print_page(&page)?;
        }
        talk.say(&format!("written into {written}"));
        Ok(())
    }
}
