//! Real plans at the ends of what can be planned: every scenario of the project, nothing at all, one channel, thirty with long names, one
//! period and ten thousand, losses, amounts from a cent to 10¹². In both themes and sizes the text has its room, and no picture is blank.

use std::path::Path;

use resvg::tiny_skia::Pixmap;
use resvg::usvg::roxmltree;

use super::*;
use crate::analyze::{Compared, Comparison, Sensitivity, compare, response_bands, sensitivity};
use crate::kaizen::{self, Journal};
use crate::optimize::{Frontier, Range, frontier};
use crate::scenario::{Colour, Scenario};
use crate::simulate::{Detail, Futures, Plan, Sampling, Simulator, futures};

const THEMES: [Theme; 2] = [Theme::LIGHT, Theme::DARK];
/// Enough for bands and indices to exist; how good they are is not the question here.
const DRAWS: usize = 64;

/// A plan that has been run.
struct Ran {
    name: String,
    scenario: Scenario,
    journal: Journal,
    futures: Futures,
    sensitivity: Sensitivity,
    frontier: Option<Frontier>,
    comparison: Comparison,
}

impl Ran {
    fn new(name: &str, scenario: &Scenario) -> Self {
        let mut simulator = Simulator::new(scenario);
        let sampling = Sampling::new(DRAWS, 1);
        let mut journal = kaizen::run(&mut simulator, &mut |_| ()).unwrap_or_else(|clash| panic!("{name}: {clash}"));
        response_bands(&simulator, &journal.before.decision, sampling, &mut journal.before.analysis);
        let (before, after) = (&journal.before.decision, &journal.after.decision);
        let plans = [before, after].map(|decision| Plan {
            simulator: &simulator,
            decision,
        });
        let futures = futures(&plans, sampling, Detail::Everything, &mut |_| ());
        let sensitivity = sensitivity(&simulator, before, Some(after), sampling);
        // a search for each budget: of small plans alone
        let small = simulator.work() < 10_000;
        let few = Range {
            budgets: Range::FEWEST,
            ..Range::default()
        };
        let compared = |label, forecast| Compared { label, scenario, forecast };
        let comparison = compare(&[
            compared("as it is.toml", &journal.before.forecast),
            compared("as it could be.toml", &journal.after.forecast),
        ]);
        Self {
            name: name.to_owned(),
            scenario: scenario.clone(),
            frontier: if small { frontier(&mut simulator, few).ok() } else { None },
            journal,
            futures,
            sensitivity,
            comparison,
        }
    }

    /// Every chart of the plan.
    fn draw(&self, mut check: impl FnMut(Kind, &Look, Drawing)) {
        let mut input = ChartInput::of_journal(self.scenario.plan.period, &self.journal)
            .with_futures(&self.futures)
            .with_sensitivity(&self.sensitivity);
        if let Some(frontier) = &self.frontier {
            input = input.with_frontier(frontier, None);
        }
        let compared = ChartInput::of_comparison(self.scenario.plan.period, input.before, &self.comparison).with_futures(&self.futures);
        for (theme, size) in THEMES.into_iter().flat_map(|theme| SIZES.map(|size| (theme, size))) {
            let look = Look {
                theme,
                size,
                carry_font: false,
            };
            for kind in Kind::ALL {
                if let Some(drawing) = Drawing::of(kind, &input, &look) {
                    check(kind, &look, drawing);
                }
            }
            check(Kind::WhatIf, &look, Drawing::of(Kind::WhatIf, &compared, &look).expect("has plans"));
        }
    }
}

/// A plan in the words of a scenario.
struct Planned {
    plan: &'static str,
    organic: f64,
    margin: f64,
    order_value: &'static str,
    channels: Vec<(String, f64)>,
}

impl Planned {
    fn small() -> Self {
        Self {
            plan: "period = \"month\"\nperiods = 12\nstart = 2026-01-01\ncurrency = \"EUR\"",
            organic: 1_000.0,
            margin: 0.5,
            order_value: "\"80 to 120\"",
            channels: vec![("Search".to_owned(), 2_000.0), ("Social".to_owned(), 3_000.0)],
        }
    }

