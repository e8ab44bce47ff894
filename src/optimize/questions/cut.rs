//! What goes first: the best plans while a budget is cut step by step, and in which order channels and actions give way.

use crate::format::Format;
use crate::model::Decision;
use crate::simulate::Simulator;

use super::super::clash::Clash;
use super::super::prices::prices;
use super::super::proposal::Bound;
use super::super::propose::settle;
use super::super::space::Space;
use super::answer::Answer;
use super::frontier::told;
use super::sweep::Sweep;

/// Steps in which a budget is cut.
const STEPS: usize = 5;
/// A channel that moves by less than this share of its money stays.
const STAYS: f64 = 1e-6;
/// Channels whose halves are lost within this share of the cut of each other give way together.
const TOGETHER: f64 = 0.05;

/// Why there is no cut.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NoCut {
    #[error("a cut takes a share of the budget above 0 % and below 100 %, not {}", percent(*.0))]
    Share(f64),
    /// The limits leave no plan within this budget.
    #[error("a cut by {} leaves a budget of {}: {reason}", percent(*.share), told(*.budget))]
    NoPlan { share: f64, budget: f64, reason: String },
    #[error(transparent)]
    Clash(#[from] Clash),
}

fn percent(share: f64) -> String {
    Format::new("").percent(share)
}

/// The best plans while the budget is cut.
#[derive(Debug, Clone, PartialEq)]
pub struct Cut {
    /// Word of the objective: `profit`, `revenue`, `customers`.
    pub objective: &'static str,
    /// Draws that the objectives are means over; `None`: they are those of the medians.
    pub expected_over: Option<usize>,
    /// Share of the budget that is cut; above 0, below 1.
    pub share: f64,
    /// Whether each budget is spent in full, or only as far as the next unit gains.
    pub spend_all: bool,
    /// The best plan at the full budget, then after each step of the cut; the last is the plan of the whole cut.
    pub steps: Vec<CutStep>,
    /// Every channel: first those that lose, in the order in which they give way; then the others in the order of the scenario.
    pub channels: Vec<ChannelCut>,
    /// Every action that one of the plans has and that is not done in the plan of the file.
    pub actions: Vec<ActionCut>,
}

/// One step of a cut.
#[derive(Debug, Clone, PartialEq)]
pub struct CutStep {
    /// What is left over the horizon, actions included \[money\].
    pub budget: f64,
    pub objective: f64,
    /// What the objective has lost against the full budget.
    pub lost: f64,
    /// What one more unit of budget would add to the objective; `None` where no channel can take more.
    pub price: Option<f64>,
    pub decision: Decision,
}

/// What a channel gives up; amounts are totals over the horizon \[money\].
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelCut {
    /// Its place in the scenario.
    pub channel: usize,
    pub name: String,
    /// In the plan of the file.
    pub today: f64,
    /// After each step, the full budget first.
    pub steps: Vec<f64>,
    /// Share of the whole cut at which half of the channel's loss has happened, 0 to 1; `None` where it loses nothing.
    pub halfway: Option<f64>,
    /// Whose turn it is, 0 first; channels that give way at the same time have the same. `None` where it loses nothing.
    pub turn: Option<usize>,
    /// The limit that holds it in the last plan.
    pub held: Option<Bound>,
}

impl ChannelCut {
    /// In the best plan at the full budget \[money\].
    #[must_use]
    pub fn full(&self) -> f64 {
        self.steps[0]
    }

    /// In the plan of the whole cut \[money\].
    #[must_use]
    pub fn cut(&self) -> f64 {
        self.steps[self.steps.len() - 1]
    }

    /// Share of its money that it keeps; `None` where it had none.
    #[must_use]
    pub fn kept(&self) -> Option<f64> {
        (self.full() > 0.0).then(|| self.cut() / self.full())
    }
}

/// What becomes of an action.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionCut {
    pub name: String,
    /// Cost within the horizon \[money\].
    pub cost: f64,
    /// Whether each plan has it, that of the full budget first.
    pub steps: Vec<bool>,
    /// The first step from which on no plan has it; `None` where the last one has it.
    pub dropped: Option<usize>,
}

