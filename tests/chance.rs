//! A run by whole people: right on average, right in its spread, nobody lost, the same for everybody who asks again.
#![expect(clippy::disallowed_methods, reason = "a test may ask another implementation")]

mod common;

use std::path::Path;

use common::{Allow, Case, known, plain, reaching};
use osa::math::Isa;
use osa::model::{Flows, Outcome, WholePeople, Workspace};
use osa::scenario::{Capacity, Carryover, Curve, Lag, ReachSize, Retention, Scenario, Season};

const RUNS: u64 = if cfg!(debug_assertions) { 2_000 } else { 20_000 };

fn flows(case: &Case, ws: &Workspace<f64>) -> Vec<Flows> {
    (0..case.model.horizon()).map(|t| case.model.flows(ws, t)).collect()
}

fn by_chance(case: &Case, ws: &mut Workspace<f64>, people: WholePeople) -> (Outcome<f64>, Vec<Flows>) {
    let outcome = case.model.forward_by_chance(case.inputs(), ws, people);
    (outcome, flows(case, ws))
}

const COUNTS: [&str; 9] = [
    "visits",
    "leads created",
    "leads",
    "handled",
    "backlog",
    "customers created",
    "customers",
    "active",
    "repeat orders",
];

fn counts(flows: &Flows) -> [f64; 9] {
    [
        flows.visits,
        flows.leads_created,
        flows.leads,
        flows.handled,
        flows.backlog,
        flows.customers_created,
        flows.customers,
        flows.active,
        flows.repeat_orders,
    ]
}

/// Sums of a number over many runs.
#[derive(Clone, Copy, Default)]
struct Moments {
    runs: f64,
    sum: f64,
    squares: f64,
}

impl Moments {
    /// `about` is a number near the mean, so that the squares keep their digits.
    fn add(&mut self, x: f64, about: f64) {
        self.runs += 1.0;
        self.sum += x - about;
        self.squares += (x - about) * (x - about);
    }
    fn mean_above(&self) -> f64 {
        self.sum / self.runs
    }
    fn variance(&self) -> f64 {
        self.squares / self.runs - self.mean_above() * self.mean_above()
    }
}

/// Moments of each count of each period, over many runs.
fn moments(case: &Case, runs: u64) -> Vec<[Moments; 9]> {
    let expected = flows(case, &case.run().1);
    let mut ws = Workspace::new(&case.model);
    let mut moments = vec![[Moments::default(); 9]; case.model.horizon()];
    for draw in 0..runs {
        let (_, run) = by_chance(case, &mut ws, WholePeople::new(7, draw));
        for ((moments, run), expected) in moments.iter_mut().zip(&run).zip(&expected) {
            for ((moments, x), about) in moments.iter_mut().zip(counts(run)).zip(counts(expected)) {
                moments.add(x, about);
            }
        }
    }
    moments
}

/// Everything that is linear in people: lags, two streams, referrals, lifts by a channel, starting customers that are no whole number.
fn linear(referral: f64, customers: f64) -> Scenario {
    let mut scenario = plain(6, 30.0, Retention::Constant(known(0.8)));
    scenario.act.rate = known(0.3);
    scenario.act.lag = Lag::Gamma { mean: 1.0, sd: 0.8 };
    scenario.convert.rate = known(0.4);
    scenario.convert.lag = Lag::Periods(1);
    scenario.engage.customers = known(customers);
    scenario.engage.repeat_rate = known(1.3);
    scenario.engage.referral = known(referral);
    scenario.reach.season = Season::ByPeriod(vec![1.0, 0.2, 1.5, 0.7, 30.0, 1.0]);
    let mut channel = reaching(
        "search",
        vec![900.0, 0.0, 400.0, 0.0, 0.0, 100.0],
        300.0,
        Carryover::None,
        Curve::Linear,
        ReachSize::Cost(known(10.0)),
    );
    channel.act_quality = Some(known(1.8));
    channel.convert_quality = Some(known(0.5));
    scenario.channels.push(channel);
    scenario
}

