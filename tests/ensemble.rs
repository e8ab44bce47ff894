//! Updates of an ensemble against Bayes' rule: means, spreads, coverage, and what chance correlations do.

use osa::math::{EnsembleScratch, normal_quantile, standardize, update, update_evenly};
use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;

/// How the spread of the members is narrowed.
#[derive(Debug, Clone, Copy)]
enum Way {
    Perturbed,
    Evenly,
}

struct Normal(Pcg64);

impl Normal {
    fn new(seed: u64) -> Self {
        Self(Pcg64::seed_from_u64(seed))
    }

    fn next(&mut self) -> f64 {
        normal_quantile(((self.0.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64)
    }

    fn list(&mut self, length: usize) -> Vec<f64> {
        (0..length).map(|_| self.next()).collect()
    }
}

/// Observations that are sums of scores with weights: `weights[observation][dimension]`.
struct Linear {
    weights: Vec<Vec<f64>>,
    variance: Vec<f64>,
}

impl Linear {
    /// Random weights; nothing hangs on dimension 0. Scores explain a variance of 1 of each observation, errors one of `variance`.
    fn random(normal: &mut Normal, dimensions: usize, observations: usize, variance: f64) -> Self {
        let weights = (0..observations).map(|_| {
            let mut row = normal.list(dimensions);
            row[0] = 0.0;
            let length = row.iter().map(|weight| weight * weight).sum::<f64>().sqrt();
            row.into_iter().map(|weight| weight / length).collect()
        });
        Self {
            weights: weights.collect(),
            variance: vec![variance; observations],
        }
    }

    fn predict(&self, scores: &[f64], members: usize) -> Vec<f64> {
        let of_member = |row: &[f64], member: usize| -> f64 {
            row.iter()
                .enumerate()
                .map(|(d, weight)| weight * scores[d * members + member])
                .sum()
        };
        let rows = self
            .weights
            .iter()
            .flat_map(|row| (0..members).map(move |member| of_member(row, member)));
        rows.collect()
    }

    fn observe(&self, normal: &mut Normal, truth: &[f64]) -> Vec<f64> {
        let exact = self.predict(truth, 1).into_iter().zip(&self.variance);
        exact.map(|(exact, variance)| exact + variance.sqrt() * normal.next()).collect()
    }
}

/// An ensemble that is updated.
struct Ensemble {
    scores: Vec<f64>,
    members: usize,
    scratch: EnsembleScratch,
}

impl Ensemble {
    fn new(normal: &mut Normal, dimensions: usize, members: usize) -> Self {
        Self {
            scores: normal.list(dimensions * members),
            members,
            scratch: EnsembleScratch::default(),
        }
    }

    fn standardized(normal: &mut Normal, dimensions: usize, members: usize) -> Self {
        let mut ensemble = Self::new(normal, dimensions, members);
        standardize(&mut ensemble.scores, members);
        ensemble
    }

    fn learn(&mut self, way: Way, normal: &mut Normal, linear: &Linear, observed: &[f64]) {
        let predicted = linear.predict(&self.scores, self.members);
        let (scores, members, scratch) = (&mut self.scores, self.members, &mut self.scratch);
        match way {
            Way::Perturbed => update(
                scores,
                members,
                &predicted,
                observed,
                &linear.variance,
                &normal.list(predicted.len()),
                scratch,
            ),
            Way::Evenly => update_evenly(scores, members, &predicted, observed, &linear.variance, scratch),
        }
    }

    /// Mean and standard deviation of a score.
    fn moments(&self, dimension: usize) -> (f64, f64) {
        let row = &self.scores[dimension * self.members..][..self.members];
        let mean = row.iter().sum::<f64>() / row.len() as f64;
        let squares: f64 = row.iter().map(|score| (score - mean) * (score - mean)).sum();
        (mean, (squares / (row.len() as f64 - 1.0)).sqrt())
    }

    /// Whether a score's middle eight tenths hold a number: type 6 quantiles, whose expected coverage is right for any number of members.
    fn covers(&self, dimension: usize, truth: f64) -> bool {
        let mut row = self.scores[dimension * self.members..][..self.members].to_vec();
        row.sort_by(f64::total_cmp);
        let at = |level: f64| {
            let height = level * (row.len() + 1) as f64 - 1.0;
            let low = height as usize;
            row[low] + (height - low as f64) * (row[low + 1] - row[low])
        };
        at(0.1) < truth && truth < at(0.9)
    }
}

/// Bayes' rule for one observation after the other, with the whole covariance.
struct Exact {
    mean: Vec<f64>,
    covariance: Vec<Vec<f64>>,
}

impl Exact {
    fn new(dimensions: usize) -> Self {
        let unit = |row| (0..dimensions).map(|column| f64::from(u8::from(row == column))).collect();
        Self {
            mean: vec![0.0; dimensions],
            covariance: (0..dimensions).map(unit).collect(),
        }
    }

    fn learn(&mut self, linear: &Linear, observed: &[f64]) {
        let dot = |one: &[f64], other: &[f64]| -> f64 { one.iter().zip(other).map(|(a, b)| a * b).sum() };
        for ((weights, variance), observed) in linear.weights.iter().zip(&linear.variance).zip(observed) {
            let common: Vec<f64> = self.covariance.iter().map(|row| dot(row, weights)).collect();
            let total = dot(&common, weights) + variance;
            let off = observed - dot(&self.mean, weights);
            for (row, one) in common.iter().enumerate() {
                self.mean[row] += one / total * off;
                for (column, other) in common.iter().enumerate() {
                    self.covariance[row][column] -= one * other / total;
                }
            }
        }
    }
}

#[test]
fn many_members_hold_what_bayes_rule_says() {
    for way in [Way::Perturbed, Way::Evenly] {
        let mut normal = Normal::new(1);
        let linear = Linear::random(&mut normal, 6, 3, 0.25);
        let truth = normal.list(6);
        let mut ensemble = Ensemble::new(&mut normal, 6, 20_000);
        let mut exact = Exact::new(6);
        for _ in 0..3 {
            let observed = linear.observe(&mut normal, &truth);
            ensemble.learn(way, &mut normal, &linear, &observed);
            exact.learn(&linear, &observed);
        }
        assert!(exact.covariance[1][1] < 0.9, "something was learnt");
        for dimension in 0..6 {
            let (mean, deviation) = ensemble.moments(dimension);
            let known = exact.covariance[dimension][dimension].sqrt();
            // four standard errors of a mean of 20 000, with what the gains' own errors add over three updates
            assert!(
                (mean - exact.mean[dimension]).abs() < 0.04,
                "{way:?} {mean}, not {}",
                exact.mean[dimension]
            );
            assert!((deviation - known).abs() < 0.03, "{way:?} {deviation}, not {known}");
        }
    }
}

#[test]
fn a_standardized_ensemble_is_exact_without_perturbations() {
    // one quantity that everything hangs on: its correlation is 1, which the factor lets pass
    let mut normal = Normal::new(2);
    let linear = Linear {
        weights: vec![vec![0.0, 2.0], vec![0.0, -0.5]],
        variance: vec![0.5, 0.1],
    };
    let mut ensemble = Ensemble::standardized(&mut normal, 2, 32);
    let mut exact = Exact::new(2);
    for observed in [[1.0, 0.3], [2.0, -0.4], [0.1, -0.2]] {
        ensemble.learn(Way::Evenly, &mut normal, &linear, &observed);
        exact.learn(&linear, &observed);
    }
    for dimension in 0..2 {
        let (mean, deviation) = ensemble.moments(dimension);
        // roundings
        assert!((mean - exact.mean[dimension]).abs() < 1e-9, "{mean}");
        assert!(
            (deviation - exact.covariance[dimension][dimension].sqrt()).abs() < 1e-9,
            "{deviation}"
        );
    }
}

/// Means over worlds: spread and drift of the score that nothing hangs on, and the share of the others that is covered.
fn worlds(way: Way, standardized: bool, (dimensions, members, cycles): (usize, usize, usize), count: usize) -> (f64, f64, f64) {
    let mut normal = Normal::new(7);
    let (mut spread, mut drift, mut covered) = (0.0, 0.0, 0);
    for _ in 0..count {
        let truth = normal.list(dimensions);
        let make = if standardized { Ensemble::standardized } else { Ensemble::new };
        let mut ensemble = make(&mut normal, dimensions, members);
        for _ in 0..cycles {
            let linear = Linear::random(&mut normal, dimensions, 8, 0.25);
            let observed = linear.observe(&mut normal, &truth);
            ensemble.learn(way, &mut normal, &linear, &observed);
        }
        let (mean, deviation) = ensemble.moments(0);
        spread += deviation;
        drift += mean * mean;
        covered += (1..dimensions).filter(|d| ensemble.covers(*d, truth[*d])).count();
    }
    let count = count as f64;
    let coverage = covered as f64 / (count * (dimensions as f64 - 1.0));
    println!(
        "{way:?} standardized {standardized} {dimensions} {members} {cycles}: sd {:.4} drift {:.4} coverage {coverage:.4}",
        spread / count,
        (drift / count).sqrt()
    );
    (spread / count, (drift / count).sqrt(), coverage)
}

#[test]
fn what_nothing_hangs_on_stays_as_uncertain_as_it_was() {
    // 24 updates by 8 observations each
    let (spread, drift, _) = worlds(Way::Perturbed, true, (30, 96, 24), 60);
    assert!((spread - 1.0).abs() < 0.1 && drift < 0.3, "{spread} {drift}");
    let (spread, drift, _) = worlds(Way::Perturbed, false, (12, 256, 24), 60);
    assert!((spread - 1.0).abs() < 0.1 && drift < 0.4, "{spread} {drift}");
    // linear predictions and standardized scores have no chance correlations at all: rounding is left
    let (spread, drift, _) = worlds(Way::Evenly, true, (30, 96, 24), 60);
    assert!((spread - 1.0).abs() < 1e-9 && drift < 1e-9, "{spread} {drift}");
}

#[test]
fn intervals_hold_the_truth_as_often_as_they_say() {
    let cases = [
        (Way::Perturbed, false, (12, 256, 6)),
        (Way::Perturbed, true, (12, 256, 6)),
        (Way::Evenly, false, (12, 256, 6)),
        (Way::Evenly, true, (12, 256, 6)),
        (Way::Evenly, true, (12, 96, 12)),
    ];
    for (way, standardized, size) in cases {
        // the standard error of 400 worlds with 11 truths each is 0.7 %
        let (_, _, coverage) = worlds(way, standardized, size, 400);
        assert!((coverage - 0.8).abs() < 0.03, "{way:?} {standardized} {size:?}: {coverage}");
    }
    // the slower learning of few members keeps beliefs too wide rather than too narrow
    let (_, _, coverage) = worlds(Way::Evenly, true, (30, 96, 24), 100);
    assert!((0.77..0.87).contains(&coverage), "{coverage}");
}

/// An ensemble, what it predicts of four observations, what was observed, and perturbations.
fn small() -> (Ensemble, Linear, Vec<f64>, Vec<f64>, Vec<f64>) {
    let mut normal = Normal::new(4);
    let mut linear = Linear::random(&mut normal, 5, 4, 0.3);
    linear.variance = vec![0.1, 0.5, 0.02, 2.0];
    let ensemble = Ensemble::new(&mut normal, 5, 50);
    let predicted = linear.predict(&ensemble.scores, 50);
    let perturbations = normal.list(200);
    (ensemble, linear, predicted, vec![0.7, -1.5, 0.2, 3.0], perturbations)
}

#[test]
fn an_update_has_the_same_bits_and_needs_no_order() {
    let (ensemble, linear, predicted, observed, perturbations) = small();
    let run = |order: &[usize], scratch: &mut EnsembleScratch| {
        let rows = |from: &[f64]| order.iter().flat_map(|at| from[at * 50..][..50].to_vec()).collect::<Vec<f64>>();
        let one = |from: &[f64]| order.iter().map(|at| from[*at]).collect::<Vec<f64>>();
        let mut scores = [ensemble.scores.clone(), ensemble.scores.clone()];
        let (predicted, observed, variance) = (rows(&predicted), one(&observed), one(&linear.variance));
        update(&mut scores[0], 50, &predicted, &observed, &variance, &rows(&perturbations), scratch);
        update_evenly(&mut scores[1], 50, &predicted, &observed, &variance, scratch);
        scores.concat()
    };
    let scratch = &mut EnsembleScratch::new(50, 4);
    let first = run(&[0, 1, 2, 3], scratch);
    run(&[2], scratch);
    assert_eq!(first, run(&[0, 1, 2, 3], scratch), "whatever ran in the same buffers before");
    for (one, other) in first.iter().zip(run(&[3, 1, 0, 2], scratch)) {
        // covariances that are left between directions are a ten-thousand-millionth of them
        assert!((one - other).abs() < 1e-9, "{one}, not {other}");
    }
}

#[test]
fn who_has_no_numbers_takes_no_part() {
    let (ensemble, linear, mut predicted, mut observed, perturbations) = small();
    predicted[50 + 7] = f64::NEG_INFINITY;
    let run = |predicted: &[f64], observed: &[f64], variance: &[f64], out: &[usize]| {
        let keep = |from: &[f64]| -> Vec<f64> {
            let kept = from.iter().enumerate().filter(|(at, _)| !out.contains(&(at % 50)));
            kept.map(|(_, number)| *number).collect()
        };
        let (mut scores, predicted) = (keep(&ensemble.scores), keep(predicted));
        let perturbations = keep(&perturbations[..observed.len() * 50]);
        update(
            &mut scores,
            50 - out.len(),
            &predicted,
            observed,
            variance,
            &perturbations,
            &mut EnsembleScratch::default(),
        );
        scores
    };
    let with = run(&predicted, &observed, &linear.variance, &[]);
    let without = run(&predicted, &observed, &linear.variance, &[7]);
    for dimension in 0..5 {
        let row = &with[dimension * 50..][..50];
        assert_eq!(row[7], ensemble.scores[dimension * 50 + 7], "keeps its scores");
        let others: Vec<f64> = (0..50).filter(|member| *member != 7).map(|member| row[member]).collect();
        assert_eq!(others, without[dimension * 49..][..49]);
    }
    // an observation that is not finite is left out, and with it the prediction that is not
    observed[1] = f64::NAN;
    let four = run(&predicted, &observed, &linear.variance, &[]);
    let mut variance = linear.variance.clone();
    (observed[1], variance[1]) = (0.0, f64::INFINITY);
    assert_eq!(four, run(&predicted, &observed, &variance, &[]));
    assert_ne!(four[7], ensemble.scores[7]);
    // three members are too few, and nothing observed is nothing learnt
    let three: Vec<usize> = (3..50).collect();
    let first_three: Vec<f64> = (0..5).flat_map(|d| ensemble.scores[d * 50..][..3].to_vec()).collect();
    assert_eq!(run(&predicted, &observed, &linear.variance, &three), first_three);
    assert_eq!(run(&[], &[], &[], &[]), ensemble.scores);
}

#[test]
fn predictions_that_say_nothing_move_nothing() {
    let (ensemble, linear, _, observed, _) = small();
    for predicted in [vec![0.4; 200], vec![1e300; 200]] {
        let mut scores = ensemble.scores.clone();
        update_evenly(
            &mut scores,
            50,
            &predicted,
            &observed,
            &linear.variance,
            &mut EnsembleScratch::default(),
        );
        for (moved, score) in scores.iter().zip(&ensemble.scores) {
            // the mean is taken away and given back
            assert!((moved - score).abs() < 1e-14, "{moved}, not {score}");
        }
    }
}

#[test]
fn what_does_not_vary_stays_and_hinders_nothing() {
    let (mut ensemble, linear, mut predicted, observed, _) = small();
    // one quantity that all agree on, one prediction too
    ensemble.scores[..50].fill(0.7);
    predicted[..50].fill(0.4);
    let mut scores = ensemble.scores.clone();
    update_evenly(
        &mut scores,
        50,
        &predicted,
        &observed,
        &linear.variance,
        &mut EnsembleScratch::default(),
    );
    for (moved, score) in scores.iter().zip(&ensemble.scores).take(50) {
        // the mean is taken away and given back
        assert!((moved - score).abs() < 1e-14, "{moved}");
    }
    assert!(scores.iter().all(|score| score.is_finite()));
    assert_ne!(scores[50..], ensemble.scores[50..]);
}

#[test]
fn standardized_scores_have_no_chance_correlations() {
    for (dimensions, members) in [(1, 3), (5, 50), (30, 32), (30, 96)] {
        let mut normal = Normal::new(9);
        let ensemble = Ensemble::standardized(&mut normal, dimensions, members);
        for one in 0..dimensions {
            let (mean, deviation) = ensemble.moments(one);
            // roundings
            assert!(mean.abs() < 1e-12 && (deviation - 1.0).abs() < 1e-12, "{mean} {deviation}");
            for other in 0..one {
                let rows = [one, other].map(|d| &ensemble.scores[d * members..][..members]);
                let common: f64 = rows[0].iter().zip(rows[1]).map(|(a, b)| a * b).sum();
                assert!(common.abs() < 1e-10, "{common}");
            }
        }
    }
    // with fewer members they cannot: mean and variance alone
    let mut few = vec![1.0, 2.0, 3.0, 3.0, 1.0, 2.0];
    standardize(&mut few, 3);
    assert_eq!(few, [-1.0, 0.0, 1.0, 1.0, -1.0, 0.0]);
    // one opinion stays one, and what says nothing of its own stays
    let mut alike = [
        [0.1; 7],
        [1.0, -1.0, 3.0, 0.0, 2.0, 5.0, 4.0],
        [3.0, -3.0, 9.0, 0.0, 6.0, 15.0, 12.0],
    ]
    .concat();
    let as_it_was = alike.clone();
    standardize(&mut alike, 7);
    assert_eq!((&alike[..7], &alike[14..]), (&as_it_was[..7], &as_it_was[14..]));
    assert!(alike[7..14].iter().sum::<f64>().abs() < 1e-14);
}

#[test]
fn perturbations_do_not_move_the_mean() {
    let (ensemble, linear, predicted, observed, perturbations) = small();
    let run = |shift: f64| {
        let mut scores = ensemble.scores.clone();
        let shifted: Vec<f64> = perturbations.iter().map(|number| number + shift).collect();
        update(
            &mut scores,
            50,
            &predicted,
            &observed,
            &linear.variance,
            &shifted,
            &mut EnsembleScratch::default(),
        );
        scores
    };
    for (one, other) in run(0.0).into_iter().zip(run(0.5)) {
        // roundings
        assert!((one - other).abs() < 1e-12, "{one}, not {other}");
    }
}

#[test]
#[should_panic(expected = "variances above 0")]
fn an_error_of_zero_is_refused() {
    update_evenly(&mut [0.0; 4], 4, &[0.0; 4], &[1.0], &[0.0], &mut EnsembleScratch::default());
}
