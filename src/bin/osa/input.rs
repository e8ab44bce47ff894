//! Reading a scenario, with the changes of `--set`; its warnings are said on stderr.

use std::path::Path;

use osa::scenario::{Colour, Loaded, Scenario};

use crate::cli::{Changes, Source};
use crate::failure::Failure;
use crate::talk::Talk;

impl Source {
    /// Reads the scenario.
    pub fn load(&self, talk: &Talk) -> anyhow::Result<Loaded> {
        self.changes.load(&self.file, talk)
    }
}

impl Changes {
    /// Reads a scenario and applies the changes to it.
    pub fn load(&self, file: &Path, talk: &Talk) -> anyhow::Result<Loaded> {
        let loaded = Scenario::from_path(file, &self.set).map_err(Failure::Scenario)?;
        if !loaded.warnings.is_empty() {
            talk.say(&loaded.warnings.render(Colour::Ansi));
        }
        Ok(loaded)
    }
}
