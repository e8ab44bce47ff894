//! Response curves: for each channel what its spend returns, where it stands now and where it is proposed to stand.

use super::axis::{Linear, Ticks};
use super::canvas::{Anchor, Pen, Text};
use super::font::{self, Weight};
use super::geometry::{Point, Rect, height_at, piece, thinned};
use super::sheet::Sheet;
use super::table::Table;
use super::text::{clean, cut, name};
use super::theme::{Rgb, text_size};
use super::{ChartInput, Drawing, Look};
use crate::analyze::{Analysis, ChannelFinding, ResponseCurve};
use crate::format::{Format, Scale};
use crate::say;
use crate::simulate::{Band, ChannelRow};
use crate::words::Words;

/// More panels than this cannot be read on one sheet.
const MOST_PANELS: usize = 12;
/// Between a panel's edge and the text above it [px].
const HEAD_LEFT: f64 = 14.0;

/// One channel's panel.
struct Panel<'a> {
    /// Place of the channel in the scenario: its colour.
    index: usize,
    finding: &'a ChannelFinding,
    curve: &'a ResponseCurve,
    /// The channel in the proposed plan.
    proposed: Option<&'a ChannelRow>,
    /// Mean spend that is proposed [money per period].
    proposed_spend: Option<f64>,
}

impl Panel<'_> {
    /// Mean spend now and as it is proposed.
    fn spend(&self, format: &Format) -> String {
        arrow(format.money(self.curve.now), self.proposed_spend.map(|x| format.money(x)))
    }
}

/// A figure now and, where there is a proposal, then.
fn arrow(now: String, then: Option<String>) -> String {
    match then {
        Some(then) => format!("● {now} → ○ {then}"),
        None => format!("● {now}"),
    }
}

/// `None` where there is no analysis, or no channel.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let analysis = input.analysis.filter(|analysis| !analysis.channels.is_empty())?;
    let periods = input.before.periods.len().max(1) as f64;
    let mut panels: Vec<Panel> = analysis
        .channels
        .iter()
        .enumerate()
        .filter_map(|(index, finding)| {
            let curve = finding.response.as_ref()?;
            let proposed = input.after.and_then(|f| f.channels.iter().find(|row| row.name == finding.name));
            Some(Panel {
                index,
                finding,
                curve,
                proposed,
                proposed_spend: proposed.map(|row| row.invest / periods).filter(|x| x.is_finite()),
            })
        })
        .collect();
    if panels.is_empty() {
        return None;
    }
    let all = analysis.channels.len();
    if all > MOST_PANELS {
        let spend = |p: &Panel| p.proposed_spend.unwrap_or(0.0).max(p.curve.now);
        panels.sort_by(|a, b| spend(b).total_cmp(&spend(a)).then(a.index.cmp(&b.index)));
        panels.truncate(MOST_PANELS);
    }
    let (words, format) = (input.words(), input.format());
    let (horizon, currency) = (input.horizon(), clean(&input.before.currency));
    let mut subtitle = vec![
        say!(
            words,
            "response-subtitle",
            horizon = horizon,
            period = input.period.word(),
            currency = currency
        ),
        match input.after {
            Some(_) => say!(words, "response-both-marks"),
            None => say!(words, "response-one-mark"),
        },
        say!(words, "response-lines"),
    ];
    if panels.iter().any(|panel| panel.curve.bands.is_some()) {
        subtitle.push(say!(words, "response-shades"));
    }
    if all > MOST_PANELS {
        let [shown, all] = [MOST_PANELS, all].map(|count| format.number(count as f64, 0));
        subtitle.push(say!(words, "response-largest", shown = shown, all = all));
    }
    let mut sheet = Sheet::new(input, look, &title(analysis, &format, words), &subtitle.join(" "));
    Grid::new(&sheet, &panels, input).draw(&mut sheet, &panels);
    Some(Drawing {
        sheet,
        table: table(&panels),
    })
}

/// The panels side by side and what they share.
struct Grid {
    columns: usize,
    width: f64,
    height: f64,
    left: f64,
    top: f64,
    gap: f64,
    head: f64,
    small: bool,
    spend: Ticks,
    gross: Ticks,
    periods: f64,
    period: &'static str,
    /// Whether each panel says that its spend is that of a period; where one has no room for it, the subtitle alone says so of all.
    told: bool,
}

