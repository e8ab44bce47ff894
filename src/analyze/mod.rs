//! Floor 4: the weakest stage, what each channel returns, where the model's today differs from the planner's.

mod analysis;
mod comparison;

pub use analysis::{
    Analysis, Basis, CapacityFinding, ChannelFinding, Contribution, Lever, LeverKind, ReconciliationLine, ResponseCurve, StageFinding,
};
pub use comparison::{Compared, ComparedPlan, Comparison, Line, compare, figure};
