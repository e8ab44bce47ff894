//! The charts of plans and of what they depend on, in every language: of each scenario that comes with the program, and at the extremes.

use std::path::{Path, PathBuf};

use super::super::*;
use super::fixture::Made;
use super::{SIZES, fixtures, look};
use crate::analyze::{Compared, Comparison, compare, response_bands, sensitivity};
use crate::format::Language;
use crate::optimize::{Range, frontier};
use crate::scenario::{Period, Scenario};
use crate::simulate::{Detail, Futures, Plan, Sampling, Simulator, futures};

/// The charts that are looked at here.
const KINDS: [Kind; 6] = [
    Kind::Response,
    Kind::Reallocation,
    Kind::Frontier,
    Kind::Tornado,
    Kind::Sensitivity,
    Kind::WhatIf,
];
/// Draws that are enough to see where labels lie.
const DRAWS: usize = 256;

/// Draws every chart of `input` in every language and size.
fn each(name: &str, input: &ChartInput, check: &mut dyn FnMut(&str, Kind, &Drawing)) {
    for language in Language::ALL {
        for size in SIZES {
            for kind in KINDS {
                if let Some(drawing) = Drawing::of(kind, &input.in_language(language), &look(size)) {
                    check(&format!("{name} {} {size:?}", language.code()), kind, &drawing);
                }
            }
        }
    }
}

/// The scenarios that come with the program.
fn scenarios() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the scenarios")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    files
}

fn scenario(path: &Path) -> Scenario {
    Scenario::from_path(path).expect("a scenario").scenario
}

/// A scenario's plan beside a second one with each channel's spend moved, so that there is something to compare.
fn beside(simulator: &mut Simulator, scenario: &Scenario, sampling: Sampling) -> (Comparison, Futures) {
    let first = simulator.today();
    let mut second = first.clone();
    for (place, spend) in second.spend.iter_mut().enumerate() {
        *spend *= if (place / first.periods).is_multiple_of(2) { 0.7 } else { 1.1 };
    }
    let forecasts = [&first, &second].map(|plan| simulator.forecast(plan));
    let side = |label, forecast| Compared { label, scenario, forecast };
    let comparison = compare(&[
        side("plans/today.toml", &forecasts[0]),
        side("plans/other-plan.toml", &forecasts[1]),
    ]);
    let plans = [&first, &second].map(|decision| Plan { simulator, decision });
    let futures = futures(&plans, sampling, Detail::Figures, &mut |_| ());
    (comparison, futures)
}

/// Every chart of every scenario, over draws and at the point run.
fn every_scenario(check: &mut dyn FnMut(&str, Kind, &Drawing)) {
    for path in scenarios() {
        let scenario = scenario(&path);
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let sampling = Sampling::new(DRAWS, 1);
        let mut simulator = Simulator::new(&scenario);
        let mut journal = crate::kaizen::run(&mut simulator, &mut |_| ()).expect("a plan");
        response_bands(&simulator, &journal.before.decision, sampling, &mut journal.before.analysis);
        let found = sensitivity(&simulator, &journal.before.decision, Some(&journal.after.decision), sampling);
        let curve = frontier(&mut simulator, Range::default()).expect("a frontier");
        let decisions = curve.plans().map(|point| &point.decision);
        let plans: Vec<Plan> = decisions
            .map(|decision| Plan {
                simulator: &simulator,
                decision,
            })
            .collect();
        let drawn = futures(&plans, sampling, Detail::Figures, &mut |_| ());
        let plans = [&journal.before.decision, &journal.after.decision].map(|decision| Plan {
            simulator: &simulator,
            decision,
        });
        let outlook = futures(&plans, sampling, Detail::Everything, &mut |_| ());
        let point = ChartInput::of_journal(scenario.plan.period, &journal);
        let whole = point
            .with_futures(&outlook)
            .with_sensitivity(&found)
            .with_frontier(&curve, Some(&drawn));
        each(&name, &whole, check);
        each(&format!("{name} at the point"), &point.with_frontier(&curve, None), check);
        let (comparison, both) = beside(&mut simulator, &scenario, sampling);
        let compared = ChartInput::of_comparison(scenario.plan.period, whole.before, &comparison);
        each(&format!("{name} beside another"), &compared.with_futures(&both), check);
        each(&format!("{name} beside another at the point"), &compared, check);
    }
}

