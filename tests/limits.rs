//! Every answer of the optimizer keeps every limit, as a reading of the scenario that shares no text with the optimizer judges it; and what a
//! limit costs is what its price says.

mod common;

use std::path::Path;

use common::Draw;
use osa::model::Decision;
use osa::optimize::{Clash, Proposal, propose};
use osa::scenario::{Pacing, Scenario};
use osa::simulate::Simulator;

/// Random scenarios.
const SCENARIOS: u64 = if cfg!(debug_assertions) { 10 } else { 150 };
/// What a limit may be broken by, as a share of the budget: the promise of the issue.
const KEPT: f64 = 1e-9;

fn load(text: &str) -> Simulator {
    let loaded = Scenario::from_text(text, "test.toml", Path::new("")).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
    Simulator::new(&loaded.scenario)
}

/// A business of so many months; `plan` and `rest` are TOML.
fn business(periods: usize, plan: &str, rest: &str) -> String {
    format!(
        "[plan]\nname = \"Test\"\nperiod = \"month\"\nperiods = {periods}\nstart = 2026-01-01\ncurrency = \"EUR\"\n{plan}\n\
         [reach]\norganic = 800\nseason = [0.8, 0.9, 1, 1.1, 1, 1, 0.9, 0.9, 1, 1.1, 1.2, 1.3]\n[act]\nrate = 0.1\n[convert]\nrate = 0.2\n\
         [engage]\nretention = 0.8\ncustomers = 100\nrepeat_rate = 0.1\n[money]\norder_value = 100\nmargin = 0.5\n{rest}"
    )
}

/// What a decision breaks, read off the scenario alone: the worst of it as a share of the budget.
fn broken(simulator: &Simulator, decision: &Decision) -> (f64, String) {
    let scenario = simulator.scenario();
    let (plan, periods) = (&scenario.plan, scenario.plan.periods);
    let budget = simulator.budget();
    let mut worst = (0.0, String::new());
    let mut at_most = |what: String, value: f64, limit: f64| {
        let off = (value - limit) / budget;
        if off > worst.0 {
            worst = (off, format!("{what}: {value} above {limit}"));
        }
    };
    let total = |c: usize| decision.channel(c).iter().sum::<f64>();
    let all: f64 = decision.spend.iter().sum();
    let count = scenario.channels.len() as f64;
    for (c, channel) in scenario.channels.iter().enumerate() {
        let (limits, spend) = (&channel.limits, decision.channel(c));
        for (t, &x) in spend.iter().enumerate() {
            let name = format!("{} in {t}", channel.name);
            let booked = limits.committed.iter().find(|entry| entry.0 == t).map(|entry| entry.1);
            if limits.locked {
                at_most(format!("{name} unlocked"), (x - channel.spend[t]).abs(), 0.0);
            } else if let Some(booked) = booked {
                at_most(format!("{name} committed"), (x - booked).abs(), 0.0);
            } else {
                at_most(format!("{name} min"), limits.min, x);
                at_most(format!("{name} max"), x, limits.max);
                at_most(format!("{name} burst"), x.min(limits.burst - x), 0.0);
            }
            if let Some(ramp) = limits.ramp {
                let before = if t == 0 { channel.history } else { spend[t - 1] };
                if t > 0 || before > 0.0 {
                    at_most(format!("{name} ramp"), (x - before).abs(), ramp * before);
                }
            }
            if let Some(step) = limits.step
                && channel.pacing == Pacing::Free
            {
                let size = step * (channel.spend.iter().sum::<f64>() / periods as f64).max(budget / count / periods as f64);
                at_most(format!("{name} step"), (x - channel.spend[t]).abs(), size);
            }
        }
        if let Some(step) = limits.step
            && channel.pacing != Pacing::Free
        {
            let today: f64 = channel.spend.iter().sum();
            let size = step * today.max(budget / count);
            at_most(format!("{} step", channel.name), (total(c) - today).abs(), size);
        }
        at_most(format!("{} min_total", channel.name), limits.min_total, total(c));
        at_most(format!("{} max_total", channel.name), total(c), limits.max_total);
    }
    for group in &plan.groups {
        for t in 0..periods {
            let money: f64 = group.channels.iter().map(|&c| decision.channel(c)[t]).sum();
            at_most(format!("{} min in {t}", group.name), group.min, money);
            at_most(format!("{} max in {t}", group.name), money, group.max);
        }
        let money: f64 = group.channels.iter().map(|&c| total(c)).sum();
        at_most(format!("{} min_total", group.name), group.min_total, money);
        at_most(format!("{} max_total", group.name), money, group.max_total);
        at_most(format!("{} min_share", group.name), group.min_share * all, money);
        at_most(format!("{} max_share", group.name), money, group.max_share * all);
    }
    let invest = simulator.invest(decision);
    at_most("budget".to_owned(), invest, budget);
    if plan.spend_all {
        at_most("budget unspent".to_owned(), budget, invest);
    }
    if let Some(instalments) = &plan.budget_by {
        let costs = simulator.action_costs_by_period(&decision.actions);
        for (k, &amount) in instalments.amounts.iter().enumerate() {
            let of_period = |t: usize| costs[t] + (0..scenario.channels.len()).map(|c| decision.channel(c)[t]).sum::<f64>();
            let money: f64 = (0..periods).filter(|&t| instalments.of_period[t] == k).map(of_period).sum();
            at_most(format!("instalment {k}"), money, amount);
            if plan.spend_all {
                at_most(format!("instalment {k} unspent"), amount, money);
            }
        }
    }
    worst
}

