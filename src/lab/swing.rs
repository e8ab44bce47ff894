//! The largest swing of a course's control charts: the point that the eye finds first, and what the rules say of it.

use crate::math::ControlLimits;

use super::{CourseShown, Watched};

/// A point of a control chart that lies far from the mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swing {
    pub watched: Watched,
    /// The period, counted from 0.
    pub at: usize,
    /// What was measured, in the unit of the chart.
    pub value: f64,
    /// The limits of its chart.
    pub limits: ControlLimits,
    /// Whether it lies outside them.
    pub is_outside: bool,
    /// Whether a rule is met at it: outside the limits, or at the end of a run.
    pub is_signal: bool,
}

impl CourseShown {
    /// The point that lies farthest from the mean of its chart, counted in half the width between the limits, so that charts of visits and of
    /// rates can be compared; the first of equals. `None` where no chart has limits that are apart.
    #[must_use]
    pub fn largest_swing(&self) -> Option<Swing> {
        let mut largest: Option<(f64, Swing)> = None;
        for chart in &self.charts {
            let Some(limits) = chart.limits else { continue };
            let half = limits.upper - limits.mean;
            if half <= 0.0 {
                continue;
            }
            let known = chart.points.iter().enumerate();
            for (at, value) in known.filter_map(|(at, point)| Some((at, (*point)?))) {
                let far = (value - limits.mean).abs() / half;
                if largest.is_none_or(|(farthest, _)| far > farthest) {
                    let swing = Swing {
                        watched: chart.watched,
                        at,
                        value,
                        limits,
                        is_outside: far > 1.0,
                        is_signal: chart.signals.iter().any(|found| found.at == at),
                    };
                    largest = Some((far, swing));
                }
            }
        }
        largest.map(|(_, swing)| swing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::{ControlChart, Strategy};
    use crate::math::{Found, Rule, Side};

    #[test]
    fn swings_are_held_against_the_limits_of_their_own_chart() {
        let chart = |watched, scale: f64, points: &[f64]| {
            let points: Vec<Option<f64>> = points.iter().map(|x| Some(scale * x)).collect();
            ControlChart {
                watched,
                points: [points, vec![None]].concat(),
                base: 4,
                limits: Some(ControlLimits {
                    mean: 10.0 * scale,
                    lower: 8.0 * scale,
                    upper: 12.0 * scale,
                    mean_range: scale,
                    upper_range: 3.0 * scale,
                }),
                signals: Vec::new(),
            }
        };
        let mut course = CourseShown {
            strategy: Strategy::Hold,
            value: 0.0,
            claimed: 0.0,
            true_gain: 0.0,
            path: Vec::new(),
            cycles: Vec::new(),
            charts: vec![
                chart(Watched::Visits, 1000.0, &[10.0, 11.0, 9.5]),
                chart(Watched::Act, 0.01, &[10.0, 9.0, 8.5, 10.5]),
            ],
        };
        let found = course.largest_swing().expect("limits");
        assert_eq!(
            (found.watched, found.at, found.is_outside, found.is_signal),
            (Watched::Act, 2, false, false)
        );
        course.charts[1].signals.push(Found {
            at: 2,
            rule: Rule::ThreeOfFour,
            side: Side::Below,
        });
        assert!(course.largest_swing().is_some_and(|swing| swing.is_signal && !swing.is_outside));
        course.charts[0].points[1] = Some(14_000.0);
        assert!(
            course
                .largest_swing()
                .is_some_and(|swing| swing.watched == Watched::Visits && swing.is_outside)
        );
        for chart in &mut course.charts {
            chart.limits = None;
        }
        assert_eq!(course.largest_swing(), None);
    }
}
