//! The plans that are allowed: every spend within its bounds, all of them together within one budget and within whatever rows there are.

use thiserror::Error;

use super::chains::{Chain, Chains};
use super::coupled::{self, Multipliers};
use super::rows::{Row, Rows};

mod on_budget;

/// How much of the budget has to be spent (money).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Budget {
    /// All of it.
    Exactly(f64),
    /// As much as pays.
    AtMost(f64),
}

impl Budget {
    /// The amount (money).
    #[must_use]
    pub fn amount(self) -> f64 {
        match self {
            Self::Exactly(amount) | Self::AtMost(amount) => amount,
        }
    }
}

/// Why no plan is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum Infeasible {
    /// The two lists of bounds differ in length.
    #[error("{lower} lower bounds but {upper} upper bounds")]
    Shape { lower: usize, upper: usize },
    /// A lower bound that is not finite, an upper bound or a budget that is not a number.
    #[error("limit {index} is not a number: {lower} to {upper}")]
    NotANumber { index: usize, lower: f64, upper: f64 },
    /// The budget is not finite.
    #[error("the budget is not a finite number: {budget}")]
    BudgetNotFinite { budget: f64 },
    /// A lower bound above its upper bound (money).
    #[error("limit {index}: its minimum {lower} is above its maximum {upper}")]
    Crossed { index: usize, lower: f64, upper: f64 },
    /// Even the smallest spends cost more than the budget, by `excess` (money).
    #[error("the minimums add up to {sum}, {excess} above the budget of {budget}")]
    MinimumsAboveBudget { sum: f64, budget: f64, excess: f64 },
    /// Even the largest spends leave `shortfall` of the budget unspent (money).
    #[error("the maximums add up to {sum}, {shortfall} below the budget of {budget} that has to be spent")]
    MaximumsBelowBudget { sum: f64, budget: f64, shortfall: f64 },
    /// The rows clash with the bounds, the budget or one another; the nearest plan breaks a row by this much (money). Where that is not proved, a
    /// plan may have been missed.
    #[error("no plan keeps all limits: the nearest one breaks a limit by {broken}")]
    Rows { broken: f64, is_proved: bool },
}

/// Sums of money that differ by less than this share count as equal: a budget of 52 × 0.1 is one of 5.2.
pub(super) const SAME_SUM: f64 = 1e-12;
/// The same of weighted sums: the prices of many rows are not found to the last digit.
const SAME_ROW: f64 = 1e-11;
/// A row broken by more than this share of the money about, after all rounds, is broken for good.
const CLASHES: f64 = 1e-9;

/// Tenths of the way that are tried for a projection that takes long.
const NEARER: usize = 8;

/// A point farther out than this projects like one at this distance: sums of such amounts stay finite.
const FAR: f64 = 1e200;

/// `lower ≤ x ≤ upper`, `Σ x = B` or `Σ x ≤ B`, rows `least ≤ Σ weight · x ≤ most` and chains of ramps; never empty. All
/// in one unit of money.
#[derive(Debug, Clone, PartialEq)]
pub struct FeasibleSet {
    lower: Vec<f64>,
    upper: Vec<f64>,
    /// The upper bound that the budget leaves: all other variables at their lower bounds.
    reach: Vec<f64>,
    budget: Budget,
    /// What is left of the budget above the lower bounds, as far as the bounds let it through (money).
    movable: f64,
    /// Money against which rounding errors of sums are measured.
    scale: f64,
    /// None where bounds and budget are all: then the budget alone is projected on in a simpler way.
    pub(super) rows: Rows,
    chains: Chains,
}