impl Grid {
    fn new(sheet: &Sheet, panels: &[Panel], input: &ChartInput) -> Self {
        let n = panels.len().max(1);
        let columns = match n {
            1..=3 => n,
            4 => 2,
            5..=6 | 9 => 3,
            _ => 4,
        };
        let rows = n.div_ceil(columns);
        let small = rows > 2 || columns > 3;
        let finite = |x: &f64| x.is_finite();
        let reach = |p: &Panel| {
            let r = p.curve;
            let seen = [r.now, p.proposed_spend.unwrap_or(0.0), r.observed.1 * 0.8];
            let wanted = seen.into_iter().filter(finite).fold(0.0, f64::max) * 1.2;
            let end = r.spend.iter().copied().filter(finite).fold(0.0, f64::max);
            if wanted > 0.0 { wanted.min(end.max(r.now)) } else { end }
        };
        let furthest = panels.iter().map(reach).fold(0.0, f64::max);
        let spend = Ticks::covering(0.0, furthest, if small { 3 } else { 5 });
        let values = panels.iter().flat_map(|p| {
            let r = p.curve;
            let gross = r.spend.iter().zip(&r.gross).filter(|(x, _)| **x <= spend.high()).map(|(_, y)| *y);
            let drawn = r.spend.iter().zip(r.bands.iter().flatten()).filter(|(x, _)| **x <= spend.high());
            gross.chain(drawn.flat_map(|(_, band)| [band.p10, band.p90])).collect::<Vec<_>>()
        });
        let (low, high) = values
            .filter(finite)
            .fold((0.0_f64, 0.0_f64), |(low, high), y| (low.min(y), high.max(y)));
        let gross = Ticks::covering(low, high, if rows > 2 { 3 } else { 5 });
        let scale = Scale::money(&sheet.format, gross.largest(), gross.step);
        let width = |y: &f64| font::width(&scale.label(*y), text_size::SMALL, Weight::Regular);
        let margin = gross.values.iter().map(width).fold(0.0, f64::max) + 15.0;
        let gap = if small { 22.0 } else { 34.0 };
        let width = (sheet.room.width() - margin - gap * (columns as f64 - 1.0)) / columns as f64;
        let period = input.period.word();
        let fits = |panel: &Panel| {
            let spend = say!(sheet.words, "response-spend", amounts = panel.spend(&sheet.format), period = period);
            font::width(&spend, text_size::TICK, Weight::Regular) <= width - HEAD_LEFT
        };
        Self {
            columns,
            width,
            told: !small && panels.iter().all(fits),
            height: (sheet.room.height() + 14.0) / rows as f64,
            left: sheet.room.left + margin,
            top: sheet.room.top - 4.0,
            gap,
            head: if small { 62.0 } else { 76.0 },
            small,
            spend,
            gross,
            periods: input.before.periods.len().max(1) as f64,
            period,
        }
    }

    fn draw(&self, sheet: &mut Sheet, panels: &[Panel]) {
        for (i, panel) in panels.iter().enumerate() {
            let (row, column) = ((i / self.columns) as f64, (i % self.columns) as f64);
            let left = self.left + column * (self.width + self.gap);
            let top = self.top + row * self.height;
            let area = Rect {
                left,
                top: top + self.head,
                right: left + self.width,
                bottom: top + self.height - if self.small { 30.0 } else { 40.0 },
            };
            let colour = sheet.theme.channel(panel.index);
            self.draw_head(sheet, panel, (left, top), colour);
            self.draw_axes(sheet, area, column == 0.0);
            self.draw_curve(sheet, panel, area, colour);
        }
    }

