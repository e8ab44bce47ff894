//! How strategies are told apart: a name in each language, one colour and one stroke in every chart.

use super::super::canvas::Pen;
use super::super::theme::{Rgb, Theme};
use crate::lab::Strategy;
use crate::say;
use crate::words::Words;

/// What a strategy is called, within a sentence or as a label: `big bang`.
#[must_use]
pub fn strategy(words: Words, strategy: Strategy) -> String {
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

/// The colour of a strategy: one of those of channels (Okabe and Ito), grey for the one that does nothing, the text's for the learner.
pub(in crate::chart) const fn colour(theme: &Theme, strategy: Strategy) -> Rgb {
    match strategy {
        Strategy::Hold => theme.status_quo,
        Strategy::Kaizen => theme.channels[0],
        Strategy::GreedyNoise => theme.channels[1],
        Strategy::Oracle => theme.channels[2],
        Strategy::BigBang => theme.channels[3],
        Strategy::Tamper => theme.channels[4],
        Strategy::Thompson => theme.channels[5],
        Strategy::LowestRate => theme.channels[7],
        Strategy::Learner => theme.ink,
    }
}

/// The stroke of a strategy's line: told apart without its colour too, together with the name at its end.
pub(in crate::chart) const fn pen(theme: &Theme, strategy: Strategy) -> Pen {
    let (width, dash) = match strategy {
        Strategy::Hold => (2.0, None),
        Strategy::Kaizen => (4.0, None),
        Strategy::BigBang => (3.0, None),
        Strategy::Tamper => (2.5, Some((5.0, 4.0))),
        Strategy::GreedyNoise => (2.5, Some((9.0, 4.0))),
        Strategy::LowestRate => (2.5, Some((3.0, 3.0))),
        Strategy::Thompson => (2.5, Some((14.0, 5.0))),
        Strategy::Oracle => (3.0, Some((2.0, 4.0))),
        Strategy::Learner => (5.5, None),
    };
    Pen {
        colour: colour(theme, strategy),
        width,
        dash,
    }
}