/// A random business whose own plan keeps all its random limits.
fn random(draw: &mut Draw) -> String {
    let periods = draw.whole(3, 9);
    let count = draw.whole(2, 4);
    let pacing = |draw: &mut Draw| draw.pick(&["keep", "flat", "free", "free"]);
    let mut rest = String::new();
    let mut totals = Vec::new();
    let mut of_period = vec![0.0; periods];
    for c in 0..count {
        let pace = pacing(draw);
        let level = draw.uniform(500.0, 4_000.0).round();
        let spend: Vec<f64> = (0..periods)
            .map(|_| {
                if pace == "flat" {
                    level
                } else {
                    (level * draw.uniform(0.9, 1.1)).round()
                }
            })
            .collect();
        let (least, most) = spend
            .iter()
            .fold((f64::INFINITY, 0.0_f64), |(low, high), &x| (low.min(x), high.max(x)));
        let total: f64 = spend.iter().sum();
        let mut limits = Vec::new();
        if draw.chance(0.5) {
            limits.push(format!("min = {}", (least * draw.uniform(0.3, 1.0)).floor()));
        }
        if draw.chance(0.6) {
            limits.push(format!("max = {}", (most * draw.uniform(1.0, 1.8)).ceil()));
        }
        if draw.chance(0.3) {
            limits.push(format!("max_total = {}", (total * draw.uniform(1.0, 1.3)).ceil()));
        }
        if draw.chance(0.3) {
            limits.push(format!("min_total = {}", (total * draw.uniform(0.5, 1.0)).floor()));
        }
        if draw.chance(0.3) {
            limits.push(format!("step = {:.2}", draw.uniform(0.05, 0.6)));
        }
        if draw.chance(0.3) {
            limits.push("ramp = 0.3".to_owned());
        }
        if draw.chance(0.25) {
            limits.push(format!("burst = {}", (least * draw.uniform(0.3, 0.9)).floor()));
        }
        if draw.chance(0.2) && pace == "free" {
            let t = draw.whole(0, periods - 1);
            limits.push(format!("committed = [{{ start = {t}, amount = {} }}]", spend[t]));
        }
        if draw.chance(0.1) {
            limits = vec!["locked = true".to_owned()];
        }
        for (money, x) in of_period.iter_mut().zip(&spend) {
            *money += x;
        }
        totals.push(total);
        let slope = draw.pick(&[1.0, 1.0, 0.8, 2.0]);
        rest += &format!(
            "[[channel]]\nname = \"c{c}\"\nplace = \"{}\"\npacing = \"{pace}\"\nspend = {spend:?}\nhistory = {}\ncarryover = {{ decay = {:.2} }}\n\
             reach = {{ visits = {}, half_spend = {}, slope = {slope} }}\nlimits = {{ {} }}\n",
            if c == 0 { "offline" } else { "online" },
            spend[0],
            draw.uniform(0.0, 0.7),
            draw.uniform(500.0, 6_000.0).round(),
            draw.uniform(500.0, 6_000.0).round(),
            limits.join(", ")
        );
    }
    let money: f64 = totals.iter().sum();
    let mut plan = String::new();
    if draw.chance(0.3) {
        plan += "spend_all = false\n";
    }
    if draw.chance(0.25) {
        plan += &format!("budget_by_period = {of_period:?}\n");
    } else if draw.chance(0.5) {
        plan += &format!("budget = {money}\n");
    }
    if draw.chance(0.4) {
        let online = money - totals[0];
        plan += &match draw.whole(0, 3) {
            0 => format!(
                "[[plan.group]]\nname = \"web\"\nplace = \"online\"\nmax_total = {}\n",
                (online * draw.uniform(1.0, 1.1)).ceil()
            ),
            1 => format!(
                "[[plan.group]]\nname = \"web\"\nplace = \"online\"\nmax_share = {:.4}\n",
                (online / money + draw.uniform(0.0, 0.05)).min(1.0)
            ),
            2 => format!(
                "[[plan.group]]\nname = \"street\"\nchannels = [\"c0\"]\nmin_share = {:.4}\n",
                (totals[0] / money - 0.02).max(0.001)
            ),
            _ => format!(
                "[[plan.group]]\nname = \"web\"\nplace = \"online\"\nmin = {}\n",
                (online / periods as f64 * 0.5).floor()
            ),
        };
    }
    business(periods, &plan, &rest)
}

