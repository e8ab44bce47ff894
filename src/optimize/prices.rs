//! Prices: which limits bind at a plan, and what a unit more of each would add.

use crate::simulate::Simulator;

use super::augmented::Priced;
use super::coupled::Multipliers;
use super::evaluate::Evaluator;
use super::feasible::{Budget, FeasibleSet};
use super::funnel::Funnel;
use super::limit::{Asks, Constraint, Limit};
use super::multistart::Problem;
use super::residual::Residual;
use super::space::Space;
use super::spends::Found;
use super::yardsticks::Yardsticks;

/// Prices at a plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Prices {
    /// Largest gain left per unit of money moved.
    pub(super) residual: f64,
    /// Of the budget; `None` where no channel can take more.
    pub(super) budget: Option<f64>,
    /// The limits that bind, each with what a unit more of its key adds; `None` where that is no single number.
    pub(super) limits: Vec<(Limit, Option<f64>)>,
    /// Of each channel the limit that binds most of its money, and what a unit more money there would add.
    pub(super) channels: Vec<(Option<Limit>, Option<f64>)>,
    /// Of the rows of the set.
    pub(super) rows: Vec<f64>,
}

/// Share of a limit by which it is moved to see what hangs on it; all that hangs on it does so linearly.
const MOVED: f64 = 1e-3;
/// Limits that are moved, at most: with more of them binding nobody reads the prices of all.
const MOVED_LIMITS: usize = 64;

/// Slopes of the objective at the found plan, limits on what it comes to priced in: finite ones.
fn slopes(simulator: &Simulator, space: &Space, actions: &[bool], found: &Found) -> Vec<f64> {
    let x = &found.search.x;
    let (mut gradient, mut lifted) = (vec![0.0; x.len()], vec![0.0; x.len()]);
    if let Some(yardsticks) = Yardsticks::new(simulator).filter(|_| !found.prices.is_empty()) {
        Priced::new(simulator, space, actions, &yardsticks).slopes_at_prices(&found.prices, x, &mut gradient);
        for slope in &mut gradient {
            *slope = if slope.is_finite() { *slope } else { 0.0 };
        }
    } else {
        let funnel = Funnel::new(simulator, space, actions);
        let mut objective = funnel.objective();
        Evaluator::new(objective.as_mut(), &found.set).value_and_gradient(x, &mut gradient, &mut lifted);
    }
    gradient
}

/// Reads the slopes at the plan that was found, these actions done.
pub(super) fn prices(simulator: &Simulator, space: &Space, actions: &[bool], found: &Found) -> Prices {
    let (set, x) = (&found.set, &found.search.x);
    let gradient = slopes(simulator, space, actions, found);
    let mut multipliers = Multipliers::default();
    let residual = Residual::near(set, x, &gradient, &mut multipliers);
    let shadow = set.shadow(x, &gradient, &mut multipliers);
    let unspent = set.unspent(x) > set.grain() * x.len() as f64;
    let budget = match set.budget() {
        Budget::AtMost(_) if unspent => Some(0.0),
        Budget::Exactly(_) | Budget::AtMost(_) if set.has_rows() => Some(shadow.budget),
        Budget::Exactly(_) | Budget::AtMost(_) => residual.receiver.map(|i| gradient[i]),
    };
    // what the slopes leave when budget and rows are paid for: the prices of the bounds
    let mut left = gradient;
    let of_budget = match (budget, set.has_rows()) {
        (Some(price), _) => price,
        (None, _) => residual.giver.map_or(0.0, |i| left[i]),
    };
    for slope in &mut left {
        *slope -= of_budget;
    }
    let row_prices = if set.has_rows() { shadow.rows } else { Vec::new() };
    set.rows.charge_rows(&row_prices, &mut left);
    set.chains().charge(&shadow.ramps, &mut left);

    let constraints = space.all_constraints(simulator, actions, set.budget());
    let binding = Binding {
        space,
        set,
        x,
        left: &left,
        rows: &row_prices,
        ramps: &shadow.ramps,
        tolerance: 1e-6 * residual.gain.max(typical(&left)),
    };
    let shares = binding.shares(&constraints);
    let mut limits: Vec<Limit> = shares.iter().map(|share| share.limit).collect();
    limits.sort_unstable();
    limits.dedup();
    limits.extend(of_yardsticks(simulator, found));
    let price = |limit: Limit| {
        let moved = limits.len() <= MOVED_LIMITS;
        (
            limit,
            moved.then(|| price_of(simulator, space, actions, found, &shares, limit)).flatten(),
        )
    };
    let priced = limits.iter().map(|&limit| price(limit)).collect();
    Prices {
        residual: residual.gain,
        budget,
        limits: priced,
        channels: (0..simulator.model().channels()).map(|c| of_channel(space, &shares, c)).collect(),
        rows: row_prices,
    }
}

fn typical(slopes: &[f64]) -> f64 {
    slopes.iter().fold(0.0, |most: f64, slope| most.max(slope.abs()))
}

/// A constraint that binds, and what a unit more of room in it adds.
#[derive(Debug, Clone, Copy)]
struct Share {
    limit: Limit,
    /// Its place among all constraints.
    place: usize,
    /// The variable of a bound.
    variable: Option<usize>,
    worth: f64,
}

