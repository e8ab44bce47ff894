//! Floor 4: the weakest stage, what each channel returns, where the model's today differs from the planner's.

mod analysis;

pub use analysis::{
    Analysis, Basis, CapacityFinding, ChannelFinding, Contribution, Lever, LeverKind, ReconciliationLine, ResponseCurve, StageFinding,
};
