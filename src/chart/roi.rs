//! Cumulative ROI over time: when the plan has earned back what was spent on it, and how much more.

use super::canvas::Text;
use super::lines::{self, Series};
use super::sheet::Sheet;
use super::table::Table;
use super::theme::text_size;
use super::{ChartInput, Drawing, Look};
use crate::format::{Format, Scale};
use crate::simulate::Forecast;

/// `None` where no plan has an ROI in any period.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let plans = || [Some(input.before), input.after].into_iter().flatten();
    if !plans().any(|f| f.cumulative.roi.iter().any(|roi| lines::finite(*roi).is_some())) {
        return None;
    }
    let format = input.format();
    let residual = match plans().find_map(with_residual) {
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
    let plan = |forecast: &Forecast, name, (colour, pen)| {
        let mut series = Series {
            name,
            values: forecast.cumulative.roi.clone(),
            end: (String::new(), Vec::new()),
            colour,
            pen,
        };
        series.end.0 = format!("{} {}", series.name, sheet.format.percent_short(series.last()));
        if let Some(whole) = with_residual(forecast) {
            series.end.1.push(format!("{} with residual", sheet.format.percent_short(whole)));
        }
        series
    };
    let (before, after) = (Series::status_quo(sheet.theme), Series::proposal(sheet.theme));
    match input.after {
        Some(proposed) => vec![plan(input.before, "Today’s plan", before), plan(proposed, "Proposal", after)],
        None => vec![plan(input.before, "Plan", after)],
    }
}

/// ROI with what comes after the horizon, where that is counted.
fn with_residual(forecast: &Forecast) -> Option<f64> {
    let kpis = &forecast.kpis;
    kpis.roi.filter(|roi| roi.is_finite() && kpis.roi_horizon != Some(*roi))
}

fn title(input: &ChartInput, format: &Format) -> String {
    let last = |forecast: &Forecast| lines::finite(forecast.cumulative.roi.last().copied().flatten());
    let by = format!("By the end of {}", input.nth(input.before.periods.len()));
    let amount = |roi: f64| format.percent_short(roi.abs());
    let does = |roi: f64| {
        if roi >= 0.0 {
            format!("earns {} on top of its spend", amount(roi))
        } else {
            format!("has still to earn back {} of its spend", amount(roi))
        }
    };
    match (last(input.before), input.after.map(last)) {
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
    let mut table = Table::new(&["period", "date", "status_quo_roi", "proposal_roi"]);
    for (t, row) in input.before.periods.iter().enumerate() {
        let roi = |forecast: &Forecast| forecast.cumulative.roi.get(t).copied().flatten();
        table.row([
            (t + 1).into(),
            row.date.as_str().into(),
            roi(input.before).into(),
            input.after.and_then(roi).into(),
        ]);
    }
    let with_residual = [with_residual(input.before), input.after.and_then(with_residual)];
    table.row(["with residual".into(), "".into(), with_residual[0].into(), with_residual[1].into()]);
    table
}