struct Binding<'a> {
    space: &'a Space,
    set: &'a FeasibleSet,
    x: &'a [f64],
    left: &'a [f64],
    rows: &'a [f64],
    ramps: &'a [f64],
    /// A price below this is none.
    tolerance: f64,
}

impl Binding<'_> {
    fn shares(&self, constraints: &[Constraint]) -> Vec<Share> {
        let grain = self.set.grain();
        let mut rows = self.rows.iter();
        let mut taken = vec![[false; 2]; self.x.len()];
        let mut shares = Vec::new();
        for (place, constraint) in constraints.iter().enumerate() {
            let limit = constraint.limit;
            let mut bound = |i: usize, amount: f64, side: usize, worth: f64| {
                let stands = (self.x[i] - amount).abs() <= grain && !taken[i][side];
                // a variable that is fixed pulls at one of its two sides
                if stands && worth > self.tolerance {
                    taken[i][side] = true;
                    shares.push(Share {
                        limit,
                        place,
                        variable: Some(i),
                        worth,
                    });
                }
            };
            match &constraint.asks {
                Asks::AtLeast(i, amount) => bound(*i, *amount, 0, -self.left[*i]),
                Asks::AtMost(i, amount) => bound(*i, *amount, 1, self.left[*i]),
                Asks::Row(row) => {
                    let price = match self.space.in_chain(constraint) {
                        // of a change one of the two sides binds: a rise by the row that has a most, a fall by the other
                        Some(i) if row.most < f64::INFINITY => self.ramps[i].max(0.0),
                        Some(i) => self.ramps[i].min(0.0),
                        None => rows.next().copied().unwrap_or(0.0),
                    };
                    if price.abs() > self.tolerance {
                        shares.push(Share {
                            limit,
                            place,
                            variable: None,
                            worth: price,
                        });
                    }
                }
            }
        }
        shares
    }
}

/// The limits on what a plan comes to that bind.
fn of_yardsticks(simulator: &Simulator, found: &Found) -> Vec<Limit> {
    let Some(yardsticks) = Yardsticks::new(simulator) else {
        return Vec::new();
    };
    let kinds = yardsticks.kinds(simulator.scenario().plan.periods);
    let mut binding: Vec<Limit> = kinds
        .into_iter()
        .zip(&found.prices)
        .filter(|(_, price)| **price > 0.0)
        .map(|(kind, _)| kind)
        .collect();
    binding.dedup();
    binding
}

/// What a unit more of a limit's key adds: the limit is moved a little, and each of its constraints that binds is worth what room that makes.
fn price_of(simulator: &Simulator, space: &Space, actions: &[bool], found: &Found, shares: &[Share], limit: Limit) -> Option<f64> {
    let amount = limit.amount(simulator.scenario()).filter(|amount| amount.is_finite())?;
    let step = if amount == 0.0 { 1.0 } else { MOVED * amount.abs() };
    let moved = simulator.with_limits(|scenario| limit.set(scenario, amount + step));
    if matches!(limit, Limit::Cac | Limit::Roi | Limit::Leads) {
        let (before, after) = (Yardsticks::new(simulator)?, Yardsticks::new(&moved)?);
        let x = &found.search.x;
        let margins = |yardsticks: &Yardsticks| Priced::new(simulator, space, actions, yardsticks).margins(x);
        let (before, after) = (margins(&before), margins(&after));
        let worth = before
            .iter()
            .zip(&after)
            .zip(&found.prices)
            .map(|((before, after), price)| price * (after - before));
        return Some(worth.sum::<f64>() / step);
    }
    let budget = found.set.budget();
    let constraints = |space: &Space, simulator: &Simulator| space.all_constraints(simulator, actions, budget);
    let (before, after) = (constraints(space, simulator), constraints(&Space::new(&moved).ok()?, &moved));
    if before.len() != after.len() {
        return None;
    }
    let x = &found.search.x;
    let worth = shares.iter().filter(|share| share.limit == limit).map(|share| {
        let room = |constraint: &Constraint| match &constraint.asks {
            Asks::AtLeast(i, amount) => x[*i] - amount,
            Asks::AtMost(i, amount) => amount - x[*i],
            // a price above 0 is of the most, below 0 of the least: the room of both is told from above
            Asks::Row(row) if share.worth > 0.0 => row.most - row.sum(x),
            Asks::Row(row) => row.least - row.sum(x),
        };
        share.worth * (room(&after[share.place]) - room(&before[share.place]))
    });
    Some(worth.sum::<f64>() / step)
}

/// The limit that binds most of a channel's variables, and the mean worth of a unit more money there.
fn of_channel(space: &Space, shares: &[Share], c: usize) -> (Option<Limit>, Option<f64>) {
    let range = space.variables().of_channel(c);
    let mine: Vec<&Share> = shares
        .iter()
        .filter(|share| share.limit.channel() == Some(c) && share.variable.is_none_or(|i| range.contains(&i)))
        .collect();
    let count = |limit: Limit| mine.iter().filter(|share| share.limit == limit).count();
    let Some(most) = mine
        .iter()
        .map(|share| share.limit)
        .reduce(|best, next| if count(next) > count(best) { next } else { best })
    else {
        return (None, None);
    };
    let worth: f64 = mine.iter().filter(|share| share.limit == most).map(|share| share.worth.abs()).sum();
    let sign = if most.is_ceiling() { 1.0 } else { -1.0 };
    (Some(most), Some(sign * worth / count(most) as f64))
}
