//! The proposal: which actions, how much money where, and how good that is.

use crate::model::Decision;
use crate::simulate::Simulator;

use super::cents::settle_to_cents;
use super::feasible::{Budget, FeasibleSet};
use super::funnel::Funnel;
use super::multistart::{Search, SearchOptions, search};
use super::proposal::{ActionChoice, Column, Proposal, Status};
use super::rows::{channel_moves, prices};
use super::separable::{SampledCurve, split_by_slope, split_on_grid};
use super::space::{Clash, Space};
use super::spectral::Stop;
use super::starts::{Origin, Start};

/// Up to this many candidate actions all subsets are tried; beyond it the search is greedy with exchange.
const ALL_SUBSETS: usize = 10;
/// Subsets that get the full search after the first look.
const FINALISTS: usize = 3;
/// Variables up to which response curves are sampled for a global start.
const SAMPLED: usize = 64;
/// Places of a sampled curve.
const SAMPLES: usize = 65;
/// Random starts.
const RANDOM: u64 = 4;
/// Stream of the random starts: a search has no randomness of its own.
const SEED: u64 = 0;
/// Work that one climb may take [channel-periods run].
const WORK: usize = 2_000_000_000;
/// A gain below this share of the objective is no gain.
const NO_GAIN: f64 = 1e-9;

/// The best plan found within limits and budget, beside today's plan and today's plan scaled to the budget.
///
/// It is never worse than today's plan where that keeps limits and budget, nor than the scaled one.
///
/// # Errors
/// Where limits and budget clash: no plan keeps them all.
pub fn propose(simulator: &mut Simulator) -> Result<Proposal, Clash> {
    let space = Space::new(simulator)?;
    let today = simulator.today();
    let choice = choose_actions(simulator, &space, &today)?;
    let Choice {
        actions,
        set,
        found,
        scaled,
    } = choice;
    let mut x = found.x.clone();
    settle_to_cents(&set, &mut x);
    let mut best = space.decision(&x, &actions);
    let mut value = simulator.objective(&best);
    let unsettled = space.decision(&found.x, &actions);
    if simulator.objective(&unsettled) > value + 0.01 * value.abs().mul_add(NO_GAIN, 1.0) {
        // a kink can make a cent dear: then full precision
        best = unsettled;
        value = simulator.objective(&best);
        x.clone_from(&found.x);
    }
    let today_value = simulator.objective(&today);
    let today_feasible = keeps(simulator, &space, &today);
    // the plans that the proposal may not be worse than
    let mut nothing_gained = false;
    for (rival, rival_value) in today_feasible
        .then(|| (today.clone(), today_value))
        .into_iter()
        .chain(scaled.clone())
    {
        if value <= rival_value + NO_GAIN * rival_value.abs() {
            (best, value, nothing_gained) = (rival, rival_value, true);
        }
    }
    if nothing_gained {
        x = space.point(&best);
    }
    let status = match found.end.stop {
        _ if nothing_gained => Status::NothingToGain,
        Stop::Converged => Status::Converged,
        Stop::Kink => Status::Kink,
        Stop::NoProgress | Stop::NotFinite => Status::NoProgress,
        Stop::StepLimit => Status::StepLimit,
    };
    let prices = prices(simulator, &space, &set, &best, &x);
    let mut column = |decision: Decision, objective: f64, feasible: bool| Column {
        forecast: simulator.forecast(&decision),
        decision,
        objective,
        feasible,
    };
    let today_column = column(today.clone(), today_value, today_feasible);
    let scaled_column = scaled.map(|(decision, value)| column(decision, value, true));
    let proposal_column = column(best.clone(), value, true);
    let bound = found
        .upper_bound
        .filter(|_| simulator.model().is_plain() && no_candidates(&today))
        .map(|bound| bound.max(value));
    let mut proposal = Proposal {
        objective: simulator.scenario().plan.objective.word(),
        budget: simulator.budget(),
        channels: channel_moves(simulator, &today, scaled_column.as_ref(), &proposal_column, &prices),
        actions: action_choices(simulator, &today, &best, value),
        today: today_column,
        scaled: scaled_column,
        proposal: proposal_column,
        status,
        residual: prices.residual,
        agreement: found.agreement,
        starts: found.tried,
        upper_bound: bound,
        budget_price: prices.budget,
        notes: Vec::new(),
    };
    proposal.notes = super::notes::notes(simulator, &space, &proposal);
    Ok(proposal)
}

fn no_candidates(today: &Decision) -> bool {
    today.actions.iter().all(|&done| done)
}

