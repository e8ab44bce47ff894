//! The page of `osa simulate`: totals and KPIs, what each source brought, or the series.

use crate::scenario::{Measure, Scenario};
use crate::simulate::{Forecast, Futures};

use super::figures::{Figures, label, objective_unit, unit};
use super::likelihood::{drawn, eight_in_ten, probability, span};
use super::page::Page;
use super::scorecard::capitalized;
use super::table::{Table, numbers, words};
use super::{objective, title};

/// Totals and KPIs, each with the range of its draws where there are some, then what each source of visits cost and brought.
#[must_use]
pub fn forecast(scenario: &Scenario, forecast: &Forecast, futures: Option<&Futures>) -> String {
    let figures = Figures::new(scenario, forecast.totals.revenue);
    let unit_of_objective = objective_unit(scenario.plan.objective.word());
    let mut page = Page::default();
    page.heading(&title(scenario));
    match futures {
        None => page.table(&side_by_side(forecast, &figures)),
        Some(futures) => page
            .table(&with_ranges("over the horizon", Measure::TOTALS, forecast, futures, &figures))
            .table(&with_ranges("KPI", Measure::KPIS, forecast, futures, &figures)),
    };
    page.note(&format!(
        "{}: {}{}. {}",
        capitalized(scenario.objective_name()),
        figures.figure(unit_of_objective, Some(forecast.objective)),
        futures.map_or_else(String::new, |futures| {
            let range = eight_in_ten(&figures, unit_of_objective, Some(&futures.plans[0].bands.objective));
            format!(", in 8 of 10 futures {range}")
        }),
        objective(scenario)
    ));
    if let Some(futures) = futures {
        page.note(&chances(scenario, futures));
    }
    page.table(&sources(forecast, futures, &figures)).note(&format!(
        "Leads and customers are those that arrive within the horizon; a channel's are those of the visits it brought. Marginal ROI \
         is what the next unit of money on a channel earns beyond itself. {}",
        median_run(futures)
    ));
    page.finish()
}

/// What the plain numbers are, and what the ranges beside them.
fn median_run(futures: Option<&Futures>) -> String {
    match futures {
        None => "Every uncertain number runs at its median.".to_owned(),
        Some(futures) => format!(
            "Plain numbers are the run with every uncertain number at its median; 8 in 10 futures lie within the range. {}",
            drawn(futures)
        ),
    }
}

/// How likely it is that the plan does what it is for.
fn chances(scenario: &Scenario, futures: &Futures) -> String {
    let plan = &futures.plans[0];
    let chances = &plan.probabilities;
    let probability = |share: f64| probability(share, plan.bands.objective.draws);
    let mut sentences = Vec::new();
    if let Some(roi) = chances.roi_positive {
        sentences.push(format!("ROI is above 0 in {} of the futures.", probability(roi)));
    }
    if let (Some(back), Some(band)) = (chances.paid_back, &plan.bands.kpis.payback) {
        let period = scenario.plan.period.word();
        let within = |periods: f64| format!("{periods:.0}");
        sentences.push(if back <= 0.0 {
            "The money is back within the horizon in none of them.".to_owned()
        } else if band.p90.is_nan() {
            format!("The money is back within the horizon in {}.", probability(back))
        } else {
            format!(
                "The money is back after {} {period}s in 8 of 10, and within the horizon in {}.",
                span(within(band.p10), within(band.p90)),
                probability(back)
            )
        });
    }
    if !chances.targets.is_empty() {
        let targets: Vec<String> = chances
            .targets
            .iter()
            .map(|(measure, share)| format!("{} {}", label(*measure), probability(*share)))
            .collect();
        sentences.push(format!("Targets are reached: {}.", targets.join(", ")));
    }
    sentences.join(" ")
}

