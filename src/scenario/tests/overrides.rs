//! `--set` and the past that it keeps.

use std::path::Path;

use crate::scenario::{Distribution, Loaded, Problems, Scenario};

use super::{BASE, base_with};

fn set(text: &str, arguments: &[&str]) -> Result<Loaded, Problems> {
    Scenario::from_text_with(text, "test.toml", Path::new(""), arguments)
}

fn good(arguments: &[&str]) -> Scenario {
    set(BASE, arguments)
        .unwrap_or_else(|problems| panic!("{arguments:?}\n{problems}"))
        .scenario
}

#[test]
fn values_of_every_kind() {
    assert_eq!(good(&["channel.search.spend=9000"]).channels[0].spend, [9000.0; 4]);
    assert_eq!(good(&["channel.tv.spend=[4, 3, 2, 1]"]).channels[1].spend, [4.0, 3.0, 2.0, 1.0]);
    for argument in ["act.rate=\"2% to 4%\"", "act.rate=2% to 4%", "act.rate = 2% to 4%"] {
        assert_eq!(
            good(&[argument]).act.rate.distribution,
            Distribution::LogitNormalInterval { low: 0.02, high: 0.04 }
        );
    }
    assert_eq!(good(&["act.rate=12%"]).act.rate.distribution, Distribution::Known(0.12));
    assert!(good(&["action.Checkout.done=true"]).actions[0].done);
    assert_eq!(good(&["plan.name=Мой план, часть = 2"]).plan.name, "Мой план, часть = 2");
    assert_eq!(good(&["plan.start=2026-02-01"]).plan.start.to_string(), "2026-02-01");
    assert_eq!(good(&["plan.targets.revenue=5"]).plan.targets.len(), 1);
    assert_eq!(
        good(&["channel.search.limits={ min = 1, max = 200 }"]).channels[0].limits.max,
        200.0
    );
    assert_eq!(
        good(&["channel.search.limits.max=200", "channel.search.limits.min=100"]).channels[0]
            .limits
            .min,
        100.0
    );
    assert_eq!(
        good(&["channel.search.reach.visits=1", "channel.search.reach.half_spend=7"])
            .channels
            .len(),
        2
    );
    let spaced = base_with("\"Checkout\"", "\"Shorter checkout.\"");
    for name in ["\"Shorter checkout.\"", "'Shorter checkout.'"] {
        let scenario = set(&spaced, &[&format!("action.{name}.done=true")])
            .expect("a quoted name")
            .scenario;
        assert!(scenario.actions[0].done);
    }
}

#[test]
fn the_past_stays() {
    let search = &good(&["channel.search.spend=9000"]).channels[0];
    assert_eq!((search.history, search.observed), (100.0, (100.0, 100.0)));
    let tv = &good(&["channel.tv.spend=9"]).channels[1];
    assert_eq!((tv.history, tv.observed), (1.0, (1.0, 4.0)));
    let own = &good(&["channel.search.spend=9000", "channel.search.history=50"]).channels[0];
    assert_eq!((own.history, own.observed), (50.0, (100.0, 100.0)));
    let written = base_with("spend = 100\n", "spend = 100\nhistory = 80\nobserved = [0, 500]\n");
    let kept = set(&written, &["channel.search.spend=9000"]).expect("right").scenario;
    assert_eq!((kept.channels[0].history, kept.channels[0].observed), (80.0, (0.0, 500.0)));
    let other = &good(&["act.rate=0.2"]).channels[0];
    assert_eq!((other.history, other.observed), (100.0, (100.0, 100.0)));
}

#[test]
fn mistakes_name_the_argument() {
    for (argument, words) in [
        ("channel.serch.spend=1", "did you mean search?"),
        ("action.Chekout.done=true", "did you mean Checkout?"),
        ("channel.search.spnd=1", "did you mean `spend`?"),
        ("channel.search.spend=-1", "0 or more"),
        ("channel.search.spend=[1, 2]", "4, one for each period"),
        ("act.rate=7", "write \"7%\""),
        ("act.rate=[0.1", "close every bracket"),
        ("act.rate.low=1", "is not a table"),
        ("channel=3", "needs a name and a key"),
        ("channel.search=3", "needs a name and a key"),
        ("nonsense", "KEY=VALUE"),
        ("=3", "KEY=VALUE"),
        ("a..b=3", "KEY=VALUE"),
        ("\"a=3", "KEY=VALUE"),
        ("", "KEY=VALUE"),
    ] {
        let problems = set(BASE, &[argument]).expect_err(argument);
        assert_eq!(problems.diagnostics.len(), 1, "{problems}");
        let problem = &problems.diagnostics[0];
        assert_eq!(
            problem.location.as_ref().map(|at| at.file.as_str()),
            Some("--set"),
            "{argument}: {problem}"
        );
        assert!(problem.to_string().contains(words), "{argument}: {problem}");
    }
}

#[test]
fn mistakes_of_the_file_keep_their_lines() {
    let text = base_with("cost = 10", "cost = -10");
    let problems = set(&text, &["channel.search.spend=9000", "act.rate=7", "x.y=1"]).expect_err("three mistakes");
    let places: Vec<(String, usize)> = problems
        .diagnostics
        .iter()
        .filter_map(|problem| problem.location.as_ref())
        .map(|at| (at.file.clone(), at.line))
        .collect();
    assert_eq!(places.len(), 3, "{problems}");
    assert!(places.contains(&("test.toml".to_owned(), 40)), "{problems}");
    assert_eq!(places.iter().filter(|(file, _)| file == "--set").count(), 2, "{problems}");
}

#[test]
fn a_missing_key_can_be_set() {
    let text = base_with("rate = 0.1\n", "");
    assert_eq!(
        set(&text, &["act.rate=0.3"]).expect("set").scenario.act.rate.distribution,
        Distribution::Known(0.3)
    );
    let text = base_with("[act]\nrate = 0.1\n", "");
    assert_eq!(
        set(&text, &["act.rate=0.3"]).expect("set").scenario.act.rate.distribution,
        Distribution::Known(0.3)
    );
}

#[test]
fn a_key_is_found_where_it_is_written() {
    let loaded = set(BASE, &["act.rate=0.3"]).expect("set");
    let place = |key: &str| loaded.locate(key).map(|at| (at.file, at.line));
    assert_eq!(place("act.rate"), Some(("--set".to_owned(), 1)));
    assert_eq!(place("channel.tv.boosts.search"), Some(("test.toml".to_owned(), 34)));
    assert_eq!(
        place("channel.tv.limits.max"),
        Some(("test.toml".to_owned(), 30)),
        "the table, where the key is not written"
    );
    assert_eq!(place("money.order_value"), Some(("test.toml".to_owned(), 22)));
    assert_eq!(place("nothing.of.it"), None);
}
