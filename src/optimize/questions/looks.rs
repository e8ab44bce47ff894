//! Looks at one size of the budget: the best plan that it pays for, and how much of it that plan needs.

use crate::model::Decision;
use crate::simulate::Simulator;

use super::super::choice::choose;
use super::super::clash::Clash;
use super::super::effort::Effort;
use super::super::feasible::Budget;
use super::super::prices::prices;
use super::super::space::{Purse, Space};
use super::super::spends::{Depth, Found, search_spends};

/// Multiples of a budget that are looked at until it is more than enough: small steps first, for a search is as exact as its budget is
/// small; then wide ones up to 2³⁰, beyond which an amount of money and a cent beside it are hardly two numbers.
pub(super) const MULTIPLES: [f64; 8] = [1.0, 4.0, 8.0, 16.0, 64.0, 1024.0, 65_536.0, 1_073_741_824.0];

/// A budget of which more than this share stays unspent is more than enough: above what a search leaves by rounding.
const ENOUGH: f64 = 1e-7;

/// The best plan for one budget.
#[derive(Debug, Clone)]
pub(super) struct Look {
    /// The budget that was given \[money\].
    pub(super) purse: f64,
    /// What the plan needs of it \[money\]; with instalments the least budget whose parts pay for it.
    pub(super) needs: f64,
    pub(super) actions: Vec<bool>,
    pub(super) found: Found,
    pub(super) decision: Decision,
}

impl Look {
    /// Chooses actions and spends for at most so much money.
    ///
    /// # Errors
    /// Where no plan is that cheap.
    pub(super) fn choose(simulator: &Simulator, space: &Space, money: f64) -> Result<Self, Clash> {
        let choice = choose(simulator, space, &simulator.today(), Purse::Of(Budget::AtMost(money)))?;
        Ok(Self::of(simulator, space, money, choice.actions, choice.found))
    }

    /// Searches the spends for at most so much money beside the same actions, from the plan at hand; `None` where no plan is that cheap.
    pub(super) fn moved_to(&self, simulator: &Simulator, space: &Space, money: f64) -> Option<Self> {
        let set = space
            .feasible_with(simulator, &self.actions, Purse::Of(Budget::AtMost(money)))
            .ok()?;
        let warm = space.scaled(&self.found.search.x, &set);
        let depth = Depth::Look(Effort::full(simulator.work()));
        let found = search_spends(simulator, space, &set, &self.actions, Some(warm), depth);
        (found.off == 0.0).then(|| Self::of(simulator, space, money, self.actions.clone(), found))
    }

    fn of(simulator: &Simulator, space: &Space, purse: f64, actions: Vec<bool>, found: Found) -> Self {
        let decision = space.decision(&found.search.x, &actions);
        Self {
            purse,
            needs: needed(simulator, &decision),
            actions,
            found,
            decision,
        }
    }

    /// Whether the plan leaves money: a larger budget brings no more.
    pub(super) fn is_enough(&self) -> bool {
        self.needs < self.purse * (1.0 - ENOUGH)
    }

    /// What the search climbs per unit of budget at its end; `None` where no channel can take more.
    pub(super) fn slope(&self, simulator: &Simulator, space: &Space) -> Option<f64> {
        prices(simulator, space, &self.actions, &self.found).budget
    }
}

/// The least budget that pays for a plan \[money\]: what it spends, or where the budget comes in instalments the least one in which each
/// of them is as large as what falls into it.
pub(super) fn needed(simulator: &Simulator, decision: &Decision) -> f64 {
    let invest = simulator.invest(decision);
    let Some(instalments) = &simulator.scenario().plan.budget_by else {
        return invest;
    };
    let all: f64 = instalments.amounts.iter().sum();
    let mut spent = vec![0.0; instalments.amounts.len()];
    for (t, cost) in simulator.action_costs_by_period(&decision.actions).into_iter().enumerate() {
        let spends: f64 = decision.spend.iter().skip(t).step_by(decision.periods).sum();
        spent[instalments.of_period[t]] += cost + spends;
    }
    let of_part = |(&spent, &amount): (&f64, &f64)| if spent > 0.0 { spent * all / amount } else { 0.0 };
    spent.iter().zip(&instalments.amounts).map(of_part).fold(invest, f64::max)
}

/// The budget that multiples are taken of \[money\]: today's, or what the limits and done actions ask for where that is more; never nothing.
pub(super) fn yardstick(simulator: &Simulator, space: &Space) -> f64 {
    let least = least_money(simulator, space);
    let base = simulator.budget().max(least);
    if base > 0.0 {
        base
    } else {
        // a plan without money today: a thousand for each channel and period is an amount that people spend
        1e3 * simulator.today().spend.len().max(1) as f64
    }
}

/// What minimums and done actions ask for at least \[money\]; limits that hang channels together may ask for more.
pub(super) fn least_money(simulator: &Simulator, space: &Space) -> f64 {
    let resting = space.decision(space.lower(), &simulator.today().actions);
    needed(simulator, &resting)
}

/// Whether channels could take ever more money.
pub(super) fn most_money(simulator: &Simulator, space: &Space) -> f64 {
    let actions: f64 = (0..simulator.scenario().actions.len()).map(|a| simulator.cost_of_action(a)).sum();
    space.upper().iter().sum::<f64>() + actions
}
