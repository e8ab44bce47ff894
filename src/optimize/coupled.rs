//! Limits on sums: groups, quarters, ramps and totals, and the nearest plan that keeps them all together with budget and bounds.
//!
//! A row asks for `least ≤ Σ weight · x ≤ most`. The nearest point of the set is `clamp(point - Σ price · weight)` with one price for
//! each row (the budget is a row too), and the prices solve the dual problem: each row in turn gets the price that mends it, exactly
//! (cyclic coordinate ascent), and where it is clear which rows bind and which variables are free, Newton's method ends it in a few steps, for the system is
//! piecewise linear.

use super::envelope::Envelope;
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
    /// The same by variables: where the rows of each begin, the rows, and its weights in them.
    column_starts: Vec<usize>,
    column_rows: Vec<usize>,
    column_weights: Vec<f64>,
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
        all.transpose(n);
        all
    }

    fn transpose(&mut self, n: usize) {
        self.column_starts = vec![0; n + 1];
        for &i in &self.variables {
            self.column_starts[i + 1] += 1;
        }
        for i in 0..n {
            self.column_starts[i + 1] += self.column_starts[i];
        }
        let mut next = self.column_starts.clone();
        self.column_rows = vec![0; self.variables.len()];
        self.column_weights = vec![0.0; self.variables.len()];
        for r in 0..self.least.len() {
            for k in self.starts[r]..self.starts[r + 1] {
                let place = &mut next[self.variables[k]];
                self.column_rows[*place] = r;
                self.column_weights[*place] = self.weights[k];
                *place += 1;
            }
        }
    }

    /// The rows of a variable, with its weights in them.
    pub(super) fn column(&self, i: usize) -> impl Iterator<Item = (usize, f64)> + Clone + '_ {
        let range = self.column_starts[i]..self.column_starts[i + 1];
        self.column_rows[range.clone()]
            .iter()
            .copied()
            .zip(self.column_weights[range].iter().copied())
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

    /// Number of variables.
    pub(super) fn dimension(&self) -> usize {
        self.column_starts.len().saturating_sub(1)
    }

    /// Number of variables in a row.
    pub(super) fn length(&self, row: usize) -> usize {
        self.starts[row + 1] - self.starts[row]
    }

    /// Whether there is nothing but bounds and budget.
    pub(super) fn is_empty(&self) -> bool {
        self.least.is_empty()
    }

    /// Number of rows, the budget's included.
    pub(super) fn len(&self) -> usize {
        self.least.len()
    }

    pub(super) fn terms(&self, row: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
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

    /// [`Self::worth`] with prices for all rows but the budget's.
    pub(super) fn worth_of_rows(&self, prices: &[f64]) -> f64 {
        let all: Vec<f64> = std::iter::once(0.0).chain(prices.iter().copied()).collect();
        self.worth(&all)
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
    /// Whether they prove that no plan keeps all rows.
    pub(super) prove_clash: bool,
    saved: Vec<f64>,
    /// What each row that binds lacks; not a number for the others.
    lacking: Vec<f64>,
    step: Vec<f64>,
}

/// A row is kept when it is broken by no more than this share of the money about: what a sum of many amounts loses by rounding.
const KEPT: f64 = 2e-14;
/// What prices charge beyond what the rows allow, as a share of the money about, that is no rounding.
const PROVED: f64 = 1e-10;
/// Rounds over all rows, where the projection has to end.
pub(super) const ROUNDS: usize = 3_000;
/// Rounds over all rows where a nearer point will do as well.
pub(super) const FEW_ROUNDS: usize = 12;
/// Rounds between two looks whether the prices prove that no plan keeps all rows.
const PROOF: usize = 12;
/// Steps of Newton's method in one attempt.
const NEWTON: usize = 12;
/// A price that is left over from a larger one by rounding is none.
const ROUNDED: f64 = 1e-12;
/// Share of the promised rise that a step has to bring.
const SUFFICIENT: f64 = 1e-4;
/// Broken by less than this share of the money about, a row is as good as kept.
const CLOSE: f64 = 1e-7;
/// Times that a step of Newton's method is halved.
const HALVED: usize = 12;

/// Moves `point` to the nearest plan within bounds and rows. Gives how far it still is from keeping a row (money): more than rounding only
/// where no plan keeps them all.
pub(super) fn project(set: &FeasibleSet, rows: &Rows, point: &mut [f64], prices: &mut Multipliers, rounds: usize) -> f64 {
    if prices.of_row.len() != rows.len() {
        prices.of_row.clear();
        prices.of_row.resize(rows.len(), 0.0);
    }
    let dual = Dual {
        lower: set.lower(),
        upper: set.reach(),
        rows,
        point,
        scale: set.scale(),
    };
    let tolerance = KEPT * set.scale().max(f64::MIN_POSITIVE);
    dual.shift(prices);
    let mut broken = dual.broken_by(prices);
    let mut round = 0;
    let mut before = Vec::new();
    while broken > tolerance && round < rounds {
        if round % PROOF == 0 {
            // prices of limits that clash grow for ever, in the end along a proof of it
            let risen: Vec<f64> = prices.of_row.iter().zip(&before).map(|(now, before)| now - before).collect();
            if risen.len() == rows.len() && (dual.proves_empty(&risen) || dual.proves_empty(&prices.of_row)) {
                prices.prove_clash = true;
                break;
            }
            before.clone_from(&prices.of_row);
        }
        for _ in 0..NEWTON {
            if broken <= tolerance {
                break;
            }
            let Some(next) = dual.newton(prices, broken) else { break };
            broken = next;
        }
        if broken > tolerance {
            for row in 0..rows.len() {
                dual.mend(row, prices);
            }
            dual.shift(prices);
            broken = dual.broken_by(prices);
        }
        round += 1;
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
    scale: f64,
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

    /// Whether prices prove that no plan within the bounds keeps all rows (Farkas): what they charge is more than the rows allow, wherever
    /// the variables are.
    fn proves_empty(&self, prices: &[f64]) -> bool {
        let mut charged = vec![0.0; self.point.len()];
        self.rows.charge(prices, &mut charged);
        let least: f64 = (charged.iter().zip(self.lower.iter().zip(self.upper)))
            .map(|(&credit, (&lower, &upper))| (-credit * lower).min(-credit * upper))
            .sum();
        let allowed = self.rows.worth(prices);
        let weight: f64 = prices.iter().map(|price| price.abs()).sum();
        least - allowed > PROVED * weight * self.scale
    }

    /// Value of the dual problem: half the squared way of the point, and what the prices charge beyond what the rows allow.
    fn value(&self, prices: &[f64], shifted: &[f64]) -> f64 {
        let mut charged = 0.0;
        let mut way = 0.0;
        for (i, &y) in self.point.iter().enumerate() {
            let x = self.clamped(i, shifted[i]);
            way += (x - y) * (x - y);
            charged += (y - shifted[i]) * x;
        }
        0.5 * way + charged - self.rows.worth(prices)
    }

    /// One step of Newton's method on the rows that bind, halved until the dual problem's value rises. Gives what is broken after it; the prices
    /// stay, and there is none, where no step is of use.
    fn newton(&self, prices: &mut Multipliers, broken: f64) -> Option<f64> {
        let rows = self.rows;
        let count = rows.len();
        {
            let Multipliers {
                of_row,
                shifted,
                saved,
                lacking,
                step,
                ..
            } = prices;
            saved.clear();
            saved.extend_from_slice(of_row);
            lacking.clear();
            for r in 0..count {
                // a row whose variables all stand on their bounds has no say in a small step
                let has_free = || rows.terms(r).any(|(i, _)| self.is_free(i, shifted[i]));
                let lacks = self.lacks(r, of_row[r], shifted);
                let binds = (of_row[r] != 0.0 || lacks != 0.0) && has_free();
                lacking.push(if binds { lacks } else { f64::NAN });
            }
            let active: Vec<usize> = (0..count).filter(|&r| !lacking[r].is_nan()).collect();
            step.clear();
            step.resize(count, 0.0);
            let right: Vec<f64> = active.iter().map(|&r| lacking[r]).collect();
            let system = Envelope::new(rows, &active, |i| self.is_free(i, shifted[i]));
            for (&r, solved) in active.iter().zip(system.solve(right)) {
                step[r] = solved;
            }
        }
        let before = self.value(&prices.of_row, &prices.shifted);
        let promised: f64 = prices
            .lacking
            .iter()
            .zip(&prices.step)
            .filter(|(lacks, _)| !lacks.is_nan())
            .map(|(lacks, step)| lacks * step)
            .sum();
        if promised.is_nan() || promised <= 0.0 {
            return None;
        }
        // as far as the first price that changes its side: limits that cannot bind together let go of one another there
        let side = |r: usize| {
            let (old, step) = (prices.saved[r], prices.step[r]);
            let changes = rows.least[r] != rows.most[r] && old != 0.0 && old * (old + step) < 0.0;
            if changes { -old / step } else { 1.0 }
        };
        let first_side = (0..count).map(side).fold(1.0, f64::min);
        let mut length = 1.0;
        for attempt in 0..HALVED {
            if attempt == 1 && first_side < 1.0 {
                length = first_side;
            }
            for r in 0..count {
                let (old, step) = (prices.saved[r], prices.step[r]);
                let next = old + length * step;
                // a price that changes its side is none; one that begins stands on the side that is broken
                let keeps_side = rows.least[r] == rows.most[r]
                    || if old == 0.0 {
                        next * prices.lacking[r] >= 0.0
                    } else {
                        next * old > ROUNDED * old * old
                    };
                prices.of_row[r] = if keeps_side { next } else { 0.0 };
            }
            self.shift(prices);
            let rises = self.value(&prices.of_row, &prices.shifted) >= before + SUFFICIENT * length * promised;
            // near the end the value has no digits left to rise in
            if rises || broken < CLOSE * self.scale {
                let next = self.broken_by(prices);
                if rises || next < 0.5 * broken {
                    return Some(next);
                }
            }
            length *= 0.5;
        }
        prices.of_row.copy_from_slice(&prices.saved);
        self.shift(prices);
        None
    }
}
