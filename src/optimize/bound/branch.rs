//! The best levels of channels that earn each by itself, with proof: branch and bound on concave envelopes.
//!
//! Sigmoidal programming (Udell, Boyd 2013): every channel's earnings between the limits of a node are replaced by their smallest concave
//! majorant; the best split of the budget over these is had by filling their pieces by slope, and bounds the node. At most one channel ends
//! inside a piece; the node is cut there, where the majorant lies highest above the earnings. Where what is above the earnings is that
//! they are not known between samples, samples are added and the node is tried again.

use std::collections::BinaryHeap;

use super::level::Level;
use crate::optimize::feasible::Budget;

/// Gap at which the search ends, as a share of the earnings' size.
const ENOUGH: f64 = 1e-9;
/// Steps that a search may take, each of some work for every sample.
const STEPS: usize = 4_000;
/// Samples and periods of all channels that all steps may look at: some tens of milliseconds.
const WORK: usize = 4_000_000;

/// The answer.
#[derive(Debug, Clone)]
pub(super) struct Best {
    /// No levels earn more, money taken off.
    pub(super) most: f64,
    /// Levels that keep limits and budget, and what they earn.
    pub(super) levels: Vec<f64>,
    pub(super) earned: f64,
    /// What one more unit of budget earns in the first relaxed split.
    pub(super) price: f64,
}

/// A part of the space: limits of every channel.
#[derive(Debug, Clone)]
struct Node {
    bound: f64,
    lower: Vec<f64>,
    upper: Vec<f64>,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Node {}
impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Node {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.bound.total_cmp(&other.bound)
    }
}

/// A node's best relaxed split.
struct Relaxed {
    bound: f64,
    levels: Vec<f64>,
    /// The samples at both ends of the piece that each channel ends in.
    ends: Vec<(f64, f64)>,
    /// By how much the majorant of each lies above its earnings there.
    gaps: Vec<f64>,
    earned: f64,
    price: f64,
}

