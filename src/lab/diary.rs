//! The diary: what was measured, period by period, and nothing that a practitioner could not know.

use crate::model::{Brought, Decision, Flows};
use crate::scenario::{Objective, Scenario};
use crate::simulate::Simulator;

use super::setting::Setting;
use super::{ChannelMeasured, Measured, Span};

/// What was measured in each period so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Diary {
    pub(super) flows: Vec<Flows>,
    /// Customers kept into each period.
    pub(super) kept: Vec<f64>,
    /// What the channels spent in each period \[money\].
    pub(super) spend: Vec<f64>,
    /// Gross profit of each period, and what is left of it after spend and fixed cost \[money\].
    pub(super) gross: Vec<f64>,
    pub(super) profit: Vec<f64>,
    /// What each stream brought, `brought[t * streams + stream]`; the first has organic visits and referrals.
    pub(super) brought: Vec<Brought>,
    pub(super) streams: usize,
    /// Active customers before period 0.
    at_the_start: f64,
}

impl Diary {
    /// Reads the run that a simulator was asked last, from the first period that is not in the diary yet to the end of a cycle.
    pub(super) fn read(&mut self, simulator: &Simulator, decision: &Decision, end: usize) {
        let model = simulator.model();
        let (margin, fixed) = (model.margin(simulator.params()), model.fixed_cost(simulator.params()));
        let known = self.flows.len();
        self.streams = model.streams();
        self.at_the_start = simulator.customers_before();
        for (t, flows) in simulator.flows().enumerate().take(end).skip(known) {
            self.kept.push(flows.active - flows.customers);
            self.spend
                .push(decision.spend.chunks_exact(decision.periods).map(|spend| spend[t]).sum());
            self.gross.push(margin * flows.revenue);
            self.profit.push(margin * flows.revenue - flows.invest - fixed);
            self.brought.extend((0..self.streams).map(|stream| simulator.brought(stream, t)));
            self.flows.push(flows);
        }
    }

    /// Customers at the end of the period before `t`.
    pub(super) fn active_before(&self, t: usize) -> f64 {
        if t == 0 { self.at_the_start } else { self.flows[t - 1].active }
    }

    /// What a stream brought in a period.
    pub(super) fn of(&self, stream: usize, t: usize) -> Brought {
        self.brought[t * self.streams + stream]
    }

    /// Sums of a cycle.
    pub(super) fn measured(&self, setting: &Setting, span: &Span, spend: &[f64]) -> Measured {
        let periods = span.first..span.end;
        let sum = |of: fn(&Flows) -> f64| self.flows[periods.clone()].iter().map(of).sum::<f64>();
        let channels = (0..setting.scenario.channels.len()).map(|c| {
            let spend = spend[c * setting.periods()..][periods.clone()].iter().sum();
            let mut channel = ChannelMeasured {
                spend,
                ..ChannelMeasured::default()
            };
            if setting.scenario.channels[c].reach.is_some() {
                let stream = setting.plain.model().stream_of(c);
                for brought in periods.clone().map(|t| self.of(stream, t)) {
                    channel.visits += brought.visits;
                    channel.leads += brought.leads;
                    channel.customers += brought.customers;
                }
            }
            channel
        });
        Measured {
            visits: sum(|flows| flows.visits),
            leads: sum(|flows| flows.leads),
            customers: sum(|flows| flows.customers),
            orders: sum(|flows| flows.customers + flows.repeat_orders),
            revenue: sum(|flows| flows.revenue),
            gross: self.gross[periods.clone()].iter().sum(),
            invest: sum(|flows| flows.invest),
            profit: self.profit[periods.clone()].iter().sum(),
            channels: channels.collect(),
        }
    }

    /// What a period brought of the objective, undiscounted: what is watched from period to period.
    pub(super) fn result(&self, objective: Objective, t: usize) -> f64 {
        match objective {
            Objective::Profit => self.profit[t],
            Objective::Revenue => self.flows[t].revenue,
            Objective::Customers => self.flows[t].customers,
        }
    }

    /// The objective so far at the end of a number of periods: discounted where it is profit.
    pub(super) fn so_far(&self, objective: Objective, periods: usize) -> f64 {
        let of = |t: usize| match objective {
            Objective::Profit => self.flows[t].discount * self.profit[t],
            Objective::Revenue | Objective::Customers => self.result(objective, t),
        };
        // an empty sum of floats is -0
        (0..periods).map(of).fold(0.0, |sum, part| sum + part)
    }
}

/// What a run of expected numbers brings of the objective in each period, undiscounted.
pub(super) fn expected_results(simulator: &Simulator, scenario: &Scenario) -> Vec<f64> {
    let model = simulator.model();
    let (margin, fixed) = (model.margin(simulator.params()), model.fixed_cost(simulator.params()));
    let of = |flows: Flows| match scenario.plan.objective {
        Objective::Profit => margin * flows.revenue - flows.invest - fixed,
        Objective::Revenue => flows.revenue,
        Objective::Customers => flows.customers,
    };
    simulator.flows().map(of).collect()
}
