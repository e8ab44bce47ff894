//! Shares of variance, switching values and values of information against closed forms, SALib and plain runs of the model.

use std::path::Path;

use osa::analyze::{Safe, Sensitivity, sensitivity};
use osa::math::{Estimate, PickFreeze, Picked, Studied, exp, gamma_survival, normal_quantile};
use osa::model::Decision;
use osa::scenario::{Distribution, Inverse, Quantity, Scenario};
use osa::simulate::{Sampling, Simulator};
use serde_json::Value;

/// Runs a function of numbers between 0 and 1 point by point.
struct Function<F> {
    inverses: Vec<Inverse>,
    outputs: usize,
    of: F,
}

impl<F: Fn(&[f64]) -> Vec<f64>> Studied for Function<F> {
    fn inputs(&self) -> usize {
        self.inverses.len()
    }
    fn outputs(&self) -> usize {
        self.outputs
    }
    fn values(&self, input: usize, numbers: &mut [f64]) {
        self.inverses[input].apply(numbers);
    }
    fn run(&self, values: &[f64], count: usize) -> Vec<f64> {
        let mut found = vec![0.0; self.outputs * count];
        for point in 0..count {
            let x: Vec<f64> = values.chunks_exact(count).map(|row| row[point]).collect();
            for (output, value) in (self.of)(&x).into_iter().enumerate() {
                found[output * count + point] = value;
            }
        }
        found
    }
}

/// 16 replicates of 256 points, as `osa analyze` takes them; one group for each input.
fn picked(function: &impl Studied, seed: u64) -> Picked {
    let design = PickFreeze {
        groups: (0..function.inputs()).map(|input| vec![input]).collect(),
        replicates: 16,
        points: 256,
        seed,
    };
    design.run(function)
}

fn of(distribution: Distribution) -> Inverse {
    Inverse::new(Quantity { distribution })
}

const UNIT: Distribution = Distribution::Uniform { min: 0.0, max: 1.0 };
const NORMAL: Distribution = Distribution::Normal { mean: 0.0, sd: 1.0 };

fn ishigami() -> Function<impl Fn(&[f64]) -> Vec<f64>> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the test function is made of sines; their last bit does not matter here"
    )]
    let of_x = |x: &[f64]| {
        let (s1, s2) = (x[0].sin(), x[1].sin());
        vec![s1 + 7.0 * s2 * s2 + 0.1 * x[2] * x[2] * x[2] * x[2] * s1]
    };
    let pi = std::f64::consts::PI;
    Function {
        inverses: vec![of(Distribution::Uniform { min: -pi, max: pi }); 3],
        outputs: 1,
        of: of_x,
    }
}

/// `profit = reach · act · convert · value − spend`.
fn funnel() -> Function<impl Fn(&[f64]) -> Vec<f64>> {
    // a lognormal quantity with these parameters of its logarithm, by its 5th and 95th percentile
    let lognormal = |median: f64, sigma: f64| {
        let factor = exp(normal_quantile(0.95) * sigma);
        of(Distribution::LogNormalInterval {
            low: median / factor,
            high: median * factor,
        })
    };
    let beta = |alpha: f64, beta: f64| {
        let total = alpha + beta;
        of(Distribution::Beta {
            mean: alpha / total,
            sd: (alpha * beta / (total * total * (total + 1.0))).sqrt(),
        })
    };
    Function {
        inverses: vec![
            lognormal(10_000.0, 0.25),
            beta(20.0, 80.0),
            beta(8.0, 92.0),
            lognormal(60.0, 0.30),
            lognormal(8_000.0, 0.10),
        ],
        outputs: 1,
        of: |x: &[f64]| vec![x[0] * x[1] * x[2] * x[3] - x[4]],
    }
}

fn reference(name: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("data/golden/sobol.json")).expect("valid JSON");
    all[name].clone()
}

fn numbers(value: &Value) -> Vec<f64> {
    value
        .as_array()
        .expect("a list")
        .iter()
        .map(|x| x.as_f64().expect("a number"))
        .collect()
}

/// First orders and totals, one after the other.
fn all_shares(picked: &Picked) -> Vec<Estimate> {
    let shares = picked.shares(0).expect("it varies");
    shares.first_order.into_iter().chain(shares.total).collect()
}

