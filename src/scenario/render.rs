//! Diagnostics as text for a terminal, drawn by the renderer of the Rust compiler.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::diagnostic::{Diagnostic, Severity};

/// More than these say nothing new.
const SHOWN: usize = 50;

/// Whether the text is for a terminal that shows colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    Plain,
    Ansi,
}

/// Draws diagnostics one below the other, at most 50 of them; `left_out` more are known of.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], left_out: usize, colour: Colour) -> String {
    let renderer = match colour {
        Colour::Plain => Renderer::plain(),
        Colour::Ansi => Renderer::styled(),
    };
    let mut text = String::new();
    for diagnostic in diagnostics.iter().take(SHOWN) {
        text.push_str(&one(diagnostic, &renderer));
        text.push_str("\n\n");
    }
    let more = diagnostics.len().saturating_sub(SHOWN) + left_out;
    if more > 0 {
        text.push_str(&format!("and {more} more\n\n"));
    }
    text.truncate(text.trim_end().len());
    text
}

fn one(diagnostic: &Diagnostic, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let label = match (&diagnostic.found, &diagnostic.allowed) {
        (Some(found), Some(allowed)) => format!("found {found}; allowed: {allowed}"),
        (Some(found), None) => format!("found {found}"),
        (None, Some(allowed)) => format!("allowed: {allowed}"),
        (None, None) => String::new(),
    };
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()));
    if let Some(place) = &diagnostic.location {
        let annotation = AnnotationKind::Primary.span(place.mark.clone());
        let snippet = Snippet::source(place.excerpt.as_str())
            .line_start(place.line)
            .annotation(annotation.label((!label.is_empty()).then_some(label)));
        group = if place.is_cut() {
            // The renderer would count the column from where the line was cut.
            let origin = Origin::path(place.file.as_str()).line(place.line).char_column(place.column);
            group.element(origin).element(snippet)
        } else {
            group.element(snippet.path(place.file.as_str()))
        };
    } else if !label.is_empty() {
        group = group.element(Level::NOTE.message(label));
    }
    if let Some(hint) = &diagnostic.hint {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    renderer.render(&[group])
}
