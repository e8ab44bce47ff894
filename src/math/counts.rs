//! Whole numbers by chance: quantiles of the Poisson and of the binomial distribution.
//!
//! One uniform number makes one count, which never falls where the uniform number, the mean, the trials or the rate rise: two plans that
//! share their uniform numbers share their luck. Small counts are added up from 0; others start from the Cornish-Fisher expansion of
//! their cumulants (Fisher and Cornish, Technometrics 2, 1960), as Giles does for the Poisson quantile (ACM TOMS 42, 2016), and are
//! checked against the distribution function where the expansion comes too near to a whole number to be sure.

use super::exponential::exp;
use super::logarithm::ln_1p;
use super::normal::normal_quantiles;
use super::{beta_cdf, gamma_cdf};

/// Variance below which a count is added up from 0: there that is quicker, and below 5 the expansion is no guide.
const FEW: f64 = 8.0;

/// Variance above which the expansion is trusted as it is: it is off, by one, in less than one count of a million.
const MANY: f64 = 1e4;

/// The smallest `k` with `P(N ≤ k) ≥ u` for a Poisson number `N` with this mean; `0 < u < 1`.
///
/// Exact up to a variance of 10⁴; above, one of a million is off by one. Takes the same time for every mean. A mean that is not finite is
/// given back as it is, and one that is not positive gives 0.
#[inline(always)]
#[must_use]
pub fn poisson_quantile(u: f64, mean: f64) -> f64 {
    if !mean.is_finite() {
        return mean;
    }
    if mean <= 0.0 {
        return 0.0;
    }
    // P(0) is at least 1 - mean
    if u <= 1.0 - mean {
        return 0.0;
    }
    if mean < FEW {
        return add_up(u, exp(-mean), f64::INFINITY, |k| mean / k);
    }
    let law = Cumulants {
        mean,
        variance: mean,
        third: mean,
        fourth: mean,
        fifth: mean,
    };
    law.quantile(u, |k| gamma_cdf(mean, k + 1.0, 1.0)).max(0.0)
}

/// The smallest `k` with `P(N ≤ k) ≥ u` for the number `N` of successes in whole `trials` of this rate; `0 < u < 1`.
///
/// Exact up to a variance of 10⁴; above, one of a million is off by one. Takes the same time for every number of trials. A rate of 0 or below gives
/// 0, one of 1 or above all trials; trials that are not finite, or a rate that is NaN, give `trials · rate`.
#[inline(always)]
#[must_use]
pub fn binomial_quantile(u: f64, trials: f64, rate: f64) -> f64 {
    if !trials.is_finite() || rate.is_nan() {
        return trials * rate;
    }
    if rate <= 0.0 || trials <= 0.0 {
        return 0.0;
    }
    if rate >= 1.0 {
        return trials;
    }
    // the rarer outcome is counted; 1 - rate is exact above a half
    if rate > 0.5 {
        trials - rarer(1.0 - u, trials, 1.0 - rate, rate)
    } else {
        rarer(u, trials, rate, 1.0 - rate)
    }
}

/// [`binomial_quantile`] for a rate of at most a half.
#[inline(always)]
fn rarer(u: f64, trials: f64, rate: f64, other: f64) -> f64 {
    let mean = trials * rate;
    let variance = mean * other;
    // P(0) is at least 1 - mean
    if u <= 1.0 - mean {
        return 0.0;
    }
    if variance < FEW {
        let odds = rate / other;
        return add_up(u, exp(trials * ln_1p(-rate)), trials, |k| (trials - k + 1.0) / k * odds);
    }
    let skew = variance * (other - rate);
    let spread = rate * other;
    let law = Cumulants {
        mean,
        variance,
        third: skew,
        fourth: variance * 6.0_f64.mul_add(-spread, 1.0),
        fifth: skew * 12.0_f64.mul_add(-spread, 1.0),
    };
    let above = |k: f64| if k < trials { beta_cdf(rate, k + 1.0, trials - k) } else { 0.0 };
    law.quantile(u, above).max(0.0).min(trials)
}

/// The quantile by the probability of 0 and the quotient of the probabilities of `k` and `k - 1`.
#[inline(always)]
fn add_up(u: f64, none: f64, most: f64, step: impl Fn(f64) -> f64) -> f64 {
    let (mut left, mut probability, mut k) = (u, none, 0.0);
    // a probability below 1e-17 past the middle is a tail that no double u can be in
    while left > probability && k < most && !(probability < 1e-17 && left < 0.5) {
        left -= probability;
        k += 1.0;
        probability *= step(k);
    }
    k
}

/// The first five cumulants of a number of whole things.
struct Cumulants {
    mean: f64,
    variance: f64,
    third: f64,
    fourth: f64,
    fifth: f64,
}

impl Cumulants {
    /// The smallest `k` with `P(N ≤ k) ≥ u`; `above(k)` is `P(N > k)`.
    #[inline(always)]
    fn quantile(&self, u: f64, above: impl Fn(f64) -> f64) -> f64 {
        // The smooth distribution whose share of each slice k ± ½ is the probability of k has Sheppard's corrections in its cumulants.
        let variance = self.variance - 1.0 / 12.0;
        let sd = variance.sqrt();
        let skewness = self.third / (variance * sd);
        let excess = (self.fourth + 1.0 / 120.0) / variance / variance;
        let fifth = self.fifth / variance / (variance * sd);
        let w = normal_quantiles(u);
        let w2 = w * w;
        let first = (w2 - 1.0) * (1.0 / 6.0);
        let second = excess * (w2 - 3.0) * (1.0 / 24.0) - skewness * skewness * (2.0 * w2 - 5.0) * (1.0 / 36.0);
        let third = fifth * ((w2 - 6.0) * w2 + 3.0) * (1.0 / 120.0) - skewness * excess * ((w2 - 5.0) * w2 + 2.0) * (1.0 / 24.0)
            + skewness * skewness * skewness * ((12.0 * w2 - 53.0) * w2 + 17.0) * (1.0 / 324.0);
        let upper_end = sd.mul_add(w + skewness * first + w * second + third, self.mean) + 0.5;
        let k = upper_end.floor();
        // What the next terms come to, from all laws of variance 8 to 1000 and all |w| < 8.3; with room to spare.
        let unsure = (0.015 * w2 * w2 * w.abs() + 0.03) / (variance * sd);
        let part = upper_end - k;
        if self.variance < MANY && (part < unsure || part > 1.0 - unsure) {
            settle(k, 1.0 - u, above)
        } else {
            k
        }
    }
}

/// The smallest `k` above which there is no more than `upper`, from a guess.
#[cold]
#[inline(never)]
fn settle(guess: f64, upper: f64, above: impl Fn(f64) -> f64) -> f64 {
    let mut k = guess.max(0.0);
    while above(k) > upper {
        k += 1.0;
    }
    while k > 0.0 && above(k - 1.0) <= upper {
        k -= 1.0;
    }
    k
}
