//! Probabilities and quantiles: against values made by mpmath, by their properties, and at extreme shapes.
#![expect(clippy::disallowed_methods, reason = "a test may ask another implementation")]

use osa::math::{
    beta_cdf, beta_quantile, gamma_cdf, gamma_quantile, gamma_survival, normal_quantile, pert_quantile, triangular_quantile,
    uniform_quantile,
};
use proptest::prelude::*;

fn relative_error(found: f64, expected: f64) -> f64 {
    if found == expected { 0.0 } else { (found / expected - 1.0).abs() }
}

/// Quantiles to 1e-14 (beta 2e-14), below a shape of 1/10 to 2e-15 over the shape, which is what `p`'s own last bit makes there.
/// Probabilities to 2e-13, which is what the argument's last bit makes at a shape of 1e8, or 20 standard deviations away.
#[test]
fn distributions_agree_with_mpmath() {
    let mut count = 0;
    for line in include_str!("data/distributions.csv").lines().filter(|line| !line.starts_with('#')) {
        let (name, numbers) = line.split_once(',').unwrap();
        let numbers: Vec<f64> = numbers.split(',').map(|number| number.parse().unwrap()).collect();
        let (found, expected, allowed) = match (name, &numbers[..]) {
            ("normal_quantile", &[p, expected]) => (normal_quantile(p), expected, 2e-15),
            ("gamma_quantile", &[p, shape, expected]) => (gamma_quantile(p, shape, 1.0), expected, 1e-14_f64.max(2e-15 / shape)),
            ("gamma_cdf", &[x, shape, expected]) => (gamma_cdf(x, shape, 1.0), expected, 2e-13),
            ("gamma_survival", &[x, shape, expected]) => (gamma_survival(x, shape, 1.0), expected, 2e-13),
            ("beta_quantile", &[p, alpha, beta, expected]) => {
                (beta_quantile(p, alpha, beta), expected, 2e-14_f64.max(2e-15 / alpha.min(beta)))
            }
            ("beta_cdf", &[x, alpha, beta, expected]) => (beta_cdf(x, alpha, beta), expected, 2e-13),
            other => panic!("no function {other:?}"),
        };
        assert!(relative_error(found, expected) <= allowed, "{line}: found {found:e}");
        count += 1;
    }
    assert_eq!(count, 652);
}

#[test]
fn the_ends_are_the_ends() {
    assert_eq!(normal_quantile(0.0), f64::NEG_INFINITY);
    assert_eq!(normal_quantile(0.5), 0.0);
    assert_eq!(normal_quantile(1.0), f64::INFINITY);
    assert_eq!(gamma_quantile(0.0, 3.0, 2.0), 0.0);
    assert_eq!(gamma_quantile(1.0, 3.0, 2.0), f64::INFINITY);
    assert_eq!((beta_quantile(0.0, 3.0, 2.0), beta_quantile(1.0, 3.0, 2.0)), (0.0, 1.0));
    assert_eq!((gamma_cdf(0.0, 2.0, 1.0), gamma_cdf(f64::INFINITY, 2.0, 1.0)), (0.0, 1.0));
    assert_eq!(
        (gamma_survival(-1.0, 2.0, 1.0), gamma_survival(f64::INFINITY, 2.0, 1.0)),
        (1.0, 0.0)
    );
    assert_eq!((beta_cdf(0.0, 2.0, 1.0), beta_cdf(1.0, 2.0, 1.0)), (0.0, 1.0));
    assert_eq!(
        (triangular_quantile(0.0, 1.0, 2.0, 4.0), triangular_quantile(1.0, 1.0, 2.0, 4.0)),
        (1.0, 4.0)
    );
    assert_eq!((pert_quantile(0.0, 1.0, 2.0, 4.0), pert_quantile(1.0, 1.0, 2.0, 4.0)), (1.0, 4.0));
    for p in [-0.1, 1.1, f64::NAN] {
        assert!(normal_quantile(p).is_nan() && gamma_quantile(p, 2.0, 1.0).is_nan() && beta_quantile(p, 2.0, 1.0).is_nan());
    }
}

