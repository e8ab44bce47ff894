//! One run: spend → pressure → visits → leads → customers → money.

use crate::math::{Isa, Kernel, Real};
use crate::scenario::Moves;

use super::action::place;
use super::chance::{Chance, Expected, Place, What};
use super::retention::Keep;
use super::stream::{odds, quality, rate};
use super::{Inputs, Model, Outcome, Workspace, audience, forward_channels};

pub(super) const ACT: usize = place(Moves::Act);
pub(super) const CONVERT: usize = place(Moves::Convert);
pub(super) const RETENTION: usize = place(Moves::Retention);
pub(super) const REPEAT: usize = place(Moves::Repeat);
pub(super) const ORGANIC: usize = place(Moves::Organic);
pub(super) const CAPACITY: usize = place(Moves::Capacity);
pub(super) const REFERRAL: usize = place(Moves::Referral);
pub(super) const ORDER_VALUE: usize = place(Moves::OrderValue);

pub(super) struct Forward<'a, F, C> {
    pub(super) model: &'a Model,
    pub(super) inputs: Inputs<'a, F>,
    pub(super) ws: &'a mut Workspace<F>,
    pub(super) chance: C,
}

impl<F: Real, C: Chance<F>> Kernel for Forward<'_, F, C> {
    type Output = Outcome<F>;

    #[inline(always)]
    fn run(self) -> Outcome<F> {
        let Self {
            model,
            inputs,
            ws,
            mut chance,
        } = self;
        forward_channels::press(model, &inputs, ws);
        forward_channels::lift(model, &inputs, ws);
        forward_channels::reach(model, &inputs, ws);
        ws.steady.forward(model, &inputs);
        flow(model, &inputs, ws, &mut chance);
        engage(model, &inputs, ws, &mut chance);
        value(model, &inputs, ws)
    }
}

impl Model {
    /// One run of the funnel. Allocates nothing; leaves all intermediates in the workspace for [`Self::reverse`].
    ///
    /// Shapes: `inputs.spend` channels × T, `inputs.actions` one for each action, `inputs.params` one for each parameter.
    ///
    /// # Panics
    /// Where the shapes do not fit the model or the workspace is another model's.
    pub fn forward<F: Real>(&self, inputs: Inputs<'_, F>, workspace: &mut Workspace<F>) -> Outcome<F> {
        self.forward_on(Isa::best(), inputs, workspace)
    }

    /// [`Self::forward`] with a given instruction set: the same bits with each.
    ///
    /// # Panics
    /// As [`Self::forward`].
    pub fn forward_on<F: Real>(&self, isa: Isa, inputs: Inputs<'_, F>, workspace: &mut Workspace<F>) -> Outcome<F> {
        self.check_shapes(&inputs);
        isa.run(Forward {
            model: self,
            inputs,
            ws: workspace,
            chance: Expected,
        })
    }

    /// [`Self::forward`] as a part of the kernel that calls it, with its instructions: how lanes of draws are run.
    ///
    /// # Panics
    /// As [`Self::forward`].
    #[inline(always)]
    pub fn forward_within<F: Real>(&self, inputs: Inputs<'_, F>, workspace: &mut Workspace<F>) -> Outcome<F> {
        self.check_shapes(&inputs);
        Forward {
            model: self,
            inputs,
            ws: workspace,
            chance: Expected,
        }
        .run()
    }

    pub(super) fn check_shapes<F>(&self, inputs: &Inputs<'_, F>) {
        assert_eq!(inputs.spend.len(), self.channels.len() * self.horizon, "spend: channels × periods");
        assert_eq!(inputs.actions.len(), self.improvements.len(), "actions");
        assert_eq!(inputs.params.len(), self.parameters.len(), "parameters");
    }
}

