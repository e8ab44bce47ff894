//! Floor 8: finished results as text tables for a terminal of 80 columns, and as JSON. It computes no numbers of its own.

pub mod json;
pub mod text;