impl FeasibleSet {
    /// Bounds (shape `n` each; an upper bound may be `+∞`) and the budget (money).
    ///
    /// # Errors
    /// Where no plan is allowed: which sum clashes with the budget and by how much.
    pub fn new(lower: Vec<f64>, upper: Vec<f64>, budget: Budget) -> Result<Self, Infeasible> {
        check_bounds(&lower, &upper)?;
        let amount = budget.amount();
        if !amount.is_finite() {
            return Err(Infeasible::BudgetNotFinite { budget: amount });
        }
        let lower_sum = sum(&lower);
        let scale = amount.abs().max(lower.iter().map(|l| l.abs()).sum());
        if lower_sum - amount > SAME_SUM * scale {
            return Err(Infeasible::MinimumsAboveBudget {
                sum: lower_sum,
                budget: amount,
                excess: lower_sum - amount,
            });
        }
        let upper_sum = sum(&upper);
        if matches!(budget, Budget::Exactly(_)) && amount - upper_sum > SAME_SUM * scale {
            return Err(Infeasible::MaximumsBelowBudget {
                sum: upper_sum,
                budget: amount,
                shortfall: amount - upper_sum,
            });
        }
        let room = (amount - lower_sum).max(0.0);
        let reach: Vec<f64> = lower.iter().zip(&upper).map(|(&l, &u)| u.min(l + room)).collect();
        let movable = reach.iter().zip(&lower).map(|(u, l)| u - l).sum::<f64>().min(room);
        Ok(Self {
            lower,
            upper,
            reach,
            budget,
            movable,
            scale,
            rows: Rows::default(),
            chains: Chains::default(),
        })
    }

    /// The same plans, those that break a row left out.
    ///
    /// # Errors
    /// Where none is left.
    pub fn with_rows(self, rows: &[Row]) -> Result<Self, Infeasible> {
        self.with_limits(rows, &[])
    }

    /// The same plans, those that break a row or a ramp of a chain left out. No variable may be in two chains.
    ///
    /// # Errors
    /// Where none is left.
    pub fn with_limits(mut self, rows: &[Row], chains: &[Chain]) -> Result<Self, Infeasible> {
        if rows.is_empty() && chains.is_empty() {
            return Ok(self);
        }
        self.rows = Rows::new(self.dimension(), self.budget, rows);
        self.check_rows(chains)
    }

    /// [`Self::with_limits`] where it is known that a plan is left; `None` where a chain has none within its bounds.
    pub(super) fn with_limits_unseen(mut self, rows: &[Row], chains: &[Chain]) -> Option<Self> {
        self.rows = Rows::new(self.dimension(), self.budget, rows);
        self.chains = Chains::within(chains, &self.lower, &self.reach, SAME_ROW * self.scale).ok()?;
        Some(self)
    }

    fn check_rows(mut self, chains: &[Chain]) -> Result<Self, Infeasible> {
        if self.rows.is_empty() {
            return Ok(self);
        }
        self.chains = Chains::within(chains, &self.lower, &self.reach, SAME_ROW * self.scale)
            .map_err(|broken| Infeasible::Rows { broken, is_proved: true })?;
        let mut middle: Vec<f64> = self.lower.iter().zip(&self.reach).map(|(l, u)| f64::midpoint(*l, *u)).collect();
        let mut prices = Multipliers::default();
        let broken = self.project_from(&mut middle, &mut prices);
        if broken > CLASHES * self.scale {
            return Err(Infeasible::Rows {
                broken,
                is_proved: prices.prove_clash,
            });
        }
        Ok(self)
    }

    /// The plans within the same budget, rows and chains, but other bounds.
    ///
    /// # Errors
    /// Where there is none.
    pub fn with_bounds(&self, lower: Vec<f64>, upper: Vec<f64>) -> Result<Self, Infeasible> {
        let mut set = Self::new(lower, upper, self.budget)?;
        set.rows = self.rows.clone();
        set.check_rows(self.chains.list())
    }

    /// Whether there are rows or chains beside bounds and budget.
    #[must_use]
    pub fn has_rows(&self) -> bool {
        !self.rows.is_empty()
    }

    /// The chains.
    pub(super) fn chains(&self) -> &Chains {
        &self.chains
    }

