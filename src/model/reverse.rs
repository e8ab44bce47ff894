//! The way back: from the weights of the totals to the derivative by every spend, lever and parameter.
//!
//! The mirror of `forward`: its steps in the opposite order, each from the adjoint of what it made to the adjoint of what
//! it was made from.

use crate::math::{Isa, Kernel, Real};

use super::forward::{ACT, CAPACITY, CONVERT, ORDER_VALUE, REFERRAL, REPEAT, RETENTION};
use super::retention::Keep;
use super::reverse_retention::{end_cohorts, keep, new_cohort, start_cohorts};
use super::stream::Stream;
use super::{Gradient, Inputs, Model, Outcome, Weights, Workspace, audience, capacity, reverse_channels};

struct Reverse<'a, F> {
    weights: &'a Weights<F>,
    model: &'a Model,
    inputs: Inputs<'a, F>,
    ws: &'a Workspace<F>,
    out: &'a mut Gradient<F>,
}

impl<F: Real> Kernel for Reverse<'_, F> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let Self {
            weights,
            model,
            inputs,
            ws,
            out,
        } = self;
        assert!(weights.fit(model.horizon), "weights by period: none, or of at most the horizon");
        out.clear();
        value(model, &inputs, weights, ws, out);
        engage(model, &inputs, weights, ws, out);
        flow(model, &inputs, weights, ws, out);
        let Gradient {
            steady, levers, params, ..
        } = out;
        ws.steady.reverse(model, &inputs, steady, levers, params);
        reverse_channels::reach(model, &inputs, ws, out);
        reverse_channels::lift(model, &inputs, ws, out);
        reverse_channels::press(model, &inputs, ws, out);
    }
}

impl Model {
    /// Derivatives of `Σ seed · total` of the run that the workspace holds, with the inputs of that run. Allocates nothing.
    ///
    /// # Panics
    /// Where the gradient is another model's.
    pub fn reverse<F: Real>(&self, seed: &Outcome<F>, inputs: Inputs<'_, F>, workspace: &Workspace<F>, gradient: &mut Gradient<F>) {
        self.reverse_on(Isa::best(), seed, inputs, workspace, gradient);
    }

    /// [`Self::reverse`] with weights for single periods beside those of the totals.
    ///
    /// # Panics
    /// As [`Self::reverse`], and where there are weights for periods beyond the horizon.
    pub fn reverse_weighed<F: Real>(
        &self,
        weights: &Weights<F>,
        inputs: Inputs<'_, F>,
        workspace: &Workspace<F>,
        gradient: &mut Gradient<F>,
    ) {
        self.reverse_weighed_on(Isa::best(), weights, inputs, workspace, gradient);
    }

    /// [`Self::reverse`] with a given instruction set: the same bits with each.
    ///
    /// # Panics
    /// As [`Self::reverse`].
    pub fn reverse_on<F: Real>(
        &self,
        isa: Isa,
        seed: &Outcome<F>,
        inputs: Inputs<'_, F>,
        workspace: &Workspace<F>,
        gradient: &mut Gradient<F>,
    ) {
        self.reverse_weighed_on(isa, &Weights::totals(*seed), inputs, workspace, gradient);
    }

    /// [`Self::reverse_weighed`] with a given instruction set: the same bits with each.
    ///
    /// # Panics
    /// As [`Self::reverse_weighed`].
    pub fn reverse_weighed_on<F: Real>(
        &self,
        isa: Isa,
        weights: &Weights<F>,
        inputs: Inputs<'_, F>,
        workspace: &Workspace<F>,
        gradient: &mut Gradient<F>,
    ) {
        isa.run(Reverse {
            weights,
            model: self,
            inputs,
            ws: workspace,
            out: gradient,
        });
    }

