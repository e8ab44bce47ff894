//! The card from a scenario and its forecast.

use crate::model::StageRates;
use crate::scenario::{Lag, Measure, Media, Place, Scenario};
use crate::simulate::{ChannelRow, Forecast};

use super::grade::{Better, attained, grade};
use super::scorecard::{Aspect, Cell, Row, Scorecard, Share, Unit};

/// Scores a forecast of a scenario.
#[must_use]
pub fn score(scenario: &Scenario, forecast: &Forecast) -> Scorecard {
    let card = Card { scenario, forecast };
    let rows = vec![
        Row {
            name: "plan",
            cells: card.plan(),
        },
        Row {
            name: "reach",
            cells: card.reach(),
        },
        Row {
            name: "act",
            cells: card.act(),
        },
        Row {
            name: "convert",
            cells: card.convert(),
        },
        Row {
            name: "engage",
            cells: card.engage(),
        },
    ];
    let graded: Vec<f64> = rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter(|cell| cell.grade.is_some())
        .filter_map(|cell| {
            cell.target
                .map(|target| attained(cell.value, target, better(cell.measure)).min(1.0))
        })
        .collect();
    let score = (!graded.is_empty()).then(|| 100.0 * graded.iter().sum::<f64>() / graded.len() as f64);
    Scorecard {
        rows,
        score,
        shares: shares(scenario, forecast),
    }
}

/// Whether more or less of the figure with this key is better.
fn better(measure: &str) -> Better {
    let cost = Measure::ALL.iter().any(|known| known.key() == measure && known.is_cost());
    if cost { Better::Less } else { Better::More }
}

/// Whether the figure with this key is the user's own.
fn is_tracked(measure: &str) -> bool {
    Measure::ALL.iter().any(|known| known.key() == measure && known.is_tracked())
}

struct Card<'a> {
    scenario: &'a Scenario,
    forecast: &'a Forecast,
}

fn ratio(numerator: f64, denominator: f64) -> Option<f64> {
    (denominator > 0.0).then(|| numerator / denominator)
}

