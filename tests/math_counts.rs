//! Poisson and binomial quantiles against distribution functions that are added up term by term.
#![expect(clippy::disallowed_methods, reason = "a test may ask another implementation")]

use osa::math::{binomial_quantile, poisson_quantile};
use statrs::function::gamma::ln_gamma;

/// Adds up probabilities `e^ln_probability(k)` from `first` to `last` and asks for the quantile a little below and a little above
/// each sum, and half-way between two. `margin` is what `ln Γ` and adding up may lose.
fn holds(name: &str, (first, last): (u64, u64), margin: f64, ln_probability: impl Fn(f64) -> f64, quantile: impl Fn(f64) -> f64) {
    let mut below = 0.0;
    for k in first..=last {
        let at = k as f64;
        let sum = below + ln_probability(at).exp();
        let middle = f64::midpoint(below, sum);
        for (u, expected) in [(below + margin, at), (middle, at), (sum - margin, at), (sum + margin, at + 1.0)] {
            let inside = u > 1e-9 && u < 1.0 - 1e-9 && sum - below > 3.0 * margin;
            if inside {
                assert_eq!(quantile(u), expected, "{name}, u = {u}");
            }
        }
        below = sum;
    }
    assert!((below - 1.0).abs() < 1e-9, "{name}: the sum is {below}");
}

/// From where to where a number is nearly always.
fn range(mean: f64, variance: f64) -> (u64, u64) {
    let reach = 8.0 * variance.sqrt() + 30.0;
    ((mean - reach).max(0.0) as u64, (mean + reach) as u64)
}

#[test]
fn poisson_numbers_are_exact() {
    for mean in [1e-9, 0.01, 0.3, 1.0, 4.2, 7.99, 8.0, 8.01, 12.5, 30.0, 99.9, 640.0, 5000.0, 9990.0] {
        let ln_probability = |k: f64| k.mul_add(f64::ln(mean), -mean - ln_gamma(k + 1.0));
        holds(
            &format!("Poisson {mean}"),
            range(mean, mean),
            1e-11 + mean * 1e-13,
            ln_probability,
            |u| poisson_quantile(u, mean),
        );
    }
}

#[test]
fn binomial_numbers_are_exact() {
    for rate in [1e-6, 0.001, 0.03, 0.2, 0.4999, 0.5, 0.501, 0.8, 0.97, 0.9999] {
        for trials in [1.0, 2.0, 9.0, 17.0, 33.0, 60.0, 300.0, 355.0, 4000.0, 30_000.0] {
            let ln_probability = |k: f64| {
                let ways = ln_gamma(trials + 1.0) - ln_gamma(k + 1.0) - ln_gamma(trials - k + 1.0);
                ways + k * f64::ln(rate) + (trials - k) * f64::ln_1p(-rate)
            };
            let (first, last) = range(trials * rate, trials * rate * (1.0 - rate));
            let name = format!("binomial {trials} of {rate}");
            holds(
                &name,
                (first, last.min(trials as u64)),
                1e-11 + trials * 1e-13,
                ln_probability,
                |u| binomial_quantile(u, trials, rate),
            );
        }
    }
}

/// The expansion alone decides beyond a variance of 10⁴: a normal number, shifted by the skewness, to a part in a thousand of the
/// standard deviation.
#[test]
fn large_numbers_are_nearly_normal() {
    let z = 1.644_853_626_951_472_2;
    for mean in [1e5, 1e9, 1e12, 1e15] {
        for (u, z) in [(0.5, 0.0), (0.95, z), (0.05, -z)] {
            let skew = (z * z - 1.0) / 6.0;
            let found = poisson_quantile(u, mean);
            assert!(
                (found - mean - z * mean.sqrt() - skew).abs() <= 0.51 + 1e-3 * mean.sqrt(),
                "{mean}, {u}: {found}"
            );
            assert_eq!(found, found.floor());
            let found = binomial_quantile(u, mean, 0.25);
            let sd = (mean * 0.1875).sqrt();
            let skew = skew * 0.5;
            assert!(
                (found - 0.25 * mean - z * sd - skew).abs() <= 0.51 + 1e-3 * sd,
                "{mean}, {u}: {found}"
            );
            assert_eq!(found, found.floor());
        }
    }
}

