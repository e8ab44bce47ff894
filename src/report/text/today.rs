//! The page of `osa check` for a scenario without mistakes: the model's today beside the planner's own figures.

use crate::analyze::Today;
use crate::scenario::{Scenario, Sourced};

use super::figures::{Figures, label, unit};
use super::page::Page;
use super::table::{Table, numbers, words};
use super::title;

/// The status quo, figure by figure, and how many numbers of the scenario nobody says the source of.
#[must_use]
pub fn today(scenario: &Scenario, today: &Today, sourced: Sourced) -> String {
    let period = scenario.plan.period.word();
    let largest = today.figures.iter().filter_map(|figure| figure.modelled).fold(0.0, f64::max);
    let figures = Figures::new(scenario, largest);
    let mut table = Table::new([
        words(&format!("a {period} today")),
        numbers("your figure"),
        numbers("model"),
        numbers("difference"),
    ]);
    for figure in &today.figures {
        let unit = unit(figure.measure);
        table.row([
            label(figure.measure).to_owned(),
            figures.figure(unit, figure.observed),
            figures.figure(unit, figure.modelled),
            figures.share_change(figure.difference),
        ]);
    }
    let mut page = Page::default();
    page.heading(&title(scenario)).table(&table).note(&format!(
        "No mistakes. The model's today is the steady {period} before the plan begins: every channel at its history, season index 1, the \
             starting customers, every uncertain number at its median. Write your own figures into [plan.today] to compare."
    ));
    if sourced.bare > 0 {
        page.note(&format!(
            "{} of {} numbers have no source. Write `source = \"…\"` into their tables: a report shows it beside them.",
            sourced.bare, sourced.numbers
        ));
    }
    page.finish()
}
