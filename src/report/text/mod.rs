//! Results as text: a page for each command, with ANSI styles that the printer takes off where they are not wanted.

mod analysis;
mod best_budget;
mod comparison;
mod cut;
mod figures;
mod forecast;
mod frontier;
mod journal;
mod lab;
mod lab_lessons;
mod lab_play;
mod lab_world;
mod least_budget;
mod likelihood;
mod page;
mod proposal;
mod risk;
mod scorecard;
mod sensitivity;
mod table;
mod today;

pub use analysis::analysis;
pub use best_budget::best_budget;
pub use comparison::comparison;
pub use cut::cut;
pub(super) use figures::unit;
pub use forecast::{forecast, series};
pub use frontier::frontier;
pub use journal::{cycle, journal};
pub use lab::lab;
pub use lab_play::{board, cycle_played, play_help, play_note, play_rules, race, signals};
pub use lab_world::{lab_world, truth};
pub use least_budget::least_budget;
pub use proposal::proposal;
pub use risk::{judged, judged_loop};
pub use scorecard::scorecard;
pub use sensitivity::sensitivity;
pub use today::today;

use crate::scenario::{Objective, Scenario};

/// What the objective of a scenario is, in a sentence: it stands on every page that names it.
fn objective(scenario: &Scenario) -> String {
    let plan = &scenario.plan;
    let name = scenario.objective_name();
    let horizon = format!("the {}", counted(plan.periods, plan.period.word()));
    match plan.objective {
        Objective::Profit if name == plan.objective.word() => format!("Objective: profit, the sum of {horizon}."),
        Objective::Profit if name == "NPV" => format!("Objective: NPV, the profit of {horizon}, discounted to their start."),
        Objective::Profit => format!(
            "Objective: {name} = NPV + residual, the discounted profit of {horizon} and the discounted gross profit of what is under way at \
             their end, followed for {}.",
            counted(scenario.run_off(), plan.period.word())
        ),
        Objective::Revenue => format!("Objective: revenue, the sum of {horizon}."),
        Objective::Customers => format!("Objective: new customers in {horizon}."),
    }
}

/// `52 weeks`, `1 month`.
fn counted(count: usize, word: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {word}{plural}")
}

/// The head of a page: name and horizon.
fn title(scenario: &Scenario) -> String {
    let plan = &scenario.plan;
    let name = plan.name.replace(char::is_control, " ");
    format!("{name} · {} from {}", counted(plan.periods, plan.period.word()), plan.start)
}
