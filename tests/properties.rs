//! What must hold of every plan, whatever its numbers: over random scenarios.

mod common;

use common::{Allow, Case, Draw, known, plain, reaching, scenario};
use osa::model::{Form, Inputs, Outcome, Source, Tallying, Workspace};
use osa::scenario::{
    Action, BoostTarget, Carryover, Channel, Curve, Decay, Distribution, Lag, LiftEffect, Quantity, ReachSize, Retention, Scenario, Season,
};
use osa::simulate::Simulator;

const SCENARIOS: u64 = if cfg!(debug_assertions) { 60 } else { 2000 };

/// Rounding of runs that are the same sums in another order.
const ROUNDING: f64 = 1e-12;

fn assert_close(found: f64, expected: f64, scale: f64, what: &str) {
    assert!(
        (found - expected).abs() <= ROUNDING * scale.abs().max(expected.abs()),
        "{what}: {found:e}, not {expected:e} (of {scale:e})"
    );
}

/// Size of the amounts that profits are differences of.
fn turnover(outcome: &Outcome<f64>, case: &Case) -> f64 {
    let fixed_cost = case.params[case.param("money.fixed_cost")] * case.model.horizon() as f64;
    outcome.revenue + outcome.invest + fixed_cost
}

fn assert_same(found: &Outcome<f64>, expected: &Outcome<f64>, case: &Case, what: &str) {
    for ((found, expected), name) in found.values().into_iter().zip(expected.values()).zip(Outcome::<f64>::NAMES) {
        let scale = if matches!(*name, "profit" | "npv") {
            turnover(&case.outcome(), case)
        } else {
            0.0
        };
        assert_close(found, expected, scale, &format!("{what}, {name}"));
    }
}

fn times(quantity: &mut Quantity, k: f64) {
    quantity.distribution = match quantity.distribution {
        Distribution::Known(x) => Distribution::Known(k * x),
        Distribution::LogNormalInterval { low, high } => Distribution::LogNormalInterval {
            low: k * low,
            high: k * high,
        },
        other => panic!("{other:?} is not made by the generator for amounts"),
    };
}

fn stretch(curve: &mut Curve, k: f64) {
    match curve {
        Curve::Linear => (),
        Curve::Hill { half_spend, .. }
        | Curve::Exponential { half_spend }
        | Curve::Logistic { half_spend }
        | Curve::Log { half_spend }
        | Curve::Power { half_spend, .. } => times(half_spend, k),
    }
}

/// The same scenario in a currency of which `k` make one.
fn in_other_currency(mut scenario: Scenario, k: f64) -> Scenario {
    for channel in &mut scenario.channels {
        channel.history *= k;
        for x in &mut channel.spend {
            *x *= k;
        }
        if let Some(reach) = &mut channel.reach {
            stretch(&mut reach.curve, k);
            if let ReachSize::Cost(cost) = &mut reach.size {
                times(cost, k);
            }
        }
        for lift in [&mut channel.act, &mut channel.convert, &mut channel.retention, &mut channel.repeat]
            .into_iter()
            .flatten()
        {
            stretch(&mut lift.curve, k);
        }
    }
    for action in &mut scenario.actions {
        times(&mut action.cost, k);
        times(&mut action.running_cost, k);
    }
    let money = &mut scenario.money;
    times(&mut money.order_value, k);
    times(&mut money.fixed_cost, k);
    if let Some(value) = &mut money.repeat_value {
        times(value, k);
    }
    scenario
}

#[test]
fn money_in_another_currency() {
    for seed in 0..SCENARIOS {
        let case = Case::of(scenario(seed, Allow::ALL));
        let k = Draw::new(seed).uniform(0.01, 100.0);
        let other = Case::of(in_other_currency(case.scenario.clone(), k));
        let mut expected = case.outcome();
        for amount in [
            &mut expected.revenue,
            &mut expected.gross,
            &mut expected.invest,
            &mut expected.profit,
            &mut expected.npv,
            &mut expected.residual,
            &mut expected.discounted_gross,
            &mut expected.discounted_invest,
        ] {
            *amount *= k;
        }
        assert_same(&other.outcome(), &expected, &other, &format!("scenario {seed}"));
    }
}

