//! Limits, groups, pacing and instalments: every key is read, every mistake is named.

use crate::scenario::{Group, Limits, Pacing, PlanLimits, Scenario};

use super::broken::one;
use super::{BASE, base_with, good};

/// [`BASE`] with limits of every kind.
pub(super) fn limited() -> String {
    let channels = BASE
        .replace(
            "spend = 100\n",
            "spend = 100\npacing = \"free\"\nlimits = { min = 10, max = 300, min_total = 100, max_total = 900, step = 0.3, ramp = \"50%\", burst = 20, \
             committed = [{ start = 2, periods = 2, amount = 60 }, { start = 0, amount = 0, source = \"a pause\" }] }\n",
        )
        .replace("name = \"tv\"\n", "name = \"tv\"\nplace = \"offline\"\nmedia = \"owned\"\n");
    let email = "\n[[channel]]\nname = \"email\"\nspend = 5\npacing = \"season\"\nlimits = { locked = true }\n\
                 repeat = { lift = 0.1, half_spend = 5 }\nact = { lift = 0.1, half_spend = 5 }\n";
    let plan = "currency = \"EUR\"\nbudget_by_period = [100, 200, 300, 0]\npacing = \"flat\"\n\
                [plan.limits]\nstep = 0.1\nramp = 0.2\ncac = 30\nroi = -0.5\npayback = 3\nleads = 400\nsource = \"the board\"\n\
                [[plan.group]]\nname = \"all\"\nmedia = \"paid\"\nmin = 1\nmax = 2\nmin_total = 3\nmax_total = 4\n\
                [[plan.group]]\nname = \"online reach\"\nplace = \"online\"\nstage = \"reach\"\nmin_share = 0\nmax_share = \"40%\"\n\
                [[plan.group]]\nname = \"two\"\nchannels = [\"tv\", \"search\", \"tv\"]\nmax_share = 1\n";
    channels.replace("currency = \"EUR\"\n", plan) + email
}

/// [`BASE`] over five quarters, of which the last one has a single week.
pub(super) fn in_quarters() -> String {
    BASE.replace("periods = 4", "periods = 53\nbudget_by_quarter = [1, 2.5, 3, 4, 0]")
        .replace("[1, 2, 3, 4]", "1")
}

fn scenario(text: &str) -> Scenario {
    good(text).scenario
}

/// [`BASE`] with lines in `[plan]`.
fn plan(lines: &str) -> String {
    base_with("currency = \"EUR\"\n", &format!("currency = \"EUR\"\n{lines}\n"))
}

#[test]
fn every_limit_of_a_channel() {
    let scenario = scenario(&limited());
    let [search, tv, email] = scenario.channels.as_slice() else {
        panic!("three channels")
    };
    let expected = Limits {
        min: 10.0,
        max: 300.0,
        min_total: 100.0,
        max_total: 900.0,
        locked: false,
        step: Some(0.3),
        ramp: Some(0.5),
        burst: 20.0,
        committed: vec![(0, 0.0), (2, 60.0), (3, 60.0)],
    };
    assert_eq!(search.limits, expected);
    let of_the_plan = Limits {
        step: Some(0.1),
        ramp: Some(0.2),
        ..Limits::default()
    };
    assert_eq!(tv.limits, of_the_plan);
    // what stays as it is has no step
    let locked = Limits {
        locked: true,
        ..Limits::default()
    };
    assert_eq!(email.limits, locked);
    assert_eq!(
        [search.pacing, tv.pacing, email.pacing],
        [Pacing::Free, Pacing::Flat, Pacing::Season]
    );
    assert_eq!(scenario.plan.pacing, Pacing::Flat);
}

#[test]
fn nothing_is_limited_by_default() {
    let scenario = scenario(BASE);
    assert!(scenario.channels.iter().all(|channel| channel.limits == Limits::default()));
    assert!(scenario.channels.iter().all(|channel| channel.pacing == Pacing::Keep));
    assert_eq!(scenario.plan.limits, PlanLimits::default());
    assert_eq!((scenario.plan.groups.len(), scenario.plan.budget_by), (0, None));
    let own = &good(&base_with("spend = 100\n", "spend = 100\nlimits = { ramp = 0.4 }\n"))
        .scenario
        .channels[0];
    assert_eq!((own.limits.ramp, own.limits.step, own.limits.max), (Some(0.4), None, f64::INFINITY));
}

