//! The page of `osa optimize`: three plans side by side, what moves, and what holds it back.

use crate::format::ABSENT;
use crate::optimize::{Bound, ChannelMove, Column, Proposal, Status};
use crate::scenario::{Measure, Scenario};

use super::figures::{Figures, gap, label, objective_unit, unit};
use super::page::Page;
use super::table::{Table, numbers, words};
use super::title;

/// The figures that a proposal is judged by.
const MEASURES: [Measure; 9] = [
    Measure::Invest,
    Measure::Visits,
    Measure::Leads,
    Measure::Customers,
    Measure::Revenue,
    Measure::Profit,
    Measure::Roi,
    Measure::Cac,
    Measure::Payback,
];

/// Today, today scaled to the budget, the proposal; then channels, actions and notes.
#[must_use]
pub fn proposal(scenario: &Scenario, proposal: &Proposal) -> String {
    let figures = Figures::new(scenario, proposal.proposal.forecast.totals.revenue);
    let mut page = Page::default();
    page.heading(&title(scenario));
    // Where nothing can be gained, the first of the notes says so and why.
    let (first, notes) = proposal
        .notes
        .split_at(usize::from(proposal.status == Status::NothingToGain).min(proposal.notes.len()));
    match first {
        [nothing_to_gain] => page.note(nothing_to_gain),
        _ => page.note(&gain(proposal, &figures)),
    };
    let columns = [
        ("today", Some(&proposal.today)),
        ("today scaled", proposal.scaled.as_ref()),
        ("proposal", Some(&proposal.proposal)),
    ];
    page.table(&side_by_side(proposal.objective, &columns, &figures));
    page.table(&moves(proposal, &figures));
    if proposal.channels.iter().any(|channel| channel.extrapolated) {
        page.note("* outside the range that was ever spent: extrapolated, not experienced.");
    }
    if !proposal.actions.is_empty() {
        page.table(&actions(proposal, &figures));
    }
    page.list(notes).note(&certainty(proposal, &figures));
    page.finish()
}

/// What the proposal is worth, in one sentence.
fn gain(proposal: &Proposal, figures: &Figures) -> String {
    let unit = objective_unit(proposal.objective);
    let budget = figures.money(proposal.budget);
    let against = |other: &Column| figures.difference(unit, Some(gap(other.objective, proposal.proposal.objective)));
    let mut text = format!(
        "The proposal spends {budget} and changes {} by {} against today",
        proposal.objective,
        against(&proposal.today)
    );
    if let Some(scaled) = &proposal.scaled {
        text.push_str(&format!(", by {} against today scaled to the same budget", against(scaled)));
    }
    text.push('.');
    text
}

/// Plans as columns; the objective in the first row.
fn side_by_side(objective: &str, columns: &[(&str, Option<&Column>)], figures: &Figures) -> Table {
    let mut table = Table::new(std::iter::once(words("over the horizon")).chain(columns.iter().map(|(name, _)| numbers(name))));
    let cells = |of: &dyn Fn(&Column) -> String| -> Vec<String> {
        columns
            .iter()
            .map(|(_, column)| column.map_or_else(|| ABSENT.to_owned(), of))
            .collect()
    };
    let first = format!("objective: {objective}");
    table.row(std::iter::once(first).chain(cells(&|column| figures.figure(objective_unit(objective), Some(column.objective)))));
    for measure in MEASURES {
        let values = cells(&|column| figures.figure(unit(measure), column.forecast.figure(measure)));
        table.row(std::iter::once(label(measure).to_owned()).chain(values));
    }
    table
}

/// What each channel gets.
fn moves(proposal: &Proposal, figures: &Figures) -> Table {
    let before = format!("before {}", figures.currency());
    let mut table = Table::new([
        words("channel"),
        numbers(&before),
        numbers("after"),
        numbers("change"),
        numbers(""),
        numbers("marginal ROI"),
        words("limit"),
    ]);
    for channel in &proposal.channels {
        let limit = match (channel.limit, channel.extrapolated) {
            (None, false) => "",
            (None, true) => "*",
            (Some(Bound::Min), false) => "min",
            (Some(Bound::Min), true) => "min *",
            (Some(Bound::Max), false) => "max",
            (Some(Bound::Max), true) => "max *",
            (Some(Bound::Locked), false) => "locked",
            (Some(Bound::Locked), true) => "locked *",
        };
        table.row([
            channel.name.clone(),
            figures.amount(channel.before),
            figures.amount(channel.after),
            figures.amount_change(gap(channel.before, channel.after)),
            figures.relative_change(channel.before, channel.after),
            figures.share_change(channel.marginal_roi),
            limit.to_owned(),
        ]);
    }
    let sum = |of: fn(&ChannelMove) -> f64| proposal.channels.iter().map(of).sum::<f64>();
    let (before, after) = (sum(|channel| channel.before), sum(|channel| channel.after));
    table.rule().row([
        "all channels".to_owned(),
        figures.amount(before),
        figures.amount(after),
        figures.amount_change(gap(before, after)),
        figures.relative_change(before, after),
        String::new(),
        String::new(),
    ]);
    table
}

fn actions(proposal: &Proposal, figures: &Figures) -> Table {
    let cost = format!("cost {}", figures.currency());
    let gain = format!("net gain in {}", proposal.objective);
    let mut table = Table::new([words("action"), words("today"), words("proposal"), numbers(&cost), numbers(&gain)]);
    let word = |done: bool| if done { "done" } else { "–" };
    for action in &proposal.actions {
        table.row([
            action.name.clone(),
            word(action.before).to_owned(),
            word(action.after).to_owned(),
            figures.amount(action.cost),
            figures.difference(objective_unit(proposal.objective), Some(action.net_gain)),
        ]);
    }
    table
}

/// How sure it is that there is nothing better.
fn certainty(proposal: &Proposal, figures: &Figures) -> String {
    let unit = objective_unit(proposal.objective);
    let mut text = match proposal.status {
        Status::Converged | Status::NothingToGain => "The search converged",
        Status::Kink => "The search ended where capacity is just met",
        Status::NoProgress => "The search found no better plan, short of its tolerance",
        Status::StepLimit => "The search was stopped by its limit of steps and may be improved",
    }
    .to_owned();
    text.push_str(&format!(
        "; {} of {} starts end at the same value (residual {:.1e}).",
        proposal.agreement, proposal.starts, proposal.residual
    ));
    if let Some(bound) = proposal.upper_bound {
        text.push_str(&format!(
            " No plan within the limits can bring more than {}.",
            figures.figure(unit, Some(bound))
        ));
    }
    if let Some(price) = proposal.budget_price {
        text.push_str(&format!(
            " One more {} of budget would add {}.",
            figures.currency(),
            figures.small(unit, price)
        ));
    }
    text
}
