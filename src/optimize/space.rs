//! The decisions that a search moves, and the plans that the scenario's limits leave.

use crate::model::Decision;
use crate::simulate::Simulator;

use super::asked::{Asked, ShareLimit};
use super::cents::HALF_A_CENT;
use super::chains::Chain;
use super::clash::{Clash, Clashing};
use super::feasible::{Budget, FeasibleSet, Infeasible, SAME_SUM};
use super::limit::{Asks, Constraint, Limit};
use super::rows::Row;
use super::variables::Variables;

/// Variables, and all that the limits of a scenario ask of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Space {
    variables: Variables,
    asked: Asked,
    /// Bounds of each variable.
    lower: Vec<f64>,
    upper: Vec<f64>,
}

/// Which limits a space keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeps {
    /// All of them.
    All,
    /// Those of groups, budget and instalments: what single channels may do is lifted, but for what is committed.
    GroupsAlone,
}

/// The money that a search may spend, actions included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Purse {
    /// The scenario's budget, in full unless `plan.spend_all = false`.
    Plan,
    /// Another one \[money\]; instalments grow and shrink with it.
    Of(Budget),
}

impl Space {
    /// The space of a simulator's scenario.
    ///
    /// # Errors
    /// Where a channel's limits clash with its shape in time.
    pub fn new(simulator: &Simulator) -> Result<Self, Clash> {
        Self::keeping(simulator, Keeps::All)
    }

