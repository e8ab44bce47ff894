//! The charts of the lab: at the ends of what an experiment can be, in every language, theme and size.

use resvg::tiny_skia::Pixmap;
use resvg::usvg::roxmltree;

use super::lab_fixture::MadeLab;
use super::*;
use crate::lab::{Experiment, Strategy};
use crate::simulate::Band;
use crate::words::Words;

/// Experiments that every test goes through.
fn made() -> Vec<(&'static str, MadeLab)> {
    let shop = MadeLab::shop;
    let long = |i: usize| format!("Quảng cáo tìm kiếm trả phí khu vực miền Bắc, đợt {i}");
    vec![
        ("shop", shop()),
        (
            "learner",
            MadeLab {
                learner: true,
                of: Strategy::Learner,
                ..shop()
            },
        ),
        (
            "hold",
            MadeLab {
                of: Strategy::Hold,
                ..shop()
            },
        ),
        ("one-world", MadeLab { worlds: 1, ..shop() }),
        (
            "one-cycle",
            MadeLab {
                cycles: 1,
                periods: 4,
                ..shop()
            },
        ),
        (
            "one-period",
            MadeLab {
                cycles: 1,
                periods: 1,
                worlds: 1,
                channels: vec!["Search".to_owned()],
                ..shop()
            },
        ),
        (
            "many-cycles",
            MadeLab {
                cycles: 52,
                channels: (0..30).map(long).collect(),
                learner: true,
                ..shop()
            },
        ),
        (
            "two-years",
            MadeLab {
                cycles: 24,
                periods: 104,
                ..shop()
            },
        ),
        (
            "long",
            MadeLab {
                cycles: 24,
                periods: 10_000,
                ..shop()
            },
        ),
        (
            "few",
            MadeLab {
                strategies: vec![Strategy::Hold, Strategy::Tamper, Strategy::Oracle],
                of: Strategy::Tamper,
                ..shop()
            },
        ),
        (
            "two",
            MadeLab {
                strategies: vec![Strategy::Hold, Strategy::Oracle],
                of: Strategy::Oracle,
                ..shop()
            },
        ),
        (
            "customers",
            MadeLab {
                objective: "customers",
                size: 0.01,
                ..shop()
            },
        ),
        (
            "revenue",
            MadeLab {
                objective: "revenue",
                currency: "JPY",
                size: 1e9,
                learner: true,
                ..shop()
            },
        ),
        (
            "cents",
            MadeLab {
                currency: "USD",
                size: 1e-7,
                ..shop()
            },
        ),
        ("nothing", MadeLab { size: 0.0, ..shop() }),
        (
            "hostile",
            MadeLab {
                scenario: "<script>alert(1)</script> ]]> \u{202e}=HYPERLINK(\"x\")\u{0}",
                currency: "<&>",
                channels: vec![
                    "=cmd|' /C calc'!A0".to_owned(),
                    "</text><script/>&\u{200f}\u{1}".to_owned(),
                    String::new(),
                ],
                ..shop()
            },
        ),
    ]
}

fn input<'a>(made: &'a MadeLab, experiment: &'a Experiment, language: Language) -> LabInput<'a> {
    LabInput {
        language,
        ..made.input(experiment)
    }
}

/// Every chart of every experiment in every language, size and theme.
fn every_drawing(mut check: impl FnMut(&str, LabKind, &Look, Drawing)) {
    for (name, made) in made() {
        let experiment = made.experiment();
        for language in Language::ALL {
            for (size, theme) in SIZES.into_iter().flat_map(|size| [(size, Theme::LIGHT), (size, Theme::DARK)]) {
                let look = Look { theme, ..look(size) };
                for kind in LabKind::ALL {
                    if let Some(drawing) = kind.lay_out(&input(&made, &experiment, language), &look) {
                        check(&format!("{name}/{}/{}", kind.name(), language.code()), kind, &look, drawing);
                    }
                }
            }
        }
    }
}

#[test]
fn text_has_its_room_and_every_sentence_is_whole() {
    let mut bad = Vec::new();
    every_drawing(|name, _, look, drawing| {
        let texts = drawing.sheet.canvas.texts().iter().map(|(text, _)| &text.text);
        // names of channels are cut, sentences and names of strategies never
        let is_cut = |text: &&String| text.contains('…') && !text.contains("Quảng cáo");
        let cut = texts.filter(is_cut).map(|text| format!("cut: {text}"));
        let found = clashes(&drawing).into_iter().chain(cut);
        bad.extend(found.map(|fault| format!("{name} {:?}: {fault}", look.size)));
    });
    assert!(bad.is_empty(), "{} faults:\n{}", bad.len(), bad.join("\n"));
}

#[test]
fn every_svg_of_the_lab_parses_and_stays_small() {
    every_drawing(|name, _, _, drawing| {
        let svg = drawing.sheet.canvas.svg("title", "description", false).expect("draws");
        let document = roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{name}");
        assert!(!document.descendants().any(|node| node.tag_name().name() == "script"), "{name}");
        // as much as the other charts may take
        assert!(svg.len() < 400_000, "{name}: {} bytes", svg.len());
    });
}

