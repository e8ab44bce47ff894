//! The answer in three sentences, and the figures that a reader looks for first.

use super::telling::{Telling, Verdict};
use crate::analyze::Basis;
use crate::chart::Form;
use crate::report::document::{Block, Fact};
use crate::say;
use crate::scenario::Measure;

pub(super) fn blocks(telling: &Telling) -> Vec<Block> {
    let sentences = vec![what(telling), how_sure(telling), weakest(telling)];
    vec![Block::Lead(sentences), Block::Facts(facts(telling))]
}

/// What the proposal brings for which money.
fn what(telling: &Telling) -> String {
    let (words, span) = (telling.words, telling.counted_over());
    let (before, after) = (telling.before(), telling.after());
    let objective = telling.objective(Form::Plain);
    let [invest, proposed] = telling.amounts(before.totals.invest, after.totals.invest);
    let free = before.totals.invest == 0.0 && after.totals.invest == 0.0;
    let [value, other] = telling.values(before.objective, after.objective);
    let gain = telling.value(after.objective - before.objective);
    match telling.verdict() {
        Verdict::Nothing if free => say!(
            words,
            "answer-nothing-free",
            counts = telling.counts(),
            objective = objective,
            value = telling.value(before.objective),
            span = span
        ),
        Verdict::Nothing => say!(
            words,
            "answer-nothing",
            counts = telling.counts(),
            objective = objective,
            value = telling.value(before.objective),
            span = span,
            invest = telling.format.money(before.totals.invest)
        ),
        Verdict::Forced if invest == proposed => say!(
            words,
            "answer-forced-same-money",
            counts = telling.counts(),
            invest = telling.format.money(before.totals.invest),
            objective = objective,
            before = value,
            after = other,
            span = span
        ),
        Verdict::Forced => say!(
            words,
            "answer-forced",
            counts = telling.counts(),
            invest = invest,
            proposed = proposed,
            objective = objective,
            before = value,
            after = other,
            span = span
        ),
        Verdict::Better if free => say!(
            words,
            "answer-free",
            objective = objective,
            before = value,
            after = other,
            gain = gain,
            span = span
        ),
        Verdict::Better if invest == proposed => say!(
            words,
            "answer-same-money",
            invest = telling.format.money(before.totals.invest),
            objective = objective,
            before = value,
            after = other,
            gain = gain,
            span = span
        ),
        Verdict::Better => say!(
            words,
            "answer-other-money",
            invest = invest,
            proposed = proposed,
            objective = objective,
            before = value,
            after = other,
            gain = gain,
            span = span
        ),
    }
}

/// How likely it is to be better, by how much, and to pay for itself.
fn how_sure(telling: &Telling) -> String {
    let words = telling.words;
    let chosen = telling.verdict() != Verdict::Nothing;
    // where nothing better was found it is today's plan that is told of
    let plan = if chosen {
        telling.after_futures()
    } else {
        telling.before_futures()
    };
    let Some(plan) = plan else {
        return match telling.results().futures {
            Some(_) => say!(words, "answer-certain"),
            None => say!(words, "answer-point-run"),
        };
    };
    let pays = plan.probabilities.roi_positive.map(|share| telling.chance(share));
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
        let ranked = analysis.is_some_and(|analysis| analysis.stages.iter().any(|finding| finding.basis != Basis::Unranked));
        return if ranked {
            say!(words, "answer-none-weakest")
        } else {
            say!(words, "answer-no-weakest")
        };
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
            counts = telling.counts(),
            basis = basis,
            stage = stage,
            stake = stake,
            objective = objective,
            chance = telling.chance(share)
        ),
        _ => say!(
            words,
            "answer-weakest",
            counts = telling.counts(),
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
