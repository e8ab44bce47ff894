//! What comes out of the lab: every strategy in the same worlds, and one of these worlds looked at closely.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::math::{ControlLimits, Found};
use crate::model::Stage;
use crate::simulate::Band;

use super::Strategy;

/// Strategies that have played the same worlds.
#[derive(Debug, Clone, PartialEq)]
pub struct Experiment {
    /// Word of the objective: `profit`, `revenue`, `customers`.
    pub objective: &'static str,
    pub seed: u64,
    pub worlds: usize,
    /// The cycles, in the order of time.
    pub cycles: Vec<Span>,
    /// What [`Strategy::Kaizen`] came to less what [`Strategy::BigBang`] came to in the same world [unit of the objective].
    pub duel: Band,
    /// What each strategy came to, in the order of [`Strategy::ALL`].
    pub outcomes: Vec<StrategyOutcome>,
    pub illusions: Illusions,
    /// One world looked at closely.
    pub shown: WorldShown,
}

/// Consecutive periods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The first period.
    pub first: usize,
    /// The period after the last.
    pub end: usize,
    /// First day, `YYYY-MM-DD`.
    pub date: String,
}

/// What a strategy came to in all worlds. Amounts are in the unit of the objective; bands are over worlds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StrategyOutcome {
    pub strategy: Strategy,
    /// The objective as it came, what comes after the horizon included where the scenario counts it.
    pub value: Band,
    /// The objective so far, within the horizon, at the start (0) and at the end of each cycle: cycles + 1 bands.
    pub path: Vec<Band>,
    /// The same less what [`Strategy::Hold`] has so far in the same world: cycles + 1 bands.
    pub lead: Vec<Band>,
    /// `value` less that of [`Strategy::Hold`] in the same world: what was really got by chance and strategy.
    pub gain: Band,
    /// What [`Strategy::Oracle`] came to in the same world less `value`.
    pub regret: Band,
    /// Share of the worlds in which it ends best among all but the oracle; equals share it.
    pub best_share: f64,
    /// Share of the worlds in which it ends above hold; equals are none.
    pub better_than_hold: f64,
    /// What the strategy itself would report as gained over the horizon.
    pub claimed: Band,
    /// What its plan is worth over that of hold in truth, luck taken out: the objective of expected numbers of people in the hidden world.
    pub true_gain: Band,
    /// How its predictions came true; `None` where it makes none.
    pub coverage: Option<Coverage>,
    /// Cycles of a world in which it changes something, on average.
    pub changes: f64,
}

/// How often what was measured lay within the interval that was predicted before.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Coverage {
    /// Share of what was measured that lay within.
    pub within: f64,
    /// The share that should.
    pub stated: f64,
    /// Predictions made, over all worlds.
    pub predictions: usize,
}

/// What chance alone makes look like a result, in the worlds of [`Strategy::Hold`], where nothing is done.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Illusions {
    /// By how much the stage rate that looks worst in a cycle, against what was to be expected, is better in the next: ratio of means less 1.
    pub worst_stage_recovers: Option<f64>,
    /// By how much the channel that looks best in a cycle, by its leads against those that were to be expected, exceeds its own mean.
    pub best_channel_exceeds: Option<f64>,
    /// The same channel's excess in the next cycle.
    pub best_channel_after: Option<f64>,
    /// Share of the control charts (of rates against what was to be expected) that show a signal though nothing but chance moves them. Many points are
    /// looked at: of 24 with limits from 12 about a quarter of the charts, of 52 half.
    pub false_alarms: Option<f64>,
}

/// One world: its truth, and every strategy's way through it.
#[derive(Debug, Clone, PartialEq)]
pub struct WorldShown {
    /// Its number, from 1.
    pub world: usize,
    /// What was hidden.
    pub truth: Vec<Hidden>,
    /// In the order of [`Strategy::ALL`]; after them the learner, if there was one.
    pub courses: Vec<CourseShown>,
}

