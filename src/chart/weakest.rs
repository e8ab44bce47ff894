//! The stages by what is at stake at each: where a step towards the target is worth most.

use super::axis::Linear;
use super::canvas::{Anchor, Pen, Text};
use super::font::Weight;
use super::futures::{self, eight_in_ten, in_futures, in_hundred};
use super::geometry::Rect;
use super::sheet::Sheet;
use super::table::Table;
use super::terms::{self, Form};
use super::text::{name, wrapped};
use super::theme::text_size;
use super::why::{fitting, why};
use super::{ChartInput, Drawing, Look};
use crate::analyze::{Analysis, Basis, LeverKind, StageFinding};
use crate::format::Format;
use crate::model::Stage;
use crate::say;
use crate::simulate::Band;
use crate::words::Words;

/// Width of the strip that a rate's band has [px].
const RATES: f64 = 190.0;
/// Least widths of the column of texts and of the labels beside the bars, and least length of the longest bar [px].
const TEXTS: f64 = 330.0;
const LABELS: f64 = 170.0;
const SHORTEST: f64 = 180.0;

/// A change of the objective: money, or a count of customers.
pub(super) fn amount_change(format: &Format, objective: &str, value: Option<f64>) -> String {
    if objective == "customers" {
        format.count_change(value)
    } else {
        format.money_change(value)
    }
}

/// A gain of the objective in words, as what something brings: `212 k € more profit`, `1,250 more customers`.
pub(super) fn gain(words: Words, format: &Format, objective: &str, gain: f64) -> String {
    let way = if gain < 0.0 { "less" } else { "more" };
    let amount = match objective {
        "customers" => format.count(gain.abs()),
        _ => format.money(gain.abs()),
    };
    say!(
        words,
        "gain",
        objective = terms::objective_case(objective),
        way = way,
        amount = amount
    )
}

/// The time that the objective counts: `over 52 weeks`, and what comes after them where it counts that too.
pub(super) fn followed(input: &ChartInput) -> String {
    let counted = match input.before.objective_name {
        "long-term profit" => "residual",
        _ => "horizon",
    };
    say!(input.words(), "over-the-horizon", counted = counted, span = terms::span(input))
}

/// That a stage is the weakest, and what it would bring; `gain` is that in words.
pub(super) fn weakest_title(words: Words, finding: &StageFinding, gain: &str) -> String {
    let stage = terms::stage(words, finding.stage);
    match finding.basis {
        Basis::Target => say!(words, "weakest-title-target", stage = stage, gain = gain),
        _ => say!(words, "weakest-title-lever", stage = stage, gain = gain),
    }
}

/// `None` where there is no analysis.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let analysis = input.analysis?;
    let format = input.format();
    let words = input.words();
    let what = say!(
        words,
        "weakest-subtitle",
        objective = terms::objective(words, input.before.objective_name, Form::Plain),
        followed = followed(input),
        unit = terms::unit(input, analysis.objective)
    );
    let medians = input.has_bands().then(|| say!(words, "weakest-medians"));
    let subtitle = std::iter::once(what).chain(medians).collect::<Vec<_>>().join(" ");
    let mut sheet = Sheet::new(input, look, &title(analysis, input, &format), &subtitle);
    let mut stages: Vec<&StageFinding> = analysis.stages.iter().collect();
    let stake = |finding: &StageFinding| super::lines::finite(finding.value_at_stake).unwrap_or(f64::NEG_INFINITY);
    stages.sort_by(|a, b| stake(b).total_cmp(&stake(a)));
    draw_bars(&mut sheet, analysis, &stages, input);
    Some(Drawing {
        sheet,
        table: table(&stages, input),
    })
}

/// The rate of a stage over the draws.
fn rate_band<'a>(input: &ChartInput<'a>, stage: Stage) -> Option<&'a Band> {
    let rates = &input.seen_before().futures?.bands.rates;
    Some(match stage {
        Stage::Reach => &rates.visits,
        Stage::Act => &rates.act,
        Stage::Convert => &rates.convert,
        Stage::Engage => &rates.retention,
    })
}

