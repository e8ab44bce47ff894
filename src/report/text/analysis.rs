//! The page of `osa analyze`: the weakest stage and why, what each channel returns, and the model's today beside the planner's.

use std::cmp::Ordering;

use crate::analyze::{Analysis, Basis, LeverKind, StageFinding};
use crate::format::ABSENT;
use crate::model::Stage;
use crate::scenario::{Measure, Scenario};
use crate::score::Unit;
use crate::simulate::Futures;

use super::figures::{Figures, label, objective_unit, unit};
use super::likelihood::{drawn, eight_in_ten, grouped, probability, span};
use super::page::Page;
use super::scorecard::capitalized;
use super::table::{Table, numbers, words};
use super::{objective, title};

/// Stages, channels, capacity, reconciliation.
#[must_use]
pub fn analysis(scenario: &Scenario, analysis: &Analysis, futures: Option<&Futures>) -> String {
    let figures = Figures::new(scenario, analysis.value);
    let mut page = Page::default();
    page.heading(&title(scenario));
    add_weakest(&mut page, analysis);
    let name = scenario.objective_name();
    page.table(&stages(analysis, &figures));
    page.note(&format!(
        "At stake is what comes with the target, or with the best known way up. {} Elasticity: percent of it for one percent of the rate; \
         no stage is ranked by that, for in a product of rates all are alike.",
        objective(scenario)
    ));
    if let Some(likely) = likely_weakest(analysis, &figures) {
        page.note(&likely);
    }
    let others: Vec<&String> = analysis
        .stages
        .iter()
        .filter(|finding| Some(finding.stage) != analysis.weakest)
        .map(|finding| &finding.why)
        .collect();
    page.list(&others);
    if let Some(capacity) = &analysis.capacity {
        page.note(&format!(
            "Capacity binds in {} of the {}s; the longest queue is {} leads. 1 % more capacity is worth {}, 1 % more visits {}.",
            figures.share(capacity.bound_periods),
            scenario.plan.period.word(),
            figures.count(capacity.peak_backlog),
            worth(analysis, &figures, capacity.value_of_one_percent),
            worth(analysis, &figures, capacity.value_of_one_percent_visits),
        ));
    }
    let levers = levers(analysis, &figures);
    if !levers.is_empty() {
        page.heading("Known ways up").table(&levers);
    }
    page.heading("Channels").table(&channels(analysis, scenario, futures, &figures));
    page.note(&format!(
        "What a channel adds is what {name} loses if it alone is left out; the interaction is what they add only together. Marginal ROI \
         is what the next unit of money on a channel earns beyond itself."
    ));
    if let Some(futures) = futures {
        page.note(&format!("Marginal ROI is that of 8 in 10 futures. {}", drawn(futures)));
    }
    add_reconciliation(&mut page, scenario, analysis);
    page.finish()
}

/// How likely each stage is to be the weakest, and what is at stake in it.
fn likely_weakest(analysis: &Analysis, figures: &Figures) -> Option<String> {
    let draws = analysis.weakest_draws?;
    let unit = objective_unit(analysis.objective);
    let mut stages: Vec<&StageFinding> = (analysis.stages.iter())
        .filter(|stage| stage.probability_weakest.is_some_and(|share| share > 0.0))
        .collect();
    stages.sort_by(|a, b| b.probability_weakest.partial_cmp(&a.probability_weakest).unwrap_or(Ordering::Equal));
    let told: Vec<String> = (stages.iter())
        .map(|stage| {
            let share = probability(stage.probability_weakest.unwrap_or_default(), draws as u64);
            let stake = stage.at_stake_band.as_ref().map_or_else(String::new, |band| {
                format!(" (at stake: {} in 8 of 10)", eight_in_ten(figures, unit, Some(band)))
            });
            format!("{} in {share}{stake}", capitalized(stage.stage.word()))
        })
        .collect();
    (!told.is_empty()).then(|| format!("The weakest stage of {} futures: {}.", grouped(draws as u64), told.join(", ")))
}

/// The weakest stage and the sentence that says why.
pub(super) fn add_weakest(page: &mut Page, analysis: &Analysis) {
    match analysis.weakest.and_then(|stage| finding(analysis, stage)) {
        Some(weakest) => {
            page.heading(&format!("Weakest stage: {}", capitalized(weakest.stage.word())))
                .note(&weakest.why);
        }
        None => {
            page.heading("Weakest stage: not known")
                .note("No stage has a target or a known way up. Set act.target, convert.target or reach.target, or add an [[action]].");
        }
    }
}

fn finding(analysis: &Analysis, stage: Stage) -> Option<&StageFinding> {
    analysis.stages.iter().find(|finding| finding.stage == stage)
}

