//! Limits that hold a proposal back, and what it brings to move the dearest of them.

use crate::format::{decade, ten_to};
use crate::simulate::Simulator;

use super::choice::Choice;
use super::effort::Effort;
use super::limit::Limit;
use super::prices::Prices;
use super::proposal::{HeldBy, Relaxed};
use super::space::{Purse, Space};
use super::spends::{Depth, search_spends};

/// Limits that are moved and searched again.
const SEARCHED: usize = 3;
/// Work of a run [channel-periods] beyond which no limit is searched again.
const LARGE: usize = 50_000;
/// A limit is moved by a round amount of at most this share of itself.
const SHARE: f64 = 0.1;

/// The limits that bind, the dearest first: by what a round part of each would bring.
pub(super) fn held_by(simulator: &Simulator, choice: &Choice, value: f64, prices: &Prices) -> Vec<HeldBy> {
    let scenario = simulator.scenario();
    let mut rows: Vec<(Limit, Option<f64>, Option<f64>)> = (prices.limits.iter())
        .map(|&(limit, price)| (limit, limit.amount(scenario), price))
        .collect();
    let weight = |(limit, amount, price): &(Limit, Option<f64>, Option<f64>)| match (amount, price) {
        (Some(amount), Some(price)) => (price * step(*limit, *amount)).abs(),
        _ => 0.0,
    };
    rows.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.0.cmp(&b.0)));
    // a search of its own for each: where one takes seconds the prices have to do
    let searched = if simulator.work() > LARGE { 0 } else { SEARCHED };
    let relaxed = |(k, row): (usize, &(Limit, Option<f64>, Option<f64>))| {
        let (limit, amount, price) = *row;
        HeldBy {
            limit: limit.key(scenario),
            kind: limit,
            amount,
            price,
            relaxed: amount
                .filter(|_| k < searched)
                .and_then(|amount| relax(simulator, choice, value, limit, amount)),
        }
    };
    rows.iter().enumerate().map(relaxed).collect()
}

/// A round step of up to a tenth; a whole period of a payback.
fn step(limit: Limit, amount: f64) -> f64 {
    match limit {
        Limit::Payback => 1.0,
        _ if amount == 0.0 => 1.0,
        _ => ten_to(decade(SHARE * amount.abs())),
    }
}

/// The plan searched again with the limit moved to where it leaves more plans.
fn relax(simulator: &Simulator, choice: &Choice, value: f64, limit: Limit, amount: f64) -> Option<Relaxed> {
    let step = step(limit, amount);
    let to = if limit.is_ceiling() {
        amount + step
    } else {
        (amount - step).max(0.0)
    };
    let moved = simulator.with_limits(|scenario| limit.set(scenario, to));
    let space = Space::new(&moved).ok()?;
    let set = space.feasible_with(&moved, &choice.actions, Purse::Plan).ok()?;
    let depth = Depth::Look(Effort::full(simulator.work()));
    let found = search_spends(&moved, &space, &set, &choice.actions, Some(choice.found.search.x.clone()), depth);
    (found.off == 0.0).then(|| Relaxed {
        to,
        gain: (found.search.end.value - value).max(0.0),
    })
}
