//! What is legal and odd.

use super::{BASE, base_with, good};

/// The one warning of the base with one piece replaced.
fn one(old: &str, new: &str, key: &str, words: &[&str]) {
    let loaded = good(&base_with(old, new));
    let shown: Vec<String> = loaded.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(shown.len(), 1, "{new}: {shown:#?}");
    assert_eq!(loaded.warnings[0].key, key);
    assert!(loaded.warnings[0].location.is_some(), "{new}: no location");
    assert!(loaded.warnings[0].hint.is_some(), "{new}: no remedy");
    for word in words {
        assert!(shown[0].contains(word), "{new}: `{word}` is not in {}", shown[0]);
    }
}

fn none(old: &str, new: &str) {
    let loaded = good(&base_with(old, new));
    assert!(loaded.warnings.is_empty(), "{new}: {}", loaded.warnings[0]);
}

#[test]
fn a_normal_scenario_has_none() {
    none("[plan]", "[plan]");
}

#[test]
fn referral_loops() {
    // 5 · 0.1 · √(odds 0.25 · odds 0.4286) → 0.2466, · 10 periods = 1.23.
    one(
        "customers = 100",
        "customers = 100\nreferral = 5",
        "engage.referral",
        &["more than one new customer", "1.233", "audience"],
    );
    one(
        "customers = 100",
        "customers = 100\nreferral = 3.5",
        "engage.referral",
        &["nearly one"],
    );
    none("customers = 100", "customers = 100\nreferral = 3");
    let capped = good(&base_with("organic = 1000", "organic = 1000\naudience = 5000").replace("customers = 100", "referral = 5")).warnings;
    assert!(capped[0].to_string().contains("only the audience or the capacity"), "{}", capped[0]);
}

#[test]
fn time_that_is_too_short() {
    one(
        "rate = 0.1",
        "rate = 0.1\nlag = 4",
        "act.lag",
        &["4 periods from visit to customer"],
    );
    none("rate = 0.1", "rate = 0.1\nlag = 3");
    one(
        "spend = 100\n",
        "spend = 100\ncarryover = { half_life = 5 }\n",
        "channel.search.carryover",
        &["half of the effect after 5 periods"],
    );
    one(
        "spend = 100\n",
        "spend = 100\ncarryover = { decay = 0.9 }\n",
        "channel.search.carryover",
        &["6.6 periods"],
    );
    none("spend = 100\n", "spend = 100\ncarryover = { decay = 0.9, window = 4 }\n");
    one(
        "cost = 10",
        "cost = 10\nstart = 2\nramp = 2",
        "action.Checkout.ramp",
        &["not at full strength"],
    );
}

#[test]
fn money_and_targets() {
    one("margin = 0.4", "margin = 1", "money.margin", &["costs nothing"]);
    one(
        "margin = 0.4",
        "margin = 0.4\ndiscount_rate = 10",
        "money.discount_rate",
        &["\"10%\""],
    );
    one("rate = 0.1", "rate = 0.1\ntarget = 0.09", "act.target", &["below today's value"]);
    one(
        "retention = 0.9",
        "retention = 0.9\nretention_target = 0.8",
        "engage.retention_target",
        &["0.9"],
    );
    let figures = "currency = \"EUR\"\n[plan.today]\nrevenue = 1_000\nnps = 40\n[plan.targets]\n";
    one(
        "currency = \"EUR\"\n",
        &format!("{figures}revenue = 3_999\n"),
        "plan.targets.revenue",
        &["4_000 in 4 periods"],
    );
    one(
        "currency = \"EUR\"\n",
        &format!("{figures}nps = 39\n"),
        "plan.targets.nps",
        &["40 today"],
    );
    none("currency = \"EUR\"\n", &format!("{figures}revenue = 4_000\nnps = 41\n"));
}

#[test]
fn budget_and_limits() {
    let limited = |budget: &str| {
        let text = BASE.replace("spend = 100\n", "spend = 100\nlimits = { min = 50, max = 200 }\n");
        let text = text.replace("3, 4]\n", "3, 4]\nlimits = { max = 4 }\n");
        good(&text.replace("currency = \"EUR\"", &format!("currency = \"EUR\"\nbudget = {budget}"))).warnings
    };
    // 4 · 204 and 10 for the action.
    assert!(limited("826").is_empty());
    assert_eq!(limited("827")[0].key, "plan.budget");
    assert!(limited("827\nspend_all = false").is_empty());
    assert!(limited("199")[0].message.contains("less than the channels' least spend"));
    one(
        "spend = 100\n",
        "spend = 100\nlimits = { max = 99 }\n",
        "channel.search.limits",
        &["outside its own limits"],
    );
    for (limits, words) in [
        ("min = 101", ["found: 100 in period 0", "101 and more"]),
        ("max_total = 399", ["400 over the horizon", "0 to 399"]),
        ("min_total = 401", ["400 over the horizon", "401 and more"]),
        (
            "committed = [{ start = 1, amount = 100 }, { start = 2, amount = 60 }]",
            ["100 in period 2", "60, as committed"],
        ),
        ("burst = 150", ["100 in period 0", "nothing, or 150 and more"]),
    ] {
        one(
            "spend = 100\n",
            &format!("spend = 100\nlimits = {{ {limits} }}\n"),
            "channel.search.limits",
            &words,
        );
    }
    let steep = |limits: &str| format!("spend = [1, 2, 3, 4]\nlimits = {{ {limits} }}\n");
    one(
        "spend = [1, 2, 3, 4]\n",
        &steep("ramp = 0.9"),
        "channel.tv.limits",
        &["2 in period 1, after 1", "0.1 to 1.9, by its ramp"],
    );
    none("spend = [1, 2, 3, 4]\n", &steep("ramp = 1"));
    none("spend = [1, 2, 3, 4]\n", &steep("burst = 1, min_total = 10, max_total = 10"));
    none("spend = [1, 2, 3, 4]\n", &steep("committed = [{ start = 3, amount = 4 }]"));
    one(
        "spend = 100\n",
        "spend = 100\nobserved = [0, 99]\n",
        "channel.search.spend",
        &["outside the range ever spent", "period 0"],
    );
    one("cost = 10", "cost = 500", "action.Checkout.cost", &["can never start"]);
    none("cost = 10", "cost = 500\ndone = true");
}

#[test]
fn what_moves_nothing() {
    one(
        "{ visits = 500, half_spend = 100 }\n\n",
        "{ visits = 0, half_spend = 100 }\n\n",
        "channel.search",
        &["moves nothing"],
    );
    none("500, half_spend = 100 }\nboosts", "0, half_spend = 100 }\nboosts");
    one(
        "moves = \"convert\"",
        "moves = \"capacity\"",
        "action.Checkout.moves",
        &["convert.capacity"],
    );
    one("lift = 0.1", "lift = 0", "action.Checkout.moves", &["lift = 0"]);
    one("lift = 0.1", "lift = 20", "action.Checkout.lift", &["\"20%\""]);
}

#[test]
fn seasons() {
    one(
        "organic = 1000",
        "organic = 1000\nseason = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]",
        "reach.season",
        &["1.0833"],
    );
    none(
        "organic = 1000",
        "organic = 1000\nseason = [0.9, 1.1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
    );
    none("organic = 1000", "organic = 1000\nseason_by_period = [1, 2, 3, 4]");
}
