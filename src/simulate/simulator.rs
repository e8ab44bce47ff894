//! The point run: a scenario's model with each quantity at its median, ready to be asked.

use crate::model::{Apart, Decision, Flows, Form, Gradient, Inputs, Levers, Model, Outcome, StageRates, StatusQuo, Workspace};
use crate::scenario::Scenario;

use super::expected::Common;
use super::goal::{Aim, Goal};
use super::merit::Weighing;
use super::reading::Baseline;

/// A scenario, its model and the buffers of one worker. Clone it for another worker.
#[derive(Debug, Clone)]
pub struct Simulator {
    pub(super) scenario: Scenario,
    pub(super) model: Model,
    pub(super) workspace: Workspace<f64>,
    pub(super) gradient: Gradient<f64>,
    /// Values of the quantities: their medians.
    pub(super) params: Vec<f64>,
    /// First day of each period, `YYYY-MM-DD`.
    pub(super) dates: Vec<String>,
    pub(super) baseline: Baseline<f64>,
    /// Draws that the goal is judged over, where it is not that of the medians.
    pub(super) common: Option<Common>,
    pub(super) goal: Goal,
    pub(super) aim: Aim<f64>,
    pub(super) weighing: Weighing,
}

/// What is tried beside the decision: stage levers and values of quantities.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    pub levers: Levers<f64>,
    pub params: Vec<f64>,
}

