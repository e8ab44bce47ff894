//! All intermediates of a run by name, made once per worker.

use crate::math::Real;
use crate::scenario::Distribution;

use super::Model;
use super::action::MOVABLE;
use super::carryover::{Adstock, DecayParam};
use super::steady::Steady;

/// Buffers of a forward pass; the reverse pass reads them.
///
/// `N = T + run-off` periods; `M ≤ N` of them can still feel spend (`room`). Two-dimensional buffers stand row by row: one
/// row for each channel, curve, stream or movable thing.
#[derive(Debug, Clone)]
pub struct Workspace<F> {
    /// `M`.
    pub(super) room: usize,
    /// `N`.
    pub(super) periods: usize,
    /// Periods in which this run still has visits, leads and new customers. What is of visits or leads is set as far alone; the horizon
    /// is always inside.
    pub(super) visits_end: usize,
    pub(super) leads_end: usize,
    pub(super) customers_end: usize,

    /// `u = x / k` of each channel with a price index (of the others, the spend itself is read), channels × T [money per period].
    pub(super) real_spend: Vec<F>,
    /// `a`, channels × M [money per period].
    pub(super) pressure: Vec<F>,
    /// How many periods of each channel's pressure are set.
    pub(super) followed: Vec<usize>,
    /// Weights of the windows, then what is left after each; where each channel's begin.
    pub(super) weights: Vec<F>,
    pub(super) weights_at: Vec<usize>,
    /// `g(a)`, curves × M; and at today's pressure.
    pub(super) effect: Vec<F>,
    pub(super) effect_today: Vec<F>,
    /// Boost factor of each channel's reach, channels × M; and at today's pressure.
    pub(super) boost: Vec<F>,
    pub(super) boost_today: Vec<F>,
    /// Boost factor of the organic visits, T.
    pub(super) organic_boost: Vec<F>,
    /// `β` of each channel [visits per period].
    pub(super) ceiling: Vec<F>,
    /// Season times the reach lever, M.
    pub(super) index: Vec<F>,
    /// Factor on the odds or the amount of each thing that can be moved, movable × N; and whether it is moved at all.
    pub(super) factor: Vec<F>,
    pub(super) moved: [bool; MOVABLE],
    /// `q · odds` of the act rate, then the rate, streams × M.
    pub(super) act_rate: Vec<F>,
    /// Convert rate, streams × N.
    pub(super) convert_rate: Vec<F>,
    /// Raw visits before the audience cap, streams × M.
    pub(super) raw: Vec<F>,
    /// Raw visits of all streams, M; and the share that the cap leaves.
    pub(super) raw_total: Vec<F>,
    pub(super) share: Vec<F>,
    /// Visits of all streams after the cap, M.
    pub(super) visits: Vec<F>,
    /// Whether people were counted one by one; then what each stream brought, streams × T: visits, leads created, customers created.
    pub(super) whole: bool,
    pub(super) visits_of: Vec<F>,
    pub(super) leads_of: Vec<F>,
    pub(super) customers_of: Vec<F>,
    /// Leads that arrive, streams × N.
    pub(super) arrived: Vec<F>,
    /// Leads created, N.
    pub(super) leads_created: Vec<F>,
    /// Leads that wait to be handled, streams × N, and of all streams; the share of them that is handled.
    pub(super) waiting: Vec<F>,
    pub(super) waiting_total: Vec<F>,
    pub(super) served: Vec<F>,
    /// Leads that are handled, and that still wait at the end of the period, N; those that still wait of each stream.
    pub(super) handled: Vec<F>,
    pub(super) backlog: Vec<F>,
    pub(super) left: Vec<F>,
    /// Active customers and waiting leads before period 0.
    pub(super) customers_before: F,
    pub(super) backlog_before: F,
    /// Customers created, N; new customers that arrive, N.
    pub(super) created: Vec<F>,
    pub(super) new_customers: Vec<F>,
    /// Share of the customers kept into each period (constant retention), N.
    pub(super) keep: Vec<F>,
    /// Customers kept into each period, active at its end, repeat orders in it, N.
    pub(super) kept: Vec<F>,
    pub(super) active: Vec<F>,
    pub(super) repeat_orders: Vec<F>,
    /// Customers left of each cohort, the starting customers first, N + 1.
    pub(super) cohorts: Vec<F>,
    /// Discount factor and revenue of each period, N.
    pub(super) discount: Vec<F>,
    pub(super) revenue: Vec<F>,
    /// Spend and costs of each period, T [money per period].
    pub(super) invest: Vec<F>,
    pub(super) steady: Steady<F>,
}

