//! `why`: a sentence about each stage that a planner can repeat in a meeting, with numbers.

use crate::format::Format;
use crate::model::Stage;
use crate::scenario::{Objective, Scenario};

use super::analysis::{Basis, CapacityFinding, Lever, LeverKind, StageFinding};

/// What the sentences are made from besides the finding itself.
pub(super) struct Reasons<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) format: &'a Format,
    pub(super) capacity: Option<&'a CapacityFinding>,
    pub(super) weakest: Option<Stage>,
}

impl Reasons<'_> {
    /// An amount of the objective, such as `180 k € of profit`.
    fn amount(&self, amount: f64) -> String {
        match self.scenario.plan.objective {
            Objective::Profit => format!("{} of profit", self.format.money(amount)),
            Objective::Revenue => format!("{} of revenue", self.format.money(amount)),
            Objective::Customers => format!("{} customers", self.format.count(amount)),
        }
    }

    fn period(&self) -> &'static str {
        self.scenario.plan.period.word()
    }
}

/// The sentence for one stage.
pub(super) fn why(reasons: &Reasons<'_>, finding: &StageFinding) -> String {
    let mut text = match finding.basis {
        Basis::Target => at_target(reasons, finding),
        Basis::Lever => by_lever(reasons, finding),
        Basis::Unranked => format!(
            "{} has no target and no action or channel that moves it, so it is not ranked.",
            name(finding.stage)
        ),
    };
    if finding.basis == Basis::Target
        && let Some(best) = finding.levers.first()
    {
        text.push(' ');
        text.push_str(&way_up(reasons, best));
    }
    if let Some(capacity) = reasons.capacity.filter(|capacity| capacity.bound_periods > 0.0) {
        let bound = reasons.format.percent(capacity.bound_periods);
        match finding.stage {
            Stage::Convert => {
                let worth = reasons.amount(capacity.value_of_one_percent);
                text.push_str(&format!(
                    " Capacity binds in {bound} of the {}s: 1 % more of it is worth {worth}.",
                    reasons.period()
                ));
            }
            Stage::Reach | Stage::Act if capacity.value_of_one_percent_visits <= 0.0 => {
                text.push_str(" More demand is worth nothing while the capacity of Convert binds.");
            }
            Stage::Reach | Stage::Act => {
                let worth = reasons.amount(capacity.value_of_one_percent_visits);
                text.push_str(&format!(
                    " Capacity binds in {bound} of the {}s, so 1 % more visits bring only {worth}.",
                    reasons.period()
                ));
            }
            Stage::Engage => {}
        }
    }
    text
}

/// The stage as it is named in sentences.
const fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Reach => "Reach",
        Stage::Act => "Act",
        Stage::Convert => "Convert",
        Stage::Engage => "Engage",
    }
}

/// What is short of what, such as `9.8 % of the visits become leads instead of 12 %`.
fn gap(reasons: &Reasons<'_>, finding: &StageFinding) -> String {
    let format = reasons.format;
    let rate = |rate: f64| format.percent(rate);
    match (finding.stage, finding.target) {
        (Stage::Reach, Some(target)) => {
            format!(
                "{} visits a {} come instead of {}",
                format.count(finding.rate),
                reasons.period(),
                format.count(target)
            )
        }
        (Stage::Act, Some(target)) => format!("{} of the visits become leads instead of {}", rate(finding.rate), rate(target)),
        (Stage::Convert, Some(target)) => format!("{} of the leads become customers instead of {}", rate(finding.rate), rate(target)),
        (Stage::Engage, target) => {
            let retention = target.filter(|target| finding.rate < *target).map(|target| {
                format!(
                    "{} of the customers stay for another {} instead of {}",
                    rate(finding.rate),
                    reasons.period(),
                    rate(target)
                )
            });
            let repeat = finding
                .repeat_rate
                .zip(finding.repeat_target)
                .filter(|(now, target)| now < target)
                .map(|(now, target)| {
                    format!(
                        "a kept customer orders {} times a {} instead of {}",
                        format.count(now),
                        reasons.period(),
                        format.count(target)
                    )
                });
            [retention, repeat].into_iter().flatten().collect::<Vec<_>>().join(", and ")
        }
        (_, None) => String::new(),
    }
}

fn at_target(reasons: &Reasons<'_>, finding: &StageFinding) -> String {
    let stake = finding.value_at_stake.unwrap_or(0.0);
    let gap = if is_at_target(finding) {
        String::new()
    } else {
        gap(reasons, finding)
    };
    if gap.is_empty() {
        return format!("{} is at its target.", name(finding.stage));
    }
    let rank = if reasons.weakest == Some(finding.stage) {
        "the most of all stages"
    } else {
        "what closing the gap would bring"
    };
    let limit = if finding.reachable { "" } else { out_of_reach(reasons) };
    if stake <= 0.0 {
        return format!(
            "{}: {gap}; closing the gap would bring no {}.{limit}",
            name(finding.stage),
            reasons.scenario.plan.objective.word()
        );
    }
    format!("{}: {gap}; that is {}, {rank}.{limit}", name(finding.stage), reasons.amount(stake))
}

fn is_at_target(finding: &StageFinding) -> bool {
    let retention = finding.target.is_none_or(|target| finding.rate >= target);
    let repeat = finding
        .repeat_rate
        .zip(finding.repeat_target)
        .is_none_or(|(now, target)| now >= target);
    retention && repeat
}

/// Why a target cannot be reached.
const fn out_of_reach(reasons: &Reasons<'_>) -> &'static str {
    if reasons.scenario.reach.audience.is_some() {
        " The target cannot be reached: the audience is too small for it."
    } else {
        " The target cannot be reached by more of what works today."
    }
}

fn by_lever(reasons: &Reasons<'_>, finding: &StageFinding) -> String {
    match finding.levers.first() {
        Some(best) if best.net_gain > 0.0 => {
            format!(
                "{} has no target and is ranked by its best known lever. {}",
                name(finding.stage),
                way_up(reasons, best)
            )
        }
        Some(best) => format!(
            "{} has no target, and no known lever gains: {}",
            name(finding.stage),
            way_up(reasons, best)
        ),
        None => String::new(),
    }
}

/// The best known lever in a sentence.
fn way_up(reasons: &Reasons<'_>, best: &Lever) -> String {
    let cost = reasons.format.money(best.cost);
    let by = match best.kind {
        LeverKind::Action => format!("the action \"{}\" for {cost}", best.name),
        LeverKind::Channel => format!("{cost} more for {}", best.name),
    };
    if best.net_gain > 0.0 {
        format!("The best known way up is {by}: {} net.", reasons.amount(best.net_gain))
    } else {
        format!("Even the best known way up, {by}, loses {} net.", reasons.amount(-best.net_gain))
    }
}