/// The rate's band on a scale of its own, the target a tick on it.
fn draw_rate(sheet: &mut Sheet, finding: &StageFinding, band: &Band, (left, middle): (f64, f64)) {
    let theme = sheet.theme;
    let target = super::lines::finite(finding.target);
    let reach = [Some(band.p5), Some(band.p95), target].into_iter().flatten();
    let (low, high) = reach.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
    if !(low.is_finite() && high.is_finite()) {
        return;
    }
    let x = Linear {
        low: low - if high > low { 0.0 } else { 1.0 },
        high: high + if high > low { 0.0 } else { 1.0 },
        from: left + 6.0,
        to: left + RATES - 6.0,
    };
    let y = middle - 8.0;
    futures::strip(&mut sheet.canvas, x, (y, 20.0), band, theme.proposal);
    let median = x.at(band.p50);
    sheet
        .canvas
        .line([(median, y - 10.0), (median, y + 10.0)], Pen::solid(theme.proposal, 3.5));
    if let Some(target) = target {
        let at = x.at(target);
        sheet.canvas.line([(at, y - 17.0), (at, y + 17.0)], Pen::solid(theme.accent, 3.5));
    }
    let format = &sheet.format;
    let amount = |rate: f64| match finding.stage {
        Stage::Reach => format.count(rate),
        _ => format.percent(rate),
    };
    let (from, to) = (amount(band.p10), amount(band.p90));
    let range = if band.p5 == band.p95 {
        say!(sheet.words, "weakest-certain", value = from)
    } else {
        eight_in_ten(sheet.words, &from, &to)
    };
    let text = Text::new(range, left + RATES / 2.0, 0.0, theme.muted)
        .size(text_size::TICK)
        .anchor(Anchor::Middle);
    let text = if text.width() > RATES + 16.0 {
        text.size(text_size::SMALL)
    } else {
        text
    };
    sheet.canvas.text(text.centred_on(middle + 22.0));
}

/// Width of what stands beside the bar of a stage, with the gaps around it.
fn label_width(sheet: &Sheet, analysis: &Analysis, finding: &StageFinding) -> f64 {
    let text = |text: String| Text::new(text, 0.0, 0.0, sheet.theme.ink);
    let amount = amount_change(&sheet.format, analysis.objective, finding.value_at_stake);
    let likely = finding
        .probability_weakest
        .map(|share| say!(sheet.words, "weakest-likely", likely = in_hundred(sheet.words, share)));
    let likely = likely.map_or(0.0, |likely| text(likely).size(text_size::TICK).width());
    text(amount).size(text_size::STRONG).bold().width().max(likely) + 14.0
}

