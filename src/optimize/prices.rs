//! The rows of a proposal: what moved, which limit binds, and what a unit more of it would add.

use crate::model::Decision;
use crate::simulate::Simulator;

use super::evaluate::Evaluator;
use super::feasible::{Budget, FeasibleSet};
use super::funnel::Funnel;
use super::multistart::Problem;
use super::proposal::{Bound, ChannelMove, Column};
use super::residual::Residual;
use super::space::Space;

/// Prices at a plan: what a unit of money more would add to the objective.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Prices {
    /// Largest gain left per unit of money moved.
    pub(super) residual: f64,
    /// Of the budget; `None` where no channel can take more.
    pub(super) budget: Option<f64>,
    /// Which limit of each channel binds, and its price.
    pub(super) limits: Vec<(Option<Bound>, Option<f64>)>,
}

/// Reads the gradient at a plan `x` of `set`, these actions done.
pub(super) fn prices(simulator: &Simulator, space: &Space, set: &FeasibleSet, actions: &[bool], x: &[f64]) -> Prices {
    let funnel = Funnel::new(simulator, space, actions);
    let mut objective = funnel.objective();
    let (mut gradient, mut lifted) = (vec![0.0; x.len()], vec![0.0; x.len()]);
    Evaluator::new(objective.as_mut(), set).value_and_gradient(x, &mut gradient, &mut lifted);
    let residual = Residual::at(set, x, &gradient);
    let unspent = set.unspent(x) > set.grain() * x.len() as f64;
    let budget = match set.budget() {
        Budget::AtMost(_) if unspent => Some(0.0),
        Budget::Exactly(_) | Budget::AtMost(_) => residual.receiver.map(|i| gradient[i]),
    };
    let channel_of = space.channel_of();
    let channels = simulator.model().channels();
    let mut limits = vec![(None, None); channels];
    for (c, entry) in limits.iter_mut().enumerate() {
        let mine: Vec<usize> = (0..x.len()).filter(|&i| channel_of[i] == c).collect();
        *entry = binding(set, x, &gradient, &mine, budget);
    }
    Prices {
        residual: residual.gain,
        budget,
        limits,
    }
}

/// The limit that binds for most of a channel's variables, and the mean price of a unit more of it.
fn binding(set: &FeasibleSet, x: &[f64], gradient: &[f64], mine: &[usize], budget: Option<f64>) -> (Option<Bound>, Option<f64>) {
    let grain = set.grain();
    let (mut at_min, mut at_max, mut locked) = (Vec::new(), Vec::new(), Vec::new());
    for &i in mine {
        let (low, high) = (set.lower()[i], set.upper()[i]);
        if high - low <= grain {
            locked.push(i);
        } else if high - x[i] <= grain {
            at_max.push(i);
        } else if low > 0.0 && x[i] - low <= grain {
            at_min.push(i);
        }
    }
    let (bound, at) = if at_max.len() >= at_min.len().max(locked.len()).max(1) {
        (Bound::Max, at_max)
    } else if locked.len() >= at_min.len().max(1) {
        (Bound::Locked, locked)
    } else if at_min.is_empty() {
        return (None, None);
    } else {
        (Bound::Min, at_min)
    };
    let mean = at.iter().map(|&i| gradient[i]).sum::<f64>() / at.len() as f64;
    (Some(bound), budget.map(|price| mean - price))
}

/// One row for each channel.
pub(super) fn channel_moves(
    simulator: &Simulator,
    today: &Decision,
    scaled: Option<&Column>,
    proposal: &Column,
    prices: &Prices,
) -> Vec<ChannelMove> {
    simulator
        .scenario()
        .channels
        .iter()
        .enumerate()
        .map(|(c, channel)| {
            let (limit, limit_price) = prices.limits[c];
            ChannelMove {
                name: channel.name.clone(),
                before: today.channel_total(c),
                scaled: scaled.map(|scaled| scaled.decision.channel_total(c)),
                after: proposal.decision.channel_total(c),
                marginal_roi: proposal.forecast.channels[c].marginal_roi,
                limit,
                limit_price,
                extrapolated: channel.leaves_observed(proposal.decision.channel(c)),
            }
        })
        .collect()
}