/// Raises a channel's spend in a period and gives the visits of each period before and after.
fn with_more_spend(case: &mut Case, draw: &mut Draw) -> (Vec<f64>, Vec<f64>, usize) {
    let visits = |case: &Case| {
        let (_, workspace) = case.run();
        (0..case.model.horizon()).map(|t| case.model.flows(&workspace, t).visits).collect()
    };
    let before = visits(case);
    let place = draw.whole(0, case.decision.spend.len() - 1);
    case.decision.spend[place] += draw.uniform(0.0, 2000.0);
    (before, visits(case), place % case.model.horizon())
}

/// More spend never means fewer visits in any period: without a capacity (which lets leads of one channel crowd out those of
/// another, and so customers who would have recommended), with lifts ≥ 0, and, where referrals meet an audience cap, without
/// qualities: there visits of one channel crowd out those of another, which may become better customers.
#[test]
fn more_spend_never_means_fewer_visits() {
    let allow = Allow {
        capacity: false,
        harm: false,
        ..Allow::ALL
    };
    let mut raised = 0;
    for seed in 0..SCENARIOS {
        let mut scenario = scenario(seed, allow);
        if scenario.channels.is_empty() {
            continue;
        }
        if scenario.reach.audience.is_some() {
            for channel in &mut scenario.channels {
                channel.act_quality = None;
                channel.convert_quality = None;
            }
        }
        let mut case = Case::of(scenario);
        let draw = &mut Draw::new(seed + 4_000_000);
        for _ in 0..5 {
            let (before, after, _) = with_more_spend(&mut case, draw);
            for (t, (before, after)) in before.iter().zip(&after).enumerate() {
                assert!(
                    *after >= before * (1.0 - ROUNDING),
                    "scenario {seed}, period {t}: {after} after {before}"
                );
                raised += usize::from(after > before);
            }
        }
    }
    assert!(raised > 1000);
}

/// What is spent in a period changes nothing before it.
#[test]
fn nothing_works_backwards() {
    for seed in 0..SCENARIOS {
        let mut case = Case::of(scenario(seed, Allow::ALL));
        if case.decision.spend.is_empty() {
            continue;
        }
        let (before, after, period) = with_more_spend(&mut case, &mut Draw::new(seed + 5_000_000));
        assert_eq!(before[..period], after[..period], "scenario {seed}");
    }
}

/// A plan that spends nothing and does nothing is the baseline, bit by bit; history stays what it was.
#[test]
fn nothing_spent_and_nothing_done_is_the_baseline() {
    for seed in 0..SCENARIOS / 4 {
        let plan = scenario(seed, Allow::ALL);
        let mut nothing = plan.clone();
        for channel in &mut nothing.channels {
            channel.spend.fill(0.0);
        }
        for action in &mut nothing.actions {
            action.done = false;
        }
        let case = Case::of(nothing.clone());
        assert_eq!(Simulator::new(&plan).baseline(), &case.outcome(), "scenario {seed}");
        assert_eq!(Simulator::new(&nothing).baseline(), &case.outcome(), "scenario {seed}");
    }
}

