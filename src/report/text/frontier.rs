//! The page of `osa optimize --frontier`: what each budget is worth, and where its money goes.

use crate::format::ABSENT;
use crate::optimize::{Frontier, FrontierPoint};
use crate::scenario::Scenario;
use crate::simulate::{Band, Futures};

use super::figures::{Figures, objective_unit};
use super::likelihood;
use super::page::Page;
use super::proposal::searched_over;
use super::table::{Table, numbers, words};
use super::{objective, title};

/// Budgets whose plans stand side by side.
const PLANS: usize = 5;

/// A point with what it is called and its futures.
struct Row<'a> {
    point: &'a FrontierPoint,
    name: &'static str,
    band: Option<&'a Band>,
}

/// The conclusion, the curve as a table, and the plans of some of its budgets.
#[must_use]
pub fn frontier(scenario: &Scenario, frontier: &Frontier, futures: Option<&Futures>) -> String {
    let largest = frontier.plans().map(|point| point.budget.abs()).fold(0.0, f64::max);
    let figures = Figures::new(scenario, largest);
    let mut page = Page::default();
    page.heading(&title(scenario));
    page.note(&conclusion(scenario, frontier, &figures));
    page.table(&curve(scenario, frontier, &rows(frontier, futures), &figures));
    let spent = if frontier.spend_all {
        "Each budget is spent in full"
    } else {
        "Each budget is spent as far as the next unit gains"
    };
    page.note(&format!(
        "{} {spent}, by its best plan within the limits; next {} is what one more of it adds.",
        objective(scenario),
        figures.currency()
    ));
    if let Some(draws) = frontier.expected_over {
        page.note(&searched_over(draws));
    }
    if let Some(futures) = futures {
        page.note(&likelihood::drawn(futures));
    }
    page.table(&plans(scenario, frontier, &figures));
    if !frontier.left_out.is_empty() {
        page.note(&format!(
            "The limits leave no plan for {} of the budgets, {} to {}.",
            frontier.left_out.len(),
            figures.money(frontier.left_out[0]),
            figures.money(frontier.left_out[frontier.left_out.len() - 1])
        ));
    }
    page.finish()
}

/// Points and marks by their budgets, with their futures.
fn rows<'a>(frontier: &'a Frontier, futures: Option<&'a Futures>) -> Vec<Row<'a>> {
    let names = std::iter::repeat_n("", frontier.points.len()).chain(["today's plan"]);
    let marks = [("proposal", frontier.proposal.is_some()), ("maximum", frontier.maximum.is_some())];
    let names = names.chain(marks.into_iter().filter(|mark| mark.1).map(|mark| mark.0));
    let mut bands = futures
        .into_iter()
        .flat_map(|futures| &futures.plans)
        .map(|plan| &plan.bands.objective);
    let mut rows: Vec<Row> = (frontier.plans().zip(names))
        .map(|(point, name)| Row {
            point,
            name,
            band: bands.next(),
        })
        .collect();
    rows.sort_by(|a, b| a.point.budget.total_cmp(&b.point.budget));
    // a mark stands in the place of the point with its budget
    let marked: Vec<f64> = (rows.iter())
        .filter(|row| matches!(row.name, "proposal" | "maximum"))
        .map(|row| row.point.budget)
        .collect();
    rows.retain(|row| !row.name.is_empty() || !marked.contains(&row.point.budget));
    rows
}

