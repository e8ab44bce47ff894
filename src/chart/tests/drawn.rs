//! What the charts say where there are draws.

use super::fixture::Made;
use super::futures::band;
use super::*;
use crate::kaizen::Journal;
use crate::simulate::Futures;

fn drawing(kind: Kind, input: &ChartInput) -> Drawing {
    Drawing::of(kind, input, &look(Size::Slide)).expect("has results")
}

fn texts(drawing: &Drawing) -> Vec<String> {
    let plain = |text: &str| text.replace('\u{a0}', " ");
    drawing.sheet.canvas.texts().iter().map(|(text, _)| plain(&text.text)).collect()
}

fn said(drawing: &Drawing, words: &str) -> bool {
    texts(drawing).iter().any(|text| text.contains(words))
}

fn records(drawing: &Drawing) -> (Vec<String>, Vec<Vec<String>>) {
    let csv = drawing.table.csv().expect("writes");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let head = reader.headers().expect("reads").iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.expect("reads").iter().map(str::to_owned).collect());
    (head, rows.collect())
}

fn cell(drawing: &Drawing, row: usize, column: &str) -> f64 {
    let (head, rows) = records(drawing);
    let place = head
        .iter()
        .position(|name| name == column)
        .unwrap_or_else(|| panic!("{column} in {head:?}"));
    rows[row][place].parse().expect("a number")
}

fn shop() -> (Journal, Futures) {
    let made = Made::shop();
    let mut journal = made.journal();
    journal.before.analysis = made.drawn_analysis(0.5);
    (journal, made.futures(0.5))
}

#[test]
fn lines_over_the_draws_are_their_medians() {
    let (journal, mut futures) = shop();
    // medians that the point run is far from
    for (t, profit) in futures.plans[1].bands.cumulative.profit.iter_mut().enumerate() {
        *profit = band(1e6 * (t as f64 - 20.5), 2e5);
    }
    for roi in futures.plans[1].bands.cumulative.roi.iter_mut() {
        *roi = Some(band(0.77, 0.2));
    }
    let input = ChartInput::of_journal(Period::Week, &journal).with_futures(&futures);
    let profit = drawing(Kind::Profit, &input);
    assert!(
        profit.sheet.title.starts_with("At the median the proposal"),
        "{}",
        profit.sheet.title
    );
    assert!(
        said(&profit, "Proposal +30.5 M €") && said(&profit, "median"),
        "{:?}",
        texts(&profit)
    );
    assert_eq!(cell(&profit, 51, "proposal_profit_p50"), 30.5e6);
    assert_eq!(cell(&profit, 51, "proposal_profit_p95"), 30.7e6);
    assert_eq!(cell(&profit, 51, "proposal_profit"), journal.after.forecast.cumulative.profit[51]);
    let roi = drawing(Kind::Roi, &input);
    assert!(said(&roi, "Proposal 77 %"), "{:?}", texts(&roi));
    assert!((cell(&roi, 3, "proposal_roi_p10") - (0.77 - 0.12)).abs() < 1e-12);
}

#[test]
fn probabilities_and_ranges_are_written_at_the_lines() {
    let (journal, futures) = shop();
    let input = ChartInput::of_journal(Period::Week, &journal).with_futures(&futures);
    let roi = drawing(Kind::Roi, &input);
    assert!(
        said(&roi, "above 0 in 62 of 100") && said(&roi, "above 0 in over 99 of 100"),
        "{:?}",
        texts(&roi)
    );
    let profit = drawing(Kind::Profit, &input);
    for words in [
        "break-even: week",
        "8 futures in 10: week",
        "never within the horizon in 7 of 100",
        "in no draw",
        "8 in 10: ",
    ] {
        assert!(said(&profit, words), "{words}: {:?}", texts(&profit));
    }
    for kind in [Kind::Roi, Kind::Profit, Kind::Funnel, Kind::Weakest, Kind::Response] {
        assert!(
            said(&drawing(kind, &input), "4,096 draws, seed 1, 2 without a result left out"),
            "{kind:?}"
        );
    }
    assert!(said(&drawing(Kind::Reallocation, &input), "point run"));
}

#[test]
fn a_plan_that_seldom_pays_back_says_how_seldom() {
    let (journal, mut futures) = shop();
    let plan = &mut futures.plans[1];
    plan.probabilities.paid_back = Some(0.25);
    let payback = plan.bands.kpis.payback.as_mut().expect("is there");
    (payback.p10, payback.p25, payback.p50, payback.p90) = (40.0, f64::NAN, f64::NAN, f64::NAN);
    let profit = drawing(Kind::Profit, &ChartInput::of_journal(Period::Week, &journal).with_futures(&futures));
    for words in [
        "break-even in less than half",
        "in 1 future of 10 by week 40",
        "never within the horizon in 75 of 100",
        "not paid back by then",
    ] {
        assert!(said(&profit, words), "{words}: {:?}", texts(&profit));
    }
}

#[test]
fn stages_say_their_range_and_how_likely_each_is_the_weakest() {
    let (journal, futures) = shop();
    let input = ChartInput::of_journal(Period::Week, &journal).with_futures(&futures);
    let weakest = drawing(Kind::Weakest, &input);
    assert!(
        weakest.sheet.title.contains("weakest stage in 83 of 100 futures"),
        "{}",
        weakest.sheet.title
    );
    for words in ["weakest in 14 of 100", "weakest in no draw", "8 in 10: "] {
        assert!(said(&weakest, words), "{words}: {:?}", texts(&weakest));
    }
    assert_eq!(cell(&weakest, 0, "probability_weakest"), 0.83);
    assert_eq!(cell(&weakest, 0, "rate_p50"), futures.plans[0].bands.rates.convert.p50);
    let funnel = drawing(Kind::Funnel, &input);
    assert_eq!(cell(&funnel, 2, "proposal_p90"), futures.plans[1].bands.totals.customers.p90);
    let response = drawing(Kind::Response, &input);
    let curve = journal.before.analysis.channels[0].response.as_ref().expect("a curve");
    assert_eq!(cell(&response, 7, "p75"), curve.bands.as_ref().expect("bands")[7].p75);
}

