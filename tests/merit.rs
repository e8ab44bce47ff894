//! Merits, goals and risks: against runs one by one, sums and orders by hand, and central differences; the same bits for any number of threads.

use std::path::Path;

use osa::model::{Decision, Flows, Form, Outcome, Weights};
use osa::scenario::Scenario;
use osa::simulate::{Amount, Goal, Merit, Risk, Sampling, Simulator};

/// Draws of the tests: no multiple of a chunk, a part or the lanes.
const DRAWS: usize = 203;

const SAMPLING: Sampling = Sampling::new(DRAWS, 8);

/// Seed of a search's own draws.
const APART: u64 = 0x5ea2_c4ed_0f7e_3a91;

fn simulator(name: &str) -> Simulator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
    Simulator::new(&Scenario::from_path(&path).expect("a scenario").scenario)
}

/// With lags and seasons; with a capacity, lags and a backlog.
fn scenarios() -> [Simulator; 2] {
    [simulator("outdoor-shop.toml"), simulator("b2b-software.toml")]
}

const GOALS: [Goal; 8] = [
    Goal::Objective,
    reached(Amount::Visits, 5),
    reached(Amount::Leads, 7),
    reached(Amount::Customers, 9),
    reached(Amount::Revenue, 3),
    reached(Amount::Profit, 8),
    reached(Amount::Customers, usize::MAX),
    reached(Amount::Profit, usize::MAX),
];

const fn reached(amount: Amount, periods: usize) -> Goal {
    Goal::Reached { amount, periods }
}

/// The same scenario in each of the draws of a search.
fn one_by_one(simulator: &Simulator) -> Vec<Simulator> {
    let parameters = simulator.model().parameters().len();
    let mut values = vec![0.0; DRAWS * parameters];
    let apart = Sampling {
        seed: SAMPLING.seed ^ APART,
        ..SAMPLING
    };
    simulator.draws(apart).fill(0, DRAWS, &mut values);
    (0..DRAWS)
        .map(|draw| simulator.at(&(0..parameters).map(|p| values[p * DRAWS + draw]).collect::<Vec<_>>()))
        .collect()
}

/// The goal's value by the flows of a run.
fn by_hand(simulator: &mut Simulator, decision: &Decision, goal: Goal) -> f64 {
    let outcome = simulator.outcome(decision);
    let Goal::Reached { amount, periods } = goal else {
        return outcome.weighed(&simulator.model().objective_seed());
    };
    let (margin, fixed_cost) = (
        simulator.model().margin(simulator.params()),
        simulator.model().fixed_cost(simulator.params()),
    );
    let of = |flows: Flows| match amount {
        Amount::Visits => flows.visits,
        Amount::Leads => flows.leads,
        Amount::Customers => flows.customers,
        Amount::Revenue => flows.revenue,
        Amount::Profit => margin * flows.revenue - flows.invest - fixed_cost,
    };
    simulator.flows().take(periods).map(of).sum()
}

/// The sum of a list of flows up to a period, as a merit.
struct UpTo(Amount, usize);

impl Merit for UpTo {
    fn weigh(&self, _: &Outcome<f64>, flows: &[Flows], weights: &mut Weights<f64>) -> f64 {
        let list = match self.0 {
            Amount::Visits => &mut weights.visits,
            Amount::Leads => &mut weights.leads,
            Amount::Customers => &mut weights.customers,
            Amount::Revenue | Amount::Profit => &mut weights.revenue,
        };
        list[..self.1].fill(1.0);
        let of = |flows: &Flows| match self.0 {
            Amount::Visits => flows.visits,
            Amount::Leads => flows.leads,
            Amount::Customers => flows.customers,
            Amount::Revenue | Amount::Profit => flows.revenue,
        };
        flows[..self.1].iter().map(of).sum()
    }
}