#[test]
fn known_shapes_have_closed_forms() {
    // Gamma of shape 1: -ln(1 - p). Beta (α, 1): p^(1/α). Uniform: a straight line.
    assert!(relative_error(gamma_quantile(0.75, 1.0, 10.0), 10.0 * 4.0_f64.ln()) < 1e-15);
    assert!(relative_error(beta_quantile(0.25, 2.0, 1.0), 0.5) < 1e-15);
    assert_eq!(uniform_quantile(0.25, 2.0, 6.0), 3.0);
    // Triangular on [1, 4] with its mode at 2: a third of it lies below the mode.
    assert!(relative_error(triangular_quantile(1.0 / 3.0, 1.0, 2.0, 4.0), 2.0) < 1e-15);
    assert!(relative_error(triangular_quantile(1.0 / 12.0, 1.0, 2.0, 4.0), 1.5) < 1e-15);
    // Symmetric PERT: its median is its mode.
    assert!(relative_error(pert_quantile(0.5, 10.0, 20.0, 30.0), 20.0) < 1e-15);
}

fn shapes() -> impl Strategy<Value = f64> {
    (-5.0..7.0_f64).prop_map(|exponent| 10.0_f64.powf(exponent))
}

fn probabilities() -> impl Strategy<Value = f64> {
    prop_oneof![
        1e-15..1.0_f64,
        (-300.0..-0.01_f64).prop_map(|x| 10.0_f64.powf(x)),
        (1..=53_u8).prop_map(|k| 1.0 - 0.5_f64.powi(k.into()))
    ]
}

/// Whether `x` is the quantile at `p` of this cdf, but for four of its last bits, the rounding of a far tail's logarithm,
/// and that of a tail that is the rest of 1, which shapes below 1 have.
fn is_quantile(x: f64, p: f64, shape: f64, cdf: impl Fn(f64) -> f64) -> bool {
    let (below, above) = (cdf(x * (1.0 - 4.0 * f64::EPSILON)), cdf(x * (1.0 + 4.0 * f64::EPSILON)));
    let error = 1e-13 + 4e-15 * p.ln().abs() + 1e-15 / shape;
    below * (1.0 - error) <= p && p <= above * (1.0 + error)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn gamma_quantile_is_the_inverse(p in probabilities(), shape in shapes()) {
        let x = gamma_quantile(p, shape, 1.0);
        // Smaller ones leave the doubles.
        prop_assert!(x < 1e-290 || is_quantile(x, p, shape, |x| gamma_cdf(x, shape, 1.0)), "{x:e}: {:e}", gamma_cdf(x, shape, 1.0));
    }

    #[test]
    fn beta_quantile_is_the_inverse(p in probabilities(), alpha in shapes(), beta in shapes()) {
        let x = beta_quantile(p, alpha, beta);
        prop_assert!(x < 1e-290 || is_quantile(x, p, alpha.min(beta), |x| beta_cdf(x, alpha, beta)), "{x:e}: {:e}", beta_cdf(x, alpha, beta));
    }

    #[test]
    fn quantiles_rise(p in 0.001..0.99_f64, alpha in shapes(), beta in shapes()) {
        let next = p + 0.005;
        prop_assert!(normal_quantile(p) < normal_quantile(next));
        prop_assert!(gamma_quantile(p, alpha, 1.0) <= gamma_quantile(next, alpha, 1.0));
        // Close to 1 two quantiles may be the same but for the last bits.
        prop_assert!(beta_quantile(p, alpha, beta) <= beta_quantile(next, alpha, beta) * (1.0 + 4.0 * f64::EPSILON));
        prop_assert!(triangular_quantile(p, 0.0, 0.3, 1.0) < triangular_quantile(next, 0.0, 0.3, 1.0));
    }

    /// The mirror image of a beta variable is a beta variable with its shapes swapped.
    #[test]
    fn beta_is_its_own_mirror(p in 0.001..0.999_f64, alpha in shapes(), beta in shapes()) {
        let mirrored = 1.0 - beta_quantile(1.0 - p, beta, alpha);
        let error = 4.0 * f64::EPSILON + 4e-14 * mirrored * (1.0 + 1.0 / alpha) * (1.0 - mirrored);
        prop_assert!((beta_quantile(p, alpha, beta) - mirrored).abs() <= error);
    }

    /// `statrs`, whose own accuracy here is some 1e-9, computes by continued fractions.
    #[test]
    fn statrs_agrees(x in 0.01..0.99_f64, alpha in 0.05..500.0_f64, beta in 0.05..500.0_f64) {
        prop_assert!((beta_cdf(x, alpha, beta) - statrs::function::beta::beta_reg(alpha, beta, x)).abs() < 1e-9);
        let place = 3.0 * alpha * x;
        prop_assert!((gamma_cdf(place, alpha, 1.0) - statrs::function::gamma::gamma_lr(alpha, place)).abs() < 1e-9);
        let survival = statrs::function::gamma::gamma_ur(alpha, place);
        prop_assert!((gamma_survival(place, alpha, 1.0) - survival).abs() < 1e-9 * survival + 1e-14);
    }
}
