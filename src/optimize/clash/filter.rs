//! The smallest set of limits that clashes: leaving out by halves what is not needed for the clash.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use crate::optimize::feasible::Budget;
use crate::optimize::limit::{Asks, Constraint, Limit};
use crate::optimize::rows::Row;
use crate::optimize::variables::Variables;
use crate::scenario::Scenario;

use super::program::{Answer, Programs, are_crossed};

/// The limits of a question, and what each asks.
#[derive(Debug)]
pub(super) struct Members {
    pub(super) of_limit: BTreeMap<Limit, Vec<Constraint>>,
    pub(super) programs: Programs,
    pub(super) budget: Budget,
}

/// Limits that clash.
#[derive(Debug)]
pub(super) struct Clashing {
    /// The budget first.
    pub(super) limits: Vec<Limit>,
    /// Whether any part of them can be kept.
    pub(super) is_irreducible: bool,
}

impl Members {
    pub(super) fn new(scenario: &Scenario, variables: &Variables, constraints: &[Constraint], budget: Budget) -> Self {
        let n = variables.dimension();
        let mut of_limit: BTreeMap<Limit, Vec<Constraint>> = BTreeMap::new();
        let money = Row {
            terms: (0..n).map(|i| (i, 1.0)).collect(),
            least: match budget {
                Budget::Exactly(amount) => amount,
                Budget::AtMost(_) => f64::NEG_INFINITY,
            },
            most: budget.amount(),
        };
        of_limit.insert(Limit::Budget, vec![Constraint::row(Limit::Budget, money)]);
        for constraint in constraints {
            let of = of_limit.entry(constraint.limit).or_default();
            match share_of(scenario, constraint.limit) {
                Some((_, share)) => of.push(share_row(scenario, variables, constraint.limit, share)),
                None => of.push(constraint.clone()),
            }
        }
        let bounds = constraints.iter().filter_map(|constraint| match constraint.asks {
            Asks::AtLeast(_, amount) => Some(amount),
            Asks::AtMost(..) | Asks::Row(_) => None,
        });
        let money = budget.amount().abs().max(bounds.fold(0.0, f64::max));
        let unit = if money > 0.0 { money / n.max(1) as f64 } else { 1.0 };
        Self {
            of_limit,
            programs: Programs::new(n, unit),
            budget,
        }
    }

    /// What these limits ask.
    pub(super) fn of<'a>(&'a self, limits: impl Iterator<Item = Limit> + 'a) -> impl Iterator<Item = &'a Constraint> + 'a {
        limits.flat_map(|limit| self.of_limit.get(&limit).into_iter().flatten())
    }
}

/// The group of a limit on its share of all channels' money, and that share.
pub(super) fn share_of(scenario: &Scenario, limit: Limit) -> Option<(usize, f64)> {
    match limit {
        Limit::GroupMinShare(g) => Some((g, scenario.plan.groups[g].min_share)),
        Limit::GroupMaxShare(g) => Some((g, scenario.plan.groups[g].max_share)),
        _ => None,
    }
}

/// A share of what the channels spend, whatever that is: the group's money less the share of all of it. So the budget is a limit of its own, and
/// not hidden in an amount.
pub(super) fn share_row(scenario: &Scenario, variables: &Variables, limit: Limit, share: f64) -> Constraint {
    let is_least = matches!(limit, Limit::GroupMinShare(_));
    let channels = share_of(scenario, limit).map_or(&[][..], |(g, _)| &scenario.plan.groups[g].channels);
    let spends = channels.iter().flat_map(|&c| (0..variables.periods()).map(move |t| (c, t, 1.0)));
    let group = variables.row(spends, 0.0, 0.0);
    let mut weights = vec![-share; variables.dimension()];
    for (i, weight) in group.terms {
        weights[i] += weight;
    }
    Constraint::row(
        limit,
        Row {
            terms: weights.into_iter().enumerate().filter(|term| term.1 != 0.0).collect(),
            least: if is_least { group.least } else { f64::NEG_INFINITY },
            most: if is_least { f64::INFINITY } else { group.most },
        },
    )
}

