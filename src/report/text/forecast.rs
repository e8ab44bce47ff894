//! The page of `osa simulate`: totals and KPIs, what each source brought, or the series.

use crate::scenario::{Measure, Scenario};
use crate::simulate::{ChannelRow, Forecast};

use super::figures::{Figures, label, objective_unit, unit};
use super::page::Page;
use super::scorecard::capitalized;
use super::table::{Table, numbers, words};
use super::{objective, title};

/// Sums over the horizon, in the left half of the table.
const TOTALS: [Measure; 11] = [
    Measure::Visits,
    Measure::Leads,
    Measure::Customers,
    Measure::Orders,
    Measure::RepeatOrders,
    Measure::Revenue,
    Measure::Gross,
    Measure::Invest,
    Measure::Profit,
    Measure::Npv,
    Measure::Residual,
];

/// Ratios, in the right half.
const KPIS: [Measure; 10] = [
    Measure::Roi,
    Measure::RoiHorizon,
    Measure::Roas,
    Measure::Cac,
    Measure::BlendedCac,
    Measure::Ltv,
    Measure::Payback,
    Measure::ActRate,
    Measure::ConvertRate,
    Measure::Served,
];

/// Totals and KPIs, then what each source of visits cost and brought.
#[must_use]
pub fn forecast(scenario: &Scenario, forecast: &Forecast) -> String {
    let figures = Figures::new(scenario, forecast.totals.revenue);
    let value = |measure: Option<&Measure>| {
        measure.map_or_else(
            || ["", ""].map(str::to_owned),
            |&measure| [label(measure).to_owned(), figures.figure(unit(measure), forecast.figure(measure))],
        )
    };
    let mut totals = Table::new([words("total over the horizon"), numbers(""), words(" "), words("KPI"), numbers("")]);
    for i in 0..TOTALS.len() {
        let ([total, sum], [kpi, ratio]) = (value(TOTALS.get(i)), value(KPIS.get(i)));
        totals.row([total, sum, String::new(), kpi, ratio]);
    }
    let unit_of_objective = objective_unit(scenario.plan.objective.word());
    Page::default()
        .heading(&title(scenario))
        .table(&totals)
        .note(&format!(
            "{}: {}. {}",
            capitalized(scenario.objective_name()),
            figures.figure(unit_of_objective, Some(forecast.objective)),
            objective(scenario)
        ))
        .table(&sources(forecast, &figures))
        .note(
            "Leads and customers are those that arrive within the horizon; a channel's are those of the visits it brought. Marginal ROI \
             is what the next unit of money on a channel earns beyond itself. Every uncertain number runs at its median.",
        )
        .finish()
}

fn sources(forecast: &Forecast, figures: &Figures) -> Table {
    let spend = format!("spend {}", figures.currency());
    let mut table = Table::new([
        words("source"),
        numbers(&spend),
        numbers("visits"),
        numbers("leads"),
        numbers("customers"),
        numbers("marginal ROI"),
    ]);
    let mut add = |row: &ChannelRow| {
        table.row([
            row.name.clone(),
            figures.amount(row.invest),
            figures.count(row.visits),
            figures.count(row.leads),
            figures.count(row.customers),
            figures.share_change(row.marginal_roi),
        ]);
    };
    forecast.channels.iter().for_each(&mut add);
    forecast.other_sources.iter().for_each(&mut add);
    table
}

/// One line for each period.
#[must_use]
pub fn series(scenario: &Scenario, forecast: &Forecast) -> String {
    let largest = forecast.periods.iter().map(|row| row.revenue.abs()).fold(0.0, f64::max);
    let figures = Figures::new(scenario, largest * 10.0);
    let mut table = Table::new(
        [words(scenario.plan.period.word())]
            .into_iter()
            .chain(["visits", "leads", "customers", "orders", "revenue", "invest", "profit"].map(numbers)),
    );
    for row in &forecast.periods {
        table.row([
            row.date.clone(),
            figures.count(row.visits),
            figures.count(row.leads),
            figures.count(row.customers),
            figures.count(row.orders),
            figures.amount(row.revenue),
            figures.amount(row.invest),
            figures.amount(row.profit),
        ]);
    }
    Page::default()
        .heading(&title(scenario))
        .table(&table)
        .note(&format!(
            "Money is in {}. Leads and customers are those that arrive in the period; a period begins on its date. Every uncertain number \
             runs at its median.",
            scenario.plan.currency
        ))
        .finish()
}
