//! What `run` and `chart` tell of a journal over the draws: how sure its plans are, and what that depends on.

use osa::analyze::{Sensitivity, response_bands, sensitivity, weakest_stage};
use osa::chart::ChartInput;
use osa::kaizen::Journal;
use osa::scenario::Period;
use osa::simulate::{Detail, Futures, Plan, Sampling, Simulator};

use crate::input::look;
use crate::talk::Talk;

/// Draws of the bands around response curves, which are only looked at.
const RESPONSE_DRAWS: usize = 256;

/// The plans before and after the loop over the draws; nothing with `--draws 0`.
pub struct Outlook {
    pub futures: Option<Futures>,
    sensitivity: Option<Sensitivity>,
}

impl Outlook {
    /// Draws the futures of a journal, and tells its analyses how likely each stage is to be the weakest.
    pub fn of(simulator: &Simulator, journal: &mut Journal, sampling: Option<Sampling>) -> Self {
        let Some(sampling) = sampling else {
            return Self {
                futures: None,
                sensitivity: None,
            };
        };
        for standing in [&mut journal.before, &mut journal.after]
            .into_iter()
            .filter(|_| simulator.is_uncertain())
        {
            standing
                .analysis
                .tell_weakest(&weakest_stage(simulator, &standing.decision, sampling));
        }
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
        }
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
        input
    }
}
