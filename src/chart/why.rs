//! Why a stage is the weakest, in sentences that a planner can repeat in a meeting.

use super::font::Weight;
use super::steps::is_organic;
use super::text::{name, wrapped};
use super::theme::text_size;
use super::weakest::gain;
use super::{ChartInput, terms};
use crate::analyze::{Analysis, Basis, Lever, LeverKind, StageFinding};
use crate::format::Format;
use crate::model::Stage;
use crate::say;
use crate::scenario::Moves;

/// Lines below the bars, at most.
const LINES: usize = 3;

/// What a stage is short of, the best known way up, and what a capacity does to it: the most important sentence first.
pub(super) fn why(finding: &StageFinding, analysis: &Analysis, input: &ChartInput, format: &Format) -> Vec<String> {
    let words = input.words();
    let mut sentences = match finding.basis {
        Basis::Target => gaps(finding, input, format),
        Basis::Lever => {
            let stage = terms::stage(words, finding.stage);
            let gains = finding.levers.first().is_some_and(|lever| lever.net_gain > 0.0);
            let gains = if gains { "yes" } else { "no" };
            vec![say!(words, "weakest-why-lever", gains = gains, stage = stage)]
        }
        Basis::Unranked => Vec::new(),
    };
    if finding.basis == Basis::Target && !finding.reachable {
        sentences.push(say!(words, "weakest-why-out-of-reach"));
    }
    if let Some(lever) = finding.levers.first() {
        sentences.push(way_up(lever, input, format));
        let beside = match lever.moves {
            Some(Moves::OrderValue) => Some(say!(words, "weakest-why-order-value")),
            Some(Moves::Capacity) => Some(say!(words, "weakest-why-capacity")),
            Some(Moves::Referral) => Some(say!(words, "weakest-why-referral")),
            _ => None,
        };
        sentences.extend(beside);
    }
    sentences.extend(capacity(finding, analysis, input, format));
    sentences
}

/// What is short of what: `9.8 % of the visits become leads, the target is 12 %.`
fn gaps(finding: &StageFinding, input: &ChartInput, format: &Format) -> Vec<String> {
    let words = input.words();
    let below = finding.target.filter(|target| finding.rate < *target);
    let gap = below.map(|target| {
        let [now, aim] = format.percent_and_target(finding.rate, target);
        let whose = if is_organic(input, finding) { "organic" } else { "all" };
        match finding.stage {
            Stage::Reach => {
                let (now, aim) = (format.count(finding.rate), format.count(target));
                let per = terms::per(words, input.period);
                say!(words, "weakest-gap-reach", now = now, per = per, target = aim)
            }
            Stage::Act => say!(words, "weakest-gap-act", whose = whose, now = now, target = aim),
            Stage::Convert => say!(words, "weakest-gap-convert", whose = whose, now = now, target = aim),
            Stage::Engage => {
                let period = input.period.word();
                say!(words, "weakest-gap-engage", period = period, now = now, target = aim)
            }
        }
    });
    let repeat = finding.repeat_rate.zip(finding.repeat_target).filter(|(now, target)| now < target);
    let repeat = repeat.map(|(now, target)| {
        let (now, target) = (format.count(now), format.count(target));
        let per = terms::per(words, input.period);
        say!(words, "weakest-gap-repeat", now = now, per = per, target = target)
    });
    let gaps: Vec<String> = gap.into_iter().chain(repeat).collect();
    if gaps.is_empty() {
        vec![say!(words, "weakest-at-target", stage = terms::stage(words, finding.stage))]
    } else {
        gaps
    }
}

/// The best known lever in a sentence.
fn way_up(lever: &Lever, input: &ChartInput, format: &Format) -> String {
    let words = input.words();
    let kind = match lever.kind {
        LeverKind::Action => "action",
        LeverKind::Channel => "channel",
    };
    let (name, cost) = (name(&lever.name), format.money(lever.cost));
    let gain = gain(words, format, input.before.objective_name, lever.net_gain);
    if lever.net_gain > 0.0 {
        say!(words, "weakest-way-up", kind = kind, name = name, cost = cost, gain = gain)
    } else {
        say!(words, "weakest-way-down", kind = kind, name = name, cost = cost, gain = gain)
    }
}

/// What a capacity that binds does to a stage.
fn capacity(finding: &StageFinding, analysis: &Analysis, input: &ChartInput, format: &Format) -> Option<String> {
    let words = input.words();
    let capacity = analysis.capacity.as_ref().filter(|capacity| capacity.bound_periods > 0.0)?;
    let bound = format.percent(capacity.bound_periods);
    let brings = |value: f64| gain(words, format, input.before.objective_name, value);
    match finding.stage {
        Stage::Convert => {
            let gain = brings(capacity.value_of_one_percent);
            Some(say!(words, "weakest-capacity-convert", bound = bound, gain = gain))
        }
        Stage::Reach | Stage::Act if capacity.value_of_one_percent_visits <= 0.0 => {
            let stage = terms::stage(words, Stage::Convert);
            Some(say!(words, "weakest-capacity-no-demand", stage = stage))
        }
        Stage::Reach | Stage::Act => {
            let gain = brings(capacity.value_of_one_percent_visits);
            Some(say!(words, "weakest-capacity-visits", bound = bound, gain = gain))
        }
        Stage::Engage => None,
    }
}

/// As many of the sentences as fit whole into the lines; the first one at least, cut where it must be.
pub(super) fn fitting(sentences: &[String], room: f64) -> Vec<String> {
    let lines = |count: usize| wrapped(&sentences[..count].join(" "), text_size::LABEL, Weight::Regular, room, LINES);
    let whole = |lines: &Vec<String>| !lines.last().is_some_and(|line| line.ends_with('…'));
    let tries = (2..=sentences.len()).rev().map(lines);
    tries.into_iter().find(whole).unwrap_or_else(|| lines(sentences.len().min(1)))
}
