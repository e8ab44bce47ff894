//! What the strategies of the lab are called.

use crate::lab::Strategy;
use crate::say;
use crate::words::Words;

/// The name of a strategy as a label: `kaizen`.
pub(super) fn strategy(words: Words, strategy: Strategy) -> String {
    match strategy {
        Strategy::Hold => say!(words, "strategy-hold"),
        Strategy::BigBang => say!(words, "strategy-big-bang"),
        Strategy::Kaizen => say!(words, "strategy-kaizen"),
        Strategy::Tamper => say!(words, "strategy-tamper"),
        Strategy::GreedyNoise => say!(words, "strategy-greedy-noise"),
        Strategy::LowestRate => say!(words, "strategy-lowest-rate"),
        Strategy::Thompson => say!(words, "strategy-thompson"),
        Strategy::Oracle => say!(words, "strategy-oracle"),
        Strategy::Learner => say!(words, "strategy-learner"),
    }
}
