//! An experiment made by hand: it looks like one, but no strategy has played.

use std::collections::BTreeMap;

use super::*;
use crate::lab::*;
use crate::math::{ControlLimits, Found, Rule, Side};
use crate::simulate::Band;

/// What an experiment looks like.
#[derive(Clone)]
pub(in crate::chart) struct MadeLab {
    pub scenario: &'static str,
    pub objective: &'static str,
    pub currency: &'static str,
    /// Factor on all amounts.
    pub size: f64,
    pub worlds: usize,
    pub cycles: usize,
    pub periods: usize,
    pub strategies: Vec<Strategy>,
    pub learner: bool,
    pub channels: Vec<String>,
    /// Whose charts are drawn.
    pub of: Strategy,
}

impl MadeLab {
    pub(in crate::chart) fn shop() -> Self {
        Self {
            scenario: "Outdoor shop, one year",
            objective: "profit",
            currency: "EUR",
            size: 1.0,
            worlds: 500,
            cycles: 12,
            periods: 52,
            strategies: Strategy::ALL.into(),
            learner: false,
            channels: ["Search", "Social", "Display", "Email", "Affiliates"].map(str::to_owned).into(),
            of: Strategy::Kaizen,
        }
    }

    pub(in crate::chart) fn input<'a>(&'a self, experiment: &'a Experiment) -> LabInput<'a> {
        LabInput {
            language: Language::English,
            period: Period::Week,
            scenario: self.scenario,
            currency: self.currency,
            objective: if self.objective == "profit" {
                "long-term profit"
            } else {
                self.objective
            },
            channels: &self.channels,
            experiment,
            strategy: self.of,
        }
    }

    pub(in crate::chart) fn experiment(&self) -> Experiment {
        let cycles = (0..self.cycles).map(|k| Span {
            first: k * self.periods / self.cycles,
            end: (k + 1) * self.periods / self.cycles,
            date: format!("2026-{:02}-05", 1 + k % 12),
        });
        let mut courses: Vec<CourseShown> = self.strategies.iter().map(|strategy| self.course(*strategy)).collect();
        if self.learner {
            courses.push(self.course(Strategy::Learner));
        }
        Experiment {
            objective: self.objective,
            seed: 7,
            worlds: self.worlds,
            cycles: cycles.collect(),
            duel: self.band(1.0, 1.0),
            outcomes: self.strategies.iter().map(|strategy| self.outcome(*strategy)).collect(),
            illusions: Illusions {
                worst_stage_recovers: None,
                best_channel_exceeds: None,
                best_channel_after: None,
                false_alarms: None,
            },
            shown: WorldShown {
                world: 3.min(self.worlds),
                truth: Vec::new(),
                courses,
            },
        }
    }

    /// Numbers around `middle`, as far apart as worlds are.
    fn band(&self, middle: f64, wide: f64) -> Band {
        let wide = if self.worlds > 1 { wide } else { 0.0 };
        let values: Vec<f64> = (-50..=50).map(|i| self.size * (middle + wide * f64::from(i) / 50.0)).collect();
        Band::of(&values, self.worlds as u64).expect("has values")
    }

    fn outcome(&self, strategy: Strategy) -> StrategyOutcome {
        let [gain, claimed, truth] = figures(strategy);
        let share = |k: usize| k as f64 / self.cycles as f64;
        // what is learnt early pays later
        let grown = |k: usize| gain * share(k) * (0.3 + 0.7 * share(k));
        let wide = |k: usize| {
            if strategy == Strategy::Hold {
                0.0
            } else {
                spread_of(strategy) * share(k)
            }
        };
        StrategyOutcome {
            strategy,
            value: self.band(310_000.0 + gain, 60_000.0),
            path: (0..=self.cycles)
                .map(|k| self.band(310_000.0 * share(k) + grown(k), wide(k)))
                .collect(),
            lead: (0..=self.cycles).map(|k| self.band(grown(k), wide(k))).collect(),
            gain: self.band(gain, wide(self.cycles)),
            regret: self.band(64_000.0 - gain, if strategy == Strategy::Oracle { 0.0 } else { 22_000.0 }),
            best_share: if strategy == Strategy::Kaizen { 0.43 } else { 0.08 },
            better_than_hold: 0.6,
            claimed: self.band(claimed, if claimed == 0.0 { 0.0 } else { 18_000.0 }),
            true_gain: self.band(truth, if strategy == Strategy::Hold { 0.0 } else { 14_000.0 }),
            coverage: None,
            changes: 4.0,
        }
    }

    fn course(&self, strategy: Strategy) -> CourseShown {
        let [gain, claimed, truth] = figures(strategy);
        let share = |k: usize| k as f64 / self.cycles as f64;
        let so_far = |k: usize| {
            let luck = 6_000.0 * noise(k + strategy as usize * 31);
            self.size
                * (310_000.0 * share(k)
                    + if strategy == Strategy::Hold {
                        0.0
                    } else {
                        share(k) * (gain + luck)
                    })
        };
        CourseShown {
            strategy,
            value: so_far(self.cycles),
            claimed: self.size * claimed,
            true_gain: self.size * truth,
            path: (0..=self.cycles).map(so_far).collect(),
            cycles: (1..=self.cycles).map(|cycle| self.cycle(strategy, cycle)).collect(),
            charts: Watched::ALL.map(|watched| self.chart(strategy, watched)).into(),
        }
    }