fn assert_means(case: &Case, runs: u64) {
    for (t, moments) in moments(case, runs).iter().enumerate() {
        for (name, moments) in COUNTS.iter().zip(moments) {
            // four standard errors; what is certain is off by rounding alone
            let bound = 4.0 * (moments.variance().max(0.0) / moments.runs).sqrt() + 1e-9;
            let off = moments.mean_above();
            assert!(off.abs() <= bound, "{name} of period {t}: {off} off, {bound} allowed");
        }
    }
}

#[test]
fn the_mean_is_the_expected_run() {
    assert_means(&Case::of(linear(0.2, 41.3)), RUNS);
    let mut cohorts = linear(0.0, 25.5);
    cohorts.engage.retention = Retention::ShiftedBetaGeometric {
        alpha: known(1.2),
        beta: known(2.5),
    };
    assert_means(&Case::of(cohorts), RUNS);
}

/// Poisson visits, thinned and delayed by chance, are Poisson: their variance is their mean, in every stage.
#[test]
fn the_spread_is_that_of_people() {
    let case = Case::of(linear(0.0, 0.0));
    let expected = flows(&case, &case.run().1);
    for (t, (moments, expected)) in moments(&case, RUNS).iter().zip(&expected).enumerate() {
        for ((name, moments), mean) in COUNTS.iter().zip(moments).zip(counts(expected)) {
            if ["repeat orders", "backlog"].contains(name) {
                continue;
            }
            // a Poisson sample's variance has the variance (2 mean² + mean) / n
            let bound = 4.0 * ((2.0 * mean * mean + mean) / moments.runs).sqrt() + 1e-9;
            let off = moments.variance() - mean;
            assert!(
                off.abs() <= bound,
                "variance of {name} of period {t}: {mean} and {off}, {bound} allowed"
            );
        }
    }
}

#[test]
fn kept_customers_and_their_orders_are_binomial() {
    let mut scenario = plain(4, 0.0, Retention::Constant(known(0.8)));
    scenario.engage.customers = known(40.0);
    scenario.engage.repeat_rate = known(1.3);
    let case = Case::of(scenario);
    for (t, moments) in moments(&case, RUNS).iter().enumerate() {
        let left = 0.8_f64.powi(t as i32 + 1);
        let active = 40.0 * left * (1.0 - left);
        // each one who is kept orders once, and again with 0.3
        let orders = 1.3 * 1.3 * active + 40.0 * left * 0.3 * 0.7;
        for (place, variance) in [(7, active), (8, orders)] {
            // the kurtosis of these sums is below 3.2: four standard errors of the variance
            let bound = 4.0 * variance * (2.2 / moments[place].runs).sqrt();
            let off = moments[place].variance() - variance;
            assert!(off.abs() <= bound, "{} of period {t}: {variance} and {off}", COUNTS[place]);
        }
    }
}

/// Visits of two periods, visits and leads of other visits, know nothing of each other.
#[test]
fn numbers_of_different_places_are_independent() {
    let mut scenario = plain(3, 50.0, Retention::Constant(known(0.8)));
    scenario.act.lag = Lag::Periods(1);
    scenario.engage.customers = known(100.0);
    let case = Case::of(scenario);
    let mut ws = Workspace::new(&case.model);
    let mut sums = [[0.0; 4]; 4];
    for draw in 0..RUNS {
        let (_, run) = by_chance(&case, &mut ws, WholePeople::new(1, draw));
        let kept = |t: usize, before: f64| (run[t].active - run[t].customers - 0.8 * before) / (0.16 * before).sqrt();
        let standard = [
            (run[0].visits - 50.0) / 50.0_f64.sqrt(),
            (run[1].visits - 50.0) / 50.0_f64.sqrt(),
            // of the pipeline from before the horizon
            (run[0].leads - 25.0) / 5.0,
            kept(0, 100.0),
        ];
        for (row, a) in sums.iter_mut().zip(standard) {
            for (sum, b) in row.iter_mut().zip(standard) {
                *sum += a * b;
            }
        }
    }
    for (i, row) in sums.iter().enumerate() {
        for (j, sum) in row.iter().enumerate() {
            let correlation = sum / RUNS as f64;
            let expected = if i == j { 1.0 } else { 0.0 };
            // four standard errors, larger on the diagonal
            let bound = 4.0 * (2.1 / RUNS as f64).sqrt();
            assert!((correlation - expected).abs() < bound, "{i}, {j}: {correlation}");
        }
    }
}

