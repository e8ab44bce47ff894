//! KPIs: ratios of the plan against its baseline, absent where there is nothing to divide by.

use crate::model::Outcome;

use super::forecast::{Cumulative, Kpis};
use super::simulator::Simulator;

/// A denominator up to this share of the plan's own total of that quantity is nothing to divide by.
const NOTHING: f64 = 1e-9;

/// Rounding that the comparison of payback allows, as a share of the investment.
const PAID_BACK: f64 = 1e-9;

fn ratio(numerator: f64, denominator: f64) -> Option<f64> {
    (denominator > 0.0).then(|| numerator / denominator)
}

impl Simulator {
    /// Incremental gross profit that ROI counts [money, discounted].
    #[must_use]
    pub fn incremental_gross(&self, outcome: &Outcome<f64>) -> f64 {
        let seed = self.model().gross_seed();
        outcome.weighed(&seed) - self.baseline().weighed(&seed)
    }

    /// KPIs of a run with these totals and running sums.
    pub(super) fn kpis(&self, outcome: &Outcome<f64>, backlog: f64, cumulative: &Cumulative, invest: &[f64]) -> Kpis {
        let base = self.baseline();
        let spent = outcome.discounted_invest;
        let roi = |gross: f64| ratio(gross - spent, spent);
        let new_customers = outcome.customers - base.customers;
        let counted = outcome.invest > 0.0 && new_customers > NOTHING * outcome.customers;
        Kpis {
            roi: roi(self.incremental_gross(outcome)),
            roi_horizon: roi(outcome.discounted_gross - base.discounted_gross),
            roas: ratio(outcome.revenue - base.revenue, outcome.invest),
            cac: counted.then(|| outcome.invest / new_customers),
            blended_cac: ratio(outcome.invest, outcome.customers).filter(|_| outcome.invest > 0.0),
            ltv: Some(self.model().lifetime_value(self.params())),
            payback: payback(&cumulative.profit, invest),
            act_rate: ratio(outcome.leads_created, outcome.visits),
            convert_rate: ratio(outcome.customers_created, outcome.handled),
            // summed in another order, the same leads may differ in the last bit
            served: ratio(outcome.handled, outcome.leads + backlog).map(|share| share.min(1.0)),
        }
    }
}

/// First period (from 1) from which on, until the horizon ends, the money is back; `None` where it is not back at the end
/// or nothing was invested.
fn payback(profit: &[f64], invest: &[f64]) -> Option<usize> {
    let mut spent = 0.0;
    let mut since = None;
    for (t, (&profit, &invest)) in profit.iter().zip(invest).enumerate() {
        spent += invest;
        let back = profit >= -PAID_BACK * spent;
        since = if back { since.or(Some(t + 1)) } else { None };
    }
    since.filter(|_| spent > 0.0)
}

#[cfg(test)]
mod tests {
    use super::payback;

    #[test]
    fn payback_lasts_until_the_horizon_ends() {
        assert_eq!(payback(&[-1.0, 1.0, 2.0], &[2.0, 0.0, 0.0]), Some(2));
        // back in period 1, lost again by a later spend, back for good in period 4
        assert_eq!(payback(&[0.5, -1.0, -0.2, 0.1], &[1.0, 2.0, 0.0, 0.0]), Some(4));
        assert_eq!(payback(&[1.0, -1.0], &[1.0, 3.0]), None);
        assert_eq!(payback(&[0.0, 0.0], &[0.0, 0.0]), None);
        // a billionth of the investment is rounding
        assert_eq!(payback(&[-1e-10], &[1.0]), Some(1));
    }
}
