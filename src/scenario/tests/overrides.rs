//! `--set` and the past that it keeps.

use std::path::Path;

use crate::scenario::{Distribution, Loaded, Pacing, Problems, Scenario};

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
    assert_eq!(good(&["plan.limits.roi=0.5"]).plan.limits.roi, Some(0.5));
    assert_eq!(good(&["plan.limits={ roi = 0.5, payback = 2 }"]).plan.limits.payback, Some(2));
    assert_eq!(good(&["channel.search.limits.ramp=20%"]).channels[0].limits.ramp, Some(0.2));
    assert_eq!(good(&["channel.tv.pacing=season"]).channels[1].pacing, Pacing::Season);
    assert_eq!(good(&["plan.budget_by_period=[1, 2, 3, 4]"]).plan.budget, Some(10.0));
    let committed = good(&["channel.tv.limits.committed=[{ start = 3, amount = 7 }]"]);
    assert_eq!(committed.channels[1].limits.committed, [(3, 7.0)]);
    let spaced = base_with("\"Checkout\"", "\"Shorter checkout.\"");
    for name in ["\"Shorter checkout.\"", "'Shorter checkout.'"] {
        let scenario = set(&spaced, &[&format!("action.{name}.done=true")])
            .expect("a quoted name")
            .scenario;
        assert!(scenario.actions[0].done);
    }
}

#[test]
fn a_group_goes_by_its_name() {
    let group = "currency = \"EUR\"\n[[plan.group]]\nname = \"bought media\"\nmedia = \"paid\"\nmax = 900\n";
    let text = base_with("currency = \"EUR\"\n", group);
    let loaded = set(
        &text,
        &["plan.group.'bought media'.max=700", "plan.group.\"bought media\".min_share=0.1"],
    )
    .expect("set");
    let group = &loaded.scenario.plan.groups[0];
    assert_eq!((group.max, group.min_share), (700.0, 0.1));
    let line = loaded.locate("plan.group.\"bought media\".media").map(|at| (at.file, at.line));
    assert_eq!(line, Some(("test.toml".to_owned(), 9)));
    let whole = good(&["plan.group=[{ name = \"all\", place = \"online\", max_total = 5 }]"]);
    assert_eq!(whole.plan.groups[0].channels, [0, 1]);
    for (argument, words) in [
        ("plan.group.'bought medi'.max=1", "did you mean \"bought media\"?"),
        ("plan.group.all=1", "needs a name and a key"),
        ("plan.group.'bought media'.max=-1", "0 or more"),
        ("plan.group.'bought media'.mx=1", "did you mean `max`?"),
        ("plan.limits.payback=1.5", "a whole number"),
        ("channel.tv.limits.committed=[{ start = 9, amount = 7 }]", "after the plan"),
        ("channel.tv.limits.committed=[{ start = 0, amount = -7 }]", "0 or more"),
        ("plan.budget_by_period=[1, 2]", "one for each period"),
    ] {
        let problems = set(&text, &[argument]).expect_err(argument).diagnostics;
        assert_eq!(problems.len(), 1, "{problems:#?}");
        let file = problems[0].location.as_ref().map(|at| at.file.as_str());
        assert_eq!(file, Some("--set"), "{argument}: {}", problems[0]);
        assert!(problems[0].to_string().contains(words), "{argument}: {}", problems[0]);
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

/// The pinned past moves the lines below it; a number within a list has no key of its own.
#[test]
fn a_number_in_a_long_list_keeps_its_line() {
    let text = base_with("spend = [1, 2, 3, 4]", "spend = [\n  1,\n  -2,\n  3, 4,\n]");
    let problems = set(&text, &["channel.search.spend=9000"])
        .expect_err("a negative amount")
        .diagnostics;
    let place = problems[0].location.as_ref().map(|at| (at.file.as_str(), at.line, at.column));
    assert_eq!(place, Some(("test.toml", 34, 3)), "{problems:#?}");
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