/// The best plans for a budget that is cut by `share` of it, in five steps.
///
/// # Errors
/// Where the share is not above 0 and below 1, or limits leave no plan for the budget that remains.
pub fn cut(simulator: &mut Simulator, share: f64) -> Result<Cut, NoCut> {
    if !(share > 0.0 && share < 1.0) {
        return Err(NoCut::Share(share));
    }
    let space = Space::new(simulator)?;
    let asker = simulator.clone();
    let sweep = Sweep::new(&asker, &space, STEPS + 1);
    let full = asker.budget();
    // ascending, as a sweep goes
    let budgets: Vec<f64> = (0..=STEPS)
        .rev()
        .map(|step| match step {
            0 => full,
            step => (full * (1.0 - share * step as f64 / STEPS as f64) * 100.0).round() / 100.0,
        })
        .collect();
    let mut answers = Vec::with_capacity(budgets.len());
    for (answer, &budget) in sweep.along(&budgets, sweep.anchors(STEPS + 1)).into_iter().zip(&budgets) {
        answers.push(answer.map_err(|clash| match clash {
            Some(clash) if budget == full => NoCut::Clash(clash),
            clash => NoCut::NoPlan {
                share: 1.0 - budget / full,
                budget,
                reason: clash.map_or_else(
                    || "no plan keeps the limits on what it comes to".to_owned(),
                    |clash| clash.to_string(),
                ),
            },
        })?);
    }
    answers.reverse();
    let mut steps: Vec<CutStep> = answers.iter().map(|answer| step(simulator, &space, answer)).collect();
    let best = steps[0].objective;
    for step in &mut steps {
        step.lost = best - step.objective;
    }
    let channels = channels(simulator, &space, &steps, &answers[STEPS]);
    let actions = actions(simulator, &steps);
    Ok(Cut {
        objective: simulator.scenario().plan.objective.word(),
        expected_over: simulator.expected_over(),
        share,
        spend_all: sweep.in_full,
        steps,
        channels,
        actions,
    })
}

/// The plan of an answer in whole cents.
fn step(simulator: &mut Simulator, space: &Space, answer: &Answer) -> CutStep {
    let found = &answer.found;
    let (decision, objective) = settle(simulator, space, &found.set, &found.search.x, &answer.actions);
    CutStep {
        budget: answer.budget,
        objective,
        lost: 0.0,
        price: answer.price,
        decision,
    }
}

fn channels(simulator: &Simulator, space: &Space, steps: &[CutStep], last: &Answer) -> Vec<ChannelCut> {
    let binding = prices(simulator, space, &last.actions, &last.found).channels;
    let scenario = simulator.scenario();
    let today = simulator.today();
    let grain = STAYS * steps[0].budget / scenario.channels.len().max(1) as f64;
    let mut rows: Vec<ChannelCut> = (scenario.channels.iter().enumerate())
        .map(|(c, channel)| {
            let totals: Vec<f64> = steps.iter().map(|step| step.decision.channel_total(c)).collect();
            let locked = channel.limits.locked.then_some(Bound::Locked);
            ChannelCut {
                channel: c,
                name: channel.name.clone(),
                today: today.channel_total(c),
                halfway: halfway(&totals, grain),
                turn: None,
                held: locked.or_else(|| binding[c].0.and_then(Bound::of)),
                steps: totals,
            }
        })
        .collect();
    rows.sort_by(|a, b| match (a.halfway, b.halfway) {
        (Some(first), Some(second)) => first.total_cmp(&second),
        (first, second) => second.is_some().cmp(&first.is_some()),
    });
    let (mut turn, mut began) = (0, None);
    for row in &mut rows {
        let Some(halfway) = row.halfway else { continue };
        if began.is_some_and(|began| halfway > began + TOGETHER) {
            turn += 1;
            began = None;
        }
        began.get_or_insert(halfway);
        row.turn = Some(turn);
    }
    // of those that give way together the one that gives up the largest share comes first
    let kept = |row: &ChannelCut| row.kept().filter(|_| row.turn.is_some()).unwrap_or(1.0);
    rows.sort_by(|a, b| {
        let turn = |row: &ChannelCut| row.turn.unwrap_or(usize::MAX);
        turn(a).cmp(&turn(b)).then(kept(a).total_cmp(&kept(b)))
    });
    rows
}

/// Share of the cut at which half of a loss has happened, in straight lines between the steps; `None` where less than `grain` is lost.
fn halfway(totals: &[f64], grain: f64) -> Option<f64> {
    let (first, last) = (totals[0], totals[totals.len() - 1]);
    let half = f64::midpoint(first, last);
    if first - last <= grain.max(STAYS * first) {
        return None;
    }
    let steps = (totals.len() - 1) as f64;
    let k = totals.windows(2).position(|pair| pair[1] <= half)?;
    let part = if totals[k] > half {
        (totals[k] - half) / (totals[k] - totals[k + 1])
    } else {
        0.0
    };
    Some((k as f64 + part) / steps)
}

fn actions(simulator: &Simulator, steps: &[CutStep]) -> Vec<ActionCut> {
    let today = simulator.today();
    let mut rows: Vec<ActionCut> = (simulator.scenario().actions.iter().enumerate())
        .filter(|(a, _)| !today.actions[*a] && steps.iter().any(|step| step.decision.actions[*a]))
        .map(|(a, action)| {
            let has: Vec<bool> = steps.iter().map(|step| step.decision.actions[a]).collect();
            let after = has.iter().rposition(|&has| has).map_or(0, |last| last + 1);
            ActionCut {
                name: action.name.clone(),
                cost: simulator.cost_of_action(a),
                dropped: (after < has.len()).then_some(after),
                steps: has,
            }
        })
        .collect();
    rows.sort_by_key(|row| row.dropped.unwrap_or(usize::MAX));
    rows
}