#[test]
fn every_limit_of_the_plan() {
    let limits = scenario(&limited()).plan.limits;
    let expected = PlanLimits {
        cac: Some(30.0),
        roi: Some(-0.5),
        payback: Some(3),
        leads: Some(400.0),
    };
    assert_eq!(limits, expected);
}

#[test]
fn groups_by_every_selector() {
    let groups = scenario(&limited()).plan.groups;
    let any = Group {
        name: String::new(),
        channels: vec![],
        min: 0.0,
        max: f64::INFINITY,
        min_total: 0.0,
        max_total: f64::INFINITY,
        min_share: 0.0,
        max_share: 1.0,
    };
    let all = Group {
        name: "all".to_owned(),
        channels: vec![0, 2],
        min: 1.0,
        max: 2.0,
        min_total: 3.0,
        max_total: 4.0,
        ..any.clone()
    };
    let online = Group {
        name: "online reach".to_owned(),
        channels: vec![0],
        max_share: 0.4,
        ..any.clone()
    };
    let two = Group {
        name: "two".to_owned(),
        channels: vec![0, 1],
        ..any
    };
    assert_eq!(groups, [all, online, two]);
    for (stage, channels) in [("act", vec![2]), ("engage", vec![2]), ("reach", vec![0, 1])] {
        let text = limited().replace("stage = \"reach\"", &format!("stage = \"{stage}\""));
        let text = text.replace("place = \"online\"\nstage", "stage");
        assert_eq!(scenario(&text).plan.groups[1].channels, channels, "{stage}");
    }
}

