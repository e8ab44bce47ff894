//! Deming's funnel, by simulation and by hand.
//!
//! With the target at 0, settings `s`, deviations `e` and results `x[t] = s[t] + e[t]`:
//!
//! * rule 1: `s[t+1] = s[t] = 0`, so `x[t] = e[t]`: variance 1;
//! * rule 2: `s[t+1] = s[t] − x[t] = −e[t]`, so `x[t+1] = e[t+1] − e[t]`: variance 2, and neighbours' covariance `E(e[t+1] − e[t])(e[t] − e[t-1]) = −1`;
//! * rule 3: `s[t+1] = −x[t]`, so `x[t+1] = e[t+1] − x[t] = e[t+1] − e[t] + e[t-1] − …`: variance `t`, and neighbours' covariance `−t`: it swings from
//!   side to side, further and further;
//! * rule 4: `s[t+1] = x[t]`, so `x[t+1] = x[t] + e[t+1]`, a random walk: variance `t`, neighbours' covariance `t`.

use osa::math::{DemingRule, normal_quantile};
use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;

const DROPS: usize = 36;
const RUNS: usize = 40_000;

/// Of each drop: its variance about the target, and its covariance with the next.
fn moments(rule: DemingRule) -> (Vec<f64>, Vec<f64>) {
    let mut random = Pcg64::seed_from_u64(42);
    let (mut variance, mut covariance) = (vec![0.0; DROPS], vec![0.0; DROPS - 1]);
    for _ in 0..RUNS {
        let deviations: [f64; DROPS] =
            std::array::from_fn(|_| normal_quantile(((random.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64));
        let path = rule.path(&deviations);
        for (sum, result) in variance.iter_mut().zip(&path) {
            *sum += result * result / RUNS as f64;
        }
        for (sum, pair) in covariance.iter_mut().zip(path.windows(2)) {
            *sum += pair[0] * pair[1] / RUNS as f64;
        }
    }
    (variance, covariance)
}

#[test]
fn spreads_are_those_derived_by_hand() {
    for rule in DemingRule::ALL {
        let (variance, covariance) = moments(rule);
        for drop in 0..DROPS {
            let t = (drop + 1) as f64;
            let known = match rule {
                DemingRule::Leave => 1.0,
                DemingRule::FromSetting => t.min(2.0),
                DemingRule::FromTarget | DemingRule::ToResult => t,
            };
            let deviation = variance[drop].sqrt();
            // the standard error of a standard deviation of 40 000 runs is its 0.35 %: near six of them, for 144 comparisons
            assert!((deviation / known.sqrt() - 1.0).abs() < 0.02, "{rule:?}, drop {t}: {deviation}");
        }
        for (drop, found) in covariance.into_iter().enumerate() {
            let t = (drop + 1) as f64;
            let known = match rule {
                DemingRule::Leave => 0.0,
                DemingRule::FromSetting => -1.0,
                DemingRule::FromTarget => -t,
                DemingRule::ToResult => t,
            };
            // the standard error is at most √(2 · 36 · 36 / 40 000) = 0.7 % of t + 1
            assert!((found - known).abs() < 0.04 * (t + 1.0), "{rule:?}, drop {t}: {found}");
        }
    }
}

#[test]
fn making_up_for_each_deviation_costs_a_root_of_two() {
    let [leave, from_setting] = [DemingRule::Leave, DemingRule::FromSetting].map(|rule| moments(rule).0[1..].iter().sum::<f64>());
    let ratio = (from_setting / leave).sqrt();
    println!("rule 2 : rule 1 = {ratio:.4}");
    // some 1.4 million results: the standard error is below 0.1 %
    assert!((ratio - 2.0_f64.sqrt()).abs() < 0.005, "{ratio}");
}

#[test]
fn rules_have_their_numbers() {
    assert_eq!(DemingRule::ALL.map(DemingRule::number), [1, 2, 3, 4]);
    assert!(DemingRule::ToResult.path(&[]).is_empty());
}
