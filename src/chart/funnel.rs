//! The funnel: how many come, how many stay at each step, what each step would be worth at its target.

use super::bar_scale::{BarScale, CUT, ScaleKind};
use super::canvas::{Anchor, Pen, Text};
use super::futures;
use super::geometry::Rect;
use super::sheet::Sheet;
use super::steps::{Step, finding, steps};
use super::table::Table;
use super::text::cut;
use super::theme::text_size;
use super::weakest::{amount_change, gain, weakest_title};
use super::{ChartInput, Drawing, Look, terms};
use crate::analyze::Basis;
use crate::format::{Format, decade, ten_to};
use crate::model::Stage;
use crate::say;
use crate::simulate::Band;

/// `None` where the forecast has no periods.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let last = input.before.periods.last()?.active;
    let format = input.format();
    let steps = steps(input, last, &format);
    let counts = |steps: &[Step]| -> Vec<f64> {
        let drawn = |s: &Step| s.drawn.map(|band| band.map(|band| band.p90));
        let all = steps
            .iter()
            .flat_map(|s| [Some(s.before), s.after, s.target].into_iter().chain(drawn(s)));
        all.flatten().collect()
    };
    let scale = BarScale::of(&counts(&steps), &counts(&steps[1..]));
    let words = input.words();
    let plans = if input.after.is_some() { "two" } else { "one" };
    let flag = match scale.kind {
        ScaleKind::Straight => None,
        ScaleKind::Broken => Some(say!(words, "funnel-broken")),
        ScaleKind::Logarithmic => Some(say!(words, "funnel-logarithmic")),
    };
    let has_target = steps.iter().any(|s| s.target.is_some());
    let sentences = [
        Some(say!(words, "funnel-subtitle", plans = plans, span = terms::span(input))),
        input.has_bands().then(|| say!(words, "funnel-whiskers")),
        has_target.then(|| say!(words, "funnel-ticks")),
        flag,
    ];
    let subtitle = sentences.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut sheet = Sheet::new(input, look, &title(input, &format), &subtitle);
    Layout::new(&sheet, &steps, scale, input).draw(&mut sheet, &steps, input);
    Some(Drawing {
        sheet,
        table: table(&steps, input),
    })
}

/// Where everything goes.
struct Layout {
    scale: BarScale,
    /// Left edge of all bars, and how long the longest may be.
    left: f64,
    length: f64,
    top: f64,
    row: f64,
    bar: f64,
    /// Left edge of the column of money at stake; `None`: nothing is known of it.
    stake: Option<f64>,
}

impl Layout {
    fn new(sheet: &Sheet, steps: &[Step], scale: BarScale, input: &ChartInput) -> Self {
        let ink = sheet.theme.ink;
        let width = |text: &str| Text::new(text, 0.0, 0.0, ink).width();
        let names = steps
            .iter()
            .map(|s| Text::new(&s.name, 0.0, 0.0, ink).size(text_size::STRONG).bold().width())
            .fold(0.0, f64::max);
        let left = sheet.room.left + names + 20.0;
        let stake = input.analysis.map(|_| sheet.room.right - 215.0);
        let values = steps
            .iter()
            .flat_map(|s| labels(s, input, &sheet.format))
            .map(|label| width(&label))
            .fold(0.0, f64::max);
        let right = stake.map_or(sheet.room.right, |x| x - 30.0);
        let top = sheet.room.top + 26.0;
        let row = (sheet.room.bottom - top) / steps.len() as f64;
        Self {
            scale,
            left,
            length: (right - left - values - 14.0).max(80.0),
            top,
            row,
            bar: if input.after.is_some() { 21.0 } else { 34.0 },
            stake,
        }
    }

    fn draw(&self, sheet: &mut Sheet, steps: &[Step], input: &ChartInput) {
        let theme = sheet.theme;
        let bottom = self.top + self.row * steps.len() as f64;
        self.draw_decades(sheet, bottom);
        sheet
            .canvas
            .line([(self.left, self.top), (self.left, bottom - 12.0)], Pen::solid(theme.muted, 1.5));
        for (i, step) in steps.iter().enumerate() {
            let top = self.top + self.row * i as f64;
            self.draw_step(sheet, step, top, input);
        }
        if let (Some(x), Some(analysis)) = (self.stake, input.analysis) {
            let heading = Text::new(say!(sheet.words, "funnel-at-stake"), x, sheet.room.top + 10.0, theme.muted).size(text_size::TICK);
            sheet.canvas.text(heading);
            for stage in Stage::ALL {
                let Some(i) = steps.iter().position(|s| s.stage == stage) else {
                    continue;
                };
                let rows = steps.iter().filter(|s| s.stage == stage).count() as f64;
                let top = self.top + self.row * i as f64;
                let rect = Rect {
                    left: x - 14.0,
                    top: top + 6.0,
                    right: sheet.room.right,
                    bottom: top + self.row * rows - 10.0,
                };
                draw_stake(sheet, stage, rect, analysis);
            }
        }
    }

