//! How good any plan can be: upper bounds and global starts for plain funnels, whose channels share nothing but money.

mod branch;
mod dual;
mod grid;
mod level;
mod periods;

use crate::model::{Apart, Part};
use crate::optimize::feasible::Budget;

use branch::best_levels;
use dual::{Alone, dual};
use level::Level;
use periods::Periods;

#[cfg(test)]
mod tests;

/// What a channel's variables are.
#[derive(Debug, Clone, Copy)]
pub enum Pace<'a> {
    /// One: its total \[money\]. Each period spends its share of it (shape `T`).
    Level(&'a [f64]),
    /// One for each period: its spend \[money\].
    Periods,
}

/// The plans that a bound is for.
#[derive(Debug, Clone, Copy)]
pub struct Allowed<'a> {
    /// One for each channel.
    pub paces: &'a [Pace<'a>],
    /// Limits of the variables, channel by channel \[money\]; an upper one may be `+∞`.
    pub lower: &'a [f64],
    pub upper: &'a [f64],
    /// Of each channel the least that a period spends if it spends anything [money per period]; 0 for none. Such a channel may also spend
    /// nothing, whatever its lower limits say; one with one variable is taken as if it could spend less than that, too.
    pub burst: Option<&'a [f64]>,
    /// Money for all channels.
    pub budget: Budget,
    /// Other rows of limits, priced. Rows that are left out leave the bound valid.
    pub rows: Option<Rows<'a>>,
}

/// Linear limits `Σ weight · spend ≤ right side` taken into the objective at prices of 0 or above (of any sign for equations).
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    /// `Σ price · weight` of each spend (channels × T).
    pub price: &'a [f64],
    /// `Σ price · right side`.
    pub granted: f64,
}

/// A bound, and plans to begin at.
#[derive(Debug, Clone, PartialEq)]
pub struct Bounded {
    /// No plan that is allowed has a better objective, but for rounding: see [`ROUNDING`].
    pub upper_bound: f64,
    /// What one more unit of budget adds to the bound.
    pub price: f64,
    /// Variables of good plans, each within its own limits; the budget they may miss.
    pub starts: Vec<Vec<f64>>,
}

/// What is added to a bound, as a share of the sums that it is made of: each step of some thousands may round by 2⁻⁵³.
pub const ROUNDING: f64 = 1e-12;

/// The bound of a funnel that was taken apart.
///
/// Where every channel has one variable, branch and bound gives the optimum itself, as a rule to a billionth. Where periods are variables, the
/// dual bound stands at what the channels' curves, which are not concave, leave open.
///
/// `None` where a channel that is free in every period has a carryover over a window, where a visit is worth less than nothing, or no plan is
/// allowed.
///
/// # Panics
/// Where shapes do not fit one another.
#[must_use]
pub fn bound(apart: &Apart, allowed: &Allowed<'_>) -> Option<Bounded> {
    let horizon = apart.cost.len();
    assert_eq!(allowed.paces.len(), apart.parts.len(), "one pace for each channel");
    if apart
        .parts
        .iter()
        .flat_map(Part::worth)
        .any(|worth| !(0.0..f64::INFINITY).contains(worth))
    {
        return None;
    }
    let amount = allowed.budget.amount();
    let burst = |c: usize| allowed.burst.map(|burst| burst[c]).filter(|burst| *burst > 0.0);
    let mut lower = allowed.lower.to_vec();
    let mut at = 0;
    for (c, pace) in allowed.paces.iter().enumerate() {
        let variables = match pace {
            Pace::Level(_) => 1,
            Pace::Periods => horizon,
        };
        if burst(c).is_some() {
            lower[at..at + variables].fill(0.0);
        }
        at += variables;
    }
    assert_eq!((lower.len(), allowed.upper.len()), (at, at), "one limit for each variable");
    let room = amount - lower.iter().sum::<f64>();
    // sums of limits that differ from the budget by rounding fit it
    if room.is_nan() || room < -1e-9 * amount.abs() {
        return None;
    }
    // no variable can take more than what the others' minimums leave
    let upper: Vec<f64> = lower.iter().zip(allowed.upper).map(|(&l, &u)| u.min(l + room.max(0.0))).collect();
    let mut alone = Vec::with_capacity(apart.parts.len());
    let mut at = 0;
    for (c, (part, pace)) in apart.parts.iter().zip(allowed.paces).enumerate() {
        let price = |t: usize| apart.cost[t] + allowed.rows.map_or(0.0, |rows| rows.price[c * horizon + t]);
        match *pace {
            Pace::Level(shape) => {
                alone.push(Alone::Level {
                    level: Level::new(part, shape, lower[at], upper[at]),
                    cost: shape.iter().enumerate().map(|(t, share)| share * price(t)).sum(),
                });
                at += 1;
            }
            Pace::Periods => {
                let of_channel = at..at + horizon;
                alone.push(Alone::Periods {
                    periods: Periods::new(part, &lower[of_channel.clone()], &upper[of_channel], burst(c))?,
                    cost: (0..horizon).map(price).collect(),
                });
                at += horizon;
            }
        }
    }
    let found = together(alone, allowed, horizon)?;
    let granted = allowed.rows.map_or(0.0, |rows| rows.granted);
    let prices = apart.cost.iter().chain(allowed.rows.map_or(&[][..], |rows| rows.price));
    let dearest = prices.fold(found.price.abs(), |most, price| most.max(price.abs()));
    let size = apart.constant.abs() + granted.abs() + found.upper_bound.abs() + dearest * amount.abs();
    Some(Bounded {
        upper_bound: apart.constant + granted + found.upper_bound + ROUNDING * size,
        ..found
    })
}

/// The bound without what no plan changes.
fn together(mut alone: Vec<Alone<'_>>, allowed: &Allowed<'_>, horizon: usize) -> Option<Bounded> {
    if alone.iter().any(|one| matches!(one, Alone::Periods { .. })) {
        let dual = dual(&mut alone, horizon, allowed.budget);
        return Some(Bounded {
            upper_bound: dual.most,
            price: dual.price,
            starts: dual.starts.into_iter().map(|plan| plan.concat()).collect(),
        });
    }
    let (mut levels, mut cost) = (Vec::with_capacity(alone.len()), Vec::with_capacity(alone.len()));
    for one in alone {
        if let Alone::Level { level, cost: of_one } = one {
            levels.push(level);
            cost.push(of_one);
        }
    }
    let lower: Vec<f64> = levels.iter().map(|level| level.at[0]).collect();
    let upper: Vec<f64> = levels.iter().map(|level| level.at[level.at.len() - 1]).collect();
    let best = best_levels(&mut levels, &cost, &lower, &upper, allowed.budget)?;
    Some(Bounded {
        upper_bound: best.most,
        price: best.price,
        starts: vec![best.levels],
    })
}
