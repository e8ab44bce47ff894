//! The nearest plan that keeps sums (groups, quarters, totals) together with budget, bounds and ramps.
//!
//! The nearest point of the set is the nearest one of bounds and chains to `point - Σ price · weight`, with one price for each row (the budget is a
//! row too), and the prices solve the dual problem: each row in turn gets the price that mends it, exactly (cyclic coordinate ascent), and where it
//! is clear which rows bind and which variables are free, Newton's method ends it in a few steps, for the system is piecewise linear.

use super::chains::{Chains, Nearest};
use super::envelope::{Columns, Envelope};
use super::feasible::FeasibleSet;
use super::rows::{Rows, beyond};

mod mend;

/// Multipliers of the rows, from one projection to the next: the next one as a rule begins near the last.
#[derive(Debug, Clone, Default)]
pub struct Multipliers {
    /// Price of each row, the budget's first; in money, for it is a shift of variables.
    pub(super) of_row: Vec<f64>,
    /// The point less all prices.
    pub(super) shifted: Vec<f64>,
    /// Whether they prove that no plan keeps all rows.
    pub(super) prove_clash: bool,
    /// The nearest plan of bounds and chains to that.
    pub(super) nearest: Nearest,
    saved: Vec<f64>,
    /// What each row that binds lacks; not a number for the others.
    lacking: Vec<f64>,
    step: Vec<f64>,
    columns: Columns,
    /// The shifted point where one row has no price, variable by variable of the row.
    without: Vec<f64>,
    /// The chains that a row touches, and its weights by variables; all 0 between two rows.
    touched: Vec<usize>,
    weights: Vec<f64>,
}

impl Multipliers {
    /// Begins anew, at a plan that needs no prices.
    pub(super) fn rest(&mut self, rows: usize, x: &[f64]) {
        self.of_row.clear();
        self.of_row.resize(rows, 0.0);
        self.shifted.clear();
        self.shifted.extend_from_slice(x);
    }
}

