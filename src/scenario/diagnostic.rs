//! What is wrong or odd with a scenario, as data: severity, place, key, what was found, what is allowed, what to write instead.

use std::fmt;
use std::ops::Range;

use serde::Serialize;

use super::render::{self, Colour};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The scenario cannot be used.
    Error,
    /// Legal and odd.
    Warning,
}

/// Where in a file it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Location {
    /// The file as the user named it; `<stdin>`; or the `--set` argument.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    /// Bytes of the file.
    pub span: Range<usize>,
    /// The line itself, cut around the mark where it is long.
    #[serde(skip)]
    pub excerpt: String,
    /// The bytes of `excerpt` that are meant.
    #[serde(skip)]
    pub mark: Range<usize>,
}

impl Location {
    /// Whether the excerpt is only a part of the line.
    pub(super) fn is_cut(&self) -> bool {
        self.excerpt.starts_with('…') || self.excerpt.ends_with('…')
    }
}

/// One mistake or oddity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    pub severity: Severity,
    /// `None` where it has no place of its own, such as a file that is not there.
    pub location: Option<Location>,
    /// The key, such as `channel.search.reach.half_spend`; empty where it is about the whole file.
    pub key: String,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What the file says.
    pub found: Option<String>,
    /// What may stand there.
    pub allowed: Option<String>,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// Something that makes the scenario unusable.
    #[must_use]
    pub fn error(key: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, key.into(), message.into())
    }

    /// Something legal and odd; its hint should say the remedy.
    #[must_use]
    pub fn warning(key: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, key.into(), message.into())
    }

    fn new(severity: Severity, key: String, message: String) -> Self {
        Self {
            severity,
            location: None,
            key,
            message,
            found: None,
            allowed: None,
            hint: None,
        }
    }

    /// Says where it is.
    #[must_use]
    pub fn at(mut self, location: Option<Location>) -> Self {
        self.location = location;
        self
    }

    /// Says what was found there.
    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = Some(found.into());
        self
    }

    /// Says what may stand there.
    #[must_use]
    pub fn allowed(mut self, allowed: impl Into<String>) -> Self {
        self.allowed = Some(allowed.into());
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Whether it makes the scenario unusable.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Diagnostic {
    /// One line: `error: what · where · found · allowed · hint`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}: {}", self.message)?;
        if let Some(location) = &self.location {
            write!(f, " · {}:{}:{}", location.file, location.line, location.column)?;
        }
        for (word, part) in [("found", &self.found), ("allowed", &self.allowed), ("hint", &self.hint)] {
            if let Some(part) = part {
                write!(f, " · {word}: {part}")?;
            }
        }
        Ok(())
    }
}

/// Everything that is wrong with a scenario: never empty when it is returned as an error.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Problems {
    /// In the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// How many more there were than are kept.
    pub left_out: usize,
}

impl Problems {
    /// All of it as text for a terminal, with the lines of the file.
    #[must_use]
    pub fn render(&self, colour: Colour) -> String {
        render::render(&self.diagnostics, self.left_out, colour)
    }
}

impl From<Diagnostic> for Problems {
    fn from(diagnostic: Diagnostic) -> Self {
        Self {
            diagnostics: vec![diagnostic],
            left_out: 0,
        }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Colour::Plain))
    }
}

impl std::error::Error for Problems {}
