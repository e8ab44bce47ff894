//! What the strategies of the lab and the numbers of its hidden worlds are called.

use crate::analyze::CountedIn;
pub(super) use crate::chart::strategy;
use crate::chart::{name, quantity_name};
use crate::format::Format;
use crate::say;
use crate::words::Words;

/// A hidden number as people read it; what life adds by what it moves.
pub(super) fn hidden_name(words: Words, key: &str) -> String {
    let Some((added, moved)) = added(key) else {
        return quantity_name(words, key);
    };
    let what = match moved {
        "act" => quantity_name(words, "act.rate"),
        "convert" => quantity_name(words, "convert.rate"),
        "organic" => say!(words, "lesson-moved-organic"),
        "capacity" => say!(words, "lesson-moved-capacity"),
        "retention" => say!(words, "lesson-moved-retention"),
        "repeat" => say!(words, "lesson-moved-repeat"),
        "referral" => say!(words, "lesson-moved-referral"),
        "order_value" => say!(words, "lesson-moved-order-value"),
        "price" => say!(words, "lesson-moved-price"),
        other => name(other),
    };
    match added {
        Added::Drift => say!(words, "lesson-hidden-drift", what = what),
        Added::Shock => say!(words, "lesson-hidden-shock", what = what),
        Added::Competitor => say!(words, "lesson-hidden-competitor", what = what),
    }
}

/// A hidden number in its unit; what life adds is relative, and what a competitor takes of the visits is a loss.
pub(super) fn hidden_amount(format: &Format, key: &str, x: f64) -> String {
    match added(key) {
        Some((Added::Competitor, "organic")) => format.percent_change(-x),
        Some(_) => format.percent_change(x),
        None => match CountedIn::of(key) {
            CountedIn::Share => format.percent(x),
            CountedIn::Money => format.money(x),
            CountedIn::Number => format.count(x),
        },
    }
}

/// What life adds to the scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Added {
    Drift,
    Shock,
    Competitor,
}

/// What life adds, and the word for what it moves, by a key such as `lab.drift.act`.
fn added(key: &str) -> Option<(Added, &str)> {
    let (kind, rest) = key.strip_prefix("lab.")?.split_once('.')?;
    let added = match kind {
        "drift" => Added::Drift,
        "shock" => Added::Shock,
        "competitor" => Added::Competitor,
        _ => return None,
    };
    // several shocks may carry their numbers before what they move
    Some((added, rest.rsplit('.').next().unwrap_or(rest)))
}
