//! Carryovers, saturations and retention against outputs of independent tools, through the public model.
//!
//! The values and where they come from are in `tests/data/golden`. Wherever the convention is the same as ours (weights that
//! sum to 1, windows with lag 0, nothing spent before week 0), ours must be theirs to [`ALLOWED`] of the largest value. Two
//! outputs of PyMC-Marketing do not allow that: its Hill curve `1 - κ^s/(κ^s + x^s)` is 1.2e-9 off its own definition at slope
//! 5, its baselined tanh curve 8e-9. Exact arithmetic on the definitions gives our values; theirs are held to 1e-7.

mod common;

use common::{Case, known, plain, reaching};
use osa::math::{exp, exp_m1, ln, ln_1p};
use osa::scenario::{Carryover, Channel, Curve, Decay, Period, Quantity, ReachSize, Retention};
use serde_json::Value;

/// Of the largest value of a series. Both sides round some hundred times: 1e-13 or so, far below the 1e-9 that is asked for.
const ALLOWED: f64 = 1e-12;

fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("valid JSON")
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(number).collect()
}

/// Visits of each period of a single channel without history: `β · g(a)`.
fn visits(spend: &[f64], carryover: Carryover, curve: Curve, ceiling: f64) -> Vec<f64> {
    let size = match curve {
        Curve::Linear => ReachSize::Cost(known(1.0 / ceiling)),
        _ => ReachSize::Visits(known(ceiling)),
    };
    let mut scenario = plain(spend.len(), 0.0, Retention::Constant(known(0.5)));
    scenario.channels = vec![reaching("one", spend.to_vec(), 0.0, carryover, curve, size)];
    let case = Case::of(scenario);
    let (_, workspace) = case.run();
    (0..spend.len()).map(|t| case.model.flows(&workspace, t).visits).collect()
}

/// The pressure itself: a linear curve that gives a visit for each unit of money.
fn pressure(spend: &[f64], carryover: Carryover) -> Vec<f64> {
    visits(spend, carryover, Curve::Linear, 1.0)
}

fn assert_close(found: &[f64], expected: &[f64], name: &str) {
    assert_within(ALLOWED, found, expected, name);
}

fn assert_within(allowed: f64, found: &[f64], expected: &[f64], name: &str) {
    assert_eq!(found.len(), expected.len(), "{name}");
    let peak = expected.iter().fold(0.0_f64, |peak, x| peak.max(x.abs()));
    for (t, (found, expected)) in found.iter().zip(expected).enumerate() {
        let error = (found - expected).abs() / peak;
        assert!(
            error <= allowed,
            "{name}, week {t}: {found:e}, not {expected:e}: {error:e} of the peak"
        );
    }
}

fn geometric(alpha: f64, window: Option<usize>) -> Carryover {
    Carryover::Geometric {
        decay: Decay::Rate(known(alpha)),
        window,
    }
}

fn hill(half_spend: f64, slope: f64) -> Curve {
    Curve::Hill {
        half_spend: known(half_spend),
        slope: Some(known(slope)),
    }
}

#[test]
fn meridian() {
    let data = read(include_str!("data/golden/meridian.json"));
    let spend = numbers(&data["spend"]);
    let mut counts = [0; 4];
    for case in data["cases"].as_array().expect("cases") {
        let name = format!(
            "{} {} {} {} {} {}",
            case["fn"], case["decay"], case["alpha"], case["max_lag"], case["ec"], case["slope"]
        );
        let window = || (case["max_lag"].as_u64().expect("a lag") as usize + 1).min(spend.len());
        let alpha = || number(&case["alpha"]);
        let curve = || hill(number(&case["ec"]), number(&case["slope"]));
        let found = match (case["fn"].as_str(), case["decay"].as_str()) {
            (Some("adstock"), Some("geometric")) => {
                counts[0] += 1;
                pressure(&spend, geometric(alpha(), Some(window())))
            }
            (Some("adstock"), Some("binomial")) => {
                counts[1] += 1;
                let binomial = Carryover::Binomial {
                    decay: known(alpha()),
                    window: window(),
                };
                pressure(&spend, binomial)
            }
            (Some("hill"), _) => {
                counts[2] += 1;
                visits(&spend, Carryover::None, curve(), 1.0)
            }
            (Some("adstock_then_hill"), _) => {
                counts[3] += 1;
                visits(&spend, geometric(alpha(), Some(window())), curve(), 1.0)
            }
            other => panic!("{other:?}"),
        };
        assert_close(&found, &numbers(&case["y"]), &name);
    }
    assert_eq!(counts, [13, 13, 3, 1]);
}

