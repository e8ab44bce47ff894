//! The reallocation: each channel's spend before and after, sorted by the change, with totals that agree.

use super::canvas::{Anchor, Pen, Text};
use super::font::Weight;
use super::geometry::Rect;
use super::moved::{ROUNDING, Row, Whose, folded, rows, table};
use super::sheet::Sheet;
use super::terms::objective_case;
use super::text::cut;
use super::theme::{Rgb, text_size};
use super::{ChartInput, Drawing, Look, Theme};
use crate::format::{ABSENT, Format, Scale, decade, ten_to};
use crate::say;
use crate::words::Words;

/// Height of the lowest row that can be read [px], and of the highest that looks like a table.
const ROW: (f64, f64) = (15.5, 62.0);
/// Room for the headings above the rows [px].
const HEAD: f64 = 24.0;
/// Height of the total below the rows, in rows.
const FOOT: f64 = 1.3;

/// `None` where there is no proposed plan.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let after = input.after?;
    let format = input.format();
    let mut rows = rows(input)?;
    rows.sort_by(|a, b| b.change().total_cmp(&a.change()));
    let total = Row {
        whose: Whose::Total,
        before: input.before.totals.invest,
        after: after.totals.invest,
        note: None,
    };
    let table = table(&rows, &total);
    let title = title(input, &rows, &total, &format);
    let (words, horizon) = (input.words(), input.horizon());
    let numbers = Numbers {
        money: column_scale(&format, rows.iter().chain([&total])),
        format,
        words,
    };
    let subtitle = say!(words, "reallocation-subtitle", horizon = horizon, unit = numbers.money.unit());
    let mut sheet = Sheet::new(&input.at_the_point(), look, &title, &subtitle);
    draw_rows(&mut sheet, rows, &total, &numbers);
    Some(Drawing { sheet, table })
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
        let headings = numbers.headings();
        let note_width = widest(&|r| numbers.note(r));
        let note = sheet.room.right - note_width;
        let percent = if note_width > 0.0 { note - between } else { note };
        let change = percent - widest(&|r| numbers.percent(r)) - between;
        let after = change - widest(&|r| numbers.change(r)).max(width(&headings[2])) - between;
        let arrow_end = after - widest(&|r| numbers.money.number(r.after)).max(width(&headings[1]));
        let before = arrow_end - arrow;
        let numbers_start = before - widest(&|r| numbers.money.number(r.before)).max(width(&headings[0]));
        let room = numbers_start - sheet.room.left;
        let name_width = widest(&|r| numbers.name(r)).min(room * 0.55).max(60.0);
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

/// How all numbers and words are written.
struct Numbers {
    money: Scale,
    format: Format,
    words: Words,
}

impl Numbers {
    /// What stands above the columns of numbers.
    fn headings(&self) -> [String; 3] {
        let words = self.words;
        [
            say!(words, "reallocation-today"),
            say!(words, "reallocation-proposal"),
            say!(words, "reallocation-change"),
        ]
    }

    fn name(&self, row: &Row) -> String {
        row.name(self.words, &self.format)
    }

    fn note(&self, row: &Row) -> String {
        row.note.map_or_else(String::new, |note| note.said(self.words))
    }

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
            say!(self.words, "reallocation-new")
        } else {
            ABSENT.to_owned()
        }
    }
}

fn draw_rows(sheet: &mut Sheet, rows: Vec<Row>, total: &Row, numbers: &Numbers) {
    let theme = sheet.theme;
    let rows = folded(rows, ((sheet.room.height() - HEAD) / ROW.0 - FOOT) as usize);
    let columns = Columns::new(sheet, &rows, total, numbers);
    for (heading, at) in numbers.headings().into_iter().zip([columns.before, columns.after, columns.change]) {
        let heading = Text::new(heading, at, sheet.room.top + 10.0, theme.muted).size(columns.size.min(text_size::TICK));
        sheet.canvas.text(heading.anchor(Anchor::End));
    }
    let largest = rows
        .iter()
        .filter(|r| r.is_single())
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
    let single = row.is_single();
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
    let name = cut(&numbers.name(row), columns.size, weight, columns.name_width);
    put(name, columns.name, Anchor::Start, theme.ink, strong);
    put(numbers.money.number(row.before), columns.before, Anchor::End, theme.muted, strong);
    put("→".to_owned(), columns.arrow, Anchor::Middle, theme.muted, false);
    put(numbers.money.number(row.after), columns.after, Anchor::End, theme.ink, strong);
    put(numbers.change(row), columns.change, Anchor::End, theme.ink, true);
    put(numbers.percent(row), columns.percent, Anchor::End, theme.ink, strong);
    put(numbers.note(row), columns.note, Anchor::Start, theme.muted, false);
}

fn colour(theme: Theme, row: &Row) -> Rgb {
    match row.whose {
        Whose::Channel(_, index) => theme.channel(index),
        _ => theme.muted,
    }
}

fn title(input: &ChartInput, rows: &[Row], total: &Row, format: &Format) -> String {
    let words = input.words();
    let up: f64 = rows.iter().map(|r| r.change().max(0.0)).sum();
    let down: f64 = rows.iter().map(|r| (-r.change()).max(0.0)).sum();
    let small = ROUNDING * total.before.abs().max(total.after.abs());
    if up <= small && down <= small {
        return say!(words, "reallocation-title-same");
    }
    let gain = input.gain().filter(|(_, gain)| gain.is_finite() && *gain > 0.0);
    let gain = gain.map(|(objective, gain)| match objective {
        "customers" => (objective_case(objective), format.count(gain)),
        _ => (objective_case(objective), format.money(gain)),
    });
    let change = total.change();
    if change.abs() <= small.max(5e-4 * total.before.abs()) {
        let (amount, share) = (format.money(up), format.percent_short(up / total.before));
        let short = |row: &Row| cut(&row.name(words, format), text_size::TITLE, Weight::SemiBold, 200.0);
        let into = rows.first().filter(|r| r.change() > small).map(short);
        let from = rows.last().filter(|r| r.change() < -small).map(short);
        return match (from.zip(into), gain) {
            (Some((from, into)), Some((objective, gain))) => say!(
                words,
                "reallocation-title-moves-gains",
                amount = amount,
                share = share,
                from = from,
                into = into,
                objective = objective,
                gain = gain,
            ),
            (Some((from, into)), None) => say!(
                words,
                "reallocation-title-moves",
                amount = amount,
                share = share,
                from = from,
                into = into
            ),
            (None, _) => say!(words, "reallocation-title-moves-much", amount = amount, share = share),
        };
    }
    let (amount, direction) = (format.money(change.abs()), if change > 0.0 { "more" } else { "less" });
    match gain {
        Some((objective, gain)) => say!(
            words,
            "reallocation-title-spends-gains",
            amount = amount,
            direction = direction,
            objective = objective,
            gain = gain,
        ),
        None => say!(words, "reallocation-title-spends", amount = amount, direction = direction),
    }
}
