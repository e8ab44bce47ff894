//! Floor 3: the point run, its totals and KPIs; the draws of uncertain quantities.

pub mod by_name;
mod draws;
mod forecast;
mod kpis;
mod outgrown;
mod run;
mod simulator;

pub use draws::{Draws, Sequence};
pub use forecast::{ChannelRow, Cumulative, Forecast, Kpis, PeriodRow, Totals};
pub use simulator::{Simulator, Trial};

impl by_name::Named for ChannelRow {
    fn name(&self) -> &str {
        &self.name
    }
}
