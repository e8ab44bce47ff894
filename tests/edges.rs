//! Proposal, loop, analysis and KPIs at their edges: locked channels, limits between two cents, vertical curves, actions without which no
//! plan fits, rates of 0, losses.

mod common;

use std::path::Path;

use common::{Allow, Draw};
use osa::analyze::analyze;
use osa::kaizen;
use osa::model::Stage;
use osa::optimize::{Bound, Proposal, Space, Status, propose};
use osa::scenario::{Limits, Pacing, Quantity, Scenario};
use osa::simulate::Simulator;

/// Random scenarios with limits.
const SCENARIOS: u64 = if cfg!(debug_assertions) { 8 } else { 40 };
/// Money that settling to whole cents and rounding of sums may move.
const CENT: f64 = 0.01;

/// A small business over twelve months with this plan and these channels and actions.
fn simulator(plan: &str, rest: &str) -> Simulator {
    let text = format!(
        "[plan]\nname = \"Test\"\nperiod = \"month\"\nperiods = 12\nstart = 2026-01-01\ncurrency = \"EUR\"\n{plan}\n\
         [reach]\norganic = 1000\n[act]\nrate = 0.1\n[convert]\nrate = 0.2\n[engage]\nretention = 0.8\ncustomers = 100\nrepeat_rate = 0.1\n\
         [money]\norder_value = 100\nmargin = 0.5\n{rest}"
    );
    let loaded = Scenario::from_text(&text, "test.toml", Path::new("")).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
    Simulator::new(&loaded.scenario)
}

fn channel(name: &str, spend: &str, rest: &str) -> String {
    format!("[[channel]]\nname = \"{name}\"\nspend = {spend}\nhistory = 1000\nreach = {{ visits = 3000, half_spend = 2000 }}\n{rest}\n")
}

fn action(name: &str, rest: &str) -> String {
    format!("[[action]]\nname = \"{name}\"\nmoves = \"convert\"\n{rest}\n")
}

fn proposed(simulator: &mut Simulator) -> Proposal {
    propose(simulator).unwrap_or_else(|clash| panic!("{clash}"))
}

fn invest(simulator: &Simulator, proposal: &Proposal) -> f64 {
    let decision = &proposal.proposal.decision;
    decision.spend.iter().sum::<f64>() + simulator.action_cost(&decision.actions)
}

#[test]
fn a_channel_locked_at_what_it_spends_breaks_no_limit() {
    // 12 equal amounts do not add up to exactly 12 times the amount, nor is each exactly a twelfth
    for spend in ["1.11", "2.22", "333.33", "[3, 3.3, 3, 3.3, 3, 3, 3, 3, 3.3, 3, 3.3, 3]"] {
        let lock = if spend.starts_with('[') {
            "{ min = 3, max = 3.3 }".to_owned()
        } else {
            format!("{{ min = {spend}, max = {spend} }}")
        };
        let mut simulator = simulator(
            "",
            &[channel("a", spend, &format!("limits = {lock}")), channel("b", "500", "")].concat(),
        );
        let proposal = proposed(&mut simulator);
        assert!(proposal.today.feasible, "{spend}");
        let journal = kaizen::run(&mut simulator, &mut |_| ()).unwrap_or_else(|clash| panic!("{clash}"));
        assert!(journal.end >= journal.start, "{spend}");
    }
}

#[test]
fn a_limit_that_is_no_whole_cent_of_the_horizon_still_binds() {
    // a shape of sevenths: at its maximum the year's money is a fraction of a cent above a whole one
    let shape = "[100, 200, 100, 300, 100, 200, 100, 100, 200, 100, 100, 133]";
    let rest = [channel("capped", shape, "limits = { max = 411.37 }"), channel("rest", "2000", "")];
    let mut simulator = simulator("", &rest.concat());
    let proposal = proposed(&mut simulator);
    assert_eq!(proposal.channels[0].limit, Some(Bound::Max));
    assert_eq!(proposal.status, Status::Converged);
    assert!(proposal.residual < 1e-3, "{}", proposal.residual);
}

#[test]
fn a_curve_that_starts_vertically_has_a_finite_price() {
    // hopeless, with an infinite slope at 0 and next to nothing above it
    let hopeless =
        "[[channel]]\nname = \"hopeless\"\nspend = 100\nhistory = 100\nreach = { visits = 0.0001, half_spend = 2000, slope = 0.5 }\n";
    let mut simulator = simulator(
        "",
        &[channel("a", "1000", ""), channel("b", "1000", ""), hopeless.to_owned()].concat(),
    );
    let proposal = proposed(&mut simulator);
    assert!(proposal.residual < 1.0, "{}", proposal.residual);
    assert!(proposal.budget_price.is_some());
}

