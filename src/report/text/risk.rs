//! What a search climbed where that is not the mean: the last note of a page.

use crate::optimize::Judged;
use crate::scenario::Scenario;
use crate::simulate::Risk;

use super::figures::{Figures, objective_unit};
use super::likelihood::{grouped, probability};
use super::page::Page;

/// What a proposal's search climbed, of today's plan and of the proposal.
#[must_use]
pub fn judged(scenario: &Scenario, judged: &Judged) -> String {
    let unit = objective_unit(scenario.plan.objective.word());
    let figures = Figures::new(scenario, judged.proposal.abs().max(judged.today.abs()));
    let draws = judged.draws as u64;
    let figure = |value: f64| match judged.risk {
        Risk::Probability { .. } => probability(value, draws),
        Risk::Mean | Risk::Cvar { .. } | Risk::MeanDeviation { .. } => figures.figure(unit, Some(value)),
    };
    let mut page = Page::default();
    page.heading("By risk").note(&format!(
        "The search climbed {} of {} draws: {} with today's plan, {} with the proposal. The objectives above are means over these draws{}.",
        described(judged.risk, scenario, &figures),
        grouped(draws),
        figure(judged.today),
        figure(judged.proposal),
        match judged.risk {
            Risk::Probability { .. } => "",
            Risk::Mean | Risk::Cvar { .. } | Risk::MeanDeviation { .. } =>
                ", and what limits and the next money add is told of what was climbed",
        }
    ));
    page.finish()
}

/// What stands in the place of means on the page of a loop.
#[must_use]
pub fn judged_loop(scenario: &Scenario, risk: Risk, draws: usize) -> String {
    let figures = Figures::new(scenario, 0.0);
    let mut page = Page::default();
    page.heading("By risk").note(&format!(
        "The loop and its search climb {} of {} draws: it stands above wherever an objective or a gain is called a mean.",
        described(risk, scenario, &figures),
        grouped(draws as u64)
    ));
    page.finish()
}

fn described(risk: Risk, scenario: &Scenario, figures: &Figures) -> String {
    let name = scenario.objective_name();
    match risk {
        Risk::Mean => "the mean".to_owned(),
        Risk::Cvar { worst } => format!("the mean {name} of the worst {}", figures.share(worst)),
        Risk::Probability { target } => {
            let unit = objective_unit(scenario.plan.objective.word());
            format!("the share with a {name} of at least {}, out", figures.figure(unit, Some(target)))
        }
        Risk::MeanDeviation { lambda, worst } => format!(
            "the mean {name} less {} times what the worst {} are below it, out",
            figures.number(lambda, 2),
            figures.share(worst)
        ),
    }
}
