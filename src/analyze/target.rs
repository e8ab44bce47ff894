//! What it would be worth if a stage came to its target: by running the model again, not by a linear guess.

use crate::model::{Decision, StageRates};
use crate::simulate::{Simulator, Trial};

/// How near to the target a rate has to come, relative.
const CLOSE: f64 = 1e-12;
/// Runs that the search for a lever may take; it takes one where nothing but the stage's own rate moves it.
const RUNS: usize = 60;
/// A reach lever beyond this cannot be meant: the audience caps the visits before.
const LARGEST_FACTOR: f64 = 1e6;

/// A stage rate that has a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    Visits,
    Act,
    Convert,
    Retention,
    Repeat,
}

impl Aim {
    /// The rate that is aimed with.
    pub(super) const fn rate(self, rates: &StageRates) -> f64 {
        match self {
            Self::Visits => rates.visits,
            Self::Act => rates.act,
            Self::Convert => rates.convert,
            Self::Retention => rates.retention,
            Self::Repeat => rates.repeat,
        }
    }

    /// Sets the stage's lever: a factor for visits and repeat rate, a shift of the log-odds for the others.
    fn set(self, trial: &mut Trial, lever: f64) {
        let levers = &mut trial.levers;
        match self {
            Self::Visits => levers.reach = lever,
            Self::Act => levers.act = lever,
            Self::Convert => levers.convert = lever,
            Self::Retention => levers.retention = lever,
            Self::Repeat => levers.repeat = lever,
        }
    }

    /// On this scale a step of the lever is about the same step of the rate: logarithm or log-odds.
    fn scale(self, rate: f64) -> f64 {
        match self {
            Self::Visits | Self::Repeat => crate::math::ln(rate),
            Self::Act | Self::Convert | Self::Retention => crate::math::ln(rate / (1.0 - rate)),
        }
    }

    /// The lever at a place on that scale, counted from no change.
    fn lever(self, place: f64) -> f64 {
        match self {
            Self::Visits | Self::Repeat => crate::math::exp(place),
            Self::Act | Self::Convert | Self::Retention => place,
        }
    }
}

/// What bringing a rate to its target came to.
#[derive(Debug, Clone)]
pub(super) struct Reached {
    pub(super) trial: Trial,
    /// Whether the rate is at the target; else it is as near as it can come (an audience caps the visits).
    pub(super) exact: bool,
}

/// Moves the stage's lever in `trial` until its rate is at the target.
pub(super) fn reach(simulator: &mut Simulator, decision: &Decision, mut trial: Trial, aim: Aim, target: f64) -> Reached {
    let wanted = aim.scale(target);
    let ceiling = aim.scale_ceiling();
    let (mut low, mut high) = (-ceiling, ceiling);
    let mut rate = aim.rate(&simulator.stage_rates_of(decision, &trial));
    if rate <= 0.0 && aim == Aim::Repeat {
        // a factor moves nothing that is 0: the rate itself comes first
        trial.params[simulator.model().rate_params().repeat.index()] = target;
        rate = aim.rate(&simulator.stage_rates_of(decision, &trial));
    }
    // the first step is exact where the rate is the same in every period
    let mut place = (wanted - aim.scale(rate)).clamp(low, high);
    let mut exact = false;
    for _ in 0..RUNS {
        aim.set(&mut trial, aim.lever(place));
        let now = aim.rate(&simulator.stage_rates_of(decision, &trial));
        if (now - target).abs() <= CLOSE * target.abs() {
            exact = true;
            break;
        }
        if now < target {
            low = place;
        } else {
            high = place;
        }
        let step = place + wanted - aim.scale(now);
        place = if step > low && step < high {
            step
        } else {
            f64::midpoint(low, high)
        };
        if high - low <= CLOSE {
            break;
        }
    }
    let now = aim.rate(&simulator.stage_rates_of(decision, &trial));
    Reached {
        trial,
        exact: exact || (now - target).abs() <= 1e-9 * target.abs(),
    }
}

impl Aim {
    fn scale_ceiling(self) -> f64 {
        match self {
            Self::Visits | Self::Repeat => crate::math::ln(LARGEST_FACTOR),
            Self::Act | Self::Convert | Self::Retention => 50.0,
        }
    }
}