    /// Grid lines of a logarithmic scale, each with its count.
    fn draw_decades(&self, sheet: &mut Sheet, bottom: f64) {
        if !matches!(self.scale.kind, ScaleKind::Logarithmic) {
            return;
        }
        let theme = sheet.theme;
        let decades = decade(self.scale.high / self.scale.low).clamp(1, 300);
        let every = (decades as usize / 8 + 1) as i32;
        for power in (0..=decades).step_by(every as usize) {
            let count = self.scale.low * ten_to(power);
            let x = self.left + self.length * self.scale.share(count * (1.0 + 1e-12));
            sheet.canvas.line([(x, self.top), (x, bottom - 12.0)], Pen::solid(theme.grid, 1.0));
            let text = Text::new(sheet.format.compact(count), x, self.top - 8.0, theme.muted)
                .size(text_size::TICK)
                .anchor(Anchor::Middle);
            if sheet.canvas.is_free(text.rect()) {
                sheet.canvas.text(text);
            }
        }
    }

    fn draw_step(&self, sheet: &mut Sheet, step: &Step, top: f64, input: &ChartInput) {
        let theme = sheet.theme;
        let names = self.left - 14.0;
        let bars = if step.after.is_some() { 2.0 } else { 1.0 };
        let first = top + 28.0;
        let middle = first + bars * self.bar / 2.0;
        let name = Text::new(&step.name, names, 0.0, theme.ink)
            .size(text_size::STRONG)
            .bold()
            .anchor(Anchor::End);
        sheet
            .canvas
            .text(name.centred_on(if step.note.is_empty() { middle } else { middle - 9.0 }));
        let note = Text::new(&step.note, names, 0.0, theme.muted)
            .size(text_size::TICK)
            .anchor(Anchor::End);
        sheet.canvas.text(note.centred_on(middle + 11.0));
        let room = self.stake.map_or(sheet.room.right, |x| x - 20.0) - self.left - 10.0;
        let fits = |size: &f64| Text::new(&step.rate, 0.0, 0.0, theme.muted).size(*size).width() <= room;
        let size = Some(text_size::TICK).filter(fits).unwrap_or(text_size::SMALL);
        let rate = cut(&step.rate, size, super::font::Weight::Regular, room);
        sheet.canvas.text(
            Text::new(rate, self.left + 10.0, top + 20.0, theme.muted)
                .size(size)
                .halo(theme.background),
        );

        let labels = labels(step, input, &sheet.format);
        for (i, (count, label)) in [Some(step.before), step.after].into_iter().flatten().zip(labels).enumerate() {
            let proposed = i == 1 || step.after.is_none();
            let rect = Rect {
                left: self.left,
                top: first + self.bar * i as f64 + 1.0,
                right: self.left + (self.length * self.scale.share(count)).max(if count > 0.0 { 2.0 } else { 0.0 }),
                bottom: first + self.bar * (i + 1) as f64 - 1.0,
            };
            if proposed {
                sheet.canvas.bar(rect, theme.proposal);
            } else if count > 0.0 {
                sheet.canvas.frame(rect, Pen::solid(theme.status_quo, 2.0));
            }
            if self.scale.cuts(count) {
                draw_cut(sheet, rect, self.left + self.length * CUT.1);
            }
            let colour = if proposed { theme.ink } else { theme.status_quo };
            let mut text = Text::new(label, rect.right + 10.0, 0.0, colour);
            // The tick of the target stands between the bar and its label.
            if let Some(target) = step.target {
                text.x = text.x.max(self.left + self.length * self.scale.share(target) + 10.0);
            }
            if let Some(end) = self.draw_whisker(sheet, step.drawn[i].as_ref(), rect, proposed) {
                text.x = text.x.max(end + 10.0);
            }
            sheet.canvas.text(text.centred_on((rect.top + rect.bottom) / 2.0));
        }
        if let Some(target) = step.target.filter(|target| target.is_finite() && !self.scale.cuts(*target)) {
            let x = self.left + self.length * self.scale.share(target);
            let pen = Pen::solid(theme.accent, 3.5);
            sheet.canvas.line([(x, first - 5.0), (x, first + self.bar * bars + 5.0)], pen);
        }
    }

    /// From the 10th to the 90th percentile; gives its right end. A bar that is cut has no scale for it.
    fn draw_whisker(&self, sheet: &mut Sheet, band: Option<&Band>, rect: Rect, filled: bool) -> Option<f64> {
        let band = band.filter(|band| band.p10.is_finite() && band.p90.is_finite() && !self.scale.cuts(band.p90))?;
        let at = |count: f64| self.left + self.length * self.scale.share(count);
        let (from, to, y) = (at(band.p10), at(band.p90), (rect.top + rect.bottom) / 2.0);
        if to - from < 1.0 {
            return None;
        }
        let reach = 0.3 * rect.height();
        // in a filled bar a light edge keeps it apart
        let edge = filled.then(|| Pen::solid(sheet.theme.background, 5.0));
        for pen in edge.into_iter().chain([Pen::solid(sheet.theme.ink, 2.0)]) {
            sheet.canvas.line([(from, y), (to, y)], pen);
            for x in [from, to] {
                sheet.canvas.line([(x, y - reach), (x, y + reach)], pen);
            }
        }
        Some(to)
    }
}

