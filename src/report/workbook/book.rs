//! The workbook while it is made: pages of cells whose numbers are remembered for the formulas that refer to them.

use std::collections::BTreeMap;

use rust_xlsxwriter::{ExcelDateTime, Formula, Worksheet, XlsxError};

use super::formula::{Cell, Expr, Lookup};
use super::style::{Kind, Role, Styles};
use crate::chart::text::clean;
use crate::format::ABSENT;

/// Longest text of a cell [characters]; a spreadsheet would take 32 767, and nobody reads them.
const LONGEST: usize = 1_000;
/// Widest and narrowest column [characters].
const WIDEST: f64 = 46.0;
const NARROWEST: f64 = 7.0;
/// Room beside the text of a cell [characters].
const ROOM: f64 = 2.0;
/// Height of a line [points], and most lines of a heading.
const LINE: f64 = 15.0;
const MOST_LINES: usize = 5;
/// Lines that a column leaves its heading, about.
const HEAD_LINES: usize = 3;
/// Bold letters that stand where so many plain ones do, as a share.
const BOLD: f64 = 0.85;
/// Size of A4, as spreadsheets number papers.
const A4: u8 = 9;

/// A page and what its cells hold.
pub(super) struct Page {
    pub name: String,
    pub sheet: Worksheet,
    /// Numbers by row and column; NaN where there is none.
    numbers: Vec<Vec<f64>>,
    /// Characters that each column has to show.
    widths: Vec<f64>,
    /// Headings that may take several lines: their row, column and text.
    heads: Vec<(u32, u16, String)>,
}

/// All pages, in the order of their tabs.
pub(super) struct Book {
    pub pages: Vec<Page>,
    pub styles: Styles,
}

impl Lookup for Book {
    fn name(&self, page: usize) -> &str {
        &self.pages[page].name
    }

    fn number(&self, page: usize, row: u32, column: u16) -> f64 {
        let row = self.pages[page].numbers.get(row as usize);
        row.and_then(|row| row.get(usize::from(column))).copied().unwrap_or(f64::NAN)
    }
}

