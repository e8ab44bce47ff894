//! Futures in JSON: how they were drawn, bands in the shape of a forecast, probabilities, differences.

use serde::{Serialize, Serializer};

use crate::model::StageRates;
use crate::scenario::Measure;
use crate::simulate::{
    Band, ChannelRow, Cumulative, Difference, Forecast, Futures, Kpis, People, PeriodRow, PlanFutures, Sequence, Totals,
};

/// How the futures were drawn.
#[derive(Serialize)]
pub struct Drawn {
    draws: usize,
    seed: u64,
    sequence: &'static str,
    noise: bool,
    excluded: u64,
}

impl Drawn {
    pub fn of(futures: &Futures) -> Self {
        let sampling = &futures.sampling;
        Self {
            draws: sampling.draws,
            seed: sampling.seed,
            sequence: match sampling.sequence {
                Sequence::Sobol => "sobol",
                Sequence::Random => "random",
            },
            noise: sampling.people == People::Whole,
            excluded: futures.excluded,
        }
    }
}

/// The futures of the only plan.
#[derive(Serialize)]
pub struct Single<'a> {
    sampling: Drawn,
    bands: Bands<'a>,
    probabilities: Probabilities<'a>,
}

impl<'a> Single<'a> {
    pub fn of(futures: &'a Futures) -> Self {
        let plan = &futures.plans[0];
        Self {
            sampling: Drawn::of(futures),
            bands: Bands::of(plan),
            probabilities: Probabilities(plan),
        }
    }
}

/// The shape of a forecast with a band for each number.
#[derive(Serialize)]
pub struct Bands<'a> {
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    periods: &'a [PeriodRow<Band>],
    rates: &'a StageRates<Band>,
    objective: &'a Band,
    totals: &'a Totals<Band>,
    kpis: &'a Kpis<Band, Band>,
    #[serde(skip_serializing_if = "<[_]>::is_empty", serialize_with = "crate::simulate::by_name::serialize")]
    channels: &'a [ChannelRow<Band>],
    #[serde(skip_serializing_if = "<[_]>::is_empty", serialize_with = "crate::simulate::by_name::serialize")]
    other_sources: &'a [ChannelRow<Band>],
    cumulative: &'a Cumulative<Band>,
    cash: &'a Band,
}

impl<'a> Bands<'a> {
    pub fn of(plan: &'a PlanFutures) -> Self {
        let Forecast {
            periods,
            rates,
            objective,
            totals,
            kpis,
            channels,
            other_sources,
            cumulative,
            ..
        } = &plan.bands;
        Self {
            periods,
            rates,
            objective,
            totals,
            kpis,
            channels,
            other_sources,
            cumulative,
            cash: &plan.cash,
        }
    }
}

/// How likely it is that a plan does what it is for.
pub struct Probabilities<'a>(pub &'a PlanFutures);

impl Serialize for Probabilities<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Body<'a> {
            roi_positive: Option<f64>,
            paid_back: Option<f64>,
            targets: ByMeasure<'a, f64>,
        }
        let probabilities = &self.0.probabilities;
        let body = Body {
            roi_positive: probabilities.roi_positive,
            paid_back: probabilities.paid_back,
            targets: ByMeasure(&probabilities.targets),
        };
        body.serialize(serializer)
    }
}

/// One plan minus another, draw by draw.
pub struct Beside<'a>(pub &'a Difference);

impl Serialize for Beside<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Body<'a> {
            objective: &'a Band,
            measures: ByMeasure<'a, Option<Band>>,
            probability_better: f64,
        }
        let body = Body {
            objective: &self.0.objective,
            measures: ByMeasure(&self.0.measures),
            probability_better: self.0.better,
        };
        body.serialize(serializer)
    }
}

/// Values by the key of their measure.
struct ByMeasure<'a, T>(&'a [(Measure, T)]);

impl<T: Serialize> Serialize for ByMeasure<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(measure, value)| (measure.key(), value)))
    }
}