#[test]
fn pictures_of_the_lab_are_not_blank() {
    let made = MadeLab::shop();
    let experiment = made.experiment();
    let charts = draw_lab(&LabKind::ALL, &made.input(&experiment), &Look::default()).expect("draws");
    let kinds: Vec<Kind> = charts.iter().map(|chart| chart.kind).collect();
    assert_eq!(kinds, LabKind::ALL.map(Kind::Lab));
    for chart in charts {
        let pixels = Pixmap::decode_png(&to_png(&chart.svg, 0.5).expect("renders")).expect("is a PNG");
        let marked = pixels.pixels().iter().filter(|p| (p.red(), p.green(), p.blue()) != (255, 255, 255));
        let share = marked.count() as f64 / f64::from(pixels.width() * pixels.height());
        // a title alone takes more than half a percent
        assert!((0.02..0.7).contains(&share), "{}: {share}", chart.kind.name());
        assert!(chart.svg.contains("@font-face"), "{}", chart.kind.name());
    }
}

#[test]
fn strategies_are_told_apart() {
    let mut all: Vec<Strategy> = Strategy::ALL.into();
    all.push(Strategy::Learner);
    for language in Language::ALL {
        let names: std::collections::BTreeSet<String> = all.iter().map(|own| strategy(Words::new(language), *own)).collect();
        assert_eq!(names.len(), all.len(), "{language:?}");
    }
    for theme in [Theme::LIGHT, Theme::DARK] {
        for (i, a) in all.iter().enumerate() {
            for b in &all[..i] {
                let colours = [a, b].map(|own| super::super::lab::colour(&theme, *own));
                assert_ne!(colours[0], colours[1], "{a:?} {b:?}");
            }
        }
        let widths = all.iter().map(|own| super::super::lab::pen(&theme, *own).width);
        let heaviest = super::super::lab::pen(&theme, Strategy::Learner).width;
        assert!(widths.take(8).all(|width| width < heaviest), "the learner's line is the heaviest");
    }
}

#[test]
fn no_english_is_left_in_russian() {
    let made = MadeLab {
        learner: true,
        ..MadeLab::shop()
    };
    let experiment = made.experiment();
    let mut left = Vec::new();
    for kind in LabKind::ALL {
        let drawing = kind.lay_out(&input(&made, &experiment, Language::Russian), &look(Size::Slide));
        for (text, _) in drawing.expect("has results").sheet.canvas.texts() {
            let words = text.text.split(|c: char| !c.is_alphabetic());
            let names = ["Outdoor", "shop", "year", "seed", "Shorter", "checkout"];
            let own = |word: &str| names.contains(&word) || made.channels.iter().any(|name| name == word);
            let english = words.filter(|word| word.len() > 3 && word.is_ascii() && !own(word));
            left.extend(english.map(|word| format!("{kind:?}: {word} in “{}”", text.text)));
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}

#[test]
fn what_is_missing_gives_no_chart_and_no_nan() {
    let made = MadeLab::shop();
    let mut experiment = made.experiment();
    for (i, outcome) in experiment.outcomes.iter_mut().enumerate() {
        if i % 2 == 0 {
            (outcome.claimed, outcome.regret, outcome.best_share) = (Band::NOWHERE, Band::NOWHERE, f64::NAN);
            outcome.lead.iter_mut().skip(1).for_each(|band| *band = Band::NOWHERE);
        } else {
            outcome.lead[1].p50 = f64::INFINITY;
            outcome.regret.p95 = 1e300;
        }
    }
    for course in &mut experiment.shown.courses {
        course.path[2] = f64::NAN;
        course.cycles[0].measured.channels[0].spend = f64::NAN;
        course.cycles[1].measured.channels.clear();
        course.charts[0].points.fill(None);
        course.charts[1].points[3] = Some(f64::INFINITY);
        course.charts[2].limits = None;
    }
    for size in SIZES {
        for chart in draw_lab(&LabKind::ALL, &made.input(&experiment), &look(size)).expect("draws") {
            assert!(!chart.svg.contains("NaN"), "{}", chart.kind.name());
            to_png(&chart.svg, 0.5).expect("renders");
        }
    }
    let absent = LabInput {
        strategy: Strategy::Learner,
        ..made.input(&experiment)
    };
    assert_eq!(
        draw_lab(&[LabKind::Control, LabKind::Moves], &absent, &Look::default()),
        Ok(Vec::new())
    );
    (experiment.outcomes, experiment.shown.courses, experiment.cycles) = (Vec::new(), Vec::new(), Vec::new());
    assert_eq!(draw_lab(&LabKind::ALL, &made.input(&experiment), &Look::default()), Ok(Vec::new()));
}

#[test]
fn names_of_charts_are_read_back() {
    for kind in LabKind::ALL {
        assert_eq!(LabKind::from_name(kind.name()), Some(kind));
        assert_eq!(Kind::Lab(kind).name(), kind.name());
        assert_eq!(Kind::from_name(kind.name()), None, "no chart of a scenario");
    }
    assert_eq!(LabKind::from_name("profit"), None);
}

/// With `OSA_LOOK=FOLDER` the charts are written there, to be looked at.
#[test]
fn pictures_to_look_at() {
    let Ok(folder) = std::env::var("OSA_LOOK") else { return };
    for (name, made) in made() {
        let experiment = made.experiment();
        for (language, size, theme) in [
            (Language::English, Size::Slide, Theme::LIGHT),
            (Language::Italian, Size::Page, Theme::LIGHT),
            (Language::Russian, Size::Slide, Theme::DARK),
            (Language::Vietnamese, Size::Page, Theme::DARK),
        ] {
            let look = Look { theme, ..look(size) };
            for chart in draw_lab(&LabKind::ALL, &input(&made, &experiment, language), &look).expect("draws") {
                let file = format!("{folder}/{name}-{}-{}.png", chart.kind.name(), language.code());
                std::fs::write(file, to_png(&chart.svg, 1.0).expect("renders")).expect("writes");
            }
        }
    }
}