impl<F: Real> Workspace<F> {
    /// Buffers for runs of this model.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let (horizon, periods) = (model.horizon, model.horizon + model.run_off);
        let room = horizon
            + model
                .channels
                .iter()
                .map(|channel| model.longest_memory(channel.adstock))
                .max()
                .unwrap_or(0);
        let (channels, curves, streams) = (model.channels.len(), model.curves.len(), model.streams.len());
        let zeros = |n: usize| vec![F::zero(); n];
        let ones = |n: usize| vec![F::one(); n];
        let mut weights_at = Vec::with_capacity(channels + 1);
        let mut weights = 0;
        for channel in &model.channels {
            weights_at.push(weights);
            weights += if channel.window == 0 { 0 } else { 2 * channel.window + 1 };
        }
        weights_at.push(weights);
        let boosted = if model.boosts.is_empty() { 0 } else { channels };
        Self {
            room,
            periods,
            visits_end: 0,
            leads_end: 0,
            customers_end: 0,
            real_spend: zeros(channels * horizon),
            pressure: zeros(channels * room),
            followed: vec![horizon; channels],
            weights: zeros(weights),
            weights_at,
            effect: zeros(curves * room),
            effect_today: zeros(curves),
            boost: ones(boosted * room),
            boost_today: ones(channels),
            organic_boost: ones(horizon),
            ceiling: zeros(channels),
            index: ones(room),
            factor: ones(MOVABLE * periods),
            moved: [false; MOVABLE],
            act_rate: zeros(streams * room),
            convert_rate: zeros(streams * periods),
            raw: zeros(streams * room),
            raw_total: zeros(room),
            share: ones(room),
            visits: zeros(room),
            whole: false,
            visits_of: zeros(streams * horizon),
            leads_of: zeros(streams * horizon),
            customers_of: zeros(streams * horizon),
            arrived: zeros(streams * periods),
            leads_created: zeros(periods),
            waiting: zeros(streams * periods),
            waiting_total: zeros(periods),
            served: ones(periods),
            handled: zeros(periods),
            backlog: zeros(periods),
            left: zeros(streams),
            customers_before: F::zero(),
            backlog_before: F::zero(),
            created: zeros(periods),
            new_customers: zeros(periods),
            keep: zeros(periods),
            kept: zeros(periods),
            active: zeros(periods),
            repeat_orders: zeros(periods),
            cohorts: zeros(if model.keep.by_cohort() { periods + 1 } else { 0 }),
            discount: zeros(periods),
            revenue: zeros(periods),
            invest: zeros(horizon),
            steady: Steady::new(streams),
        }
    }
}

impl Model {
    /// Periods after the horizon in which spend can still be felt.
    fn longest_memory(&self, adstock: Adstock) -> usize {
        let known = |param: super::Param| match self.parameters.quantities()[param.index()].distribution {
            Distribution::Known(value) => Some(value),
            _ => None,
        };
        let longest = match adstock {
            Adstock::None => 0,
            Adstock::Window { length, .. } => length - 1,
            Adstock::Geometric { decay } => {
                let decay = match decay {
                    DecayParam::Rate(rate) => known(rate),
                    DecayParam::HalfLife(half_life) => known(half_life).map(|h| crate::math::exp(-std::f64::consts::LN_2 / h)),
                };
                match decay {
                    // one more than needed, so that rounding cannot cut the run short
                    Some(0.0) => 1,
                    Some(alpha) if alpha < 1.0 => (crate::math::ln(0.001) / crate::math::ln(alpha)).ceil().min(1e9) as usize + 1,
                    // not known, or a half-life so long that nothing fades
                    Some(_) | None => self.run_off,
                }
            }
        };
        longest.min(self.run_off)
    }
}
