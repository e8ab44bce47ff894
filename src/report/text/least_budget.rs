//! The page of `osa optimize --target`: what a target costs, the plan that reaches it, and the funnel read from its end.

use crate::format::ABSENT;
use crate::optimize::{FunnelRow, LeastBudget, LeastPlan, Verdict};
use crate::scenario::{Measure, Scenario};
use crate::score::Unit;
use crate::simulate::Futures;

use super::figures::{Figures, gap, label, objective_unit, unit};
use super::likelihood::{drawn, eight_in_ten, grouped, probability};
use super::page::Page;
use super::table::{Table, numbers, words};
use super::{counted, objective, title};

/// The answer, the plan by channel, and the reverse funnel. `share` is that of the futures in which the plan reaches the target.
#[must_use]
pub fn least_budget(scenario: &Scenario, least: &LeastBudget, share: Option<f64>, futures: Option<&Futures>) -> String {
    let mut page = Page::default();
    page.heading(&format!("Least budget for {}", wanted(scenario, least)));
    let Some(plan) = least.plan.as_deref() else {
        return page.note(&impossible(scenario, least)).finish();
    };
    page.note(&answer(scenario, least, plan, share, futures));
    page.heading(&title(scenario));
    let figures = Figures::new(scenario, plan.budget.max(least.budget_today));
    page.table(&channels(plan, &figures));
    if plan.channels.iter().any(|row| row.extrapolated) {
        page.note("* outside the range of spend that was ever observed: extrapolated, not experienced.");
    }
    let actions: Vec<String> = (scenario.actions.iter().zip(&plan.plan.decision.actions))
        .map(|(action, &done)| match (action.done, done) {
            (false, true) => format!("{}: taken into the plan.", action.name),
            (true, _) => format!("{}: done in both.", action.name),
            (false, false) => format!("{}: stays a candidate.", action.name),
        })
        .collect();
    page.list(&actions);
    add_funnel(&mut page, scenario, plan, futures);
    page.note(&compared(scenario, least, plan));
    if let Some(futures) = futures {
        page.note(&drawn(futures));
    }
    page.finish()
}

/// `20,000 new customers in the first 26 weeks with a probability of 80 %`.
fn wanted(scenario: &Scenario, least: &LeastBudget) -> String {
    let measure = least.target.amount.measure();
    let figures = Figures::new(scenario, least.target.value);
    let mut text = match unit(measure) {
        Unit::Money => format!("a {} of {}", label(measure), figures.money(least.target.value)),
        _ => format!("{} {}", figures.count(least.target.value), label(measure)),
    };
    if least.target.periods < scenario.plan.periods {
        text.push_str(&format!(
            " in the first {}",
            counted(least.target.periods, scenario.plan.period.word())
        ));
    }
    if let Some(probability) = least.target.probability {
        text.push_str(&format!(" with a probability of {}", figures.share(probability)));
    }
    text
}

/// A figure in the unit of the target.
fn told(figures: &Figures, least: &LeastBudget, value: f64) -> String {
    let measure = least.target.amount.measure();
    match unit(measure) {
        Unit::Money => figures.money(value),
        _ => format!("{} {}", figures.count(value), label(measure)),
    }
}

fn impossible(scenario: &Scenario, least: &LeastBudget) -> String {
    let figures = Figures::new(scenario, least.target.value);
    let looked = Figures::new(scenario, least.looked_at).money(least.looked_at);
    let ceiling = least.ceiling.unwrap_or(f64::NAN);
    let draws = least.searched_over.unwrap_or(0) as u64;
    let today = told(&figures, least, least.today);
    match least.target.probability {
        None => format!(
            "Impossible at any price: the ceiling is {}. With budgets of up to {looked} the search finds no plan within the limits that brings \
             more. Today's plan brings {today}.",
            told(&figures, least, ceiling)
        ),
        Some(_) => format!(
            "Impossible at any price: the largest probability that was found is {}, with budgets of up to {looked}. Today's plan reaches it in \
             {} of the {} draws of the search.",
            probability(ceiling, draws),
            least
                .share_today
                .map_or_else(|| ABSENT.to_owned(), |share| probability(share, draws)),
            grouped(draws),
        ),
    }
}