#[test]
fn without_uncertain_quantities_the_point_run_is_drawn() {
    let made = Made::shop();
    let (journal, futures) = (made.journal(), made.futures(0.0));
    let point = ChartInput::of_journal(Period::Week, &journal);
    let drawn = point.with_futures(&futures);
    // the sensitivities come with draws alone
    for kind in Kind::ALL
        .into_iter()
        .filter(|kind| !matches!(kind, Kind::Tornado | Kind::Sensitivity | Kind::Frontier))
    {
        let (one, other) = (drawing(kind, &point), drawing(kind, &drawn));
        assert_eq!(one.table.csv(), other.table.csv());
        let footers = |drawing: &Drawing| texts(drawing).into_iter().partition::<Vec<_>, _>(|text| text.contains("osa"));
        assert_eq!(footers(&one).1, footers(&other).1);
    }
    assert!(said(&drawing(Kind::Roi, &drawn), "no quantity is uncertain"));
}

#[test]
fn what_if_says_how_often_a_plan_is_better() {
    let made = Made::shop();
    let forecast = made.forecast(false);
    let title = |others: usize, change: &dyn Fn(&mut Futures), draws: bool| {
        let (comparison, mut futures) = made.comparison(others, 1.0);
        change(&mut futures);
        let input = ChartInput::of_comparison(Period::Week, &forecast, &comparison);
        let input = if draws { input.with_futures(&futures) } else { input };
        drawing(Kind::WhatIf, &input).sheet.title.replace('\u{a0}', " ")
    };
    let one = title(1, &|_| (), true);
    assert!(one.ends_with("beats 0 in 93 of 100 futures"), "{one}");
    let seldom = title(1, &|futures| futures.differences[0].better = 0.29, true);
    assert!(seldom.ends_with("beats 0 only in 29 of 100 futures"), "{seldom}");
    let even = title(
        2,
        &|futures| futures.differences.iter_mut().for_each(|difference| difference.better = 1.0),
        true,
    );
    assert_eq!(even, "2 plans beat 0 in every future drawn");
    let same = title(
        1,
        &|futures| {
            futures.differences[0].objective = band(0.0, 0.0);
            futures.differences[0].better = 0.0;
        },
        true,
    );
    assert!(same.ends_with("and 0 come to the same in every future"), "{same}");
    let point = title(1, &|_| (), false);
    assert!(point.ends_with("brings 86 k € more long-term profit than 0"), "{point}");

    let (comparison, futures) = made.comparison(4, 1.0);
    let input = ChartInput::of_comparison(Period::Week, &forecast, &comparison).with_futures(&futures);
    let chart = drawing(Kind::WhatIf, &input);
    for words in ["better in 93 of 100 futures", "better in 31 of 100", "not compared", "◆ +86 k €"] {
        assert!(said(&chart, words), "{words}: {:?}", texts(&chart));
    }
    assert_eq!(cell(&chart, 1, "better"), 0.926);
    assert_eq!(cell(&chart, 2, "difference_p50"), futures.differences[1].objective.p50);
    assert!(
        Drawing::of(
            Kind::WhatIf,
            &ChartInput::of_forecast(Period::Week, &forecast, None),
            &look(Size::Slide)
        )
        .is_none()
    );
}

#[test]
fn bands_that_are_no_numbers_are_left_out() {
    let (journal, mut futures) = shop();
    let none = band(f64::NAN, 1.0);
    for plan in &mut futures.plans {
        for (t, profit) in plan.bands.cumulative.profit.iter_mut().enumerate() {
            *profit = [none, band(1e300, 1e300), band(f64::INFINITY, 0.0), band(-5e-324, 0.0)][t % 4];
        }
        for (t, roi) in plan.bands.cumulative.roi.iter_mut().enumerate() {
            *roi = [None, Some(none), Some(band(1.0, f64::INFINITY))][t % 3];
        }
        (plan.cash, plan.bands.kpis.payback, plan.bands.totals.leads) = (none, Some(none), none);
        (plan.bands.rates.visits, plan.bands.rates.act) = (none, band(0.1, f64::INFINITY));
        (plan.probabilities.roi_positive, plan.probabilities.paid_back) = (None, None);
        plan.bands.periods.clear();
    }
    let input = ChartInput::of_journal(Period::Week, &journal).with_futures(&futures);
    for size in SIZES {
        for chart in draw_all(&input, &look(size)).expect("draws") {
            assert!(!chart.svg.contains("NaN"), "{}", chart.kind.name());
            to_png(&chart.svg, 0.5).expect("renders");
        }
    }
    let (comparison, mut futures) = Made::shop().comparison(2, 1.0);
    (futures.differences[0].objective, futures.differences[0].better) = (none, f64::NAN);
    let input = ChartInput::of_comparison(Period::Week, input.before, &comparison).with_futures(&futures);
    let chart = draw(Kind::WhatIf, &input, &look(Size::Slide)).expect("draws").expect("has plans");
    assert!(!chart.svg.contains("NaN") && !chart.title.contains("NaN"), "{}", chart.title);
}