fn stages(analysis: &Analysis, figures: &Figures) -> Table {
    let stake = format!("at stake {}", counted_in(analysis, figures));
    let mut table = Table::new([
        words("stage"),
        words("figure"),
        numbers("today"),
        numbers("target"),
        numbers("elasticity"),
        numbers(&stake),
        words("by"),
    ]);
    for finding in &analysis.stages {
        let (measured_by, unit) = match finding.stage {
            Stage::Reach => ("visits", Unit::Count),
            Stage::Act => ("act rate", Unit::Rate),
            Stage::Convert => ("convert rate", Unit::Rate),
            Stage::Engage => ("retention", Unit::Rate),
        };
        let [today, target] = figures.with_target(unit, Some(finding.rate), finding.target);
        table.row([
            capitalized(finding.stage.word()),
            measured_by.to_owned(),
            today,
            target,
            figures.number(finding.elasticity, 2),
            finding
                .value_at_stake
                .map_or_else(|| ABSENT.to_owned(), |value| change(analysis, figures, value)),
            basis_word(finding.basis).to_owned(),
        ]);
        if let Some(repeat_rate) = finding.repeat_rate {
            let [today, target] = figures.with_target(Unit::Rate, Some(repeat_rate), finding.repeat_target);
            table.row(["", "repeat rate", &today, &target, "", "", ""]);
        }
    }
    table
}

const fn basis_word(basis: Basis) -> &'static str {
    match basis {
        Basis::Target => "target",
        Basis::Lever => "lever",
        Basis::Unranked => "–",
    }
}

fn levers(analysis: &Analysis, figures: &Figures) -> Table {
    let cost = format!("cost {}", figures.currency());
    let gain = format!("net gain {}", counted_in(analysis, figures));
    let mut table = Table::new([words("stage"), words("way up"), numbers(&cost), numbers(&gain)]);
    for finding in &analysis.stages {
        let mut stage = capitalized(finding.stage.word());
        for lever in &finding.levers {
            let name = match lever.kind {
                LeverKind::Action => lever.name.clone(),
                LeverKind::Channel => format!("1 % of the budget through {}", lever.name),
            };
            table.row([
                std::mem::take(&mut stage),
                name,
                figures.amount(lever.cost),
                change(analysis, figures, lever.net_gain),
            ]);
        }
    }
    table
}

fn channels(analysis: &Analysis, scenario: &Scenario, futures: Option<&Futures>, figures: &Figures) -> Table {
    let spend = format!("{} a {}", figures.currency(), scenario.plan.period.word());
    let contribution = format!("adds {}", counted_in(analysis, figures));
    let mut table = Table::new([
        words("channel"),
        numbers(&spend),
        numbers("seen so far"),
        numbers("marginal ROI"),
        numbers(&contribution),
    ]);
    for (c, channel) in analysis.channels.iter().enumerate() {
        let band = futures.and_then(|futures| futures.plans[0].bands.channels.get(c)?.marginal_roi);
        let marginal_roi = match band {
            Some(band) => span(figures.share_change(band.p10), figures.share_change(band.p90)),
            None => figures.share_change(channel.marginal_roi),
        };
        let (now, seen) = channel.response.as_ref().map_or_else(
            || [ABSENT, ABSENT].map(str::to_owned).into(),
            |response| (figures.amount(response.now), range(figures, response.observed)),
        );
        let contribution = channel.contribution;
        table.row([
            channel.name.clone(),
            now,
            seen,
            marginal_roi,
            contribution.map_or_else(|| ABSENT.to_owned(), |value| change(analysis, figures, value)),
        ]);
    }
    for action in &analysis.actions {
        table.row([&action.name, "", "", "", &change(analysis, figures, action.contribution)]);
    }
    if let Some(interaction) = analysis.interaction {
        table
            .rule()
            .row(["interaction", "", "", "", &change(analysis, figures, interaction)]);
    }
    table
}

fn range(figures: &Figures, (least, most): (f64, f64)) -> String {
    if least == most {
        figures.amount(least)
    } else {
        format!("{}–{}", figures.amount(least), figures.amount(most))
    }
}

/// The planner's own figures beside the status quo of the model.
pub(super) fn add_reconciliation(page: &mut Page, scenario: &Scenario, analysis: &Analysis) {
    if analysis.reconciliation.is_empty() {
        return;
    }
    let period = scenario.plan.period.word();
    let largest = analysis.reconciliation.iter().filter_map(|line| line.modelled).fold(0.0, f64::max);
    let figures = Figures::new(scenario, largest);
    let mut table = Table::new([
        words(&format!("a {period} today")),
        numbers("your figure"),
        numbers("model"),
        numbers("difference"),
    ]);
    for line in &analysis.reconciliation {
        let measure = Measure::ALL.iter().find(|measure| measure.key() == line.measure);
        let (name, unit) = measure.map_or((line.measure, Unit::Ratio), |&measure| (label(measure), unit(measure)));
        table.row([
            name.to_owned(),
            figures.figure(unit, Some(line.observed)),
            figures.figure(unit, line.modelled),
            figures.share_change(line.difference),
        ]);
    }
    page.heading("Your own figures beside the model's today").table(&table);
}

/// What the objective is counted in, for the head of a column.
fn counted_in<'a>(analysis: &Analysis, figures: &'a Figures) -> &'a str {
    match objective_unit(analysis.objective) {
        Unit::Money => figures.currency(),
        _ => "customers",
    }
}

/// A value of the objective with its sign; money without its currency.
fn change(analysis: &Analysis, figures: &Figures, value: f64) -> String {
    match objective_unit(analysis.objective) {
        Unit::Money => figures.amount_change(value),
        unit => figures.difference(unit, Some(value)),
    }
}

/// The same in a sentence, money with its currency.
fn worth(analysis: &Analysis, figures: &Figures, value: f64) -> String {
    match objective_unit(analysis.objective) {
        Unit::Money => figures.money_change(value),
        unit => format!("{} customers", figures.difference(unit, Some(value))),
    }
}
