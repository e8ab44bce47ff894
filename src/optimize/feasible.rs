//! The plans that are allowed: every spend within its bounds, all of them together within one budget.

use thiserror::Error;

/// How much of the budget has to be spent [money].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Budget {
    /// All of it.
    Exactly(f64),
    /// As much as pays.
    AtMost(f64),
}

impl Budget {
    /// The amount [money].
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
    /// A lower bound above its upper bound [money].
    #[error("limit {index}: its minimum {lower} is above its maximum {upper}")]
    Crossed { index: usize, lower: f64, upper: f64 },
    /// Even the smallest spends cost more than the budget, by `excess` [money].
    #[error("the minimums add up to {sum}, {excess} above the budget of {budget}")]
    MinimumsAboveBudget { sum: f64, budget: f64, excess: f64 },
    /// Even the largest spends leave `shortfall` of the budget unspent [money].
    #[error("the maximums add up to {sum}, {shortfall} below the budget of {budget} that has to be spent")]
    MaximumsBelowBudget { sum: f64, budget: f64, shortfall: f64 },
}

/// Sums of money that differ by less than this share count as equal: a budget of 52 × 0.1 is one of 5.2.
const SAME_SUM: f64 = 1e-12;

/// A point farther out than this projects like one at this distance: sums of such amounts stay finite.
const FAR: f64 = 1e200;

/// `lower ≤ x ≤ upper` and `Σ x = B` or `Σ x ≤ B`; never empty. All in one unit of money, every variable with weight 1.
#[derive(Debug, Clone, PartialEq)]
pub struct FeasibleSet {
    lower: Vec<f64>,
    upper: Vec<f64>,
    /// The upper bound that the budget leaves: all other variables at their lower bounds.
    reach: Vec<f64>,
    budget: Budget,
    /// What is left of the budget above the lower bounds [money].
    room: f64,
    /// Money against which rounding errors of sums are measured.
    scale: f64,
}

impl FeasibleSet {
    /// Bounds (shape `n` each; an upper bound may be `+∞`) and the budget [money].
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
        let reach = lower.iter().zip(&upper).map(|(&l, &u)| u.min(l + room)).collect();
        Ok(Self {
            lower,
            upper,
            reach,
            budget,
            room,
            scale,
        })
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

    /// What can be moved at all: the budget less the lower bounds, and no more than the bounds let through [money].
    #[must_use]
    pub fn movable(&self) -> f64 {
        self.lower.iter().zip(&self.reach).map(|(l, u)| u - l).sum::<f64>().min(self.room)
    }

    /// An amount too small to matter to a variable: a billionth of the mean spend [money].
    #[must_use]
    pub fn grain(&self) -> f64 {
        1e-9 * self.scale / self.dimension().max(1) as f64
    }

    /// Whether `x` keeps every bound exactly and the budget to 1e-12 of it.
    #[must_use]
    pub fn contains(&self, x: &[f64]) -> bool {
        let within = x.len() == self.dimension() && x.iter().zip(self.lower.iter().zip(&self.upper)).all(|(x, (l, u))| l <= x && x <= u);
        within && {
            let over = sum(x) - self.budget.amount();
            match self.budget {
                Budget::Exactly(_) => over.abs() <= SAME_SUM * self.scale,
                Budget::AtMost(_) => over <= SAME_SUM * self.scale,
            }
        }
    }

    /// What is left unspent at `x` [money]; 0 where the budget is to be spent in full.
    #[must_use]
    pub fn unspent(&self, x: &[f64]) -> f64 {
        match self.budget {
            Budget::Exactly(_) => 0.0,
            Budget::AtMost(amount) => (amount - sum(x)).max(0.0),
        }
    }

    /// Moves `point` to the nearest plan that is allowed, and gives the amount `τ` by which every variable between its bounds was lowered.
    ///
    /// The nearest point is `clamp(point - τ, lower, upper)` with the one `τ` that makes the sum right: found by Newton's method on the
    /// piecewise linear sum, kept within a bracket. A point that is allowed already stays as it is, to the bit. A NaN counts as a lower bound.
    ///
    /// # Panics
    /// If `point` has another shape than the bounds.
    pub fn project(&self, point: &mut [f64]) -> f64 {
        assert_eq!(point.len(), self.dimension(), "a point has one amount for each variable");
        if self.contains(point) {
            return 0.0;
        }
        for (x, l) in point.iter_mut().zip(&self.lower) {
            *x = if x.is_nan() { *l } else { x.clamp(-FAR, FAR) };
        }
        let multiplier = match self.budget {
            Budget::AtMost(amount) if self.clamped_sum(point, 0.0).0 <= amount => 0.0,
            Budget::AtMost(_) => self.multiplier(point).max(0.0),
            Budget::Exactly(_) => self.multiplier(point),
        };
        for (x, (l, u)) in point.iter_mut().zip(self.lower.iter().zip(&self.reach)) {
            *x = (*x - multiplier).max(*l).min(*u);
        }
        self.settle_sum(point);
        multiplier
    }

