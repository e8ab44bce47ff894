//! Floor 6: the loop in a noisy world: strategies that play the same hidden worlds, and what they find out there.

mod experiment;
mod findings;
mod strategy;

pub use experiment::{
    Because, ChannelMeasured, ControlChart, CourseShown, Coverage, CycleShown, Experiment, Hidden, Illusions, Interval, Measured, Span,
    StrategyOutcome, Watched, WorldShown,
};
pub use findings::{Duel, Findings, Kept, Leader};
pub use strategy::Strategy;
