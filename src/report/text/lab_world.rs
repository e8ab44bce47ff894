//! The pages of one world of `osa lab`: a strategy's way through it, and what was hidden.

use crate::format::{ABSENT, Format};
use crate::lab::{Because, CourseShown, CycleShown, Experiment, Hidden, Interval, Strategy, WorldShown};
use crate::report::lab_terms::hidden_amount;
use crate::scenario::Scenario;

use super::counted;
use super::figures::Figures;
use super::lab::{Amounts, quoted};
use super::likelihood::span;
use super::page::Page;
use super::sensitivity::short;
use super::table::{Table, numbers, words};

/// Moved channels that are named; the rest is counted.
const NAMED: usize = 4;

/// How a strategy went through the world shown, cycle by cycle.
#[must_use]
pub fn lab_world(scenario: &Scenario, experiment: &Experiment, strategy: Strategy) -> String {
    let shown = &experiment.shown;
    let mut page = Page::default();
    page.heading(&format!("World {}: {}", shown.world, quoted(strategy)));
    let Some(course) = shown.courses.iter().find(|course| course.strategy == strategy) else {
        page.note(&format!("{} does not play in this world.", quoted(strategy)));
        return page.finish();
    };
    let amounts = Amounts::new(scenario, experiment.objective);
    let objective = scenario.objective_name();
    page.note(&if strategy == Strategy::Learner {
        format!(
            "Your {objective} came to {}; your plan is worth {} over changing nothing, luck taken out.",
            amounts.whole(course.value),
            amounts.whole_change(course.true_gain)
        )
    } else {
        format!(
            "Its {objective} came to {}. It would report {} as gained; its plan is worth {} over changing nothing, luck taken out.",
            amounts.whole(course.value),
            amounts.whole_change(course.claimed),
            amounts.whole_change(course.true_gain)
        )
    });
    page.table(&cycles(scenario, experiment, course));
    if course
        .cycles
        .iter()
        .filter_map(|cycle| cycle.predicted)
        .any(|predicted| !is_one_number(predicted))
    {
        page.note("Customers: new customers of the cycle; predicted: eight chances in ten.");
    }
    let figures = Figures::new(scenario, 0.0);
    let moves: Vec<String> = (course.cycles.iter()).filter_map(|cycle| told(scenario, &figures, cycle)).collect();
    if moves.is_empty() {
        page.note("Nothing was changed.");
    }
    page.list(&moves);
    page.finish()
}

fn cycles(scenario: &Scenario, experiment: &Experiment, course: &CourseShown) -> Table {
    let largest = course.cycles.iter().map(|cycle| cycle.measured.revenue.abs()).fold(0.0, f64::max);
    let figures = Figures::of_columns(scenario, largest);
    let mut table = Table::new([
        numbers("cycle"),
        words("from"),
        numbers("predicted"),
        numbers("customers"),
        words(""),
        numbers(&format!("invest {}", figures.currency())),
        numbers("profit"),
    ]);
    for cycle in &course.cycles {
        let date = cycle
            .cycle
            .checked_sub(1)
            .and_then(|at| experiment.cycles.get(at))
            .map_or(ABSENT, |span| &span.date);
        let measured = &cycle.measured;
        table.row([
            cycle.cycle.to_string(),
            date.to_owned(),
            cycle.predicted.map_or_else(String::new, |predicted| {
                if is_one_number(predicted) {
                    figures.count(predicted.p50)
                } else {
                    span(figures.count(predicted.p10), figures.count(predicted.p90))
                }
            }),
            figures.count(measured.customers),
            cycle
                .predicted
                .map_or("", |predicted| beside(predicted, measured.customers))
                .to_owned(),
            figures.amount(measured.invest),
            figures.amount(measured.profit),
        ]);
    }
    table
}

/// Whether a number was predicted, and no interval: a learner says one.
fn is_one_number(predicted: Interval) -> bool {
    predicted.p10 == predicted.p90
}

/// Where a measured number lies beside what was predicted.
fn beside(predicted: Interval, measured: f64) -> &'static str {
    match measured {
        _ if is_one_number(predicted) => "",
        measured if measured < predicted.p10 => "below",
        measured if measured > predicted.p90 => "above",
        _ => "",
    }
}

/// What was done before a cycle, and why; nothing where nothing was.
fn told(scenario: &Scenario, figures: &Figures, cycle: &CycleShown) -> Option<String> {
    let mut moves: Vec<(&String, f64)> = cycle
        .moves
        .iter()
        .map(|(channel, change)| (channel, *change))
        .filter(|(_, change)| *change != 0.0)
        .collect();
    if moves.is_empty() && cycle.actions.is_empty() && matches!(cycle.because, Because::Standing) {
        return None;
    }
    moves.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let more = moves.len().saturating_sub(NAMED);
    let mut parts: Vec<String> = (moves.iter().take(NAMED))
        .map(|(channel, change)| format!("{channel} {}", figures.money_change(*change)))
        .collect();
    if more > 0 {
        parts.push(counted(more, "more channel"));
    }
    let mut text = format!("Cycle {}, {}", cycle.cycle, because(cycle.because));
    if parts.is_empty() && cycle.actions.is_empty() {
        text.push_str(": no move");
    } else if !parts.is_empty() {
        text.push_str(&format!(": {} a {}", parts.join(", "), scenario.plan.period.word()));
    }
    if !cycle.actions.is_empty() {
        let join = if parts.is_empty() { ":" } else { ";" };
        text.push_str(&format!("{join} taken up: {}", cycle.actions.join(", ")));
    }
    Some(text + ".")
}

