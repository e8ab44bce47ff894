//! The scale of the funnel's bars: straight where it can be, with one bar cut short or logarithmic where counts are too far apart.

use crate::format::{decade, ten_to};
use crate::math::ln;

/// Bars up to this many times as long as the shortest are drawn on one straight scale; a shorter one could not be told from none.
const STRAIGHT: f64 = 25.0;

/// How counts become lengths.
pub(super) enum ScaleKind {
    Straight,
    /// The first bar is longer than the picture.
    Broken,
    Logarithmic,
}

/// The scale of the funnel's bars.
pub(super) struct BarScale {
    pub(super) kind: ScaleKind,
    /// Count at the left edge, and at the end of the straight part.
    pub(super) low: f64,
    pub(super) high: f64,
    largest: f64,
}

/// Share of the room that the straight part takes where a bar is cut, and where the cut is.
pub(super) const CUT: (f64, f64) = (0.8, 0.84);

impl BarScale {
    /// The scale of all counts; `below` are those without the first step's, which may be much larger.
    pub(super) fn of(all: &[f64], below: &[f64]) -> Self {
        let drawn = |counts: &[f64]| -> Vec<f64> { counts.iter().copied().filter(|x| x.is_finite() && *x > 0.0).collect() };
        let largest = |counts: &[f64]| counts.iter().copied().fold(0.0, f64::max);
        let smallest = |counts: &[f64]| counts.iter().copied().fold(f64::INFINITY, f64::min);
        let (all, below) = (drawn(all), drawn(below));
        let high = largest(&all);
        if all.is_empty() || high / smallest(&all) <= STRAIGHT {
            Self {
                kind: ScaleKind::Straight,
                low: 0.0,
                high: if high > 0.0 { high } else { 1.0 },
                largest: high,
            }
        } else if !below.is_empty() && largest(&below) / smallest(&below) <= STRAIGHT && largest(&below) < high {
            Self {
                kind: ScaleKind::Broken,
                low: 0.0,
                high: largest(&below),
                largest: high,
            }
        } else {
            Self {
                kind: ScaleKind::Logarithmic,
                low: ten_to(decade(smallest(&all)) - 1).max(f64::MIN_POSITIVE),
                high,
                largest: high,
            }
        }
    }

    /// Length of a bar as a share of the room.
    pub(super) fn share(&self, count: f64) -> f64 {
        if count.is_nan() || count <= 0.0 {
            return 0.0;
        }
        let share = match self.kind {
            ScaleKind::Logarithmic => ln(count / self.low) / ln(self.high / self.low),
            ScaleKind::Straight => count / self.high,
            // Behind the cut there is no scale, but longer bars still are those of larger counts.
            ScaleKind::Broken if self.cuts(count) => 0.88 + 0.12 * (count - self.high) / (self.largest - self.high),
            ScaleKind::Broken => CUT.0 * count / self.high,
        };
        share.clamp(0.0, 1.0)
    }

    /// Whether the bar of such a count is longer than the picture.
    pub(super) fn cuts(&self, count: f64) -> bool {
        matches!(self.kind, ScaleKind::Broken) && count > self.high
    }
}
