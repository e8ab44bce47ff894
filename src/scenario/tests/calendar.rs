//! Dates of periods and their seasons.

use jiff::civil::date;

use super::{base_with, good};

fn dates(period: &str, start: &str, periods: usize) -> Vec<String> {
    let text = base_with(
        "period = \"week\"\nperiods = 4\nstart = 2026-01-05",
        &format!("period = \"{period}\"\nperiods = {periods}\nstart = {start}"),
    );
    let text = text.replace("spend = [1, 2, 3, 4]", "spend = 1");
    good(&text).scenario.dates().iter().map(ToString::to_string).collect()
}

#[test]
fn months_are_cut_to_their_length_but_not_cumulatively() {
    assert_eq!(
        dates("month", "2026-01-31", 4),
        ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]
    );
    assert_eq!(dates("month", "2024-01-30", 3), ["2024-01-30", "2024-02-29", "2024-03-30"]);
    assert_eq!(dates("quarter", "2025-11-30", 3), ["2025-11-30", "2026-02-28", "2026-05-30"]);
    assert_eq!(dates("week", "2026-12-28", 2), ["2026-12-28", "2027-01-04"]);
    assert_eq!(dates("day", "2028-02-28", 3), ["2028-02-28", "2028-02-29", "2028-03-01"]);
    assert_eq!(
        dates("quarter", "2026-01-01", 10_000).last().map(String::as_str),
        Some("4525-10-01")
    );
}

#[test]
fn a_season_is_the_mean_over_the_days() {
    let season = "season = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]";
    let index = |period: &str, start: &str, periods: usize| {
        let text = base_with("organic = 1000", season)
            .replace(
                "period = \"week\"\nperiods = 4\nstart = 2026-01-05",
                &format!("period = \"{period}\"\nperiods = {periods}\nstart = {start}"),
            )
            .replace("spend = [1, 2, 3, 4]", "spend = 1");
        good(&text).scenario.season_index()
    };
    assert_eq!(index("month", "2026-01-01", 12), (1..=12).map(f64::from).collect::<Vec<_>>());
    // 29 Jan to 4 Feb 2026: three days of January, four of February.
    assert_eq!(index("week", "2026-01-29", 1), [11.0 / 7.0]);
    assert_eq!(index("week", "2026-01-25", 2), [1.0, 2.0]);
    // 31 Jan to 27 Feb: one day of January, 27 of February; 28 Feb to 30 Mar: one of February, 30 of March.
    assert_eq!(
        index("month", "2026-01-31", 2),
        [(1.0 + 27.0 * 2.0) / 28.0, (2.0 + 30.0 * 3.0) / 31.0]
    );
    // December, January, February.
    assert_eq!(index("quarter", "2025-12-01", 1), [(31.0 * 12.0 + 31.0 + 28.0 * 2.0) / 90.0]);
    assert_eq!(index("day", "2026-12-31", 2), [12.0, 1.0]);
}

/// The mean over days, day by day.
#[test]
fn it_is_the_plain_mean_for_every_kind_of_period() {
    let months = [0.5, 0.7, 1.1, 1.3, 0.9, 1.0, 1.7, 0.3, 1.2, 0.8, 1.4, 1.1];
    for (period, start) in [
        ("day", "2027-12-15"),
        ("week", "2027-01-13"),
        ("month", "2023-10-30"),
        ("quarter", "2023-08-31"),
    ] {
        let text = base_with("organic = 1000", &format!("season = {months:?}"))
            .replace(
                "period = \"week\"\nperiods = 4\nstart = 2026-01-05",
                &format!("period = \"{period}\"\nperiods = 60\nstart = {start}"),
            )
            .replace("spend = [1, 2, 3, 4]", "spend = 1");
        let scenario = good(&text).scenario;
        let mut starts = scenario.dates();
        starts.push(crate::scenario::calendar::start_of(scenario.plan.start, scenario.plan.period, 60).expect("within the calendar"));
        for (pair, index) in starts.windows(2).zip(scenario.season_index()) {
            let days: Vec<f64> = pair[0]
                .series(jiff::Span::new().days(1))
                .take_while(|day| *day < pair[1])
                .map(|day| months[day.month() as usize - 1])
                .collect();
            let mean = days.iter().sum::<f64>() / days.len() as f64;
            // Sums of up to 92 numbers in another order.
            assert!((index - mean).abs() < 1e-14, "{period} from {}: {index} and {mean}", pair[0]);
        }
    }
    assert_eq!(date(2026, 1, 31).last_of_month(), date(2026, 1, 31));
}

#[test]
fn a_period_counts_from_the_day_on_that_is_its_last() {
    let by = |date: [i16; 3]| {
        let date = jiff::civil::date(date[0], date[1] as i8, date[2] as i8);
        // four weeks from Monday, January 5
        good(super::BASE).scenario.periods_by(date)
    };
    assert_eq!(by([2026, 1, 10]), 0);
    assert_eq!(by([2026, 1, 11]), 1);
    assert_eq!(by([2026, 1, 12]), 1);
    assert_eq!(by([2026, 2, 1]), 4);
    assert_eq!(by([2030, 1, 1]), 4);
    assert_eq!(by([2020, 1, 1]), 0);
}
