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
    streamed: bool,
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
            streamed: futures.streamed,
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

    /// The same without the single periods.
    pub fn without_periods(futures: &'a Futures) -> Self {
        let mut single = Self::of(futures);
        single.bands.periods = &[];
        single
    }
}

/// The futures of several plans with names, the first of which the others are held against.
#[derive(Serialize)]
pub struct Several<'a> {
    sampling: Drawn,
    bands: Named<'a, Bands<'a>>,
    probabilities: Named<'a, Probabilities<'a>>,
    differences: Named<'a, Beside<'a>>,
}

impl<'a> Several<'a> {
    /// # Panics
    /// Where there are fewer names than plans.
    pub fn of(names: &[&'a str], futures: &'a Futures) -> Self {
        let plans = || names.iter().copied().zip(&futures.plans);
        Self {
            sampling: Drawn::of(futures),
            bands: Named(plans().map(|(name, plan)| (name, Bands::of(plan).in_short())).collect()),
            probabilities: Named(plans().map(|(name, plan)| (name, Probabilities(plan))).collect()),
            differences: Named(names[1..].iter().copied().zip(futures.differences.iter().map(Beside)).collect()),
        }
    }
}

/// The futures of plans in a row.
#[derive(Serialize)]
pub struct InARow<'a> {
    sampling: Drawn,
    bands: Vec<Bands<'a>>,
    probabilities: Vec<Probabilities<'a>>,
    differences: Vec<Option<Beside<'a>>>,
}

impl<'a> InARow<'a> {
    /// `comparable` says of each plan whether its figures may be held against those of the first.
    pub fn of(futures: &'a Futures, comparable: impl Fn(usize) -> bool) -> Self {
        let differences = futures.differences.iter().enumerate();
        Self {
            sampling: Drawn::of(futures),
            bands: futures.plans.iter().map(Bands::of).collect(),
            probabilities: futures.plans.iter().map(Probabilities).collect(),
            differences: std::iter::once(None)
                .chain(differences.map(|(i, difference)| comparable(i + 1).then_some(Beside(difference))))
                .collect(),
        }
    }
}

/// An object with these keys in this order.
struct Named<'a, T>(Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for Named<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
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
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    survival: &'a [Band],
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
            survival,
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
            survival,
            cumulative,
            cash: &plan.cash,
        }
    }

    /// Without periods and sources.
    fn in_short(self) -> Self {
        Self {
            periods: &[],
            channels: &[],
            other_sources: &[],
            survival: &[],
            ..self
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
            stage_targets: Named<'a, f64>,
        }
        let probabilities = &self.0.probabilities;
        let body = Body {
            roi_positive: probabilities.roi_positive,
            paid_back: probabilities.paid_back,
            targets: ByMeasure(&probabilities.targets),
            stage_targets: Named(
                probabilities
                    .stage_targets
                    .iter()
                    .map(|(rate, share)| (rate.key(), *share))
                    .collect(),
            ),
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
