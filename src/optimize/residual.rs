//! How far a plan is from the best one, as a number a planner can read.

use super::coupled::Multipliers;
use super::feasible::{Budget, FeasibleSet};

/// What the gradient at a plan says about moving money.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Residual {
    /// The largest gain that is left per unit of money moved (objective per money): from the variable that loses least by giving it up
    /// to the one that gains most by getting it, among those that their bounds leave free to move that way, floored at 0. Where
    /// the budget need not be spent, spending what is left and saving what loses count too. 0 at an optimum.
    pub gain: f64,
    /// The variable that gains most from more money; `None` where none can go up.
    pub receiver: Option<usize>,
    /// The variable that loses least by giving money up; `None` where none can go down.
    pub giver: Option<usize>,
}

impl Residual {
    /// Reads the gradient (shape `n`, finite, objective per money) at the plan `x` of `set`.
    ///
    /// A variable counts as standing on its bound when less than [`FeasibleSet::grain`] is between them: no money worth moving.
    #[must_use]
    pub fn at(set: &FeasibleSet, x: &[f64], gradient: &[f64]) -> Self {
        Self::near(set, x, gradient, &mut Multipliers::default())
    }

    /// [`Self::at`] from the prices of a residual before. Where rows hang variables together a gain is what their prices do not explain.
    #[must_use]
    pub fn near(set: &FeasibleSet, x: &[f64], gradient: &[f64], prices: &mut Multipliers) -> Self {
        if set.has_rows() {
            return Self {
                gain: set.shadow(x, gradient, prices).residual,
                receiver: None,
                giver: None,
            };
        }
        let grain = set.grain();
        let (mut receiver, mut giver): (Option<usize>, Option<usize>) = (None, None);
        for i in 0..x.len() {
            if set.upper()[i] - x[i] > grain && receiver.is_none_or(|best| gradient[i] > gradient[best]) {
                receiver = Some(i);
            }
            if x[i] - set.lower()[i] > grain && giver.is_none_or(|best| gradient[i] < gradient[best]) {
                giver = Some(i);
            }
        }
        let up = receiver.map(|i| gradient[i]);
        let down = giver.map(|i| gradient[i]);
        let mut gain = 0.0_f64;
        if let (Some(up), Some(down)) = (up, down) {
            gain = gain.max(up - down);
        }
        if matches!(set.budget(), Budget::AtMost(_)) {
            gain = gain.max(-down.unwrap_or(0.0));
            if set.unspent(x) > grain * x.len() as f64 {
                gain = gain.max(up.unwrap_or(0.0));
            }
        }
        Self { gain, receiver, giver }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gain(budget: Budget, x: [f64; 3], gradient: [f64; 3]) -> f64 {
        let set = FeasibleSet::new(vec![0.0; 3], vec![10.0; 3], budget).unwrap();
        Residual::at(&set, &x, &gradient).gain
    }

    #[test]
    fn counts_only_moves_that_the_bounds_allow() {
        // The first is full and the last is empty: only the second can change hands with them, in one direction each.
        let all = Budget::Exactly(15.0);
        assert_eq!(gain(all, [10.0, 5.0, 0.0], [3.0, 2.0, 1.0]), 0.0);
        assert_eq!(gain(all, [10.0, 5.0, 0.0], [1.0, 2.0, 1.5]), 1.0);
        assert_eq!(gain(all, [10.0, 5.0, 0.0], [3.0, 2.0, 2.5]), 0.5);
    }

    #[test]
    fn counts_saving_and_spending_the_rest_where_the_budget_need_not_be_spent() {
        assert_eq!(gain(Budget::AtMost(15.0), [5.0, 5.0, 5.0], [-0.5, -0.5, -0.5]), 0.5);
        assert_eq!(gain(Budget::AtMost(15.0), [5.0, 5.0, 5.0], [0.5, 0.5, 0.5]), 0.0);
        assert_eq!(gain(Budget::AtMost(20.0), [5.0, 5.0, 5.0], [0.5, 0.5, 0.5]), 0.5);
        assert_eq!(gain(Budget::AtMost(20.0), [0.0, 0.0, 0.0], [-0.5, -0.1, -0.2]), 0.0);
    }
}
