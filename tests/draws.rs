//! Draws of uncertain quantities: their distributions, their independence of how they are asked for, how fast means converge.

mod common;

use common::{known, plain, reaching};
use osa::math::Isa;
use osa::model::{Form, Inputs, Levers, Model, Workspace};
use osa::scenario::{Carryover, Curve, Decay, Distribution, Inverse, Quantity, ReachSize, Retention, Scenario};
use osa::simulate::{Draws, Sequence};

fn of(distribution: Distribution) -> Quantity {
    Quantity { distribution }
}

const KINDS: [Distribution; 11] = [
    Distribution::LogitNormalInterval { low: 0.02, high: 0.04 },
    Distribution::LogitNormalInterval {
        low: 1e-9,
        high: 1.0 - 1e-9,
    },
    Distribution::LogNormalInterval { low: 8e3, high: 12e3 },
    Distribution::Normal { mean: 5.0, sd: 2.0 },
    Distribution::LogNormal { mean: 40.0, sd: 30.0 },
    Distribution::Gamma { mean: 5.0, sd: 2.0 },
    Distribution::Gamma { mean: 5.0, sd: 20.0 },
    Distribution::Beta { mean: 0.03, sd: 0.005 },
    Distribution::Uniform { min: -2.0, max: 3.0 },
    Distribution::Triangular {
        min: -1.0,
        mode: 0.2,
        max: 2.0,
    },
    Distribution::Pert {
        min: 1.0,
        mode: 2.0,
        max: 9.0,
    },
];

/// An uncertain shop with one channel; every kind of draw is in it.
fn shop() -> Scenario {
    let retention = Retention::Constant(of(Distribution::Beta { mean: 0.9, sd: 0.02 }));
    let mut scenario = plain(12, 1000.0, retention);
    scenario.reach.organic = of(Distribution::LogNormalInterval { low: 800.0, high: 1200.0 });
    scenario.act.rate = of(Distribution::LogitNormalInterval { low: 0.08, high: 0.12 });
    scenario.engage.repeat_rate = of(Distribution::Gamma { mean: 0.1, sd: 0.02 });
    scenario.money.order_value = of(Distribution::Triangular {
        min: 60.0,
        mode: 74.0,
        max: 100.0,
    });
    scenario.channels.push(reaching(
        "search",
        vec![1000.0; 12],
        0.0,
        Carryover::Geometric {
            decay: Decay::Rate(of(Distribution::Beta { mean: 0.4, sd: 0.1 })),
            window: None,
        },
        Curve::Hill {
            half_spend: of(Distribution::LogNormalInterval { low: 800.0, high: 1600.0 }),
            slope: Some(known(1.4)),
        },
        ReachSize::Visits(of(Distribution::LogNormalInterval { low: 500.0, high: 900.0 })),
    ));
    scenario
}

fn values(draws: &Draws, model: &Model, first: u64, count: usize) -> Vec<f64> {
    let mut values = vec![0.0; count * model.parameters().len()];
    draws.fill(first, count, &mut values);
    values
}

/// Rows of one parameter each, cut to the draws `from..to`.
fn cut(values: &[f64], count: usize, from: usize, to: usize) -> Vec<f64> {
    values.chunks_exact(count).flat_map(|row| &row[from..to]).copied().collect()
}

#[test]
fn many_quantiles_at_once_are_the_quantiles() {
    let probabilities: Vec<f64> = (0..1003)
        .map(|i| (f64::from(i) + 0.5) / 1003.0)
        .chain([1e-15, 1e-12, 1e-6, 1.0 - 1e-9])
        .collect();
    for distribution in KINDS {
        let inverse = Inverse::new(of(distribution));
        let mut found = probabilities.clone();
        inverse.apply(&mut found);
        let closed = !matches!(
            distribution,
            Distribution::Gamma { .. } | Distribution::Beta { .. } | Distribution::Pert { .. }
        );
        for (&found, &p) in found.iter().zip(&probabilities) {
            let exact = distribution.quantile(p);
            let right = if closed {
                found == exact
            } else {
                (found / exact - 1.0).abs() < 1e-9
            };
            assert!(right, "{distribution:?} at {p:e}: {found:e}, not {exact:e}");
        }
        for &isa in Isa::available() {
            let mut again = probabilities.clone();
            inverse.apply_on(isa, &mut again);
            assert_eq!(again, found, "{distribution:?}, {isa:?}");
        }
    }
}

