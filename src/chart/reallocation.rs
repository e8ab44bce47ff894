//! The reallocation: each channel's spend before and after, sorted by the change, with totals that agree.

use super::canvas::{Anchor, Pen, Text};
use super::font::Weight;
use super::geometry::Rect;
use super::sheet::Sheet;
use super::table::Table;
use super::text::{cut, name};
use super::theme::{Rgb, text_size};
use super::weakest::gain as gain_text;
use super::{ChartInput, Drawing, Look, Theme};
use crate::format::{ABSENT, Format, Scale, decade, ten_to};
use crate::optimize::Bound;

/// Height of the lowest row that can be read [px], and of the highest that looks like a table.
const ROW: (f64, f64) = (15.5, 62.0);
/// Room for the headings above the rows [px].
const HEAD: f64 = 24.0;
/// Height of the total below the rows, in rows.
const FOOT: f64 = 1.3;
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
    /// How many rows it sums up; 1: it is a row of its own.
    rows: usize,
}

impl Row {
    fn change(&self) -> f64 {
        self.after - self.before
    }
}

/// `None` where there is no proposed plan.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let after = input.after?;
    let format = input.format();
    let mut rows = rows(input)?;
    rows.sort_by(|a, b| b.change().total_cmp(&a.change()));
    let total = Row {
        name: "Total".to_owned(),
        index: None,
        before: input.before.totals.invest,
        after: after.totals.invest,
        note: "",
        rows: 1,
    };
    let table = table(&rows, &total);
    let title = title(input, &rows, &total, &format);
    let numbers = Numbers {
        money: column_scale(&format, rows.iter().chain([&total])),
        format,
    };
    let subtitle = format!(
        "Spend over {} in {}: hollow bar and first number today’s plan, filled bar and second number the proposal; sorted by the change.",
        input.horizon(),
        numbers.money.unit()
    );
    let mut sheet = Sheet::new(&input.at_the_point(), look, &title, &subtitle);
    draw_rows(&mut sheet, rows, &total, &numbers);
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
            Some(row) if row.extrapolated => "beyond observed",
            Some(row) => match row.limit {
                Some(Bound::Min) => "at its min",
                Some(Bound::Max) => "at its max",
                Some(Bound::MinTotal) => "at its min_total",
                Some(Bound::MaxTotal) => "at its max_total",
                Some(Bound::Locked) => "locked",
                Some(Bound::Committed) => "committed",
                Some(Bound::Step) => "a step away",
                Some(Bound::Ramp) => "at its ramp",
                Some(Bound::Burst) => "at its burst",
                None => "",
            },
            None => "",
        };
        rows.push(Row {
            name: name(&channel.name),
            index: Some(index),
            before: money(channel.invest),
            after: proposed,
            note,
            rows: 1,
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
            name: name(&action.name),
            index: None,
            before: if action.before { money(action.cost) } else { 0.0 },
            after: if action.after { money(action.cost) } else { 0.0 },
            note: "action",
            rows: 1,
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
            rows: 1,
        });
    }
    Some(rows)
}

/// At most `most` rows; those with the smallest changes become one.
fn folded(rows: Vec<Row>, most: usize) -> Vec<Row> {
    if rows.len() <= most {
        return rows;
    }
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|&a, &b| rows[b].change().abs().total_cmp(&rows[a].change().abs()).then(a.cmp(&b)));
    let kept: std::collections::BTreeSet<usize> = order[..most - 1].iter().copied().collect();
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
        rows: rest.0,
    });
    shown
}

/// Where the columns stand. Numbers end at their column's place.
struct Columns {
    name: f64,
    name_width: f64,
    bars: f64,
    bar_length: f64,
    before: f64,
    arrow: f64,
    after: f64,
    change: f64,
    percent: f64,
    note: f64,
    size: f64,
    row: f64,
}