    /// [`Self::reverse_weighed`] as a part of the kernel that calls it, with its instructions: how lanes of draws are run.
    ///
    /// # Panics
    /// As [`Self::reverse_weighed`].
    #[inline(always)]
    pub fn reverse_within<F: Real>(
        &self,
        weights: &Weights<F>,
        inputs: Inputs<'_, F>,
        workspace: &Workspace<F>,
        gradient: &mut Gradient<F>,
    ) {
        Reverse {
            weights,
            model: self,
            inputs,
            ws: workspace,
            out: gradient,
        }
        .run();
    }
}

/// Sums → revenue and spend of each period, margin, fixed cost, discount rate, costs of actions.
#[inline(always)]
fn value<F: Real>(model: &Model, inputs: &Inputs<'_, F>, weights: &Weights<F>, ws: &Workspace<F>, out: &mut Gradient<F>) {
    let params = inputs.params;
    let seed = &weights.totals;
    let horizon = model.horizon;
    let margin = model.margin.of(params);
    let fixed_cost = model.fixed_cost.of(params);
    let (plain, discounted) = (seed.gross + seed.profit, seed.discounted_gross + seed.npv);
    let (spent, discounted_spent) = (seed.invest - seed.profit, seed.discounted_invest - seed.npv);
    let (mut by_margin, mut by_fixed, mut by_rate) = (F::zero(), F::zero(), F::zero());
    for t in 0..horizon {
        let (d, revenue) = (ws.discount[t], ws.revenue[t]);
        let gross = plain + d * discounted;
        out.revenue[t] = margin * gross + seed.revenue;
        by_margin += gross * revenue;
        out.invest[t] = spent + d * discounted_spent;
        by_fixed -= seed.profit + d * seed.npv;
        let by_discount = margin * revenue * discounted + discounted_spent * ws.invest[t] - seed.npv * fixed_cost;
        by_rate -= by_discount * d * F::from_f64(t as f64);
    }
    for ((&own, by_revenue), &revenue) in weights.gross.iter().zip(&mut out.revenue).zip(&ws.revenue) {
        *by_revenue += margin * own;
        by_margin += own * revenue;
    }
    add(&weights.revenue, &mut out.revenue);
    add(&weights.invest, &mut out.invest);
    for t in horizon..ws.periods {
        let d = ws.discount[t];
        let gross = d * seed.residual;
        out.revenue[t] = margin * gross;
        by_margin += gross * ws.revenue[t];
        by_rate -= out.revenue[t] * ws.revenue[t] * F::from_f64(t as f64);
    }
    out.params[model.margin.index()] += by_margin;
    out.params[model.fixed_cost.index()] += by_fixed;
    let rate = model.discount_rate;
    out.params[rate.index()] += by_rate / (F::from_f64(model.periods_per_year) * (F::one() + rate.of(params)));
    for (action, _) in model.improvements.iter().zip(inputs.actions).filter(|(_, done)| **done) {
        out.params[action.cost.index()] += out.invest[action.start];
        let mut running = F::zero();
        for &invest in &out.invest[action.start..] {
            running += invest;
        }
        out.params[action.running_cost.index()] += running;
    }
    for spend in out.spend.chunks_exact_mut(horizon) {
        spend.copy_from_slice(&out.invest);
    }
}

/// Adds the weights of single periods, none or those of the first ones.
#[inline(always)]
fn add<F: Real>(weights: &[F], adjoint: &mut [F]) {
    for (adjoint, &weight) in adjoint.iter_mut().zip(weights) {
        *adjoint += weight;
    }
}

/// Weight of a total with that of one of its periods.
#[inline(always)]
fn with<F: Real>(total: F, weights: &[F], t: usize) -> F {
    match weights.get(t) {
        Some(&own) => total + own,
        None => total,
    }
}

