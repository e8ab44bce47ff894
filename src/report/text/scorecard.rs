//! The page of `osa score`: Plan and the four stages by volume, quality, value and cost.

use crate::scenario::{Measure, Scenario};
use crate::score::{Aspect, Cell, Grade, Scorecard, Unit};
use crate::simulate::{Futures, StageRate};

use super::figures::{Figures, label, unit};
use super::likelihood::{drawn, eight_in_ten, probability};
use super::page::Page;
use super::table::{Table, numbers, words};
use super::title;

/// The scorecard with its targets and grades, then the shares of place and media.
#[must_use]
pub fn scorecard(scenario: &Scenario, scorecard: &Scorecard, futures: Option<&Futures>) -> String {
    let mut page = Page::default();
    page.heading(&title(scenario));
    add(&mut page, scenario, scorecard);
    if let Some(futures) = futures {
        add_targets(&mut page, scenario, futures);
    }
    page.table(&shares(scenario, scorecard)).finish()
}

/// The card and its score alone, as a block of a longer page.
pub(super) fn add(page: &mut Page, scenario: &Scenario, scorecard: &Scorecard) {
    let largest = scorecard
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter_map(|cell| cell.value)
        .fold(0.0, f64::max);
    let figures = Figures::new(scenario, largest);
    let mut table = Table::new([
        words("stage"),
        words("aspect"),
        words("figure"),
        numbers("value"),
        numbers("target"),
        words(""),
    ]);
    for (i, row) in scorecard.rows.iter().enumerate() {
        if i > 0 {
            table.rule();
        }
        let mut stage = capitalized(row.name);
        let mut last = None;
        for (j, cell) in row.cells.iter().enumerate() {
            let next = row.cells.get(j + 1);
            if next.is_some_and(|next| says_the_same(cell, next)) {
                continue;
            }
            let doubled = j > 0 && says_the_same(&row.cells[j - 1], cell);
            let [value, target] = figures.with_target(cell.unit, cell.value, cell.target);
            let aspect = if last == Some(cell.aspect) { "" } else { aspect_word(cell.aspect) };
            last = Some(cell.aspect);
            table.row([
                std::mem::take(&mut stage),
                aspect.to_owned(),
                words_of(cell, doubled, scenario.plan.period.word()),
                value,
                target,
                cell.grade.map_or("", grade_word).to_owned(),
            ]);
        }
    }
    page.table(&table);
    match scorecard.score {
        Some(score) => page.note(&format!(
            "Score: {score:.0} of 100: what the figures with a target reach of it, on average. A: all of it, B: at least 90 %, C: 75 %, D: half, E: less."
        )),
        None => page.note("No score: the scenario has no target. Set some in [plan.targets], act.target or convert.target."),
    };
}

/// How likely each target is to be reached, beside the range of what is aimed at.
fn add_targets(page: &mut Page, scenario: &Scenario, futures: &Futures) {
    let plan = &futures.plans[0];
    let figures = Figures::new(scenario, plan.bands.totals.revenue.p90);
    let rates = &plan.bands.rates;
    let stage = |&(rate, reached): &(StageRate, f64)| {
        let period = scenario.plan.period.word();
        let (label, unit, band, target) = match rate {
            StageRate::Visits => (format!("visits a {period}"), Unit::Count, &rates.visits, scenario.reach.target),
            StageRate::Act => ("act rate".to_owned(), Unit::Rate, &rates.act, scenario.act.target),
            StageRate::Convert => ("convert rate".to_owned(), Unit::Rate, &rates.convert, scenario.convert.target),
            StageRate::Retention => (
                "retention".to_owned(),
                Unit::Rate,
                &rates.retention,
                scenario.engage.retention_target,
            ),
            StageRate::Repeat => ("repeat rate".to_owned(), Unit::Rate, &rates.repeat, scenario.engage.repeat_target),
        };
        (label, unit, Some(*band), target, reached)
    };
    let of_plan = |&(measure, reached): &(Measure, f64)| {
        let target = scenario.plan.targets.get(&measure).copied();
        (
            label(measure).to_owned(),
            unit(measure),
            plan.bands.figure(measure),
            target,
            reached,
        )
    };
    let chances = &plan.probabilities;
    let rows: Vec<_> = chances
        .targets
        .iter()
        .map(of_plan)
        .chain(chances.stage_targets.iter().map(stage))
        .collect();
    if !rows.is_empty() {
        let mut table = Table::new([words("target"), numbers(""), numbers("8 in 10 futures"), numbers("reached in")]);
        for (label, unit, band, target, reached) in rows {
            table.row([
                label,
                figures.figure(unit, target),
                eight_in_ten(&figures, unit, band.as_ref()),
                probability(reached, plan.bands.objective.draws),
            ]);
        }
        page.table(&table);
    }
    page.note(&drawn(futures));
}

/// Whether a cell repeats the next one: where all visits are of one quality, the rate of all is that of the organic ones.
fn says_the_same(cell: &Cell, next: &Cell) -> bool {
    let of_all = cell.measure == Measure::ActRate.key() || cell.measure == Measure::ConvertRate.key();
    let near = |(a, b): (f64, f64)| (a - b).abs() <= 1e-9 * b.abs();
    of_all && cell.target.is_none() && cell.unit == next.unit && cell.value.zip(next.value).is_some_and(near)
}

/// The words for a figure, with the period of the scenario; without whose it is where that makes no difference.
fn words_of(cell: &Cell, doubled: bool, period: &str) -> String {
    let label = match cell.label.split_once(", ") {
        Some((rate, _)) if doubled => rate,
        _ => cell.label,
    };
    label.replace("a period", &format!("a {period}"))
}

fn shares(scenario: &Scenario, scorecard: &Scorecard) -> Table {
    let figures = Figures::new(scenario, 0.0);
    let mut table = Table::new([words("share of"), numbers("visits"), numbers("customers"), numbers("gross profit")]);
    for share in &scorecard.shares {
        table.row([
            share.kind.to_owned(),
            figures.share(share.visits),
            figures.share(share.customers),
            figures.share(share.gross),
        ]);
    }
    table
}

/// The letter of a grade.
pub(super) const fn grade_word(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "A",
        Grade::B => "B",
        Grade::C => "C",
        Grade::D => "D",
        Grade::E => "E",
    }
}

const fn aspect_word(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Volume => "volume",
        Aspect::Quality => "quality",
        Aspect::Value => "value",
        Aspect::Cost => "cost",
    }
}

/// `reach` as `Reach`.
pub(super) fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
