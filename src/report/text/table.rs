//! A table of aligned columns: words to the left, numbers to the right, names cut where the line would grow too long.

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

const HEAD: Style = Style::new().dimmed();
/// Columns between two cells.
const GAP: usize = 2;
/// A name is never cut to fewer columns than this: below it nobody would know it.
const SHORTEST_NAME: usize = 6;

/// Rows under one head.
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Row>,
}

/// How a column is read.
pub struct Column {
    head: String,
    align: Align,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Align {
    Left,
    Right,
}

enum Row {
    Cells(Vec<String>),
    Rule,
}

/// A column of words.
pub fn words(head: &str) -> Column {
    Column {
        head: head.to_owned(),
        align: Align::Left,
    }
}

/// A column of numbers.
pub fn numbers(head: &str) -> Column {
    Column {
        head: head.to_owned(),
        align: Align::Right,
    }
}

impl Table {
    /// A table without rows.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Self {
            columns: columns.into_iter().collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row with one cell for each column.
    pub fn row<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) -> &mut Self {
        let cells: Vec<String> = cells.into_iter().map(|cell| plain(&cell.into())).collect();
        debug_assert_eq!(cells.len(), self.columns.len());
        self.rows.push(Row::Cells(cells));
        self
    }

    /// Adds a line, before a sum for instance.
    pub fn rule(&mut self) -> &mut Self {
        self.rows.push(Row::Rule);
        self
    }

    /// Whether no row was added.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table as lines; words are cut, the widest column first, until it fits into `width` columns.
    pub fn render(&self, width: usize) -> String {
        let widths = self.widths(width);
        let total = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
        let rule = "─".repeat(total);
        let mut text = String::new();
        if self.columns.iter().any(|column| !column.head.is_empty()) {
            let heads: Vec<String> = self.columns.iter().map(|column| column.head.clone()).collect();
            text.push_str(&format!("{HEAD}{}{HEAD:#}\n{HEAD}{rule}{HEAD:#}\n", self.line(&heads, &widths)));
        }
        for row in &self.rows {
            match row {
                Row::Cells(cells) => text.push_str(&self.line(cells, &widths)),
                Row::Rule => text.push_str(&format!("{HEAD}{rule}{HEAD:#}")),
            }
            text.push('\n');
        }
        text
    }

    fn widths(&self, width: usize) -> Vec<usize> {
        let cells = self.rows.iter().filter_map(|row| match row {
            Row::Cells(cells) => Some(cells),
            Row::Rule => None,
        });
        let mut widths: Vec<usize> = self.columns.iter().map(|column| column.head.width()).collect();
        for row in cells {
            for (widest, cell) in widths.iter_mut().zip(row) {
                *widest = (*widest).max(cell.width());
            }
        }
        let room = width.saturating_sub(GAP * widths.len().saturating_sub(1));
        while widths.iter().sum::<usize>() > room {
            let of_words = self
                .columns
                .iter()
                .zip(&mut widths)
                .filter(|(column, _)| column.align == Align::Left);
            match of_words.map(|(_, width)| width).max() {
                Some(widest) if *widest > SHORTEST_NAME => *widest -= 1,
                _ => break,
            }
        }
        widths
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for (i, ((column, cell), &width)) in self.columns.iter().zip(cells).zip(widths).enumerate() {
            if i > 0 {
                line.push_str(&" ".repeat(GAP));
            }
            let cell = cut(cell, width);
            let space = " ".repeat(width.saturating_sub(cell.width()));
            match column.align {
                Align::Left => {
                    line.push_str(&cell);
                    line.push_str(&space);
                }
                Align::Right => {
                    line.push_str(&space);
                    line.push_str(&cell);
                }
            }
        }
        line.truncate(line.trim_end().len());
        line
    }
}

/// `text` without control characters: a name out of a file must not steer the terminal.
pub fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// `text` in at most `width` columns, an ellipsis where it was cut.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut shorter = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > width {
            break;
        }
        shorter.push(c);
    }
    shorter.push('…');
    shorter
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unstyled(table: &Table, width: usize) -> String {
        anstream::adapter::strip_str(&table.render(width)).to_string()
    }

    #[test]
    fn numbers_stand_to_the_right_and_long_names_are_cut() {
        let mut table = Table::new([words("channel"), numbers("spend")]);
        table
            .row(["search", "416,000"])
            .row(["a very long name of a channel", "1"])
            .rule()
            .row(["Σ", "416,001"]);
        let expected = "\
channel        spend
────────────────────
search       416,000
a very lon…        1
────────────────────
Σ            416,001
";
        assert_eq!(unstyled(&table, 20), expected);
    }

    #[test]
    fn wide_characters_take_two_columns_and_control_characters_become_spaces() {
        assert_eq!(cut("数据数据", 6), "数据…");
        let mut table = Table::new([words(""), numbers("")]);
        table.row(["搜索", "1"]).row(["\u{1b}[31mred", "22"]);
        assert_eq!(unstyled(&table, 80), "搜索       1\n [31mred  22\n");
    }
}
