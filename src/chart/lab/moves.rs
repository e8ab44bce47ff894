//! What one strategy spent per period in the shown world, cycle by cycle and channel by channel, with the actions that it took up.

use super::super::axis::{Linear, Ticks};
use super::super::canvas::{Anchor, Pen, Text};
use super::super::font::{self, Weight};
use super::super::geometry::{Rect, spread};
use super::super::kaizen::every;
use super::super::lines::draw_levels;
use super::super::sheet::Sheet;
use super::super::text::{clean, cut, name};
use super::super::theme::text_size;
use super::super::{Drawing, Look, table::Table, terms};
use super::actions::Actions;
use super::{LabInput, Worlds, strategy, who};
use crate::format::Scale;
use crate::lab::{CourseShown, CycleShown};
use crate::say;

/// Longest name of a channel [px].
const LONGEST: f64 = 220.0;
/// Height of a channel's name [px].
const NAME: f64 = 21.0;
/// Above the columns: signs of changes [px].
const HEAD: f64 = 20.0;

/// `None` where no channel spends, or the strategy did not play.
pub(super) fn draw(input: &LabInput, look: &Look) -> Option<Drawing> {
    let course = input.course().filter(|course| total_most(input, course) > 0.0)?;
    let (words, n) = (input.words(), changed(course).count());
    let name = strategy(words, course.strategy);
    let cycles = course.cycles.len();
    let title = match n {
        0 => say!(words, "lab-moves-title-none", who = who(course.strategy), strategy = name),
        _ => say!(
            words,
            "lab-moves-title",
            who = who(course.strategy),
            strategy = name,
            changes = input.count(n),
            cycles = input.count(cycles)
        ),
    };
    let subtitle = LabInput::sentences([
        Some(say!(
            words,
            "lab-moves-subtitle",
            per = terms::per(words, input.period),
            world = input.count(input.experiment.shown.world),
            currency = clean(input.currency)
        )),
        (course.cycles.iter().any(|cycle| !cycle.actions.is_empty())).then(|| say!(words, "lab-moves-actions")),
    ]);
    let mut sheet = input.sheet(Worlds::Shown, look, &title, &subtitle);
    draw_columns(&mut sheet, input, course);
    Some(Drawing {
        sheet,
        table: table(input, course),
    })
}

fn is_changed(cycle: &CycleShown) -> bool {
    !cycle.moves.is_empty() || !cycle.actions.is_empty()
}

fn changed(course: &CourseShown) -> impl Iterator<Item = &CycleShown> {
    course.cycles.iter().filter(|cycle| is_changed(cycle))
}

/// Spend of each channel in the cycle of this place, per period: cycles can be of unlike length. What is no amount counts as none.
fn spends(input: &LabInput, place: usize, cycle: &CycleShown) -> Vec<f64> {
    let span = input.experiment.cycles.get(place);
    let periods = span.map_or(1, |span| span.end.saturating_sub(span.first)).max(1) as f64;
    let amounts = cycle.measured.channels.iter().map(|channel| channel.spend / periods);
    amounts.map(|spend| if spend.is_finite() { spend.max(0.0) } else { 0.0 }).collect()
}

/// The tallest column.
fn total_most(input: &LabInput, course: &CourseShown) -> f64 {
    let cycles = course.cycles.iter().enumerate();
    let totals = cycles.map(|(i, cycle)| spends(input, i, cycle).iter().sum::<f64>());
    totals.fold(0.0, f64::max)
}

/// The name of a channel by its place.
fn called(input: &LabInput, channel: usize) -> String {
    input
        .channels
        .get(channel)
        .map_or_else(|| (channel + 1).to_string(), |own| name(own))
}