    /// Name, spend now and proposed, marginal ROI now and proposed: above the plot, where nothing can cover it.
    fn draw_head(&self, sheet: &mut Sheet, panel: &Panel, (left, top): Point, colour: Rgb) {
        let theme = sheet.theme;
        let (name_size, size, pitch) = if self.small {
            (text_size::TICK, text_size::SMALL, 18.0)
        } else {
            (text_size::STRONG, text_size::TICK, 21.0)
        };
        sheet.canvas.bar(
            Rect {
                left,
                top: top + 5.0,
                right: left + 6.0,
                bottom: top + self.head - 12.0,
            },
            colour,
        );
        let (x, room) = (left + HEAD_LEFT, self.width - HEAD_LEFT);
        let label = cut(&name(&panel.finding.name), name_size, Weight::SemiBold, room);
        let mut y = top + name_size;
        sheet.canvas.text(Text::new(label, x, y, theme.ink).size(name_size).bold());
        let format = &sheet.format;
        let marginal = arrow(
            format.percent_short(panel.finding.marginal_roi),
            panel.proposed.map(|row| format.percent_short(row.marginal_roi)),
        );
        let words = sheet.words;
        let spend = if self.told {
            say!(words, "response-spend", amounts = panel.spend(format), period = self.period)
        } else {
            panel.spend(format)
        };
        for line in [spend, say!(words, "response-marginal", rois = marginal)] {
            y += pitch;
            let line = cut(&line, size, Weight::Regular, room);
            sheet.canvas.text(Text::new(line, x, y, theme.muted).size(size));
        }
    }

    fn scales(&self, area: Rect) -> (Linear, Linear) {
        area.scales((self.spend.low(), self.spend.high()), (self.gross.low(), self.gross.high()))
    }

    fn draw_axes(&self, sheet: &mut Sheet, area: Rect, labelled: bool) {
        let theme = sheet.theme;
        let (x, y) = self.scales(area);
        let money = Scale::money(&sheet.format, self.gross.largest(), self.gross.step);
        for value in &self.gross.values {
            let at = y.at(*value);
            let pen = if *value == 0.0 {
                Pen::solid(theme.muted, 1.5)
            } else {
                Pen::solid(theme.grid, 1.0)
            };
            sheet.canvas.line([(area.left, at), (area.right, at)], pen);
            if labelled {
                let text = Text::new(money.label(*value), area.left - 13.0, 0.0, theme.muted)
                    .size(text_size::SMALL)
                    .anchor(Anchor::End);
                sheet.canvas.text(text.centred_on(at));
            }
        }
        let money = Scale::money(&sheet.format, self.spend.largest(), self.spend.step);
        let label = |value: f64| {
            let at = x.at(value);
            let mut text = Text::new(money.label(value), at, area.bottom + 18.0, theme.muted)
                .size(text_size::SMALL)
                .anchor(Anchor::Middle);
            let half = text.width() / 2.0;
            text.x = at.clamp(area.left + half - 6.0, area.right - half + 6.0);
            text
        };
        let values = &self.spend.values;
        for value in values {
            let at = x.at(*value);
            let tick = [(at, area.bottom), (at, area.bottom + 4.0)];
            sheet.canvas.line(tick, Pen::solid(theme.muted, 1.0));
        }
        // as many as stand side by side, equally far apart
        let every = |step: usize| values.iter().step_by(step).map(|value| label(*value)).collect::<Vec<_>>();
        let apart = |labels: &Vec<Text>| labels.windows(2).all(|pair| pair[1].rect().left > pair[0].rect().right + 6.0);
        for text in (1..=values.len()).map(every).find(apart).into_iter().flatten() {
            sheet.canvas.text(text);
        }
    }

