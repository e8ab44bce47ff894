//! Response curves: how gross profit answers to one channel's level, the others as planned.

use crate::model::Decision;
use crate::simulate::Simulator;

use super::analysis::ResponseCurve;

/// Places of a curve besides the plan's own.
const PLACES: usize = 32;

/// `decision` with channel `c` at a mean of `level` money per period, in its own shape in time.
fn at_level(decision: &Decision, c: usize, level: f64) -> Decision {
    let mut moved = decision.clone();
    let mean = decision.channel_total(c) / decision.periods as f64;
    for x in &mut moved.spend[c * decision.periods..(c + 1) * decision.periods] {
        *x = if mean > 0.0 { *x * (level / mean) } else { level };
    }
    moved
}

/// The response curve of channel `c` around a decision, as far as it or another decision goes, and some way on.
pub(super) fn response(simulator: &mut Simulator, decision: &Decision, other: Option<&Decision>, c: usize) -> ResponseCurve {
    let periods = decision.periods as f64;
    let now = decision.channel_total(c) / periods;
    let then = other.map(|other| other.channel_total(c) / periods);
    let channel = &simulator.scenario().channels[c];
    let observed = channel.observed;
    let known = now.max(then.unwrap_or(0.0)).max(observed.1);
    let wide = if known > 0.0 {
        known * 1.5
    } else if channel.limits.max.is_finite() {
        channel.limits.max
    } else {
        simulator.budget() / periods / simulator.model().channels() as f64
    };
    let mut spend: Vec<f64> = (0..=PLACES)
        .map(|i| wide * i as f64 / PLACES as f64)
        .chain([now])
        .chain(then)
        .collect();
    spend.sort_by(f64::total_cmp);
    spend.dedup();
    let mut gross_at = |level: f64| {
        let outcome = simulator.outcome(&at_level(decision, c, level));
        simulator.incremental_gross(&outcome)
    };
    let nothing = gross_at(0.0);
    let gross = spend.iter().map(|&level| gross_at(level) - nothing).collect();
    ResponseCurve {
        spend,
        gross,
        now,
        observed,
    }
}
