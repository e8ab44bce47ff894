//! The workbook, read back: its totals are the engine's, its formulas come to what stands in their cells, its texts are texts.

mod hostile;
mod read;
mod spreadsheet;

use std::path::Path;
use std::sync::LazyLock;

use super::{AssumptionRow, Origin, WorkbookInput, workbook};
use crate::analyze::{CountedIn, Sensitivity, sensitivity};
use crate::format::Language;
use crate::kaizen::{self, Journal};
use crate::scenario::{Measure, Scenario};
use crate::simulate::{Detail, Forecast, Futures, Plan, Sampling, Simulator, futures};
use read::{File, Value};
use spreadsheet::evaluate;

/// Results of a scenario.
#[derive(Clone)]
struct Results {
    scenario: Scenario,
    journal: Journal,
    without: Forecast,
    futures: Futures,
    sensitivity: Sensitivity,
}

impl Results {
    fn of(name: &str) -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
        let scenario = Scenario::from_path(&file).expect("a scenario of the project").scenario;
        let mut simulator = Simulator::new(&scenario);
        let journal = kaizen::run(&mut simulator, &mut |_| {}).expect("a plan");
        let without = simulator.nothing();
        let without = simulator.forecast(&without);
        let plans = [&journal.before.decision, &journal.after.decision].map(|decision| Plan {
            simulator: &simulator,
            decision,
        });
        let sampling = Sampling::new(256, 7);
        let futures = futures(&plans, sampling, Detail::Everything, &mut |_| {});
        let found = sensitivity(&simulator, &journal.before.decision, Some(&journal.after.decision), sampling);
        Self {
            scenario,
            without,
            futures,
            sensitivity: found,
            journal,
        }
    }

    fn shop() -> &'static Self {
        static SHOP: LazyLock<Results> = LazyLock::new(|| Results::of("corner-shop-online.toml"));
        &SHOP
    }

    fn input<'a>(&'a self, assumptions: &'a [AssumptionRow<'a>], language: Language) -> WorkbookInput<'a> {
        WorkbookInput {
            scenario: &self.scenario,
            journal: &self.journal,
            without: &self.without,
            futures: Some(&self.futures),
            sensitivity: Some(&self.sensitivity),
            assumptions,
            origin: Origin {
                date: Some("2026-01-15"),
                hash: Some("0123abcd"),
                version: Some("0.0.0"),
                ..Origin::default()
            },
            language,
        }
    }

    fn file(&self, language: Language) -> File {
        File::of(&workbook(&self.input(&[RATE], language)).expect("a workbook"))
    }
}

const RATE: AssumptionRow = AssumptionRow {
    key: "act.rate",
    value: 0.06,
    low: Some(0.05),
    high: Some(0.07),
    unit: CountedIn::Share,
    source: Some("own analytics"),
};

/// Formulas work the same operations in another order than the engine: a sum of some hundred numbers, a power.
const ROUNDING: f64 = 1e-11;

fn close(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= ROUNDING * scale.abs().max(b.abs())
}

#[test]
fn totals_and_kpis_are_the_engines() {
    for name in [
        "corner-shop-online.toml",
        "outdoor-shop.toml",
        "b2b-software.toml",
        "classroom.toml",
    ] {
        let results = Results::of(name);
        let file = results.file(Language::English);
        let plans = [
            ("Today’s plan", &results.journal.before, 1),
            ("Proposal", &results.journal.after, 2),
        ];
        for (plan, standing, column) in plans {
            for (measure, label) in [
                (Measure::Visits, "Visits"),
                (Measure::Customers, "New customers"),
                (Measure::Orders, "Orders"),
                (Measure::Revenue, "Revenue"),
                (Measure::Gross, "Gross profit"),
                (Measure::Invest, "Marketing spend"),
                (Measure::Profit, "Profit"),
                (Measure::Npv, "NPV"),
                (Measure::Roi, "ROI"),
                (Measure::Roas, "ROAS"),
                (Measure::Cac, "CAC"),
                (Measure::Payback, "Payback (periods)"),
                (Measure::ActRate, "Visit-to-lead rate"),
                (Measure::ConvertRate, "Lead-to-customer rate"),
            ] {
                let engine = standing.forecast.figure(measure);
                let shown = file.number("Summary", &[label], column);
                // profit is a small difference of gross profit and cost
                let scale = if measure.is_money() {
                    standing.forecast.totals.revenue
                } else {
                    1.0
                };
                match (engine, shown) {
                    (Some(engine), Some(shown)) => assert!(close(shown, engine, scale), "{name}, {plan}, {label}: {shown}, {engine}"),
                    (engine, shown) => assert_eq!(engine, shown, "{name}, {plan}, {label}"),
                }
                // the engine's own number stands beside it, to the last bit
                if let Some(engine) = engine {
                    assert_eq!(file.number("Checks", &[plan, label], 3), Some(engine), "{name}, {plan}, {label}");
                }
            }
        }
        let checks = file.page("Checks").iter().filter(|((row, column), _)| *row > 3 && *column == 6);
        assert!(checks.clone().count() > 40, "{name}");
        for (at, check) in checks {
            assert_eq!(check.value, Value::Number(1.0), "{name}: check at {at:?}");
        }
        assert_eq!(file.number("Summary", &["All formulas agree with the engine"], 1), Some(1.0));
    }
}