#[test]
fn an_action_that_takes_what_the_channels_cannot_spend_makes_the_plan_possible() {
    let rest = [
        channel("a", "1000", "limits = { max = 1000 }"),
        action("Script", "lift = 0.3\ncost = 3000"),
    ]
    .concat();
    let mut simulator = simulator("budget = 15_000", &rest);
    let proposal = proposed(&mut simulator);
    assert!(proposal.proposal.decision.actions[0]);
    assert!(proposal.scaled.is_none());
    assert!((invest(&simulator, &proposal) - 15_000.0).abs() < CENT);
    let journal = kaizen::run(&mut simulator, &mut |_| ()).unwrap_or_else(|clash| panic!("{clash}"));
    assert!(journal.after.decision.actions[0], "{}", journal.stopped);
}

#[test]
fn actions_alone_are_chosen_without_any_channel() {
    let mut simulator = simulator(
        "budget = 3000\nspend_all = false",
        &[
            action("Good", "lift = 0.3\ncost = 2000"),
            action("Dear", "lift = 0.01\ncost = 3000"),
        ]
        .concat(),
    );
    let proposal = proposed(&mut simulator);
    assert_eq!(proposal.proposal.decision.actions, [true, false]);
    let journal = kaizen::run(&mut simulator, &mut |_| ()).unwrap_or_else(|clash| panic!("{clash}"));
    assert_eq!(journal.captured, Some(1.0));
}

#[test]
fn nothing_to_move_is_no_clash() {
    let mut simulator = simulator("", "");
    let proposal = proposed(&mut simulator);
    assert_eq!(proposal.status, Status::NothingToGain);
    let journal = kaizen::run(&mut simulator, &mut |_| ()).unwrap_or_else(|clash| panic!("{clash}"));
    assert!(journal.cycles.is_empty());
}

#[test]
fn a_plan_that_spends_nothing_yet_is_spread_over_the_channels() {
    let mut simulator = simulator("budget = 12_000", &[channel("a", "0", ""), channel("b", "0", "")].concat());
    let proposal = proposed(&mut simulator);
    assert!((invest(&simulator, &proposal) - 12_000.0).abs() < CENT);
    assert!((proposal.channels[0].after - proposal.channels[1].after).abs() < 2.0 * CENT);
    let journal = kaizen::run(&mut simulator, &mut |_| ()).unwrap_or_else(|clash| panic!("{clash}"));
    assert!(journal.captured.is_some_and(|captured| captured > 0.999), "{:?}", journal.captured);
}

#[test]
fn a_budget_that_need_not_be_spent_stops_where_the_next_unit_loses() {
    let mut simulator = simulator("budget = 1_000_000\nspend_all = false", &channel("a", "1000", ""));
    let proposal = proposed(&mut simulator);
    assert_eq!(proposal.status, Status::Converged);
    assert_eq!(proposal.budget_price, Some(0.0));
    let after = proposal.channels[0].after;
    assert!(after > 5_000.0 && after < 900_000.0, "{after}");
    let roi = proposal.channels[0].marginal_roi.expect("money is spent");
    assert!(roi.abs() < 1e-4, "{roi}");

    // and where that is what it spends already, it says so for that reason
    let rest = channel("a", &format!("{}", after / 12.0), "");
    let mut simulator = self::simulator("budget = 1_000_000\nspend_all = false", &rest);
    let proposal = proposed(&mut simulator);
    assert_eq!(proposal.status, Status::NothingToGain);
    let note = &proposal.notes[0];
    assert!(!note.contains("fixes"), "{note}");
}

#[test]
fn a_plan_above_its_budget_comes_down_step_by_step() {
    let mut simulator = simulator(
        "budget = 12_000\nstep = 0.1",
        &[channel("a", "1500", ""), channel("b", "1000", "limits = { min = 900 }")].concat(),
    );
    let journal = kaizen::run(&mut simulator, &mut |_| ()).unwrap_or_else(|clash| panic!("{clash}"));
    let spent: f64 = journal.after.decision.spend.iter().sum();
    assert!((spent - 12_000.0).abs() < CENT, "{spent}");
    assert!(journal.cycles.len() > 3 && journal.cycles.len() < 100, "{}", journal.cycles.len());
    assert!(journal.captured.is_none_or(|captured| captured <= 1.0 + 1e-9));
}

#[test]
fn a_repeat_rate_of_0_has_its_target_at_stake() {
    let mut simulator = simulator("", "");
    let mut scenario = simulator.scenario().clone();
    scenario.engage.repeat_target = Some(0.1);
    let worth = {
        let today = simulator.today();
        simulator.objective(&today)
    };
    scenario.engage.repeat_rate = Quantity::known(0.0);
    simulator = Simulator::new(&scenario);
    let today = simulator.today();
    let found = analyze(&mut simulator, &today);
    let engage = &found.stages[Stage::Engage as usize];
    assert!(engage.reachable, "{}", engage.why);
    // the stake is what a repeat rate of 0.1 brings
    let stake = engage.value_at_stake.expect("it has a target");
    assert!(
        (stake - (worth - found.value)).abs() < 1e-9 * worth.abs(),
        "{stake}, not {}",
        worth - found.value
    );
}

