//! Beliefs as an ensemble: members that each hold one opinion of what is uncertain, moved by what is observed (an ensemble Kalman filter).
//!
//! Each member has a standard normal score for each uncertain quantity, and predicts each observation. What members' scores and predictions
//! have in common says how far an observation that is off moves a score, and by how much it narrows what is believed of it.
//!
//! **The way of an update.** Predictions are divided by the standard deviation of the observation's error and turned into the principal directions
//! of their spread. In these they are uncorrelated, and so are the errors, so that each direction is an observation by itself: with the
//! variance `λ` of the predictions along it, a score whose covariance with it is `c` moves by `g · c / (λ + 1)` times what the direction was off.
//! Without `g` this is the gain `C_xy (C_yy + R)⁻¹` of the book, and the order of the observations is of no account.
//!
//! **Chance correlations.** A hundred members show a correlation of a tenth between what has nothing to do with each other. The factor
//! `g = max(0, 1 − (1 − r²) / ((n − 2) r²))`, where `r` is the correlation of a score and a direction over `n` members, is the share of `r²` that
//! chance does not explain (adjusted `R²` over `R²`, M. Ezekiel, 1930; for the same purpose J. L. Anderson, *Monthly Weather Review* 140, 2012).
//! In principal directions it can only widen what is believed, never turn an update round; entry by entry on the gain itself it could.
//! A weak but true influence is thereby learnt later.
//!
//! **Limits.** It is right where predictions are linear in the scores and errors normal; elsewhere it is the best linear use of the observations, and
//! believes a little too firmly. Chance correlations of the first draw are in the ensemble for good, and perturbations bring in more with every update.
//! So [`standardize`] the scores once, before the first update, and update with [`update_evenly`]: of 96 members, 30 quantities and 24 updates by
//! 8 observations each, what nothing hangs on then keeps its standard deviation of 1, and eight tenths of the belief hold 84 % of the truths; by
//! [`update`] with random scores the former comes to 0.82 and the latter to 67 %. `tests/ensemble` holds the like.
//!
//! Sources: G. Evensen, *Journal of Geophysical Research* 99, 1994; G. Burgers, P. J. van Leeuwen, G. Evensen, *Monthly Weather Review* 126, 1998;
//! without perturbations: J. S. Whitaker, T. M. Hamill, *Monthly Weather Review* 130, 2002.

use super::symmetric::diagonalise;

/// A member less, and the correlation of two numbers has nothing to be judged by.
const FEWEST: usize = 4;

/// Covariances of directions so small beside what the errors add to them are none: an update would differ by as much of itself.
const UNCORRELATED: f64 = 1e-10;

/// What is left of a row of numbers when others are taken out of it is rounding below this share of it: some thousand roundings.
const ROUNDING: f64 = 1e-12;

/// Buffers of [`update`], made once per worker.
#[derive(Debug, Clone, Default)]
pub struct EnsembleScratch {
    /// Members that take part.
    members: Vec<usize>,
    /// Observations that take part.
    observations: Vec<usize>,
    /// Deviations from the mean of the predictions \[standard deviations of the error\]: a row for each observation.
    deviations: Vec<f64>,
    /// The same along each direction.
    along: Vec<f64>,
    /// What each direction adds to a score, for each unit of its gain: a row of members for each direction.
    steps: Vec<f64>,
    covariance: Vec<f64>,
    directions: Vec<f64>,
    /// What was observed less the mean of the predictions \[standard deviations of the error\].
    off: Vec<f64>,
    /// One score of all members, less its mean.
    score: Vec<f64>,
    /// By how much each direction moves it.
    gains: Vec<f64>,
}

/// How the spread of the members is narrowed.
#[derive(Clone, Copy)]
enum Spread<'a> {
    /// Each member compares its prediction with what was observed and a chance error of its own.
    Perturbed(&'a [f64]),
    /// Deviations from the mean shrink by as much as they should.
    Even,
}

impl EnsembleScratch {
    /// Room for so many members and observations: then no update allocates.
    #[must_use]
    pub fn new(members: usize, observations: usize) -> Self {
        let rows = || Vec::with_capacity(observations * members);
        let square = || Vec::with_capacity(observations * observations);
        Self {
            members: Vec::with_capacity(members),
            observations: Vec::with_capacity(observations),
            deviations: rows(),
            along: rows(),
            steps: rows(),
            covariance: square(),
            directions: square(),
            off: Vec::with_capacity(observations),
            score: Vec::with_capacity(members),
            gains: Vec::with_capacity(observations),
        }
    }
}

