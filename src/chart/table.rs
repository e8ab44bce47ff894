//! The plotted numbers as CSV.

use super::ChartError;
use super::text::clean;

/// Columns and rows; numbers in full precision, what does not exist is an empty cell.
#[derive(Debug, Clone)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

/// One cell.
pub(super) enum Cell<'a> {
    Text(&'a str),
    Number(Option<f64>),
    Index(usize),
}

impl From<f64> for Cell<'_> {
    fn from(x: f64) -> Self {
        Cell::Number(Some(x))
    }
}

impl From<Option<f64>> for Cell<'_> {
    fn from(x: Option<f64>) -> Self {
        Cell::Number(x)
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Cell::Text(text)
    }
}

impl From<usize> for Cell<'_> {
    fn from(i: usize) -> Self {
        Cell::Index(i)
    }
}

impl Table {
    /// A table with these column names.
    pub(super) fn new(columns: &[impl AsRef<str>]) -> Self {
        Self {
            rows: vec![columns.iter().map(|column| harmless(column.as_ref())).collect()],
        }
    }

    /// Adds a row.
    pub(super) fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) {
        let cell = |cell: Cell| match cell {
            Cell::Text(text) => harmless(text),
            Cell::Number(Some(x)) if x.is_finite() => x.to_string(),
            Cell::Number(_) => String::new(),
            Cell::Index(i) => i.to_string(),
        };
        self.rows.push(cells.into_iter().map(cell).collect());
    }

    /// The table as text.
    pub(super) fn csv(&self) -> Result<String, ChartError> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in &self.rows {
            writer.write_record(row).map_err(|error| ChartError::Csv(error.to_string()))?;
        }
        let bytes = writer.into_inner().map_err(|error| ChartError::Csv(error.to_string()))?;
        String::from_utf8(bytes).map_err(|error| ChartError::Csv(error.to_string()))
    }
}

/// A name that a spreadsheet takes for text: an apostrophe before what it would read as a formula.
fn harmless(text: &str) -> String {
    let text = clean(text);
    // the wide forms of East Asia are read as the narrow ones
    if text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_no_formulas() {
        let mut table = Table::new(&["channel", "spend", "left"]);
        table.row(["=HYPERLINK(\"x\")".into(), (-1.5).into(), None.into()]);
        table.row(["\t@sum".into(), f64::NAN.into(), 2_usize.into()]);
        assert_eq!(
            table.csv().expect("writes"),
            "channel,spend,left\n\"'=HYPERLINK(\"\"x\"\")\",-1.5,\n'@sum,,2\n"
        );
    }
}
