//! What is legal and odd: each warning says the cause and the remedy.

mod actions;
mod channels;
mod lab;
mod limits;
mod plan;
mod stages;

use super::Scenario;
use super::diagnostic::Diagnostic;

/// All warnings that a scenario gives without being run.
pub(super) fn warnings(scenario: &Scenario) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    plan::warn(scenario, &mut warnings);
    stages::warn(scenario, &mut warnings);
    channels::warn(scenario, &mut warnings);
    actions::warn(scenario, &mut warnings);
    lab::warn(scenario, &mut warnings);
    warnings
}

/// A number of periods for a sentence: `1 period`, `2.5 periods`.
fn periods(count: f64) -> String {
    let count = (count * 10.0).round() / 10.0;
    if count == 1.0 {
        "1 period".to_owned()
    } else {
        format!("{count} periods")
    }
}

/// A share for a sentence: `12.5%`.
fn percent(share: f64) -> String {
    format!("{}%", (share * 1_000.0).round() / 10.0)
}

/// A number for a sentence, with thousands apart.
fn plain(number: f64) -> String {
    let rounded = if number.abs() >= 100.0 {
        number.round()
    } else {
        (number * 1e4).round() / 1e4
    };
    let text = rounded.to_string();
    let (whole, rest) = text
        .split_once('.')
        .map_or((text.as_str(), String::new()), |(whole, rest)| (whole, format!(".{rest}")));
    let digits = whole.trim_start_matches('-');
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    let sign = if whole.starts_with('-') { "-" } else { "" };
    format!("{sign}{grouped}{rest}")
}