/// Every chart at the extremes.
fn every_extreme(check: &mut dyn FnMut(&str, Kind, &Drawing)) {
    for (name, made) in fixtures() {
        let mut journal = made.journal();
        let found = made.sensitivity(3 * made.names.len());
        let (curve, few) = (made.frontier(25, 800_000.0), made.frontier(1, 400_000.0));
        let (curve_futures, few_futures) = (made.frontier_futures(&curve), made.frontier_futures(&few));
        let futures = made.futures(0.5);
        let plain = journal.clone();
        journal.before.analysis = made.drawn_analysis(0.5);
        let point = ChartInput::of_journal(Period::Month, &plain)
            .with_sensitivity(&found)
            .with_frontier(&few, Some(&few_futures));
        let drawn = ChartInput::of_journal(Period::Week, &journal)
            .with_futures(&futures)
            .with_sensitivity(&found)
            .with_frontier(&curve, Some(&curve_futures));
        each(&format!("{name} at the point"), &point, check);
        each(name, &drawn, check);
        for others in [1, 7, 30] {
            let (comparison, futures) = made.comparison(others, 1.0);
            let input = ChartInput::of_comparison(Period::Quarter, drawn.before, &comparison);
            each(&format!("{name} {others} plans at the point"), &input, check);
            each(&format!("{name} {others} plans"), &input.with_futures(&futures), check);
        }
    }
}

/// What is wrong with the layout of a chart: text outside of the picture or upon other text, a title or subtitle that is cut.
fn misplaced(drawing: &Drawing) -> Vec<String> {
    let texts = drawing.sheet.canvas.texts();
    let mut bad = Vec::new();
    // the sheet writes them first, line by line
    let (whole, head) = (
        texts.iter().map(|(text, _)| text.text.as_str()).collect::<Vec<_>>().join(" "),
        format!("{} {}", drawing.sheet.title, drawing.sheet.subtitle),
    );
    if !whole.starts_with(&head) {
        bad.push(format!("cut: {head}"));
    }
    for (i, (text, rect)) in texts.iter().enumerate() {
        if !drawing.sheet.canvas.picture().contains(*rect) {
            bad.push(format!("outside: {}", text.text));
        }
        for (second, other) in &texts[..i] {
            // boxes that only touch are apart
            if rect.grown(-0.5).overlaps(other.grown(-0.5)) {
                bad.push(format!("{} | {}", text.text, second.text));
            }
        }
    }
    bad
}

#[test]
fn charts_of_every_scenario_are_whole_in_every_language() {
    let (mut bad, mut charts) = (Vec::new(), 0);
    let actions: Vec<String> = scenarios()
        .iter()
        .flat_map(|path| scenario(path).actions)
        .map(|action| action.name)
        .collect();
    every_scenario(&mut |name, kind, drawing| {
        charts += 1;
        let mut wrong = misplaced(drawing);
        // nothing is cut but what the scenario calls its actions
        let texts = drawing.sheet.canvas.texts().iter().map(|(text, _)| text.text.as_str());
        let cut = texts.filter_map(|text| Some((text, text.strip_suffix('…')?)));
        let own = cut.filter(|(_, start)| !actions.iter().any(|action| action.starts_with(start)));
        wrong.extend(own.map(|(text, _)| format!("cut: {text}")));
        bad.extend(wrong.into_iter().map(|wrong| format!("{name} {kind:?}: {wrong}")));
    });
    assert!(charts >= 5 * 4 * 2 * 6, "{charts} charts");
    assert!(bad.is_empty(), "{} faults:\n{}", bad.len(), bad.join("\n"));
}

#[test]
fn charts_at_the_extremes_overlap_in_no_language() {
    let mut bad = Vec::new();
    every_extreme(&mut |name, kind, drawing| {
        bad.extend(misplaced(drawing).into_iter().map(|wrong| format!("{name} {kind:?}: {wrong}")));
    });
    assert!(bad.is_empty(), "{} overlaps:\n{}", bad.len(), bad.join("\n"));
}

#[test]
fn no_english_is_left_in_another_language() {
    let made = Made::shop();
    let (journal, found, curve) = (made.journal(), made.sensitivity(12), made.frontier(25, 800_000.0));
    let (mut comparison, futures) = made.comparison(3, 1.0);
    for (i, plan) in comparison.plans.iter_mut().enumerate() {
        plan.label = format!("{i}");
    }
    let whole = ChartInput::of_journal(Period::Week, &journal)
        .with_sensitivity(&found)
        .with_frontier(&curve, None);
    let compared = ChartInput::of_comparison(Period::Week, whole.before, &comparison).with_futures(&futures);
    // words of English that the charts have and no other of the languages
    let english = [
        "the", "and", "of", "plan", "more", "today", "spend", "proposal", "better", "median", "with", "each", "its", "all",
    ];
    let own = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| english.contains(word)).map(str::to_owned).collect::<Vec<_>>()
    };
    for input in [whole, compared] {
        for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
            for kind in KINDS {
                let Some(drawing) = Drawing::of(kind, &input.in_language(language), &look(Size::Slide)) else {
                    continue;
                };
                let sheet = &drawing.sheet;
                let texts = sheet.canvas.texts().iter().map(|(text, _)| text.text.as_str());
                for text in texts.chain([sheet.subtitle.as_str()]) {
                    assert!(own(text).is_empty(), "{kind:?} {language:?}: {text}");
                }
            }
        }
    }
}