/// Whether a decision keeps limits and budget.
fn keeps(simulator: &Simulator, space: &Space, decision: &Decision) -> bool {
    let cost = simulator.action_cost(&decision.actions);
    let within = decision
        .spend
        .chunks(decision.periods)
        .zip(&simulator.scenario().channels)
        .all(|(spend, channel)| spend.iter().all(|&x| x >= channel.limits.min && x <= channel.limits.max));
    within
        && space
            .feasible(simulator.budget(), cost, simulator.scenario().plan.spend_all)
            .is_ok_and(|set| set.contains(&space.point(decision)))
}

/// What was chosen to be done, and the search for the spends beside it.
struct Choice {
    actions: Vec<bool>,
    set: FeasibleSet,
    found: Search,
    /// Today's plan (without new actions) scaled to the budget, with its value.
    scaled: Option<(Decision, f64)>,
}

/// How thorough a search is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// From a few good starts.
    Look,
    /// From all starts.
    Full,
}

/// Tries subsets of the candidate actions, each with its own best split of the rest of the budget.
fn choose_actions(simulator: &mut Simulator, space: &Space, today: &Decision) -> Result<Choice, Clash> {
    let budget = simulator.budget();
    let spend_all = simulator.scenario().plan.spend_all;
    let feasible = |simulator: &Simulator, actions: &[bool]| space.feasible(budget, simulator.action_cost(actions), spend_all);
    let base = feasible(simulator, &today.actions)?;
    let scaled_decision = space.decision(&space.scaled(&space.point(today), &base), &today.actions);
    let scaled_value = simulator.objective(&scaled_decision);
    let first = run(simulator, space, &base, &today.actions, today, None, Depth::Full);
    let mut tried: Vec<(Vec<bool>, FeasibleSet, Search)> = vec![(today.actions.clone(), base, first)];
    let candidates: Vec<usize> = (0..today.actions.len()).filter(|&a| !today.actions[a]).collect();
    let mut look = |simulator: &Simulator, actions: Vec<bool>, tried: &mut Vec<(Vec<bool>, FeasibleSet, Search)>| {
        if tried.iter().any(|(known, ..)| *known == actions) {
            return;
        }
        // a subset that leaves no feasible plan is no choice
        if let Ok(set) = feasible(simulator, &actions) {
            let warm = tried
                .iter()
                .max_by(|a, b| a.2.end.value.total_cmp(&b.2.end.value))
                .map(|(.., found)| found.x.clone());
            let found = run(simulator, space, &set, &actions, today, warm, Depth::Look);
            tried.push((actions, set, found));
        }
    };
    if candidates.len() <= ALL_SUBSETS {
        for subset in 1..1_usize << candidates.len() {
            let mut actions = today.actions.clone();
            for (bit, &a) in candidates.iter().enumerate() {
                actions[a] = subset >> bit & 1 == 1;
            }
            look(simulator, actions, &mut tried);
        }
    } else {
        greedy(simulator, &candidates, &mut tried, &mut look);
    }
    // the best few of the first look are searched in full; the first among equals stays
    let mut order: Vec<usize> = (0..tried.len()).collect();
    order.sort_by(|&a, &b| tried[b].2.end.value.total_cmp(&tried[a].2.end.value));
    for &k in order.iter().take(FINALISTS).filter(|&&k| k != 0) {
        let warm = Some(tried[k].2.x.clone());
        let found = run(simulator, space, &tried[k].1, &tried[k].0, today, warm, Depth::Full);
        if found.end.value > tried[k].2.end.value {
            tried[k].2 = found;
        }
    }
    let best = (0..tried.len()).reduce(|best, k| if tried[k].2.end.value > tried[best].2.end.value { k } else { best });
    let (actions, set, found) = tried.swap_remove(best.unwrap_or(0));
    Ok(Choice {
        actions,
        set,
        found,
        scaled: Some((scaled_decision, scaled_value)),
    })
}

