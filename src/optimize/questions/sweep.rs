//! The best plans for a row of budgets: a few of them searched in full, the others climbed from their neighbours on both sides.

use rayon::prelude::*;

use crate::model::Decision;
use crate::simulate::Simulator;

use super::super::choice::choose;
use super::super::clash::Clash;
use super::super::effort::Effort;
use super::super::feasible::Budget;
use super::super::funnel::Funnel;
use super::super::multistart::{SearchOptions, search};
use super::super::space::{Purse, Space};
use super::super::spends::{Depth, Found, search_spends};
use super::super::starts::{Origin, Start};
use super::super::yardsticks::Yardsticks;
use super::answer::Answer;

/// Two climbs that end within this share of each other have found the same plan.
const SAME: f64 = 1e-8;
/// Steps back and forth until the budget of the highest objective is found: each halves the bracket.
const HALVINGS: usize = 40;
/// Actions that are tried one by one at every budget, at most.
const FLIPS: usize = 16;
/// Rounds in which plans are handed over to neighbours.
const ROUNDS: usize = 3;
/// Share of a budget that is none: rounding of a search.
pub(super) const NOTHING: f64 = 1e-6;
/// Work of one run [channel-periods] up to which a search in full is a matter of a second.
const QUICK: usize = 50_000;

/// What all plans of a sweep have in common.
pub(super) struct Sweep<'a> {
    pub(super) simulator: &'a Simulator,
    pub(super) space: &'a Space,
    today: Decision,
    /// Whether each budget is spent in full.
    pub(super) in_full: bool,
    groups: Vec<usize>,
    climb: SearchOptions,
    look: Depth,
    deep: Depth,
    /// Actions that a plan may take up or leave; none where there are too many to try each at every budget.
    candidates: Vec<usize>,
    /// Whether the limits need more than a climb within bounds and rows.
    is_knotty: bool,
}

impl<'a> Sweep<'a> {
    /// For so many budgets.
    pub(super) fn new(simulator: &'a Simulator, space: &'a Space, count: usize) -> Self {
        let effort = Effort::look(simulator.work(), 4 * count);
        let today = simulator.today();
        let mut candidates: Vec<usize> = (0..today.actions.len()).filter(|&a| !today.actions[a]).collect();
        if candidates.len() > FLIPS || !effort.affords(candidates.len()) {
            candidates.clear();
        }
        Self {
            simulator,
            space,
            today,
            candidates,
            in_full: simulator.scenario().plan.spend_all,
            groups: space.channel_of(),
            climb: effort.within(1, SearchOptions::default()),
            look: Depth::Look(effort),
            deep: Depth::Full(effort),
            is_knotty: space.has_bursts() || Yardsticks::new(simulator).is_some(),
        }
    }

    /// Budgets that are searched in full, at least; fewer where one of these searches takes long.
    pub(super) fn anchors(&self, most: usize) -> usize {
        if self.simulator.work() <= QUICK { most } else { most.min(3) }
    }

    pub(super) const fn purse(&self, amount: f64) -> Purse {
        Purse::Of(if self.in_full {
            Budget::Exactly(amount)
        } else {
            Budget::AtMost(amount)
        })
    }

    /// The best plan for each budget, in their order, which ascends; `anchors` of them at least are searched in full, ends included. Where limits
    /// clash with a budget, or no plan keeps those on what it comes to, there is none.
    pub(super) fn along(&self, budgets: &[f64], anchors: usize) -> Vec<Result<Answer, Option<Clash>>> {
        let mut answers: Vec<Result<Answer, Option<Clash>>> = (budgets.par_iter())
            .map(
                |&budget| match self.space.feasible_with(self.simulator, &self.today.actions, self.purse(budget)) {
                    Ok(_) => Err(None),
                    // other actions may leave one
                    Err(clash) if self.today.actions.iter().all(|&done| done) => Err(Some(clash)),
                    Err(_) => self.in_full_depth(budget),
                },
            )
            .collect();
        let open: Vec<usize> = (0..budgets.len()).filter(|&k| matches!(answers[k], Err(None))).collect();
        let places = spread(open.len(), anchors).into_iter().map(|k| open[k]).collect::<Vec<_>>();
        let full: Vec<_> = places.par_iter().map(|&k| self.in_full_depth(budgets[k])).collect();
        for (&k, answer) in places.iter().zip(full) {
            answers[k] = answer;
        }
        let known: Vec<usize> = places.into_iter().filter(|&k| answers[k].is_ok()).collect();
        let between: Vec<(usize, Vec<Option<Answer>>)> = (known.par_windows(2))
            .map(|pair| {
                let ends = (answers[pair[0]].as_ref().ok(), answers[pair[1]].as_ref().ok());
                (pair[0], self.fill(&budgets[pair[0]..=pair[1]], ends))
            })
            .collect();
        for (first, found) in between {
            for (k, answer) in found.into_iter().enumerate() {
                let Some(answer) = answer else { continue };
                let place = &mut answers[first + k];
                if place.as_ref().map_or(true, |known| answer.found.beats(&known.found)) {
                    *place = Ok(answer);
                }
            }
        }
        answers = answers
            .into_par_iter()
            .map(|answer| answer.map(|answer| self.refined(answer)))
            .collect();
        for _ in 0..ROUNDS {
            if !self.hand_over(&mut answers) {
                break;
            }
        }
        if !self.in_full {
            self.carry_up(&mut answers);
        }
        answers
    }