/// One update, with perturbed observations; [`update_evenly`] does without them, and better with few members.
///
/// * `scores[dimension * members + member]`: standard normal scores of each uncertain quantity, changed in place.
/// * `predicted[observation * members + member]`: what each member predicts, transformed so that its error is normal (such as a logarithm).
/// * `observed`, and `variance` of its error, above 0: one per observation, in the unit of the prediction and its square.
/// * `perturbations[observation * members + member]`: independent standard normal numbers. They are centred here, so that chance does not move the mean.
///
/// A member with a score or prediction that is not finite takes no part and keeps its scores. An observation that is not finite, or whose variance is
/// not, is left out. With fewer than four members that take part, nothing changes. It allocates nothing where the scratch has room.
///
/// # Panics
/// Where lengths do not agree, or a variance is not above 0.
pub fn update(
    scores: &mut [f64],
    members: usize,
    predicted: &[f64],
    observed: &[f64],
    variance: &[f64],
    perturbations: &[f64],
    scratch: &mut EnsembleScratch,
) {
    assert_eq!(perturbations.len(), predicted.len(), "a perturbation for each prediction");
    scratch.update(scores, members, predicted, (observed, variance), Spread::Perturbed(perturbations));
}

/// [`update`] without perturbations: the mean moves as there, and deviations from it shrink as the variance asks, without chance.
///
/// From standardized scores and linear predictions the mean and the covariance are exactly those of Bayes' rule, but for the factor `g`.
///
/// # Panics
/// As [`update`].
pub fn update_evenly(
    scores: &mut [f64],
    members: usize,
    predicted: &[f64],
    observed: &[f64],
    variance: &[f64],
    scratch: &mut EnsembleScratch,
) {
    scratch.update(scores, members, predicted, (observed, variance), Spread::Even);
}

/// Makes scores (`scores[dimension * members + member]`) an ensemble without chance correlations: of each quantity mean 0 and variance 1 over the members,
/// and of each two covariance 0. Each stays as near to what it was as those before it allow (Gram and Schmidt).
///
/// Where there are not at least two members more than dimensions, correlations stay. Scores without a variance of their own beside those before them
/// stay as they are.
///
/// # Panics
/// Where `scores` does not hold as many for each member.
pub fn standardize(scores: &mut [f64], members: usize) {
    assert!(members > 0 && scores.len().is_multiple_of(members), "scores of each member");
    let uncorrelated = scores.len() / members + 2 <= members;
    for dimension in 0..scores.len() / members {
        let (before, rest) = scores.split_at_mut(dimension * members);
        let row = &mut rest[..members];
        let as_it_was = row.to_vec();
        let size = dot(row, row).sqrt();
        // the second time takes away what rounding has left
        for _ in 0..2 {
            centre(row);
            for other in before.chunks_exact(members).filter(|_| uncorrelated) {
                let common = dot(row, other) / dot(other, other);
                if common.is_finite() {
                    add(row, -common, other);
                }
            }
            let left = dot(row, row).sqrt();
            if left <= ROUNDING * size {
                row.copy_from_slice(&as_it_was);
                break;
            }
            let deviation = left / (members as f64 - 1.0).sqrt();
            row.iter_mut().for_each(|score| *score /= deviation);
        }
    }
}

impl EnsembleScratch {
    fn update(
        &mut self,
        scores: &mut [f64],
        members: usize,
        predicted: &[f64],
        (observed, variance): (&[f64], &[f64]),
        spread: Spread<'_>,
    ) {
        assert_eq!(observed.len(), variance.len(), "a variance for each observation");
        assert_eq!(
            predicted.len(),
            observed.len() * members,
            "a prediction of each member for each observation"
        );
        assert!(members > 0 && scores.len().is_multiple_of(members), "scores of each member");
        assert!(
            variance.iter().all(|variance| variance.is_nan() || *variance > 0.0),
            "variances above 0"
        );
        self.choose(scores, members, predicted, (observed, variance));
        if self.members.len() < FEWEST || self.observations.is_empty() {
            return;
        }
        self.compare(members, predicted, (observed, variance));
        if !self.turn() {
            return;
        }
        self.prepare_steps(members, spread);
        for score in scores.chunks_exact_mut(members) {
            self.move_score(score);
        }
    }

    /// Who and what takes part.
    fn choose(&mut self, scores: &[f64], members: usize, predicted: &[f64], (observed, variance): (&[f64], &[f64])) {
        self.observations.clear();
        self.observations
            .extend((0..observed.len()).filter(|at| observed[*at].is_finite() && variance[*at].is_finite()));
        let observations = &self.observations;
        let is_finite = |member: &usize| {
            let mut predictions = observations.iter().map(|at| predicted[at * members + member]);
            let mut scores = scores.iter().skip(*member).step_by(members);
            predictions.all(f64::is_finite) && scores.all(|score| score.is_finite())
        };
        self.members.clear();
        self.members.extend((0..members).filter(is_finite));
    }

    /// Deviations of the predictions from their mean, what the mean was off, and the covariance of the predictions.
    fn compare(&mut self, members: usize, predicted: &[f64], (observed, variance): (&[f64], &[f64])) {
        let (count, rows) = (self.members.len(), self.observations.len());
        self.off.clear();
        self.deviations.clear();
        for at in &self.observations {
            let error = variance[*at].sqrt();
            let row = &predicted[at * members..][..members];
            let start = self.deviations.len();
            self.deviations
                .extend(self.members.iter().map(|member| (row[*member] - observed[*at]) / error));
            self.off.push(-centre(&mut self.deviations[start..]));
        }
        self.covariance.clear();
        self.covariance.resize(rows * rows, 0.0);
        for p in 0..rows {
            for q in 0..=p {
                let product = dot(&self.deviations[p * count..][..count], &self.deviations[q * count..][..count]) / (count as f64 - 1.0);
                self.covariance[p * rows + q] = product;
                self.covariance[q * rows + p] = product;
            }
        }
    }

