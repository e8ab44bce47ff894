//! Reading a scenario, with the changes of `--set`; its warnings are said on stderr.

use std::path::Path;

use osa::scenario::{Colour, Loaded, Problems, Scenario, render};
use osa::simulate::{Detail, Futures, Plan, Sampling, Simulator, futures};

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
    /// Reads a scenario with the changes and says what is odd about it.
    pub fn load(&self, file: &Path, talk: &Talk) -> anyhow::Result<Loaded> {
        let loaded = self.read(file).map_err(Failure::Scenario)?;
        if !loaded.warnings.is_empty() {
            talk.say(&render(&loaded.warnings, 0, Colour::Ansi));
        }
        Ok(loaded)
    }

    /// Reads a scenario with the changes.
    pub fn read(&self, file: &Path) -> Result<Loaded, Problems> {
        Scenario::from_path_with(file, &self.set)
    }
}

/// The model of a scenario, ready to be asked; refuses a plan without a forecast.
pub fn simulator(loaded: &Loaded) -> Result<Simulator, Problems> {
    let mut simulator = Simulator::new(&loaded.scenario);
    match simulator.outgrown() {
        Some(problem) => {
            let place = loaded.locate(&problem.key);
            Err(problem.at(place).into())
        }
        None => Ok(simulator),
    }
}

/// Plans over the draws that are asked for, with the progress of long work told.
pub fn look(plans: &[Plan<'_>], sampling: Option<Sampling>, detail: Detail, talk: &Talk) -> Option<Futures> {
    let sampling = sampling?;
    let progress = talk.progress("drawing futures");
    Some(futures(plans, sampling, detail, &mut |done| {
        progress.part(done, sampling.draws, "futures")
    }))
}

/// The futures that a page tells of: none where nothing is uncertain, for then the point run says it all.
pub fn told<'a>(futures: impl Into<Option<&'a Futures>>) -> Option<&'a Futures> {
    futures.into().filter(|futures| futures.is_uncertain())
}
