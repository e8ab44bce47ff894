//! `osa lab`: the loop in a noisy world: every strategy in the same hidden worlds, or a learner in one of them.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::Args;
use osa::chart::{Chart, LabInput, LabKind, draw_lab};
use osa::lab::{Design, Experiment, Strategy};
use osa::report::json::{self, Truth};
use osa::report::{LessonInput, LessonPicture, lesson, text};
use osa::scenario::Scenario;

use crate::cli::{Source, overwrite, whole};
use crate::drawing::Style;
use crate::failure::usage;
use crate::output::{Folder, print, print_page};
use crate::play;
use crate::talk::Talk;

/// Let strategies of improvement play the same hidden, noisy worlds, or play one yourself
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  osa lab shop.toml --worlds 500 -o lab\n  osa lab shop.toml --play\n  osa lab shop.toml --world 7 --strategy tamper --reveal -o lab"
)]
pub struct Lab {
    #[command(flatten)]
    source: Source,
    /// Cycles that the horizon is divided into; without it as [lab] says, else 12
    #[arg(long, value_name = "N")]
    cycles: Option<usize>,
    /// Hidden worlds that are played
    #[arg(long, value_name = "N", default_value_t = Design::WORLDS, value_parser = worlds)]
    worlds: usize,
    /// Seed of the worlds and their luck: the same seed gives the same bytes
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The world that is looked at closely, or played, from 1
    #[arg(long, value_name = "K", default_value_t = 1, value_parser = world)]
    world: usize,
    /// Whose course through that world is told and drawn: hold, big_bang, kaizen, tamper, greedy_noise, lowest_rate, thompson, oracle
    #[arg(long, value_name = "NAME", default_value = "kaizen", value_parser = strategy)]
    strategy: Strategy,
    /// Show what was hidden in that world
    #[arg(long)]
    reveal: bool,
    /// Make each cycle's move yourself: predict, then see
    #[arg(long, conflicts_with = "json")]
    play: bool,
    /// Draw these charts only: lab_profit, lab_regret, lab_claims, lab_control, lab_world, lab_moves
    #[arg(long, value_name = "NAME", num_args = 1.., value_parser = kind, requires = "output")]
    only: Vec<LabKind>,
    #[command(flatten)]
    style: Style,
    /// A directory for charts (SVG, PNG, CSV), the lesson sheet lesson.md and result.json
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Write into the directory even if osa did not make it
    #[arg(long, requires = "output")]
    force: bool,
    /// Give the result as JSON
    #[arg(long)]
    json: bool,
}

fn worlds(text: &str) -> Result<usize, String> {
    whole(text, 1, Design::MOST_WORLDS, "500 are enough for a lesson")
}

fn world(text: &str) -> Result<usize, String> {
    whole(text, 1, Design::MOST_WORLDS, "1 is the first world")
}

fn strategy(name: &str) -> Result<Strategy, String> {
    let names = Strategy::ALL.map(Strategy::word);
    let named = Strategy::ALL.into_iter().find(|strategy| strategy.word() == name);
    named.ok_or_else(|| format!("there are the strategies {}", names.join(", ")))
}

fn kind(name: &str) -> Result<LabKind, String> {
    let names = LabKind::ALL.map(LabKind::name);
    LabKind::from_name(name).ok_or_else(|| format!("there are the charts {}", names.join(", ")))
}

impl Lab {
    pub fn execute(&self, talk: &Talk) -> anyhow::Result<()> {
        if self.play && self.source.file.as_os_str() == "-" {
            return Err(usage(
                "`-` reads the scenario from standard input, where a game reads its moves: name a file",
            ));
        }
        let loaded = self.source.load(talk)?;
        let scenario = &loaded.scenario;
        let design = self.design(scenario)?;
        let folder = self
            .output
            .as_deref()
            .map(|path| Folder::open(path, overwrite(self.force)))
            .transpose()?;
        let experiment = if self.play {
            play::play(scenario, &design)?
        } else {
            experiment(scenario, &design, talk)?
        };
        let truth = self.truth();
        if self.json {
            print(&json::lab(scenario, &experiment, truth))?;
        } else {
            print_page(&self.page(scenario, &experiment))?;
        }
        if let Some(mut folder) = folder {
            let charts = self.charts(scenario, &experiment)?;
            self.style.put(&mut folder, &charts)?;
            if !self.play {
                folder.put("lesson.md", self.lesson(scenario, &experiment, &charts).as_bytes());
            }
            folder.put("result.json", json::lab(scenario, &experiment, truth).as_bytes());
            talk.say(&format!("written into {}", folder.finish()?));
        }
        Ok(())
    }

