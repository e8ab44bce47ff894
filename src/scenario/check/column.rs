//! A CSV file with a column of amounts for each channel, and a line for each period.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use crate::scenario::choice::did_you_mean;
use crate::scenario::diagnostic::{Diagnostic, Location, Problems};
use crate::scenario::domain::LARGEST;
use crate::scenario::node::shortened;
use crate::scenario::source::reason;

/// A plan of the largest size, 10⁷ amounts, fits [bytes].
const MAX_BYTES: u64 = 128 << 20;
/// So many wrong amounts of a column are shown.
const SHOWN: usize = 10;

/// The first columns of a plan as it is written.
pub(in crate::scenario) const PLAN_HEAD: [&str; 2] = ["period", "date"];

/// A channel's name as the head of a column: with an apostrophe before what a spreadsheet would read as a formula.
pub(in crate::scenario) fn as_head(name: &str) -> String {
    if name.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        format!("'{name}")
    } else {
        name.to_owned()
    }
}

/// Marks a problem that is shown at the key `column` of the scenario; any other is shown at `csv`, or at a line of the file.
pub(super) const COLUMN: &str = "column";

/// A file, read once for all the channels that name it.
#[derive(Debug)]
pub(super) struct CsvFile {
    pub path: PathBuf,
    name: String,
    /// The first line.
    names: Vec<String>,
    /// The others.
    records: Vec<csv::ByteRecord>,
}

impl CsvFile {
    /// Reads the first line and up to one line more than there are periods.
    pub fn open(path: &Path, periods: usize) -> Result<Self, Problems> {
        let name = path.display().to_string();
        let refuse = |why: String| {
            let diagnostic = Diagnostic::error("", format!("cannot read `{name}`: {why}"));
            Problems::from(diagnostic.hint("the path is relative to the scenario"))
        };
        let file = File::open(path).map_err(|error| refuse(reason(&error)))?;
        let metadata = file.metadata().map_err(|error| refuse(reason(&error)))?;
        if metadata.is_dir() {
            return Err(refuse("it is a directory".to_owned()));
        }
        if metadata.len() > MAX_BYTES {
            return Err(refuse(format!("it is larger than {} MiB", MAX_BYTES >> 20)));
        }
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .flexible(true)
            .from_reader(BufReader::new(file.take(MAX_BYTES)));
        let broken = |error: csv::Error| refuse(error.to_string());
        let header = reader.byte_headers().map_err(broken)?;
        let names = header
            .iter()
            .map(|cell| text(cell).trim_start_matches('\u{feff}').to_owned())
            .collect();
        let records = reader.byte_records().take(periods + 1).collect::<Result<_, _>>().map_err(broken)?;
        Ok(Self {
            path: path.to_path_buf(),
            name: name.clone(),
            names,
            records,
        })
    }

    /// The amounts of one column, one for each period.
    pub fn column(&self, column: &str, periods: usize) -> Result<Vec<f64>, Problems> {
        let name = &self.name;
        // A plan that osa wrote has two columns before the channels, and a channel may have the name of one of these.
        let before = if self.names.starts_with(&PLAN_HEAD.map(str::to_owned)) {
            PLAN_HEAD.len()
        } else {
            0
        };
        let head = as_head(column);
        let named = |from: usize| (from..self.names.len()).filter(|&at| self.names[at] == column || self.names[at] == head);
        let Some(index) = named(before).next().or_else(|| named(0).next()) else {
            return Err(self.no_column(column).into());
        };
        if let Some(again) = named(before).nth(1) {
            let diagnostic = Diagnostic::error(COLUMN, format!("`{name}` has the column {:?} more than once", shortened(column)))
                .found(format!("it as column {} and as column {}", index + 1, again + 1))
                .allowed("one column of that name")
                .hint("rename one of them in its first line");
            return Err(diagnostic.into());
        }
        if self.records.len() != periods {
            let found = match self.records.len() {
                more if more > periods => "more".to_owned(),
                fewer => fewer.to_string(),
            };
            let diagnostic = Diagnostic::error("", format!("`{name}` has the wrong number of lines"))
                .found(found)
                .allowed(format!("{periods} below the first, one for each period"));
            return Err(diagnostic.into());
        }
        let mut problems = Problems::default();
        let mut amounts = Vec::with_capacity(periods);
        for record in &self.records {
            let cell = text(record.get(index).unwrap_or_default());
            match cell.replace('_', "").parse::<f64>() {
                // -0 is 0.
                Ok(amount) if (0.0..=LARGEST).contains(&amount) => amounts.push(amount + 0.0),
                _ if problems.diagnostics.len() < SHOWN => problems.diagnostics.push(self.wrong(record, column, &cell)),
                _ => problems.left_out += 1,
            }
        }
        if problems.diagnostics.is_empty() {
            Ok(amounts)
        } else {
            Err(problems)
        }
    }

    /// Why a column is not there: perhaps the file is not what it should be.
    fn no_column(&self, column: &str) -> Diagnostic {
        let name = &self.name;
        let head = self.names.join(", ");
        if head.is_empty() {
            return Diagnostic::error("", format!("`{name}` is empty"))
                .allowed("a first line with the names of columns, then a line for each period")
                .hint("`osa optimize -o plan.csv` writes such a file");
        }
        if head.contains(['\0', char::REPLACEMENT_CHARACTER]) {
            return Diagnostic::error("", format!("`{name}` is not a text file"))
                .allowed("CSV in UTF-8")
                .hint("save it as \"CSV UTF-8\", or name another file");
        }
        let diagnostic =
            Diagnostic::error(COLUMN, format!("`{name}` has no column {:?}", shortened(column))).allowed(shortened(&one_line(&head)));
        if let [only] = self.names.as_slice()
            && let Some(sign) = only.chars().find(|sign| [';', '\t', '|'].contains(sign))
        {
            return diagnostic.hint(format!(
                "its columns are set apart by {sign:?}: save it with commas, and with points in decimals"
            ));
        }
        let diagnostic = diagnostic.hint("name a column of its first line");
        did_you_mean(diagnostic, column, self.names.iter().map(String::as_str))
    }

    fn wrong(&self, record: &csv::ByteRecord, column: &str, cell: &str) -> Diagnostic {
        let excerpt = shortened(&one_line(&record.iter().map(text).collect::<Vec<_>>().join(",")));
        let mark = excerpt
            .find(&one_line(cell))
            .map_or(0..excerpt.len(), |start| start..start + cell.len());
        let location = Location {
            file: self.name.clone(),
            line: record.position().map_or(0, csv::Position::line) as usize,
            column: excerpt[..mark.start].chars().count() + 1,
            span: 0..0,
            mark,
            excerpt,
        };
        let hint = if cell.is_empty() {
            "write 0 where nothing is spent"
        } else {
            "write the bare number, such as 1234.5"
        };
        Diagnostic::error("", format!("column {:?} holds something else than an amount", shortened(column)))
            .found(format!("{:?}", shortened(cell)))
            .allowed("a number, 0 or more")
            .hint(hint)
            .at(Some(location))
    }
}

/// Text that was read as one cell, on one line: a quote that is never closed takes all lines that follow into its cell.
fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

fn text(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).into_owned()
}
