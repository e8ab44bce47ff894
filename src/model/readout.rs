//! What a run has left in its workspace, to be read period by period and source by source.

use crate::math::Real;

use super::forward::{ORDER_VALUE, ORGANIC, REFERRAL, REPEAT};
use super::retention::Keep;
use super::stream::odds;
use super::{Inputs, Model, Workspace};

/// Flows of one period of the horizon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flows<F = f64> {
    /// Visits after the audience cap.
    pub visits: F,
    /// Leads and new customers that arrive.
    pub leads: F,
    pub customers: F,
    /// Active customers at the end of the period.
    pub active: F,
    pub repeat_orders: F,
    /// Leads and customers created, before lags.
    pub leads_created: F,
    pub customers_created: F,
    pub handled: F,
    /// Leads that still wait at the end of the period.
    pub backlog: F,
    /// \[money\]
    pub revenue: F,
    /// \[money\]
    pub invest: F,
    /// Discount factor.
    pub discount: F,
}

/// Where visits come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Organic,
    Referral,
    /// The channel with this index.
    Channel(usize),
}

/// What one source brought within the horizon.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tally {
    pub visits: f64,
    pub leads: f64,
    pub customers: f64,
    /// Gross profit of these customers' first and repeat orders within the horizon \[money\].
    pub gross: f64,
}

/// Rates of the stages over the horizon, lifts and actions included: what stage targets are compared with.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct StageRates {
    /// Mean visits [visits per period].
    pub visits: f64,
    /// Act rate of visits of quality 1, as `act.rate` has it.
    pub act: f64,
    /// Convert rate of leads of quality 1, as `convert.rate` has it.
    pub convert: f64,
    /// Share of the customers that were kept from one period to the next.
    pub retention: f64,
    /// Repeat orders per kept customer and period.
    pub repeat: f64,
}

/// The steady period before the horizon: every channel at `history`, index 1, the starting customers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StatusQuo {
    /// Visits after the audience cap, and the share of the visits that the cap leaves.
    pub visits: f64,
    pub audience_share: f64,
    pub leads: f64,
    pub handled: f64,
    /// New customers [customers per period].
    pub customers: f64,
    /// Customers kept into the period.
    pub kept: f64,
    pub repeat_orders: f64,
    /// [money per period]
    pub revenue: f64,
    /// [money per period]
    pub gross: f64,
    /// [money per period]
    pub fixed_cost: f64,
    /// Active customers that these flows keep in the long run; `None` where retention falls with age.
    pub steady_customers: Option<f64>,
}

impl Model {
    /// Flows of period `t` of the run that the workspace holds.
    ///
    /// # Panics
    /// Where `t` is not below the horizon.
    #[must_use]
    #[inline(always)]
    pub fn flows<F: Real>(&self, ws: &Workspace<F>, t: usize) -> Flows<F> {
        assert!(t < self.horizon, "period within the horizon");
        let mut leads = F::zero();
        for s in 0..self.streams.len() {
            leads += ws.arrived[s * ws.periods + t];
        }
        Flows {
            visits: ws.visits[t],
            leads,
            customers: ws.new_customers[t],
            active: ws.active[t],
            repeat_orders: ws.repeat_orders[t],
            leads_created: ws.leads_created[t],
            customers_created: ws.created[t],
            handled: ws.handled[t],
            backlog: ws.backlog[t],
            revenue: ws.revenue[t],
            invest: ws.invest[t],
            discount: ws.discount[t],
        }
    }

