//! `osa chart`: the charts of a scenario alone.

use std::path::PathBuf;

use clap::Args;
use osa::chart::{ChartInput, Kind};
use osa::kaizen;

use crate::cli::{Source, Uncertainty, overwrite, refuse_two_stdins};
use crate::compare::Sides;
use crate::drawing::Drawing;
use crate::failure::{Failure, usage};
use crate::input::simulator;
use crate::outlook::Outlook;
use crate::output::Folder;
use crate::talk::Talk;

/// Draw the charts of a scenario
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  osa chart shop.toml -o charts --only funnel response --theme dark --lang it")]
pub struct Chart {
    #[command(flatten)]
    source: Source,
    /// Further plans, which the chart what_if holds against the first
    #[arg(value_name = "FILE")]
    others: Vec<PathBuf>,
    #[command(flatten)]
    uncertainty: Uncertainty,
    #[command(flatten)]
    drawing: Drawing,
    /// The directory for the charts: each as SVG, PNG and the plotted numbers as CSV
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Write into the directory even if osa did not make it
    #[arg(long)]
    force: bool,
}

impl Chart {
    pub fn execute(&self, talk: &Talk) -> anyhow::Result<()> {
        if self.others.is_empty() && self.drawing.names(Kind::WhatIf) {
            return Err(usage("the chart what_if holds plans against each other: name a second file"));
        }
        let files: Vec<PathBuf> = std::iter::once(&self.source.file).chain(&self.others).cloned().collect();
        refuse_two_stdins(&files)?;
        let loaded = self.source.load(talk)?;
        let mut folder = Folder::open(&self.output, overwrite(self.force))?;
        let mut drawings = Vec::new();
        let wanted = |kind: Kind| self.drawing.wants(kind);
        let sampling = self.uncertainty.sampling();
        if Kind::ALL.into_iter().any(wanted) {
            let mut simulator = simulator(&loaded).map_err(Failure::Scenario)?;
            let progress = talk.progress("optimize, score, analyze");
            let mut journal = kaizen::run(&mut simulator, &mut |_| {}).map_err(usage)?;
            progress.now("drawing futures");
            let mut outlook = Outlook::of(&simulator, &mut journal, sampling);
            if wanted(Kind::Frontier) {
                progress.now("searching for the best plan of each budget");
                outlook.add_frontier(&mut simulator, sampling);
            }
            progress.now("drawing charts");
            let input = outlook.charted(loaded.scenario.plan.period, &journal);
            drawings.extend(self.drawing.draw(&Kind::ALL, input, &loaded.scenario.report)?);
        }
        if !self.others.is_empty() && wanted(Kind::WhatIf) {
            let sides = Sides::load(&files, &self.source.changes, &Talk::new(true))?;
            let (comparison, futures) = (sides.compare(), sides.look(sampling, talk));
            let (scenario, forecast) = sides.first();
            let mut input = ChartInput::of_comparison(scenario.plan.period, forecast, &comparison);
            if let Some(futures) = &futures {
                input = input.with_futures(futures);
            }
            drawings.extend(self.drawing.draw(&[Kind::WhatIf], input, &loaded.scenario.report)?);
        }
        self.drawing.put(&mut folder, &drawings)?;
        let written = folder.finish()?;
        talk.say(&format!("written into {written}"));
        Ok(())
    }
}
