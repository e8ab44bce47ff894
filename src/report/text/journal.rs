//! The pages of `osa run`: today, each cycle as it ends, and what the loop achieved.

use crate::kaizen::{Cycle, Journal, Standing};
use crate::scenario::{Action, Measure, Scenario};
use crate::score::Unit;

use super::figures::{Figures, gap, label, objective_unit, unit};
use super::page::Page;
use super::table::{Table, numbers, words};
use super::{analysis, scorecard, title};

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

/// The whole loop on one page.
#[must_use]
pub fn journal(scenario: &Scenario, journal: &Journal) -> String {
    let figures = Figures::new(scenario, journal.after.forecast.totals.revenue);
    let mut page = Page::default();
    page.heading(&title(scenario));
    scorecard::add(&mut page, scenario, &journal.before.scorecard);
    analysis::add_weakest(&mut page, &journal.before.analysis);
    analysis::add_reconciliation(&mut page, scenario, &journal.before.analysis);
    page.heading("The loop: optimize, score, analyze").list(
        &journal
            .cycles
            .iter()
            .map(|cycle| sentence(&figures, journal.objective, cycle))
            .collect::<Vec<_>>(),
    );
    page.note(&ending(journal, &figures));
    page.heading("Before and after").table(&before_after(journal, &figures));
    page.table(&channels(journal, &figures));
    page.list(&actions(scenario, journal));
    page.finish()
}

/// One cycle in one sentence, for the progress of a long run.
#[must_use]
pub fn cycle(scenario: &Scenario, cycle: &Cycle) -> String {
    let figures = Figures::new(scenario, cycle.after);
    sentence(&figures, scenario.plan.objective.word(), cycle)
}

fn sentence(figures: &Figures, objective: &str, cycle: &Cycle) -> String {
    let unit = objective_unit(objective);
    let mut text = format!(
        "Cycle {}: {} {} → {} ({})",
        cycle.cycle,
        objective,
        figures.figure(unit, Some(cycle.before)),
        figures.figure(unit, Some(cycle.after)),
        figures.difference(unit, Some(cycle.after - cycle.before)),
    );
    if let Some(score) = cycle.score {
        text.push_str(&format!(", score {score:.0}"));
    }
    text.push_str(". ");
    text.push_str(&cycle.reason);
    text
}

/// What stopped the loop, and how far it came.
fn ending(journal: &Journal, figures: &Figures) -> String {
    let unit = objective_unit(journal.objective);
    let stopped = journal.stopped.trim_end_matches('.');
    let mut text = match journal.cycles.len() {
        0 => format!("The loop ended before its first cycle: {stopped}."),
        1 => format!("The loop stopped after 1 cycle: {stopped}."),
        cycles => format!("The loop stopped after {cycles} cycles: {stopped}."),
    };
    match journal.captured {
        Some(captured) => text.push_str(&format!(
            " It captured {} of what the optimum would gain ({} of {}).",
            figures.share(captured),
            figures.difference(unit, Some(journal.end - journal.start)),
            figures.difference(unit, Some(journal.optimum - journal.start)),
        )),
        None => text.push_str(" The optimum gains nothing over the plan of the file either."),
    }
    if !journal.cycles.is_empty() {
        text.push_str(" These gains are promised by the model and not yet measured.");
    }
    text
}

fn before_after(journal: &Journal, figures: &Figures) -> Table {
    let mut table = Table::new([
        words("over the horizon"),
        numbers("before"),
        numbers("after"),
        numbers("change"),
        numbers(""),
    ]);
    let mut add = |name: String, unit, before: Option<f64>, after: Option<f64>| {
        let difference = before.zip(after).map(|(before, after)| gap(before, after));
        let relative = match (unit, before, after) {
            (Unit::Rate | Unit::Periods, ..) | (_, None, _) | (_, _, None) => String::new(),
            (_, Some(before), Some(after)) => figures.relative_change(before, after),
        };
        table.row([
            name,
            figures.figure(unit, before),
            figures.figure(unit, after),
            figures.difference(unit, difference),
            relative,
        ]);
    };
    let (before, after) = (&journal.before, &journal.after);
    add(
        format!("objective: {}", journal.objective),
        objective_unit(journal.objective),
        Some(before.objective),
        Some(after.objective),
    );
    for measure in MEASURES {
        add(
            label(measure).to_owned(),
            unit(measure),
            before.forecast.figure(measure),
            after.forecast.figure(measure),
        );
    }
    if let (Some(from), Some(to)) = (before.scorecard.score, after.scorecard.score) {
        table.row([
            "score of 100".to_owned(),
            figures.number(from, 0),
            figures.number(to, 0),
            figures.difference(Unit::Count, Some(to.round() - from.round())),
            String::new(),
        ]);
    }
    table
}

/// What each channel spends before, after, and at the optimum that the loop is measured against.
fn channels(journal: &Journal, figures: &Figures) -> Table {
    let before = format!("before {}", figures.currency());
    let mut table = Table::new([
        words("channel"),
        numbers(&before),
        numbers("after"),
        numbers("change"),
        numbers(""),
        numbers("optimum"),
        numbers("marginal ROI"),
    ]);
    let optimum = &journal.proposal.channels;
    for ((before, after), best) in journal
        .before
        .forecast
        .channels
        .iter()
        .zip(&journal.after.forecast.channels)
        .zip(optimum)
    {
        table.row([
            before.name.clone(),
            figures.amount(before.invest),
            figures.amount(after.invest),
            figures.amount_change(gap(before.invest, after.invest)),
            figures.relative_change(before.invest, after.invest),
            figures.amount(best.after),
            figures.share_change(after.marginal_roi),
        ]);
    }
    table
}

/// What became of each action.
fn actions(scenario: &Scenario, journal: &Journal) -> Vec<String> {
    let taken = |of: &Standing, i: usize| of.decision.actions.get(i).copied().unwrap_or(false);
    let line = |(i, action): (usize, &Action)| match (taken(&journal.before, i), taken(&journal.after, i)) {
        (true, true) => format!("{}: stays in the plan.", action.name),
        (false, true) => format!("{}: taken into the plan.", action.name),
        (true, false) => format!("{}: taken out of the plan.", action.name),
        (false, false) => format!("{}: stays a candidate.", action.name),
    };
    scenario.actions.iter().enumerate().map(line).collect()
}
