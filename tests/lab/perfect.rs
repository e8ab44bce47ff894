//! With a perfect model and no noise there is nothing to learn: the big bang is the optimum, and kaizen reaches it.

use osa::lab::{Because, Strategy};
use osa::optimize::best_plan;
use osa::simulate::Simulator;

use crate::{course, experiment, of_file, outcome, shop_with};

#[test]
fn the_big_bang_is_the_optimum() {
    let mut classroom = of_file("classroom.toml");
    classroom.lab = shop_with("noise = false\nmodel = \"right\"").lab;
    for scenario in [shop_with("noise = false\nmodel = \"right\""), classroom] {
        let experiment = experiment(&scenario, 2);
        let best = best_plan(&mut Simulator::new(&scenario)).expect("a plan").objective;
        let big_bang = outcome(&experiment, Strategy::BigBang);
        // channels are counted apart in the lab: other sums, the same numbers to some roundings
        assert!(
            (big_bang.value.mean / best - 1.0).abs() < 1e-12,
            "{} of {best}",
            big_bang.value.mean
        );
        // the oracle may plan each cycle again: a level that changes in time is ahead of one for the whole horizon, by half a percent here
        assert!(
            (-1e-9..1e-2).contains(&(big_bang.regret.mean / best)),
            "{} of {best}",
            big_bang.regret.mean
        );
        // what it claims is what it gets
        assert!((big_bang.claimed.mean / big_bang.true_gain.mean - 1.0).abs() < 1e-9);
    }
}

#[test]
fn kaizen_reaches_the_optimum() {
    // where nothing lasts from one month to the next the best plan is the same in all of them
    let mut scenario = of_file("classroom.toml");
    scenario.lab = shop_with("noise = false\nmodel = \"right\"").lab;
    let experiment = experiment(&scenario, 1);
    let (kaizen, big_bang) = (course(&experiment, Strategy::Kaizen), course(&experiment, Strategy::BigBang));
    assert!(kaizen.value < big_bang.value, "the way there costs something");
    let (last, optimum) = (&kaizen.cycles[11].measured, &big_bang.cycles[11].measured);
    for (found, expected) in last.channels.iter().zip(&optimum.channels) {
        // a step that gains less than 1e-5 of 60 471 is not made: at the top of the hill that is some percent of a spend
        assert!(
            (found.spend / expected.spend - 1.0).abs() < 0.03,
            "{} of {}",
            found.spend,
            expected.spend
        );
    }
    assert!(
        (last.profit / optimum.profit - 1.0).abs() < 1e-4,
        "{} of {}",
        last.profit,
        optimum.profit
    );
    // what is confirmed is claimed: what it has brought and will bring, what it cost counted once
    assert!(
        (kaizen.claimed / kaizen.true_gain - 1.0).abs() < 0.01,
        "{} of {}",
        kaizen.claimed,
        kaizen.true_gain
    );
    // nothing that helps is undone, and what helped is confirmed
    let confirmed = |because: Because| kaizen.cycles.iter().filter(|cycle| cycle.because == because).count();
    assert_eq!(confirmed(Because::Undone), 0);
    assert!(confirmed(Because::Confirmed) > 0);
}

#[test]
fn what_holding_costs_is_no_gain() {
    let claimed = |hold_cost: f64| {
        let mut scenario = shop_with("noise = false\nmodel = \"right\"\nfade = 4");
        scenario.lab.hold_cost = hold_cost;
        let experiment = experiment(&scenario, 1);
        let kaizen = course(&experiment, Strategy::Kaizen);
        (kaizen.claimed, kaizen.true_gain)
    };
    let (free, dear) = (claimed(0.0), claimed(5_000.0));
    assert!(dear.1 < free.1, "it costs");
    assert!(dear.0 <= free.0, "a cost is not claimed as a gain: {} after {}", dear.0, free.0);
}

#[test]
fn kaizen_comes_near_where_much_lasts() {
    let experiment = experiment(&shop_with("noise = false\nmodel = \"right\"\ncycles = 24"), 1);
    let (kaizen, big_bang) = (course(&experiment, Strategy::Kaizen), course(&experiment, Strategy::BigBang));
    let hold = course(&experiment, Strategy::Hold).value;
    // 24 steps of a fifth: what the way costs is less than a tenth of the gain
    let (gain, most) = (kaizen.value - hold, big_bang.value - hold);
    assert!(gain > 0.9 * most, "{gain} of {most}");
    assert!(kaizen.cycles.iter().all(|cycle| cycle.because != Because::Undone));
}

#[test]
fn hold_is_the_plan_of_the_file() {
    let scenario = shop_with("noise = false\nmodel = \"right\"");
    let mut simulator = Simulator::new(&scenario);
    let today = simulator.today();
    let forecast = simulator.forecast(&today);
    let experiment = experiment(&scenario, 1);
    let hold = course(&experiment, Strategy::Hold);
    let close = |found: f64, expected: f64| (found / expected - 1.0).abs() < 1e-12;
    assert!(close(hold.value, simulator.objective(&today)));
    let sum = |of: fn(&osa::lab::Measured) -> f64| hold.cycles.iter().map(|cycle| of(&cycle.measured)).sum::<f64>();
    assert!(close(sum(|cycle| cycle.customers), forecast.totals.customers));
    assert!(close(sum(|cycle| cycle.visits), forecast.totals.visits));
    assert!(close(sum(|cycle| cycle.revenue), forecast.totals.revenue));
    assert!(close(sum(|cycle| cycle.profit), forecast.totals.profit));
    assert!(close(*hold.path.last().expect("cycles"), forecast.totals.npv));
    // every visit comes by organic search or a channel
    for (c, row) in forecast.channels.iter().take(3).enumerate() {
        let visits: f64 = hold.cycles.iter().map(|cycle| cycle.measured.channels[c].visits).sum();
        assert!(close(visits, row.visits), "{}: {visits} of {}", row.name, row.visits);
    }
}
