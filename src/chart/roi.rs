//! Cumulative ROI over time: when the plan has earned back what was spent on it, and how much more.

use super::canvas::Text;
use super::futures::{self, of_hundred};
use super::input::Seen;
use super::lines::{self, Series};
use super::sheet::Sheet;
use super::table::Table;
use super::theme::text_size;
use super::{ChartInput, Drawing, Look};
use crate::format::{Format, Scale};

/// `None` where no plan has an ROI in any period.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let plans = || [Some(input.seen_before()), input.seen_after()].into_iter().flatten();
    if !plans().any(|plan| plan.roi().iter().any(|roi| lines::finite(*roi).is_some())) {
        return None;
    }
    let format = input.format();
    let residual = match plans().find_map(|plan| with_residual(&plan)) {
        Some(_) => " “With residual” adds what customers won by then bring after the horizon.",
        None => "",
    };
    let subtitle = format!(
        "Cumulative ROI, % of marketing spend: (incremental gross profit − spend) / spend, discounted to the start, {}.{residual}",
        input.horizon()
    );
    let mut sheet = Sheet::new(input, look, &title(input, &format), &subtitle);
    let series = series(input, &sheet);
    let plot = lines::draw(
        &mut sheet,
        input,
        &series,
        None,
        |ticks, sheet| Scale::percent(&sheet.format, ticks.step),
        "0 %: the spend is earned back",
    );
    let notes = [
        (plot.cut_above, "above", plot.area.top + 14.0),
        (plot.cut_below, "below", plot.area.bottom - 14.0),
    ];
    for (extreme, word, y) in notes {
        if let Some(extreme) = extreme {
            let note = format!(
                "the first {}s go {word} this scale, to {}",
                input.period.word(),
                sheet.format.percent_short(extreme)
            );
            let text = Text::new(note, plot.area.left + 90.0, 0.0, sheet.theme.muted).size(text_size::TICK);
            sheet.canvas.text(text.centred_on(y).halo(sheet.theme.background));
        }
    }
    Some(Drawing {
        sheet,
        table: table(input),
    })
}

fn series(input: &ChartInput, sheet: &Sheet) -> Vec<Series> {
    let plan = |seen: Seen, name, (colour, pen), shaded| {
        let mut series = Series {
            name,
            values: seen.roi(),
            end: (String::new(), Vec::new()),
            colour,
            pen,
            bands: seen.futures.map_or_else(Vec::new, |futures| futures.bands.cumulative.roi.clone()),
            shaded,
        };
        series.end.0 = format!("{} {}", series.name, sheet.format.percent_short(series.last()));
        let whole = with_residual(&seen);
        if let Some(whole) = whole {
            series.end.1.push(format!("{} with residual", sheet.format.percent_short(whole)));
        }
        // the probability is that of the ROI that counts the residual, where one does
        if let Some(share) = seen.futures.and_then(|futures| futures.probabilities.roi_positive) {
            let with_it = if whole.is_some() { "with it " } else { "" };
            series.end.1.push(format!("{with_it}above 0 in {}", of_hundred(share)));
        }
        series
    };
    let (before, after) = (Series::status_quo(sheet.theme), Series::proposal(sheet.theme));
    let today = input.seen_before();
    match input.seen_after() {
        Some(proposed) => vec![plan(today, "Today’s plan", before, false), plan(proposed, "Proposal", after, true)],
        None => vec![plan(today, "Plan", after, true)],
    }
}

/// ROI with what comes after the horizon, where that is counted.
fn with_residual(seen: &Seen) -> Option<f64> {
    let (whole, within) = match seen.futures {
        Some(futures) => {
            let kpis = &futures.bands.kpis;
            (kpis.roi.map(|band| band.p50), kpis.roi_horizon.map(|band| band.p50))
        }
        None => (seen.forecast.kpis.roi, seen.forecast.kpis.roi_horizon),
    };
    whole.filter(|roi| roi.is_finite() && within != Some(*roi))
}

fn title(input: &ChartInput, format: &Format) -> String {
    let last = |seen: Seen| lines::finite(seen.roi().last().copied().flatten());
    let median = if input.has_bands() { ", at the median," } else { "" };
    let by = format!("By the end of {}{median}", input.nth(input.before.periods.len()));
    let amount = |roi: f64| format.percent_short(roi.abs());
    let does = |roi: f64| {
        if roi >= 0.0 {
            format!("earns {} on top of its spend", amount(roi))
        } else {
            format!("has still to earn back {} of its spend", amount(roi))
        }
    };
    match (last(input.seen_before()), input.seen_after().map(last)) {
        (None, None) => "The plan has no ROI at the end of its horizon".to_owned(),
        (Some(roi), None) => format!("{by} the plan {}", does(roi)),
        (None, Some(None)) => "Neither plan has an ROI at the end of the horizon".to_owned(),
        (Some(roi), Some(None)) => format!("{by} today’s plan {}; the proposal has no ROI", does(roi)),
        (None, Some(Some(roi))) => format!("{by} the proposal {}; today’s plan has no ROI", does(roi)),
        (Some(before), Some(Some(after))) => {
            let (one, other) = (does(after), does(before));
            let compared = if one == other {
                ", as does today’s plan".to_owned()
            } else if (before >= 0.0) == (after >= 0.0) {
                format!(", today’s plan {}", amount(before))
            } else {
                format!("; today’s plan {other}")
            };
            format!("{by} the proposal {one}{compared}")
        }
    }
}

fn table(input: &ChartInput) -> Table {
    let (before, after) = (input.seen_before(), input.seen_after());
    let mut columns = ["period", "date", "status_quo_roi", "proposal_roi"].map(str::to_owned).to_vec();
    let plans = [("status_quo_roi", Some(before)), ("proposal_roi", after)];
    let drawn = || plans.iter().filter_map(|(name, seen)| Some((*name, (*seen)?.futures?)));
    columns.extend(drawn().flat_map(|(name, _)| futures::columns(name)));
    let mut table = Table::new(&columns);
    let point = |seen: Seen, t: usize| seen.forecast.cumulative.roi.get(t).copied().flatten();
    for (t, row) in input.before.periods.iter().enumerate() {
        let bands = drawn().flat_map(|(_, plan)| futures::cells(plan.bands.cumulative.roi.get(t).and_then(Option::as_ref)));
        let cells = [
            (t + 1).into(),
            row.date.as_str().into(),
            point(before, t).into(),
            after.and_then(|seen| point(seen, t)).into(),
        ];
        table.row(cells.into_iter().chain(bands));
    }
    let of_point_run = |seen: Seen| with_residual(&Seen { futures: None, ..seen });
    let whole = [of_point_run(before), after.and_then(of_point_run)];
    let bands = drawn().flat_map(|(_, plan)| futures::cells(plan.bands.kpis.roi.as_ref().filter(|_| whole.iter().any(Option::is_some))));
    let cells = ["with residual".into(), "".into(), whole[0].into(), whole[1].into()];
    table.row(cells.into_iter().chain(bands));
    table
}
