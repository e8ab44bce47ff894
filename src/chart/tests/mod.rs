//! Every chart of every fixture: laid out, turned into SVG and PNG, and the same each time.

mod drawn;
mod every_language;
mod extremes;
mod fixture;
mod frontier;
mod futures;
mod lab;
mod lab_fixture;
mod lab_says;
mod languages_plans;
mod pictures;
mod sensitivity;
mod way;

use fixture::Made;
use resvg::tiny_skia::Pixmap;
use resvg::usvg::roxmltree;

use super::geometry::Rect;
use super::*;
use crate::format::Language;
use crate::scenario::Period;

/// The fixtures that every test goes through.
fn fixtures() -> Vec<(&'static str, Made)> {
    let shop = Made::shop;
    vec![
        ("shop", shop()),
        (
            "one-channel",
            Made {
                names: vec!["Search".to_owned()],
                actions: false,
                ..shop()
            },
        ),
        (
            "twelve",
            Made {
                names: (1..=12).map(|i| format!("Channel number {i}")).collect(),
                ..shop()
            },
        ),
        ("thirty", Made::channels(30)),
        (
            "hundred",
            Made {
                periods: 12,
                ..Made::channels(100)
            },
        ),
        (
            "zeros",
            Made {
                money: 0.0,
                actions: false,
                cycles: 0,
                ..shop()
            },
        ),
        ("loss", Made { strength: 0.7, ..shop() }),
        (
            "one-period",
            Made {
                periods: 1,
                cycles: 1,
                ..shop()
            },
        ),
        (
            "long",
            Made {
                periods: 10_000,
                cycles: 300,
                ..shop()
            },
        ),
        (
            "small-money",
            Made {
                money: 1e-5,
                currency: "USD",
                ..shop()
            },
        ),
        (
            "large-money",
            Made {
                money: 1e9,
                currency: "JPY",
                ..shop()
            },
        ),
        ("steep", Made { convert: 0.0004, ..shop() }),
        (
            "hostile",
            Made {
                scenario: "<script>alert(1)</script> ]]> \u{202e}=HYPERLINK(\"x\")\u{0}",
                currency: "<&>",
                names: vec![
                    "=cmd|' /C calc'!A0".to_owned(),
                    "</text><script/>&\u{200f}\u{1}".to_owned(),
                    String::new(),
                ],
                ..shop()
            },
        ),
    ]
}

const SIZES: [Size; 2] = [Size::Slide, Size::Page];

fn look(size: Size) -> Look {
    Look {
        size,
        carry_font: false,
        ..Look::default()
    }
}

/// The languages that the texts of a chart stand in.
const fn languages(kind: Kind) -> &'static [Language] {
    match kind {
        Kind::Roi | Kind::Profit | Kind::Funnel | Kind::Weakest | Kind::Retention | Kind::Waterfall | Kind::Kaizen => &Language::ALL,
        _ => &[Language::English],
    }
}

/// What is wrong with the texts of a drawing: outside of the picture, or on one another.
fn clashes(drawing: &Drawing) -> Vec<String> {
    let canvas = &drawing.sheet.canvas;
    let boxes: Vec<(Rect, &str)> = canvas.texts().iter().map(|(text, rect)| (*rect, text.text.as_str())).collect();
    let mut bad = Vec::new();
    for (i, (rect, text)) in boxes.iter().enumerate() {
        if !canvas.picture().contains(*rect) {
            bad.push(format!("outside: {text}"));
        }
        for (other, second) in &boxes[..i] {
            if rect.grown(-0.5).overlaps(other.grown(-0.5)) {
                bad.push(format!("{text} | {second}"));
            }
        }
    }
    bad
}

