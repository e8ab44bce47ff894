//! Collects what is wrong while a scenario is read, and finds its place.

use std::ops::Range;

use super::diagnostic::{Diagnostic, Problems};
use super::source::Source;

/// So many problems are kept; the rest is counted.
pub(super) const KEPT: usize = 200;

/// The problems found so far in one source.
#[derive(Debug)]
pub(super) struct Findings<'a> {
    pub source: &'a Source,
    diagnostics: Vec<Diagnostic>,
    left_out: usize,
    /// Keys may be hidden by syntax errors: then a missing key is no news.
    hidden: bool,
}

impl<'a> Findings<'a> {
    pub fn new(source: &'a Source) -> Self {
        Self {
            source,
            diagnostics: Vec::new(),
            left_out: 0,
            hidden: false,
        }
    }

    /// Adds a problem with some bytes of the source.
    pub fn add(&mut self, diagnostic: Diagnostic, span: Range<usize>) {
        if self.diagnostics.len() < KEPT {
            let location = self.source.location(span);
            self.push(diagnostic.at(Some(location)));
        } else {
            self.left_out += 1;
        }
    }

    /// Adds a problem that has its place, or has none.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if self.diagnostics.len() < KEPT {
            self.diagnostics.push(diagnostic);
        } else {
            self.left_out += 1;
        }
    }

    /// Says that a required key is not there.
    pub fn missing(&mut self, key: &str, span: Range<usize>, expected: &str) {
        if self.hidden {
            return;
        }
        let name = key.rsplit('.').next().unwrap_or(key);
        let hint = if key.contains('.') {
            format!("add `{name} = …`")
        } else {
            format!("add `[{key}]`")
        };
        self.add(
            Diagnostic::error(key, format!("`{key}` is missing")).allowed(expected).hint(hint),
            span,
        );
    }

    /// From here on a key that is not there may have been lost in a broken line.
    pub fn after_syntax(&mut self) {
        self.hidden = !self.is_empty();
    }

    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether the scenario is unusable.
    pub fn has_errors(&self) -> bool {
        self.left_out > 0 || self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// Whether a mistake with a key inside a table is known: what the table seems to lack may be what that key means.
    pub fn has_errors_in(&self, table: &str) -> bool {
        let inside = |key: &str| key.strip_prefix(table).is_some_and(|rest| rest.starts_with('.'));
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.is_error() && inside(&diagnostic.key))
    }

    /// Everything found, in the order of the file.
    pub fn finish(mut self) -> Problems {
        self.diagnostics
            .sort_by_key(|diagnostic| diagnostic.location.as_ref().map(|place| (place.line, place.column)));
        Problems {
            diagnostics: self.diagnostics,
            left_out: self.left_out,
        }
    }
}
