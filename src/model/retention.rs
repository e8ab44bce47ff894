//! Retention: how many of the active customers stay for another period.
//!
//! A planner's words: of a hundred customers some are gone next month; those who have stayed long are likelier to stay on.
//! Constant: `r = σ(logit ρ + lifts)`. Shifted beta-geometric (Fader & Hardie 2007): a cohort's retention into age `n ≥ 1`
//! is `r[n] = (β+n-1) / (α+β+n-1)`, its odds multiplied by the period's lift.

use super::parameters::Param;

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
