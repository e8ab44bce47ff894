//! The reallocation: each channel's spend before and after, sorted by the change, with totals that agree.

use super::canvas::{Anchor, Pen, Text};
use super::font::Weight;
use super::geometry::Rect;
use super::sheet::Sheet;
use super::table::Table;
use super::text::{clean, cut};
use super::theme::{Rgb, text_size};
use super::weakest::worth;
use super::{ChartInput, Drawing, Look, Theme};
use crate::format::{Format, Scale};
use crate::optimize::Bound;

/// Rows that fit one below the other in full size.
const ONE_COLUMN: usize = 13;
/// Rows that fit in two columns; what is beyond is summed up.
const MOST_ROWS: usize = 34;
/// Money that is less than this share of the total is rounding.
const ROUNDING: f64 = 1e-6;

/// One channel or action, or what is left.
#[derive(Debug, Clone)]
struct Row {
    name: String,
    /// Place in the scenario, for the colour; `None`: no channel.
    index: Option<usize>,
    before: f64,
    after: f64,
    note: &'static str,
}

impl Row {
    fn change(&self) -> f64 {
        self.after - self.before
    }
}

/// `None` where there is no proposed plan.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let after = input.after?;
    let format = Format::no_break(&input.before.currency);
    let mut rows = rows(input)?;
    rows.sort_by(|a, b| b.change().total_cmp(&a.change()));
    let total = Row {
        name: "Total".to_owned(),
        index: None,
        before: input.before.totals.invest,
        after: after.totals.invest,
        note: "",
    };
    let table = table(&rows, &total);
    let title = title(input, &rows, &total, &format);
    let shown = folded(rows);
    let subtitle = format!(
        "Spend over {}, {}: hollow bar and first number status quo, filled bar and second number proposal; sorted by the change.",
        input.horizon(),
        input.before.currency
    );
    let mut sheet = Sheet::new(input, look, &title, &subtitle);
    draw_rows(&mut sheet, &shown, &total);
    Some(Drawing { sheet, table })
}

/// Channels, actions, and whatever else the totals hold.
fn rows(input: &ChartInput) -> Option<Vec<Row>> {
    let after = input.after?;
    let money = |x: f64| if x.is_finite() { x } else { 0.0 };
    let small = ROUNDING * input.before.totals.invest.abs().max(after.totals.invest.abs());
    let mut rows: Vec<Row> = Vec::new();
    for (index, channel) in input.before.channels.iter().enumerate() {
        let proposed = after
            .channels
            .iter()
            .find(|row| row.name == channel.name)
            .map_or(0.0, |row| money(row.invest));
        // A limit is told only where it is this very plan that it binds.
        let found = input.proposal.and_then(|p| p.channels.iter().find(|row| row.name == channel.name));
        let note = match found.filter(|row| (row.after - proposed).abs() <= small) {
            Some(row) if row.extrapolated => "never observed",
            Some(row) => match row.limit {
                Some(Bound::Min) => "at its min",
                Some(Bound::Max) => "at its max",
                Some(Bound::Locked) => "locked",
                None => "",
            },
            None => "",
        };
        rows.push(Row {
            name: clean(&channel.name),
            index: Some(index),
            before: money(channel.invest),
            after: proposed,
            note,
        });
    }
    let rest = |total: f64, of: fn(&Row) -> f64| {
        let rest = money(total) - rows.iter().map(of).sum::<f64>();
        if rest.abs() > small { rest } else { 0.0 }
    };
    let (rest_before, rest_after) = (
        rest(input.before.totals.invest, |r| r.before),
        rest(after.totals.invest, |r| r.after),
    );
    let actions: Vec<Row> = input
        .proposal
        .iter()
        .flat_map(|p| &p.actions)
        .filter(|action| action.before || action.after)
        .map(|action| Row {
            name: clean(&action.name),
            index: None,
            before: if action.before { money(action.cost) } else { 0.0 },
            after: if action.after { money(action.cost) } else { 0.0 },
            note: "action",
        })
        .collect();
    let sum = |of: fn(&Row) -> f64| actions.iter().map(of).sum::<f64>();
    let agree = (sum(|r| r.before) - rest_before).abs() <= small && (sum(|r| r.after) - rest_after).abs() <= small;
    if agree {
        rows.extend(actions);
    } else if rest_before != 0.0 || rest_after != 0.0 {
        rows.push(Row {
            name: "Actions".to_owned(),
            index: None,
            before: rest_before,
            after: rest_after,
            note: "",
        });
    }
    Some(rows)
}