#[test]
fn a_check_finds_a_total_that_is_not_the_engines() {
    let mut results = Results::shop().clone();
    results.journal.after.forecast.totals.revenue *= 1.0 + 1e-6;
    let file = results.file(Language::English);
    assert_eq!(file.number("Checks", &["Proposal", "Revenue"], 6), Some(0.0));
    assert_eq!(file.number("Checks", &["Today’s plan", "Revenue"], 6), Some(1.0));
    assert_eq!(file.number("Summary", &["All formulas agree with the engine"], 1), Some(0.0));
}

#[test]
fn a_formula_comes_to_what_stands_in_its_cell() {
    let file = Results::shop().file(Language::Russian);
    let mut formulas = 0;
    for (name, page) in &file.pages {
        for (at, cell) in page {
            let Some(formula) = &cell.formula else { continue };
            let Value::Number(shown) = cell.value else {
                panic!("{name} {at:?}: {formula} shows a text")
            };
            let value = evaluate(&file, name, formula);
            // rounding parts differences of large numbers; the largest here are amounts of some million
            assert!(
                close(value, shown, 1.0) || (value - shown).abs() <= 1e-8,
                "{name} {at:?}: {formula} is {value}, not {shown}"
            );
            formulas += 1;
        }
    }
    assert!(formulas > 500, "{formulas}");
}

#[test]
fn every_language_has_its_pages() {
    for language in Language::ALL {
        let file = Results::shop().file(language);
        assert_eq!(file.pages.len(), 13, "{language:?}");
        let mut names: Vec<&str> = file.pages.iter().map(|(name, _)| name.as_str()).collect();
        for name in &names {
            assert!(
                name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']),
                "{name}"
            );
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 13);
        let texts = &file.parts["xl/sharedStrings.xml"];
        assert!(!texts.contains("{$") && !texts.contains("workbook-"), "{language:?} lacks a text");
        let charts = file.parts.keys().filter(|part| part.starts_with("xl/charts/chart")).count();
        assert_eq!(charts, 4);
    }
}

#[test]
fn pages_are_set_up_for_print_and_for_reading() {
    let file = Results::shop().file(Language::English);
    for part in file.parts.iter().filter(|(part, _)| part.starts_with("xl/worksheets/sheet")) {
        let (name, text) = part;
        assert!(
            text.contains("orientation=\"landscape\"") && text.contains("paperSize=\"9\""),
            "{name}"
        );
        assert!(text.contains("fitToPage=\"1\"") && text.contains("<oddFooter>"), "{name}");
    }
    let plan = &file.parts["xl/worksheets/sheet3.xml"];
    assert!(
        plan.contains("xSplit=\"2\"") && plan.contains("ySplit=\"6\"") && plan.contains("state=\"frozen\""),
        "{plan:.900}"
    );
    assert!(file.parts["xl/workbook.xml"].contains("Print_Titles"));
}

#[test]
fn days_are_dates_and_money_has_its_currency() {
    let results = Results::shop();
    let file = results.file(Language::English);
    let first = file.page("Plan").get(&(6, 1)).expect("the first day").value.clone();
    let days = rust_xlsxwriter::ExcelDateTime::parse_from_str(&results.journal.before.forecast.periods[0].date).expect("a day");
    assert_eq!(first, Value::Number(days.to_excel()));
    let styles = &file.parts["xl/styles.xml"];
    assert!(
        styles.contains("yyyy-mm-dd") && styles.contains("#,##0.00 &quot;£&quot;"),
        "{styles:.2000}"
    );
}

#[test]
fn without_draws_there_are_no_ranges() {
    let results = Results::shop();
    let input = WorkbookInput {
        futures: None,
        sensitivity: None,
        ..results.input(&[], Language::English)
    };
    let file = File::of(&workbook(&input).expect("a workbook"));
    assert_eq!(file.pages.len(), 10);
    assert_eq!(file.number("Summary", &["All formulas agree with the engine"], 1), Some(1.0));
}

#[test]
fn the_same_results_give_the_same_bytes() {
    let results = Results::shop();
    let bytes = || workbook(&results.input(&[RATE], Language::Vietnamese)).expect("a workbook");
    assert_eq!(bytes(), bytes());
    let file = File::of(&bytes());
    assert!(file.parts["docProps/core.xml"].contains("2026-01-15"), "the clock was asked");
}
