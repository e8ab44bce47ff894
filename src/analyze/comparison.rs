//! Plans side by side: every figure of each, its difference to the first, and what has to be known before they are compared.

use serde::{Serialize, Serializer};

use crate::scenario::{Measure, Scenario};
use crate::simulate::{Forecast, by_name::Named};

/// A plan that is to stand beside others.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// What tells it from the others: the name of its file.
    pub label: &'a str,
    pub scenario: &'a Scenario,
    pub forecast: &'a Forecast,
}

/// Plans side by side. Field names are those of the JSON contract.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The plans, in the order given; differences are to the first.
    pub plans: Vec<ComparedPlan>,
    /// Every total and KPI, in the order of [`Measure::ALL`]; a map by name in JSON.
    #[serde(serialize_with = "crate::simulate::by_name::serialize")]
    pub measures: Vec<Line>,
    /// What each channel of any of the plans spends over the horizon \[money\]; a map by name in JSON.
    #[serde(serialize_with = "crate::simulate::by_name::serialize")]
    pub channels: Vec<Line>,
    /// Actions of any of the plans and whether each plan has them; a map by name in JSON.
    #[serde(serialize_with = "actions_by_name")]
    pub actions: Vec<(String, Vec<bool>)>,
    /// What makes a difference harder to read, in sentences.
    pub notes: Vec<String>,
}

/// One of the plans.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparedPlan {
    /// What tells it from the others: the name of its file.
    pub label: String,
    /// Name of the scenario.
    pub scenario: String,
    pub currency: String,
    /// Word of the period: `day`, `week`, `month`, `quarter`.
    pub period: &'static str,
    /// Horizon \[periods\].
    pub periods: usize,
    /// Word of the objective: `profit`, `revenue`, `customers`.
    pub objective: &'static str,
    /// What people call it: `long-term profit`, `NPV`, `profit`, `revenue`, `customers`.
    pub objective_name: &'static str,
    /// Its value for this plan.
    pub value: f64,
    /// Its value minus that of the first plan; `None` where the two objectives or their currencies are not the same.
    pub difference: Option<f64>,
}

/// One figure of every plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    #[serde(skip)]
    pub name: String,
    /// One value for each plan; `None` where the plan has no such figure.
    pub values: Vec<Option<f64>>,
    /// Each value minus that of the first plan; `None` where one of them is missing or is money of another currency.
    pub differences: Vec<Option<f64>>,
}

impl Line {
    /// Whether any plan has another value than the first.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.values.iter().any(|value| *value != self.values[0])
    }

    fn new(name: &str, values: Vec<Option<f64>>, comparable: impl Fn(usize) -> bool) -> Self {
        let first = values.first().copied().flatten();
        let differences = values
            .iter()
            .enumerate()
            .map(|(plan, value)| comparable(plan).then(|| Some((*value)? - first?)).flatten())
            .collect();
        Self {
            name: name.to_owned(),
            values,
            differences,
        }
    }
}

impl Named for Line {
    fn name(&self) -> &str {
        &self.name
    }
}

/// Sets plans side by side.
///
/// # Panics
/// If `plans` is empty.
#[must_use]
pub fn compare(plans: &[Compared]) -> Comparison {
    let first = plans[0];
    let same_currency = |plan: usize| plans[plan].scenario.plan.currency == first.scenario.plan.currency;
    let measures = Measure::ALL
        .iter()
        .filter(|measure| !measure.is_tracked())
        .map(|&measure| {
            let values = plans.iter().map(|plan| plan.forecast.figure(measure)).collect();
            Line::new(measure.key(), values, |plan| !measure.is_money() || same_currency(plan))
        })
        .collect();
    let channels = names(plans, |scenario| {
        scenario.channels.iter().map(|channel| channel.name.as_str()).collect()
    })
    .into_iter()
    .map(|name| {
        let spend = |plan: &Compared| plan.forecast.channels.iter().find(|row| row.name == name).map(|row| row.invest);
        Line::new(name, plans.iter().map(spend).collect(), same_currency)
    })
    .collect();
    let actions = names(plans, |scenario| {
        scenario.actions.iter().map(|action| action.name.as_str()).collect()
    })
    .into_iter()
    .map(|name| {
        let done = |plan: &Compared| plan.scenario.actions.iter().any(|action| action.name == name && action.done);
        (name.to_owned(), plans.iter().map(done).collect())
    })
    .collect();
    Comparison {
        plans: plans.iter().map(|plan| compared_plan(plan, &first)).collect(),
        measures,
        channels,
        actions,
        notes: plans[1..].iter().flat_map(|plan| notes(plan, &first)).collect(),
    }
}

/// Names out of all plans, each once, in the order of their first appearance.
fn names<'a>(plans: &[Compared<'a>], of: impl Fn(&'a Scenario) -> Vec<&'a str>) -> Vec<&'a str> {
    let mut seen = std::collections::BTreeSet::new();
    plans
        .iter()
        .flat_map(|plan| of(plan.scenario))
        .filter(|name| seen.insert(*name))
        .collect()
}

