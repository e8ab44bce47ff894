//! The dual bound: every channel alone at one price of money, and the price at which they spend the budget together.
//!
//! For any price `λ` of money (0 or above where the budget need not be spent) no plan is better than `Σ most(λ) + λ · budget`, where `most` is what
//! a channel alone earns at its best when money costs `λ` more (Lagrangian duality). That is convex in `λ`, its slope the budget less what the
//! channels spend, so the best price lies where the slope changes its sign: found on coarse grids, the bound then taken on a fine one.

use rayon::prelude::*;

use super::grid::Grid;
use super::level::Level;
use super::periods::{Periods, Work};
use crate::optimize::feasible::Budget;

/// A channel by itself, with what a unit of its money costs beside the budget's price.
#[derive(Debug)]
pub(super) enum Alone<'a> {
    Level { level: Level<'a>, cost: f64 },
    Periods { periods: Periods<'a>, cost: Vec<f64> },
}

/// Nodes of all channels and periods on the fine grids: about ten milliseconds of two processors.
const FINE: usize = 1_200_000;
/// Nodes of one channel, at least and at most.
const LEAST_NODES: usize = 192;
const MOST_NODES: usize = 4_096;
/// The fine grid's nodes for one of the coarse.
const COARSER: usize = 12;
const LEAST_COARSE: usize = 64;
/// Prices that are tried to find two with the best between them, and then between these.
const REACHES: usize = 40;
const STEPS: usize = 12;
/// A price is good enough where no other can lower the bound by more than this share of it: the grid's own share is larger.
const NEAR: f64 = 1e-6;

/// The bound, and plans to begin at.
#[derive(Debug, Clone)]
pub(super) struct Dual {
    pub(super) most: f64,
    pub(super) price: f64,
    /// Variables of every channel: on the fine grid, and mixed of the two sides of the price.
    pub(super) starts: Vec<Vec<Vec<f64>>>,
}

/// All channels at one price.
#[derive(Debug, Clone)]
struct Priced {
    price: f64,
    /// `Σ most + λ · budget`.
    most: f64,
    /// Variables of every channel.
    plan: Vec<Vec<f64>>,
    /// What they spend together.
    spent: f64,
}

/// The bound for channels that share a budget.
pub(super) fn dual(alone: &mut [Alone<'_>], periods: usize, budget: Budget) -> Dual {
    let rows = alone.iter().filter(|one| matches!(one, Alone::Periods { .. })).count() * periods;
    let fine = (FINE / rows.max(1)).clamp(LEAST_NODES, MOST_NODES);
    let coarse = grids(alone, (fine / COARSER).max(LEAST_COARSE));
    let (under, over) = bracket(alone, &coarse, budget);
    let (under, over) = match over {
        Some(over) => between(alone, &coarse, budget, under, over),
        None => (under.clone(), under),
    };
    drop(coarse);
    let price = if under.most <= over.most { under.price } else { over.price };
    let best = at_price(alone, &grids(alone, fine), price, budget);
    let mixed = mix(&under, &over, budget.amount());
    Dual {
        most: best.most,
        price,
        starts: vec![best.plan, mixed],
    }
}

fn grids(alone: &[Alone<'_>], nodes: usize) -> Vec<Option<Grid>> {
    let grid = |one: &Alone<'_>| match one {
        Alone::Level { .. } => None,
        Alone::Periods { periods, .. } => Some(periods.grid(nodes)),
    };
    alone.par_iter().map(grid).collect()
}

/// Every channel at its best where the budget's money costs `price`.
fn at_price(alone: &mut [Alone<'_>], grids: &[Option<Grid>], price: f64, budget: Budget) -> Priced {
    let solved: Vec<(f64, Vec<f64>)> = alone
        .par_iter_mut()
        .zip(grids)
        .with_max_len(1)
        .map_init(Work::default, |work, (one, grid)| match (one, grid) {
            (Alone::Periods { periods, cost }, Some(grid)) => {
                let money: Vec<f64> = cost.iter().map(|cost| cost + price).collect();
                let solved = periods.solve(grid, &money, work);
                (solved.most, solved.spend)
            }
            (Alone::Periods { .. }, None) => (f64::INFINITY, Vec::new()),
            (Alone::Level { level, cost }, _) => {
                let much = NEAR * level.earned.last().copied().unwrap_or(0.0).abs();
                let (most, z) = level.most(*cost + price, much);
                (most, vec![z])
            }
        })
        .collect();
    let (mut most, mut spent) = (price * budget.amount(), 0.0);
    for (of_one, plan) in &solved {
        most += of_one;
        spent += plan.iter().sum::<f64>();
    }
    Priced {
        price,
        most,
        plan: solved.into_iter().map(|(_, plan)| plan).collect(),
        spent,
    }
}

/// A price at which no more than the budget is spent, and one at which more is; the second is missing where the first is the best there is.
fn bracket(alone: &mut [Alone<'_>], grids: &[Option<Grid>], budget: Budget) -> (Priced, Option<Priced>) {
    let amount = budget.amount();
    let mut here = at_price(alone, grids, 0.0, budget);
    let too_much = here.spent > amount;
    if !too_much && (here.spent == amount || matches!(budget, Budget::AtMost(_))) {
        return (here, None);
    }
    let mut step = (here.most.abs() / amount.abs().max(f64::MIN_POSITIVE)).clamp(1e-9, 1e9) / 4.0;
    for _ in 0..REACHES {
        let price = if too_much { here.price + step } else { here.price - step };
        let next = at_price(alone, grids, price, budget);
        if (next.spent > amount) != too_much {
            return if too_much { (next, Some(here)) } else { (here, Some(next)) };
        }
        // the limits may leave no price that changes the side: then the bound comes to rest
        let rests = (here.most - next.most).abs() <= NEAR * next.most.abs();
        here = next;
        if rests {
            break;
        }
        step *= 2.0;
    }
    (here, None)
}

/// Moves two prices towards the best one between them.
fn between(alone: &mut [Alone<'_>], grids: &[Option<Grid>], budget: Budget, mut under: Priced, mut over: Priced) -> (Priced, Priced) {
    let amount = budget.amount();
    for step in 0..STEPS {
        let (rise, fall) = (amount - under.spent, over.spent - amount);
        let width = under.price - over.price;
        // the bound lies above both tangents: where they meet it is lowest
        let meet = (over.most - under.most + rise * width) / (rise + fall);
        let lowest = under.most - rise * meet;
        let best = under.most.min(over.most);
        if best - lowest <= NEAR * best.abs() || width <= 1e-12 * under.price.abs() {
            break;
        }
        // by turns where the tangents meet and where the slopes suggest 0; never too near to an end
        let share = if step % 2 == 0 { rise / (rise + fall) } else { meet / width };
        let price = under.price - share.clamp(0.05, 0.95) * width;
        let next = at_price(alone, grids, price, budget);
        if next.spent > amount { over = next } else { under = next }
    }
    (under, over)
}

/// The channels of the plan that spends too little, one after another exchanged for those of the other as long as the budget allows.
fn mix(under: &Priced, over: &Priced, amount: f64) -> Vec<Vec<f64>> {
    let mut plan = under.plan.clone();
    let mut left = amount - under.spent;
    for (own, other) in plan.iter_mut().zip(&over.plan) {
        let more = other.iter().sum::<f64>() - own.iter().sum::<f64>();
        if more <= left {
            left -= more;
            own.clone_from(other);
        }
    }
    plan
}
