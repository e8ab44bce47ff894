//! The pages of `osa run`: today, each cycle as it ends, and what the loop achieved.

use crate::kaizen::{Cycle, Journal, Standing};
use crate::optimize::{ChannelMove, Column};
use crate::scenario::{Action, Measure, Scenario};
use crate::score::{Unit, score};
use crate::simulate::{Forecast, Futures};

use super::figures::{Figures, gap, label, objective_unit, unit};
use super::page::Page;
use super::table::{Table, numbers, words};
use super::{analysis, objective, proposal, scorecard, title};

/// The figures of the table before/after.
const MEASURES: [Measure; 12] = [
    Measure::Invest,
    Measure::Visits,
    Measure::Leads,
    Measure::Customers,
    Measure::Orders,
    Measure::Revenue,
    Measure::Profit,
    Measure::Npv,
    Measure::Residual,
    Measure::Roi,
    Measure::Cac,
    Measure::Payback,
];

/// From here on the loop's plan is the optimum but for rounding.
const CAPTURED: f64 = 0.999_5;
/// Spend that differs by less than this share of all spend is the same.
const SAME_SPEND: f64 = 1e-4;

/// The whole loop on one page.
#[must_use]
pub fn journal(scenario: &Scenario, journal: &Journal, futures: Option<&Futures>) -> String {
    let figures = Figures::of_columns(scenario, journal.after.forecast.totals.revenue);
    let mut page = Page::default();
    page.heading(&title(scenario));
    scorecard::add(&mut page, scenario, &journal.before.scorecard);
    analysis::add_weakest(&mut page, &journal.before.analysis);
    analysis::add_reconciliation(&mut page, scenario, &journal.before.analysis);
    page.heading("The loop: optimize, score, analyze").list(
        &journal
            .cycles
            .iter()
            .map(|cycle| format!("{} {}", head(scenario, &figures, cycle), cycle.reason))
            .collect::<Vec<_>>(),
    );
    page.note(&ending(scenario, journal, &figures));
    page.heading("Before and after").table(&before_after(scenario, journal, &figures));
    page.note(&columns(scenario, journal, &figures));
    if let Some(draws) = journal.proposal.expected_over {
        page.note(&proposal::searched_over(draws));
    }
    if let Some(futures) = futures {
        proposal::add_chances(&mut page, futures, ["the plan after the loop", "today's plan"], scenario, &figures);
    }
    let spends = Figures::new(scenario, journal.proposal.budget);
    proposal::add_moves(&mut page, &rows(scenario, journal), &spends);
    page.list(&actions(scenario, journal, &spends));
    if !journal.proposal.notes.is_empty() {
        let whose = match journal.captured {
            Some(captured) if captured < CAPTURED => "What holds the optimum back",
            Some(_) => "What holds it back",
            None => "Why nothing is gained",
        };
        page.heading(whose).list(&journal.proposal.notes);
    }
    page.finish()
}

/// One cycle in a few words, for the progress of a long run.
#[must_use]
pub fn cycle(scenario: &Scenario, cycle: &Cycle) -> String {
    head(scenario, &Figures::of_columns(scenario, cycle.after), cycle)
}

fn head(scenario: &Scenario, figures: &Figures, cycle: &Cycle) -> String {
    let unit = objective_unit(scenario.plan.objective.word());
    let mut text = format!(
        "Cycle {}: {} {} → {}",
        cycle.cycle,
        scenario.objective_name(),
        figures.figure(unit, Some(cycle.before)),
        figures.figure(unit, Some(cycle.after)),
    );
    if let Some(score) = cycle.score {
        text.push_str(&format!(", score {score:.0}"));
    }
    text + "."
}

/// What stopped the loop, and how far it came.
fn ending(scenario: &Scenario, journal: &Journal, figures: &Figures) -> String {
    let unit = objective_unit(journal.objective);
    let stopped = journal.stopped.trim_end_matches('.');
    let mut text = match journal.cycles.len() {
        0 => format!("The loop ended before its first cycle: {stopped}."),
        1 => format!("The loop stopped after 1 cycle: {stopped}."),
        cycles => format!("The loop stopped after {cycles} cycles: {stopped}."),
    };
    match journal.captured {
        Some(captured) => text.push_str(&format!(
            " It captured {} of what the optimum would gain ({} of {} {}).",
            figures.share(captured),
            figures.difference(unit, Some(journal.end - journal.start)),
            figures.difference(unit, Some(journal.optimum - journal.start)),
            scenario.objective_name(),
        )),
        None => text.push_str(" The optimum gains nothing over today's plan either."),
    }
    if !journal.cycles.is_empty() {
        text.push_str(" These gains are promised by the model and not yet measured.");
    }
    text
}

