//! The frontier: for every budget of a range the best plan and what it is worth.

use crate::format::Format;
use crate::model::Decision;
use crate::simulate::Simulator;

use super::super::clash::Clash;
use super::super::space::Space;
use super::answer::Answer;
use super::sweep::Sweep;

/// Budgets that are searched in full at least: the ends and some between.
const ANCHORS: usize = 5;
/// Least budget that is looked at where nothing is said, as a share of today's; and the largest.
const USUAL: (f64, f64) = (0.1, 2.0);
/// Halvings until the least budget that rows allow is known to a thousandth of today's.
const HALVINGS: usize = 12;
/// A range narrower than this share of its end is one budget.
const NARROW: f64 = 1e-9;

/// The budgets that are asked about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// How many, evenly spaced, both ends included: from [`Range::FEWEST`] to [`Range::MOST`].
    pub budgets: usize,
    /// The first of them over the horizon, actions included \[money\]; `None`: the least that the limits allow, or a tenth of today's where
    /// that is more.
    pub from: Option<f64>,
    /// The last of them \[money\]; `None`: twice today's, or what the maximums of all channels let through where that is less.
    pub to: Option<f64>,
}

impl Range {
    /// Fewest budgets that make a curve.
    pub const FEWEST: usize = 5;
    /// More budgets than this tell no more.
    pub const MOST: usize = 200;
}

impl Default for Range {
    fn default() -> Self {
        Self {
            budgets: 25,
            from: None,
            to: None,
        }
    }
}

/// Why there is no frontier.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NoFrontier {
    #[error("a frontier has {} to {} budgets, not {asked}", Range::FEWEST, Range::MOST)]
    Budgets { asked: usize },
    #[error("the budgets of a frontier go up from an amount that is not negative: from {} to {} they do not", told(*.from), told(*.to))]
    Ends { from: f64, to: f64 },
    /// Limits and budgets leave no plan at all.
    #[error("no budget from {} to {} leaves a plan: {reason}", told(*.from), told(*.to))]
    NoPlan { from: f64, to: f64, reason: String },
    #[error(transparent)]
    Clash(#[from] Clash),
}

/// An amount in a message.
pub(super) fn told(amount: f64) -> String {
    Format::new("").amount_exact(amount)
}

/// Budget → best objective.
#[derive(Debug, Clone, PartialEq)]
pub struct Frontier {
    /// Word of the objective: `profit`, `revenue`, `customers`.
    pub objective: &'static str,
    /// Draws that the objectives are means over; `None`: they are those of the medians.
    pub expected_over: Option<usize>,
    /// Whether each budget is spent in full, or only as far as the next unit gains.
    pub spend_all: bool,
    /// The best plans, budgets ascending.
    pub points: Vec<FrontierPoint>,
    /// Today's plan at what it spends.
    pub today: FrontierPoint,
    /// The best plan at today's budget; `None` where limits clash with it.
    pub proposal: Option<FrontierPoint>,
    /// The best plan at the budget where a further unit returns nothing; `None` where that is outside of the range.
    pub maximum: Option<FrontierPoint>,
    /// Budgets of the range for which limits leave no plan \[money\].
    pub left_out: Vec<f64>,
}

/// The plan of one budget.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontierPoint {
    /// Over the horizon, actions included \[money\].
    pub budget: f64,
    /// What of it is spent \[money\].
    pub spent: f64,
    pub objective: f64,
    /// What one more unit of budget adds to the objective: the slope of the frontier. `None` where no channel can take more, and of today's plan.
    pub price: Option<f64>,
    /// ROI of the plan at the medians; `None` without investment.
    pub roi: Option<f64>,
    pub decision: Decision,
}

impl Frontier {
    /// Every plan, the points first, then today's, the proposal and the maximum where there is one: the order in which their futures are drawn.
    pub fn plans(&self) -> impl Iterator<Item = &FrontierPoint> {
        let marks = [Some(&self.today), self.proposal.as_ref(), self.maximum.as_ref()];
        self.points.iter().chain(marks.into_iter().flatten())
    }
}

