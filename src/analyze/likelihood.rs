//! How likely each stage is to be the weakest, and what is at stake in it: the search for the weakest stage, draw by draw.

use rayon::prelude::*;

use crate::model::{Decision, Stage};
use crate::simulate::{Band, Sampling, Simulator};

use super::analysis::Analysis;
use super::find::{findings, followed, weakest};

/// Draws that are searched at most: a probability of one half is then good to 1.6 %.
const DRAWS: usize = 1024;
/// Work that the search may take [channel-periods run]: some seconds.
const WORK: usize = 400_000_000;
/// Runs that one draw takes: a few for each stage's target, one for each way up.
const RUNS: usize = 30;

/// The weakest stage over the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct WeakestStage {
    /// How many of the first draws were searched; fewer than were asked for where the search of one takes long.
    pub draws: usize,
    /// In the order of the funnel.
    pub stages: [StageFutures; 4],
}

/// One stage over the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct StageFutures {
    /// Share of the draws in which it is the weakest.
    pub probability_weakest: f64,
    /// What is at stake in it, in the unit of the objective; `None` where nothing ever is.
    pub at_stake: Option<Band>,
}

/// Searches the weakest stage of a decision in each of the first draws, expected numbers of people in each.
#[must_use]
pub fn weakest_stage(simulator: &Simulator, decision: &Decision, sampling: Sampling) -> WeakestStage {
    let affordable = (WORK / (simulator.model().work() * RUNS)).max(1);
    let count = sampling.draws.min(DRAWS).min(affordable);
    let parameters = simulator.model().parameters().len();
    let mut values = vec![0.0; count * parameters];
    simulator.draws(sampling).fill(0, count, &mut values);
    let channels = followed(simulator, decision);
    let found: Vec<(Option<Stage>, [Option<f64>; 4])> = (0..count)
        .into_par_iter()
        .map_init(
            || (simulator.clone(), vec![0.0; parameters]),
            |(simulator, params), draw| {
                for (param, row) in params.iter_mut().zip(values.chunks_exact(count)) {
                    *param = row[draw];
                }
                simulator.move_to(params);
                let stages = findings(simulator, decision, &channels);
                let mut stakes = [None; 4];
                for (stake, stage) in stakes.iter_mut().zip(&stages) {
                    *stake = stage.value_at_stake.filter(|value| value.is_finite());
                }
                (weakest(&stages), stakes)
            },
        )
        .collect();
    let stages = Stage::ALL.map(|stage| {
        let times = found.iter().filter(|(weakest, _)| *weakest == Some(stage)).count();
        let stakes: Vec<f64> = found.iter().filter_map(|(_, stakes)| stakes[stage as usize]).collect();
        StageFutures {
            probability_weakest: times as f64 / count as f64,
            at_stake: Band::of(&stakes, count as u64),
        }
    });
    WeakestStage { draws: count, stages }
}

impl Analysis {
    /// Takes over how likely each stage is to be the weakest.
    pub fn tell_weakest(&mut self, weakest: &WeakestStage) {
        for (finding, stage) in self.stages.iter_mut().zip(&weakest.stages) {
            finding.probability_weakest = Some(stage.probability_weakest);
            finding.at_stake_band = stage.at_stake;
        }
        self.weakest_draws = Some(weakest.draws);
    }
}