/// Rates of every stream, and what the past has under way.
#[inline(always)]
fn prepare<F: Real>(model: &Model, inputs: &Inputs<'_, F>, ws: &mut Workspace<F>, chance: &mut impl Chance<F>) {
    let (room, periods) = (ws.room, ws.periods);
    let params = inputs.params;
    ws.leads_end = if model.capacity.is_some() {
        periods
    } else {
        periods.min(ws.visits_end + model.act_lag.longest())
    };
    ws.customers_end = periods.min(ws.leads_end + model.convert_lag.longest());
    let act_odds = odds(model.act_rate.of(params)) * inputs.levers.act.exp();
    let convert_odds = odds(model.convert_rate.of(params)) * inputs.levers.convert.exp();
    for (s, stream) in model.streams.iter().enumerate() {
        let act = quality(stream.act_quality, params) * act_odds;
        let factors = &ws.factor[ACT * periods..ACT * periods + ws.visits_end];
        fill_rates(&mut ws.act_rate[s * room..s * room + ws.visits_end], act, factors, ws.moved[ACT]);
        let convert = quality(stream.convert_quality, params) * convert_odds;
        let factors = &ws.factor[CONVERT * periods..CONVERT * periods + ws.leads_end];
        fill_rates(
            &mut ws.convert_rate[s * periods..s * periods + ws.leads_end],
            convert,
            factors,
            ws.moved[CONVERT],
        );
        let arrived = &mut ws.arrived[s * periods..(s + 1) * periods];
        model.act_lag.pipeline(ws.steady.leads[s], arrived);
        chance.come_each(Place::new(What::LeadsUnderWay, 0, s), arrived);
    }
    model.convert_lag.pipeline(ws.steady.customers, &mut ws.new_customers);
    chance.come_each(Place::new(What::CustomersUnderWay, 0, 0), &mut ws.new_customers);
}

#[inline(always)]
fn fill_rates<F: Real>(rates: &mut [F], today: F, factors: &[F], moved: bool) {
    if moved {
        for (out, &factor) in rates.iter_mut().zip(factors) {
            *out = rate(today * factor);
        }
    } else {
        rates.fill(rate(today));
    }
}

/// Visits → leads → customers, period by period, because active customers bring the next period's referral visits.
///
/// Without referrals the stages do not wait for one another; the order of the steps is the same.
#[inline(always)]
fn flow<F: Real, C: Chance<F>>(model: &Model, inputs: &Inputs<'_, F>, ws: &mut Workspace<F>, chance: &mut C) {
    prepare(model, inputs, ws, chance);
    let params = inputs.params;
    let (horizon, room, periods) = (model.horizon, ws.room, ws.periods);
    let streams = model.streams.len();
    let customers = chance.start(Place::new(What::StartingCustomers, 0, 0), model.customers.of(params));
    let referral = model.referral.of(params);
    // without referrals no period waits for the customers of the one before
    let refers = !referral.is_nothing();
    let people = model.audience.map(|people| people.of(params));
    let desk = match model.capacity {
        Some(desk) => Some((desk.leads.of(params), F::one() - desk.loss.of(params))),
        None => None,
    };
    ws.left.fill(F::zero());
    if let Some(desk) = model.capacity {
        ws.left[0] = chance.start(Place::new(What::StartingBacklog, 0, 0), F::from_f64(desk.backlog));
    }
    ws.whole = C::WHOLE;
    ws.customers_before = customers;
    ws.backlog_before = ws.left.first().copied().unwrap_or_else(F::zero);
    prepare_retention(model, inputs, ws, customers);
    let mut active = customers;
    for t in 0..ws.leads_end {
        if t < ws.visits_end {
            if t < horizon && refers {
                ws.raw[t] += referral * ws.factor[REFERRAL * periods + t] * active;
            }
            let mut total = F::zero();
            for s in 0..streams {
                total += ws.raw[s * room + t];
            }
            let share = match people {
                Some(people) => audience::share(total, people),
                None => F::one(),
            };
            ws.raw_total[t] = total;
            ws.share[t] = share;
            let (mut counted, mut leads) = (F::zero(), F::zero());
            for s in 0..streams {
                let visits = chance.come(Place::new(What::Visits, t, s), share * ws.raw[s * room + t]);
                counted += visits;
                let created = chance.of(Place::new(What::Leads, t, s), visits, ws.act_rate[s * room + t]);
                leads += created;
                if C::WHOLE && t < horizon {
                    ws.visits_of[s * horizon + t] = visits;
                    ws.leads_of[s * horizon + t] = created;
                }
                let arrived = &mut ws.arrived[s * periods..(s + 1) * periods];
                chance.delay(Place::new(What::LeadDelay, t, s), &model.act_lag, created, arrived);
            }
            ws.visits[t] = if C::WHOLE { counted } else { share * total };
            ws.leads_created[t] = leads;
        }
        let mut waiting = F::zero();
        for s in 0..streams {
            let mut stays = ws.arrived[s * periods + t];
            if let Some((_, stay)) = desk {
                stays += chance.of(Place::new(What::Waits, t, s), ws.left[s], stay);
            }
            ws.waiting[s * periods + t] = stays;
            waiting += stays;
        }
        ws.waiting_total[t] = waiting;
        let (share, handled) = match desk {
            Some((capacity, _)) => {
                let capacity = capacity * ws.factor[CAPACITY * periods + t];
                chance.desk(Place::new(What::Desk, t, 0), waiting, capacity)
            }
            None => (F::one(), waiting),
        };
        ws.served[t] = share;
        ws.handled[t] = handled;
        ws.backlog[t] = if C::WHOLE {
            waiting - handled
        } else {
            (F::one() - share) * waiting
        };
        let mut created = F::zero();
        for s in 0..streams {
            let waiting = ws.waiting[s * periods + t];
            let mut handled = waiting;
            if desk.is_some() {
                handled = chance.handle(waiting, share);
                ws.left[s] = if C::WHOLE {
                    waiting - handled
                } else {
                    waiting * (F::one() - share)
                };
            }
            let customers = chance.of(Place::new(What::Customers, t, s), handled, ws.convert_rate[s * periods + t]);
            created += customers;
            if C::WHOLE && t < horizon {
                ws.customers_of[s * horizon + t] = customers;
            }
        }
        let place = Place::new(What::CustomerDelay, t, 0);
        chance.delay(place, &model.convert_lag, created, &mut ws.new_customers);
        ws.created[t] = created;
        active = stay(model, params, ws, t, active, chance);
    }
    // from here on nobody is left who could become a customer, but for those who are one already or sign late
    for t in ws.leads_end..periods {
        active = stay(model, params, ws, t, active, chance);
    }
}

