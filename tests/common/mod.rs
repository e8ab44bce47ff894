//! Random valid scenarios for the proofs of the model: from a seed, every feature switched on and off in combination.
//!
//! The scenarios are built as the types of a checked scenario, not read from text. Money is around 1000 a period and channel,
//! visits around 1000 a period, horizons are 1 to 40 periods, and most lifetimes are short, so that thousands of runs are quick.
//! Spends stay below some six times `half_spend`: deeper in saturation `1 - g` cancels, and with it the digits of every
//! derivative that is made from it (`gradient.rs` has a test of its own for that).

// Each test binary uses a part of it.
#![allow(dead_code, unused_imports)]

use std::collections::BTreeMap;

use osa::scenario::{
    Act, Action, Capacity, Carryover, Channel, Convert, Curve, Engage, LabKeys, Lag, Limits, Media, Money, Moves, Objective, Pacing,
    Period, Place, Plan, PlanLimits, Quantity, Reach, ReachEffect, ReachSize, ReportKeys, Retention, Scenario, Season,
};
use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;

mod case;
mod channels;

pub use case::{Case, entries, lever_values};
use channels::*;

/// A stream of random choices.
pub struct Draw(Pcg64);

impl Draw {
    pub fn new(seed: u64) -> Self {
        Self(Pcg64::seed_from_u64(seed))
    }

    /// Uniform in `[low, high)`.
    pub fn uniform(&mut self, low: f64, high: f64) -> f64 {
        let unit = (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
        low + (high - low) * unit
    }

    /// A whole number from `low` to `high`, both included.
    pub fn whole(&mut self, low: usize, high: usize) -> usize {
        low + (self.0.next_u64() % (high - low + 1) as u64) as usize
    }

    pub fn chance(&mut self, probability: f64) -> bool {
        self.uniform(0.0, 1.0) < probability
    }

    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.whole(0, choices.len() - 1)]
    }

    fn maybe<T>(&mut self, probability: f64, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.chance(probability).then(|| make(self))
    }
}

/// What a random scenario may have in it. A feature that is allowed is in some scenarios and not in others.
#[derive(Debug, Clone, Copy)]
pub struct Allow {
    pub capacity: bool,
    pub audience: bool,
    /// Lifts of channels and actions below 0, qualities below 1.
    pub harm: bool,
    /// Channels that lift rates or boost others.
    pub lifts: bool,
    pub boosts: bool,
    pub qualities: bool,
    pub actions: bool,
    /// Retention that rises with age.
    pub cohorts: bool,
    pub seasons: bool,
    pub prices: bool,
}

impl Allow {
    pub const ALL: Self = Self {
        capacity: true,
        audience: true,
        harm: true,
        lifts: true,
        boosts: true,
        qualities: true,
        actions: true,
        cohorts: true,
        seasons: true,
        prices: true,
    };
}

/// A known quantity.
pub const fn known(value: f64) -> Quantity {
    Quantity::known(value)
}

fn action(draw: &mut Draw, allow: Allow, name: String, moves: Moves, periods: usize) -> Action {
    let cost = draw.uniform(0.0, 5000.0);
    let running_cost = draw.uniform(1.0, 200.0);
    let start = draw.whole(0, periods - 1);
    Action {
        name,
        moves,
        lift: lift_size(draw, allow.harm),
        cost: amount(draw, cost),
        running_cost: if draw.chance(0.4) { amount(draw, running_cost) } else { known(0.0) },
        start: if draw.chance(0.3) { 0 } else { start },
        ramp: draw.pick(&[0.0, 0.0, 3.0, 2.5]),
        fade: draw.maybe(0.4, |draw| draw.uniform(1.0, 20.0)),
        done: draw.chance(0.7),
    }
}

