//! Warnings about `[lab]`: changes that move nothing, or are larger than was meant, and gains that nobody makes.

use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::{Moved, Moves, Quantity, Scenario};

use super::actions::{missing, zero};
use super::channels::huge;

pub(super) fn warn(scenario: &Scenario, warnings: &mut Vec<Diagnostic>) {
    let lab = &scenario.lab;
    for drift in &lab.drift {
        let key = format!("lab.drift.{}", drift.moved.word());
        warnings.extend(idle(scenario, &key, &format!("`{key}`"), drift.moved, &drift.lift));
        warnings.extend(huge(&key, drift.lift.median()));
    }
    for (number, shock) in lab.shocks.iter().enumerate() {
        let what = format!("shock {} on `{}`", number + 1, shock.moved.word());
        warnings.extend(idle(scenario, "lab.shock", &what, shock.moved, &shock.lift));
        warnings.extend(huge("lab.shock", shock.lift.median()));
    }
    if let Some(competitor) = &lab.competitor {
        let moves = [
            ("organic", Moved::Funnel(Moves::Organic), &competitor.organic),
            ("price", Moved::Price, &competitor.price),
        ];
        for (word, moved, size) in moves.into_iter().filter(|(.., size)| !zero(size)) {
            let key = format!("lab.competitor.{word}");
            warnings.extend(idle(scenario, &key, &format!("`{key}`"), moved, size));
        }
        warnings.extend(huge("lab.competitor.price", competitor.price.median()));
        if zero(&competitor.organic) && zero(&competitor.price) {
            let warning = Diagnostic::warning("lab.competitor", "the competitor takes nothing").found("organic = 0, price = 0");
            warnings.push(warning.hint("say what he takes, such as organic = \"10% to 20%\", or leave him out"));
        }
    }
    if scenario.actions.is_empty() {
        for key in [lab.fade.map(|_| "lab.fade"), (lab.hold_cost > 0.0).then_some("lab.hold_cost")]
            .into_iter()
            .flatten()
        {
            let warning = Diagnostic::warning(key, format!("`{key}` is about the gains of actions, and there is no action"));
            warnings.push(warning.hint("add an `[[action]]`, or leave it out"));
        }
    }
}

/// A change of what is not there, or by nothing.
fn idle(scenario: &Scenario, key: &str, what: &str, moved: Moved, lift: &Quantity) -> Option<Diagnostic> {
    let missing = match moved {
        Moved::Price => scenario.channels.is_empty().then_some("channel"),
        // in the world it may be there all the same
        Moved::Funnel(moves) => missing(scenario, moves).filter(|key| scenario.lab.truth_of(key).is_none_or(zero)),
    };
    let warning = Diagnostic::warning(key, format!("{what} moves nothing"));
    match missing {
        Some(missing) => Some(
            warning
                .found(format!("no `{missing}`"))
                .hint(format!("set `{missing}`, or leave this out")),
        ),
        None if zero(lift) => Some(
            warning
                .found("a change of 0")
                .hint("say by how much, such as \"-20%\", or leave this out"),
        ),
        None => None,
    }
}
