//! Floor 8: text tables and JSON from finished results.