fn assert_whole(flows: &[Flows], name: &str) {
    for (t, flows) in flows.iter().enumerate() {
        for (count, x) in COUNTS.iter().zip(counts(flows)) {
            assert!(x >= 0.0 && x == x.floor() && x.is_finite(), "{name}: {count} of period {t} is {x}");
        }
    }
}

/// One burst of visits in period 0, and long enough a horizon for the last of them to sign.
#[test]
fn lags_lose_nobody() {
    for (act, convert) in [
        (Lag::Gamma { mean: 2.0, sd: 1.5 }, Lag::Periods(3)),
        (Lag::Periods(0), Lag::Gamma { mean: 0.4, sd: 0.6 }),
    ] {
        let mut scenario = plain(80, 0.0, Retention::Constant(known(0.5)));
        scenario.act.lag = act;
        scenario.convert.lag = convert;
        let mut spend = vec![0.0; 80];
        spend[0] = 700.0;
        let size = ReachSize::Cost(known(1.0));
        (scenario.channels).push(reaching("c", spend, 0.0, Carryover::None, Curve::Linear, size));
        let case = Case::of(scenario);
        let mut ws = Workspace::new(&case.model);
        for draw in 0..500 {
            let (outcome, run) = by_chance(&case, &mut ws, WholePeople::new(2, draw));
            assert_whole(&run, "a burst");
            assert!(outcome.visits > 500.0 && outcome.leads > 200.0);
            assert_eq!(outcome.leads, outcome.leads_created, "draw {draw}");
            assert_eq!(outcome.customers, outcome.customers_created, "draw {draw}");
        }
    }
}

fn desk(leads: f64, backlog: f64, loss: f64) -> Option<Capacity> {
    Some(Capacity {
        leads: known(leads),
        backlog,
        backlog_loss: known(loss),
    })
}

#[test]
fn the_desk_loses_nobody_and_never_works_more_than_it_can() {
    for (capacity, loss) in [(7.6, 0.0), (7.6, 0.2), (0.3, 0.5), (0.0, 0.1), (1e15, 0.1), (9.0, 0.0)] {
        let mut scenario = linear(0.1, 20.0);
        scenario.convert.capacity = desk(capacity, 2.5, loss);
        let case = Case::of(scenario);
        let mut ws = Workspace::new(&case.model);
        let (mut first, mut waited) = (0.0, 0.0);
        for draw in 0..1000 {
            let (_, run) = by_chance(&case, &mut ws, WholePeople::new(3, draw));
            assert_whole(&run, "a desk");
            let mut backlog = None;
            let mut handled = 0.0;
            for (t, flows) in run.iter().enumerate() {
                let arrived_and_stayed = flows.handled + flows.backlog;
                let stayed = arrived_and_stayed - flows.leads;
                match backlog {
                    Some(backlog) if loss == 0.0 => assert_eq!(stayed, backlog, "period {t}"),
                    Some(backlog) => assert!(stayed >= 0.0 && stayed <= backlog, "period {t}"),
                    None => {
                        // 2.5 leads wait on the first day: two or three
                        assert!((0.0..=3.0).contains(&stayed), "{stayed}");
                        first += stayed;
                    }
                }
                handled += flows.handled;
                assert!(flows.handled <= capacity.ceil());
                assert!(handled <= capacity * (t + 1) as f64 + 1e-9, "{handled} in {t} periods");
                // whoever waits, waits because the desk is full
                if flows.backlog > 0.0 {
                    assert!(flows.handled >= capacity.floor(), "period {t}");
                    waited += 1.0;
                }
                backlog = Some(flows.backlog);
            }
        }
        // two or three with equal chance, then each stays by itself: below 1.2 a run's standard deviation
        let mean = 2.5 * (1.0 - loss);
        assert!((first / 1000.0 - mean).abs() < 4.0 * 1.2 / 1000.0_f64.sqrt(), "{first}");
        assert!(waited > 0.0 || capacity > 100.0);
    }
}

