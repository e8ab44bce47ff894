//! The funnel: how many come, how many stay at each step, what each step would be worth at its target.

use super::bar_scale::{BarScale, CUT, ScaleKind};
use super::canvas::{Anchor, Pen, Text};
use super::geometry::Rect;
use super::sheet::Sheet;
use super::table::Table;
use super::text::cut;
use super::theme::text_size;
use super::weakest::{amount_change, gain};
use super::{ChartInput, Drawing, Look};
use crate::analyze::{Basis, StageFinding};
use crate::format::{Format, decade, ten_to};
use crate::model::Stage;
use crate::simulate::Forecast;

/// One bar, or pair of bars.
struct Step {
    stage: Stage,
    name: &'static str,
    /// What is counted, where the name alone does not say it.
    note: &'static str,
    before: f64,
    after: Option<f64>,
    /// How it follows from the step above.
    rate: String,
    /// Count at which the rate would be its target.
    target: Option<f64>,
}

/// `None` where the forecast has no periods.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let last = input.before.periods.last()?.active;
    let format = input.format();
    let steps = steps(input, last, &format);
    let counts = |steps: &[Step]| -> Vec<f64> { steps.iter().flat_map(|s| [Some(s.before), s.after, s.target]).flatten().collect() };
    let scale = BarScale::of(&counts(&steps), &counts(&steps[1..]));
    let flag = match scale.kind {
        ScaleKind::Straight => "",
        ScaleKind::Broken => " The bar of visits is cut short (marked //); all others are to scale.",
        ScaleKind::Logarithmic => " Logarithmic scale: each grid line is ten times the one before, so lengths are not in proportion.",
    };
    let plans = if input.after.is_some() {
        "; today’s plan hollow, proposal filled"
    } else {
        ""
    };
    let ticks = if steps.iter().any(|s| s.target.is_some()) {
        " Upright tick: today’s plan at its target rate."
    } else {
        ""
    };
    let subtitle = format!("People and orders, counts over {}{plans}.{ticks}{flag}", input.horizon());
    let mut sheet = Sheet::new(input, look, &title(input, &format), &subtitle);
    Layout::new(&sheet, &steps, scale, input).draw(&mut sheet, &steps, input);
    Some(Drawing {
        sheet,
        table: table(&steps, input),
    })
}

fn finding<'a>(input: &ChartInput<'a>, stage: Stage) -> Option<&'a StageFinding> {
    input.analysis?.stages.iter().find(|finding| finding.stage == stage)
}

