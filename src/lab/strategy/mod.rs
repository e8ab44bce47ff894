//! The strategies: what is done before each cycle, by whom.

mod big_bang;
mod greedy_noise;
mod hold;
mod kaizen;
mod lowest_rate;
mod oracle;
mod tamper;
mod thompson;

use serde::Serialize;

use super::view::{Turn, View};
use super::world::World;

/// A way to improve a plan over cycles of measured results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// Change nothing.
    Hold,
    /// Jump to the believed optimum once.
    BigBang,
    /// Optimize, score, analyze: bounded steps; what measurement speaks against is undone.
    Kaizen,
    /// React to every wiggle: Deming's rules 2 to 4.
    Tamper,
    /// Keep whatever looked better last time.
    GreedyNoise,
    /// Always fix the stage with the lowest rate.
    LowestRate,
    /// Explore: plan each cycle as if a sample of the beliefs were true.
    Thompson,
    /// Know the truth, and plan the whole horizon.
    Oracle,
    /// A person, at the terminal.
    Learner,
}

impl Strategy {
    /// All that play by themselves.
    pub const ALL: [Self; 8] = [
        Self::Hold,
        Self::BigBang,
        Self::Kaizen,
        Self::Tamper,
        Self::GreedyNoise,
        Self::LowestRate,
        Self::Thompson,
        Self::Oracle,
    ];

    /// The word for it in JSON and on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::BigBang => "big_bang",
            Self::Kaizen => "kaizen",
            Self::Tamper => "tamper",
            Self::GreedyNoise => "greedy_noise",
            Self::LowestRate => "lowest_rate",
            Self::Thompson => "thompson",
            Self::Oracle => "oracle",
            Self::Learner => "learner",
        }
    }
}

impl Strategy {
    /// Whether it looks at beliefs: only then are they kept up.
    pub(super) const fn believes(self) -> bool {
        matches!(self, Self::Kaizen | Self::Thompson)
    }

    /// The move before a cycle. Only the oracle looks at the world.
    pub(super) fn choose(self, view: &View<'_>, world: &World) -> Turn {
        match self {
            // whoever plays at the terminal makes the learner's moves
            Self::Hold | Self::Learner => hold::choose(view),
            Self::BigBang => big_bang::choose(view),
            Self::Kaizen => kaizen::choose(view),
            Self::Tamper => tamper::choose(view),
            Self::GreedyNoise => greedy_noise::choose(view),
            Self::LowestRate => lowest_rate::choose(view),
            Self::Thompson => thompson::choose(view),
            Self::Oracle => oracle::choose(view, world),
        }
    }
}
