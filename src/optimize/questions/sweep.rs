//! The best plans for a row of budgets: a few of them searched in full, the others climbed from their neighbours on both sides.

use rayon::prelude::*;

use crate::model::Decision;
use crate::simulate::Simulator;

use super::super::augmented::Priced;
use super::super::choice::choose;
use super::super::clash::Clash;
use super::super::coupled::Multipliers;
use super::super::effort::Effort;
use super::super::evaluate::Evaluator;
use super::super::feasible::Budget;
use super::super::funnel::Funnel;
use super::super::limit::Asks;
use super::super::multistart::{Problem, SearchOptions, search};
use super::super::residual::Residual;
use super::super::space::{Purse, Space};
use super::super::spends::{Depth, Found, search_spends};
use super::super::starts::{Origin, Start};
use super::super::yardsticks::Yardsticks;

/// Two climbs that end within this share of each other have found the same plan.
const SAME: f64 = 1e-8;
/// Steps back and forth until the budget of the highest objective is found: each halves the bracket.
const HALVINGS: usize = 40;
/// Share of a budget that is none: rounding of a search.
const NOTHING: f64 = 1e-6;
/// Share of a budget by which it is moved to see how limits that hang on it follow; they do so linearly.
const MOVED: f64 = 1e-3;
/// Work of one run [channel-periods] up to which a search in full is a matter of a second.
const QUICK: usize = 50_000;

/// The best plan found for one budget.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// Actions included \[money\].
    pub(super) budget: f64,
    pub(super) actions: Vec<bool>,
    pub(super) found: Found,
    /// What one more unit of budget adds to the objective; `None` where no channel can take more.
    pub(super) price: Option<f64>,
}

impl Answer {
    pub(super) fn value(&self) -> f64 {
        self.found.value()
    }
}

/// What all plans of a sweep have in common.
pub(super) struct Sweep<'a> {
    pub(super) simulator: &'a Simulator,
    pub(super) space: &'a Space,
    today: Decision,
    /// Whether each budget is spent in full.
    pub(super) in_full: bool,
    groups: Vec<usize>,
    climb: SearchOptions,
    depth: Depth,
    /// Whether the limits need more than a climb within bounds and rows.
    is_knotty: bool,
}

impl<'a> Sweep<'a> {
    /// For so many budgets.
    pub(super) fn new(simulator: &'a Simulator, space: &'a Space, count: usize) -> Self {
        let effort = Effort::look(simulator.work(), 4 * count);
        Self {
            simulator,
            space,
            today: simulator.today(),
            in_full: simulator.scenario().plan.spend_all,
            groups: space.channel_of(),
            climb: effort.within(1, SearchOptions::default()),
            depth: Depth::Look(effort),
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
        if !self.in_full {
            self.carry_up(&mut answers);
        }
        answers
    }

    /// The search that a proposal makes, at one budget.
    fn in_full_depth(&self, budget: f64) -> Result<Answer, Option<Clash>> {
        let choice = choose(self.simulator, self.space, &self.today, self.purse(budget)).map_err(Some)?;
        if choice.found.off > 0.0 {
            return Err(None);
        }
        Ok(self.priced(budget, choice.actions, choice.found))
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
            search_spends(self.simulator, self.space, &set, actions, Some(warm), self.depth)
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

    fn priced(&self, budget: f64, actions: Vec<bool>, found: Found) -> Answer {
        Answer {
            price: self.price(&actions, &found),
            budget,
            actions,
            found,
        }
    }

    /// What one more unit of budget adds at a plan; limits that hang on the budget, shares and instalments, move with it.
    fn price(&self, actions: &[bool], found: &Found) -> Option<f64> {
        let (set, x) = (&found.set, &found.search.x);
        if set.unspent(x) > NOTHING * set.budget().amount() {
            return Some(0.0);
        }
        let gradient = self.slopes(actions, found);
        if !set.has_rows() {
            return Residual::at(set, x, &gradient).receiver.map(|i| gradient[i]);
        }
        let shadow = set.shadow(x, &gradient, &mut Multipliers::default());
        let amount = set.budget().amount();
        let step = MOVED * amount.max(f64::MIN_POSITIVE);
        let moved = match set.budget() {
            Budget::Exactly(amount) => Budget::Exactly(amount + step),
            Budget::AtMost(amount) => Budget::AtMost(amount + step),
        };
        let rows = |budget: Budget| self.space.all_constraints(self.simulator, actions, budget);
        let (before, after) = (rows(set.budget()), rows(moved));
        let bounds = before
            .iter()
            .zip(&after)
            .filter_map(|(before, after)| match (&before.asks, &after.asks) {
                (Asks::Row(before), Asks::Row(after)) => Some((before, after)),
                _ => None,
            });
        let follows = bounds.zip(&shadow.rows).map(|((before, after), &price)| {
            // a price above 0 is of the most, below 0 of the least
            let by = if price > 0.0 {
                after.most - before.most
            } else {
                after.least - before.least
            };
            if by.is_finite() { price * by / step } else { 0.0 }
        });
        Some(shadow.budget + follows.sum::<f64>())
    }

    /// Slopes of the objective by every variable, limits on what a plan comes to priced in.
    fn slopes(&self, actions: &[bool], found: &Found) -> Vec<f64> {
        let x = &found.search.x;
        let (mut gradient, mut lifted) = (vec![0.0; x.len()], vec![0.0; x.len()]);
        match Yardsticks::new(self.simulator).filter(|_| !found.prices.is_empty()) {
            Some(yardsticks) => {
                Priced::new(self.simulator, self.space, actions, &yardsticks).slopes_at_prices(&found.prices, x, &mut gradient);
                for slope in &mut gradient {
                    *slope = if slope.is_finite() { *slope } else { 0.0 };
                }
            }
            None => {
                let funnel = Funnel::new(self.simulator, self.space, actions);
                Evaluator::new(funnel.objective().as_mut(), &found.set).value_and_gradient(x, &mut gradient, &mut lifted);
            }
        }
        gradient
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
