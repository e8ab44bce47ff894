//! From the rows of a sheet to a forecast: numbers at the point run, bands over the draws.

use crate::model::{Decision, StageRates};
use crate::scenario::Measure;

use super::forecast::{ChannelRow, Cumulative, Forecast, Kpis, PeriodRow, Totals};
use super::rows::{Detail, Rows};
use super::simulator::Simulator;

/// What stands in the place of each figure.
pub(super) trait Cells {
    /// A figure.
    type Value;
    /// A number of periods.
    type Periods;
    /// A figure that always exists.
    fn value(&self, row: usize) -> Self::Value;
    /// A figure that may not exist.
    fn maybe(&self, row: usize) -> Option<Self::Value>;
    /// The number of periods until the plan has paid for itself.
    fn payback(&self, row: usize) -> Option<Self::Periods>;
    /// A number that is the same in every draw.
    fn same(&self, number: f64) -> Self::Value;
}

/// The forecast that a sheet of these rows holds.
pub(super) fn assemble<C: Cells>(simulator: &Simulator, decision: &Decision, rows: Rows, cells: &C) -> Forecast<C::Value, C::Periods> {
    let scenario = &simulator.scenario;
    let total = |measure: Measure| cells.value(Rows::measure(measure));
    let kpi = |measure: Measure| cells.maybe(Rows::measure(measure));
    let periods = if rows.detail == Detail::Everything { rows.horizon } else { 0 };
    let sources = rows.detail >= Detail::Sources;
    let period = |t: usize| {
        let figure = |figure: usize| cells.value(rows.period(figure, t));
        PeriodRow {
            t,
            date: simulator.dates[t].clone(),
            visits: figure(0),
            leads: figure(1),
            customers: figure(2),
            active: figure(3),
            repeat_orders: figure(4),
            orders: figure(5),
            leads_created: figure(6),
            customers_created: figure(7),
            handled: figure(8),
            backlog: figure(9),
            revenue: figure(10),
            gross: figure(11),
            invest: figure(12),
            profit: figure(13),
        }
    };
    let source = |s: usize, name: &str, invest: f64| ChannelRow {
        name: name.to_owned(),
        invest: cells.same(invest),
        visits: cells.value(rows.source(s, 0)),
        leads: cells.value(rows.source(s, 1)),
        customers: cells.value(rows.source(s, 2)),
        gross: cells.value(rows.source(s, 3)),
        marginal_roi: cells.maybe(rows.source(s, 4)),
    };
    let channels = scenario.channels.iter().enumerate();
    let channel_rows = channels.map(|(c, channel)| source(c, &channel.name, decision.channel_total(c)));
    Forecast {
        scenario: scenario.plan.name.clone(),
        currency: scenario.plan.currency.clone(),
        periods: (0..periods).map(period).collect(),
        rates: StageRates {
            visits: cells.value(Rows::rate(0)),
            act: cells.value(Rows::rate(1)),
            convert: cells.value(Rows::rate(2)),
            retention: cells.value(Rows::rate(3)),
            repeat: cells.value(Rows::rate(4)),
        },
        objective_name: scenario.objective_name(),
        objective: cells.value(Rows::OBJECTIVE),
        totals: Totals {
            visits: total(Measure::Visits),
            leads: total(Measure::Leads),
            customers: total(Measure::Customers),
            orders: total(Measure::Orders),
            repeat_orders: total(Measure::RepeatOrders),
            revenue: total(Measure::Revenue),
            gross: total(Measure::Gross),
            invest: total(Measure::Invest),
            profit: total(Measure::Profit),
            npv: total(Measure::Npv),
            residual: total(Measure::Residual),
        },
        kpis: Kpis {
            roi: kpi(Measure::Roi),
            roi_horizon: kpi(Measure::RoiHorizon),
            roas: kpi(Measure::Roas),
            cac: kpi(Measure::Cac),
            blended_cac: kpi(Measure::BlendedCac),
            ltv: kpi(Measure::Ltv),
            payback: cells.payback(Rows::measure(Measure::Payback)),
            act_rate: kpi(Measure::ActRate),
            convert_rate: kpi(Measure::ConvertRate),
            served: kpi(Measure::Served),
        },
        survival: (0..periods).map(|t| cells.value(rows.survival(t))).collect(),
        channels: if sources { channel_rows.collect() } else { Vec::new() },
        other_sources: if sources {
            vec![source(rows.channels, "organic", 0.0), source(rows.channels + 1, "referral", 0.0)]
        } else {
            Vec::new()
        },
        cumulative: Cumulative {
            roi: (0..rows.horizon).map(|t| cells.maybe(rows.roi_so_far(t))).collect(),
            profit: (0..rows.horizon).map(|t| cells.value(rows.profit_so_far(t))).collect(),
        },
    }
}
