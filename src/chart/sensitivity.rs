//! Shares of the variance: what of it goes when one quantity becomes known, and what it moves together with others.

use super::axis::Linear;
use super::canvas::{Anchor, Pen, Text};
use super::font::Weight;
use super::geometry::Rect;
use super::quantity::{called, fitted};
use super::sheet::Sheet;
use super::table::Table;
use super::terms::objective_case;
use super::text::cut;
use super::theme::text_size;
use super::tornado::{NAMES, TITLE_NAME, row_text};
use super::{ChartInput, Drawing, Look};
use crate::analyze::{Indices, Sensitivity};
use crate::format::Format;
use crate::math::Estimate;
use crate::say;
use crate::words::Words;

/// Height of the lowest row that can be read [px], and of the highest that looks like a table.
const ROW: (f64, f64) = (19.0, 84.0);
/// Room for the heading above the rows, and for the ticks below them [px].
const HEAD: f64 = 22.0;
const FOOT: f64 = 26.0;
/// Shares below this are no bars that anybody could tell apart; the first few rows are shown all the same.
const SMALLEST: f64 = 0.005;
const FEWEST: usize = 3;
/// Quantities that a reader takes in.
const MOST: usize = 20;
/// Standard errors that a whisker reaches to either side: about 19 such errors in 20 are smaller.
const WHISKER: f64 = 2.0;

/// What a bar stands for.
enum Whose {
    /// The quantity of this key.
    Quantity(String),
    /// So many others together.
    Others(usize),
}

impl Whose {
    fn called(&self, words: Words, format: &Format) -> String {
        match self {
            Self::Quantity(key) => called(words, key),
            Self::Others(count) => say!(words, "sensitivity-others", count = format.number(*count as f64, 0), n = *count),
        }
    }

    fn fitted(&self, words: Words, format: &Format, size: f64, room: f64) -> String {
        match self {
            Self::Quantity(key) => fitted(words, key, size, room),
            Self::Others(_) => cut(&self.called(words, format), size, Weight::Regular, room),
        }
    }
}

/// A bar.
struct Row {
    whose: Whose,
    first_order: Estimate,
    total: Estimate,
}

/// `None` without draws, or where the objective does not vary.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let found = input.sensitivity?;
    let indices = found.indices.as_ref()?;
    let (words, format) = (input.words(), input.format());
    let objective = objective_case(input.before.objective_name);
    let subtitle = say!(words, "sensitivity-subtitle", objective = objective, horizon = input.horizon());
    let draws = format.count(found.draws as f64);
    let source = say!(words, "sensitivity-source", draws = draws, n = found.draws);
    let title = title(objective, indices, &format, words);
    let mut sheet = Sheet::from(input, look, &title, &subtitle, &source);
    draw_rows(&mut sheet, indices);
    Some(Drawing {
        sheet,
        table: table(found, indices),
    })
}

fn rows(indices: &Indices) -> Vec<Row> {
    let each = indices.rows.iter().map(|row| Row {
        whose: Whose::Quantity(row.key.clone()),
        first_order: row.first_order,
        total: row.total,
    });
    let others = indices.others.as_ref().map(|others| Row {
        whose: Whose::Others(others.count),
        first_order: others.first_order,
        total: others.total,
    });
    each.chain(others).collect()
}

fn draw_rows(sheet: &mut Sheet, indices: &Indices) {
    let theme = sheet.theme;
    let mut rows = rows(indices);
    let fit = (((sheet.room.height() - HEAD - FOOT) / ROW.0) as usize).clamp(FEWEST + 2, MOST);
    // the row of the others stays last
    let others = indices.others.is_some().then(|| rows.remove(rows.len() - 1));
    let large = rows
        .iter()
        .take_while(|row| row.total.value >= SMALLEST)
        .count()
        .max(FEWEST)
        .min(rows.len());
    let room = fit - usize::from(others.is_some());
    let shown = if large < rows.len() || large > room {
        large.min(room - 1)
    } else {
        large
    };
    let hidden = rows.split_off(shown);
    rows.extend(others);
    let lines = rows.len() + usize::from(!hidden.is_empty());
    let pitch = ((sheet.room.height() - HEAD - FOOT) / lines.max(1) as f64).min(ROW.1);
    let size = row_text(pitch);
    let width = |text: &str| Text::new(text, 0.0, 0.0, theme.ink).size(size).width();
    let widest = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| width(&text)).fold(0.0, f64::max);
    let (format, words) = (sheet.format.clone(), sheet.words);
    let names = widest(&mut rows.iter().map(|row| row.whose.called(words, &format)))
        .min(sheet.room.width() * NAMES)
        .max(60.0);
    let heading = say!(words, "sensitivity-heading");
    let values = widest(&mut rows.iter().map(|row| label(&format, row)).chain([heading.clone()]));
    let reach = |estimate: Estimate| estimate.value + WHISKER * estimate.standard_error;
    let farthest = rows
        .iter()
        .flat_map(|row| [reach(row.first_order), reach(row.total)])
        .filter(|x| x.is_finite());
    let scale = Linear {
        low: 0.0,
        high: farthest.fold(0.1, f64::max).min(1.2),
        from: sheet.room.left + names + 14.0,
        to: sheet.room.right - values - 14.0,
    };
    let top = sheet.room.top + HEAD;
    let bottom = top + pitch * lines as f64;
    // the line that tells of the hidden ones runs on below the bars: the axis ends above it
    let axis_end = top + pitch * rows.len() as f64;
    let heading = Text::new(heading, sheet.room.right, top - 8.0, theme.muted).size(size);
    sheet.canvas.text(heading.anchor(Anchor::End));
    let step = [0.02, 0.05, 0.1, 0.2]
        .into_iter()
        .find(|step| scale.high / step <= 7.0)
        .unwrap_or(0.2);
    for k in 0..=(scale.high / step + 1e-9) as u32 {
        let share = step * f64::from(k);
        let x = scale.at(share);
        let end = if k == 0 { axis_end } else { bottom };
        sheet.canvas.line([(x, top), (x, end)], Pen::solid(theme.grid, 1.0));
        let text = Text::new(format.percent_short(share), x, bottom + 20.0, theme.muted).size(size);
        sheet.canvas.text(text.anchor(Anchor::Middle));
    }
    for (i, row) in rows.iter().enumerate() {
        let middle = top + pitch * (i as f64 + 0.5);
        let name = row.whose.fitted(words, &format, size, names);
        sheet
            .canvas
            .text(Text::new(name, sheet.room.left, 0.0, theme.ink).size(size).centred_on(middle));
        draw_bar(sheet, row, &scale, middle, pitch);
        let label = Text::new(label(&format, row), sheet.room.right, 0.0, theme.ink).size(size);
        sheet.canvas.text(label.anchor(Anchor::End).centred_on(middle));
    }
    if !hidden.is_empty() {
        let most = hidden.iter().map(|row| row.total.value).fold(0.0, f64::max);
        let middle = top + pitch * (rows.len() as f64 + 0.5);
        let count = format.number(hidden.len() as f64, 0);
        let text = say!(
            words,
            "sensitivity-more",
            count = count,
            n = hidden.len(),
            most = format.percent(most)
        );
        sheet.canvas.text(
            Text::new(text, sheet.room.left, 0.0, theme.muted)
                .size(size)
                .halo(theme.background)
                .centred_on(middle),
        );
    }
    sheet
        .canvas
        .line([(scale.from, top), (scale.from, axis_end)], Pen::solid(theme.ink, 1.5));
}