/// The rows that fit; those with the smallest changes become one.
fn folded(rows: Vec<Row>) -> Vec<Row> {
    if rows.len() <= MOST_ROWS {
        return rows;
    }
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|&a, &b| rows[b].change().abs().total_cmp(&rows[a].change().abs()).then(a.cmp(&b)));
    let kept: std::collections::BTreeSet<usize> = order[..MOST_ROWS - 1].iter().copied().collect();
    let (mut shown, mut rest) = (Vec::new(), (0_usize, 0.0, 0.0));
    for (i, row) in rows.into_iter().enumerate() {
        if kept.contains(&i) {
            shown.push(row);
        } else {
            rest = (rest.0 + 1, rest.1 + row.before, rest.2 + row.after);
        }
    }
    shown.push(Row {
        name: format!("{} others", rest.0),
        index: None,
        before: rest.1,
        after: rest.2,
        note: "",
    });
    shown
}

/// Left edges and right edges of the columns of numbers in one block of rows.
struct Columns {
    name: f64,
    name_width: f64,
    bars: f64,
    bar_length: f64,
    before: f64,
    after: f64,
    change: f64,
    percent: f64,
    note: f64,
    size: f64,
    row: f64,
}

fn draw_rows(sheet: &mut Sheet, rows: &[Row], total: &Row) {
    let theme = sheet.theme;
    let two = rows.len() > ONE_COLUMN;
    let size = if two { text_size::SMALL } else { text_size::LABEL };
    let all = || rows.iter().chain([total]);
    let width = |text: &str| Text::new(text, 0.0, 0.0, theme.ink).size(size).bold().width();
    let widest = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| width(&text)).fold(0.0, f64::max);
    let money = column_scale(&sheet.format, all());
    let format = sheet.format.clone();
    let before = widest(&mut all().map(|r| money.label(r.before)));
    let after = widest(&mut all().map(|r| money.label(r.after))) + width(" → ");
    let change = widest(&mut all().map(|r| change_text(&money, r))) + 20.0;
    let percent = widest(&mut all().map(|r| percent_text(&format, r))) + 18.0;
    let note = widest(&mut rows.iter().map(|r| r.note.to_owned())) + if rows.iter().any(|r| !r.note.is_empty()) { 14.0 } else { 0.0 };
    let blocks = if two { 2 } else { 1 };
    let gap = 36.0;
    let block = (sheet.room.width() - gap * (blocks as f64 - 1.0)) / blocks as f64;
    let numbers = before + after + change + percent + note;
    let names = widest(&mut all().map(|r| r.name.clone())).min((block - numbers) * 0.62).max(60.0);
    // The total stands in a row of its own below all blocks.
    let deep = rows.len().div_ceil(blocks);
    let row = ((sheet.room.height() - 18.0) / (deep as f64 + 1.4)).min(46.0);
    let largest = rows.iter().flat_map(|r| [r.before, r.after]).fold(0.0, f64::max);
    let columns = |left: f64| {
        let right = left + block;
        Columns {
            name: left,
            name_width: names,
            bars: left + names + 14.0,
            bar_length: (block - names - numbers - 44.0).max(20.0),
            before: right - note - percent - change - after,
            after: right - note - percent - change,
            change: right - note - percent,
            percent: right - note,
            note: right - note + 14.0,
            size,
            row,
        }
    };
    let top = sheet.room.top + 4.0;
    for (b, chunk) in rows.chunks(deep.max(1)).enumerate() {
        let columns = columns(sheet.room.left + (block + gap) * b as f64);
        for (i, r) in chunk.iter().enumerate() {
            draw_row(sheet, &columns, r, top + row * i as f64, largest, &money);
        }
        let bottom = top + row * chunk.len() as f64;
        sheet
            .canvas
            .line([(columns.bars, top), (columns.bars, bottom)], Pen::solid(theme.muted, 1.5));
    }
    let last = columns(sheet.room.left + (block + gap) * (blocks as f64 - 1.0));
    let y = top + row * deep as f64 + row * 0.2;
    sheet
        .canvas
        .line([(last.name, y), (sheet.room.right, y)], Pen::solid(theme.ink, 1.5));
    draw_numbers(sheet, &last, total, y + row * 0.6, &money, true);
}

/// One unit for the column, fine enough for four digits of the total.
fn column_scale<'a>(format: &Format, rows: impl Iterator<Item = &'a Row>) -> Scale {
    let largest = rows.flat_map(|r| [r.before.abs(), r.after.abs()]).fold(0.0, f64::max);
    let digits = if largest > 0.0 { largest.log10().floor() } else { 0.0 };
    // Never finer than a hundredth, and no digits behind the point of a unit that has four before it.
    Scale::money(format, largest, 10f64.powf((digits - 3.0).max(-2.0)))
}

fn change_text(money: &Scale, row: &Row) -> String {
    let change = row.change();
    let text = money.label(change.abs());
    if !text.contains(|c: char| ('1'..='9').contains(&c)) {
        return "=".to_owned();
    }
    if change > 0.0 {
        format!("▲ {text}")
    } else {
        format!("▼ {text}")
    }
}

fn percent_text(format: &Format, row: &Row) -> String {
    if row.before > 0.0 {
        format.percent_change(row.change() / row.before)
    } else if row.after > 0.0 {
        "new".to_owned()
    } else {
        crate::format::ABSENT.to_owned()
    }
}

