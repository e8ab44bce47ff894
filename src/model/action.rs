//! Actions: one-off improvements with a start, a ramp and, if nobody holds the gains, a fade.

use crate::scenario::{Action, Moves};

use super::parameters::Param;

/// An action with the places of its parameters.
#[derive(Debug, Clone)]
pub(super) struct Improvement {
    /// Place among the things that can be moved.
    pub(super) moves: usize,
    pub(super) lift: Param,
    pub(super) cost: Param,
    pub(super) running_cost: Param,
    /// Period in which it starts and is paid.
    pub(super) start: usize,
    /// `e[t]` of the horizon and of the periods after it: 0 before the start, 1 at full strength.
    pub(super) strength: Vec<f64>,
}

/// `e[t]` of an action without an end.
fn strength(action: &Action, t: usize) -> f64 {
    if t < action.start {
        return 0.0;
    }
    let running = (t - action.start) as f64;
    if running < action.ramp {
        return running / action.ramp;
    }
    match action.fade {
        Some(half_life) => crate::math::exp(-std::f64::consts::LN_2 * (running - action.ramp) / half_life),
        None => 1.0,
    }
}

/// `e[t]` for `horizon` periods and the `run_off` after them, where an action with a running cost has stopped.
pub(super) fn strengths(action: &Action, horizon: usize, run_off: usize) -> Vec<f64> {
    let end = if action.has_running_cost() { horizon } else { horizon + run_off };
    (0..horizon + run_off)
        .map(|t| if t < end { strength(action, t) } else { 0.0 })
        .collect()
}

/// Place of what an action moves in the list of things that can be moved.
pub(super) const fn place(moves: Moves) -> usize {
    match moves {
        Moves::Act => 0,
        Moves::Convert => 1,
        Moves::Retention => 2,
        Moves::Repeat => 3,
        Moves::Organic => 4,
        Moves::Capacity => 5,
        Moves::Referral => 6,
        Moves::OrderValue => 7,
    }
}

/// How many things can be moved.
pub(super) const MOVABLE: usize = 8;