/// A text as a cell may hold it: on one line, without characters that steer, no longer than can be read.
pub(super) fn held(text: &str) -> String {
    let mut text = clean(text);
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// Lines that a text takes where so many characters stand in each, broken between words.
fn lines_of(text: &str, room: usize) -> usize {
    let (mut lines, mut taken) = (1, 0);
    for word in text.split(' ') {
        let length = word.chars().count();
        if taken > 0 && taken + 1 + length > room {
            lines += 1;
            taken = length;
        } else {
            taken += length + usize::from(taken > 0);
        }
        // a word wider than the column goes on in the next line
        while taken > room.max(1) {
            lines += 1;
            taken -= room.max(1);
        }
    }
    lines.min(MOST_LINES)
}

impl Book {
    pub(super) const fn new(styles: Styles) -> Self {
        Self { pages: Vec::new(), styles }
    }

    /// A further page, set up for print: across A4, as wide as the paper.
    pub(super) fn page(&mut self, name: String) -> Result<usize, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(&name)?;
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
        sheet.set_screen_gridlines(false);
        self.pages.push(Page {
            name,
            sheet,
            numbers: Vec::new(),
            widths: Vec::new(),
            heads: Vec::new(),
        });
        Ok(self.pages.len() - 1)
    }

    /// The sheet of a page.
    pub(super) fn sheet(&mut self, page: usize) -> &mut Worksheet {
        &mut self.pages[page].sheet
    }

    /// Title and note in the first two rows.
    pub(super) fn open(&mut self, page: usize, title: &str, note: &str) -> Result<(), XlsxError> {
        self.text(Cell::new(page, 0, 0), title, Role::Title)?;
        self.text(Cell::new(page, 1, 0), note, Role::Note)
    }

    /// Writes a text; an empty one is left out. It is a text whatever it begins with.
    pub(super) fn text(&mut self, cell: Cell, text: &str, role: Role) -> Result<(), XlsxError> {
        let text = held(text);
        let role = match role {
            // a text beside a number keeps its distance
            Role::Body if cell.column > 0 => Role::Indented,
            Role::Head if cell.column == 0 => Role::FirstHead,
            role => role,
        };
        let format = self.styles.text(role);
        let page = &mut self.pages[cell.page];
        if text.is_empty() {
            page.sheet.write_blank(cell.row, cell.column, format)?;
            return Ok(());
        }
        page.sheet.write_string_with_format(cell.row, cell.column, &text, format)?;
        let width = match role {
            // these run over the cells beside them
            Role::Title | Role::Note | Role::Group | Role::Beside => 0.0,
            // a heading may break between words, into a few lines
            Role::Head | Role::FirstHead => {
                let word = text.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
                word.max(text.chars().count() / HEAD_LINES) as f64
            }
            _ => text.chars().count() as f64,
        };
        page.widen(cell.column, width);
        if matches!(role, Role::Head | Role::FirstHead) {
            page.heads.push((cell.row, cell.column, text));
        }
        Ok(())
    }

    /// Writes a number; what is missing or not finite becomes a dash.
    pub(super) fn number(&mut self, cell: Cell, number: impl Into<Option<f64>>, kind: Kind, role: Role) -> Result<(), XlsxError> {
        let Some(number) = number.into().filter(|number| number.is_finite()) else {
            return self.absent(cell, role);
        };
        let width = kind.width(number, &self.styles.currency);
        let format = self.styles.number(kind, role, number);
        let page = &mut self.pages[cell.page];
        page.sheet.write_number_with_format(cell.row, cell.column, number, format)?;
        page.keep(cell, number);
        page.widen(cell.column, width);
        Ok(())
    }

    /// Writes a formula with what it comes to; where that is no number, a dash in its place.
    pub(super) fn formula(&mut self, cell: Cell, expr: &Expr, kind: Kind, role: Role) -> Result<(), XlsxError> {
        let value = expr.value(self);
        if !value.is_finite() {
            return self.absent(cell, role);
        }
        let formula = Formula::new(format!("={}", expr.text(cell.page, self))).set_result(value.to_string());
        let width = kind.width(value, &self.styles.currency);
        let format = self.styles.number(kind, role, value);
        let page = &mut self.pages[cell.page];
        page.sheet.write_formula_with_format(cell.row, cell.column, formula, format)?;
        page.keep(cell, value);
        page.widen(cell.column, width);
        Ok(())
    }

    /// Writes a day, `YYYY-MM-DD`, as a date; as text where it lies before the calendar of spreadsheets, 1900-01-01.
    pub(super) fn date(&mut self, cell: Cell, day: &str, role: Role) -> Result<(), XlsxError> {
        match ExcelDateTime::parse_from_str(day) {
            Ok(date) => self.number(cell, date.to_excel(), Kind::Date, role),
            Err(_) => self.text(cell, day, role),
        }
    }

    fn absent(&mut self, cell: Cell, role: Role) -> Result<(), XlsxError> {
        let format = self.styles.text(role).clone().set_align(rust_xlsxwriter::FormatAlign::Right);
        let page = &mut self.pages[cell.page];
        page.sheet.write_string_with_format(cell.row, cell.column, ABSENT, &format)?;
        Ok(())
    }

    /// Headings in a row, from a column on.
    pub(super) fn heads<'a>(
        &mut self,
        page: usize,
        row: u32,
        column: u16,
        heads: impl IntoIterator<Item = &'a String>,
    ) -> Result<(), XlsxError> {
        for (head, column) in heads.into_iter().zip(column..) {
            self.text(Cell::new(page, row, column), head, Role::Head)?;
        }
        Ok(())
    }

    /// Keeps rows above `row` and columns before `column` in sight, and repeats the rows from `first` on, and the columns, on every sheet
    /// of paper.
    pub(super) fn freeze(&mut self, page: usize, first: u32, row: u32, column: u16) -> Result<(), XlsxError> {
        let sheet = self.sheet(page);
        sheet.set_freeze_panes(row, column)?;
        sheet.set_repeat_rows(first, row - 1)?;
        if column > 0 {
            sheet.set_repeat_columns(0, column - 1)?;
        }
        Ok(())
    }

    /// Makes a column at least so wide [characters], and no wider where that is asked for.
    pub(super) fn width(&mut self, page: usize, column: u16, width: f64) {
        self.pages[page].widen(column, width);
    }

    /// Makes every column as wide as what it shows, and every row of headings as high.
    pub(super) fn fit(&mut self) -> Result<(), XlsxError> {
        for page in &mut self.pages {
            let width = |width: f64| (width + ROOM).clamp(NARROWEST, WIDEST);
            for (&shown, column) in page.widths.iter().zip(0..) {
                page.sheet.set_column_width(column, width(shown))?;
            }
            let mut heights: BTreeMap<u32, usize> = BTreeMap::new();
            for (row, column, text) in &page.heads {
                let room = page.widths.get(usize::from(*column)).copied().unwrap_or(0.0);
                let lines = heights.entry(*row).or_default();
                // bold letters are wider, and so is the room beside them
                *lines = lines_of(text, (width(room) * BOLD).floor() as usize).max(*lines);
            }
            for (row, lines) in heights {
                page.sheet.set_row_height(row, LINE * lines as f64)?;
            }
        }
        Ok(())
    }
}

impl Page {
    fn keep(&mut self, cell: Cell, number: f64) {
        let (row, column) = (cell.row as usize, usize::from(cell.column));
        if self.numbers.len() <= row {
            self.numbers.resize(row + 1, Vec::new());
        }
        let row = &mut self.numbers[row];
        if row.len() <= column {
            row.resize(column + 1, f64::NAN);
        }
        row[column] = number;
    }

    fn widen(&mut self, column: u16, width: f64) {
        let column = usize::from(column);
        if self.widths.len() <= column {
            self.widths.resize(column + 1, 0.0);
        }
        self.widths[column] = self.widths[column].max(width);
    }
}
