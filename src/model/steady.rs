//! The status quo: the steady period before the horizon, whose flows are under way when it begins.
//!
//! Every channel at today's pressure, index 1, no action, referral visits from the starting customers. Leads arrive as
//! they are created; `min(1, Q/L)` of them were handled.

use crate::math::Real;

use super::capacity::served;
use super::stream::{odds, quality, rate};
use super::{Inputs, Model, audience};

/// Flows of the steady period.
#[derive(Debug, Clone)]
pub(super) struct Steady<F> {
    /// Raw visits of each stream [visits per period].
    pub(super) raw: Vec<F>,
    pub(super) raw_total: F,
    /// Share that the audience cap leaves.
    pub(super) share: F,
    /// Act and convert rate of each stream.
    pub(super) act_rate: Vec<F>,
    pub(super) convert_rate: Vec<F>,
    /// Leads created of each stream [leads per period].
    pub(super) leads: Vec<F>,
    pub(super) leads_total: F,
    pub(super) served: F,
    /// New customers [customers per period].
    pub(super) customers: F,
}

/// Adjoints of the steady flows that the horizon uses.
#[derive(Debug, Clone)]
pub(super) struct SteadyAdjoint<F> {
    /// Of the leads of each stream.
    pub(super) leads: Vec<F>,
    pub(super) customers: F,
    /// Of the raw visits of each stream: what the reverse pass gives.
    pub(super) raw: Vec<F>,
}

impl<F: Real> Steady<F> {
    pub(super) fn new(streams: usize) -> Self {
        let zeros = || vec![F::zero(); streams];
        Self {
            raw: zeros(),
            raw_total: F::zero(),
            share: F::one(),
            act_rate: zeros(),
            convert_rate: zeros(),
            leads: zeros(),
            leads_total: F::zero(),
            served: F::one(),
            customers: F::zero(),
        }
    }

    /// From raw visits to customers. `raw` holds what organic visits and channels bring; referral visits are added here.
    #[inline(always)]
    pub(super) fn forward(&mut self, model: &Model, inputs: &Inputs<'_, F>) {
        let params = inputs.params;
        self.raw[0] += model.referral.of(params) * model.customers.of(params);
        self.raw_total = F::zero();
        for &raw in &self.raw {
            self.raw_total += raw;
        }
        self.share = match model.audience {
            Some(people) => audience::share(self.raw_total, people.of(params)),
            None => F::one(),
        };
        let act_odds = odds(model.act_rate.of(params)) * inputs.levers.act.exp();
        let convert_odds = odds(model.convert_rate.of(params)) * inputs.levers.convert.exp();
        self.leads_total = F::zero();
        for (s, stream) in model.streams.iter().enumerate() {
            self.act_rate[s] = rate(quality(stream.act_quality, params) * act_odds);
            self.convert_rate[s] = rate(quality(stream.convert_quality, params) * convert_odds);
            self.leads[s] = self.share * self.raw[s] * self.act_rate[s];
            self.leads_total += self.leads[s];
        }
        self.served = match model.capacity {
            Some(desk) => served(self.leads_total, desk.leads.of(params)),
            None => F::one(),
        };
        self.customers = F::zero();
        for (&leads, &rate) in self.leads.iter().zip(&self.convert_rate) {
            self.customers += self.served * leads * rate;
        }
    }

    /// Adjoints of the raw visits (into `adjoint.raw`), of the levers and of the parameters.
    #[inline(always)]
    pub(super) fn reverse(
        &self,
        model: &Model,
        inputs: &Inputs<'_, F>,
        adjoint: &mut SteadyAdjoint<F>,
        levers: &mut super::Levers<F>,
        gradient: &mut [F],
    ) {
        let params = inputs.params;
        let one = F::one();
        let (act, convert) = (model.act_rate.of(params), model.convert_rate.of(params));
        let mut by_served = F::zero();
        let (mut by_act, mut by_convert) = (F::zero(), F::zero());
        for (s, stream) in model.streams.iter().enumerate() {
            let rate = self.convert_rate[s];
            by_served += adjoint.customers * self.leads[s] * rate;
            // rate → its log-odds
            let log_odds = adjoint.customers * self.served * self.leads[s] * rate * (one - rate);
            by_convert += log_odds;
            if let Some(param) = stream.convert_quality {
                gradient[param.index()] += log_odds / param.of(params);
            }
            adjoint.leads[s] += adjoint.customers * self.served * rate;
        }
        if let Some(desk) = model.capacity {
            let (by_waiting, by_capacity) =
                super::capacity::served_reverse(self.leads_total, desk.leads.of(params), self.served, by_served);
            gradient[desk.leads.index()] += by_capacity;
            for d in &mut adjoint.leads {
                *d += by_waiting;
            }
        }
        let mut by_share = F::zero();
        for (s, stream) in model.streams.iter().enumerate() {
            let rate = self.act_rate[s];
            by_share += adjoint.leads[s] * self.raw[s] * rate;
            adjoint.raw[s] = adjoint.leads[s] * self.share * rate;
            let log_odds = adjoint.leads[s] * self.leads[s] * (one - rate);
            by_act += log_odds;
            if let Some(param) = stream.act_quality {
                gradient[param.index()] += log_odds / param.of(params);
            }
        }
        levers.act += by_act;
        levers.convert += by_convert;
        gradient[model.act_rate.index()] += by_act / (act * (one - act));
        gradient[model.convert_rate.index()] += by_convert / (convert * (one - convert));
        if let Some(people) = model.audience {
            let (by_visits, by_people) = audience::share_reverse(self.raw_total, people.of(params), self.share, by_share);
            gradient[people.index()] += by_people;
            for d in &mut adjoint.raw {
                *d += by_visits;
            }
        }
        gradient[model.referral.index()] += adjoint.raw[0] * model.customers.of(params);
        gradient[model.customers.index()] += adjoint.raw[0] * model.referral.of(params);
    }
}
