//! The edges of an update: bits, order, members and observations without numbers, what does not vary.

use osa::math::{EnsembleScratch, standardize, update, update_evenly};

use super::linear::{Ensemble, Linear, Normal};

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
