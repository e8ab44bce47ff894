//! Rows beside those of the plans: what happens in a draw or does not, and how far each plan is from the first one in it.

use rayon::prelude::*;

use crate::scenario::{Measure, Scenario};

use super::band::Band;
use super::batch::{CHUNK, WIDTH};
use super::futures::{Difference, Plan, Probabilities, StageRate};
use super::rows::{MEASURES, Rows};
use super::spread::Spread;

/// A target that is missed by less than this share of it is reached.
const ROUNDING: f64 = 1e-9;

/// What is watched in each draw: `1` where it happens, `0` where not, absent where it has no meaning.
#[derive(Debug, Clone, Copy)]
enum Event {
    RoiPositive,
    PaidBack { horizon: f64 },
    Target { measure: Measure, target: f64, horizon: f64 },
    StageTarget { rate: StageRate, target: f64 },
}

/// What is watched of each plan.
pub(super) struct Events {
    /// Of each plan, with the first row of its events.
    plans: Vec<(usize, Vec<Event>)>,
    /// Horizon of each plan \[periods\]; a payback beyond it is never.
    horizons: Vec<f64>,
    /// Rows of all events; differences come after them.
    events: usize,
}

/// Rows of a difference: objective, every measure, whether it is better.
const DIFFERENCE: usize = 2 + MEASURES;

/// The targets of the stages, in the order of the funnel.
fn stage_targets(scenario: &Scenario) -> impl Iterator<Item = Event> {
    let targets = [
        scenario.reach.target,
        scenario.act.target,
        scenario.convert.target,
        scenario.engage.retention_target,
        scenario.engage.repeat_target,
    ];
    StageRate::ALL.into_iter().zip(targets).filter_map(|(rate, target)| {
        let target = target?;
        Some(Event::StageTarget { rate, target })
    })
}

