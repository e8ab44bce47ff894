//! A scenario ready to be run, and what its runs give.

use osa::model::{Decision, Form, Gradient, Inputs, Levers, Model, Outcome, Workspace};
use osa::scenario::Scenario;

use super::{Allow, Draw, scenario};

/// A scenario with its model, its plan and the point where it is run.
pub struct Case {
    pub scenario: Scenario,
    pub model: Model,
    pub decision: Decision,
    pub params: Vec<f64>,
    pub levers: Levers<f64>,
}

impl Case {
    pub fn of(scenario: Scenario) -> Self {
        let model = Model::new(&scenario);
        Self {
            decision: Decision {
                spend: scenario.channels.iter().flat_map(|channel| &channel.spend).copied().collect(),
                actions: scenario.actions.iter().map(|action| action.done).collect(),
                periods: scenario.plan.periods,
            },
            params: model.parameters().medians(),
            levers: Levers::neutral(),
            model,
            scenario,
        }
    }

    /// A random one, half of them with levers that are not neutral.
    pub fn random(seed: u64, allow: Allow) -> Self {
        let mut case = Self::of(scenario(seed, allow));
        let draw = &mut Draw::new(seed ^ 0x9e37_79b9_7f4a_7c15);
        if draw.chance(0.5) {
            case.levers = Levers {
                reach: draw.uniform(0.7, 1.4),
                act: draw.uniform(-0.4, 0.4),
                convert: draw.uniform(-0.4, 0.4),
                retention: draw.uniform(-0.4, 0.4),
                repeat: draw.uniform(0.7, 1.4),
            };
        }
        case
    }

    pub fn inputs(&self) -> Inputs<'_, f64> {
        Inputs {
            spend: &self.decision.spend,
            actions: &self.decision.actions,
            levers: self.levers,
            params: &self.params,
            form: Form::True,
        }
    }

    /// A run in a workspace of its own.
    pub fn run(&self) -> (Outcome<f64>, Workspace<f64>) {
        let mut workspace = Workspace::new(&self.model);
        let outcome = self.model.forward(self.inputs(), &mut workspace);
        (outcome, workspace)
    }

    pub fn outcome(&self) -> Outcome<f64> {
        self.run().0
    }

    /// A reverse pass after a run, in buffers of its own.
    pub fn gradient(&self, seed: &Outcome<f64>) -> Gradient<f64> {
        let (_, workspace) = self.run();
        let mut gradient = Gradient::new(&self.model, &workspace);
        self.model.reverse(seed, self.inputs(), &workspace, &mut gradient);
        gradient
    }

    /// Place of the parameter with this key.
    pub fn param(&self, key: &str) -> usize {
        let found = self.model.parameters().keys().iter().position(|name| name == key);
        found.unwrap_or_else(|| panic!("no parameter {key}"))
    }
}

/// Levers as a list, in the order of the fields.
pub fn lever_values(levers: &Levers<f64>) -> [f64; 5] {
    [levers.reach, levers.act, levers.convert, levers.retention, levers.repeat]
}

/// Every entry of a gradient in one list: spend, levers, parameters.
pub fn entries(gradient: &Gradient<f64>) -> Vec<f64> {
    let mut entries = gradient.spend.clone();
    entries.extend(lever_values(&gradient.levers));
    entries.extend(&gradient.params);
    entries
}
