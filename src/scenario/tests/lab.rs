//! `[lab]`: what it says, what it refuses, what it warns of.

use std::path::Path;

use super::broken::one;
use super::{BASE, bad, base_with, good, read};
use crate::scenario::{
    Believed, Competitor, Distribution, Drift, LabKeys, Loaded, Moved, Moves, Problems, Quantity, Scenario, Shock, TamperRule,
};

/// Every key of `[lab]`, and no fault.
pub(super) fn with_everything() -> String {
    base_with("[reach]", &format!("{EVERYTHING}\n[reach]"))
}

const EVERYTHING: &str = r#"[lab]
cycles = 3
model = "right"
noise = false
fade = 8
hold_cost = 2_000
tamper_rule = 3
drift = { act = "-20%", price = "10% to 30%", source = "the papers" }
competitor = { start = 2, organic = "10% to 20%", price = "5% to 15%" }
source = "a guess"

[[lab.shock]]
moves = "convert"
lift = { dist = "uniform", min = -0.4, max = -0.1 }
chance = 0.5
start = 3
fade = 4
source = "last year"

[[lab.shock]]
moves = "price"
lift = 0.3

[lab.truth]
source = "an old book"
"act.rate" = 0.05
convert.rate = "10% to 20%"
"channel.search.reach.half_spend" = "4_000 to 6_000"
"#;

fn with_lab(lines: &str) -> String {
    format!("{BASE}\n[lab]\n{lines}\n")
}

fn lab(lines: &str) -> LabKeys {
    good(&with_lab(lines)).scenario.lab
}

fn set(text: &str, arguments: &[&str]) -> Result<Loaded, Problems> {
    Scenario::from_text_with(text, "test.toml", Path::new(""), arguments)
}

#[test]
fn without_it_life_is_as_the_ranges_say() {
    let keys = good(BASE).scenario.lab;
    assert_eq!(keys, LabKeys::default());
    assert_eq!(lab(""), keys);
    assert_eq!(
        (keys.model, keys.noise, keys.tamper_rule),
        (Believed::Uncertain, true, TamperRule::FromSetting)
    );
    assert_eq!((keys.cycles_in(52), keys.cycles_in(4)), (12, 4));
    assert_eq!(lab("cycles = 4").cycles_in(4), 4);
    assert_eq!(lab("cycles = 1").cycles_in(4), 1);
}

#[test]
fn every_key_is_read() {
    let quantity = |distribution| Quantity { distribution };
    let keys = good(&with_everything()).scenario.lab;
    let expected = LabKeys {
        cycles: Some(3),
        model: Believed::Right,
        noise: false,
        truth: vec![
            ("act.rate".to_owned(), Quantity::known(0.05)),
            (
                "convert.rate".to_owned(),
                quantity(Distribution::LogitNormalInterval { low: 0.1, high: 0.2 }),
            ),
            (
                "channel.search.reach.half_spend".to_owned(),
                quantity(Distribution::LogNormalInterval {
                    low: 4_000.0,
                    high: 6_000.0,
                }),
            ),
        ],
        drift: vec![
            Drift {
                moved: Moved::Funnel(Moves::Act),
                lift: Quantity::known(-0.2),
            },
            Drift {
                moved: Moved::Price,
                lift: quantity(Distribution::LogNormalInterval { low: 0.1, high: 0.3 }),
            },
        ],
        shocks: vec![
            Shock {
                moved: Moved::Funnel(Moves::Convert),
                lift: quantity(Distribution::Uniform { min: -0.4, max: -0.1 }),
                chance: 0.5,
                start: Some(3),
                fade: Some(4.0),
            },
            Shock {
                moved: Moved::Price,
                lift: Quantity::known(0.3),
                chance: 1.0,
                start: None,
                fade: None,
            },
        ],
        competitor: Some(Competitor {
            start: Some(2),
            organic: quantity(Distribution::LogitNormalInterval { low: 0.1, high: 0.2 }),
            price: quantity(Distribution::LogNormalInterval { low: 0.05, high: 0.15 }),
        }),
        fade: Some(8.0),
        hold_cost: 2_000.0,
        tamper_rule: TamperRule::FromTarget,
    };
    assert_eq!(keys, expected);
    assert_eq!(keys.truth_of("act.rate"), Some(&Quantity::known(0.05)));
    assert_eq!(keys.truth_of("money.margin"), None);
    assert_eq!(lab("tamper_rule = 4").tamper_rule, TamperRule::ToResult);
    let alone = lab("competitor = {}").competitor;
    let nothing = Quantity::known(0.0);
    let expected = Competitor {
        start: None,
        organic: nothing,
        price: nothing,
    };
    assert_eq!(alone, Some(expected));
}

