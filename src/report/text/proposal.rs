//! The page of `osa optimize`: three plans side by side, what moves, and what holds it back.

use crate::format::ABSENT;
use crate::optimize::{Bound, ChannelMove, Column, Proposal, Status};
use crate::scenario::{Measure, Scenario};
use crate::score::Unit;
use crate::simulate::Futures;

use super::figures::{Figures, gap, label, objective_unit, unit};
use super::likelihood;
use super::page::Page;
use super::table::{Table, numbers, words};
use super::{objective, title};

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
pub fn proposal(scenario: &Scenario, proposal: &Proposal, futures: Option<&Futures>) -> String {
    let figures = Figures::of_columns(scenario, proposal.proposal.forecast.totals.revenue);
    let name = scenario.objective_name();
    let mut page = Page::default();
    page.heading(&title(scenario));
    // Where nothing can be gained, the first of the notes says so and why.
    let (first, notes) = proposal
        .notes
        .split_at(usize::from(proposal.status == Status::NothingToGain).min(proposal.notes.len()));
    match first {
        [nothing_to_gain] => page.note(nothing_to_gain),
        _ => page.note(&gain(proposal, name, &figures)),
    };
    let columns = [
        ("today", Some(&proposal.today)),
        ("today scaled", proposal.scaled.as_ref()),
        ("proposal", Some(&proposal.proposal)),
        ("no limits", proposal.unlimited.as_ref()),
    ];
    // without limits of channels there is nothing to lift
    let columns = &columns[..if proposal.unlimited.is_some() { 4 } else { 3 }];
    page.table(&side_by_side(proposal.objective, name, columns, &figures));
    let lifted = match proposal.unlimited {
        Some(_) => "; no limits is the best plan without the limits of single channels",
        None => "",
    };
    page.note(&format!(
        "{} Today is the plan of the file; today scaled is the same split at the budget of {}, as far as limits let it{lifted}.",
        objective(scenario),
        figures.money(proposal.budget)
    ));
    if let Some(draws) = proposal.expected_over {
        page.note(&searched_over(draws));
    }
    if let Some(futures) = futures {
        add_chances(&mut page, futures, ["the proposal", "today's plan"], scenario, &figures);
    }
    let spends = Figures::new(scenario, proposal.budget);
    add_moves(&mut page, &proposal.channels, &spends);
    if !proposal.actions.is_empty() {
        page.table(&actions(proposal, name, &spends));
    }
    if proposal.status != Status::NothingToGain {
        let why: Vec<String> = (proposal.channels.iter().map(|row| row.why.clone()))
            .filter(|sentence| !sentence.is_empty())
            .collect();
        page.list(&why);
    }
    page.list(notes).note(&certainty(proposal, name, &figures));
    page.finish()
}

/// What the objective is where a search is over draws.
pub(super) fn searched_over(draws: usize) -> String {
    format!(
        "The search is over {} draws of its own: objectives and gains are means over them, all other plain figures those at the medians.",
        likelihood::grouped(draws as u64)
    )
}

/// How sure the gain of the second of the plans over the first is.
pub(super) fn add_chances(page: &mut Page, futures: &Futures, names: [&str; 2], scenario: &Scenario, figures: &Figures) {
    let unit = objective_unit(scenario.plan.objective.word());
    let mut text = likelihood::gain(figures, unit, names, scenario.objective_name(), &futures.differences[0]);
    let [plan, other] = names;
    if let Some(returns) = likelihood::returns(futures, &[other, plan]) {
        text.push_str(&format!(" {returns}"));
    }
    page.note(&format!("{text} {}", likelihood::drawn(futures)));
}

/// What the proposal is worth, in one sentence.
fn gain(proposal: &Proposal, name: &str, figures: &Figures) -> String {
    let unit = objective_unit(proposal.objective);
    let budget = figures.money(proposal.budget);
    let spent = figures.money(proposal.proposal.forecast.totals.invest);
    let against = |other: &Column| {
        let gap = gap(other.objective, proposal.proposal.objective);
        let more = if gap < 0.0 { "less" } else { "more" };
        (figures.figure(unit, Some(gap.abs())), more)
    };
    let (amount, more) = against(&proposal.today);
    let how = if proposal.expected_over.is_some() {
        "on average"
    } else {
        "at the medians"
    };
    let mut text =
        format!("The proposal spends {spent} of the budget of {budget} and, {how}, brings {amount} {more} {name} than today's plan");
    if let Some(scaled) = proposal.scaled.as_ref().filter(|scaled| scaled.decision != proposal.today.decision) {
        let (amount, more) = against(scaled);
        text.push_str(&format!(", {amount} {more} than today's plan scaled to the budget"));
    }
    text.push('.');
    text
}

