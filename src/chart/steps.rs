//! The steps of the funnel: counts, rates, targets, and how far the counts are uncertain.

use super::ChartInput;
use crate::analyze::StageFinding;
use crate::format::Format;
use crate::model::Stage;
use crate::simulate::{Band, Forecast};

type Bands = Forecast<Band, Band>;

/// One bar, or pair of bars.
pub(super) struct Step {
    pub stage: Stage,
    pub name: &'static str,
    /// What is counted, where the name alone does not say it.
    pub note: &'static str,
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
    let after = |of: fn(&Forecast) -> f64| input.after.map(of);
    let percent = |rate: Option<f64>| format.percent(rate);
    let pair = |of: fn(&Forecast) -> Option<f64>, what: &str| {
        let rate = percent(of(input.before));
        match input.after.map(of) {
            Some(after) if percent(after) != rate => format!("{rate} → {} {what}", percent(after)),
            _ => format!("{rate} {what}"),
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
    let (before, word) = (&input.before.totals, input.period.word());
    let plans = [Some(input.seen_before()), input.seen_after()];
    let drawn = |of: fn(&Bands) -> Option<Band>| plans.map(|seen| of(&seen?.futures?.bands));
    let engage = finding(input, Stage::Engage);
    let mut steps = vec![
        Step {
            stage: Stage::Reach,
            name: "Visits",
            note: "",
            before: before.visits,
            after: after(|f| f.totals.visits),
            rate: String::new(),
            target: target(Stage::Reach, before.visits),
            drawn: drawn(|bands| Some(bands.totals.visits)),
        },
        Step {
            stage: Stage::Act,
            name: "Leads",
            note: "",
            before: before.leads,
            after: after(|f| f.totals.leads),
            rate: pair(|f| f.kpis.act_rate, "of visits become leads"),
            target: target(Stage::Act, before.leads),
            drawn: drawn(|bands| Some(bands.totals.leads)),
        },
        Step {
            stage: Stage::Convert,
            name: "Customers",
            note: "new",
            before: before.customers,
            after: after(|f| f.totals.customers),
            rate: pair(|f| f.kpis.convert_rate, "of handled leads convert"),
            target: target(Stage::Convert, before.customers),
            drawn: drawn(|bands| Some(bands.totals.customers)),
        },
        Step {
            stage: Stage::Engage,
            name: "Active customers",
            note: "at the end",
            before: active,
            after: input.after.and_then(|f| f.periods.last()).map(|row| row.active),
            rate: engage.map_or_else(String::new, |f| {
                let rate = match f.target {
                    Some(target) => format.percent_and_target(f.rate, target)[0].clone(),
                    None => format.percent(f.rate),
                };
                format!("{rate} are kept from one {word} to the next")
            }),
            target: None,
            drawn: drawn(|bands| bands.periods.last().map(|row| row.active)),
        },
        Step {
            stage: Stage::Engage,
            name: "Repeat orders",
            note: "",
            before: before.repeat_orders,
            after: after(|f| f.totals.repeat_orders),
            rate: engage.and_then(|f| f.repeat_rate).map_or_else(String::new, |rate| {
                format!("{} orders per kept customer and {word}", format.count(rate))
            }),
            target: None,
            drawn: drawn(|bands| Some(bands.totals.repeat_orders)),
        },
    ];
    for step in &mut steps {
        let aim = match (step.name, finding(input, step.stage)) {
            ("Repeat orders", Some(f)) => f.repeat_target.map(|target| format!("target {}", format.count(target))),
            (_, Some(f)) if step.stage == Stage::Reach => f.target.map(|target| format!("target {} per {word}", format.count(target))),
            (_, Some(f)) => f.target.map(|target| {
                let [now, target] = format.percent_and_target(f.rate, target);
                // the target is one of the organic visits, whose rate is another where channels bring better or worse ones
                let (of_all, whose) = match step.stage {
                    Stage::Act => (input.before.kpis.act_rate, "organic visits"),
                    Stage::Convert => (input.before.kpis.convert_rate, "organic leads"),
                    _ => (Some(f.rate), ""),
                };
                if of_all.is_some_and(|rate| (rate - f.rate).abs() <= 1e-9 * f.rate) {
                    format!("target {target}")
                } else {
                    format!("{whose} {now}, target {target}")
                }
            }),
            _ => None,
        };
        if let Some(aim) = aim {
            step.rate = if step.rate.is_empty() {
                aim
            } else {
                format!("{} · {aim}", step.rate)
            };
        }
    }
    steps
}
