//! Keep whatever looked better last time: money moves from one channel to another at random; if the next cycle looks better it stays, else it goes
//! back. No chart, no limits: whatever is above the last cycle is a success.

use crate::lab::Because;
use crate::lab::view::{Turn, View, scaled};

pub(super) fn choose(view: &View<'_>) -> Turn {
    let looked_better = view.last_change();
    let (base, because) = match (looked_better, view.played.last()) {
        (Some(change), Some(last)) if change < 0.0 => (view.with_rest_of(&last.before), Because::LooksWorse),
        (Some(_), _) => (view.standing.clone(), Because::LooksBetter),
        (None, _) => (view.standing.clone(), Because::Step),
    };
    let channels = view.setting.scenario.channels.len();
    let mut whim = view.whim.clone();
    let (more, less) = (whim.below(channels), whim.below(channels));
    let step = view.setting.scenario.plan.step;
    let spend = scaled(&base.decision, view.now(), |c| match c {
        _ if more == less => 1.0,
        c if c == more => 1.0 + step,
        c if c == less => 1.0 - step,
        _ => 1.0,
    });
    let next = view.desk_of_file().and_then(|desk| desk.nearest(&base, spend));
    Turn {
        standing: next.unwrap_or(base),
        because,
        claim: view.booked(),
    }
}
