//! The search beside limits on what a plan comes to: an augmented Lagrangian around the common climb.
//!
//! Each limit has a price. The climb goes up the objective less what broken limits cost; then the prices are set by what is still broken, until nothing
//! is (Hestenes 1969, Powell 1969; for inequalities Rockafellar 1973). Bounds, budget and rows stay exact throughout: they are the climb's own.

use std::cell::RefCell;

use crate::model::{Decision, Flows, Form, Outcome, Weights};
use crate::simulate::{Merit, Simulator};

use super::feasible::FeasibleSet;
use super::objective::Objective;
use super::space::Space;
use super::spectral::{Ascent, SpectralOptions, Stop, Workspace, ascend};
use super::yardsticks::{Reading, Yardsticks};

/// Margin that the search keeps beyond each limit, as a share of the budget: what the prices are not exact to.
const AHEAD: f64 = 1e-9;
/// A margin this far below 0 is still to be mended.
const KEPT: f64 = 0.5e-9;
/// Rounds of climbing and pricing.
const ROUNDS: usize = 60;
/// A round that leaves more than this share of what was broken makes breaking dearer.
const SLOW: f64 = 0.3;
/// By how much.
const DEARER: f64 = 5.0;

/// A plan that keeps the limits, and what they cost.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub(super) x: Vec<f64>,
    /// The objective there, and how the last climb ended.
    pub(super) end: Ascent,
    /// Price of each margin: the objective that a unit more of it would give up.
    pub(super) prices: Vec<f64>,
    pub(super) evaluations: usize,
}

/// What the climbs go up: the objective (or nothing) less what broken margins cost.
pub(super) struct Priced<'a> {
    simulator: Simulator,
    space: &'a Space,
    yardsticks: &'a Yardsticks,
    decision: Decision,
    by_spend: Vec<f64>,
    by_limits: Vec<f64>,
    /// Whether the objective counts; else the margins alone.
    counts_objective: bool,
    prices: Vec<f64>,
    /// Cost of a broken margin: half of this times its square.
    dear: f64,
    margins: RefCell<Vec<f64>>,
    by_margin: RefCell<Vec<f64>>,
}

impl<'a> Priced<'a> {
    pub(super) fn new(simulator: &Simulator, space: &'a Space, actions: &[bool], yardsticks: &'a Yardsticks) -> Self {
        let periods = simulator.model().horizon();
        let spends = simulator.model().channels() * periods;
        Self {
            simulator: simulator.clone(),
            space,
            yardsticks,
            decision: Decision {
                spend: vec![0.0; spends],
                actions: actions.to_vec(),
                periods,
            },
            by_spend: vec![0.0; spends],
            by_limits: vec![0.0; spends],
            counts_objective: true,
            prices: vec![0.0; yardsticks.count(periods)],
            dear: 1.0,
            margins: RefCell::default(),
            by_margin: RefCell::default(),
        }
    }

    /// The objective alone.
    fn objective(&mut self, x: &[f64]) -> f64 {
        self.space.write_spend(x, &mut self.decision.spend);
        self.simulator.value_in(&self.decision, Form::True)
    }

    /// What the limits leave at `x`.
    pub(super) fn margins(&mut self, x: &[f64]) -> Vec<f64> {
        self.space.write_spend(x, &mut self.decision.spend);
        self.read()
    }

    /// What the limits leave of a decision.
    pub(super) fn margins_of(mut self, decision: &Decision) -> Vec<f64> {
        self.decision.clone_from(decision);
        self.read()
    }

    fn read(&mut self) -> Vec<f64> {
        let reading = Reading {
            yardsticks: self.yardsticks,
            margins: RefCell::default(),
        };
        self.simulator.merit(&self.decision, Form::True, &reading, &mut []);
        reading.margins.into_inner()
    }

    /// Slopes of the objective and of what its limits are worth at these prices: those of an optimum that the limits hold back.
    pub(super) fn slopes_at_prices(&mut self, prices: &[f64], x: &[f64], gradient: &mut [f64]) -> f64 {
        self.prices.copy_from_slice(prices);
        // nothing is charged but the prices themselves
        self.dear = f64::MIN_POSITIVE;
        self.value_and_gradient(x, gradient)
    }

    fn cost_of_limits(&mut self, slopes: bool) -> f64 {
        let cost = Cost {
            yardsticks: self.yardsticks,
            prices: &self.prices,
            dear: self.dear,
            margins: &self.margins,
            by_margin: &self.by_margin,
        };
        let slopes = if slopes { self.by_limits.as_mut_slice() } else { &mut [] };
        self.simulator.merit(&self.decision, Form::True, &cost, slopes)
    }
}

impl Objective for Priced<'_> {
    fn dimension(&self) -> usize {
        self.space.dimension()
    }

    fn value_and_gradient(&mut self, x: &[f64], gradient: &mut [f64]) -> f64 {
        self.space.write_spend(x, &mut self.decision.spend);
        let mut value = self.cost_of_limits(true);
        if self.counts_objective {
            value += self.simulator.slopes_in(&self.decision, Form::True, &mut self.by_spend);
            for (slope, limits) in self.by_spend.iter_mut().zip(&self.by_limits) {
                *slope += limits;
            }
            self.space.gather(&self.by_spend, gradient);
        } else {
            self.space.gather(&self.by_limits, gradient);
        }
        value
    }

    fn value(&mut self, x: &[f64]) -> f64 {
        self.space.write_spend(x, &mut self.decision.spend);
        let cost = self.cost_of_limits(false);
        if self.counts_objective {
            cost + self.simulator.value_in(&self.decision, Form::True)
        } else {
            cost
        }
    }
}

