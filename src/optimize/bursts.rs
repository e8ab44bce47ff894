//! Minimum flights: variables that are at rest or at least at their burst.
//!
//! Which of them run is a pattern; beside a pattern the limits are bounds again, and the search is the common one. The pattern is read off the best plan
//! that minds no bursts, mended until some plan fits it, and then changed one variable at a time as long as that gains.

use super::feasible::{Budget, FeasibleSet};
use super::multistart::{Problem, Search, SearchOptions, search};
use super::starts::{Origin, Start};

/// Shares of its burst from which on a variable counts as running, for the first patterns.
const RUNS_FROM: [f64; 4] = [0.5, 0.25, 0.75, 1e-9];
/// Changes of the pattern that are tried in one round.
const CHANGES: usize = 24;
/// Rounds of changes.
const ROUNDS: usize = 20;
/// A gain below this share is none.
const NOTABLE: f64 = 1e-9;

/// Which variables run; those without a burst do.
type Pattern = Vec<bool>;

/// The best plan found with every variable at rest or at its burst at least, the set of its pattern, and the search in it; `None` where no pattern
/// that was tried leaves a plan.
pub(super) fn search_patterns(
    problem: &dyn Problem,
    set: &FeasibleSet,
    bursts: &[f64],
    plans: &[Vec<f64>],
    options: &SearchOptions,
) -> Option<(FeasibleSet, Search)> {
    let mut tried: Vec<Pattern> = Vec::new();
    let mut best: Option<(Pattern, FeasibleSet, Search)> = None;
    let mut evaluations = 0;
    let mut look = |pattern: Pattern, near: &[f64], best: &mut Option<(Pattern, FeasibleSet, Search)>| -> bool {
        if tried.contains(&pattern) {
            return false;
        }
        tried.push(pattern.clone());
        let Some(inside) = within(set, bursts, &pattern) else {
            return false;
        };
        let found = search(problem, &inside, &[Start::new(Origin::Given, near.to_vec())], None, options);
        evaluations += found.evaluations;
        let better = best
            .as_ref()
            .is_none_or(|(_, _, known)| found.end.value > known.end.value + NOTABLE * known.end.value.abs());
        if better {
            *best = Some((pattern, inside, found));
        }
        better
    };
    for plan in plans {
        for share in RUNS_FROM {
            let pattern: Pattern = (0..plan.len())
                .map(|i| bursts[i] <= 0.0 || plan[i] - set.lower()[i] >= share * (bursts[i] - set.lower()[i]))
                .collect();
            look(mended(set, bursts, plan, pattern), plan, &mut best);
        }
    }
    for _ in 0..ROUNDS {
        let Some((pattern, _, found)) = best.clone() else { break };
        let mut gains = false;
        for changed in changes(problem, set, bursts, &pattern, &found.x) {
            gains |= look(changed, &found.x, &mut best);
            if gains {
                break;
            }
        }
        if !gains {
            break;
        }
    }
    best.map(|(_, inside, mut found)| {
        found.evaluations = evaluations;
        (inside, found)
    })
}

/// The plans of a pattern.
fn within(set: &FeasibleSet, bursts: &[f64], pattern: &[bool]) -> Option<FeasibleSet> {
    let bound = |i: usize, runs: f64, rests: f64| if bursts[i] <= 0.0 || pattern[i] { runs } else { rests };
    let lower = (0..pattern.len())
        .map(|i| bound(i, set.lower()[i].max(bursts[i]), set.lower()[i]))
        .collect();
    let upper = (0..pattern.len()).map(|i| bound(i, set.upper()[i], set.lower()[i])).collect();
    set.with_bounds(lower, upper).ok()
}

/// The pattern changed until bounds and budget fit together, as far as single variables can do that.
fn mended(set: &FeasibleSet, bursts: &[f64], plan: &[f64], mut pattern: Pattern) -> Pattern {
    let least = |pattern: &Pattern| -> f64 {
        (0..plan.len())
            .map(|i| {
                if pattern[i] {
                    set.lower()[i].max(bursts[i])
                } else {
                    set.lower()[i]
                }
            })
            .sum()
    };
    let most = |pattern: &Pattern| -> f64 {
        (0..plan.len())
            .map(|i| if pattern[i] { set.reach()[i] } else { set.lower()[i] })
            .sum()
    };
    let amount = set.budget().amount();
    let near = |i: usize| plan[i] / bursts[i];
    let mut order: Vec<usize> = (0..plan.len()).filter(|&i| bursts[i] > 0.0).collect();
    order.sort_by(|&a, &b| near(a).total_cmp(&near(b)).then(a.cmp(&b)));
    for &i in &order {
        if least(&pattern) <= amount {
            break;
        }
        pattern[i] = false;
    }
    for &i in order.iter().rev() {
        if matches!(set.budget(), Budget::AtMost(_)) || most(&pattern) >= amount {
            break;
        }
        // only what leaves room for its burst
        let was = std::mem::replace(&mut pattern[i], true);
        if least(&pattern) > amount {
            pattern[i] = was;
        }
    }
    pattern
}

/// Patterns with one variable changed: those at their burst rest, those at rest run, the most promising first; then two at once.
fn changes(problem: &dyn Problem, set: &FeasibleSet, bursts: &[f64], pattern: &[bool], x: &[f64]) -> Vec<Pattern> {
    let n = x.len();
    let mut gradient = vec![0.0; n];
    let mut objective = problem.objective();
    let value = objective.value_and_gradient(x, &mut gradient);
    let grain = set.grain();
    // What a change would bring by itself, its money valued at what money earns elsewhere.
    let running: Vec<usize> = (0..n).filter(|&i| pattern[i] && x[i] - set.lower()[i] > grain).collect();
    let price = running.iter().map(|&i| gradient[i]).fold(f64::INFINITY, f64::min).min(f64::MAX);
    let price = if running.is_empty() { 0.0 } else { price };
    let mut point = x.to_vec();
    let mut promise = |i: usize, amount: f64| {
        let was = std::mem::replace(&mut point[i], amount);
        let gain = objective.value(&point) - value - price * (amount - was);
        point[i] = was;
        gain
    };
    let mut singles: Vec<(f64, usize)> = (0..n)
        .filter(|&i| bursts[i] > 0.0)
        .map(|i| {
            if pattern[i] {
                (promise(i, set.lower()[i]), i)
            } else {
                (promise(i, bursts[i]), i)
            }
        })
        .collect();
    singles.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    singles.truncate(CHANGES);
    let flip = |places: &[usize]| {
        let mut changed = pattern.to_vec();
        for &i in places {
            changed[i] = !changed[i];
        }
        changed
    };
    let first = |runs: bool| {
        singles
            .iter()
            .filter(move |single| pattern[single.1] == runs)
            .take(4)
            .map(|single| single.1)
    };
    let pairs = first(true).flat_map(|a| first(false).map(move |b| (a, b)));
    (singles.iter().map(|single| flip(&[single.1])))
        .chain(pairs.map(|(a, b)| flip(&[a, b])))
        .collect()
}
