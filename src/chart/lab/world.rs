//! One hidden world as every strategy played it, and the learner too where there was one.

use super::super::{Drawing, Look, table::Table, terms};
use super::level::best_and_level;
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
    let subtitle = LabInput::sentences([
        Some(say!(
            words,
            "lab-world-subtitle",
            objective = terms::objective(words, input.experiment.objective, terms::Form::Title),
            unit = input.unit(),
            cycles = input.count(n),
            n = n,
            horizon = input.horizon(),
        )),
        input.later_elsewhere(),
    ]);
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
    let nothing = end(hold).unwrap_or(0.0);
    let of = |own: Strategy| drawn.iter().find(|course| course.strategy == own).and_then(|course| end(course));
    let others = |but: Strategy| -> Vec<(Strategy, f64)> {
        let ends = drawn.iter().filter_map(|course| Some((course.strategy, end(course)?)));
        ends.filter(|(own, _)| !matches!(own, Strategy::Oracle) && *own != but).collect()
    };
    let written = |end: f64| input.change(end - nothing);
    if let Some(own) = of(Strategy::Learner) {
        return learner_title(input, drawn, own, &best_and_level(&others(Strategy::Learner), nothing, written));
    }
    let leaders = best_and_level(&others(Strategy::Hold), nothing, written);
    let oracle = of(Strategy::Oracle);
    match leaders[..] {
        [(best, other), ..] if other > nothing => {
            let standing = match oracle {
                None => "absent",
                Some(oracle) if best_and_level(&[(Strategy::Oracle, oracle), (best, other)], nothing, written).len() > 1 => "level",
                Some(oracle) if oracle < other => "beaten",
                Some(_) => "ahead",
            };
            match leaders.len() {
                1 => say!(
                    words,
                    "lab-world-title",
                    oracle = standing,
                    world = world,
                    strategy = strategy(words, best),
                    until = input.until(),
                    gain = written(other),
                ),
                _ => say!(
                    words,
                    "lab-world-title-level",
                    oracle = standing,
                    world = world,
                    strategies = input.named(&leaders),
                    until = input.until(),
                    gain = written(other),
                ),
            }
        }
        _ => {
            let ahead = oracle.is_some_and(|oracle| oracle > nothing);
            say!(
                words,
                "lab-world-title-none",
                oracle = if ahead { "ahead" } else { "beaten" },
                world = world
            )
        }
    }
}

/// Where the learner stands, whose objective so far is `own`: `others` are the best of the strategies but for the oracle.
fn learner_title(input: &LabInput, drawn: &[&CourseShown], own: f64, others: &[(Strategy, f64)]) -> String {
    let words = input.words();
    let world = input.count(input.experiment.shown.world);
    let place = 1 + drawn.iter().filter_map(|course| end(course)).filter(|end| *end > own).count();
    // hold is there always: without it nothing is drawn
    let (best, other) = others.first().copied().unwrap_or((Strategy::Hold, own));
    let name = strategy(words, best);
    if input.amount(own - other) == input.amount(0.0) {
        return say!(words, "lab-world-title-learner-level", world = world, strategy = name);
    }
    if own > other {
        let gap = input.amount(own - other);
        return say!(
            words,
            "lab-world-title-first",
            place = place,
            world = world,
            strategy = name,
            gap = gap
        );
    }
    say!(
        words,
        "lab-world-title-learner",
        world = world,
        place = input.count(place),
        all = input.count(drawn.len()),
        strategy = name,
        gap = input.amount(other - own),
    )
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
