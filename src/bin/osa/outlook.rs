//! What `run`, `chart` and `report` tell of a journal over the draws: how sure its plans are, and what that depends on.

use osa::analyze::{Sensitivity, response_bands, sensitivity, weakest_stage};
use osa::chart::ChartInput;
use osa::kaizen::{Journal, Standing};
use osa::optimize::{Frontier, Range, frontier};
use osa::scenario::Period;
use osa::simulate::{Detail, Futures, Plan, Sampling, Simulator};

use crate::input::look;
use crate::sweeps::look_at_frontier;
use crate::talk::Talk;

/// Draws of the bands around response curves, which are only looked at.
const RESPONSE_DRAWS: usize = 256;
/// Draws of the bands along a frontier, likewise: there are many plans on it.
const FRONTIER_DRAWS: usize = 1_024;

/// The plans before and after the loop over the draws; nothing with `--draws 0`.
pub struct Outlook {
    pub futures: Option<Futures>,
    sensitivity: Option<Sensitivity>,
    frontier: Option<(Frontier, Option<Futures>)>,
}

/// Tells the analysis of a plan how likely each stage is to be its weakest, where there are draws that differ.
pub fn tell_weakest(simulator: &Simulator, standing: &mut Standing, sampling: Option<Sampling>) {
    if let Some(sampling) = sampling.filter(|_| simulator.is_uncertain()) {
        standing
            .analysis
            .tell_weakest(&weakest_stage(simulator, &standing.decision, sampling));
    }
}

impl Outlook {
    /// Draws the futures of a journal, and tells the analysis of the plan of the file how likely each stage is to be the weakest.
    pub fn of(simulator: &Simulator, journal: &mut Journal, sampling: Option<Sampling>) -> Self {
        let Some(sampling) = sampling else {
            return Self {
                futures: None,
                sensitivity: None,
                frontier: None,
            };
        };
        tell_weakest(simulator, &mut journal.before, Some(sampling));
        let few = Sampling {
            draws: sampling.draws.min(RESPONSE_DRAWS),
            ..sampling
        };
        response_bands(simulator, &journal.before.decision, few, &mut journal.before.analysis);
        let plans = [&journal.before.decision, &journal.after.decision].map(|decision| Plan { simulator, decision });
        Self {
            futures: look(&plans, Some(sampling), Detail::Everything, &Talk::new(true)),
            sensitivity: Some(sensitivity(
                simulator,
                &journal.before.decision,
                Some(&journal.after.decision),
                sampling,
            )),
            frontier: None,
        }
    }

    /// Adds what other budgets are worth; nothing where limits leave no plan for any of them.
    pub fn add_frontier(&mut self, simulator: &mut Simulator, sampling: Option<Sampling>) {
        let Ok(frontier) = frontier(simulator, Range::default()) else {
            return;
        };
        let few = sampling.map(|sampling| Sampling {
            draws: sampling.draws.min(FRONTIER_DRAWS),
            ..sampling
        });
        let futures = look_at_frontier(simulator, &frontier, few, &Talk::new(true));
        self.frontier = Some((frontier, futures));
    }

    /// What the charts of the journal are drawn from.
    pub fn charted<'a>(&'a self, period: Period, journal: &'a Journal) -> ChartInput<'a> {
        let mut input = ChartInput::of_journal(period, journal);
        if let Some(futures) = &self.futures {
            input = input.with_futures(futures);
        }
        if let Some(sensitivity) = &self.sensitivity {
            input = input.with_sensitivity(sensitivity);
        }
        if let Some((frontier, futures)) = &self.frontier {
            input = input.with_frontier(frontier, futures.as_ref());
        }
        input
    }
}
