//! Reads a run: from the workspace that it left to a column of figures. The point run and every lane of draws are read by this one text.

use crate::math::{Lanes, Real};
use crate::model::{Decision, Flows, Gradient, Inputs, Model, Outcome, Source, Tallying, Workspace};
use crate::scenario::Measure;

use super::rows::{Detail, PERIOD, Rows};

/// A denominator up to this share of the plan's own total of that quantity is nothing to divide by.
const NOTHING: f64 = 1e-9;

/// Rounding that the comparison of payback allows, as a share of the investment.
const PAID_BACK: f64 = 1e-9;

/// The same scenario without spend within the horizon and without actions.
#[derive(Debug, Clone)]
pub(super) struct Baseline<F> {
    pub(super) outcome: Outcome<F>,
    /// Gross profit of each period \[money\].
    pub(super) gross: Vec<F>,
}

impl<F: Real> Baseline<F> {
    pub(super) fn new(model: &Model) -> Self {
        Self {
            outcome: Outcome::zero(),
            gross: vec![F::zero(); model.horizon()],
        }
    }

    /// Keeps the run that the workspace holds as the baseline.
    #[inline(always)]
    pub(super) fn keep(&mut self, model: &Model, params: &[F], outcome: Outcome<F>, workspace: &Workspace<F>) {
        self.outcome = outcome;
        let margin = model.margin(params);
        for (t, gross) in self.gross.iter_mut().enumerate() {
            *gross = margin * model.flows(workspace, t).revenue;
        }
    }
}

/// A run that is to be read.
#[derive(Clone, Copy)]
pub(super) struct Run<'a, F> {
    pub(super) model: &'a Model,
    pub(super) inputs: Inputs<'a, F>,
    pub(super) workspace: &'a Workspace<F>,
    pub(super) outcome: Outcome<F>,
    pub(super) baseline: &'a Baseline<F>,
}

/// Columns of a sheet that are written: as many as there are lanes, from `at` on.
pub(super) struct Column<'a> {
    pub(super) rows: Rows,
    pub(super) sheet: &'a mut [f64],
    /// Columns of the sheet.
    pub(super) width: usize,
    pub(super) at: usize,
}

impl Column<'_> {
    #[inline(always)]
    fn put<V: Lanes>(&mut self, row: usize, value: V) {
        value.store(&mut self.sheet[row * self.width + self.at..]);
    }
}

/// `numerator / denominator`, absent where the denominator is not above `least`.
#[inline(always)]
fn ratio<F: Real>(numerator: F, denominator: F, least: F) -> F {
    least.select_lt(denominator, numerator / denominator, F::from_f64(f64::NAN))
}

/// The figures of a period, in the order of [`Series`](super::Series).
#[inline(always)]
fn of_period<F: Real>(flow: &Flows<F>, gross: F, fixed_cost: F) -> [F; PERIOD] {
    [
        flow.visits,
        flow.leads,
        flow.customers,
        flow.active,
        flow.repeat_orders,
        flow.customers + flow.repeat_orders,
        flow.leads_created,
        flow.customers_created,
        flow.handled,
        flow.backlog,
        flow.revenue,
        gross,
        flow.invest,
        gross - flow.invest - fixed_cost,
    ]
}

