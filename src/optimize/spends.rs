//! The best spends beside one choice of actions: where the search begins, and how thorough it is.

use crate::simulate::Simulator;

use super::augmented::{Kept, Priced, broken, climb_within};
use super::bursts::search_patterns;
use super::ceiling::ceiling;
use super::effort::Effort;
use super::feasible::{Budget, FeasibleSet};
use super::funnel::Funnel;
use super::multistart::{Search, SearchOptions, search};
use super::separable::{SampledCurve, split_by_slope, split_on_grid};
use super::space::{Purse, Space};
use super::starts::{Origin, Start};
use super::yardsticks::Yardsticks;

/// Variables up to which response curves are sampled for a global start.
const SAMPLED: usize = 64;
/// Places of a sampled curve.
const SAMPLES: usize = 65;
/// Random starts.
const RANDOM: u64 = 4;
/// A plan whose objective is within this share of the bound needs no other start.
const PROVED: f64 = 2e-6;
/// Stream of the random starts: a search has no randomness of its own.
const SEED: u64 = 0;

/// How thorough a search is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// From a few good starts.
    Look(Effort),
    /// From all starts that the effort allows.
    Full(Effort),
}

/// The best spends found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The set that was searched: where flights have a minimum, that of the flights that run.
    pub(super) set: FeasibleSet,
    pub(super) search: Search,
    /// By how much the worst of the limits on ROI, CAC, payback and leads is broken, as a share of the budget; infinite where
    /// no pattern of minimum flights leaves a plan. 0: all are kept.
    pub(super) off: f64,
    /// Price of each of their margins, none where none of them binds.
    pub(super) prices: Vec<f64>,
}

impl Found {
    /// Whether it is better than another.
    pub(super) fn beats(&self, other: &Self) -> bool {
        let (mine, others) = (self.search.end.value, other.search.end.value);
        match (self.off > 0.0, other.off > 0.0) {
            (false, true) => true,
            (true, false) => false,
            (true, true) => self.off < other.off,
            (false, false) => mine > others,
        }
    }

    /// The value of the objective; minus infinity where limits are broken.
    pub(super) fn value(&self) -> f64 {
        if self.off > 0.0 { f64::NEG_INFINITY } else { self.search.end.value }
    }
}

/// Searches the spends of `set` for one choice of actions, from today's plan, `warm` and, in full depth, many other plans; then beside minimum
/// flights and the limits on what a plan comes to, where there are any.
pub(super) fn search_spends(
    simulator: &Simulator,
    space: &Space,
    set: &FeasibleSet,
    actions: &[bool],
    warm: Option<Vec<f64>>,
    depth: Depth,
) -> Found {
    let entries = set.rows.entries();
    let depth = match depth {
        Depth::Look(effort) => Depth::Look(effort.beside_rows(simulator.work(), entries)),
        Depth::Full(effort) => Depth::Full(effort.beside_rows(simulator.work(), entries)),
    };
    let free = search_within_bounds(simulator, space, set, actions, warm.clone(), depth);
    let mut found = Found {
        set: set.clone(),
        search: free,
        off: 0.0,
        prices: Vec::new(),
    };
    if space.has_bursts() {
        keep_bursts(simulator, space, actions, warm.as_deref(), depth, &mut found);
    }
    if let Some(yardsticks) = Yardsticks::new(simulator) {
        keep_yardsticks(simulator, space, actions, &yardsticks, warm, depth, &mut found);
    }
    found
}

/// Replaces a plan that minds no minimum flights by the best that keeps them.
fn keep_bursts(simulator: &Simulator, space: &Space, actions: &[bool], warm: Option<&[f64]>, depth: Depth, found: &mut Found) {
    let funnel = Funnel::new(simulator, space, actions).without_relaxation();
    let mut plans = vec![found.search.x.clone()];
    plans.extend(warm.map(<[f64]>::to_vec));
    plans.push(space.scaled(&space.point(&simulator.today()), &found.set));
    let options = options_of(depth, plans.len());
    let within = without_half_rests(space, &found.set);
    match within.and_then(|(set, bursts)| search_patterns(&funnel, &set, &bursts, &plans, &options)) {
        Some((set, mut search)) => {
            search.evaluations += found.search.evaluations;
            // no pattern is better than the wider set
            search.upper_bound = found.search.upper_bound;
            *found = Found {
                set,
                search,
                ..found.clone()
            };
        }
        None => found.off = f64::INFINITY,
    }
}

/// The set and the bursts where the set's bounds are narrower than the space's: a variable that cannot come to rest within them runs if it can, and
/// has no burst where neither is within reach. `None` where that leaves no plan.
fn without_half_rests(space: &Space, set: &FeasibleSet) -> Option<(FeasibleSet, Vec<f64>)> {
    let mut bursts = space.bursts().to_vec();
    let mut lower = set.lower().to_vec();
    for (i, burst) in bursts.iter_mut().enumerate() {
        if *burst > 0.0 && lower[i] > space.lower()[i] {
            if set.upper()[i] >= *burst {
                lower[i] = lower[i].max(*burst);
            }
            *burst = 0.0;
        }
    }
    let set = set.with_bounds(lower, set.upper().to_vec()).ok()?;
    Some((set, bursts))
}