fn draw_row(sheet: &mut Sheet, columns: &Columns, row: &Row, top: f64, largest: f64, money: &Scale) {
    let theme = sheet.theme;
    let middle = top + columns.row / 2.0;
    let length = |x: f64| {
        if largest > 0.0 {
            columns.bar_length * (x / largest).clamp(0.0, 1.0)
        } else {
            0.0
        }
    };
    let bar = |x: f64, half: f64| Rect {
        left: columns.bars,
        top: middle - half,
        right: columns.bars + length(x),
        bottom: middle + half,
    };
    let half = (columns.row * 0.34).min(15.0);
    if row.after > 0.0 {
        sheet.canvas.bar(bar(row.after, half * 0.62), colour(theme, row));
    }
    if row.before > 0.0 {
        sheet.canvas.frame(
            bar(row.before, half),
            Pen::solid(theme.status_quo, if columns.row > 24.0 { 2.0 } else { 1.25 }),
        );
    }
    draw_numbers(sheet, columns, row, middle, money, false);
}

fn draw_numbers(sheet: &mut Sheet, columns: &Columns, row: &Row, middle: f64, money: &Scale, strong: bool) {
    let theme = sheet.theme;
    let format = sheet.format.clone();
    let weight = if strong { Weight::SemiBold } else { Weight::Regular };
    let mut put = |text: String, x: f64, anchor: Anchor, colour: Rgb, bold: bool| {
        let text = Text::new(text, x, 0.0, colour).size(columns.size).anchor(anchor);
        let text = if bold { text.bold() } else { text };
        sheet.canvas.text(text.centred_on(middle));
    };
    let name = cut(&row.name, columns.size, weight, columns.name_width);
    put(name, columns.name, Anchor::Start, theme.ink, strong);
    put(money.label(row.before), columns.before, Anchor::End, theme.muted, strong);
    put(
        format!("→ {}", money.label(row.after)),
        columns.after,
        Anchor::End,
        theme.ink,
        strong,
    );
    put(change_text(money, row), columns.change, Anchor::End, theme.ink, true);
    put(percent_text(&format, row), columns.percent, Anchor::End, theme.ink, strong);
    put(row.note.to_owned(), columns.note, Anchor::Start, theme.accent, false);
}

fn colour(theme: &Theme, row: &Row) -> Rgb {
    row.index.map_or(theme.muted, |index| theme.channel(index))
}

fn title(input: &ChartInput, rows: &[Row], total: &Row, format: &Format) -> String {
    let up: f64 = rows.iter().map(|r| r.change().max(0.0)).sum();
    let down: f64 = rows.iter().map(|r| (-r.change()).max(0.0)).sum();
    let small = ROUNDING * total.before.abs().max(total.after.abs());
    let short = |name: &str| cut(name, text_size::TITLE, Weight::SemiBold, 300.0);
    let into = rows.first().filter(|r| r.change() > small).map(|r| short(&r.name));
    let out_of = rows.last().filter(|r| r.change() < -small).map(|r| short(&r.name));
    let gain = input
        .gain()
        .filter(|(_, gain)| gain.is_finite() && *gain > 0.0)
        .map_or_else(String::new, |(objective, gain)| {
            format!(": {} more", worth(format, objective, Some(gain)))
        });
    let change = total.change();
    if up <= small && down <= small {
        return "The proposal leaves every channel’s spend as it is".to_owned();
    }
    let places = match (into, out_of) {
        (Some(into), Some(out_of)) => format!(", most of it from {out_of} into {into}"),
        (Some(into), None) => format!(", most of it into {into}"),
        (None, Some(out_of)) => format!(", most of it from {out_of}"),
        (None, None) => String::new(),
    };
    if change.abs() <= small.max(5e-4 * total.before.abs()) {
        let share = if total.before > 0.0 {
            format!(" ({} of the spend)", format.percent(up / total.before))
        } else {
            String::new()
        };
        return format!("The proposal moves {}{share}{places}{gain}", format.money(up));
    }
    let direction = if change > 0.0 { "more" } else { "less" };
    let most = match (rows.first(), rows.last()) {
        (Some(first), _) if change > 0.0 => format!("; {} gains most", short(&first.name)),
        (_, Some(last)) => format!("; {} loses most", short(&last.name)),
        _ => String::new(),
    };
    format!(
        "The proposal spends {} {direction} than the status quo{most}{gain}",
        format.money(change.abs())
    )
}

fn table(rows: &[Row], total: &Row) -> Table {
    let mut table = Table::new(&["row", "status_quo", "proposal", "change", "relative_change", "note"]);
    for row in rows.iter().chain([total]) {
        let relative = (row.before > 0.0).then(|| row.change() / row.before);
        table.row([
            row.name.as_str().into(),
            row.before.into(),
            row.after.into(),
            row.change().into(),
            relative.into(),
            row.note.into(),
        ]);
    }
    table
}