fn compared_plan(plan: &Compared, first: &Compared) -> ComparedPlan {
    let own = &plan.scenario.plan;
    let same_objective = plan.scenario.objective_name() == first.scenario.objective_name();
    let is_money = own.objective.word() != "customers";
    let comparable = same_objective && (!is_money || own.currency == first.scenario.plan.currency);
    ComparedPlan {
        label: plan.label.to_owned(),
        scenario: own.name.clone(),
        currency: own.currency.clone(),
        period: own.period.word(),
        periods: own.periods,
        objective: own.objective.word(),
        objective_name: plan.scenario.objective_name(),
        value: plan.forecast.objective,
        difference: comparable.then_some(plan.forecast.objective - first.forecast.objective),
    }
}

/// What has to be known before `plan` is compared with `first`.
fn notes(plan: &Compared, first: &Compared) -> Vec<String> {
    let mut notes = Vec::new();
    let (a, b) = (&first.scenario.plan, &plan.scenario.plan);
    let pair = format!("{} and {}", first.label, plan.label);
    if a.currency != b.currency {
        notes.push(format!(
            "{pair} count in {} and {}: amounts of money are not compared.",
            a.currency, b.currency
        ));
    }
    if first.scenario.objective_name() != plan.scenario.objective_name() {
        notes.push(format!(
            "{pair} have another objective, {} and {}: what \"better\" means is not compared.",
            first.scenario.objective_name(),
            plan.scenario.objective_name()
        ));
    }
    if (a.period, a.periods, a.start) != (b.period, b.periods, b.start) {
        notes.push(format!(
            "{pair} cover other times, {} and {}: totals differ for that alone.",
            horizon(first.scenario),
            horizon(plan.scenario)
        ));
    }
    let other_past: Vec<&str> = plan
        .scenario
        .channels
        .iter()
        .filter(|channel| {
            first
                .scenario
                .channels
                .iter()
                .any(|other| other.name == channel.name && other.history != channel.history)
        })
        .map(|channel| channel.name.as_str())
        .collect();
    if !other_past.is_empty() {
        notes.push(format!(
            "{pair} start from another past: `history` of {} differs, so today's pressure and with it what the rates mean. Write the same \
             `history` into both to compare the plans alone.",
            listed(&other_past)
        ));
    }
    let assumptions = other_assumptions(plan.scenario, first.scenario);
    if !assumptions.is_empty() {
        notes.push(format!(
            "{pair} differ in assumptions and not in spend alone: {}.",
            listed(&assumptions)
        ));
    }
    notes
}

fn horizon(scenario: &Scenario) -> String {
    let plan = &scenario.plan;
    let plural = if plan.periods == 1 { "" } else { "s" };
    format!("{} {}{plural} from {}", plan.periods, plan.period.word(), plan.start)
}

/// The parts of two scenarios, other than spend, its limits and pacing, and the choice of actions, that are not the same.
fn other_assumptions<'a>(plan: &'a Scenario, first: &'a Scenario) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut note = |name, differs| {
        if differs {
            parts.push(name);
        }
    };
    note("reach", plan.reach != first.reach);
    note("act", plan.act != first.act);
    note("convert", plan.convert != first.convert);
    note("engage", plan.engage != first.engage);
    note("money", plan.money != first.money);
    for channel in &plan.channels {
        if let Some(other) = first.channels.iter().find(|other| other.name == channel.name) {
            let mut same = other.clone();
            same.spend.clone_from(&channel.spend);
            same.history = channel.history;
            same.observed = channel.observed;
            same.limits.clone_from(&channel.limits);
            same.pacing = channel.pacing;
            note(channel.name.as_str(), same != *channel);
        }
    }
    for action in &plan.actions {
        if let Some(other) = first.actions.iter().find(|other| other.name == action.name) {
            let mut same = other.clone();
            same.done = action.done;
            note(action.name.as_str(), same != *action);
        }
    }
    parts
}

/// "a", "a and b", "a, b and c"; of more than six the first six and how many more.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        _ if names.len() > 6 => format!("{} and {} more", names[..6].join(", "), names.len() - 6),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

fn actions_by_name<S: Serializer>(actions: &[(String, Vec<bool>)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(actions.iter().map(|(name, done)| (name, done)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_needs_both_values_and_one_currency() {
        let line = Line::new("roi", vec![Some(1.0), None, Some(1.5), Some(9.0)], |plan| plan != 3);
        assert_eq!(line.differences, [Some(0.0), None, Some(0.5), None]);
        assert!(line.differs());
        assert!(
            Line::new("roi", vec![None, Some(1.0)], |_| true)
                .differences
                .iter()
                .all(Option::is_none)
        );
    }

    #[test]
    fn names_are_listed_as_they_are_spoken() {
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
        assert_eq!(listed(&["a", "b", "c", "d", "e", "f", "g", "h"]), "a, b, c, d, e, f and 2 more");
    }
}