    /// Rates of the stages over the horizon, weighed by what goes through each stage.
    #[must_use]
    pub fn stage_rates(&self, inputs: &Inputs<'_, f64>, ws: &Workspace<f64>) -> StageRates {
        let params = inputs.params;
        let horizon = self.horizon;
        let mean = |rates: &[f64], weight: &dyn Fn(usize) -> f64| {
            let (sum, weights) = (0..horizon).fold((0.0, 0.0), |(sum, weights), t| {
                (f64::mul_add(weight(t), rates[t], sum), weights + weight(t))
            });
            if weights > 0.0 {
                sum / weights
            } else {
                rates[..horizon].iter().sum::<f64>() / horizon as f64
            }
        };
        let visits = |t: usize| ws.visits[t];
        let kept: f64 = ws.kept[..horizon].iter().sum();
        let at_risk = self.customers.of(params) + ws.active[..horizon - 1].iter().sum::<f64>();
        let repeat: f64 = ws.repeat_orders[..horizon].iter().sum();
        StageRates {
            visits: (0..horizon).map(visits).sum::<f64>() / horizon as f64,
            act: mean(&ws.act_rate, &visits),
            convert: mean(&ws.convert_rate, &|t| ws.handled[t]),
            retention: if at_risk > 0.0 {
                kept / at_risk
            } else {
                self.retention_today(params, inputs.levers.retention)
            },
            repeat: if kept > 0.0 {
                repeat / kept
            } else {
                self.repeat_rate.of(params) * inputs.levers.repeat
            },
        }
    }

    /// Retention of the starting customers into period 0, without lifts.
    fn retention_today(&self, params: &[f64], lever: f64) -> f64 {
        let today = match self.keep {
            Keep::Constant { rate } => odds(rate.of(params)),
            Keep::ShiftedBetaGeometric { alpha, beta, age } => (beta.of(params) + age as f64) / alpha.of(params),
        };
        super::stream::rate(today * crate::math::exp(lever))
    }

    /// Raw visits of a source, period by period of the horizon, and in the steady period.
    fn raw_visits(&self, inputs: &Inputs<'_, f64>, ws: &Workspace<f64>, source: Source) -> (Vec<f64>, f64) {
        let (room, periods) = (ws.room, ws.periods);
        let params = inputs.params;
        match source {
            Source::Organic => {
                let organic = self.organic.of(params);
                let raw = (0..self.horizon).map(|t| organic * ws.index[t] * ws.organic_boost[t] * ws.factor[ORGANIC * periods + t]);
                (raw.collect(), organic * inputs.levers.reach)
            }
            Source::Referral => {
                let (referral, customers) = (self.referral.of(params), self.customers.of(params));
                let before = |t: usize| if t == 0 { customers } else { ws.active[t - 1] };
                let raw = (0..self.horizon).map(|t| referral * ws.factor[REFERRAL * periods + t] * before(t));
                (raw.collect(), referral * customers)
            }
            Source::Channel(c) => {
                let Some(reach) = self.channels[c].reach else {
                    return (vec![0.0; self.horizon], 0.0);
                };
                let boost = |t: usize| if self.channels[c].boosted { ws.boost[c * room + t] } else { 1.0 };
                let raw = (0..self.horizon).map(|t| ws.ceiling[c] * ws.effect[reach.curve * room + t] * ws.index[t] * boost(t));
                (
                    raw.collect(),
                    ws.ceiling[c] * ws.effect_today[reach.curve] * ws.boost_today[c] * inputs.levers.reach,
                )
            }
        }
    }

    /// Gross profit within the horizon of a customer who comes in each period: the first order and the repeat orders
    /// after it \[money\].
    #[must_use]
    pub fn worth_of_a_customer(&self, inputs: &Inputs<'_, f64>, ws: &Workspace<f64>) -> Vec<f64> {
        let params = inputs.params;
        let periods = ws.periods;
        let margin = self.margin.of(params);
        let order = |t: usize| margin * self.order_value.of(params) * ws.factor[ORDER_VALUE * periods + t];
        let repeat_rate = self.repeat_rate.of(params) * inputs.levers.repeat;
        let again = |t: usize| {
            margin * repeat_rate * ws.factor[REPEAT * periods + t] * self.repeat_value.of(params) * ws.factor[ORDER_VALUE * periods + t]
        };
        let mut worth: Vec<f64> = (0..self.horizon).map(order).collect();
        match self.keep {
            Keep::Constant { .. } => {
                let mut later = 0.0;
                for t in (0..self.horizon).rev() {
                    worth[t] += later;
                    later = ws.keep[t] * (again(t) + later);
                }
            }
            Keep::ShiftedBetaGeometric { alpha, beta, .. } => {
                let (alpha, beta) = (alpha.of(params), beta.of(params));
                for (came, worth) in worth.iter_mut().enumerate() {
                    let mut left = 1.0;
                    for t in came + 1..self.horizon {
                        let odds = (beta + (t - came) as f64 - 1.0) * ws.keep[t];
                        left *= odds / (odds + alpha);
                        *worth += left * again(t);
                    }
                }
            }
        }
        worth
    }

