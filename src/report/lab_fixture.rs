//! Experiments for the tests: of a plausible shape, the same in every run, of any size and unit.

use std::collections::BTreeMap;
use std::path::Path;

use crate::lab::{
    Because, ChannelMeasured, ControlChart, CourseShown, Coverage, CycleShown, Experiment, Hidden, Illusions, Interval, Measured, Span,
    Strategy, StrategyOutcome, Watched, WorldShown,
};
use crate::math::{ControlLimits, Found, Rule, Side};
use crate::model::Stage;
use crate::scenario::Scenario;
use crate::simulate::Band;

/// What an experiment of the tests is like.
pub struct Shape {
    pub objective: &'static str,
    pub worlds: usize,
    pub cycles: usize,
    pub strategies: Vec<Strategy>,
    /// What one unit of gain is.
    pub scale: f64,
    /// What each strategy gains over hold on average, in the order of [`Strategy::ALL`] [scale].
    pub gains: [f64; 8],
    /// What each claims more than it gains, in the same order [scale].
    pub boasts: [f64; 8],
    /// The way of the learner is among those shown.
    pub with_learner: bool,
}

impl Default for Shape {
    fn default() -> Self {
        Self {
            objective: "profit",
            worlds: 500,
            cycles: 12,
            strategies: Strategy::ALL.to_vec(),
            scale: 1000.0,
            gains: [0.0, 9.0, 12.0, -3.0, 1.0, -6.0, 4.0, 18.0],
            boasts: [0.0, 11.0, 1.5, 6.0, 14.0, 5.0, 3.0, 0.0],
            with_learner: false,
        }
    }
}

/// The scenario of the lessons: two channels, one action.
pub fn classroom() -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/classroom.toml");
    Scenario::from_path(&path).expect("the classroom").scenario
}

/// Numbers between −1 and 1 that repeat themselves: fractions of multiples of the golden ratio.
struct Wobble(f64);

impl Wobble {
    fn next(&mut self) -> f64 {
        self.0 = (self.0 + 0.618_033_988_749_895).fract();
        2.0 * self.0 - 1.0
    }
}

/// The experiment of this shape.
pub fn experiment(shape: &Shape) -> Experiment {
    let mut wobble = Wobble(0.1);
    let draws = shape.worlds as u64;
    let band = |values: &[f64]| Band::of(values, draws).expect("at least one world");
    let place = |strategy: Strategy| Strategy::ALL.iter().position(|known| *known == strategy).expect("one that plays");
    let base: Vec<f64> = (0..shape.worlds).map(|_| shape.scale * (100.0 + 20.0 * wobble.next())).collect();
    let luck: Vec<f64> = (0..shape.worlds).map(|_| shape.scale * 4.0 * wobble.next()).collect();
    let gains_of = |strategy: Strategy| -> Vec<f64> {
        let mean = shape.gains[place(strategy)];
        luck.iter()
            .enumerate()
            // each strategy has luck of its own besides what it shares with all others
            .map(|(w, luck)| shape.scale * mean + f64::from(mean != 0.0) * luck * (1.0 + 0.1 * ((w + place(strategy)) % 3) as f64))
            .collect()
    };
    let best = gains_of(Strategy::Oracle);
    let duel: Vec<f64> = (gains_of(Strategy::Kaizen).iter().zip(gains_of(Strategy::BigBang)))
        .map(|(steps, jump)| steps - jump)
        .collect();
    let outcomes = shape.strategies.iter().map(|&strategy| {
        let gains = gains_of(strategy);
        let value: Vec<f64> = base.iter().zip(&gains).map(|(base, gain)| base + gain).collect();
        let regret: Vec<f64> = best.iter().zip(&gains).map(|(best, gain)| best - gain).collect();
        let so_far = |of: &[f64]| -> Vec<Band> {
            let share = |cycle: usize| cycle as f64 / shape.cycles as f64;
            (0..=shape.cycles)
                .map(|cycle| band(&of.iter().map(|x| x * share(cycle)).collect::<Vec<_>>()))
                .collect()
        };
        let true_gain: Vec<f64> = gains.iter().map(|_| shape.scale * shape.gains[place(strategy)]).collect();
        let claimed: Vec<f64> = gains
            .iter()
            .map(|gain| gain + shape.scale * shape.boasts[place(strategy)])
            .collect();
        StrategyOutcome {
            strategy,
            path: so_far(&value),
            lead: so_far(&gains),
            value: band(&value),
            gain: band(&gains),
            regret: band(&regret),
            best_share: [0.02, 0.2, 0.44, 0.03, 0.11, 0.01, 0.19, 0.0][place(strategy)],
            better_than_hold: gains.iter().filter(|gain| **gain > 0.0).count() as f64 / shape.worlds as f64,
            claimed: band(&claimed),
            true_gain: band(&true_gain),
            coverage: matches!(strategy, Strategy::BigBang | Strategy::Kaizen | Strategy::Thompson).then_some(Coverage {
                within: 0.61,
                stated: 0.8,
                predictions: shape.worlds * shape.cycles,
            }),
            changes: [0.0_f64, 1.0, 4.2, 11.0, 11.0, 6.0, 12.0, 1.0][place(strategy)].min(shape.cycles as f64),
        }
    });
    Experiment {
        objective: shape.objective,
        seed: 1,
        worlds: shape.worlds,
        cycles: (0..shape.cycles)
            .map(|cycle| Span {
                first: cycle,
                end: cycle + 1,
                date: format!("2026-{:02}-01", cycle % 12 + 1),
            })
            .collect(),
        duel: band(&duel),
        outcomes: outcomes.collect(),
        illusions: Illusions {
            worst_stage_recovers: Some(0.115),
            best_channel_exceeds: Some(0.154),
            best_channel_after: Some(-0.002),
            false_alarms: Some(0.263),
        },
        shown: WorldShown {
            world: 1,
            truth: truth(),
            courses: (shape.strategies.iter().copied())
                .chain(shape.with_learner.then_some(Strategy::Learner))
                .map(|strategy| course(shape, strategy, &mut wobble))
                .collect(),
        },
    }
}

