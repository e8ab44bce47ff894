//! Numbers by chance that hang on their key alone: the same for whoever asks, in whatever order.

use crate::math::{GOLDEN, between_0_and_1, mix, normal_quantile};

/// What chance decides beside the people of the funnel. Purposes never share their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The numbers of worlds that are drawn from the scenario's ranges.
    Truth,
    /// Those that are drawn from elsewhere.
    Elsewhere,
    /// What life adds.
    Life,
    /// The people of a world.
    People,
    /// First beliefs.
    Beliefs,
    /// What a strategy leaves to chance.
    Whim,
    /// What chance adds to a prediction.
    Prediction,
}

/// A stream of uniform numbers.
#[derive(Debug, Clone)]
pub(super) struct Luck {
    key: u64,
    next: u64,
}

impl Luck {
    /// The stream of a purpose in a world, of one strategy and cycle or whatever else tells apart.
    pub(super) fn new(seed: u64, purpose: Purpose, of: [u64; 3]) -> Self {
        let mut key = mix(seed.wrapping_add(GOLDEN));
        for part in [purpose as u64, of[0], of[1], of[2]] {
            key = mix(key ^ mix(part.wrapping_add(GOLDEN)));
        }
        Self { key, next: 0 }
    }

    /// A seed of its own.
    pub(super) const fn seed(&self) -> u64 {
        self.key
    }

    /// The next number, strictly between 0 and 1.
    pub(super) fn uniform(&mut self) -> f64 {
        self.next += 1;
        between_0_and_1(mix(self.key.wrapping_add(self.next.wrapping_mul(GOLDEN))))
    }

    /// The next number as a standard normal one.
    pub(super) fn normal(&mut self) -> f64 {
        normal_quantile(self.uniform())
    }

    /// A whole number below `count`.
    pub(super) fn below(&mut self, count: usize) -> usize {
        ((self.uniform() * count as f64) as usize).min(count.saturating_sub(1))
    }
}
