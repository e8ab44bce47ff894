//! What life adds is what the same thing would be as a part of the scenario.

use osa::lab::{Experiment, Hidden, Strategy};
use osa::scenario::Scenario;
use osa::simulate::Simulator;

use crate::{SHOP, course, experiment, outcome, scenario, shop_with};

/// The objective of a scenario's own plan.
fn objective(scenario: &Scenario) -> f64 {
    let mut simulator = Simulator::new(scenario);
    let today = simulator.today();
    simulator.objective(&today)
}

/// What hold comes to where the model is right but for these lines, and nobody is lucky.
fn held(lab: &str) -> f64 {
    let scenario = shop_with(&format!("noise = false\nmodel = \"right\"\n{lab}"));
    outcome(&experiment(&scenario, 1), Strategy::Hold).value.mean
}

fn assert_close(found: f64, expected: f64, what: &str) {
    // roundings of some hundred sums
    assert!((found / expected - 1.0).abs() < 1e-11, "{what}: {found}, not {expected}");
}

#[test]
fn a_drift_is_an_action_that_grows_to_the_end() {
    let by_hand = format!("{SHOP}\n[[action]]\nname = \"life\"\nmoves = \"act\"\nlift = -0.3\ncost = 0\nramp = 24\ndone = true\n");
    assert_close(held("drift = { act = -0.3 }"), objective(&scenario(&by_hand)), "drift");
}

#[test]
fn a_shock_comes_and_fades() {
    let by_hand =
        format!("{SHOP}\n[[action]]\nname = \"life\"\nmoves = \"convert\"\nlift = -0.5\ncost = 0\nstart = 7\nfade = 3\ndone = true\n");
    let shock = "[[lab.shock]]\nmoves = \"convert\"\nlift = -0.5\nstart = 7\nfade = 3";
    assert_close(held(shock), objective(&scenario(&by_hand)), "shock");
}

#[test]
fn dearer_media_are_a_price_index() {
    // (1 + 0.5)^(t / 24) of every channel, from period 1 on
    let index: Vec<String> = (0..24)
        .map(|t| format!("{}", osa::math::exp(osa::math::ln(1.5) * f64::from(t) / 24.0)))
        .collect();
    let by_hand = SHOP.replace("[[channel]]", &format!("[[channel]]\n    price_index = [{}]", index.join(", ")));
    assert_close(held("drift = { price = 0.5 }"), objective(&scenario(&by_hand)), "price");
}

#[test]
fn a_competitor_takes_organic_visits_and_makes_paid_media_dearer() {
    let index: Vec<&str> = (0..24).map(|t| if t >= 5 { "1.25" } else { "1" }).collect();
    let by_hand = SHOP.replace("[[channel]]", &format!("[[channel]]\n    price_index = [{}]", index.join(", ")));
    let by_hand = format!("{by_hand}\n[[action]]\nname = \"life\"\nmoves = \"organic\"\nlift = -0.2\ncost = 0\nstart = 5\ndone = true\n");
    let found = held("competitor = { start = 5, organic = 0.2, price = 0.25 }");
    assert_close(found, objective(&scenario(&by_hand)), "competitor");
}

#[test]
fn what_is_so_in_the_place_of_what_is_believed() {
    let by_hand = SHOP.replace("rate = \"9% to 12%\"", "rate = 0.05");
    assert_close(held("truth = { \"act.rate\" = 0.05 }"), objective(&scenario(&by_hand)), "truth");
}

#[test]
fn gains_that_nobody_holds_fade() {
    // big_bang looks away; the same plan with the action's own fade is what it comes to
    let lab = "noise = false\nmodel = \"right\"\n";
    let stays = experiment(&shop_with(lab), 1);
    let fades = experiment(&shop_with(&format!("{lab}fade = 2")), 1);
    let value = |experiment: &Experiment, strategy| outcome(experiment, strategy).value.mean;
    assert_eq!(course(&fades, Strategy::BigBang).cycles[0].actions, ["Shorter form"]);
    let plan = osa::optimize::best_plan(&mut Simulator::new(&shop_with(lab)))
        .expect("a plan")
        .decision;
    let mut by_hand = shop_with(lab);
    by_hand.actions[0].fade = Some(2.0);
    assert_close(
        value(&fades, Strategy::BigBang),
        Simulator::new(&by_hand).objective(&plan),
        "big bang where gains fade",
    );
    // kaizen holds what it takes up, for nothing here
    assert_eq!(
        course(&fades, Strategy::Kaizen)
            .cycles
            .iter()
            .flat_map(|cycle| &cycle.actions)
            .count(),
        1
    );
    assert_eq!(value(&fades, Strategy::Kaizen), value(&stays, Strategy::Kaizen));
    // and pays for it where that costs something: 700, discounted to the month in which it is paid
    let dear = experiment(&shop_with(&format!("{lab}fade = 2\nhold_cost = 700")), 1);
    let invest = |experiment: &Experiment| -> f64 {
        let cycles = &course(experiment, Strategy::Kaizen).cycles;
        cycles.iter().map(|cycle| cycle.measured.invest).sum()
    };
    // the budget is spent in full in both
    assert!((invest(&dear) - invest(&fades)).abs() < 1.0);
    assert!(value(&dear, Strategy::Kaizen) < value(&fades, Strategy::Kaizen));
}

#[test]
fn what_was_hidden_is_told() {
    let lab = "drift = { price = 0.5 }\n[[lab.shock]]\nmoves = \"convert\"\nlift = -0.5\nstart = 7\n[[lab.shock]]\nmoves = \"act\"\nlift = -0.1\nchance = 1e-9";
    let experiment = experiment(&shop_with(lab), 1);
    let find = |key: &str| experiment.shown.truth.iter().find(|hidden| hidden.key == key);
    let life = |key: &str, truth: f64, start| {
        let hidden = find(key).expect("told");
        let expected = Hidden {
            key: key.to_owned(),
            truth,
            believed: None,
            range: None,
            start,
        };
        assert_eq!(*hidden, expected);
    };
    life("lab.drift.price", 0.5, None);
    life("lab.shock.1.convert", -0.5, Some(7));
    assert_eq!(find("lab.shock.2.act"), None, "it did not come");
    let rate = find("act.rate").expect("uncertain");
    let [low, high] = rate.range.expect("a range");
    assert!((low - 0.09).abs() < 1e-9 && (high - 0.12).abs() < 1e-9);
    assert_ne!(Some(rate.truth), rate.believed);
}
