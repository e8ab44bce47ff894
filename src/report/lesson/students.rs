//! What the students get: the business, the ways of improving, the questions, and after the play the charts.

use crate::chart::{Form, lasting, name, objective, per, quantity_name};
use crate::lab::Strategy;
use crate::say;

use super::Lesson;
use super::questions::{Question, When};
use super::sheet::Sheet;

/// Charts that a class sees before the reveal.
pub(super) const SHOWN: [&str; 3] = ["lab_profit", "lab_regret", "lab_control"];

/// The most cycles that the record of a play has rows for: a page of A4 holds no more.
const MOST_ROWS: usize = 24;
/// The most channels and actions that stand among the beliefs, each: the others show in the play.
const MOST_NAMES: usize = 12;

/// The pages for the time before and during the play.
pub(super) fn put(lesson: &Lesson, questions: &[Question], sheet: &mut Sheet) {
    let words = lesson.words;
    sheet.heading(2, &say!(words, "lesson-students-heading"));
    sheet.heading(3, &say!(words, "lesson-business-heading"));
    sheet.paragraph(&say!(words, "lesson-business"));
    sheet.table(
        &[
            (say!(words, "lesson-business-what"), false),
            (say!(words, "lesson-business-value"), true),
        ],
        beliefs(lesson),
    );
    sheet.heading(3, &say!(words, "lesson-ways-heading"));
    let outcomes = lesson.experiment().outcomes.iter();
    sheet.terms(&outcomes.filter_map(|outcome| way(lesson, outcome.strategy)).collect::<Vec<_>>());
    sheet.heading(3, &say!(words, "lesson-words-heading"));
    sheet.terms(&[
        (say!(words, "lesson-word-signal"), say!(words, "lesson-word-signal-is")),
        (say!(words, "lesson-word-wiggle"), say!(words, "lesson-word-wiggle-is")),
        (say!(words, "lesson-word-regret"), say!(words, "lesson-word-regret-is")),
        (say!(words, "lesson-word-claimed"), say!(words, "lesson-word-claimed-is")),
        (say!(words, "lesson-word-standard"), say!(words, "lesson-word-standard-is")),
    ]);
    sheet.heading(3, &say!(words, "lesson-predict-heading"));
    ask(lesson, questions, When::Predict, sheet);
    sheet.heading(3, &say!(words, "lesson-play-heading"));
    sheet.paragraph(&say!(words, "lesson-play-how"));
    sheet.command(&lesson.command("--play"));
    let heads = [
        (say!(words, "lesson-play-cycle"), true),
        (say!(words, "lesson-play-move"), false),
        (say!(words, "lesson-play-low"), false),
        (say!(words, "lesson-play-high"), false),
        (say!(words, "lesson-play-measured"), false),
        (say!(words, "lesson-play-inside"), false),
    ];
    let cycles = lesson.experiment().cycles.len().min(MOST_ROWS);
    let row = |cycle: usize| {
        let mut row = vec![String::new(); heads.len()];
        row[0] = lesson.count(cycle);
        row
    };
    sheet.table(&heads, (1..=cycles).map(row).collect());
    ask(lesson, questions, When::Play, sheet);
}

/// The charts and their questions; of charts that are not at hand nothing is said.
pub(super) fn put_charts(lesson: &Lesson, questions: &[Question], sheet: &mut Sheet) {
    let words = lesson.words;
    if lesson.has_charts() {
        sheet.heading(2, &say!(words, "lesson-charts-heading"));
        sheet.paragraph(&say!(words, "lesson-charts-when"));
    }
    if lesson.has_picture("lab_profit") {
        sheet.paragraph(&say!(words, "lesson-charts-profit"));
        lesson.put_pictures(sheet, |kind| kind == "lab_profit");
        ask(lesson, questions, When::Profit, sheet);
    }
    lesson.put_pictures(sheet, |kind| kind == "lab_regret");
    if lesson.has_picture("lab_control") {
        sheet.paragraph(&say!(words, "lesson-charts-control"));
        lesson.put_pictures(sheet, |kind| kind == "lab_control");
        ask(lesson, questions, When::Control, sheet);
    }
    let level = if lesson.has_charts() { 3 } else { 2 };
    sheet.heading(level, &say!(words, "lesson-home-heading"));
    ask(lesson, questions, When::Home, sheet);
}

impl Lesson<'_> {
    /// The charts of some kinds, in the order in which they were given.
    pub(super) fn put_pictures(&self, sheet: &mut Sheet, of_kind: impl Fn(&str) -> bool) {
        for picture in self.input.pictures.iter().filter(|picture| of_kind(picture.kind)) {
            sheet.picture(picture.title, picture.file);
        }
    }
}

fn ask(lesson: &Lesson, questions: &[Question], when: When, sheet: &mut Sheet) {
    let label = say!(lesson.words, "lesson-answer-room");
    for (number, question) in (1..).zip(questions).filter(|(_, question)| question.when == when) {
        sheet.question(number, &question.ask, &label);
    }
}

/// What the plan says, as far as it is needed to play.
fn beliefs(lesson: &Lesson) -> Vec<Vec<String>> {
    let (words, format, scenario) = (lesson.words, &lesson.format, lesson.scenario());
    let plan = &scenario.plan;
    let mut rows = vec![
        [
            say!(words, "lesson-business-counts"),
            objective(words, scenario.objective_name(), Form::Plain),
        ],
        [
            say!(words, "lesson-business-time"),
            lasting(words, format, plan.period, plan.periods),
        ],
        [
            say!(words, "lesson-business-cycles"),
            lesson.count(lesson.experiment().cycles.len()),
        ],
        [quantity_name(words, "act.rate"), format.percent(scenario.act.rate.median())],
        [quantity_name(words, "convert.rate"), format.percent(scenario.convert.rate.median())],
        [
            quantity_name(words, "money.order_value"),
            format.money_exact(scenario.money.order_value.median()),
        ],
        [quantity_name(words, "money.margin"), format.percent(scenario.money.margin.median())],
    ];
    for channel in scenario.channels.iter().take(MOST_NAMES) {
        rows.push([
            say!(
                words,
                "lesson-business-spend",
                channel = name(&channel.name),
                per = per(words, plan.period)
            ),
            format.money_exact(channel.history),
        ]);
    }
    for action in scenario.actions.iter().take(MOST_NAMES) {
        rows.push([
            say!(words, "lesson-business-action", action = name(&action.name)),
            format.money_exact(action.cost.median()),
        ]);
    }
    rows.into_iter().map(Vec::from).collect()
}

/// A way of improving and what it does.
fn way(lesson: &Lesson, strategy: Strategy) -> Option<(String, String)> {
    let words = lesson.words;
    let does = match strategy {
        Strategy::Hold => say!(words, "lesson-way-hold"),
        Strategy::BigBang => say!(words, "lesson-way-big-bang"),
        Strategy::Kaizen => say!(words, "lesson-way-kaizen"),
        Strategy::Tamper => say!(words, "lesson-way-tamper"),
        Strategy::GreedyNoise => say!(words, "lesson-way-greedy-noise"),
        Strategy::LowestRate => say!(words, "lesson-way-lowest-rate"),
        Strategy::Thompson => say!(words, "lesson-way-thompson"),
        Strategy::Oracle => say!(words, "lesson-way-oracle"),
        Strategy::Learner => return None,
    };
    Some((lesson.strategy(strategy), does))
}
