//! Sensitivities made by hand, and their charts.

use super::super::*;
use super::fixture::Made;
use super::{SIZES, look};
use crate::analyze::{CountedIn, Ends, IndexRow, Indices, OtherInputs, Safe, Sensitivity, TornadoRow, VarianceOf};
use crate::math::Estimate;
use crate::scenario::Period;

impl Made {
    /// What the plan depends on: `count` quantities, each with a smaller swing than the one before.
    pub(in crate::chart) fn sensitivity(&self, count: usize) -> Sensitivity {
        let objective = 1.1e6 * self.money;
        let keys: Vec<String> = (0..count).map(|i| self.key(i)).collect();
        let row = |i: usize| {
            let size = 3e5 * self.money / (1.0 + i as f64);
            let (low, high) = match i % 4 {
                0 => (objective - size, objective + 0.8 * size),
                1 => (objective + size, objective - size),
                // both ends on one side
                2 => (objective - size, objective - 0.3 * size),
                _ => (objective, objective + size),
            };
            let today = Ends { low, high };
            let switches = i.is_multiple_of(3);
            let [p10, p50, p90] = [0.8, 1.0, 1.3].map(|factor| factor * [0.02, 41.5, 12_400.0][i % 3]);
            TornadoRow {
                key: keys[i].clone(),
                unit: [CountedIn::Share, CountedIn::Money, CountedIn::Number][i % 3],
                p10,
                p50,
                p90,
                today,
                proposal: None,
                gain: None,
                swing: today.swing(),
                switching_value: switches.then_some(0.8 * p10),
                switching_level: switches.then_some(0.03),
                switching_objective: switches.then_some(objective - 0.5 * size),
                safe: Some(if switches { Safe::Above } else { Safe::Both }),
            }
        };
        let share = |i: usize, part: f64| Estimate {
            value: part * 0.4 / (1.0 + i as f64),
            standard_error: 0.008,
        };
        let index = |i: usize| IndexRow {
            key: keys[i].clone(),
            first_order: share(i, 0.8),
            total: share(i, 1.0),
            gain_first_order: None,
            gain_total: None,
        };
        let followed = count.min(24);
        let varies = self.money > 0.0 && count > 0;
        Sensitivity {
            objective: "profit",
            today: objective,
            proposal: Some(objective + 9e4 * self.money),
            tornado: (0..count).map(row).collect(),
            indices: varies.then(|| Indices {
                rows: (0..followed).map(index).collect(),
                others: (count > followed).then(|| OtherInputs {
                    count: count - followed,
                    first_order: share(9, 1.0),
                    total: share(8, 1.0),
                    gain_first_order: None,
                    gain_total: None,
                }),
                today: VarianceOf {
                    mean: objective,
                    sd: 3e5,
                    interaction: share(5, 1.0),
                },
                gain: None,
            }),
            information: None,
            draws: 8192,
            runs: 135_168,
            excluded: 0,
            notes: Vec::new(),
        }
    }

    fn key(&self, i: usize) -> String {
        let channel = self.names.get(i / 3 % self.names.len().max(1)).map_or("", String::as_str);
        match i % 3 {
            0 => "convert.rate".to_owned(),
            1 => format!("channel.{channel}.reach.half_spend"),
            _ => format!("channel.{channel}.reach.visits"),
        }
    }
}

/// Rows, or the count of them, that a chart's table has.
fn rows(chart: &Chart) -> usize {
    csv::Reader::from_reader(chart.csv.as_bytes()).records().count()
}

#[test]
fn every_quantity_is_in_the_table_however_many_are_drawn() {
    let made = Made::shop();
    let forecast = made.forecast(false);
    for count in [1, 3, 40, 300] {
        let found = made.sensitivity(count);
        let input = ChartInput::of_forecast(Period::Week, &forecast, None).with_sensitivity(&found);
        for size in SIZES {
            let tornado = draw(Kind::Tornado, &input, &look(size)).expect("draws").expect("has one");
            assert_eq!(rows(&tornado), count);
            assert!(tornado.title.contains("“lead-to-customer rate”"), "{}", tornado.title);
            assert!(tornado.csv.contains("\nconvert.rate,"), "{}", tornado.csv);
            let shares = draw(Kind::Sensitivity, &input, &look(size)).expect("draws").expect("has one");
            assert_eq!(rows(&shares), count.min(25));
            assert!(shares.title.contains("32\u{a0}%"), "{}", shares.title);
        }
    }
}

#[test]
fn without_draws_or_without_anything_uncertain_there_is_no_chart() {
    let made = Made::shop();
    let forecast = made.forecast(false);
    let input = ChartInput::of_forecast(Period::Week, &forecast, None);
    let nothing = made.sensitivity(0);
    for input in [input, input.with_sensitivity(&nothing)] {
        for kind in [Kind::Tornado, Kind::Sensitivity] {
            assert_eq!(draw(kind, &input, &look(Size::Slide)), Ok(None));
        }
    }
}

#[test]
fn swings_of_nothing_and_of_no_number_are_drawn() {
    let made = Made::shop();
    let forecast = made.forecast(false);
    let mut still = made.sensitivity(5);
    let mut endless = made.sensitivity(5);
    for row in &mut still.tornado {
        (row.today, row.swing) = (
            Ends {
                low: still.today,
                high: still.today,
            },
            0.0,
        );
    }
    for (row, bad) in endless
        .tornado
        .iter_mut()
        .zip([f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, f64::NAN])
    {
        (row.today.high, row.swing, row.switching_objective) = (bad, bad, Some(bad));
    }
    for found in [&still, &endless] {
        let input = ChartInput::of_forecast(Period::Week, &forecast, None).with_sensitivity(found);
        for size in SIZES {
            let chart = draw(Kind::Tornado, &input, &look(size)).expect("draws").expect("has one");
            assert!(!chart.svg.contains("NaN"));
            to_png(&chart.svg, 0.5).expect("renders");
        }
    }
    let input = ChartInput::of_forecast(Period::Week, &forecast, None).with_sensitivity(&still);
    let chart = draw(Kind::Tornado, &input, &look(Size::Slide)).expect("draws").expect("has one");
    assert!(chart.title.starts_with("No uncertain quantity"), "{}", chart.title);
}