fn draw_columns(sheet: &mut Sheet, input: &LabInput, course: &CourseShown) {
    let theme = sheet.theme;
    let ticks = Ticks::covering(0.0, total_most(input, course), 7);
    let scale = Scale::money(&sheet.format, ticks.largest(), ticks.step);
    let levels: Vec<(f64, String)> = ticks.values.iter().map(|&value| (value, scale.label(value))).collect();
    let labels = levels.iter().map(|(_, label)| font::width(label, text_size::TICK, Weight::Regular));
    let channels = course.cycles.iter().map(|cycle| cycle.measured.channels.len()).max().unwrap_or(0);
    let names: Vec<String> = (0..channels)
        .map(|channel| cut(&called(input, channel), text_size::TICK, Weight::Regular, LONGEST))
        .collect();
    let widest = names
        .iter()
        .map(|name| font::width(name, text_size::TICK, Weight::Regular))
        .fold(0.0, f64::max);
    let area = Rect {
        left: sheet.room.left + labels.fold(0.0, f64::max) + 16.0,
        top: sheet.room.top + HEAD,
        right: sheet.room.right - widest - 44.0,
        bottom: sheet.room.bottom - 28.0,
    };
    let cycles = course.cycles.len();
    let across = |area: Rect| area.scales((0.5, cycles as f64 + 0.5), (0.0, ticks.high()));
    let room = Rect {
        left: area.left,
        ..sheet.room
    };
    let actions = Actions::of(input, course, |cycle| across(area).0.at(cycle as f64), room);
    let area = Rect {
        bottom: area.bottom - actions.height(),
        ..area
    };
    let (x, y) = across(area);
    draw_levels(sheet, area, y, &levels);
    let half = (area.width() / cycles.max(1) as f64 * 0.36).min(42.0);
    let mut last = Vec::new();
    for (i, cycle) in course.cycles.iter().enumerate() {
        let middle = x.at((i + 1) as f64);
        let mut sum = 0.0;
        last.clear();
        for (channel, spend) in spends(input, i, cycle).into_iter().enumerate() {
            let rect = Rect {
                left: middle - half,
                top: y.at(sum + spend),
                right: middle + half,
                bottom: y.at(sum),
            };
            sum += spend;
            last.push(rect);
            if rect.height() > 0.25 {
                sheet.canvas.bar(rect, theme.channel(channel));
                // a seam, so that neighbours of like shade stay two
                sheet
                    .canvas
                    .line([(rect.left, rect.top), (rect.right, rect.top)], Pen::solid(theme.background, 1.0));
            }
        }
        if is_changed(cycle) {
            let top = y.at(sum);
            let corners = [(middle - 6.0, top - 16.0), (middle + 6.0, top - 16.0), (middle, top - 5.0)];
            sheet.canvas.area(corners, theme.ink, 1.0);
        }
    }
    draw_cycle_numbers(sheet, cycles, x, area);
    draw_names(sheet, &names, &last, (x.at(cycles as f64) + half, area));
    actions.draw(sheet, x, area, room);
}

/// The number of each cycle below its column, as many as fit.
fn draw_cycle_numbers(sheet: &mut Sheet, cycles: usize, x: Linear, area: Rect) {
    let every = every((x.to - x.from) / cycles.max(1) as f64);
    for cycle in (every..=cycles).step_by(every) {
        let number = sheet.format.number(cycle as f64, 0);
        let label = if cycle == every {
            say!(sheet.words, "kaizen-cycle", cycle = number)
        } else {
            number
        };
        let text = Text::new(label, x.at(cycle as f64), area.bottom + 22.0, sheet.theme.muted);
        let text = text.size(text_size::TICK).anchor(Anchor::Middle);
        if sheet.canvas.is_free(text.rect().grown(2.0)) {
            sheet.canvas.text(text);
        }
    }
}

/// The names of the channels beside the last column, moved apart where its parts are thin.
fn draw_names(sheet: &mut Sheet, names: &[String], last: &[Rect], (edge, area): (f64, Rect)) {
    let theme = sheet.theme;
    let fitting = ((area.bottom + 18.0 - sheet.room.top) / NAME).max(1.0) as usize;
    let mut shown: Vec<(usize, Rect)> = last.iter().copied().enumerate().filter(|(_, part)| part.height() > 0.0).collect();
    // Where there are too many for the room, the largest are named.
    shown.sort_by(|a, b| b.1.height().total_cmp(&a.1.height()).then(a.0.cmp(&b.0)));
    shown.truncate(fitting);
    let shown: Vec<(usize, f64)> = shown.into_iter().map(|(i, part)| (i, (part.top + part.bottom) / 2.0)).collect();
    let wanted: Vec<f64> = shown.iter().map(|(_, middle)| *middle).collect();
    let centres = spread(&wanted, &vec![NAME; shown.len()], sheet.room.top, area.bottom + 18.0);
    for ((channel, middle), centre) in shown.into_iter().zip(centres) {
        let colour = theme.channel(channel);
        let to = area.right + 24.0;
        sheet.canvas.line([(edge + 2.0, middle), (to, centre)], Pen::solid(colour, 1.5));
        sheet.canvas.disc((to, centre), 4.5, colour);
        let text = Text::new(&names[channel], to + 12.0, 0.0, theme.ink).size(text_size::TICK);
        sheet.canvas.text(text.centred_on(centre));
    }
}

fn table(input: &LabInput, course: &CourseShown) -> Table {
    let mut table = Table::new(&["cycle", "channel", "spend", "per_period", "change", "actions"]);
    for (i, cycle) in course.cycles.iter().enumerate() {
        let per_period = spends(input, i, cycle);
        let actions = cycle.actions.join("; ");
        for (channel, measured) in cycle.measured.channels.iter().enumerate() {
            let own = input.channels.get(channel);
            let change = own.and_then(|own| cycle.moves.get(own)).copied();
            table.row([
                cycle.cycle.into(),
                called(input, channel).as_str().into(),
                measured.spend.into(),
                per_period.get(channel).copied().into(),
                change.into(),
                actions.as_str().into(),
            ]);
        }
    }
    table
}
