//! The edges by name: spends of zero, capacity just met, what has faded, what is not there.

use osa::model::{Form, Outcome};
use osa::scenario::{Capacity, Carryover, Curve, Decay, Lag, LiftEffect, ReachSize, Retention};

use super::common::{self, Allow, Case, Draw, entries, known, plain, reaching};
use super::{DualRun, check, point, seeds};

const KEEP: Retention = Retention::Constant(known(0.8));

/// A Hill curve with its half at 1000.
fn hill(slope: f64) -> Curve {
    Curve::Hill {
        half_spend: known(1000.0),
        slope: Some(known(slope)),
    }
}

/// One carryover of each kind.
fn carryovers() -> [Carryover; 6] {
    let decay = Decay::Rate(known(0.4));
    [
        Carryover::None,
        Carryover::Geometric { decay, window: None },
        Carryover::Geometric { decay, window: Some(3) },
        Carryover::Binomial {
            decay: known(0.4),
            window: 3,
        },
        Carryover::Delayed {
            decay: known(0.4),
            peak: 0.7,
            window: 3,
        },
        Carryover::Weibull {
            shape: known(1.5),
            scale: known(2.0),
            window: 3,
        },
    ]
}

/// Organic visits, returning customers, and two channels: the first as given, the second always on.
fn two_channels(carryover: Carryover, curve: Curve, spend: Vec<f64>) -> Case {
    let periods = spend.len();
    let mut scenario = plain(periods, 500.0, KEEP);
    scenario.engage.customers = known(100.0);
    scenario.engage.repeat_rate = known(0.3);
    scenario.money.lifetime = 0.5;
    let visits = ReachSize::Visits(known(2000.0));
    let steady = vec![700.0; periods];
    scenario.channels = vec![
        reaching("quiet", spend, 0.0, carryover, curve, visits),
        reaching("steady", steady, 700.0, carryover, hill(0.7), visits),
    ];
    Case::of(scenario)
}

/// Random directions and coordinates of a named case.
fn proved(case: &Case, name: &str) {
    assert!(check(case, &mut Draw::new(7), 20, 60, Form::True, name) > 0);
}

#[test]
fn zero_spend_is_infinitely_steep_below_slope_one() {
    for carryover in carryovers() {
        for curve in [
            hill(0.6),
            Curve::Power {
                half_spend: known(1000.0),
                slope: Some(known(0.6)),
            },
        ] {
            let case = two_channels(carryover, curve, vec![0.0; 6]);
            let gradient = case.gradient(&case.model.objective_seed());
            assert!(gradient.spend[..6].iter().all(|&g| g == f64::INFINITY), "{carryover:?}");
            assert!(gradient.spend[6..].iter().all(|g| g.is_finite()));
            // `check` asserts that nothing else is infinite or NaN
            proved(&case, "all quiet");

            // invest does not hang on the curve
            assert!(case.gradient(&Outcome::unit(9)).spend.iter().all(|&g| g == 1.0));
        }
    }
}

#[test]
fn flights_are_infinitely_steep_only_where_nothing_is_felt() {
    let flights = vec![0.0, 800.0, 0.0, 0.0, 0.0, 0.0];
    for carryover in carryovers() {
        let case = two_channels(carryover, hill(0.6), flights.clone());
        proved(&case, "flights");
        let gradient = case.gradient(&case.model.objective_seed());
        let infinite: Vec<usize> = (0..6).filter(|&t| gradient.spend[t].is_infinite()).collect();
        let expected = match carryover {
            Carryover::None => vec![0, 2, 3, 4, 5],
            Carryover::Geometric { window: None, .. } => vec![0],
            // a window of three periods: the 800 are felt in periods 1 to 3; all spends but theirs are felt before or after that too
            _ => vec![0, 2, 3, 4, 5],
        };
        assert_eq!(infinite, expected, "{carryover:?}");
    }
}

/// After 400 quiet periods a pressure of 800 with decay 0.1 has underflowed: that is no steepness of the spend long before.
#[test]
fn what_has_faded_away_is_not_steep() {
    let mut spend = vec![0.0; 400];
    spend[0] = 800.0;
    let decay = Decay::Rate(known(0.1));
    let geometric = Carryover::Geometric { decay, window: None };
    let delayed = Carryover::Delayed {
        decay: known(0.1),
        peak: 0.0,
        window: 20,
    };
    for carryover in [geometric, delayed] {
        let case = two_channels(carryover, hill(0.6), spend.clone());
        let gradient = case.gradient(&case.model.objective_seed());
        assert!(gradient.spend[0].is_finite());
        assert_eq!(gradient.spend[399], f64::INFINITY);
        assert!(entries(&gradient)[400..].iter().all(|g| g.is_finite()));
        // more spend in period 0 is felt in the first periods and nowhere else
        let short = two_channels(carryover, hill(0.6), spend[..60].to_vec());
        let visits = (
            case.gradient(&Outcome::unit(0)).spend[0],
            short.gradient(&Outcome::unit(0)).spend[0],
        );
        assert!((visits.0 - visits.1).abs() < 1e-12 * visits.1);
    }
}