/// A number that was hidden, beside what the planner believed of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hidden {
    /// Its key as `--set` writes it, such as `act.rate`; of what life adds, such as `lab.drift.act`.
    pub key: String,
    /// What is so.
    pub truth: f64,
    /// Median of what was believed; `None` for what life adds.
    pub believed: Option<f64>,
    /// 5th and 95th percentile of what was believed; `None` where one number was believed.
    pub range: Option<[f64; 2]>,
    /// Period in which it begins, for a shock or a competitor.
    pub start: Option<usize>,
}

/// One strategy's way through one world.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CourseShown {
    pub strategy: Strategy,
    /// The objective as it came.
    pub value: f64,
    /// What the strategy would report as gained.
    pub claimed: f64,
    /// What its plan is worth over that of hold, luck taken out.
    pub true_gain: f64,
    /// The objective so far at the start and at the end of each cycle.
    pub path: Vec<f64>,
    pub cycles: Vec<CycleShown>,
    /// Control charts of what was measured, in the order of [`Watched::ALL`], a point for each period.
    pub charts: Vec<ControlChart>,
}

/// One cycle of a course: the move before it, what was predicted, what was measured.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CycleShown {
    /// 1, 2, …
    pub cycle: usize,
    /// Why the move was made.
    pub because: Because,
    /// Change of each moved channel's mean spend in the periods to come [money per period].
    pub moves: BTreeMap<String, f64>,
    /// Actions that were taken up.
    pub actions: Vec<String>,
    /// What was predicted of the cycle's new customers; `None` where nothing was.
    pub predicted: Option<Interval>,
    pub measured: Measured,
    /// What the strategy reported as gained before this cycle, over the rest of the horizon [unit of the objective].
    pub claimed: f64,
}

/// The middle eight tenths of a prediction.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
}

/// Sums of a cycle as they were measured.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Measured {
    pub visits: f64,
    pub leads: f64,
    pub customers: f64,
    pub orders: f64,
    /// \[money\]
    pub revenue: f64,
    pub gross: f64,
    pub invest: f64,
    pub profit: f64,
    /// By channel: spend \[money\], visits, leads and new customers of the visits that it brought.
    pub channels: Vec<ChannelMeasured>,
}

/// What was measured of one channel in a cycle, in the order of the scenario.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct ChannelMeasured {
    pub spend: f64,
    pub visits: f64,
    pub leads: f64,
    pub customers: f64,
}

/// Why a strategy moves as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// Nothing is changed.
    Standing,
    /// The believed optimum at once.
    Jump,
    /// A bounded step that the beliefs recommend.
    Step,
    /// A signal has confirmed the change on trial, which is the standard from here on; and the next step.
    Confirmed,
    /// A signal has spoken against the change on trial: back to the standard.
    Undone,
    /// The last deviation is made up for.
    Wiggle,
    /// The last cycle looked better: its change stays, and another is tried.
    LooksBetter,
    /// The last cycle looked worse: its change goes, and another is tried.
    LooksWorse,
    /// The stage with the lowest rate gets money.
    LowestRate(Stage),
    /// The best plan if a sample of the beliefs were true.
    Sample,
    /// The best plan in truth.
    Foresight,
    /// The learner's own move.
    Learner,
}

/// What a control chart watches, period by period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Watched {
    /// Visits of a period over its season index (no rate: Reach has none).
    Visits,
    /// Leads created in a period / its visits.
    Act,
    /// Customers created in a period / leads handled in it.
    Convert,
    /// Customers kept into a period / customers at the end of the one before.
    Retention,
    /// Repeat orders of a period / customers kept into it.
    Repeat,
    /// (Gross profit − channel spend) / channel spend of a period: all of the gross profit, for nobody measures a baseline; without what actions
    /// cost once.
    Roi,
}

impl Watched {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Visits, Self::Act, Self::Convert, Self::Retention, Self::Repeat, Self::Roi];
}

/// A chart of individuals and moving ranges (XmR).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ControlChart {
    pub watched: Watched,
    /// One for each period; `None` where there was nothing to divide by.
    pub points: Vec<Option<f64>>,
    /// Points at the beginning that the limits are made of.
    pub base: usize,
    /// `None` where there are too few points.
    pub limits: Option<ControlLimits>,
    pub signals: Vec<Found>,
}