/// Everything that can drift or come as a shock is read as what it is.
#[test]
fn every_word_is_its_own() {
    let funnel = [
        Moves::Organic,
        Moves::Act,
        Moves::Convert,
        Moves::Capacity,
        Moves::Retention,
        Moves::Repeat,
        Moves::Referral,
        Moves::OrderValue,
    ];
    for moved in funnel.map(Moved::Funnel).into_iter().chain([Moved::Price]) {
        let word = moved.word();
        let keys = lab(&format!(
            "drift = {{ {word} = 0.1 }}\nshock = [{{ moves = \"{word}\", lift = -0.1 }}]"
        ));
        assert_eq!(keys.drift.iter().map(|drift| drift.moved).collect::<Vec<_>>(), [moved]);
        assert_eq!(keys.shocks.iter().map(|shock| shock.moved).collect::<Vec<_>>(), [moved]);
    }
}

/// No number of the lab is one of the plan, and no result hangs on it.
#[test]
fn it_is_no_assumption_of_the_plan() {
    let (plain, taught) = (good(BASE), good(&with_everything()));
    assert_eq!(plain.assumptions(), taught.assumptions());
    let without = Scenario {
        lab: LabKeys::default(),
        ..taught.scenario.clone()
    };
    assert_eq!(plain.scenario, without);
    assert!(taught.warnings.is_empty(), "{:?}", taught.warnings);
    assert_ne!(plain.fingerprint(), taught.fingerprint(), "all that is read");
}

#[test]
#[rustfmt::skip] // A table.
fn mistakes() {
    let at = |lines: &str, at: &str, key: &str, words: &[&str]| one("[reach]", &format!("[lab]\n{lines}\n[reach]"), at, &format!("lab{key}"), words);
    at("cycles = 5", "cycles", ".cycles", &["more cycles than periods", "found: 5", "1 to 4, the periods of the plan"]);
    at("cycles = 0", "cycles", ".cycles", &["a whole number, 1 to 10000"]);
    at("cycles = 2.5", "cycles", ".cycles", &["a whole number"]);
    at("model = \"rigth\"", "model", ".model", &["\"uncertain\", \"right\"", "did you mean \"right\"?"]);
    at("noise = 1", "noise", ".noise", &["true or false"]);
    at("fade = 0", "fade", ".fade", &["above 0"]);
    at("fade = \"4 to 8\"", "fade", ".fade", &["must be known exactly"]);
    at("hold_cost = -1", "hold_cost", ".hold_cost", &["0 or more"]);
    at("tamper_rule = 1", "tamper_rule", ".tamper_rule", &["a whole number, 2 to 4"]);
    at("tamper_rule = 5", "tamper_rule", ".tamper_rule", &["a whole number, 2 to 4"]);
    at("cycle = 3", "cycle", ".cycle", &["did you mean `cycles`?"]);
    at("shocks = []", "shocks", ".shocks", &["did you mean `shock`?"]);
    at("chance = 0.5", "chance", ".chance", &["belongs to `[[lab.shock]]`"]);
    at("margin = 0.5", "margin", ".margin", &["belongs to `[money]`"]);
    at("source = 3", "source", ".source", &["text in quotes"]);
    at("drift = 0.1", "drift", ".drift", &["cannot be a number", "a table"]);
    at("drift = { act = -1 }", "drift", ".drift.act", &["above -1"]);
    at("drift = { akt = 0.1 }", "drift", ".drift.akt", &["did you mean `act`?", "order_value, price"]);
    at("drift = { act = \"-30% to -10%\" }", "drift", ".drift.act", &["two ends above 0", "{ dist = \"uniform\", min = -0.3, max = -0.1 }"]);
    at("drift = { act = \"-130% to 10%\" }", "drift", ".drift.act", &["{ dist = \"uniform\", min = -0.1, max = 0.2 }"]);
    at("drift = { act = { dist = \"uniform\", min = -1.5, max = 0 } }", "drift", ".drift.act", &["both ends must be above -1"]);
    at("drift = { act = { dist = \"normal\", mean = 0, sd = 0.1 } }", "drift", ".drift.act", &["no ends", "above -1"]);
    at("competitor = { organic = 1 }", "competitor", ".competitor.organic", &["[0, 1)"]);
    at("competitor = { organic = 20 }", "competitor", ".competitor.organic", &["write \"20%\""]);
    at("competitor = { organic = { dist = \"uniform\", min = 0.5, max = 1 } }", "competitor", ".competitor.organic", &["[0, 1)"]);
    at("competitor = { organic = 0.1, price = -0.1 }", "competitor", ".competitor.price", &["0 or more"]);
    at("competitor = { organic = 0.1, start = 4 }", "competitor", ".competitor.start", &["after the plan", "0 to 3", "counted from 0"]);
    at("competitor = { visits = 0.1 }", "competitor", ".competitor.visits", &["start, organic, price"]);
    at("truth = 0.1", "truth", ".truth", &["a table of keys and quantities"]);
    at("[lab.shock]\nmoves = \"act\"\nlift = 0.1", "[lab.shock]", ".shock", &["write `[[lab.shock]]` above each"]);
    at("shock = 0.1", "shock", ".shock", &["a list, each element a table with moves, lift"]);
    let shock = |lines: &str, key: &str, words: &[&str]| at(&format!("[[lab.shock]]\n{lines}"), "", &format!(".shock{key}"), words);
    shock("lift = 0.1", ".moves", &["missing", "add `moves = …`", "\"order_value\", \"price\""]);
    shock("moves = \"act\"", ".lift", &["missing"]);
    shock("moves = \"acts\"\nlift = 0.1", ".moves", &["did you mean \"act\"?"]);
    shock("moves = \"act\"\nlift = -1", ".lift", &["above -1"]);
    shock("moves = \"act\"\nlift = \"-40% to -10%\"", ".lift", &["{ dist = \"uniform\", min = -0.4, max = -0.1 }"]);
    shock("moves = \"act\"\nlift = 0.1\nchance = 0", ".chance", &["(0, 1]"]);
    shock("moves = \"act\"\nlift = 0.1\nchance = 50", ".chance", &["write \"50%\""]);
    shock("moves = \"act\"\nlift = 0.1\nstart = 4", ".start", &["after the plan", "found: 4", "0 to 3"]);
    shock("moves = \"act\"\nlift = 0.1\nfade = 0", ".fade", &["above 0"]);
    shock("moves = \"act\"\nlift = 0.1\nhalf_life = 3", ".half_life", &["no key"]);
    let many = "[[lab.shock]]\nmoves = \"act\"\nlift = 0.1\n".repeat(1_001);
    at(&many, "", ".shock", &["too many `[[lab.shock]]`", "found: 1001", "up to 1000"]);
}

