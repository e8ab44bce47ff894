//! The list of numbers with their sources, and the fingerprint.

use std::path::Path;

use super::{BASE, base_with, good};
use crate::scenario::{Assumption, Ends, Figure, Loaded, Origin, Quantity, ReachSize, Scenario, Sourced, Unit};

/// The one row of a key.
fn row(rows: &[Assumption], key: &str) -> Assumption {
    let found: Vec<&Assumption> = rows.iter().filter(|row| row.key == key).collect();
    assert_eq!(found.len(), 1, "{key}: {found:#?}");
    found[0].clone()
}

fn set(text: &str, arguments: &[&str]) -> Loaded {
    Scenario::from_text_with(text, "test.toml", Path::new(""), arguments).unwrap_or_else(|problems| panic!("{problems}"))
}

fn source(loaded: &Loaded, key: &str) -> Option<String> {
    row(&loaded.assumptions(), key).source
}

#[test]
fn every_number_stands_in_the_order_of_the_file() {
    let rows = good(BASE).assumptions();
    let written: Vec<&str> = rows
        .iter()
        .filter(|row| row.origin == Origin::File)
        .map(|row| row.key.as_str())
        .collect();
    assert_eq!(
        written,
        [
            "plan.periods",
            "reach.organic",
            "act.rate",
            "convert.rate",
            "engage.retention",
            "engage.customers",
            "money.order_value",
            "money.margin",
            "channel.search.spend",
            "channel.search.reach.visits",
            "channel.search.reach.half_spend",
            "channel.tv.spend",
            "channel.tv.reach.visits",
            "channel.tv.reach.half_spend",
            "channel.tv.boosts.search",
            "action.Checkout.lift",
            "action.Checkout.cost",
        ]
    );
    let boost = row(&rows, "channel.tv.boosts.search");
    assert_eq!(
        (boost.field.as_str(), boost.name.as_deref(), boost.target.as_deref(), boost.unit),
        ("channel.boosts", Some("tv"), Some("search"), Unit::Rise)
    );
    let visits = row(&rows, "channel.search.reach.visits");
    assert_eq!(
        (visits.field.as_str(), visits.name.as_deref(), visits.unit, visits.figure),
        ("channel.reach.visits", Some("search"), Unit::Count, Figure::Known(500.0))
    );
    let spend = Figure::Series {
        count: 4,
        least: 1.0,
        most: 4.0,
        total: 10.0,
    };
    assert_eq!(row(&rows, "channel.tv.spend").figure, spend);
}

#[test]
fn what_is_known_of_a_number() {
    let text = BASE
        .replace("organic = 1000", "organic = { dist = \"triangular\", min = 1, mode = 2, max = 4 }\nseason = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, \"150%\"]")
        .replace("order_value = 50", "order_value = { dist = \"gamma\", mean = 50, sd = 5 }\nfixed_cost = \"8_000 to 12_000\"")
        .replace("rate = 0.1", "rate = \"10%\"\nlag = { mean = 1, sd = 0.5 }")
        .replace("retention = 0.9", "retention = { alpha = 1.5, beta = 8 }")
        .replace("spend = 100\n", "spend = 100\nobserved = [50, 150]\nlimits = { committed = [{ start = 1, periods = 2, amount = 60 }, { start = 0, amount = 0 }] }\n");
    let rows = good(&text).assumptions();
    let figure = |key: &str| row(&rows, key).figure;
    let range = Figure::Uncertain {
        median: Quantity {
            distribution: crate::scenario::Distribution::LogitNormalInterval { low: 0.2, high: 0.3 },
        }
        .median(),
        low: 0.2,
        high: 0.3,
        ends: Ends::Ninety,
        distribution: "range",
    };
    assert_eq!(figure("convert.rate"), range);
    assert_eq!(figure("act.rate"), Figure::Known(0.1));
    let Figure::Uncertain {
        low,
        high,
        ends: Ends::All,
        distribution: "triangular",
        ..
    } = figure("reach.organic")
    else {
        panic!("organic")
    };
    assert_eq!((low, high), (1.0, 4.0));
    let gamma = Quantity {
        distribution: crate::scenario::Distribution::Gamma { mean: 50.0, sd: 5.0 },
    };
    let Figure::Uncertain {
        median,
        low,
        high,
        ends: Ends::Eighty,
        distribution: "gamma",
    } = figure("money.order_value")
    else {
        panic!("value")
    };
    assert_eq!((low, median, high), (gamma.quantile(0.1), gamma.median(), gamma.quantile(0.9)));
    let Figure::Uncertain { median, .. } = figure("money.fixed_cost") else {
        panic!("cost")
    };
    // √(8000 · 12000); 1e-12 is some thousand roundings
    assert!((median / 9_797.958_971_132_712 - 1.0).abs() < 1e-12, "{median}");
    let season = Figure::Series {
        count: 12,
        least: 0.5,
        most: 1.5,
        total: 12.0,
    };
    assert_eq!(figure("reach.season"), season);
    assert_eq!(figure("channel.search.observed"), Figure::Span { low: 50.0, high: 150.0 });
    let committed = Figure::Series {
        count: 3,
        least: 0.0,
        most: 60.0,
        total: 120.0,
    };
    assert_eq!(figure("channel.search.limits.committed"), committed);
    assert_eq!(
        (figure("act.lag.mean"), figure("engage.retention.alpha")),
        (Figure::Known(1.0), Figure::Known(1.5))
    );
    assert_eq!(rows.iter().filter(|row| row.key.starts_with("act.lag")).count(), 2);
}

