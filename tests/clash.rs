//! Limits that clash: the set that is named clashes, every part of it can be kept, and the amounts that are told are enough and no larger
//! than needed.
//!
//! The judge is the projection that the search itself uses, on scenarios with limits left out or changed; the program finds its answer by
//! linear programming.

mod common;

use common::{Draw, plain, reaching};
use osa::optimize::{Clash, Clashing, Conflict, Limit, Space};
use osa::scenario::{Carryover, Channel, Curve, Group, Instalments, Limits, Pacing, Quantity, ReachSize, Retention, Scenario};
use osa::simulate::Simulator;

fn known(x: f64) -> Quantity {
    Quantity::Known(x)
}

/// Channels `a`, `b`, ... that spend this much in every period.
fn scenario(periods: usize, spends: &[f64], budget: f64) -> Scenario {
    let mut scenario = plain(periods, 100.0, Retention::Geometric(known(0.9)));
    scenario.plan.budget = Some(budget);
    scenario.plan.spend_all = true;
    scenario.plan.currency = "EUR".to_owned();
    scenario.plan.groups.clear();
    scenario.channels = (spends.iter().enumerate()).map(|(c, &spend)| channel(c, periods, spend)).collect();
    scenario
}

fn channel(c: usize, periods: usize, spend: f64) -> Channel {
    let curve = Curve::Hill {
        half_spend: known(100.0),
        slope: known(1.0),
    };
    let size = ReachSize::Visits(known(100.0));
    reaching(&["a", "b", "c", "d"][c], vec![spend; periods], 0.0, Carryover::None, curve, size)
}

fn group(name: &str, channels: Vec<usize>) -> Group {
    Group {
        name: name.to_owned(),
        channels,
        min: 0.0,
        max: f64::INFINITY,
        min_total: 0.0,
        max_total: f64::INFINITY,
        min_share: 0.0,
        max_share: 1.0,
    }
}

/// Whether some plan keeps all limits, by the projection.
fn can_be_kept(scenario: &Scenario) -> bool {
    asked(scenario).is_ok()
}

fn asked(scenario: &Scenario) -> Result<(), Clash> {
    let simulator = Simulator::new(scenario);
    let actions = simulator.today().actions;
    Space::new(&simulator)?.feasible(&simulator, &actions).map(|_| ())
}

/// The clash of a scenario's limits.
fn clash(scenario: &Scenario) -> Box<Clashing> {
    match asked(scenario) {
        Err(Clash::Limits(clashing)) => clashing,
        other => panic!("{other:?}"),
    }
}
