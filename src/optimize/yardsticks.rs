//! Limits on what a plan comes to: ROI, CAC, payback and leads per period, as margins that a kept limit leaves.
//!
//! Each limit is written without its ratio, `gross - (1 + r) · invest ≥ 0` for a least ROI `r`, so that it is a smooth function of the run's
//! totals and flows also where nothing is invested, and as a share of the budget, so that margins of all kinds are of one size.

use crate::model::{Flows, Outcome, Weights};
use crate::scenario::PlanLimits;
use crate::simulate::{Merit, Simulator};

use super::limit::Limit;

/// Share of the budget that a plan spends at least to have an ROI, a CAC or a payback: a limit on them is no leave to do nothing.
const SPENT: f64 = 1e-4;

/// The limits of a scenario on what a plan comes to.
#[derive(Debug, Clone)]
pub(super) struct Yardsticks {
    limits: PlanLimits,
    /// Totals of the baseline, and its gross profit summed up period by period \[money\].
    baseline: Outcome<f64>,
    baseline_gross: Vec<f64>,
    /// Weights of the gross profit that ROI counts.
    counted: Outcome<f64>,
    margin: f64,
    /// Money that a margin is a share of.
    budget: f64,
}

impl Yardsticks {
    /// Those of the simulator's scenario; `None` where it has none.
    pub(super) fn new(simulator: &Simulator) -> Option<Self> {
        Self::of(simulator, simulator.scenario().plan.limits)
    }

    /// Some limits in the place of the scenario's.
    pub(super) fn of(simulator: &Simulator, limits: PlanLimits) -> Option<Self> {
        let wanted = limits.cac.is_some() || limits.roi.is_some() || limits.payback.is_some() || limits.leads.is_some();
        wanted.then(|| Self {
            limits,
            baseline: *simulator.baseline(),
            baseline_gross: simulator.baseline_gross().to_vec(),
            counted: simulator.model().gross_seed(),
            margin: simulator.model().margin(simulator.params()),
            budget: simulator.budget().max(f64::MIN_POSITIVE),
        })
    }

    /// Number of margins for `T` periods.
    pub(super) fn count(&self, periods: usize) -> usize {
        usize::from(self.limits.roi.is_some())
            + usize::from(self.limits.cac.is_some())
            + usize::from(self.needs_money())
            + self.payback_periods(periods).len()
            + if self.limits.leads.is_some() { periods } else { 0 }
    }

    /// Whether a limit is on a figure that a plan without any money does not have.
    const fn needs_money(&self) -> bool {
        self.limits.roi.is_some() || self.limits.cac.is_some() || self.limits.payback.is_some()
    }

    /// Periods at whose end the money has to be back.
    fn payback_periods(&self, periods: usize) -> std::ops::Range<usize> {
        self.limits
            .payback
            .map_or(0..0, |payback| payback.saturating_sub(1).min(periods)..periods)
    }

    /// The limit that each margin belongs to.
    pub(super) fn kinds(&self, periods: usize) -> Vec<Limit> {
        let mut kinds = Vec::with_capacity(self.count(periods));
        kinds.extend(self.limits.roi.map(|_| Limit::Roi));
        kinds.extend(self.limits.cac.map(|_| Limit::Cac));
        if self.needs_money() {
            let ratio = (self.limits.roi.map(|_| Limit::Roi)).or(self.limits.cac.map(|_| Limit::Cac));
            kinds.push(ratio.unwrap_or(Limit::Payback));
        }
        kinds.extend(self.payback_periods(periods).map(|_| Limit::Payback));
        if self.limits.leads.is_some() {
            kinds.extend(std::iter::repeat_n(Limit::Leads, periods));
        }
        kinds
    }

    /// What each limit leaves: 0 or more where it is kept.
    pub(super) fn margins(&self, outcome: &Outcome<f64>, flows: &[Flows], margins: &mut Vec<f64>) {
        margins.clear();
        if let Some(roi) = self.limits.roi {
            let gross = outcome.weighed(&self.counted) - self.baseline.weighed(&self.counted);
            margins.push((gross - (1.0 + roi) * outcome.discounted_invest) / self.budget);
        }
        if let Some(cac) = self.limits.cac {
            margins.push((cac * (outcome.customers - self.baseline.customers) - outcome.invest) / self.budget);
        }
        if self.needs_money() {
            margins.push(outcome.invest / self.budget - SPENT);
        }
        let back = self.payback_periods(flows.len());
        let mut cumulative = 0.0;
        for (t, flow) in flows.iter().enumerate() {
            cumulative += self.margin * flow.revenue - self.baseline_gross[t] - flow.invest;
            if back.contains(&t) {
                margins.push(cumulative / self.budget);
            }
        }
        if let Some(leads) = self.limits.leads {
            margins.extend(flows.iter().map(|flow| (leads - flow.leads) / leads));
        }
    }

    /// Adds the derivative of `Σ weight · margin` to the weights of totals and flows.
    pub(super) fn weigh(&self, by_margin: &[f64], weights: &mut Weights<f64>) {
        let mut next = by_margin.iter().copied();
        let mut take = || next.next().unwrap_or(0.0);
        if let Some(roi) = self.limits.roi {
            let by = take() / self.budget;
            weights.totals.discounted_gross += by * self.counted.discounted_gross;
            weights.totals.residual += by * self.counted.residual;
            weights.totals.discounted_invest -= by * (1.0 + roi);
        }
        if let Some(cac) = self.limits.cac {
            let by = take() / self.budget;
            weights.totals.customers += by * cac;
            weights.totals.invest -= by;
        }
        if self.needs_money() {
            weights.totals.invest += take() / self.budget;
        }
        let periods = self.baseline_gross.len();
        let back = self.payback_periods(periods);
        let of_period: Vec<f64> = back.clone().map(|_| take() / self.budget).collect();
        let mut later = 0.0;
        for t in (0..periods).rev() {
            if back.contains(&t) {
                later += of_period[t - back.start];
            }
            weights.gross[t] += later;
            weights.invest[t] -= later;
        }
        if let Some(leads) = self.limits.leads {
            for weight in &mut weights.leads {
                *weight -= take() / leads;
            }
        }
    }
}

/// Reads the margins of a run.
pub(super) struct Reading<'a> {
    pub(super) yardsticks: &'a Yardsticks,
    pub(super) margins: std::cell::RefCell<Vec<f64>>,
}

impl Merit for Reading<'_> {
    fn weigh(&self, outcome: &Outcome<f64>, flows: &[Flows], _: &mut Weights<f64>) -> f64 {
        let mut margins = self.margins.borrow_mut();
        self.yardsticks.margins(outcome, flows, &mut margins);
        margins.iter().copied().fold(f64::INFINITY, f64::min)
    }
}
