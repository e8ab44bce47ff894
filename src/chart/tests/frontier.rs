//! Frontiers made by hand, and their chart.

use super::super::*;
use super::fixture::Made;
use super::futures::band;
use super::{SIZES, look};
use crate::model::Decision;
use crate::optimize::{Frontier, FrontierPoint};
use crate::scenario::Period;
use crate::simulate::Futures;

impl Made {
    /// A curve of `count` budgets up to twice `top`, the budget where a further unit returns nothing; today's is 600 000.
    pub(in crate::chart) fn frontier(&self, count: usize, top: f64) -> Frontier {
        let point = |budget: f64| {
            let share = budget / top;
            FrontierPoint {
                budget: budget * self.money,
                spent: budget * self.money,
                objective: 1.2e6 * (2.0 * share - share * share - 0.4 / self.strength) * self.money,
                price: Some(2.4e6 / top * (1.0 - share)),
                roi: Some(0.5),
                decision: Decision {
                    spend: Vec::new(),
                    actions: Vec::new(),
                    periods: self.periods,
                },
            }
        };
        let step = 2.0 * top / count as f64;
        let mut today = point(590_000.0);
        (today.objective, today.price) = (today.objective - 2.6e5 * self.money, None);
        Frontier {
            objective: "profit",
            expected_over: None,
            spend_all: true,
            points: (1..=count).map(|k| point(step * k as f64)).collect(),
            today,
            proposal: Some(point(600_000.0)),
            maximum: (count > 1).then(|| point(top)),
            left_out: Vec::new(),
        }
    }

    /// Futures of its plans.
    pub(in crate::chart) fn frontier_futures(&self, frontier: &Frontier) -> Futures {
        let mut futures = self.futures(0.5);
        let plan = futures.plans[0].clone();
        futures.plans = (frontier.plans())
            .map(|point| {
                let mut plan = plan.clone();
                plan.bands.objective = band(point.objective, 0.4 * point.objective.abs());
                plan
            })
            .collect();
        futures
    }
}

fn title(frontier: &Frontier) -> String {
    let forecast = Made::shop().forecast(false);
    let input = ChartInput::of_forecast(Period::Week, &forecast, None).with_frontier(frontier, None);
    let chart = draw(Kind::Frontier, &input, &look(Size::Slide)).expect("draws").expect("has one");
    chart.title.replace('\u{a0}', " ")
}

#[test]
fn the_title_says_where_money_stops_to_return() {
    let made = Made::shop();
    let says = |frontier: &Frontier, words: &str| {
        let title = title(frontier);
        assert!(title.contains(words), "{title}: {words}");
    };
    says(&made.frontier(25, 800_000.0), "nothing beyond 800 k €");
    says(
        &made.frontier(25, 400_000.0),
        "Beyond 400 k € money loses: the last 200 k € of today’s budget",
    );
    says(&made.frontier(25, 600_000.0), "Today’s budget is the best one");
    says(&made.frontier(1, 600_000.0), "one budget");
    let mut rising = made.frontier(25, 800_000.0);
    rising.points.truncate(11);
    rising.maximum = None;
    says(&rising, "More money brings more");
    rising.proposal = None;
    says(&rising, "up to 704 k €");
    rising.points.reverse();
    says(&rising, "Less money brings more");
    let mut customers = made.frontier(25, 800_000.0);
    customers.objective = "customers";
    says(&customers, "next 1 k €");
}

#[test]
fn every_plan_is_in_the_table_with_its_futures() {
    let made = Made::shop();
    let frontier = made.frontier(25, 800_000.0);
    let futures = made.frontier_futures(&frontier);
    let forecast = made.forecast(false);
    let input = ChartInput::of_forecast(Period::Week, &forecast, None);
    assert_eq!(draw(Kind::Frontier, &input, &look(Size::Slide)), Ok(None));
    let chart = draw(Kind::Frontier, &input.with_frontier(&frontier, Some(&futures)), &look(Size::Slide));
    let chart = chart.expect("draws").expect("has one");
    let mut reader = csv::Reader::from_reader(chart.csv.as_bytes());
    let head = reader.headers().expect("reads").clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("reads")).collect();
    assert_eq!(
        (rows.len(), &rows[25][0], &rows[26][0], &rows[27][0]),
        (28, "today", "proposal", "maximum")
    );
    let cell = |row: usize, name: &str| -> f64 {
        let place = head.iter().position(|column| column == name).expect("a column");
        rows[row][place].parse().expect("a number")
    };
    for (row, (point, plan)) in frontier.plans().zip(&futures.plans).enumerate() {
        assert_eq!((cell(row, "budget"), cell(row, "objective")), (point.budget, point.objective));
        assert_eq!(cell(row, "objective_p90"), plan.bands.objective.p90);
    }
}

#[test]
fn every_mark_says_what_it_is() {
    let made = Made::shop();
    let frontier = made.frontier(25, 800_000.0);
    let forecast = made.forecast(false);
    let input = ChartInput::of_forecast(Period::Week, &forecast, None).with_frontier(&frontier, None);
    for size in SIZES {
        let drawing = Drawing::of(Kind::Frontier, &input, &look(size)).expect("has one");
        let texts = drawing.sheet.canvas.texts();
        for start in ["today’s plan: ", "proposal: ", "maximum: ", "a further €"] {
            assert!(texts.iter().any(|(text, _)| text.text.starts_with(start)), "{start} {size:?}");
        }
    }
}

#[test]
fn numbers_that_are_none_leave_their_points_out() {
    let made = Made::shop();
    let mut frontier = made.frontier(25, 800_000.0);
    let bad = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300];
    for (point, bad) in frontier.points.iter_mut().zip(bad) {
        (point.objective, point.price, point.roi) = (bad, Some(bad), Some(bad));
    }
    frontier.today.objective = f64::NAN;
    let forecast = made.forecast(false);
    let futures = made.frontier_futures(&frontier);
    for size in SIZES {
        let input = ChartInput::of_forecast(Period::Week, &forecast, None).with_frontier(&frontier, Some(&futures));
        let chart = draw(Kind::Frontier, &input, &look(size)).expect("draws").expect("has one");
        assert!(!chart.svg.contains("NaN") && !chart.svg.contains("inf\""));
        to_png(&chart.svg, 0.5).expect("renders");
    }
}