#[test]
fn a_goal_is_a_sum_of_flows_and_a_merit() {
    for mut simulator in scenarios() {
        let today = simulator.today();
        let mut slopes = vec![0.0; today.spend.len()];
        for goal in GOALS {
            let expected = by_hand(&mut simulator, &today, goal);
            simulator.aim(goal);
            let found = simulator.value_in(&today, Form::True);
            // the same numbers summed in another order
            assert!((found - expected).abs() <= 1e-12 * expected.abs(), "{goal:?}: {found} {expected}");
            assert_eq!(simulator.slopes_in(&today, Form::True, &mut slopes), found);
            assert_eq!(simulator.objective(&today), found);
            if let Goal::Reached {
                amount,
                periods: periods @ 0..100,
            } = goal
                && amount != Amount::Profit
            {
                let mut by_merit = slopes.clone();
                assert_eq!(simulator.merit(&today, Form::True, &UpTo(amount, periods), &mut by_merit), found);
                assert_eq!(by_merit, slopes, "{goal:?}");
            }
            differs(&mut simulator, &today, &slopes, &format!("{goal:?}"));
        }
    }
}

/// Holds slopes against central differences of what is climbed.
///
/// Steps of 1e-4 of a spend: the error by the third derivative is some 1e-9 of the slope (curves bend over the spend itself), that by
/// rounding 1e-15 of the value over the step: the value is at most some thousand times the spend times the slope. 1e-6 of the slopes is above both.
fn differs(simulator: &mut Simulator, decision: &Decision, slopes: &[f64], name: &str) {
    let largest = slopes.iter().fold(0.0_f64, |most, slope| most.max(slope.abs()));
    for place in (0..slopes.len())
        .step_by(slopes.len() / 5)
        .filter(|&place| decision.spend[place] > 0.0)
    {
        let step = 1e-4 * decision.spend[place];
        let mut beside = |side: f64| {
            let mut moved = decision.clone();
            moved.spend[place] += side * step;
            simulator.value_in(&moved, Form::True)
        };
        let slope = (beside(1.0) - beside(-1.0)) / (2.0 * step);
        assert!(
            (slope - slopes[place]).abs() <= 1e-6 * largest,
            "{name} at {place}: {slope} {}",
            slopes[place]
        );
    }
}

/// An augmented Lagrangian of limits: leads per period, cost of an incremental customer, payback by the end.
struct Limits {
    seed: Outcome<f64>,
    most_leads: f64,
    most_cac: f64,
    customers_before: f64,
    margin: f64,
    gross_before: Vec<f64>,
}

impl Limits {
    fn of(simulator: &mut Simulator) -> Self {
        let today = simulator.today();
        let outcome = simulator.outcome(&today);
        let new = outcome.customers - simulator.baseline().customers;
        Self {
            seed: simulator.model().objective_seed(),
            // broken in about half of the periods
            most_leads: outcome.leads / today.periods as f64,
            // broken by a tenth
            most_cac: 0.9 * outcome.invest / new,
            customers_before: simulator.baseline().customers,
            margin: simulator.model().margin(simulator.params()),
            gross_before: simulator.baseline_gross().to_vec(),
        }
    }
}

impl Merit for Limits {
    fn weigh(&self, outcome: &Outcome<f64>, flows: &[Flows], weights: &mut Weights<f64>) -> f64 {
        let mut value = outcome.weighed(&self.seed);
        weights.totals = self.seed;
        for (t, flow) in flows.iter().enumerate() {
            let over = (flow.leads - self.most_leads).max(0.0);
            value -= 0.5 * over * over;
            weights.leads[t] -= over;
        }
        // invest <= most_cac · incremental customers, in thousands
        let dear = ((outcome.invest - self.most_cac * (outcome.customers - self.customers_before)) / 1e3).max(0.0);
        value -= 50.0 * dear * dear;
        weights.totals.invest -= 0.1 * dear;
        weights.totals.customers += 0.1 * dear * self.most_cac;
        // twice the money back in three quarters of the horizon
        let due = flows.len() * 3 / 4;
        let back: f64 = flows[..due]
            .iter()
            .zip(&self.gross_before)
            .map(|(flow, before)| self.margin * flow.revenue - before)
            .sum();
        let spent: f64 = flows[..due].iter().map(|flow| flow.invest).sum();
        let late = ((2.0 * spent - back) / 1e3).max(0.0);
        value -= 50.0 * late * late;
        for t in 0..due {
            weights.gross[t] += 0.1 * late;
            weights.invest[t] -= 0.2 * late;
        }
        value
    }
}

