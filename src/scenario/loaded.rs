//! Reading a scenario: from a file or from text to a checked scenario, or to every problem at once.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::check::{self, Past};
use super::diagnostic::{Diagnostic, Location, Problems};
use super::file::ScenarioTable;
use super::findings::{Findings, KEPT};
use super::locate::Locator;
use super::node::{FromToml, Node};
use super::overrides::{self, Override};
use super::source::Source;
use super::warn;
use super::{Scenario, sources, syntax};

/// A checked scenario with the text it was read from.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub scenario: Scenario,
    /// The file's text, changed by `--set` where there was any.
    pub source_text: String,
    /// The file as the user named it; `<stdin>`.
    pub origin: String,
    /// What is legal and odd; upper floors add what only a run can tell.
    pub warnings: Vec<Diagnostic>,
    /// The file's text as it was read, which is what messages show.
    written: Source,
    overrides: Vec<Override>,
    /// The folder that the file's paths start from.
    base: PathBuf,
}

impl Scenario {
    /// Reads a file; `-` is standard input.
    ///
    /// # Errors
    /// Every problem of the file, or the one reason why it cannot be read.
    pub fn from_path(path: &Path) -> Result<Loaded, Problems> {
        Self::from_path_with(path, &[] as &[&str])
    }

    /// Reads a file and changes it by `--set` arguments, `KEY=VALUE`, before it is checked.
    ///
    /// # Errors
    /// Every problem of the file and of the arguments.
    pub fn from_path_with(path: &Path, set: &[impl AsRef<str>]) -> Result<Loaded, Problems> {
        let base = path.parent().unwrap_or(Path::new(""));
        load(Source::open(path)?, base, set)
    }

    /// Reads a text. `origin` is its name in messages, `base` the folder that its paths start from.
    ///
    /// # Errors
    /// Every problem of the text.
    pub fn from_text(text: &str, origin: &str, base: &Path) -> Result<Loaded, Problems> {
        Self::from_text_with(text, origin, base, &[] as &[&str])
    }

    /// Reads a text and changes it by `--set` arguments, `KEY=VALUE`, before it is checked.
    ///
    /// # Errors
    /// Every problem of the text and of the arguments.
    pub fn from_text_with(text: &str, origin: &str, base: &Path, set: &[impl AsRef<str>]) -> Result<Loaded, Problems> {
        load(Source::new(origin, text), base, set)
    }
}

impl Loaded {
    /// Where a key is written, such as `plan.today.customers`, `channel.search.spend`, `action."Shorter checkout".lift`: in the file or
    /// in a `--set` argument; where it is not written, the nearest table around it that is.
    #[must_use]
    pub fn locate(&self, key: &str) -> Option<Location> {
        locate(&Locator::new(&self.written), &self.overrides, key)
    }

    pub(super) fn overrides(&self) -> &[Override] {
        &self.overrides
    }

    /// The folder that the file's paths start from.
    pub(super) fn base(&self) -> &Path {
        &self.base
    }
}

fn load(written: Source, base: &Path, set: &[impl AsRef<str>]) -> Result<Loaded, Problems> {
    written.check()?;
    let overrides: Vec<Override> = set.iter().map(|argument| Override::new(argument.as_ref())).collect();
    if overrides.is_empty() {
        let scenario = check_all(&written, base, Vec::new())?;
        return Ok(finish(scenario, written.text.clone(), written, overrides, base));
    }
    let (text, problems) = overrides::apply(&written.text, base, &overrides);
    let changed = Source::new(written.name.clone(), text);
    match check_all(&changed, base, problems) {
        Ok(scenario) => Ok(finish(scenario, changed.text, written, overrides, base)),
        Err(mut problems) => {
            let locator = Locator::new(&written);
            for diagnostic in &mut problems.diagnostics {
                relocate(diagnostic, &locator, &overrides);
            }
            Err(problems)
        }
    }
}

/// Reads and checks a text, `problems` are known of already.
fn check_all(source: &Source, base: &Path, problems: Vec<Diagnostic>) -> Result<Scenario, Problems> {
    let mut report = Findings::new(source);
    let scenario = read(&mut report, |file, report| check::scenario(file, base, report))?;
    for problem in problems {
        report.push(problem);
    }
    match scenario.flatten() {
        Some(scenario) if !report.has_errors() => Ok(scenario),
        _ => Err(report.finish()),
    }
}

fn finish(scenario: Scenario, source_text: String, written: Source, overrides: Vec<Override>, base: &Path) -> Loaded {
    let mut warnings = warn::warnings(&scenario);
    warnings.extend(sources::unknown(&source_text));
    warnings.truncate(KEPT);
    let locator = Locator::new(&written);
    for warning in &mut warnings {
        warning.location = locate(&locator, &overrides, &warning.key);
    }
    Loaded {
        scenario,
        source_text,
        origin: written.name.clone(),
        warnings,
        written,
        overrides,
        base: base.to_path_buf(),
    }
}

/// The past of each channel as a text has it; nothing where it cannot be read.
pub(super) fn pasts(text: &str, base: &Path) -> Vec<(String, Option<Past>)> {
    let source = Source::new("", text);
    let mut report = Findings::new(&source);
    let pasts = read(&mut report, |file, report| check::pasts(file, base, report));
    pasts.ok().flatten().unwrap_or_default()
}

/// Reads the tables of a text and hands them on; `None` where there is nothing to hand on.
fn read<T>(report: &mut Findings<'_>, then: impl FnOnce(&ScenarioTable, &mut Findings<'_>) -> T) -> Result<Option<T>, Problems> {
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

fn locate(locator: &Locator<'_>, overrides: &[Override], key: &str) -> Option<Location> {
    let set = overrides.iter().rev().find(|change| change.covers(key));
    set.map(Override::location).or_else(|| locator.find(key))
}

/// Moves a problem from the changed text to where the user wrote it: the argument, or the line of the file.
fn relocate(diagnostic: &mut Diagnostic, locator: &Locator<'_>, overrides: &[Override]) {
    let Some(location) = &diagnostic.location else { return };
    if location.file != locator.source.name {
        return;
    }
    let key = &diagnostic.key;
    let argument = |set: Option<&Override>| set.map(Override::location);
    let moved = argument(overrides.iter().rev().find(|change| change.covers(key)))
        .or_else(|| locator.source.same_line(location))
        .or_else(|| argument(overrides.iter().rev().find(|change| change.is_inside(key))))
        .or_else(|| locator.find(key));
    diagnostic.location = moved.or_else(|| diagnostic.location.take());
}