#[test]
#[rustfmt::skip] // A table.
fn mistakes_in_what_is_so() {
    let at = |line: &str, key: &str, words: &[&str]| {
        one("[reach]", &format!("[lab.truth]\n{line}\n[reach]"), line.lines().last().unwrap_or_default(), &format!("lab.truth.{key}"), words);
    };
    at("\"act.rate\" = 5", "\"act.rate\"", &["inside (0, 1)", "write \"5%\""]);
    at("act.rate = 5", "act.rate", &["inside (0, 1)", "write \"5%\""]);
    at("\"act.rate\" = \"2 to 3\"", "\"act.rate\"", &["two ends inside (0, 1)"]);
    at("\"act.rate\" = { dist = \"gamma\", mean = 0.1, sd = 0.03 }", "\"act.rate\"", &["beta"]);
    at("\"act.rate\" = { mean = 0.1, sd = 0.03 }", "\"act.rate\".dist", &["missing"]);
    at("\"act.rate\" = true", "\"act.rate\"", &["cannot be true or false"]);
    at("\"act.rte\" = 0.05", "\"act.rte\"", &["`act.rte` is no quantity of this scenario", "allowed: act.rate", "did you mean `act.rate`?"]);
    at("organic = 5", "organic", &["no quantity of this scenario", "did you mean `reach.organic`?"]);
    at("\"channel.serch.reach.visits\" = 5", "\"channel.serch.reach.visits\"", &["did you mean `channel.search.reach.visits`?"]);
    at("\"channel.search.reach.today\" = 5", "\"channel.search.reach.today\"", &["allowed: channel.search.reach.half_spend, channel.search.reach.visits"]);
    at("\"channel.search.spend\" = 5", "\"channel.search.spend\"", &["no quantity", "what is planned is so in every world"]);
    at("\"plan.budget\" = 5", "\"plan.budget\"", &["no quantity", "what is planned is so in every world"]);
    at("\"money.repeat_value\" = 5", "\"money.repeat_value\"", &["no quantity of this scenario"]);
    at("\"reach.audience\" = 5", "\"reach.audience\"", &["allowed: reach.organic", "set it at its own place first"]);
    at("\"convert.capacity\" = 5", "\"convert.capacity\"", &["allowed: convert.rate", "set it at its own place first"]);
    at("\"engage.retention\" = { alpha = 1 }", "\"engage.retention\".alpha", &["`engage.retention.alpha` is no quantity", "engage.retention"]);
    at("\"action.Chekout.lift\" = 0.2", "\"action.Chekout.lift\"", &["did you mean `action.Checkout.lift`?"]);
    at("\"channel.tv.boosts.serch\" = 0.2", "\"channel.tv.boosts.serch\"", &["did you mean `channel.tv.boosts.search`?"]);
    at("\"channel.search.boosts.tv\" = 0.2", "\"channel.search.boosts.tv\"", &["set it at its own place first"]);
    at("\"channel.'tv\" = 0.2", "\"channel.'tv\"", &["is no key", "close every quote"]);
    at("\"act.rate\" = 0.05\nact.rate = 0.06", "act.rate", &["speaks twice of `act.rate`", "write it once"]);
    at("source = 5", "source", &["text in quotes"]);
}