#[test]
fn a_merit_of_limits_has_its_slopes() {
    for mut simulator in scenarios() {
        let today = simulator.today();
        let limits = Limits::of(&mut simulator);
        let mut slopes = vec![0.0; today.spend.len()];
        let value = simulator.merit(&today, Form::True, &limits, &mut slopes);
        assert_eq!(simulator.merit(&today, Form::True, &limits, &mut []), value);
        let plain = simulator.value_in(&today, Form::True);
        assert!(value < plain, "limits that are broken cost something: {value} {plain}");
        let largest = slopes.iter().fold(0.0_f64, |most, slope| most.max(slope.abs()));
        for place in (0..slopes.len()).step_by(7).filter(|&place| today.spend[place] > 0.0) {
            // as in `differs`; where a step crosses the kink of a squared excess the second derivative jumps, which is no error of the first
            let step = 1e-4 * today.spend[place];
            let mut beside = |side: f64| {
                let mut moved = today.clone();
                moved.spend[place] += side * step;
                simulator.merit(&moved, Form::True, &limits, &mut [])
            };
            let slope = (beside(1.0) - beside(-1.0)) / (2.0 * step);
            assert!(
                (slope - slopes[place]).abs() <= 1e-5 * largest,
                "{place}: {slope} {}",
                slopes[place]
            );
        }
    }
}

/// The cumulative gross profit of the baseline is what a plan without money earns.
#[test]
fn the_baseline_is_the_run_without_money() {
    for mut simulator in scenarios() {
        let nothing = simulator.nothing();
        let forecast = simulator.forecast(&nothing);
        let gross: Vec<f64> = forecast.periods.iter().map(|period| period.gross).collect();
        assert_eq!(simulator.baseline_gross(), gross);
    }
}

/// How much each draw counts, by hand: the worst first.
fn worst_by_hand(values: &[f64], worst: f64) -> Vec<f64> {
    let mut order: Vec<(f64, usize)> = values.iter().copied().zip(0..).collect();
    order.sort_by(|a, b| a.0.partial_cmp(&b.0).expect("numbers"));
    let mut left = worst;
    let mut shares = vec![0.0; values.len()];
    for (_, draw) in order {
        shares[draw] = (1.0 / values.len() as f64).min(left) / worst;
        left = (left - 1.0 / values.len() as f64).max(0.0);
    }
    shares
}

/// Value and derivative by each draw's value.
fn risk_by_hand(risk: Risk, values: &[f64], today: &[f64]) -> (f64, Vec<f64>) {
    let count = values.len() as f64;
    let mean = |values: &[f64]| values.iter().sum::<f64>() / count;
    let even = vec![1.0 / count; values.len()];
    let weighed = |weights: &[f64]| weights.iter().zip(values).map(|(w, v)| w * v).sum::<f64>();
    match risk {
        Risk::Mean => (mean(values), even),
        Risk::Cvar { worst } => {
            let weights = worst_by_hand(values, worst);
            (weighed(&weights), weights)
        }
        Risk::MeanDeviation { lambda, worst } => {
            let weights = worst_by_hand(values, worst);
            let value = mean(values) - lambda * (mean(values) - weighed(&weights));
            let weights = weights.iter().map(|w| 1.0 / count - lambda * (1.0 / count - w)).collect();
            (value, weights)
        }
        Risk::Probability { target } => {
            let middle = mean(today);
            let width = 0.1 * (today.iter().map(|v| (v - middle) * (v - middle)).sum::<f64>() / count).sqrt();
            let step = |value: &f64| 1.0 / (1.0 + osa::math::exp(-(value - target) / width));
            let value = values.iter().map(step).sum::<f64>() / count;
            let slope = |value: &f64| step(value) * (1.0 - step(value)) / width / count;
            (value, values.iter().map(slope).collect())
        }
    }
}