fn draw_bar(sheet: &mut Sheet, row: &Row, scale: &Linear, middle: f64, pitch: f64) {
    let theme = sheet.theme;
    let half = (pitch * 0.34).min(22.0);
    let rect = |share: f64, half: f64| Rect {
        left: scale.from,
        top: middle - half,
        right: scale.at(share.max(0.0)),
        bottom: middle + half,
    };
    let told = |estimate: Estimate| estimate.differs_from_zero() && estimate.value > 0.0;
    if told(row.first_order) {
        sheet.canvas.bar(rect(row.first_order.value, half * 0.6), theme.proposal);
    }
    if told(row.total) {
        sheet.canvas.frame(rect(row.total.value, half), Pen::solid(theme.ink, 1.5));
    }
    for (estimate, y) in [(row.first_order, middle + half * 0.25), (row.total, middle - half * 0.25)] {
        let ends = [-WHISKER, WHISKER].map(|errors| (estimate.value + errors * estimate.standard_error).max(0.0));
        if told(estimate) && ends[1] > ends[0] {
            let [from, to] = ends.map(|share| scale.at(share));
            sheet.canvas.line([(from, y), (to, y)], Pen::solid(theme.accent, 2.0));
        }
    }
}

/// `31 % · 39 %`: alone, and with others; with a digit behind the point where the error allows it.
fn label(format: &Format, row: &Row) -> String {
    let one = |estimate: Estimate| {
        if estimate.differs_from_zero() && estimate.value < 0.0005 {
            format!("<{}", format.percent(0.001))
        } else if estimate.differs_from_zero() && estimate.standard_error < 0.005 {
            format.percent((estimate.value * 1_000.0).round() / 1_000.0)
        } else if estimate.differs_from_zero() {
            format.percent((estimate.value * 100.0).round() / 100.0)
        } else {
            "~0".to_owned()
        }
    };
    let [first_order, total] = [row.first_order, row.total].map(one);
    format!("{first_order} · {total}")
}

fn title(objective: &str, indices: &Indices, format: &Format, words: Words) -> String {
    let Some(first) = indices.rows.first().filter(|row| row.total.differs_from_zero()) else {
        return say!(words, "sensitivity-title-none", objective = objective);
    };
    let quantity = fitted(words, &first.key, text_size::TITLE, TITLE_NAME);
    let share = |estimate: Estimate| format.percent_short((100.0 * estimate.value).round() / 100.0);
    let interaction = indices.today.interaction;
    let (together, how_much) = if interaction.differs_from_zero() && interaction.value >= 0.005 {
        (share(interaction), "some")
    } else {
        (String::new(), "little")
    };
    if first.first_order.differs_from_zero() {
        say!(
            words,
            "sensitivity-title",
            objective = objective,
            quantity = quantity,
            share = share(first.first_order),
            interaction = how_much,
            together = together,
        )
    } else {
        say!(
            words,
            "sensitivity-title-together",
            objective = objective,
            quantity = quantity,
            interaction = how_much,
            together = together,
        )
    }
}

fn table(found: &Sensitivity, indices: &Indices) -> Table {
    let mut table = Table::new(&[
        "quantity",
        "first_order",
        "first_order_standard_error",
        "total",
        "total_standard_error",
        "draws",
    ]);
    let others = indices
        .others
        .as_ref()
        .map(|others| (format!("{} others", others.count), others.first_order, others.total));
    let rows = indices.rows.iter().map(|row| (row.key.clone(), row.first_order, row.total));
    for (key, first_order, total) in rows.chain(others) {
        table.row([
            key.as_str().into(),
            first_order.value.into(),
            first_order.standard_error.into(),
            total.value.into(),
            total.standard_error.into(),
            found.draws.into(),
        ]);
    }
    table
}