impl Simulator {
    /// Builds the model of a checked scenario and runs its baseline.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        let model = Model::new(scenario);
        let workspace = Workspace::new(&model);
        let gradient = Gradient::new(&model, &workspace);
        let params = model.parameters().medians();
        let baseline = Baseline::new(&model);
        let dates = scenario.dates().iter().map(ToString::to_string).collect();
        let aim = Aim::new(&model, Goal::Objective);
        let mut simulator = Self {
            scenario: scenario.clone(),
            model,
            workspace,
            gradient,
            params,
            dates,
            baseline,
            common: None,
            goal: Goal::Objective,
            aim,
            weighing: Weighing::new(),
        };
        simulator.lay_baseline();
        simulator
    }

    /// The same scenario with other values of its quantities, in the order of the model's parameters: one draw by itself.
    ///
    /// # Panics
    /// Where there is not one value for each parameter.
    #[must_use]
    pub fn at(&self, params: &[f64]) -> Self {
        let mut simulator = self.clone();
        simulator.move_to(params);
        simulator
    }

    /// The same scenario with other limits, another budget or other targets: what no run depends on.
    #[must_use]
    pub fn with_limits(&self, change: impl FnOnce(&mut Scenario)) -> Self {
        let mut simulator = self.clone();
        change(&mut simulator.scenario);
        simulator
    }

    /// Takes other values of the quantities in the place of the medians, as [`Self::at`] does.
    ///
    /// # Panics
    /// As [`Self::at`].
    pub fn move_to(&mut self, params: &[f64]) {
        self.params.copy_from_slice(params);
        self.common = None;
        self.lay_baseline();
    }

    fn lay_baseline(&mut self) {
        let outcome = self.outcome(&self.nothing());
        let Self {
            baseline,
            model,
            params,
            workspace,
            ..
        } = self;
        baseline.keep(model, params, outcome, workspace);
    }

    /// The scenario that is run.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Its model.
    #[must_use]
    pub const fn model(&self) -> &Model {
        &self.model
    }

    /// Values of the quantities at the point run.
    #[must_use]
    pub fn params(&self) -> &[f64] {
        &self.params
    }

    /// The plan of the file: its spends and its done actions.
    #[must_use]
    pub fn today(&self) -> Decision {
        Decision {
            spend: self.scenario.channels.iter().flat_map(|channel| &channel.spend).copied().collect(),
            actions: self.scenario.actions.iter().map(|action| action.done).collect(),
            periods: self.scenario.plan.periods,
        }
    }

    /// No spend within the horizon and no action: the baseline.
    #[must_use]
    pub fn nothing(&self) -> Decision {
        let periods = self.scenario.plan.periods;
        Decision {
            spend: vec![0.0; self.scenario.channels.len() * periods],
            actions: vec![false; self.scenario.actions.len()],
            periods,
        }
    }

    /// Money that the done actions of a decision cost within the horizon.
    #[must_use]
    pub fn action_cost(&self, actions: &[bool]) -> f64 {
        // an empty sum of floats is -0
        (0..actions.len())
            .filter(|&a| actions[a])
            .fold(0.0, |sum, a| sum + self.cost_of_action(a))
    }

    /// Money that the done actions cost in each period of the horizon \[money per period\].
    #[must_use]
    pub fn action_costs_by_period(&self, actions: &[bool]) -> Vec<f64> {
        let mut costs = vec![0.0; self.scenario.plan.periods];
        for (action, _) in self.scenario.actions.iter().zip(actions).filter(|(_, done)| **done) {
            costs[action.start] += action.cost.median();
            for cost in &mut costs[action.start..] {
                *cost += action.running_cost.median();
            }
        }
        costs
    }

    /// Money that one action costs within the horizon if it is done.
    #[must_use]
    pub fn cost_of_action(&self, action: usize) -> f64 {
        let action = &self.scenario.actions[action];
        action.cost.median() + action.running_cost.median() * (self.scenario.plan.periods - action.start) as f64
    }

    /// Budget over the horizon, actions included: the plan's, or what the plan of the file spends.
    #[must_use]
    pub fn budget(&self) -> f64 {
        self.scenario.plan.budget.unwrap_or_else(|| self.invest(&self.today()))
    }

    /// Money that a decision spends over the horizon, actions included.
    #[must_use]
    pub fn invest(&self, decision: &Decision) -> f64 {
        decision.spend.iter().sum::<f64>() + self.action_cost(&decision.actions)
    }

    /// Nothing tried: neutral levers, medians.
    #[must_use]
    pub fn trial(&self) -> Trial {
        Trial {
            levers: Levers::neutral(),
            params: self.params.clone(),
        }
    }

    pub(super) fn inputs<'a>(params: &'a [f64], levers: Levers<f64>, decision: &'a Decision) -> Inputs<'a, f64> {
        Inputs {
            spend: &decision.spend,
            actions: &decision.actions,
            levers,
            params,
            form: Form::True,
        }
    }

    /// Totals of a decision.
    pub fn outcome(&mut self, decision: &Decision) -> Outcome<f64> {
        self.model
            .forward(Self::inputs(&self.params, Levers::neutral(), decision), &mut self.workspace)
    }

    /// Totals of a decision under a trial.
    pub fn outcome_of(&mut self, decision: &Decision, trial: &Trial) -> Outcome<f64> {
        self.model
            .forward(Self::inputs(&trial.params, trial.levers, decision), &mut self.workspace)
    }

    /// Makes [`Self::objective`], [`Self::value_in`] and [`Self::slopes_in`] measure this in the place of the scenario's objective, at the
    /// medians and over draws.
    pub fn aim(&mut self, goal: Goal) {
        self.goal = goal;
        self.aim = Aim::new(&self.model, goal);
        self.measure_width();
    }

    /// What is measured.
    #[must_use]
    pub const fn goal(&self) -> Goal {
        self.goal
    }

    /// What a decision reaches of the goal, the scenario's objective unless [`Self::aim`] says otherwise: at the medians, or what is told of
    /// the draws.
    pub fn objective(&mut self, decision: &Decision) -> f64 {
        match self.common.clone() {
            Some(common) => self.told(&common, decision),
            None => self.value_in(decision, Form::True),
        }
    }

    /// The scenario's objective for a decision at the medians, whatever a search climbs.
    pub fn objective_at_medians(&mut self, decision: &Decision) -> f64 {
        self.outcome(decision).weighed(&self.model.objective_seed())
    }

    /// The scenario's objective for a decision under a trial.
    pub fn objective_of(&mut self, decision: &Decision, trial: &Trial) -> f64 {
        self.outcome_of(decision, trial).weighed(&self.model.objective_seed())
    }

    /// Totals of a decision and the exact derivatives of `Σ seed · total`.
    pub fn gradient(&mut self, decision: &Decision, seed: &Outcome<f64>) -> (Outcome<f64>, &Gradient<f64>) {
        let inputs = Self::inputs(&self.params, Levers::neutral(), decision);
        let outcome = self.model.forward(inputs, &mut self.workspace);
        self.model.reverse(seed, inputs, &self.workspace, &mut self.gradient);
        (outcome, &self.gradient)
    }

    /// What a search climbs, with the curves in the given form: [`Self::objective`], or what has slopes in its place.
    pub fn value_in(&mut self, decision: &Decision, form: Form) -> f64 {
        self.slopes_in(decision, form, &mut [])
    }

    /// [`Self::value_in`], and its derivative by every spend, `slopes[channel * T + period]` (none where it is empty).
    ///
    /// # Panics
    /// Where `slopes` is neither empty nor as long as the decision's spends.
    pub fn slopes_in(&mut self, decision: &Decision, form: Form, slopes: &mut [f64]) -> f64 {
        if let Some(common) = self.common.clone() {
            return self.climbed(&common, decision, form, slopes);
        }
        let inputs = Inputs {
            form,
            ..Self::inputs(&self.params, Levers::neutral(), decision)
        };
        let outcome = self.model.forward(inputs, &mut self.workspace);
        if !slopes.is_empty() {
            self.model
                .reverse_weighed(&self.aim.weights, inputs, &self.workspace, &mut self.gradient);
            slopes.copy_from_slice(&self.gradient.spend);
        }
        self.aim.value(&self.model, &inputs, &self.workspace, &outcome)
    }

    /// The objective with these actions done as a sum over channels; `None` where the funnel is not [plain](Model::is_plain), or the
    /// objective is a mean over draws.
    #[must_use]
    pub fn apart(&self, actions: &[bool]) -> Option<Apart> {
        match self.common {
            Some(_) => None,
            None => self.model.apart(actions, &self.params),
        }
    }

    /// Rates of the stages for a decision under a trial.
    pub fn stage_rates_of(&mut self, decision: &Decision, trial: &Trial) -> StageRates {
        self.outcome_of(decision, trial);
        self.model
            .stage_rates(&Self::inputs(&trial.params, trial.levers, decision), &self.workspace)
    }

    /// Flows of each period of the run that was asked last.
    pub fn flows(&self) -> impl Iterator<Item = Flows> + '_ {
        (0..self.model.horizon()).map(|t| self.model.flows(&self.workspace, t))
    }

    /// The steady period before the horizon.
    pub fn status_quo(&mut self) -> StatusQuo {
        let today = self.today();
        self.outcome(&today);
        self.model
            .status_quo(&Self::inputs(&self.params, Levers::neutral(), &today), &self.workspace)
    }

    /// Totals of the baseline.
    #[must_use]
    pub const fn baseline(&self) -> &Outcome<f64> {
        &self.baseline.outcome
    }
}
