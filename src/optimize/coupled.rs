//! Limits on sums: groups, quarters, ramps and totals, and the nearest plan that keeps them all together with budget and bounds.
//!
//! A row asks for `least ≤ Σ weight · x ≤ most`. The nearest point of the set is `clamp(point - Σ price · weight)` with one price for
//! each row (the budget is a row too), and the prices solve the dual problem: each row in turn gets the price that mends it, exactly
//! (cyclic coordinate ascent), and once it is clear which rows bind and which variables are free, Newton's method, with conjugate gradients for
//! its linear system, ends it in a few steps (the system is piecewise linear).

use super::feasible::{Budget, FeasibleSet};

/// A limit on a weighted sum of variables: `least ≤ Σ weight · x ≤ most` (money; an infinite side is none).
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Variables and their weights, no variable twice.
    pub terms: Vec<(usize, f64)>,
    pub least: f64,
    pub most: f64,
}

impl Row {
    /// `Σ weight · x` of a plan.
    #[must_use]
    pub fn sum(&self, x: &[f64]) -> f64 {
        self.terms.iter().map(|&(i, weight)| weight * x[i]).sum()
    }

    /// How far a plan is from keeping it (money).
    #[must_use]
    pub fn broken_by(&self, x: &[f64]) -> f64 {
        let sum = self.sum(x);
        (sum - self.most).max(self.least - sum).max(0.0)
    }
}

/// The rows of a set, one after the other, the budget's first.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Rows {
    /// Where each row's terms begin; one more entry than rows.
    starts: Vec<usize>,
    variables: Vec<usize>,
    weights: Vec<f64>,
    least: Vec<f64>,
    most: Vec<f64>,
}

impl Rows {
    /// The budget of `n` variables and these rows, none where there are no rows: then the budget alone is projected on in a simpler way.
    pub(super) fn new(n: usize, budget: Budget, rows: &[Row]) -> Self {
        let mut all = Self::default();
        if rows.is_empty() {
            return all;
        }
        all.starts.push(0);
        let least = match budget {
            Budget::Exactly(amount) => amount,
            Budget::AtMost(_) => f64::NEG_INFINITY,
        };
        all.push((0..n).map(|i| (i, 1.0)), least, budget.amount());
        for row in rows {
            all.push(row.terms.iter().copied().filter(|term| term.1 != 0.0), row.least, row.most);
        }
        all
    }

    fn push(&mut self, terms: impl Iterator<Item = (usize, f64)>, least: f64, most: f64) {
        for (variable, weight) in terms {
            self.variables.push(variable);
            self.weights.push(weight);
        }
        self.starts.push(self.variables.len());
        self.least.push(least);
        self.most.push(most);
    }

    /// Whether there is nothing but bounds and budget.
    pub(super) fn is_empty(&self) -> bool {
        self.least.is_empty()
    }

    /// Number of rows, the budget's included.
    pub(super) fn len(&self) -> usize {
        self.least.len()
    }

    fn terms(&self, row: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let range = self.starts[row]..self.starts[row + 1];
        self.variables[range.clone()]
            .iter()
            .copied()
            .zip(self.weights[range].iter().copied())
    }

    fn sum(&self, row: usize, x: impl Fn(usize) -> f64) -> f64 {
        self.terms(row).map(|(i, weight)| weight * x(i)).sum()
    }

    /// The furthest that a plan is from keeping a row (money).
    pub(super) fn broken_by(&self, x: &[f64]) -> f64 {
        (0..self.len())
            .map(|r| beyond(self.sum(r, |i| x[i]), self.least[r], self.most[r]).abs())
            .fold(0.0, f64::max)
    }

    /// `Σ price · bound` of the side that each price stands for.
    pub(super) fn worth(&self, prices: &[f64]) -> f64 {
        let side = |r: usize| if prices[r] > 0.0 { self.most[r] } else { self.least[r] };
        (0..self.len()).filter(|&r| prices[r] != 0.0).map(|r| prices[r] * side(r)).sum()
    }

    /// [`Self::charge`] with prices for all rows but the budget's.
    pub(super) fn charge_rows(&self, prices: &[f64], point: &mut [f64]) {
        for (r, &price) in prices.iter().enumerate() {
            for (i, weight) in self.terms(r + 1) {
                point[i] -= price * weight;
            }
        }
    }

    /// `point -= Σ price · weight`.
    pub(super) fn charge(&self, prices: &[f64], point: &mut [f64]) {
        for (r, &price) in prices.iter().enumerate() {
            if price != 0.0 {
                for (i, weight) in self.terms(r) {
                    point[i] -= price * weight;
                }
            }
        }
    }
}

/// How far a sum is above `most` (positive) or below `least` (negative).
fn beyond(sum: f64, least: f64, most: f64) -> f64 {
    if sum > most {
        sum - most
    } else if sum < least {
        sum - least
    } else {
        0.0
    }
}

