//! Cumulative ROI over time: when the plan has earned back what was spent on it, and how much more.

use super::canvas::Text;
use super::lines::{self, Series};
use super::sheet::Sheet;
use super::table::Table;
use super::theme::text_size;
use super::{ChartInput, Drawing, Look};
use crate::format::{Format, Scale};
use crate::simulate::Forecast;

/// `None` where the forecast has no periods.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let format = Format::no_break(&input.before.currency);
    let subtitle = format!(
        "Cumulative ROI, % of marketing spend: (incremental gross profit − spend) / spend, discounted to the start, {}. \
         “With residual” adds what these customers will bring after that.",
        input.horizon()
    );
    let mut sheet = Sheet::new(input, look, &title(input, &format), &subtitle);
    let series = series(input, &sheet);
    if input.before.periods.is_empty() {
        return None;
    }
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
        Some(proposed) => vec![plan(input.before, "Status quo", before), plan(proposed, "Proposal", after)],
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
    let by = format!("By the end of {} {}", input.period.word(), input.before.periods.len());
    let earns = |roi: f64| {
        if roi >= 0.0 {
            format!("earns {} on top of its spend", format.percent_short(roi))
        } else {
            format!("has still to earn back {} of its spend", format.percent_short(-roi))
        }
    };
    match (last(input.before), input.after.map(last)) {
        (None, None) => "The plan spends nothing, so there is no ROI".to_owned(),
        (Some(roi), None) => format!("{by} the plan {}", earns(roi)),
        (None, Some(None)) => "Neither plan spends anything, so there is no ROI".to_owned(),
        (Some(roi), Some(None)) => format!("{by} the status quo {}; the proposal spends nothing", earns(roi)),
        (None, Some(Some(roi))) => format!("{by} the proposal {}; the status quo spends nothing", earns(roi)),
        (Some(before), Some(Some(after))) => {
            let same = format.percent_short(before) == format.percent_short(after);
            let than = if same {
                "as does the status quo".to_owned()
            } else {
                format!("the status quo {}", format.percent_short(before))
            };
            format!("{by} the proposal {}, {than}", earns(after))
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
