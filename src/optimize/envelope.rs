//! The linear system of rows that bind: `A D Aᵀ · step = lacks`, `D` the directions in which variables are free, by Cholesky's method.
//!
//! Rows of few variables (from one period to the next) come first and rows of many (a group, the budget) last, so that each
//! row of the factor begins near its diagonal but for the few long ones: what stands before that beginning, the envelope, stays 0.

use super::chains::Nearest;
use super::rows::Rows;

/// A row of more variables than this is a long one.
const LONG: usize = 8;
/// A pivot of no more than this share of its diagonal is rounding: rows that say the same. The step along them is then as long as can be,
/// and is cut where the first price changes its side.
const LIFTED: f64 = 1e-13;

/// What a weighted sum of a direction loses by rounding: a row in which its parts cancel has no say there.
const CANCELLED: f64 = 1e-12;

/// The rows along each direction in which variables are free: a variable by itself, or several that their ramps tie together.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    /// Where each direction's rows begin; one more entry than directions.
    starts: Vec<usize>,
    /// Rows, and what a step of length 1 along the direction adds to their sums.
    entries: Vec<(usize, f64)>,
    /// Whether any direction moves a row.
    has_say: Vec<bool>,
}

impl Columns {
    /// The directions at a nearest plan.
    pub(super) fn gather(&mut self, rows: &Rows, nearest: &Nearest) {
        self.starts.clear();
        self.starts.push(0);
        self.entries.clear();
        self.has_say.clear();
        self.has_say.resize(rows.len(), false);
        let (weight, joined) = (&nearest.weight, &nearest.joined);
        let mut ends = 0;
        for i in (0..weight.len()).filter(|&i| weight[i] != 0.0) {
            let begins = ends;
            self.entries.extend(rows.column(i).map(|(r, by)| (r, by * weight[i])));
            if joined[i] {
                continue;
            }
            if i > 0 && joined[i - 1] {
                self.merge(begins);
            }
            ends = self.entries.len();
            for &(r, _) in &self.entries[begins..] {
                self.has_say[r] = true;
            }
            self.starts.push(ends);
        }
    }

    /// Adds up the entries of one row from `begins` on.
    fn merge(&mut self, begins: usize) {
        let entries = &mut self.entries[begins..];
        entries.sort_unstable_by_key(|entry| entry.0);
        let mut kept = begins;
        let mut at = begins;
        while at < self.entries.len() {
            let row = self.entries[at].0;
            let (mut sum, mut size) = (0.0, 0.0);
            while at < self.entries.len() && self.entries[at].0 == row {
                sum += self.entries[at].1;
                size += self.entries[at].1.abs();
                at += 1;
            }
            if sum.abs() > CANCELLED * size {
                self.entries[kept] = (row, sum);
                kept += 1;
            }
        }
        self.entries.truncate(kept);
    }

    /// Whether a step in some direction moves the row.
    pub(super) fn has_say(&self, row: usize) -> bool {
        self.has_say[row]
    }

    fn directions(&self) -> impl Iterator<Item = &[(usize, f64)]> {
        self.starts.windows(2).map(|ends| &self.entries[ends[0]..ends[1]])
    }
}

/// A factor in its envelope.
pub(super) struct Envelope {
    /// Places of the given rows in the order of the factor.
    order: Vec<usize>,
    /// The first column of each row of the factor, and where its entries begin.
    first: Vec<usize>,
    starts: Vec<usize>,
    entries: Vec<f64>,
}

impl Envelope {
    /// The factor for the `active` rows in these directions.
    pub(super) fn new(rows: &Rows, active: &[usize], columns: &Columns) -> Self {
        let mut order: Vec<usize> = (0..active.len()).collect();
        let is_long = |k: usize| rows.length(active[k]) > LONG;
        order.sort_by_key(|&k| (is_long(k), k));
        let mut place = vec![usize::MAX; rows.len()];
        for (at, &k) in order.iter().enumerate() {
            place[active[k]] = at;
        }
        let mut first: Vec<usize> = (0..active.len()).collect();
        for column in columns.directions() {
            if let Some(least) = placed(column, &place).map(|(at, _)| at).min() {
                for (at, _) in placed(column, &place) {
                    first[at] = first[at].min(least);
                }
            }
        }
        let mut starts = vec![0];
        for (at, &first) in first.iter().enumerate() {
            starts.push(starts[at] + at - first + 1);
        }
        let mut system = Self {
            entries: vec![0.0; starts[active.len()]],
            order,
            first,
            starts,
        };
        for column in columns.directions() {
            for (at, weight) in placed(column, &place) {
                for (other, by) in placed(column, &place).filter(|(other, _)| *other <= at) {
                    let entry = system.place(at, other);
                    system.entries[entry] += weight * by;
                }
            }
        }
        system.factor();
        system
    }