/// Beside a mistake elsewhere nothing is said of keys that may be right; of those that cannot be, it is.
#[test]
fn mistakes_elsewhere_hide_no_others() {
    let lines = "[lab.truth]\n\"channel.radio.reach.visits\" = 5\n\"act.rte\" = 0.1\n\"act.rate\" = 2\n[reach]";
    let text = base_with("[reach]", lines).replace("name = \"tv\"\nspend", "name = \"tv\"\nspnd");
    let problems = bad(&text);
    let keys: Vec<&str> = problems.iter().map(|problem| problem.key.as_str()).collect();
    assert_eq!(
        keys,
        ["lab.truth.\"act.rte\"", "lab.truth.\"act.rate\"", "channel.tv.spnd"],
        "{problems:#?}"
    );
}

/// A key is written as in `--set`, in quotes or with points; names stay as they are.
#[test]
fn keys_are_read_however_they_are_written() {
    let text = base_with("name = \"Checkout\"", "name = \"Shorter checkout. Fast\"").replace("name = \"tv\"", "name = \"dist\"");
    for line in [
        "\"action.\\\"Shorter checkout. Fast\\\".lift\" = 0.3",
        "\"action.'Shorter checkout. Fast'.lift\" = 0.3",
        "action.\"'Shorter checkout. Fast'\".lift = 0.3",
        "action = { '\"Shorter checkout. Fast\"' = { lift = 0.3 } }",
    ] {
        let keys = good(&format!("{text}\n[lab.truth]\n{line}\n")).scenario.lab.truth;
        assert_eq!(
            keys,
            [("action.Shorter checkout. Fast.lift".to_owned(), Quantity::known(0.3))],
            "{line}"
        );
    }
    // a table of channels that holds one named `dist` is no distribution
    let keys = good(&format!("{text}\n[lab.truth]\nchannel.dist.boosts.search = 0.3\n"))
        .scenario
        .lab
        .truth;
    assert_eq!(keys, [("channel.dist.boosts.search".to_owned(), Quantity::known(0.3))]);
    let text = base_with("retention = 0.9", "retention = { alpha = 1, beta = 8 }");
    let keys = good(&format!("{text}\n[lab.truth]\n\"engage.retention\" = {{ beta = 9, alpha = 2 }}\n"))
        .scenario
        .lab
        .truth;
    let names: Vec<&str> = keys.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(
        names,
        ["engage.retention.beta", "engage.retention.alpha"],
        "in the order of the file"
    );
    assert!(read(&format!("{text}\n[lab.truth]\n\"engage.retention\" = 0.9\n")).is_err());
}

