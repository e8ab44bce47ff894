//! Floor 5: the optimize–score–analyze loop and its journal.
//!
//! OSA is *optimize–score–analyze* here. Each cycle finds the weakest stage, makes the best move that keeps every channel
//! within `plan.step`, scores the new plan, and keeps it if the objective rises. All gains are the model's promise: nothing
//! is measured yet.

mod cycle;
mod journal;
mod reason;
mod run;

pub use cycle::{Candidates, Move, Stride, best_move};
pub use journal::{Cycle, Journal, Standing, Stop};
pub use run::run;