    /// Money against which rounding errors of sums are measured.
    pub(super) fn scale(&self) -> f64 {
        self.scale
    }

    /// Number of variables `n`.
    #[must_use]
    pub fn dimension(&self) -> usize {
        self.lower.len()
    }

    /// Lower bounds (shape `n`, money).
    #[must_use]
    pub fn lower(&self) -> &[f64] {
        &self.lower
    }

    /// Upper bounds as they were given (shape `n`, money).
    #[must_use]
    pub fn upper(&self) -> &[f64] {
        &self.upper
    }

    /// Upper bounds that the budget leaves, always finite (shape `n`, money).
    #[must_use]
    pub fn reach(&self) -> &[f64] {
        &self.reach
    }

    /// The budget.
    #[must_use]
    pub fn budget(&self) -> Budget {
        self.budget
    }

    /// What can be moved at all: the budget less the lower bounds, and no more than the bounds let through (money).
    #[must_use]
    pub fn movable(&self) -> f64 {
        self.movable
    }

    /// An amount too small to matter to a variable: a billionth of the mean spend (money).
    #[must_use]
    pub fn grain(&self) -> f64 {
        1e-9 * self.scale / self.dimension().max(1) as f64
    }

    /// Whether `x` keeps every bound exactly, the budget to 1e-12 of it, and every row and ramp to 1e-11 of it.
    #[must_use]
    pub fn contains(&self, x: &[f64]) -> bool {
        let within = x.len() == self.dimension() && x.iter().zip(self.lower.iter().zip(&self.upper)).all(|(x, (l, u))| l <= x && x <= u);
        within && self.keeps_budget(x) && self.rows.broken_by(x).max(self.chains.broken_by(x)) <= SAME_ROW * self.scale
    }

    fn keeps_budget(&self, x: &[f64]) -> bool {
        let over = sum(x) - self.budget.amount();
        match self.budget {
            Budget::Exactly(_) => over.abs() <= SAME_SUM * self.scale,
            Budget::AtMost(_) => over <= SAME_SUM * self.scale,
        }
    }

    /// What is left unspent at `x` (money); 0 where the budget is to be spent in full.
    #[must_use]
    pub fn unspent(&self, x: &[f64]) -> f64 {
        match self.budget {
            Budget::Exactly(_) => 0.0,
            Budget::AtMost(amount) => (amount - sum(x)).max(0.0),
        }
    }

    /// Moves `point` to the nearest plan that is allowed. A point that is allowed already stays as it is, to the bit. A NaN counts as a
    /// lower bound.
    ///
    /// # Panics
    /// If `point` has another shape than the bounds.
    pub fn project(&self, point: &mut [f64]) {
        self.project_from(point, &mut Multipliers::default());
    }

    /// [`Self::project`] from the prices of a projection before, which it leaves behind anew. Gives the money by which a row is still broken,
    /// beyond rounding only where the set is empty.
    ///
    /// # Panics
    /// As [`Self::project`].
    pub fn project_from(&self, point: &mut [f64], prices: &mut Multipliers) -> f64 {
        self.project_in(point, prices, coupled::ROUNDS)
    }

    /// Moves `target` to an allowed plan on its side of `current`, an allowed one: to the nearest one as a rule; where many rows make that
    /// long to find, to the nearest one of a point on the way to it.
    pub(super) fn project_towards(&self, current: &[f64], target: &mut [f64], prices: &mut Multipliers) {
        if !self.has_rows() {
            self.project_from(target, prices);
            return;
        }
        let mut wanted = target.to_vec();
        for _ in 0..NEARER {
            let broken = self.project_in(target, prices, coupled::FEW_ROUNDS);
            if broken <= SAME_ROW * self.scale {
                return;
            }
            for (wanted, current) in wanted.iter_mut().zip(current) {
                *wanted = current + 0.1 * (*wanted - current);
            }
            target.copy_from_slice(&wanted);
            *prices = Multipliers::default();
        }
        target.copy_from_slice(current);
    }