/// Today's plan at the budget, where that is another plan than today's.
fn scaled(journal: &Journal) -> Option<&Column> {
    let spend = |forecast: &Forecast| forecast.totals.invest;
    let today = spend(&journal.before.forecast);
    let scaled = journal.proposal.scaled.as_ref()?;
    ((spend(&scaled.forecast) - today).abs() > 1e-9 * today.abs()).then_some(scaled)
}

fn before_after(scenario: &Scenario, journal: &Journal, figures: &Figures) -> Table {
    let scaled = scaled(journal);
    let mut heads = vec![words("over the horizon"), numbers("today")];
    heads.extend(scaled.map(|_| numbers("today scaled")));
    heads.extend(["proposal", "change", ""].map(numbers));
    let mut table = Table::new(heads);
    let (before, after) = (&journal.before, &journal.after);
    let mut add = |name: &str, unit, from: Option<f64>, between: Option<Option<f64>>, to: Option<f64>| {
        let difference = from.zip(to).map(|(from, to)| gap(from, to));
        let relative = match (unit, from, to) {
            (Unit::Rate | Unit::Periods, ..) | (_, None, _) | (_, _, None) => String::new(),
            (_, Some(from), Some(to)) => figures.relative_change(from, to),
        };
        let mut row = vec![name.to_owned(), figures.figure(unit, from)];
        row.extend(between.map(|value| figures.figure(unit, value)));
        row.extend([figures.figure(unit, to), figures.difference(unit, difference), relative]);
        table.row(row);
    };
    let name = scenario.objective_name();
    add(
        name,
        objective_unit(journal.objective),
        Some(before.objective),
        scaled.map(|scaled| Some(scaled.objective)),
        Some(after.objective),
    );
    for measure in MEASURES.into_iter().filter(|&measure| label(measure) != name) {
        add(
            label(measure),
            unit(measure),
            before.forecast.figure(measure),
            scaled.map(|scaled| scaled.forecast.figure(measure)),
            after.forecast.figure(measure),
        );
    }
    if let (Some(from), Some(to)) = (before.scorecard.score, after.scorecard.score) {
        let mut row = vec!["score of 100".to_owned(), figures.number(from, 0)];
        row.extend(scaled.map(|scaled| figures.number(score(scenario, &scaled.forecast).score, 0)));
        let change = figures.difference(Unit::Count, Some(to.round() - from.round()));
        row.extend([figures.number(to, 0), change, String::new()]);
        table.row(row);
    }
    table
}

/// What the columns are, and what the objective is.
fn columns(scenario: &Scenario, journal: &Journal, figures: &Figures) -> String {
    let budget = figures.money(journal.proposal.budget);
    let spent = figures.money(journal.before.forecast.totals.invest);
    let columns = match scaled(journal) {
        Some(_) => format!(
            "Today is the plan of the file, which spends {spent} of the budget of {budget}; today scaled is the same split at that budget, as \
             far as limits let it; the proposal is what the loop ends with. Changes are against today."
        ),
        None => format!("Today is the plan of the file, the proposal what the loop ends with; the budget is {budget}."),
    };
    format!("{columns} {}", objective(scenario))
}

/// What each channel spends today and at the end of the loop. A limit is told only where it is this very plan that it binds.
fn rows(scenario: &Scenario, journal: &Journal) -> Vec<ChannelMove> {
    let small = SAME_SPEND * journal.after.forecast.totals.invest;
    let found = journal.proposal.channels.iter().zip(&scenario.channels).enumerate();
    found
        .map(|(c, (best, channel))| {
            let after = &journal.after.forecast.channels[c];
            let same = (best.after - after.invest).abs() <= small;
            ChannelMove {
                after: after.invest,
                marginal_roi: after.marginal_roi,
                limit: best.limit.filter(|_| same),
                limit_price: best.limit_price.filter(|_| same),
                extrapolated: channel.leaves_observed(journal.after.decision.channel(c)),
                ..best.clone()
            }
        })
        .collect()
}

/// What became of each action.
fn actions(scenario: &Scenario, journal: &Journal, figures: &Figures) -> Vec<String> {
    let cost = |i: usize| journal.proposal.actions.get(i).map(|choice| choice.cost);
    let taken = |of: &Standing, i: usize| of.decision.actions.get(i).copied().unwrap_or(false);
    let line = |(i, action): (usize, &Action)| match (taken(&journal.before, i), taken(&journal.after, i)) {
        (true, true) => format!("{}: stays in the plan.", action.name),
        (false, true) => format!("{}: taken into the plan for {}.", action.name, figures.money(cost(i))),
        (true, false) => format!("{}: taken out of the plan.", action.name),
        (false, false) => format!("{}: stays a candidate.", action.name),
    };
    scenario.actions.iter().enumerate().map(line).collect()
}
