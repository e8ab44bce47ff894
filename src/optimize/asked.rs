//! What the limits of a scenario ask of the variables of a search.

use crate::scenario::{Channel, Limits, Scenario};
use crate::simulate::Simulator;

use super::clash::Clash;
use super::limit::{Asks, Constraint, Limit};
use super::rows::Row;
use super::space::Keeps;
use super::variables::Variables;

/// All that the limits ask, but for what hangs on the budget.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asked {
    /// Of all limits but budget, instalments and shares of groups.
    pub(super) constraints: Vec<Constraint>,
    /// Bounds of each spend [money per period].
    pub(super) least: Vec<f64>,
    pub(super) most: Vec<f64>,
    /// A variable stays at its lower bound or goes to at least this; 0: anywhere between its bounds.
    pub(super) bursts: Vec<f64>,
    /// Shares of the money of all channels.
    pub(super) shares: Vec<ShareLimit>,
}

/// A group's share of the money of all channels.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ShareLimit {
    pub(super) limit: Limit,
    /// The group's money as a row without bounds.
    pub(super) group: Row,
    pub(super) least: f64,
    pub(super) most: f64,
}

/// Collects what the limits ask.
struct Asking<'a> {
    variables: &'a Variables,
    asked: Asked,
}

impl Asked {
    /// What the limits that are kept ask.
    ///
    /// # Errors
    /// Where a channel's limits clash with its shape in time.
    pub(super) fn new(simulator: &Simulator, variables: &Variables, keeps: Keeps) -> Result<Self, Clash> {
        let scenario = simulator.scenario();
        let spends = scenario.channels.len() * scenario.plan.periods;
        let mut asking = Asking {
            variables,
            asked: Self {
                constraints: Vec::new(),
                least: vec![0.0; spends],
                most: vec![f64::INFINITY; spends],
                bursts: vec![0.0; variables.dimension()],
                shares: Vec::new(),
            },
        };
        for (c, channel) in scenario.channels.iter().enumerate() {
            let limits = match keeps {
                Keeps::All => channel.limits.clone(),
                Keeps::GroupsAlone => Limits {
                    committed: channel.limits.committed.clone(),
                    ..Limits::default()
                },
            };
            asking.limit_channel(simulator, c, channel, &limits)?;
        }
        asking.limit_groups(scenario);
        Ok(asking.asked)
    }

    /// What a ramp of channel `c` alone would ask; `None` where the channel's shape in time jumps by more.
    pub(super) fn ramp(variables: &Variables, channel: &Channel, c: usize, ramp: f64) -> Option<Vec<Constraint>> {
        let spends = variables.count() * variables.periods();
        let mut asking = Asking {
            variables,
            asked: Self {
                constraints: Vec::new(),
                least: vec![0.0; spends],
                most: vec![f64::INFINITY; spends],
                bursts: Vec::new(),
                shares: Vec::new(),
            },
        };
        asking.keep_ramp(c, channel, ramp).ok()?;
        Some(asking.asked.constraints)
    }
}