    fn cycle(&self, strategy: Strategy, cycle: usize) -> CycleShown {
        let moves = strategy != Strategy::Hold && (cycle + strategy as usize).is_multiple_of(3);
        let step = |i: usize| (i, 400.0 * self.size * noise(cycle + i));
        let names = self.channels.iter().enumerate().filter(|_| moves);
        CycleShown {
            cycle,
            because: if moves { Because::Step } else { Because::Standing },
            moves: names.map(|(i, name)| (name.clone(), step(i).1)).collect::<BTreeMap<_, _>>(),
            actions: if moves && cycle > 3 && cycle < 7 {
                vec!["Shorter checkout".to_owned()]
            } else {
                Vec::new()
            },
            predicted: None,
            measured: Measured {
                channels: (0..self.channels.len())
                    .map(|i| ChannelMeasured {
                        spend: self.size * (9_000.0 / (i + 1) as f64) * (1.0 + 0.04 * cycle as f64 * noise(i + cycle / 3)),
                        ..ChannelMeasured::default()
                    })
                    .collect(),
                ..Measured::default()
            },
            claimed: 0.0,
        }
    }

    /// A chart whose base is the first fourth; after two thirds the process moves.
    fn chart(&self, strategy: Strategy, watched: Watched) -> ControlChart {
        let level = match watched {
            Watched::Visits => 8_400.0,
            Watched::Act => 0.121,
            Watched::Convert => 0.2277,
            Watched::Retention => 0.8,
            Watched::Repeat => 0.11,
            Watched::Roi => 0.62,
        };
        let at = |t: usize| {
            let moved = if watched == Watched::Act && t * 3 > self.periods * 2 {
                0.14
            } else {
                0.0
            };
            level * (1.0 + 0.08 * noise(t + 97 * watched as usize + strategy as usize) + moved)
        };
        let points: Vec<Option<f64>> = (0..self.periods)
            .map(|t| (watched != Watched::Repeat || t > 2).then(|| at(t)))
            .collect();
        let base = (self.periods / 4).min(24);
        let first: Vec<f64> = points.iter().take(base).flatten().copied().collect();
        let limits = (first.len() > 1).then(|| limits(&first));
        ControlChart {
            watched,
            signals: limits.as_ref().map_or_else(Vec::new, |limits| signals(&points, limits)),
            points,
            base,
            limits,
        }
    }
}

/// Gain, claim and truth of a strategy at size 1.
fn figures(strategy: Strategy) -> [f64; 3] {
    match strategy {
        Strategy::Hold => [0.0, 0.0, 0.0],
        Strategy::BigBang => [22_000.0, 71_000.0, 21_000.0],
        Strategy::Kaizen => [35_000.0, 39_000.0, 34_000.0],
        Strategy::Tamper => [-14_000.0, 30_000.0, -15_000.0],
        Strategy::GreedyNoise => [6_000.0, 84_000.0, 5_000.0],
        Strategy::LowestRate => [2_000.0, 21_000.0, 2_500.0],
        Strategy::Thompson => [29_000.0, 33_000.0, 30_000.0],
        Strategy::Oracle => [64_000.0, 64_000.0, 63_000.0],
        Strategy::Learner => [18_000.0, 40_000.0, 15_000.0],
    }
}

fn spread_of(strategy: Strategy) -> f64 {
    match strategy {
        Strategy::BigBang => 70_000.0,
        _ => 30_000.0,
    }
}

/// A number between −1 and 1 that looks like chance.
fn noise(i: usize) -> f64 {
    let mixed = crate::math::mix(i as u64 + 1);
    2.0 * crate::math::between_0_and_1(mixed) - 1.0
}

fn limits(base: &[f64]) -> ControlLimits {
    let mean = base.iter().sum::<f64>() / base.len() as f64;
    let ranges = base.windows(2).map(|pair| (pair[1] - pair[0]).abs()).sum::<f64>();
    let mean_range = ranges / (base.len() - 1) as f64;
    ControlLimits {
        mean,
        lower: mean - 2.66 * mean_range,
        upper: mean + 2.66 * mean_range,
        mean_range,
        upper_range: 3.268 * mean_range,
    }
}

/// Points outside, and runs of eight on one side.
fn signals(points: &[Option<f64>], limits: &ControlLimits) -> Vec<Found> {
    let mut found = Vec::new();
    let mut run = 0_i32;
    for (at, value) in points.iter().enumerate() {
        let Some(value) = *value else { continue };
        let above = value > limits.mean;
        let side = if above { Side::Above } else { Side::Below };
        run = if above { run.max(0) + 1 } else { run.min(0) - 1 };
        if value > limits.upper || value < limits.lower {
            found.push(Found {
                at,
                rule: Rule::Outside,
                side,
            });
        }
        if run.abs() >= 8 {
            found.push(Found {
                at,
                rule: Rule::EightOnOneSide,
                side,
            });
        }
        if run.abs() == 4 && (value - limits.mean).abs() > 0.5 * (limits.upper - limits.mean) {
            found.push(Found {
                at,
                rule: Rule::ThreeOfFour,
                side,
            });
        }
    }
    found
}