/// One candidate more, one less, or one for another, as long as that gains.
fn greedy(
    simulator: &Simulator,
    candidates: &[usize],
    tried: &mut Vec<(Vec<bool>, FeasibleSet, Search)>,
    look: &mut impl FnMut(&Simulator, Vec<bool>, &mut Vec<(Vec<bool>, FeasibleSet, Search)>),
) {
    let best_of = |tried: &[(Vec<bool>, FeasibleSet, Search)]| {
        (0..tried.len())
            .reduce(|best, k| if tried[k].2.end.value > tried[best].2.end.value { k } else { best })
            .unwrap_or(0)
    };
    loop {
        let at = best_of(tried);
        let current = tried[at].0.clone();
        let flipped = |flips: &[usize]| {
            let mut actions = current.clone();
            for &a in flips {
                actions[a] = !actions[a];
            }
            actions
        };
        for &a in candidates {
            look(simulator, flipped(&[a]), tried);
        }
        if best_of(tried) == at {
            for &a in candidates.iter().filter(|&&a| current[a]) {
                for &b in candidates.iter().filter(|&&b| !current[b]) {
                    look(simulator, flipped(&[a, b]), tried);
                }
            }
        }
        if best_of(tried) == at {
            break;
        }
    }
}

/// Searches the spends for one choice of actions.
fn run(
    simulator: &Simulator,
    space: &Space,
    set: &FeasibleSet,
    actions: &[bool],
    today: &Decision,
    warm: Option<Vec<f64>>,
    depth: Depth,
) -> Search {
    let point = space.point(today);
    let mut starts = vec![
        Start::new(Origin::Today, point.clone()),
        Start::new(Origin::Scaled, space.scaled(&point, set)),
    ];
    starts.extend(warm.map(|x| Start::new(Origin::Given, x)));
    let groups = space.channel_of();
    let run_size = simulator.model().channels() * simulator.model().horizon() + simulator.model().run_off();
    let steps = (WORK / run_size.max(1)).clamp(10, 2_000);
    let affordable = steps == 2_000;
    let funnel = Funnel::new(simulator, space, actions);
    if depth == Depth::Full && affordable {
        starts.push(Start::even(set));
        if space.dimension() <= SAMPLED {
            let curves = sample(simulator, space, set, actions, &space.scaled(&point, set));
            starts.push(Start::new(Origin::Grid, split_on_grid(set, &curves).x));
            starts.push(Start::new(Origin::Envelope, split_by_slope(set, &curves).x));
        }
        let channels = simulator.model().channels();
        if channels <= SAMPLED {
            starts.extend((0..channels).map(|c| Start::concentrated(set, &groups, c)));
        }
        starts.extend((0..RANDOM).map(|number| Start::random(set, &groups, SEED, number)));
    }
    let mut options = SearchOptions::default();
    if depth == Depth::Look {
        options.finish = options.screen;
        options.exchange_limit = 200;
    }
    if !affordable {
        options.finish.steps = steps;
        options.screen.steps = steps / 2;
        options.exchange_limit = 0;
        options.rounds = 0;
    }
    let neighbours = (space.is_free() && depth == Depth::Full && affordable).then_some(groups.as_slice());
    let funnel = if depth == Depth::Full {
        funnel
    } else {
        funnel.without_relaxation()
    };
    search(&funnel, set, &starts, neighbours, &options)
}

/// What each variable alone earns, the others at a middle plan.
fn sample(simulator: &Simulator, space: &Space, set: &FeasibleSet, actions: &[bool], middle: &[f64]) -> Vec<SampledCurve> {
    let mut simulator = simulator.clone();
    (0..space.dimension())
        .map(|i| {
            let mut x = middle.to_vec();
            let mut earned = |amount: f64| {
                x[i] = amount;
                simulator.objective(&space.decision(&x, actions))
            };
            SampledCurve::sample(set.lower()[i], set.reach()[i], SAMPLES, &mut earned)
        })
        .collect()
}

fn action_choices(simulator: &mut Simulator, today: &Decision, best: &Decision, value: f64) -> Vec<ActionChoice> {
    (0..best.actions.len())
        .map(|a| {
            let mut flipped = best.clone();
            flipped.actions[a] = !flipped.actions[a];
            let other = simulator.objective(&flipped);
            ActionChoice {
                name: simulator.scenario().actions[a].name.clone(),
                before: today.actions[a],
                after: best.actions[a],
                cost: simulator.cost_of_action(a),
                net_gain: if best.actions[a] { value - other } else { other - value },
            }
        })
        .collect()
}

/// The best plan when the budget need not be spent in full; `None` where it is not asked for or does not gain.
pub(super) fn unforced(simulator: &mut Simulator, space: &Space, actions: &[bool]) -> Option<(f64, f64)> {
    let set = space.feasible(simulator.budget(), simulator.action_cost(actions), false).ok()?;
    debug_assert!(matches!(set.budget(), Budget::AtMost(_)));
    let today = simulator.today();
    let found = run(simulator, space, &set, actions, &today, None, Depth::Full);
    Some((found.end.value, set.unspent(&found.x)))
}
