//! `osa chart`: the charts of a scenario alone.

use std::path::PathBuf;

use clap::Args;
use osa::chart::{Chart as Drawing, ChartInput, draw_all, to_png};
use osa::kaizen;
use osa::simulate::Simulator;

use crate::cli::{Source, overwrite};
use crate::failure::usage;
use crate::output::Folder;
use crate::talk::Talk;

/// Draw the charts of a scenario
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  osa chart shop.toml -o charts --only funnel response-curves")]
pub struct Chart {
    #[command(flatten)]
    source: Source,
    /// The directory for the charts: each as SVG, PNG and the plotted numbers as CSV
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Draw these charts only
    #[arg(long, value_name = "NAME", num_args = 1..)]
    only: Vec<String>,
    /// Write into the directory even if osa did not make it
    #[arg(long)]
    force: bool,
}

impl Chart {
    pub fn execute(&self, talk: &Talk) -> anyhow::Result<()> {
        let scenario = self.source.load(talk)?.scenario;
        let mut folder = Folder::open(&self.output, overwrite(self.force))?;
        let progress = talk.progress("optimize, score, analyze");
        let journal = kaizen::run(&mut Simulator::new(&scenario), &mut |_| {});
        progress.now("drawing charts".to_owned());
        let drawings = draw_all(&ChartInput::of_journal(&scenario, &journal));
        if let Some(unknown) = self.only.iter().find(|name| drawings.iter().all(|drawing| drawing.name != **name)) {
            let names: Vec<&str> = drawings.iter().map(|drawing| drawing.name).collect();
            return Err(usage(format!("there is no chart `{unknown}`; there are {}", names.join(", "))));
        }
        for drawing in drawings.iter().filter(|drawing| self.only.is_empty() || self.only.iter().any(|name| name == drawing.name)) {
            put_chart(&mut folder, drawing)?;
        }
        let written = folder.finish()?;
        drop(progress);
        talk.say(&format!("written into {}: {}", self.output.display(), written.join(", ")));
        Ok(())
    }
}

/// Adds a chart and its numbers to a folder.
pub fn put_chart(folder: &mut Folder, drawing: &Drawing) -> anyhow::Result<()> {
    folder.put(&format!("{}.svg", drawing.name), drawing.svg.as_bytes())?;
    folder.put(&format!("{}.png", drawing.name), &to_png(&drawing.svg)?)?;
    folder.put(&format!("{}.csv", drawing.name), drawing.csv.as_bytes())
}
