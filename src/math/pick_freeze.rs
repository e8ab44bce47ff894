//! Runs of a function from which shares of variance and values of information are read: two independent sets of points, and the first
//! of them again with some inputs taken from the second ("pick and freeze").
//!
//! Source: A. Saltelli et al., "Variance based sensitivity analysis of model output", Computer Physics Communications 181, 2010. Here
//! the whole is done over in several independent scrambles of the sequence, the replicates, so that what they differ by is the error.

use super::mix::GOLDEN;
use super::sobol::Sobol;

/// A function of several independent inputs, run on many points at once.
pub trait Studied {
    /// How many inputs it takes.
    fn inputs(&self) -> usize;
    /// How many numbers it gives.
    fn outputs(&self) -> usize;
    /// Turns numbers, uniform between 0 and 1, into values of one input.
    fn values(&self, input: usize, numbers: &mut [f64]);
    /// The outputs at `count` points, `[output * count + point]`, of `values[input * count + point]`.
    fn run(&self, values: &[f64], count: usize) -> Vec<f64>;
}

/// Which points a function is run on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickFreeze {
    /// Inputs that are exchanged together; an input may stand in none.
    pub groups: Vec<Vec<usize>>,
    /// Independent scrambles.
    pub replicates: usize,
    /// Points of either set in each replicate.
    pub points: usize,
    pub seed: u64,
}

/// Values that are in memory at a time; more points are run one lot after the other.
const AT_ONCE: usize = 4 << 20;

/// The outputs at all points.
#[derive(Debug, Clone)]
pub struct Picked {
    pub(super) replicates: Vec<Replicate>,
    pub(super) points: usize,
    pub(super) groups: usize,
    outputs: usize,
}

/// One scramble.
#[derive(Debug, Clone)]
pub(super) struct Replicate {
    sobol: Sobol,
    inputs: usize,
    /// `results[(set * outputs + output) * points + point]`; sets are the first, the second, and one for each group.
    results: Vec<f64>,
    /// Points at which every output of every set is finite.
    pub(super) usable: Vec<usize>,
}

/// One of the two sets of points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Set {
    First,
    Second,
}

impl PickFreeze {
    /// Runs the function on all points: (2 + groups) × points × replicates.
    ///
    /// # Panics
    /// Where a group names an input that there is not, or the function gives another number of outputs than it says.
    #[must_use]
    pub fn run(&self, studied: &impl Studied) -> Picked {
        let replicates = (0..self.replicates).map(|replicate| self.replicate(replicate, studied)).collect();
        Picked {
            replicates,
            points: self.points,
            groups: self.groups.len(),
            outputs: studied.outputs(),
        }
    }

    fn replicate(&self, replicate: usize, studied: &impl Studied) -> Replicate {
        let (inputs, points) = (studied.inputs(), self.points);
        // an odd factor: no two seeds share a scramble but by the rarest chance
        let seed = self.seed.wrapping_mul(GOLDEN).wrapping_add(replicate as u64);
        let sobol = Sobol::new(2 * inputs, seed);
        // values[set][input * points + point]
        let values = [Set::First, Set::Second].map(|set| {
            let mut values = vec![0.0; inputs * points];
            for (input, row) in values.chunks_exact_mut(points).enumerate() {
                sobol.fill(dimension(inputs, set, input), 0, row);
                studied.values(input, row);
            }
            values
        });
        let sets = 2 + self.groups.len();
        let taken_from_second = |set: usize, input: usize| match set {
            0 => false,
            1 => true,
            group => self.groups[group - 2].contains(&input),
        };
        let mut results = Vec::with_capacity(sets * studied.outputs() * points);
        let lot = (AT_ONCE / (inputs * points).max(1)).clamp(1, sets);
        for first in (0..sets).step_by(lot) {
            let here = lot.min(sets - first);
            let count = here * points;
            let mut matrix = Vec::with_capacity(inputs * count);
            for input in 0..inputs {
                for set in first..first + here {
                    let from = &values[usize::from(taken_from_second(set, input))];
                    matrix.extend_from_slice(&from[input * points..(input + 1) * points]);
                }
            }
            let found = studied.run(&matrix, count);
            assert_eq!(found.len(), studied.outputs() * count, "outputs × points");
            for set in 0..here {
                for output in found.chunks_exact(count) {
                    results.extend_from_slice(&output[set * points..(set + 1) * points]);
                }
            }
        }
        let usable = (0..points).filter(|&point| results.iter().skip(point).step_by(points).all(|x| x.is_finite()));
        Replicate {
            usable: usable.collect(),
            sobol,
            inputs,
            results,
        }
    }
}

/// Place of an input in the sequence.
const fn dimension(inputs: usize, set: Set, input: usize) -> usize {
    match set {
        Set::First => input,
        Set::Second => inputs + input,
    }
}

impl Picked {
    /// Points of the two sets that count nowhere, because an output at them, or with some of their inputs exchanged, is not finite.
    #[must_use]
    pub fn excluded(&self) -> usize {
        self.replicates
            .iter()
            .map(|replicate| 2 * (self.points - replicate.usable.len()))
            .sum()
    }

    /// One output at the points of a set: 0 is the first, 1 the second, then those of the groups.
    pub(super) fn of<'a>(&self, replicate: &'a Replicate, set: usize, output: usize) -> &'a [f64] {
        let start = (set * self.outputs + output) * self.points;
        &replicate.results[start..start + self.points]
    }
}

impl Replicate {
    /// The numbers between 0 and 1 that an input had at the points of a set.
    pub(super) fn numbers(&self, set: Set, input: usize, numbers: &mut [f64]) {
        self.sobol.fill(dimension(self.inputs, set, input), 0, numbers);
    }
}
