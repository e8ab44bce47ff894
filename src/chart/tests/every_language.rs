//! Charts in the languages that they speak: each says all in its own, and of every scenario of the repository no sentence is cut.

use std::path::Path;

use super::fixture::Made;
use super::*;
use crate::analyze::weakest_stage;
use crate::kaizen;
use crate::scenario::Scenario;
use crate::simulate::{Detail, Plan, Sampling, Simulator, futures};

/// Draws: bands that look like those of many.
const DRAWS: usize = 64;

#[test]
fn every_sentence_has_room_in_every_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let files = std::fs::read_dir(folder).expect("the folder of scenarios");
    let mut bad = Vec::new();
    let paths = files.map(|entry| entry.expect("an entry").path());
    for path in paths.filter(|path| path.is_file()) {
        let file = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let scenario = Scenario::from_path(&path).expect("reads").scenario;
        let mut simulator = Simulator::new(&scenario);
        let mut journal = kaizen::run(&mut simulator, &mut |_| {}).expect("limits that do not clash");
        let point = journal.clone();
        let sampling = Sampling {
            draws: DRAWS,
            ..Sampling::default()
        };
        let standing = &mut journal.before;
        standing
            .analysis
            .tell_weakest(&weakest_stage(&simulator, &standing.decision, sampling));
        let plans = [&journal.before.decision, &journal.after.decision].map(|decision| Plan {
            simulator: &simulator,
            decision,
        });
        let futures = futures(&plans, sampling, Detail::Everything, &mut |_| {});
        let period = scenario.plan.period;
        let inputs = [
            ("drawn", ChartInput::of_journal(period, &journal).with_futures(&futures)),
            ("point", ChartInput::of_journal(period, &point)),
            (
                "alone",
                ChartInput::of_forecast(period, &point.before.forecast, Some(&point.before.analysis)),
            ),
        ];
        for (inputs, input) in inputs {
            for (kind, size) in Kind::ALL.into_iter().flat_map(|kind| SIZES.map(|size| (kind, size))) {
                for language in languages(kind).iter().filter(|_| languages(kind).len() > 1) {
                    let Some(drawing) = Drawing::of(kind, &input.in_language(*language), &look(size)) else {
                        continue;
                    };
                    let texts = drawing.sheet.canvas.texts().iter().map(|(text, _)| &text.text);
                    let cut = texts.filter(|text| text.contains('…')).map(|text| format!("cut: {text}"));
                    let found = clashes(&drawing).into_iter().chain(cut);
                    let place = format!("{file}/{inputs}/{} {kind:?} {size:?}", language.code());
                    bad.extend(found.map(|clash| format!("{place}: {clash}")));
                }
            }
        }
    }
    assert!(bad.is_empty(), "{} faults:\n{}", bad.len(), bad.join("\n"));
}

/// Latin words of a Russian chart that are no left-over English: names of the fixture’s plan and action, what the program is started with, footnotes' terms.
const NAMES: [&str; 6] = ["Outdoor", "shop", "year", "Shorter", "checkout", "seed"];

#[test]
fn no_english_is_left_in_another_language() {
    let made = Made::shop();
    let mut journal = made.journal();
    journal.before.analysis = made.drawn_analysis(0.5);
    let futures = made.futures(0.5);
    let point = ChartInput::of_journal(Period::Week, &journal);
    let mut left = Vec::new();
    for input in [point, point.with_futures(&futures)] {
        for kind in Kind::ALL.into_iter().filter(|kind| languages(*kind).contains(&Language::Russian)) {
            let drawing = Drawing::of(kind, &input.in_language(Language::Russian), &look(Size::Slide));
            let Some(drawing) = drawing else { continue };
            for (text, _) in drawing.sheet.canvas.texts() {
                let words = text.text.split(|c: char| !c.is_alphabetic());
                // shorter ones are currencies, units and abbreviations
                let english = words.filter(|word| {
                    word.len() > 3 && word.is_ascii() && !NAMES.contains(word) && !made.names.iter().any(|name| name == word)
                });
                left.extend(english.map(|word| format!("{kind:?}: {word} in “{}”", text.text)));
            }
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}