fn both(reference: &Value, first_order: &str, total: &str) -> Vec<f64> {
    [numbers(&reference[first_order]), numbers(&reference[total])].concat()
}

#[test]
fn indices_are_those_of_salib_and_of_the_closed_forms() {
    for (name, found) in [
        ("ishigami", all_shares(&picked(&ishigami(), 1))),
        ("funnel", all_shares(&picked(&funnel(), 1))),
    ] {
        let reference = reference(name);
        for expected in [both(&reference, "S1", "ST"), both(&reference, "analytic_S1", "analytic_ST")] {
            assert_eq!(found.len(), expected.len());
            for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
                let off = (found.value - expected).abs() / found.standard_error;
                assert!(off < 3.0, "{name} {i}: {found:?}, not {expected}: {off} standard errors");
                // wide errors would make that easy: independent random numbers would give 0.01 to 0.03
                assert!(found.standard_error < 0.02, "{name} {i}: {found:?}");
            }
        }
    }
}

/// Over many seeds the distance to the truth is one standard error in the root of the mean square: neither more nor much less.
#[test]
fn standard_errors_are_honest() {
    let check = |name: &str, found: &dyn Fn(u64) -> Picked| {
        let expected = both(&reference(name), "analytic_S1", "analytic_ST");
        let mut squares = 0.0;
        let mut far = 0;
        let mut count = 0;
        for seed in 100..140 {
            for (found, expected) in all_shares(&found(seed)).into_iter().zip(&expected) {
                let off = (found.value - expected).abs() / found.standard_error;
                squares += off * off;
                far += usize::from(off > 3.0);
                count += 1;
            }
        }
        let typical = (squares / f64::from(count)).sqrt();
        // Student's t of 15 degrees of freedom has 1.07, and 0.9 % beyond 3; some hundred dependent values leave a quarter of play
        assert!((0.8..1.35).contains(&typical), "{name}: {typical}");
        assert!(
            far * 100 <= 3 * count as usize,
            "{name}: {far} of {count} beyond three standard errors"
        );
    };
    check("ishigami", &|seed| picked(&ishigami(), seed));
    check("funnel", &|seed| picked(&funnel(), seed));
}

#[test]
fn an_input_without_effect_has_exactly_nothing_and_the_only_one_everything() {
    let function = Function {
        inverses: vec![of(UNIT); 2],
        outputs: 2,
        of: |x: &[f64]| vec![exp(x[0]), 3.0],
    };
    let picked = picked(&function, 5);
    let shares = picked.shares(0).expect("it varies");
    let nothing = Estimate {
        value: 0.0,
        standard_error: 0.0,
    };
    assert_eq!((shares.first_order[1], shares.total[1]), (nothing, nothing));
    assert!(!nothing.differs_from_zero());
    for sole in [shares.first_order[0], shares.total[0]] {
        assert!((sole.value - 1.0).abs() < 3.0 * sole.standard_error + 1e-12, "{sole:?}");
        assert!(sole.differs_from_zero());
    }
    assert!(!shares.interaction.differs_from_zero(), "{:?}", shares.interaction);
    // what never varies has no shares
    assert_eq!(picked.shares(1), None);
}

#[test]
fn a_group_of_inputs_is_exchanged_together() {
    let function = Function {
        inverses: vec![of(NORMAL); 3],
        outputs: 1,
        of: |x: &[f64]| vec![2.0 * x[0] + x[1] * x[2]],
    };
    let design = PickFreeze {
        groups: vec![vec![0], vec![1, 2], vec![1]],
        replicates: 16,
        points: 256,
        seed: 3,
    };
    let shares = design.run(&function).shares(0).expect("it varies");
    // variances 4 and 1; the product has nothing of first order by one factor, all of it by both
    for (found, expected) in shares.first_order.iter().chain(&shares.total).zip([0.8, 0.2, 0.0, 0.8, 0.2, 0.2]) {
        assert!(
            (found.value - expected).abs() < 3.0 * found.standard_error,
            "{found:?}, not {expected}"
        );
    }
}