impl<V: Lanes> Run<'_, V> {
    /// Writes what the sheet has rows for, but the sources.
    #[inline(always)]
    pub(super) fn write(&self, column: &mut Column<'_>) {
        let seed = match column.rows.detail {
            Detail::Gross => self.model.gross_seed(),
            _ => self.model.objective_seed(),
        };
        column.put(Rows::OBJECTIVE, self.outcome.weighed(&seed));
        match column.rows.detail {
            Detail::Gross | Detail::Objective => {}
            Detail::Series => self.series(column),
            Detail::Figures | Detail::Sources | Detail::Everything => {
                self.totals(column);
                self.kpis(column);
                self.rates(column);
                self.periods(column);
            }
        }
    }

    #[inline(always)]
    fn totals(&self, column: &mut Column<'_>) {
        let o = &self.outcome;
        column.put(Rows::measure(Measure::Visits), o.visits);
        column.put(Rows::measure(Measure::Leads), o.leads);
        column.put(Rows::measure(Measure::Customers), o.customers);
        column.put(Rows::measure(Measure::Orders), o.customers + o.repeat_orders);
        column.put(Rows::measure(Measure::RepeatOrders), o.repeat_orders);
        column.put(Rows::measure(Measure::Revenue), o.revenue);
        column.put(Rows::measure(Measure::Gross), o.gross);
        column.put(Rows::measure(Measure::Invest), o.invest);
        column.put(Rows::measure(Measure::Profit), o.profit);
        column.put(Rows::measure(Measure::Npv), o.npv);
        column.put(Rows::measure(Measure::Residual), o.residual);
    }

    /// Ratios of the plan against its baseline, absent where there is nothing to divide by; payback comes with the periods.
    #[inline(always)]
    fn kpis(&self, column: &mut Column<'_>) {
        let (o, base) = (&self.outcome, &self.baseline.outcome);
        let (zero, absent) = (V::zero(), V::from_f64(f64::NAN));
        let spent = o.discounted_invest;
        let counted = self.model.gross_seed();
        let gross = o.weighed(&counted) - base.weighed(&counted);
        column.put(Rows::measure(Measure::Roi), ratio(gross - spent, spent, zero));
        let within = o.discounted_gross - base.discounted_gross;
        column.put(Rows::measure(Measure::RoiHorizon), ratio(within - spent, spent, zero));
        column.put(Rows::measure(Measure::Roas), ratio(o.revenue - base.revenue, o.invest, zero));
        let new_customers = o.customers - base.customers;
        let cac = ratio(o.invest, new_customers, V::from_f64(NOTHING) * o.customers);
        column.put(Rows::measure(Measure::Cac), zero.select_lt(o.invest, cac, absent));
        let blended = ratio(o.invest, o.customers, zero);
        column.put(Rows::measure(Measure::BlendedCac), zero.select_lt(o.invest, blended, absent));
        column.put(Rows::measure(Measure::Ltv), self.model.lifetime_value(self.inputs.params));
        column.put(Rows::measure(Measure::ActRate), ratio(o.leads_created, o.visits, zero));
        column.put(Rows::measure(Measure::ConvertRate), ratio(o.customers_created, o.handled, zero));
        // summed in another order, the same leads may differ in the last bit
        let served = ratio(o.handled, o.leads + self.model.backlog_before(self.workspace), zero);
        column.put(Rows::measure(Measure::Served), served.min(V::one()));
    }

    #[inline(always)]
    fn rates(&self, column: &mut Column<'_>) {
        let rates = self.model.stage_rates(&self.inputs, self.workspace);
        column.put(Rows::rate(0), rates.visits);
        column.put(Rows::rate(1), rates.act);
        column.put(Rows::rate(2), rates.convert);
        column.put(Rows::rate(3), rates.retention);
        column.put(Rows::rate(4), rates.repeat);
    }

    /// Every period, the running sums, payback and the deepest point.
    #[inline(always)]
    fn periods(&self, column: &mut Column<'_>) {
        let rows = column.rows;
        let zero = V::zero();
        let margin = self.model.margin(self.inputs.params);
        let fixed_cost = self.model.fixed_cost(self.inputs.params);
        let (mut gross_so_far, mut spent_so_far, mut profit_so_far, mut invested) = (zero, zero, zero, zero);
        let (mut since, mut deepest) = (zero, zero);
        let mut survival = V::one();
        for (t, &base) in self.baseline.gross.iter().enumerate() {
            let flow = self.model.flows(self.workspace, t);
            let gross = margin * flow.revenue;
            gross_so_far += flow.discount * (gross - base);
            spent_so_far += flow.discount * flow.invest;
            profit_so_far += gross - base - flow.invest;
            invested += flow.invest;
            column.put(rows.roi_so_far(t), ratio(gross_so_far - spent_so_far, spent_so_far, zero));
            column.put(rows.profit_so_far(t), profit_so_far);
            deepest = deepest.min(profit_so_far);
            // back for good: until the horizon ends
            let back = zero.select_lt(since, since, V::from_f64((t + 1) as f64));
            since = profit_so_far.select_lt(V::from_f64(-PAID_BACK) * invested, zero, back);
            if rows.detail == Detail::Everything {
                for (figure, value) in of_period(&flow, gross, fixed_cost).into_iter().enumerate() {
                    column.put(rows.period(figure, t), value);
                }
                survival = survival * self.model.kept_of_a_cohort(self.inputs.params, self.workspace, t);
                column.put(rows.survival(t), survival);
            }
        }
        let never = V::from_f64(Rows::NEVER);
        let payback = zero.select_lt(since, since, never);
        column.put(
            Rows::measure(Measure::Payback),
            zero.select_lt(invested, payback, V::from_f64(f64::NAN)),
        );
        column.put(Rows::CASH, zero.select_lt(-deepest, -deepest, zero));
    }

    /// The chosen figures of every period, and their sums.
    #[inline(always)]
    fn series(&self, column: &mut Column<'_>) {
        let rows = column.rows;
        let margin = self.model.margin(self.inputs.params);
        let fixed_cost = self.model.fixed_cost(self.inputs.params);
        let mut sums = [V::zero(); PERIOD];
        for t in 0..rows.horizon {
            let flow = self.model.flows(self.workspace, t);
            let figures = of_period(&flow, margin * flow.revenue, fixed_cost);
            for (figure, value) in figures.into_iter().enumerate() {
                if rows.has(figure) {
                    sums[figure] += value;
                    column.put(rows.period(figure, t), value);
                }
            }
        }
        for (figure, sum) in sums.into_iter().enumerate() {
            if rows.has(figure) {
                column.put(rows.sum(figure), sum);
            }
        }
    }

    /// What each source brought, and the marginal ROI of each channel from the derivatives of the gross profit that ROI counts.
    #[inline(always)]
    pub(super) fn sources(&self, decision: &Decision, gradient: &Gradient<V>, tallying: &mut Tallying<V>, column: &mut Column<'_>) {
        let (model, rows) = (self.model, column.rows);
        model.worth_of_a_customer(&self.inputs, self.workspace, tallying);
        for s in 0..rows.channels + 2 {
            let source = match s.checked_sub(rows.channels) {
                None => Source::Channel(s),
                Some(0) => Source::Organic,
                Some(_) => Source::Referral,
            };
            let tally = model.tally(&self.inputs, self.workspace, source, tallying);
            column.put(rows.source(s, 0), tally.visits);
            column.put(rows.source(s, 1), tally.leads);
            column.put(rows.source(s, 2), tally.customers);
            column.put(rows.source(s, 3), tally.gross);
            let marginal_roi = if s < rows.channels {
                self.marginal_roi(decision, gradient, s)
            } else {
                V::from_f64(f64::NAN)
            };
            column.put(rows.source(s, 4), marginal_roi);
        }
    }

    /// (d gross − d spend) / d spend along the channel's own spend pattern, equal amounts where it spends nothing; absent where it is not
    /// finite.
    #[inline(always)]
    pub(super) fn marginal_roi(&self, decision: &Decision, gradient: &Gradient<V>, c: usize) -> V {
        let spend = decision.channel(c);
        let silent = spend.iter().all(|&x| x == 0.0);
        let slopes = &gradient.spend[c * spend.len()..(c + 1) * spend.len()];
        let (mut gross, mut spent) = (V::zero(), V::zero());
        for (t, (&x, &slope)) in spend.iter().zip(slopes).enumerate() {
            let pattern = if silent { 1.0 } else { x };
            // a period without spend has no part in the pattern, however steep its curve is there
            if pattern > 0.0 {
                let pattern = V::from_f64(pattern);
                gross += pattern * slope;
                spent += pattern * self.model.flows(self.workspace, t).discount;
            }
        }
        let marginal_roi = (gross - spent) / spent;
        let (most, absent) = (V::from_f64(f64::MAX), V::from_f64(f64::NAN));
        // what is no number is not less than the largest one
        let small = marginal_roi.select_lt(most, marginal_roi, absent);
        (-small).select_lt(most, small, absent)
    }
}