/// Where one curve pulls up and another down, the one with the smaller slope is steeper at zero.
#[test]
fn the_steepest_curve_decides_at_zero() {
    for (reach, lift, expected) in [(0.5, 0.7, f64::INFINITY), (0.7, 0.5, f64::NEG_INFINITY)] {
        for carryover in carryovers() {
            let mut scenario = two_channels(carryover, hill(reach), vec![0.0; 6]).scenario;
            scenario.channels[0].convert = Some(LiftEffect {
                curve: hill(lift),
                lift: known(-0.9),
            });
            let case = Case::of(scenario);
            let gradient = case.gradient(&case.model.objective_seed());
            assert!(gradient.spend[..6].iter().all(|&g| g == expected), "{carryover:?}");
            proved(&case, "two steep curves");
            // what the sign says is what a first small spend does
            let tiny = |spend: f64| {
                let mut case = Case::of(case.scenario.clone());
                case.decision.spend[3] = spend;
                case.outcome().weighed(&case.model.objective_seed())
            };
            assert!((tiny(1e-12) - tiny(0.0)) * expected.signum() > 0.0);
        }
    }
}

#[test]
fn zero_spend_at_slope_one_and_above() {
    for carryover in carryovers() {
        // slope 1, written or not, is one curve
        let written = two_channels(carryover, hill(1.0), vec![0.0; 6]);
        let plain = two_channels(
            carryover,
            Curve::Hill {
                half_spend: known(1000.0),
                slope: None,
            },
            vec![0.0; 6],
        );
        let seed = written.model.objective_seed();
        let (a, b) = (written.gradient(&seed), plain.gradient(&seed));
        for (a, b) in a.spend.iter().zip(&b.spend) {
            assert!(a.is_finite() && (a - b).abs() <= 1e-13 * b.abs(), "{carryover:?}: {a} {b}");
        }
        proved(&written, "slope 1");
        proved(&plain, "no slope");
        // above 1 the first money does nothing: it only costs, 1 in its period
        let steep = two_channels(carryover, hill(1.8), vec![0.0; 6]);
        assert!(steep.gradient(&seed).spend[..6].iter().all(|&g| g == -1.0));
        proved(&steep, "slope 1.8");
    }
}

#[test]
fn nothing_there() {
    for seed in 0..40 {
        let mut scenario = common::scenario(seed, Allow::ALL);
        scenario.reach.organic = known(0.0);
        proved(&Case::of(scenario.clone()), "no organic visits");
        scenario.engage.customers = known(0.0);
        proved(&Case::of(scenario.clone()), "no organic visits, no customers");
        for channel in &mut scenario.channels {
            channel.spend.fill(0.0);
        }
        proved(&Case::of(scenario.clone()), "no spend either");
        for channel in &mut scenario.channels {
            channel.history = 0.0;
            if let Some(effect) = &mut channel.reach {
                effect.size = match effect.size {
                    ReachSize::Today(visits) if effect.curve == Curve::Linear => ReachSize::Cost(visits),
                    ReachSize::Today(visits) => ReachSize::Visits(visits),
                    other => other,
                };
            }
        }
        scenario.engage.repeat_rate = known(0.0);
        if let Some(capacity) = &mut scenario.convert.capacity {
            capacity.backlog = 0.0;
        }
        let case = Case::of(scenario.clone());
        let outcome = case.outcome();
        assert_eq!((outcome.visits, outcome.customers, outcome.revenue), (0.0, 0.0, 0.0));
        proved(&case, "nothing at all");
        if let Some(capacity) = &mut scenario.convert.capacity {
            capacity.leads = known(0.0);
            proved(&Case::of(scenario), "nothing at all, and nobody at the desk");
        }
    }
}

/// 1000 visits, half of them leads, a capacity of 500: the derivatives are those of fewer leads, which are all handled.
#[test]
fn capacity_exactly_met() {
    let mut scenario = plain(3, 1000.0, KEEP);
    scenario.convert.capacity = Some(Capacity {
        leads: known(500.0),
        backlog: 0.0,
        backlog_loss: known(0.2),
    });
    let case = Case::of(scenario);
    let handled = Outcome::unit(3);
    assert_eq!(case.outcome().weighed(&handled), 1500.0);
    let gradient = case.gradient(&handled);
    assert_eq!(gradient.params[case.param("reach.organic")], 1.5);
    assert_eq!(gradient.params[case.param("convert.capacity")], 0.0);
    assert_eq!(gradient.params[case.param("convert.backlog_loss")], 0.0);
    proved(&case, "capacity exactly met");
}