/// The best plan for each of a range of budgets, in one sweep.
///
/// A few budgets are searched as [`propose`](super::super::propose) does; the others are climbed from their neighbours on both sides, and where the two
/// ways end at different plans more of them are searched in full. Where a budget need not be spent in full the objective never falls.
///
/// # Errors
/// Where the range is none, or no budget in it leaves a plan.
pub fn frontier(simulator: &mut Simulator, range: Range) -> Result<Frontier, NoFrontier> {
    if !(Range::FEWEST..=Range::MOST).contains(&range.budgets) {
        return Err(NoFrontier::Budgets { asked: range.budgets });
    }
    let space = Space::new(simulator)?;
    let asker = simulator.clone();
    let sweep = Sweep::new(&asker, &space, range.budgets);
    let (from, to) = ends(&sweep, range)?;
    let grid = grid(from, to, range.budgets);
    // today's budget is one of them, so that the proposal lies on the curve
    let own = asker.budget();
    let mut budgets = grid.clone();
    if !budgets.contains(&own) {
        budgets.push(own);
        budgets.sort_by(f64::total_cmp);
    }
    let answers = sweep.along(&budgets, sweep.anchors(ANCHORS));
    let known: Vec<&Answer> = answers.iter().flatten().filter(|answer| grid.contains(&answer.budget)).collect();
    if known.is_empty() {
        let clash = answers
            .iter()
            .find_map(|answer| answer.as_ref().err()?.as_ref().map(ToString::to_string));
        let reason = clash.unwrap_or_else(|| "none keeps the limits on what a plan comes to".to_owned());
        return Err(NoFrontier::NoPlan { from, to, reason });
    }
    let maximum = sweep.maximum(&known);
    let mut point = |answer: &Answer| {
        let decision = sweep.decision(answer);
        FrontierPoint {
            budget: answer.budget,
            spent: simulator.invest(&decision),
            objective: answer.value(),
            price: answer.price,
            roi: simulator.forecast(&decision).kpis.roi,
            decision,
        }
    };
    let points: Vec<FrontierPoint> = known.iter().map(|answer| point(answer)).collect();
    let proposal = answers.iter().flatten().find(|answer| answer.budget == own).map(&mut point);
    let maximum = maximum.as_ref().map(&mut point);
    let today = simulator.today();
    let spent = simulator.invest(&today);
    Ok(Frontier {
        objective: simulator.scenario().plan.objective.word(),
        expected_over: simulator.expected_over(),
        spend_all: sweep.in_full,
        left_out: (grid.into_iter())
            .filter(|budget| points.iter().all(|point| point.budget != *budget))
            .collect(),
        points,
        today: FrontierPoint {
            budget: spent,
            spent,
            objective: simulator.objective(&today),
            price: None,
            roi: simulator.forecast(&today).kpis.roi,
            decision: today,
        },
        proposal,
        maximum,
    })
}

/// First and last budget.
fn ends(sweep: &Sweep, range: Range) -> Result<(f64, f64), NoFrontier> {
    let own = sweep.simulator.budget();
    let from = match range.from {
        Some(from) => from,
        // no further than the range itself goes
        None => least(sweep).max(USUAL.0 * own).min(range.to.unwrap_or(f64::INFINITY)),
    };
    let to = match range.to {
        Some(to) => to,
        None => {
            let largest = sweep.space.upper().iter().sum::<f64>() + sweep.simulator.action_cost(&sweep.simulator.today().actions);
            let most = (USUAL.1 * own).max(if range.from.is_some() { USUAL.1 * from } else { from });
            if sweep.in_full { most.min(largest).max(from) } else { most }
        }
    };
    let is_range = from.is_finite() && to.is_finite() && from >= 0.0 && to > 0.0;
    let is_asked = range.from.is_some() && range.to.is_some();
    if !is_range || from > to || (is_asked && from >= to) {
        return Err(NoFrontier::Ends { from, to });
    }
    Ok((from, to))
}

/// The least budget that the limits allow with what is done today \[money\].
fn least(sweep: &Sweep) -> f64 {
    let (simulator, space) = (sweep.simulator, sweep.space);
    let actions = simulator.today().actions;
    let cost = simulator.action_cost(&actions);
    let allows = |amount: f64| space.feasible_with(simulator, &actions, sweep.purse(amount)).is_ok();
    let mut low = space.lower().iter().sum::<f64>() + cost;
    if allows(low) {
        return low;
    }
    // groups and instalments ask for more than the channels by themselves
    let mut high = simulator.budget().max(low);
    if !allows(high) {
        return low;
    }
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if allows(middle) { high = middle } else { low = middle }
    }
    high
}

/// Evenly spaced amounts in whole cents between two ends.
fn grid(from: f64, to: f64, count: usize) -> Vec<f64> {
    if to - from <= NARROW * to {
        return vec![from];
    }
    let cents = |amount: f64| (amount * 100.0).round() / 100.0;
    let inside = |k: usize| cents(from + (to - from) * k as f64 / (count - 1) as f64).clamp(from, to);
    let mut budgets: Vec<f64> = (0..count)
        .map(|k| match k {
            0 => from,
            _ if k == count - 1 => to,
            _ => inside(k),
        })
        .collect();
    budgets.dedup();
    budgets
}