fn proposed(simulator: &mut Simulator, text: &str) -> Proposal {
    propose(simulator).unwrap_or_else(|clash| panic!("{clash}\n{text}"))
}

#[test]
fn every_proposal_keeps_every_limit_and_is_no_worse_than_the_plan_that_was_given() {
    let mut binding = 0;
    for seed in 0..SCENARIOS {
        let text = random(&mut Draw::new(seed));
        let mut simulator = load(&text);
        let today = simulator.today();
        let (off, what) = broken(&simulator, &today);
        assert!(off <= KEPT, "the test's own plan, seed {seed}: {what}\n{text}");
        let proposal = proposed(&mut simulator, &text);
        let (off, what) = broken(&simulator, &proposal.proposal.decision);
        assert!(off <= KEPT, "seed {seed}: {what}\n{text}");
        let (before, after) = (proposal.today.objective, proposal.proposal.objective);
        assert!(after >= before - 1e-9 * before.abs(), "seed {seed}: {after} below {before}\n{text}");
        assert!(proposal.upper_bound.is_none_or(|bound| bound >= after), "seed {seed}");
        if let Some(unlimited) = &proposal.unlimited {
            // the same search in a wider set: as good but for the search's own tolerance
            assert!(unlimited.objective >= after - 1e-6 * after.abs(), "seed {seed}");
        }
        binding += usize::from(!proposal.limits.is_empty());
    }
    // limits that never bind prove nothing
    assert!(binding * 2 > SCENARIOS as usize, "limits bind in {binding} of {SCENARIOS}");
}

#[test]
fn two_power_curves_share_the_budget_as_the_closed_form_has_it() {
    // visits (x/h)^½ · v: the slopes v / (2 √(h x)) are equal where x is as v² / h: 3000² / 900 to 2000² / 400 are 10 000 to 10 000, and with
    // 3000² / 400 they are 22 500 to 10 000
    for (half, share) in [(900.0, 0.5), (400.0, 22_500.0 / 32_500.0)] {
        let power = |name: &str, visits: f64, half: f64| {
            format!(
                "[[channel]]\nname = \"{name}\"\nspend = 1000\nreach = {{ curve = \"power\", visits = {visits}, half_spend = {half}, slope = 0.5 }}\n"
            )
        };
        let text = business(1, "budget = 5000", &[power("a", 3000.0, half), power("b", 2000.0, 400.0)].concat());
        let mut simulator = load(&text);
        let proposal = proposed(&mut simulator, &text);
        let a = proposal.proposal.decision.channel_total(0);
        // to the cent that plans are rounded to
        assert!((a - share * 5000.0).abs() <= 0.01, "{a} for {}", share * 5000.0);
        assert!(proposal.gap.is_some_and(|gap| gap < 1e-6), "{:?}", proposal.gap);
    }
}

