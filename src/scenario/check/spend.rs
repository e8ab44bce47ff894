//! A channel's spend: one number, a list, or a column of a CSV file.

use crate::scenario::choice::Spend;
use crate::scenario::diagnostic::{Diagnostic, Problems};
use crate::scenario::domain::Within;
use crate::scenario::file::CsvTable;
use crate::scenario::node::Field;
use crate::scenario::value::Series;

use super::Check;
use super::column::{COLUMN, CsvFile};

impl Check<'_, '_> {
    /// `T` amounts.
    pub(super) fn spend(&mut self, field: &Field<Spend>) -> Option<Vec<f64>> {
        let periods = self.periods?;
        match field.get()? {
            Spend::Series(series) => self.series(field, series, periods),
            Spend::Csv(table) => self.csv(table, periods),
        }
    }

    /// `T` numbers from one or from a list.
    pub(super) fn series<T, D: Within>(&mut self, field: &Field<T>, series: &Series<D>, periods: usize) -> Option<Vec<f64>> {
        match series {
            Series::Every(number) => Some(vec![number.value; periods]),
            Series::Each(numbers) => self
                .length(field, numbers.values.len(), periods, "period")
                .then(|| numbers.values.clone()),
        }
    }

    fn csv(&mut self, table: &CsvTable, periods: usize) -> Option<Vec<f64>> {
        let (csv, column) = (table.csv.get()?, table.column.get()?);
        let problems = match self.csv_file(csv, periods).and_then(|file| file.column(column, periods)) {
            Ok(amounts) => return Some(amounts),
            Err(problems) => problems,
        };
        for diagnostic in problems.diagnostics {
            let (key, span) = if diagnostic.key == COLUMN {
                (&table.column.key, &table.column.span)
            } else {
                (&table.csv.key, &table.csv.span)
            };
            let in_csv = diagnostic.location.is_some();
            let diagnostic = Diagnostic {
                key: key.clone(),
                ..diagnostic
            };
            if in_csv {
                self.report.push(diagnostic);
            } else {
                self.report.add(diagnostic, span.clone());
            }
        }
        None
    }

    /// The file, which the channel before may have read.
    fn csv_file(&mut self, csv: &str, periods: usize) -> Result<&CsvFile, Problems> {
        let path = self.base.join(csv);
        let file = match self.csv.take() {
            Some(file) if file.path == path => file,
            _ => CsvFile::open(&path, periods)?,
        };
        Ok(self.csv.insert(file))
    }
}
