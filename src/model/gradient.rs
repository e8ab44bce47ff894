//! What the reverse pass gives, and the buffers that it needs.

use crate::math::Real;

use super::action::MOVABLE;
use super::steady::SteadyAdjoint;
use super::{Levers, Model, Workspace};

/// Derivatives of a weighted sum of a run's totals.
#[derive(Debug, Clone)]
pub struct Gradient<F> {
    /// By the spend of each channel in each period, `spend[c * T + t]`. At zero spend it is the one-sided derivative: `+∞`
    /// where a slope is below 1.
    pub spend: Vec<F>,
    /// By the stage levers.
    pub levers: Levers<F>,
    /// By each parameter.
    pub params: Vec<F>,

    // Adjoints of the buffers of the same names in the workspace, with the same shapes.
    pub(super) revenue: Vec<F>,
    pub(super) invest: Vec<F>,
    pub(super) kept: Vec<F>,
    pub(super) new_customers: Vec<F>,
    pub(super) arrived: Vec<F>,
    pub(super) raw: Vec<F>,
    /// Of the backlog of each stream.
    pub(super) backlog: Vec<F>,
    /// Of the logarithm of each factor.
    pub(super) factor: Vec<F>,
    pub(super) effect: Vec<F>,
    pub(super) effect_today: Vec<F>,
    pub(super) boost_today: Vec<F>,
    /// Of one channel's pressure, then of its real spend.
    pub(super) pressure: Vec<F>,
    pub(super) real_spend: Vec<F>,
    pub(super) weights: Vec<F>,
    pub(super) cohorts: Cohorts<F>,
    pub(super) steady: SteadyAdjoint<F>,
}

/// Cohorts on the way back.
#[derive(Debug, Clone)]
pub(super) struct Cohorts<F> {
    /// Customers left, recovered period by period.
    pub(super) left: Vec<F>,
    pub(super) adjoint: Vec<F>,
    /// Adjoint of the log-odds of this period's retention.
    pub(super) log_odds: Vec<F>,
    /// Sum of it over the periods, and of it divided by `β + n - 1`.
    pub(super) sum: Vec<F>,
    pub(super) by_beta: Vec<F>,
}

impl<F: Real> Gradient<F> {
    /// Buffers for reverse passes over runs in such a workspace.
    #[must_use]
    pub fn new(model: &Model, workspace: &Workspace<F>) -> Self {
        let (horizon, periods, room) = (model.horizon, workspace.periods, workspace.room);
        let (channels, curves, streams) = (model.channels.len(), model.curves.len(), model.streams.len());
        let zeros = |n: usize| vec![F::zero(); n];
        let cohorts = workspace.cohorts.len();
        Self {
            spend: zeros(channels * horizon),
            levers: Levers::zero(),
            params: zeros(model.parameters.len()),
            revenue: zeros(periods),
            invest: zeros(horizon),
            kept: zeros(periods),
            new_customers: zeros(periods),
            arrived: zeros(streams * periods),
            raw: zeros(streams * room),
            backlog: zeros(streams),
            factor: zeros(MOVABLE * periods),
            effect: zeros(curves * room),
            effect_today: zeros(curves),
            boost_today: zeros(channels),
            pressure: zeros(room),
            real_spend: zeros(horizon),
            weights: zeros(workspace.weights.len()),
            cohorts: Cohorts {
                left: zeros(cohorts),
                adjoint: zeros(cohorts),
                log_odds: zeros(cohorts),
                sum: zeros(cohorts),
                by_beta: zeros(cohorts),
            },
            steady: SteadyAdjoint {
                leads: zeros(streams),
                customers: F::zero(),
                raw: zeros(streams),
            },
        }
    }

    /// All derivatives 0.
    pub(super) fn clear(&mut self) {
        for buffer in [
            &mut self.spend,
            &mut self.params,
            &mut self.arrived,
            &mut self.raw,
            &mut self.backlog,
            &mut self.factor,
            &mut self.effect,
            &mut self.effect_today,
            &mut self.boost_today,
        ] {
            buffer.fill(F::zero());
        }
        self.levers = Levers::zero();
    }
}
