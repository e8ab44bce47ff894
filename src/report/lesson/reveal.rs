//! The teacher's part: hints, figures, answers, and what was hidden.

use crate::chart::{Form, objective};
use crate::format::ABSENT;
use crate::lab::Strategy;
use crate::report::json::Truth;
use crate::report::lab_terms::{hidden_amount, hidden_name};
use crate::say;

use super::Lesson;
use super::claims;
use super::questions::Question;
use super::sheet::Sheet;
use super::students::SHOWN;

pub(super) fn put(lesson: &Lesson, questions: &[Question], sheet: &mut Sheet) {
    let (words, experiment) = (lesson.words, lesson.experiment());
    sheet.strong(&say!(words, "lesson-teacher-only"));
    sheet.heading(2, &say!(words, "lesson-hints-heading"));
    let mut hints = vec![
        say!(words, "lesson-hint-predict"),
        say!(words, "lesson-hint-play"),
        say!(words, "lesson-hint-wiggle"),
        say!(words, "lesson-hint-upset"),
    ];
    if lesson.has_charts() {
        hints.insert(2, say!(words, "lesson-hint-charts"));
    }
    if !lesson.findings.enough_worlds {
        hints.push(say!(
            words,
            "lesson-hint-few",
            worlds = lesson.count(experiment.worlds),
            n = experiment.worlds
        ));
    }
    sheet.list(&hints);
    sheet.heading(2, &say!(words, "lesson-reveal-heading"));
    sheet.paragraph(&say!(words, "lesson-reveal-type"));
    sheet.command(&lesson.command("--reveal"));
    lesson.put_pictures(sheet, |kind| !SHOWN.contains(&kind));
    put_figures(lesson, sheet);
    claims::put(lesson, sheet);
    sheet.heading(3, &say!(words, "lesson-answers-heading"));
    for (number, question) in (1..).zip(questions) {
        sheet.numbered(number, &question.answer);
    }
    if lesson.input.truth == Truth::Revealed {
        put_hidden(lesson, sheet);
    }
}

/// What each way got and claimed.
fn put_figures(lesson: &Lesson, sheet: &mut Sheet) {
    let (words, experiment) = (lesson.words, lesson.experiment());
    sheet.paragraph(&say!(
        words,
        "lesson-figures-caption",
        worlds = lesson.count(experiment.worlds),
        n = experiment.worlds
    ));
    sheet.paragraph(&say!(
        words,
        "lesson-figures-measures",
        objective = objective(words, lesson.scenario().objective_name(), Form::Plain)
    ));
    if lesson.has_picture("lab_profit") {
        sheet.paragraph(&say!(words, "lesson-figures-chart"));
    }
    let heads = [
        (say!(words, "lesson-figures-way"), false),
        (say!(words, "lesson-figures-gain"), true),
        (say!(words, "lesson-figures-range"), true),
        (say!(words, "lesson-figures-best"), true),
        (say!(words, "lesson-figures-claimed"), true),
        (say!(words, "lesson-figures-true"), true),
        (say!(words, "lesson-figures-changes"), true),
    ];
    let ranked = lesson.findings.ranking.iter().filter_map(|strategy| experiment.outcome(*strategy));
    let rows = ranked.map(|outcome| {
        let best = match outcome.strategy {
            Strategy::Oracle => ABSENT.to_owned(),
            _ => lesson.share(outcome.best_share),
        };
        vec![
            lesson.strategy(outcome.strategy),
            lesson.change(outcome.gain.p50),
            range(lesson, lesson.change(outcome.gain.p10), lesson.change(outcome.gain.p90)),
            best,
            lesson.change(outcome.claimed.p50),
            lesson.change(outcome.true_gain.p50),
            lesson.format.number(outcome.changes, 1),
        ]
    });
    sheet.table(&heads, rows.collect());
}

fn put_hidden(lesson: &Lesson, sheet: &mut Sheet) {
    let (words, shown) = (lesson.words, &lesson.experiment().shown);
    sheet.heading(3, &say!(words, "lesson-hidden-heading", world = lesson.count(shown.world)));
    if shown.truth.is_empty() {
        sheet.paragraph(&say!(words, "lesson-hidden-nothing"));
        return;
    }
    let heads = [
        (say!(words, "lesson-hidden-quantity"), false),
        (say!(words, "lesson-hidden-truth"), true),
        (say!(words, "lesson-hidden-believed"), true),
        (say!(words, "lesson-hidden-range"), true),
        (say!(words, "lesson-hidden-start"), false),
    ];
    let rows = shown.truth.iter().map(|hidden| {
        let write = |x: f64| hidden_amount(&lesson.format, &hidden.key, x);
        vec![
            hidden_name(words, &hidden.key),
            write(hidden.truth),
            hidden.believed.map_or_else(|| ABSENT.to_owned(), write),
            hidden
                .range
                .map_or_else(String::new, |[low, high]| range(lesson, write(low), write(high))),
            hidden.start.map_or_else(String::new, |period| lesson.period(period)),
        ]
    });
    sheet.table(&heads, rows.collect());
}

/// `low to high`, or the one where both read alike.
fn range(lesson: &Lesson, low: String, high: String) -> String {
    if low == high {
        low
    } else {
        say!(lesson.words, "range", low = low, high = high)
    }
}
