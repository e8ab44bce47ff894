//! Futures made by hand around the made-up forecasts: nothing is drawn.

use super::fixture::Made;
use crate::analyze::{ComparedPlan, Comparison};
use crate::model::StageRates;
use crate::simulate::{
    Band, ChannelRow, Cumulative, Difference, Forecast, Futures, Kpis, PeriodRow, PlanFutures, Probabilities, Sampling, Totals,
};

/// A band around `x`: its draws lie within `wide` of it, more of them above than below.
pub(in crate::chart) fn band(x: f64, wide: f64) -> Band {
    let at = |share: f64| x + wide * share;
    Band {
        mean: at(0.3),
        p5: at(-0.8),
        p10: at(-0.6),
        p25: at(-0.3),
        p50: x,
        p75: at(0.4),
        p90: at(0.8),
        p95: at(1.0),
        most: at(1.5),
        sd: wide * 0.5,
        share: 1.0,
        draws: 4_096,
        error: 0.0,
    }
}

/// Bands around a forecast, each `wide` of the number's size.
fn around(f: &Forecast, wide: f64) -> Forecast<Band, Band> {
    let b = |x: f64| band(x, wide * x.abs());
    // money that a plan earns is as uncertain as what it spends
    let money = |x: f64| band(x, wide * (x.abs() + 0.3 * f.totals.invest));
    let maybe = |x: Option<f64>| x.map(|x| band(x, wide * (x.abs() + 0.4)));
    let source = |row: &ChannelRow| ChannelRow {
        name: row.name.clone(),
        invest: b(row.invest),
        visits: b(row.visits),
        leads: b(row.leads),
        customers: b(row.customers),
        gross: b(row.gross),
        marginal_roi: row.marginal_roi.map(b),
    };
    let period = |row: &PeriodRow| PeriodRow {
        t: row.t,
        date: row.date.clone(),
        visits: b(row.visits),
        leads: b(row.leads),
        customers: b(row.customers),
        active: b(row.active),
        repeat_orders: b(row.repeat_orders),
        orders: b(row.orders),
        leads_created: b(row.leads_created),
        customers_created: b(row.customers_created),
        handled: b(row.handled),
        backlog: b(row.backlog),
        revenue: b(row.revenue),
        gross: b(row.gross),
        invest: b(row.invest),
        profit: b(row.profit),
    };
    let horizon = f.periods.len() as f64;
    let never = |x: f64| if x <= horizon { x.max(1.0) } else { f64::NAN };
    let payback = f.kpis.payback.map_or(1.3 * horizon, |n| n as f64);
    let payback = band(payback, wide * payback);
    Forecast {
        scenario: f.scenario.clone(),
        currency: f.currency.clone(),
        periods: f.periods.iter().map(period).collect(),
        rates: StageRates {
            visits: b(f.rates.visits),
            act: b(f.rates.act),
            convert: b(f.rates.convert),
            retention: band(f.rates.retention, wide * (1.0 - f.rates.retention)),
            repeat: b(f.rates.repeat),
        },
        objective_name: f.objective_name,
        objective: money(f.objective),
        totals: Totals {
            visits: b(f.totals.visits),
            leads: b(f.totals.leads),
            customers: b(f.totals.customers),
            orders: b(f.totals.orders),
            repeat_orders: b(f.totals.repeat_orders),
            revenue: b(f.totals.revenue),
            gross: b(f.totals.gross),
            invest: b(f.totals.invest),
            profit: money(f.totals.profit),
            npv: money(f.totals.npv),
            residual: b(f.totals.residual),
        },
        kpis: Kpis {
            roi: maybe(f.kpis.roi),
            roi_horizon: maybe(f.kpis.roi_horizon),
            payback: (f.totals.invest != 0.0).then(|| Band {
                p5: never(payback.p5),
                p10: never(payback.p10),
                p25: never(payback.p25),
                p50: never(payback.p50),
                p75: never(payback.p75),
                p90: never(payback.p90),
                p95: never(payback.p95),
                ..payback
            }),
            roas: None,
            cac: None,
            blended_cac: None,
            ltv: None,
            act_rate: f.kpis.act_rate.map(b),
            convert_rate: f.kpis.convert_rate.map(b),
            served: None,
        },
        channels: f.channels.iter().map(source).collect(),
        other_sources: Vec::new(),
        survival: f.survival.iter().map(|&x| band(x, wide * x.min(1.0 - x))).collect(),
        cumulative: Cumulative {
            roi: f.cumulative.roi.iter().copied().map(maybe).collect(),
            profit: f.cumulative.profit.iter().copied().map(money).collect(),
        },
    }
}

