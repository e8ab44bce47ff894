//! `osa check`: every mistake of a scenario at once, what is odd about it, and the model's today.

use std::path::{Path, PathBuf};

use clap::Args;
use osa::analyze::{Today, today};
use osa::report::json::Checked;
use osa::report::{json, text};
use osa::scenario::{Colour, Diagnostic, Scenario, Sourced, render};

use crate::cli::{Changes, Printing, refuse_two_stdins};
use crate::failure::{Failure, say};
use crate::input::simulator;

/// Find every mistake in a scenario; compare the model's today with your own figures
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  osa check shop.toml")]
pub struct Check {
    /// Scenarios; `-` reads standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    changes: Changes,
    #[command(flatten)]
    printing: Printing,
}

/// What was found in one file.
struct Found {
    file: String,
    diagnostics: Vec<Diagnostic>,
    left_out: usize,
    usable: Option<(Scenario, Today, Sourced)>,
}

impl Check {
    pub fn execute(&self) -> anyhow::Result<()> {
        refuse_two_stdins(&self.files)?;
        let printer = self.printing.open()?;
        let found: Vec<Found> = self.files.iter().map(|file| self.look_at(file)).collect();
        for file in found.iter().filter(|file| !file.diagnostics.is_empty()) {
            say(&render(&file.diagnostics, file.left_out, Colour::Ansi));
        }
        let checked: Vec<Checked> = found.iter().map(Found::checked).collect();
        printer.give(|| json::check(&checked), || pages(&found))?;
        if found.iter().all(|file| file.usable.is_some()) {
            Ok(())
        } else {
            Err(Failure::Said.into())
        }
    }

    fn look_at(&self, file: &Path) -> Found {
        let name = file.display().to_string();
        let read = self.changes.read(file).and_then(|loaded| Ok((simulator(&loaded)?, loaded)));
        match read {
            Err(problems) => Found {
                file: name,
                diagnostics: problems.diagnostics,
                left_out: problems.left_out,
                usable: None,
            },
            Ok((mut simulator, loaded)) => {
                let today = today(&mut simulator);
                let odd = today.warnings.iter().map(|warning| warning.clone().at(loaded.locate(&warning.key)));
                let sourced = Sourced::of(&loaded.assumptions());
                Found {
                    file: name,
                    diagnostics: loaded.warnings.iter().cloned().chain(odd).collect(),
                    left_out: 0,
                    usable: Some((loaded.scenario, today, sourced)),
                }
            }
        }
    }
}

impl Found {
    fn checked(&self) -> Checked<'_> {
        Checked {
            file: &self.file,
            ok: self.usable.is_some(),
            diagnostics: &self.diagnostics,
            left_out: self.left_out,
            today: self.usable.as_ref().map(|(_, today, _)| today),
        }
    }
}

/// The pages of the files that can be used.
fn pages(found: &[Found]) -> String {
    let usable = found.iter().filter_map(|file| file.usable.as_ref());
    usable
        .map(|(scenario, today, sourced)| text::today(scenario, today, *sourced))
        .collect::<Vec<_>>()
        .join("\n")
}