    /// The space with a part of the limits.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn keeping(simulator: &Simulator, keeps: Keeps) -> Result<Self, Clash> {
        let scenario = simulator.scenario();
        let variables = Variables::new(scenario);
        let asked = Asked::new(simulator, &variables, keeps)?;
        let mut space = Self {
            variables,
            asked,
            lower: Vec::new(),
            upper: Vec::new(),
        };
        space.gather_bounds();
        Ok(space)
    }

    fn gather_bounds(&mut self) {
        let n = self.variables.dimension();
        (self.lower, self.upper) = (vec![0.0; n], vec![f64::INFINITY; n]);
        for constraint in &self.asked.constraints {
            match constraint.asks {
                Asks::AtLeast(i, amount) => self.lower[i] = self.lower[i].max(amount),
                Asks::AtMost(i, amount) => self.upper[i] = self.upper[i].min(amount),
                Asks::Row(_) => {}
            }
        }
        for i in 0..n {
            // two ways to the same amount differ by rounding
            if self.lower[i] > self.upper[i] && self.lower[i] <= self.upper[i] * (1.0 + 1e-12) {
                self.lower[i] = self.upper[i];
            }
            // what cannot rest needs no second part
            if self.asked.bursts[i] <= self.lower[i] {
                self.asked.bursts[i] = 0.0;
            }
        }
    }

    fn periods(&self) -> usize {
        self.variables.periods()
    }

    /// Number of variables.
    #[must_use]
    pub fn dimension(&self) -> usize {
        self.lower.len()
    }

    /// Smallest value of each variable \[money\].
    #[must_use]
    pub fn lower(&self) -> &[f64] {
        &self.lower
    }

    /// Largest value of each variable \[money\].
    #[must_use]
    pub fn upper(&self) -> &[f64] {
        &self.upper
    }

    /// What each variable is at least if it is above its smallest value \[money\]; 0: anything.
    #[must_use]
    pub fn bursts(&self) -> &[f64] {
        &self.asked.bursts
    }

    /// Whether some variable has a gap between nothing and its burst.
    #[must_use]
    pub fn has_bursts(&self) -> bool {
        self.asked.bursts.iter().any(|&burst| burst > 0.0)
    }

    /// The channel of each variable.
    #[must_use]
    pub fn channel_of(&self) -> Vec<usize> {
        self.variables.channels()
    }

    /// The variables and their places.
    pub(super) const fn variables(&self) -> &Variables {
        &self.variables
    }

    /// Whether the periods of a channel are variables of their own.
    #[must_use]
    pub fn is_free(&self, channel: usize) -> bool {
        self.variables.is_free(channel)
    }

    /// Whether the periods of any channel are variables of their own.
    #[must_use]
    pub fn has_free(&self) -> bool {
        (0..self.variables.count()).any(|c| self.variables.is_free(c))
    }

    /// The plans within limits and the scenario's budget beside these actions.
    ///
    /// # Errors
    /// Where there is none.
    pub fn feasible(&self, simulator: &Simulator, actions: &[bool]) -> Result<FeasibleSet, Clash> {
        self.feasible_with(simulator, actions, Purse::Plan)
    }

    /// The plans within limits and a budget, beside these actions.
    ///
    /// # Errors
    /// Where there is none.
    pub fn feasible_with(&self, simulator: &Simulator, actions: &[bool], purse: Purse) -> Result<FeasibleSet, Clash> {
        let cost = simulator.action_cost(actions);
        let money = match purse {
            Purse::Plan if simulator.scenario().plan.spend_all => Budget::Exactly(simulator.budget() - cost),
            Purse::Plan => Budget::AtMost(simulator.budget() - cost),
            Purse::Of(Budget::Exactly(amount)) => Budget::Exactly(amount - cost),
            Purse::Of(Budget::AtMost(amount)) => Budget::AtMost(amount - cost),
        };
        self.feasible_within(simulator, actions, self.lower.clone(), self.upper.clone(), money)
    }

    /// The plans within other bounds and a budget that is for channels alone, beside these actions.
    ///
    /// # Errors
    /// Where there is none.
    pub fn feasible_within(
        &self,
        simulator: &Simulator,
        actions: &[bool],
        lower: Vec<f64>,
        upper: Vec<f64>,
        budget: Budget,
    ) -> Result<FeasibleSet, Clash> {
        let of_budget = self.of_budget(simulator, actions, budget);
        let rows: Vec<Row> = (self.asked.constraints.iter().chain(&of_budget))
            .filter_map(|constraint| match &constraint.asks {
                Asks::Row(row) if self.in_chain(constraint).is_none() => Some(row.clone()),
                Asks::Row(_) | Asks::AtLeast(..) | Asks::AtMost(..) => None,
            })
            .collect();
        let chains = self.chains(simulator);
        let clashing = |reason: Infeasible| {
            let constraints = self.asked.constraints.iter().chain(&of_budget).cloned().collect();
            Clashing::new(simulator, &self.variables, constraints, budget, actions, reason)
        };
        let clash = |reason: Infeasible| Clash::Limits(Box::new(clashing(reason)));
        let set = FeasibleSet::new(lower, upper, budget).map_err(clash)?;
        match set.clone().with_limits(&rows, &chains) {
            // a projection can miss a plan in a corner: a linear program knows
            Err(reason @ Infeasible::Rows { is_proved: false, .. }) if clashing(reason).has_none() => {
                set.with_limits_unseen(&rows, &chains).ok_or_else(|| clash(reason))
            }
            found => found.map_err(clash),
        }
    }

    /// The chains of channels whose periods are variables of their own: what ramps ask of them.
    fn chains(&self, simulator: &Simulator) -> Vec<Chain> {
        let channels = simulator.scenario().channels.iter().enumerate();
        let has_rows = |c: usize| {
            let mut of_channel = self
                .asked
                .constraints
                .iter()
                .filter(|constraint| constraint.limit == Limit::Ramp(c));
            of_channel.any(|constraint| self.in_chain(constraint).is_some())
        };
        channels
            .filter(|&(c, _)| has_rows(c))
            .filter_map(|(c, channel)| {
                let range = self.variables.of_channel(c);
                channel.limits.ramp.map(|ramp| Chain {
                    first: range.start,
                    count: range.len(),
                    ramp,
                })
            })
            .collect()
    }

    /// The variable whose change from the one before it a constraint limits, where that is a link of a chain and no row of a feasible set.
    pub(super) fn in_chain(&self, constraint: &Constraint) -> Option<usize> {
        match (&constraint.asks, constraint.limit) {
            (Asks::Row(row), Limit::Ramp(c)) if self.variables.is_free(c) => row.terms.last().map(|term| term.0),
            _ => None,
        }
    }

    /// All constraints beside a budget that is for channels; the rows among them in the order of those of a feasible set,
    /// but for those of chains.
    pub(super) fn all_constraints(&self, simulator: &Simulator, actions: &[bool], budget: Budget) -> Vec<Constraint> {
        let mut all = self.asked.constraints.clone();
        all.extend(self.of_budget(simulator, actions, budget));
        all
    }

    /// The limits that hang on the budget: instalments, and shares of the money of all channels.
    fn of_budget(&self, simulator: &Simulator, actions: &[bool], budget: Budget) -> Vec<Constraint> {
        let scenario = simulator.scenario();
        let mut constraints = Vec::new();
        for share in &self.asked.shares {
            let row = match budget {
                Budget::Exactly(money) => Row {
                    terms: share.group.terms.clone(),
                    least: if share.least > 0.0 {
                        share.least * money + share.group.least
                    } else {
                        f64::NEG_INFINITY
                    },
                    most: if share.most < 1.0 {
                        share.most * money + share.group.most
                    } else {
                        f64::INFINITY
                    },
                },
                Budget::AtMost(_) => self.relative(share),
            };
            constraints.push(Constraint::row(share.limit, row));
        }
        if let Some(instalments) = &scenario.plan.budget_by {
            let total = budget.amount() + simulator.action_cost(actions);
            let scale = total / instalments.amounts.iter().sum::<f64>();
            let for_actions = simulator.action_costs_by_period(actions);
            for (k, &amount) in instalments.amounts.iter().enumerate() {
                let periods: Vec<usize> = (0..self.periods()).filter(|&t| instalments.of_period[t] == k).collect();
                let money = amount * scale - periods.iter().map(|&t| for_actions[t]).sum::<f64>();
                let spends = (0..self.variables.count()).flat_map(|c| periods.iter().map(move |&t| (c, t, 1.0)));
                let least = match budget {
                    Budget::Exactly(_) => money,
                    Budget::AtMost(_) => f64::NEG_INFINITY,
                };
                constraints.push(Constraint::row(Limit::Instalment(k), self.variables.row(spends, least, money)));
            }
        }
        constraints
    }

    /// A share of what is spent, where that is not known: the group's money less the share of all of it.
    fn relative(&self, share: &ShareLimit) -> Row {
        let bound = if share.most < 1.0 { share.most } else { share.least };
        let mut weights = vec![-bound; self.dimension()];
        for &(i, weight) in &share.group.terms {
            weights[i] += weight;
        }
        Row {
            terms: weights.into_iter().enumerate().filter(|term| term.1 != 0.0).collect(),
            least: if share.most < 1.0 { f64::NEG_INFINITY } else { share.group.least },
            most: if share.most < 1.0 { share.group.most } else { f64::INFINITY },
        }
    }

    /// Money by which a decision breaks limits and budget; 0 where it keeps every limit and the budget to the cent.
    #[must_use]
    pub fn off_by(&self, simulator: &Simulator, decision: &Decision) -> f64 {
        let spends = decision.spend.iter().zip(self.asked.least.iter().zip(&self.asked.most));
        let outside: f64 = spends.map(|(&x, (&least, &most))| (least - x).max(x - most).max(0.0)).sum();
        let budget = simulator.budget();
        let over = simulator.invest(decision) - budget;
        let missed = if simulator.scenario().plan.spend_all {
            over.abs()
        } else {
            over.max(0.0)
        };
        let rounding = HALF_A_CENT.max(SAME_SUM * budget);
        let beyond = |off: f64| if off > rounding { off } else { 0.0 };
        outside + beyond(missed) + beyond(self.rows_broken_by(simulator, decision))
    }

    /// The sum of what a decision breaks of bounds of variables, rows and bursts \[money\].
    fn rows_broken_by(&self, simulator: &Simulator, decision: &Decision) -> f64 {
        let x = self.variables.point(decision);
        let budget = if simulator.scenario().plan.spend_all {
            Budget::Exactly(decision.spend.iter().sum())
        } else {
            // instalments are ceilings here, and do not shrink with what is spent
            Budget::AtMost(simulator.budget() - simulator.action_cost(&decision.actions))
        };
        let of_budget = self.of_budget(simulator, &decision.actions, budget);
        let rows: f64 = (self.asked.constraints.iter().chain(&of_budget))
            .map(|constraint| match &constraint.asks {
                Asks::Row(row) => row.broken_by(&x),
                // of a channel with one variable a total, a group or a ramp is a bound too
                Asks::AtLeast(i, amount) => (amount - x[*i]).max(0.0),
                Asks::AtMost(i, amount) => (x[*i] - amount).max(0.0),
            })
            .sum();
        let gaps = x.iter().zip(self.lower.iter().zip(&self.asked.bursts));
        rows + gaps.map(|(&x, (&rest, &burst))| (x - rest).min(burst - x).max(0.0)).sum::<f64>()
    }

    /// The variables of a decision.
    #[must_use]
    pub fn point(&self, decision: &Decision) -> Vec<f64> {
        self.variables.point(decision)
    }

    /// Writes the spends of the variables into `spend`, every one within its limits.
    pub fn write_spend(&self, x: &[f64], spend: &mut [f64]) {
        self.variables.write_spend(x, spend);
        for (x, (least, most)) in spend.iter_mut().zip(self.asked.least.iter().zip(&self.asked.most)) {
            // the clamp undoes no more than a rounding
            *x = x.max(*least).min(*most);
        }
    }

    /// The decision of the variables, with these actions.
    #[must_use]
    pub fn decision(&self, x: &[f64], actions: &[bool]) -> Decision {
        let mut spend = vec![0.0; self.asked.least.len()];
        self.write_spend(x, &mut spend);
        Decision {
            spend,
            actions: actions.to_vec(),
            periods: self.periods(),
        }
    }

    /// Derivative by the variables from that by the spends.
    pub fn gather(&self, by_spend: &[f64], gradient: &mut [f64]) {
        self.variables.gather(by_spend, gradient);
    }

    /// Total of each channel \[money\].
    #[must_use]
    pub fn channel_totals(&self, x: &[f64]) -> Vec<f64> {
        self.variables.channel_totals(x)
    }

    /// Today's plan moved to another sum by one factor for all channels, each within its bounds.
    #[must_use]
    pub fn scaled(&self, today: &[f64], set: &FeasibleSet) -> Vec<f64> {
        let target = set.budget().amount();
        let clamped = |factor: f64| -> Vec<f64> {
            let bounds = set.lower().iter().zip(set.upper());
            (today.iter().zip(bounds))
                .map(|(&x, (&low, &high))| (x * factor).max(low).min(high))
                .collect()
        };
        let sum = |factor: f64| -> f64 { clamped(factor).iter().sum() };
        let (mut low, mut high) = (0.0, 1.0);
        // as far as a factor can go: channels without spend today stay at their minimum
        for _ in 0..200 {
            if sum(high) >= target {
                break;
            }
            high *= 2.0;
        }
        for _ in 0..200 {
            let middle = f64::midpoint(low, high);
            if middle <= low || middle >= high {
                break;
            }
            if sum(middle) < target { low = middle } else { high = middle }
        }
        let mut x = clamped(high);
        set.project(&mut x);
        x
    }
}