/// Multipliers of the rows, from one projection to the next: the next one as a rule begins near the last.
#[derive(Debug, Clone, Default)]
pub struct Multipliers {
    /// Price of each row, the budget's first; in money, for it is a shift of variables.
    pub(super) of_row: Vec<f64>,
    /// The point less all prices.
    shifted: Vec<f64>,
    conjugate: Conjugate,
}

/// Buffers of the conjugate gradients.
#[derive(Debug, Clone, Default)]
struct Conjugate {
    saved: Vec<f64>,
    step: Vec<f64>,
    rest: Vec<f64>,
    direction: Vec<f64>,
    image: Vec<f64>,
    spread: Vec<f64>,
}

/// A row is kept when it is broken by no more than this share of the money about: what a sum of many amounts loses by rounding.
const KEPT: f64 = 2e-14;
/// Rounds over all rows.
const ROUNDS: usize = 3_000;
/// Rounds between two attempts of Newton's method.
const BETWEEN: usize = 3;
/// Steps of Newton's method in one attempt.
const NEWTON: usize = 8;

/// Moves `point` to the nearest plan within bounds and rows. Gives how far it still is from keeping a row (money): more than rounding only
/// where no plan keeps them all.
pub(super) fn project(set: &FeasibleSet, rows: &Rows, point: &mut [f64], prices: &mut Multipliers) -> f64 {
    if prices.of_row.len() != rows.len() {
        prices.of_row.clear();
        prices.of_row.resize(rows.len(), 0.0);
    }
    let dual = Dual {
        lower: set.lower(),
        upper: set.reach(),
        rows,
        point,
    };
    let tolerance = KEPT * set.scale().max(f64::MIN_POSITIVE);
    dual.shift(prices);
    let mut broken = dual.broken_by(prices);
    let mut round = 0;
    while broken > tolerance && round < ROUNDS {
        for row in 0..rows.len() {
            dual.mend(row, prices);
        }
        dual.shift(prices);
        broken = dual.broken_by(prices);
        round += 1;
        if round % BETWEEN == 0 {
            for _ in 0..NEWTON {
                if broken <= tolerance {
                    break;
                }
                let next = dual.newton(prices, broken);
                if next >= broken {
                    break;
                }
                broken = next;
            }
        }
    }
    for i in 0..dual.point.len() {
        dual.point[i] = dual.clamped(i, prices.shifted[i]);
    }
    broken
}

/// The dual problem of a projection.
struct Dual<'a> {
    lower: &'a [f64],
    upper: &'a [f64],
    rows: &'a Rows,
    point: &'a mut [f64],
}

