//! Floor 4: the scorecard and its grades.
//!
//! **The grade's rule.** A figure with a target attains `value / target` of it (figures that should be low, such as CAC and
//! payback: `target / value`); a figure that does not exist, or is not above 0, attains nothing. Grade A: the target is
//! reached (to a billionth); B: 90 % of it; C: 75 %; D: half; E: less. The score of the card is 100 times the mean of what
//! the figures with a target attain, each counted as at most 1; a figure that the user tracks and has not written down yet is
//! left out.

mod card;
mod grade;
mod scorecard;

pub use card::score;
pub use grade::{Better, attained, grade};
pub use scorecard::{Aspect, Cell, Grade, Row, Scorecard, Share, Unit};