fn steps(input: &ChartInput, active: f64, format: &Format) -> Vec<Step> {
    let after = |of: fn(&Forecast) -> f64| input.after.map(of);
    let percent = |rate: Option<f64>| format.percent(rate);
    let pair = |of: fn(&Forecast) -> Option<f64>, what: &str| {
        let rate = percent(of(input.before));
        match input.after.map(of) {
            Some(after) if percent(after) != rate => format!("{rate} → {} {what}", percent(after)),
            _ => format!("{rate} {what}"),
        }
    };
    // Counts grow with the rate: the tick stands where the rate of today would be the target.
    let target = |stage: Stage, count: f64| {
        let finding = finding(input, stage)?;
        finding
            .target
            .filter(|_| finding.rate > 0.0)
            .map(|target| count * target / finding.rate)
    };
    let (before, word) = (&input.before.totals, input.period.word());
    let engage = finding(input, Stage::Engage);
    let mut steps = vec![
        Step {
            stage: Stage::Reach,
            name: "Visits",
            note: "",
            before: before.visits,
            after: after(|f| f.totals.visits),
            rate: String::new(),
            target: target(Stage::Reach, before.visits),
        },
        Step {
            stage: Stage::Act,
            name: "Leads",
            note: "",
            before: before.leads,
            after: after(|f| f.totals.leads),
            rate: pair(|f| f.kpis.act_rate, "of visits become leads"),
            target: target(Stage::Act, before.leads),
        },
        Step {
            stage: Stage::Convert,
            name: "Customers",
            note: "new",
            before: before.customers,
            after: after(|f| f.totals.customers),
            rate: pair(|f| f.kpis.convert_rate, "of handled leads convert"),
            target: target(Stage::Convert, before.customers),
        },
        Step {
            stage: Stage::Engage,
            name: "Active customers",
            note: "at the end",
            before: active,
            after: input.after.and_then(|f| f.periods.last()).map(|row| row.active),
            rate: engage.map_or_else(String::new, |f| {
                let rate = match f.target {
                    Some(target) => format.percent_and_target(f.rate, target)[0].clone(),
                    None => format.percent(f.rate),
                };
                format!("{rate} are kept from one {word} to the next")
            }),
            target: None,
        },
        Step {
            stage: Stage::Engage,
            name: "Repeat orders",
            note: "",
            before: before.repeat_orders,
            after: after(|f| f.totals.repeat_orders),
            rate: engage.and_then(|f| f.repeat_rate).map_or_else(String::new, |rate| {
                format!("{} orders per kept customer and {word}", format.count(rate))
            }),
            target: None,
        },
    ];
    for step in &mut steps {
        let aim = match (step.name, finding(input, step.stage)) {
            ("Repeat orders", Some(f)) => f.repeat_target.map(|target| format!("target {}", format.count(target))),
            (_, Some(f)) if step.stage == Stage::Reach => f.target.map(|target| format!("target {} per {word}", format.count(target))),
            (_, Some(f)) => f.target.map(|target| {
                let [now, target] = format.percent_and_target(f.rate, target);
                // the target is one of the organic visits, whose rate is another where channels bring better or worse ones
                let (of_all, whose) = match step.stage {
                    Stage::Act => (input.before.kpis.act_rate, "organic visits"),
                    Stage::Convert => (input.before.kpis.convert_rate, "organic leads"),
                    _ => (Some(f.rate), ""),
                };
                if of_all.is_some_and(|rate| (rate - f.rate).abs() <= 1e-9 * f.rate) {
                    format!("target {target}")
                } else {
                    format!("{whose} {now}, target {target}")
                }
            }),
            _ => None,
        };
        if let Some(aim) = aim {
            step.rate = if step.rate.is_empty() {
                aim
            } else {
                format!("{} · {aim}", step.rate)
            };
        }
    }
    steps
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
            .map(|s| Text::new(s.name, 0.0, 0.0, ink).size(text_size::STRONG).bold().width())
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
            let heading = Text::new("At stake, by stage", x, sheet.room.top + 10.0, theme.muted).size(text_size::TICK);
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
        let name = Text::new(step.name, names, 0.0, theme.ink)
            .size(text_size::STRONG)
            .bold()
            .anchor(Anchor::End);
        sheet
            .canvas
            .text(name.centred_on(if step.note.is_empty() { middle } else { middle - 9.0 }));
        let note = Text::new(step.note, names, 0.0, theme.muted)
            .size(text_size::TICK)
            .anchor(Anchor::End);
        sheet.canvas.text(note.centred_on(middle + 11.0));
        let room = self.stake.map_or(sheet.room.right, |x| x - 20.0) - self.left - 10.0;
        let rate = cut(&step.rate, text_size::TICK, super::font::Weight::Regular, room);
        sheet.canvas.text(
            Text::new(rate, self.left + 10.0, top + 20.0, theme.muted)
                .size(text_size::TICK)
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
            sheet.canvas.text(text.centred_on((rect.top + rect.bottom) / 2.0));
        }
        if let Some(target) = step.target.filter(|target| target.is_finite() && !self.scale.cuts(*target)) {
            let x = self.left + self.length * self.scale.share(target);
            let pen = Pen::solid(theme.accent, 3.5);
            sheet.canvas.line([(x, first - 5.0), (x, first + self.bar * bars + 5.0)], pen);
        }
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
    let name = if weakest {
        format!("{}: weakest", stage.name())
    } else {
        stage.name().to_owned()
    };
    let basis = match finding.basis {
        Basis::Target => "if the target is reached",
        Basis::Lever => "by the best known lever",
        Basis::Unranked => "no target, no lever",
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
    let first = step.name == "Visits" && input.after.is_some();
    let named = |label: String, name: &str| if first { format!("{label} {name}") } else { label };
    let mut labels = vec![named(format.count(step.before), "today")];
    if let Some(after) = step.after {
        let change = if step.before > 0.0 {
            format!(" ({})", format.percent_short_change(after / step.before - 1.0))
        } else {
            String::new()
        };
        labels.push(named(format.count(after), "proposal") + &change);
    }
    labels
}

fn title(input: &ChartInput, format: &Format) -> String {
    let totals = &input.before.totals;
    if let Some(analysis) = input.analysis
        && let Some(weakest) = analysis.weakest
        && let Some(finding) = finding(input, weakest)
        && let Some(stake) = finding.value_at_stake.filter(|stake| *stake > 0.0)
    {
        let (name, gain) = (weakest.name(), gain(format, input.before.objective_name, stake));
        return match finding.basis {
            Basis::Target => format!("{name} is the weakest stage: at its target it would bring {gain}"),
            _ => format!("{name} is the weakest stage: its best known lever would bring {gain}"),
        };
    }
    if let Some(after) = input.after {
        return format!(
            "The proposal brings {} customers instead of {}",
            format.count(after.totals.customers),
            format.count(totals.customers)
        );
    }
    format!(
        "{} visits bring {} customers and {} repeat orders",
        format.count(totals.visits),
        format.count(totals.customers),
        format.count(totals.repeat_orders)
    )
}

fn table(steps: &[Step], input: &ChartInput) -> Table {
    let mut table = Table::new(&["step", "stage", "status_quo", "proposal", "count_at_target", "at_stake"]);
    for step in steps {
        table.row([
            step.name.into(),
            step.stage.word().into(),
            step.before.into(),
            step.after.into(),
            step.target.into(),
            finding(input, step.stage).and_then(|f| f.value_at_stake).into(),
        ]);
    }
    table
}
