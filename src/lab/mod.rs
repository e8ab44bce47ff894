//! Floor 6: the loop in a noisy world: strategies that play the same hidden worlds, and what they find out there.
//!
//! A *world* is a truth that nobody sees: a draw of the scenario's ranges, what life adds to it (`[lab]`), and the luck of its people. A *strategy* moves
//! the plan before each cycle, by what its *view* holds: the scenario as it is believed, what was measured, beliefs that follow measurement. A *course* is
//! its way through one world, one continuous run of the one model. An *experiment* is every strategy in every world.

mod beliefs;
mod charts;
mod course;
mod desk;
mod diary;
mod experiment;
mod findings;
mod illusions;
mod luck;
mod play;
mod run;
mod setting;
mod shared;
mod shown;
mod strategy;
mod swing;
mod view;
mod world;

pub use experiment::{
    Because, ChannelMeasured, ControlChart, CourseShown, Coverage, CycleShown, Experiment, Hidden, Illusions, Interval, Measured, Span,
    StrategyOutcome, Watched, WorldShown,
};
pub use findings::{Duel, Findings, Kept, Leader};
pub use play::{Board, BoardAction, BoardChannel, Order, Play, Refusal};
pub use run::{Design, run};
pub use setting::Hold;
pub use strategy::Strategy;
pub use swing::Swing;
