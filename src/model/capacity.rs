//! Capacity: how many of the waiting leads are handled, `handled = min(W, Q)`.
//!
//! A planner's words: five sales people call a hundred leads a week; the others wait, and some go elsewhere. Waiting leads
//! `W` and capacity `Q` are leads per period. Every source is handled in proportion to its share of `W`.

use crate::math::Real;

use super::parameters::Param;

/// The desk that handles leads.
#[derive(Debug, Clone, Copy)]
pub(super) struct Desk {
    /// Leads that it can handle in a period, today.
    pub(super) leads: Param,
    /// Share of the backlog that is lost each period.
    pub(super) loss: Param,
    /// Leads waiting before period 0, organic ones.
    pub(super) backlog: f64,
}

/// `min(W, Q) / W`, the share of the waiting leads that is handled; 1 where nobody waits.
#[inline(always)]
pub(super) fn served<F: Real>(waiting: F, capacity: F) -> F {
    waiting.select_lt(F::from_f64(f64::MIN_POSITIVE), F::one(), waiting.min(capacity) / waiting)
}

/// Adjoints of waiting leads and capacity from that of the share. Where capacity is exactly met, those of fewer leads.
#[inline(always)]
pub(super) fn served_reverse<F: Real>(waiting: F, capacity: F, served: F, adjoint: F) -> (F, F) {
    let zero = F::zero();
    let per_lead = adjoint / waiting;
    (
        capacity.select_lt(waiting, -(per_lead * served), zero),
        capacity.select_lt(waiting, per_lead, zero),
    )
}
