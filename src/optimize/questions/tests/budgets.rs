//! Known answers: closed forms of power curves, responses inverted by hand, and the two questions as inverses of one another.

use std::path::Path;

use crate::optimize::{Clash, Space};
use crate::scenario::Scenario;
use crate::simulate::{Amount, Goal, Risk, Sampling, Simulator};

use super::super::looks::Look;
use super::super::{Target, Verdict, best_budget, least_budget};

/// Gross profit of a visit in [`shop`]: 10 % leads, a quarter of them customers, half of 100 each.
const GROSS: f64 = 1.25;
/// Customers of a visit.
const CUSTOMERS: f64 = 0.025;

/// A shop whose results are those of its visits at once: six months, no lags, nothing after the horizon.
fn shop(plan: &str, convert: &str, channels: &str) -> Simulator {
    let text = format!(
        "[plan]\nname = \"Shop\"\nperiod = \"month\"\nperiods = 6\nstart = 2026-01-01\ncurrency = \"EUR\"\n{plan}\n[act]\nrate = 0.10\n\
         [convert]\nrate = {convert}\n[engage]\nretention = 0.5\n[money]\norder_value = 100\nmargin = 0.5\nlifetime = 0\n{channels}"
    );
    let loaded = Scenario::from_text(&text, "shop.toml", Path::new(".")).unwrap_or_else(|problems| panic!("{problems}"));
    Simulator::new(&loaded.scenario)
}

fn channel(name: &str, reach: &str, more: &str) -> String {
    format!("[[channel]]\nname = \"{name}\"\nspend = 1_000\nreach = {{ {reach} }}\n{more}\n")
}

/// Two channels whose visits grow with a power of the spend: `(visits, half_spend, slope)`.
const POWERS: [(f64, f64, f64); 2] = [(4_000.0, 1_000.0, 0.5), (2_500.0, 600.0, 0.7)];

fn powers(plan: &str, convert: &str) -> Simulator {
    let one = |name: &str, (visits, half_spend, slope): (f64, f64, f64)| {
        let reach = format!("curve = \"power\", visits = {visits}, half_spend = {half_spend}, slope = {slope}");
        channel(name, &reach, "")
    };
    shop(plan, convert, &(one("search", POWERS[0]) + &one("social", POWERS[1])))
}

fn customers(value: f64) -> Target {
    Target {
        amount: Amount::Customers,
        value,
        periods: 6,
        probability: None,
    }
}

/// What the best plan for at most so much money brings.
fn best_amount(simulator: &Simulator, target: Target, money: f64) -> Result<f64, Clash> {
    let mut aimed = simulator.clone();
    aimed.aim(Goal::Reached {
        amount: target.amount,
        periods: target.periods,
    });
    let space = Space::new(&aimed)?;
    Look::choose(&aimed, &space, money).map(|look| look.found.search.end.value)
}

fn assert_near(found: f64, expected: f64, share: f64) {
    assert!((found - expected).abs() <= share * expected.abs(), "{found}, not {expected}");
}

#[test]
fn the_best_budget_of_power_curves_is_where_the_last_unit_earns_its_hurdle() {
    for hurdle in [0.0, 0.25, 1.0] {
        // GROSS · visits · slope / half_spend · (x / half_spend)^(slope - 1) = 1 + hurdle, in each of six months
        let of_channel = |(visits, half_spend, slope): (f64, f64, f64)| {
            let steepness = GROSS * visits * slope / half_spend / (1.0 + hurdle);
            half_spend * steepness.powf(1.0 / (1.0 - slope))
        };
        let expected: f64 = POWERS.into_iter().map(of_channel).sum::<f64>() * 6.0;
        let answer = best_budget(&powers("", "0.25"), hurdle).expect("a budget");
        let proposal = answer.proposal.expect("a plan");
        // of a flat top: an error of the budget is the square root of that of the value
        assert_near(answer.budget.expect("a budget"), expected, 1e-5);
        assert_near(proposal.budget_price.expect("a price") + 1.0, hurdle + 1.0, 1e-4);
        for (c, curve) in POWERS.into_iter().enumerate() {
            assert_near(proposal.proposal.decision.channel_total(c), 6.0 * of_channel(curve), 1e-4);
        }
    }
}

