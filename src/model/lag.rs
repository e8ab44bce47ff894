//! Lag: how long a result takes to appear, as weights `m[l]` on whole periods that sum to 1.
//!
//! A planner's words: who asks for an offer today signs in some weeks. Weights are fixed numbers of the scenario. What was
//! under way before the horizon is the steady flow of today, so period `t` still receives its share `Σ_{l>t} m[l]`.

use crate::math::{Real, gamma_cdf, gamma_survival};
use crate::scenario::Lag;

/// Share of a Gamma lag that is too late to wait for.
const TAIL: f64 = 1e-9;

/// Longest kernel that is made \[periods\]; a checked scenario stays far below.
const LONGEST: usize = 20_000;

/// Weights of a lag.
#[derive(Debug, Clone)]
pub(super) struct Delay {
    /// `m[0], m[1], …`
    weights: Vec<f64>,
    /// `Σ_{l≥j} m[l]`, one longer.
    left: Vec<f64>,
}

impl Delay {
    /// The weights of the scenario's lag.
    pub(super) fn new(lag: Lag) -> Self {
        let mut weights = match lag {
            Lag::Periods(periods) => {
                let mut weights = vec![0.0; periods + 1];
                weights[periods] = 1.0;
                weights
            }
            Lag::Gamma { mean, sd } => {
                let (shape, scale) = ((mean / sd) * (mean / sd), sd * sd / mean);
                let mut weights = vec![gamma_cdf(0.5, shape, scale)];
                while gamma_survival(weights.len() as f64 - 0.5, shape, scale) >= TAIL && weights.len() < LONGEST {
                    let l = weights.len() as f64;
                    // the difference of the two survivals keeps its digits far out
                    weights.push(gamma_survival(l - 0.5, shape, scale) - gamma_survival(l + 0.5, shape, scale));
                }
                weights
            }
        };
        let sum: f64 = weights.iter().sum();
        for m in &mut weights {
            *m /= sum;
        }
        let mut left = vec![0.0; weights.len() + 1];
        for l in (0..weights.len()).rev() {
            left[l] = left[l + 1] + weights[l];
        }
        Self { weights, left }
    }

    /// Longest delay \[periods\].
    pub(super) fn longest(&self) -> usize {
        self.weights.len() - 1
    }

    /// Share that takes longer than `t` periods: what the flow from before the horizon still brings in period `t`.
    #[inline(always)]
    pub(super) fn later_than(&self, t: usize) -> f64 {
        self.left.get(t + 1).copied().unwrap_or(0.0)
    }

    /// What arrives because `flow` was steady before the horizon, written over `arriving`.
    #[inline(always)]
    pub(super) fn pipeline<F: Real>(&self, flow: F, arriving: &mut [F]) {
        for (t, out) in arriving.iter_mut().enumerate() {
            *out = flow * F::from_f64(self.later_than(t));
        }
    }

    /// Adjoint of the steady flow from that of what arrives.
    #[inline(always)]
    pub(super) fn pipeline_reverse<F: Real>(&self, arriving: &[F]) -> F {
        let mut flow = F::zero();
        for (t, &d) in arriving.iter().enumerate().take(self.longest()) {
            flow += d * F::from_f64(self.later_than(t));
        }
        flow
    }

    /// Adds what is created in period `t` to what arrives from then on.
    #[inline(always)]
    pub(super) fn forward<F: Real>(&self, t: usize, created: F, arriving: &mut [F]) {
        for (out, &m) in arriving[t..].iter_mut().zip(&self.weights) {
            *out = created.mul_add(F::from_f64(m), *out);
        }
    }

    /// Of those whom the lag still has after `0, 1, …` periods, the share that it gives up in that period; 1 in the last.
    #[inline(always)]
    pub(super) fn hazards(&self) -> impl Iterator<Item = f64> {
        self.weights.iter().zip(&self.left).map(|(&m, &left)| m / left)
    }

    /// Adjoint of what is created in period `t` from that of what arrives from then on.
    #[inline(always)]
    pub(super) fn reverse<F: Real>(&self, t: usize, arriving: &[F]) -> F {
        let mut created = F::zero();
        for (&d, &m) in arriving[t..].iter().zip(&self.weights) {
            created = d.mul_add(F::from_f64(m), created);
        }
        created
    }
}