/// A lead takes longer than a period: 0.4 a period are two in five.
#[test]
fn a_slow_desk_finishes_what_it_begins() {
    let mut scenario = plain(25, 0.0, Retention::Constant(known(0.5)));
    scenario.convert.capacity = desk(0.4, 1000.0, 0.0);
    let (outcome, _) = by_chance(
        &Case::of(scenario.clone()),
        &mut Workspace::new(&Case::of(scenario).model),
        WholePeople::new(0, 0),
    );
    assert!((outcome.handled - 10.0).abs() <= 1.0, "{}", outcome.handled);
}

/// Two streams wait; only the channel's leads ever sign, and all of them do.
#[test]
fn streams_are_handled_in_proportion() {
    let mut scenario = plain(1, 60.0, Retention::Constant(known(0.5)));
    scenario.convert.rate = known(1e-9);
    scenario.convert.capacity = desk(10.0, 0.0, 0.0);
    let size = ReachSize::Cost(known(1.0));
    let mut channel = reaching("c", vec![20.0], 20.0, Carryover::None, Curve::Linear, size);
    channel.convert_quality = Some(known(1e18));
    scenario.channels.push(channel);
    let case = Case::of(scenario);
    let mut ws = Workspace::new(&case.model);
    let mut signed = 0.0;
    for draw in 0..RUNS {
        let (_, run) = by_chance(&case, &mut ws, WholePeople::new(4, draw));
        signed += run[0].customers_created;
        assert!(run[0].customers_created <= run[0].handled);
    }
    // 30 organic leads and 10 of the channel for 10 places: a quarter of them, but for second-order terms below 0.02; sd below 1
    let mean = signed / RUNS as f64;
    assert!((mean - 2.5).abs() < 0.02 + 4.0 / (RUNS as f64).sqrt(), "{mean}");
}

#[test]
fn waiting_leads_give_up_one_by_one() {
    let mut scenario = plain(3, 0.0, Retention::Constant(known(0.5)));
    scenario.convert.capacity = desk(0.0, 50.0, 0.3);
    let case = Case::of(scenario);
    for (t, moments) in moments(&case, RUNS).iter().enumerate() {
        let left = 0.7_f64.powi(t as i32 + 1);
        let variance = 50.0 * left * (1.0 - left);
        let found = moments[4];
        assert!(found.mean_above().abs() < 4.0 * (variance / found.runs).sqrt());
        assert!((found.variance() - variance).abs() < 4.0 * variance * (2.1 / found.runs).sqrt());
    }
}

/// Bits of a run's totals and counts.
fn bits((outcome, flows): &(Outcome<f64>, Vec<Flows>)) -> Vec<u64> {
    let counts = flows.iter().flat_map(counts);
    outcome.values().into_iter().chain(counts).map(f64::to_bits).collect()
}

#[test]
fn random_scenarios_run_by_whole_people() {
    let scenarios = if cfg!(debug_assertions) { 40 } else { 600 };
    let mut differ = 0;
    for seed in 0..scenarios {
        let case = Case::random(seed, Allow::ALL);
        let mut ws = Workspace::new(&case.model);
        let people = WholePeople::new(seed, 5);
        let first = by_chance(&case, &mut ws, people);
        assert_whole(&first.1, &format!("scenario {seed}"));
        assert!(first.0.values().iter().all(|x| x.is_finite()), "scenario {seed}");
        for &isa in Isa::available() {
            let outcome = case.model.forward_by_chance_on(isa, case.inputs(), &mut ws, people);
            assert!(bits(&(outcome, flows(&case, &ws))) == bits(&first), "scenario {seed}, {isa:?}");
        }
        for others in [
            WholePeople::new(seed, 4),
            WholePeople::new(seed, 6),
            WholePeople::new(seed + 1, 5),
            WholePeople::new(5, seed),
        ] {
            differ += usize::from(bits(&by_chance(&case, &mut ws, others)) != bits(&first));
        }
        // the expected run in the same buffers is what it is without
        let expected = case.run();
        case.model.forward(case.inputs(), &mut ws);
        assert_eq!(flows(&case, &ws), flows(&case, &expected.1), "scenario {seed}");
        // and luck asked again is the same luck
        assert!(bits(&by_chance(&case, &mut ws, people)) == bits(&first), "scenario {seed}, again");
    }
    // of all scenarios only those with nobody in them have nothing to chance
    assert!(differ as u64 > 4 * scenarios - scenarios / 10, "{differ}");
}

