//! Floor 3: the point run, its totals and KPIs; the draws of uncertain quantities.

mod assemble;
mod band;
pub mod by_name;
mod draws;
mod forecast;
mod outgrown;
mod reading;
mod rows;
mod run;
mod sampling;
mod simulator;

pub use band::Band;
pub use draws::Draws;
pub use forecast::{ChannelRow, Cumulative, Forecast, Kpis, PeriodRow, Totals};
pub use rows::Detail;
pub use sampling::{People, Sampling, Sequence};
pub use simulator::{Simulator, Trial};

impl<V> by_name::Named for ChannelRow<V> {
    fn name(&self) -> &str {
        &self.name
    }
}