#[test]
fn instalments_by_period() {
    let plan = scenario(&limited()).plan;
    let parts = plan.budget_by.expect("instalments");
    assert_eq!(plan.budget, Some(600.0));
    assert_eq!((parts.of_period, parts.amounts), (vec![0, 1, 2, 3], vec![100.0, 200.0, 300.0, 0.0]));
    assert_eq!(parts.names, ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"]);
}

/// The weeks of 2026 that start in a quarter: 30 March is a Monday of the first, 6 April of the second.
#[test]
fn instalments_by_quarter() {
    let plan = scenario(&in_quarters()).plan;
    let parts = plan.budget_by.expect("instalments");
    assert_eq!((plan.budget, parts.amounts), (Some(10.5), vec![1.0, 2.5, 3.0, 4.0, 0.0]));
    assert_eq!(parts.names, ["2026 Q1", "2026 Q2", "2026 Q3", "2026 Q4", "2027 Q1"]);
    let weeks = |part: usize| parts.of_period.iter().filter(|&&of| of == part).count();
    assert_eq!([weeks(0), weeks(1), weeks(2), weeks(3), weeks(4)], [13, 13, 13, 13, 1]);
    assert!(parts.of_period.is_sorted());

    let quarters = BASE
        .replace("\"week\"", "\"quarter\"")
        .replace("2026-01-05", "2025-11-30")
        .replace("currency", "budget_by_quarter = [1, 2, 3, 4]\nbudget = 10\ncurrency");
    let parts = scenario(&quarters).plan.budget_by.expect("instalments");
    assert_eq!(parts.names, ["2025 Q4", "2026 Q1", "2026 Q2", "2026 Q3"]);
    assert_eq!(parts.of_period, [0, 1, 2, 3]);
}

#[test]
fn a_budget_and_its_parts_agree_to_the_cent() {
    // a third of a thousand, thrice, as a spreadsheet rounds it
    let text = plan("budget = 1_000\nbudget_by_period = [333.333, 333.333, 333.333, 0]");
    assert_eq!(scenario(&text).plan.budget, Some(333.333 + 333.333 + 333.333));
}

#[test]
#[rustfmt::skip] // A table.
fn mistakes_in_limits() {
    let limits = |limits: &str, key: &str, words: &[&str]| {
        one("spend = 100\n", &format!("spend = 100\nlimits = {{ {limits} }}\n"), "limits", &format!("channel.search.limits{key}"), words);
    };
    limits("min = 3, max = 2", "", &["leaves no room", "min = 3, max = 2", "min up to max", "to hold the channel"]);
    limits("min_total = 3, max_total = 2", "", &["leaves no room", "min_total = 3, max_total = 2"]);
    limits("burst = 3, max = 2", "", &["leaves no room", "burst = 3, max = 2", "lower it, or raise `max`"]);
    for other in ["min = 0", "max = 9", "min_total = 0", "max_total = 9", "step = 0.1", "ramp = 0.1", "burst = 1", "committed = []"] {
        let key = other.split(' ').next().unwrap_or_default();
        limits(&format!("locked = true, {other}"), &format!(".{key}"), &["beside `locked = true`"]);
    }
    limits("min = -1", ".min", &["0 or more"]);
    limits("max_total = \"1 to 2\"", ".max_total", &["must be known exactly"]);
    limits("step = 0", ".step", &["(0, 1]"]);
    limits("step = 20", ".step", &["write \"20%\""]);
    limits("ramp = 0", ".ramp", &["above 0"]);
    limits("burst = -1", ".burst", &["0 or more"]);
    limits("locked = 1", ".locked", &["true or false"]);
    limits("brst = 1", ".brst", &["did you mean `burst`?"]);
    limits("max_share = 0.3", ".max_share", &["no key"]);
    limits("cac = 3", ".cac", &["belongs to `[plan.limits]`"]);
    limits("committed = { start = 1, amount = 1 }", ".committed", &["a list, each element a table with start, amount"]);
    limits("committed = [{ start = 1 }]", ".committed.amount", &["missing"]);
    limits("committed = [{ start = 1, amount = -1 }]", ".committed.amount", &["0 or more"]);
    limits("committed = [{ start = 4, amount = 1 }]", ".committed", &["after the plan", "found: period 4", "0 to 3"]);
    limits("committed = [{ start = 2, periods = 3, amount = 1 }]", ".committed", &["after the plan", "periods 2 to 4", "counted from 0"]);
    limits("committed = [{ start = 0, periods = 3, amount = 1 }, { start = 2, amount = 1 }]", ".committed", &["period 2 is committed twice"]);
    one("spend = 100\n", "spend = 100\npacing = \"even\"\n", "pacing", "channel.search.pacing", &["\"keep\", \"flat\", \"season\", \"free\""]);
    one("spend = 100\n", "spend = 100\nburst = 5\n", "burst", "channel.search.burst", &["belongs to `a channel's limits`"]);
}

#[test]
#[rustfmt::skip] // A table.
fn mistakes_in_limits_of_the_plan() {
    let limits = |limits: &str, key: &str, words: &[&str]| {
        one("currency = \"EUR\"\n", &format!("currency = \"EUR\"\nlimits = {{ {limits} }}\n"), "limits", &format!("plan.limits.{key}"), words);
    };
    limits("cac = 0", "cac", &["above 0"]);
    limits("roi = -1", "roi", &["above -1"]);
    limits("payback = 0", "payback", &["a whole number, 1 to 10000"]);
    limits("payback = 1.5", "payback", &["a whole number"]);
    limits("leads = 0", "leads", &["above 0"]);
    limits("step = 2", "step", &["(0, 1]"]);
    limits("ramp = -1", "ramp", &["above 0"]);
    limits("burst = 5", "burst", &["belongs to `a channel's limits`"]);
    limits("pay_back = 5", "pay_back", &["did you mean `payback`?"]);
}

#[test]
#[rustfmt::skip] // A table.
fn mistakes_in_groups() {
    let group = |lines: &str, at: &str, key: &str, words: &[&str]| {
        let text = format!("currency = \"EUR\"\n[[plan.group]]\nname = \"g\"\n{lines}\n");
        one("currency = \"EUR\"\n", &text, at, &format!("plan.group.g{key}"), words);
    };
    group("max = 5", "[[plan.group]]", "", &["does not say which channels", "channels, media, place, stage"]);
    group("media = \"owned\"\nmax = 5", "[[plan.group]]", "", &["takes no channel", "narrow each other"]);
    group("channels = [\"tv\"]\nstage = \"engage\"\nmax = 5", "[[plan.group]]", "", &["takes no channel"]);
    group("channels = []\nmax = 5", "[[plan.group]]", "", &["takes no channel"]);
    group("channels = [\"tv\", \"serch\"]\nmax = 5", "serch", ".channels", &["there is no channel \"serch\"", "did you mean `search`?", "search, tv"]);
    group("channels = \"tv\"\nmax = 5", "channels", ".channels", &["a list, each element text in quotes"]);
    group("channels = [\"tv\", 3]\nmax = 5", "channels", ".channels", &["text in quotes"]);
    group("media = \"piad\"\nmax = 5", "media", ".media", &["did you mean \"paid\"?"]);
    group("stage = \"engaged\"\nmax = 5", "stage", ".stage", &["\"reach\", \"act\", \"convert\", \"engage\""]);
    group("media = \"paid\"", "[[plan.group]]", "", &["limits nothing", "max_share = 0.4"]);
    group("media = \"paid\"\nmin = 3\nmax = 2", "[[plan.group]]", "", &["leaves no room", "min = 3, max = 2"]);
    group("media = \"paid\"\nmin_total = 3\nmax_total = 2", "[[plan.group]]", "", &["min_total = 3, max_total = 2"]);
    group("media = \"paid\"\nmin_share = 0.3\nmax_share = 0.2", "[[plan.group]]", "", &["min_share = 0.3, max_share = 0.2"]);
    group("media = \"paid\"\nmax_share = 40", "max_share", ".max_share", &["write \"40%\""]);
    group("media = \"paid\"\nmax_shre = 0.4", "max_shre", ".max_shre", &["did you mean `max_share`?"]);
    group("chanels = [\"tv\"]\nmax = 4", "chanels", ".chanels", &["did you mean `channels`?"]);
    group("media = \"paid\"\nburst = 40", "burst", ".burst", &["belongs to `a channel's limits`"]);
    let twice = "currency = \"EUR\"\n[[plan.group]]\nname = \"g\"\nplace = \"online\"\nmax = 5\n[[plan.group]]\nname = \"g\"\nplace = \"online\"\nmax = 6\n";
    one("currency = \"EUR\"\n", twice, "name = \"g\"", "plan.group.g.name", &["two groups have the name \"g\""]);
    one("currency = \"EUR\"\n", "currency = \"EUR\"\n[plan.group]\nname = \"g\"\n", "plan.group", "plan.group", &["write `[[plan.group]]` above each"]);
    one("currency = \"EUR\"\n", "currency = \"EUR\"\n[[plan.group]]\nmedia = \"paid\"\nmax = 1\n", "[[plan.group]]", "plan.group[0].name", &["missing"]);
    // a channel whose own key is wrong may be what the group takes
    let text = "name = \"tv\"\nmedia = \"ownd\"\n";
    let with_group = plan("[[plan.group]]\nname = \"g\"\nmedia = \"owned\"\nmax = 1");
    let problems = super::bad(&with_group.replace("name = \"tv\"\n", text));
    assert_eq!(problems.iter().map(|problem| problem.key.as_str()).collect::<Vec<_>>(), ["channel.tv.media"]);
}

#[test]
#[rustfmt::skip] // A table.
fn mistakes_in_instalments() {
    let lines = |lines: &str, key: &str, words: &[&str]| {
        one("currency = \"EUR\"\n", &format!("currency = \"EUR\"\n{lines}\n"), key, &format!("plan.{key}"), words);
    };
    lines("budget_by_quarter = [1, 2]", "budget_by_quarter", &["wrong length", "found: 2 numbers", "1, one for each quarter", "2026 Q1"]);
    lines("budget_by_period = [1, 2]", "budget_by_period", &["wrong length", "4, one for each period"]);
    lines("budget_by_quarter = [4]\nbudget_by_period = [1, 1, 1, 1]", "budget_by_period", &["are both given", "leave out one"]);
    lines("budget = 5\nbudget_by_period = [1, 1, 1, 1]", "budget_by_period", &["does not add up to `plan.budget`", "found: 4 in all", "plan.budget = 5"]);
    lines("budget = 4.01\nbudget_by_quarter = [4]", "budget_by_quarter", &["does not add up", "found: 4 in all"]);
    lines("budget_by_period = [0, 0, 0, 0]", "budget_by_period", &["brings no money"]);
    lines("budget_by_period = [1, -1, 0, 0]", "budget_by_period", &["0 or more"]);
    lines("budget_by_period = 5", "budget_by_period", &["a list of numbers"]);
    for (weeks, words) in [(53, "allowed: 5, one for each quarter in which a period starts: 2026 Q1, 2026 Q2, 2026 Q3, 2026 Q4, 2027 Q1"),
        (530, "2026 Q1 to 2036 Q1")] {
        let text = in_quarters().replace("53", &weeks.to_string()).replace("[1, 2.5, 3, 4, 0]", "[1]");
        let problems = super::bad(&text);
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert!(problems[0].to_string().contains(words), "{}", problems[0]);
    }
}