impl Columns {
    fn new(sheet: &Sheet, rows: &[Row], total: &Row, numbers: &Numbers) -> Self {
        let row = ((sheet.room.height() - HEAD) / (rows.len() as f64 + FOOT)).min(ROW.1);
        let size = match row {
            row if row >= 30.0 => text_size::LABEL,
            row if row >= 22.0 => text_size::TICK,
            _ => text_size::SMALL,
        };
        let width = |text: &str| Text::new(text, 0.0, 0.0, sheet.theme.ink).size(size).bold().width();
        let widest = |of: &dyn Fn(&Row) -> String| rows.iter().chain([total]).map(|r| width(&of(r))).fold(0.0, f64::max);
        let (between, arrow) = (size * 1.3, size * 2.2);
        let note_width = widest(&|r| r.note.to_owned());
        let note = sheet.room.right - note_width;
        let percent = if note_width > 0.0 { note - between } else { note };
        let change = percent - widest(&|r| numbers.percent(r)) - between;
        let after = change - widest(&|r| numbers.change(r)).max(width(HEADINGS[2])) - between;
        let arrow_end = after - widest(&|r| numbers.money.number(r.after)).max(width(HEADINGS[1]));
        let before = arrow_end - arrow;
        let numbers_start = before - widest(&|r| numbers.money.number(r.before)).max(width(HEADINGS[0]));
        let room = numbers_start - sheet.room.left;
        let name_width = widest(&|r| r.name.clone()).min(room * 0.55).max(60.0);
        Self {
            name: sheet.room.left,
            name_width,
            bars: sheet.room.left + name_width + 14.0,
            bar_length: (room - name_width - 14.0 - between).max(20.0),
            before,
            arrow: arrow_end - arrow / 2.0,
            after,
            change,
            percent,
            note,
            size,
            row,
        }
    }
}

/// How all numbers are written.
struct Numbers {
    money: Scale,
    format: Format,
}

impl Numbers {
    fn change(&self, row: &Row) -> String {
        let change = row.change();
        let text = self.money.number(change.abs());
        if !text.contains(|c: char| ('1'..='9').contains(&c)) {
            return "=".to_owned();
        }
        if change > 0.0 {
            format!("▲ {text}")
        } else {
            format!("▼ {text}")
        }
    }

    fn percent(&self, row: &Row) -> String {
        if row.before > 0.0 {
            self.format.percent_short_change(row.change() / row.before)
        } else if row.after > 0.0 {
            "new".to_owned()
        } else {
            ABSENT.to_owned()
        }
    }
}

const HEADINGS: [&str; 3] = ["today", "proposal", "change"];

fn draw_rows(sheet: &mut Sheet, rows: Vec<Row>, total: &Row, numbers: &Numbers) {
    let theme = sheet.theme;
    let rows = folded(rows, ((sheet.room.height() - HEAD) / ROW.0 - FOOT) as usize);
    let columns = Columns::new(sheet, &rows, total, numbers);
    for (heading, at) in HEADINGS.into_iter().zip([columns.before, columns.after, columns.change]) {
        let heading = Text::new(heading, at, sheet.room.top + 10.0, theme.muted).size(columns.size.min(text_size::TICK));
        sheet.canvas.text(heading.anchor(Anchor::End));
    }
    let largest = rows
        .iter()
        .filter(|r| r.rows == 1)
        .flat_map(|r| [r.before, r.after])
        .fold(0.0, f64::max);
    let mut top = sheet.room.top + HEAD;
    let start = top;
    for row in &rows {
        draw_row(sheet, &columns, row, top, largest, numbers);
        top += columns.row;
    }
    sheet
        .canvas
        .line([(columns.bars, start), (columns.bars, top)], Pen::solid(theme.muted, 1.5));
    let y = top + columns.row * 0.2;
    sheet
        .canvas
        .line([(columns.name, y), (sheet.room.right, y)], Pen::solid(theme.ink, 1.5));
    draw_numbers(sheet, &columns, total, y + columns.row * 0.6, numbers, true);
}

/// One unit for the column, fine enough for four digits of the total.
fn column_scale<'a>(format: &Format, rows: impl Iterator<Item = &'a Row>) -> Scale {
    let largest = rows.flat_map(|r| [r.before.abs(), r.after.abs()]).fold(0.0, f64::max);
    let digits = decade(largest);
    // Never finer than a hundredth, and no digits behind the point of a unit that has four before it.
    Scale::money(format, largest, ten_to((digits - 3).max(-2)))
}