/// Plans as columns; the objective in the first row.
fn side_by_side(objective: &str, name: &str, columns: &[(&str, Option<&Column>)], figures: &Figures) -> Table {
    let mut table = Table::new(std::iter::once(words("over the horizon")).chain(columns.iter().map(|(name, _)| numbers(name))));
    let cells = |of: &dyn Fn(&Column) -> String| -> Vec<String> {
        columns
            .iter()
            .map(|(_, column)| column.map_or_else(|| ABSENT.to_owned(), of))
            .collect()
    };
    table.row(std::iter::once(name.to_owned()).chain(cells(&|column| figures.figure(objective_unit(objective), Some(column.objective)))));
    for measure in MEASURES.into_iter().filter(|&measure| label(measure) != name) {
        let values = cells(&|column| figures.figure(unit(measure), column.forecast.figure(measure)));
        table.row(std::iter::once(label(measure).to_owned()).chain(values));
    }
    table
}

/// What each channel gets, and what the star behind a row means.
pub(super) fn add_moves(page: &mut Page, rows: &[ChannelMove], figures: &Figures) {
    page.table(&moves(rows, figures));
    if rows.iter().any(|row| row.extrapolated) {
        page.note("* outside the range of spend that was ever observed: extrapolated, not experienced.");
    }
}

fn moves(rows: &[ChannelMove], figures: &Figures) -> Table {
    let before = format!("today {}", figures.currency());
    let mut table = Table::new([
        words("channel"),
        numbers(&before),
        numbers("proposal"),
        numbers("change"),
        numbers(""),
        numbers("marginal ROI"),
        words("limit"),
    ]);
    for channel in rows {
        let limit = match (channel.limit.map(Bound::key), channel.extrapolated) {
            (None, false) => String::new(),
            (None, true) => "*".to_owned(),
            (Some(key), false) => key.to_owned(),
            (Some(key), true) => format!("{key} *"),
        };
        table.row([
            channel.name.clone(),
            figures.amount(channel.before),
            figures.amount(channel.after),
            figures.amount_change(gap(channel.before, channel.after)),
            figures.relative_change(channel.before, channel.after),
            figures.share_change(channel.marginal_roi),
            limit,
        ]);
    }
    let sum = |of: fn(&ChannelMove) -> f64| rows.iter().map(of).sum::<f64>();
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

fn actions(proposal: &Proposal, name: &str, figures: &Figures) -> Table {
    let cost = format!("cost {}", figures.currency());
    let gain = format!("net gain in {name}");
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
fn certainty(proposal: &Proposal, name: &str, figures: &Figures) -> String {
    let unit = objective_unit(proposal.objective);
    let mut text = match proposal.status {
        Status::Converged | Status::NothingToGain => "The search converged",
        Status::Kink => "The search ended where capacity is just met",
        Status::NoProgress => "The search found no better plan, short of its tolerance",
        Status::StepLimit => "The search was stopped by its limit of steps and may be improved",
    }
    .to_owned();
    text.push_str(&format!(
        "; {}, and moving one more {} would gain at most {:.1e}.",
        agreement(proposal.agreement, proposal.starts),
        figures.currency(),
        proposal.residual
    ));
    match (proposal.upper_bound, proposal.gap) {
        (Some(_), Some(gap)) if gap < PROVED => {
            text.push_str(" It is proved that no plan within the limits is better by more than two millionths.")
        }
        (Some(bound), _) => text.push_str(&format!(
            " No plan within the limits can bring more {name} than {}: that is proved.",
            figures.figure(unit, Some(bound))
        )),
        (None, _) if proposal.starts > 1 => {
            text.push_str(" No bound is known here: what speaks for the plan is how many starts agree.");
        }
        (None, _) => text.push_str(" No bound is known here."),
    }
    if let Some(price) = proposal.budget_price {
        text.push_str(&format!(
            " One more {} of budget would {} {}{}.",
            figures.currency(),
            if price < 0.0 { "lose" } else { "add" },
            figures.small(unit, price.abs()),
            if unit == Unit::Money {
                format!(" of {name}")
            } else {
                String::new()
            }
        ));
    }
    text
}

/// A gap to the bound below which nothing is left to find.
const PROVED: f64 = 2e-6;

fn agreement(agreement: usize, starts: usize) -> String {
    match (agreement, starts) {
        (_, 1) => "it had one start".to_owned(),
        (0, _) => format!("its best plan is the neighbour of the best end of {starts} starts"),
        _ => format!("{agreement} of {starts} starts end at the same value"),
    }
}