fn every_drawing(mut check: impl FnMut(&str, Kind, Size, Drawing)) {
    for (name, made) in fixtures() {
        let journal = made.journal();
        let sensitivity = made.sensitivity(3 * made.names.len());
        let (frontier, few) = (made.frontier(25, 800_000.0), made.frontier(1, 400_000.0));
        let (frontier_futures, few_futures) = (made.frontier_futures(&frontier), made.frontier_futures(&few));
        let whole = ChartInput::of_journal(Period::Week, &journal)
            .with_sensitivity(&sensitivity)
            .with_frontier(&frontier, None);
        let alone = ChartInput::of_forecast(Period::Week, whole.before, whole.analysis);
        let bare = ChartInput::of_forecast(Period::Week, whole.before, None);
        let mut drawn_journal = journal.clone();
        drawn_journal.before.analysis = made.drawn_analysis(0.5);
        let (futures, wild) = (made.futures(0.5), made.futures(40.0));
        let drawn = ChartInput::of_journal(Period::Week, &drawn_journal)
            .with_futures(&futures)
            .with_frontier(&frontier, Some(&frontier_futures));
        let drawn_alone = ChartInput::of_forecast(Period::Week, whole.before, Some(&drawn_journal.before.analysis));
        let inputs = [
            ("run", whole),
            ("alone", alone),
            ("bare", bare),
            ("drawn", drawn),
            (
                "drawn alone",
                drawn_alone.with_futures(&wild).with_frontier(&few, Some(&few_futures)),
            ),
        ];
        for (inputs, input) in inputs {
            for size in SIZES {
                for kind in Kind::ALL {
                    for language in languages(kind) {
                        if let Some(drawing) = Drawing::of(kind, &input.in_language(*language), &look(size)) {
                            check(&format!("{name}/{inputs}/{}", language.code()), kind, size, drawing);
                        }
                    }
                }
            }
        }
        for others in [1, 2, 7, 30] {
            let (comparison, futures) = made.comparison(others, 1.0);
            let point = ChartInput::of_comparison(Period::Week, whole.before, &comparison);
            for (inputs, input) in [("point", point), ("drawn", point.with_futures(&futures))] {
                for size in SIZES {
                    let drawing = Drawing::of(Kind::WhatIf, &input, &look(size)).expect("has plans");
                    check(&format!("{name}/{others} plans {inputs}"), Kind::WhatIf, size, drawing);
                }
            }
        }
    }
}

#[test]
fn text_lies_inside_the_picture_and_nothing_overlaps() {
    let mut bad = Vec::new();
    every_drawing(|name, kind, size, drawing| {
        let found = clashes(&drawing);
        bad.extend(found.into_iter().map(|clash| format!("{name} {kind:?} {size:?}: {clash}")));
    });
    assert!(bad.is_empty(), "{} overlaps:\n{}", bad.len(), bad.join("\n"));
}

#[test]
fn every_svg_parses_and_stays_small() {
    every_drawing(|name, kind, size, drawing| {
        let svg = drawing.sheet.canvas.svg("title", "description", false).expect("draws");
        let document = roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{name} {kind:?}: {error}\n{svg}"));
        let (width, height) = size.pixels();
        assert_eq!(document.root_element().attribute("width"), Some(width.to_string().as_str()));
        assert_eq!(document.root_element().attribute("height"), Some(height.to_string().as_str()));
        assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{name} {kind:?}");
        assert!(
            !document.descendants().any(|node| node.tag_name().name() == "script"),
            "{name} {kind:?}"
        );
        assert!(svg.len() < 400_000, "{name} {kind:?}: {} bytes", svg.len());
    });
}

#[test]
fn a_png_shows_the_chart() {
    let (journal, sensitivity) = (Made::shop().journal(), Made::shop().sensitivity(12));
    let frontier = Made::shop().frontier(25, 800_000.0);
    let input = ChartInput::of_journal(Period::Week, &journal)
        .with_sensitivity(&sensitivity)
        .with_frontier(&frontier, None);
    let charts = draw_all(&input, &Look::default()).expect("draws");
    assert_eq!(charts.iter().map(|chart| chart.kind).collect::<Vec<_>>(), Kind::ALL);
    for chart in charts {
        let png = to_png(&chart.svg, 1.0).expect("renders");
        let pixels = Pixmap::decode_png(&png).expect("is a PNG");
        assert_eq!((pixels.width(), pixels.height()), (1280, 720));
        let marked = pixels
            .pixels()
            .iter()
            .filter(|p| (p.red(), p.green(), p.blue()) != (255, 255, 255))
            .count();
        let share = marked as f64 / (1280.0 * 720.0);
        assert!((0.02..0.7).contains(&share), "{}: {share}", chart.kind.name());
    }
}

#[test]
fn the_font_inside_an_svg_changes_no_pixel() {
    let forecast = Made::shop().forecast(false);
    let input = ChartInput::of_forecast(Period::Week, &forecast, None);
    let with = draw(Kind::Roi, &input, &Look::default()).expect("draws").expect("has ROI");
    let without = draw(Kind::Roi, &input, &look(Size::Slide)).expect("draws").expect("has ROI");
    assert!(with.svg.contains("@font-face") && !without.svg.contains("@font-face"));
    assert!(to_png(&with.svg, 0.5) == to_png(&without.svg, 0.5));
}