#[test]
fn a_budget_in_instalments_keeps_its_parts() {
    // a quarter of the money in the first quarter: Σ over quarters of 3 · a · √(money / 3), a = 4000 / √1000
    let plan = "budget_by_quarter = [1_500, 4_500]\npacing = \"free\"";
    let reach = "curve = \"power\", visits = 4_000, half_spend = 1_000, slope = 0.5";
    let answer = best_budget(&shop(plan, "0.25", &channel("search", reach, "")), 0.0).expect("a budget");
    let steepness = GROSS * 3.0 * 4_000.0 / 1_000_f64.sqrt() * ((0.25_f64 / 3.0).sqrt() + 0.25_f64.sqrt());
    // the section ends at a hundred-thousandth, and the top is flat: a value right to 1e-10 leaves that much
    assert_near(answer.budget.expect("a budget"), (steepness / 2.0).powi(2), 1e-4);
    let decision = answer.proposal.expect("a plan").proposal.decision;
    let quarter = |first: usize| decision.spend[first..first + 3].iter().sum::<f64>();
    assert_near(quarter(3), 3.0 * quarter(0), 1e-5);
}

#[test]
fn money_that_always_pays_is_said_to() {
    let linear = channel("ads", "curve = \"linear\", cost = 0.5", "");
    let answer = best_budget(&shop("", "0.25", &linear), 0.0).expect("an answer");
    assert!(answer.budget.is_none() && answer.proposal.is_none());
    assert_near(answer.looked_at, 6_000.0 * 2_f64.powi(30), 1e-12);
    // a visit costs 0.5 and earns 1.25: money earns 1.5 beyond itself
    let answer = best_budget(&shop("", "0.25", &linear), 1.6).expect("an answer");
    assert_eq!(answer.budget, Some(0.0));
    let limited = channel("ads", "curve = \"linear\", cost = 0.5", "limits = { max = 7_000 }");
    let answer = best_budget(&shop("", "0.25", &limited), 0.0).expect("an answer");
    assert_eq!(answer.budget, Some(42_000.0));
}

#[test]
fn the_least_budget_inverts_square_roots() {
    // six months of Σ a·√x are 6 · √(B/6 · Σ a²) at the best split, a = customers · visits / √half_spend
    let one = |name: &str, visits: f64, half_spend: f64| {
        let reach = format!("curve = \"power\", visits = {visits}, half_spend = {half_spend}, slope = 0.5");
        channel(name, &reach, "")
    };
    let simulator = shop("", "0.25", &(one("search", 4_000.0, 1_000.0) + &one("social", 2_500.0, 600.0)));
    let squares = CUSTOMERS * CUSTOMERS * (4_000.0 * 4_000.0 / 1_000.0 + 2_500.0 * 2_500.0 / 600.0);
    for target in [50.0, 700.0, 20_000.0] {
        let answer = least_budget(&simulator, customers(target)).expect("an answer");
        let plan = answer.plan.expect("a plan");
        assert_eq!(answer.verdict, Verdict::Reached);
        assert_near(plan.budget, target * target / 6.0 / squares, 1e-6);
        assert_near(plan.reached, target, 1e-6);
        assert_near(plan.plan.forecast.totals.customers, target, 1e-6);
        // dV/dB = V / 2B
        assert_near(plan.price.expect("a price"), target / 2.0 / plan.budget, 1e-4);
        let funnel = &plan.funnel.rows;
        assert_near(funnel[0].count, target / CUSTOMERS, 1e-6);
        assert_near(funnel[2].cost.expect("a cost"), plan.budget / target, 1e-6);
        assert_eq!(funnel[1].rate.map(|rate| (rate * 1e9).round()), Some(0.25e9));
    }
}

