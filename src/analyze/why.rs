//! `why`: a sentence about each stage that a planner can repeat in a meeting, with numbers.

use crate::format::Format;
use crate::model::Stage;
use crate::scenario::{Channel, Moves, Objective, Quantity, Scenario};

use super::analysis::{Basis, CapacityFinding, Lever, LeverKind, StageFinding};

/// What the sentences are made from besides the finding itself.
pub(super) struct Reasons<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) format: &'a Format,
    pub(super) capacity: Option<&'a CapacityFinding>,
    pub(super) weakest: Option<Stage>,
}

impl Reasons<'_> {
    /// An amount of the objective, such as `180 k €`.
    fn amount(&self, amount: f64) -> String {
        match self.scenario.plan.objective {
            Objective::Profit | Objective::Revenue => self.format.money(amount),
            Objective::Customers => format!("{} customers", self.format.count(amount)),
        }
    }

    /// The same with its name and, where the objective is a sum of the horizon, with that: `180 k € of profit over the 12 months`.
    fn named(&self, amount: f64) -> String {
        let plan = &self.scenario.plan;
        let horizon = format!("over the {} {}s", plan.periods, self.period());
        match (plan.objective, self.scenario.objective_name()) {
            (Objective::Profit, name @ "long-term profit") => format!("{} of {name}", self.amount(amount)),
            (Objective::Profit | Objective::Revenue, name) => format!("{} of {name} {horizon}", self.amount(amount)),
            (Objective::Customers, _) => format!("{} {horizon}", self.amount(amount)),
        }
    }

    /// Whose rate it is that a target is compared with: that of the organic visits, where channels bring visits of another quality.
    fn whose(&self, quality: fn(&Channel) -> Option<Quantity>) -> &'static str {
        let other = |channel: &Channel| quality(channel).is_some_and(|quality| quality.median() != 1.0);
        if self.scenario.channels.iter().any(other) { "organic " } else { "" }
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
            finding.stage.name()
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
                    " Capacity binds in {bound} of the {}s; 1 % more of it is worth {worth}.",
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

/// What is short of what, such as `9.8 % of the visits become leads, the target is 12 %`.
fn gap(reasons: &Reasons<'_>, finding: &StageFinding) -> String {
    let format = reasons.format;
    match (finding.stage, finding.target) {
        (Stage::Reach, Some(target)) => {
            format!(
                "{} visits a {} come, the target is {}",
                format.count(finding.rate),
                reasons.period(),
                format.count(target)
            )
        }
        (Stage::Act, Some(target)) => {
            let [now, target] = format.percent_and_target(finding.rate, target);
            let whose = reasons.whose(|channel| channel.act_quality);
            format!("{now} of the {whose}visits become leads, the target is {target}")
        }
        (Stage::Convert, Some(target)) => {
            let [now, target] = format.percent_and_target(finding.rate, target);
            let whose = reasons.whose(|channel| channel.convert_quality);
            format!("{now} of the {whose}leads become customers, the target is {target}")
        }
        (Stage::Engage, target) => {
            let retention = target.filter(|target| finding.rate < *target).map(|target| {
                let [now, target] = format.percent_and_target(finding.rate, target);
                format!(
                    "{now} of the customers stay for another {}, the target is {target}",
                    reasons.period()
                )
            });
            let repeat = finding
                .repeat_rate
                .zip(finding.repeat_target)
                .filter(|(now, target)| now < target)
                .map(|(now, target)| {
                    format!(
                        "a kept customer orders {} times a {}, the target is {}",
                        format.count(now),
                        reasons.period(),
                        format.count(target)
                    )
                });
            [retention, repeat].into_iter().flatten().collect::<Vec<_>>().join("; ")
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
        return format!("{} is at its target.", finding.stage.name());
    }
    let rank = if reasons.weakest == Some(finding.stage) {
        ", more than at any other stage"
    } else {
        ""
    };
    let limit = if finding.reachable { "" } else { out_of_reach(reasons) };
    if stake <= 0.0 {
        return format!(
            "{}: {gap}. Closing the gap would bring no {}.{limit}",
            finding.stage.name(),
            reasons.scenario.objective_name()
        );
    }
    format!(
        "{}: {gap}. Closing the gap is worth {}{rank}.{limit}",
        finding.stage.name(),
        reasons.named(stake)
    )
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
    let Some(best) = finding.levers.first() else {
        return String::new();
    };
    let ranked = if best.net_gain > 0.0 {
        "is ranked by what its best known lever adds to"
    } else {
        "no known lever of it adds to"
    };
    format!(
        "{} has no target; {ranked} {}. {}",
        finding.stage.name(),
        reasons.scenario.objective_name(),
        way_up(reasons, best)
    )
}

/// The best known lever in a sentence.
fn way_up(reasons: &Reasons<'_>, best: &Lever) -> String {
    let cost = reasons.format.money(best.cost);
    let by = match best.kind {
        LeverKind::Action => {
            let actions = &reasons.scenario.actions;
            let moves = actions.iter().find(|action| action.name == best.name).map(|action| action.moves);
            format!("the action \"{}\" for {cost}{}", best.name, beside_the_rate(moves))
        }
        LeverKind::Channel => format!("{cost} more for {}", best.name),
    };
    if best.net_gain > 0.0 {
        format!("The best known way up is {by}: {} net.", reasons.amount(best.net_gain))
    } else {
        format!("Even the best known way up, {by}, loses {} net.", reasons.amount(-best.net_gain))
    }
}

/// What an action moves where it is not the rate that its stage is measured by.
const fn beside_the_rate(moves: Option<Moves>) -> &'static str {
    match moves {
        Some(Moves::OrderValue) => " (it raises what an order is worth)",
        Some(Moves::Capacity) => " (it raises the capacity)",
        Some(Moves::Referral) => " (it brings more referrals)",
        _ => "",
    }
}
