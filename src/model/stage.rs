//! The four stages that the funnel is read by.

use serde::Serialize;

/// A stage of RACE after Plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Reach,
    Act,
    Convert,
    Engage,
}

impl Stage {
    /// All four, in the order of the funnel.
    pub const ALL: [Self; 4] = [Self::Reach, Self::Act, Self::Convert, Self::Engage];

    /// The word for it in JSON and tables: `reach`, `act`, `convert`, `engage`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::Act => "act",
            Self::Convert => "convert",
            Self::Engage => "engage",
        }
    }

    /// Its name in a sentence: `Reach`, `Act`, `Convert`, `Engage`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reach => "Reach",
            Self::Act => "Act",
            Self::Convert => "Convert",
            Self::Engage => "Engage",
        }
    }
}