#[test]
fn by_a_date_money_goes_where_it_is_in_time() {
    let reach = "curve = \"power\", visits = 4_000, half_spend = 1_000, slope = 0.5";
    let simulator = shop("pacing = \"free\"", "0.25", &channel("search", reach, ""));
    let target = Target {
        periods: 2,
        ..customers(300.0)
    };
    let plan = least_budget(&simulator, target).expect("an answer").plan.expect("a plan");
    // two months of 100 · √(x/1000): 150 each
    assert_near(plan.budget, 2.0 * 1_000.0 * 1.5 * 1.5, 1e-6);
    assert_eq!(plan.funnel.periods, 2);
    assert_near(plan.funnel.rows[2].count, 300.0, 1e-6);
    assert!(plan.plan.decision.spend[2..].iter().all(|&x| x <= 1e-6 * plan.budget));
}

/// Ten small shops with Hill curves, from numbers that spread evenly.
fn small(number: u32) -> Simulator {
    let spread = |k: u32| (f64::from(number * 7 + k) * 0.618_033_988_75).fract();
    let channels: String = (0..3)
        .map(|c| {
            let reach = format!(
                "visits = {}, half_spend = {}, slope = {}",
                1_000.0 + 4_000.0 * spread(c),
                300.0 + 1_500.0 * spread(c + 10),
                if number.is_multiple_of(2) {
                    1.0
                } else {
                    0.8 + 1.4 * spread(c + 20)
                }
            );
            channel(
                &format!("c{c}"),
                &reach,
                if number.is_multiple_of(3) {
                    "limits = { min = 50, max = 4_000 }"
                } else {
                    ""
                },
            )
        })
        .collect();
    shop("", "0.25", &channels)
}

#[test]
fn least_budget_and_best_plan_are_inverse() {
    for number in 0..10 {
        let simulator = small(number);
        for share in [0.3, 0.8] {
            let ceiling = best_amount(&simulator, customers(0.0), 1e9).expect("a plan");
            let target = customers(share * ceiling);
            let plan = least_budget(&simulator, target).expect("an answer").plan.expect("a plan");
            let again = best_amount(&simulator, target, plan.budget).expect("a plan");
            assert_near(again, target.value, 1e-6);
            let less = best_amount(&simulator, target, plan.budget * (1.0 - 1e-6)).expect("a plan");
            assert!(less < target.value, "{number}: {less} with less money, {} wanted", target.value);
            // from a budget to what it brings, and back
            let brings = best_amount(&simulator, target, 9_000.0).expect("a plan");
            let plan = least_budget(&simulator, customers(brings))
                .expect("an answer")
                .plan
                .expect("a plan");
            assert_near(plan.budget, 9_000.0, 1e-5);
        }
    }
}

#[test]
fn beyond_the_ceiling_no_money_helps() {
    let reach = "visits = 4_000, half_spend = 1_000";
    let limited = shop("", "0.25", &channel("search", reach, "limits = { max = 3_000 }"));
    let answer = least_budget(&limited, customers(451.0)).expect("an answer");
    assert_eq!((answer.verdict, answer.plan.is_none()), (Verdict::Impossible, true));
    // three quarters of 4000 visits
    assert_near(answer.ceiling.expect("a ceiling"), 6.0 * 3_000.0 * CUSTOMERS, 1e-9);
    let free = shop("", "0.25", &channel("search", reach, ""));
    let answer = least_budget(&free, customers(600.1)).expect("an answer");
    // the ceiling of the curve itself, less what a spend of a billion budgets leaves
    assert_near(answer.ceiling.expect("a ceiling"), 6.0 * 4_000.0 * CUSTOMERS, 1e-6);
    assert_eq!(least_budget(&free, customers(599.0)).expect("an answer").verdict, Verdict::Reached);
}