fn draw_bars(sheet: &mut Sheet, analysis: &Analysis, stages: &[&StageFinding], input: &ChartInput) {
    let (theme, words) = (sheet.theme, sheet.words);
    if input.has_bands() {
        let at = (sheet.room.left, sheet.room.top + 4.0);
        let median = say!(words, "weakest-key-rate");
        let tick = futures::key(sheet, at, theme.proposal, Some(&median), false) + 6.0;
        sheet
            .canvas
            .line([(tick, at.1 - 9.0), (tick, at.1 + 9.0)], Pen::solid(theme.accent, 3.5));
        let text = Text::new(say!(words, "weakest-key-target"), tick + 10.0, 0.0, theme.muted).size(text_size::TICK);
        sheet.canvas.text(text.centred_on(at.1));
        sheet.room.top += futures::KEY;
    }
    let why = stages
        .iter()
        .find(|f| Some(f.stage) == analysis.weakest)
        .map(|f| fitting(&why(f, analysis, input, &sheet.format), sheet.room.width() - 20.0))
        .unwrap_or_default();
    let bottom = sheet.room.bottom - why.len() as f64 * 24.0 - if why.is_empty() { 0.0 } else { 12.0 };
    let row = (bottom - sheet.room.top) / stages.len().max(1) as f64;
    let values: Vec<f64> = stages.iter().filter_map(|f| super::lines::finite(f.value_at_stake)).collect();
    let (low, high) = values.iter().fold((0.0_f64, 0.0_f64), |(low, high), x| (low.min(*x), high.max(*x)));
    let span = if high - low > 0.0 { high - low } else { 1.0 };
    let label_room = stages.iter().map(|f| label_width(sheet, analysis, f)).fold(LABELS, f64::max);
    let rates = if input.has_bands() { RATES + 30.0 } else { 0.0 };
    let sides = if low < 0.0 { 2.0 } else { 1.0 };
    // the column of texts is as wide as its rates, but leaves the bars their length
    let most = sheet.room.width() - rates - label_room * sides - SHORTEST;
    let rate_width = |f: &&StageFinding| {
        Text::new(&notes(f, &sheet.format, input)[0], 0.0, 0.0, theme.ink)
            .size(text_size::TICK)
            .width()
    };
    let texts = stages.iter().map(rate_width).fold(0.0, f64::max) + 24.0;
    let texts = texts.min(most).max(TEXTS);
    let length = (sheet.room.width() - texts - rates - label_room * sides).max(40.0);
    let start = sheet.room.left + texts + rates + if low < 0.0 { label_room } else { 0.0 };
    let at = |x: f64| start + length * ((x - low) / span).clamp(0.0, 1.0);
    for (i, finding) in stages.iter().enumerate() {
        let top = sheet.room.top + row * i as f64;
        let middle = top + row / 2.0;
        let weakest = analysis.weakest == Some(finding.stage);
        let left = sheet.room.left;
        let name = if weakest {
            say!(words, "weakest-name", stage = terms::stage(words, finding.stage))
        } else {
            terms::stage(words, finding.stage)
        };
        sheet.canvas.text(
            Text::new(name, left, 0.0, theme.ink)
                .size(text_size::STRONG)
                .bold()
                .centred_on(middle - 22.0),
        );
        let [rate, lever] = notes(finding, &sheet.format, input);
        let fitted = |line: &str, lines| wrapped(line, text_size::TICK, Weight::Regular, texts - 20.0, lines);
        let lines = fitted(&rate, 1).into_iter().chain(fitted(&lever, 2));
        for (line, shift) in lines.zip([2.0, 22.0, 42.0]) {
            let line = Text::new(line, left, 0.0, theme.muted).size(text_size::TICK);
            sheet.canvas.text(line.centred_on(middle + shift));
        }
        if let Some(band) = rate_band(input, finding.stage) {
            draw_rate(sheet, finding, band, (left + texts, middle));
        }
        let text = |x: f64, label: String| Text::new(label, x, 0.0, theme.ink).size(text_size::STRONG).bold();
        match super::lines::finite(finding.value_at_stake) {
            Some(value) => {
                let rect = Rect {
                    left: at(value.min(0.0)),
                    top: middle - 17.0,
                    right: at(value.max(0.0)),
                    bottom: middle + 17.0,
                };
                sheet.canvas.bar(rect, if weakest { theme.accent } else { theme.proposal });
                let label = amount_change(&sheet.format, analysis.objective, Some(value));
                let label = if value < 0.0 {
                    text(rect.left - 10.0, label).anchor(Anchor::End)
                } else {
                    text(rect.right + 10.0, label)
                };
                let Some(share) = finding.probability_weakest else {
                    sheet.canvas.text(label.centred_on(middle));
                    continue;
                };
                let likely = Text::new(
                    say!(words, "weakest-likely", likely = in_hundred(words, share)),
                    label.x,
                    0.0,
                    theme.muted,
                )
                .size(text_size::TICK)
                .anchor(label.anchor);
                sheet.canvas.text(label.centred_on(middle - 10.0));
                sheet.canvas.text(likely.centred_on(middle + 12.0));
            }
            None => sheet
                .canvas
                .text(Text::new(say!(words, "weakest-unranked"), at(0.0) + 10.0, 0.0, theme.muted).centred_on(middle)),
        }
    }
    sheet.canvas.line(
        [(at(0.0), sheet.room.top + 6.0), (at(0.0), bottom - 6.0)],
        Pen::solid(theme.ink, 1.5),
    );
    for (i, line) in why.into_iter().enumerate() {
        let y = bottom + 30.0 + 24.0 * i as f64;
        sheet.canvas.text(Text::new(line, sheet.room.left + 16.0, y, theme.ink));
    }
    if bottom < sheet.room.bottom {
        let x = sheet.room.left + 2.0;
        sheet
            .canvas
            .line([(x, bottom + 12.0), (x, sheet.room.bottom + 6.0)], Pen::solid(theme.accent, 4.0));
    }
}