#[test]
fn an_interval_comes_back_as_the_5th_and_95th_percentile() {
    let model = Model::new(&shop());
    let count = 4096;
    for (sequence, allowed) in [
        (Sequence::Sobol, 0.002),
        (Sequence::Random, 5.0 * (0.05 * 0.95 / 4096.0_f64).sqrt()),
    ] {
        let values = values(&Draws::new(model.parameters(), sequence, 1), &model, 0, count);
        let mut seen = 0;
        for (quantity, row) in model.parameters().quantities().iter().zip(values.chunks_exact(count)) {
            let (Distribution::LogNormalInterval { low, high } | Distribution::LogitNormalInterval { low, high }) = quantity.distribution
            else {
                continue;
            };
            seen += 1;
            let share = |count_if: &dyn Fn(f64) -> bool| row.iter().filter(|x| count_if(**x)).count() as f64 / count as f64;
            for found in [share(&|x| x < low), share(&|x| x > high)] {
                assert!((found - 0.05).abs() < allowed, "{sequence:?}: {found}");
            }
        }
        assert_eq!(seen, 4);
    }
}

#[test]
fn a_draw_depends_on_seed_and_index_alone() {
    let model = Model::new(&shop());
    for sequence in [Sequence::Sobol, Sequence::Random] {
        let draws = Draws::new(model.parameters(), sequence, 9);
        assert_eq!(draws.dimensions(), 8);
        let many = values(&draws, &model, 0, 10_000);
        assert_eq!(values(&draws, &model, 0, 1000), cut(&many, 10_000, 0, 1000));
        assert_eq!(values(&draws, &model, 777, 300), cut(&many, 10_000, 777, 1077));
        let other = values(&Draws::new(model.parameters(), sequence, 10), &model, 0, 1000);
        assert_ne!(other, cut(&many, 10_000, 0, 1000));
    }
}

/// Mean profit of the shop over the first draws.
fn mean_profit(model: &Model, scenario: &Scenario, sequence: Sequence, seed: u64, count: usize) -> f64 {
    let values = values(&Draws::new(model.parameters(), sequence, seed), model, 0, count);
    let mut workspace = Workspace::new(model);
    let mut params = vec![0.0; model.parameters().len()];
    let mut sum = 0.0;
    for draw in 0..count {
        for (param, row) in params.iter_mut().zip(values.chunks_exact(count)) {
            *param = row[draw];
        }
        let inputs = Inputs {
            spend: &scenario.channels[0].spend,
            actions: &[],
            levers: Levers::neutral(),
            params: &params,
            form: Form::True,
        };
        sum += model.forward(inputs, &mut workspace).profit;
    }
    sum / count as f64
}

/// The slope of a line through `ln error` against `ln N`, errors being roots of mean squares over seeds.
#[test]
fn means_converge_as_they_should() {
    let scenario = shop();
    let model = Model::new(&scenario);
    let seeds = if cfg!(debug_assertions) { 12 } else { 40 };
    let truth = mean_profit(&model, &scenario, Sequence::Sobol, 1_000_000, 1 << 16);
    let slope = |sequence| {
        let points: Vec<(f64, f64)> = (5..=11)
            .step_by(2)
            .map(|power| {
                let errors = (0..seeds).map(|seed| mean_profit(&model, &scenario, sequence, seed, 1 << power) - truth);
                let square = errors.map(|error| error * error).sum::<f64>() / seeds as f64;
                (f64::from(power) * std::f64::consts::LN_2, 0.5 * osa::math::ln(square))
            })
            .collect();
        let n = points.len() as f64;
        let mean = |f: &dyn Fn(&(f64, f64)) -> f64| points.iter().map(f).sum::<f64>() / n;
        let (x, y) = (mean(&|p| p.0), mean(&|p| p.1));
        mean(&|p| (p.0 - x) * (p.1 - y)) / mean(&|p| (p.0 - x) * (p.0 - x))
    };
    let (sobol, random) = (slope(Sequence::Sobol), slope(Sequence::Random));
    assert!(sobol < -0.8, "Sobol': N^{sobol:.2}");
    // the error of an error over so few seeds is some tenth
    assert!((-0.6..-0.4).contains(&random), "random: N^{random:.2}");
}
