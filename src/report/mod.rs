//! Floor 8: finished results as text tables for a terminal of 80 columns, as JSON, and as the report that a client gets. It computes no
//! numbers of its own.
//!
//! The client's report is a [`Document`](document::Document) first, in one language; the page, the paper and the wiki text are written
//! from it. The workbook holds the same numbers with formulas between them.

pub mod document;
mod html;
pub mod json;
#[cfg(test)]
mod lab_fixture;
mod lab_terms;
mod lesson;
mod markdown;
#[cfg(feature = "pdf")]
pub mod pdf;
mod sections;
pub mod text;
mod workbook;

pub use html::html;
pub use lesson::{LessonInput, LessonPicture, lesson};
pub use markdown::markdown;
pub use sections::{ReportInput, document};
pub use workbook::{CannotWrite, of_report as workbook};
