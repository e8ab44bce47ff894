//! Quantiles of gamma and beta variables by a table: exact ones take half a microsecond and more, too long for each draw.
//!
//! The logarithm of a gamma quantile, or of a beta quantile's odds, is a smooth function of the *normal* quantile `z` of the same
//! probability, tails included: between places a step apart it is a polynomial. A table takes some 0.2 ms to make; beyond its ends, where
//! one draw in 26 million lies, the function itself is asked.

use std::sync::LazyLock;

use super::beta::beta_odds;
use super::exponential::exp_m1;
use super::gamma::{gamma_place, gamma_survival};
use super::logarithm::ln;

/// Places for each unit of `z`, as few as suffice.
const DENSITIES: [usize; 3] = [4, 8, 16];
/// Places for each unit of `z` whose tails are known.
const FINEST: usize = 16;
/// The table's ends are this far from 0.
const END: f64 = 5.5;
/// Places before an interval's first that its polynomial goes through too; and so many after its last.
const MARGIN: usize = 3;
/// How far the table may be off at the places that are looked at, as a share of the quantile; one that is further off is not used.
const TOLERANCE: f64 = 1e-10;

/// A smooth function of a normal quantile, to be looked up.
#[derive(Debug, Clone)]
pub struct ByNormal {
    law: Law,
    /// Intervals for each unit of `z`.
    density: f64,
    /// Differences of each interval's polynomial through 8 places (Newton's form, divided by the factorials).
    differences: Vec<[f64; 8]>,
}

/// What the function is the logarithm of.
#[derive(Debug, Clone, Copy)]
enum Law {
    /// A gamma quantile.
    Gamma { shape: f64 },
    /// The odds of a beta quantile.
    Beta { alpha: f64, beta: f64 },
}

impl Law {
    /// The function where a variable is below and above with these probabilities.
    fn at(self, (below, above): (f64, f64)) -> f64 {
        match self {
            Self::Gamma { shape } => ln(gamma_place(below, above, shape)),
            Self::Beta { alpha, beta } => ln(beta_odds(below, above, alpha, beta)),
        }
    }
}

/// The probabilities below and above `z`.
fn tails(z: f64) -> (f64, f64) {
    // P(Z² > z²) / 2, Z² being a gamma variable
    let tail = 0.5 * gamma_survival(0.5 * z * z, 0.5, 1.0);
    if z < 0.0 { (tail, 1.0 - tail) } else { (1.0 - tail, tail) }
}

/// Steps from 0 to the last place of the widest table.
const LAST: usize = (END * FINEST as f64) as usize + MARGIN * FINEST / DENSITIES[0];

/// Tails of `-LAST / FINEST`, …, `LAST / FINEST`; the same for all tables.
static TAILS: LazyLock<Vec<(f64, f64)>> = LazyLock::new(|| {
    let place = |index: usize| (index as f64 - LAST as f64) / FINEST as f64;
    (0..=2 * LAST).map(|index| tails(place(index))).collect()
});

/// Places in the middle of intervals, for the check of a table of each density, with their tails.
static CHECKS: LazyLock<[Vec<(f64, f64, f64)>; 3]> = LazyLock::new(|| {
    DENSITIES.map(|density| {
        let between = |step: usize| {
            let interval = step * density / DENSITIES[0];
            let z = (interval as f64 + 0.5) / density as f64 - END;
            let (below, above) = tails(z);
            (z, below, above)
        };
        (0..(2.0 * END) as usize * DENSITIES[0]).step_by(3).map(between).collect()
    })
});

impl ByNormal {
    /// `ln x` of a gamma variable of scale 1, good to 1e-9. `None` where no table is as good: for shapes below some 0.35, and for
    /// few others.
    #[must_use]
    pub fn ln_gamma(shape: f64) -> Option<Self> {
        Self::of(Law::Gamma { shape })
    }

    /// `ln(x / (1-x))` of a beta variable, good to 1e-9. `None` where no table is as good: for shapes below some 0.35, and for
    /// few others.
    #[must_use]
    pub fn log_odds_beta(alpha: f64, beta: f64) -> Option<Self> {
        Self::of(Law::Beta { alpha, beta })
    }

