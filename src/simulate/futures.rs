//! The futures of one plan or of several on the same draws: bands, probabilities, and how the plans differ draw by draw.

use crate::model::{Decision, Form};
use crate::scenario::Measure;

use super::assemble::{Cells, assemble};
use super::band::Band;
use super::batch::{Batch, CHUNK, Values, WIDTH};
use super::draws::{Dimensions, Draws};
use super::events::Events;
use super::forecast::Forecast;
use super::rounds::{self, Rounds};
use super::rows::{Detail, Rows, Series};
use super::sampling::{People, Sampling};
use super::simulator::Simulator;
use super::spread::{Spread, gather};

/// A plan that is to be looked at over the draws.
#[derive(Debug, Clone, Copy)]
pub struct Plan<'a> {
    pub simulator: &'a Simulator,
    pub decision: &'a Decision,
}

/// Plans over the same draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Futures {
    pub sampling: Sampling,
    /// Draws that have no result in one of the plans, because what multiplies in them outgrows the numbers; they count nowhere.
    pub excluded: u64,
    /// Uncertain quantities of all the plans.
    pub dimensions: usize,
    /// Whether there were more draws than are kept, so that quantiles were counted in bins ([`Band::error`]).
    pub streamed: bool,
    /// Runs of the model that were made: the plans and a baseline for each scenario, in every draw of every chunk.
    pub runs: u64,
    /// In the order given.
    pub plans: Vec<PlanFutures>,
    /// Each further plan beside the first.
    pub differences: Vec<Difference>,
}

impl Futures {
    /// Whether the draws differ at all: whether anything is uncertain, or people are drawn.
    #[must_use]
    pub const fn is_uncertain(&self) -> bool {
        self.dimensions > 0 || matches!(self.sampling.people, People::Whole)
    }
}

/// One plan over the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanFutures {
    /// A band in the place of each number of a forecast; with less than [`Detail::Everything`] without periods and sources.
    pub bands: Forecast<Band, Band>,
    /// The deepest point of the running profit: the cash that the plan takes \[money\].
    pub cash: Band,
    pub probabilities: Probabilities,
}

/// How likely it is, as a share of the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Probabilities {
    /// That ROI is above 0; `None` without investment.
    pub roi_positive: Option<f64>,
    /// That the plan has paid for itself when the horizon ends; `None` without investment.
    pub paid_back: Option<f64>,
    /// That each target of the plan is reached, in the order of the measures; NaN where no draw has a result.
    pub targets: Vec<(Measure, f64)>,
    /// That each target of a stage is reached, in the order of the funnel.
    pub stage_targets: Vec<(StageRate, f64)>,
}

/// A rate of a stage that may have a target; the names of the fields of [`StageRates`](crate::model::StageRates).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageRate {
    Visits,
    Act,
    Convert,
    Retention,
    Repeat,
}

impl StageRate {
    /// All of them, in the order of the funnel.
    pub const ALL: [Self; 5] = [Self::Visits, Self::Act, Self::Convert, Self::Retention, Self::Repeat];

    /// The word for it in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Visits => "visits",
            Self::Act => "act",
            Self::Convert => "convert",
            Self::Retention => "retention",
            Self::Repeat => "repeat",
        }
    }
}

/// One plan minus the first, draw by draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    pub objective: Band,
    /// Of every total and KPI that exists in both, in the order of [`Measure::ALL`].
    pub measures: Vec<(Measure, Option<Band>)>,
    /// That the plan's objective is above the first one's; NaN where no draw has a result.
    pub better: f64,
}

/// Plans of one scenario with its draws: consecutive plans with the same simulator.
struct Group<'a> {
    simulator: &'a Simulator,
    decisions: Vec<&'a Decision>,
    draws: Draws,
}

impl Group<'_> {
    fn batch(&self, detail: Detail, sampling: Sampling) -> Batch<'_> {
        Batch {
            simulator: self.simulator,
            decisions: &self.decisions,
            values: Values::Drawn(&self.draws),
            detail,
            series: Series::ALL,
            form: Form::True,
            chance: (sampling.people == People::Whole).then_some(sampling.seed),
        }
    }
}

