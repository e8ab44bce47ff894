//! The JSON Schema accepts what the reader accepts, and knows every key.

use serde_json::Value;

use crate::scenario::schema;

/// The part of JSON Schema that ours uses, patterns aside.
fn accepts(root: &Value, schema: &Value, value: &Value, path: &str) -> Result<(), String> {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(&reference[1..]).ok_or(format!("{reference} leads nowhere"))?;
        accepts(root, target, value, path)?;
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array)
        && !choices.iter().any(|choice| accepts(root, choice, value, path).is_ok())
    {
        return Err(format!("{path}: {value} is none of the choices"));
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array)
        && !words.contains(value)
    {
        return Err(format!("{path}: {value} is not one of {words:?}"));
    }
    let right = match schema.get("type").and_then(Value::as_str) {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("number") => value.is_number(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some(other) => return Err(format!("{path}: type {other}")),
        None => true,
    };
    let bound = |name: &str, holds: fn(f64, f64) -> bool| match (schema.get(name).and_then(Value::as_f64), value.as_f64()) {
        (Some(bound), Some(value)) => holds(value, bound),
        _ => true,
    };
    let inside = bound("minimum", |value, bound| value >= bound)
        && bound("maximum", |value, bound| value <= bound)
        && bound("exclusiveMinimum", |value, bound| value > bound)
        && bound("exclusiveMaximum", |value, bound| value < bound);
    if !right || !inside {
        return Err(format!("{path}: {value} does not fit {schema}"));
    }
    for element in value.as_array().into_iter().flatten() {
        accepts(root, schema.get("items").unwrap_or(&Value::Null), element, path)?;
    }
    let Some(object) = value.as_object() else { return Ok(()) };
    for required in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
        if required.as_str().is_none_or(|key| !object.contains_key(key)) {
            return Err(format!("{path}: {required} is missing"));
        }
    }
    for (key, value) in object {
        let property = schema.pointer(&format!("/properties/{key}"));
        match (property, schema.get("additionalProperties")) {
            (Some(property), _) => accepts(root, property, value, &format!("{path}.{key}"))?,
            (None, Some(Value::Bool(false))) => return Err(format!("{path}: unknown key {key}")),
            (None, Some(other)) => accepts(root, other, value, &format!("{path}.{key}"))?,
            (None, None) => {}
        }
    }
    Ok(())
}

fn check(text: &str) -> Result<(), String> {
    let table: toml::Table = text.parse().expect("TOML");
    let mut value = serde_json::to_value(table).expect("JSON");
    // A TOML date is a string for an editor.
    for date in ["/plan/start", "/report/date"] {
        if let Some(date) = value.pointer_mut(date) {
            *date = Value::String("2026-01-05".to_owned());
        }
    }
    let schema = schema();
    accepts(&schema, &schema, &value, "")
}

#[test]
fn it_accepts_every_scenario() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("scenarios") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let text = std::fs::read_to_string(&path).expect("text");
            assert_eq!(check(&text), Ok(()), "{}", path.display());
            count += 1;
        }
    }
    assert!(count >= 5, "{count} scenarios");
    assert_eq!(check(super::BASE), Ok(()));
    for text in [
        super::limits::limited(),
        super::limits::in_quarters(),
        super::lab::with_everything(),
    ] {
        super::good(&text);
        assert_eq!(check(&text), Ok(()));
    }
}