fn conclusion(scenario: &Scenario, frontier: &Frontier, figures: &Figures) -> String {
    let name = scenario.objective_name();
    let unit = objective_unit(frontier.objective);
    let (first, last) = (&frontier.points[0], &frontier.points[frontier.points.len() - 1]);
    let value = |point: &FrontierPoint| figures.figure(unit, Some(point.objective));
    let mut text = match &frontier.maximum {
        Some(maximum) => format!(
            "The most {name} is {}, at a budget of {}: a further {} returns nothing there.",
            value(maximum),
            figures.money(maximum.budget),
            figures.currency()
        ),
        None if first.budget == last.budget => format!(
            "The limits leave one budget, {}: its best plan brings {} of {name}.",
            figures.money(first.budget),
            value(first)
        ),
        None if last.objective >= first.objective => format!(
            "More money brings more {name} up to {}, the largest budget looked at: {} there.",
            figures.money(last.budget),
            value(last)
        ),
        None => format!(
            "Less money brings more {name} down to {}, the smallest budget looked at: {} there.",
            figures.money(first.budget),
            value(first)
        ),
    };
    if let Some(proposal) = &frontier.proposal
        && let Some(price) = proposal.price
    {
        text.push_str(&format!(
            " At today's budget of {} the best plan brings {}, and the next {} {} {}.",
            figures.money(proposal.budget),
            value(proposal),
            figures.currency(),
            if price < 0.0 { "takes away" } else { "adds" },
            figures.small(unit, price.abs())
        ));
    }
    text
}

fn curve(scenario: &Scenario, frontier: &Frontier, rows: &[Row], figures: &Figures) -> Table {
    let unit = objective_unit(frontier.objective);
    let money = matches!(unit, crate::score::Unit::Money);
    let (budget, next) = (format!("budget {}", figures.currency()), format!("next {}", figures.currency()));
    let banded = rows.iter().any(|row| row.band.is_some());
    let mut columns = vec![numbers(&budget), numbers(scenario.objective_name())];
    if banded {
        columns.push(numbers("in 8 futures of 10"));
    }
    columns.extend([numbers(&next), numbers("ROI"), words("")]);
    let mut table = Table::new(columns);
    for row in rows {
        let point = row.point;
        let value = |value: f64| if money { figures.amount(value) } else { figures.count(value) };
        let mut cells = vec![figures.amount(point.budget), value(point.objective)];
        if banded {
            cells.push(
                row.band
                    .map_or_else(String::new, |band| likelihood::span(value(band.p10), value(band.p90))),
            );
        }
        let left = point.budget - point.spent;
        let note = match row.name {
            "" if left > 0.005 * point.budget.max(1.0) => format!("{} unspent", figures.amount(left)),
            name => name.to_owned(),
        };
        cells.extend([
            point.price.map_or_else(|| ABSENT.to_owned(), |price| slope(price, figures)),
            figures.share_change(point.roi),
            note,
        ]);
        table.row(cells);
    }
    table
}

/// What a unit of money adds: at the top nothing, whatever rounding leaves.
pub(super) fn slope(price: f64, figures: &Figures) -> String {
    let decimals = if price.abs() < 1.0 { 3 } else { 2 };
    let text = figures.number(price, decimals);
    let is_nothing = !text.chars().any(|c| ('1'..='9').contains(&c));
    if is_nothing { "0".to_owned() } else { text }
}

/// Money of each channel, and the actions, at some of the budgets.
fn plans(scenario: &Scenario, frontier: &Frontier, figures: &Figures) -> Table {
    let last = frontier.points.len() - 1;
    let mut places: Vec<usize> = (0..PLANS).map(|k| k * last / (PLANS - 1)).collect();
    places.dedup();
    let points: Vec<&FrontierPoint> = places.into_iter().map(|k| &frontier.points[k]).collect();
    let heads: Vec<String> = points.iter().map(|point| figures.amount(point.budget)).collect();
    let channel = format!("{} at a budget of", figures.currency());
    let mut table = Table::new(std::iter::once(words(&channel)).chain(heads.iter().map(|head| numbers(head))));
    for (c, channel) in scenario.channels.iter().enumerate() {
        let cells = points.iter().map(|point| figures.amount(point.decision.channel_total(c)));
        table.row(std::iter::once(channel.name.clone()).chain(cells));
    }
    let candidates = scenario.actions.iter().enumerate().filter(|(_, action)| !action.done);
    for (a, action) in candidates {
        let cells = points
            .iter()
            .map(|point| if point.decision.actions[a] { "done" } else { "–" }.to_owned());
        table.row(std::iter::once(action.name.clone()).chain(cells));
    }
    table
}