impl Dual<'_> {
    fn clamped(&self, i: usize, x: f64) -> f64 {
        x.max(self.lower[i]).min(self.upper[i])
    }

    fn is_free(&self, i: usize, x: f64) -> bool {
        x > self.lower[i] && x < self.upper[i]
    }

    /// `shifted = point - Σ price · weight`, anew: what updates lose by rounding is gone.
    fn shift(&self, prices: &mut Multipliers) {
        prices.shifted.clear();
        prices.shifted.extend_from_slice(self.point);
        self.rows.charge(&prices.of_row, &mut prices.shifted);
    }

    /// What row `r` lacks at the prices: a row with a price has to stand on the side of that price.
    fn lacks(&self, r: usize, price: f64, shifted: &[f64]) -> f64 {
        let sum = self.rows.sum(r, |i| self.clamped(i, shifted[i]));
        let (least, most) = (self.rows.least[r], self.rows.most[r]);
        if price > 0.0 {
            sum - most
        } else if price < 0.0 {
            sum - least
        } else {
            beyond(sum, least, most)
        }
    }

    fn broken_by(&self, prices: &Multipliers) -> f64 {
        (0..self.rows.len())
            .map(|r| self.lacks(r, prices.of_row[r], &prices.shifted).abs())
            .fold(0.0, f64::max)
    }

    /// Gives row `r` the price with which it is kept, all other prices as they are.
    fn mend(&self, r: usize, prices: &mut Multipliers) {
        let old = prices.of_row[r];
        let shifted = &mut prices.shifted;
        if old != 0.0 {
            for (i, weight) in self.rows.terms(r) {
                shifted[i] += old * weight;
            }
        }
        let missed = beyond(
            self.rows.sum(r, |i| self.clamped(i, shifted[i])),
            self.rows.least[r],
            self.rows.most[r],
        );
        let price = if missed == 0.0 {
            0.0
        } else {
            self.price(r, missed > 0.0, old, shifted)
        };
        if price != 0.0 {
            for (i, weight) in self.rows.terms(r) {
                shifted[i] -= price * weight;
            }
        }
        prices.of_row[r] = price;
    }

    /// The root of the row's sum as its price goes up (where it is `above` its most) or down.
    fn price(&self, r: usize, above: bool, guess: f64, shifted: &[f64]) -> f64 {
        let (sign, target) = if above {
            (1.0, self.rows.most[r])
        } else {
            (-1.0, self.rows.least[r])
        };
        // in the direction of the price every variable goes to the end that its weight points away from
        let end = |(i, weight): (usize, f64)| {
            let bound = if sign * weight > 0.0 { self.lower[i] } else { self.upper[i] };
            sign * (shifted[i] - bound) / weight
        };
        let (mut low, mut high) = (0.0, self.rows.terms(r).map(end).fold(0.0, f64::max));
        let mut price = if sign * guess > low && sign * guess < high {
            sign * guess
        } else {
            0.0
        };
        for step in 1..200 {
            let (mut sum, mut slope) = (0.0, 0.0);
            for (i, weight) in self.rows.terms(r) {
                let x = shifted[i] - sign * price * weight;
                sum += weight * self.clamped(i, x);
                if self.is_free(i, x) {
                    slope += weight * weight;
                }
            }
            let left = sign * (sum - target);
            if left == 0.0 {
                break;
            }
            if left > 0.0 {
                low = price;
            } else {
                high = price;
            }
            let newton = price + left / slope;
            let next = if slope > 0.0 && step % 6 != 0 && newton > low && newton < high {
                newton
            } else {
                low + 0.5 * (high - low)
            };
            if (next - price).abs() <= f64::EPSILON * price.abs() || next == price {
                break;
            }
            price = next;
        }
        sign * price
    }

    /// One step of Newton's method on the rows that bind. Gives what is broken after it; the prices stay where that is no less.
    fn newton(&self, prices: &mut Multipliers, broken: f64) -> f64 {
        let rows = self.rows;
        let Multipliers {
            of_row,
            shifted,
            conjugate,
            ..
        } = prices;
        let count = rows.len();
        conjugate.saved.clear();
        conjugate.saved.extend_from_slice(of_row);
        let binds = |r: usize| of_row[r] != 0.0 || self.lacks(r, 0.0, shifted) != 0.0;
        let active: Vec<bool> = (0..count).map(binds).collect();
        conjugate.rest.clear();
        conjugate
            .rest
            .extend((0..count).map(|r| if active[r] { self.lacks(r, of_row[r], shifted) } else { 0.0 }));
        self.conjugate_gradients(&active, shifted, conjugate);
        for r in 0..count {
            let next = of_row[r] + conjugate.step[r];
            // a price that changes its side is none
            let keeps_side = rows.least[r] == rows.most[r] || of_row[r] == 0.0 || next * of_row[r] > 0.0;
            of_row[r] = if keeps_side { next } else { 0.0 };
        }
        self.shift(prices);
        let next = self.broken_by(prices);
        if next < broken {
            return next;
        }
        prices.of_row.copy_from_slice(&prices.conjugate.saved);
        self.shift(prices);
        broken
    }

    /// Solves `A D Aᵀ step = rest` on the active rows, `D` the free variables.
    fn conjugate_gradients(&self, active: &[bool], shifted: &[f64], work: &mut Conjugate) {
        let rows = self.rows;
        let count = rows.len();
        for buffer in [&mut work.step, &mut work.image] {
            buffer.clear();
            buffer.resize(count, 0.0);
        }
        work.direction.clear();
        work.direction.extend_from_slice(&work.rest);
        let square = |v: &[f64]| v.iter().map(|v| v * v).sum::<f64>();
        let mut length = square(&work.rest);
        let enough = 1e-30 * length;
        let most = 2 * active.iter().filter(|active| **active).count() + 10;
        for _ in 0..most {
            if length <= enough {
                break;
            }
            work.spread.clear();
            work.spread.resize(shifted.len(), 0.0);
            for r in (0..count).filter(|&r| active[r]) {
                let by = work.direction[r];
                for (i, weight) in rows.terms(r) {
                    work.spread[i] += by * weight;
                }
            }
            for (i, spread) in work.spread.iter_mut().enumerate() {
                if !self.is_free(i, shifted[i]) {
                    *spread = 0.0;
                }
            }
            for r in 0..count {
                work.image[r] = if active[r] { rows.sum(r, |i| work.spread[i]) } else { 0.0 };
            }
            let bent: f64 = work.direction.iter().zip(&work.image).map(|(d, i)| d * i).sum();
            if bent <= 0.0 || !bent.is_finite() {
                break;
            }
            let along = length / bent;
            for r in 0..count {
                work.step[r] += along * work.direction[r];
                work.rest[r] -= along * work.image[r];
            }
            let next = square(&work.rest);
            let keep = next / length;
            for r in 0..count {
                work.direction[r] = work.rest[r] + keep * work.direction[r];
            }
            length = next;
        }
    }
}