/// Runs every plan in every draw. `progress` is told after each round how many draws are done.
///
/// # Panics
/// Where there is no plan or no draw.
#[must_use]
pub fn futures(plans: &[Plan<'_>], sampling: Sampling, detail: Detail, progress: &mut dyn FnMut(usize)) -> Futures {
    in_rounds(plans, sampling, detail, rounds::BYTES, progress)
}

/// [`futures`] with rounds of so many bytes.
fn in_rounds(plans: &[Plan<'_>], sampling: Sampling, detail: Detail, bytes: usize, progress: &mut dyn FnMut(usize)) -> Futures {
    assert!(!plans.is_empty() && sampling.draws > 0, "plans and draws");
    let detail = detail.max(Detail::Figures);
    let (groups, dimensions) = groups(plans, sampling);
    let events = Events::of(plans);
    let batches: Vec<Batch> = groups.iter().map(|group| group.batch(detail, sampling)).collect();
    let heights: Vec<usize> = batches.iter().map(Batch::height).collect();
    let all_heights = || heights.iter().copied().chain([events.height()]);
    let rounds = Rounds::new(sampling.draws, all_heights().sum(), bytes);
    let mut sheets: Vec<Vec<f64>> = all_heights().map(|height| rounds.sheet(height)).collect();
    let mut spreads: Vec<Vec<Spread>> = vec![Vec::new(); sheets.len()];
    let places = places(&groups, detail);
    let mut excluded = 0;
    for part in rounds.parts() {
        let (of_plans, of_events) = sheets.split_at_mut(batches.len());
        for ((batch, sheet), &height) in batches.iter().zip(of_plans.iter_mut()).zip(&heights) {
            batch.fill(part.first, part.of(sheet, height));
        }
        excluded += exclude(&places, of_plans, &heights, part.draws);
        events.fill(of_plans, &heights, &places, part.of(&mut of_events[0], events.height()));
        for ((sheet, spreads), height) in sheets.iter_mut().zip(&mut spreads).zip(all_heights()) {
            gather(spreads, part.of(sheet, height), height, part);
        }
        progress(part.first + part.draws);
    }
    let counted = sampling.draws as u64 - excluded;
    let (of_events, of_plans) = (&spreads[batches.len()], &spreads[..batches.len()]);
    let summary = |place: (usize, usize)| &of_plans[place.0][place.1..];
    Futures {
        sampling,
        excluded,
        dimensions,
        streamed: rounds.are_streamed(),
        runs: ((plans.len() + groups.len()) * rounds.made()) as u64,
        plans: plans
            .iter()
            .zip(&places)
            .enumerate()
            .map(|(p, (plan, &place))| {
                let rows = plan.simulator.rows(detail);
                let cells = Spreads {
                    spreads: summary(place),
                    draws: counted,
                    horizon: rows.horizon,
                };
                PlanFutures {
                    bands: assemble(plan.simulator, plan.decision, rows, &cells),
                    cash: cells.value(Rows::CASH),
                    probabilities: events.probabilities(of_events, p),
                }
            })
            .collect(),
        differences: (1..plans.len()).map(|p| events.difference(of_events, p, counted)).collect(),
    }
}

/// The plans with their draws, and how many quantities are drawn.
fn groups<'a>(plans: &[Plan<'a>], sampling: Sampling) -> (Vec<Group<'a>>, usize) {
    let parameters: Vec<_> = plans.iter().map(|plan| plan.simulator.model.parameters()).collect();
    let dimensions = Dimensions::of(&parameters);
    let mut groups: Vec<Group<'a>> = Vec::new();
    for plan in plans {
        match groups.last_mut() {
            Some(group) if std::ptr::eq(group.simulator, plan.simulator) => group.decisions.push(plan.decision),
            _ => groups.push(Group {
                simulator: plan.simulator,
                decisions: vec![plan.decision],
                draws: Draws::with(plan.simulator.model.parameters(), &dimensions, sampling.sequence, sampling.seed),
            }),
        }
    }
    (groups, dimensions.len())
}