    /// The plan of a budget between those that are searched in full: the spends searched from many starts besides, and each action in turn taken up or
    /// left, as long as that gains.
    fn refined(&self, mut best: Answer) -> Answer {
        let rounds = if best.is_full { 0 } else { self.candidates.len() + 1 };
        for _ in 0..rounds {
            let x = best.found.search.x.clone();
            if let Ok(set) = self.space.feasible_with(self.simulator, &best.actions, self.purse(best.budget)) {
                let found = search_spends(self.simulator, self.space, &set, &best.actions, Some(x), self.deep);
                if found.beats(&best.found) {
                    best = self.priced(best.budget, best.actions, found);
                }
            }
            let flips = self.candidates.iter().filter_map(|&a| {
                let mut other = best.clone();
                other.actions[a] = !other.actions[a];
                self.follow(&other, best.budget)
            });
            let Some(flipped) = flips.reduce(|best, next| if next.found.beats(&best.found) { next } else { best }) else {
                break;
            };
            if flipped.value() <= best.value() + SAME * best.value().abs() {
                break;
            }
            best = flipped;
        }
        best
    }

    /// Each plan climbed from those of its two neighbours; whether any of them gains.
    fn hand_over(&self, answers: &mut [Result<Answer, Option<Clash>>]) -> bool {
        let gains: Vec<(usize, Answer)> = (0..answers.len())
            .into_par_iter()
            .filter_map(|k| {
                let own = answers[k].as_ref().ok()?;
                let neighbours = [k.checked_sub(1), Some(k + 1)].into_iter().flatten();
                let plans = neighbours.filter_map(|n| self.follow(answers.get(n)?.as_ref().ok()?, own.budget));
                let best = plans.reduce(|best, next| if next.found.beats(&best.found) { next } else { best })?;
                (best.value() > own.value() + SAME * own.value().abs()).then_some((k, best))
            })
            .collect();
        let gained = !gains.is_empty();
        for (k, answer) in gains {
            answers[k] = Ok(answer);
        }
        gained
    }

    /// The search that a proposal makes, at one budget.
    fn in_full_depth(&self, budget: f64) -> Result<Answer, Option<Clash>> {
        let choice = choose(self.simulator, self.space, &self.today, self.purse(budget)).map_err(Some)?;
        if choice.found.off > 0.0 {
            return Err(None);
        }
        Ok(Answer {
            is_full: true,
            ..self.priced(budget, choice.actions, choice.found)
        })
    }

    /// The plans of the budgets between two known ones, these included: climbed up from the one and down from the other. Where the two ways end at
    /// different plans, the budget in their middle is searched in full, and where that finds a third, both halves are filled anew.
    fn fill(&self, budgets: &[f64], ends: (Option<&Answer>, Option<&Answer>)) -> Vec<Option<Answer>> {
        let last = budgets.len() - 1;
        let walk = |from: Option<&Answer>, places: &mut dyn Iterator<Item = usize>| {
            let mut way: Vec<Option<Answer>> = vec![None; budgets.len()];
            let mut at = from.cloned();
            for k in places {
                let next = at.as_ref().and_then(|at| self.follow(at, budgets[k]));
                if next.is_some() {
                    at.clone_from(&next);
                }
                way[k] = next;
            }
            way
        };
        let (up, down) = rayon::join(|| walk(ends.0, &mut (1..=last)), || walk(ends.1, &mut (0..last).rev()));
        let parted: Vec<usize> = (1..last).filter(|&k| differ(up[k].as_ref(), down[k].as_ref())).collect();
        let mut best: Vec<Option<Answer>> = up.into_iter().zip(down).map(|(up, down)| better(up, down)).collect();
        best[0] = better(ends.0.cloned(), best[0].take());
        best[last] = better(ends.1.cloned(), best[last].take());
        let Some(&middle) = parted.get(parted.len() / 2) else {
            return best;
        };
        let Ok(full) = self.in_full_depth(budgets[middle]) else {
            return best;
        };
        let known = best[middle].as_ref().map_or(f64::NEG_INFINITY, Answer::value);
        let is_third = full.value() > known + SAME * known.abs();
        best[middle] = better(best[middle].take(), Some(full));
        if is_third {
            let (lower, upper) = rayon::join(
                || self.fill(&budgets[..=middle], (best[0].as_ref(), best[middle].as_ref())),
                || self.fill(&budgets[middle..], (best[middle].as_ref(), best[last].as_ref())),
            );
            for (k, answer) in lower
                .into_iter()
                .enumerate()
                .chain(upper.into_iter().enumerate().map(|(k, a)| (middle + k, a)))
            {
                best[k] = better(best[k].take(), answer);
            }
        }
        best
    }

