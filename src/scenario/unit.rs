//! What each number of a scenario counts: its unit, by its key.

use serde::Serialize;

use super::Measure;

/// What a number of a scenario counts, which decides how it is written for a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Money in the currency of the plan; per period or over the horizon, as the key says.
    Money,
    /// A share of a whole or a rate of interest: 0.03 is 3 %.
    Share,
    /// A relative change: 0.2 is 20 % more, -0.1 is 10 % less.
    Rise,
    /// Visits, leads, customers, people.
    Count,
    /// Numbers of periods; a `start` counts them from 0.
    Periods,
    Years,
    /// A factor, an index, an average: a plain number.
    Factor,
    /// No number: a word of the scenario, such as the name of a curve.
    Text,
}

impl Unit {
    /// The unit of a key without names in it, such as `channel.reach.half_spend`; `None`: the key holds no assumption, such as a name.
    pub(super) fn of(field: &str) -> Option<Self> {
        let (table, key) = field.rsplit_once('.')?;
        match (table, key) {
            ("plan", "periods") => Some(Self::Periods),
            ("plan", "budget" | "budget_by_quarter" | "budget_by_period") => Some(Self::Money),
            ("plan", "step") => Some(Self::Share),
            ("plan.today" | "plan.targets", measure) => Measure::ALL
                .iter()
                .find(|known| known.key() == measure)
                .map(|&known| of_measure(known)),
            ("plan.limits" | "plan.group" | "channel.limits", _) => of_limit(key),
            ("reach", "organic" | "audience" | "target") => Some(Self::Count),
            ("reach", "season" | "season_by_period") => Some(Self::Factor),
            ("act" | "convert", "rate" | "target") => Some(Self::Share),
            ("act" | "convert", "lag") | ("act.lag" | "convert.lag", "mean" | "sd") => Some(Self::Periods),
            ("convert", "capacity" | "backlog") => Some(Self::Count),
            ("convert", "backlog_loss") => Some(Self::Share),
            ("engage", "retention" | "retention_target") => Some(Self::Share),
            ("engage.retention", "alpha" | "beta") => Some(Self::Factor),
            ("engage", "age") => Some(Self::Periods),
            ("engage", "customers") => Some(Self::Count),
            ("engage", "repeat_rate" | "referral" | "repeat_target") => Some(Self::Factor),
            ("money", "order_value" | "repeat_value" | "fixed_cost") => Some(Self::Money),
            ("money", "margin" | "discount_rate") => Some(Self::Share),
            ("money", "lifetime") => Some(Self::Years),
            ("money", "count_residual") => Some(Self::Text),
            ("channel", "spend" | "history" | "observed") => Some(Self::Money),
            ("channel", "price_index") => Some(Self::Factor),
            ("channel", "carryover") => Some(Self::Text),
            ("channel", "boosts") => Some(Self::Rise),
            ("channel.carryover", _) => of_carryover(key),
            ("channel.quality", "act" | "convert") => Some(Self::Factor),
            ("channel.reach" | "channel.act" | "channel.convert" | "channel.retention" | "channel.repeat", _) => of_effect(key),
            ("action", "lift") => Some(Self::Rise),
            ("action", "cost" | "running_cost") => Some(Self::Money),
            ("action", "start" | "ramp" | "fade") => Some(Self::Periods),
            _ => None,
        }
    }
}

const fn of_measure(measure: Measure) -> Unit {
    match measure {
        _ if measure.is_money() => Unit::Money,
        Measure::ActRate | Measure::ConvertRate | Measure::Served | Measure::MarketShare => Unit::Share,
        // gained on what is spent
        Measure::Roi | Measure::RoiHorizon => Unit::Rise,
        Measure::Roas | Measure::Nps | Measure::Csi => Unit::Factor,
        Measure::Payback => Unit::Periods,
        _ => Unit::Count,
    }
}

fn of_limit(key: &str) -> Option<Unit> {
    match key {
        "min" | "max" | "min_total" | "max_total" | "burst" | "committed" | "cac" => Some(Unit::Money),
        "step" | "ramp" | "min_share" | "max_share" => Some(Unit::Share),
        "roi" => Some(Unit::Rise),
        "payback" => Some(Unit::Periods),
        "leads" => Some(Unit::Count),
        _ => None,
    }
}

fn of_carryover(key: &str) -> Option<Unit> {
    match key {
        "kind" => Some(Unit::Text),
        "half_life" | "window" | "peak" | "scale" => Some(Unit::Periods),
        "decay" => Some(Unit::Share),
        "shape" => Some(Unit::Factor),
        _ => None,
    }
}

fn of_effect(key: &str) -> Option<Unit> {
    match key {
        "curve" => Some(Unit::Text),
        "half_spend" | "cost" => Some(Unit::Money),
        "visits" | "today" => Some(Unit::Count),
        "slope" => Some(Unit::Factor),
        "lift" => Some(Unit::Rise),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// Whether a property of the schema may be a number.
    fn is_number(schema: &Value) -> bool {
        let is = |kind: &str| matches!(kind, "number" | "integer");
        schema.get("type").and_then(Value::as_str).is_some_and(is)
            || schema.get("items").is_some_and(is_number)
            || schema
                .get("anyOf")
                .and_then(Value::as_array)
                .is_some_and(|choices| choices.iter().any(is_number))
    }

    #[test]
    fn every_number_of_the_schema_has_a_unit() {
        let schema = crate::scenario::schema();
        let mut checked = 0;
        for (table, place) in [
            ("Plan", "plan"),
            ("PlanLimits", "plan.limits"),
            ("Group", "plan.group"),
            ("Reach", "reach"),
            ("Act", "act"),
            ("Convert", "convert"),
            ("Gamma", "act.lag"),
            ("Gamma", "convert.lag"),
            ("Engage", "engage"),
            ("Survival", "engage.retention"),
            ("Money", "money"),
            ("Channel", "channel"),
            ("Carryover", "channel.carryover"),
            ("Quality", "channel.quality"),
            ("ReachEffect", "channel.reach"),
            ("Lift", "channel.act"),
            ("Lift", "channel.repeat"),
            ("Limits", "channel.limits"),
            ("Action", "action"),
        ] {
            let properties = schema
                .pointer(&format!("/$defs/{table}/properties"))
                .and_then(Value::as_object)
                .expect(table);
            for (key, _) in properties.iter().filter(|(_, property)| is_number(property)) {
                let field = format!("{place}.{key}");
                assert!(
                    Unit::of(&field).is_some_and(|unit| unit != Unit::Text || key == "carryover"),
                    "{field}"
                );
                checked += 1;
            }
        }
        assert!(checked > 80, "only {checked} numbers in the schema");
    }

    #[test]
    fn every_measure_has_a_unit() {
        for measure in Measure::ALL {
            assert!(Unit::of(&format!("plan.targets.{}", measure.key())).is_some(), "{}", measure.key());
        }
        assert_eq!(Unit::of("plan.name"), None);
        assert_eq!(Unit::of("plan"), None);
    }
}