/// The sheet and the first row of each plan.
fn places(groups: &[Group<'_>], detail: Detail) -> Vec<(usize, usize)> {
    let of_group = |(sheet, group): (usize, &Group<'_>)| {
        let rows = group.simulator.rows(detail).count();
        (0..group.decisions.len()).map(move |plan| (sheet, plan * rows))
    };
    groups.iter().enumerate().flat_map(of_group).collect()
}

/// Takes the draws out in which a plan has no finite result; gives their number.
fn exclude(places: &[(usize, usize)], sheets: &mut [Vec<f64>], heights: &[usize], draws: usize) -> u64 {
    let mut without = Vec::new();
    for &(sheet, first) in places {
        for (chunk, figures) in sheets[sheet].chunks_exact(heights[sheet] * WIDTH).enumerate() {
            let here = CHUNK.min(draws.saturating_sub(chunk * CHUNK));
            // the objective and every total
            for row in std::iter::once(Rows::OBJECTIVE).chain((0..=Measure::Residual as usize).map(|measure| 1 + measure)) {
                let values = &figures[(first + row) * WIDTH..][..here];
                let endless = (0..here).filter(|&draw| !values[draw].is_finite());
                without.extend(endless.map(|draw| chunk * CHUNK + draw));
            }
        }
    }
    without.sort_unstable();
    without.dedup();
    let place = |sheet: usize, row: usize, draw: usize| (draw / CHUNK * heights[sheet] + row) * WIDTH + draw % CHUNK;
    for &draw in &without {
        for (sheet, values) in sheets.iter_mut().enumerate() {
            for row in 0..heights[sheet] {
                values[place(sheet, row, draw)] = f64::NAN;
            }
        }
    }
    without.len() as u64
}

/// Bands of one plan.
struct Spreads<'a> {
    spreads: &'a [Spread],
    draws: u64,
    horizon: usize,
}

impl Cells for Spreads<'_> {
    type Value = Band;
    type Periods = Band;

    fn value(&self, row: usize) -> Band {
        self.maybe(row).unwrap_or(Band::NOWHERE)
    }
    fn maybe(&self, row: usize) -> Option<Band> {
        self.spreads[row].band(self.draws)
    }
    fn payback(&self, row: usize) -> Option<Band> {
        self.maybe(row).map(|band| band.up_to(self.horizon as f64))
    }
    fn same(&self, number: f64) -> Band {
        Band::same(number, self.draws)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::scenario::Scenario;

    /// Streamed bands are as near to the exact ones as they say, and means and probabilities are the same but for rounding.
    #[test]
    fn rounds_change_little() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/outdoor-shop.toml");
        let loaded = Scenario::from_path(&path).expect("a scenario");
        let simulator = Simulator::new(&loaded.scenario);
        let decision = simulator.today();
        let plans = [Plan {
            simulator: &simulator,
            decision: &decision,
        }];
        let sampling = Sampling::new(20_000, 3);
        let kept = in_rounds(&plans, sampling, Detail::Everything, usize::MAX, &mut |_| ());
        let mut told = Vec::new();
        let streamed = in_rounds(&plans, sampling, Detail::Everything, 30 << 20, &mut |done| told.push(done));
        assert!(told.len() > 3 && told.last() == Some(&20_000), "{told:?}");
        let (kept, streamed) = (&kept.plans[0], &streamed.plans[0]);
        assert_eq!(kept.probabilities.targets.len(), streamed.probabilities.targets.len());
        let pairs = [
            (kept.bands.objective, streamed.bands.objective),
            (kept.bands.totals.revenue, streamed.bands.totals.revenue),
            (kept.bands.periods[40].profit, streamed.bands.periods[40].profit),
            (kept.bands.cumulative.profit[51], streamed.bands.cumulative.profit[51]),
            (kept.bands.channels[0].visits, streamed.bands.channels[0].visits),
        ];
        for (exact, near) in pairs {
            assert_eq!(exact.error, 0.0);
            assert!(near.error > 0.0 && near.error < 0.05 * exact.sd, "{near:?}");
            assert!((exact.mean / near.mean - 1.0).abs() < 1e-12 && (exact.sd / near.sd - 1.0).abs() < 1e-9);
            for (exact, near_by) in [(exact.p5, near.p5), (exact.p50, near.p50), (exact.p95, near.p95)] {
                assert!((exact - near_by).abs() <= near.error, "{exact} {near_by} {}", near.error);
            }
        }
    }
}