    /// The plan of another budget, climbed from a known one with its actions; `None` where they leave no plan.
    pub(super) fn follow(&self, known: &Answer, budget: f64) -> Option<Answer> {
        let actions = &known.actions;
        let set = self.space.feasible_with(self.simulator, actions, self.purse(budget)).ok()?;
        let x = &known.found.search.x;
        let fits = !self.in_full && x.iter().sum::<f64>() <= set.budget().amount();
        let warm = if fits { x.clone() } else { self.space.scaled(x, &set) };
        let found = if self.is_knotty {
            search_spends(self.simulator, self.space, &set, actions, Some(warm), self.look)
        } else {
            let funnel = Funnel::new(self.simulator, self.space, actions).without_relaxation();
            let neighbours = self.space.has_free().then_some(self.groups.as_slice());
            let search = search(&funnel, &set, &[Start::new(Origin::Given, warm)], neighbours, &self.climb);
            Found {
                set,
                search,
                off: 0.0,
                prices: Vec::new(),
            }
        };
        (found.off == 0.0).then(|| self.priced(budget, actions.clone(), found))
    }

    /// A smaller budget's plan is one of the larger budget too, where that need not be spent in full.
    fn carry_up(&self, answers: &mut [Result<Answer, Option<Clash>>]) {
        for k in 1..answers.len() {
            let (before, after) = answers.split_at_mut(k);
            let (Ok(smaller), Ok(larger)) = (&before[k - 1], &mut after[0]) else {
                continue;
            };
            if smaller.value() <= larger.value() {
                continue;
            }
            let budget = larger.budget;
            *larger = match self.follow(smaller, budget) {
                Some(followed) if followed.value() >= smaller.value() => followed,
                _ => Answer { budget, ..smaller.clone() },
            };
        }
    }

    /// The budget at which a further unit returns nothing, around the best of these answers; `None` where it lies beyond the first or the last.
    pub(super) fn maximum(&self, answers: &[&Answer]) -> Option<Answer> {
        let best = (0..answers.len()).reduce(|best, k| if answers[k].value() > answers[best].value() { k } else { best })?;
        if !self.in_full {
            let last = answers[answers.len() - 1];
            let spent = self.spent(last);
            return (spent < last.budget * (1.0 - NOTHING)).then(|| Answer {
                budget: spent,
                price: Some(0.0),
                ..last.clone()
            });
        }
        let mut at = answers[best].clone();
        let gains = |at: &Answer| at.price.is_some_and(|price| price > 0.0);
        let mut low = if gains(&at) {
            at.budget
        } else {
            answers[best.checked_sub(1)?].budget
        };
        let mut high = if gains(&at) { answers.get(best + 1)?.budget } else { at.budget };
        for _ in 0..HALVINGS {
            if high - low <= 1e-9 * high {
                break;
            }
            at = self.follow(&at, f64::midpoint(low, high))?;
            if gains(&at) {
                low = at.budget;
            } else {
                high = at.budget;
            }
        }
        // where the best plan changes all at once no slope is 0: then the best that is known is the top
        let falls_short = at.value() < answers[best].value() - SAME * answers[best].value().abs();
        Some(if falls_short { answers[best].clone() } else { at })
    }

    /// What a plan spends, actions included \[money\].
    pub(super) fn spent(&self, answer: &Answer) -> f64 {
        answer.found.search.x.iter().sum::<f64>() + self.simulator.action_cost(&answer.actions)
    }

    /// The decision of an answer.
    pub(super) fn decision(&self, answer: &Answer) -> Decision {
        self.space.decision(&answer.found.search.x, &answer.actions)
    }
}

/// `count` places spread over `0..all`, both ends among them.
fn spread(all: usize, count: usize) -> Vec<usize> {
    let count = count.min(all);
    match count {
        0 => Vec::new(),
        1 => vec![all / 2],
        _ => (0..count).map(|k| k * (all - 1) / (count - 1)).collect(),
    }
}

fn better(a: Option<Answer>, b: Option<Answer>) -> Option<Answer> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.found.beats(&a.found) { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// Whether two ways to one budget end at plans of different worth.
fn differ(a: Option<&Answer>, b: Option<&Answer>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a.value() - b.value()).abs() > SAME * a.value().abs().max(b.value().abs()),
        _ => true,
    }
}
