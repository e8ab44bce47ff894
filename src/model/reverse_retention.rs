//! Retention on the way back: customers kept → those active before, the log-odds of retention, and the cohorts.

use crate::math::Real;

use super::forward::sum_in_lanes;
use super::retention::Keep;
use super::{Gradient, Model, Workspace};

/// Customers kept into period `t` → those active before it, and the log-odds of retention.
#[inline(always)]
pub(super) fn keep<F: Real>(model: &Model, params: &[F], ws: &Workspace<F>, t: usize, kept: F, before: F, out: &mut Gradient<F>) -> (F, F) {
    match model.keep {
        Keep::Constant { .. } => {
            let keep = ws.keep[t];
            (kept * keep, kept * before * keep * (F::one() - keep))
        }
        Keep::ShiftedBetaGeometric { alpha, beta, age } => {
            let (alpha, beta) = (alpha.of(params), beta.of(params));
            let cohorts = &mut out.cohorts;
            let living = t.min(ws.customers_end);
            let factor = ws.keep[t];
            for k in 0..=living {
                // the starting customers are `age` periods older than a cohort of period 0 would be
                let rank = if k == 0 { age + t } else { t - k };
                let ages = beta + F::from_f64(rank as f64);
                let odds = ages * factor;
                let rate = odds / (odds + alpha);
                let adjoint = cohorts.adjoint[k] + kept;
                let part = adjoint * cohorts.left[k] * (F::one() - rate);
                cohorts.log_odds[k] = part;
                cohorts.sum[k] += part;
                cohorts.by_beta[k] += part / ages;
                cohorts.adjoint[k] = adjoint * rate;
                cohorts.left[k] = rate.select_lt(F::from_f64(f64::MIN_POSITIVE), F::zero(), cohorts.left[k] / rate);
            }
            (F::zero(), sum_in_lanes(&cohorts.log_odds[..=living]))
        }
    }
}

/// Adjoint of the cohort that enters in period `t`.
#[inline(always)]
pub(super) fn new_cohort<F: Real>(model: &Model, ws: &Workspace<F>, t: usize, out: &Gradient<F>) -> F {
    if model.keep.by_cohort() && t < ws.customers_end {
        out.cohorts.adjoint[t + 1]
    } else {
        F::zero()
    }
}

#[inline(always)]
pub(super) fn start_cohorts<F: Real>(ws: &Workspace<F>, out: &mut Gradient<F>) {
    let cohorts = &mut out.cohorts;
    cohorts.left.copy_from_slice(&ws.cohorts);
    for buffer in [&mut cohorts.adjoint, &mut cohorts.sum, &mut cohorts.by_beta] {
        buffer.fill(F::zero());
    }
}

#[inline(always)]
pub(super) fn end_cohorts<F: Real>(model: &Model, params: &[F], out: &mut Gradient<F>) {
    if let Keep::ShiftedBetaGeometric { alpha, beta, .. } = model.keep {
        let cohorts = &out.cohorts;
        out.params[model.customers.index()] += cohorts.adjoint[0];
        out.params[alpha.index()] -= sum_in_lanes(&cohorts.sum) / alpha.of(params);
        out.params[beta.index()] += sum_in_lanes(&cohorts.by_beta);
    }
}
