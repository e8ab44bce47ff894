//! What customers do after they are won, and what a plan's moves gain: survival against its formulas, moves against plain runs.

use std::path::Path;

use osa::analyze::{Mover, by_move};
use osa::kaizen;
use osa::model::Decision;
use osa::scenario::Scenario;
use osa::simulate::Simulator;

/// Rounding of a product or sum of some dozen terms, relative.
const ROUNDING: f64 = 1e-13;

/// Two channels that share an audience over twelve months, with this retention and these actions.
fn shop(retention: &str, actions: &str) -> Simulator {
    shop_with("audience = 9000", retention, actions)
}

/// The same with this audience, or none.
fn shop_with(audience: &str, retention: &str, actions: &str) -> Simulator {
    let text = format!(
        "[plan]\nname = \"Test\"\nperiod = \"month\"\nperiods = 12\nstart = 2026-01-01\ncurrency = \"EUR\"\n\
         [reach]\norganic = 1000\n{audience}\n[act]\nrate = 0.1\n[convert]\nrate = 0.2\n\
         [engage]\nretention = {retention}\ncustomers = 100\nrepeat_rate = 0.1\n[money]\norder_value = 100\nmargin = 0.5\n\
         [[channel]]\nname = \"Search\"\nspend = 2000\nreach = {{ visits = 5000, half_spend = 2000 }}\n\
         [[channel]]\nname = \"Social\"\nspend = 3000\nreach = {{ visits = 3000, half_spend = 4000 }}\n{actions}"
    );
    let loaded = Scenario::from_text(&text, "test.toml", Path::new("")).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
    Simulator::new(&loaded.scenario)
}

fn survival(retention: &str, actions: &str) -> Vec<f64> {
    let mut simulator = shop(retention, actions);
    let today = simulator.today();
    simulator.forecast(&today).survival
}

fn assert_near(found: &[f64], expected: impl Iterator<Item = f64>) {
    let expected: Vec<f64> = expected.take(found.len()).collect();
    for (age, (found, expected)) in found.iter().zip(&expected).enumerate() {
        assert!((found / expected - 1.0).abs() <= ROUNDING, "age {}: {found} {expected}", age + 1);
    }
}

/// Of a cohort that loses the same share in every period `r^age` are left.
#[test]
fn constant_retention_survives_geometrically() {
    let found = survival("0.8", "");
    assert_eq!(found.len(), 12);
    assert_near(&found, std::iter::successors(Some(0.8), |left| Some(left * 0.8)));
}

/// Fader and Hardie 2007, (6): `S(t) = B(α, β + t) / B(α, β)`, which is the product of `(β + n − 1) / (α + β + n − 1)`. The age of the
/// starting customers says nothing of those who come later.
#[test]
fn a_shifted_beta_geometric_cohort_survives_by_its_formula() {
    let (alpha, beta) = (0.668, 3.806);
    let found = survival("{ alpha = 0.668, beta = 3.806 }\nage = 30", "");
    let product = |age: i32| {
        (1..=age)
            .map(|n| (beta + f64::from(n) - 1.0) / (alpha + beta + f64::from(n) - 1.0))
            .product::<f64>()
    };
    assert_near(&found, (1..).map(product));
    // 3.806 / 4.474, by hand
    assert!((found[0] - 0.850_693).abs() < 5e-7, "{}", found[0]);
}

/// An action that raises retention by a tenth of its odds does so from its start on, in either model.
#[test]
fn actions_lift_survival_from_their_start_on() {
    let action = "[[action]]\nname = \"Club\"\nmoves = \"retention\"\nlift = 0.1\ncost = 100\nstart = 3\ndone = true\n";
    for (retention, odds) in [
        ("0.8", Box::new(|_: usize| 4.0) as Box<dyn Fn(usize) -> f64>),
        (
            "{ alpha = 0.7, beta = 3.0 }",
            Box::new(|t: usize| (3.0 + t as f64) / 0.7) as Box<dyn Fn(usize) -> f64>,
        ),
    ] {
        let (without, with) = (survival(retention, ""), survival(retention, action));
        assert_eq!(without[..3], with[..3], "{retention}");
        let mut left = 1.0;
        let expected = (0..12).map(|t| {
            let odds = odds(t) * if t >= 3 { 1.1 } else { 1.0 };
            left *= odds / (1.0 + odds);
            left
        });
        assert_near(&with, expected);
    }
}