    fn project_in(&self, point: &mut [f64], prices: &mut Multipliers, rounds: usize) -> f64 {
        assert_eq!(point.len(), self.dimension(), "a point has one amount for each variable");
        if self.contains(point) {
            prices.rest(self.rows.len(), point);
            return 0.0;
        }
        if self.rows.is_empty() {
            for (x, l) in point.iter_mut().zip(&self.lower) {
                *x = if x.is_nan() { *l } else { x.clamp(-FAR, FAR) };
            }
            self.project_on_budget(point);
            return 0.0;
        }
        // What lies further out than all money there is counts for no more, or its digits would drown those of the sums.
        let far = self.scale;
        for (x, (l, u)) in point.iter_mut().zip(self.lower.iter().zip(&self.reach)) {
            *x = if x.is_nan() { *l } else { x.max(l - far).min(u + far) };
        }
        coupled::project(self, &self.rows, point, prices, rounds)
    }

    /// Spreads what rounding left over, so that the sum is right to a few units in the last place; bounds stay exact. Rows know no such
    /// rest: between two plans that keep them all do.
    pub(super) fn settle_sum(&self, x: &mut [f64]) {
        if self.has_rows() {
            return;
        }
        let amount = self.budget.amount();
        for (x, (l, u)) in x.iter_mut().zip(self.lower.iter().zip(&self.upper)) {
            *x = x.max(*l).min(*u);
        }
        for _ in 0..50 {
            let missing = amount - sum(x);
            let settled = missing.abs() <= 4.0 * f64::EPSILON * self.scale;
            if settled || (missing > 0.0 && matches!(self.budget, Budget::AtMost(_))) {
                return;
            }
            let has_room = |x: f64, l: f64, u: f64| if missing > 0.0 { x < u } else { x > l };
            let bounds = || self.lower.iter().zip(&self.upper);
            let movable = x.iter().zip(bounds()).filter(|(x, (l, u))| has_room(**x, **l, **u)).count();
            if movable == 0 {
                return;
            }
            let share = missing / movable as f64;
            for (x, (l, u)) in x.iter_mut().zip(bounds()) {
                if has_room(*x, *l, *u) {
                    *x = (*x + share).max(*l).min(*u);
                }
            }
        }
    }
}

fn check_bounds(lower: &[f64], upper: &[f64]) -> Result<(), Infeasible> {
    if lower.len() != upper.len() {
        return Err(Infeasible::Shape {
            lower: lower.len(),
            upper: upper.len(),
        });
    }
    for (index, (&lower, &upper)) in lower.iter().zip(upper).enumerate() {
        if !lower.is_finite() || upper.is_nan() {
            return Err(Infeasible::NotANumber { index, lower, upper });
        }
        if lower > upper {
            return Err(Infeasible::Crossed { index, lower, upper });
        }
    }
    Ok(())
}

/// Sum that keeps what rounding loses (Knuth's two-sum, in eight lanes): right to the last places for 100 000 amounts too.
pub(super) fn sum(amounts: &[f64]) -> f64 {
    const LANES: usize = 8;
    let (mut total, mut lost) = ([0.0_f64; LANES], [0.0_f64; LANES]);
    let mut add = |lane: usize, amount: f64| {
        let next = total[lane] + amount;
        let part = next - total[lane];
        lost[lane] += (total[lane] - (next - part)) + (amount - part);
        total[lane] = next;
    };
    let (whole, rest) = amounts.as_chunks::<LANES>();
    for chunk in whole {
        for (lane, &amount) in chunk.iter().enumerate() {
            add(lane, amount);
        }
    }
    for &amount in rest {
        add(0, amount);
    }
    let all: f64 = total.iter().sum();
    // The sums of the lanes lose little, and once only; an infinite bound has no loss to speak of.
    let lost: f64 = lost.iter().sum();
    if lost.is_finite() { all + lost } else { all }
}

#[cfg(test)]
mod tests;
