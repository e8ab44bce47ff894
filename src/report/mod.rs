//! Floor 8: finished results as text tables for a terminal of 80 columns, as JSON, and as the report that a client gets. It computes no
//! numbers of its own.
//!
//! The client's report is a [`Document`](document::Document) first, in one language; the page, the paper and the wiki text are written
//! from it.

pub mod document;
pub mod json;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod text;