fn actions(draw: &mut Draw, allow: Allow, periods: usize, capacity: bool) -> Vec<Action> {
    let mut actions = Vec::new();
    if !allow.actions || draw.chance(0.3) {
        return actions;
    }
    for moves in [
        Moves::Organic,
        Moves::Act,
        Moves::Convert,
        Moves::Capacity,
        Moves::Retention,
        Moves::Repeat,
        Moves::Referral,
        Moves::OrderValue,
    ] {
        if draw.chance(0.3) && (capacity || moves != Moves::Capacity) {
            let name = format!("a{}", actions.len());
            actions.push(action(draw, allow, name, moves, periods));
        }
    }
    actions
}

/// Years of a run-off: mostly none or a few periods, also with a fraction of one, sometimes the default of five years.
fn lifetime(draw: &mut Draw, period: Period) -> f64 {
    match draw.whole(0, 19) {
        0..5 => 0.0,
        5 if matches!(period, Period::Month | Period::Quarter) => 5.0,
        _ => draw.uniform(0.0, 25.0) / period.per_year(),
    }
}

/// A random scenario of what is allowed.
pub fn scenario(seed: u64, allow: Allow) -> Scenario {
    let draw = &mut Draw::new(seed);
    let periods = if draw.chance(0.1) { 1 } else { draw.whole(2, 40) };
    let period = draw.pick(&[Period::Day, Period::Week, Period::Month, Period::Quarter]);
    let count = draw.pick(&[0, 1, 1, 2, 2, 3, 4, 5]);
    let mut channels: Vec<Channel> = (0..count).map(|c| channel(draw, allow, format!("c{c}"), periods)).collect();
    if allow.boosts && draw.chance(0.5) {
        add_boosts(draw, &mut channels);
    }
    let organic = if draw.chance(0.15) { 0.0 } else { draw.uniform(100.0, 5000.0) };
    let act_rate = draw.uniform(0.03, 0.5);
    let has_capacity = allow.capacity && draw.chance(0.45);
    let visits = organic + 800.0 * count as f64;
    let customers = if draw.chance(0.15) { 0.0 } else { draw.uniform(50.0, 3000.0) };
    let repeat_rate = if draw.chance(0.2) { 0.0 } else { draw.uniform(0.01, 0.5) };
    let referral = if draw.chance(0.5) { 0.0 } else { draw.uniform(0.01, 0.15) };
    let convert_rate = draw.uniform(0.03, 0.5);
    let order_value = draw.uniform(20.0, 200.0);
    Scenario {
        plan: plan(draw, period, periods),
        reach: Reach {
            organic: amount(draw, organic),
            season: if allow.seasons {
                match draw.whole(0, 2) {
                    0 => Season::Flat,
                    1 => Season::Monthly(std::array::from_fn(|_| draw.uniform(0.5, 1.6))),
                    _ => Season::ByPeriod((0..periods).map(|_| draw.uniform(0.5, 1.6)).collect()),
                }
            } else {
                Season::Flat
            },
            audience: (allow.audience && draw.chance(0.4)).then(|| {
                let people = (visits + 100.0) * draw.uniform(0.3, 30.0);
                amount(draw, people)
            }),
            target: None,
        },
        act: Act {
            rate: rate(draw, act_rate),
            lag: lag(draw),
            target: None,
        },
        convert: Convert {
            rate: rate(draw, convert_rate),
            lag: lag(draw),
            capacity: has_capacity.then(|| {
                let leads = if draw.chance(0.05) {
                    0.0
                } else {
                    (visits * act_rate + 10.0) * draw.uniform(0.2, 2.0)
                };
                let loss = draw.uniform(0.02, 0.6);
                Capacity {
                    leads: amount(draw, leads),
                    backlog: if draw.chance(0.5) { 0.0 } else { draw.uniform(1.0, 300.0) },
                    backlog_loss: if draw.chance(0.2) { known(0.0) } else { rate(draw, loss) },
                }
            }),
            target: None,
        },
        engage: Engage {
            retention: if allow.cohorts && draw.chance(0.4) {
                Retention::ShiftedBetaGeometric {
                    alpha: known(draw.uniform(0.3, 3.0)),
                    beta: known(draw.uniform(0.5, 6.0)),
                }
            } else {
                let kept = draw.uniform(0.5, 0.97);
                Retention::Constant(rate(draw, kept))
            },
            age: draw.whole(0, 20),
            customers: amount(draw, customers),
            repeat_rate: amount(draw, repeat_rate),
            referral: amount(draw, referral),
            retention_target: None,
            repeat_target: None,
        },
        money: Money {
            order_value: amount(draw, order_value),
            repeat_value: draw.maybe(0.5, |draw| known(draw.uniform(10.0, 150.0))),
            margin: known(draw.uniform(0.1, 1.0)),
            fixed_cost: known(if draw.chance(0.5) { 0.0 } else { draw.uniform(10.0, 2000.0) }),
            discount_rate: known(if draw.chance(0.3) { 0.0 } else { draw.uniform(0.01, 0.4) }),
            lifetime: lifetime(draw, period),
            count_residual: draw.chance(0.8),
        },
        actions: actions(draw, allow, periods, has_capacity),
        channels,
        report: ReportKeys::default(),
        lab: LabKeys::default(),
    }
}

