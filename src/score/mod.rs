//! Floor 4: the scorecard and its grades.

mod scorecard;

pub use scorecard::{Aspect, Cell, Grade, Row, Scorecard, Share, Unit};