    /// What a source brought within the horizon; the tallies of all sources add up to the run's totals (gross profit: to
    /// that of the new customers). `worth` is [`Self::worth_of_a_customer`] of the same run.
    #[must_use]
    pub fn tally(&self, inputs: &Inputs<'_, f64>, ws: &Workspace<f64>, source: Source, worth: &[f64]) -> Tally {
        let (room, periods, horizon) = (ws.room, ws.periods, self.horizon);
        let params = inputs.params;
        let s = match source {
            Source::Channel(c) => self.channels[c].stream,
            Source::Organic | Source::Referral => 0,
        };
        let (raw, steady_raw) = self.raw_visits(inputs, ws, source);
        let steady_leads = ws.steady.share * steady_raw * ws.steady.act_rate[s];
        let steady_customers = ws.steady.served * steady_leads * ws.steady.convert_rate[s];
        let mut arrived = vec![0.0; horizon];
        self.act_lag.pipeline(steady_leads, &mut arrived);
        let mut customers = vec![0.0; horizon];
        self.convert_lag.pipeline(steady_customers, &mut customers);
        let (stay, mut backlog) = match self.capacity {
            Some(desk) => (
                1.0 - desk.loss.of(params),
                if source == Source::Organic { desk.backlog } else { 0.0 },
            ),
            None => (0.0, 0.0),
        };
        let mut tally = Tally::default();
        for t in 0..horizon {
            let visits = ws.share[t] * raw[t];
            self.act_lag.forward(t, visits * ws.act_rate[s * room + t], &mut arrived);
            let waiting = backlog * stay + arrived[t];
            backlog = (1.0 - ws.served[t]) * waiting;
            self.convert_lag
                .forward(t, ws.served[t] * waiting * ws.convert_rate[s * periods + t], &mut customers);
            tally.visits += visits;
            tally.leads += arrived[t];
            tally.customers += customers[t];
            tally.gross += customers[t] * worth[t];
        }
        tally
    }

    /// The steady period before the horizon, as the run in the workspace has it.
    #[must_use]
    pub fn status_quo(&self, inputs: &Inputs<'_, f64>, ws: &Workspace<f64>) -> StatusQuo {
        let params = inputs.params;
        let steady = &ws.steady;
        let customers = self.customers.of(params);
        let keep = self.retention_today(params, inputs.levers.retention);
        let kept = customers * keep;
        let repeat_orders = self.repeat_rate.of(params) * inputs.levers.repeat * kept;
        let revenue = steady.customers * self.order_value.of(params) + repeat_orders * self.repeat_value.of(params);
        StatusQuo {
            visits: steady.share * steady.raw_total,
            audience_share: steady.share,
            leads: steady.leads_total,
            handled: steady.served * steady.leads_total,
            customers: steady.customers,
            kept,
            repeat_orders,
            revenue,
            gross: self.margin.of(params) * revenue,
            fixed_cost: self.fixed_cost.of(params),
            steady_customers: matches!(self.keep, Keep::Constant { .. }).then(|| steady.customers / (1.0 - keep)),
        }
    }

    /// Expected discounted gross profit of one new customer: the first order at once, repeat orders of the share that is
    /// still active for the periods that money is followed after the horizon; no lifts, no actions \[money\].
    #[must_use]
    pub fn lifetime_value(&self, params: &[f64]) -> f64 {
        let margin = self.margin.of(params);
        let again = margin * self.repeat_rate.of(params) * self.repeat_value.of(params);
        let step = crate::math::exp(-crate::math::ln_1p(self.discount_rate.of(params)) / self.periods_per_year);
        let (mut left, mut discount, mut value) = (1.0, 1.0, margin * self.order_value.of(params));
        for j in 1..=self.run_off {
            left *= match self.keep {
                Keep::Constant { rate } => rate.of(params),
                Keep::ShiftedBetaGeometric { alpha, beta, .. } => {
                    let ages = beta.of(params) + (j - 1) as f64;
                    ages / (alpha.of(params) + ages)
                }
            };
            discount *= step;
            value += discount * left * again;
        }
        value
    }
}
