//! Floor 7: one file a chart; one theme. Charts get finished results and compute no numbers of their own.