/// A half-life is the same carryover as its decay.
#[test]
fn half_life() {
    let spend: Vec<f64> = (0..30).map(|t| f64::from(t % 7) * 100.0).collect();
    for half_life in [0.5, 1.0, 3.0] {
        for window in [None, Some(6)] {
            let by_half_life = Carryover::Geometric {
                decay: Decay::HalfLife(known(half_life)),
                window,
            };
            let alpha = exp(-std::f64::consts::LN_2 / half_life);
            assert_close(
                &pressure(&spend, by_half_life),
                &pressure(&spend, geometric(alpha, window)),
                "half-life",
            );
        }
    }
}

/// PyMC-Marketing's adstock: geometric with weights `α^l` that are not scaled, delayed with weights that are.
#[test]
fn pymc_marketing_adstock() {
    let data = read(include_str!("data/golden/pymc_marketing.json"));
    let spend = numbers(&data["spend"]);
    let mut count = 0;
    for case in data["cases"].as_array().expect("cases") {
        let params = &case["params"];
        let name = format!("{} {params}", case["fn"]);
        let expected = numbers(&case["y"]);
        let window = || params["l_max"].as_u64().expect("a window") as usize;
        let alpha = || number(&params["alpha"]);
        match case["fn"].as_str() {
            Some("geometric_adstock") => {
                // theirs are ours times the sum of the weights
                let (mut sum, mut weight) = (0.0, 1.0);
                for _ in 0..window() {
                    sum += weight;
                    weight *= alpha();
                }
                let scaled = |series: Vec<f64>, factor: f64| -> Vec<f64> { series.iter().map(|a| a * factor).collect() };
                assert_close(&scaled(pressure(&spend, geometric(alpha(), Some(window()))), sum), &expected, &name);
                if window() == spend.len() {
                    // over all 52 weeks the window cuts nothing: these are the weights α^l of the carryover without one
                    let all = scaled(pressure(&spend, geometric(alpha(), None)), 1.0 / (1.0 - alpha()));
                    // 1 - α has lost some digits where α is near 1
                    let lost = f64::EPSILON / (1.0 - alpha());
                    let peak = expected.iter().fold(0.0_f64, |peak, &x| peak.max(x));
                    for (found, expected) in all.iter().zip(&expected) {
                        assert!((found - expected).abs() <= (ALLOWED + lost) * peak, "{name}, without a window");
                    }
                    count += 1;
                }
            }
            Some("delayed_adstock") => {
                let delayed = Carryover::Delayed {
                    decay: known(alpha()),
                    peak: number(&params["theta"]),
                    window: window(),
                };
                assert_close(&pressure(&spend, delayed), &expected, &name);
            }
            _ => continue,
        }
        count += 1;
    }
    assert_eq!(count, 28 + 7 + 7);
}

#[test]
fn pymc_marketing_saturation() {
    let data = read(include_str!("data/golden/pymc_marketing.json"));
    let spend = numbers(&data["spend"]);
    let most = spend.iter().fold(0.0_f64, |most, &x| most.max(x));
    let spend_scaled: Vec<f64> = spend.iter().map(|x| x / most).collect();
    let atanh = |x: f64| 0.5 * (ln_1p(x) - ln_1p(-x));
    let mut count = 0;
    for case in data["cases"].as_array().expect("cases") {
        let params = &case["params"];
        let get = |key: &str| number(&params[key]);
        let logistic = |half_spend: f64| Curve::Logistic {
            half_spend: known(half_spend),
        };
        let (curve, ceiling) = match case["fn"].as_str() {
            // tanh(λx/2), half of it at ln 3 / λ
            Some("logistic_saturation") => (logistic(ln(3.0) / get("lam")), 1.0),
            Some("inverse_scaled_logistic_saturation") => (logistic(get("lam")), 1.0),
            Some("hill_function") => (hill(get("kappa"), get("slope")), 1.0),
            Some("michaelis_menten") => {
                let curve = Curve::Hill {
                    half_spend: known(get("lam")),
                    slope: None,
                };
                (curve, get("alpha"))
            }
            // b·tanh(x / (b c))
            Some("tanh_saturation") => (logistic(atanh(0.5) * get("b") * get("c")), get("b")),
            // gain·x₀·tanh(x·atanh(r)/x₀)/r
            Some("tanh_saturation_baselined") => {
                let (x0, r) = (get("x0"), get("r"));
                (logistic(atanh(0.5) * x0 / atanh(r)), get("gain") * x0 / r)
            }
            // x^α: 1 at half_spend = 1
            Some("root_saturation") => {
                let curve = Curve::Power {
                    half_spend: known(1.0),
                    slope: Some(known(get("alpha"))),
                };
                (curve, 1.0)
            }
            _ => continue,
        };
        let x = match case["input"].as_str() {
            Some("spend_scaled") => &spend_scaled,
            _ => &spend,
        };
        let found = visits(x, Carryover::None, curve, ceiling);
        let allowed = match case["fn"].as_str() {
            Some("hill_function" | "tanh_saturation_baselined") => 1e-7,
            _ => ALLOWED,
        };
        assert_within(allowed, &found, &numbers(&case["y"]), &format!("{} {params}", case["fn"]));
        count += 1;
    }
    assert_eq!(count, 13);
}