/// A linear channel and the same money in two such channels: with carryover, prices, qualities, boosts by another channel.
#[test]
fn a_linear_channel_in_two_halves() {
    for seed in 0..SCENARIOS {
        let mut whole = scenario(seed, Allow::ALL);
        let draw = &mut Draw::new(seed + 6_000_000);
        let mut other = scenario(seed + 1_000_000, Allow::ALL);
        let Some(mut channel) = other.channels.pop() else { continue };
        let periods = whole.plan.periods;
        channel.spend = (0..periods).map(|_| draw.uniform(0.0, 3000.0)).collect();
        channel.price_index = (0..periods).map(|_| draw.uniform(0.6, 1.6)).collect();
        channel.history = draw.uniform(10.0, 3000.0);
        let by_today = draw.chance(0.5);
        let size = |share: f64| {
            if by_today {
                ReachSize::Today(known(share * 700.0))
            } else {
                ReachSize::Cost(known(2.0))
            }
        };
        let part = |share: f64, name: &str| Channel {
            name: name.to_owned(),
            spend: channel.spend.iter().map(|x| share * x).collect(),
            history: share * channel.history,
            boosts: Vec::new(),
            act: None,
            convert: None,
            retention: None,
            repeat: None,
            reach: reaching("", vec![], 0.0, Carryover::None, Curve::Linear, size(share)).reach,
            ..channel.clone()
        };
        let share = draw.uniform(0.1, 0.9);
        let mut halves = whole.clone();
        let first = whole.channels.len();
        whole.channels.push(part(1.0, "whole"));
        halves.channels.push(part(share, "one half"));
        halves.channels.push(part(1.0 - share, "other half"));
        if let Some(booster) = (0..first).find(|&c| !whole.channels[c].boosts.is_empty()) {
            whole.channels[booster].boosts.push((BoostTarget::Channel(first), known(0.4)));
            halves.channels[booster].boosts.push((BoostTarget::Channel(first), known(0.4)));
            halves.channels[booster].boosts.push((BoostTarget::Channel(first + 1), known(0.4)));
        }
        let (whole, halves) = (Case::of(whole), Case::of(halves));
        assert_same(&halves.outcome(), &whole.outcome(), &whole, &format!("scenario {seed}"));
    }
}

/// A channel that brings no visits and lifts nothing costs its money and is nothing else.
#[test]
fn a_channel_without_effect_only_costs() {
    for seed in 0..SCENARIOS {
        let without = scenario(seed, Allow::ALL);
        let draw = &mut Draw::new(seed + 7_000_000);
        let mut with = without.clone();
        let spend: Vec<f64> = (0..without.plan.periods).map(|_| draw.uniform(0.0, 3000.0)).collect();
        let carryover = Carryover::Geometric {
            decay: Decay::Rate(known(0.9)),
            window: None,
        };
        let curve = Curve::Hill {
            half_spend: known(1000.0),
            slope: Some(known(0.8)),
        };
        let mut idle = reaching("idle", spend.clone(), 500.0, carryover, curve, ReachSize::Visits(known(0.0)));
        idle.act_quality = Some(known(3.0));
        with.channels.push(idle);
        let (with, without) = (Case::of(with), Case::of(without));
        let spent: f64 = spend.iter().sum();
        let (_, workspace) = with.run();
        let discounted: f64 = spend
            .iter()
            .enumerate()
            .map(|(t, x)| x * with.model.flows(&workspace, t).discount)
            .sum();
        let mut expected = without.outcome();
        expected.invest += spent;
        expected.profit -= spent;
        expected.npv -= discounted;
        expected.discounted_invest += discounted;
        assert_same(&with.outcome(), &expected, &with, &format!("scenario {seed}"));
    }
}