/// A set of limits that clashes, any part of which can be kept; empty where all of them can be kept, or where that is not known.
pub(super) fn smallest(members: &Members) -> Clashing {
    let mut all: Vec<Limit> = members.of_limit.keys().copied().collect();
    all.sort_by_key(|&limit| rank(limit));
    let filter = Filter {
        members,
        is_sure: Cell::new(true),
    };
    let few = at_a_glance(members).map(|some| all.iter().copied().filter(|limit| some.contains(limit)).collect());
    let candidates: Option<Vec<Limit>> = few.into_iter().chain([all]).find(|limits: &Vec<Limit>| filter.clashes(limits));
    let Some(candidates) = candidates else {
        return Clashing {
            limits: Vec::new(),
            is_irreducible: false,
        };
    };
    let mut limits = filter.needed(&[], false, &candidates);
    limits.sort_unstable();
    Clashing {
        limits,
        is_irreducible: filter.is_sure.get(),
    }
}

/// What is named first where one of two limits can be: what a planner sees through and changes most easily.
const fn rank(limit: Limit) -> usize {
    match limit {
        Limit::Budget => 0,
        Limit::Min(_) | Limit::Max(_) => 1,
        Limit::MinTotal(_) | Limit::MaxTotal(_) => 2,
        Limit::GroupMinTotal(_) | Limit::GroupMaxTotal(_) => 3,
        Limit::GroupMin(_) | Limit::GroupMax(_) => 4,
        Limit::GroupMinShare(_) | Limit::GroupMaxShare(_) => 5,
        Limit::Locked(_) | Limit::Committed(_) => 6,
        Limit::Instalment(_) => 7,
        Limit::Step(_) => 8,
        Limit::Burst(_) => 9,
        Limit::Ramp(_) => 10,
        // limits on what a plan comes to are no limits of spend: they never stand here
        Limit::Cac | Limit::Roi | Limit::Payback | Limit::Leads => 11,
    }
}

/// Limits that clash as two bounds of one variable or as bounds and one sum, without a program; most clashes are of this kind.
fn at_a_glance(members: &Members) -> Option<BTreeSet<Limit>> {
    let n = members.programs.dimension();
    let (mut lower, mut upper) = (vec![(0.0, None); n], vec![(f64::INFINITY, None); n]);
    let all = || members.of_limit.values().flatten();
    for constraint in all() {
        match constraint.asks {
            Asks::AtLeast(i, amount) if amount > lower[i].0 => lower[i] = (amount, Some(constraint.limit)),
            Asks::AtMost(i, amount) if amount < upper[i].0 => upper[i] = (amount, Some(constraint.limit)),
            _ => {}
        }
    }
    let crossed = (0..n).find(|&i| are_crossed(lower[i].0, upper[i].0));
    if let Some(i) = crossed {
        return Some(lower[i].1.into_iter().chain(upper[i].1).collect());
    }
    for constraint in all() {
        let Asks::Row(row) = &constraint.asks else { continue };
        // the end of its bounds that each variable stands at where the sum is smallest, or largest
        let end = |i: usize, low: bool| if low { lower[i] } else { upper[i] };
        for (sign, bound) in [(1.0, row.most), (-1.0, -row.least)] {
            let ends = || row.terms.iter().map(|&(i, weight)| (sign * weight, end(i, sign * weight > 0.0)));
            let sum: f64 = ends().map(|(weight, end)| weight * end.0).sum();
            // far beyond rounding: what is nearer than that is left to the program
            if sum > bound && sum - bound > 1e-9 * bound.abs() {
                return Some(ends().filter_map(|(_, end)| end.1).chain([constraint.limit]).collect());
            }
        }
    }
    None
}

/// Finds out what is needed for a clash.
struct Filter<'a> {
    members: &'a Members,
    /// Whether every question was answered.
    is_sure: Cell<bool>,
}

impl Filter<'_> {
    fn clashes(&self, limits: &[Limit]) -> bool {
        match self.members.programs.keeps(self.members.of(limits.iter().copied())) {
            Answer::Clash => true,
            Answer::Kept => false,
            Answer::Unknown => {
                self.is_sure.set(false);
                false
            }
        }
    }

    /// Those of the candidates that clash together with `with`, none of which can be spared; none where `with` clashes by itself, which has to be
    /// asked where it has `grown`. Source: Junker, QuickXplain (2004).
    fn needed(&self, with: &[Limit], grown: bool, candidates: &[Limit]) -> Vec<Limit> {
        if grown && self.clashes(with) {
            return Vec::new();
        }
        if candidates.len() <= 1 {
            return candidates.to_vec();
        }
        let (first, second) = candidates.split_at(candidates.len() / 2);
        let of_second = self.needed(&[with, first].concat(), true, second);
        let mut needed = self.needed(&[with, &of_second[..]].concat(), !of_second.is_empty(), first);
        needed.extend(of_second);
        needed
    }
}