/// What has no independent tool with the same convention, by its definition: curves at a few pressures, Weibull weights.
#[test]
fn by_definition() {
    let spend = [0.0, 1.0, 250.0, 1000.0, 4000.0];
    let half_spend = known(1000.0);
    let at = |curve| visits(&spend, Carryover::None, curve, 1.0);
    // 1 - 2^(-a/h): 0, …, ½ at h, 15/16 at 4 h
    let exponential = at(Curve::Exponential { half_spend });
    assert_close(
        &exponential,
        &[
            0.0,
            -exp_m1(-std::f64::consts::LN_2 / 1000.0),
            1.0 - exp(-0.25 * std::f64::consts::LN_2),
            0.5,
            0.9375,
        ],
        "exponential",
    );
    // ln(1 + a/h) / ln 2
    let log = at(Curve::Log { half_spend });
    let log2 = |x: f64| ln_1p(x) / std::f64::consts::LN_2;
    assert_close(&log, &[0.0, log2(0.001), log2(0.25), 1.0, log2(4.0)], "log");
    assert_close(
        &at(Curve::Power { half_spend, slope: None }),
        &[0.0, 0.001, 0.25, 1.0, 4.0],
        "power",
    );
    let root = Curve::Power {
        half_spend,
        slope: Some(known(0.5)),
    };
    assert_close(&at(root), &[0.0, 0.001_f64.sqrt(), 0.5, 1.0, 2.0], "root");

    // Weibull with shape 2 and scale 3: density x·exp(-x²/9) at 1, 2, 3, 4 up to a factor; an impulse shows the weights
    let density: Vec<f64> = (1..=4).map(|x| f64::from(x) * exp(-f64::from(x * x) / 9.0)).collect();
    let sum: f64 = density.iter().sum();
    let weibull = Carryover::Weibull {
        shape: known(2.0),
        scale: known(3.0),
        window: 4,
    };
    let expected: Vec<f64> = density.iter().map(|d| d / sum).chain([0.0]).collect();
    assert_close(&pressure(&[1.0, 0.0, 0.0, 0.0, 0.0], weibull), &expected, "Weibull");
}

/// Before the horizon every period spent the history, at the prices of period 0.
#[test]
fn history_is_felt_as_itself() {
    let kinds = [
        geometric(0.6, None),
        geometric(0.6, Some(4)),
        Carryover::Binomial {
            decay: known(0.5),
            window: 5,
        },
        Carryover::Delayed {
            decay: known(0.7),
            peak: 1.5,
            window: 6,
        },
        Carryover::Weibull {
            shape: known(1.5),
            scale: known(2.0),
            window: 5,
        },
    ];
    for carryover in kinds {
        let mut scenario = plain(20, 0.0, Retention::Constant(known(0.5)));
        let mut channel = reaching("one", vec![300.0; 20], 300.0, carryover, Curve::Linear, ReachSize::Cost(known(1.0)));
        channel.price_index = vec![1.5; 20];
        scenario.channels = vec![channel];
        let case = Case::of(scenario);
        let (_, workspace) = case.run();
        let felt: Vec<f64> = (0..20).map(|t| case.model.flows(&workspace, t).visits).collect();
        assert_close(&felt, &[200.0; 20], "steady");
    }
}

/// After the horizon pressure is followed while at least 0.001 of a spend is still to come, and not a period longer.
#[test]
fn carryover_runs_off_while_a_thousandth_is_left() {
    // 0.5^9 ≥ 0.001 > 0.5^10: nine periods are followed. Everything else is at once, an order is worth 1.
    let run_off = |decay: f64, years: f64| {
        let mut scenario = plain(1, 0.0, Retention::Constant(known(0.5)));
        scenario.money.lifetime = years;
        scenario.channels = vec![reaching(
            "one",
            vec![4096.0],
            0.0,
            geometric(decay, None),
            Curve::Linear,
            ReachSize::Cost(known(1.0)),
        )];
        Case::of(scenario).outcome().residual
    };
    // pressures 1024, 512, …: a quarter of them order
    let sum: f64 = (1..=9).map(|j| 2048.0 / f64::from(1 << j)).sum::<f64>() / 4.0;
    assert!((run_off(0.5, 5.0) - sum).abs() < 1e-12 * sum);
    let four: f64 = (1..=4).map(|j| 2048.0 / f64::from(1 << j)).sum::<f64>() / 4.0;
    assert!((run_off(0.5, 4.0 / 12.0) - four).abs() < 1e-12 * four);
    // an uncertain decay takes the same values
    let mut scenario = plain(1, 0.0, Retention::Constant(known(0.5)));
    scenario.money.lifetime = 5.0;
    let half = Quantity {
        distribution: osa::scenario::Distribution::Uniform { min: 0.4, max: 0.6 },
    };
    let decay = Carryover::Geometric {
        decay: Decay::Rate(half),
        window: None,
    };
    scenario.channels = vec![reaching(
        "one",
        vec![4096.0],
        0.0,
        decay,
        Curve::Linear,
        ReachSize::Cost(known(1.0)),
    )];
    assert!((Case::of(scenario).outcome().residual - sum).abs() < 1e-12 * sum);
}