const CLUB: &str = "[[action]]\nname = \"Club\"\nmoves = \"retention\"\nlift = 0.1\ncost = 900\nrunning_cost = 10\n";

#[test]
fn the_gains_of_moves_and_their_interaction_are_the_whole_way() {
    let mut simulator = shop("0.8", CLUB);
    let today = simulator.today();
    let after = Decision {
        spend: [vec![3_500.0; 12], vec![1_500.0; 12]].concat(),
        actions: vec![true],
        ..today.clone()
    };
    let way = by_move(&mut simulator, &today, &after);
    assert_eq!((way.start, way.end), (simulator.objective(&today), simulator.objective(&after)));
    let kinds: Vec<(Mover, &str, f64)> = way.moves.iter().map(|row| (row.kind, row.name.as_str(), row.spend)).collect();
    assert_eq!(
        kinds,
        [
            (Mover::Channel(0), "Search", 18_000.0),
            (Mover::Channel(1), "Social", -18_000.0),
            (Mover::Action, "Club", 1_020.0)
        ]
    );
    let search = Decision {
        spend: [vec![3_500.0; 12], vec![3_000.0; 12]].concat(),
        ..today.clone()
    };
    assert_eq!(way.moves[0].gain, simulator.objective(&search) - way.start);
    let sum: f64 = way.moves.iter().map(|row| row.gain).sum::<f64>() + way.interaction;
    assert!((sum - (way.end - way.start)).abs() <= ROUNDING * way.end.abs(), "{sum}");
    // channels with one audience take visitors from each other, and a better club keeps the customers of both
    assert!(way.interaction.abs() > 1.0, "{}", way.interaction);
    // all the way back: an action that is left gives its money back
    let back = by_move(&mut simulator, &after, &today);
    assert_eq!(back.moves[2].spend, -1_020.0);
}

/// Without an audience that they share, and without anything else that they move together, one channel's gain does not know of the other;
/// with one it does.
#[test]
fn moves_that_do_not_meet_have_no_interaction() {
    let interaction = |audience: &str| {
        let mut simulator = shop_with(audience, "0.8", "");
        let today = simulator.today();
        let mut after = today.clone();
        after.spend[0] += 500.0;
        after.spend[12] += 700.0;
        let way = by_move(&mut simulator, &today, &after);
        assert_eq!(way.moves.len(), 2);
        way.interaction.abs() / way.end.abs()
    };
    assert!(interaction("") <= ROUNDING, "{}", interaction(""));
    // far above rounding: who is reached by one channel is not reached anew by the other
    assert!(interaction("audience = 9000") > 1e-6, "{}", interaction("audience = 9000"));
    let mut simulator = shop("0.8", "");
    let today = simulator.today();
    let nothing = by_move(&mut simulator, &today, &today);
    assert!(nothing.moves.is_empty() && nothing.interaction == 0.0);
}

/// The journal's way leads from its start to its end, in every scenario.
#[test]
fn a_journal_knows_its_way() {
    for name in ["classroom", "corner-shop-online"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{name}.toml"));
        let loaded = Scenario::from_path(&path).unwrap_or_else(|problems| panic!("{problems}"));
        let journal = kaizen::run(&mut Simulator::new(&loaded.scenario), &mut |_| ()).unwrap_or_else(|clash| panic!("{clash}"));
        let way = &journal.by_move;
        assert_eq!((way.start, way.end), (journal.start, journal.end), "{name}");
        assert!(!way.moves.is_empty(), "{name}");
        let spend: f64 = way.moves.iter().map(|row| row.spend).sum();
        let invested = journal.after.forecast.totals.invest - journal.before.forecast.totals.invest;
        // sums of a year's amounts in another order, and moves of less than half a cent
        assert!((spend - invested).abs() <= 0.01 * (1.0 + 12.0), "{name}: {spend} {invested}");
    }
}
