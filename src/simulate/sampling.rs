//! Sampling: how many futures are drawn, and how.

/// Where the numbers that drive the draws come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sequence {
    /// Scrambled Sobol' points: the error of a mean falls nearly with the number of draws.
    Sobol,
    /// Independent random numbers: it falls with the square root.
    Random,
}

/// What becomes of the people in a draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum People {
    /// As many as the rates say: a third of a customer where that is expected.
    Expected,
    /// Whole people by chance: a funnel with nine deals a month has months of five and of thirteen.
    Whole,
}

/// How many futures are drawn, and how. Draw `d` depends on seed and `d` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sampling {
    /// Number of draws, from 1 to [`Self::MOST`].
    pub draws: usize,
    pub seed: u64,
    pub sequence: Sequence,
    pub people: People,
}

impl Sampling {
    /// Draws where nothing else is said: a probability of one half is then good to 0.8 %, and a shop's forecast takes a blink.
    pub const DEFAULT: usize = 4096;
    /// Most draws: a hundredth of the points of the sequence, hours of work on a large plan.
    pub const MOST: usize = 40_000_000;

    /// So many draws of the default kind.
    #[must_use]
    pub const fn new(draws: usize, seed: u64) -> Self {
        Self {
            draws,
            seed,
            sequence: Sequence::Sobol,
            people: People::Expected,
        }
    }
}

impl Default for Sampling {
    fn default() -> Self {
        Self::new(Self::DEFAULT, 1)
    }
}