fn truth() -> Vec<Hidden> {
    let hidden = |key: &str, truth, believed, range, start| Hidden {
        key: key.to_owned(),
        truth,
        believed,
        range,
        start,
    };
    vec![
        hidden("act.rate", 0.083, Some(0.1), Some([0.07, 0.14]), None),
        hidden(
            "channel.search.reach.half_spend",
            1_420.0,
            Some(1_000.0),
            Some([600.0, 1_800.0]),
            None,
        ),
        hidden("channel.flyers.reach.visits", 1_800.0, Some(1_800.0), None, None),
        hidden("lab.drift.act", -0.12, None, None, None),
        hidden("lab.shock.convert", -0.2, None, None, Some(7)),
        hidden("lab.competitor.organic", 0.15, None, None, Some(5)),
        hidden("lab.competitor.price", 0.1, None, None, Some(5)),
    ]
}

fn course(shape: &Shape, strategy: Strategy, wobble: &mut Wobble) -> CourseShown {
    let place = Strategy::ALL.iter().position(|known| *known == strategy).unwrap_or(2);
    let gain = shape.scale * shape.gains[place];
    let value = shape.scale * 100.0 + gain;
    let of_cycle = |cycle: usize| cycle as f64 / shape.cycles as f64;
    CourseShown {
        strategy,
        value,
        claimed: gain + shape.scale * shape.boasts[place],
        true_gain: gain,
        path: (0..=shape.cycles).map(|cycle| value * of_cycle(cycle)).collect(),
        cycles: (1..=shape.cycles).map(|cycle| one_cycle(strategy, cycle, gain, wobble)).collect(),
        charts: Watched::ALL.map(|watched| control(watched, wobble)).to_vec(),
    }
}

fn one_cycle(strategy: Strategy, cycle: usize, gain: f64, wobble: &mut Wobble) -> CycleShown {
    let because = match strategy {
        Strategy::Hold => Because::Standing,
        Strategy::BigBang if cycle == 2 => Because::Jump,
        Strategy::BigBang => Because::Standing,
        Strategy::Kaizen => [Because::Standing, Because::Step, Because::Undone, Because::Confirmed][cycle % 4],
        Strategy::Tamper => Because::Wiggle,
        Strategy::GreedyNoise if wobble.next() > 0.0 => Because::LooksBetter,
        Strategy::GreedyNoise => Because::LooksWorse,
        Strategy::LowestRate => Because::LowestRate(Stage::Act),
        Strategy::Thompson => Because::Sample,
        Strategy::Oracle => Because::Foresight,
        Strategy::Learner => Because::Learner,
    };
    let moves = match because {
        Because::Standing => BTreeMap::new(),
        _ => BTreeMap::from([("flyers".to_owned(), -150.0), ("search".to_owned(), 150.0)]),
    };
    let (leads, customers) = (500.0 + (40.0 * wobble.next()).round(), 125.0 + (20.0 * wobble.next()).round());
    let channel = |share: f64| ChannelMeasured {
        spend: 1_000.0,
        visits: 5_000.0 * share,
        leads: leads * share,
        customers: customers * share,
    };
    CycleShown {
        cycle,
        because,
        moves,
        actions: (cycle == 3 && strategy == Strategy::Kaizen)
            .then(|| "Gift wrapping".to_owned())
            .into_iter()
            .collect(),
        predicted: (strategy != Strategy::Hold).then_some(Interval {
            p10: 110.0,
            p50: 125.0,
            p90: 140.0,
        }),
        measured: Measured {
            visits: 5_000.0,
            leads,
            customers,
            orders: customers,
            revenue: 100.0 * customers,
            gross: 50.0 * customers,
            invest: 2_000.0,
            profit: 50.0 * customers - 2_000.0,
            channels: vec![channel(0.5), channel(0.3)],
        },
        claimed: gain,
    }
}

fn control(watched: Watched, wobble: &mut Wobble) -> ControlChart {
    let points: Vec<Option<f64>> = (0..12).map(|t| (t != 3).then(|| 0.1 + 0.01 * wobble.next())).collect();
    ControlChart {
        watched,
        points,
        base: 6,
        limits: (watched != Watched::Repeat).then_some(ControlLimits {
            mean: 0.1,
            lower: 0.08,
            upper: 0.12,
            mean_range: 0.0075,
            upper_range: 0.0246,
        }),
        signals: vec![Found {
            at: 9,
            rule: Rule::EightOnOneSide,
            side: Side::Above,
        }],
    }
}
