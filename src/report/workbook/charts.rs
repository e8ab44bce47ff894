//! The charts of the workbook: the spreadsheet's own, drawn from its cells.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartSolidFill, ChartType,
    Color, XlsxError,
};

use super::Making;
use super::book::Book;
use super::forecast::{self, column};
use super::formula::{Lookup, Range};
use super::labels::Side;
use super::style::{Kind, colour};
use super::{channels, ranges, summary};
use crate::chart::{Rgb, Theme};
use crate::say;

/// Size of a chart [px]: two in a row, two rows on a page across.
const SIZE: (u32, u32) = (620, 340);
/// Height that one more channel takes in the chart of the spend [px].
const CHANNEL: u32 = 40;
/// Rows and columns from one chart to the next, of the sheet's own size: 20 px high, 64 px wide.
const STEP: (u32, u16) = (18, 10);

const THEME: Theme = Theme::LIGHT;

/// Where the plotted numbers stand.
pub(super) struct Plotted {
    pub forecasts: [forecast::Places; 2],
    /// Pages of the ranges before and after, where there are some.
    pub ranges: Option<[usize; 2]>,
    pub channels: channels::Places,
    pub summary: summary::Places,
}

/// A range as charts take it: page, first row and column, last row and column.
fn range(range: Range, book: &Book) -> (&str, u32, u16, u32, u16) {
    let Range { page, rows, columns } = range;
    (book.name(page), rows.0, columns.0, rows.1, columns.1)
}

const fn ink(side: Side) -> Rgb {
    match side {
        Side::Before => THEME.status_quo,
        Side::After => THEME.proposal,
    }
}

fn font(colour: Color, size: f64) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_color(colour).set_size(size);
    font
}

/// A chart with the workbook's look.
fn chart(form: ChartType, title: &str, form_of_axis: &str) -> Chart {
    let mut chart = Chart::new(form);
    let muted = font(colour(THEME.muted), 9.0);
    let lying = form == ChartType::Bar;
    chart.title().set_name(title).set_font(font(colour(THEME.ink), 12.0).set_bold());
    let mut grid = ChartLine::new();
    grid.set_color(colour(THEME.grid)).set_width(0.75);
    // the numbers of lying bars stand along the horizontal axis
    let names = if lying { chart.y_axis() } else { chart.x_axis() };
    names.set_font(&muted).set_major_gridlines(false);
    let numbers = if lying { chart.x_axis() } else { chart.y_axis() };
    numbers.set_font(&muted).set_num_format(form_of_axis).set_major_gridlines(true);
    numbers.set_major_gridlines_line(&grid);
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&muted);
    chart.set_width(SIZE.0).set_height(SIZE.1);
    chart
}

/// A running figure of both plans, with the range of the proposal.
fn running(making: &Making, book: &Book, plotted: &Plotted, figure: u16, first_range: u16, title: &str, axis: &str) -> Chart {
    let words = making.words;
    let mut chart = chart(ChartType::Line, title, axis);
    for forecast in plotted.forecasts {
        let mut line = ChartLine::new();
        line.set_color(colour(ink(forecast.side))).set_width(2.25);
        if forecast.side == Side::Before {
            line.set_dash_type(ChartLineDashType::Dash);
        }
        let series = chart.add_series();
        series
            .set_name(forecast.side.name(words).as_str())
            .set_categories(range(forecast.range(column::PERIOD), book))
            .set_values(range(forecast.range(figure), book))
            .set_format(ChartFormat::new().set_line(&line));
    }
    if let Some([_, page]) = plotted.ranges {
        let rows = ranges::rows(making.dates.len());
        let name = say!(words, "workbook-range-of", name = Side::After.name(words));
        for (place, column) in [first_range, first_range + 2].into_iter().enumerate() {
            let mut line = ChartLine::new();
            line.set_color(colour(THEME.proposal.mixed(THEME.background, 0.45))).set_width(1.0);
            line.set_dash_type(ChartLineDashType::RoundDot);
            let series = chart.add_series();
            series
                .set_name(name.as_str())
                .set_categories(range(plotted.forecasts[1].range(column::PERIOD), book))
                .set_values(range(Range::column(page, column, rows), book))
                .set_format(ChartFormat::new().set_line(&line));
            // both ends have one entry
            series.delete_from_legend(place > 0);
        }
    }
    // the labels stay below where the line falls under zero
    chart.x_axis().set_label_position(ChartAxisLabelPosition::Low);
    let period = super::labels::period(making.input.scenario.plan.period, words);
    chart
        .x_axis()
        .set_name(period.as_str())
        .set_name_font(&font(colour(THEME.muted), 9.0));
    let apart = making.dates.len().div_ceil(13).max(1);
    chart.x_axis().set_label_interval(apart as u16).set_tick_interval(apart as u16);
    chart
}

/// Bars of both plans, one pair a name.
fn bars(making: &Making, book: &Book, title: &str, axis: &str, names: Range, values: impl Fn(Side) -> Range) -> Chart {
    let mut chart = chart(ChartType::Bar, title, axis);
    for side in Side::BOTH {
        let mut fill = ChartSolidFill::new();
        fill.set_color(colour(ink(side)));
        let series = chart.add_series();
        series
            .set_name(side.name(making.words).as_str())
            .set_categories(range(names, book))
            .set_values(range(values(side), book))
            .set_format(ChartFormat::new().set_solid_fill(&fill))
            .set_gap(60);
        let mut label = rust_xlsxwriter::ChartDataLabel::new();
        label.show_value().set_font(&font(colour(THEME.ink), 8.0)).set_num_format(axis);
        series.set_data_label(&label);
    }
    // the first name stands at the top; the axis of the numbers stays below
    chart.y_axis().set_reverse().set_label_interval(1);
    chart.x_axis().set_label_position(ChartAxisLabelPosition::High).set_min(0);
    chart
}

/// Draws the charts.
pub(super) fn write(making: &Making, book: &mut Book, page: usize, plotted: &Plotted) -> Result<(), XlsxError> {
    let words = making.words;
    book.open(page, &say!(words, "workbook-charts-title"), &say!(words, "workbook-charts-note"))?;
    let money = book.styles.code(Kind::Money(0));
    let profit = say!(words, "workbook-chart-profit");
    let profit = running(making, book, plotted, column::PROFIT_SO_FAR, ranges::PROFIT_SO_FAR, &profit, &money);
    let roi = say!(words, "workbook-chart-roi");
    let roi = running(making, book, plotted, column::ROI_SO_FAR, ranges::ROI_SO_FAR, &roi, "0%");
    let steps = summary::funnel(plotted.summary.page, None);
    let funnel = bars(making, book, &say!(words, "workbook-chart-funnel"), "#,##0", steps, |side| {
        summary::funnel(plotted.summary.page, Some(side))
    });
    let names = plotted.channels.names();
    let mut spend = bars(making, book, &say!(words, "workbook-chart-spend"), &money, names, |side| {
        plotted.channels.invest(side)
    });
    let lines = names.rows.1 - names.rows.0 + 1;
    spend.set_height(SIZE.1.max(120 + lines * CHANNEL));
    let sheet = book.sheet(page);
    let (first, right) = (3, STEP.1);
    for (chart, row, column) in [
        (&profit, first, 0),
        (&roi, first, right),
        (&funnel, first + STEP.0, 0),
        (&spend, first + STEP.0, right),
    ] {
        sheet.insert_chart(row, column, chart)?;
    }
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}