/// Two white strokes through a bar that is longer than the picture.
fn draw_cut(sheet: &mut Sheet, rect: Rect, x: f64) {
    let ground = sheet.theme.background;
    let (top, bottom) = (rect.top - 2.0, rect.bottom + 2.0);
    sheet
        .canvas
        .area([(x, bottom), (x + 8.0, top), (x + 20.0, top), (x + 12.0, bottom)], ground, 1.0);
    for shift in [0.0, 12.0] {
        sheet
            .canvas
            .line([(x + shift, bottom), (x + shift + 8.0, top)], Pen::solid(sheet.theme.muted, 1.5));
    }
}

fn draw_stake(sheet: &mut Sheet, stage: Stage, rect: Rect, analysis: &crate::analyze::Analysis) {
    let theme = sheet.theme;
    let Some(finding) = analysis.stages.iter().find(|finding| finding.stage == stage) else {
        return;
    };
    let weakest = analysis.weakest == Some(stage);
    sheet.canvas.bar(rect, theme.stages[stage as usize].mixed(theme.background, 0.35));
    if weakest {
        sheet.canvas.frame(rect, Pen::solid(theme.accent, 3.0));
    }
    let middle = (rect.top + rect.bottom) / 2.0;
    let amount = amount_change(&sheet.format, analysis.objective, finding.value_at_stake);
    let words = sheet.words;
    let name = terms::stage(words, stage);
    let name = if weakest {
        say!(words, "funnel-weakest", stage = name)
    } else {
        name
    };
    let basis = match finding.basis {
        Basis::Target => say!(words, "funnel-by-target"),
        Basis::Lever => say!(words, "funnel-by-lever"),
        Basis::Unranked => say!(words, "funnel-unranked"),
    };
    let name = Text::new(name, rect.left + 14.0, 0.0, theme.ink);
    let name = if weakest { name.bold() } else { name };
    sheet.canvas.text(name.size(text_size::TICK).centred_on(middle - 24.0));
    let amount = Text::new(amount, rect.left + 14.0, 0.0, theme.ink).size(text_size::STRONG).bold();
    sheet.canvas.text(amount.centred_on(middle));
    let basis = Text::new(basis, rect.left + 14.0, 0.0, theme.muted).size(text_size::TICK);
    sheet.canvas.text(basis.centred_on(middle + 22.0));
}

/// What stands behind the bars of a step; the first step's labels name the plans.
fn labels(step: &Step, input: &ChartInput, format: &Format) -> Vec<String> {
    let words = input.words();
    let first = step.stage == Stage::Reach;
    let before = format.count(step.before);
    let Some(after) = step.after else {
        return vec![before];
    };
    let change = (step.before > 0.0).then(|| format.percent_short_change(after / step.before - 1.0));
    let before = if first {
        say!(words, "funnel-count-today", count = before)
    } else {
        before
    };
    let after = format.count(after);
    let after = if first {
        say!(words, "funnel-count-proposal", count = after)
    } else {
        after
    };
    let after = match change {
        Some(change) => format!("{after} ({change})"),
        None => after,
    };
    vec![before, after]
}

fn title(input: &ChartInput, format: &Format) -> String {
    let words = input.words();
    let totals = &input.before.totals;
    if let Some(analysis) = input.analysis
        && let Some(weakest) = analysis.weakest
        && let Some(finding) = finding(input, weakest)
        && let Some(stake) = finding.value_at_stake.filter(|stake| *stake > 0.0)
    {
        let gain = gain(words, format, input.before.objective_name, stake);
        return weakest_title(words, finding, &gain);
    }
    if let Some(after) = input.after {
        return say!(
            words,
            "funnel-title-proposal",
            proposal = format.count(after.totals.customers),
            today = format.count(totals.customers)
        );
    }
    say!(
        words,
        "funnel-title",
        visits = format.count(totals.visits),
        customers = format.count(totals.customers),
        orders = format.count(totals.repeat_orders)
    )
}

fn table(steps: &[Step], input: &ChartInput) -> Table {
    let mut columns = ["step", "stage", "status_quo", "proposal", "count_at_target", "at_stake"]
        .map(str::to_owned)
        .to_vec();
    if input.has_bands() {
        columns.extend(futures::columns("status_quo"));
        columns.extend(futures::columns("proposal").filter(|_| input.after.is_some()));
    }
    let mut table = Table::new(&columns);
    for step in steps {
        let plans = usize::from(input.has_bands()) + usize::from(input.has_bands() && input.after.is_some());
        let cells = [
            step.key.into(),
            step.stage.word().into(),
            step.before.into(),
            step.after.into(),
            step.target.into(),
            finding(input, step.stage).and_then(|f| f.value_at_stake).into(),
        ];
        let drawn = step.drawn[..plans].iter().flat_map(|band| futures::cells(band.as_ref()));
        table.row(cells.into_iter().chain(drawn));
    }
    table
}