#[test]
fn defaults_stand_behind_their_table() {
    let rows = good(&base_with("customers = 100", "customers = 100\nrepeat_rate = 0.1")).assumptions();
    let at = |key: &str| {
        rows.iter()
            .position(|row| row.key == key)
            .unwrap_or_else(|| panic!("{key} is missing"))
    };
    assert_eq!(at("act.lag"), at("act.rate") + 1);
    assert!(at("money.margin") < at("money.lifetime") && at("money.lifetime") < at("channel.search.spend"));
    assert!(at("channel.search.history") < at("channel.tv.spend"));
    for (key, figure) in [
        ("money.lifetime", Figure::Known(5.0)),
        ("money.discount_rate", Figure::Known(0.0)),
        ("money.count_residual", Figure::Word("true".to_owned())),
        ("money.repeat_value", Figure::Known(50.0)),
        ("channel.tv.history", Figure::Known(1.0)),
        ("channel.tv.carryover", Figure::Word("none".to_owned())),
        ("channel.tv.reach.curve", Figure::Word("hill".to_owned())),
    ] {
        let row = row(&rows, key);
        assert_eq!((row.origin, row.source, row.figure), (Origin::Default, None, figure), "{key}");
    }
    let written = good(&base_with(
        "spend = 100\n",
        "spend = 100\nhistory = 3\ncarryover = { half_life = 0.1 }\n",
    ))
    .assumptions();
    assert_eq!(row(&written, "channel.search.history").origin, Origin::File);
    assert!(written.iter().all(|row| row.key != "channel.search.carryover"));
}

#[test]
fn a_number_has_the_nearest_source() {
    let text = BASE
        .replace("spend = 100\n", "spend = 100\nsource = \"\"\"the\n   account\"\"\"\n")
        .replacen("half_spend = 100 }", "half_spend = 100, source = \"a test\" }", 1)
        .replace(
            "currency = \"EUR\"",
            "currency = \"EUR\"\nsource = \"the board\"\n[plan.sources]\n\"channel.search.reach.visits\" = \"a count\"\nact.rate = \"the shop\"\naction.Checkout = \"a quote\"\nconvert = \" \"",
        )
        .replace("rate = 0.1", "rate = 0.1\nsource = \"somebody\"");
    let loaded = good(&text);
    assert!(loaded.warnings.is_empty(), "{}", loaded.warnings[0]);
    for (key, expected) in [
        ("plan.periods", Some("the board")),
        ("act.rate", Some("the shop")),
        ("convert.rate", None),
        ("channel.search.spend", Some("the account")),
        ("channel.search.reach.half_spend", Some("a test")),
        ("channel.search.reach.visits", Some("a count")),
        ("channel.search.history", None),
        ("channel.tv.spend", None),
        ("action.Checkout.cost", Some("a quote")),
    ] {
        assert_eq!(source(&loaded, key).as_deref(), expected, "{key}");
    }
    let sources = loaded.sources();
    assert_eq!(sources.len(), 3);
    assert_eq!(sources["act.rate"], "the shop");
}

#[test]
fn numbers_without_a_source_are_counted() {
    // of the 17 numbers of the base, the periods and two spends are choices
    let all = Sourced { numbers: 14, bare: 14 };
    assert_eq!(Sourced::of(&good(BASE).assumptions()), all);
    let told = good(&base_with("margin = 0.4", "margin = 0.4\nsource = \"the books\"")).assumptions();
    assert_eq!(Sourced::of(&told), Sourced { bare: 12, ..all });
    let choices: Vec<&str> = told.iter().filter(|row| row.is_choice()).map(|row| row.key.as_str()).collect();
    assert_eq!(choices, ["plan.periods", "channel.search.spend", "channel.tv.spend"]);
}

#[test]
fn a_number_that_is_set_has_no_source_of_the_file() {
    let text = base_with("rate = 0.1", "rate = 0.1\nsource = \"the shop\"");
    let loaded = set(&text, &["act.rate=\"8% to 9%\""]);
    let rate = row(&loaded.assumptions(), "act.rate");
    assert_eq!((rate.origin, rate.source), (Origin::Set, None));
    assert_eq!(row(&loaded.assumptions(), "convert.rate").origin, Origin::File);
    for told in ["act.source=a guess", "plan.sources.\"act.rate\"=a guess"] {
        let loaded = set(&text, &["act.rate=0.2", told]);
        assert_eq!(source(&loaded, "act.rate").as_deref(), Some("a guess"), "{told}");
    }
}

