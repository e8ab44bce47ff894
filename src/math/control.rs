//! Control charts of individuals and moving ranges (XmR): which points are more than the noise of their process.
//!
//! Sources: Wheeler, *Understanding Variation* (1993); Shewhart (1931). Half the width between the limits is 2.66 times the mean moving range:
//! three standard deviations of a normal process, whose mean range of two is 1.128 of them (3 / 1.128 = 2.66).

use serde::Serialize;

/// Natural process limits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ControlLimits {
    pub mean: f64,
    /// Mean − 2.66 · mean moving range, and mean + the same.
    pub lower: f64,
    pub upper: f64,
    /// Mean of the moving ranges, and their upper limit: 3.268 times it.
    pub mean_range: f64,
    pub upper_range: f64,
}

/// A rule that a point, or the end of a run of points, has set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A point outside the limits.
    Outside,
    /// Eight points on one side of the mean.
    EightOnOneSide,
    /// Three of four points more than half-way from the mean to the same limit.
    ThreeOfFour,
}

/// The side of the mean on which a signal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Above,
    Below,
}

/// A signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The point at which the rule was met: the last of a run.
    pub at: usize,
    pub rule: Rule,
    pub side: Side,
}