/// Where the stage stands, and what its value rests on.
fn notes(finding: &StageFinding, format: &Format, input: &ChartInput) -> [String; 2] {
    let words = input.words();
    let per = terms::per(words, input.period);
    let target = match (finding.stage, finding.target) {
        (Stage::Reach, Some(target)) => {
            let (now, target) = (format.count(finding.rate), format.count(target));
            say!(words, "weakest-reach-target", now = now, target = target, per = per)
        }
        (Stage::Reach, None) => say!(words, "weakest-reach", now = format.count(finding.rate), per = per),
        (stage, Some(target)) => {
            let [now, target] = format.percent_and_target(finding.rate, target);
            say!(words, "weakest-rate-target", stage = stage.word(), now = now, target = target)
        }
        (stage, None) => say!(words, "weakest-rate", stage = stage.word(), now = format.percent(finding.rate)),
    };
    let basis = match (finding.basis, finding.levers.first()) {
        (Basis::Lever, Some(lever)) => match lever.kind {
            LeverKind::Action => say!(words, "weakest-lever-action", name = name(&lever.name)),
            LeverKind::Channel => say!(words, "weakest-lever-channel", name = name(&lever.name)),
        },
        (_, Some(lever)) => say!(words, "weakest-lever-known", name = name(&lever.name)),
        _ => String::new(),
    };
    [target, basis]
}

fn title(analysis: &Analysis, input: &ChartInput, format: &Format) -> String {
    let words = input.words();
    let found = |stage: Stage| analysis.stages.iter().find(|finding| finding.stage == stage);
    let Some(finding) = analysis.weakest.and_then(found) else {
        return say!(words, "weakest-title-none");
    };
    let stage = terms::stage(words, finding.stage);
    let objective = input.before.objective_name;
    let Some(stake) = super::lines::finite(finding.value_at_stake) else {
        return say!(words, "weakest-title-plain", stage = stage);
    };
    if stake <= 0.0 {
        return say!(words, "weakest-title-nothing", objective = terms::objective_case(objective));
    }
    let gain = gain(words, format, objective, stake);
    match finding.probability_weakest {
        None => weakest_title(words, finding, &gain),
        Some(share) => {
            let likely = in_futures(words, share);
            match finding.basis {
                Basis::Target => say!(words, "weakest-title-target-likely", stage = stage, likely = likely, gain = gain),
                _ => say!(words, "weakest-title-lever-likely", stage = stage, likely = likely, gain = gain),
            }
        }
    }
}

fn table(stages: &[&StageFinding], input: &ChartInput) -> Table {
    let columns = ["stage", "rate", "target", "repeat_rate", "repeat_target", "value_at_stake", "basis"].map(str::to_owned);
    let drawn = if input.has_bands() {
        std::iter::once("probability_weakest".to_owned())
            .chain(futures::columns("rate"))
            .collect()
    } else {
        Vec::new()
    };
    let mut table = Table::new(&columns.into_iter().chain(drawn).collect::<Vec<_>>());
    for finding in stages {
        let basis = match finding.basis {
            Basis::Target => "target",
            Basis::Lever => "lever",
            Basis::Unranked => "unranked",
        };
        let drawn = rate_band(input, finding.stage)
            .map(|band| std::iter::once(finding.probability_weakest.into()).chain(futures::cells(Some(band))));
        let cells = [
            finding.stage.word().into(),
            finding.rate.into(),
            finding.target.into(),
            finding.repeat_rate.into(),
            finding.repeat_target.into(),
            finding.value_at_stake.into(),
            basis.into(),
        ];
        table.row(cells.into_iter().chain(drawn.into_iter().flatten()));
    }
    table
}
