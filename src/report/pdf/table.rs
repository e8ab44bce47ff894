//! Tables: a caption, a row of headings that comes again on every page, rows with a hairline between them.

use std::rc::Rc;

use super::flow::text_pieces;
use super::fonts::width;
use super::lines::{broken, broken_to};
use super::piece::{Head, Mark, Piece, bind};
use super::structure::{Part, Role, Structure};
use super::style::{CELL_GAP, CELL_PADDING, HAIRLINE, HEIGHT, RULE, TABLE_CAPTION, Type, WIDTH, above};
use super::table_columns::{Layout, layouts};
use crate::chart::{Rgb, Theme, clean};
use crate::report::document::{Align, Row, Table, Weight};

/// The most lines of a heading, so that the headings never fill a page.
const HEAD_LINES: usize = 8;
/// Rows that are no higher than this together stay on one page [pt].
const WHOLE: f64 = HEIGHT / 3.0;
/// The most lines of a row that stay on one page; a longer row goes on on the next.
const ROW_LINES: usize = 16;

/// A table, whole or in parts.
pub(super) fn pieces(table: &Table, theme: &Theme, structure: &mut Structure, within: Part) -> Vec<Piece> {
    let layouts = layouts(table);
    let parts = layouts.len();
    let mut pieces = Vec::new();
    for (number, layout) in layouts.iter().enumerate() {
        let mut caption = clean(&table.caption);
        if parts > 1 {
            caption = format!("{caption} ({} / {parts})", number + 1);
        }
        let part = structure.add(Some(within), Role::Table);
        let name = structure.add(Some(part), Role::Caption);
        let mut above_rows = text_pieces(&caption, TABLE_CAPTION, theme.ink, Some(name), (0.0, WIDTH), above::BLOCK);
        above_rows.iter_mut().for_each(|piece| piece.with_next = true);
        pieces.append(&mut above_rows);
        let grid = Grid { table, theme, layout };
        pieces.extend(grid.pieces(structure, part));
    }
    pieces
}

/// A part of a table on its way to be pieces.
struct Grid<'a> {
    table: &'a Table,
    theme: &'a Theme,
    layout: &'a Layout,
}

/// What is written in one cell.
struct Written {
    part: Part,
    lines: Vec<String>,
    align: Align,
    left: f64,
    width: f64,
}

impl Grid<'_> {
    fn pieces(&self, structure: &mut Structure, within: Part) -> Vec<Piece> {
        let head = self.head(structure, within);
        let again = Rc::new(Head {
            height: head.height,
            marks: repeated(&head.marks),
        });
        let body = structure.add(Some(within), Role::TableBody);
        let mut rows: Vec<Piece> = Vec::with_capacity(self.table.rows.len());
        for row in &self.table.rows {
            let part = structure.add(Some(body), Role::Row);
            rows.extend(self.row(row, structure, part));
        }
        bind(&mut rows);
        if rows.iter().map(|row| row.height).sum::<f64>() <= WHOLE {
            rows.iter_mut().rev().skip(1).for_each(|row| row.with_next = true);
        }
        rows.iter_mut().for_each(|row| row.head = Some(Rc::clone(&again)));
        rows.insert(0, head);
        rows
    }

    /// Left edges and widths of the columns.
    fn places(&self) -> impl Iterator<Item = (usize, f64, f64)> {
        let mut left = 0.0;
        self.layout.columns.iter().zip(&self.layout.widths).map(move |(&column, &width)| {
            let place = (column, left, width);
            left += width + CELL_GAP;
            place
        })
    }

    fn width(&self) -> f64 {
        self.places().last().map_or(WIDTH, |(_, left, width)| left + width)
    }

    fn head(&self, structure: &mut Structure, within: Part) -> Piece {
        let of = self.layout.of.strong();
        let group = structure.add(Some(within), Role::TableHead);
        let row = structure.add(Some(group), Role::Row);
        let cells: Vec<Written> = self
            .places()
            .map(|(column, left, width)| Written {
                part: structure.add(Some(row), Role::ColumnHead),
                lines: broken_to(&self.table.columns[column].title, of, width, HEAD_LINES),
                align: self.table.columns[column].align,
                left,
                width,
            })
            .collect();
        let lines = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
        let height = 2.0 * CELL_PADDING + lines as f64 * of.leading + RULE;
        let mut marks = vec![Mark::fill(0.0, height - RULE, (self.width(), RULE), self.theme.muted)];
        for cell in &cells {
            // headings of one line stand on the last line of the longer ones
            let down = (lines - cell.lines.len()) as f64 * of.leading;
            marks.extend(cell.marks(0..cell.lines.len(), CELL_PADDING + down, of, self.theme.muted));
        }
        let mut piece = Piece::new(4.0, height, marks);
        piece.with_next = true;
        piece
    }

    /// A row: one piece, or several where it has a great many lines.
    fn row(&self, row: &Row, structure: &mut Structure, part: Part) -> Vec<Piece> {
        let strong = row.weight == Weight::Strong;
        let of = if strong { self.layout.of.strong() } else { self.layout.of };
        let cells: Vec<Written> = self
            .places()
            .enumerate()
            .map(|(place, (column, left, width))| Written {
                part: structure.add(Some(part), if place == 0 { Role::RowHead } else { Role::Cell }),
                lines: row.cells.get(column).map_or_else(Vec::new, |cell| broken(&cell.text, of, width)),
                align: self.table.columns[column].align,
                left,
                width,
            })
            .collect();
        let lines = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0).max(1);
        let mut pieces = Vec::new();
        for from in (0..lines).step_by(ROW_LINES) {
            let to = lines.min(from + ROW_LINES);
            let (first, last) = (from == 0, to == lines);
            let padding = |there: bool| if there { CELL_PADDING } else { 0.0 };
            let height = padding(first) + (to - from) as f64 * of.leading + padding(last) + if last { HAIRLINE } else { 0.0 };
            let mut marks = Vec::new();
            if strong && first {
                marks.push(Mark::fill(0.0, -HAIRLINE, (self.width(), HAIRLINE), self.theme.muted));
            }
            if last {
                marks.push(Mark::fill(0.0, height - HAIRLINE, (self.width(), HAIRLINE), self.theme.grid));
            }
            for cell in &cells {
                let shown = from.min(cell.lines.len())..to.min(cell.lines.len());
                marks.extend(cell.marks(shown, padding(first), of, self.theme.ink));
            }
            pieces.push(Piece::new(0.0, height, marks));
        }
        pieces
    }
}

impl Written {
    /// Some of its lines, the first of them `top` below the upper edge.
    fn marks(&self, lines: std::ops::Range<usize>, top: f64, of: Type, colour: Rgb) -> impl Iterator<Item = Mark> {
        let last = self.lines.len().saturating_sub(1);
        let place = move |(number, at): (usize, usize)| {
            let line = &self.lines[at];
            let x = match self.align {
                Align::Start => self.left,
                Align::End => self.left + self.width - width(line, of),
            };
            let y = top + number as f64 * of.leading + of.base();
            let text = if at < last { format!("{line} ") } else { line.clone() };
            Mark::text(Some(self.part), text, x, y, of, colour)
        };
        lines.enumerate().map(place)
    }
}

/// Marks that are drawn again: no part of the text any more.
fn repeated(marks: &[Mark]) -> Vec<Mark> {
    let again = |mark: &Mark| Mark {
        part: None,
        ..mark.clone()
    };
    marks.iter().map(again).collect()
}
