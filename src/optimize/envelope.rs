//! The linear system of rows that bind: `A D Aᵀ · step = lacks`, `D` the variables that are free, by Cholesky's method.
//!
//! Rows of few variables (from one period to the next) come first and rows of many (a group, the budget) last, so that each
//! row of the factor begins near its diagonal but for the few long ones: what stands before that beginning, the envelope, stays 0.

use super::coupled::Rows;

/// A row of more variables than this is a long one.
const LONG: usize = 8;
/// A pivot of no more than this share of its diagonal is rounding: rows that say the same. The step along them is then as long as can be,
/// and is cut where the first price changes its side.
const LIFTED: f64 = 1e-13;

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
    /// The factor for the `active` rows; `is_free` tells which variables count.
    pub(super) fn new(rows: &Rows, active: &[usize], is_free: impl Fn(usize) -> bool) -> Self {
        let mut order: Vec<usize> = (0..active.len()).collect();
        let is_long = |k: usize| rows.length(active[k]) > LONG;
        order.sort_by_key(|&k| (is_long(k), k));
        let mut place = vec![usize::MAX; rows.len()];
        for (at, &k) in order.iter().enumerate() {
            place[active[k]] = at;
        }
        let mut first: Vec<usize> = (0..active.len()).collect();
        let variables = || (0..rows.dimension()).filter(|&i| is_free(i));
        let column = |i: usize| {
            rows.column(i)
                .map(|(r, weight)| (place[r], weight))
                .filter(|(at, _)| *at != usize::MAX)
        };
        for i in variables() {
            if let Some(least) = column(i).map(|(at, _)| at).min() {
                for (at, _) in column(i) {
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
        for i in variables() {
            for (at, weight) in column(i) {
                for (other, by) in column(i).filter(|(other, _)| *other <= at) {
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

#[cfg(test)]
mod tests {
    use super::super::coupled::Row;
    use super::super::feasible::Budget;
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
        let solved = Envelope::new(&rows, &active, is_free).solve(right.clone());
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
