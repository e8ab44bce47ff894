//! The same number stands in the document, the page, the wiki text, the workbook, the charts' CSV and the JSON.

use osa::chart::{Kind, draw};
use osa::format::Language;
use osa::report::json;
use osa::scenario::Measure;
use serde_json::Value;

use super::common::{Allow, Case};
use super::made::{Made, NAMES, all, rows, table};
use super::read::{first_page_column, same, values_of};

/// The scenarios of the project, and random ones that a loop can be run on.
fn everything() -> Vec<(String, Made)> {
    let random = (0..60_u64).filter_map(|seed| {
        let mut case = Case::random(seed, Allow::ALL);
        // runs of forty periods tell no more than those of twelve
        (case.scenario.plan.periods <= 12).then_some(())?;
        case.scenario.plan.name = format!("random {seed}");
        Some((case.scenario.plan.name.clone(), Made::of(&case.scenario, 16)?))
    });
    let files = NAMES.iter().zip(all()).map(|(name, made)| ((*name).to_owned(), made.clone()));
    files.chain(random.take(8)).collect()
}

/// The totals as the JSON names them, with the figure of a report.
const TOTALS: [(&str, Measure); 9] = [
    ("invest", Measure::Invest),
    ("visits", Measure::Visits),
    ("leads", Measure::Leads),
    ("customers", Measure::Customers),
    ("revenue", Measure::Revenue),
    ("gross", Measure::Gross),
    ("profit", Measure::Profit),
    ("npv", Measure::Npv),
    ("residual", Measure::Residual),
];

#[test]
fn there_are_random_plans_too() {
    assert!(everything().len() >= NAMES.len() + 5);
}

#[test]
fn the_money_table_holds_the_forecasts_to_the_bit() {
    for (name, made) in everything() {
        for language in Language::ALL {
            let document = made.document(language);
            let table = table(&document, "money");
            let figures = [
                Measure::Invest,
                Measure::Visits,
                Measure::Leads,
                Measure::Customers,
                Measure::Orders,
                Measure::Revenue,
            ]
            .into_iter()
            .chain([
                Measure::Gross,
                Measure::Profit,
                Measure::Npv,
                Measure::Residual,
                Measure::Roi,
                Measure::Roas,
            ])
            .chain([Measure::Cac, Measure::Ltv, Measure::Payback]);
            for (row, measure) in table.rows.iter().zip(figures) {
                let (before, after) = (made.before().figure(measure), made.after().figure(measure));
                assert_eq!(row.cells[1].number, before, "{name} {measure:?} {language:?}");
                assert_eq!(row.cells[2].number, after, "{name} {measure:?} {language:?}");
                let change = before.zip(after).map(|(before, after)| after - before);
                assert_eq!(row.cells[3].number, change, "{name} {measure:?} {language:?}");
            }
            // one row is the objective's, and it is set off
            let strong: Vec<_> = table.rows.iter().filter(|row| row.is_strong()).collect();
            assert_eq!(strong.len(), 1, "{name} {language:?}");
            assert_eq!(strong[0].cells[1].number, Some(made.before().objective), "{name}");
            assert_eq!(strong[0].cells[2].number, Some(made.after().objective), "{name}");
        }
    }
}

#[test]
fn the_page_carries_every_number_of_the_document_to_the_bit() {
    for (name, made) in everything() {
        let document = made.document(Language::Italian);
        let page = values_of(&made.html(Language::Italian));
        // the first cell of a row is its heading, and carries none
        let numbers: Vec<f64> = rows(&document)
            .flat_map(|cells| cells[1..].iter().filter_map(|cell| cell.number))
            .collect();
        assert_eq!(page, numbers, "{name}");
        assert!(!numbers.is_empty());
    }
}

#[test]
fn the_wiki_text_has_every_row_of_the_document() {
    for (name, made) in everything() {
        let document = made.document(Language::English);
        let text = made.markdown(Language::English);
        let written: Vec<&str> = text.lines().filter(|line| line.starts_with("| ")).collect();
        let tables = document.sections.iter().flat_map(|section| &section.blocks);
        let heads = tables
            .filter(|block| matches!(block, osa::report::document::Block::Table(_)))
            .count();
        // a table has a line of headings and a rule besides its rows
        assert_eq!(written.len(), rows(&document).count() + 2 * heads, "{name}");
        let plain = |text: &str| {
            text.replace(['\\', '*'], "")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
        };
        let written: Vec<String> = written.into_iter().map(plain).collect();
        for cells in rows(&document).filter(|cells| cells.iter().any(|cell| cell.number.is_some())) {
            let line = cells.iter().map(|cell| plain(&cell.text)).collect::<Vec<_>>().join(" | ");
            assert!(written.contains(&format!("| {line} |")), "{name}: {line}");
        }
    }
}