/// Totals are the sums of their periods and of their sources; every lead is handled, lost or waits.
#[test]
fn the_totals_add_up() {
    for seed in 0..SCENARIOS {
        let case = Case::random(seed, Allow::ALL);
        let (outcome, workspace) = case.run();
        let name = |what: &str| format!("scenario {seed}, {what}");
        let flows: Vec<_> = (0..case.model.horizon()).map(|t| case.model.flows(&workspace, t)).collect();
        let sum = |value: &dyn Fn(&osa::model::Flows) -> f64| flows.iter().map(value).sum::<f64>();
        for (what, total, parts) in [
            ("visits", outcome.visits, sum(&|flow| flow.visits)),
            ("leads", outcome.leads, sum(&|flow| flow.leads)),
            ("leads created", outcome.leads_created, sum(&|flow| flow.leads_created)),
            ("handled", outcome.handled, sum(&|flow| flow.handled)),
            ("customers", outcome.customers, sum(&|flow| flow.customers)),
            ("customers created", outcome.customers_created, sum(&|flow| flow.customers_created)),
            ("repeat orders", outcome.repeat_orders, sum(&|flow| flow.repeat_orders)),
            ("revenue", outcome.revenue, sum(&|flow| flow.revenue)),
            ("invest", outcome.invest, sum(&|flow| flow.invest)),
            (
                "discounted invest",
                outcome.discounted_invest,
                sum(&|flow| flow.discount * flow.invest),
            ),
        ] {
            assert_close(parts, total, 0.0, &name(what));
        }
        let param = |key: &str| case.params[case.param(key)];
        let (margin, fixed_cost) = (param("money.margin"), param("money.fixed_cost"));
        let scale = turnover(&outcome, &case);
        let fixed = fixed_cost * case.model.horizon() as f64;
        assert_close(outcome.gross, margin * outcome.revenue, 0.0, &name("gross"));
        assert_close(outcome.profit, outcome.gross - outcome.invest - fixed, scale, &name("profit"));
        let npv = sum(&|flow| flow.discount * (margin * flow.revenue - flow.invest - fixed_cost));
        assert_close(outcome.npv, npv, scale, &name("npv"));

        let inputs = case.inputs();
        let mut tallying = Tallying::new(&case.model);
        case.model.worth_of_a_customer(&inputs, &workspace, &mut tallying);
        let sources = (0..case.model.channels())
            .map(Source::Channel)
            .chain([Source::Organic, Source::Referral]);
        let tallies: Vec<_> = sources
            .map(|source| case.model.tally(&inputs, &workspace, source, &mut tallying))
            .collect();
        assert_close(
            tallies.iter().map(|tally| tally.visits).sum(),
            outcome.visits,
            0.0,
            &name("visits by source"),
        );
        assert_close(
            tallies.iter().map(|tally| tally.leads).sum(),
            outcome.leads,
            0.0,
            &name("leads by source"),
        );
        let customers: f64 = tallies.iter().map(|tally| tally.customers).sum();
        assert_close(customers, outcome.customers, 0.0, &name("customers by source"));
        if param("engage.customers") == 0.0 {
            let gross: f64 = tallies.iter().map(|tally| tally.gross).sum();
            assert_close(gross, outcome.gross, 0.0, &name("gross by source"));
        }
        if let Some(capacity) = case.scenario.convert.capacity {
            let loss = param("convert.backlog_loss");
            let mut waiting = capacity.backlog;
            for (t, flow) in flows.iter().enumerate() {
                waiting = waiting * (1.0 - loss) + flow.leads - flow.handled;
                let scale = outcome.leads + capacity.backlog;
                assert!(
                    (waiting - flow.backlog).abs() <= ROUNDING * scale,
                    "{}",
                    name(&format!("backlog {t}"))
                );
            }
        }
    }
}

/// Set so that nothing moves: no season, steady prices, spend at history, no action, a capacity that does not bind.
fn at_rest(mut scenario: Scenario, draw: &mut Draw) -> Scenario {
    scenario.reach.season = Season::Flat;
    scenario.actions.clear();
    if let Some(capacity) = &mut scenario.convert.capacity {
        capacity.leads = known(1e9);
        capacity.backlog = 0.0;
    }
    for channel in &mut scenario.channels {
        let price = draw.uniform(0.7, 1.4);
        channel.price_index.fill(price);
        channel.spend.fill(channel.history);
    }
    scenario
}

