//! The forecast: what one run of the model says, period by period and in total.

use serde::Serialize;

use crate::model::StageRates;
use crate::scenario::Measure;

/// The forecast of one plan at the point run. Field names are those of the JSON contract.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Forecast {
    /// Name of the scenario.
    pub scenario: String,
    /// ISO 4217 code of every amount of money below.
    pub currency: String,
    /// One row for each period of the horizon.
    pub periods: Vec<PeriodRow>,
    /// Rates of the stages over the horizon, lifts and actions included.
    pub rates: StageRates,
    /// What people call the scenario's objective: `long-term profit`, `NPV`, `profit`, `revenue`, `customers`.
    pub objective_name: &'static str,
    /// Value of the scenario's objective.
    pub objective: f64,
    pub totals: Totals,
    pub kpis: Kpis,
    /// One entry for each channel, in the order of the scenario; a map by name in JSON.
    #[serde(serialize_with = "super::by_name::serialize")]
    pub channels: Vec<ChannelRow>,
    /// `organic` and `referral`, with the columns of a channel; a map by name in JSON.
    #[serde(serialize_with = "super::by_name::serialize")]
    pub other_sources: Vec<ChannelRow>,
    /// Running sums for the charts.
    pub cumulative: Cumulative,
}

impl Forecast {
    /// The value of a total or KPI; `None` where it does not exist, and for figures that the model does not have.
    #[must_use]
    pub fn figure(&self, measure: Measure) -> Option<f64> {
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
            // A horizon has at most 10 000 periods.
            Measure::Payback => kpis.payback.map(|periods| periods as f64),
            Measure::ActRate => kpis.act_rate,
            Measure::ConvertRate => kpis.convert_rate,
            Measure::Served => kpis.served,
            Measure::Nps | Measure::Csi | Measure::MarketShare => None,
        }
    }
}

/// One period. `leads` and `customers` are those that arrive in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PeriodRow {
    pub t: usize,
    /// First day of the period, `YYYY-MM-DD`.
    pub date: String,
    pub visits: f64,
    pub leads: f64,
    pub customers: f64,
    /// Active customers at the end of the period.
    pub active: f64,
    pub repeat_orders: f64,
    pub orders: f64,
    pub leads_created: f64,
    pub customers_created: f64,
    pub handled: f64,
    pub backlog: f64,
    pub revenue: f64,
    pub gross: f64,
    pub invest: f64,
    pub profit: f64,
}

/// Sums over the horizon; `npv` and `residual` are discounted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Totals {
    pub visits: f64,
    pub leads: f64,
    pub customers: f64,
    pub orders: f64,
    pub repeat_orders: f64,
    pub revenue: f64,
    pub gross: f64,
    pub invest: f64,
    pub profit: f64,
    pub npv: f64,
    pub residual: f64,
}

/// Ratios; `None` where there is nothing to divide by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Kpis {
    pub roi: Option<f64>,
    pub roi_horizon: Option<f64>,
    pub roas: Option<f64>,
    pub cac: Option<f64>,
    pub blended_cac: Option<f64>,
    pub ltv: Option<f64>,
    /// Number of periods until the plan has paid for itself; 1: within the first.
    pub payback: Option<usize>,
    pub act_rate: Option<f64>,
    pub convert_rate: Option<f64>,
    pub served: Option<f64>,
}

/// What one source of visits cost and brought over the horizon.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChannelRow {
    #[serde(skip)]
    pub name: String,
    pub invest: f64,
    pub visits: f64,
    pub leads: f64,
    pub customers: f64,
    /// Gross profit of these customers' first and repeat orders within the horizon \[money\].
    pub gross: f64,
    /// (d gross − d spend) / d spend along the channel's own spend pattern; `None` where it is not finite.
    pub marginal_roi: Option<f64>,
}

/// Running sums up to and including each period, of plan minus baseline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cumulative {
    /// (incremental discounted gross − discounted investment) / discounted investment so far, without residual.
    pub roi: Vec<Option<f64>>,
    /// Incremental gross − investment so far, undiscounted: what payback is read from \[money\].
    pub profit: Vec<f64>,
}