/// 1000 leads a period and a backlog of 100, of which a fifth leaves; 300 are handled.
#[test]
fn backlog_by_hand() {
    let mut scenario = plain(2, 2000.0, KEEP);
    scenario.convert.capacity = Some(Capacity {
        leads: known(300.0),
        backlog: 100.0,
        backlog_loss: known(0.2),
    });
    let case = Case::of(scenario);
    let (outcome, workspace) = case.run();
    assert!((outcome.handled - 600.0).abs() < 1e-12 * 600.0);
    // 100·0.8 + 1000 - 300 = 780; 780·0.8 + 1000 - 300 = 1324
    let backlog = |t| case.model.flows(&workspace, t).backlog;
    assert!((backlog(0) - 780.0).abs() < 1e-12 * 780.0 && (backlog(1) - 1324.0).abs() < 1e-12 * 1324.0);
    let gradient = case.gradient(&Outcome::unit(3));
    assert!((gradient.params[case.param("convert.capacity")] - 2.0).abs() < 1e-14);
    proved(&case, "backlog");
}

/// A decay known to be 0 is no carryover: the same run, the same derivatives by spend.
#[test]
fn no_decay_is_no_carryover() {
    let spend = vec![300.0, 0.0, 900.0, 0.0, 0.0, 400.0];
    let decay = Decay::Rate(known(0.0));
    for curve in [hill(0.6), hill(1.0), hill(2.0), Curve::Exponential { half_spend: known(900.0) }] {
        let without = two_channels(Carryover::None, curve, spend.clone());
        for carryover in [
            Carryover::Geometric { decay, window: None },
            Carryover::Geometric { decay, window: Some(4) },
            Carryover::Binomial {
                decay: known(0.0),
                window: 4,
            },
            Carryover::Delayed {
                decay: known(0.0),
                peak: 0.0,
                window: 4,
            },
        ] {
            let with = two_channels(carryover, curve, spend.clone());
            assert_eq!(with.outcome(), without.outcome(), "{carryover:?}");
            for seed in seeds(&with) {
                let (a, b) = (with.gradient(&seed), without.gradient(&seed));
                assert_eq!((a.spend, a.levers), (b.spend, b.levers), "{carryover:?}");
                assert!(a.params.iter().all(|g| g.is_finite()), "{carryover:?}");
            }
        }
    }
}

/// Deep in saturation a derivative is made from `1 - g`, which has lost its first digits: what is left is right to some units of
/// rounding of the steepness at half spend. (At 30 times half spend and slope 3, `1 - g` is 4e-5.)
#[test]
fn deep_in_saturation() {
    let half_spend = known(100.0);
    for curve in [
        Curve::Hill {
            half_spend,
            slope: Some(known(3.0)),
        },
        Curve::Hill { half_spend, slope: None },
        Curve::Exponential { half_spend },
        Curve::Logistic { half_spend },
    ] {
        let at = |spend: f64| {
            let case = two_channels(Carryover::None, curve, vec![spend; 3]);
            let mut u = vec![0.0; point(&case).len()];
            u[1] = 1.0;
            let exact = DualRun::new(&case).totals(&case, Form::True, &point(&case), &u)[0].slope;
            (case.gradient(&Outcome::unit(0)).spend[1], exact)
        };
        let steepness = at(100.0).1;
        for spend in [3000.0, 10_000.0, 1e6] {
            let (found, exact) = at(spend);
            assert!(
                found >= 0.0 && (found - exact).abs() <= 1e-15 * steepness,
                "{curve:?} {spend}: {found:e} {exact:e}"
            );
        }
    }
}

/// Lags, referrals and a run-off together, by name, so that a mistake there does not need a lucky seed.
#[test]
fn pipelines_and_referrals() {
    for (act, convert) in [
        (Lag::Periods(0), Lag::Periods(2)),
        (Lag::Periods(3), Lag::Gamma { mean: 1.5, sd: 1.0 }),
        (Lag::Gamma { mean: 2.0, sd: 0.6 }, Lag::Periods(1)),
    ] {
        for retention in [
            KEEP,
            Retention::ShiftedBetaGeometric {
                alpha: known(0.7),
                beta: known(1.2),
            },
        ] {
            let mut scenario = two_channels(carryovers()[1], hill(0.8), vec![500.0; 8]).scenario;
            scenario.act.lag = act;
            scenario.convert.lag = convert;
            scenario.engage.referral = known(0.3);
            scenario.engage.retention = retention;
            proved(&Case::of(scenario), "pipelines");
        }
    }
}