fn plan(draw: &mut Draw, period: Period, periods: usize) -> Plan {
    Plan {
        name: "random".to_owned(),
        period,
        periods,
        start: "2026-01-05".parse().expect("a date"),
        currency: "EUR".to_owned(),
        objective: draw.pick(&[Objective::Profit, Objective::Revenue, Objective::Customers]),
        budget: None,
        budget_by: None,
        spend_all: true,
        pacing: Pacing::Free,
        step: 0.2,
        limits: PlanLimits::default(),
        groups: Vec::new(),
        today: BTreeMap::new(),
        targets: BTreeMap::new(),
    }
}

/// A plain scenario to build a test on: `organic` visits a period, half of them become leads, half of these customers, all of
/// whom are kept as the given retention says; no channels, an order is worth 1, margin 1.
pub fn plain(periods: usize, organic: f64, retention: Retention) -> Scenario {
    Scenario {
        plan: plan(&mut Draw::new(0), Period::Month, periods),
        reach: Reach {
            organic: known(organic),
            season: Season::Flat,
            audience: None,
            target: None,
        },
        act: Act {
            rate: known(0.5),
            lag: Lag::Periods(0),
            target: None,
        },
        convert: Convert {
            rate: known(0.5),
            lag: Lag::Periods(0),
            capacity: None,
            target: None,
        },
        engage: Engage {
            retention,
            age: 0,
            customers: known(0.0),
            repeat_rate: known(0.0),
            referral: known(0.0),
            retention_target: None,
            repeat_target: None,
        },
        money: Money {
            order_value: known(1.0),
            repeat_value: None,
            margin: known(1.0),
            fixed_cost: known(0.0),
            discount_rate: known(0.0),
            lifetime: 0.0,
            count_residual: true,
        },
        channels: Vec::new(),
        actions: Vec::new(),
        report: ReportKeys::default(),
        lab: LabKeys::default(),
    }
}

/// A channel that brings visits and does nothing else.
pub fn reaching(name: &str, spend: Vec<f64>, history: f64, carryover: Carryover, curve: Curve, size: ReachSize) -> Channel {
    Channel {
        name: name.to_owned(),
        media: Media::Paid,
        place: Place::Online,
        history,
        observed: (0.0, 1e6),
        price_index: vec![1.0; spend.len()],
        carryover,
        act_quality: None,
        convert_quality: None,
        boosts: Vec::new(),
        reach: Some(ReachEffect { curve, size }),
        act: None,
        convert: None,
        retention: None,
        repeat: None,
        pacing: Pacing::Free,
        limits: Limits::default(),
        spend,
    }
}
