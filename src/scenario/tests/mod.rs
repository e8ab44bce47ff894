//! Tests of reading, checking, changing and writing scenarios.

mod assumptions;
mod broken;
mod calendar;
mod hostile;
mod lab;
mod limits;
mod numbers;
mod overrides;
mod report;
mod schema;
mod warnings;
mod write;

use std::path::Path;

use super::{Diagnostic, Loaded, Problems, Scenario};

/// A small scenario without fault; the tests break it in one place each.
const BASE: &str = r#"[plan]
name = "Base"
period = "week"
periods = 4
start = 2026-01-05
currency = "EUR"

[reach]
organic = 1000

[act]
rate = 0.1

[convert]
rate = "20% to 30%"

[engage]
retention = 0.9
customers = 100

[money]
order_value = 50
margin = 0.4

[[channel]]
name = "search"
spend = 100
reach = { visits = 500, half_spend = 100 }

[[channel]]
name = "tv"
spend = [1, 2, 3, 4]
reach = { visits = 500, half_spend = 100 }
boosts = { search = 0.2 }

[[action]]
name = "Checkout"
moves = "convert"
lift = 0.1
cost = 10
"#;

fn read(text: &str) -> Result<Loaded, Problems> {
    Scenario::from_text(text, "test.toml", Path::new(""))
}

/// The scenario of a text without fault.
fn good(text: &str) -> Loaded {
    read(text).unwrap_or_else(|problems| panic!("{text}\n{problems}"))
}

/// All problems of a text with faults.
fn bad(text: &str) -> Vec<Diagnostic> {
    match read(text) {
        Ok(_) => panic!("no problem found in\n{text}"),
        Err(problems) => problems.diagnostics,
    }
}

/// [`BASE`] with one piece replaced.
fn base_with(old: &str, new: &str) -> String {
    assert!(BASE.contains(old), "`{old}` is not in the base");
    BASE.replacen(old, new, 1)
}