    /// Sum of `clamp(point - τ)` and the number of variables strictly between their bounds.
    fn clamped_sum(&self, point: &[f64], multiplier: f64) -> (f64, usize) {
        let (mut total, mut free) = (0.0, 0);
        for (x, (l, u)) in point.iter().zip(self.lower.iter().zip(&self.reach)) {
            let moved = x - multiplier;
            total += moved.max(*l).min(*u);
            free += usize::from(moved > *l && moved < *u);
        }
        (total, free)
    }

    /// The root `τ` of `Σ clamp(point - τ) = B`.
    fn multiplier(&self, point: &[f64]) -> f64 {
        let amount = self.budget.amount();
        let bounds = || point.iter().zip(self.lower.iter().zip(&self.reach));
        // At `low` all variables are at their upper bounds, at `high` all are at their lower ones.
        let mut low = bounds().map(|(x, (_, u))| x - u).fold(f64::INFINITY, f64::min);
        let mut high = bounds().map(|(x, (l, _))| x - l).fold(f64::NEG_INFINITY, f64::max);
        let mut multiplier = ((point.iter().sum::<f64>() - amount) / point.len() as f64).clamp(low, high);
        // Newton's steps end after a few; every fourth step halves the bracket, so that 64 bits are used up at the latest.
        for step in 1..400 {
            let (total, free) = self.clamped_sum(point, multiplier);
            let over = total - amount;
            if over.abs() <= f64::EPSILON * self.scale {
                break;
            }
            if over > 0.0 {
                low = multiplier;
            } else {
                high = multiplier;
            }
            let newton = multiplier + over / free as f64;
            let halved = low + 0.5 * (high - low);
            let next = if free > 0 && step % 4 != 0 && newton > low && newton < high {
                newton
            } else {
                halved
            };
            if next == multiplier {
                break;
            }
            multiplier = next;
        }
        multiplier
    }

