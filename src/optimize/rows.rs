//! Rows: limits on weighted sums of variables, and all rows of a set with the budget as the first.

use super::feasible::Budget;

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
    pub(super) least: Vec<f64>,
    pub(super) most: Vec<f64>,
    /// The same by variables: where the rows of each begin, the rows, and its weights in them.
    column_starts: Vec<usize>,
    column_rows: Vec<usize>,
    column_weights: Vec<f64>,
}

impl Rows {
    /// The budget of `n` variables and these rows.
    pub(super) fn new(n: usize, budget: Budget, rows: &[Row]) -> Self {
        let mut all = Self::default();
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

    /// Number of variables in a row.
    pub(super) fn length(&self, row: usize) -> usize {
        self.starts[row + 1] - self.starts[row]
    }

    /// Whether a sum is within the bounds of a row, but for the rounding of a sum of many amounts.
    pub(super) fn has_room(&self, row: usize, sum: f64) -> bool {
        let rounding = 1e-12 * sum.abs().max(1.0);
        self.least[row] - rounding <= sum && sum <= self.most[row] + rounding
    }

    /// Number of entries of all rows.
    pub(super) fn entries(&self) -> usize {
        self.variables.len()
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

    pub(super) fn sum(&self, row: usize, x: impl Fn(usize) -> f64) -> f64 {
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
pub(super) fn beyond(sum: f64, least: f64, most: f64) -> f64 {
    if sum > most {
        sum - most
    } else if sum < least {
        sum - least
    } else {
        0.0
    }
}