impl Card<'_> {
    /// A total, KPI or tracked figure by its key, with the target that the plan has for it.
    fn measure(&self, aspect: Aspect, measure: Measure, label: &'static str, unit: Unit) -> Cell {
        let target = self.scenario.plan.targets.get(&measure).copied();
        self.cell(
            aspect,
            measure.key(),
            label,
            unit,
            value(self.scenario, self.forecast, measure),
            target,
        )
    }

    /// [`Self::measure`], but only where the plan has a target for it.
    fn if_targeted(&self, aspect: Aspect, measure: Measure, label: &'static str, unit: Unit) -> Option<Cell> {
        self.scenario
            .plan
            .targets
            .contains_key(&measure)
            .then(|| self.measure(aspect, measure, label, unit))
    }

    fn cell(
        &self,
        aspect: Aspect,
        measure: &'static str,
        label: &'static str,
        unit: Unit,
        value: Option<f64>,
        target: Option<f64>,
    ) -> Cell {
        // a figure that the user tracks and has not observed yet is no failure
        let known = value.is_some() || !is_tracked(measure);
        let grade = target
            .filter(|_| known)
            .map(|target| grade(attained(value, target, better(measure))));
        Cell {
            aspect,
            measure,
            label,
            unit,
            value,
            target,
            grade,
        }
    }

    fn plan(&self) -> Vec<Cell> {
        let mut cells = vec![
            self.measure(Aspect::Volume, Measure::Profit, "profit", Unit::Money),
            self.measure(Aspect::Quality, Measure::Roi, "ROI", Unit::Rate),
            self.measure(Aspect::Value, Measure::Npv, "net present value", Unit::Money),
            self.measure(Aspect::Value, Measure::Residual, "residual after the horizon", Unit::Money),
            self.measure(Aspect::Cost, Measure::Invest, "investment", Unit::Money),
            self.measure(Aspect::Cost, Measure::Payback, "payback", Unit::Periods),
        ];
        let others = [
            (Aspect::Volume, Measure::Gross, "gross profit", Unit::Money),
            (Aspect::Quality, Measure::RoiHorizon, "ROI without residual", Unit::Rate),
            (Aspect::Quality, Measure::Roas, "ROAS", Unit::Ratio),
            (Aspect::Quality, Measure::Nps, "NPS", Unit::Count),
            (Aspect::Quality, Measure::Csi, "CSI", Unit::Count),
            (Aspect::Quality, Measure::MarketShare, "market share", Unit::Rate),
        ];
        cells.extend(
            others
                .into_iter()
                .filter_map(|(aspect, measure, label, unit)| self.if_targeted(aspect, measure, label, unit)),
        );
        cells
    }

    fn reach(&self) -> Vec<Cell> {
        let Forecast { totals, kpis, rates, .. } = self.forecast;
        let target = self.scenario.reach.target;
        vec![
            self.measure(Aspect::Volume, Measure::Visits, "visits", Unit::Count),
            self.cell(
                Aspect::Volume,
                "visits_per_period",
                "visits a period",
                Unit::Count,
                Some(rates.visits),
                target,
            ),
            self.cell(
                Aspect::Quality,
                "share_acting",
                "share of visits that act",
                Unit::Rate,
                kpis.act_rate,
                None,
            ),
            self.cell(
                Aspect::Value,
                "gross_per_visit",
                "gross profit per visit",
                Unit::Money,
                ratio(totals.gross, totals.visits),
                None,
            ),
            self.cell(
                Aspect::Cost,
                "cost_per_visit",
                "cost per visit",
                Unit::Money,
                ratio(totals.invest, totals.visits),
                None,
            ),
        ]
    }

    fn act(&self) -> Vec<Cell> {
        let Forecast { totals, rates, .. } = self.forecast;
        vec![
            self.measure(Aspect::Volume, Measure::Leads, "leads", Unit::Count),
            self.measure(Aspect::Quality, Measure::ActRate, "act rate, all visits", Unit::Rate),
            self.cell(
                Aspect::Quality,
                "act_rate_quality_1",
                "act rate, organic visits",
                Unit::Rate,
                Some(rates.act),
                self.scenario.act.target,
            ),
            self.cell(
                Aspect::Value,
                "gross_per_lead",
                "gross profit per lead",
                Unit::Money,
                ratio(totals.gross, totals.leads),
                None,
            ),
            self.cell(
                Aspect::Cost,
                "cost_per_lead",
                "cost per lead",
                Unit::Money,
                ratio(totals.invest, totals.leads),
                None,
            ),
        ]
    }

    fn convert(&self) -> Vec<Cell> {
        let Forecast { periods, rates, .. } = self.forecast;
        let lag = match self.scenario.convert.lag {
            Lag::Periods(periods) => periods as f64,
            Lag::Gamma { mean, .. } => mean,
        };
        let mut cells = vec![
            self.measure(Aspect::Volume, Measure::Customers, "new customers", Unit::Count),
            self.measure(Aspect::Volume, Measure::Orders, "orders", Unit::Count),
            self.measure(Aspect::Volume, Measure::Revenue, "revenue", Unit::Money),
            self.measure(Aspect::Quality, Measure::ConvertRate, "convert rate, all leads", Unit::Rate),
            self.cell(
                Aspect::Quality,
                "convert_rate_quality_1",
                "convert rate, organic leads",
                Unit::Rate,
                Some(rates.convert),
                self.scenario.convert.target,
            ),
            self.cell(Aspect::Quality, "lag", "mean lag", Unit::Periods, Some(lag), None),
        ];
        if self.scenario.convert.capacity.is_some() {
            let backlog = periods.last().map(|row| row.backlog);
            cells.push(self.measure(Aspect::Quality, Measure::Served, "leads served", Unit::Rate));
            cells.push(self.cell(Aspect::Quality, "backlog", "backlog at the end", Unit::Count, backlog, None));
        }
        cells.extend([
            self.cell(
                Aspect::Value,
                "order_value",
                "order value",
                Unit::Money,
                Some(self.scenario.money.order_value.median()),
                None,
            ),
            self.cell(
                Aspect::Value,
                "margin",
                "margin",
                Unit::Rate,
                Some(self.scenario.money.margin.median()),
                None,
            ),
            self.measure(Aspect::Cost, Measure::Cac, "cost per customer (CAC)", Unit::Money),
        ]);
        cells.extend(self.if_targeted(Aspect::Cost, Measure::BlendedCac, "CAC of all customers", Unit::Money));
        cells
    }

    fn engage(&self) -> Vec<Cell> {
        let Forecast { periods, kpis, rates, .. } = self.forecast;
        let StageRates { retention, repeat, .. } = *rates;
        let engage = &self.scenario.engage;
        let active = periods.last().map(|row| row.active);
        let mean_active = periods.iter().map(|row| row.active).sum::<f64>() / periods.len() as f64;
        let to_keep = self.cost_to_keep();
        vec![
            self.cell(Aspect::Volume, "active", "active customers at the end", Unit::Count, active, None),
            self.measure(Aspect::Volume, Measure::RepeatOrders, "repeat orders", Unit::Count),
            self.cell(
                Aspect::Quality,
                "retention",
                "retention",
                Unit::Rate,
                Some(retention),
                engage.retention_target,
            ),
            self.cell(
                Aspect::Quality,
                "repeat_rate",
                "repeat rate",
                Unit::Rate,
                Some(repeat),
                engage.repeat_target,
            ),
            self.cell(
                Aspect::Quality,
                "referral",
                "referrals a customer, a period",
                Unit::Rate,
                Some(engage.referral.median()),
                None,
            ),
            self.measure(Aspect::Value, Measure::Ltv, "lifetime value (LTV)", Unit::Money),
            self.cell(
                Aspect::Value,
                "ltv_to_cac",
                "LTV : CAC",
                Unit::Ratio,
                kpis.ltv.zip(kpis.cac).map(|(ltv, cac)| ltv / cac),
                None,
            ),
            self.cell(
                Aspect::Cost,
                "cost_to_keep",
                "keeping a customer, a period",
                Unit::Money,
                ratio(to_keep, mean_active * periods.len() as f64),
                None,
            ),
        ]
    }

    /// Money spent on channels that bring no visits but move retention or the repeat rate.
    fn cost_to_keep(&self) -> f64 {
        let keeps = |c: &crate::scenario::Channel| c.reach.is_none() && (c.retention.is_some() || c.repeat.is_some());
        let rows = self.scenario.channels.iter().zip(&self.forecast.channels);
        rows.filter(|(channel, _)| keeps(channel)).map(|(_, row)| row.invest).sum()
    }
}

