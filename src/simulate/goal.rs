//! Goals: what a search climbs in each draw.

use crate::math::Real;
use crate::model::{Inputs, Model, Outcome, Weights, Workspace};
use crate::scenario::Measure;

/// What is measured of a run.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Goal {
    /// The scenario's objective.
    #[default]
    Objective,
    /// The objective less `hurdle` for each unit of money invested within the horizon: its best plan without a budget is where the last
    /// unit adds the hurdle \[objective per money\].
    Net { hurdle: f64 },
    /// An amount summed over the first so many periods; over the horizon where there are no more.
    Reached { amount: Amount, periods: usize },
}

/// What a goal sums over periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Visits, after the audience cap.
    Visits,
    /// Leads that arrive.
    Leads,
    /// New customers that arrive.
    Customers,
    /// \[money\]
    Revenue,
    /// Gross − invest − fixed cost, undiscounted \[money\].
    Profit,
}

impl Amount {
    /// All of them, in the order of the funnel.
    pub const ALL: [Self; 5] = [Self::Visits, Self::Leads, Self::Customers, Self::Revenue, Self::Profit];

    /// The total that it is over the horizon.
    #[must_use]
    pub const fn measure(self) -> Measure {
        match self {
            Self::Visits => Measure::Visits,
            Self::Leads => Measure::Leads,
            Self::Customers => Measure::Customers,
            Self::Revenue => Measure::Revenue,
            Self::Profit => Measure::Profit,
        }
    }
}

/// A goal as weights of a run.
#[derive(Debug, Clone)]
pub(super) struct Aim<F> {
    pub(super) weights: Weights<F>,
    /// An amount and how many periods of it, where they are not the whole horizon.
    first: Option<(Amount, usize)>,
}

impl<F: Real> Aim<F> {
    pub(super) fn new(model: &Model, goal: Goal) -> Self {
        match goal {
            Goal::Objective => Self::totals(model.objective_seed()),
            Goal::Net { hurdle } => {
                let mut seed: Outcome<F> = model.objective_seed();
                seed.invest -= F::from_f64(hurdle);
                Self::totals(seed)
            }
            Goal::Reached { amount, periods } if periods >= model.horizon() => Self::totals(of_horizon(amount)),
            Goal::Reached { amount, periods } => Self {
                weights: of_periods(amount, periods),
                first: Some((amount, periods)),
            },
        }
    }

    /// A weighted sum of totals.
    #[inline(always)]
    pub(super) const fn totals(seed: Outcome<F>) -> Self {
        Self {
            weights: Weights::totals(seed),
            first: None,
        }
    }

    /// What the run in the workspace reaches.
    #[inline(always)]
    pub(super) fn value(&self, model: &Model, inputs: &Inputs<'_, F>, workspace: &Workspace<F>, outcome: &Outcome<F>) -> F {
        let Some((amount, periods)) = self.first else {
            return outcome.weighed(&self.weights.totals);
        };
        let (mut sum, mut spent) = (F::zero(), F::zero());
        for t in 0..periods {
            let flows = model.flows(workspace, t);
            sum += match amount {
                Amount::Visits => flows.visits,
                Amount::Leads => flows.leads,
                Amount::Customers => flows.customers,
                Amount::Revenue | Amount::Profit => flows.revenue,
            };
            spent += flows.invest;
        }
        match amount {
            Amount::Visits | Amount::Leads | Amount::Customers | Amount::Revenue => sum,
            Amount::Profit => {
                let fixed_cost = model.fixed_cost(inputs.params) * F::from_f64(periods as f64);
                model.margin(inputs.params) * sum - spent - fixed_cost
            }
        }
    }
}

fn of_horizon<F: Real>(amount: Amount) -> Outcome<F> {
    let mut seed = Outcome::zero();
    let total = match amount {
        Amount::Visits => &mut seed.visits,
        Amount::Leads => &mut seed.leads,
        Amount::Customers => &mut seed.customers,
        Amount::Revenue => &mut seed.revenue,
        Amount::Profit => &mut seed.profit,
    };
    *total = F::one();
    seed
}

fn of_periods<F: Real>(amount: Amount, periods: usize) -> Weights<F> {
    let mut weights = Weights::totals(Outcome::zero());
    let ones = vec![F::one(); periods];
    match amount {
        Amount::Visits => weights.visits = ones,
        Amount::Leads => weights.leads = ones,
        Amount::Customers => weights.customers = ones,
        Amount::Revenue => weights.revenue = ones,
        Amount::Profit => {
            weights.gross = ones;
            weights.invest = vec![-F::one(); periods];
        }
    }
    weights
}
