//! The client's report is true and safe: its numbers are those of every other output, its sentences say what the results say, and no text
//! of a scenario turns into markup or a formula.

mod cli;
#[path = "../common/mod.rs"]
mod common;
mod hostile;
mod made;
mod plans;
mod read;
mod sentences;
mod totals;
