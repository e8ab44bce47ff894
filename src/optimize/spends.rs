//! The best spends beside one choice of actions: where the search begins, and how thorough it is.

use crate::simulate::Simulator;

use super::effort::Effort;
use super::feasible::{Budget, FeasibleSet};
use super::funnel::Funnel;
use super::multistart::{Search, SearchOptions, search};
use super::separable::{SampledCurve, split_by_slope, split_on_grid};
use super::space::{Purse, Space};
use super::starts::{Origin, Start};

/// Variables up to which response curves are sampled for a global start.
const SAMPLED: usize = 64;
/// Places of a sampled curve.
const SAMPLES: usize = 65;
/// Random starts.
const RANDOM: u64 = 4;
/// Stream of the random starts: a search has no randomness of its own.
const SEED: u64 = 0;

/// How thorough a search is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// From a few good starts.
    Look(Effort),
    /// From all starts that the effort allows.
    Full(Effort),
}

/// Searches the spends of `set` for one choice of actions, from today's plan, `warm` and, in full depth, many other plans.
pub(super) fn search_spends(
    simulator: &Simulator,
    space: &Space,
    set: &FeasibleSet,
    actions: &[bool],
    warm: Option<Vec<f64>>,
    depth: Depth,
) -> Search {
    let today = space.point(&simulator.today());
    let scaled = space.scaled(&today, set);
    let groups = space.channel_of();
    let funnel = Funnel::new(simulator, space, actions);
    let options = SearchOptions::default();

    let mut starts = vec![Start::new(Origin::Today, today), Start::new(Origin::Scaled, scaled.clone())];
    starts.extend(warm.map(|x| Start::new(Origin::Given, x)));
    let effort = match depth {
        Depth::Full(effort) => effort,
        Depth::Look(effort) => {
            let options = SearchOptions {
                finish: options.screen,
                exchange_limit: 200,
                ..options
            };
            return search(
                &funnel.without_relaxation(),
                set,
                &starts,
                None,
                &effort.within(starts.len(), options),
            );
        }
    };
    let channels = simulator.model().channels();
    let few = starts.len() + 1 + RANDOM as usize;
    if effort.affords(few) {
        starts.push(Start::even(set));
        if space.dimension() <= SAMPLED && effort.affords(few + space.dimension()) {
            let curves = sample(simulator, space, set, actions, &scaled);
            starts.push(Start::new(Origin::Grid, split_on_grid(set, &curves).x));
            starts.push(Start::new(Origin::Envelope, split_by_slope(set, &curves).x));
        }
        if channels <= SAMPLED && effort.affords(few + channels) {
            starts.extend((0..channels).map(|c| Start::concentrated(set, &groups, c)));
        }
        starts.extend((0..RANDOM).map(|number| Start::random(set, &groups, SEED, number)));
    }
    let neighbours = space.has_free().then_some(groups.as_slice());
    // and the relaxed start
    let options = effort.within(starts.len() + 1, options);
    search(&funnel, set, &starts, neighbours, &options)
}

/// What each variable alone earns, the others at a middle plan.
fn sample(simulator: &Simulator, space: &Space, set: &FeasibleSet, actions: &[bool], middle: &[f64]) -> Vec<SampledCurve> {
    let mut simulator = simulator.clone();
    (0..space.dimension())
        .map(|i| {
            let mut x = middle.to_vec();
            let mut earned = |amount: f64| {
                x[i] = amount;
                simulator.objective(&space.decision(&x, actions))
            };
            SampledCurve::sample(set.lower()[i], set.reach()[i], SAMPLES, &mut earned)
        })
        .collect()
}

/// The best plan when the budget need not be spent in full: its value, and the money that it leaves; `None` where no plan fits.
pub(super) fn unforced(simulator: &Simulator, space: &Space, actions: &[bool]) -> Option<(f64, f64)> {
    let budget = Budget::AtMost(simulator.budget());
    let set = space.feasible_with(simulator, actions, Purse::Of(budget)).ok()?;
    let found = search_spends(simulator, space, &set, actions, None, Depth::Full(Effort::full(simulator.work())));
    Some((found.end.value, set.unspent(&found.x)))
}
