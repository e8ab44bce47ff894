//! What the forms of a number mean, and the defaults.

use crate::scenario::{Distribution, Limits, Media, Objective, Pacing, Place, Retention};

use super::{base_with, good};

fn organic(text: &str) -> Distribution {
    good(&base_with("organic = 1000", &format!("organic = {text}")))
        .scenario
        .reach
        .organic
        .distribution
}

fn rate(text: &str) -> Distribution {
    good(&base_with("rate = 0.1", &format!("rate = {text}")))
        .scenario
        .act
        .rate
        .distribution
}

#[test]
fn known_numbers() {
    for text in ["12_000", "12000.0", "1.2e4", "\"12_000\"", "\" 12000 \"", "0x2EE0"] {
        assert_eq!(organic(text), Distribution::Known(12_000.0), "{text}");
    }
    for text in ["0.023", "\"2.3%\"", "\"2.3 %\"", "\"0.023\""] {
        assert_eq!(rate(text), Distribution::Known(0.023), "{text}");
    }
    // 2.6 / 100 is another double.
    assert_eq!(rate("\"2.6%\""), Distribution::Known(0.026));
    for text in ["0", "0.0", "-0", "-0.0", "\"-0%\""] {
        let Distribution::Known(zero) = organic(text) else {
            panic!("{text} is known")
        };
        assert_eq!(zero.to_bits(), 0.0_f64.to_bits(), "{text}");
    }
}

#[test]
fn intervals() {
    assert_eq!(
        organic("\"8_000 to 12_000\""),
        Distribution::LogNormalInterval { low: 8e3, high: 1.2e4 }
    );
    assert_eq!(rate("\"2% to 4%\""), Distribution::LogitNormalInterval { low: 0.02, high: 0.04 });
    assert_eq!(
        rate("\"0.02 to 0.04\""),
        Distribution::LogitNormalInterval { low: 0.02, high: 0.04 }
    );
    let lift = good(&base_with("lift = 0.1", "lift = \"5% to 25%\"")).scenario.actions[0]
        .lift
        .distribution;
    assert_eq!(lift, Distribution::LogNormalInterval { low: 0.05, high: 0.25 });
    let discount = good(&base_with("margin = 0.4", "margin = 0.4\ndiscount_rate = \"5% to 25%\""))
        .scenario
        .money
        .discount_rate;
    assert_eq!(discount.distribution, Distribution::LogitNormalInterval { low: 0.05, high: 0.25 });
}

#[test]
fn named_distributions() {
    assert_eq!(
        rate("{ dist = \"beta\", mean = \"3%\", sd = 0.005 }"),
        Distribution::Beta { mean: 0.03, sd: 0.005 }
    );
    assert_eq!(
        organic("{ dist = \"gamma\", mean = 9, sd = 2 }"),
        Distribution::Gamma { mean: 9.0, sd: 2.0 }
    );
    assert_eq!(
        organic("{ dist = \"lognormal\", mean = 9, sd = 2 }"),
        Distribution::LogNormal { mean: 9.0, sd: 2.0 }
    );
    assert_eq!(
        organic("{ dist = \"uniform\", min = 0, max = 2 }"),
        Distribution::Uniform { min: 0.0, max: 2.0 }
    );
    assert_eq!(
        organic("{ dist = \"triangular\", min = 1, mode = 1, max = 2, source = \"guess\" }"),
        Distribution::Triangular {
            min: 1.0,
            mode: 1.0,
            max: 2.0
        }
    );
    assert_eq!(
        organic("{ dist = \"pert\", min = 1, mode = 2, max = 4 }"),
        Distribution::Pert {
            min: 1.0,
            mode: 2.0,
            max: 4.0
        }
    );
    let lift = good(&base_with("lift = 0.1", "lift = { dist = \"uniform\", min = -0.1, max = 0.2 }"))
        .scenario
        .actions[0]
        .lift;
    assert_eq!(lift.distribution, Distribution::Uniform { min: -0.1, max: 0.2 });
}