/// A row is kept when it is broken by no more than this share of the money about: what a sum of many amounts loses by rounding.
const KEPT: f64 = 2e-14;
/// What prices charge beyond what the rows allow, as a share of the money about, that is no rounding.
const PROVED: f64 = 1e-10;
/// Prices that are so many times the money about are far out: what limits lack shows there, and the rounding of the sums does not.
const FAR_OUT: f64 = 1e9;
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
/// Longest step of a price, in units of the money about.
const LONGEST: f64 = 4.0;
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
        chains: set.chains(),
        point,
        scale: set.scale(),
    };
    prices.nearest.fit(set.dimension());
    prices.weights.resize(set.dimension(), 0.0);
    // what the sum of so many amounts loses grows like the root of their number
    let many = (set.dimension() as f64 / 256.0).sqrt().max(1.0);
    let tolerance = KEPT * many * set.scale().max(f64::MIN_POSITIVE);
    dual.shift(prices);
    let mut broken = dual.broken_by(prices);
    let mut round = 0;
    let mut before = Vec::new();
    while broken > tolerance && round < rounds {
        if round % PROOF == 0 {
            // prices of limits that clash grow for ever, in the end along a proof of it
            let risen: Vec<f64> = prices.of_row.iter().zip(&before).map(|(now, before)| now - before).collect();
            let reached = prices.of_row.clone();
            if risen.len() == rows.len() && (dual.proves_empty(&risen, prices) || dual.proves_empty(&reached, prices)) {
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
    dual.point.copy_from_slice(&prices.nearest.x);
    broken
}

/// The dual problem of a projection.
struct Dual<'a> {
    lower: &'a [f64],
    upper: &'a [f64],
    rows: &'a Rows,
    chains: &'a Chains,
    point: &'a mut [f64],
    scale: f64,
}

impl Dual<'_> {
    /// `shifted = point - Σ price · weight`, anew: what updates lose by rounding is gone. And the nearest plan to it.
    fn shift(&self, prices: &mut Multipliers) {
        prices.shifted.clear();
        prices.shifted.extend_from_slice(self.point);
        self.rows.charge(&prices.of_row, &mut prices.shifted);
        let (shifted, nearest) = (&prices.shifted, &mut prices.nearest);
        if self.chains.is_empty() {
            for i in 0..shifted.len() {
                self.settle(i, shifted[i], nearest);
            }
            return;
        }
        for i in (0..shifted.len()).filter(|&i| self.chains.of_variable(i).is_none()) {
            self.settle(i, shifted[i], nearest);
        }
        for chain in 0..self.chains.list().len() {
            self.chains.project(chain, shifted, nearest);
        }
    }

    /// The nearest value of a variable that is in no chain.
    fn settle(&self, i: usize, x: f64, nearest: &mut Nearest) {
        let is_free = x > self.lower[i] && x < self.upper[i];
        nearest.x[i] = x.max(self.lower[i]).min(self.upper[i]);
        nearest.weight[i] = f64::from(u8::from(is_free));
    }

    /// What row `r` lacks at the prices: a row with a price has to stand on the side of that price.
    fn lacks(&self, r: usize, price: f64, x: &[f64]) -> f64 {
        let sum = self.rows.sum(r, |i| x[i]);
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
            .map(|r| self.lacks(r, prices.of_row[r], &prices.nearest.x).abs())
            .fold(0.0, f64::max)
    }

    /// Whether prices prove that no plan within the bounds and chains keeps all rows (Farkas): what they charge is more than the rows allow,
    /// wherever the variables are.
    fn proves_empty(&self, direction: &[f64], prices: &mut Multipliers) -> bool {
        let weight: f64 = direction.iter().map(|price| price.abs()).sum();
        if !self.chains.is_empty() {
            return weight > 0.0 && self.rises_for_ever(direction, FAR_OUT * self.scale / weight, prices);
        }
        let mut charged = vec![0.0; self.point.len()];
        self.rows.charge(direction, &mut charged);
        let least: f64 = (charged.iter().zip(self.lower.iter().zip(self.upper)))
            .map(|(&credit, (&lower, &upper))| (-credit * lower).min(-credit * upper))
            .sum();
        let allowed = self.rows.worth(direction);
        least - allowed > PROVED * weight * self.scale
    }

    /// Whether the dual problem's value, far out in a direction, is more than half the squared way to any plan within the bounds: then there
    /// is no plan at the end of the way.
    fn rises_for_ever(&self, direction: &[f64], length: f64, prices: &mut Multipliers) -> bool {
        let reached = prices.of_row.clone();
        for (price, step) in prices.of_row.iter_mut().zip(direction) {
            *price = length * step;
        }
        self.shift(prices);
        let value = self.value(prices);
        prices.of_row = reached;
        self.shift(prices);
        let ends = self.point.iter().zip(self.lower.iter().zip(self.upper));
        let longest: f64 = ends.map(|(y, (l, u))| ((y - l) * (y - l)).max((y - u) * (y - u))).sum();
        // prices a billion times as large as the money about leave a value of seven digits
        value > longest + 1e-5 * self.scale * self.scale
    }

    /// Value of the dual problem: half the squared way of the point, and what the prices charge beyond what the rows allow.
    fn value(&self, prices: &Multipliers) -> f64 {
        let mut charged = 0.0;
        let mut way = 0.0;
        for (i, &y) in self.point.iter().enumerate() {
            let x = prices.nearest.x[i];
            way += (x - y) * (x - y);
            charged += (y - prices.shifted[i]) * x;
        }
        0.5 * way + charged - self.rows.worth(&prices.of_row)
    }

    /// One step of Newton's method on the rows that bind, halved until the dual problem's value rises. Gives what is broken after it; the prices
    /// stay, and there is none, where no step is of use.
    fn newton(&self, prices: &mut Multipliers, broken: f64) -> Option<f64> {
        let rows = self.rows;
        let count = rows.len();
        {
            let Multipliers {
                of_row,
                saved,
                lacking,
                step,
                nearest,
                columns,
                ..
            } = prices;
            columns.gather(rows, nearest);
            saved.clear();
            saved.extend_from_slice(of_row);
            lacking.clear();
            for r in 0..count {
                // a row whose variables all stand on their bounds has no say in a small step
                let lacks = self.lacks(r, of_row[r], &nearest.x);
                let binds = (of_row[r] != 0.0 || lacks != 0.0) && columns.has_say(r);
                lacking.push(if binds { lacks } else { f64::NAN });
            }
            let active: Vec<usize> = (0..count).filter(|&r| !lacking[r].is_nan()).collect();
            step.clear();
            step.resize(count, 0.0);
            let right: Vec<f64> = active.iter().map(|&r| lacking[r]).collect();
            let system = Envelope::new(rows, &active, columns);
            for (&r, solved) in active.iter().zip(system.solve(right)) {
                step[r] = solved;
            }
        }
        let before = self.value(prices);
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
        // rows that ask the same variables for different sums make a step as long as can be: beyond a few times the money about nothing changes
        let longest = prices.step.iter().fold(0.0, |most: f64, step| most.max(step.abs()));
        let mut length = (LONGEST * self.scale / longest).min(1.0);
        for attempt in 0..HALVED {
            if attempt == 1 && first_side < length {
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
            let rises = self.value(prices) >= before + SUFFICIENT * length * promised;
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