/// The risks of the tests, for a goal with these values.
fn risks(values: &[f64]) -> Vec<Risk> {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let sd = (values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / values.len() as f64).sqrt();
    vec![
        Risk::Mean,
        Risk::Cvar { worst: 0.1 },
        Risk::Cvar { worst: 1e-3 },
        Risk::Cvar { worst: 0.97 },
        Risk::Probability { target: mean },
        Risk::Probability { target: mean - 1.5 * sd },
        Risk::MeanDeviation { lambda: 0.4, worst: 0.2 },
        Risk::MeanDeviation { lambda: 1.0, worst: 0.05 },
    ]
}

/// A plan that is not today's.
fn another(today: &Decision) -> Decision {
    let mut decision = today.clone();
    for (place, spend) in decision.spend.iter_mut().enumerate() {
        *spend *= 0.8 + 0.05 * (place % 9) as f64;
    }
    decision
}

#[test]
fn a_risk_weighs_the_draws_and_their_slopes() {
    for simulator in scenarios() {
        let runs = one_by_one(&simulator);
        let today = simulator.today();
        let decision = another(&today);
        for goal in [GOALS[0], GOALS[3], GOALS[5]] {
            let mut simulator = simulator.clone();
            simulator.expect(SAMPLING);
            simulator.aim(goal);
            assert_eq!(simulator.expected_over(), Some(DRAWS));
            let (mut values, mut todays, mut slopes) = (Vec::new(), Vec::new(), Vec::new());
            for run in &runs {
                let mut run = run.clone();
                run.aim(goal);
                let mut by_spend = vec![0.0; decision.spend.len()];
                values.push(run.slopes_in(&decision, Form::True, &mut by_spend));
                todays.push(run.value_in(&today, Form::True));
                slopes.push(by_spend);
            }
            // a draw has the bits of a run by itself
            assert_eq!(simulator.reached_in_draws(&decision, Form::True), values, "{goal:?}");
            for risk in risks(&values) {
                simulator.judge(risk);
                assert_eq!(simulator.judged_by(), Some(risk));
                let (value, weights) = risk_by_hand(risk, &values, &todays);
                let mut found = vec![0.0; decision.spend.len()];
                let climbed = simulator.slopes_in(&decision, Form::True, &mut found);
                // some hundreds of values in another order, and another form of the step
                let size = values.iter().fold(value.abs(), |most, v| {
                    if matches!(risk, Risk::Probability { .. }) {
                        most
                    } else {
                        most.max(v.abs())
                    }
                });
                assert!((climbed - value).abs() <= 1e-12 * size, "{goal:?} {risk:?}: {climbed} {value}");
                assert_eq!(simulator.value_in(&decision, Form::True), climbed);
                for (place, &found) in found.iter().enumerate() {
                    let terms = || weights.iter().zip(&slopes).map(|(weight, slopes)| weight * slopes[place]);
                    let (expected, size) = (terms().sum::<f64>(), terms().map(f64::abs).sum::<f64>());
                    // as above; the weights of a probability are as exact as the width, and its square is in the exponent
                    assert!(
                        (found - expected).abs() <= 1e-11 * size,
                        "{goal:?} {risk:?} at {place}: {found} {expected}"
                    );
                }
                if let Risk::Probability { target } = risk {
                    let share = values.iter().filter(|&&v| v >= target).count() as f64 / DRAWS as f64;
                    assert_eq!(simulator.objective(&decision), share);
                    // a logistic step of a tenth of a deviation
                    assert!((climbed - share).abs() < 0.03, "{climbed} {share}");
                } else {
                    assert_eq!(simulator.objective(&decision), climbed);
                }
            }
        }
    }
}