#[test]
fn points_without_a_finite_result_are_excluded_and_counted() {
    let function = Function {
        inverses: vec![of(UNIT); 2],
        outputs: 1,
        of: |x: &[f64]| vec![if x[0] > 0.95 { f64::INFINITY } else { x[0] + x[1] }],
    };
    let picked = picked(&function, 1);
    // a point counts where neither its own first number nor its partner's is in the last twentieth: 0.95² of them
    let share = picked.excluded() as f64 / (2.0 * 16.0 * 256.0);
    assert!((share - 0.0975).abs() < 0.02, "{share}");
    let shares = picked.shares(0).expect("it varies");
    assert!(shares.first_order.iter().all(|share| share.value.is_finite()));
}

/// `E max(0, a + b·Z) − max(0, a)` of a normal `Z`: `b·φ(a/b) − |a|·Φ(−|a|/b)`.
fn worth_of_normal(a: f64, b: f64) -> f64 {
    let z = a.abs() / b;
    let density = exp(-0.5 * z * z) / (2.0 * std::f64::consts::PI).sqrt();
    // the square of a normal number is twice a gamma of shape 1/2
    let below = 0.5 * gamma_survival(0.5 * z * z, 0.5, 1.0);
    b * density - a.abs() * below
}

#[test]
fn information_is_worth_what_the_closed_form_says() {
    for (mean, sds) in [(20.0, [30.0, 40.0]), (-20.0, [30.0, 40.0]), (5.0, [100.0, 10.0]), (0.0, [1.0, 2.0])] {
        let gain = move |x: &[f64]| mean + sds[0] * x[0] + sds[1] * x[1];
        let function = Function {
            inverses: vec![of(NORMAL); 3],
            outputs: 1,
            of: move |x: &[f64]| vec![gain(x)],
        };
        let picked = picked(&function, 2);
        let all = picked.information(0).expect("finite");
        let whole = (sds[0] * sds[0] + sds[1] * sds[1]).sqrt();
        let mut found = vec![(all, worth_of_normal(mean, whole))];
        for (input, sd) in sds.into_iter().enumerate() {
            found.push((picked.partial_information(input, 0).expect("finite"), worth_of_normal(mean, sd)));
        }
        for (found, expected) in found {
            let off = (found.value - expected).abs();
            assert!(off < 3.0 * found.standard_error, "{mean} {sds:?}: {found:?}, not {expected}");
            assert!(found.standard_error < 0.012 * whole, "{mean} {sds:?}: {found:?}");
            assert!(found.value <= all.value);
        }
        // the third input is in no formula
        let idle = picked.partial_information(2, 0).expect("finite");
        assert!(!idle.differs_from_zero(), "{idle:?}");
    }
}

/// Where nothing is known of the gain's sign, a rule judged by the draws that it was fitted to would always find some worth.
#[test]
fn what_knows_nothing_is_worth_nothing_in_the_mean() {
    let function = Function {
        inverses: vec![of(UNIT); 2],
        outputs: 1,
        // late digits: as good as random numbers, so that the points' evenness hides nothing
        of: |x: &[f64]| vec![(x[0] * 1e7).fract() - 0.5],
    };
    let worths: Vec<f64> = (0..40)
        .map(|seed| picked(&function, seed).partial_information(1, 0).expect("finite").value)
        .collect();
    let count = worths.len() as f64;
    let mean = worths.iter().sum::<f64>() / count;
    let variance = worths.iter().map(|worth| (worth - mean) * (worth - mean)).sum::<f64>() / (count - 1.0);
    let error = (variance / count).sqrt();
    assert!(mean < 3.0 * error, "{mean} ± {error}");
    assert!(worths.iter().any(|&worth| worth < 0.0));
}

#[test]
fn what_helps_only_together_is_worth_nothing_alone() {
    let function = Function {
        inverses: vec![of(NORMAL); 2],
        outputs: 1,
        of: |x: &[f64]| vec![x[0] * x[1]],
    };
    let picked = picked(&function, 4);
    let all = picked.information(0).expect("finite");
    // E max(0, Z₁·Z₂) = 1 / π
    assert!(
        (all.value - std::f64::consts::FRAC_1_PI).abs() < 3.0 * all.standard_error,
        "{all:?}"
    );
    for input in 0..2 {
        let alone = picked.partial_information(input, 0).expect("finite");
        assert!(!alone.differs_from_zero(), "{alone:?}");
    }
}