/// The value of a figure that can be a target; tracked figures are the user's own.
fn value(scenario: &Scenario, forecast: &Forecast, measure: Measure) -> Option<f64> {
    if measure.is_tracked() {
        scenario.plan.today.get(&measure).copied()
    } else {
        forecast.figure(measure)
    }
}

/// Shares of place and media; organic and referral visits stand by themselves, so that each split adds up to 1.
fn shares(scenario: &Scenario, forecast: &Forecast) -> Vec<Share> {
    let all: Vec<&ChannelRow> = forecast.channels.iter().chain(&forecast.other_sources).collect();
    let total = |of: &dyn Fn(&ChannelRow) -> f64| all.iter().map(|row| of(row)).sum::<f64>();
    let totals = [total(&|row| row.visits), total(&|row| row.customers), total(&|row| row.gross)];
    let share = |kind: &'static str, rows: Vec<&ChannelRow>| {
        let part = |of: &dyn Fn(&ChannelRow) -> f64, total: f64| ratio(rows.iter().map(|row| of(row)).sum(), total);
        Share {
            kind,
            visits: part(&|row| row.visits, totals[0]),
            customers: part(&|row| row.customers, totals[1]),
            gross: part(&|row| row.gross, totals[2]),
        }
    };
    let channels = |keep: &dyn Fn(&crate::scenario::Channel) -> bool| -> Vec<&ChannelRow> {
        scenario
            .channels
            .iter()
            .zip(&forecast.channels)
            .filter(|(channel, _)| keep(channel))
            .map(|(_, row)| row)
            .collect()
    };
    let other = |name: &str| forecast.other_sources.iter().filter(|row| row.name == name).collect();
    vec![
        share("online", channels(&|channel| channel.place == Place::Online)),
        share("offline", channels(&|channel| channel.place == Place::Offline)),
        share("paid", channels(&|channel| channel.media == Media::Paid)),
        share("owned", channels(&|channel| channel.media == Media::Owned)),
        share("earned", channels(&|channel| channel.media == Media::Earned)),
        share("organic", other("organic")),
        share("referral", other("referral")),
    ]
}
