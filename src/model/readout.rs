//! What a run has left in its workspace, to be read period by period and source by source.

use crate::math::Real;

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

/// What one stream of visits brought in a period, before lags.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Brought {
    /// Visits after the audience cap.
    pub visits: f64,
    /// Leads created of them.
    pub leads: f64,
    /// Customers created of the stream's leads that were handled in the period.
    pub customers: f64,
}

/// Rates of the stages over the horizon, lifts and actions included: what stage targets are compared with.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct StageRates<F = f64> {
    /// Mean visits [visits per period].
    pub visits: F,
    /// Act rate of visits of quality 1, as `act.rate` has it.
    pub act: F,
    /// Convert rate of leads of quality 1, as `convert.rate` has it.
    pub convert: F,
    /// Share of the customers that were kept from one period to the next.
    pub retention: F,
    /// Repeat orders per kept customer and period.
    pub repeat: F,
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

    /// The stream that a channel's visits are in: 0, with organic visits and referrals, unless the channel has a quality of its own.
    ///
    /// # Panics
    /// Where there is no such channel.
    #[must_use]
    pub fn stream_of(&self, channel: usize) -> usize {
        self.channels[channel].stream
    }

    /// Number of streams.
    #[must_use]
    pub fn streams(&self) -> usize {
        self.streams.len()
    }

    /// What a stream brought in period `t` of the run that the workspace holds: whole people where it was run by chance.
    ///
    /// # Panics
    /// Where there is no such stream, or `t` is beyond the horizon.
    #[must_use]
    pub fn brought(&self, ws: &Workspace<f64>, stream: usize, t: usize) -> Brought {
        let (room, periods) = (ws.room, ws.periods);
        assert!(
            t < self.horizon && stream < self.streams.len(),
            "a stream and a period of the horizon"
        );
        if ws.whole {
            let at = stream * self.horizon + t;
            return Brought {
                visits: ws.visits_of[at],
                leads: ws.leads_of[at],
                customers: ws.customers_of[at],
            };
        }
        let visits = ws.share[t] * ws.raw[stream * room + t];
        let handled = ws.served[t] * ws.waiting[stream * periods + t];
        Brought {
            visits,
            leads: visits * ws.act_rate[stream * room + t],
            customers: handled * ws.convert_rate[stream * periods + t],
        }
    }

    /// Active customers before period 0.
    #[must_use]
    pub const fn customers_before(&self, ws: &Workspace<f64>) -> f64 {
        ws.customers_before
    }

    /// Leads that waited before period 0.
    #[must_use]
    #[inline(always)]
    pub fn backlog_before<F: Real>(&self, ws: &Workspace<F>) -> F {
        ws.backlog_before
    }

    /// Rates of the stages over the horizon, weighed by what goes through each stage.
    #[must_use]
    #[inline(always)]
    pub fn stage_rates<F: Real>(&self, inputs: &Inputs<'_, F>, ws: &Workspace<F>) -> StageRates<F> {
        let params = inputs.params;
        let (zero, horizon) = (F::zero(), F::from_f64(self.horizon as f64));
        let (mut visits, mut acted, mut act) = (zero, zero, zero);
        let (mut handled, mut converted, mut convert) = (zero, zero, zero);
        let (mut kept, mut at_risk, mut repeat) = (zero, ws.customers_before, zero);
        for t in 0..self.horizon {
            let come = ws.visits[t];
            visits += come;
            acted = come.mul_add(ws.act_rate[t], acted);
            act += ws.act_rate[t];
            let served = ws.handled[t];
            handled += served;
            converted = served.mul_add(ws.convert_rate[t], converted);
            convert += ws.convert_rate[t];
            kept += ws.kept[t];
            if t + 1 < self.horizon {
                at_risk += ws.active[t];
            }
            repeat += ws.repeat_orders[t];
        }
        // the plain mean where nothing goes through a stage
        let mean = |sum: F, weights: F, plain: F| zero.select_lt(weights, sum / weights, plain);
        StageRates {
            visits: visits / horizon,
            act: mean(acted, visits, act / horizon),
            convert: mean(converted, handled, convert / horizon),
            retention: mean(kept, at_risk, self.retention_today(params, inputs.levers.retention)),
            repeat: mean(repeat, kept, self.repeat_rate.of(params) * inputs.levers.repeat),
        }
    }

    /// Retention of the starting customers into period 0, without lifts.
    #[inline(always)]
    fn retention_today<F: Real>(&self, params: &[F], lever: F) -> F {
        let today = match self.keep {
            Keep::Constant { rate } => odds(rate.of(params)),
            Keep::ShiftedBetaGeometric { alpha, beta, age } => (beta.of(params) + F::from_f64(age as f64)) / alpha.of(params),
        };
        super::stream::rate(today * lever.exp())
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
    #[inline(always)]
    pub fn lifetime_value<F: Real>(&self, params: &[F]) -> F {
        let margin = self.margin.of(params);
        let again = margin * self.repeat_rate.of(params) * self.repeat_value.of(params);
        let step = (-self.discount_rate.of(params).ln_1p() / F::from_f64(self.periods_per_year)).exp();
        let (mut left, mut discount, mut value) = (F::one(), F::one(), margin * self.order_value.of(params));
        for j in 1..=self.run_off {
            match self.keep {
                Keep::Constant { rate } => left = left * rate.of(params),
                Keep::ShiftedBetaGeometric { alpha, beta, .. } => {
                    let ages = beta.of(params) + F::from_f64((j - 1) as f64);
                    left = left * (ages / (alpha.of(params) + ages));
                }
            }
            discount = discount * step;
            value += discount * left * again;
        }
        value
    }
}
