//! Shares of a function's variance that its inputs explain: Sobol' indices of first order and total ones.

use super::estimate::Estimate;
use super::pick_freeze::Picked;

/// How much of a variance is whose.
#[derive(Debug, Clone, PartialEq)]
pub struct VarianceShares {
    pub mean: f64,
    pub variance: f64,
    /// Of each group: the share of the variance that goes when its inputs alone become known.
    pub first_order: Vec<Estimate>,
    /// Of each group: the share that stays when all but its inputs become known. What is above the first order it does together with others.
    pub total: Vec<Estimate>,
    /// What no group does by itself: 1 less the sum of the first orders.
    pub interaction: Estimate,
}

/// A standard deviation below this share of the numbers themselves is rounding: some thousand roundings of a sum.
const ROUNDING: f64 = 1e-13;

impl Picked {
    /// The shares of one output's variance; `None` where it does not vary, or has no finite variance.
    ///
    /// Numbers are centred before they are multiplied. Total: M. Jansen, Computer Physics Communications 117, 1999. First order: the
    /// estimator of Saltelli et al. (2010), exactly 0 for an input without effect, mixed with Jansen's, exactly 1 for the only input, by
    /// as much as the index itself.
    #[must_use]
    pub fn shares(&self, output: usize) -> Option<VarianceShares> {
        let of_both = || {
            self.replicates.iter().flat_map(|replicate| {
                let sets = [0, 1].map(|set| self.of(replicate, set, output));
                replicate.usable.iter().flat_map(move |&point| sets.map(|set| set[point]))
            })
        };
        let count = of_both().count() as f64;
        let mean = of_both().sum::<f64>() / count;
        let variances: Vec<f64> = self
            .replicates
            .iter()
            .map(|replicate| {
                let [a, b] = [0, 1].map(|set| self.of(replicate, set, output));
                let squares = replicate.usable.iter().map(|&i| square(a[i] - mean) + square(b[i] - mean));
                0.5 * squares.sum::<f64>()
            })
            .collect();
        let variance = 2.0 * variances.iter().sum::<f64>() / (count - 1.0);
        if variance.sqrt() <= ROUNDING * mean.abs() {
            return None;
        }
        let (mut first_order, mut total) = (Vec::new(), Vec::new());
        let mut left = variances.clone();
        for group in 0..self.groups {
            let [mut saltelli, mut jansen, mut whole] = [(); 3].map(|()| Vec::with_capacity(self.replicates.len()));
            for (replicate, variance) in self.replicates.iter().zip(&variances) {
                let [a, b, exchanged] = [0, 1, 2 + group].map(|set| self.of(replicate, set, output));
                let sum = |term: &dyn Fn(f64, f64, f64) -> f64| -> f64 {
                    replicate
                        .usable
                        .iter()
                        .map(|&i| term(a[i] - mean, b[i] - mean, exchanged[i] - mean))
                        .sum()
                };
                saltelli.push(sum(&|a, b, exchanged| b * (exchanged - a)));
                jansen.push(variance - 0.5 * sum(&|_, b, exchanged| square(b - exchanged)));
                whole.push(0.5 * sum(&|a, _, exchanged| square(a - exchanged)));
            }
            let weight = Estimate::of_ratio(&saltelli, &variances)?.value.clamp(0.0, 1.0);
            let mixed: Vec<f64> = saltelli.iter().zip(&jansen).map(|(s, j)| s + weight * (j - s)).collect();
            for (left, part) in left.iter_mut().zip(&mixed) {
                *left -= part;
            }
            first_order.push(Estimate::of_ratio(&mixed, &variances)?);
            total.push(Estimate::of_ratio(&whole, &variances)?);
        }
        Some(VarianceShares {
            mean,
            variance,
            first_order,
            total,
            interaction: Estimate::of_ratio(&left, &variances)?,
        })
    }
}

fn square(x: f64) -> f64 {
    x * x
}
