//! The forecast: what one run of the model says, period by period and in total.

use serde::Serialize;

use crate::model::StageRates;
use crate::scenario::Measure;

use super::band::Band;

/// The forecast of one plan: numbers at the point run, or a [`Band`](super::Band) over the draws in the place of each. Field names
/// are those of the JSON contract.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Forecast<V = f64, P = usize> {
    /// Name of the scenario.
    pub scenario: String,
    /// ISO 4217 code of every amount of money below.
    pub currency: String,
    /// One row for each period of the horizon.
    pub periods: Vec<PeriodRow<V>>,
    /// Rates of the stages over the horizon, lifts and actions included.
    pub rates: StageRates<V>,
    /// What people call the scenario's objective: `long-term profit`, `NPV`, `profit`, `revenue`, `customers`.
    pub objective_name: &'static str,
    /// Value of the scenario's objective.
    pub objective: V,
    pub totals: Totals<V>,
    pub kpis: Kpis<V, P>,
    /// One entry for each channel, in the order of the scenario; a map by name in JSON.
    #[serde(serialize_with = "super::by_name::serialize")]
    pub channels: Vec<ChannelRow<V>>,
    /// `organic` and `referral`, with the columns of a channel; a map by name in JSON.
    #[serde(serialize_with = "super::by_name::serialize")]
    pub other_sources: Vec<ChannelRow<V>>,
    /// Share of the customers won just before the first period who are still active at the end of each, lifts and actions included: how
    /// a cohort of new customers survives. Empty where periods are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub survival: Vec<V>,
    /// Running sums for the charts.
    pub cumulative: Cumulative<V>,
}

impl Forecast {
    /// The value of a total or KPI; `None` where it does not exist, and for figures that the model does not have.
    #[must_use]
    pub fn figure(&self, measure: Measure) -> Option<f64> {
        // A horizon has at most 10 000 periods.
        self.cell(measure, |periods| periods as f64)
    }
}

impl Forecast<Band, Band> {
    /// The band of a total or KPI; `None` where it does not exist, and for figures that the model does not have.
    #[must_use]
    pub fn figure(&self, measure: Measure) -> Option<Band> {
        self.cell(measure, |payback| payback)
    }
}

impl<V: Copy, P: Copy> Forecast<V, P> {
    fn cell(&self, measure: Measure, payback: impl Fn(P) -> V) -> Option<V> {
        let Self { totals, kpis, .. } = self;
        match measure {
            Measure::Visits => Some(totals.visits),
            Measure::Leads => Some(totals.leads),
            Measure::Customers => Some(totals.customers),
            Measure::Orders => Some(totals.orders),
            Measure::RepeatOrders => Some(totals.repeat_orders),
            Measure::Revenue => Some(totals.revenue),
            Measure::Gross => Some(totals.gross),
            Measure::Invest => Some(totals.invest),
            Measure::Profit => Some(totals.profit),
            Measure::Npv => Some(totals.npv),
            Measure::Residual => Some(totals.residual),
            Measure::Roi => kpis.roi,
            Measure::RoiHorizon => kpis.roi_horizon,
            Measure::Roas => kpis.roas,
            Measure::Cac => kpis.cac,
            Measure::BlendedCac => kpis.blended_cac,
            Measure::Ltv => kpis.ltv,
            Measure::Payback => kpis.payback.map(payback),
            Measure::ActRate => kpis.act_rate,
            Measure::ConvertRate => kpis.convert_rate,
            Measure::Served => kpis.served,
            Measure::Nps | Measure::Csi | Measure::MarketShare => None,
        }
    }
}

/// One period. `leads` and `customers` are those that arrive in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PeriodRow<V = f64> {
    pub t: usize,
    /// First day of the period, `YYYY-MM-DD`.
    pub date: String,
    pub visits: V,
    pub leads: V,
    pub customers: V,
    /// Active customers at the end of the period.
    pub active: V,
    pub repeat_orders: V,
    pub orders: V,
    pub leads_created: V,
    pub customers_created: V,
    pub handled: V,
    pub backlog: V,
    pub revenue: V,
    pub gross: V,
    pub invest: V,
    pub profit: V,
}

/// Sums over the horizon; `npv` and `residual` are discounted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Totals<V = f64> {
    pub visits: V,
    pub leads: V,
    pub customers: V,
    pub orders: V,
    pub repeat_orders: V,
    pub revenue: V,
    pub gross: V,
    pub invest: V,
    pub profit: V,
    pub npv: V,
    pub residual: V,
}

/// Ratios; `None` where there is nothing to divide by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Kpis<V = f64, P = usize> {
    pub roi: Option<V>,
    pub roi_horizon: Option<V>,
    pub roas: Option<V>,
    pub cac: Option<V>,
    pub blended_cac: Option<V>,
    pub ltv: Option<V>,
    /// Number of periods until the plan has paid for itself; 1: within the first.
    pub payback: Option<P>,
    pub act_rate: Option<V>,
    pub convert_rate: Option<V>,
    pub served: Option<V>,
}

/// What one source of visits cost and brought over the horizon.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChannelRow<V = f64> {
    #[serde(skip)]
    pub name: String,
    pub invest: V,
    pub visits: V,
    pub leads: V,
    pub customers: V,
    /// Gross profit of these customers' first and repeat orders within the horizon \[money\].
    pub gross: V,
    /// (d gross − d spend) / d spend along the channel's own spend pattern; `None` where it is not finite.
    pub marginal_roi: Option<V>,
}

/// Running sums up to and including each period, of plan minus baseline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cumulative<V = f64> {
    /// (incremental discounted gross − discounted investment) / discounted investment so far, without residual.
    pub roi: Vec<Option<V>>,
    /// Incremental gross − investment so far, undiscounted: what payback is read from \[money\].
    pub profit: Vec<V>,
}
