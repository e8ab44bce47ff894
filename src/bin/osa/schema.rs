//! `osa schema`: the JSON Schema of the scenario file.

use clap::Args;

use crate::cli::TextOutput;

/// Print the JSON Schema of the scenario file, for completion and checks in an editor
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  osa schema -o osa.schema.json\n\nA scenario that begins with the line\n  #:schema ./osa.schema.json\nis completed and checked while you type, in editors that know Taplo."
)]
pub struct Schema {
    #[command(flatten)]
    output: TextOutput,
}

impl Schema {
    pub fn execute(&self) -> anyhow::Result<()> {
        self.output.give(&format!("{:#}\n", osa::scenario::schema()))
    }
}
