//! Floor 5: the optimize–score–analyze loop and its journal.

mod journal;

pub use journal::{Cycle, Journal, Standing};