/// Why a move is made, in a few words.
fn because(because: Because) -> String {
    match because {
        Because::Standing => "as before".to_owned(),
        Because::Jump => "the jump to the believed optimum".to_owned(),
        Because::Step => "a step on trial".to_owned(),
        Because::Confirmed => "a signal confirms the last step, and the next one".to_owned(),
        Because::Undone => "a signal speaks against the last step, which is undone".to_owned(),
        Because::Wiggle => "to make up for the last deviation".to_owned(),
        Because::LooksBetter => "the last cycle looked better: another change".to_owned(),
        Because::LooksWorse => "the last cycle looked worse: its change goes".to_owned(),
        Because::LowestRate(stage) => format!("the lowest rate is that of {}", stage.name()),
        Because::Sample => "as if a sample of the beliefs were true".to_owned(),
        Because::Foresight => "knowing what is to come".to_owned(),
        Because::Learner => "your move".to_owned(),
    }
}

/// What was hidden in the world shown, beside what was believed of it.
#[must_use]
pub fn truth(scenario: &Scenario, shown: &WorldShown) -> String {
    let format = Format::new(&scenario.plan.currency);
    let mut page = Page::default();
    page.heading(&format!("World {}: what was hidden", shown.world));
    if shown.truth.is_empty() {
        page.note("Nothing: this world is what the scenario says.");
        return page.finish();
    }
    let mut table = Table::new([
        words("quantity"),
        numbers("truth"),
        numbers("believed"),
        numbers("9 in 10"),
        words("from"),
    ]);
    for hidden in &shown.truth {
        let write = |x: f64| hidden_amount(&format, &hidden.key, x);
        table.row([
            short(&hidden.key),
            write(hidden.truth),
            hidden.believed.map_or_else(|| ABSENT.to_owned(), write),
            hidden.range.map_or_else(String::new, |[low, high]| span(write(low), write(high))),
            start(scenario, hidden),
        ]);
    }
    page.table(&table);
    page.note("Believed: the median of what the scenario says, and nine chances in ten; – where nobody thought of it.");
    page.finish()
}

/// When a shock or a competitor begins: `week 8`.
fn start(scenario: &Scenario, hidden: &Hidden) -> String {
    hidden
        .start
        .map_or_else(String::new, |period| format!("{} {}", scenario.plan.period.word(), period + 1))
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::report::lab_fixture::{Shape, classroom, experiment};

    fn plain(page: &str) -> String {
        let page = anstream::adapter::strip_str(page).to_string();
        for line in page.lines() {
            assert!(line.width() <= 80, "{} columns: {line}", line.width());
        }
        page
    }

    #[test]
    fn each_cycle_has_its_row_and_each_move_its_reason() {
        let experiment = experiment(&Shape::default());
        let page = plain(&lab_world(&classroom(), &experiment, Strategy::Kaizen));
        assert!(page.starts_with("World 1: “kaizen”"), "{page}");
        assert!(page.contains("2026-12-01") && page.contains("110 to 140"), "{page}");
        assert!(
            page.contains("Cycle 1, a step on trial: flyers −150 €, search +150 € a month."),
            "{page}"
        );
        assert!(page.contains("taken up: Gift wrapping"), "{page}");
        assert!(!page.contains("Cycle 4,"), "{page}");
        let mut crowd = experiment.clone();
        for n in 0..3 {
            crowd.shown.courses[2].cycles[0].moves.insert(format!("other {n}"), 1.0);
        }
        let page = plain(&lab_world(&classroom(), &crowd, Strategy::Kaizen));
        assert!(
            page.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .contains("1 more channel a month"),
            "{page}"
        );
        let hold = plain(&lab_world(&classroom(), &experiment, Strategy::Hold));
        assert!(hold.contains("Nothing was changed."), "{hold}");
        assert!(plain(&lab_world(&classroom(), &experiment, Strategy::Learner)).contains("does not play"));
        let customers = Shape {
            objective: "customers",
            scale: 1e9,
            cycles: 1,
            worlds: 1,
            ..Shape::default()
        };
        for strategy in Strategy::ALL {
            plain(&lab_world(
                &classroom(),
                &super::super::super::lab_fixture::experiment(&customers),
                strategy,
            ));
        }
    }

    #[test]
    fn the_truth_stands_beside_the_belief() {
        let mut shown = experiment(&Shape::default()).shown;
        let page = plain(&truth(&classroom(), &shown));
        let line = |name: &str| {
            page.lines()
                .find(|line| line.starts_with(name))
                .unwrap_or_else(|| panic!("no {name} in\n{page}"))
                .to_owned()
        };
        let rate = line("act.rate");
        assert!(["8.3 %", "10 %", "7 % to 14 %"].iter().all(|cell| rate.contains(cell)), "{rate}");
        let shock = line("lab.shock.convert");
        assert!(shock.contains("−20 %") && shock.ends_with("month 8"), "{shock}");
        shown.truth.clear();
        assert!(plain(&truth(&classroom(), &shown)).contains("what the scenario says"));
    }
}