fn answer(scenario: &Scenario, least: &LeastBudget, plan: &LeastPlan, share: Option<f64>, futures: Option<&Futures>) -> String {
    let figures = Figures::new(scenario, plan.budget.max(least.budget_today));
    let amounts = Figures::new(scenario, least.target.value);
    let draws = least.searched_over.unwrap_or(0) as u64;
    let budget = figures.money(plan.budget);
    let mut text = match least.verdict {
        Verdict::WithoutMore if plan.budget == 0.0 => "It takes no money at all: what comes by itself is enough.".to_owned(),
        Verdict::WithoutMore => format!("It takes no more than {budget}, which minimums and done actions cost anyway."),
        Verdict::Reached | Verdict::Impossible => {
            format!("It takes {budget}; with less, the search finds no plan within the limits that reaches it.")
        }
    };
    let change = gap(least.budget_today, plan.budget);
    if change != 0.0 {
        text.push_str(&format!(
            " That is {} {} than today's budget of {}.",
            figures.money(change.abs()),
            if change > 0.0 { "more" } else { "less" },
            figures.money(least.budget_today)
        ));
    }
    let how = if draws > 0 { "on average" } else { "at the medians" };
    text.push_str(&format!(
        " The plan brings {} {how}, today's plan {}.",
        told(&amounts, least, plan.reached),
        told(&amounts, least, least.today)
    ));
    if let Some(found) = plan.share {
        text.push_str(&format!(
            " It reaches the target in {} of the {} draws of the search",
            probability(found, draws),
            grouped(draws)
        ));
        if let (Some(share), Some(futures)) = (share, futures) {
            text.push_str(&format!(
                ", and in {} of the {} other draws below",
                probability(share, futures.sampling.draws as u64),
                grouped(futures.sampling.draws as u64)
            ));
        }
        text.push('.');
    }
    if let Some(price) = plan.price.filter(|price| *price > 0.0 && price.is_finite()) {
        text.push_str(&format!(
            " At the end one more of them costs {}.",
            match unit(least.target.amount.measure()) {
                Unit::Money => format!("{} for each {}", amounts.small(Unit::Money, 1.0 / price), amounts.currency()),
                _ => amounts.small(Unit::Money, 1.0 / price),
            }
        ));
    }
    text
}

fn channels(plan: &LeastPlan, figures: &Figures) -> Table {
    let before = format!("today {}", figures.currency());
    let mut table = Table::new([
        words("channel"),
        numbers(&before),
        numbers("plan"),
        numbers("change"),
        numbers(""),
        words(""),
    ]);
    let mut row = |name: &str, before: f64, after: f64, extrapolated: bool| {
        table.row([
            name.to_owned(),
            figures.amount(before),
            figures.amount(after),
            figures.amount_change(gap(before, after)),
            figures.relative_change(before, after),
            if extrapolated { "*" } else { "" }.to_owned(),
        ]);
    };
    for channel in &plan.channels {
        row(&channel.name, channel.before, channel.after, channel.extrapolated);
    }
    let invest = |column: &crate::optimize::Column| column.forecast.totals.invest;
    row("with actions", invest(&plan.today), invest(&plan.plan), false);
    table
}

fn add_funnel(page: &mut Page, scenario: &Scenario, plan: &LeastPlan, futures: Option<&Futures>) {
    let funnel = &plan.funnel;
    let whole = funnel.periods >= scenario.plan.periods;
    let over = if whole {
        "horizon".to_owned()
    } else {
        format!("first {}", counted(funnel.periods, scenario.plan.period.word()))
    };
    let figures = Figures::new(scenario, plan.budget);
    let bands = futures.filter(|_| whole);
    let mut heads = vec![words(&over), numbers("today"), numbers("plan")];
    heads.extend(bands.map(|_| numbers("8 in 10 futures")));
    heads.extend([numbers("to the next"), numbers("today")]);
    let mut table = Table::new(heads);
    for row in &funnel.rows {
        let measure = measure(row);
        let mut cells = vec![label(measure).to_owned(), figures.count(row.today), figures.count(row.count)];
        if let Some(futures) = bands {
            let band = futures.plans.get(1).and_then(|plan| plan.bands.figure(measure));
            cells.push(eight_in_ten(&figures, Unit::Count, band.as_ref()));
        }
        let rate = |rate: Option<f64>| match measure {
            Measure::Customers => figures.number(rate, 2),
            Measure::Orders => String::new(),
            _ => figures.share(rate),
        };
        cells.extend([rate(row.rate), rate(row.rate_today)]);
        table.row(cells);
    }
    page.heading("The funnel from its end").table(&table);
    let mut costs = Table::new([
        words("cost of one"),
        numbers("today"),
        numbers("plan"),
        numbers("today, blended"),
        numbers("plan, blended"),
    ]);
    for row in &funnel.rows {
        costs.row([
            label(measure(row)).to_owned(),
            figures.money(row.cost_today),
            figures.money(row.cost),
            figures.money(row.blended_cost_today),
            figures.money(row.blended_cost),
        ]);
    }
    page.table(&costs).note(
        "To the next: visits that become leads, handled leads that become customers, orders of a new customer. Cost of one: investment per one \
         that there would not be without it; blended: per one of all.",
    );
}

fn measure(row: &FunnelRow) -> Measure {
    match row.stage {
        "visits" => Measure::Visits,
        "leads" => Measure::Leads,
        "customers" => Measure::Customers,
        _ => Measure::Orders,
    }
}

/// What the plan comes to in the objective of the scenario, which it does not look for.
fn compared(scenario: &Scenario, least: &LeastBudget, plan: &LeastPlan) -> String {
    let name = scenario.objective_name();
    let figures = Figures::new(scenario, plan.plan.objective.abs().max(plan.today.objective.abs()));
    let unit = objective_unit(scenario.plan.objective.word());
    let how = match least.searched_over {
        Some(draws) => format!(
            "The search is over {} draws: what the plan brings and its {name} are means over them, all other plain figures those at the medians.",
            grouped(draws as u64)
        ),
        None => "Plain figures are those at the medians.".to_owned(),
    };
    format!(
        "The plan comes to a {name} of {}, today's plan to {}. {} {how}",
        figures.figure(unit, Some(plan.plan.objective)),
        figures.figure(unit, Some(plan.today.objective)),
        objective(scenario)
    )
}
