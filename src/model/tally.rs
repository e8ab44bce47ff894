//! What each source of visits brought: its own way through the funnel that the run has gone.

use crate::math::Real;

use super::forward::{ORDER_VALUE, ORGANIC, REFERRAL, REPEAT};
use super::retention::Keep;
use super::{Inputs, Model, Workspace};

/// Where visits come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Organic,
    Referral,
    /// The channel with this index.
    Channel(usize),
}

/// What one source brought within the horizon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tally<F = f64> {
    pub visits: F,
    pub leads: F,
    pub customers: F,
    /// Gross profit of these customers' first and repeat orders within the horizon \[money\].
    pub gross: F,
}

/// Buffers for tallies, made once per worker; each of `T` periods.
#[derive(Debug, Clone)]
pub struct Tallying<F> {
    /// Gross profit within the horizon of a customer who comes in each period \[money\].
    worth: Vec<F>,
    raw: Vec<F>,
    arrived: Vec<F>,
    customers: Vec<F>,
}

impl<F: Real> Tallying<F> {
    /// Buffers for runs of this model.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let zeros = || vec![F::zero(); model.horizon];
        Self {
            worth: zeros(),
            raw: zeros(),
            arrived: zeros(),
            customers: zeros(),
        }
    }
}

impl Model {
    /// Raw visits of a source, period by period of the horizon, into `raw`; gives those of the steady period.
    #[inline(always)]
    fn raw_visits<F: Real>(&self, inputs: &Inputs<'_, F>, ws: &Workspace<F>, source: Source, raw: &mut [F]) -> F {
        let (room, periods) = (ws.room, ws.periods);
        let params = inputs.params;
        match source {
            Source::Organic => {
                let organic = self.organic.of(params);
                for (t, raw) in raw.iter_mut().enumerate() {
                    *raw = organic * ws.index[t] * ws.organic_boost[t] * ws.factor[ORGANIC * periods + t];
                }
                organic * inputs.levers.reach
            }
            Source::Referral => {
                let (referral, customers) = (self.referral.of(params), self.customers.of(params));
                for (t, raw) in raw.iter_mut().enumerate() {
                    let before = if t == 0 { customers } else { ws.active[t - 1] };
                    *raw = referral * ws.factor[REFERRAL * periods + t] * before;
                }
                referral * customers
            }
            Source::Channel(c) => {
                let Some(reach) = self.channels[c].reach else {
                    raw.fill(F::zero());
                    return F::zero();
                };
                for (t, raw) in raw.iter_mut().enumerate() {
                    let boost = if self.channels[c].boosted {
                        ws.boost[c * room + t]
                    } else {
                        F::one()
                    };
                    *raw = ws.ceiling[c] * ws.effect[reach.curve * room + t] * ws.index[t] * boost;
                }
                ws.ceiling[c] * ws.effect_today[reach.curve] * ws.boost_today[c] * inputs.levers.reach
            }
        }
    }

    /// What a customer who comes in each period is worth within the horizon, first order and repeat orders after it: to be called
    /// once after a run, before the tallies of its sources.
    #[inline(always)]
    pub fn worth_of_a_customer<F: Real>(&self, inputs: &Inputs<'_, F>, ws: &Workspace<F>, tallying: &mut Tallying<F>) {
        let params = inputs.params;
        let periods = ws.periods;
        let worth = &mut tallying.worth[..self.horizon];
        let margin = self.margin.of(params);
        let first = margin * self.order_value.of(params);
        let again = margin * self.repeat_rate.of(params) * inputs.levers.repeat * self.repeat_value.of(params);
        for (t, worth) in worth.iter_mut().enumerate() {
            *worth = first * ws.factor[ORDER_VALUE * periods + t];
        }
        match self.keep {
            Keep::Constant { .. } => {
                let mut later = F::zero();
                for (t, worth) in worth.iter_mut().enumerate().rev() {
                    *worth += later;
                    let orders = again * ws.factor[REPEAT * periods + t] * ws.factor[ORDER_VALUE * periods + t];
                    later = ws.keep[t] * (orders + later);
                }
            }
            Keep::ShiftedBetaGeometric { alpha, beta, .. } => {
                let (alpha, beta) = (alpha.of(params), beta.of(params));
                for (came, worth) in worth.iter_mut().enumerate() {
                    let mut left = F::one();
                    for t in came + 1..self.horizon {
                        let odds = (beta + F::from_f64((t - came) as f64 - 1.0)) * ws.keep[t];
                        left = left * (odds / (odds + alpha));
                        *worth += left * again * ws.factor[REPEAT * periods + t] * ws.factor[ORDER_VALUE * periods + t];
                    }
                }
            }
        }
    }

    /// What a source brought within the horizon; the tallies of all sources add up to the run's totals (gross profit: to
    /// that of the new customers). [`Self::worth_of_a_customer`] of the same run comes first.
    #[must_use]
    #[inline(always)]
    pub fn tally<F: Real>(&self, inputs: &Inputs<'_, F>, ws: &Workspace<F>, source: Source, tallying: &mut Tallying<F>) -> Tally<F> {
        let (room, periods, horizon) = (ws.room, ws.periods, self.horizon);
        let params = inputs.params;
        let s = match source {
            Source::Channel(c) => self.channels[c].stream,
            Source::Organic | Source::Referral => 0,
        };
        let Tallying {
            worth,
            raw,
            arrived,
            customers,
        } = tallying;
        let steady_raw = self.raw_visits(inputs, ws, source, &mut raw[..horizon]);
        let steady_leads = ws.steady.share * steady_raw * ws.steady.act_rate[s];
        let steady_customers = ws.steady.served * steady_leads * ws.steady.convert_rate[s];
        self.act_lag.pipeline(steady_leads, arrived);
        self.convert_lag.pipeline(steady_customers, customers);
        let (stay, mut backlog) = match self.capacity {
            Some(desk) => (
                F::one() - desk.loss.of(params),
                F::from_f64(if source == Source::Organic { desk.backlog } else { 0.0 }),
            ),
            None => (F::zero(), F::zero()),
        };
        let zero = F::zero();
        let mut tally = Tally {
            visits: zero,
            leads: zero,
            customers: zero,
            gross: zero,
        };
        for t in 0..horizon {
            let visits = ws.share[t] * raw[t];
            self.act_lag.forward(t, visits * ws.act_rate[s * room + t], arrived);
            let waiting = backlog * stay + arrived[t];
            backlog = (F::one() - ws.served[t]) * waiting;
            self.convert_lag
                .forward(t, ws.served[t] * waiting * ws.convert_rate[s * periods + t], customers);
            tally.visits += visits;
            tally.leads += arrived[t];
            tally.customers += customers[t];
            tally.gross += customers[t] * worth[t];
        }
        tally
    }
}
