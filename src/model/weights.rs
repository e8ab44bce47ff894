//! What a run is weighed by on the way back: its totals, and its flows period by period.

use crate::math::Real;

use super::Outcome;

/// Weights of a run's totals and of its flows in single periods: the reverse pass gives the derivatives of
/// `Σ weight · total + Σ_t weight[t] · flow[t]`.
///
/// Each list is empty (no weights), or has a weight for each of the first periods of the horizon, `T` of them at most; the flows are those
/// that [`Flows`](super::Flows) has.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights<F> {
    /// Of each total.
    pub totals: Outcome<F>,
    /// Of the visits in each period, after the audience cap.
    pub visits: Vec<F>,
    /// Of the leads that arrive in each period.
    pub leads: Vec<F>,
    /// Of the new customers that arrive in each period.
    pub customers: Vec<F>,
    /// Of the revenue of each period \[per money\].
    pub revenue: Vec<F>,
    /// Of the gross profit of each period, margin × revenue \[per money\].
    pub gross: Vec<F>,
    /// Of the channel spend and costs of the done actions of each period \[per money\].
    pub invest: Vec<F>,
}

impl<F: Real> Weights<F> {
    /// Weights of totals alone. Allocates nothing.
    #[must_use]
    #[inline(always)]
    pub const fn totals(totals: Outcome<F>) -> Self {
        Self {
            totals,
            visits: Vec::new(),
            leads: Vec::new(),
            customers: Vec::new(),
            revenue: Vec::new(),
            gross: Vec::new(),
            invest: Vec::new(),
        }
    }

    /// All of them 0, with a weight for each flow in each of so many periods.
    #[must_use]
    pub fn zero(periods: usize) -> Self {
        let zeros = || vec![F::zero(); periods];
        Self {
            totals: Outcome::zero(),
            visits: zeros(),
            leads: zeros(),
            customers: zeros(),
            revenue: zeros(),
            gross: zeros(),
            invest: zeros(),
        }
    }

    /// Makes all of them 0; lists keep their lengths.
    pub fn clear(&mut self) {
        self.totals = Outcome::zero();
        for list in [
            &mut self.visits,
            &mut self.leads,
            &mut self.customers,
            &mut self.revenue,
            &mut self.gross,
            &mut self.invest,
        ] {
            list.fill(F::zero());
        }
    }

    /// Whether no list is longer than the horizon.
    #[inline(always)]
    pub(super) fn fit(&self, horizon: usize) -> bool {
        let lists = [&self.visits, &self.leads, &self.customers, &self.revenue, &self.gross, &self.invest];
        lists.into_iter().all(|list| list.len() <= horizon)
    }
}