#[test]
fn the_same_results_give_the_same_bytes() {
    let render = || {
        let (journal, sensitivity) = (Made::channels(30).journal(), Made::channels(30).sensitivity(40));
        let input = ChartInput::of_journal(Period::Week, &journal).with_sensitivity(&sensitivity);
        draw_all(&input, &Look::default()).expect("draws")
    };
    assert!(render() == render());
}

#[test]
fn numbers_that_are_none_are_left_out() {
    let mut journal = Made::shop().journal();
    let spoil = |forecast: &mut crate::simulate::Forecast| {
        for (i, value) in forecast.cumulative.profit.iter_mut().enumerate() {
            *value = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300, 5e-324][i % 6];
        }
        forecast.cumulative.roi.iter_mut().for_each(|value| *value = Some(f64::NAN));
        forecast.totals.visits = f64::NAN;
        forecast.totals.leads = f64::INFINITY;
        forecast.totals.customers = -1.0;
        forecast.totals.invest = f64::NAN;
        forecast.kpis.payback = Some(1_000_000);
        forecast.channels[0].invest = f64::NAN;
        forecast.channels[1].marginal_roi = Some(f64::INFINITY);
        forecast.periods[3].date = "soon".to_owned();
    };
    spoil(&mut journal.before.forecast);
    spoil(&mut journal.after.forecast);
    let curve = journal.before.analysis.channels[0]
        .response
        .as_mut()
        .expect("the fixture has curves");
    (curve.now, curve.observed) = (f64::NAN, (f64::NAN, f64::INFINITY));
    curve.gross[5] = f64::NAN;
    if let Some(curve) = &mut journal.before.analysis.channels[1].response {
        curve.spend.clear();
    }
    journal.before.analysis.channels[2].response = None;
    journal.before.analysis.stages[0].value_at_stake = Some(f64::NAN);
    journal.before.analysis.stages[1].rate = 0.0;
    (journal.start, journal.optimum, journal.captured) = (f64::NAN, f64::INFINITY, Some(f64::NAN));
    for size in SIZES {
        for chart in draw_all(&ChartInput::of_journal(Period::Week, &journal), &look(size)).expect("draws") {
            assert!(!chart.svg.contains("NaN"), "{}", chart.kind.name());
            to_png(&chart.svg, 0.5).expect("renders");
        }
    }
}

#[test]
fn empty_results_give_no_chart_rather_than_an_empty_one() {
    let mut forecast = Made::shop().forecast(false);
    forecast.periods.clear();
    forecast.channels.clear();
    (forecast.cumulative.roi, forecast.cumulative.profit) = (Vec::new(), Vec::new());
    let charts = draw_all(&ChartInput::of_forecast(Period::Month, &forecast, None), &Look::default());
    assert_eq!(charts, Ok(Vec::new()));
}

#[test]
fn reallocation_totals_agree_with_the_forecasts() {
    let journal = Made::shop().journal();
    let input = ChartInput::of_journal(Period::Week, &journal);
    let chart = draw(Kind::Reallocation, &input, &Look::default()).expect("draws").expect("has one");
    let mut sums = [0.0, 0.0];
    let mut total = [0.0, 0.0];
    for record in csv::Reader::from_reader(chart.csv.as_bytes()).records() {
        let record = record.expect("reads");
        let numbers = [1, 2].map(|i| record[i].parse::<f64>().expect("a number"));
        if &record[0] == "Total" {
            total = numbers;
        } else {
            sums = [sums[0] + numbers[0], sums[1] + numbers[1]];
        }
    }
    for (sum, total) in sums.into_iter().zip(total) {
        // Sums of some ten amounts, each rounded once.
        assert!((sum - total).abs() <= 1e-9 * total, "{sum} {total}");
    }
}

#[test]
fn a_scale_that_no_picture_can_have_is_refused() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>";
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY, 1e9] {
        assert!(matches!(to_png(svg, scale), Err(ChartError::Scale(_))), "{scale}");
    }
    assert!(matches!(to_png("no picture", 1.0), Err(ChartError::Svg(_))));
    assert!(to_png(svg, 1.0).is_ok());
}