#[test]
fn ends_of_domains() {
    good(&base_with("margin = 0.4", "margin = 1\ndiscount_rate = 0\nlifetime = 0"));
    good(&base_with("margin = 0.4", "margin = 0.4\nlifetime = 50\ndiscount_rate = 2"));
    good(&base_with("rate = \"20% to 30%\"", "rate = 0.2\ncapacity = 0\nbacklog_loss = 0"));
    good(&base_with("spend = 100\n", "spend = 100\ncarryover = { decay = 0 }\n"));
    good(&base_with("lift = 0.1", "lift = -0.99"));
    good(&base_with("organic = 1000", "organic = 1e15"));
}

#[test]
fn defaults() {
    let scenario = good(super::BASE).scenario;
    let plan = &scenario.plan;
    assert_eq!((plan.objective, plan.budget, plan.spend_all), (Objective::Profit, None, true));
    assert_eq!((plan.pacing, plan.step), (Pacing::Keep, 0.2));
    assert_eq!(
        (scenario.engage.age, scenario.money.lifetime, scenario.money.count_residual),
        (52, 5.0, true)
    );
    let [search, tv] = scenario.channels.as_slice() else {
        panic!("two channels")
    };
    assert_eq!((search.media, search.place), (Media::Paid, Place::Online));
    assert_eq!(
        (search.spend.as_slice(), search.history, search.observed),
        ([100.0; 4].as_slice(), 100.0, (100.0, 100.0))
    );
    assert_eq!(
        (tv.history, tv.observed, tv.price_index.as_slice()),
        (1.0, (1.0, 4.0), [1.0; 4].as_slice())
    );
    assert_eq!(
        search.limits,
        Limits {
            min: 0.0,
            max: f64::INFINITY,
            ..Limits::default()
        }
    );
    let new = good(&base_with("spend = [1, 2, 3, 4]", "spend = [1, 2, 3, 4]\nhistory = 0")).scenario;
    assert_eq!((new.channels[1].history, new.channels[1].observed), (0.0, (0.0, 4.0)));
}

#[test]
fn retention_has_two_forms() {
    let survival = good(&base_with(
        "retention = 0.9",
        "retention = { alpha = \"1 to 2\", beta = 8 }\nage = 3",
    ))
    .scenario
    .engage;
    assert!(matches!(survival.retention, Retention::ShiftedBetaGeometric { .. }));
    assert_eq!(survival.age, 3);
    let constant = good(&base_with(
        "retention = 0.9",
        "retention = { dist = \"beta\", mean = 0.9, sd = 0.02 }",
    ))
    .scenario
    .engage;
    assert!(matches!(constant.retention, Retention::Constant(_)));
}

#[test]
fn a_source_may_stand_in_every_table() {
    let text = super::BASE
        .replace("half_spend = 100 }", "half_spend = 100, source = \"x\" }")
        .replace("boosts = { search = 0.2 }", "boosts = { search = 0.2, source = \"y\" }")
        .replace("margin = 0.4", "margin = 0.4\nsource = \"\"\"\nseveral\nlines\"\"\"")
        .replace(
            "currency = \"EUR\"",
            "currency = \"EUR\"\nsource = \"z\"\n[plan.sources]\nany = \"text\"\n[plan.targets]\nroi = 1\nsource = \"\"",
        );
    let channels = good(&text).scenario.channels;
    assert_eq!(channels[1].boosts.len(), 1);
}

#[test]
fn the_scenarios_of_the_project_are_read() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for entry in std::fs::read_dir(&folder).expect("scenarios") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let loaded = crate::scenario::Scenario::from_path(&path).unwrap_or_else(|problems| panic!("{problems}"));
            // A template may show a warning, and no more than one.
            assert!(
                loaded.warnings.len() <= 1,
                "{}",
                crate::scenario::render(&loaded.warnings, 0, crate::scenario::Colour::Plain)
            );
        }
    }
}
