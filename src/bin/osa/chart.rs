//! `osa chart`: the charts of a scenario alone.

use std::path::PathBuf;

use clap::Args;
use osa::chart::{Chart as Drawing, ChartInput, Kind, Look, draw, to_png};
use osa::kaizen;
use rayon::prelude::*;

use crate::cli::{Source, Uncertainty, overwrite, refuse_two_stdins};
use crate::compare::Sides;
use crate::failure::{Failure, usage};
use crate::input::simulator;
use crate::outlook::Outlook;
use crate::output::Folder;
use crate::talk::Talk;

/// Pixels for each unit of a chart's size: enough for a slide on a large screen and for print.
const PNG_SCALE: f32 = 2.0;

/// Draw the charts of a scenario
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  osa chart shop.toml -o charts --only funnel --only response")]
pub struct Chart {
    #[command(flatten)]
    source: Source,
    /// Further plans, which the chart what_if holds against the first
    #[arg(value_name = "FILE")]
    others: Vec<PathBuf>,
    #[command(flatten)]
    uncertainty: Uncertainty,
    /// The directory for the charts: each as SVG, PNG and the plotted numbers as CSV
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Draw these charts only: roi, profit, funnel, weakest, response, reallocation, frontier, kaizen, tornado, sensitivity; with further plans what_if
    #[arg(long, value_name = "NAME", num_args = 1.., value_parser = kind)]
    only: Vec<Kind>,
    /// Write into the directory even if osa did not make it
    #[arg(long)]
    force: bool,
}

fn kind(name: &str) -> Result<Kind, String> {
    let all = || Kind::ALL.into_iter().chain([Kind::WhatIf]);
    let names: Vec<&str> = all().map(Kind::name).collect();
    all()
        .find(|kind| kind.name() == name)
        .ok_or_else(|| format!("there are the charts {}", names.join(", ")))
}

impl Chart {
    pub fn execute(&self, talk: &Talk) -> anyhow::Result<()> {
        if self.others.is_empty() && self.only.contains(&Kind::WhatIf) {
            return Err(usage("the chart what_if holds plans against each other: name a second file"));
        }
        let files: Vec<PathBuf> = std::iter::once(&self.source.file).chain(&self.others).cloned().collect();
        refuse_two_stdins(&files)?;
        let loaded = self.source.load(talk)?;
        let mut folder = Folder::open(&self.output, overwrite(self.force))?;
        let mut drawings = Vec::new();
        let wanted = |kind: &Kind| self.only.is_empty() || self.only.contains(kind);
        let sampling = self.uncertainty.sampling();
        if Kind::ALL.iter().any(wanted) {
            let mut simulator = simulator(&loaded).map_err(Failure::Scenario)?;
            let progress = talk.progress("optimize, score, analyze");
            let mut journal = kaizen::run(&mut simulator, &mut |_| {}).map_err(usage)?;
            progress.now("drawing futures");
            let mut outlook = Outlook::of(&simulator, &mut journal, sampling);
            if wanted(&Kind::Frontier) {
                progress.now("searching for the best plan of each budget");
                outlook.add_frontier(&mut simulator, sampling);
            }
            progress.now("drawing charts");
            let input = outlook.charted(loaded.scenario.plan.period, &journal);
            for kind in Kind::ALL.into_iter().filter(wanted) {
                drawings.extend(draw(kind, &input, &Look::default())?);
            }
        }
        if !self.others.is_empty() && wanted(&Kind::WhatIf) {
            let sides = Sides::load(&files, &self.source.changes, &Talk::new(true))?;
            let (comparison, futures) = (sides.compare(), sides.look(sampling, talk));
            let (scenario, forecast) = sides.first();
            let mut input = ChartInput::of_comparison(scenario.plan.period, forecast, &comparison);
            if let Some(futures) = &futures {
                input = input.with_futures(futures);
            }
            drawings.extend(draw(Kind::WhatIf, &input, &Look::default())?);
        }
        put_charts(&mut folder, &drawings)?;
        let written = folder.finish()?;
        talk.say(&format!("written into {written}"));
        Ok(())
    }
}

/// Adds charts, their pictures and their numbers to a folder; the pictures take longest, and are made side by side.
pub fn put_charts(folder: &mut Folder, drawings: &[Drawing]) -> anyhow::Result<()> {
    let pictures: Vec<_> = drawings.par_iter().map(|drawing| to_png(&drawing.svg, PNG_SCALE)).collect();
    for (drawing, picture) in drawings.iter().zip(pictures) {
        let name = drawing.kind.name();
        folder.put(&format!("{name}.svg"), drawing.svg.as_bytes());
        folder.put(&format!("{name}.png"), picture?);
        folder.put(&format!("{name}.csv"), drawing.csv.as_bytes());
    }
    Ok(())
}