#[test]
fn more_luck_is_never_less() {
    let sizes = [0.5, 3.0, 7.0, 7.9, 8.1, 9.0, 15.0, 16.2, 80.0, 900.0, 9_999.0, 10_001.0, 1e6];
    // nearer to 1 the sums of small counts are rounded otherwise than the tails of larger ones
    let tails = [1e-12, 1e-7, 1e-4];
    let us: Vec<f64> = (tails.into_iter())
        .chain((1..400).map(|i| f64::from(i) / 400.0))
        .chain(tails.into_iter().rev().map(|u| 1.0 - u))
        .collect();
    for pair in us.windows(2) {
        for size in sizes {
            assert!(
                poisson_quantile(pair[0], size) <= poisson_quantile(pair[1], size),
                "Poisson {size}, {pair:?}"
            );
            let trials = (3.0 * size).ceil();
            for rate in [0.01, 0.3, 0.7] {
                let of = |u| binomial_quantile(u, trials, rate);
                assert!(of(pair[0]) <= of(pair[1]), "{trials} of {rate}, {pair:?}");
            }
        }
    }
    for u in us {
        for pair in sizes.windows(2) {
            assert!(
                poisson_quantile(u, pair[0]) <= poisson_quantile(u, pair[1]),
                "Poisson {pair:?}, {u}"
            );
            let [fewer, more] = [pair[0], pair[1]].map(f64::ceil);
            assert!(
                binomial_quantile(u, fewer, 0.4) <= binomial_quantile(u, more, 0.4),
                "of {pair:?}, {u}"
            );
        }
        for rates in [[0.01, 0.02], [0.2, 0.5], [0.499_999, 0.500_001], [0.5, 0.9]] {
            assert!(
                binomial_quantile(u, 50.0, rates[0]) <= binomial_quantile(u, 50.0, rates[1]),
                "{rates:?}, {u}"
            );
        }
    }
}

#[test]
fn edges() {
    let (least, most) = (1.0 / (1_u64 << 53) as f64, 1.0 - 1.0 / (1_u64 << 53) as f64);
    for u in [least, 0.5, most] {
        assert_eq!(poisson_quantile(u, 0.0), 0.0);
        assert_eq!(poisson_quantile(u, f64::INFINITY), f64::INFINITY);
        assert!(poisson_quantile(u, f64::NAN).is_nan());
        assert_eq!(binomial_quantile(u, 0.0, 0.3), 0.0);
        assert_eq!(binomial_quantile(u, 40.0, 0.0), 0.0);
        assert_eq!(binomial_quantile(u, 40.0, 1.0), 40.0);
        assert!(binomial_quantile(u, 40.0, f64::NAN).is_nan());
        assert!(binomial_quantile(u, f64::NAN, 0.5).is_nan());
        assert_eq!(binomial_quantile(u, f64::INFINITY, 0.5), f64::INFINITY);
        for mean in [f64::MIN_POSITIVE, 1e-300, 0.1, 5.0, 8.0, 50.0, 1e4, 1e15, f64::MAX] {
            let found = poisson_quantile(u, mean);
            let reach = 9.0 * mean.sqrt() + 30.0;
            assert!(
                found >= 0.0 && found == found.floor() && (found - mean).abs() <= reach,
                "{mean}: {found}"
            );
        }
        for trials in [1.0, 20.0, 1e4, 1e9, 1e15, 9e15] {
            for rate in [f64::MIN_POSITIVE, 1e-18, 1e-14, 1e-9, 0.3, 0.5, 1.0 - 1e-9, 1.0 - f64::EPSILON] {
                let found = binomial_quantile(u, trials, rate);
                let reach = 9.0 * (trials * rate * (1.0 - rate)).sqrt() + 30.0;
                assert!(
                    (0.0..=trials).contains(&found) && found == found.floor(),
                    "{trials} of {rate}: {found}"
                );
                assert!((found - trials * rate).abs() <= reach, "{trials} of {rate}: {found}");
            }
        }
    }
}
