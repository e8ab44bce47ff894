//! Reading a scenario: from a file or from text to a checked scenario, or to every problem at once.

use std::path::{Path, PathBuf};

use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostic::{Diagnostic, Location, Problems};
use super::file::ScenarioTable;
use super::node::{FromToml, Node};
use super::report::Report;
use super::source::Source;
use super::{Scenario, check, syntax};

/// A checked scenario with the text it was read from.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub scenario: Scenario,
    /// The file's text, as it was read.
    pub source_text: String,
    /// The file as the user named it.
    pub origin: String,
    /// The folder that paths in the file start from.
    pub base: PathBuf,
    /// What is legal and odd.
    pub warnings: Vec<Diagnostic>,
}

impl Scenario {
    /// Reads a file; `-` is standard input.
    ///
    /// # Errors
    /// Every problem of the file, or the one reason why it cannot be read.
    pub fn from_path(path: &Path) -> Result<Loaded, Problems> {
        load(Source::open(path)?, &base_of(path))
    }

    /// Reads a text. `origin` is its name in messages, `base` the folder that its paths start from.
    ///
    /// # Errors
    /// Every problem of the text.
    pub fn from_text(text: &str, origin: &str, base: &Path) -> Result<Loaded, Problems> {
        load(Source::new(origin, text), base)
    }
}

impl Loaded {
    /// The place of a key, such as `plan.today.customers`, `channel.search.spend`, `action."Shorter checkout".lift`;
    /// where it is not written, of the nearest table that is.
    #[must_use]
    pub fn locate(&self, key: &str) -> Option<Location> {
        locate(&Source::new(self.origin.clone(), self.source_text.clone()), key)
    }
}

/// The folder of a scenario.
pub(super) fn base_of(path: &Path) -> PathBuf {
    path.parent().map(Path::to_path_buf).unwrap_or_default()
}

pub(super) fn load(source: Source, base: &Path) -> Result<Loaded, Problems> {
    let mut report = Report::new(&source);
    let scenario = read(&mut report, |file, report| check::scenario(file, base, report))?;
    match scenario.flatten() {
        Some(scenario) if !report.has_errors() => {
            let warnings = report.finish().diagnostics;
            Ok(Loaded {
                scenario,
                warnings,
                origin: source.name.clone(),
                base: base.to_path_buf(),
                source_text: source.text,
            })
        }
        _ => Err(report.finish()),
    }
}

/// Reads the tables of a text and hands them on; `None` where there is nothing to hand on.
pub(super) fn read<T>(report: &mut Report<'_>, then: impl FnOnce(&ScenarioTable, &mut Report<'_>) -> T) -> Result<Option<T>, Problems> {
    report.source.check()?;
    let text = syntax::heal(report);
    report.after_syntax();
    let root = DeTable::parse(&text).unwrap_or_else(|_| Spanned::new(0..0, DeTable::new()));
    let value = DeValue::Table(root.into_inner());
    let node = Node {
        key: String::new(),
        span: 0..0,
        value: &value,
    };
    Ok(ScenarioTable::from_toml(&node, report).map(|file| then(&file, report)))
}

/// The place of a key in a text.
pub(super) fn locate(source: &Source, key: &str) -> Option<Location> {
    let root = DeTable::parse(&source.text).ok()?;
    let mut span = None;
    let root = DeValue::Table(root.into_inner());
    let mut value = &root;
    for part in super::key::split(key)? {
        let found = match value {
            DeValue::Table(table) => table
                .iter()
                .find(|(name, _)| name.get_ref().as_ref() == part)
                .map(|(name, value)| (name.span(), value)),
            DeValue::Array(array) => array
                .iter()
                .find(|element| {
                    element
                        .get_ref()
                        .get("name")
                        .and_then(|name| name.get_ref().as_str())
                        .map(str::trim)
                        == Some(&part)
                })
                .map(|element| (element.span(), element)),
            _ => None,
        };
        let Some((name, found)) = found else { break };
        // A list of tables has no place of its own.
        span = Some(if matches!(found.get_ref(), DeValue::Table(_) | DeValue::Array(_)) {
            name
        } else {
            found.span()
        });
        value = found.get_ref();
    }
    Some(source.place(span?))
}
