//! Floor 8: finished results as text tables for a terminal of 80 columns, as JSON, and as a workbook. It computes no numbers of its own.

pub mod json;
pub mod text;
mod workbook;

pub use workbook::{Assumption, CannotWrite, Origin, WorkbookInput, workbook};
