//! `osa completions`: a script that completes commands and options in a shell.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::cli::{Cli, TextOutput};

/// Print a script that completes osa's commands and options in a shell
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  osa completions bash -o ~/.local/share/bash-completion/completions/osa")]
pub struct Completions {
    /// The shell
    shell: Shell,
    #[command(flatten)]
    output: TextOutput,
}

impl Completions {
    pub fn execute(&self) -> anyhow::Result<()> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "osa", &mut script);
        self.output.give(&String::from_utf8(script)?)
    }
}
