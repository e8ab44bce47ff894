//! The report on paper: A4 pages with vector charts, text that can be selected, and the structure that a screen reader needs.
//!
//! The document becomes `Piece`s first (`flow` and the files beside it): lines, cards, rows and pictures of known
//! height. `pages` puts them onto pages, `draw` writes the pages with krilla. Nothing needs to be installed: the font is part of the
//! program. The same document gives the same bytes.

mod draw;
mod facts;
mod figure;
mod flow;
mod fonts;
mod lines;
mod pages;
mod piece;
mod structure;
mod style;
mod table;
mod table_columns;
#[cfg(test)]
mod tests;

use crate::chart::Kind;
use crate::report::document::Document;

/// Why a report could not be written as PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The chart of this kind.
    #[error("the chart “{kind}” is no SVG that can be drawn: {why}", kind = .0.name(), why = .1)]
    Figure(Kind, String),
    #[error("the logo cannot be drawn: {0}")]
    Logo(String),
    #[error("the font that comes with the program cannot be read")]
    Font,
    #[error("the PDF cannot be written: {0}")]
    Writing(String),
}

/// Writes the report as PDF: A4, portrait, tagged, with bookmarks for its sections.
///
/// Text is cleaned of control characters and marks of direction. A letter that the font lacks shows as its box. A table with more
/// columns than a page holds comes in several parts, its first column in each.
///
/// # Errors
/// [`PdfError::Figure`] and [`PdfError::Logo`] where a picture is none; [`PdfError::Font`] and [`PdfError::Writing`] are not known to
/// occur.
pub fn pdf(document: &Document) -> Result<Vec<u8>, PdfError> {
    draw::written(document, draw::Proof::Trusted)
}