/// What streams brought adds up to the flows: to a rounding in the expected run, whole in one by chance.
#[test]
fn streams_bring_what_flows() {
    for seed in 0..200 {
        let case = Case::random(seed, Allow::ALL);
        let mut ws = Workspace::new(&case.model);
        for whole in [false, true] {
            if whole {
                case.model.forward_by_chance(case.inputs(), &mut ws, WholePeople::new(seed, 1));
            } else {
                case.model.forward(case.inputs(), &mut ws);
            }
            for (t, flows) in flows(&case, &ws).iter().enumerate() {
                let brought: Vec<_> = (0..case.model.streams()).map(|stream| case.model.brought(&ws, stream, t)).collect();
                let sums = [
                    (brought.iter().map(|brought| brought.visits).sum::<f64>(), flows.visits),
                    (brought.iter().map(|brought| brought.leads).sum::<f64>(), flows.leads_created),
                    (
                        brought.iter().map(|brought| brought.customers).sum::<f64>(),
                        flows.customers_created,
                    ),
                ];
                for (sum, flow) in sums {
                    // sums of a few numbers in another order
                    let rounding = if whole { 0.0 } else { 1e-12 * flow.abs() };
                    assert!((sum - flow).abs() <= rounding, "scenario {seed}, period {t}: {sum} of {flow}");
                }
                if whole {
                    let parts = brought
                        .iter()
                        .flat_map(|brought| [brought.visits, brought.leads, brought.customers]);
                    assert!(
                        parts.into_iter().all(|part| part == part.floor() && part >= 0.0),
                        "scenario {seed}, period {t}"
                    );
                }
            }
        }
    }
}

/// A plan that spends a tenth more, with the same luck: the difference is far quieter than that of two plans with luck of their own.
#[test]
fn plans_with_the_same_draw_share_their_luck() {
    let loaded = Scenario::from_path(Path::new("scenarios/outdoor-shop.toml"))
        .expect("a scenario")
        .scenario;
    let mut case = Case::of(loaded);
    let mut ws = Workspace::new(&case.model);
    let runs = 300;
    let today: Vec<f64> = (0..=runs)
        .map(|draw| by_chance(&case, &mut ws, WholePeople::new(0, draw)).0.customers)
        .collect();
    for x in &mut case.decision.spend {
        *x *= 1.1;
    }
    let more: Vec<f64> = (0..=runs)
        .map(|draw| by_chance(&case, &mut ws, WholePeople::new(0, draw)).0.customers)
        .collect();
    let spread = |shift: usize| {
        let mut moments = Moments::default();
        for draw in 0..runs as usize {
            moments.add(more[draw + shift] - today[draw], more[0] - today[0]);
        }
        moments.variance()
    };
    assert!(spread(0) < 0.1 * spread(1), "{} and {}", spread(0), spread(1));
}

#[test]
fn sizes_without_end_neither_hang_nor_panic() {
    for organic in [0.0, 1e-12, 1e9, 1e12, 1e15] {
        let mut scenario = linear(0.2, organic);
        scenario.reach.organic = known(organic);
        scenario.convert.capacity = desk(organic / 7.0, 0.1, 0.3);
        let case = Case::of(scenario);
        let mut ws = Workspace::new(&case.model);
        for draw in 0..50 {
            let (_, run) = by_chance(&case, &mut ws, WholePeople::new(8, draw));
            assert_whole(&run, &format!("{organic} visits"));
        }
    }
}

/// What is not a number stays none: a draw without a forecast is not made one by chance.
#[test]
fn what_is_not_finite_stays_so() {
    for seed in 0..200 {
        let mut case = Case::random(seed, Allow::ALL);
        let mut ws = Workspace::new(&case.model);
        for value in [f64::NAN, f64::INFINITY] {
            for key in ["reach.organic", "engage.customers", "engage.repeat_rate", "act.rate"] {
                let place = case.param(key);
                let before = std::mem::replace(&mut case.params[place], value);
                let expected = case.run().0.revenue;
                let found = by_chance(&case, &mut ws, WholePeople::new(0, seed)).0.revenue;
                assert_eq!(found.is_finite(), expected.is_finite(), "scenario {seed}, {key} = {value}");
                case.params[place] = before;
            }
        }
    }
}