/// A plan at rest that starts with its steady number of customers stays there: carryover, lags, referrals, the audience cap,
/// lifts and boosts all begin as they go on. Where retention depends on age there is no such number.
#[test]
fn a_plan_at_rest_stays_at_rest() {
    let allow = Allow {
        cohorts: false,
        ..Allow::ALL
    };
    let mut at_rest_count = 0;
    for seed in 0..SCENARIOS {
        let mut case = Case::random(seed, allow);
        let levers = case.levers;
        case = Case::of(at_rest(case.scenario, &mut Draw::new(seed + 8_000_000)));
        case.levers = levers;
        let customers = case.param("engage.customers");
        let mut workspace = Workspace::new(&case.model);
        let mut change = f64::INFINITY;
        for _ in 0..3000 {
            case.model.forward(case.inputs(), &mut workspace);
            let status_quo = case.model.status_quo(&case.inputs(), &workspace);
            let steady = status_quo.steady_customers.expect("retention is constant");
            change = (steady - case.params[customers]).abs() / (1e-9 + steady);
            case.params[customers] = steady;
            if change < 1e-15 || steady > 1e12 {
                break;
            }
        }
        if change > 1e-14 {
            // every customer recommends more than one
            continue;
        }
        at_rest_count += 1;
        case.model.forward(case.inputs(), &mut workspace);
        let status_quo = case.model.status_quo(&case.inputs(), &workspace);
        for t in 0..case.model.horizon() {
            let flows = case.model.flows(&workspace, t);
            let name = |what: &str| format!("scenario {seed}, period {t}, {what}");
            assert_close(flows.visits, status_quo.visits, 1.0, &name("visits"));
            assert_close(flows.leads, status_quo.leads, 1.0, &name("leads"));
            assert_close(flows.handled, status_quo.handled, 1.0, &name("handled"));
            assert_close(flows.leads_created, status_quo.leads, 1.0, &name("leads created"));
            assert_close(flows.customers, status_quo.customers, 1.0, &name("customers"));
            assert_close(flows.customers_created, status_quo.customers, 1.0, &name("customers created"));
            assert_close(flows.active, case.params[customers], 1.0, &name("active"));
            assert_close(flows.repeat_orders, status_quo.repeat_orders, 1.0, &name("repeat orders"));
            assert_close(flows.revenue, status_quo.revenue, 1.0, &name("revenue"));
        }
    }
    assert!(at_rest_count > SCENARIOS * 9 / 10, "{at_rest_count}");
}

/// What is under way at the end arrives after it: with lags `a` and `b`, and a flow of `K` customers in the past, `K·(a + b)`
/// customers were under way before the horizon. All are counted: an order is worth 1, nothing is discounted, nobody repeats.
#[test]
fn what_is_under_way_arrives() {
    let windows = [
        Carryover::None,
        Carryover::Geometric {
            decay: Decay::Rate(known(0.6)),
            window: Some(4),
        },
        Carryover::Binomial {
            decay: known(0.6),
            window: 3,
        },
        Carryover::Delayed {
            decay: known(0.8),
            peak: 1.3,
            window: 4,
        },
        Carryover::Weibull {
            shape: known(1.3),
            scale: known(3.0),
            window: 4,
        },
    ];
    for carryover in windows {
        for (a, b) in [(0, 0), (2, 0), (0, 3), (4, 7)] {
            for periods in [1, 3, 9] {
                let mut scenario = plain(periods, 800.0, Retention::Constant(known(0.9)));
                scenario.act.lag = Lag::Periods(a);
                scenario.convert.lag = Lag::Periods(b);
                scenario.money.lifetime = 5.0;
                let spend: Vec<f64> = (0..periods).map(|t| 40.0 * (t + 1) as f64).collect();
                let spent: f64 = spend.iter().sum();
                scenario.channels = vec![reaching("c", spend, 0.0, carryover, Curve::Linear, ReachSize::Cost(known(1.0)))];
                let outcome = Case::of(scenario).outcome();
                // a quarter of the visits order; 200 organic customers a period
                let expected = 200.0 * (periods + a + b) as f64 + spent / 4.0;
                assert_close(
                    outcome.revenue + outcome.residual,
                    expected,
                    0.0,
                    &format!("{carryover:?}, lags {a} and {b}, {periods} periods"),
                );
            }
        }
    }
}

