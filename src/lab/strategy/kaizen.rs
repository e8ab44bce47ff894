//! Optimize, score, analyze: a bounded step by what is believed after the last measurement; what a signal speaks against is undone.
//!
//! The steps since the last verdict are on trial against the standard, the plan before them. The trial's results less what the standard was expected
//! to bring go onto a control chart. A signal above confirms the steps: they are the standard now, and their gain is claimed, as measured so far and as believed of the rest. A signal below, where the
//! steps were to be better by now, undoes them. Without a signal nothing is claimed, and nothing is undone: small steps add up until they show.
//! Whatever else life does at that time speaks on the chart as well: the verdict cannot tell. Actions are taken up with what it costs to hold their gains.

use crate::kaizen::Candidates;
use crate::lab::Because;
use crate::lab::setting::{Hold, Standing};
use crate::lab::view::{Turn, View};
use crate::math::{ControlLimits, Side};

/// A step that is believed to gain less than this share of the objective is not worth a change: nobody could ever measure it.
const WORTH: f64 = 1e-5;
/// A difference below this share of a result is none.
const ROUNDING: f64 = 1e-9;
/// Points without which nobody knows the noise: a mean of three ranges.
const FEWEST_POINTS: usize = 4;

pub(super) fn choose(view: &View<'_>) -> Turn {
    let believed = view.beliefs.centre();
    let (standard, since) = on_trial(view);
    let verdict = standard.and_then(|standard| judge(view, standard, since, &believed));
    let Some(mut desk) = view.desk(&believed, Hold::Held) else {
        return view.stay(Because::Standing);
    };
    if let (Some(Verdict::Undone), Some(standard)) = (&verdict, standard) {
        let back = view.with_rest_of(standard);
        let spend = back.decision.spend.clone();
        return Turn {
            // an action that is paid for leaves less money to go back to
            standing: desk.nearest(&back, spend).unwrap_or(back),
            because: Because::Undone,
            claim: 0.0,
        };
    }
    let (because, claim) = match verdict {
        Some(Verdict::Confirmed { gain }) => (Because::Confirmed, gain),
        _ => (Because::Step, 0.0),
    };
    match desk.best_step(view.standing, view.setting.scenario.plan.step, Candidates::Gaining, WORTH) {
        Some((standing, _)) => Turn { standing, because, claim },
        None => Turn {
            claim,
            ..view.stay(if because == Because::Confirmed {
                because
            } else {
                Because::Standing
            })
        },
    }
}

enum Verdict {
    Confirmed { gain: f64 },
    Undone,
}

/// The standard, and the cycle since which steps from it are on trial; no standard where nothing is on trial.
fn on_trial<'a>(view: &'a View<'_>) -> (Option<&'a Standing>, usize) {
    let mut trial = (None, 0);
    for (cycle, played) in view.played.iter().enumerate() {
        let after = view.played.get(cycle + 1).map_or(view.standing, |next| &next.before);
        let is_change = played.before.differs(after);
        match played.because {
            Because::Confirmed if is_change => trial = (Some(&played.before), cycle),
            Because::Confirmed | Because::Undone => trial = (None, cycle + 1),
            Because::Step if trial.0.is_none() && is_change => trial = (Some(&played.before), cycle),
            _ => {}
        }
    }
    trial
}

/// What the control chart says of the steps on trial; `None` without a signal.
fn judge(view: &View<'_>, standard: &Standing, since: usize, believed: &[f64]) -> Option<Verdict> {
    let objective = view.setting.scenario.plan.objective;
    let first = view.setting.spans[since].first;
    let expected = view.forecast(view.standing, believed);
    let without = view.forecast(standard, believed);
    let measured: Vec<f64> = (0..view.now()).map(|t| view.diary.result(objective, t)).collect();
    // how far results are from what the plan in force was expected to bring: the noise of the process
    let noise: Vec<f64> = measured
        .iter()
        .zip(&expected)
        .map(|(measured, expected)| measured - expected)
        .collect();
    if noise.len() < FEWEST_POINTS {
        return None;
    }
    let limits = ControlLimits::of(&noise)?;
    let above_standard: Vec<f64> = (first..view.now()).map(|t| measured[t] - without[t]).collect();
    let signals = limits.signals(&above_standard);
    // by now the trial is to be better, by more than a rounding
    let is_promised = |at: usize| expected[first + at] - without[first + at] > ROUNDING * without[first + at].abs();
    let speaks = |side: Side| signals.iter().any(|found| found.side == side && is_promised(found.at));
    let so_far: f64 = above_standard.iter().map(|above| above - limits.mean).sum();
    if speaks(Side::Below) && so_far < 0.0 {
        return Some(Verdict::Undone);
    }
    // what was measured so far, and what is believed of the rest: what was paid once is counted once
    let open = view.now()..view.setting.periods();
    let to_come: f64 = open.map(|t| expected[t] - without[t]).sum();
    let gain = so_far + to_come;
    (speaks(Side::Above) && gain > 0.0).then_some(Verdict::Confirmed { gain })
}