/// Searches for the best levels; a unit of money in channel `c` costs `cost[c]`.
///
/// `None` where the lower limits cost more than the budget, or the upper ones cannot spend one that has to be spent.
pub(super) fn best_levels(levels: &mut [Level<'_>], cost: &[f64], lower: &[f64], upper: &[f64], budget: Budget) -> Option<Best> {
    let root = Node {
        bound: f64::INFINITY,
        lower: lower.to_vec(),
        upper: upper.to_vec(),
    };
    let mut open = BinaryHeap::from([root]);
    let mut best: Option<Best> = None;
    let mut work = 0;
    for _ in 0..STEPS {
        let Some(node) = open.pop() else { break };
        let enough = |best: &Best| node.bound - best.earned <= ENOUGH * best.earned.abs().max(size(levels));
        if best.as_ref().is_some_and(enough) || work > WORK {
            open.push(node);
            break;
        }
        work += levels.iter().map(|level| level.at.len() + level.periods()).sum::<usize>();
        let Some(relaxed) = relax(levels, cost, &node, budget) else {
            continue;
        };
        let bound = relaxed.bound.min(node.bound);
        let incumbent = best.as_ref().map_or(f64::NEG_INFINITY, |best| best.earned);
        let price = best.as_ref().map_or(relaxed.price, |best| best.price);
        if relaxed.earned > incumbent {
            best = Some(Best {
                most: f64::INFINITY,
                levels: relaxed.levels.clone(),
                earned: relaxed.earned,
                price,
            });
        }
        let earned = relaxed.earned.max(incumbent);
        let tolerance = ENOUGH * earned.abs().max(size(levels));
        let node = Node { bound, ..node };
        if bound - earned <= tolerance {
            open.push(node);
        } else if !split(levels, &mut open, node, &relaxed, bound - earned, tolerance) {
            break;
        }
    }
    let mut best = best?;
    best.most = open.peek().map_or(best.earned, |node| node.bound.max(best.earned));
    Some(best)
}

/// What all channels earn at their most: rounding is measured against it.
fn size(levels: &[Level<'_>]) -> f64 {
    levels.iter().map(|level| level.earned.last().copied().unwrap_or(0.0).abs()).sum()
}

/// Adds samples where the node's bound hangs on their lack, else cuts the node in two. Whether either could be done.
fn split(levels: &mut [Level<'_>], open: &mut BinaryHeap<Node>, node: Node, relaxed: &Relaxed, gap: f64, tolerance: f64) -> bool {
    // a quarter of the gap may come from what lies between samples, the rest is of the shape
    let much = gap.max(tolerance) / (4 * levels.len()) as f64;
    let mut refined = false;
    for (level, &(from, to)) in levels.iter_mut().zip(&relaxed.ends) {
        refined |= level.refine(from, much);
        if to > from {
            refined |= level.refine(to, much);
        }
    }
    if refined {
        open.push(node);
        return true;
    }
    let inside = |c: usize| node.lower[c] < relaxed.levels[c] && relaxed.levels[c] < node.upper[c];
    let widest = (0..levels.len())
        .filter(|&c| inside(c))
        .reduce(|best, c| if relaxed.gaps[c] > relaxed.gaps[best] { c } else { best });
    let Some(c) = widest else {
        open.push(node);
        return false;
    };
    let z = relaxed.levels[c];
    levels[c].sample(z);
    let (mut left, mut right) = (node.clone(), node);
    left.upper[c] = z;
    right.lower[c] = z;
    open.push(left);
    open.push(right);
    true
}

/// Fills the envelopes by slope.
fn relax(levels: &[Level<'_>], cost: &[f64], node: &Node, budget: Budget) -> Option<Relaxed> {
    let mut left = budget.amount() - node.lower.iter().sum::<f64>();
    // sums of limits that differ from the budget by rounding alone fit it
    let rounding = 1e-12 * budget.amount().abs();
    let room: f64 = node.upper.iter().zip(&node.lower).map(|(u, l)| u - l).sum();
    if left < -rounding || (matches!(budget, Budget::Exactly(_)) && left > room + rounding) {
        return None;
    }
    let mut pieces: Vec<(f64, usize, usize, usize)> = Vec::new();
    let mut corners = Vec::new();
    let mut bound = 0.0;
    let mut levels_now = node.lower.clone();
    let mut ends: Vec<(f64, f64)> = node.lower.iter().map(|&z| (z, z)).collect();
    let mut above = vec![0.0; levels.len()];
    for (c, level) in levels.iter().enumerate() {
        let (from, to) = (level.find(node.lower[c]), level.find(node.upper[c]));
        level.envelope(from, to, &mut corners);
        above[c] = level.lifted(from, from, to);
        for corner in corners.windows(2) {
            let (a, b) = (level.lifted(corner[0], from, to), level.lifted(corner[1], from, to));
            pieces.push((
                (b - a) / (level.at[corner[1]] - level.at[corner[0]]) - cost[c],
                c,
                corner[0],
                corner[1],
            ));
        }
    }
    pieces.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut price = 0.0;
    for (slope, c, a, b) in pieces {
        if left <= 0.0 || (matches!(budget, Budget::AtMost(_)) && slope <= 0.0) {
            break;
        }
        let level = &levels[c];
        let width = level.at[b] - level.at[a];
        price = slope;
        if width <= left {
            levels_now[c] = level.at[b];
            ends[c] = (level.at[b], level.at[b]);
            left -= width;
        } else {
            levels_now[c] = (level.at[a] + left).min(level.at[b]);
            ends[c] = (level.at[a], level.at[b]);
            left = 0.0;
            price = slope;
        }
        let step = levels_now[c] - level.at[a];
        above[c] += (slope + cost[c]) * step;
    }
    let mut gaps = Vec::with_capacity(levels.len());
    let mut earned = 0.0;
    for (c, level) in levels.iter().enumerate() {
        let own = level.earn(levels_now[c]);
        gaps.push(above[c] - own);
        earned += own - cost[c] * levels_now[c];
        bound += above[c] - cost[c] * levels_now[c];
    }
    Some(Relaxed {
        bound,
        levels: levels_now,
        ends,
        gaps,
        earned,
        price,
    })
}