#[test]
fn a_source_of_nothing_is_warned_of() {
    for (key, words) in [
        ("\"act.rat\"", "did you mean `act.rate`?"),
        ("act.rat", "did you mean `act.rate`?"),
        ("\"channel.serch.spend\"", "did you mean `channel.search.spend`?"),
        ("\"convert.lag\"", "name a table or a key"),
        ("anything", "name a table or a key"),
    ] {
        let warnings = good(&base_with(
            "currency = \"EUR\"",
            &format!("currency = \"EUR\"\n[plan.sources]\n{key} = \"x\""),
        ))
        .warnings;
        assert_eq!(warnings.len(), 1, "{key}");
        assert!(warnings[0].to_string().contains(words), "{key}: {}", warnings[0]);
        assert!(warnings[0].location.is_some(), "{key}");
    }
    let right = "currency = \"EUR\"\n[plan.sources]\n\"channel.tv\" = \"x\"\nplan.start = \"y\"\n\"action.Checkout.lift\" = \"z\"";
    assert!(good(&base_with("currency = \"EUR\"", right)).warnings.is_empty());
}

/// The list is read from the text, the model from the checked scenario: they say the same.
#[test]
fn the_list_agrees_with_the_scenario() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for entry in std::fs::read_dir(folder).expect("scenarios") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "toml") {
            continue;
        }
        let loaded = Scenario::from_path(&path).unwrap_or_else(|problems| panic!("{problems}"));
        let (rows, scenario) = (loaded.assumptions(), &loaded.scenario);
        let mut expected = vec![
            ("act.rate".to_owned(), scenario.act.rate),
            ("convert.rate".to_owned(), scenario.convert.rate),
            ("reach.organic".to_owned(), scenario.reach.organic),
            ("engage.repeat_rate".to_owned(), scenario.engage.repeat_rate),
            ("engage.referral".to_owned(), scenario.engage.referral),
            ("money.order_value".to_owned(), scenario.money.order_value),
            ("money.margin".to_owned(), scenario.money.margin),
            ("money.discount_rate".to_owned(), scenario.money.discount_rate),
        ];
        for channel in &scenario.channels {
            if let Some(ReachSize::Today(today)) = channel.reach.map(|reach| reach.size) {
                expected.push((format!("channel.{}.reach.today", channel.name), today));
            }
            let lifts = [
                ("act", channel.act),
                ("convert", channel.convert),
                ("retention", channel.retention),
                ("repeat", channel.repeat),
            ];
            let lifts = lifts
                .into_iter()
                .filter_map(|(rate, effect)| Some((format!("channel.{}.{rate}.lift", channel.name), effect?.lift)));
            expected.extend(lifts);
        }
        for (key, quantity) in expected {
            assert_eq!(row(&rows, &key).figure, Figure::of(&quantity), "{}: {key}", path.display());
        }
        assert_eq!(rows.iter().filter(|row| row.origin == Origin::Set).count(), 0);
        let bare: Vec<&str> = rows
            .iter()
            .filter(|row| row.origin == Origin::File && row.source.is_none())
            .map(|row| row.key.as_str())
            .collect();
        assert!(bare.is_empty(), "{} has numbers without a source: {bare:?}", path.display());
    }
}

#[test]
fn a_fingerprint_is_that_of_what_was_read() {
    let plain = good(BASE).fingerprint();
    // `sha256sum` of the same text
    assert_eq!(plain, "5981352fed3d950a5b1f59d13f1e2cbe93e061b61c70bea8568263aa8768e9a1");
    assert_eq!(good(BASE).fingerprint(), plain);
    let half = good(&base_with("margin = 0.4", "margin = 0.5")).fingerprint();
    assert_eq!(set(BASE, &["money.margin=0.5"]).fingerprint(), half, "the same text in the end");
    let mut others = vec![
        good(&base_with("margin = 0.4", "margin = 0.5")).fingerprint(),
        good(&base_with("margin = 0.4", "margin = 0.4 # sure")).fingerprint(),
        set(BASE, &["money.margin=0.6"]).fingerprint(),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let text = base_with("spend = 100\n", "spend = { csv = \"plan.csv\", column = \"search\" }\n") + "\n[report]\nlogo = \"logo.svg\"\n";
    let read = |last: &str, logo: &str| {
        std::fs::write(folder.path().join("plan.csv"), format!("search,other\n1,9\n2,9\n3,9\n{last},9\n")).expect("a file");
        let logo = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"{logo}\"/></svg>");
        std::fs::write(folder.path().join("logo.svg"), logo).expect("a file");
        let loaded = Scenario::from_text(&text, "test.toml", folder.path()).unwrap_or_else(|problems| panic!("{problems}"));
        let total = Figure::Series {
            count: 4,
            least: 1.0,
            most: last.parse().expect("a number"),
            total: 6.0 + last.parse::<f64>().expect("a number"),
        };
        assert_eq!(row(&loaded.assumptions(), "channel.search.spend").figure, total);
        loaded.fingerprint()
    };
    let beside = read("4", "a");
    assert_eq!(read("4.0", "a"), beside);
    assert_eq!(read("4", "b"), beside, "a logo decides no result");
    others.extend([beside, read("5", "a")]);
    others.push(plain);
    let count = others.len();
    others.sort();
    others.dedup();
    assert_eq!(others.len(), count, "two of them are equal");
}
