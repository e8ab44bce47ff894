//! Control charts of a course: what a practitioner keeps of every stage rate and of the return.

use crate::math::{ControlLimits, Found, Rule};

use super::diary::Diary;
use super::{ControlChart, Watched};

/// Points at the beginning that limits are made of: half of them, from 4 to 12.
const FEWEST: usize = 4;
const MOST: usize = 12;

/// Control charts of what was measured, `season` being the index of each period, in the order of [`Watched::ALL`].
pub(super) fn control_charts(diary: &Diary, season: &[f64]) -> Vec<ControlChart> {
    Watched::ALL.map(|watched| control_chart(diary, season, watched)).into()
}

fn control_chart(diary: &Diary, season: &[f64], watched: Watched) -> ControlChart {
    let points: Vec<f64> = (0..diary.flows.len()).map(|t| point(diary, season, watched, t)).collect();
    let (limits, signals) = limits_and_signals(&points);
    ControlChart {
        watched,
        base: base(points.len()),
        signals,
        limits: limits.map(|limits| within_domain(watched, limits)),
        points: points.into_iter().map(|point| point.is_finite().then_some(point)).collect(),
    }
}

/// Points that limits are made of, out of so many.
fn base(points: usize) -> usize {
    (points / 2).min(MOST)
}

/// Limits of the first points, where there are enough, and the signals of all.
pub(super) fn limits_and_signals(points: &[f64]) -> (Option<ControlLimits>, Vec<Found>) {
    let base = &points[..base(points.len())];
    let enough = base.iter().filter(|point| point.is_finite()).count() >= FEWEST;
    let limits = ControlLimits::of(base).filter(|_| enough);
    let signals = limits.map_or_else(Vec::new, |limits| limits.signals(points));
    (limits, signals)
}

/// Limits as they are drawn: nothing is below none, and no share above all.
fn within_domain(watched: Watched, limits: ControlLimits) -> ControlLimits {
    let (least, most) = match watched {
        Watched::Act | Watched::Convert | Watched::Retention => (0.0, 1.0),
        Watched::Visits | Watched::Repeat => (0.0, f64::INFINITY),
        Watched::Roi => (-1.0, f64::INFINITY),
    };
    ControlLimits {
        lower: limits.lower.max(least),
        upper: limits.upper.min(most),
        ..limits
    }
}

/// What is watched in a period; NaN where there is nothing to divide by.
pub(super) fn point(diary: &Diary, season: &[f64], watched: Watched, t: usize) -> f64 {
    let flows = &diary.flows[t];
    let ratio = |part: f64, of: f64| if of > 0.0 { part / of } else { f64::NAN };
    match watched {
        Watched::Visits => flows.visits / season[t],
        Watched::Act => ratio(flows.leads_created, flows.visits),
        Watched::Convert => ratio(flows.customers_created, flows.handled),
        Watched::Retention => ratio(diary.kept[t], diary.active_before(t)),
        Watched::Repeat => ratio(flows.repeat_orders, diary.kept[t]),
        Watched::Roi => ratio(diary.gross[t] - diary.spend[t], diary.spend[t]),
    }
}

impl ControlChart {
    /// The signals as a reader counts them, in the order of time: each point outside the limits, and of a run that goes on
    /// only the point at which its rule was first met. A run that changes its side, or stops and begins again, is told again.
    #[must_use]
    pub fn marked(&self) -> Vec<Found> {
        // the point at which each rule was last met on each side
        let mut last = [[None; 2]; 3];
        let told = self.signals.iter().filter(|found| {
            let before = last[found.rule as usize][found.side as usize].replace(found.at);
            found.rule == Rule::Outside || before.is_none_or(|before| before + 1 != found.at)
        });
        told.copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::Side;

    #[test]
    fn a_run_that_goes_on_is_one_signal() {
        let found = |at: usize, rule: Rule, side: Side| Found { at, rule, side };
        let chart = ControlChart {
            watched: Watched::Act,
            points: vec![Some(1.0); 30],
            base: 8,
            limits: None,
            signals: vec![
                found(3, Rule::Outside, Side::Above),
                found(4, Rule::Outside, Side::Above),
                found(9, Rule::EightOnOneSide, Side::Above),
                found(10, Rule::EightOnOneSide, Side::Above),
                found(10, Rule::ThreeOfFour, Side::Above),
                found(11, Rule::EightOnOneSide, Side::Above),
                found(12, Rule::EightOnOneSide, Side::Below),
                found(20, Rule::EightOnOneSide, Side::Above),
            ],
        };
        let places: Vec<usize> = chart.marked().iter().map(|found| found.at).collect();
        assert_eq!(places, [3, 4, 9, 10, 12, 20]);
    }
}