fn scenario(name: &str) -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
    Scenario::from_path(&path).expect("a scenario").scenario
}

/// Of plans with one channel's spend raised or cut, the one that is nearest to today's in its objective: little decides between the two.
fn rival(simulator: &mut Simulator) -> Decision {
    let today = simulator.today();
    let value = simulator.objective(&today);
    let mut best: Option<(f64, Decision)> = None;
    for channel in 0..simulator.scenario().channels.len() {
        for factor in [0.5, 0.7, 0.85, 1.2, 1.5, 2.0] {
            let mut decision = today.clone();
            for x in &mut decision.spend[channel * today.periods..(channel + 1) * today.periods] {
                *x *= factor;
            }
            let gain = (simulator.objective(&decision) - value).abs();
            if gain > 0.0 && best.as_ref().is_none_or(|(least, _)| gain < *least) {
                best = Some((gain, decision));
            }
        }
    }
    best.expect("a channel that does something").1
}

fn shop() -> (Simulator, Decision, Decision) {
    let mut simulator = Simulator::new(&scenario("outdoor-shop.toml"));
    let (today, proposal) = (simulator.today(), rival(&mut simulator));
    (simulator, today, proposal)
}

#[test]
fn the_tornado_is_what_plain_runs_give() {
    let (mut simulator, today, proposal) = shop();
    let found = sensitivity(&simulator, &today, Some(&proposal), Sampling::new(256, 1));
    let parameters = simulator.model().parameters().clone();
    let uncertain = parameters.quantities().iter().filter(|quantity| quantity.is_uncertain()).count();
    assert_eq!(found.tornado.len(), uncertain);
    assert_eq!(found.today, simulator.objective(&today));
    assert!(found.tornado.is_sorted_by(|a, b| a.swing.abs() >= b.swing.abs()));
    for row in &found.tornado {
        let place = parameters.keys().iter().position(|key| *key == row.key).expect("a key");
        let quantity = parameters.quantities()[place];
        let [p10, p50, p90] = [0.1, 0.5, 0.9].map(|level| quantity.quantile(level));
        assert_eq!([row.p10, row.p50, row.p90], [p10, p50, p90]);
        let mut at = |value: f64| {
            let mut trial = simulator.trial();
            trial.params[place] = value;
            [simulator.objective_of(&today, &trial), simulator.objective_of(&proposal, &trial)]
        };
        let ([low, other_low], [high, other_high]) = (at(p10), at(p90));
        assert_eq!((row.today.low, row.today.high, row.swing), (low, high, high - low));
        let other = row.proposal.expect("a proposal");
        assert_eq!((other.low, other.high), (other_low, other_high));
        let gain = row.gain.expect("a proposal");
        assert_eq!((gain.low, gain.high), (other_low - low, other_high - high));
        let mut gain_at = |value: f64| {
            let [today, proposal] = at(value);
            proposal - today
        };
        let [least, most] = [0.001, 0.999].map(|level| quantity.quantile(level));
        let at_median = gain_at(p50) > 0.0;
        match (row.switching_value, row.switching_level) {
            (Some(value), Some(level)) => {
                assert!(least <= value && value <= most);
                // 2e-9: the value is found to 1e-9 of the range
                let step = 2e-9 * (most - least);
                assert_ne!(gain_at(value - step) > 0.0, gain_at(value + step) > 0.0, "{}", row.key);
                let mut trial = simulator.trial();
                trial.params[place] = value;
                assert_eq!(row.switching_objective, Some(simulator.objective_of(&today, &trial)));
                // gamma, beta and logit-normal quantiles are themselves good to 1e-12 or so
                assert!((quantity.quantile(level) - value).abs() < 1e-9 * (most - least));
                assert_ne!(row.safe, Some(Safe::Both));
            }
            (None, None) => {
                assert_eq!(row.safe, Some(Safe::Both));
                for value in [least, p10, p90, most] {
                    assert_eq!(gain_at(value) > 0.0, at_median, "{}", row.key);
                }
            }
            other => panic!("{}: {other:?}", row.key),
        }
    }
    let switching = found.tornado.iter().filter(|row| row.switching_value.is_some()).count();
    assert!(switching >= 3);
}