impl Asking<'_> {
    fn periods(&self) -> usize {
        self.variables.periods()
    }

    /// What the limits of one channel ask.
    fn limit_channel(&mut self, simulator: &Simulator, c: usize, channel: &Channel, limits: &Limits) -> Result<(), Clash> {
        let periods = simulator.scenario().plan.periods;
        for (t, &spend) in channel.spend.iter().enumerate() {
            let booked = limits.committed.binary_search_by_key(&t, |entry| entry.0);
            if limits.locked {
                self.keep_spend(Limit::Locked(c), c, t, spend, spend);
            } else if let Ok(k) = booked {
                let amount = limits.committed[k].1;
                self.keep_spend(Limit::Committed(c), c, t, amount, amount);
            } else {
                self.keep_spend(Limit::Min(c), c, t, limits.min, f64::INFINITY);
                self.keep_spend(Limit::Max(c), c, t, 0.0, limits.max);
            }
        }
        let booked: f64 = limits.committed.iter().map(|entry| entry.1).sum();
        if booked > 0.0 && !self.variables.is_free(c) && !limits.locked {
            // a total is at least what is booked of it
            let variable = self.variables.of_channel(c).start;
            self.asked
                .constraints
                .push(Constraint::at_least(Limit::Committed(c), variable, booked));
        }
        if limits.committed.len() == periods && !self.variables.is_free(c) {
            // where all is booked, no period takes more
            let variable = self.variables.of_channel(c).start;
            self.asked
                .constraints
                .push(Constraint::at_most(Limit::Committed(c), variable, booked));
        }
        self.check_shape(c, channel, limits)?;
        if limits.min_total > 0.0 || limits.max_total < f64::INFINITY {
            let all = |least, most| self.variables.row((0..periods).map(|t| (c, t, 1.0)), least, most);
            let (least, most) = (all(limits.min_total, f64::INFINITY), all(f64::NEG_INFINITY, limits.max_total));
            if limits.min_total > 0.0 {
                self.keep_row(Limit::MinTotal(c), least);
            }
            if limits.max_total < f64::INFINITY {
                self.keep_row(Limit::MaxTotal(c), most);
            }
        }
        if let Some(step) = limits.step {
            self.keep_step(simulator, c, channel, step);
        }
        if let Some(ramp) = limits.ramp {
            self.keep_ramp(c, channel, ramp)?;
        }
        if limits.burst > 0.0 {
            self.keep_burst(c, limits, booked);
        }
        Ok(())
    }

    /// A spend between two bounds; of a level the tightest ones stay.
    fn keep_spend(&mut self, limit: Limit, c: usize, t: usize, least: f64, most: f64) {
        let place = c * self.periods() + t;
        let (variable, share, fixed) = self.variables.spend(c, t);
        // what is committed, or has no share, no level can change: a limit that it breaks is a row that no plan keeps
        if share == 0.0 && (fixed < least || fixed > most) {
            let row = self.variables.row(std::iter::once((c, t, 1.0)), least, most);
            self.asked.constraints.push(Constraint::row(limit, row));
            return;
        }
        self.asked.least[place] = self.asked.least[place].max(least);
        self.asked.most[place] = self.asked.most[place].min(most);
        if share == 0.0 {
            return;
        }
        if least > 0.0 {
            self.asked
                .constraints
                .push(Constraint::at_least(limit, variable, (least - fixed) / share).moving(1.0 / share));
        }
        if most < f64::INFINITY {
            self.asked
                .constraints
                .push(Constraint::at_most(limit, variable, (most - fixed) / share).moving(1.0 / share));
        }
    }

    /// A level has to bring every period between its limits.
    fn check_shape(&self, c: usize, channel: &Channel, limits: &Limits) -> Result<(), Clash> {
        if self.variables.is_free(c) || limits.locked {
            return Ok(());
        }
        let (mut low, mut high) = (0.0_f64, f64::INFINITY);
        for t in 0..self.periods() {
            let (_, share, fixed) = self.variables.spend(c, t);
            let is_booked = limits.committed.iter().any(|entry| entry.0 == t);
            if !is_booked && (limits.min > fixed || share > 0.0) {
                low = low.max((limits.min - fixed) / share);
                high = high.min((limits.max - fixed) / share);
            }
        }
        // a period without a share divides by 0: no level brings it to a minimum
        if low.is_finite() && low <= high * (1.0 + 1e-12) {
            return Ok(());
        }
        Err(Clash::Shape {
            channel: channel.name.clone(),
            min: limits.min,
            max: limits.max,
        })
    }

    /// Within one step of today's plan: each spend where they are free, the total of a level.
    fn keep_step(&mut self, simulator: &Simulator, c: usize, channel: &Channel, step: f64) {
        let size = step * typical_spend(simulator, channel.spend.iter().sum::<f64>() / self.periods() as f64);
        let range = self.variables.of_channel(c);
        let is_level = range.len() < channel.spend.len();
        let today = |i: usize| {
            if is_level {
                channel.spend.iter().sum()
            } else {
                channel.spend[i - range.start]
            }
        };
        let size = if is_level { size * channel.spend.len() as f64 } else { size };
        for i in range.clone() {
            for constraint in [
                Constraint::at_least(Limit::Step(c), i, today(i) - size),
                Constraint::at_most(Limit::Step(c), i, today(i) + size),
            ] {
                self.asked.constraints.push(constraint.moving(size / step));
            }
        }
    }

    /// From one period to the next by no more than the ramp.
    fn keep_ramp(&mut self, c: usize, channel: &Channel, ramp: f64) -> Result<(), Clash> {
        let limit = Limit::Ramp(c);
        if channel.history > 0.0 {
            let (least, most) = ((1.0 - ramp).max(0.0) * channel.history, (1.0 + ramp) * channel.history);
            self.keep_spend(limit, c, 0, least, most);
        }
        for t in 1..self.periods() {
            let change =
                |factor: f64, least: f64, most: f64| self.variables.row([(c, t - 1, -factor), (c, t, 1.0)].into_iter(), least, most);
            let (up, down) = (
                change(1.0 + ramp, f64::NEG_INFINITY, 0.0),
                change((1.0 - ramp).max(0.0), 0.0, f64::INFINITY),
            );
            // of a level what is left is one bound: none where the shape keeps the ramp, 0 where it jumps
            for row in [up, down] {
                self.keep_row(limit, row);
            }
            let jumps = self
                .asked
                .constraints
                .last()
                .is_some_and(|last| last.limit == limit && last.asks == Asks::AtMost(self.variables.of_channel(c).start, 0.0));
            if jumps {
                return Err(Clash::Jump {
                    channel: channel.name.clone(),
                    period: t,
                    ramp,
                });
            }
        }
        Ok(())
    }

    /// A row; of one variable it is a bound.
    fn keep_row(&mut self, limit: Limit, row: Row) {
        let &[(variable, weight)] = row.terms.as_slice() else {
            self.asked.constraints.push(Constraint::row(limit, row));
            return;
        };
        // shares of a season are sums of days: a ratio that is met to rounding is met
        if weight.abs() <= 1e-12 {
            return;
        }
        let (mut low, mut high) = (row.least / weight, row.most / weight);
        if weight < 0.0 {
            std::mem::swap(&mut low, &mut high);
        }
        // what is booked beside the variable is too much already; a ramp tells its jumps itself
        if high < 0.0 && !matches!(limit, Limit::Ramp(_)) {
            self.asked.constraints.push(Constraint::row(limit, row));
            return;
        }
        let per = 1.0 / weight.abs();
        if low > 0.0 {
            self.asked.constraints.push(Constraint::at_least(limit, variable, low).moving(per));
        }
        if high < f64::INFINITY {
            self.asked
                .constraints
                .push(Constraint::at_most(limit, variable, high.max(0.0)).moving(per));
        }
    }

    /// Nothing, or at least the burst in every period that is not committed.
    fn keep_burst(&mut self, c: usize, limits: &Limits, booked: f64) {
        let mut smallest = 1.0_f64;
        for t in 0..self.periods() {
            let (variable, share, fixed) = self.variables.spend(c, t);
            if share > 0.0 && !limits.committed.iter().any(|entry| entry.0 == t) {
                let threshold = (limits.burst - fixed) / share;
                self.asked.bursts[variable] = self.asked.bursts[variable].max(threshold);
                smallest = smallest.min(share);
            }
        }
        // what has to be spent, whatever limit asks it, has to be the burst: a total rests at what is booked of it
        let rest = if self.variables.is_free(c) { 0.0 } else { booked };
        let range = self.variables.of_channel(c);
        let mut least = vec![0.0_f64; range.len()];
        for constraint in &self.asked.constraints {
            if let Asks::AtLeast(i, amount) = constraint.asks
                && range.contains(&i)
            {
                least[i - range.start] = least[i - range.start].max(amount);
            }
        }
        for i in range.clone() {
            if self.asked.bursts[i] > 0.0 && least[i - range.start] > rest * (1.0 + 1e-12) {
                let constraint = Constraint::at_least(Limit::Burst(c), i, self.asked.bursts[i]);
                // the period with the smallest share has the largest threshold
                self.asked.constraints.push(constraint.moving(1.0 / smallest));
            }
        }
    }

    fn limit_groups(&mut self, scenario: &Scenario) {
        let periods = self.periods();
        for (g, group) in scenario.plan.groups.iter().enumerate() {
            let in_period = |t: usize| group.channels.iter().map(move |&c| (c, t, 1.0));
            let in_all = || group.channels.iter().flat_map(|&c| (0..periods).map(move |t| (c, t, 1.0)));
            for t in 0..periods {
                if group.min > 0.0 {
                    self.keep_row(Limit::GroupMin(g), self.variables.row(in_period(t), group.min, f64::INFINITY));
                }
                if group.max < f64::INFINITY {
                    self.keep_row(Limit::GroupMax(g), self.variables.row(in_period(t), f64::NEG_INFINITY, group.max));
                }
            }
            if group.min_total > 0.0 {
                self.keep_row(
                    Limit::GroupMinTotal(g),
                    self.variables.row(in_all(), group.min_total, f64::INFINITY),
                );
            }
            if group.max_total < f64::INFINITY {
                self.keep_row(
                    Limit::GroupMaxTotal(g),
                    self.variables.row(in_all(), f64::NEG_INFINITY, group.max_total),
                );
            }
            let share = |limit: Limit, least: f64, most: f64| ShareLimit {
                limit,
                group: self.variables.row(in_all(), 0.0, 0.0),
                least,
                most,
            };
            if group.min_share > 0.0 {
                self.asked.shares.push(share(Limit::GroupMinShare(g), group.min_share, 1.0));
            }
            if group.max_share < 1.0 {
                self.asked.shares.push(share(Limit::GroupMaxShare(g), 0.0, group.max_share));
            }
        }
    }
}

/// What a step is a share of: a channel's mean spend, or an even part of the budget where that is more [money per period].
#[must_use]
pub fn typical_spend(simulator: &Simulator, mean: f64) -> f64 {
    let scenario = simulator.scenario();
    let even = simulator.budget() / scenario.channels.len().max(1) as f64 / scenario.plan.periods as f64;
    mean.max(even)
}
