//! `osa chart`: the charts of a scenario alone.

use std::path::PathBuf;

use clap::Args;
use osa::chart::{Chart as Drawing, ChartInput, Kind, Look, draw, to_png};
use osa::kaizen;

use crate::cli::{Source, overwrite};
use crate::failure::{Failure, usage};
use crate::input::simulator;
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
    /// The directory for the charts: each as SVG, PNG and the plotted numbers as CSV
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Draw these charts only: roi, profit, funnel, weakest, response, reallocation, kaizen, tornado, sensitivity
    #[arg(long, value_name = "NAME", num_args = 1.., value_parser = kind)]
    only: Vec<Kind>,
    /// Write into the directory even if osa did not make it
    #[arg(long)]
    force: bool,
}

fn kind(name: &str) -> Result<Kind, String> {
    let names = Kind::ALL.map(Kind::name).join(", ");
    Kind::from_name(name).ok_or_else(|| format!("there are the charts {names}"))
}

impl Chart {
    pub fn execute(&self, talk: &Talk) -> anyhow::Result<()> {
        let loaded = self.source.load(talk)?;
        let mut folder = Folder::open(&self.output, overwrite(self.force))?;
        let mut simulator = simulator(&loaded).map_err(Failure::Scenario)?;
        let progress = talk.progress("optimize, score, analyze");
        let journal = kaizen::run(&mut simulator, &mut |_| {}).map_err(usage)?;
        progress.now("drawing charts");
        let input = ChartInput::of_journal(loaded.scenario.plan.period, &journal);
        for kind in Kind::ALL
            .into_iter()
            .filter(|kind| self.only.is_empty() || self.only.contains(kind))
        {
            if let Some(drawing) = draw(kind, &input, &Look::default())? {
                put_chart(&mut folder, &drawing)?;
            }
        }
        let written = folder.finish()?;
        drop(progress);
        talk.say(&format!("written into {written}"));
        Ok(())
    }
}

/// Adds a chart, its picture and its numbers to a folder.
pub fn put_chart(folder: &mut Folder, drawing: &Drawing) -> anyhow::Result<()> {
    let name = drawing.kind.name();
    folder.put(&format!("{name}.svg"), drawing.svg.as_bytes());
    folder.put(&format!("{name}.png"), to_png(&drawing.svg, PNG_SCALE)?);
    folder.put(&format!("{name}.csv"), drawing.csv.as_bytes());
    Ok(())
}
