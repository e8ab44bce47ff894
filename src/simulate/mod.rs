//! Floor 3: the point run and the runs over draws: totals, KPIs, bands, probabilities.

mod assemble;
mod band;
mod batch;
pub mod by_name;
mod by_quarter;
mod draws;
mod evaluate;
mod events;
mod expected;
mod forecast;
mod futures;
mod goal;
mod happen;
mod merit;
mod outgrown;
mod reading;
mod risk;
mod rounds;
mod rows;
mod run;
mod sampling;
mod series;
mod simulator;
mod spread;

pub use band::Band;
pub use by_quarter::{Quarter, SpendByQuarter};
pub use draws::{Dimensions, Draws};
pub use forecast::{ChannelRow, Cumulative, Forecast, Kpis, PeriodRow, Totals};
pub use futures::{Difference, Futures, Plan, PlanFutures, Probabilities, StageRate, futures};
pub use goal::{Amount, Goal};
pub use merit::Merit;
pub use risk::Risk;
pub use rows::{Detail, Series};
pub use sampling::{People, Sampling, Sequence};
pub use series::SeriesBands;
pub use simulator::{Simulator, Trial};

impl<V> by_name::Named for ChannelRow<V> {
    fn name(&self) -> &str {
        &self.name
    }
}
