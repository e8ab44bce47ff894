//! Observations that are linear in the scores, an ensemble that learns from them, and Bayes' rule beside it.

use osa::math::{EnsembleScratch, normal_quantile, standardize, update, update_evenly};
use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;

/// How the spread of the members is narrowed.
#[derive(Debug, Clone, Copy)]
pub enum Way {
    Perturbed,
    Evenly,
}

pub struct Normal(pub Pcg64);

impl Normal {
    pub fn new(seed: u64) -> Self {
        Self(Pcg64::seed_from_u64(seed))
    }

    pub fn next(&mut self) -> f64 {
        normal_quantile(((self.0.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64)
    }

    pub fn list(&mut self, length: usize) -> Vec<f64> {
        (0..length).map(|_| self.next()).collect()
    }
}

/// Observations that are sums of scores with weights: `weights[observation][dimension]`.
pub struct Linear {
    pub weights: Vec<Vec<f64>>,
    pub variance: Vec<f64>,
}

impl Linear {
    /// Random weights; nothing hangs on dimension 0. Scores explain a variance of 1 of each observation, errors one of `variance`.
    pub fn random(normal: &mut Normal, dimensions: usize, observations: usize, variance: f64) -> Self {
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

    pub fn predict(&self, scores: &[f64], members: usize) -> Vec<f64> {
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

    pub fn observe(&self, normal: &mut Normal, truth: &[f64]) -> Vec<f64> {
        let exact = self.predict(truth, 1).into_iter().zip(&self.variance);
        exact.map(|(exact, variance)| exact + variance.sqrt() * normal.next()).collect()
    }
}

/// An ensemble that is updated.
pub struct Ensemble {
    pub scores: Vec<f64>,
    pub members: usize,
    pub scratch: EnsembleScratch,
}

impl Ensemble {
    pub fn new(normal: &mut Normal, dimensions: usize, members: usize) -> Self {
        Self {
            scores: normal.list(dimensions * members),
            members,
            scratch: EnsembleScratch::default(),
        }
    }

    pub fn standardized(normal: &mut Normal, dimensions: usize, members: usize) -> Self {
        let mut ensemble = Self::new(normal, dimensions, members);
        standardize(&mut ensemble.scores, members);
        ensemble
    }

    pub fn learn(&mut self, way: Way, normal: &mut Normal, linear: &Linear, observed: &[f64]) {
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
    pub fn moments(&self, dimension: usize) -> (f64, f64) {
        let row = &self.scores[dimension * self.members..][..self.members];
        let mean = row.iter().sum::<f64>() / row.len() as f64;
        let squares: f64 = row.iter().map(|score| (score - mean) * (score - mean)).sum();
        (mean, (squares / (row.len() as f64 - 1.0)).sqrt())
    }

    /// Whether a score's middle eight tenths hold a number: type 6 quantiles, whose expected coverage is right for any number of members.
    pub fn covers(&self, dimension: usize, truth: f64) -> bool {
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
pub struct Exact {
    pub mean: Vec<f64>,
    pub covariance: Vec<Vec<f64>>,
}

impl Exact {
    pub fn new(dimensions: usize) -> Self {
        let unit = |row| (0..dimensions).map(|column| f64::from(u8::from(row == column))).collect();
        Self {
            mean: vec![0.0; dimensions],
            covariance: (0..dimensions).map(unit).collect(),
        }
    }

    pub fn learn(&mut self, linear: &Linear, observed: &[f64]) {
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