    fn scenario(&self) -> Scenario {
        let mut text = format!(
            "[plan]\nname = \"A plan at the end of what can be planned\"\n{}\n[reach]\norganic = {}\n\
             [act]\nrate = \"8% to 12%\"\ntarget = 0.12\n[convert]\nrate = 0.2\ntarget = 0.22\n\
             [engage]\nretention = \"70% to 80%\"\ncustomers = 100\nrepeat_rate = 0.1\nretention_target = 0.8\n\
             [money]\norder_value = {}\nmargin = {}\n",
            self.plan, self.organic, self.order_value, self.margin
        );
        for (name, spend) in &self.channels {
            // what half of the visits take: near to what is spent, and never nothing
            let half = (spend * 0.8).max(0.01);
            text.push_str(&format!(
                "[[channel]]\nname = \"{name}\"\nspend = {spend}\nreach = {{ visits = {}, half_spend = {half} }}\n",
                (half * 1.5).max(0.01)
            ));
        }
        text.push_str("[[action]]\nname = \"A club for those who come back every year\"\nmoves = \"retention\"\nlift = 0.1\ncost = 900\n");
        Scenario::from_text(&text, "plan.toml", Path::new(""))
            .unwrap_or_else(|problems| panic!("{}\n{text}", problems.render(Colour::Plain)))
            .scenario
    }
}

/// A name of forty letters, most of them as wide as letters get.
fn long_name(i: usize) -> String {
    let name = match i % 3 {
        0 => format!("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW{i:02}"),
        1 => format!("Wochenzeitungsanzeigenmagazinbeilagen {i:02}"),
        _ => format!("Performance marketing of many markets {i:02}"),
    };
    assert_eq!(name.chars().count(), 40, "{name}");
    name
}

fn extremes() -> Vec<(&'static str, Planned)> {
    let small = Planned::small;
    let one = |spend: f64| vec![("Search".to_owned(), spend)];
    vec![
        (
            "nothing",
            Planned {
                organic: 0.0,
                channels: vec![("Search".to_owned(), 0.0), ("Social".to_owned(), 0.0)],
                ..small()
            },
        ),
        (
            "one channel",
            Planned {
                channels: one(2_000.0),
                ..small()
            },
        ),
        (
            "thirty channels",
            Planned {
                channels: (0..30).map(|i| (long_name(i), 400.0 * (i + 1) as f64)).collect(),
                ..small()
            },
        ),
        (
            "from a cent to a trillion",
            Planned {
                plan: "period = \"month\"\nperiods = 6\nstart = 2026-01-01\ncurrency = \"VND\"",
                channels: [0.01, 1.0, 1e3, 1e6, 1e9, 1e12]
                    .into_iter()
                    .enumerate()
                    .map(|(i, spend)| (long_name(i), spend))
                    .collect(),
                ..small()
            },
        ),
        (
            "cents",
            Planned {
                organic: 0.02,
                channels: vec![("Search".to_owned(), 0.01), ("Social".to_owned(), 0.05)],
                order_value: "\"0.02 to 0.05\"",
                ..small()
            },
        ),
        (
            "one period",
            Planned {
                plan: "period = \"quarter\"\nperiods = 1\nstart = 2026-01-01\ncurrency = \"USD\"",
                ..small()
            },
        ),
        (
            "loss",
            Planned {
                margin: 0.01,
                order_value: "\"5 to 9\"",
                plan: "period = \"month\"\nperiods = 12\nstart = 2026-01-01\ncurrency = \"EUR\"\nbudget = 70_000",
                ..small()
            },
        ),
        (
            "ten thousand periods",
            Planned {
                plan: "period = \"day\"\nperiods = 10_000\nstart = 2026-01-01\ncurrency = \"EUR\"",
                channels: one(20.0),
                ..small()
            },
        ),
    ]
}

fn scenarios() -> Vec<(String, Scenario)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of scenarios")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let loaded = Scenario::from_path(path).unwrap_or_else(|problems| panic!("{}", problems.render(Colour::Plain)));
        (path.file_stem().expect("a name").to_string_lossy().into_owned(), loaded.scenario)
    };
    paths.iter().map(read).collect()
}