    fn of(law: Law) -> Option<Self> {
        DENSITIES.iter().zip(&*CHECKS).find_map(|(&density, checks)| {
            let stride = FINEST / density;
            let first = LAST - (END * FINEST as f64) as usize - MARGIN * stride;
            let tails = TAILS[first..=2 * LAST - first].iter().step_by(stride);
            let values: Vec<f64> = tails.map(|&tails| law.at(tails)).collect();
            let table = Self {
                law,
                density: density as f64,
                differences: values.windows(8).map(divided_differences).collect(),
            };
            let error = |&(z, below, above): &(f64, f64, f64)| exp_m1(table.at(z) - law.at((below, above))).abs();
            checks.iter().all(|check| error(check) < TOLERANCE).then_some(table)
        })
    }

    /// The function at `z`.
    #[inline(always)]
    #[must_use]
    pub fn at(&self, z: f64) -> f64 {
        if z.abs() > END {
            return self.beyond(z);
        }
        let steps = (z + END) * self.density;
        let interval = (steps as usize).min(self.differences.len() - 1);
        let t = steps - interval as f64;
        let d = &self.differences[interval];
        let mut sum = d[7];
        for k in (0..7).rev() {
            // the places are at -3, -2, …, 4
            sum = sum.mul_add(t + (3.0 - k as f64), d[k]);
        }
        sum
    }
}

impl ByNormal {
    /// The function beyond the table's ends.
    #[cold]
    fn beyond(&self, z: f64) -> f64 {
        self.law.at(tails(z))
    }
}

/// Newton's divided differences of values one apart.
fn divided_differences(values: &[f64]) -> [f64; 8] {
    let mut d: [f64; 8] = std::array::from_fn(|k| values[k]);
    for order in 1..8 {
        for k in (order..8).rev() {
            d[k] = (d[k] - d[k - 1]) / order as f64;
        }
    }
    d
}

#[cfg(test)]
mod tests {
    use super::super::{beta_quantile, gamma_quantile, normal_quantile};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn intervals_reach_from_end_to_end() {
        let table = ByNormal::ln_gamma(2.0).unwrap();
        assert_eq!(table.differences.len() as f64, 2.0 * END * table.density);
        // at an end the last polynomial and the function itself meet
        for end in [-END, END] {
            assert!((table.at(end) - table.beyond(end)).abs() < 1e-9);
        }
    }

    #[test]
    fn a_table_is_made_for_every_usual_shape() {
        for shape in [0.4, 0.5, 1.0, 3.0, 100.0, 1e6] {
            assert!(ByNormal::ln_gamma(shape).is_some(), "{shape}");
            assert!(ByNormal::log_odds_beta(shape, 2.0).is_some(), "{shape}");
            assert!(ByNormal::log_odds_beta(40.0, shape).is_some(), "{shape}");
        }
        // such quantiles are no doubles
        assert!(ByNormal::ln_gamma(1e-4).is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn tables_agree_with_exact_quantiles(ln_alpha in -2.0..10.0_f64, ln_beta in -2.0..10.0_f64, p in prop::collection::vec(0.0..1.0_f64, 50)) {
            let (alpha, beta) = (super::super::exp(ln_alpha), super::super::exp(ln_beta));
            // one pair of shapes in thousands has no table that is good enough
            let Some((gamma_table, beta_table)) = ByNormal::ln_gamma(alpha).zip(ByNormal::log_odds_beta(alpha, beta)) else {
                return Ok(());
            };
            for p in p.into_iter().chain([1e-15, 1e-9, 1e-4, 0.5, 0.999]).filter(|p| *p > 0.0) {
                let z = normal_quantile(p);
                let exact = gamma_quantile(p, alpha, 1.0);
                let allowed = 1e-9;
                prop_assert!((super::super::exp(gamma_table.at(z)) / exact - 1.0).abs() < allowed, "gamma {} {}", alpha, p);
                let odds = super::super::exp(beta_table.at(z));
                prop_assert!((odds / (1.0 + odds) / beta_quantile(p, alpha, beta) - 1.0).abs() < allowed, "beta {} {} {}", alpha, beta, p);
            }
        }
    }
}