impl Events {
    pub(super) fn of(plans: &[Plan<'_>]) -> Self {
        let mut events = 0;
        let horizons = plans.iter().map(|plan| plan.decision.periods as f64).collect();
        let plans = plans.iter().map(|plan| {
            let scenario = plan.simulator.scenario();
            let horizon = plan.decision.periods as f64;
            let targets = scenario.plan.targets.iter().filter(|(measure, _)| !measure.is_tracked());
            let watched: Vec<Event> = [Event::RoiPositive, Event::PaidBack { horizon }]
                .into_iter()
                .chain(stage_targets(scenario))
                .chain(targets.map(|(&measure, &target)| Event::Target { measure, target, horizon }))
                .collect();
            let first = events;
            events += watched.len();
            (first, watched)
        });
        let plans = plans.collect();
        Self { plans, horizons, events }
    }

    /// Rows of the sheet.
    pub(super) fn height(&self) -> usize {
        self.events + DIFFERENCE * (self.plans.len() - 1)
    }

    /// Fills the sheet of events from the sheets of the plans, whose heights and first rows are given.
    pub(super) fn fill(&self, sheets: &[Vec<f64>], heights: &[usize], places: &[(usize, usize)], out: &mut [f64]) {
        out.par_chunks_exact_mut(self.height() * WIDTH)
            .enumerate()
            .for_each(|(chunk, out)| {
                let row = |plan: usize, row: usize| {
                    let (sheet, first) = places[plan];
                    let from = (chunk * heights[sheet] + first + row) * WIDTH;
                    &sheets[sheet][from..from + CHUNK]
                };
                let (of_events, of_differences) = out.split_at_mut(self.events * WIDTH);
                for (plan, (first, events)) in self.plans.iter().enumerate() {
                    for (event, out) in events.iter().zip(of_events[first * WIDTH..].chunks_exact_mut(WIDTH)) {
                        for (out, &figure) in out.iter_mut().zip(row(plan, event.figure())) {
                            *out = event.happens(figure);
                        }
                        // a draw that was taken out happens nowhere
                        for (out, objective) in out.iter_mut().zip(row(plan, Rows::OBJECTIVE)) {
                            if objective.is_nan() {
                                *out = f64::NAN;
                            }
                        }
                    }
                }
                for (plan, out) in (1..self.plans.len()).zip(of_differences.chunks_exact_mut(DIFFERENCE * WIDTH)) {
                    for (figure, out) in out.chunks_exact_mut(WIDTH).enumerate().take(DIFFERENCE - 1) {
                        for ((out, &value), &base) in out.iter_mut().zip(row(plan, figure)).zip(row(0, figure)) {
                            *out = value - base;
                        }
                    }
                    let payback = Rows::measure(Measure::Payback);
                    let paid_back = row(plan, payback).iter().zip(row(0, payback));
                    for (out, (&value, &base)) in out[payback * WIDTH..].iter_mut().zip(paid_back) {
                        if value > self.horizons[plan] || base > self.horizons[0] {
                            *out = f64::NAN;
                        }
                    }
                    let (gains, better) = out.split_at_mut((DIFFERENCE - 1) * WIDTH);
                    for (better, &gain) in better.iter_mut().zip(&gains[..CHUNK]) {
                        *better = if gain.is_nan() { f64::NAN } else { f64::from(u8::from(gain > 0.0)) };
                    }
                }
            });
    }

    /// The probabilities of a plan.
    pub(super) fn probabilities(&self, spreads: &[Spread], plan: usize) -> Probabilities {
        let (first, events) = &self.plans[plan];
        let share = |place: usize| Some(&spreads[first + place]).filter(|spread| spread.count() > 0).map(Spread::mean);
        let mut probabilities = Probabilities {
            roi_positive: share(0),
            paid_back: share(1),
            targets: Vec::new(),
            stage_targets: Vec::new(),
        };
        for (place, event) in events.iter().enumerate() {
            let reached = share(place).unwrap_or(f64::NAN);
            match *event {
                Event::Target { measure, .. } => probabilities.targets.push((measure, reached)),
                Event::StageTarget { rate, .. } => probabilities.stage_targets.push((rate, reached)),
                Event::RoiPositive | Event::PaidBack { .. } => {}
            }
        }
        probabilities
    }

    /// How a plan differs from the first one, out of so many draws.
    pub(super) fn difference(&self, spreads: &[Spread], plan: usize, draws: u64) -> Difference {
        let spreads = &spreads[self.events + (plan - 1) * DIFFERENCE..];
        Difference {
            objective: spreads[Rows::OBJECTIVE].band(draws).unwrap_or(Band::NOWHERE),
            measures: Measure::ALL[..MEASURES]
                .iter()
                .map(|&measure| (measure, spreads[Rows::measure(measure)].band(draws)))
                .collect(),
            better: match &spreads[DIFFERENCE - 1] {
                better if better.count() > 0 => better.mean(),
                _ => f64::NAN,
            },
        }
    }
}

impl Event {
    /// The row that it is read from.
    const fn figure(self) -> usize {
        match self {
            Self::RoiPositive => Rows::measure(Measure::Roi),
            Self::PaidBack { .. } => Rows::measure(Measure::Payback),
            Self::Target { measure, .. } => Rows::measure(measure),
            Self::StageTarget { rate, .. } => Rows::rate(rate as usize),
        }
    }

    fn happens(self, figure: f64) -> f64 {
        let happens = match self {
            Self::RoiPositive | Self::PaidBack { .. } if figure.is_nan() => return f64::NAN,
            Self::RoiPositive => figure > 0.0,
            Self::PaidBack { horizon } => figure <= horizon,
            // a plan that never pays for itself has no payback to hold against a target
            Self::Target {
                measure: Measure::Payback,
                horizon,
                ..
            } if figure > horizon => false,
            Self::StageTarget { target, .. } => figure >= target - ROUNDING * target.abs(),
            Self::Target { measure, target, .. } => {
                let slack = ROUNDING * target.abs();
                if measure.is_cost() {
                    figure <= target + slack
                } else {
                    figure >= target - slack
                }
            }
        };
        f64::from(u8::from(happens))
    }
}
