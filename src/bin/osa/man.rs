//! `osa man`: the manual page of `osa` or of one of its commands.

use clap::{Args, CommandFactory};

use crate::cli::{Cli, TextOutput};
use crate::failure::usage;

/// Print the manual page of osa, or of one of its commands
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  osa man optimize -o osa-optimize.1 && man ./osa-optimize.1")]
pub struct Man {
    /// A command of osa; without it the page of osa as a whole
    command: Option<String>,
    #[command(flatten)]
    output: TextOutput,
}

impl Man {
    pub fn execute(&self) -> anyhow::Result<()> {
        let mut osa = Cli::command();
        // Building hands the options that mean the same everywhere down to every command.
        osa.build();
        let command = match &self.command {
            None => osa,
            Some(name) => match osa.find_subcommand(name) {
                Some(command) => command.clone(),
                None => return Err(usage(format!("osa has no command `{name}`; osa --help lists them"))),
            },
        };
        let mut page = Vec::new();
        clap_mangen::Man::new(command).render(&mut page)?;
        self.output.give(&String::from_utf8(page)?)
    }
}
