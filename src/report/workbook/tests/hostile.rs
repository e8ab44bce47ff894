//! Texts that would be something else, numbers that are none, and plans that are too large.

use super::read::{File, Value};
use super::{AssumptionRow, RATE, Results, workbook};
use crate::format::Language;

/// Names that a spreadsheet, an XML file or a reader could take for something else.
fn names() -> Vec<String> {
    let written = [
        "=HYPERLINK(\"http://example.org\",\"click\")",
        "+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "]]><script>alert(1)</script>",
        "{=1}",
        "a\u{202e}b\u{200f}c\u{0}d\u{7}e\u{fffe}",
        "Quảng cáo tìm kiếm trả phí toàn quốc mùa hè",
        "_x0041_",
        "' OR 1",
        "&L&\"Arial\"&99",
    ];
    let mut names: Vec<String> = written.map(str::to_owned).into();
    names.push("x".repeat(40_000));
    names.push(String::new());
    names
}

#[test]
fn a_text_of_the_scenario_is_a_text() {
    let mut plain = Results::shop().input(&[RATE], Language::English);
    (plain.origin.client, plain.origin.author) = (Some("A client"), Some("An author"));
    let plain = File::of(&workbook(&plain).expect("a workbook"));
    for name in names() {
        let mut results = Results::shop().clone();
        results.scenario.plan.name.clone_from(&name);
        for channel in &mut results.scenario.channels {
            channel.name.clone_from(&name);
        }
        for action in &mut results.scenario.actions {
            action.name.clone_from(&name);
        }
        let standings = [&mut results.journal.before, &mut results.journal.after];
        for forecast in standings.map(|standing| &mut standing.forecast) {
            forecast.scenario.clone_from(&name);
            for channel in &mut forecast.channels {
                channel.name.clone_from(&name);
            }
        }
        for row in &mut results.sensitivity.tornado {
            row.key.clone_from(&name);
        }
        let assumption = AssumptionRow {
            key: &name,
            source: Some(&name),
            ..RATE
        };
        let assumptions = [assumption];
        let mut input = results.input(&assumptions, Language::English);
        input.origin.title = Some(&name);
        input.origin.client = Some(&name);
        input.origin.author = Some(&name);
        let file = File::of(&workbook(&input).expect("a workbook"));
        for ((page, cells), (_, plain)) in file.pages.iter().zip(&plain.pages) {
            let formulas = |cells: &super::read::Page| cells.values().filter_map(|cell| cell.formula.clone()).collect::<Vec<_>>();
            assert_eq!(formulas(cells), formulas(plain), "{page}: {name:.40}");
            for (at, cell) in cells {
                if let Value::Text(text) = &cell.value {
                    assert!(text.chars().count() <= 1_030, "{page} {at:?}");
                    let steers =
                        |c: char| c.is_control() || ('\u{200b}'..='\u{200f}').contains(&c) || ('\u{202a}'..='\u{202e}').contains(&c);
                    assert!(!text.contains(steers), "{page} {at:?}: {text:?}");
                }
            }
        }
        for (part, text) in &file.parts {
            assert!(!text.contains("<script>") && !text.contains("hyperlink"), "{part}: {name:.40}");
        }
        // a name gives no orders to the footer
        let footer = &file.parts["xl/worksheets/sheet1.xml"];
        assert!(!footer.contains("&amp;99") || footer.contains("&amp;&amp;99"), "{name:.40}");
    }
}

#[test]
fn a_number_that_is_none_is_a_dash() {
    let mut results = Results::shop().clone();
    for standing in [&mut results.journal.before, &mut results.journal.after] {
        standing.forecast.periods[3].revenue = f64::INFINITY;
        standing.forecast.periods[4].visits = f64::NAN;
        standing.forecast.totals.residual = f64::NAN;
        standing.forecast.totals.revenue = f64::INFINITY;
        standing.objective = f64::NAN;
        standing.forecast.objective = f64::NAN;
    }
    results.futures.plans[0].bands.totals.revenue.p10 = f64::NEG_INFINITY;
    let file = results.file(Language::English);
    for (part, text) in file.parts.iter().filter(|(part, _)| part.starts_with("xl/worksheets/sheet")) {
        for none in [">NaN<", ">inf<", ">-inf<", "#VALUE", "#DIV", "#NUM"] {
            assert!(!text.contains(none), "{part} holds {none}");
        }
    }
    let cell = &file.page("Forecast today")[&(9, 8)];
    assert_eq!(cell.value, Value::Text("–".to_owned()));
}

#[test]
fn ten_thousand_periods_of_a_hundred_channels_fit() {
    let mut results = Results::shop().clone();
    let (periods, channels) = (10_000, 103);
    let model = results.scenario.channels[0].clone();
    results.scenario.channels = (0..channels)
        .map(|c| crate::scenario::Channel {
            name: format!("channel {c}"),
            ..model.clone()
        })
        .collect();
    results.scenario.plan.periods = periods;
    results.scenario.actions.clear();
    for standing in [&mut results.journal.before, &mut results.journal.after] {
        standing.decision.spend = vec![1.0; periods * channels];
        standing.decision.actions.clear();
        standing.decision.periods = periods;
        let rows = standing.forecast.periods.clone();
        standing.forecast.periods = rows.into_iter().cycle().take(periods).collect();
        let row = standing.forecast.channels[0].clone();
        standing.forecast.channels = vec![row; channels];
    }
    let rows = results.without.periods.clone();
    results.without.periods = rows.into_iter().cycle().take(periods).collect();
    let mut input = results.input(&[], Language::English);
    (input.futures, input.sensitivity) = (None, None);
    let file = File::of(&workbook(&input).expect("a workbook"));
    let plan = file.page("Plan");
    let last = plan.keys().copied().max().expect("cells");
    // ninety-nine channels, what is left of them, and the total, twice
    assert_eq!(last, (6 + 9_999, 2 + 2 * 101 - 1));
    assert_eq!(plan[&(4, 101)].value, Value::Text("4 others".to_owned()));
    assert_eq!(plan[&(5, 101)].value, Value::Number(40_000.0));
    assert_eq!(plan[&(5, 102)].value, Value::Number(1_030_000.0));
    let Value::Text(note) = &plan[&(1, 0)].value else {
        panic!("no note")
    };
    assert!(note.contains("the last 4 lines are added up"), "{note}");
}