/// Revenue → new customers, kept customers, order values, repeat rate.
#[inline(always)]
fn engage<F: Real>(model: &Model, inputs: &Inputs<'_, F>, weights: &Weights<F>, ws: &Workspace<F>, out: &mut Gradient<F>) {
    let params = inputs.params;
    let seed = &weights.totals;
    let (horizon, periods) = (model.horizon, ws.periods);
    let (order_value, repeat_value) = (model.order_value.of(params), model.repeat_value.of(params));
    let repeat_rate = model.repeat_rate.of(params);
    let lever = inputs.levers.repeat;
    let (mut by_order, mut by_repeat, mut by_rate) = (F::zero(), F::zero(), F::zero());
    for t in 0..periods {
        let (within, within_orders) = if t < horizon {
            (seed.customers, seed.repeat_orders)
        } else {
            (F::zero(), F::zero())
        };
        let revenue = out.revenue[t];
        let worth = revenue * ws.factor[ORDER_VALUE * periods + t];
        out.factor[ORDER_VALUE * periods + t] = revenue * ws.revenue[t];
        out.new_customers[t] = worth * order_value + within;
        by_order += worth * ws.new_customers[t];
        by_repeat += worth * ws.repeat_orders[t];
        let orders = worth * repeat_value + within_orders;
        out.factor[REPEAT * periods + t] = orders * ws.repeat_orders[t];
        let kept = orders * ws.factor[REPEAT * periods + t];
        out.kept[t] = kept * repeat_rate * lever;
        by_rate += kept * ws.kept[t];
    }
    add(&weights.customers, &mut out.new_customers);
    out.params[model.order_value.index()] += by_order;
    out.params[model.repeat_value.index()] += by_repeat;
    out.params[model.repeat_rate.index()] += by_rate * lever;
    out.levers.repeat += by_rate * repeat_rate;
}

/// Adjoint of a stream's rate, by its log-odds, to its quality.
#[inline(always)]
fn to_quality<F: Real>(param: Option<super::Param>, params: &[F], log_odds: F, gradient: &mut [F]) {
    if let Some(param) = param {
        gradient[param.index()] += log_odds / param.of(params);
    }
}

/// Customers → leads → visits, from the last period to the first.
#[inline(always)]
fn flow<F: Real>(model: &Model, inputs: &Inputs<'_, F>, weights: &Weights<F>, ws: &Workspace<F>, out: &mut Gradient<F>) {
    let params = inputs.params;
    let seed = &weights.totals;
    let (horizon, room, periods) = (model.horizon, ws.room, ws.periods);
    let zero = F::zero();
    let starting = model.customers.of(params);
    let referral = model.referral.of(params);
    start_cohorts(ws, out);
    let (mut by_act, mut by_convert, mut by_retention) = (zero, zero, zero);
    let mut active = zero;
    for t in (0..periods).rev() {
        let inside = t < horizon;
        let before = if t == 0 { starting } else { ws.active[t - 1] };
        let new_customers = out.new_customers[t] + active;
        let (back, log_odds) = keep(model, params, ws, t, out.kept[t] + active, before, out);
        active = back;
        by_retention += log_odds;
        out.factor[RETENTION * periods + t] = log_odds;
        out.new_customers[t] = new_customers + new_cohort(model, ws, t, out);

        if t < ws.leads_end {
            let created = model.convert_lag.reverse(t, &out.new_customers) + if inside { seed.customers_created } else { zero };
            let log_odds = handle(
                model,
                params,
                ws,
                t,
                created,
                if inside {
                    (seed.handled, with(seed.leads, &weights.leads, t))
                } else {
                    (zero, zero)
                },
                out,
            );
            by_convert += log_odds;
            out.factor[CONVERT * periods + t] = log_odds;
        }
        if t < ws.visits_end {
            let (share, seed_created) = (ws.share[t], if inside { seed.leads_created } else { zero });
            let seed_visits = if inside { with(seed.visits, &weights.visits, t) } else { zero };
            let mut by_share = seed_visits * ws.raw_total[t];
            let mut log_odds = zero;
            for (s, stream) in model.streams.iter().enumerate() {
                let created = model.act_lag.reverse(t, &out.arrived[s * periods..(s + 1) * periods]) + seed_created;
                let (raw, rate) = (ws.raw[s * room + t], ws.act_rate[s * room + t]);
                by_share += created * raw * rate;
                out.raw[s * room + t] = created * share * rate + seed_visits * share;
                let part = created * share * raw * rate * (F::one() - rate);
                log_odds += part;
                to_quality(stream.act_quality, params, part, &mut out.params);
            }
            by_act += log_odds;
            out.factor[ACT * periods + t] = log_odds;
            if let Some(people) = model.audience {
                let (by_visits, by_people) = audience::share_reverse(ws.raw_total[t], people.of(params), share, by_share);
                out.params[people.index()] += by_people;
                for s in 0..model.streams.len() {
                    out.raw[s * room + t] += by_visits;
                }
            }
            if inside {
                let by_referral = out.raw[t] * ws.factor[REFERRAL * periods + t];
                active += by_referral * referral;
                out.params[model.referral.index()] += by_referral * before;
                out.factor[REFERRAL * periods + t] = by_referral * referral * before;
            }
        }
    }
    end_cohorts(model, params, out);
    out.params[model.customers.index()] += active;
    let (act, convert) = (model.act_rate.of(params), model.convert_rate.of(params));
    out.params[model.act_rate.index()] += by_act / (act * (F::one() - act));
    out.params[model.convert_rate.index()] += by_convert / (convert * (F::one() - convert));
    if let Keep::Constant { rate } = model.keep {
        let kept = rate.of(params);
        out.params[rate.index()] += by_retention / (kept * (F::one() - kept));
    }
    out.levers.act += by_act;
    out.levers.convert += by_convert;
    out.levers.retention += by_retention;
    for s in 0..model.streams.len() {
        out.steady.leads[s] = model.act_lag.pipeline_reverse(&out.arrived[s * periods..(s + 1) * periods]);
    }
    out.steady.customers = model.convert_lag.pipeline_reverse(&out.new_customers);
}

