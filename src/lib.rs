//! `osa`: plan a marketing budget. A RACE funnel forecast from one file, its weakest stage, and the reallocation that earns more.

pub mod analyze;
pub mod chart;
pub mod format;
pub mod kaizen;
pub mod math;
pub mod model;
pub mod optimize;
pub mod report;
pub mod scenario;
pub mod score;
pub mod simulate;
