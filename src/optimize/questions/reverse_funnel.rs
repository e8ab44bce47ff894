//! The reverse funnel of a plan: how many of each stage it takes, what share goes on to the next, and what one costs.

use serde::Serialize;

use crate::simulate::{Forecast, PeriodRow};

/// The funnel read from its end: what has to come in for a target.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReverseFunnel {
    /// The first periods, which everything is summed over.
    pub periods: usize,
    /// Visits, leads, customers, orders.
    pub rows: Vec<FunnelRow>,
}

/// One stage of it; `None` where there is nothing to divide by.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FunnelRow {
    /// `visits`, `leads`, `customers`, `orders`.
    pub stage: &'static str,
    /// How many the plan has.
    pub count: f64,
    /// How many today's plan has.
    pub today: f64,
    /// Per one of this stage: leads that a visit becomes, customers that a handled lead becomes, orders of a new customer.
    pub rate: Option<f64>,
    pub rate_today: Option<f64>,
    /// Investment per one that there would not be without it \[money\].
    pub cost: Option<f64>,
    pub cost_today: Option<f64>,
    /// Investment per one, whoever brought it \[money\].
    pub blended_cost: Option<f64>,
    pub blended_cost_today: Option<f64>,
}

/// Below this share of the plan's own number there is nothing incremental to divide by, as in the KPIs.
const NOTHING: f64 = 1e-9;

/// Sums of the first periods.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    counts: [f64; 4],
    created: [f64; 2],
    handled: f64,
    invest: f64,
}

impl Sums {
    fn of(forecast: &Forecast, periods: usize) -> Self {
        let rows = &forecast.periods[..periods.min(forecast.periods.len())];
        let sum = |of: fn(&PeriodRow) -> f64| rows.iter().map(of).sum::<f64>();
        Self {
            counts: [
                sum(|row| row.visits),
                sum(|row| row.leads),
                sum(|row| row.customers),
                sum(|row| row.orders),
            ],
            created: [sum(|row| row.leads_created), sum(|row| row.customers_created)],
            handled: sum(|row| row.handled),
            invest: sum(|row| row.invest),
        }
    }

    /// What one of a stage becomes of the next.
    fn rate(&self, stage: usize) -> Option<f64> {
        match stage {
            0 => ratio(self.created[0], self.counts[0]),
            1 => ratio(self.created[1], self.handled),
            2 => ratio(self.counts[3], self.counts[2]),
            _ => None,
        }
    }

    fn cost(&self, stage: usize, baseline: &Self) -> Option<f64> {
        let more = self.counts[stage] - baseline.counts[stage];
        (self.invest > 0.0 && more > NOTHING * self.counts[stage]).then(|| self.invest / more)
    }

    fn blended(&self, stage: usize) -> Option<f64> {
        (self.invest > 0.0).then(|| ratio(self.invest, self.counts[stage])).flatten()
    }
}

fn ratio(above: f64, below: f64) -> Option<f64> {
    (below > 0.0).then(|| above / below)
}

impl ReverseFunnel {
    /// Of a plan beside today's, both against the baseline, over the first periods.
    #[must_use]
    pub fn new(plan: &Forecast, today: &Forecast, baseline: &Forecast, periods: usize) -> Self {
        let [plan, today, baseline] = [plan, today, baseline].map(|forecast| Sums::of(forecast, periods));
        let row = |(k, stage): (usize, &'static str)| FunnelRow {
            stage,
            count: plan.counts[k],
            today: today.counts[k],
            rate: plan.rate(k),
            rate_today: today.rate(k),
            cost: plan.cost(k, &baseline),
            cost_today: today.cost(k, &baseline),
            blended_cost: plan.blended(k),
            blended_cost_today: today.blended(k),
        };
        Self {
            periods,
            rows: ["visits", "leads", "customers", "orders"]
                .into_iter()
                .enumerate()
                .map(row)
                .collect(),
        }
    }
}
