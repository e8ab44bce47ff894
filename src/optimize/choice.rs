//! Which actions to do: subsets of the candidates, each with the best split of the money that it leaves.

use crate::model::Decision;
use crate::simulate::Simulator;

use super::attainable::out_of_reach;
use super::clash::Clash;
use super::effort::{Effort, Spent};
use super::space::{Purse, Space};
use super::spends::{Depth, Found, search_spends};

/// Up to this many candidate actions all subsets are tried; beyond it the search is greedy with exchange.
const ALL_SUBSETS: usize = 10;
/// Actions, and exchanges of two, that get a look in one round of the greedy search.
const LOOKS_A_ROUND: usize = 16;
/// Looks that the work is spread over where the search is greedy.
const GREEDY_LOOKS: usize = 100;
/// Subsets that get the full search after the first look.
const FINALISTS: usize = 3;

/// A choice of actions and the best spends beside it.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) actions: Vec<bool>,
    pub(super) found: Found,
    depth: Depth,
    /// Whether there was work enough to look at every choice that should be.
    pub(super) thorough: bool,
}

/// The best choice; today's actions where no other gains. Done actions stay done.
///
/// # Errors
/// Where no choice leaves a plan within limits and budget: what clashes with today's actions.
pub(super) fn choose(simulator: &Simulator, space: &Space, today: &Decision, purse: Purse) -> Result<Choice, Clash> {
    let candidates: Vec<usize> = (0..today.actions.len()).filter(|&a| !today.actions[a]).collect();
    let subsets = 1_usize.checked_shl(candidates.len() as u32).unwrap_or(usize::MAX);
    let work = simulator.work();
    let of_subset = Effort::look(work, subsets);
    let all_subsets = candidates.len() <= ALL_SUBSETS && of_subset.affords(1);
    let mut chooser = Chooser {
        simulator,
        space,
        purse,
        effort: if all_subsets { of_subset } else { Effort::look(work, GREEDY_LOOKS) },
        spent: Spent::on_looks(work),
        tried: Vec::new(),
    };
    let first = chooser.look(&today.actions, Depth::Full(Effort::full(work)));
    if all_subsets {
        chooser.try_all(&today.actions, &candidates);
    } else {
        chooser.try_greedily(&today.actions, &candidates);
    }
    chooser.finish();
    let best = chooser.best();
    first.or_else(|clash| if best.is_some() { Ok(()) } else { Err(clash) })?;
    let mut best = chooser.tried.swap_remove(best.expect("today's actions are tried, or clash"));
    best.thorough = !chooser.spent.is_all();
    if best.found.off > 0.0 {
        chooser.tried.insert(0, best);
        let all_burst = chooser.tried.iter().all(|choice| choice.found.off == f64::INFINITY);
        return Err(if all_burst {
            Clash::of_bursts(simulator.scenario(), chooser.tried[0].found.set.budget().amount())
        } else {
            out_of_reach(simulator, space, &chooser.tried)
        });
    }
    Ok(best)
}

struct Chooser<'a> {
    simulator: &'a Simulator,
    space: &'a Space,
    purse: Purse,
    /// Of one look.
    effort: Effort,
    /// What all looks took.
    spent: Spent,
    /// In the order of trying, today's actions first where they leave a plan.
    tried: Vec<Choice>,
}