/// Three concave channels over six months, free, with these limits of the second and these of the plan.
fn concave(limits: &str, plan: &str) -> String {
    let channel = |name: &str, visits: u32, half: u32, rest: &str| {
        format!(
            "[[channel]]\nname = \"{name}\"\nspend = 1500\ncarryover = {{ decay = 0.4 }}\nreach = {{ visits = {visits}, half_spend = {half} }}\n{rest}\n"
        )
    };
    let rest = [
        channel("a", 4000, 2000, ""),
        channel("b", 6000, 3000, &format!("limits = {{ {limits} }}")),
        channel("c", 2000, 1500, ""),
    ];
    business(6, &format!("pacing = \"free\"\nbudget = 27_000\n{plan}"), &rest.concat())
}

fn value(limits: &str, plan: &str) -> f64 {
    let text = concave(limits, plan);
    proposed(&mut load(&text), &text).proposal.objective
}

#[test]
fn a_limit_never_improves_the_objective() {
    let free = value("", "");
    for limits in [
        "max = 1800",
        "min = 2500",
        "min_total = 16_000",
        "max_total = 9_000",
        "step = 0.1",
        "ramp = 0.05",
        "burst = 2600",
    ] {
        let limited = value(limits, "");
        // cents
        assert!(limited <= free + 0.01, "{limits}: {limited} above {free}");
        assert!(
            limited < free - 1.0 || limits.starts_with("burst") || limits.starts_with("ramp"),
            "{limits} does not bind"
        );
    }
    let group = "[[plan.group]]\nname = \"g\"\nchannels = [\"a\", \"b\"]\n";
    for limit in ["max_share = 0.6", "max_total = 15_000", "max = 3_000", "min_share = 0.95"] {
        let limited = value("", &format!("{group}{limit}"));
        assert!(limited < free - 1.0, "{limit} does not bind");
    }
    let quarters = value("", "budget_by_quarter = [9_000, 18_000]").max(0.0);
    assert!(quarters < free - 1.0);
}

/// The best value, and the scenario, with a limit at an amount.
type Value<'a> = &'a dyn Fn(f64) -> f64;
type Text<'a> = &'a dyn Fn(f64) -> String;

#[test]
fn relaxing_a_limit_improves_the_objective_by_its_price() {
    // a limit, its key, its amount, and a step small beside it
    let group = "[[plan.group]]\nname = \"g\"\nchannels = [\"a\", \"b\"]\n";
    let cases: [(Value<'_>, Text<'_>, &str, f64, f64); 6] = [
        (
            &|x| value(&format!("max = {x}"), ""),
            &|x| concave(&format!("max = {x}"), ""),
            "channel.b.limits.max",
            1800.0,
            1.0,
        ),
        (
            &|x| value(&format!("min = {x}"), ""),
            &|x| concave(&format!("min = {x}"), ""),
            "channel.b.limits.min",
            2500.0,
            1.0,
        ),
        (
            &|x| value(&format!("max_total = {x}"), ""),
            &|x| concave(&format!("max_total = {x}"), ""),
            "channel.b.limits.max_total",
            9000.0,
            5.0,
        ),
        (
            &|x| value(&format!("step = {x}"), ""),
            &|x| concave(&format!("step = {x}"), ""),
            "channel.b.limits.step",
            0.1,
            1e-3,
        ),
        (
            &|x| value("", &format!("{group}max_total = {x}")),
            &|x| concave("", &format!("{group}max_total = {x}")),
            "plan.group.g.max_total",
            15_000.0,
            5.0,
        ),
        (
            &|x| value("", &format!("{group}max_share = {x}")),
            &|x| concave("", &format!("{group}max_share = {x}")),
            "plan.group.g.max_share",
            0.6,
            1e-3,
        ),
    ];
    for (value, text, key, amount, step) in cases {
        let text = text(amount);
        let proposal = proposed(&mut load(&text), &text);
        let held = proposal
            .limits
            .iter()
            .find(|held| held.limit == key)
            .unwrap_or_else(|| panic!("{key} does not bind: {:?}", proposal.limits));
        let price = held.price.unwrap_or_else(|| panic!("{key} has no price"));
        let slope = (value(amount + step) - value(amount - step)) / (2.0 * step);
        // a central difference: its error is of the third derivative; cents of the plans are a hundredth beside hundreds
        assert!(
            (price - slope).abs() <= 0.01 * slope.abs() + 0.02 / step,
            "{key}: {price} for {slope}"
        );
    }
}

