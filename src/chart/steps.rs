//! The steps of the funnel: counts, rates, targets, and how far the counts are uncertain.

use super::{ChartInput, terms};
use crate::analyze::StageFinding;
use crate::format::Format;
use crate::model::Stage;
use crate::say;
use crate::simulate::{Band, Forecast};

type Bands = Forecast<Band, Band>;

/// One bar, or pair of bars.
pub(super) struct Step {
    pub stage: Stage,
    /// Its name in the table.
    pub key: &'static str,
    pub name: String,
    /// What is counted, where the name alone does not say it.
    pub note: String,
    pub before: f64,
    pub after: Option<f64>,
    /// How it follows from the step above.
    pub rate: String,
    /// Count at which the rate would be its target.
    pub target: Option<f64>,
    /// Both counts over the draws.
    pub drawn: [Option<Band>; 2],
}

/// What the analysis says of a stage.
pub(super) fn finding<'a>(input: &ChartInput<'a>, stage: Stage) -> Option<&'a StageFinding> {
    input.analysis?.stages.iter().find(|finding| finding.stage == stage)
}

/// The steps, with what follows each from the one above.
pub(super) fn steps(input: &ChartInput, active: f64, format: &Format) -> Vec<Step> {
    let words = input.words();
    let after = |of: fn(&Forecast) -> f64| input.after.map(of);
    let percent = |rate: Option<f64>| format.percent(rate);
    let pair = |of: fn(&Forecast) -> Option<f64>| {
        let rate = percent(of(input.before));
        match input.after.map(of) {
            Some(after) if percent(after) != rate => format!("{rate} → {}", percent(after)),
            _ => rate,
        }
    };
    // Counts grow with the rate: the tick stands where the rate of today would be the target.
    let target = |stage: Stage, count: f64| {
        let finding = finding(input, stage)?;
        finding
            .target
            .filter(|_| finding.rate > 0.0)
            .map(|target| count * target / finding.rate)
    };
    let (before, period) = (&input.before.totals, input.period.word());
    let plans = [Some(input.seen_before()), input.seen_after()];
    let drawn = |of: fn(&Bands) -> Option<Band>| plans.map(|seen| of(&seen?.futures?.bands));
    let engage = finding(input, Stage::Engage);
    let mut steps = vec![
        Step {
            stage: Stage::Reach,
            key: "Visits",
            name: say!(words, "funnel-visits"),
            note: String::new(),
            before: before.visits,
            after: after(|f| f.totals.visits),
            rate: String::new(),
            target: target(Stage::Reach, before.visits),
            drawn: drawn(|bands| Some(bands.totals.visits)),
        },
        Step {
            stage: Stage::Act,
            key: "Leads",
            name: say!(words, "funnel-leads"),
            note: String::new(),
            before: before.leads,
            after: after(|f| f.totals.leads),
            rate: say!(words, "funnel-act", rate = pair(|f| f.kpis.act_rate)),
            target: target(Stage::Act, before.leads),
            drawn: drawn(|bands| Some(bands.totals.leads)),
        },
        Step {
            stage: Stage::Convert,
            key: "Customers",
            name: say!(words, "funnel-customers"),
            note: say!(words, "funnel-customers-note"),
            before: before.customers,
            after: after(|f| f.totals.customers),
            rate: say!(words, "funnel-convert", rate = pair(|f| f.kpis.convert_rate)),
            target: target(Stage::Convert, before.customers),
            drawn: drawn(|bands| Some(bands.totals.customers)),
        },
        Step {
            stage: Stage::Engage,
            key: "Active customers",
            name: say!(words, "funnel-active"),
            note: say!(words, "funnel-active-note"),
            before: active,
            after: input.after.and_then(|f| f.periods.last()).map(|row| row.active),
            rate: engage.map_or_else(String::new, |f| {
                let rate = match f.target {
                    Some(target) => format.percent_and_target(f.rate, target)[0].clone(),
                    None => format.percent(f.rate),
                };
                say!(words, "funnel-kept", rate = rate, period = period)
            }),
            target: None,
            drawn: drawn(|bands| bands.periods.last().map(|row| row.active)),
        },
        Step {
            stage: Stage::Engage,
            key: REPEAT,
            name: say!(words, "funnel-repeat"),
            note: String::new(),
            before: before.repeat_orders,
            after: after(|f| f.totals.repeat_orders),
            rate: engage.and_then(|f| f.repeat_rate).map_or_else(String::new, |rate| {
                say!(words, "funnel-repeat-rate", orders = format.count(rate), period = period)
            }),
            target: None,
            drawn: drawn(|bands| Some(bands.totals.repeat_orders)),
        },
    ];
    for step in &mut steps {
        if let Some(aim) = aim(input, step, format) {
            step.rate = if step.rate.is_empty() {
                aim
            } else {
                format!("{} · {aim}", step.rate)
            };
        }
    }
    steps
}

/// The key of the last step, whose target is another than that of the stage.
const REPEAT: &str = "Repeat orders";

/// The target of a step, where it has one.
fn aim(input: &ChartInput, step: &Step, format: &Format) -> Option<String> {
    let words = input.words();
    let finding = finding(input, step.stage)?;
    if step.key == REPEAT {
        let target = finding.repeat_target?;
        return Some(say!(words, "funnel-target", target = format.count(target)));
    }
    let target = finding.target?;
    if step.stage == Stage::Reach {
        let per = terms::per(words, input.period);
        return Some(say!(words, "funnel-target-visits", target = format.count(target), per = per));
    }
    let [now, target] = format.percent_and_target(finding.rate, target);
    if !is_organic(input, finding) {
        return Some(say!(words, "funnel-target", target = target));
    }
    Some(match step.stage {
        Stage::Act => say!(words, "funnel-target-organic-visits", now = now, target = target),
        _ => say!(words, "funnel-target-organic-leads", now = now, target = target),
    })
}

/// Whether a stage's rate is that of the organic visits or leads alone: that of all is another where channels bring better or worse ones.
pub(super) fn is_organic(input: &ChartInput, finding: &StageFinding) -> bool {
    let of_all = match finding.stage {
        Stage::Act => input.before.kpis.act_rate,
        Stage::Convert => input.before.kpis.convert_rate,
        Stage::Reach | Stage::Engage => Some(finding.rate),
    };
    // two sums of the same visits, in another order
    !of_all.is_some_and(|rate| (rate - finding.rate).abs() <= 1e-9 * finding.rate)
}