    fn place(&self, row: usize, column: usize) -> usize {
        self.starts[row] + column - self.first[row]
    }

    fn factor(&mut self) {
        for row in 0..self.order.len() {
            let diagonal = self.entries[self.place(row, row)];
            for column in self.first[row]..=row {
                let from = self.first[row].max(self.first[column]);
                let (a, b) = (self.place(row, from), self.place(column, from));
                let count = column - from;
                let known: f64 = self.entries[a..a + count]
                    .iter()
                    .zip(&self.entries[b..b + count])
                    .map(|(a, b)| a * b)
                    .sum();
                let place = self.place(row, column);
                let left = self.entries[place] - known;
                self.entries[place] = if column < row {
                    left / self.entries[self.place(column, column)]
                } else {
                    left.max(LIFTED * diagonal).max(f64::MIN_POSITIVE).sqrt()
                };
            }
        }
    }

    /// The solution for a right side, in the order of the rows that were given.
    pub(super) fn solve(&self, right: Vec<f64>) -> Vec<f64> {
        let count = self.order.len();
        let mut solution: Vec<f64> = self.order.iter().map(|&k| right[k]).collect();
        for row in 0..count {
            let entries = &self.entries[self.starts[row]..self.starts[row + 1] - 1];
            let known: f64 = entries
                .iter()
                .zip(&solution[self.first[row]..row])
                .map(|(entry, x)| entry * x)
                .sum();
            solution[row] = (solution[row] - known) / self.entries[self.place(row, row)];
        }
        for row in (0..count).rev() {
            solution[row] /= self.entries[self.place(row, row)];
            let known = solution[row];
            let entries = &self.entries[self.starts[row]..self.starts[row + 1] - 1];
            for (entry, x) in entries.iter().zip(&mut solution[self.first[row]..row]) {
                *x -= entry * known;
            }
        }
        let mut given = right;
        for (&k, x) in self.order.iter().zip(solution) {
            given[k] = x;
        }
        given
    }
}

/// The rows of a direction that have a place in the factor, with their weights.
fn placed<'a>(column: &'a [(usize, f64)], place: &'a [usize]) -> impl Iterator<Item = (usize, f64)> + 'a {
    column
        .iter()
        .map(|&(r, weight)| (place[r], weight))
        .filter(|(at, _)| *at != usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::feasible::Budget;
    use super::super::rows::Row;
    use super::*;

    #[test]
    fn solves_the_system_of_rows_short_and_long() {
        // Ramps of twelve periods below a budget: held against the product A D Aᵀ by hand.
        let n = 12;
        let ramps: Vec<Row> = (1..n)
            .map(|t| Row {
                terms: vec![(t - 1, -1.25), (t, 1.0)],
                least: f64::NEG_INFINITY,
                most: 0.0,
            })
            .collect();
        let rows = Rows::new(n, Budget::Exactly(1.0), &ramps);
        let active: Vec<usize> = (0..rows.len()).filter(|r| r % 4 != 3).collect();
        let is_free = |i: usize| i != 5;
        let right: Vec<f64> = (0..active.len()).map(|k| 1.0 + (k * k % 7) as f64).collect();
        let mut nearest = Nearest::default();
        nearest.fit(n);
        for i in (0..n).filter(|&i| is_free(i)) {
            nearest.weight[i] = 1.0;
        }
        let mut columns = Columns::default();
        columns.gather(&rows, &nearest);
        let solved = Envelope::new(&rows, &active, &columns).solve(right.clone());
        let mut spread = vec![0.0; n];
        for (&r, x) in active.iter().zip(&solved) {
            for (i, weight) in rows.terms(r).filter(|(i, _)| is_free(*i)) {
                spread[i] += weight * x;
            }
        }
        for (&r, right) in active.iter().zip(right) {
            let product: f64 = rows.terms(r).map(|(i, weight)| weight * spread[i]).sum();
            // a dozen equations of well-apart rows
            assert!((product - right).abs() < 1e-10, "row {r}: {product} for {right}");
        }
    }
}
