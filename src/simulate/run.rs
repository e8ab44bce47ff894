//! A forecast from one run: series, totals, KPIs, sources.

use crate::model::{Decision, Levers, Outcome, Source, Tally, Tallying};

use super::forecast::{ChannelRow, Cumulative, Forecast, PeriodRow, Totals};
use super::simulator::Simulator;

impl Simulator {
    /// The forecast of a decision at the point run.
    pub fn forecast(&mut self, decision: &Decision) -> Forecast {
        let marginal_roi = self.marginal_rois(decision);
        let outcome = self.outcome(decision);
        let horizon = self.model.horizon();
        let gross = self.gross_by_period();
        let flows: Vec<_> = (0..horizon).map(|t| self.model.flows(&self.workspace, t)).collect();
        let fixed_cost = self.scenario.money.fixed_cost.median();
        let periods = flows.iter().zip(&gross).enumerate().map(|(t, (flow, &gross))| PeriodRow {
            t,
            date: self.dates[t].clone(),
            visits: flow.visits,
            leads: flow.leads,
            customers: flow.customers,
            active: flow.active,
            repeat_orders: flow.repeat_orders,
            orders: flow.customers + flow.repeat_orders,
            leads_created: flow.leads_created,
            customers_created: flow.customers_created,
            handled: flow.handled,
            backlog: flow.backlog,
            revenue: flow.revenue,
            gross,
            invest: flow.invest,
            profit: gross - flow.invest - fixed_cost,
        });
        let periods: Vec<_> = periods.collect();
        let cumulative = self.cumulative(&periods, &flows.iter().map(|flow| flow.discount).collect::<Vec<_>>());
        let backlog = self.scenario.convert.capacity.map_or(0.0, |capacity| capacity.backlog);
        let invest: Vec<_> = periods.iter().map(|row| row.invest).collect();
        let kpis = self.kpis(&outcome, backlog, &cumulative, &invest);
        let (tallies, others) = self.tallies(decision);
        let row = |name: &str, invest: f64, tally: Tally, marginal_roi: Option<f64>| ChannelRow {
            name: name.to_owned(),
            invest,
            visits: tally.visits,
            leads: tally.leads,
            customers: tally.customers,
            gross: tally.gross,
            marginal_roi,
        };
        let channels = self.scenario.channels.iter().zip(tallies).zip(marginal_roi).enumerate();
        Forecast {
            scenario: self.scenario.plan.name.clone(),
            currency: self.scenario.plan.currency.clone(),
            totals: totals(&outcome),
            kpis,
            channels: channels
                .map(|(c, ((channel, tally), marginal_roi))| row(&channel.name, decision.channel_total(c), tally, marginal_roi))
                .collect(),
            other_sources: vec![row("organic", 0.0, others.0, None), row("referral", 0.0, others.1, None)],
            rates: self
                .model
                .stage_rates(&Self::inputs(&self.params, Levers::neutral(), decision), &self.workspace),
            objective_name: self.scenario.objective_name(),
            objective: outcome.weighed(&self.model.objective_seed()),
            periods,
            cumulative,
        }
    }

    /// Tallies of the channels, then of organic and referral visits, for the run that the workspace holds.
    fn tallies(&self, decision: &Decision) -> (Vec<Tally>, (Tally, Tally)) {
        let inputs = Self::inputs(&self.params, Levers::neutral(), decision);
        let mut tallying = Tallying::new(&self.model);
        self.model.worth_of_a_customer(&inputs, &self.workspace, &mut tallying);
        let mut tally = |source| self.model.tally(&inputs, &self.workspace, source, &mut tallying);
        let channels = (0..self.model.channels()).map(|c| tally(Source::Channel(c))).collect();
        (channels, (tally(Source::Organic), tally(Source::Referral)))
    }

    /// (d gross − d spend) / d spend of each channel along its own spend pattern, equal amounts where it spends nothing.
    pub fn marginal_rois(&mut self, decision: &Decision) -> Vec<Option<f64>> {
        let seed = self.model.gross_seed();
        self.gradient(decision, &seed);
        let horizon = self.model.horizon();
        let discounts: Vec<_> = (0..horizon).map(|t| self.model.flows(&self.workspace, t).discount).collect();
        (0..self.model.channels())
            .map(|c| {
                let spend = decision.channel(c);
                let silent = spend.iter().all(|&x| x == 0.0);
                let slopes = &self.gradient.spend[c * horizon..(c + 1) * horizon];
                let (mut gross, mut spent) = (0.0, 0.0);
                for ((&x, &slope), &discount) in spend.iter().zip(slopes).zip(&discounts) {
                    let pattern = if silent { 1.0 } else { x };
                    // a period without spend has no part in the pattern, however steep its curve is there
                    if pattern > 0.0 {
                        gross += pattern * slope;
                        spent += pattern * discount;
                    }
                }
                let marginal_roi = (gross - spent) / spent;
                marginal_roi.is_finite().then_some(marginal_roi)
            })
            .collect()
    }

    fn cumulative(&self, periods: &[PeriodRow], discounts: &[f64]) -> Cumulative {
        let (mut gross, mut spent, mut profit) = (0.0, 0.0, 0.0);
        let mut out = Cumulative {
            roi: Vec::with_capacity(periods.len()),
            profit: Vec::with_capacity(periods.len()),
        };
        for ((row, &base), &discount) in periods.iter().zip(&self.baseline.gross).zip(discounts) {
            gross += discount * (row.gross - base);
            spent += discount * row.invest;
            profit += row.gross - base - row.invest;
            out.roi.push((spent > 0.0).then(|| (gross - spent) / spent));
            out.profit.push(profit);
        }
        out
    }
}

fn totals(outcome: &Outcome<f64>) -> Totals {
    Totals {
        visits: outcome.visits,
        leads: outcome.leads,
        customers: outcome.customers,
        orders: outcome.customers + outcome.repeat_orders,
        repeat_orders: outcome.repeat_orders,
        revenue: outcome.revenue,
        gross: outcome.gross,
        invest: outcome.invest,
        profit: outcome.profit,
        npv: outcome.npv,
        residual: outcome.residual,
    }
}