/// Totals in the left half, KPIs in the right.
fn side_by_side(forecast: &Forecast, figures: &Figures) -> Table {
    let value = |measure: Option<&Measure>| {
        measure.map_or_else(
            || ["", ""].map(str::to_owned),
            |&measure| [label(measure).to_owned(), figures.figure(unit(measure), forecast.figure(measure))],
        )
    };
    let mut table = Table::new([words("total over the horizon"), numbers(""), words(" "), words("KPI"), numbers("")]);
    for i in 0..Measure::TOTALS.len() {
        let ([total, sum], [kpi, ratio]) = (value(Measure::TOTALS.get(i)), value(Measure::KPIS.get(i)));
        table.row([total, sum, String::new(), kpi, ratio]);
    }
    table
}

/// Each figure of the median run with the range of eight futures in ten.
fn with_ranges(head: &str, measures: &[Measure], forecast: &Forecast, futures: &Futures, figures: &Figures) -> Table {
    let bands = &futures.plans[0].bands;
    let mut table = Table::new([words(head), numbers("at the medians"), numbers("8 in 10 futures")]);
    for &measure in measures {
        table.row([
            label(measure).to_owned(),
            figures.figure(unit(measure), forecast.figure(measure)),
            eight_in_ten(figures, unit(measure), bands.figure(measure).as_ref()),
        ]);
    }
    table
}

fn sources(forecast: &Forecast, futures: Option<&Futures>, figures: &Figures) -> Table {
    let spend = format!("spend {}", figures.currency());
    let columns = [
        words("source"),
        numbers(&spend),
        numbers("visits"),
        numbers("leads"),
        numbers("customers"),
        numbers("marginal ROI"),
    ];
    let mut table = Table::new(columns.into_iter().chain(futures.map(|_| numbers("8 in 10"))));
    let bands = futures.map(|futures| &futures.plans[0].bands);
    let rows = forecast.channels.iter().chain(&forecast.other_sources).enumerate();
    for (s, row) in rows {
        let band = bands.and_then(|bands| bands.channels.get(s)?.marginal_roi);
        let range = band.map_or_else(String::new, |band| {
            span(figures.share_change(band.p10), figures.share_change(band.p90))
        });
        let cells = [
            row.name.clone(),
            figures.amount(row.invest),
            figures.count(row.visits),
            figures.count(row.leads),
            figures.count(row.customers),
            figures.share_change(row.marginal_roi),
        ];
        table.row(cells.into_iter().chain(bands.map(|_| range)));
    }
    table
}

/// One line for each period; with futures, the range of its profit.
#[must_use]
pub fn series(scenario: &Scenario, forecast: &Forecast, futures: Option<&Futures>) -> String {
    let largest = forecast.periods.iter().map(|row| row.revenue.abs()).fold(0.0, f64::max);
    let figures = Figures::new(scenario, largest * 10.0);
    let heads: &[&str] = match futures {
        None => &["visits", "leads", "customers", "orders", "revenue", "invest", "profit"],
        Some(_) => &["visits", "leads", "customers", "revenue", "profit", "8 in 10"],
    };
    let mut table = Table::new(
        [words(scenario.plan.period.word())]
            .into_iter()
            .chain(heads.iter().copied().map(numbers)),
    );
    for row in &forecast.periods {
        let people = [figures.count(row.visits), figures.count(row.leads), figures.count(row.customers)];
        let invest = futures.is_none().then(|| figures.amount(row.invest));
        let range = futures.map(|futures| {
            let profit = &futures.plans[0].bands.periods[row.t].profit;
            span(figures.amount(profit.p10), figures.amount(profit.p90))
        });
        let orders = futures.is_none().then(|| figures.count(row.orders));
        let first = std::iter::once(row.date.clone()).chain(people).chain(orders);
        let money = std::iter::once(figures.amount(row.revenue)).chain(invest);
        table.row(first.chain(money).chain([figures.amount(row.profit)]).chain(range));
    }
    Page::default()
        .heading(&title(scenario))
        .table(&table)
        .note(&format!(
            "Money is in {}. Leads and customers are those that arrive in the period; a period begins on its date. {}",
            scenario.plan.currency,
            median_run(futures)
        ))
        .finish()
}