#[test]
#[rustfmt::skip] // A table.
fn what_is_odd_is_warned_of() {
    let warned = |text: &str, key: &str, words: &[&str]| {
        let warnings = good(text).warnings;
        assert_eq!(warnings.len(), 1, "{text}\n{warnings:#?}");
        assert_eq!(warnings[0].key, key);
        let shown = warnings[0].to_string();
        for word in words {
            assert!(shown.contains(word), "`{word}` is not in {shown}");
        }
        let line = warnings[0].location.as_ref().map_or("", |at| at.excerpt.as_str());
        assert!(line.contains("lab") || line.contains(key.rsplit('.').next().unwrap_or_default()), "{line}");
    };
    let lab = |lines: &str, key: &str, words: &[&str]| warned(&with_lab(lines), &format!("lab.{key}"), words);
    lab("drift.capacity = 0.1", "drift.capacity", &["`lab.drift.capacity` moves nothing", "found: no `convert.capacity`", "set `convert.capacity`"]);
    lab("drift.referral = 0.1", "drift.referral", &["no `engage.referral`"]);
    lab("drift.act = 0", "drift.act", &["moves nothing", "a change of 0"]);
    lab("drift.act = 20", "drift.act", &["a lift of 20 multiplies by 21", "write \"20%\""]);
    lab("[[lab.shock]]\nmoves = \"act\"\nlift = 0.1\n[[lab.shock]]\nmoves = \"repeat\"\nlift = 0.1", "shock", &["shock 2 on `repeat` moves nothing", "no `engage.repeat_rate`"]);
    lab("competitor = { start = 1 }", "competitor", &["takes nothing", "organic = \"10% to 20%\""]);
    warned(&with_lab("competitor = { organic = 0.1 }").replace("organic = 1000", "organic = 0"), "lab.competitor.organic", &["no `reach.organic`"]);
    let alone = with_lab("").split("[[action]]").next().unwrap_or_default().to_owned();
    warned(&format!("{alone}\n[lab]\nfade = 8"), "lab.fade", &["there is no action", "add an `[[action]]`"]);
    warned(&format!("{alone}\n[lab]\nhold_cost = 8"), "lab.hold_cost", &["there is no action"]);
    // what the plan knows nothing of may be there in the world
    assert!(good(&with_lab("drift.referral = 0.1\ntruth = { \"engage.referral\" = 0.2 }")).warnings.is_empty());
    assert!(good(&with_lab("drift.act = \"-20%\"\ncompetitor = { organic = 0.1 }\nfade = 8\nhold_cost = 5")).warnings.is_empty());
}

#[test]
fn set_reaches_it() {
    for (argument, check) in [
        ("lab.fade=8", (|keys| keys.fade == Some(8.0)) as fn(&LabKeys) -> bool),
        ("lab.drift.act=-0.1", |keys| keys.drift[0].lift == Quantity::known(-0.1)),
        ("lab.drift.act=-10%", |keys| keys.drift[0].lift == Quantity::known(-0.1)),
        ("lab.competitor.start=3", |keys| {
            keys.competitor.as_ref().is_some_and(|competitor| competitor.start == Some(3))
        }),
        ("lab.shock=[{ moves = \"act\", lift = -0.3 }]", |keys| {
            keys.shocks.len() == 1 && keys.shocks[0].start.is_none()
        }),
        ("lab.truth.\"act.rate\"=0.07", |keys| {
            keys.truth_of("act.rate") == Some(&Quantity::known(0.07))
        }),
        ("lab.truth.\"channel.tv.reach.visits\"=7", |keys| {
            keys.truth_of("channel.tv.reach.visits") == Some(&Quantity::known(7.0))
        }),
        ("lab.truth.channel.tv.reach.visits=7", |keys| {
            keys.truth_of("channel.tv.reach.visits") == Some(&Quantity::known(7.0))
        }),
        ("lab.truth.money.margin=30% to 50%", |keys| {
            keys.truth_of("money.margin").is_some_and(Quantity::is_uncertain)
        }),
        ("lab={ model = \"right\" }", |keys| keys.model == Believed::Right),
    ] {
        for text in [BASE.to_owned(), with_everything()] {
            let loaded = set(&text, &[argument]).unwrap_or_else(|problems| panic!("{argument}\n{problems}"));
            assert!(check(&loaded.scenario.lab), "{argument}: {:?}", loaded.scenario.lab);
        }
    }
    for (argument, words) in [
        ("lab.fade=0", "above 0"),
        ("lab.cycles=9", "more cycles than periods"),
        ("lab.drift.act=-2", "above -1"),
        ("lab.drift.akt=1", "did you mean `act`?"),
        ("lab.truth.\"act.rate\"=2", "write \"2%\""),
        ("lab.truth.\"act.rte\"=0.2", "did you mean `act.rate`?"),
        ("lab.truth.act.rate=0.07", "speaks twice of `act.rate`"),
        (
            "lab.shock.0.lift=0.1",
            "set `lab.shock` as a whole: --set 'lab.shock=[{ lift = … }]'",
        ),
        ("lab.shock=[{ moves = \"act\" }]", "`lab.shock.lift` is missing"),
    ] {
        let problems = set(&with_everything(), &[argument]).expect_err(argument).diagnostics;
        assert_eq!(problems.len(), 1, "{argument}: {problems:#?}");
        let file = problems[0].location.as_ref().map(|at| at.file.as_str());
        assert_eq!(file, Some("--set"), "{argument}: {}", problems[0]);
        assert!(problems[0].to_string().contains(words), "{argument}: {}", problems[0]);
    }
}
