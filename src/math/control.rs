//! Control charts of individuals and moving ranges (XmR): which points are more than the noise of their process.
//!
//! Sources: Wheeler, *Understanding Variation* (1993); Shewhart (1931). Half the width between the limits is 2.66 times the mean moving range:
//! three standard deviations of a normal process, whose mean range of two is 1.128 of them (3 / 1.128 = 2.66).
//!
//! On nothing but noise the rules speak too: with limits from the first 12 of 24 normal points, some rule is met somewhere in a chart in 26 of a hundred.

use serde::Serialize;

/// Half the width between the limits \[mean moving ranges\]: 3 / d2, where d2 = 2 / √π = 1.128 is the mean range of two standard normal numbers.
const HALF_WIDTH: f64 = 2.66;

/// Upper limit of the moving ranges \[mean moving ranges\]: 1 + 3 · d3 / d2, where d3 = √(2 − 4 / π) = 0.853 is the standard deviation of that range.
const UPPER_RANGE: f64 = 3.268;

/// Points in a row on one side of the mean that are a signal.
const ROW: usize = 8;

/// Consecutive points of which [`BEYOND`] more than half-way to the same limit are a signal.
const WINDOW: usize = 4;
const BEYOND: u32 = 3;

/// A point nearer to the mean than this share of their size is at the mean: a figure that should not vary at all differs from its mean by
/// rounding, which is a millionth of that even after thousands of steps.
const AT_THE_MEAN: f64 = 1e-9;

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

impl ControlLimits {
    /// The limits of a process, from points of it in the order of time.
    ///
    /// Points that are not finite are left out, and so are the moving ranges to and from them. `None` where there are not two finite points
    /// beside each other, or where the points are so large that a limit is not finite.
    ///
    /// ```
    /// use osa::math::ControlLimits;
    ///
    /// let limits = ControlLimits::of(&[10.0, 12.0, 11.0]).expect("three points");
    /// assert_eq!((limits.mean, limits.mean_range), (11.0, 1.5));
    /// assert!((limits.upper - (11.0 + 2.66 * 1.5)).abs() < 1e-12);
    /// ```
    #[must_use]
    pub fn of(points: &[f64]) -> Option<Self> {
        let mean = mean(points.iter().copied().filter(|point| point.is_finite()))?;
        let pairs = points.windows(2).map(|pair| (pair[1] - pair[0]).abs());
        let mean_range = self::mean(pairs.filter(|range| range.is_finite()))?;
        let limits = Self {
            mean,
            lower: mean - HALF_WIDTH * mean_range,
            upper: mean + HALF_WIDTH * mean_range,
            mean_range,
            upper_range: UPPER_RANGE * mean_range,
        };
        let all = [mean, limits.lower, limits.upper, limits.upper_range];
        all.iter().all(|limit| limit.is_finite()).then_some(limits)
    }

    /// All signals among points in the order of time, those at one point in the order of [`Rule`].
    ///
    /// * A point outside the limits.
    /// * Eight points in a row on one side of the mean; one at the mean ends the row.
    /// * A point more than half-way from the mean to a limit, where this is so of three of the last four, itself among them.
    ///
    /// A rule that goes on being met is reported at each point at which it is met. A point that is not finite ends every run and is in no
    /// rule. One that differs from the mean by rounding alone is at the mean, though the limits of a process that does not vary have no width.
    #[must_use]
    pub fn signals(&self, points: &[f64]) -> Vec<Found> {
        self.found(points).collect()
    }

    /// The first of [`Self::signals`], without looking further.
    #[must_use]
    pub fn first_signal(&self, points: &[f64]) -> Option<Found> {
        self.found(points).next()
    }

    fn found(&self, points: &[f64]) -> impl Iterator<Item = Found> {
        let mut watch = Watch::default();
        points.iter().enumerate().flat_map(move |(at, point)| {
            let met = watch.meet(self, *point);
            met.into_iter().flatten().map(move |(rule, side)| Found { at, rule, side })
        })
    }

    /// The side of the mean on which a point is; `None` at the mean and where the point is no number.
    fn side(&self, point: f64) -> Option<Side> {
        let off = point - self.mean;
        let is_off = point.is_finite() && off.abs() > AT_THE_MEAN * point.abs().max(self.mean.abs());
        is_off.then_some(if off > 0.0 { Side::Above } else { Side::Below })
    }

    /// Whether a point lies beyond a share of the way from the mean to the limit of its side.
    fn is_beyond(&self, point: f64, side: Side, share: f64) -> bool {
        match side {
            Side::Above => point - self.mean > share * (self.upper - self.mean),
            Side::Below => self.mean - point > share * (self.mean - self.lower),
        }
    }
}

/// What the rules remember of the points before.
#[derive(Default)]
struct Watch {
    side: Option<Side>,
    /// Points in a row on that side.
    row: usize,
    /// Which of the last four points are more than half-way to the upper and to the lower limit, the last in the lowest bit.
    beyond: [u8; 2],
}

impl Watch {
    /// The rules that a point meets.
    fn meet(&mut self, limits: &ControlLimits, point: f64) -> [Option<(Rule, Side)>; 3] {
        if !point.is_finite() {
            *self = Self::default();
            return [None; 3];
        }
        let side = limits.side(point);
        self.row = if side == self.side { self.row + 1 } else { 1 };
        self.side = side;
        for beyond in &mut self.beyond {
            *beyond = (*beyond << 1) & ((1 << WINDOW) - 1);
        }
        let Some(side) = side else { return [None; 3] };
        let is_beyond = limits.is_beyond(point, side, 0.5);
        let beyond = &mut self.beyond[side as usize];
        *beyond |= u8::from(is_beyond);
        [
            (Rule::Outside, limits.is_beyond(point, side, 1.0)),
            (Rule::EightOnOneSide, self.row >= ROW),
            (Rule::ThreeOfFour, is_beyond && beyond.count_ones() >= BEYOND),
        ]
        .map(|(rule, is_met)| is_met.then_some((rule, side)))
    }
}

/// The mean of some numbers; `None` of none.
fn mean(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = numbers.fold((0.0, 0_usize), |(sum, count), number| (sum + number, count + 1));
    (count > 0).then(|| sum / count as f64)
}