impl Made {
    /// Both plans over the draws.
    pub(in crate::chart) fn futures(&self, wide: f64) -> Futures {
        let plan = |proposed| {
            let bands = around(&self.forecast(proposed), wide);
            let deepest = bands.cumulative.profit.iter().map(|band| -band.p50).fold(0.0, f64::max);
            PlanFutures {
                cash: band(deepest, 0.5 * wide * deepest),
                bands,
                probabilities: Probabilities {
                    roi_positive: Some(if proposed { 0.9997 } else { 0.62 }),
                    paid_back: Some(if proposed { 0.93 } else { 0.0 }),
                    stage_targets: Vec::new(),
                    targets: Vec::new(),
                },
            }
        };
        Futures {
            sampling: Sampling::default(),
            dimensions: 1,
            streamed: false,
            excluded: 2,
            runs: 0,
            plans: vec![plan(false), plan(true)],
            differences: vec![self.difference(1, wide)],
        }
    }

    /// How far plan `i` is from the first one.
    fn difference(&self, i: usize, wide: f64) -> Difference {
        let gain = self.money * 86_000.0 * [0.0, 1.0, -0.4, 0.02, 2.0][i % 5];
        Difference {
            objective: band(gain, wide * self.money * 120_000.0 * (i % 3) as f64),
            measures: Vec::new(),
            better: [0.0, 0.926, 0.31, 0.52, 1.0][i % 5],
        }
    }

    /// So many plans beside the first, with their futures; the last one cannot be compared where there are more than two.
    pub(in crate::chart) fn comparison(&self, others: usize, wide: f64) -> (Comparison, Futures) {
        let plan = |i: usize| ComparedPlan {
            label: match i % 3 {
                0 => format!("plans/{i}.toml"),
                1 => format!("plans/a-very-long-name-of-a-plan-that-somebody-keeps-in-a-folder-{i}.toml"),
                _ => format!("Маркетинговый план на год вперёд, вариант {i}"),
            },
            scenario: self.scenario.to_owned(),
            currency: self.currency.to_owned(),
            period: "week",
            periods: self.periods,
            objective: "profit",
            objective_name: "long-term profit",
            value: self.money * 1.1e6,
            difference: (others < 3 || i < others).then(|| self.difference(i, wide).objective.p50),
        };
        let comparison = Comparison {
            plans: (0..=others).map(plan).collect(),
            measures: Vec::new(),
            channels: Vec::new(),
            actions: Vec::new(),
            notes: Vec::new(),
        };
        let futures = Futures {
            differences: (1..=others).map(|i| self.difference(i, wide)).collect(),
            ..self.futures(wide)
        };
        (comparison, futures)
    }

    /// The analysis with what draws add to it.
    pub(in crate::chart) fn drawn_analysis(&self, wide: f64) -> crate::analyze::Analysis {
        let mut analysis = self.analysis();
        for (stage, share) in analysis.stages.iter_mut().zip([0.0, 0.14, 0.83, 0.03]) {
            stage.probability_weakest = Some(share);
        }
        for curve in analysis.channels.iter_mut().filter_map(|channel| channel.response.as_mut()) {
            curve.bands = Some(curve.gross.iter().map(|gross| band(*gross, wide * gross.abs())).collect());
        }
        analysis
    }
}