/// The residual of customers alone, by its formula: `Σ_j m · A · ρ^j · repeat_rate · value · d^(T-1+j)`, `j = 1 … round(P · lifetime)`.
#[test]
fn residual_by_formula() {
    for (lifetime, periods_after) in [(0.0, 0_usize), (0.04, 0), (0.05, 1), (1.0, 12), (2.46, 30), (5.0, 60)] {
        let mut scenario = plain(3, 0.0, Retention::Constant(known(0.9)));
        scenario.engage.customers = known(1000.0);
        scenario.engage.repeat_rate = known(0.2);
        scenario.money.repeat_value = Some(known(30.0));
        scenario.money.margin = known(0.5);
        scenario.money.discount_rate = known(0.1);
        scenario.money.lifetime = lifetime;
        let monthly = osa::math::exp(-osa::math::ln(1.1) / 12.0);
        let (mut active, mut discount, mut expected) = (1000.0, 1.0, 0.0);
        for t in 0..3 + periods_after {
            active *= 0.9;
            if t >= 3 {
                expected += 0.5 * active * 0.2 * 30.0 * discount;
            }
            discount *= monthly;
        }
        assert_close(
            Case::of(scenario).outcome().residual,
            expected,
            0.0,
            &format!("lifetime {lifetime}"),
        );
    }
}

/// A done action by hand: strength, cost, what goes on after the horizon and what stops with its running cost.
#[test]
fn actions_by_hand() {
    let action = |running_cost: f64| Action {
        name: "a".to_owned(),
        moves: osa::scenario::Moves::OrderValue,
        lift: known(1.0),
        cost: known(70.0),
        running_cost: known(running_cost),
        start: 1,
        ramp: 2.0,
        fade: Some(1.0),
        done: true,
    };
    // two customers a period; strengths 0, 0, ½, 1, ½, then ¼, ⅛ in the two months after the horizon of five
    let mut scenario = plain(5, 8.0, Retention::Constant(known(0.5)));
    scenario.convert.lag = Lag::Periods(2);
    scenario.money.lifetime = 2.0 / 12.0;
    let root = 2.0_f64.sqrt();
    for (running_cost, after) in [(0.0, 2.0 * (root.sqrt() + root.sqrt().sqrt())), (3.0, 4.0)] {
        scenario.actions = vec![action(running_cost)];
        let outcome = Case::of(scenario.clone()).outcome();
        assert_close(outcome.revenue, 2.0 * (1.0 + 1.0 + root + 2.0 + root), 0.0, "revenue");
        assert_close(outcome.invest, 70.0 + 4.0 * running_cost, 0.0, "invest");
        assert_close(outcome.residual, after, 0.0, "residual");
    }
}

/// A lift is on the odds, relative to today: at history nothing moves; at full effect 20 % become 23.1 % with a lift of 0.2.
#[test]
fn lifts_by_hand() {
    let mut scenario = plain(2, 1000.0, Retention::Constant(known(0.5)));
    scenario.act.rate = known(0.2);
    let mut channel = reaching(
        "c",
        vec![0.0, 1e30],
        0.0,
        Carryover::None,
        Curve::Linear,
        ReachSize::Cost(known(1.0)),
    );
    channel.reach = None;
    channel.act = Some(LiftEffect {
        curve: Curve::Hill {
            half_spend: known(1.0),
            slope: None,
        },
        lift: known(0.2),
    });
    scenario.channels = vec![channel];
    let case = Case::of(scenario);
    let (_, workspace) = case.run();
    assert_close(case.model.flows(&workspace, 0).leads, 200.0, 0.0, "no effect");
    assert_close(case.model.flows(&workspace, 1).leads, 1000.0 * 0.3 / 1.3, 0.0, "full effect");
}

/// The concave curves that searches start from lie nowhere below the curves of the scenario.
#[test]
fn the_envelope_is_never_below_the_curve() {
    let allow = Allow {
        lifts: false,
        capacity: false,
        audience: false,
        ..Allow::ALL
    };
    for seed in 0..SCENARIOS {
        let mut case = Case::of(scenario(seed, allow));
        let referral = case.param("engage.referral");
        case.params[referral] = 0.0;
        let (_, curve) = case.run();
        let mut envelope = Workspace::new(&case.model);
        let inputs = Inputs {
            form: Form::Envelope,
            ..case.inputs()
        };
        case.model.forward(inputs, &mut envelope);
        for t in 0..case.model.horizon() {
            let (below, above) = (case.model.flows(&curve, t).visits, case.model.flows(&envelope, t).visits);
            assert!(above >= below * (1.0 - ROUNDING), "scenario {seed}, period {t}: {above} {below}");
        }
    }
}
