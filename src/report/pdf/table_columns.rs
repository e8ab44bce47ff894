//! How a table's columns get their widths: by their texts, in smaller type, by breaking lines, and in parts where nothing else helps.

use super::fonts::width;
use super::style::{CELL_GAP, CELLS, Type, WIDTH};
use crate::chart::clean;
use crate::report::document::{Align, Table};

/// A column of words is not made narrower than this by breaking its lines [pt].
const NARROWEST: f64 = 64.0;
/// The share of the width that the first column takes at most where the others come in parts.
const FIRST: f64 = 0.32;
/// The room that a column gets beyond its texts at most, so that a small table stays together [pt].
const LOOSE: f64 = 70.0;

/// A part of a table: which columns, how wide, in which type.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    pub of: Type,
    pub columns: Vec<usize>,
    /// Widths of these columns, without the gaps between them [pt].
    pub widths: Vec<f64>,
}

/// What a column asks for [pt].
#[derive(Debug, Clone, Copy)]
struct Wish {
    /// With every text on one line.
    natural: f64,
    /// With lines broken where they can be.
    least: f64,
}

/// The parts that a table comes in: one where its columns fit.
pub(super) fn layouts(table: &Table) -> Vec<Layout> {
    let columns: Vec<usize> = (0..table.columns.len()).collect();
    // widths grow with the size of type, so the texts are measured once
    let [normal, small, smallest] = CELLS;
    let measured = wishes(table, normal);
    let wishes_in = |of: Type| -> Vec<Wish> {
        let by = of.size / normal.size;
        let wish = |wish: &Wish| Wish {
            natural: wish.natural * by,
            least: wish.least * by,
        };
        measured.iter().map(wish).collect()
    };
    for of in [normal, small] {
        let wishes = wishes_in(of);
        if total(wishes.iter().map(|wish| wish.natural)) <= WIDTH {
            return vec![loose(of, columns, &wishes)];
        }
    }
    for of in CELLS {
        let wishes = wishes_in(of);
        if total(wishes.iter().map(|wish| wish.least)) <= WIDTH {
            return vec![broken(of, columns, &wishes)];
        }
    }
    let mut wishes = wishes_in(small);
    let parts = parts(&mut wishes);
    parts
        .into_iter()
        .map(|columns| {
            let wishes: Vec<Wish> = columns.iter().map(|&column| wishes[column]).collect();
            if total(wishes.iter().map(|wish| wish.natural)) <= WIDTH {
                loose(small, columns, &wishes)
            } else {
                broken(small, columns, &wishes)
            }
        })
        .inspect(|layout| debug_assert!(total(layout.widths.iter().copied()) <= WIDTH + 1e-6, "{smallest:?}"))
        .collect()
}

/// Widths with the gaps between them.
fn total(widths: impl ExactSizeIterator<Item = f64>) -> f64 {
    let gaps = widths.len().saturating_sub(1) as f64 * CELL_GAP;
    widths.sum::<f64>() + gaps
}

/// What each column asks for.
fn wishes(table: &Table, of: Type) -> Vec<Wish> {
    let mut wishes: Vec<Wish> = table
        .columns
        .iter()
        .map(|column| {
            let title = clean(&column.title);
            Wish {
                natural: width(&title, of.strong()),
                least: widest_word(&title, of.strong()),
            }
        })
        .collect();
    for row in &table.rows {
        for ((wish, column), cell) in wishes.iter_mut().zip(&table.columns).zip(&row.cells) {
            // strong letters are the wider ones; whichever the row has, the column's width is enough
            let text = clean(&cell.text);
            let natural = width(&text, of.strong());
            wish.natural = wish.natural.max(natural);
            let least = match column.align {
                Align::Start => widest_word(&text, of.strong()).min(NARROWEST * 1.5).max(natural.min(NARROWEST)),
                // numbers stay on one line
                Align::End => natural,
            };
            wish.least = wish.least.max(least);
        }
    }
    for wish in &mut wishes {
        // no text, however long, asks for more than a page; and no number for more than half of one
        wish.natural = wish.natural.min(2.0 * WIDTH);
        wish.least = wish.least.min(wish.natural).min(WIDTH / 2.0);
    }
    wishes
}

fn widest_word(text: &str, of: Type) -> f64 {
    text.split(' ').map(|word| width(word, of)).fold(0.0, f64::max)
}

/// Columns with room to spare, which is shared out evenly.
fn loose(of: Type, columns: Vec<usize>, wishes: &[Wish]) -> Layout {
    let spare = WIDTH - total(wishes.iter().map(|wish| wish.natural));
    let each = (spare / columns.len().max(1) as f64).clamp(0.0, LOOSE);
    let widths = wishes.iter().map(|wish| wish.natural + each).collect();
    Layout { of, columns, widths }
}

/// Columns that fit if lines are broken: those that ask for more get more of what is left.
fn broken(of: Type, columns: Vec<usize>, wishes: &[Wish]) -> Layout {
    let left = (WIDTH - total(wishes.iter().map(|wish| wish.least))).max(0.0);
    let mut widths: Vec<f64> = wishes.iter().map(|wish| wish.least).collect();
    // half of the width at most counts as a wish, so that one long text does not starve the others
    let more = |wish: &Wish| wish.natural.min(WIDTH / 2.0).max(wish.least) - wish.least;
    let asked: f64 = wishes.iter().map(more).sum();
    for (width, wish) in widths.iter_mut().zip(wishes) {
        *width += if asked > left {
            left * more(wish) / asked
        } else {
            more(wish) + (left - asked) / columns.len() as f64
        };
    }
    Layout { of, columns, widths }
}

/// Columns in parts that fit on a page, the first column in each.
fn parts(wishes: &mut [Wish]) -> Vec<Vec<usize>> {
    let room = {
        let Some(first) = wishes.first_mut() else { return Vec::new() };
        first.natural = first.natural.min(FIRST * WIDTH);
        first.least = first.least.min(first.natural);
        WIDTH - first.natural
    };
    for wish in wishes.iter_mut().skip(1) {
        wish.natural = wish.natural.min(room - CELL_GAP);
        wish.least = wish.least.min(wish.natural);
    }
    let as_few = packed(wishes, room, usize::MAX);
    // as many parts of about as many columns look better than a last one with two of them
    let even = packed(wishes, room, wishes.len().saturating_sub(1).div_ceil(as_few.len().max(1)));
    if even.len() == as_few.len() { even } else { as_few }
}

/// Columns one after another, a part beginning where the last one has no room, or has this many besides the first.
fn packed(wishes: &[Wish], room: f64, most: usize) -> Vec<Vec<usize>> {
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let mut taken = f64::INFINITY;
    for (column, wish) in wishes.iter().enumerate().skip(1) {
        let wide = CELL_GAP + wish.natural;
        if taken + wide > room || parts.last().is_some_and(|part| part.len() > most) {
            parts.push(vec![0]);
            taken = 0.0;
        }
        if let Some(part) = parts.last_mut() {
            part.push(column);
        }
        taken += wide;
    }
    parts
}
