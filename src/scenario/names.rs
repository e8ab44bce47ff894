//! The words of a scenario file: periods, curves, distributions and so on.

use super::word::words;
use super::{Media, Moves, Objective, Pacing, Period, Place};

/// Names of distributions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Normal,
    LogNormal,
    Gamma,
    Beta,
    Uniform,
    Triangular,
    Pert,
}

/// Names of carryovers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Geometric,
    Binomial,
    Delayed,
    Weibull,
}

/// Names of curves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shapes {
    Hill,
    Exponential,
    Logistic,
    Log,
    Power,
    Linear,
}

/// A stage of the funnel that a channel moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moved {
    Reach,
    Act,
    Convert,
    Engage,
}

/// The one word that a carryover can be.
#[derive(Debug, Clone, Copy)]
pub(super) struct NoCarryover;

words!(NoCarryover, "Spend is felt at once.": "none" => NoCarryover,);
words!(Period, "Length of one period.": "day" => Self::Day, "week" => Self::Week, "month" => Self::Month, "quarter" => Self::Quarter,);
words!(Objective, "What \"better\" means.": "profit" => Self::Profit, "revenue" => Self::Revenue, "customers" => Self::Customers,);
words!(Pacing, "How a channel's spend may be shaped in time.":
    "keep" => Self::Keep, "flat" => Self::Flat, "season" => Self::Season, "free" => Self::Free,
);
words!(Media, "Whose medium it is.": "paid" => Self::Paid, "owned" => Self::Owned, "earned" => Self::Earned,);
words!(Place, "Where it is met.": "online" => Self::Online, "offline" => Self::Offline,);
words!(Moved, "The stage of the funnel that a channel moves.":
    "reach" => Self::Reach, "act" => Self::Act, "convert" => Self::Convert, "engage" => Self::Engage,
);
words!(Moves, "What an action improves.":
    "organic" => Self::Organic, "act" => Self::Act, "convert" => Self::Convert, "capacity" => Self::Capacity,
    "retention" => Self::Retention, "repeat" => Self::Repeat, "referral" => Self::Referral, "order_value" => Self::OrderValue,
);
words!(Kind, "Shape of the carryover.":
    "geometric" => Self::Geometric, "binomial" => Self::Binomial, "delayed" => Self::Delayed, "weibull" => Self::Weibull,
);
words!(Shapes, "Curve of diminishing returns; log, power and linear have no ceiling.":
    "hill" => Self::Hill, "exponential" => Self::Exponential, "logistic" => Self::Logistic, "log" => Self::Log,
    "power" => Self::Power, "linear" => Self::Linear,
);
words!(Shape, "Name of a distribution.":
    "normal" => Self::Normal, "lognormal" => Self::LogNormal, "gamma" => Self::Gamma, "beta" => Self::Beta,
    "uniform" => Self::Uniform, "triangular" => Self::Triangular, "pert" => Self::Pert,
);

impl Shapes {
    /// The word that the scenario uses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hill => "hill",
            Self::Exponential => "exponential",
            Self::Logistic => "logistic",
            Self::Log => "log",
            Self::Power => "power",
            Self::Linear => "linear",
        }
    }
}