#[test]
fn it_refuses_what_the_reader_refuses() {
    for (old, new) in [
        ("margin = 0.4", "margn = 0.4"),
        ("margin = 0.4", "margin = 1.4"),
        ("rate = 0.1", "target = 0.1"),
        ("\"week\"", "\"weekly\""),
        ("periods = 4", "periods = 4.5"),
        ("boosts = { search = 0.2 }", "boosts = { search = -0.2 }"),
        ("half_spend = 100 }", "half_spend = 0 }"),
        ("spend = 100\n", "spend = 100\npacing = \"even\"\n"),
        ("spend = 100\n", "spend = 100\nlimits = { step = 1.2 }\n"),
        ("spend = 100\n", "spend = 100\nlimits = { ramp = 0 }\n"),
        ("spend = 100\n", "spend = 100\nlimits = { committed = [{ start = 1 }] }\n"),
        ("currency = \"EUR\"", "currency = \"EUR\"\nlimits = { roi = -1 }"),
        ("currency = \"EUR\"", "currency = \"EUR\"\nlimits = { burst = 5 }"),
        ("currency = \"EUR\"", "currency = \"EUR\"\ngroup = [{ max_share = 0.5 }]"),
        (
            "currency = \"EUR\"",
            "currency = \"EUR\"\ngroup = [{ name = \"all\", max_share = 1.5 }]",
        ),
        ("currency = \"EUR\"", "currency = \"EUR\"\nbudget_by_period = 5"),
        ("[reach]", "[report]\ntheme = \"pink\"\n[reach]"),
        ("[reach]", "[report]\nhide = [\"everything\"]\n[reach]"),
        ("[reach]", "[report]\nlogo = 3\n[reach]"),
        ("[reach]", "[lab]\ncycles = 0\n[reach]"),
        ("[reach]", "[lab]\ntamper_rule = 5\n[reach]"),
        ("[reach]", "[lab]\nmodel = \"wrong\"\n[reach]"),
        ("[reach]", "[lab]\ndrift = { act = -1 }\n[reach]"),
        ("[reach]", "[lab]\ndrift = { visits = 0.1 }\n[reach]"),
        ("[reach]", "[lab]\ncompetitor = { organic = 1 }\n[reach]"),
        ("[reach]", "[[lab.shock]]\nmoves = \"act\"\n[reach]"),
        ("[reach]", "[[lab.shock]]\nmoves = \"act\"\nlift = 0.1\nchance = 0\n[reach]"),
        ("[reach]", "[lab.truth]\n\"act.rate\" = true\n[reach]"),
        ("[reach]", "[plan.sources]\nact.rate = 3\n[reach]"),
        ("order_value = 50", "order_value = { dist = \"cauchy\" }"),
    ] {
        assert!(check(&super::base_with(old, new)).is_err(), "{new}");
    }
}

/// Every key of `model.md` §6 and of the tables of §1 and §2.
#[test]
fn it_names_every_key() {
    let expected = [
        ("", "plan reach act convert engage money channel action report lab"),
        (
            "Plan",
            "name period periods start currency objective budget budget_by_quarter budget_by_period spend_all pacing step limits group today targets",
        ),
        ("Reach", "organic season season_by_period audience target"),
        ("Act", "rate lag target"),
        ("Convert", "rate lag capacity backlog backlog_loss target"),
        (
            "Engage",
            "retention age customers repeat_rate referral retention_target repeat_target",
        ),
        (
            "Money",
            "order_value repeat_value margin fixed_cost discount_rate lifetime count_residual",
        ),
        (
            "Channel",
            "name media place spend history observed price_index carryover quality boosts reach act convert retention repeat pacing limits",
        ),
        ("ReachEffect", "curve half_spend slope visits today cost"),
        ("Lift", "curve half_spend slope lift"),
        ("Carryover", "kind half_life decay window peak shape scale"),
        ("Quality", "act convert"),
        ("Limits", "min max min_total max_total locked step ramp burst committed"),
        ("Committed", "start periods amount"),
        ("PlanLimits", "step ramp cac roi payback leads"),
        (
            "Group",
            "name channels media place stage min max min_total max_total min_share max_share",
        ),
        ("Csv", "csv column"),
        ("Action", "name moves lift cost running_cost start ramp fade done"),
        ("Report", "title client author logo accent language theme date sections hide"),
        ("Lab", "cycles model noise fade hold_cost tamper_rule drift competitor shock truth"),
        ("Drift", "organic act convert capacity retention repeat referral order_value price"),
        ("Competitor", "start organic price"),
        ("Shock", "moves lift chance start fade"),
        ("Gamma", "mean sd"),
        ("Survival", "alpha beta"),
        ("Distribution", "dist mean sd min mode max"),
    ];
    let schema = schema();
    for (table, keys) in expected {
        let pointer = if table.is_empty() {
            "/properties".to_owned()
        } else {
            format!("/$defs/{table}/properties")
        };
        let properties = schema
            .pointer(&pointer)
            .and_then(Value::as_object)
            .unwrap_or_else(|| panic!("{pointer} is missing"));
        for key in keys.split(' ').chain(["source"]) {
            let property = properties.get(key).unwrap_or_else(|| panic!("{table} has no {key}"));
            assert!(property.get("description").is_some(), "{table}.{key} has no description");
        }
        assert!(
            properties
                .keys()
                .all(|key| keys.split(' ').any(|known| known == key) || matches!(key.as_str(), "source" | "sources")),
            "{table} has more keys"
        );
    }
}
