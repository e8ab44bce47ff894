//! The setting: the scenario as it is believed, how time is cut into cycles, and what all worlds share.

use crate::model::Decision;
use crate::scenario::{Action, PlanLimits, Quantity, Scenario};
use crate::simulate::Simulator;

use super::Span;

/// What is the same in every world.
#[derive(Debug, Clone)]
pub(super) struct Setting {
    /// The scenario as it is believed; every channel that brings visits is counted by itself.
    pub(super) scenario: Scenario,
    pub(super) spans: Vec<Span>,
    pub(super) seed: u64,
    /// Season index of each period.
    pub(super) season: Vec<f64>,
    /// Simulator of the scenario with no more actions than the file's plan has.
    pub(super) plain: Simulator,
    /// Simulator of the same without what comes after the horizon: for whoever asks about single periods.
    pub(super) brief: Simulator,
}

/// Whether somebody sees to it that the gains of an action stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// What the action has gained is held, for `lab.hold_cost`.
    Held,
    /// It fades, if it fades in this world.
    Left,
}

/// A plan in force: all spends, past ones as they were, and the actions that are taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub decision: Decision,
    /// Of each action that a player has taken up: the first period that it could begin in, and whether it is held. `None`: as the file says.
    pub taken: Vec<Option<(usize, Hold)>>,
}

/// Money by which a spend has to change to be another one: half a cent, in a period.
const HALF_A_CENT: f64 = 0.005;

impl Standing {
    /// Whether another plan spends elsewhere, by half a cent in a period or more, or has other actions.
    pub(super) fn differs(&self, other: &Self) -> bool {
        let spends = self.decision.spend.iter().zip(&other.decision.spend);
        self.taken != other.taken || spends.into_iter().any(|(one, other)| (one - other).abs() >= HALF_A_CENT)
    }
}

impl Setting {
    pub(super) fn new(scenario: &Scenario, cycles: usize, seed: u64) -> Self {
        let mut believed = scenario.clone();
        for channel in &mut believed.channels {
            if channel.reach.is_some() && channel.act_quality.is_none() && channel.convert_quality.is_none() {
                channel.act_quality = Some(Quantity::known(1.0));
            }
        }
        // an action that is taken up is paid out of the budget, not added to it
        believed.plan.budget = Some(Simulator::new(scenario).budget());
        // whether a plan keeps what it is to come to is known in truth alone: nobody could be held to it
        believed.plan.limits = PlanLimits::default();
        let mut brief = believed.clone();
        brief.money.lifetime = 0.0;
        Self {
            spans: spans(&believed, cycles),
            season: believed.season_index(),
            plain: Simulator::new(&believed),
            brief: Simulator::new(&brief),
            scenario: believed,
            seed,
        }
    }

    /// The plan of the file.
    pub(super) fn today(&self) -> Standing {
        Standing {
            decision: self.plain.today(),
            taken: vec![None; self.scenario.actions.len()],
        }
    }

    /// The scenario with the actions of a standing plan; those that are still open begin in period `now` at the earliest, and are taken up as `open` says.
    pub(super) fn scenario_of(&self, standing: &Standing, now: usize, open: Hold) -> Scenario {
        let mut scenario = self.scenario.clone();
        for (a, action) in scenario.actions.iter_mut().enumerate() {
            match standing.taken[a] {
                Some((first, hold)) => {
                    begin(action, first);
                    if hold == Hold::Held {
                        add_cost(action, self.scenario.lab.hold_cost);
                    }
                }
                None if !action.done => {
                    begin(action, now);
                    if open == Hold::Held {
                        add_cost(action, self.scenario.lab.hold_cost);
                    }
                }
                None => {}
            }
            action.done = standing.decision.actions[a];
        }
        scenario
    }

    /// Whether the actions of a standing plan are those of the file, each at its own time.
    fn is_as_the_file(&self, standing: &Standing, now: usize, open: Hold) -> bool {
        let free = open == Hold::Left || self.scenario.lab.hold_cost == 0.0;
        let mut actions = self.scenario.actions.iter().zip(&standing.taken);
        actions.all(|(action, taken)| taken.is_none() && (action.done || (free && action.start >= now)))
    }

    /// A simulator of the belief in which a standing plan is in force.
    pub(super) fn simulator(&self, standing: &Standing, now: usize, open: Hold) -> Simulator {
        if self.is_as_the_file(standing, now, open) {
            self.plain.clone()
        } else {
            Simulator::new(&self.scenario_of(standing, now, open))
        }
    }

    /// The same without what comes after the horizon.
    pub(super) fn brief_simulator(&self, standing: &Standing) -> Simulator {
        if self.is_as_the_file(standing, 0, Hold::Left) {
            return self.brief.clone();
        }
        let mut scenario = self.scenario_of(standing, 0, Hold::Left);
        scenario.money.lifetime = 0.0;
        Simulator::new(&scenario)
    }

    /// Adds what holding costs to the values of a simulator's quantities, for the actions that are held in a plan, and for open ones if they would be.
    pub(super) fn add_hold_costs(&self, standing: &Standing, open: Hold, simulator: &Simulator, params: &mut [f64]) {
        if self.scenario.lab.hold_cost == 0.0 {
            return;
        }
        let keys = simulator.model().parameters().keys();
        for (action, taken) in self.scenario.actions.iter().zip(&standing.taken) {
            let held = match taken {
                Some((_, hold)) => *hold == Hold::Held,
                None => open == Hold::Held && !action.done,
            };
            let key = format!("action.{}.cost", action.name);
            if let Some(place) = keys.iter().position(|known| *known == key).filter(|_| held) {
                params[place] += self.scenario.lab.hold_cost;
            }
        }
    }

    /// Horizon \[periods\].
    pub(super) const fn periods(&self) -> usize {
        self.scenario.plan.periods
    }
}

/// Moves an action that would begin before a period to it.
fn begin(action: &mut Action, first: usize) {
    action.start = action.start.max(first);
}

/// Adds to what an action costs, whatever is known of it.
fn add_cost(action: &mut Action, cost: f64) {
    if cost > 0.0 {
        action.cost = Quantity::known(action.cost.median() + cost);
    }
}

/// The cycles: consecutive periods, as equal as whole numbers are.
fn spans(scenario: &Scenario, cycles: usize) -> Vec<Span> {
    let periods = scenario.plan.periods;
    let dates = scenario.dates();
    let edge = |k: usize| k * periods / cycles;
    let span = |k: usize| Span {
        first: edge(k),
        end: edge(k + 1),
        date: dates[edge(k)].to_string(),
    };
    (0..cycles).map(span).collect()
}
