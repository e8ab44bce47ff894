//! `osa new`: a commented scenario to start from.

use std::path::PathBuf;

use clap::Args;

use crate::cli::overwrite;
use crate::failure::usage;
use crate::output::{Destination, print};
use crate::talk::Talk;

/// The scenarios to start from: name and text.
const TEMPLATES: [(&str, &str); 5] = [
    ("outdoor-shop", include_str!("../../../scenarios/outdoor-shop.toml")),
    ("b2b-software", include_str!("../../../scenarios/b2b-software.toml")),
    ("car-dealer", include_str!("../../../scenarios/car-dealer.toml")),
    ("corner-shop-online", include_str!("../../../scenarios/corner-shop-online.toml")),
    ("classroom", include_str!("../../../scenarios/classroom.toml")),
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
            return print(&TEMPLATES.map(|(name, text)| format!("{name:20}{}\n", subject(text))).concat());
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
