//! The best budget: as much money as pays, up to where the last unit adds no more than its hurdle.

use crate::simulate::{Goal, Simulator};

use super::super::choice::choose;
use super::super::clash::Clash;
use super::super::feasible::Budget;
use super::super::proposal::Proposal;
use super::super::propose::propose;
use super::super::space::{Purse, Space};
use super::looks::{Look, MULTIPLES, most_money, yardstick};

/// Shares of the golden section.
const GOLDEN: f64 = 0.618_033_988_749_894_9;
/// A budget in instalments is found to this share of itself: closer by, the values of two budgets differ by less than a search does.
const SECTION: f64 = 1e-5;

/// The answer to the question how large the budget should be.
#[derive(Debug, Clone, PartialEq)]
pub struct BestBudget {
    /// What the last unit of money has to add to the objective \[objective per money\].
    pub hurdle: f64,
    /// Budget of the scenario, actions included \[money\].
    pub today: f64,
    /// The best budget, actions included \[money\]; `None` where a larger one always adds more than its hurdle.
    pub budget: Option<f64>,
    /// The largest budget that was looked at \[money\].
    pub looked_at: f64,
    /// The best plan for the best budget; its price of the budget is what the last unit adds.
    pub proposal: Option<Box<Proposal>>,
}

/// Looks for the budget beyond which a unit of money adds less than `hurdle` to the objective, all limits kept.
///
/// The scenario's own budget is lifted: budgets from four times as large are looked at until money stays unspent. Instalments grow and
/// shrink with the budget. The budget is the only optimum that a search over all plans finds; where S-curves make several, it is the best
/// one of them.
///
/// # Errors
/// Where the limits clash with one another.
///
/// # Panics
/// Where the hurdle is no finite number from 0 on.
pub fn best_budget(simulator: &Simulator, hurdle: f64) -> Result<BestBudget, Clash> {
    assert!(hurdle >= 0.0 && hurdle.is_finite(), "a hurdle from 0 on");
    let mut net = simulator.clone();
    net.aim(Goal::Net { hurdle });
    let space = Space::new(&net)?;
    let base = yardstick(&net, &space);
    let (end, looked_at) = grow(&net, &space, base)?;
    let mut answer = BestBudget {
        hurdle,
        today: simulator.budget(),
        budget: None,
        looked_at,
        proposal: None,
    };
    let Some(end) = end else { return Ok(answer) };
    let plan = &simulator.scenario().plan;
    let budget = if plan.budget_by.is_some() && plan.spend_all {
        section(&net, &space, base, looked_at).unwrap_or(end.needs)
    } else {
        end.needs
    };
    let (budget, proposal) = propose_for(simulator, budget)?;
    answer.budget = Some(budget);
    answer.proposal = Some(Box::new(proposal));
    Ok(answer)
}

/// The best plan when money is plenty, and the largest budget looked at; no plan where every budget is spent in full.
fn grow(net: &Simulator, space: &Space, base: f64) -> Result<(Option<Look>, f64), Clash> {
    let mut clash = None;
    let mut looked_at = base;
    let most = most_money(net, space);
    for multiple in MULTIPLES.into_iter().skip(1) {
        looked_at = multiple * base;
        match Look::choose(net, space, looked_at) {
            Ok(look) if look.is_enough() || looked_at >= most => {
                // the smaller the budget, the closer the search: once more with twice what is needed
                let near = (2.0 * look.needs).min(looked_at);
                let again = Look::choose(net, space, near).ok().filter(|again| again.is_enough());
                let best = match again {
                    Some(again) if again.found.search.end.value >= look.found.search.end.value => again,
                    _ => look,
                };
                return Ok((Some(best), looked_at));
            }
            Ok(_) => clash = None,
            Err(reason) => clash = Some(reason),
        }
    }
    clash.map_or(Ok((None, looked_at)), Err)
}

/// The best budget where each of its instalments is to be spent in full: the best of doubled budgets, then a golden section around it.
fn section(net: &Simulator, space: &Space, base: f64, most: f64) -> Option<f64> {
    let value = |money: f64| {
        let choice = choose(net, space, &net.today(), Purse::Of(Budget::Exactly(money))).ok();
        choice
            .filter(|choice| choice.found.off == 0.0)
            .map(|choice| choice.found.search.end.value)
    };
    // from a sixteenth of today's budget on; below it little is left of a plan
    let budgets: Vec<f64> = std::iter::successors(Some(base / 16.0), |money| Some(2.0 * money))
        .take_while(|&money| money <= most)
        .collect();
    let values: Vec<f64> = budgets.iter().map(|&money| value(money).unwrap_or(f64::NEG_INFINITY)).collect();
    let best = (0..budgets.len()).reduce(|best, k| if values[k] > values[best] { k } else { best })?;
    if values[best] == f64::NEG_INFINITY {
        return None;
    }
    let value = |money: f64| value(money).unwrap_or(f64::NEG_INFINITY);
    let (mut low, mut high) = (budgets[best] / 2.0, budgets[best] * 2.0);
    let (mut left, mut right) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
    let (mut of_left, mut of_right) = (value(left), value(right));
    while high - low > SECTION * high {
        if of_left >= of_right {
            (high, right, of_right) = (right, left, of_left);
            left = high - GOLDEN * (high - low);
            of_left = value(left);
        } else {
            (low, left, of_left) = (left, right, of_right);
            right = low + GOLDEN * (high - low);
            of_right = value(right);
        }
    }
    Some(f64::midpoint(low, high))
}

/// The best plan for a budget, to the cent where a plan of whole cents fits; with the budget that it is for.
fn propose_for(simulator: &Simulator, budget: f64) -> Result<(f64, Proposal), Clash> {
    let cents = (budget * 100.0).round() / 100.0;
    let at = |money: f64| propose(&mut with_budget(simulator, money)).map(|proposal| (money, proposal));
    // maximums, or locked spends, that are no whole cents may leave no plan for a budget that is
    at(cents).or_else(|_| at(budget))
}

/// The scenario with another budget; its instalments grow with it, and what a step is a share of stays as it was.
pub(super) fn with_budget(simulator: &Simulator, money: f64) -> Simulator {
    let before = simulator.budget();
    simulator.with_limits(|scenario| {
        let plan = &mut scenario.plan;
        plan.budget = Some(money);
        // the last cent of the best budget may lose a millionth of itself: it need not be spent
        plan.spend_all &= plan.budget_by.is_some();
        if let Some(parts) = &mut plan.budget_by {
            let factor = money / parts.amounts.iter().sum::<f64>();
            for amount in &mut parts.amounts {
                *amount *= factor;
            }
        }
        let periods = plan.periods as f64;
        let channels = scenario.channels.len().max(1) as f64;
        for channel in &mut scenario.channels {
            let mean = channel.spend.iter().sum::<f64>() / periods;
            let typical = |budget: f64| mean.max(budget / channels / periods);
            if let Some(step) = &mut channel.limits.step
                && typical(money) > 0.0
            {
                *step *= typical(before) / typical(money);
            }
        }
    })
}
