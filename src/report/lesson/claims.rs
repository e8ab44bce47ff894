//! How each way of improving comes to what it claims: without it nobody can judge a claim.

use crate::lab::Strategy;
use crate::say;

use super::Lesson;
use super::sheet::Sheet;

/// Ways that claim alike, together.
const ALIKE: [&[Strategy]; 6] = [
    &[Strategy::Hold],
    &[Strategy::BigBang],
    &[Strategy::Kaizen],
    &[Strategy::Tamper, Strategy::GreedyNoise, Strategy::LowestRate],
    &[Strategy::Thompson],
    &[Strategy::Oracle],
];

/// A sentence for each way that plays, those that claim alike together.
pub(super) fn put(lesson: &Lesson, sheet: &mut Sheet) {
    let words = lesson.words;
    let terms = ALIKE.into_iter().filter_map(|ways| {
        let plays = |way: &&Strategy| lesson.experiment().outcome(**way).is_some();
        let names: Vec<String> = ways.iter().filter(plays).map(|way| lesson.strategy(*way)).collect();
        let how = match ways.first()? {
            Strategy::Hold => say!(words, "lesson-claims-hold"),
            Strategy::BigBang => say!(words, "lesson-claims-big-bang"),
            Strategy::Kaizen => say!(words, "lesson-claims-kaizen"),
            Strategy::Thompson => say!(words, "lesson-claims-thompson"),
            Strategy::Oracle => say!(words, "lesson-claims-oracle"),
            Strategy::Tamper | Strategy::GreedyNoise | Strategy::LowestRate => say!(words, "lesson-claims-eye"),
            Strategy::Learner => return None,
        };
        (!names.is_empty()).then(|| (names.join(" / "), how))
    });
    sheet.heading(3, &say!(words, "lesson-claims-heading"));
    sheet.terms(&terms.collect::<Vec<_>>());
}