/// What is wrong with a chart of a plan: text outside of the picture or upon other text, an SVG that is none, a blank picture.
fn faults(kind: Kind, look: &Look, drawing: &Drawing) -> Vec<String> {
    let canvas = &drawing.sheet.canvas;
    let boxes: Vec<(Rect, &str)> = canvas.texts().iter().map(|(text, rect)| (*rect, text.text.as_str())).collect();
    let mut faults = Vec::new();
    for (i, (rect, text)) in boxes.iter().enumerate() {
        if !canvas.picture().contains(*rect) {
            faults.push(format!("outside: {text}"));
        }
        let upon = |(other, _): &&(Rect, &str)| rect.grown(-0.5).overlaps(other.grown(-0.5));
        faults.extend(boxes[..i].iter().filter(upon).map(|(_, second)| format!("{text} | {second}")));
    }
    let svg = canvas.svg("title", "description", false).expect("draws");
    match roxmltree::Document::parse(&svg) {
        Ok(_) if svg.contains("NaN") || svg.contains("inf\"") => faults.push("numbers that are none".to_owned()),
        Ok(_) => {}
        Err(error) => faults.push(error.to_string()),
    }
    // one size in each theme: a picture takes ten times as long as a layout
    if (look.theme == Theme::LIGHT) == (look.size == Size::Slide) {
        let share = marked(&to_png(&svg, 0.5).expect("renders"), look.theme.background);
        // a title alone takes more than half a percent
        if !(0.01..0.8).contains(&share) {
            faults.push(format!("{share} of the picture is marked"));
        }
    }
    let theme = if look.theme == Theme::LIGHT { "light" } else { "dark" };
    faults
        .iter()
        .map(|fault| format!("{kind:?} {:?} {theme}: {fault}", look.size))
        .collect()
}

/// Share of the pixels that are not the ground's.
fn marked(png: &[u8], ground: Rgb) -> f64 {
    let pixels = Pixmap::decode_png(png).expect("is a PNG");
    let other = pixels
        .pixels()
        .iter()
        .filter(|pixel| Rgb(pixel.red(), pixel.green(), pixel.blue()) != ground);
    other.count() as f64 / f64::from(pixels.width() * pixels.height())
}

fn check(name: &str, scenario: &Scenario) -> Vec<String> {
    let ran = Ran::new(name, scenario);
    let (mut bad, mut drawn) = (Vec::new(), std::collections::BTreeSet::new());
    ran.draw(|kind, look, drawing| {
        drawn.insert(kind);
        bad.extend(
            faults(kind, look, &drawing)
                .into_iter()
                .map(|fault| format!("{}: {fault}", ran.name)),
        );
    });
    let missing: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| !drawn.contains(kind)).collect();
    // what there is nothing to say of
    let spends = |forecast: &crate::simulate::Forecast| forecast.totals.invest > 0.0;
    let has_none = |kind: &Kind| match kind {
        Kind::Roi => !spends(&ran.journal.before.forecast) && !spends(&ran.journal.after.forecast),
        Kind::Frontier => ran.frontier.is_none(),
        Kind::Tornado | Kind::Sensitivity => !ran.futures.is_uncertain(),
        _ => false,
    };
    bad.extend(
        missing
            .iter()
            .filter(|kind| !has_none(kind))
            .map(|kind| format!("{name}: no {kind:?}")),
    );
    bad
}

#[test]
fn every_chart_of_every_scenario_has_its_room() {
    let bad: Vec<String> = scenarios().iter().flat_map(|(name, scenario)| check(name, scenario)).collect();
    assert!(bad.is_empty(), "{} faults:\n{}", bad.len(), bad.join("\n"));
}

#[test]
fn every_chart_at_the_ends_of_what_can_be_planned_has_its_room() {
    let bad: Vec<String> = extremes()
        .iter()
        .flat_map(|(name, planned)| check(name, &planned.scenario()))
        .collect();
    assert!(bad.is_empty(), "{} faults:\n{}", bad.len(), bad.join("\n"));
}

/// The judge sees what it is there for.
#[test]
fn text_upon_text_is_a_fault() {
    let journal = fixture::Made::shop().journal();
    let look = look(Size::Slide);
    let mut drawing = Drawing::of(Kind::Funnel, &ChartInput::of_journal(Period::Week, &journal), &look).expect("has results");
    assert_eq!(faults(Kind::Funnel, &look, &drawing), Vec::<String>::new());
    let (text, _) = drawing.sheet.canvas.texts()[3].clone();
    drawing.sheet.canvas.text(text);
    assert_eq!(faults(Kind::Funnel, &look, &drawing).len(), 1);
    let blank = super::super::canvas::Canvas::new((640, 360), Theme::DARK.background);
    let png = to_png(&blank.svg("", "", false).expect("draws"), 1.0).expect("renders");
    assert_eq!(marked(&png, Theme::DARK.background), 0.0);
}
