//! The page of `osa optimize --cut`: what goes first, step by step and channel by channel.

use crate::format::ABSENT;
use crate::optimize::{ActionCut, Bound, ChannelCut, Cut};
use crate::scenario::Scenario;
use crate::score::Unit;

use super::figures::{Figures, gap, objective_unit};
use super::page::Page;
use super::proposal::searched_over;
use super::scorecard::capitalized;
use super::table::{Table, numbers, words};
use super::{objective, title};

/// Channels that the order names one by one.
const NAMED: usize = 5;

/// What is lost, what goes first, the steps, the channels, the actions.
#[must_use]
pub fn cut(scenario: &Scenario, cut: &Cut) -> String {
    let figures = Figures::new(scenario, cut.steps[0].budget);
    let mut page = Page::default();
    page.heading(&title(scenario));
    page.note(&loss(scenario, cut, &figures));
    page.note(&order(cut, &figures));
    page.table(&steps(scenario, cut, &figures));
    page.note(&objective(scenario));
    if let Some(draws) = cut.expected_over {
        page.note(&searched_over(draws));
    }
    page.table(&channels(cut, &figures));
    page.note(
        "Full budget is the best plan before the cut; half by is how much of the budget is cut when a channel has given up half of what it gives up.",
    );
    if !cut.actions.is_empty() {
        page.table(&actions(cut, &figures));
    }
    page.finish()
}

fn loss(scenario: &Scenario, cut: &Cut, figures: &Figures) -> String {
    let unit = objective_unit(cut.objective);
    let (full, last) = (&cut.steps[0], &cut.steps[cut.steps.len() - 1]);
    let lost = gap(last.objective, full.objective);
    let name = scenario.objective_name();
    let budgets = format!(
        "A cut of the budget by {}, from {} to {},",
        percent(cut.share, figures),
        figures.money(full.budget),
        figures.money(last.budget)
    );
    let amount = figures.figure(unit, Some(lost.abs()));
    let share = if full.objective > 0.0 && lost > 0.0 {
        format!(", {} of it", figures.share(lost / full.objective))
    } else {
        String::new()
    };
    match lost {
        0.0 => format!("{budgets} costs no {name}."),
        lost if lost < 0.0 => format!("{budgets} gains {amount} of {name}: the last money of the full budget loses."),
        _ if unit == Unit::Count => format!("{budgets} costs {amount} customers at the best plan{share}."),
        _ => format!("{budgets} costs {amount} of {name} at the best plan{share}."),
    }
}

/// Who gives way first, then next; and who does not.
fn order(cut: &Cut, figures: &Figures) -> String {
    let losing: Vec<&ChannelCut> = cut.channels.iter().filter(|row| row.halfway.is_some()).collect();
    let named = |row: &ChannelCut| {
        let given = figures.money(row.full() - row.cut());
        if row.cut() <= 0.0 {
            format!("{}, all of its {given}", row.name)
        } else {
            format!("{}, {given} of its {}", row.name, figures.money(row.full()))
        }
    };
    let mut text = String::new();
    for (k, row) in losing.iter().take(NAMED).enumerate() {
        text.push_str(match k {
            0 => "First: ",
            1 if row.turn == losing[0].turn => ", together with ",
            k if row.turn == losing[k - 1].turn => " and ",
            _ => "; then ",
        });
        text.push_str(&named(row));
    }
    match losing.len() {
        0 => text.push_str("No channel gives up money."),
        count if count > NAMED => text.push_str(&format!("; and {} more.", count - NAMED)),
        _ => text.push('.'),
    }
    for action in cut.actions.iter().filter(|action| action.dropped.is_some()) {
        text.push_str(&format!(
            " {} is dropped {}.",
            capitalized(&action.name),
            when(cut, action, figures)
        ));
    }
    let held: Vec<String> = (cut.channels.iter())
        .filter(|row| row.halfway.is_none())
        .filter_map(|row| {
            let key = row.held.filter(|bound| is_floor(*bound))?.key();
            Some(format!("{} ({key})", row.name))
        })
        .collect();
    if !held.is_empty() {
        text.push_str(&format!(" Held by a limit, and no part of the cut: {}.", held.join(", ")));
    }
    text
}