/// Customers kept and new in period `t`: those active at its end.
#[inline(always)]
fn stay<F: Real>(model: &Model, params: &[F], ws: &mut Workspace<F>, t: usize, active: F, chance: &mut impl Chance<F>) -> F {
    let kept = keep(model, params, ws, t, active, chance);
    ws.kept[t] = kept;
    ws.active[t] = kept + ws.new_customers[t];
    ws.active[t]
}

/// Share kept into each period, or the starting cohort.
#[inline(always)]
fn prepare_retention<F: Real>(model: &Model, inputs: &Inputs<'_, F>, ws: &mut Workspace<F>, customers: F) {
    let params = inputs.params;
    let lever = inputs.levers.retention.exp();
    let periods = ws.periods;
    match model.keep {
        Keep::Constant { rate } => {
            let today = odds(rate.of(params)) * lever;
            let factors = &ws.factor[RETENTION * periods..(RETENTION + 1) * periods];
            fill_rates(&mut ws.keep, today, factors, ws.moved[RETENTION]);
        }
        Keep::ShiftedBetaGeometric { .. } => {
            // here `keep` is the factor on the odds of every cohort's retention
            for (keep, &factor) in ws.keep.iter_mut().zip(&ws.factor[RETENTION * periods..]) {
                *keep = lever * factor;
            }
            ws.cohorts[0] = customers;
        }
    }
}

/// Customers kept into period `t` of those who were active at the end of the one before.
#[inline(always)]
fn keep<F: Real>(model: &Model, params: &[F], ws: &mut Workspace<F>, t: usize, active: F, chance: &mut impl Chance<F>) -> F {
    match model.keep {
        Keep::Constant { .. } => chance.of(Place::new(What::Keeps, t, 0), active, ws.keep[t]),
        Keep::ShiftedBetaGeometric { alpha, beta, age } => {
            let (alpha, beta) = (alpha.of(params), beta.of(params));
            let odds_factor = ws.keep[t];
            let ages = beta + F::from_f64((age + t) as f64);
            let young = (ages * odds_factor) / (ages * odds_factor + alpha);
            ws.cohorts[0] = chance.of(Place::new(What::Keeps, t, 0), ws.cohorts[0], young);
            // cohort k + 1 came in period k and is t - k periods old
            let living = t.min(ws.customers_end);
            for (k, cohort) in ws.cohorts[1..=living].iter_mut().enumerate() {
                let odds = (beta + F::from_f64((t - k) as f64 - 1.0)) * odds_factor;
                *cohort = chance.of(Place::new(What::Keeps, t, k + 1), *cohort, odds / (odds + alpha));
            }
            if t < ws.customers_end {
                ws.cohorts[t + 1] = ws.new_customers[t];
            }
            sum_in_lanes(&ws.cohorts[..=living])
        }
    }
}

