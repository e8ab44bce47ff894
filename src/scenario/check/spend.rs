//! A channel's spend: one number, a list, or a column of a CSV file.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use crate::scenario::choice::{Spend, did_you_mean};
use crate::scenario::diagnostic::{Diagnostic, Place};
use crate::scenario::domain::{LARGEST, Within};
use crate::scenario::file::CsvTable;
use crate::scenario::node::Field;
use crate::scenario::source::{MAX_BYTES, reason};
use crate::scenario::table::Here;
use crate::scenario::value::Series;

use super::Check;

impl Check<'_, '_> {
    /// `T` amounts.
    pub(super) fn spend(&mut self, field: &Field<Spend>) -> Option<Vec<f64>> {
        let periods = self.periods?;
        match field.get()? {
            Spend::Series(series) => self.series_of(field, series, periods),
            Spend::Csv(table) => self.csv(table, periods),
        }
    }

    /// `T` numbers from one or from a list.
    pub(super) fn series_of<T, D: Within>(&mut self, field: &Field<T>, series: &Series<D>, periods: usize) -> Option<Vec<f64>> {
        match series {
            Series::Every(number) => Some(vec![number.value; periods]),
            Series::Each(numbers) => self
                .length(field, numbers.values.len(), periods, "period")
                .then(|| numbers.values.clone()),
        }
    }

    fn csv(&mut self, table: &CsvTable, periods: usize) -> Option<Vec<f64>> {
        let (csv, column) = (table.csv.get()?, table.column.get()?);
        let path = self.base.join(csv);
        match read_column(&path, column, periods) {
            Ok(amounts) => Some(amounts),
            Err(Trouble::Scenario(which, diagnostic)) => {
                let here = match which {
                    Which::File => Here {
                        key: table.csv.key.clone(),
                        span: table.csv.span.clone(),
                    },
                    Which::Column => Here {
                        key: table.column.key.clone(),
                        span: table.column.span.clone(),
                    },
                };
                let diagnostic = Diagnostic {
                    key: here.key,
                    ..diagnostic
                };
                self.report.add(diagnostic, here.span);
                None
            }
            Err(Trouble::Csv(diagnostics)) => {
                for diagnostic in diagnostics {
                    self.report.push(Diagnostic {
                        key: table.here.key.clone(),
                        ..diagnostic
                    });
                }
                None
            }
        }
    }
}

/// Which key of `{ csv, column }` is to blame.
enum Which {
    File,
    Column,
}

enum Trouble {
    /// Shown at the key of the scenario.
    Scenario(Which, Diagnostic),
    /// Shown at lines of the CSV file.
    Csv(Vec<Diagnostic>),
}

fn read_column(path: &Path, column: &str, periods: usize) -> Result<Vec<f64>, Trouble> {
    let name = path.display().to_string();
    let blame = |diagnostic| Trouble::Scenario(Which::File, diagnostic);
    let unreadable =
        |why: String| blame(Diagnostic::error("", format!("cannot read `{name}`: {why}")).hint("the path is relative to the scenario"));
    let file = File::open(path).map_err(|error| unreadable(reason(&error)))?;
    let metadata = file.metadata().map_err(|error| unreadable(reason(&error)))?;
    if metadata.is_dir() {
        return Err(unreadable("it is a directory".to_owned()));
    }
    // A plan of the largest size, 10⁷ amounts, fits.
    let most = 16 * MAX_BYTES as u64;
    if metadata.len() > most {
        return Err(unreadable(format!("it is larger than {} MiB", most >> 20)));
    }
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(BufReader::new(file.take(most)));
    let headers = reader.byte_headers().map_err(|error| unreadable(error.to_string()))?.clone();
    let names: Vec<String> = headers
        .iter()
        .map(|header| String::from_utf8_lossy(header).trim_start_matches('\u{feff}').to_owned())
        .collect();
    let Some(index) = names.iter().position(|name| name == column) else {
        let diagnostic = Diagnostic::error("", format!("`{name}` has no column `{}`", shorten(column)))
            .allowed(shorten(&names.join(", ")))
            .hint("name a column of its first line");
        return Err(Trouble::Scenario(
            Which::Column,
            did_you_mean(diagnostic, column, names.iter().map(String::as_str)),
        ));
    };
    let mut amounts = Vec::new();
    let mut wrong = Vec::new();
    let mut record = csv::ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(unreadable(error.to_string())),
        }
        let line = record.position().map_or(0, csv::Position::line) as usize;
        let cell = String::from_utf8_lossy(record.get(index).unwrap_or_default()).into_owned();
        match cell.replace('_', "").parse::<f64>() {
            Ok(amount) if (0.0..=LARGEST).contains(&amount) => amounts.push(amount + 0.0),
            _ => {
                if wrong.len() < 10 {
                    wrong.push(wrong_cell(&name, line, column, &cell));
                }
                amounts.push(0.0);
            }
        }
        if amounts.len() > periods {
            break;
        }
    }
    if !wrong.is_empty() {
        return Err(Trouble::Csv(wrong));
    }
    if amounts.len() != periods {
        let found = if amounts.len() > periods {
            "more lines".to_owned()
        } else {
            format!("{} lines", amounts.len())
        };
        let diagnostic = Diagnostic::error("", format!("`{name}` has the wrong number of lines"))
            .found(found)
            .allowed(format!("{periods} below the first, one for each period"));
        return Err(blame(diagnostic));
    }
    Ok(amounts)
}

fn wrong_cell(file: &str, line: usize, column: &str, cell: &str) -> Diagnostic {
    let cell = shorten(cell);
    let place = Place {
        file: file.to_owned(),
        line,
        column: 1,
        span: 0..0,
        mark: 0..cell.len(),
        excerpt: cell.clone(),
    };
    let diagnostic = Diagnostic::error("", format!("column `{}` holds something else than an amount", shorten(column)))
        .found(format!("{cell:?}"))
        .allowed("a number, 0 or more, with a point")
        .at(Some(place));
    if cell.is_empty() {
        diagnostic.hint("write 0 where nothing is spent")
    } else {
        diagnostic
    }
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