    /// Spreads what rounding left over, so that the sum is right to a few units in the last place; bounds stay exact.
    pub(super) fn settle_sum(&self, x: &mut [f64]) {
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

    /// The plan with the largest `Σ slope · x`: the budget goes to the steepest slopes first. Written into `x` (shape `n`).
    pub fn maximize_linear(&self, slope: &[f64], x: &mut [f64]) {
        let mut order: Vec<usize> = (0..slope.len()).collect();
        order.sort_by(|&i, &j| slope[j].total_cmp(&slope[i]).then(i.cmp(&j)));
        x.copy_from_slice(&self.lower);
        let mut left = self.room;
        for i in order {
            if matches!(self.budget, Budget::AtMost(_)) && slope[i] <= 0.0 {
                break;
            }
            let step = (self.reach[i] - self.lower[i]).min(left);
            x[i] = if step == self.reach[i] - self.lower[i] {
                self.reach[i]
            } else {
                self.lower[i] + step
            };
            left -= step;
        }
        self.settle_sum(x);
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

/// Sum in order with Neumaier's compensation: right to the last place for 100 000 amounts too.
pub(super) fn sum(amounts: &[f64]) -> f64 {
    let (mut total, mut lost) = (0.0_f64, 0.0_f64);
    for &amount in amounts {
        let next = total + amount;
        lost += if total.abs() >= amount.abs() {
            (total - next) + amount
        } else {
            (amount - next) + total
        };
        total = next;
    }
    if lost.is_finite() { total + lost } else { total }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Bounds around which a budget fits, a budget inside them, a point to project, and whether all has to be spent.
    fn cases() -> impl Strategy<Value = (FeasibleSet, Vec<f64>)> {
        let amount = prop_oneof![3 => 0.0..1.0, 1 => Just(0.0)];
        let width = prop_oneof![3 => 0.0..1.0, 1 => Just(0.0), 1 => Just(f64::INFINITY)];
        let variable = (amount, width, -3.0..3.0_f64);
        let share = prop_oneof![4 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0)];
        (prop::collection::vec(variable, 1..40), share, 0..9, any::<bool>()).prop_map(|(variables, share, magnitude, all)| {
            let money = 10f64.powi(magnitude);
            let lower: Vec<f64> = variables.iter().map(|v| v.0 * money).collect();
            let upper: Vec<f64> = variables.iter().map(|v| (v.0 + v.1) * money).collect();
            let point = variables.iter().map(|v| v.2 * money).collect();
            let widest = upper.iter().zip(&lower).map(|(u, l)| (u - l).min(2.0 * money)).sum::<f64>();
            let amount = lower.iter().sum::<f64>() + share * widest;
            let budget = if all { Budget::Exactly(amount) } else { Budget::AtMost(amount) };
            (FeasibleSet::new(lower, upper, budget).unwrap(), point)
        })
    }

    /// The same projection by plain bisection.
    fn bisected(set: &FeasibleSet, point: &[f64]) -> Vec<f64> {
        let at = |multiplier: f64| -> Vec<f64> {
            point
                .iter()
                .zip(set.lower().iter().zip(set.upper()))
                .map(|(x, (l, u))| (x - multiplier).max(*l).min(*u))
                .collect()
        };
        let far = 10.0 * (set.budget().amount().abs() + point.iter().map(|x| x.abs()).sum::<f64>() + 1.0);
        let (mut low, mut high) = (-far, far);
        if matches!(set.budget(), Budget::AtMost(_)) {
            if at(0.0).iter().sum::<f64>() <= set.budget().amount() {
                return at(0.0);
            }
            low = 0.0;
        }
        for _ in 0..300 {
            let middle = 0.5 * (low + high);
            if at(middle).iter().sum::<f64>() > set.budget().amount() {
                low = middle
            } else {
                high = middle
            }
        }
        at(high)
    }

    proptest! {
        #[test]
        fn projection_is_feasible_and_nearest((set, point) in cases()) {
            let mut nearest = point.clone();
            set.project(&mut nearest);
            prop_assert!(set.contains(&nearest));
            // Sums of 40 amounts and a bisection to the last bit: 1e-12 of the money about is rounding.
            let money = set.budget().amount().abs() + point.iter().map(|x| x.abs()).sum::<f64>();
            for (x, y) in nearest.iter().zip(bisected(&set, &point)) {
                prop_assert!((x - y).abs() <= 1e-12 * money, "{x} against {y}");
            }
            // The nearest point is the one from which no allowed direction leads towards `point`.
            let mut vertex = vec![0.0; point.len()];
            let pull: Vec<f64> = point.iter().zip(&nearest).map(|(p, x)| p - x).collect();
            set.maximize_linear(&pull, &mut vertex);
            let gain: f64 = pull.iter().zip(vertex.iter().zip(&nearest)).map(|(g, (v, x))| g * (v - x)).sum();
            prop_assert!(gain <= 1e-11 * money * money, "{gain}");
        }

        #[test]
        fn projecting_twice_changes_no_bit((set, point) in cases()) {
            let mut once = point;
            set.project(&mut once);
            let mut twice = once.clone();
            set.project(&mut twice);
            prop_assert_eq!(once, twice);
        }

        #[test]
        fn far_and_broken_points_come_back((set, mut point) in cases(), far in prop_oneof![Just(f64::INFINITY), Just(f64::NAN), Just(-1e300)]) {
            point[0] = far;
            set.project(&mut point);
            prop_assert!(set.contains(&point), "{point:?}");
        }
    }

    #[test]
    fn a_clash_says_which_sum_and_by_how_much() {
        let set = |lower: [f64; 2], upper: [f64; 2], budget| FeasibleSet::new(lower.into(), upper.into(), budget).unwrap_err();
        let above = set([30.0, 40.0], [50.0, 50.0], Budget::AtMost(60.0));
        assert_eq!(
            above,
            Infeasible::MinimumsAboveBudget {
                sum: 70.0,
                budget: 60.0,
                excess: 10.0
            }
        );
        let below = set([0.0, 0.0], [20.0, 30.0], Budget::Exactly(60.0));
        assert_eq!(
            below,
            Infeasible::MaximumsBelowBudget {
                sum: 50.0,
                budget: 60.0,
                shortfall: 10.0
            }
        );
        assert_eq!(
            below.to_string(),
            "the maximums add up to 50, 10 below the budget of 60 that has to be spent"
        );
        assert_eq!(
            set([0.0, 5.0], [1.0, 4.0], Budget::Exactly(1.0)),
            Infeasible::Crossed {
                index: 1,
                lower: 5.0,
                upper: 4.0
            }
        );
        assert!(matches!(
            set([0.0, f64::NAN], [1.0, 4.0], Budget::Exactly(1.0)),
            Infeasible::NotANumber { index: 1, .. }
        ));
        assert!(matches!(
            set([0.0, 0.0], [1.0, 4.0], Budget::Exactly(f64::NAN)),
            Infeasible::BudgetNotFinite { .. }
        ));
        assert!(FeasibleSet::new(vec![0.1; 52], vec![0.1; 52], Budget::Exactly(5.2)).is_ok());
    }

    #[test]
    fn no_variables_at_all() {
        let set = FeasibleSet::new(vec![], vec![], Budget::AtMost(5.0)).unwrap();
        assert_eq!(set.project(&mut []), 0.0);
        assert!(FeasibleSet::new(vec![], vec![], Budget::Exactly(5.0)).is_err());
    }
}
