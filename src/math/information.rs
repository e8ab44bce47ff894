//! What it is worth to know an input before choosing between two things, one of which brings more than the other by an uncertain gain.

use super::estimate::Estimate;
use super::normal::normal_quantile;
use super::pick_freeze::{Picked, Replicate, Set};

/// Terms of the polynomial by which the gain follows an input: degree 4 in the input's normal score.
const TERMS: usize = 5;

/// Sums from which a polynomial is fitted.
#[derive(Clone, Copy)]
struct Fit {
    /// `Σ h_i h_j` and, last in each row, `Σ h_i gain`.
    sums: [[f64; TERMS + 1]; TERMS],
}

impl Picked {
    /// Mean of an output, here the gain, over both sets; `None` where every point is excluded.
    #[must_use]
    pub fn mean(&self, output: usize) -> Option<f64> {
        let (sum, count) = self
            .gains(output)
            .fold((0.0, 0_usize), |(sum, count), gain| (sum + gain, count + 1));
        (count > 0).then(|| sum / count as f64)
    }

    /// Share of the points at which an output is above 0.
    #[must_use]
    pub fn share_above_zero(&self, output: usize) -> Option<f64> {
        let (above, count) = self.gains(output).fold((0_usize, 0_usize), |(above, count), gain| {
            (above + usize::from(gain > 0.0), count + 1)
        });
        (count > 0).then(|| above as f64 / count as f64)
    }

    /// The expected value of perfect information: `E max(0, gain) − max(0, E gain)`, in the unit of the output.
    #[must_use]
    pub fn information(&self, output: usize) -> Option<Estimate> {
        let chosen = self.mean(output)? > 0.0;
        self.worth(|replicate, set, i| {
            let gain = self.of(replicate, set as usize, output)[i];
            gain * difference(gain > 0.0, chosen)
        })
    }

    /// The expected value of knowing one input: `E max(0, E[gain | input]) − max(0, E gain)`, never above [`Self::information`].
    ///
    /// `E[gain | input]` is a polynomial of degree 4 in the input's normal score (regression: M. Strong, J. Oakley, A. Brennan, "Estimating
    /// multiparameter partial expected value of perfect information from a probabilistic sensitivity analysis sample", Medical Decision
    /// Making 34, 2014). It decides in each replicate as fitted to the others, so that no draw is judged by a rule that has seen it: what
    /// knows nothing is worth nothing in the mean, where a fit to all draws would always find a little.
    #[must_use]
    pub fn partial_information(&self, input: usize, output: usize) -> Option<Estimate> {
        let chosen = self.mean(output)? > 0.0;
        let mut scores = vec![vec![0.0; 2 * self.points]; self.replicates.len()];
        let mut fits = Vec::with_capacity(self.replicates.len());
        for (replicate, scores) in self.replicates.iter().zip(&mut scores) {
            let (first, second) = scores.split_at_mut(self.points);
            replicate.numbers(Set::First, input, first);
            replicate.numbers(Set::Second, input, second);
            scores.iter_mut().for_each(|number| *number = normal_quantile(*number));
            let mut fit = Fit::NOTHING;
            for set in 0..2 {
                let gains = self.of(replicate, set, output);
                for &i in &replicate.usable {
                    fit.add(scores[set * self.points + i], gains[i]);
                }
            }
            fits.push(fit);
        }
        let whole = fits.iter().fold(Fit::NOTHING, |sum, fit| sum.plus(fit, 1.0));
        let mut totals = Vec::with_capacity(fits.len());
        let mut counts = Vec::with_capacity(fits.len());
        for ((replicate, scores), fit) in self.replicates.iter().zip(&scores).zip(&fits) {
            let rule = whole.plus(fit, -1.0).solve()?;
            let mut total = 0.0;
            for set in 0..2 {
                let gains = self.of(replicate, set, output);
                for &i in &replicate.usable {
                    let expected: f64 = terms(scores[set * self.points + i]).iter().zip(rule).map(|(h, c)| h * c).sum();
                    total += gains[i] * difference(expected > 0.0, chosen);
                }
            }
            totals.push(total);
            counts.push(2.0 * replicate.usable.len() as f64);
        }
        Estimate::of_ratio(&totals, &counts)
    }

    /// The mean of something over both sets, with the error that the replicates show.
    fn worth(&self, of: impl Fn(&Replicate, Set, usize) -> f64) -> Option<Estimate> {
        let sums: Vec<f64> = self
            .replicates
            .iter()
            .map(|replicate| {
                let points = replicate.usable.iter();
                points.map(|&i| of(replicate, Set::First, i) + of(replicate, Set::Second, i)).sum()
            })
            .collect();
        let counts: Vec<f64> = self
            .replicates
            .iter()
            .map(|replicate| 2.0 * replicate.usable.len() as f64)
            .collect();
        Estimate::of_ratio(&sums, &counts)
    }

    fn gains(&self, output: usize) -> impl Iterator<Item = f64> + '_ {
        self.replicates.iter().flat_map(move |replicate| {
            let sets = [0, 1].map(|set| self.of(replicate, set, output));
            replicate.usable.iter().flat_map(move |&point| sets.map(|set| set[point]))
        })
    }
}

/// What is gained by the choice `now` in the place of the choice `before`, as a factor on the gain.
fn difference(now: bool, before: bool) -> f64 {
    f64::from(u8::from(now)) - f64::from(u8::from(before))
}

/// Hermite's polynomials, each with mean square 1 under the normal distribution: nearly orthogonal over draws, so that the fit is stable.
fn terms(z: f64) -> [f64; TERMS] {
    let square = z * z;
    [
        1.0,
        z,
        (square - 1.0) / std::f64::consts::SQRT_2,
        z * (square - 3.0) / 6.0_f64.sqrt(),
        (square * (square - 6.0) + 3.0) / 24.0_f64.sqrt(),
    ]
}

impl Fit {
    const NOTHING: Self = Self {
        sums: [[0.0; TERMS + 1]; TERMS],
    };

    fn add(&mut self, score: f64, gain: f64) {
        let h = terms(score);
        for (row, &h_i) in self.sums.iter_mut().zip(&h) {
            for (sum, x) in row.iter_mut().zip(h.into_iter().chain([gain])) {
                *sum += h_i * x;
            }
        }
    }

    fn plus(mut self, other: &Self, factor: f64) -> Self {
        for (row, others) in self.sums.iter_mut().zip(&other.sums) {
            for (sum, x) in row.iter_mut().zip(others) {
                *sum += factor * x;
            }
        }
        self
    }

    /// Coefficients of least squares, by elimination: the matrix is positive definite, so that no pivot has to be looked for. `None` where
    /// points are too few.
    fn solve(mut self) -> Option<[f64; TERMS]> {
        for pivot in 0..TERMS {
            let above = self.sums[pivot];
            // a pivot is some number of draws
            if above[pivot] < 1e-6 {
                return None;
            }
            for row in &mut self.sums[pivot + 1..] {
                let factor = row[pivot] / above[pivot];
                for (x, y) in row.iter_mut().zip(above) {
                    *x -= factor * y;
                }
            }
        }
        let mut found = [0.0; TERMS];
        for i in (0..TERMS).rev() {
            let known: f64 = (i + 1..TERMS).map(|j| self.sums[i][j] * found[j]).sum();
            found[i] = (self.sums[i][TERMS] - known) / self.sums[i][i];
        }
        found.iter().all(|x| x.is_finite()).then_some(found)
    }
}
