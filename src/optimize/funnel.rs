//! The funnel as the solver sees it: a scenario's objective over the variables of a space.

use crate::model::{Decision, Form};
use crate::simulate::Simulator;

use super::multistart::Problem;
use super::objective::Objective;
use super::space::Space;

/// A scenario with its actions chosen, its spends to be found.
pub struct Funnel<'a> {
    simulator: &'a Simulator,
    space: &'a Space,
    actions: &'a [bool],
    /// Whether the concave envelopes of the curves give a start and, where the funnel is plain, a bound.
    relax: bool,
}

/// One worker's copy.
struct Climber<'a> {
    simulator: Simulator,
    space: &'a Space,
    form: Form,
    decision: Decision,
    by_spend: Vec<f64>,
}

impl<'a> Funnel<'a> {
    /// The funnel of a simulator with these actions done.
    #[must_use]
    pub fn new(simulator: &'a Simulator, space: &'a Space, actions: &'a [bool]) -> Self {
        Self {
            simulator,
            space,
            actions,
            relax: true,
        }
    }

    /// Without the start from the relaxed funnel.
    #[must_use]
    pub fn without_relaxation(self) -> Self {
        Self { relax: false, ..self }
    }

    fn climber(&self, form: Form) -> Climber<'a> {
        let simulator = self.simulator.clone();
        let spends = simulator.model().channels() * simulator.model().horizon();
        Climber {
            space: self.space,
            form,
            decision: Decision {
                spend: vec![0.0; spends],
                actions: self.actions.to_vec(),
                periods: simulator.model().horizon(),
            },
            by_spend: vec![0.0; spends],
            simulator,
        }
    }
}

impl Problem for Funnel<'_> {
    fn objective(&self) -> Box<dyn Objective + '_> {
        Box::new(self.climber(Form::True))
    }

    fn relaxed(&self) -> Option<Box<dyn Objective + '_>> {
        (self.relax && self.simulator.model().has_s_curves()).then(|| Box::new(self.climber(Form::Envelope)) as Box<dyn Objective>)
    }
}

impl Objective for Climber<'_> {
    fn dimension(&self) -> usize {
        self.space.dimension()
    }

    fn value_and_gradient(&mut self, x: &[f64], gradient: &mut [f64]) -> f64 {
        self.space.write_spend(x, &mut self.decision.spend);
        let value = self.simulator.slopes_in(&self.decision, self.form, &mut self.by_spend);
        self.space.gather(&self.by_spend, gradient);
        value
    }

    fn value(&mut self, x: &[f64]) -> f64 {
        self.space.write_spend(x, &mut self.decision.spend);
        self.simulator.value_in(&self.decision, self.form)
    }
}
