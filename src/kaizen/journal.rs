//! The journal of the loop: what each cycle found, moved and gained.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analyze::{Analysis, ByMove};
use crate::model::{Decision, Stage};
use crate::optimize::Proposal;
use crate::score::Scorecard;
use crate::simulate::Forecast;

/// The whole loop, from the plan of the file to the plan it ends with.
#[derive(Debug, Clone, PartialEq)]
pub struct Journal {
    /// Word of the objective: `profit`, `revenue`, `customers`.
    pub objective: &'static str,
    pub cycles: Vec<Cycle>,
    /// Objective of the plan of the file.
    pub start: f64,
    /// Objective of the plan that the loop ends with.
    pub end: f64,
    /// Objective of the optimizer's best plan within limits and budget.
    pub optimum: f64,
    /// Share of the optimum's gain that the loop captured; `None` where there is nothing to gain.
    pub captured: Option<f64>,
    /// What stopped the loop, in words.
    pub stopped: String,
    /// What stopped the loop.
    pub stop: Stop,
    /// The plan of the file: analysis, scorecard, forecast.
    pub before: Standing,
    /// The plan that the loop ends with.
    pub after: Standing,
    /// What the single moves from one to the other gain, and what they do only together.
    pub by_move: ByMove,
    /// The optimizer's answer that the loop is measured against.
    pub proposal: Proposal,
}

/// What stops the loop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Stop {
    /// So many cycles are the most there may be.
    Cycles(usize),
    /// More cycles would take minutes.
    Size,
    /// No move keeps limits and budget.
    Limits,
    /// No move of at most `step` per channel (a share of its spend) gains more than `least`, in the unit of the objective.
    Tolerance { step: f64, least: f64 },
    /// No move of at most `step` per channel gains anything.
    Nothing { step: f64 },
}

/// A plan and all that is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub decision: Decision,
    pub objective: f64,
    pub forecast: Forecast,
    pub scorecard: Scorecard,
    pub analysis: Analysis,
}

/// One turn of the loop.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cycle {
    /// 1, 2, …
    pub cycle: usize,
    /// The weakest stage that the analysis named.
    pub weakest: Option<Stage>,
    /// The stage through which the move gains most.
    pub through: Option<Stage>,
    pub before: f64,
    pub after: f64,
    /// Change of each moved channel's total over the horizon \[money\].
    pub moves: BTreeMap<String, f64>,
    /// The action that was taken up, if one was.
    pub action: Option<String>,
    /// Score of the plan after the cycle, 0 to 100.
    pub score: Option<f64>,
    /// Why, in a sentence with numbers.
    pub reason: String,
}
