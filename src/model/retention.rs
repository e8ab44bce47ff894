//! Retention: how many of the active customers stay for another period.
//!
//! A planner's words: of a hundred customers some are gone next month; those who have stayed long are likelier to stay on.
//! Constant: `r = σ(logit ρ + lifts)`. Shifted beta-geometric (Fader & Hardie 2007): a cohort's retention into age `n ≥ 1`
//! is `r[n] = (β+n-1) / (α+β+n-1)`, its odds multiplied by the period's lift.

use crate::math::Real;

use super::parameters::Param;
use super::{Model, Workspace};

/// A retention model with the places of its parameters.
#[derive(Debug, Clone, Copy)]
pub(super) enum Keep {
    Constant { rate: Param },
    ShiftedBetaGeometric { alpha: Param, beta: Param, age: usize },
}

impl Keep {
    /// Whether every cohort has to be followed by itself.
    pub(super) const fn by_cohort(self) -> bool {
        matches!(self, Self::ShiftedBetaGeometric { .. })
    }
}

impl Model {
    /// Share of those who were won just before period 0 and are still active that is kept into period `t`, in the run that the workspace
    /// holds: lifts and actions included.
    ///
    /// # Panics
    /// Where `t` is not below the horizon.
    #[must_use]
    #[inline(always)]
    pub fn kept_of_a_cohort<F: Real>(&self, params: &[F], ws: &Workspace<F>, t: usize) -> F {
        assert!(t < self.horizon, "period within the horizon");
        match self.keep {
            Keep::Constant { .. } => ws.keep[t],
            Keep::ShiftedBetaGeometric { alpha, beta, .. } => {
                // here `keep` is the factor on the odds of every cohort's retention
                let odds = (beta.of(params) + F::from_f64(t as f64)) * ws.keep[t];
                odds / (odds + alpha.of(params))
            }
        }
    }
}