fn draw_row(sheet: &mut Sheet, columns: &Columns, row: &Row, top: f64, largest: f64, numbers: &Numbers) {
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
    let half = (columns.row * 0.36).min(18.0);
    // A sum of many would dwarf every bar that it stands below.
    let single = row.rows == 1;
    if single && row.after > 0.0 {
        sheet.canvas.bar(bar(row.after, half * 0.6), colour(theme, row));
    }
    if single && row.before > 0.0 {
        let pen = Pen::solid(theme.status_quo, if columns.row > 24.0 { 2.0 } else { 1.25 });
        sheet.canvas.frame(bar(row.before, half), pen);
    }
    draw_numbers(sheet, columns, row, middle, numbers, false);
}

fn draw_numbers(sheet: &mut Sheet, columns: &Columns, row: &Row, middle: f64, numbers: &Numbers, strong: bool) {
    let theme = sheet.theme;
    let weight = if strong { Weight::SemiBold } else { Weight::Regular };
    let mut put = |text: String, x: f64, anchor: Anchor, colour: Rgb, bold: bool| {
        let text = Text::new(text, x, 0.0, colour).size(columns.size).anchor(anchor);
        let text = if bold { text.bold() } else { text };
        sheet.canvas.text(text.centred_on(middle));
    };
    let name = cut(&row.name, columns.size, weight, columns.name_width);
    put(name, columns.name, Anchor::Start, theme.ink, strong);
    put(numbers.money.number(row.before), columns.before, Anchor::End, theme.muted, strong);
    put("→".to_owned(), columns.arrow, Anchor::Middle, theme.muted, false);
    put(numbers.money.number(row.after), columns.after, Anchor::End, theme.ink, strong);
    put(numbers.change(row), columns.change, Anchor::End, theme.ink, true);
    put(numbers.percent(row), columns.percent, Anchor::End, theme.ink, strong);
    put(row.note.to_owned(), columns.note, Anchor::Start, theme.muted, false);
}

fn colour(theme: Theme, row: &Row) -> Rgb {
    row.index.map_or(theme.muted, |index| theme.channel(index))
}

fn title(input: &ChartInput, rows: &[Row], total: &Row, format: &Format) -> String {
    let up: f64 = rows.iter().map(|r| r.change().max(0.0)).sum();
    let down: f64 = rows.iter().map(|r| (-r.change()).max(0.0)).sum();
    let small = ROUNDING * total.before.abs().max(total.after.abs());
    let short = |name: &str| cut(name, text_size::TITLE, Weight::SemiBold, 300.0);
    let into = rows.first().filter(|r| r.change() > small).map(|r| short(&r.name));
    let out_of = rows.last().filter(|r| r.change() < -small).map(|r| short(&r.name));
    let gain = input.gain().filter(|(_, gain)| gain.is_finite() && *gain > 0.0);
    let gain = gain.map_or_else(String::new, |(objective, amount)| {
        format!(" and brings {}", gain_text(input.words(), format, objective, amount))
    });
    let change = total.change();
    if up <= small && down <= small {
        return "The proposal leaves every channel’s spend as it is".to_owned();
    }
    let places = match (into, out_of) {
        (Some(into), Some(out_of)) => format!(", above all from {out_of} into {into},"),
        (Some(into), None) => format!(", above all into {into},"),
        (None, Some(out_of)) => format!(", above all from {out_of},"),
        (None, None) => String::new(),
    };
    if change.abs() <= small.max(5e-4 * total.before.abs()) {
        let share = if total.before > 0.0 {
            format!(" ({} of the spend)", format.percent_short(up / total.before))
        } else {
            String::new()
        };
        let text = format!("The proposal moves {}{share}{places}", format.money(up));
        return if gain.is_empty() {
            text.trim_end_matches(',').to_owned()
        } else {
            text + &gain
        };
    }
    let direction = if change > 0.0 { "more" } else { "less" };
    format!(
        "The proposal spends {} {direction} than today’s plan{gain}",
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