#[test]
fn a_target_without_any_visits_blames_no_audience() {
    let mut simulator = simulator("", "");
    let mut scenario = simulator.scenario().clone();
    scenario.reach.organic = Quantity::known(0.0);
    scenario.reach.target = Some(500.0);
    simulator = Simulator::new(&scenario);
    let today = simulator.today();
    let reach = analyze(&mut simulator, &today).stages[Stage::Reach as usize].clone();
    assert!(!reach.reachable && !reach.why.contains("audience"), "{}", reach.why);
}

#[test]
fn in_a_loss_too_a_rate_that_helps_has_an_elasticity_above_0() {
    let mut simulator = simulator("", "");
    let mut scenario = simulator.scenario().clone();
    scenario.money.fixed_cost = Quantity::known(1e6);
    simulator = Simulator::new(&scenario);
    let today = simulator.today();
    let found = analyze(&mut simulator, &today);
    assert!(found.value < 0.0);
    for stage in &found.stages {
        assert!(
            stage.elasticity.is_some_and(|elasticity| elasticity > 0.0),
            "{:?}",
            stage.elasticity
        );
    }
}

#[test]
fn without_investment_nothing_costs() {
    let mut simulator = simulator("", &channel("a", "0", ""));
    let today = simulator.today();
    let kpis = simulator.forecast(&today).kpis;
    assert_eq!(
        (kpis.roi, kpis.roas, kpis.cac, kpis.blended_cac, kpis.payback),
        (None, None, None, None, None)
    );
}

/// Limits of every period \[money per period\].
fn between(min: f64, max: f64) -> Limits {
    Limits {
        min,
        max,
        ..Limits::default()
    }
}

/// A random scenario with limits, a budget and a pacing, some of them out of reach of today's plan.
fn limited(seed: u64) -> Scenario {
    let mut scenario = common::scenario(seed, Allow::ALL);
    let draw = &mut Draw::new(seed);
    let plan = &mut scenario.plan;
    plan.pacing = draw.pick(&[Pacing::Keep, Pacing::Free]);
    plan.spend_all = draw.chance(0.7);
    plan.step = draw.uniform(0.1, 1.0);
    for channel in &mut scenario.channels {
        let most = channel.spend.iter().copied().fold(0.0, f64::max);
        channel.pacing = plan.pacing;
        channel.limits = match draw.whole(0, 3) {
            0 => between(0.0, 0.8 * most),
            1 => between(0.0, 1.7 * most),
            2 if plan.pacing == Pacing::Free => between(0.1 * most, 2.3 * most),
            _ => Limits::default(),
        };
    }
    let spent: f64 = scenario.channels.iter().flat_map(|channel| &channel.spend).sum();
    if spent > 0.0 && draw.chance(0.6) {
        plan.budget = Some((spent * draw.uniform(0.7, 1.5)).round());
    }
    scenario
}

#[test]
fn every_proposal_keeps_limits_and_budget_and_is_no_worse_than_its_rivals() {
    let (mut proposals, mut gains) = (0_u64, 0_u64);
    // 168 needs an action to spend its budget at all, 514 gains nothing but a rounding
    for seed in (0..SCENARIOS).chain([168, 514]) {
        let mut simulator = Simulator::new(&limited(seed));
        let Ok(proposal) = propose(&mut simulator) else { continue };
        proposals += 1;
        let space = Space::new(&simulator).expect("it was proposed in");
        let best = &proposal.proposal;
        assert_eq!(space.off_by(&simulator, &best.decision), 0.0, "seed {seed}");
        let rivals = proposal.scaled.iter().chain(proposal.today.feasible.then_some(&proposal.today));
        for rival in rivals {
            assert!(
                best.objective >= rival.objective,
                "seed {seed}: {} below {}",
                best.objective,
                rival.objective
            );
        }
        assert!(
            proposal.residual.is_finite() && proposal.residual < 1e100,
            "seed {seed}: {}",
            proposal.residual
        );
        assert!(proposal.upper_bound.is_none_or(|bound| bound >= best.objective), "seed {seed}");
        let journal = kaizen::run(&mut simulator, &mut |_| ()).expect("it was proposed");
        gains += u64::from(journal.end > journal.start);
        let misses = space.off_by(&simulator, &journal.after.decision);
        assert!(misses <= 0.0, "seed {seed}: the loop ends {misses} off: {}", journal.stopped);
        for pair in journal.cycles.windows(2) {
            assert_eq!(pair[0].after, pair[1].before, "seed {seed}");
        }
    }
    // most of the random limits leave a plan, and most plans can be bettered
    assert!(2 * proposals > SCENARIOS && 2 * gains > proposals, "{proposals}, {gains}");
}
