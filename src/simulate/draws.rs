//! Draws: all uncertain quantities of a scenario at once, each through its inverse distribution function.
//!
//! Draw `d` depends on `(seed, d)` alone: the first thousand of ten thousand draws are the draws of a thousand, however they are
//! shared out among threads.

use std::collections::HashMap;

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;
use rayon::prelude::*;

use crate::math::{GOLDEN, Sobol, between_0_and_1};
use crate::model::Parameters;
use crate::scenario::Inverse;

use super::sampling::Sequence;

/// Which dimension of the sequence drives which quantity, by the quantity's key: scenarios that share their dimensions meet the same
/// futures, whatever else one of them has.
#[derive(Debug, Clone, Default)]
pub struct Dimensions {
    keys: Vec<String>,
}

impl Dimensions {
    /// The uncertain quantities of all these scenarios, in the order in which they first appear.
    #[must_use]
    pub fn of(scenarios: &[&Parameters]) -> Self {
        let mut seen = std::collections::HashSet::new();
        let uncertain = scenarios.iter().flat_map(|parameters| {
            let quantities = parameters.keys().iter().zip(parameters.quantities());
            quantities.filter(|(_, quantity)| quantity.is_uncertain()).map(|(key, _)| key)
        });
        Self {
            keys: uncertain.filter(|key| seen.insert(key.as_str())).cloned().collect(),
        }
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether nothing is uncertain.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}

/// The draws of a scenario's quantities.
#[derive(Debug, Clone)]
pub struct Draws {
    source: Source,
    dimensions: usize,
    inverses: Vec<Inverse>,
    /// Each uncertain parameter's dimension and its place, in the order of the dimensions.
    uncertain: Vec<(usize, usize)>,
    /// Values of the point run, which known quantities keep.
    medians: Vec<f64>,
}

#[derive(Debug, Clone)]
enum Source {
    Sobol(Sobol),
    Random(u64),
}

impl Draws {
    /// The draws of one scenario by itself with this seed.
    #[must_use]
    pub fn new(parameters: &Parameters, sequence: Sequence, seed: u64) -> Self {
        Self::with(parameters, &Dimensions::of(&[parameters]), sequence, seed)
    }

    /// The draws of a scenario that shares its dimensions with others.
    ///
    /// An uncertain quantity that has no dimension stays at its median.
    #[must_use]
    pub fn with(parameters: &Parameters, dimensions: &Dimensions, sequence: Sequence, seed: u64) -> Self {
        // a table of quantiles takes some tenths of a millisecond
        let inverses: Vec<Inverse> = parameters.quantities().par_iter().map(|&quantity| Inverse::new(quantity)).collect();
        let places: HashMap<&str, usize> = (0..inverses.len())
            .filter(|&place| inverses[place].is_uncertain())
            .map(|place| (parameters.keys()[place].as_str(), place))
            .collect();
        let keys = dimensions.keys.iter().enumerate();
        Self {
            source: match sequence {
                Sequence::Sobol => Source::Sobol(Sobol::new(dimensions.len(), seed)),
                Sequence::Random => Source::Random(seed),
            },
            dimensions: dimensions.len(),
            uncertain: keys
                .filter_map(|(dimension, key)| Some((dimension, *places.get(key.as_str())?)))
                .collect(),
            inverses,
            medians: parameters.medians(),
        }
    }

    /// How many quantities are drawn.
    #[must_use]
    pub const fn dimensions(&self) -> usize {
        self.uncertain.len()
    }

    /// Values of every parameter in the draws `first`, `first + 1`, …: `values[parameter * count + draw]`.
    ///
    /// # Panics
    /// Where `values` is not `count` for each parameter, or a Sobol' draw's index is 2³² or more.
    pub fn fill(&self, first: u64, count: usize, values: &mut [f64]) {
        assert_eq!(values.len(), count * self.inverses.len(), "values: parameters × draws");
        for (&median, row) in self.medians.iter().zip(values.chunks_exact_mut(count.max(1))) {
            row.fill(median);
        }
        match &self.source {
            Source::Sobol(sobol) => {
                for &(dimension, place) in &self.uncertain {
                    sobol.fill(dimension, first, &mut values[place * count..(place + 1) * count]);
                }
            }
            Source::Random(seed) => {
                for draw in 0..count {
                    let mut random = Stream::new(*seed, first + draw as u64);
                    let mut numbers = (0..self.dimensions).map(|dimension| (dimension, random.next()));
                    for &(dimension, place) in &self.uncertain {
                        let number = numbers.find(|(next, _)| *next == dimension);
                        values[place * count + draw] = number.map_or(0.5, |(_, number)| number);
                    }
                }
            }
        }
        for &(_, place) in &self.uncertain {
            self.inverses[place].apply(&mut values[place * count..(place + 1) * count]);
        }
    }
}

/// Independent numbers strictly between 0 and 1, of one draw.
struct Stream(Pcg64);

impl Stream {
    fn new(seed: u64, draw: u64) -> Self {
        // an odd factor: no two draws have one key, and the generator spreads keys that are near
        Self(Pcg64::seed_from_u64(seed.wrapping_add(draw.wrapping_mul(GOLDEN))))
    }

    fn next(&mut self) -> f64 {
        between_0_and_1(self.0.next_u64())
    }
}