/// Sum in eight partial sums, always in the same order: fast in vectors, the same bits without.
#[inline(always)]
pub(super) fn sum_in_lanes<F: Real>(values: &[F]) -> F {
    let mut lanes = [F::zero(); 8];
    let chunks = values.chunks_exact(8);
    let rest = chunks.remainder();
    for chunk in chunks {
        for (lane, &value) in lanes.iter_mut().zip(chunk) {
            *lane += value;
        }
    }
    for (lane, &value) in lanes.iter_mut().zip(rest) {
        *lane += value;
    }
    let mut sum = F::zero();
    for lane in lanes {
        sum += lane;
    }
    sum
}

/// Repeat orders, revenue, discount factors.
#[inline(always)]
fn engage<F: Real>(model: &Model, inputs: &Inputs<'_, F>, ws: &mut Workspace<F>, chance: &mut impl Chance<F>) {
    let params = inputs.params;
    let periods = ws.periods;
    let repeat_rate = model.repeat_rate.of(params) * inputs.levers.repeat;
    let (order_value, repeat_value) = (model.order_value.of(params), model.repeat_value.of(params));
    let repeat = &ws.factor[REPEAT * periods..(REPEAT + 1) * periods];
    for (t, ((orders, &kept), &factor)) in ws.repeat_orders.iter_mut().zip(&ws.kept).zip(repeat).enumerate() {
        *orders = chance.orders(Place::new(What::Orders, t, 0), kept, repeat_rate * factor);
    }
    let worth = &ws.factor[ORDER_VALUE * periods..(ORDER_VALUE + 1) * periods];
    for (((revenue, &first), &orders), &factor) in ws.revenue.iter_mut().zip(&ws.new_customers).zip(&ws.repeat_orders).zip(worth) {
        *revenue = (order_value * first + repeat_value * orders) * factor;
    }
    let step = (-(model.discount_rate.of(params).ln_1p() / F::from_f64(model.periods_per_year))).exp();
    let mut discount = F::one();
    for d in &mut ws.discount {
        *d = discount;
        discount = discount * step;
    }
}

/// Sums.
#[inline(always)]
fn value<F: Real>(model: &Model, inputs: &Inputs<'_, F>, ws: &mut Workspace<F>) -> Outcome<F> {
    let params = inputs.params;
    let horizon = model.horizon;
    ws.invest.fill(F::zero());
    for spend in inputs.spend.chunks_exact(horizon) {
        for (invest, &x) in ws.invest.iter_mut().zip(spend) {
            *invest += x;
        }
    }
    for (action, _) in model.improvements.iter().zip(inputs.actions).filter(|(_, done)| **done) {
        ws.invest[action.start] += action.cost.of(params);
        let running = action.running_cost.of(params);
        for invest in &mut ws.invest[action.start..] {
            *invest += running;
        }
    }
    let mut out = Outcome::zero();
    for t in 0..horizon {
        if t < ws.visits_end {
            out.visits += ws.visits[t];
        }
        out.leads_created += ws.leads_created[t];
        out.handled += ws.handled[t];
        out.customers_created += ws.created[t];
        out.customers += ws.new_customers[t];
        out.repeat_orders += ws.repeat_orders[t];
        out.revenue += ws.revenue[t];
        out.invest += ws.invest[t];
        out.discounted_invest += ws.discount[t] * ws.invest[t];
    }
    for s in 0..model.streams.len() {
        for &arrived in &ws.arrived[s * ws.periods..s * ws.periods + horizon] {
            out.leads += arrived;
        }
    }
    let margin = model.margin.of(params);
    let (mut within, mut after, mut factors) = (F::zero(), F::zero(), F::zero());
    for (&revenue, &discount) in ws.revenue[..horizon].iter().zip(&ws.discount) {
        within = discount.mul_add(revenue, within);
        factors += discount;
    }
    for (&revenue, &discount) in ws.revenue[horizon..].iter().zip(&ws.discount[horizon..]) {
        after = discount.mul_add(revenue, after);
    }
    let fixed_cost = model.fixed_cost.of(params);
    out.gross = margin * out.revenue;
    out.profit = out.gross - out.invest - fixed_cost * F::from_f64(horizon as f64);
    out.discounted_gross = margin * within;
    out.npv = out.discounted_gross - out.discounted_invest - fixed_cost * factors;
    out.residual = margin * after;
    out
}
