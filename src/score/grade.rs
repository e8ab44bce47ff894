//! Grades: how much of its target a figure attains.

use super::scorecard::Grade;

/// A target that is missed by less than this share of it is reached.
const ROUNDING: f64 = 1e-9;

/// Whether more or less of a figure is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    More,
    Less,
}

/// Share of the target that a value attains, from 0; above 1 where it is surpassed.
#[must_use]
pub fn attained(value: Option<f64>, target: f64, better: Better) -> f64 {
    let share = match (value, better) {
        (None, _) => 0.0,
        // a target of 0 or below is attained by whatever is not worse
        (Some(value), Better::More) if target <= 0.0 => f64::from(u8::from(value >= target)),
        (Some(value), Better::More) => value / target,
        (Some(value), Better::Less) if value <= 0.0 => 1.0,
        (Some(value), Better::Less) => target / value,
    };
    if share.is_finite() { share.max(0.0) } else { 0.0 }
}

/// The grade of an attained share.
#[must_use]
pub fn grade(attained: f64) -> Grade {
    match attained + ROUNDING {
        share if share >= 1.0 => Grade::A,
        share if share >= 0.9 => Grade::B,
        share if share >= 0.75 => Grade::C,
        share if share >= 0.5 => Grade::D,
        _ => Grade::E,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_is_better_for_most() {
        assert_eq!(grade(attained(Some(0.12), 0.12, Better::More)), Grade::A);
        assert_eq!(grade(attained(Some(0.108), 0.12, Better::More)), Grade::B);
        assert_eq!(grade(attained(Some(0.09), 0.12, Better::More)), Grade::C);
        assert_eq!(grade(attained(Some(0.06), 0.12, Better::More)), Grade::D);
        assert_eq!(grade(attained(Some(-1.0), 0.12, Better::More)), Grade::E);
        assert_eq!(grade(attained(None, 0.12, Better::More)), Grade::E);
    }

    #[test]
    fn less_is_better_for_costs() {
        assert_eq!(grade(attained(Some(40.0), 50.0, Better::Less)), Grade::A);
        assert_eq!(grade(attained(Some(60.0), 50.0, Better::Less)), Grade::C);
        assert_eq!(grade(attained(None, 50.0, Better::Less)), Grade::E);
    }

    #[test]
    fn a_loss_may_be_the_target() {
        assert_eq!(grade(attained(Some(-0.1), -0.2, Better::More)), Grade::A);
        assert_eq!(grade(attained(Some(-0.3), -0.2, Better::More)), Grade::E);
    }
}