#[test]
fn the_json_of_a_run_has_the_same_totals() {
    for (name, made) in everything() {
        let text = json::run(&made.scenario, &made.journal, made.futures.as_ref());
        let json: Value = serde_json::from_str(&text).expect("JSON");
        for (plan, forecast) in [("before", made.before()), ("after", made.after())] {
            let totals = &json[plan]["totals"];
            for (key, measure) in TOTALS {
                let read = totals[key]
                    .as_f64()
                    .unwrap_or_else(|| panic!("{name}: no {plan} {key} in {}", json[plan]));
                let told = forecast.figure(measure).expect("a total");
                // reading a number back may miss its last bit
                assert!(
                    (read - told).abs() <= f64::EPSILON * told.abs(),
                    "{name} {plan} {key}: {read} {told}"
                );
            }
        }
    }
}

#[test]
fn the_plan_adds_up_to_the_spend() {
    for (name, made) in everything() {
        let document = made.document(Language::English);
        let table = table(&document, "plan");
        let (last, parts) = table.rows.split_last().expect("a row of totals");
        assert!(last.is_strong());
        let columns = table.columns.len();
        let number = |row: &osa::report::document::Row, column: usize| row.cells[column].number.expect("an amount");
        let invest = made.after().totals.invest;
        assert_eq!(number(last, columns - 3), invest, "{name}");
        assert_eq!(number(last, columns - 2), made.before().totals.invest, "{name}");
        for column in 1..columns {
            let sum: f64 = parts.iter().map(|row| number(row, column)).sum();
            let scale = invest.max(made.before().totals.invest);
            assert!(same(sum, number(last, column), scale), "{name} column {column}: {sum}");
        }
        for row in &table.rows {
            let total = number(row, columns - 3);
            if columns > 4 {
                let quarters: f64 = (1..columns - 3).map(|column| number(row, column)).sum();
                assert!(same(quarters, total, invest), "{name}: {quarters} {total}");
            }
            assert_eq!(number(row, columns - 1), total - number(row, columns - 2), "{name}");
        }
    }
}

#[test]
fn the_workbook_comes_to_the_same_totals() {
    for (name, made) in everything() {
        let bytes = made.workbook(Language::English);
        for (column, forecast) in [('B', made.before()), ('C', made.after())] {
            let found = first_page_column(&bytes, column);
            for (_, measure) in TOTALS {
                let told = forecast.figure(measure).expect("a total");
                let scale = forecast.totals.revenue.abs() + forecast.totals.invest;
                // the residual and NPV are sums of powers, whose last digits a spreadsheet may round another way
                let near = |cell: &f64| (cell - told).abs() <= 1e-9 * scale.max(told.abs());
                assert!(found.iter().any(near), "{name} {column} {measure:?}: {told} is not in {found:?}");
            }
            let objective = forecast.objective;
            let scale = forecast.totals.revenue.abs() + objective.abs();
            assert!(
                found.iter().any(|cell| (cell - objective).abs() <= 1e-9 * scale),
                "{name} {column} objective"
            );
        }
    }
}

#[test]
fn the_charts_plot_the_same_totals() {
    for (name, made) in everything() {
        let input = made.input(Language::English);
        let csv = |kind: Kind| draw(kind, &input.results, &input.look).expect("a chart").map(|chart| chart.csv);
        let last = |text: &str, column: usize| -> f64 {
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let record = reader.records().last().expect("a row").expect("a record");
            record[column].parse().expect("a number")
        };
        if let Some(text) = csv(Kind::Reallocation) {
            assert_eq!(last(&text, 1), made.before().totals.invest, "{name}");
            assert_eq!(last(&text, 2), made.after().totals.invest, "{name}");
        }
        if let Some(text) = csv(Kind::Waterfall) {
            assert_eq!(last(&text, 4), made.after().objective, "{name}");
        }
        if let Some(text) = csv(Kind::Funnel) {
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let visits = reader.records().next().expect("a row").expect("a record");
            let after = visits[3].parse::<f64>().expect("a number");
            let told = made.after().totals.visits;
            assert_eq!(after, told, "{name}: {text}");
        }
    }
}

#[test]
fn the_same_results_give_the_same_bytes() {
    for (name, made) in everything() {
        for language in [Language::English, Language::Vietnamese] {
            assert_eq!(made.html(language), made.html(language), "{name}");
            assert_eq!(made.markdown(language), made.markdown(language), "{name}");
            assert_eq!(made.workbook(language), made.workbook(language), "{name}");
        }
    }
    #[cfg(feature = "pdf")]
    for made in all() {
        let paper = || osa::report::pdf::pdf(&made.document(Language::Russian)).expect("a paper");
        assert_eq!(paper(), paper());
    }
}