/// Customers created in period `t` → leads that arrive in it; gives the adjoint of the log-odds of the convert rate.
#[inline(always)]
fn handle<F: Real>(
    model: &Model,
    params: &[F],
    ws: &Workspace<F>,
    t: usize,
    created: F,
    (seed_handled, seed_leads): (F, F),
    out: &mut Gradient<F>,
) -> F {
    let periods = ws.periods;
    let (one, zero) = (F::one(), F::zero());
    let served = ws.served[t];
    let (mut log_odds, mut by_served) = (zero, zero);
    for (s, stream) in model.streams.iter().enumerate() {
        let Stream { convert_quality, .. } = *stream;
        let (waiting, rate) = (ws.waiting[s * periods + t], ws.convert_rate[s * periods + t]);
        let handled = created * rate + seed_handled;
        let part = created * served * waiting * rate * (one - rate);
        log_odds += part;
        to_quality(convert_quality, params, part, &mut out.params);
        by_served += waiting * (handled - out.backlog[s]);
        out.arrived[s * periods + t] = served * handled + (one - served) * out.backlog[s];
    }
    if let Some(desk) = model.capacity {
        let (leads, stay) = (desk.leads.of(params), one - desk.loss.of(params));
        let factor = ws.factor[CAPACITY * periods + t];
        let (by_waiting, by_capacity) = capacity::served_reverse(ws.waiting_total[t], leads * factor, served, by_served);
        out.params[desk.leads.index()] += by_capacity * factor;
        out.factor[CAPACITY * periods + t] = by_capacity * leads * factor;
        for s in 0..model.streams.len() {
            let waiting = out.arrived[s * periods + t] + by_waiting;
            out.arrived[s * periods + t] = waiting;
            let before = match t.checked_sub(1) {
                Some(last) => ws.waiting[s * periods + last] * (one - ws.served[last]),
                None if s == 0 => F::from_f64(desk.backlog),
                None => zero,
            };
            out.params[desk.loss.index()] -= waiting * before;
            out.backlog[s] = waiting * stay;
        }
    }
    for s in 0..model.streams.len() {
        out.arrived[s * periods + t] += seed_leads;
    }
    log_odds
}