/// All of it, each number to its last bit.
fn bytes(found: &Sensitivity) -> String {
    format!("{found:?}")
}

#[test]
fn the_same_bytes_on_one_thread_and_on_three() {
    let (simulator, today, proposal) = shop();
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| bytes(&sensitivity(&simulator, &today, Some(&proposal), Sampling::new(1000, 7))))
    };
    let one = run(1);
    assert_eq!(run(3), one);
    let other = bytes(&sensitivity(&simulator, &today, Some(&proposal), Sampling::new(1000, 8)));
    assert_ne!(other, one);
}

#[test]
fn a_shop_adds_up() {
    let (simulator, today, proposal) = shop();
    let found = sensitivity(&simulator, &today, Some(&proposal), Sampling::default());
    let indices = found.indices.expect("it varies");
    let information = found.information.expect("a proposal");
    assert!(information.all.differs_from_zero(), "{:?}", information.all);
    assert!(information.rows[0].worth.differs_from_zero(), "{:?}", information.rows[0]);
    assert_eq!((found.excluded, found.draws), (0, 8192));
    let each: f64 = indices.rows.iter().map(|row| row.first_order.value).sum();
    let first_order = each + indices.others.as_ref().map_or(0.0, |others| others.first_order.value);
    assert!((first_order + indices.today.interaction.value - 1.0).abs() < 1e-9);
    for row in &indices.rows {
        // nothing is alone more than it is with others
        let error = row.first_order.standard_error + row.total.standard_error;
        assert!(row.first_order.value <= row.total.value + 3.0 * error, "{row:?}");
    }
    for row in &information.rows {
        assert!(row.worth.value <= information.all.value, "{row:?}");
    }
    // without a proposal the same of today's plan, and nothing of a choice
    let alone = sensitivity(&simulator, &today, None, Sampling::default());
    assert_eq!(alone.indices.expect("it varies").rows[0].total, indices.rows[0].total);
    assert!(alone.information.is_none() && alone.proposal.is_none());
    assert!(
        alone
            .tornado
            .iter()
            .all(|row| row.gain.is_none() && row.switching_value.is_none() && row.safe.is_none())
    );
}

#[test]
fn a_plan_beside_itself_has_nothing_to_choose() {
    let (simulator, today, _) = shop();
    let found = sensitivity(&simulator, &today, Some(&today), Sampling::new(256, 1));
    assert!(found.tornado.iter().all(|row| row.switching_value.is_none() && row.safe.is_none()));
    let information = found.information.expect("a proposal");
    assert_eq!((information.mean_gain, information.all.value), (0.0, 0.0));
    assert!(
        found.notes.iter().any(|note| note.contains("nothing to choose")),
        "{:?}",
        found.notes
    );
}

#[test]
fn a_certain_scenario_is_sensitive_to_nothing() {
    let simulator = Simulator::new(&scenario("classroom.toml"));
    let today = simulator.today();
    let found = sensitivity(&simulator, &today, None, Sampling::default());
    assert!(found.tornado.is_empty() && found.indices.is_none() && found.information.is_none());
    assert_eq!(found.notes.len(), 1);
    assert!(found.notes[0].contains("uncertain"), "{:?}", found.notes);
}

#[test]
fn many_quantities_are_followed_by_their_swing_and_the_rest_is_told_together() {
    let mut scenario = scenario("outdoor-shop.toml");
    let template = scenario.channels[0].clone();
    for copy in 0..20 {
        let mut channel = template.clone();
        channel.name = format!("copy {copy}");
        scenario.channels.push(channel);
    }
    let simulator = Simulator::new(&scenario);
    let today = simulator.today();
    let found = sensitivity(&simulator, &today, None, Sampling::new(512, 1));
    let indices = found.indices.expect("it varies");
    let others = indices.others.expect("more than are followed");
    assert_eq!(indices.rows.len() + others.count, found.tornado.len());
    assert_eq!(indices.rows.len(), 24);
    let least = found.tornado[23].swing.abs();
    let swing = |key: &str| found.tornado.iter().find(|row| row.key == key).map_or(0.0, |row| row.swing.abs());
    assert!(indices.rows.iter().all(|row| swing(&row.key) >= least));
    assert!(others.total.value > 0.0);
}