#[test]
fn slopes_of_risks_are_derivatives() {
    let mut simulator = simulator("outdoor-shop.toml");
    simulator.expect(SAMPLING);
    let decision = another(&simulator.today());
    for goal in [GOALS[0], GOALS[3]] {
        simulator.aim(goal);
        simulator.judge(Risk::Mean);
        for risk in risks(&simulator.reached_in_draws(&decision, Form::True)) {
            simulator.judge(risk);
            let mut slopes = vec![0.0; decision.spend.len()];
            simulator.slopes_in(&decision, Form::True, &mut slopes);
            differs(&mut simulator, &decision, &slopes, &format!("{goal:?} {risk:?}"));
        }
    }
}

#[test]
fn the_worst_of_all_draws_is_the_mean() {
    let mut simulator = simulator("outdoor-shop.toml");
    simulator.expect(SAMPLING);
    let decision = another(&simulator.today());
    let mut look = |risk| {
        simulator.judge(risk);
        let mut slopes = vec![0.0; decision.spend.len()];
        (simulator.slopes_in(&decision, Form::True, &mut slopes), slopes)
    };
    let mean = look(Risk::Mean);
    assert_eq!(look(Risk::Cvar { worst: 1.0 }), mean);
    let (value, slopes) = look(Risk::MeanDeviation { lambda: 0.0, worst: 0.1 });
    assert_eq!(value, mean.0);
    // weights of 1/n, each rounded, in the place of a division by n
    assert!(slopes.iter().zip(&mean.1).all(|(a, b)| (a - b).abs() <= 1e-13 * b.abs().max(1e-3)));
    // the worst tenth is worse than the worst half, and that worse than the mean
    let tenth = look(Risk::Cvar { worst: 0.1 }).0;
    let half = look(Risk::Cvar { worst: 0.5 }).0;
    assert!(tenth < half && half < mean.0);
}

#[test]
fn a_probability_knows_its_ends() {
    let mut simulator = simulator("outdoor-shop.toml");
    let today = simulator.today();
    let at_medians = simulator.objective(&today);
    simulator.judge(Risk::Cvar { worst: 0.5 });
    assert_eq!((simulator.judged_by(), simulator.objective(&today)), (None, at_medians));
    simulator.expect(SAMPLING);
    for (target, expected) in [(-1e300, 1.0), (1e300, 0.0)] {
        simulator.judge(Risk::Probability { target });
        let mut slopes = vec![f64::NAN; today.spend.len()];
        assert_eq!(simulator.slopes_in(&today, Form::True, &mut slopes), expected);
        assert!(slopes.iter().all(|&slope| slope == 0.0));
        assert_eq!(simulator.objective(&today), expected);
    }
}

#[test]
fn threads_change_no_bit() {
    let simulator = simulator("outdoor-shop.toml");
    let decision = another(&simulator.today());
    let bits = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| {
            let mut simulator = simulator.clone();
            // more than a round of parts, and a rest
            simulator.expect(Sampling::new(4_500, 3));
            simulator.aim(GOALS[3]);
            let mut all = Vec::new();
            let target = simulator.objective(&decision);
            for risk in [Risk::Mean, Risk::Cvar { worst: 0.1 }, Risk::Probability { target }] {
                simulator.judge(risk);
                let mut slopes = vec![0.0; decision.spend.len()];
                all.push(simulator.slopes_in(&decision, Form::True, &mut slopes).to_bits());
                all.extend(slopes.iter().map(|slope| slope.to_bits()));
            }
            all
        })
    };
    let one = bits(1);
    assert_eq!(bits(2), one);
    assert_eq!(bits(3), one);
}
