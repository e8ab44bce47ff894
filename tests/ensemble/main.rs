//! Updates of an ensemble against Bayes' rule: means, spreads, coverage, and what chance correlations do.

mod edges;
mod linear;

use linear::{Ensemble, Exact, Linear, Normal, Way};

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