/// Whether a limit keeps money from going down.
const fn is_floor(bound: Bound) -> bool {
    matches!(
        bound,
        Bound::Min | Bound::MinTotal | Bound::Locked | Bound::Committed | Bound::Step | Bound::Ramp | Bound::Burst
    )
}

/// From which cut on an action is not done.
fn when(cut: &Cut, action: &ActionCut, figures: &Figures) -> String {
    match action.dropped {
        None => "never".to_owned(),
        Some(0) => "at once".to_owned(),
        Some(step) => format!("at a cut of {}", percent(cut_at(cut, step as f64), figures)),
    }
}

/// A share of the budget: whole percents where it is some, else a tenth of one.
fn percent(share: f64, figures: &Figures) -> String {
    let tenths = (share * 1000.0).round();
    let decimals = usize::from(tenths % 10.0 != 0.0);
    format!("{} %", figures.number(share * 100.0, decimals))
}

/// Share of the budget that is cut after so many steps.
fn cut_at(cut: &Cut, step: f64) -> f64 {
    cut.share * step / (cut.steps.len() - 1) as f64
}

fn steps(scenario: &Scenario, cut: &Cut, figures: &Figures) -> Table {
    let unit = objective_unit(cut.objective);
    let (budget, next) = (format!("budget {}", figures.currency()), format!("next {}", figures.currency()));
    let mut table = Table::new([
        numbers("cut"),
        numbers(&budget),
        numbers(scenario.objective_name()),
        numbers("lost"),
        numbers(&next),
    ]);
    let value = |value: f64| {
        if unit == Unit::Money {
            figures.amount(value)
        } else {
            figures.count(value)
        }
    };
    for (k, step) in cut.steps.iter().enumerate() {
        table.row([
            percent(cut_at(cut, k as f64), figures),
            figures.amount(step.budget),
            value(step.objective),
            value(gap(step.objective, cut.steps[0].objective)),
            step.price
                .map_or_else(|| ABSENT.to_owned(), |price| super::frontier::slope(price, figures)),
        ]);
    }
    table
}

fn channels(cut: &Cut, figures: &Figures) -> Table {
    let full = format!("full budget {}", figures.currency());
    let mut table = Table::new([
        words("channel"),
        numbers("today"),
        numbers(&full),
        numbers("cut"),
        numbers("kept"),
        numbers("half by"),
        words("limit"),
    ]);
    for row in &cut.channels {
        table.row([
            row.name.clone(),
            figures.amount(row.today),
            figures.amount(row.full()),
            figures.amount(row.cut()),
            figures.share(row.kept()),
            row.halfway
                .map_or_else(String::new, |halfway| percent(cut.share * halfway, figures)),
            row.held.map_or_else(String::new, |bound| bound.key().to_owned()),
        ]);
    }
    let sum = |of: fn(&ChannelCut) -> f64| cut.channels.iter().map(of).sum::<f64>();
    let (today, full, last) = (sum(|row| row.today), sum(ChannelCut::full), sum(ChannelCut::cut));
    table.rule().row([
        "all channels".to_owned(),
        figures.amount(today),
        figures.amount(full),
        figures.amount(last),
        figures.share((full > 0.0).then(|| last / full)),
        String::new(),
        String::new(),
    ]);
    table
}

fn actions(cut: &Cut, figures: &Figures) -> Table {
    let cost = format!("cost {}", figures.currency());
    let mut table = Table::new([words("action"), numbers(&cost), words("dropped")]);
    for action in &cut.actions {
        table.row([action.name.clone(), figures.amount(action.cost), when(cut, action, figures)]);
    }
    table
}
