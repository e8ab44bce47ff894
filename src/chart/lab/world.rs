//! One hidden world as every strategy played it, and the learner too where there was one.

use super::super::{Drawing, Look, table::Table, terms};
use super::race::{self, Runner};
use super::{LabInput, Worlds, strategy};
use crate::lab::{CourseShown, Strategy};
use crate::say;

/// `None` where no course has a cycle.
pub(super) fn draw(input: &LabInput, look: &Look) -> Option<Drawing> {
    let shown = &input.experiment.shown;
    let drawn: Vec<&CourseShown> = shown.courses.iter().filter(|course| end(course).is_some()).collect();
    let hold = drawn.iter().find(|course| course.strategy == Strategy::Hold)?;
    let (words, n) = (input.words(), input.experiment.cycles.len());
    let subtitle = say!(
        words,
        "lab-world-subtitle",
        objective = terms::objective(words, input.experiment.objective, terms::Form::Title),
        unit = input.unit(),
        cycles = input.count(n),
        n = n,
        horizon = input.horizon(),
    );
    let mut sheet = input.sheet(Worlds::Shown, look, &title(input, &drawn, hold), &subtitle);
    let runners: Vec<Runner> = drawn
        .iter()
        .map(|course| {
            let values: Vec<f64> = course.path.iter().zip(&hold.path).map(|(own, hold)| own - hold).collect();
            let so_far = input.amount(end(course));
            let lead = input.change(values.last().copied());
            Runner {
                strategy: course.strategy,
                amount: match course.strategy {
                    Strategy::Hold => so_far,
                    _ => say!(words, "lab-world-amount", amount = so_far, change = lead),
                },
                values,
                bands: None,
            }
        })
        .collect();
    race::draw(&mut sheet, input, &runners);
    Some(Drawing {
        sheet,
        table: table(&drawn),
    })
}

/// The objective so far at the end.
fn end(course: &CourseShown) -> Option<f64> {
    course.path.last().copied().filter(|end| end.is_finite() && course.path.len() > 1)
}

fn title(input: &LabInput, drawn: &[&CourseShown], hold: &CourseShown) -> String {
    let words = input.words();
    let world = input.count(input.experiment.shown.world);
    let ends = || drawn.iter().filter_map(|course| Some((course.strategy, end(course)?)));
    let best_of = |but: Strategy| {
        let others = ends().filter(|(strategy, _)| !matches!(strategy, Strategy::Oracle) && *strategy != but);
        others.max_by(|a, b| a.1.total_cmp(&b.1))
    };
    let learner = ends().find(|(strategy, _)| *strategy == Strategy::Learner);
    if let (Some((_, own)), Some((best, other))) = (learner, best_of(Strategy::Learner)) {
        let place = 1 + ends().filter(|(_, end)| *end > own).count();
        let other_name = strategy(words, best);
        return match own >= other {
            true => say!(
                words,
                "lab-world-title-first",
                place = place,
                world = world,
                strategy = other_name,
                gap = input.amount(own - other)
            ),
            false => say!(
                words,
                "lab-world-title-learner",
                world = world,
                place = input.count(place),
                all = input.count(drawn.len()),
                strategy = other_name,
                gap = input.amount(other - own),
            ),
        };
    }
    let nothing = end(hold).unwrap_or(0.0);
    match best_of(Strategy::Hold) {
        Some((best, other)) if other > nothing => say!(
            words,
            "lab-world-title",
            world = world,
            strategy = strategy(words, best),
            gain = input.change(other - nothing),
        ),
        _ => say!(words, "lab-world-title-none", world = world),
    }
}

fn table(drawn: &[&CourseShown]) -> Table {
    let mut table = Table::new(&["strategy", "cycle", "so_far"]);
    for course in drawn {
        for (cycle, so_far) in course.path.iter().enumerate() {
            table.row([course.strategy.word().into(), cycle.into(), (*so_far).into()]);
        }
    }
    table
}
