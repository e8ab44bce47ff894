//! Where the searches begin: points spread over the feasible set, each known by its seed and number.

use rand::RngExt;
use rand_pcg::Pcg64;

use super::feasible::FeasibleSet;
use crate::math::ln;

/// Where a start comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The plan of today.
    Today,
    /// Today's plan scaled to the budget.
    Scaled,
    /// Any other plan that the caller gives.
    Given,
    /// The same share of its room for every variable.
    Even,
    /// Dynamic programming over sampled curves.
    Grid,
    /// Concave envelopes of sampled curves, filled by slope.
    Envelope,
    /// The best plan of the relaxed objective.
    Relaxed,
    /// A plan near the upper bound of a plain funnel.
    Bound,
    /// As much money as possible in one group of variables.
    Concentrated(usize),
    /// The random split of this number.
    Random(u64),
}

/// A plan to begin at; the search moves it into the feasible set first.
#[derive(Debug, Clone, PartialEq)]
pub struct Start {
    pub origin: Origin,
    /// Spends (shape `n`, money).
    pub x: Vec<f64>,
}

impl Start {
    /// A plan of the caller's.
    #[must_use]
    pub fn new(origin: Origin, x: Vec<f64>) -> Self {
        Self { origin, x }
    }

    /// Every variable at the same share of what it may go up by.
    #[must_use]
    pub fn even(set: &FeasibleSet) -> Self {
        Self::new(Origin::Even, filled(set, |_| 1.0))
    }

    /// All money that fits in the variables of one group, the rest spread evenly. `groups` has the group of each variable (its channel).
    #[must_use]
    pub fn concentrated(set: &FeasibleSet, groups: &[usize], group: usize) -> Self {
        Self::new(
            Origin::Concentrated(group),
            filled(set, |i| if groups[i] == group { 1.0 } else { 0.0 }),
        )
    }

    /// A random split: shares of the groups spread evenly over all possible splits (Dirichlet with weights 1), every variable within its
    /// group moved by about 30 %. The same `seed` and `number` give the same split, whatever else is drawn.
    #[must_use]
    pub fn random(set: &FeasibleSet, groups: &[usize], seed: u64, number: u64) -> Self {
        let mut draw = Pcg64::new(u128::from(seed), u128::from(number));
        let mut exponential = || -ln(1.0 - draw.random::<f64>());
        let count = groups.iter().max().map_or(0, |most| most + 1);
        let of_group: Vec<f64> = (0..count).map(|_| exponential()).collect();
        // Sums of exponentials are gammas: mean 1, deviation 0.3.
        let spread: Vec<f64> = groups.iter().map(|_| (0..11).map(|_| exponential()).sum::<f64>() / 11.0).collect();
        Self::new(Origin::Random(number), filled(set, |i| of_group[groups[i]] * spread[i]))
    }
}

/// The lower bounds plus the movable money in proportion to `weight · reach`, what does not fit going to the others.
fn filled(set: &FeasibleSet, weight: impl Fn(usize) -> f64) -> Vec<f64> {
    let mut x = set.lower().to_vec();
    let mut left = set.movable();
    // Each round fills at least one variable, or ends.
    for _ in 0..x.len() {
        let room = |i: usize, x: &[f64]| set.reach()[i] - x[i];
        let total: f64 = (0..x.len())
            .map(|i| {
                if room(i, &x) > 0.0 {
                    weight(i) * (set.reach()[i] - set.lower()[i])
                } else {
                    0.0
                }
            })
            .sum();
        if total <= 0.0 || left <= set.grain() {
            break;
        }
        let unit = left / total;
        for i in 0..x.len() {
            let step = (unit * weight(i) * (set.reach()[i] - set.lower()[i])).min(room(i, &x));
            x[i] += step;
            left -= step;
        }
    }
    // Where the chosen variables cannot take all, the projection gives every other the same amount of the rest.
    set.project(&mut x);
    x
}
