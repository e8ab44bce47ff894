//! Draws: all uncertain quantities of a scenario at once, each through its inverse distribution function.
//!
//! Draw `d` depends on `(seed, d)` alone: the first thousand of ten thousand draws are the draws of a thousand, however they are
//! shared out among threads.

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;

use crate::math::Sobol;
use crate::model::Parameters;
use crate::scenario::Inverse;

use super::sampling::Sequence;

/// The draws of a scenario's quantities.
#[derive(Debug, Clone)]
pub struct Draws {
    source: Source,
    inverses: Vec<Inverse>,
    /// Parameters that are uncertain; the n-th of them is driven by dimension n.
    uncertain: Vec<usize>,
    /// Values of the point run, which known quantities keep.
    medians: Vec<f64>,
}

#[derive(Debug, Clone)]
enum Source {
    Sobol(Sobol),
    Random(u64),
}

impl Draws {
    /// The draws with this seed.
    #[must_use]
    pub fn new(parameters: &Parameters, sequence: Sequence, seed: u64) -> Self {
        let inverses: Vec<Inverse> = parameters.quantities().iter().map(|&quantity| Inverse::new(quantity)).collect();
        let uncertain: Vec<usize> = (0..inverses.len()).filter(|&place| inverses[place].is_uncertain()).collect();
        Self {
            source: match sequence {
                Sequence::Sobol => Source::Sobol(Sobol::new(uncertain.len(), seed)),
                Sequence::Random => Source::Random(seed),
            },
            inverses,
            uncertain,
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
                for (dimension, &place) in self.uncertain.iter().enumerate() {
                    sobol.fill(dimension, first, &mut values[place * count..(place + 1) * count]);
                }
            }
            Source::Random(seed) => {
                for draw in 0..count {
                    let mut random = Stream::new(*seed, first + draw as u64);
                    for &place in &self.uncertain {
                        values[place * count + draw] = random.next();
                    }
                }
            }
        }
        for &place in &self.uncertain {
            self.inverses[place].apply(&mut values[place * count..(place + 1) * count]);
        }
    }
}

/// Independent numbers strictly between 0 and 1, of one draw.
struct Stream(Pcg64);

impl Stream {
    fn new(seed: u64, draw: u64) -> Self {
        // an odd factor: no two draws have one key, and the generator spreads keys that are near
        Self(Pcg64::seed_from_u64(seed.wrapping_add(draw.wrapping_mul(0x9e37_79b9_7f4a_7c15))))
    }

    fn next(&mut self) -> f64 {
        // the middle of one of 2^52 equal slices
        ((self.0.next_u64() >> 12) as f64 + 0.5) * (1.0 / (1_u64 << 52) as f64)
    }
}