    /// Whether what was hidden is told.
    const fn truth(&self) -> Truth {
        if self.reveal { Truth::Revealed } else { Truth::Hidden }
    }

    /// The design that is asked for.
    fn design(&self, scenario: &Scenario) -> anyhow::Result<Design> {
        let periods = scenario.plan.periods;
        let cycles = self.cycles.unwrap_or_else(|| scenario.lab.cycles_in(periods));
        if !(1..=periods).contains(&cycles) {
            return Err(usage(format!(
                "--cycles {cycles}: the plan has {periods} periods, so there may be 1 to {periods} cycles"
            )));
        }
        if self.world > self.worlds {
            return Err(usage(format!(
                "--world {}: there are {} worlds; write --worlds {} or a smaller number",
                self.world, self.worlds, self.world
            )));
        }
        let design = Design {
            cycles,
            worlds: self.worlds,
            seed: self.seed,
            shown: self.world,
        };
        design.too_large(scenario).map_or(Ok(design), |why| Err(usage(why)))
    }

    /// Whose course is shown.
    fn shown(&self) -> Strategy {
        if self.play { Strategy::Learner } else { self.strategy }
    }

    fn page(&self, scenario: &Scenario, experiment: &Experiment) -> String {
        let mut page = if self.play {
            String::new()
        } else {
            text::lab(scenario, experiment)
        };
        page.push('\n');
        page.push_str(&text::lab_world(scenario, experiment, self.shown()));
        if self.reveal {
            page.push('\n');
            page.push_str(&text::truth(scenario, &experiment.shown));
        } else if self.play {
            page.push('\n');
            page.push_str(&text::play_note(
                "With --reveal the end of a game tells what was hidden in its world.",
            ));
        }
        page
    }

    fn charts(&self, scenario: &Scenario, experiment: &Experiment) -> anyhow::Result<Vec<Chart>> {
        let channels: Vec<String> = scenario.channels.iter().map(|channel| channel.name.clone()).collect();
        let input = LabInput {
            language: self.style.language(&scenario.report),
            period: scenario.plan.period,
            scenario: &scenario.plan.name,
            currency: &scenario.plan.currency,
            objective: scenario.objective_name(),
            channels: &channels,
            experiment,
            strategy: self.shown(),
        };
        let kinds: Vec<LabKind> = LabKind::ALL
            .into_iter()
            .filter(|kind| self.only.is_empty() || self.only.contains(kind))
            .collect();
        Ok(draw_lab(&kinds, &input, &self.style.look(&scenario.report))?)
    }

    fn lesson(&self, scenario: &Scenario, experiment: &Experiment, charts: &[Chart]) -> String {
        let ending = self.style.picture();
        let files: Vec<String> = charts
            .iter()
            .map(|chart| format!("{}.{}", chart.kind.name(), ending.unwrap_or_default()))
            .collect();
        let pictures: Vec<LessonPicture> = (charts.iter().zip(&files).filter(|_| ending.is_some()))
            .map(|(chart, file)| LessonPicture {
                kind: chart.kind.name(),
                file,
                title: &chart.title,
            })
            .collect();
        lesson(&LessonInput {
            scenario,
            experiment,
            language: self.style.language(&scenario.report),
            strategy: self.strategy,
            file: &self.source.file.display().to_string(),
            arguments: &self.arguments(),
            truth: self.truth(),
            pictures: &pictures,
        })
    }

    /// What the sheet cannot know of the command line: the other options stand in the experiment.
    fn arguments(&self) -> Vec<String> {
        let mut arguments: Vec<String> = Vec::new();
        for change in &self.source.changes.set {
            arguments.extend(["--set".to_owned(), change.clone()]);
        }
        arguments
    }
}

/// The experiment, with its progress.
fn experiment(scenario: &Scenario, design: &Design, talk: &Talk) -> anyhow::Result<Experiment> {
    let progress = talk.progress("playing worlds");
    let done = AtomicUsize::new(0);
    osa::lab::run(scenario, design, &|| {
        progress.part(done.fetch_add(1, Ordering::Relaxed) + 1, design.worlds, "worlds");
    })
    .map_err(usage)
}
