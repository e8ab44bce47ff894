//! `[lab.truth]` takes the key of every parameter of the model, no other, and each within the domain of its own place.

use std::collections::BTreeSet;
use std::path::Path;

use osa::model::Model;
use osa::scenario::{Loaded, Problems, Scenario};

/// Quantities of every kind: every curve, carryover, size of reach, lift, boost and quality.
const FULL: &str = r#"
[plan]
name = "full"
period = "week"
periods = 8
start = 2026-01-05
currency = "EUR"
[reach]
organic = 1_000
audience = 90_000
[act]
rate = 0.1
[convert]
rate = 0.2
capacity = 50
backlog_loss = 0.1
[engage]
retention = { alpha = 1.2, beta = 8 }
customers = 100
repeat_rate = 0.2
referral = 0.1
[money]
order_value = 50
repeat_value = 60
margin = 0.4
fixed_cost = 10
discount_rate = 0.1
[[channel]]
name = "hill"
spend = 100
reach = { visits = 500, half_spend = 100, slope = 1.5 }
carryover = { half_life = 2 }
quality = { act = 1.2, convert = 0.9 }
boosts = { power = 0.2, organic = 0.1 }
act = { lift = 0.1, half_spend = 100, slope = 2 }
convert = { lift = 0.1, half_spend = 100, curve = "exponential" }
retention = { lift = 0.1, half_spend = 100, curve = "logistic" }
repeat = { lift = 0.1, half_spend = 100 }
[[channel]]
name = "power"
spend = 100
reach = { visits = 500, half_spend = 100, curve = "power", slope = 0.7 }
carryover = { decay = 0.5 }
[[channel]]
name = "linear"
spend = 100
reach = { cost = 2, curve = "linear" }
carryover = { kind = "delayed", decay = 0.5, peak = 1.5, window = 4 }
[[channel]]
name = "log"
spend = 100
reach = { today = 50, half_spend = 100, curve = "log" }
carryover = { kind = "weibull", shape = 1.5, scale = 2, window = 6 }
[[channel]]
name = "exponential"
spend = 100
reach = { today = 50, half_spend = 100, curve = "exponential" }
carryover = { kind = "binomial", decay = 0.3, window = 6 }
[[channel]]
name = "late"
spend = 100
reach = { visits = 50, half_spend = 100, curve = "power" }
carryover = { kind = "delayed", decay = 0.5, peak = 1, window = 4 }
[[action]]
name = "checkout"
moves = "convert"
lift = 0.1
cost = 10
running_cost = 1
"#;

/// As little as a scenario can hold.
const BARE: &str = r#"
plan = { name = "bare", period = "week", periods = 8, start = 2026-01-05, currency = "EUR" }
act = { rate = 0.1 }
convert = { rate = 0.2 }
engage = { retention = 0.9 }
money = { order_value = 50, margin = 0.4 }
"#;

/// Values at the ends of every domain and beyond, of every kind.
const VALUES: [&str; 15] = [
    "-1",
    "-0.5",
    "0",
    "0.5",
    "1",
    "1.5",
    "20",
    "1e16",
    "\"2% to 4%\"",
    "\"2 to 4\"",
    "{ dist = \"normal\", mean = 0.5, sd = 0.1 }",
    "{ dist = \"gamma\", mean = 0.5, sd = 0.1 }",
    "{ dist = \"beta\", mean = 0.5, sd = 0.1 }",
    "{ dist = \"uniform\", min = 0, max = 1 }",
    "{ dist = \"pert\", min = -0.5, mode = 0, max = 0.5 }",
];

fn set(text: &str, argument: &str) -> Result<Loaded, Problems> {
    Scenario::from_text_with(text, "test", Path::new(""), &[argument])
}

fn keys(text: &str) -> BTreeSet<String> {
    let loaded = Scenario::from_text(text, "test", Path::new("")).unwrap_or_else(|problems| panic!("{problems}"));
    Model::new(&loaded.scenario).parameters().keys().iter().cloned().collect()
}

#[test]
fn every_parameter_may_be_another_in_truth_within_its_own_domain() {
    let mut taken = 0;
    for text in [FULL, BARE] {
        for key in keys(text) {
            for value in VALUES {
                let here = set(text, &format!("{key}={value}"));
                let there = set(text, &format!("lab.truth.\"{key}\"={value}"));
                assert_eq!(here.is_ok(), there.is_ok(), "{key} = {value}: {there:?}");
                let Ok(there) = there else { continue };
                taken += 1;
                let model = Model::new(&here.expect("right").scenario);
                let place = model.parameters().keys().iter().position(|other| *other == key).expect("the key");
                assert_eq!(
                    there.scenario.lab.truth,
                    [(key.clone(), model.parameters().quantities()[place])],
                    "{value}"
                );
            }
        }
    }
    assert!(taken > 300, "{taken}");
}

#[test]
fn what_the_model_lacks_is_refused() {
    let bare = keys(BARE);
    let other = keys(&BARE.replace("0.9", "{ alpha = 1, beta = 8 }"));
    let strange: BTreeSet<String> = keys(FULL).union(&other).filter(|key| !bare.contains(*key)).cloned().collect();
    assert!(strange.len() > 40, "{strange:?}");
    for key in strange {
        let problems = set(BARE, &format!("lab.truth.\"{key}\"=0.5")).expect_err(&key).diagnostics;
        assert_eq!(problems.len(), 1, "{key}: {problems:?}");
        assert!(problems[0].message.contains("no quantity of this scenario"), "{}", problems[0]);
    }
}

#[test]
fn names_with_spaces_are_those_of_the_model() {
    let text = FULL.replace("\"checkout\"", "\"Shorter checkout\"");
    let loaded = set(&text, "lab.truth.\"action.'Shorter checkout'.lift\"=0.5").unwrap_or_else(|problems| panic!("{problems}"));
    let (key, _) = &loaded.scenario.lab.truth[0];
    assert!(keys(&text).contains(key), "{key}");
}
