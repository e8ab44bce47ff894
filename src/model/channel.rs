//! A channel inside the model: spend → pressure → effects on visits and rates; and what it boosts.

use crate::math::Real;
use crate::scenario::BoostTarget;

use super::carryover::Adstock;
use super::parameters::Param;

/// A channel with the places of its parameters.
#[derive(Debug, Clone)]
pub(super) struct Medium {
    pub(super) adstock: Adstock,
    /// Length of the carryover's window, 0 without one.
    pub(super) window: usize,
    /// `a₀`, the pressure of every period before the horizon [money per period].
    pub(super) before: f64,
    /// Price index `k`, where it is not 1 throughout.
    pub(super) price: Option<Vec<f64>>,
    /// The stream that its visits run in.
    pub(super) stream: usize,
    pub(super) reach: Option<Reach>,
    pub(super) lifts: Vec<Lift>,
    /// Whether another channel boosts its reach.
    pub(super) boosted: bool,
}

/// The visits that a channel brings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    pub(super) curve: usize,
    pub(super) size: Size,
}

/// What tells how many visits full effect brings.
#[derive(Debug, Clone, Copy)]
pub(super) enum Size {
    Visits(Param),
    Today(Param),
    Cost(Param),
}

/// A channel's effect on something that can be moved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lift {
    /// Place among the things that can be moved.
    pub(super) moves: usize,
    pub(super) curve: usize,
    pub(super) lift: Param,
}

/// A channel enlarges another's reach, or the organic visits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Boost {
    pub(super) booster: usize,
    pub(super) target: BoostTarget,
    pub(super) size: Param,
}

impl Size {
    /// `β` from what the planner knows, given the effect and the boost factor at today's pressure.
    #[inline(always)]
    pub(super) fn ceiling<F: Real>(self, params: &[F], effect_today: F, boost_today: F) -> F {
        match self {
            Self::Visits(visits) => visits.of(params),
            Self::Today(today) => today.of(params) / (effect_today * boost_today),
            Self::Cost(cost) => F::one() / cost.of(params),
        }
    }

    /// Adds the adjoint of `β` to those of the parameter, the effect and the boost factor at today's pressure.
    #[inline(always)]
    pub(super) fn reverse<F: Real>(self, params: &[F], ceiling: F, today: Today<F>, adjoint: F, out: &mut Today<F>, gradient: &mut [F]) {
        match self {
            Self::Visits(visits) => gradient[visits.index()] += adjoint,
            Self::Today(visits) => {
                gradient[visits.index()] += adjoint / (today.effect * today.boost);
                out.effect -= adjoint * ceiling / today.effect;
                out.boost -= adjoint * ceiling / today.boost;
            }
            Self::Cost(cost) => gradient[cost.index()] -= adjoint * ceiling / cost.of(params),
        }
    }
}

/// A channel's reach at today's pressure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Today<F> {
    pub(super) effect: F,
    pub(super) boost: F,
}
