//! Floor 3: the point run, its totals and KPIs.

pub mod by_name;
mod forecast;

pub use forecast::{ChannelRow, Cumulative, Forecast, Kpis, PeriodRow, Totals};

impl by_name::Named for ChannelRow {
    fn name(&self) -> &str {
        &self.name
    }
}
