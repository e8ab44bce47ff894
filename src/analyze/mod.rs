//! Floor 4: the weakest stage, what each channel returns, where the model's today differs from the planner's.
//!
//! A stage is weak where coming to its target would bring the most of the objective, not where its rate is lowest: in a
//! product of rates all elasticities are alike, and a click rate of 1 % is not weaker than a win rate of 30 %.

mod analysis;
mod by_move;
mod comparison;
mod find;
mod lever;
mod likelihood;
mod reconcile;
mod response;
mod sensitivity;
mod target;
mod today;
mod why;

pub use analysis::{
    Analysis, Basis, CapacityFinding, ChannelFinding, Contribution, Lever, LeverKind, ReconciliationLine, ResponseCurve, StageFinding,
};
pub use by_move::{ByMove, MoveAlone, Mover, by_move};
pub use comparison::{Compared, ComparedPlan, Comparison, Line, compare};
pub use find::{Stages, analyze, analyze_beside, gains_by_stage, stages};
pub use lever::{stage_of, stages_of};
pub use likelihood::{StageFutures, WeakestStage, weakest_stage};
pub use response::response_bands;
pub use sensitivity::{
    CountedIn, Ends, IndexRow, Indices, Information, InformationRow, OtherInputs, Safe, Sensitivity, TornadoRow, VarianceOf, sensitivity,
};
pub use today::{Today, TodayFigure, today};
