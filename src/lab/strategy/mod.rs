//! The strategies: what is done before each cycle, by whom.

use serde::Serialize;

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