    /// Turns the observations into principal directions; `false` where a covariance is not finite.
    fn turn(&mut self) -> bool {
        let (count, rows) = (self.members.len(), self.observations.len());
        if !self.covariance.iter().all(|entry| entry.is_finite()) {
            return false;
        }
        self.directions.clear();
        self.directions.resize(rows * rows, 0.0);
        diagonalise(&mut self.covariance, rows, &mut self.directions, 1.0, UNCORRELATED);
        self.along.clear();
        self.along.resize(rows * count, 0.0);
        combine(&self.directions, rows, &self.deviations, &mut self.along);
        true
    }

    /// What a unit of each direction's gain adds to the score of each member.
    fn prepare_steps(&mut self, members: usize, spread: Spread<'_>) {
        let (count, rows) = (self.members.len(), self.observations.len());
        self.steps.clear();
        self.steps.resize(rows * count, 0.0);
        if let Spread::Perturbed(perturbations) = spread {
            // the buffer of the deviations is free once they are turned
            self.deviations.clear();
            for at in &self.observations {
                let row = &perturbations[at * members..][..members];
                let start = self.deviations.len();
                self.deviations.extend(self.members.iter().map(|member| row[*member]));
                centre(&mut self.deviations[start..]);
            }
            combine(&self.directions, rows, &self.deviations, &mut self.steps);
        }
        for k in 0..rows {
            let off = dot(&self.directions[k * rows..][..rows], &self.off);
            let share = match spread {
                Spread::Perturbed(_) => 1.0,
                // (1 − s · λ / (λ + 1))² = 1 / (λ + 1)
                Spread::Even => 1.0 / (1.0 + 1.0 / (1.0 + self.covariance[k * rows + k].max(0.0)).sqrt()),
            };
            let steps = &mut self.steps[k * count..][..count];
            steps.iter_mut().for_each(|step| *step += off);
            add(steps, -share, &self.along[k * count..][..count]);
        }
    }

    /// Moves one score of all members.
    fn move_score(&mut self, score: &mut [f64]) {
        let (count, rows) = (self.members.len(), self.observations.len());
        self.score.clear();
        self.score.extend(self.members.iter().map(|member| score[*member]));
        let mean = centre(&mut self.score);
        let freedom = count as f64 - 1.0;
        let own = dot(&self.score, &self.score) / freedom;
        // all gains are those of the score as it was before any direction moves it
        self.gains.clear();
        for k in 0..rows {
            let spread = self.covariance[k * rows + k];
            let common = dot(&self.score, &self.along[k * count..][..count]) / freedom;
            self.gains
                .push(beyond_chance(common * common / (spread * own), count) * common / (spread + 1.0));
        }
        for k in 0..rows {
            add(&mut self.score, self.gains[k], &self.steps[k * count..][..count]);
        }
        for (member, moved) in self.members.iter().zip(&self.score) {
            score[*member] = mean + moved;
        }
    }
}

/// The share of a squared correlation over so many members that chance does not explain; none where one of the two does not vary.
fn beyond_chance(square: f64, members: usize) -> f64 {
    if square > 0.0 && square.is_finite() {
        (1.0 - (1.0 - square) / ((members as f64 - 2.0) * square)).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// Takes the mean away and gives it.
fn centre(row: &mut [f64]) -> f64 {
    let mean = row.iter().sum::<f64>() / row.len() as f64;
    row.iter_mut().for_each(|entry| *entry -= mean);
    mean
}

/// The sum of the products, in eight sums side by side, which are vector code on every processor and the same bits.
fn dot(one: &[f64], other: &[f64]) -> f64 {
    let mut sums = [0.0; 8];
    let (ones, rest_of_one) = one.as_chunks::<8>();
    let (others, rest_of_other) = other.as_chunks::<8>();
    for (one, other) in ones.iter().zip(others) {
        for k in 0..8 {
            sums[k] += one[k] * other[k];
        }
    }
    let rest: f64 = rest_of_one.iter().zip(rest_of_other).map(|(one, other)| one * other).sum();
    sums.iter().sum::<f64>() + rest
}

/// Adds a multiple of another row.
fn add(row: &mut [f64], factor: f64, other: &[f64]) {
    for (entry, other) in row.iter_mut().zip(other) {
        *entry += factor * other;
    }
}

/// Each row of `to` is a combination of the rows of `from`, by a row of `factors` (`rows * rows`); `to` begins with zeros.
fn combine(factors: &[f64], rows: usize, from: &[f64], to: &mut [f64]) {
    let width = from.len() / rows;
    for (factors, to) in factors.chunks_exact(rows).zip(to.chunks_exact_mut(width)) {
        for (factor, from) in factors.iter().zip(from.chunks_exact(width)) {
            add(to, *factor, from);
        }
    }
}