#[test]
fn limits_on_what_a_plan_comes_to_are_kept_and_cost_something() {
    let free_text = concave("", "");
    let free = proposed(&mut load(&free_text), &free_text).proposal;
    let kpis = &free.forecast.kpis;
    let (roi, cac) = (kpis.roi.expect("money is spent"), kpis.cac.expect("customers are won"));
    // all money has to be spent otherwise, and little is left to choose
    let open = "spend_all = false\n[plan.limits]\n";
    let text = concave("", &format!("{open}roi = {}", roi + 0.15));
    let limited = proposed(&mut load(&text), &text).proposal;
    let reached = limited.forecast.kpis.roi.expect("money is spent");
    assert!(
        reached >= roi + 0.15 - 1e-9 && reached < roi + 0.15 + 1e-4,
        "{reached} for {}",
        roi + 0.15
    );
    assert!(limited.objective < free.objective);

    let text = concave("", &format!("{open}cac = {}", 0.9 * cac));
    let limited = proposed(&mut load(&text), &text).proposal;
    let reached = limited.forecast.kpis.cac.expect("customers are won");
    assert!(
        reached <= 0.9 * cac * (1.0 + 1e-9) && reached > 0.9 * cac * (1.0 - 1e-4),
        "{reached} for {}",
        0.9 * cac
    );

    let most = free.forecast.periods.iter().map(|row| row.leads).fold(0.0, f64::max);
    let text = concave("", &format!("{open}leads = {}", 0.9 * most));
    let limited = proposed(&mut load(&text), &text).proposal;
    let reached = limited.forecast.periods.iter().map(|row| row.leads).fold(0.0, f64::max);
    assert!(
        reached <= 0.9 * most * (1.0 + 1e-9) && reached > 0.9 * most * (1.0 - 1e-4),
        "{reached} for {}",
        0.9 * most
    );

    // a margin with which the money comes back within the horizon, and not at once
    let rich = |margin: f64, text: String| text.replace("margin = 0.5", &format!("margin = {margin}"));
    let payback = |margin: f64| {
        let text = rich(margin, concave("", ""));
        proposed(&mut load(&text), &text).proposal.forecast.kpis.payback
    };
    let (margin, back) = (0..50)
        .map(|step| 0.5 + 0.01 * f64::from(step))
        .find_map(|margin| payback(margin).filter(|back| *back > 1).map(|back| (margin, back)))
        .expect("a margin between never and at once");
    let text = rich(margin, concave("", &format!("{open}payback = {}", back - 1)));
    let limited = proposed(&mut load(&text), &text).proposal;
    assert!(
        limited.forecast.kpis.payback.is_some_and(|periods| periods < back),
        "{:?}",
        limited.forecast.kpis.payback
    );
}

#[test]
fn what_no_plan_comes_to_is_answered_by_the_best_that_can_be_had() {
    let text = concave("", "spend_all = false\n[plan.limits]\nroi = 50");
    let clash = propose(&mut load(&text)).unwrap_err();
    assert!(matches!(clash, Clash::OutOfReach { .. }), "{clash}");
    let message = clash.to_string();
    let best: f64 = (message.split("can be had is ").nth(1))
        .and_then(|rest| rest.split_whitespace().next())
        .and_then(|number| number.replace(',', "").parse().ok())
        .unwrap_or_else(|| panic!("{message}"));
    // a little less than that can be had, a little more cannot
    let asks = |roi: f64| {
        let text = concave("", &format!("spend_all = false\n[plan.limits]\nroi = {roi}"));
        propose(&mut load(&text)).is_ok()
    };
    assert!(asks(best - 0.01) && !asks(best + 0.05), "{message}");
}

#[test]
fn the_same_proposal_for_any_number_of_threads() {
    let text = random(&mut Draw::new(3));
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| proposed(&mut load(&text), &text))
    };
    let (one, two) = (on(1), on(2));
    assert!(one == two);
}
