//! What chance alone makes look like a result, read off the courses of somebody who changes nothing.

use crate::math::Extremes;

use super::charts::{limits_and_signals, point};
use super::course::Course;
use super::diary::Diary;
use super::setting::Setting;
use super::{Illusions, Watched};

/// Rates: visits come in other numbers than expected by so little that nobody would look.
const STEADY: [Watched; 4] = [Watched::Act, Watched::Convert, Watched::Retention, Watched::Repeat];

/// Sums over worlds.
#[derive(Debug, Clone, Default)]
pub(super) struct Deceptions {
    stages: Extremes,
    channels: Extremes,
    charts: usize,
    alarms: usize,
}

impl Deceptions {
    /// Those of one course in which nothing was done: each figure against the same one of the world's expected run, so that neither season nor growth nor
    /// what life does is taken for chance.
    pub(super) fn of(setting: &Setting, course: &Course, expected: &Diary) -> Self {
        let diary = &course.diary;
        let against = |watched: Watched, t: usize| point(diary, &setting.season, watched, t) / point(expected, &setting.season, watched, t);
        let by_cycle = |watched: Watched| -> Vec<f64> {
            let mean = |periods: std::ops::Range<usize>| {
                let count = periods.len() as f64;
                periods.map(|t| against(watched, t)).sum::<f64>() / count
            };
            setting.spans.iter().map(|span| mean(span.first..span.end)).collect()
        };
        let stages: Vec<Vec<f64>> = STEADY.iter().map(|&watched| by_cycle(watched)).collect();
        let spend = &course.standing.decision.spend;
        let leads = |diary: &Diary| -> Vec<Vec<f64>> {
            let cycles = setting.spans.iter().map(|span| diary.measured(setting, span, spend).channels);
            cycles
                .map(|channels| channels.iter().map(|channel| channel.leads).collect())
                .collect()
        };
        let (measured, promised) = (leads(diary), leads(expected));
        let channels: Vec<Vec<f64>> = (0..setting.scenario.channels.len())
            .map(|c| {
                measured
                    .iter()
                    .zip(&promised)
                    .map(|(measured, promised)| measured[c] / promised[c])
                    .collect()
            })
            .collect();
        let periods = diary.flows.len();
        let charts = STEADY.map(|watched| limits_and_signals(&(0..periods).map(|t| against(watched, t)).collect::<Vec<_>>()));
        Self {
            stages: extremes(&stages),
            channels: extremes(&channels),
            charts: charts.iter().filter(|(limits, _)| limits.is_some()).count(),
            alarms: charts.iter().filter(|(_, signals)| !signals.is_empty()).count(),
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.stages.merge(&other.stages);
        self.channels.merge(&other.channels);
        self.charts += other.charts;
        self.alarms += other.alarms;
    }

    pub(super) fn illusions(&self) -> Illusions {
        let best = self.channels.best_exceeds();
        Illusions {
            worst_stage_recovers: self.stages.worst_recovers(),
            best_channel_exceeds: best.map(|excess| excess.now),
            best_channel_after: best.map(|excess| excess.next),
            false_alarms: (self.charts > 0).then(|| self.alarms as f64 / self.charts as f64),
        }
    }
}

/// Their extremes.
fn extremes(figures: &[Vec<f64>]) -> Extremes {
    let rows: Vec<&[f64]> = figures.iter().map(Vec::as_slice).collect();
    let mut extremes = Extremes::default();
    extremes.add(&rows);
    extremes
}