    fn draw_curve(&self, sheet: &mut Sheet, panel: &Panel, area: Rect, colour: Rgb) {
        let theme = sheet.theme;
        let (x, y) = self.scales(area);
        // Gross profit = spend: a plan above it has earned back what it cost.
        let end = self.spend.high().min(self.gross.high() / self.periods);
        let level = Pen::solid(theme.grid.mixed(theme.muted, 0.45), 1.5);
        sheet
            .canvas
            .line([(x.at(0.0), y.at(0.0)), (x.at(end), y.at(end * self.periods))], level);

        let curve = panel.curve;
        let points: Vec<(f64, f64)> = curve
            .spend
            .iter()
            .copied()
            .zip(curve.gross.iter().copied())
            .filter(|(x, y)| x.is_finite() && y.is_finite())
            .collect();
        if let Some(bands) = &curve.bands {
            let end = self.spend.high();
            let edge = |of: fn(&Band) -> f64| {
                let points: Vec<(f64, f64)> = curve.spend.iter().copied().zip(bands.iter().map(of)).collect();
                piece(&points, 0.0, end)
            };
            for (lower, upper, opacity) in [
                (edge(|band| band.p10), edge(|band| band.p90), 0.22),
                (edge(|band| band.p25), edge(|band| band.p75), 0.3),
            ] {
                let places = lower.into_iter().chain(upper.into_iter().rev());
                sheet.canvas.area(places.map(|(a, b)| (x.at(a), y.at(b))), colour, opacity);
            }
        }
        let (low, high) = curve.observed;
        for (from, to, observed) in [(0.0, low, false), (low, high, true), (high, f64::INFINITY, false)] {
            let piece = piece(&points, from, to.min(self.spend.high()));
            let places: Vec<Point> = piece.into_iter().map(|(a, b)| (x.at(a), y.at(b))).collect();
            let pen = if observed {
                Pen::solid(colour, 3.5)
            } else {
                Pen::dashed(colour, 2.5)
            };
            sheet.canvas.line(thinned(&places, 400), pen);
        }
        // The dot is smaller and drawn last: where both stand together it lies within the ring.
        if let Some(spend) = panel.proposed_spend
            && let Some(value) = height_at(&points, spend)
        {
            sheet.canvas.ring((x.at(spend), y.at(value)), 8.5, theme.ink);
        }
        if let Some(value) = height_at(&points, curve.now) {
            sheet.canvas.disc((x.at(curve.now), y.at(value)), 5.0, theme.ink);
        }
    }
}

fn title(analysis: &Analysis, format: &Format, words: Words) -> String {
    let known = || {
        let rois = analysis
            .channels
            .iter()
            .filter_map(|c| c.marginal_roi.filter(|x| x.is_finite()).map(|roi| (name(&c.name), roi)));
        rois.map(|(name, roi)| (cut(&name, text_size::TITLE, Weight::SemiBold, 280.0), roi))
    };
    let (Some(best), Some(worst)) = (
        known().max_by(|a, b| a.1.total_cmp(&b.1)),
        known().min_by(|a, b| a.1.total_cmp(&b.1)),
    ) else {
        return say!(words, "response-title-unknown");
    };
    let (most, least) = (format.percent_short_change(best.1), format.percent_short_change(worst.1));
    if most == least {
        return match analysis.channels.len() {
            1 => say!(words, "response-title-one", channel = best.0, roi = most),
            _ => say!(words, "response-title-same", roi = most),
        };
    }
    say!(words, "response-title", best = best.0, most = most, worst = worst.0, least = least)
}

fn table(panels: &[Panel]) -> Table {
    let mut columns = vec!["channel", "point", "spend_per_period", "gross_profit", "marginal_roi"];
    let banded = panels.iter().any(|panel| panel.curve.bands.is_some());
    if banded {
        columns.extend(["p10", "p25", "p50", "p75", "p90"]);
    }
    let mut table = Table::new(&columns);
    for panel in panels {
        let curve = panel.curve;
        let name = panel.finding.name.as_str();
        let points: Vec<(f64, f64)> = curve.spend.iter().copied().zip(curve.gross.iter().copied()).collect();
        for (i, (spend, gross)) in points.iter().enumerate() {
            let band = curve.bands.as_ref().and_then(|bands| bands.get(i));
            let quantiles = band.map_or([None; 5], |b| [b.p10, b.p25, b.p50, b.p75, b.p90].map(Some));
            let cells = [name.into(), "curve".into(), (*spend).into(), (*gross).into(), None.into()];
            table.row(cells.into_iter().chain(quantiles.map(Into::into).into_iter().filter(|_| banded)));
        }
        let mut mark = |point: &str, spend: f64, marginal_roi: Option<f64>| {
            let gross = height_at(&points, spend);
            let cells = [name.into(), point.into(), spend.into(), gross.into(), marginal_roi.into()];
            let none = std::iter::repeat_n(None, 5).filter(|_: &Option<f64>| banded);
            table.row(cells.into_iter().chain(none.map(Into::into)));
        };
        mark("now", curve.now, panel.finding.marginal_roi);
        if let Some(spend) = panel.proposed_spend {
            mark("proposed", spend, panel.proposed.and_then(|row| row.marginal_roi));
        }
        mark("observed_from", curve.observed.0, None);
        mark("observed_to", curve.observed.1, None);
    }
    table
}
