//! Cumulative ROI over time: when the plan has earned back what was spent on it, and how much more.

use super::canvas::Text;
use super::futures::{self, in_hundred};
use super::input::Seen;
use super::lines::{self, Series};
use super::sheet::Sheet;
use super::table::Table;
use super::theme::text_size;
use super::{ChartInput, Drawing, Look, terms};
use crate::format::{Format, Scale};
use crate::say;

/// `None` where no plan has an ROI in any period.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let plans = || [Some(input.seen_before()), input.seen_after()].into_iter().flatten();
    if !plans().any(|plan| plan.roi().iter().any(|roi| lines::finite(*roi).is_some())) {
        return None;
    }
    let format = input.format();
    let words = input.words();
    let residual = plans().find_map(|plan| with_residual(&plan)).map(|_| say!(words, "roi-residual"));
    let what = say!(words, "roi-subtitle", horizon = input.horizon());
    let subtitle = std::iter::once(what).chain(residual).collect::<Vec<_>>().join(" ");
    let mut sheet = Sheet::new(input, look, &title(input, &format), &subtitle);
    let series = series(input, &sheet);
    let plot = lines::draw(
        &mut sheet,
        input,
        &series,
        None,
        |ticks, sheet| Scale::percent(&sheet.format, ticks.step),
        &say!(words, "roi-zero", zero = format.percent(0.0)),
    );
    let notes = [
        (plot.cut_above, "above", plot.area.top + 14.0),
        (plot.cut_below, "below", plot.area.bottom - 14.0),
    ];
    for (extreme, side, y) in notes {
        if let Some(extreme) = extreme {
            let extreme = sheet.format.percent_short(extreme);
            let note = say!(words, "roi-cut", period = input.period.word(), side = side, extreme = extreme);
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
    let words = sheet.words;
    let plan = |seen: Seen, name: String, (colour, pen), shaded| {
        let mut series = Series {
            values: seen.roi(),
            end: (String::new(), Vec::new()),
            colour,
            pen,
            bands: seen.futures.map_or_else(Vec::new, |futures| futures.bands.cumulative.roi.clone()),
            shaded,
        };
        series.end.0 = format!("{name} {}", sheet.format.percent_short(series.last()));
        let whole = with_residual(&seen);
        if let Some(whole) = whole {
            let roi = sheet.format.percent_short(whole);
            series.end.1.push(say!(words, "roi-end-residual", roi = roi));
        }
        // the probability is that of the ROI that counts the residual, where one does
        if let Some(share) = seen.futures.and_then(|futures| futures.probabilities.roi_positive) {
            let counted = if whole.is_some() { "residual" } else { "horizon" };
            series.end.1.push(say!(
                words,
                "roi-end-positive",
                counted = counted,
                likely = in_hundred(words, share)
            ));
        }
        series
    };
    lines::each_plan(input, sheet.theme, plan)
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
    let words = input.words();
    let last = |seen: Seen| lines::finite(seen.roi().last().copied().flatten());
    let run = if input.has_bands() { "drawn" } else { "point" };
    let by = terms::until(input, input.before.periods.len());
    let when = say!(words, "roi-when", run = run, by = by);
    let amount = |roi: f64| format.percent_short(roi.abs());
    let outcome = |roi: f64| if roi >= 0.0 { "earned" } else { "owed" };
    match (last(input.seen_before()), input.seen_after().map(last)) {
        (None, None) => say!(words, "roi-title-none"),
        (Some(roi), None) => say!(words, "roi-title-plan", when = when, outcome = outcome(roi), amount = amount(roi)),
        (None, Some(None)) => say!(words, "roi-title-neither"),
        (Some(roi), Some(None)) => say!(words, "roi-title-today", when = when, outcome = outcome(roi), amount = amount(roi)),
        (None, Some(Some(roi))) => say!(
            words,
            "roi-title-proposal",
            when = when,
            outcome = outcome(roi),
            amount = amount(roi)
        ),
        (Some(before), Some(Some(after))) => {
            let (one, other) = (amount(after), amount(before));
            if outcome(before) != outcome(after) {
                say!(
                    words,
                    "roi-title-apart",
                    when = when,
                    outcome = outcome(after),
                    amount = one,
                    today = other
                )
            } else if one == other {
                say!(words, "roi-title-alike", when = when, outcome = outcome(after), amount = one)
            } else {
                say!(
                    words,
                    "roi-title-both",
                    when = when,
                    outcome = outcome(after),
                    amount = one,
                    today = other
                )
            }
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