/// Replaces a plan that breaks a limit on what it comes to by the best that keeps all of them.
fn keep_yardsticks(
    simulator: &Simulator,
    space: &Space,
    actions: &[bool],
    yardsticks: &Yardsticks,
    warm: Option<Vec<f64>>,
    depth: Depth,
    found: &mut Found,
) {
    if found.off > 0.0 {
        return;
    }
    let mut priced = Priced::new(simulator, space, actions, yardsticks);
    found.off = broken(&priced.margins(&found.search.x));
    if found.off == 0.0 {
        return;
    }
    let options = options_of(depth, 4).finish;
    let mut starts = vec![found.search.x.clone(), space.scaled(&space.point(&simulator.today()), &found.set)];
    starts.extend(warm);
    starts.push(Start::even(&found.set).x);
    let climb = |start: &Vec<f64>| climb_within(simulator, space, &found.set, actions, yardsticks, start, &options);
    let kept: Vec<Kept> = starts.iter().filter_map(climb).collect();
    let evaluations: usize = kept.iter().map(|kept| kept.evaluations).sum();
    found.search.evaluations += evaluations;
    let best = kept
        .into_iter()
        .reduce(|best, next| if next.end.value > best.end.value { next } else { best });
    if let Some(best) = best {
        found.search.x = best.x;
        found.search.end = best.end;
        found.prices = best.prices;
        found.off = 0.0;
    }
}

/// How thorough a climb from one of so many starts may be.
fn options_of(depth: Depth, starts: usize) -> SearchOptions {
    let options = SearchOptions::default();
    match depth {
        Depth::Full(effort) => effort.within(starts, options),
        Depth::Look(effort) => effort.within(
            starts,
            SearchOptions {
                finish: options.screen,
                exchange_limit: 200,
                ..options
            },
        ),
    }
}

/// Searches between the bounds alone.
fn search_within_bounds(
    simulator: &Simulator,
    space: &Space,
    set: &FeasibleSet,
    actions: &[bool],
    warm: Option<Vec<f64>>,
    depth: Depth,
) -> Search {
    let today = space.point(&simulator.today());
    let scaled = space.scaled(&today, set);
    let groups = space.channel_of();
    let funnel = Funnel::new(simulator, space, actions);
    let mut starts = vec![Start::new(Origin::Today, today), Start::new(Origin::Scaled, scaled.clone())];
    starts.extend(warm.map(|x| Start::new(Origin::Given, x)));
    let effort = match depth {
        Depth::Full(effort) => effort,
        Depth::Look(_) => return search(&funnel.without_relaxation(), set, &starts, None, &options_of(depth, starts.len())),
    };
    let ceiling = ceiling(simulator, space, set, actions, None);
    if let Some(ceiling) = &ceiling {
        let near: Vec<Start> = ceiling.starts.iter().map(|x| Start::new(Origin::Bound, x.clone())).collect();
        let neighbours = space.has_free().then_some(groups.as_slice());
        let plain = Funnel::new(simulator, space, actions).without_relaxation();
        let mut found = search(&plain, set, &near, None, &options_of(depth, near.len()));
        found.upper_bound = Some(ceiling.upper_bound);
        let is_proved = ceiling.upper_bound - found.end.value <= PROVED * found.end.value.abs();
        if is_proved || !effort.affords(starts.len() + 1 + RANDOM as usize) {
            return found;
        }
        starts.push(Start::new(Origin::Given, found.x.clone()));
        add_starts(simulator, space, set, actions, effort, &scaled, &mut starts);
        let mut more = search(&plain, set, &starts, neighbours, &options_of(depth, starts.len()));
        more.upper_bound = found.upper_bound;
        more.evaluations += found.evaluations;
        return more;
    }
    add_starts(simulator, space, set, actions, effort, &scaled, &mut starts);
    let neighbours = space.has_free().then_some(groups.as_slice());
    // and the relaxed start
    let options = options_of(depth, starts.len() + 1);
    search(&funnel, set, &starts, neighbours, &options)
}

/// Starts spread over the set, as many as the effort allows.
fn add_starts(
    simulator: &Simulator,
    space: &Space,
    set: &FeasibleSet,
    actions: &[bool],
    effort: Effort,
    scaled: &[f64],
    starts: &mut Vec<Start>,
) {
    let groups = space.channel_of();
    let channels = simulator.model().channels();
    let few = starts.len() + 1 + RANDOM as usize;
    if !effort.affords(few) {
        return;
    }
    starts.push(Start::even(set));
    if space.dimension() <= SAMPLED && effort.affords(few + space.dimension()) {
        let curves = sample(simulator, space, set, actions, scaled);
        starts.push(Start::new(Origin::Grid, split_on_grid(set, &curves).x));
        starts.push(Start::new(Origin::Envelope, split_by_slope(set, &curves).x));
    }
    if channels <= SAMPLED && effort.affords(few + channels) {
        starts.extend((0..channels).map(|c| Start::concentrated(set, &groups, c)));
    }
    starts.extend((0..RANDOM).map(|number| Start::random(set, &groups, SEED, number)));
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

/// The best plan when the budget need not be spent in full: its value, and the money that it leaves; `None` where no plan fits.
pub(super) fn unforced(simulator: &Simulator, space: &Space, actions: &[bool]) -> Option<(f64, f64)> {
    let budget = Budget::AtMost(simulator.budget());
    let set = space.feasible_with(simulator, actions, Purse::Of(budget)).ok()?;
    let found = search_spends(simulator, space, &set, actions, None, Depth::Full(Effort::full(simulator.work())));
    (found.off == 0.0).then(|| (found.search.end.value, set.unspent(&found.search.x)))
}
