//! Results as text: a page for each command, with ANSI styles that the printer takes off where they are not wanted.

mod analysis;
mod comparison;
mod figures;
mod forecast;
mod journal;
mod page;
mod proposal;
mod scorecard;
mod table;
mod today;

pub use analysis::analysis;
pub use comparison::comparison;
pub use forecast::{forecast, series};
pub use journal::{cycle, journal};
pub use proposal::proposal;
pub use scorecard::scorecard;
pub use today::today;

use crate::scenario::Scenario;

/// The head of a page: name and horizon.
fn title(scenario: &Scenario) -> String {
    let plan = &scenario.plan;
    let plural = if plan.periods == 1 { "" } else { "s" };
    let name = plan.name.replace(char::is_control, " ");
    format!("{name} · {} {}{plural} from {}", plan.periods, plan.period.word(), plan.start)
}
