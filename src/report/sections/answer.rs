//! The answer in three sentences, and the figures that a reader looks for first.

use super::telling::Telling;
use crate::analyze::Basis;
use crate::chart::{Form, span};
use crate::report::document::{Block, Fact};
use crate::say;
use crate::scenario::Measure;

/// A gain that is a smaller share of the objective than this is none: the search itself is no more exact.
const NOTHING: f64 = 1e-6;

pub(super) fn blocks(telling: &Telling) -> Vec<Block> {
    let sentences = vec![what(telling), how_sure(telling), weakest(telling)];
    vec![Block::Lead(sentences), Block::Facts(facts(telling))]
}

/// What the proposal brings for which money.
fn what(telling: &Telling) -> String {
    let (words, span) = (telling.words, span(telling.results()));
    let (before, after) = (telling.before(), telling.after());
    let gain = after.objective - before.objective;
    let (invest, proposed) = (before.totals.invest, after.totals.invest);
    let money = |amount: f64| telling.format.money(amount);
    // a plan that spends more than the budget allows can be better than any that keeps within it
    if gain < -NOTHING * before.objective.abs() {
        return say!(
            words,
            "answer-lower",
            invest = money(invest),
            proposed = money(proposed),
            objective = telling.objective(Form::Plain),
            before = telling.value(before.objective),
            after = telling.value(after.objective),
            loss = telling.value(-gain),
            span = span
        );
    }
    if !(gain > NOTHING * before.objective.abs()) {
        return say!(
            words,
            "answer-nothing",
            objective = telling.objective(Form::Plain),
            value = telling.value(before.objective),
            span = span,
            invest = money(invest)
        );
    }
    let objective = telling.objective(Form::Plain);
    let (mut value, mut other) = (telling.value(before.objective), telling.value(after.objective));
    // rounded for reading both may look the same
    if value == other {
        (value, other) = (telling.exact(before.objective), telling.exact(after.objective));
    }
    let gain = telling.value(gain);
    if money(invest) == money(proposed) {
        say!(
            words,
            "answer-same-money",
            invest = money(invest),
            objective = objective,
            before = value,
            after = other,
            gain = gain,
            span = span
        )
    } else {
        say!(
            words,
            "answer-other-money",
            invest = money(invest),
            proposed = money(proposed),
            objective = objective,
            before = value,
            after = other,
            gain = gain,
            span = span
        )
    }
}

/// How likely it is to be better, by how much, and to pay for itself.
fn how_sure(telling: &Telling) -> String {
    let words = telling.words;
    let Some(plan) = telling.after_futures() else {
        return match telling.results().futures {
            Some(_) => say!(words, "answer-certain"),
            None => say!(words, "answer-point-run"),
        };
    };
    let pays = plan.probabilities.roi_positive.map(|share| telling.chance(share));
    let chosen = telling.after().objective != telling.before().objective;
    match (telling.difference().filter(|_| chosen), pays) {
        (Some(difference), Some(pays)) => say!(
            words,
            "answer-better-and-pays",
            better = telling.chance(difference.better),
            range = telling.range(&difference.objective, |x| telling.change(x)),
            pays = pays
        ),
        (Some(difference), None) => say!(
            words,
            "answer-better",
            better = telling.chance(difference.better),
            range = telling.range(&difference.objective, |x| telling.change(x))
        ),
        (None, Some(pays)) => say!(
            words,
            "answer-pays",
            range = telling.range(&plan.bands.objective, |x| telling.value(x)),
            pays = pays
        ),
        (None, None) => say!(
            words,
            "answer-range",
            range = telling.range(&plan.bands.objective, |x| telling.value(x))
        ),
    }
}

/// Where the next improvement is worth most.
fn weakest(telling: &Telling) -> String {
    let words = telling.words;
    let analysis = telling.results().analysis;
    let found = analysis.and_then(|analysis| {
        let finding = analysis.stages.iter().find(|finding| Some(finding.stage) == analysis.weakest)?;
        Some((finding, finding.value_at_stake?))
    });
    let Some((finding, stake)) = found else {
        return say!(words, "answer-no-weakest");
    };
    let stage = telling.stage(finding.stage);
    let (stake, objective) = (telling.value(stake), telling.objective(Form::Plain));
    let basis = match finding.basis {
        Basis::Target => "target",
        Basis::Lever | Basis::Unranked => "lever",
    };
    match finding.probability_weakest {
        Some(share) if telling.futures().is_some() => say!(
            words,
            "answer-weakest-likely",
            basis = basis,
            stage = stage,
            stake = stake,
            objective = objective,
            chance = telling.chance(share)
        ),
        _ => say!(
            words,
            "answer-weakest",
            basis = basis,
            stage = stage,
            stake = stake,
            objective = objective
        ),
    }
}

/// Objective, ROI, payback and customers of the proposal, each beside the plan of the file.
fn facts(telling: &Telling) -> Vec<Fact> {
    let words = telling.words;
    let (before, after) = (telling.before(), telling.after());
    let instead = |text: String| telling.results().after.map(|_| say!(words, "fact-today", value = text));
    let of_measure = |measure: Measure| Fact {
        name: telling.measure(measure),
        value: match measure {
            Measure::Roi => telling.format.percent_short(after.figure(measure)),
            _ => telling.figure(measure, after.figure(measure)),
        },
        note: instead(match measure {
            Measure::Roi => telling.format.percent_short(before.figure(measure)),
            _ => telling.figure(measure, before.figure(measure)),
        }),
    };
    let objective = Fact {
        name: telling.objective(Form::Title),
        value: telling.value(after.objective),
        note: instead(telling.value(before.objective)),
    };
    let others = [Measure::Roi, Measure::Payback, Measure::Customers]
        .into_iter()
        .filter(|measure| *measure != Measure::Customers || !telling.counts_customers());
    std::iter::once(objective).chain(others.map(of_measure)).collect()
}
