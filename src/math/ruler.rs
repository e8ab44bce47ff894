//! A ruler: steps of equal width across a range, that say into which bin a number falls.

use super::primitive::Primitive;

/// A range cut into equal steps. Its middle is at step 0.
///
/// Steps never go down where numbers go up, whatever is rounded on the way: a difference, a product, a rounding to whole steps
/// and the cut at the ends each keep the order. So bins stand in the order of the numbers in them, to the last bit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ruler {
    middle: f64,
    per_unit: f64,
}

impl Ruler {
    /// The ruler with so many steps between two numbers, `low <= high`, both finite.
    ///
    /// Between equal numbers it tells what is below, what is there and what is above.
    #[inline(always)]
    pub fn between(low: f64, high: f64, steps: f64) -> Self {
        Self {
            middle: low.midpoint(high),
            // Neither zero nor infinite, so that no product is a NaN.
            per_unit: (steps / (high - low)).clamp(f64::MIN_POSITIVE, f64::MAX),
        }
    }

    /// The place of a number, in steps from the middle, cut at `from` and `to`.
    #[inline(always)]
    pub fn place<V: Primitive>(&self, x: V, from: f64, to: f64) -> V {
        let steps = (x - V::splat(self.middle)) * V::splat(self.per_unit);
        steps.greater(V::splat(from)).lesser(V::splat(to))
    }

    /// The number at a place; on a ruler between equal numbers, those numbers.
    pub fn number(&self, place: f64) -> f64 {
        if self.is_point() {
            self.middle
        } else {
            self.middle + place / self.per_unit
        }
    }

    /// How far a number at its place may lie from [`Self::number`] of that place, by rounding alone.
    ///
    /// The middle rounds in the sum, by half a unit in its last place, and in the ruler's making. A place is off by a few units in
    /// the last place of its steps, and of the sum of places that it stands in: 1e-9 steps allow for sums of a million.
    pub fn rounding(&self) -> f64 {
        if self.is_point() {
            0.0
        } else {
            4.0 * f64::EPSILON * self.middle.abs() + 1e-9 / self.per_unit
        }
    }

    fn is_point(&self) -> bool {
        self.per_unit == f64::MAX
    }
}