/// Minus what broken margins cost: `Σ (price² - max(0, price - dear · margin)²) / (2 dear)`.
struct Cost<'a> {
    yardsticks: &'a Yardsticks,
    prices: &'a [f64],
    dear: f64,
    margins: &'a RefCell<Vec<f64>>,
    by_margin: &'a RefCell<Vec<f64>>,
}

impl Merit for Cost<'_> {
    fn weigh(&self, outcome: &Outcome<f64>, flows: &[Flows], weights: &mut Weights<f64>) -> f64 {
        let (mut margins, mut by_margin) = (self.margins.borrow_mut(), self.by_margin.borrow_mut());
        self.yardsticks.margins(outcome, flows, &mut margins);
        by_margin.clear();
        let mut value = 0.0;
        for (&margin, &price) in margins.iter().zip(self.prices) {
            let charged = (price - self.dear * (margin - AHEAD)).max(0.0);
            value += (price * price - charged * charged) / (2.0 * self.dear);
            by_margin.push(charged);
        }
        self.yardsticks.weigh(&by_margin, weights);
        value
    }
}

/// The worst margin, 0 where all are kept.
pub(super) fn broken(margins: &[f64]) -> f64 {
    margins.iter().fold(0.0, |worst: f64, margin| worst.max(-margin))
}

/// The best plan near `start` that keeps all limits; `None` where the climbs end at one that does not.
pub(super) fn climb_within(
    simulator: &Simulator,
    space: &Space,
    set: &FeasibleSet,
    actions: &[bool],
    yardsticks: &Yardsticks,
    start: &[f64],
    options: &SpectralOptions,
) -> Option<Kept> {
    let mut priced = Priced::new(simulator, space, actions, yardsticks);
    let mut work = Workspace::new(set.dimension());
    let mut x = start.to_vec();
    set.project(&mut x);
    let mut evaluations = 0;
    // a limit broken by all of the budget costs ten times what all of it is worth
    let worth = worth_of_money(&mut priced, set, &x);
    priced.dear = 10.0 * worth;
    let mut last = f64::INFINITY;
    let mut end = None;
    for round in 0..ROUNDS {
        let rough = SpectralOptions {
            tolerance: if round < 3 { 1e-4 } else { options.tolerance },
            ..*options
        };
        let ascent = ascend(&mut priced, set, &mut x, &rough, &mut work);
        evaluations += ascent.evaluations;
        let margins = priced.margins(&x);
        // what is ahead of the limit by more than its price pays for is free
        let off = margins.iter().zip(&priced.prices).map(|(margin, price)| {
            let lacks = AHEAD - margin;
            if *price > 0.0 { lacks.abs() } else { lacks.max(0.0) }
        });
        let off = off.fold(0.0, f64::max);
        for (price, margin) in priced.prices.iter_mut().zip(&margins) {
            *price = (*price - priced.dear * (margin - AHEAD)).max(0.0);
        }
        end = Some(ascent);
        if off <= KEPT && round >= 3 {
            break;
        }
        if off > SLOW * last {
            priced.dear *= DEARER;
            // dearer than this the climb sees the limits alone, in digits that it does not have
            if priced.dear > 1e12 * worth {
                break;
            }
        }
        last = off;
    }
    let mut end = end?;
    if broken(&priced.margins(&x)) > 0.0 {
        x = inside(&mut priced, set, &x)?;
        end.stop = Stop::NoProgress;
    }
    end.value = priced.objective(&x);
    Some(Kept {
        prices: priced.prices.clone(),
        end,
        x,
        evaluations,
    })
}

/// What all movable money is worth at the typical slope of the objective.
fn worth_of_money(priced: &mut Priced<'_>, set: &FeasibleSet, x: &[f64]) -> f64 {
    let mut gradient = vec![0.0; x.len()];
    let value = priced.value_and_gradient(x, &mut gradient);
    let slopes = gradient.iter().filter(|slope| slope.is_finite());
    let steepest = slopes.fold(0.0_f64, |most, slope| most.max(slope.abs()));
    (steepest * set.movable()).max(1e-3 * value.abs()).max(f64::MIN_POSITIVE)
}

/// The point nearest to `x` on the way to a plan that keeps every limit with something to spare; `None` where no such plan is found.
fn inside(priced: &mut Priced<'_>, set: &FeasibleSet, x: &[f64]) -> Option<Vec<f64>> {
    let safe = nearest_to_kept(priced, set, x);
    if broken(&priced.margins(&safe)) > 0.0 {
        return None;
    }
    let between = |share: f64| -> Vec<f64> { x.iter().zip(&safe).map(|(x, safe)| x + share * (safe - x)).collect() };
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if broken(&priced.margins(&between(middle))) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(between(high))
}

/// Steps towards limits that are broken.
const STEPS: usize = 400;
/// Margin aimed at, as a share of the budget: something to spare, and nothing to speak of.
const SPARE: f64 = 1e-6;

/// The plan that a climb towards kept limits, and nothing else, leads to from `start`.
pub(super) fn nearest_to_kept(priced: &mut Priced<'_>, set: &FeasibleSet, start: &[f64]) -> Vec<f64> {
    let mut x = start.to_vec();
    let options = SpectralOptions {
        steps: STEPS,
        ..SpectralOptions::default()
    };
    let before = (priced.prices.clone(), priced.dear);
    priced.counts_objective = false;
    priced.prices.fill(SPARE);
    priced.dear = 1.0;
    ascend(priced, set, &mut x, &options, &mut Workspace::new(set.dimension()));
    priced.counts_objective = true;
    (priced.prices, priced.dear) = before;
    x
}
