//! Which actions to do: subsets of the candidates, each with the best split of the money that it leaves.

use crate::model::Decision;
use crate::simulate::Simulator;

use super::feasible::FeasibleSet;
use super::multistart::Search;
use super::space::{Clash, Space};
use super::spends::{Depth, search_spends};

/// Up to this many candidate actions all subsets are tried; beyond it the search is greedy with exchange.
const ALL_SUBSETS: usize = 10;
/// Subsets that get the full search after the first look.
const FINALISTS: usize = 3;

/// A choice of actions, the plans that it leaves, and the best of them.
pub(super) struct Choice {
    pub(super) actions: Vec<bool>,
    pub(super) set: FeasibleSet,
    pub(super) found: Search,
    depth: Depth,
}

/// The best choice; today's actions where no other gains. Done actions stay done.
///
/// # Errors
/// Where no choice leaves a plan within limits and budget: what clashes with today's actions.
pub(super) fn choose(simulator: &Simulator, space: &Space, today: &Decision) -> Result<Choice, Clash> {
    let candidates: Vec<usize> = (0..today.actions.len()).filter(|&a| !today.actions[a]).collect();
    let mut chooser = Chooser {
        simulator,
        space,
        tried: Vec::new(),
    };
    let first = chooser.look(&today.actions, Depth::Full);
    if candidates.len() <= ALL_SUBSETS {
        chooser.try_all(&today.actions, &candidates);
    } else {
        chooser.try_greedily(&today.actions, &candidates);
    }
    chooser.finish();
    let best = chooser.best();
    first.or_else(|clash| if best.is_some() { Ok(()) } else { Err(clash) })?;
    Ok(chooser.tried.swap_remove(best.expect("today's actions are tried, or clash")))
}

struct Chooser<'a> {
    simulator: &'a Simulator,
    space: &'a Space,
    /// In the order of trying, today's actions first where they leave a plan.
    tried: Vec<Choice>,
}

impl Chooser<'_> {
    /// The best so far, the first among equals.
    fn best(&self) -> Option<usize> {
        let value = |k: usize| self.tried[k].found.end.value;
        (0..self.tried.len()).reduce(|best, k| if value(k) > value(best) { k } else { best })
    }

    /// Tries a choice once, from the best plan so far too.
    fn look(&mut self, actions: &[bool], depth: Depth) -> Result<(), Clash> {
        if self.tried.iter().any(|known| known.actions == actions) {
            return Ok(());
        }
        let set = self.space.feasible(self.simulator, actions)?;
        let warm = self.best().map(|best| self.tried[best].found.x.clone());
        let found = search_spends(self.simulator, self.space, &set, actions, warm, depth);
        self.tried.push(Choice {
            actions: actions.to_vec(),
            set,
            found,
            depth,
        });
        Ok(())
    }

    /// Tries `actions` with these flipped; a choice that leaves no plan is none.
    fn flip(&mut self, actions: &[bool], flips: impl IntoIterator<Item = usize>) {
        let mut flipped = actions.to_vec();
        for a in flips {
            flipped[a] = !flipped[a];
        }
        let _ = self.look(&flipped, Depth::Look);
    }

    fn try_all(&mut self, today: &[bool], candidates: &[usize]) {
        for subset in 1..1_usize << candidates.len() {
            let chosen = candidates.iter().enumerate().filter(|(bit, _)| subset >> bit & 1 == 1);
            self.flip(today, chosen.map(|(_, &a)| a));
        }
    }

    /// One candidate more, one less, or one for another, as long as that gains.
    fn try_greedily(&mut self, today: &[bool], candidates: &[usize]) {
        loop {
            let at = self.best();
            let current = at.map_or_else(|| today.to_vec(), |at| self.tried[at].actions.clone());
            for &a in candidates {
                self.flip(&current, [a]);
            }
            if self.best() == at {
                for &a in candidates.iter().filter(|&&a| current[a]) {
                    for &b in candidates.iter().filter(|&&b| !current[b]) {
                        self.flip(&current, [a, b]);
                    }
                }
            }
            if self.best() == at {
                break;
            }
        }
    }

    /// Searches the best few in full.
    fn finish(&mut self) {
        let value = |tried: &Choice| tried.found.end.value;
        let mut order: Vec<usize> = (0..self.tried.len()).collect();
        order.sort_by(|&a, &b| value(&self.tried[b]).total_cmp(&value(&self.tried[a])));
        for k in order.into_iter().take(FINALISTS) {
            let tried = &self.tried[k];
            if tried.depth == Depth::Full {
                continue;
            }
            let warm = Some(tried.found.x.clone());
            let found = search_spends(self.simulator, self.space, &tried.set, &tried.actions, warm, Depth::Full);
            if found.end.value > value(tried) {
                self.tried[k].found = found;
            }
        }
    }
}
