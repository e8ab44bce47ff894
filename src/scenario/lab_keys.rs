//! The hidden world of a scenario: the checked table `[lab]`, how life differs from what the planner believes.

use super::{Moves, Quantity};

/// What `[lab]` says. Only the loop in a noisy world reads it; no forecast hangs on it.
#[derive(Debug, Clone, PartialEq)]
pub struct LabKeys {
    /// Cycles that the horizon is divided into, 1 to its periods; `None`: 12, or as many as there are periods.
    pub cycles: Option<usize>,
    pub model: Believed,
    /// Whether people come, buy and stay by chance, one by one.
    pub noise: bool,
    /// What is so in the world in the place of what the scenario says: the key of a quantity that the scenario has, and its distribution there, in the order
    /// of the file. A key is that of a parameter of the model: names stand in it as they are, without the quotes that `--set` needs.
    pub truth: Vec<(String, Quantity)>,
    /// What changes evenly from the first period to the end of the horizon.
    pub drift: Vec<Drift>,
    pub shocks: Vec<Shock>,
    pub competitor: Option<Competitor>,
    /// Half-life of what an action has gained where nobody holds it \[periods\]; `None`: gains stay as the scenario says.
    pub fade: Option<f64>,
    /// What it costs to hold the gains of one action, once, when it is taken up \[money\].
    pub hold_cost: f64,
    /// By which of Deming's rules somebody tampers: 2, 3 or 4.
    pub tamper_rule: TamperRule,
}

/// How far the scenario is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Believed {
    /// The truth is a draw from its ranges.
    Uncertain,
    /// The truth is its medians.
    Right,
}

/// What life moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// What an action could move as well.
    Funnel(Moves),
    /// What the channels' media cost: the price index of all of them.
    Price,
}

impl Moved {
    /// The word that the scenario uses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Funnel(moves) => moves.word(),
            Self::Price => "price",
        }
    }
}

/// A slow change.
#[derive(Debug, Clone, PartialEq)]
pub struct Drift {
    pub moved: Moved,
    /// Its relative size at the end of the horizon, above -1: of the odds of a rate, of an amount, of prices.
    pub lift: Quantity,
}

/// A sudden change.
#[derive(Debug, Clone, PartialEq)]
pub struct Shock {
    pub moved: Moved,
    /// Its relative size, above -1: of the odds of a rate, of an amount, of prices.
    pub lift: Quantity,
    /// Probability that it comes, (0, 1].
    pub chance: f64,
    /// Period in which it comes; `None`: any, by chance.
    pub start: Option<usize>,
    /// Half-life \[periods\]; `None`: it stays.
    pub fade: Option<f64>,
}

/// Somebody else who wants the same people.
#[derive(Debug, Clone, PartialEq)]
pub struct Competitor {
    /// Period in which he begins; `None`: any, by chance.
    pub start: Option<usize>,
    /// Share of the organic visits that he takes, [0, 1).
    pub organic: Quantity,
    /// By how much he raises the prices of paid channels, relative, at least 0.
    pub price: Quantity,
}

/// One of Deming's rules of the funnel that make matters worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TamperRule {
    /// Rule 2: each deviation is made up for from where the setting stands.
    FromSetting,
    /// Rule 3: each deviation is made up for from the target.
    FromTarget,
    /// Rule 4: the setting follows the last result.
    ToResult,
}

impl TamperRule {
    /// Its number: 2, 3 or 4.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::FromSetting => 2,
            Self::FromTarget => 3,
            Self::ToResult => 4,
        }
    }
}

impl Default for LabKeys {
    fn default() -> Self {
        Self {
            cycles: None,
            model: Believed::Uncertain,
            noise: true,
            truth: Vec::new(),
            drift: Vec::new(),
            shocks: Vec::new(),
            competitor: None,
            fade: None,
            hold_cost: 0.0,
            tamper_rule: TamperRule::FromSetting,
        }
    }
}

impl LabKeys {
    /// Cycles where nothing else is said.
    pub const CYCLES: usize = 12;

    /// What is so in the place of a quantity, by its key; `None`: what the scenario says of it.
    #[must_use]
    pub fn truth_of(&self, key: &str) -> Option<&Quantity> {
        self.truth.iter().find(|(other, _)| other == key).map(|(_, quantity)| quantity)
    }

    /// Cycles of a horizon of so many periods.
    #[must_use]
    pub fn cycles_in(&self, periods: usize) -> usize {
        self.cycles.unwrap_or(Self::CYCLES).min(periods)
    }
}
