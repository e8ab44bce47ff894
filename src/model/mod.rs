//! Floor 2: THE model. Forward and reverse as one mirrored pair over small operations.
//!
//! [`Model::new`] turns a checked scenario into places and numbers; [`Model::forward`] is one run, without allocation;
//! [`Model::reverse`] after it gives the exact derivative of any weighted sum of its totals with respect to every spend,
//! every stage rate and every parameter; [`Model::reverse_weighed`] weighs single periods too. One operation is one file: what it means in a planner's words, the formula,
//! forward, reverse.

mod action;
mod apart;
mod audience;
mod bend;
mod build;
mod capacity;
mod carryover;
mod chance;
mod channel;
mod curve;
mod decision;
mod forward;
mod forward_channels;
mod gradient;
mod lag;
mod outcome;
mod parameters;
mod readout;
mod retention;
mod reverse;
mod reverse_channels;
mod reverse_retention;
mod stage;
mod steady;
mod stream;
mod tally;
mod weights;
mod window;
mod workspace;

pub use apart::{Apart, Part};
pub use bend::Vertical;
pub use chance::WholePeople;
pub use curve::Form;
pub use decision::Decision;
pub use gradient::Gradient;
pub use outcome::{Inputs, Levers, Outcome, TOTALS};
pub use parameters::{Param, Parameters};
pub use readout::{Brought, Flows, StageRates, StatusQuo};
pub use stage::Stage;
pub use tally::{Source, Tally, Tallying};
pub use weights::Weights;
pub use workspace::Workspace;

use crate::math::Real;
use crate::scenario::Objective;

/// The funnel of one scenario, ready to run.
#[derive(Debug, Clone)]
pub struct Model {
    horizon: usize,
    run_off: usize,
    periods_per_year: f64,
    objective: Objective,
    count_residual: bool,
    /// Season index of each period of the horizon.
    season: Vec<f64>,
    organic: Param,
    audience: Option<Param>,
    act_rate: Param,
    act_lag: lag::Delay,
    convert_rate: Param,
    convert_lag: lag::Delay,
    capacity: Option<capacity::Desk>,
    keep: retention::Keep,
    customers: Param,
    repeat_rate: Param,
    referral: Param,
    order_value: Param,
    repeat_value: Param,
    margin: Param,
    fixed_cost: Param,
    discount_rate: Param,
    channels: Vec<channel::Medium>,
    /// Curves of all channels; those of one channel stand together.
    curves: Vec<curve::Saturation>,
    boosts: Vec<channel::Boost>,
    streams: Vec<stream::Stream>,
    improvements: Vec<action::Improvement>,
    /// What the channels' lifts move.
    channel_moves: [bool; action::MOVABLE],
    parameters: Parameters,
}

impl Model {
    /// Horizon `T` \[periods\].
    #[must_use]
    pub const fn horizon(&self) -> usize {
        self.horizon
    }

    /// Periods that are followed after the horizon.
    #[must_use]
    pub const fn run_off(&self) -> usize {
        self.run_off
    }

    /// Number of channels.
    #[must_use]
    pub fn channels(&self) -> usize {
        self.channels.len()
    }

    /// Work of one run [channel-periods], for whoever has to decide how many runs are too many: what a plain scenario takes for each of
    /// its channels and periods.
    ///
    /// Each action, and each weight of a lag or of a window, takes about a sixteenth of it in every period, each cohort that is followed by its age about a
    /// quarter.
    #[must_use]
    pub fn work(&self) -> usize {
        let periods = self.horizon + self.run_off;
        let windows: usize = self.channels.iter().map(|channel| channel.window.min(self.horizon)).sum();
        let lags = self.streams.len() * self.act_lag.longest().min(periods) + self.convert_lag.longest().min(periods);
        let cohorts = match self.keep {
            retention::Keep::Constant { .. } => 0,
            // the cohort of period k is followed in all periods after it
            retention::Keep::ShiftedBetaGeometric { .. } => self.horizon * (self.horizon / 2 + self.run_off),
        };
        self.channels.len() * self.horizon
            + periods
            + (windows * self.horizon + (lags + self.improvements.len()) * periods) / 16
            + cohorts / 4
    }

    /// Place of the parameter that a stage's target replaces: the rate of Act or Convert, the retention (where it is constant)
    /// or the repeat rate.
    #[must_use]
    pub const fn rate_params(&self) -> RateParams {
        RateParams {
            act: self.act_rate,
            convert: self.convert_rate,
            retention: match self.keep {
                retention::Keep::Constant { rate } => Some(rate),
                retention::Keep::ShiftedBetaGeometric { .. } => None,
            },
            repeat: self.repeat_rate,
            capacity: match self.capacity {
                Some(desk) => Some(desk.leads),
                None => None,
            },
        }
    }

    /// The quantities that a run takes values of.
    #[must_use]
    pub const fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// Whether a curve may be S-shaped, so that money has local optima.
    #[must_use]
    pub fn has_s_curves(&self) -> bool {
        self.curves.iter().any(|curve| matches!(curve, curve::Saturation::Hill { .. }))
    }

    /// Whether the objective is a sum of one concave envelope for each channel: no boosts, lifts, audience or capacity.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let lifts = self.channels.iter().all(|channel| channel.lifts.is_empty());
        lifts && self.boosts.is_empty() && self.audience.is_none() && self.capacity.is_none()
    }

    /// Gross profit as a share of revenue.
    #[must_use]
    #[inline(always)]
    pub fn margin<F: Real>(&self, params: &[F]) -> F {
        self.margin.of(params)
    }

    /// Cost that no plan changes [money per period].
    #[must_use]
    #[inline(always)]
    pub fn fixed_cost<F: Real>(&self, params: &[F]) -> F {
        self.fixed_cost.of(params)
    }

    /// The seed of the reverse pass that stands for the scenario's objective: `forward(…).weighed(&seed)` is its value.
    #[must_use]
    #[inline(always)]
    pub fn objective_seed<F: Real>(&self) -> Outcome<F> {
        let mut seed = Outcome::zero();
        match self.objective {
            Objective::Profit => {
                seed.npv = F::one();
                seed.residual = if self.count_residual { F::one() } else { F::zero() };
            }
            Objective::Revenue => seed.revenue = F::one(),
            Objective::Customers => seed.customers = F::one(),
        }
        seed
    }

    /// The seed of the gross profit that ROI counts: discounted, with the residual unless `count_residual = false`.
    #[must_use]
    #[inline(always)]
    pub fn gross_seed<F: Real>(&self) -> Outcome<F> {
        let mut seed = Outcome::zero();
        seed.discounted_gross = F::one();
        seed.residual = if self.count_residual { F::one() } else { F::zero() };
        seed
    }
}

/// Places of the parameters that stages are read by.
#[derive(Debug, Clone, Copy)]
pub struct RateParams {
    pub act: Param,
    pub convert: Param,
    /// `None` where retention depends on the age of a customer.
    pub retention: Option<Param>,
    pub repeat: Param,
    /// `None` where there is no limit.
    pub capacity: Option<Param>,
}