#[test]
fn what_comes_by_itself_costs_nothing() {
    let channels = channel("search", "visits = 4_000, half_spend = 1_000", "") + "[reach]\norganic = 1_000\n";
    let simulator = shop("", "0.25", &channels);
    let answer = least_budget(&simulator, customers(150.0)).expect("an answer");
    assert_eq!(answer.verdict, Verdict::WithoutMore);
    assert_eq!(answer.plan.expect("a plan").budget, 0.0);
    let answer = least_budget(&simulator, customers(250.0)).expect("an answer");
    assert_eq!(answer.verdict, Verdict::Reached);
    // a hundred customers more than come anyway
    let plan = answer.plan.expect("a plan");
    let row = &plan.funnel.rows[2];
    assert_near(row.cost.expect("a cost"), plan.budget / 100.0, 1e-6);
    assert_near(row.blended_cost.expect("a cost"), plan.budget / 250.0, 1e-6);
}

#[test]
fn an_action_that_is_cheaper_than_spend_is_taken() {
    let reach = "curve = \"power\", visits = 4_000, half_spend = 1_000, slope = 0.5";
    // from odds of 1/3 to odds of 1: a rate of a half
    let action = "[[action]]\nname = \"Checkout\"\nmoves = \"convert\"\nlift = 2.0\ncost = 2_000\n";
    let simulator = shop("", "0.25", &(channel("search", reach, "") + action));
    let money = |target: f64, customers: f64| 6.0 * 1_000.0 * (target / 6.0 / 4_000.0 / customers).powi(2);
    for (target, taken) in [(200.0, false), (1_200.0, true)] {
        let plan = least_budget(&simulator, customers(target))
            .expect("an answer")
            .plan
            .expect("a plan");
        let expected = money(target, CUSTOMERS).min(2_000.0 + money(target, 2.0 * CUSTOMERS));
        assert_near(plan.budget, expected, 1e-6);
        assert_eq!(plan.plan.decision.actions, [taken]);
    }
}

#[test]
fn a_probability_is_kept_and_is_not_had_for_less() {
    let mut simulator = powers("", "\"15% to 35%\"");
    simulator.expect(Sampling::new(512, 1));
    let target = Target {
        probability: Some(0.8),
        ..customers(900.0)
    };
    let answer = least_budget(&simulator, target).expect("an answer");
    let plan = answer.plan.expect("a plan");
    assert_eq!(answer.searched_over, Some(512));
    assert!(plan.share.expect("a share") >= 0.8, "{:?}", plan.share);
    let share_for = |money: f64| {
        let mut likely = simulator.clone();
        likely.aim(Goal::Reached {
            amount: Amount::Customers,
            periods: 6,
        });
        likely.judge(Risk::Probability { target: 900.0 });
        let space = Space::new(&likely).expect("a space");
        let look = Look::choose(&likely, &space, money).expect("a plan");
        likely.objective(&look.decision)
    };
    assert!(share_for(plan.budget * 0.99) < 0.8, "{}", share_for(plan.budget * 0.99));
    // with an even chance it takes about what it does at the medians; with four in five more
    let median = least_budget(&powers("", "\"15% to 35%\""), customers(900.0)).expect("an answer");
    assert!(plan.budget > 1.1 * median.plan.expect("a plan").budget);
}

#[test]
fn a_probability_that_cannot_be_had_has_a_ceiling() {
    let reach = "visits = 4_000, half_spend = 1_000";
    let mut simulator = shop("", "\"15% to 35%\"", &channel("search", reach, "limits = { max = 3_000 }"));
    simulator.expect(Sampling::new(512, 1));
    let target = Target {
        probability: Some(0.8),
        ..customers(450.0)
    };
    // the customers of the most that may be spent are 450 at a rate of 25 %
    let answer = least_budget(&simulator, target).expect("an answer");
    assert_eq!(answer.verdict, Verdict::Impossible);
    let most = simulator.today();
    let mut counted = simulator.clone();
    counted.aim(Goal::Reached {
        amount: Amount::Customers,
        periods: 6,
    });
    let all = crate::model::Decision {
        spend: vec![3_000.0; 6],
        ..most
    };
    let values = counted.reached_in_draws(&all, crate::model::Form::True);
    let expected = values.iter().filter(|&&value| value >= 450.0 * (1.0 - 1e-9)).count() as f64 / values.len() as f64;
    assert!((0.2..0.7).contains(&expected), "{expected}");
    assert_eq!(answer.ceiling, Some(expected));
}
