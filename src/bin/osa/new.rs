//! `osa new`: a commented scenario to start from.

use std::path::PathBuf;

use clap::Args;
use osa::scenario::{TEMPLATES, Template};

use crate::cli::overwrite;
use crate::failure::usage;
use crate::output::{Destination, print};
use crate::talk::Talk;

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
            let widest = TEMPLATES.iter().map(|template| template.name.len()).max().unwrap_or_default();
            return print(&TEMPLATES.iter().map(|template| format!("{:widest$}  {}\n", template.name, template.title)).collect::<String>());
        }
        let template = self.template()?;
        match &self.file {
            None => print(template.text),
            Some(path) => {
                Destination::new(path, overwrite(self.force))?.write(template.text)?;
                let name = path.display();
                talk.say(&format!("written: {name}; next: osa check {name}"));
                Ok(())
            }
        }
    }

    fn template(&self) -> anyhow::Result<&'static Template> {
        TEMPLATES.iter().find(|template| template.name == self.template).ok_or_else(|| {
            let names: Vec<&str> = TEMPLATES.iter().map(|template| template.name).collect();
            usage(format!("there is no template `{}`; there are {}", self.template, names.join(", ")))
        })
    }
}
