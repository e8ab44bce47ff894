//! The page of `osa optimize --best-budget`: how much money pays, then the proposal for that budget.

use crate::optimize::BestBudget;
use crate::scenario::Scenario;
use crate::simulate::Futures;

use super::figures::{Figures, gap, objective_unit};
use super::page::Page;
use super::{proposal, title};

/// The answer in a sentence or two, and the proposal for the best budget.
#[must_use]
pub fn best_budget(scenario: &Scenario, best: &BestBudget, futures: Option<&Futures>) -> String {
    let mut page = Page::default();
    let (Some(budget), Some(found)) = (best.budget, best.proposal.as_deref()) else {
        return page.heading(&title(scenario)).note(&endless(scenario, best)).finish();
    };
    let figures = Figures::new(scenario, budget.max(best.today));
    page.heading(&format!("Best budget: {}", figures.money(budget)));
    let name = scenario.objective_name();
    let unit = objective_unit(found.objective);
    let change = gap(best.today, budget);
    let against = match change {
        0.0 => "the budget of today".to_owned(),
        change => format!(
            "{} {} than today's budget of {}",
            figures.money(change.abs()),
            if change > 0.0 { "more" } else { "less" },
            figures.money(best.today)
        ),
    };
    let end = match found.budget_price {
        // the search ends within a millionth of a slope: what is left of it is no money
        Some(price) if (price - best.hurdle).abs() < 1e-3 => format!(
            "At its end one more {} adds {} to {name}, its hurdle.",
            figures.currency(),
            figures.small(unit, best.hurdle),
        ),
        Some(price) => format!(
            "At its end one more {} adds {} to {name}; it is the limits that end it there, not the hurdle of {}.",
            figures.currency(),
            figures.small(unit, price),
            figures.small(unit, best.hurdle),
        ),
        None => "No channel can take more: their maximums end it, not the hurdle.".to_owned(),
    };
    page.note(&format!("That is {against}. {end} All limits are kept."));
    format!("{}\n{}", page.finish(), proposal(scenario, found, futures))
}

fn endless(scenario: &Scenario, best: &BestBudget) -> String {
    let figures = Figures::new(scenario, best.looked_at);
    let unit = objective_unit(scenario.plan.objective.word());
    format!(
        "There is no best budget: money never stops to pay. Even {}, the largest budget that was looked at, is best spent in full: its last {} \
         still adds more than its hurdle of {} to {}. Give --hurdle, which is what the last {} has to add, or set limits.max of the \
         channels.",
        figures.money(best.looked_at),
        figures.currency(),
        figures.small(unit, best.hurdle),
        scenario.objective_name(),
        figures.currency(),
    )
}
