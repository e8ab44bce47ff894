//! The best plan of one budget, and what one more unit of it adds.

use super::super::augmented::Priced;
use super::super::coupled::Multipliers;
use super::super::evaluate::Evaluator;
use super::super::feasible::Budget;
use super::super::funnel::Funnel;
use super::super::limit::Asks;
use super::super::multistart::Problem;
use super::super::residual::Residual;
use super::super::spends::Found;
use super::super::yardsticks::Yardsticks;
use super::sweep::{NOTHING, Sweep};

/// Share of a budget by which it is moved to see how limits that hang on it follow; they do so linearly.
const MOVED: f64 = 1e-3;

/// The best plan found for one budget.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// Actions included \[money\].
    pub(super) budget: f64,
    pub(super) actions: Vec<bool>,
    pub(super) found: Found,
    /// What one more unit of budget adds to the objective; `None` where no channel can take more.
    pub(super) price: Option<f64>,
    /// Whether it is the end of a search in full.
    pub(super) is_full: bool,
}

impl Answer {
    pub(super) fn value(&self) -> f64 {
        self.found.value()
    }
}

impl Sweep<'_> {
    pub(super) fn priced(&self, budget: f64, actions: Vec<bool>, found: Found) -> Answer {
        Answer {
            price: self.price(&actions, &found),
            budget,
            actions,
            found,
            is_full: false,
        }
    }

    /// What one more unit of budget adds at a plan; limits that hang on the budget, shares and instalments, move with it.
    fn price(&self, actions: &[bool], found: &Found) -> Option<f64> {
        let (set, x) = (&found.set, &found.search.x);
        if set.unspent(x) > NOTHING * set.budget().amount() {
            return Some(0.0);
        }
        let gradient = self.slopes(actions, found);
        if !set.has_rows() {
            return Residual::at(set, x, &gradient).receiver.map(|i| gradient[i]);
        }
        let shadow = set.shadow(x, &gradient, &mut Multipliers::default());
        let amount = set.budget().amount();
        let step = MOVED * amount.max(f64::MIN_POSITIVE);
        let moved = match set.budget() {
            Budget::Exactly(amount) => Budget::Exactly(amount + step),
            Budget::AtMost(amount) => Budget::AtMost(amount + step),
        };
        let rows = |budget: Budget| self.space.all_constraints(self.simulator, actions, budget);
        let (before, after) = (rows(set.budget()), rows(moved));
        let bounds = before
            .iter()
            .zip(&after)
            .filter_map(|(before, after)| match (&before.asks, &after.asks) {
                (Asks::Row(before), Asks::Row(after)) => Some((before, after)),
                _ => None,
            });
        let follows = bounds.zip(&shadow.rows).map(|((before, after), &price)| {
            // a price above 0 is of the most, below 0 of the least
            let by = if price > 0.0 {
                after.most - before.most
            } else {
                after.least - before.least
            };
            if by.is_finite() { price * by / step } else { 0.0 }
        });
        Some(shadow.budget + follows.sum::<f64>())
    }

    /// Slopes of the objective by every variable, limits on what a plan comes to priced in.
    fn slopes(&self, actions: &[bool], found: &Found) -> Vec<f64> {
        let x = &found.search.x;
        let (mut gradient, mut lifted) = (vec![0.0; x.len()], vec![0.0; x.len()]);
        match Yardsticks::new(self.simulator).filter(|_| !found.prices.is_empty()) {
            Some(yardsticks) => {
                Priced::new(self.simulator, self.space, actions, &yardsticks).slopes_at_prices(&found.prices, x, &mut gradient);
                for slope in &mut gradient {
                    *slope = if slope.is_finite() { *slope } else { 0.0 };
                }
            }
            None => {
                let funnel = Funnel::new(self.simulator, self.space, actions);
                Evaluator::new(funnel.objective().as_mut(), &found.set).value_and_gradient(x, &mut gradient, &mut lifted);
            }
        }
        gradient
    }
}