impl Chooser<'_> {
    /// The best so far, the first among equals.
    fn best(&self) -> Option<usize> {
        let beats = |k: usize, best: usize| self.tried[k].found.beats(&self.tried[best].found);
        (0..self.tried.len()).reduce(|best, k| if beats(k, best) { k } else { best })
    }

    /// Tries a choice once, from the best plan so far too.
    fn look(&mut self, actions: &[bool], depth: Depth) -> Result<(), Clash> {
        if self.tried.iter().any(|known| known.actions == actions) {
            return Ok(());
        }
        let set = self.space.feasible_with(self.simulator, actions, self.purse)?;
        let warm = self.best().map(|best| self.tried[best].found.search.x.clone());
        let found = search_spends(self.simulator, self.space, &set, actions, warm, depth);
        self.tried.push(Choice {
            actions: actions.to_vec(),
            found,
            depth,
            thorough: true,
        });
        Ok(())
    }

    /// Tries `actions` with these flipped, as long as the work lasts; a choice that leaves no plan is none.
    fn flip(&mut self, actions: &[bool], flips: impl IntoIterator<Item = usize>) {
        if self.spent.is_all() {
            return;
        }
        let before = self.tried.len();
        let _ = self.look(&flipped(actions, flips), Depth::Look(self.effort));
        for choice in &self.tried[before..] {
            self.spent.add(choice.found.search.evaluations);
        }
    }

    fn try_all(&mut self, today: &[bool], candidates: &[usize]) {
        for subset in 1..1_usize << candidates.len() {
            let chosen = candidates.iter().enumerate().filter(|(bit, _)| subset >> bit & 1 == 1);
            self.flip(today, chosen.map(|(_, &a)| a));
        }
    }

    /// One candidate more, one less, one for another, or many of these at once, as long as that gains.
    ///
    /// All are ranked by one run each beside the spends of the best plan so far; the best of them get a look with spends of their own.
    fn try_greedily(&mut self, today: &[bool], candidates: &[usize]) {
        let mut simulator = self.simulator.clone();
        while !self.spent.is_all() {
            let at = self.best();
            let (current, x) = match at {
                Some(at) => (self.tried[at].actions.clone(), self.tried[at].found.search.x.clone()),
                None => (today.to_vec(), self.space.point(&self.simulator.today())),
            };
            let value = at.map_or(f64::NEG_INFINITY, |at| self.tried[at].found.value());
            let mut rank = |flips: Vec<usize>| Flip::new(&mut simulator, self.space, self.purse, &current, &x, flips);
            let mut singles: Vec<Flip> = candidates.iter().map(|&a| rank(vec![a])).collect();
            singles.sort_by(|a, b| b.value.total_cmp(&a.value));
            let first = |taken: bool| -> Vec<usize> {
                let ranked = singles.iter().map(|flip| flip.flips[0]);
                ranked.filter(|&a| current[a] == taken).take(LOOKS_A_ROUND).collect()
            };
            let (taken, open) = (first(true), first(false));
            let mut pairs: Vec<Flip> = taken
                .iter()
                .flat_map(|&a| open.iter().map(move |&b| vec![a, b]))
                .map(&mut rank)
                .collect();
            pairs.sort_by(|a, b| b.value.total_cmp(&a.value));
            self.spent.add(singles.len() + pairs.len());

            for flip in singles.iter().filter(|flip| flip.leaves_a_plan).take(LOOKS_A_ROUND) {
                self.flip(&current, flip.flips.iter().copied());
            }
            let mut gaining: Vec<&Flip> = singles.iter().filter(|flip| flip.value > value).collect();
            self.try_together(&current, &gaining);
            let worth = |flip: &Flip| (flip.value - value) / self.simulator.cost_of_action(flip.flips[0]).max(1.0);
            gaining.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
            self.try_together(&current, &gaining);
            for flip in pairs.iter().filter(|flip| flip.leaves_a_plan).take(LOOKS_A_ROUND) {
                self.flip(&current, flip.flips.iter().copied());
            }
            if self.best() == at {
                break;
            }
        }
    }

    /// All of these flips at once, then fewer and fewer of the first.
    fn try_together(&mut self, current: &[bool], flips: &[&Flip]) {
        let mut count = flips.len();
        while count > 1 {
            self.flip(current, flips[..count].iter().flat_map(|flip| flip.flips.iter().copied()));
            count = count * 3 / 4;
        }
    }

    /// Searches the best few in full.
    fn finish(&mut self) {
        let value = |tried: &Choice| tried.found.value();
        let mut order: Vec<usize> = (0..self.tried.len()).collect();
        order.sort_by(|&a, &b| value(&self.tried[b]).total_cmp(&value(&self.tried[a])));
        for k in order.into_iter().take(FINALISTS) {
            let tried = &self.tried[k];
            if matches!(tried.depth, Depth::Full(_)) {
                continue;
            }
            let warm = Some(tried.found.search.x.clone());
            let depth = Depth::Full(Effort::full(self.simulator.work()));
            let Ok(set) = self.space.feasible_with(self.simulator, &tried.actions, self.purse) else {
                continue;
            };
            let found = search_spends(self.simulator, self.space, &set, &tried.actions, warm, depth);
            if found.beats(&tried.found) {
                self.tried[k].found = found;
            }
        }
    }
}

/// Some actions taken up or left, with what one run says about it.
struct Flip {
    flips: Vec<usize>,
    /// The objective beside spends that are near the best known ones.
    value: f64,
    leaves_a_plan: bool,
}

impl Flip {
    fn new(simulator: &mut Simulator, space: &Space, purse: Purse, current: &[bool], x: &[f64], flips: Vec<usize>) -> Self {
        let actions = flipped(current, flips.iter().copied());
        let set = space.feasible_with(simulator, &actions, purse);
        let leaves_a_plan = set.is_ok();
        // what cannot be paid by itself may be paid in exchange for another
        let spends = set.map_or_else(|_| x.to_vec(), |set| space.scaled(x, &set));
        let value = simulator.objective(&space.decision(&spends, &actions));
        Self {
            flips,
            value,
            leaves_a_plan,
        }
    }
}

fn flipped(actions: &[bool], flips: impl IntoIterator<Item = usize>) -> Vec<bool> {
    let mut flipped = actions.to_vec();
    for a in flips {
        flipped[a] = !flipped[a];
    }
    flipped
}