/// A scenario of shifted-beta-geometric customers who order once a period and bring 1 each time.
fn cohort(alpha: f64, beta: f64, age: usize, periods: usize) -> osa::scenario::Scenario {
    let retention = Retention::ShiftedBetaGeometric {
        alpha: known(alpha),
        beta: known(beta),
    };
    let mut scenario = plain(periods, 0.0, retention);
    scenario.engage.age = age;
    scenario.engage.customers = known(1.0);
    scenario.engage.repeat_rate = known(1.0);
    scenario
}

/// A channel that brings one new customer in period 0 and none later.
fn one_customer(periods: usize) -> Channel {
    let mut spend = vec![0.0; periods];
    // half of the visits become leads, half of these customers
    spend[0] = 4.0;
    reaching("one", spend, 0.0, Carryover::None, Curve::Linear, ReachSize::Cost(known(1.0)))
}

#[test]
fn shifted_beta_geometric_retention() {
    let data = read(include_str!("data/golden/sbg.json"));
    let cases = data["cases"].as_array().expect("cases");
    for case in cases {
        let name = case["name"].as_str().expect("a name");
        let (alpha, beta) = (number(&case["alpha"]), number(&case["beta"]));
        let survival = numbers(&case["survival"]);
        let retention = numbers(&case["retention"]);
        let periods = retention.len();
        let active = |scenario| {
            let case = Case::of(scenario);
            let (_, workspace) = case.run();
            (0..periods).map(|t| case.model.flows(&workspace, t).active).collect::<Vec<_>>()
        };
        // starting customers of age 0 are at age 1 in period 0
        assert_close(&active(cohort(alpha, beta, 0, periods)), &survival[1..], name);
        // new customers are at age 0 in their first period
        let mut scenario = cohort(alpha, beta, 0, periods);
        scenario.engage.customers = known(0.0);
        scenario.channels = vec![one_customer(periods)];
        assert_close(&active(scenario), &survival[..periods], name);
        // and customers of any age are kept at the rate of their age
        for (age, expected) in retention.iter().enumerate() {
            let kept = active(cohort(alpha, beta, age, periods))[0];
            assert!((kept - expected).abs() < ALLOWED, "{name}, age {age}");
        }
    }
    assert_eq!(cases.len(), 8);
}

/// Discounted expected lifetimes: the horizon's one period and the residual of eight years of days after it.
#[test]
fn discounted_expected_lifetime() {
    let data = read(include_str!("data/golden/sbg.json"));
    let mut count = 0;
    for case in data["cases"].as_array().expect("cases") {
        let name = case["name"].as_str().expect("a name");
        let (alpha, beta) = (number(&case["alpha"]), number(&case["beta"]));
        // Σ_t kept[t] · (1+d)^-t of customers who are at age n in period 0; d is a period's discount
        let residual_lifetime = |n: usize, d: f64| {
            let mut scenario = cohort(alpha, beta, n - 1, 1);
            scenario.plan.period = Period::Day;
            // 2 920 days: 1.01^-2920 is 2e-13
            scenario.money.lifetime = 8.0;
            scenario.money.discount_rate = known(exp_m1(365.0 * ln_1p(d)));
            let outcome = Case::of(scenario).outcome();
            outcome.npv + outcome.residual
        };
        for (d, expected) in case["derl"].as_object().expect("a table") {
            let rate: f64 = d.parse().expect("a rate");
            for (n, expected) in numbers(expected).into_iter().enumerate() {
                let found = residual_lifetime(n + 1, rate);
                assert!(
                    (found - expected).abs() < 1e-11 * expected,
                    "{name}, DERL({}) at {d}: {found} {expected}",
                    n + 1
                );
                count += 1;
            }
        }
        for (d, expected) in case["del"].as_object().into_iter().flatten() {
            let (rate, expected): (f64, f64) = (d.parse().expect("a rate"), number(expected));
            let found = 1.0 + residual_lifetime(1, rate) / (1.0 + rate);
            assert!(
                (found - expected).abs() < 1e-11 * expected,
                "{name}, DEL at {d}: {found} {expected}"
            );
            count += 1;
        }
    }
    assert_eq!(count, 2 * 3 * 6 + 5 * 5 + 5 * 2);
}
