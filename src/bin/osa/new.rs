//! `osa new`: a commented scenario to start from.

use std::path::PathBuf;

use clap::Args;

use crate::cli::overwrite;
use crate::failure::usage;
use crate::output::{Destination, print};
use crate::talk::Talk;

/// The scenarios to start from: name and text. Businesses first, then the lessons of `osa lab`.
const TEMPLATES: [(&str, &str); 14] = [
    ("outdoor-shop", include_str!("../../../scenarios/outdoor-shop.toml")),
    ("b2b-software", include_str!("../../../scenarios/b2b-software.toml")),
    ("car-dealer", include_str!("../../../scenarios/car-dealer.toml")),
    ("corner-shop-online", include_str!("../../../scenarios/corner-shop-online.toml")),
    ("classroom", include_str!("../../../scenarios/classroom.toml")),
    ("lesson-tampering", include_str!("../../../scenarios/lessons/tampering.toml")),
    (
        "lesson-regression-to-the-mean",
        include_str!("../../../scenarios/lessons/regression-to-the-mean.toml"),
    ),
    (
        "lesson-winners-curse",
        include_str!("../../../scenarios/lessons/winners-curse.toml"),
    ),
    ("lesson-bottleneck", include_str!("../../../scenarios/lessons/bottleneck.toml")),
    ("lesson-delay", include_str!("../../../scenarios/lessons/delay.toml")),
    (
        "lesson-hold-the-gains",
        include_str!("../../../scenarios/lessons/hold-the-gains.toml"),
    ),
    (
        "lesson-small-steps-wrong-model",
        include_str!("../../../scenarios/lessons/small-steps-wrong-model.toml"),
    ),
    (
        "lesson-big-bang-right-model",
        include_str!("../../../scenarios/lessons/big-bang-right-model.toml"),
    ),
    (
        "lesson-cheapest-lead",
        include_str!("../../../scenarios/lessons/cheapest-lead.toml"),
    ),
];

/// Write a commented scenario to start from
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  osa new --list\n  osa new shop.toml --template outdoor-shop")]
pub struct New {
    /// The file to write; without it the scenario goes to standard output
    file: Option<PathBuf>,
    /// The business to start from; --list names them
    #[arg(long, value_name = "NAME", default_value = "outdoor-shop")]
    template: String,
    /// List the templates
    #[arg(long, conflicts_with_all = ["file", "template"])]
    list: bool,
    /// Overwrite the file if it exists
    #[arg(long, requires = "file")]
    force: bool,
}

impl New {
    pub fn execute(&self, talk: &Talk) -> anyhow::Result<()> {
        if self.list {
            let width = 2 + TEMPLATES.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
            return print(&TEMPLATES.map(|(name, text)| format!("{name:width$}{}\n", subject(text))).concat());
        }
        let text = self.text()?;
        let Some(path) = &self.file else { return print(text) };
        Destination::new(path, overwrite(self.force))?.write(text)?;
        let name = path.display();
        talk.say(&format!("written: {name}; next: osa check {name}"));
        Ok(())
    }

    fn text(&self) -> anyhow::Result<&'static str> {
        TEMPLATES
            .iter()
            .find(|(name, _)| *name == self.template)
            .map(|(_, text)| *text)
            .ok_or_else(|| {
                let names = TEMPLATES.map(|(name, _)| name).join(", ");
                usage(format!("there is no template `{}`; there are {names}", self.template))
            })
    }
}

/// What a template is about: its first comment, without the line for editors.
fn subject(text: &str) -> &str {
    text.lines()
        .find_map(|line| line.strip_prefix("# "))
        .unwrap_or_default()
        .trim_end_matches('.')
}
