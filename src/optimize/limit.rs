//! The limits of a scenario by name, and what each asks of the variables of a search.

use crate::scenario::Scenario;

use super::coupled::Row;

/// A limit of the scenario: of the channel, group or instalment with this index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    Budget,
    Instalment(usize),
    Min(usize),
    Max(usize),
    MinTotal(usize),
    MaxTotal(usize),
    Locked(usize),
    Committed(usize),
    Step(usize),
    Ramp(usize),
    Burst(usize),
    GroupMin(usize),
    GroupMax(usize),
    GroupMinTotal(usize),
    GroupMaxTotal(usize),
    GroupMinShare(usize),
    GroupMaxShare(usize),
}

impl Limit {
    /// The key that sets it, as `--set` takes it: `channel.search.limits.max`.
    #[must_use]
    pub fn key(self, scenario: &Scenario) -> String {
        let channel = |c: usize, key: &str| format!("channel.{}.limits.{key}", scenario.channels[c].name);
        let group = |g: usize, key: &str| format!("plan.group.{}.{key}", scenario.plan.groups[g].name);
        match self {
            Self::Budget => "plan.budget".to_owned(),
            Self::Instalment(k) => {
                let instalments = scenario.plan.budget_by.as_ref();
                let name = instalments.and_then(|parts| parts.names.get(k)).map_or("", String::as_str);
                let by = if instalments.is_some_and(|parts| parts.amounts.len() == scenario.plan.periods) {
                    "budget_by_period"
                } else {
                    "budget_by_quarter"
                };
                format!("plan.{by} ({name})")
            }
            Self::Min(c) => channel(c, "min"),
            Self::Max(c) => channel(c, "max"),
            Self::MinTotal(c) => channel(c, "min_total"),
            Self::MaxTotal(c) => channel(c, "max_total"),
            Self::Locked(c) => channel(c, "locked"),
            Self::Committed(c) => channel(c, "committed"),
            Self::Step(c) => channel(c, "step"),
            Self::Ramp(c) => channel(c, "ramp"),
            Self::Burst(c) => channel(c, "burst"),
            Self::GroupMin(g) => group(g, "min"),
            Self::GroupMax(g) => group(g, "max"),
            Self::GroupMinTotal(g) => group(g, "min_total"),
            Self::GroupMaxTotal(g) => group(g, "max_total"),
            Self::GroupMinShare(g) => group(g, "min_share"),
            Self::GroupMaxShare(g) => group(g, "max_share"),
        }
    }

    /// Whether it is a limit of one channel: one of those that an unlimited plan is free of.
    #[must_use]
    pub const fn is_of_channel(self) -> bool {
        matches!(
            self,
            Self::Min(_)
                | Self::Max(_)
                | Self::MinTotal(_)
                | Self::MaxTotal(_)
                | Self::Locked(_)
                | Self::Committed(_)
                | Self::Step(_)
                | Self::Ramp(_)
                | Self::Burst(_)
        )
    }
}

/// What a limit asks of the variables.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Asks {
    /// A variable is at least this \[money\].
    AtLeast(usize, f64),
    /// A variable is at most this \[money\].
    AtMost(usize, f64),
    /// A weighted sum of variables keeps within two bounds.
    Row(Row),
}

/// A limit and one of the things that it asks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Constraint {
    pub(super) limit: Limit,
    pub(super) asks: Asks,
    /// By how much its bound moves where the limit gives way by 1.
    pub(super) per: f64,
}

impl Constraint {
    pub(super) const fn at_least(limit: Limit, variable: usize, amount: f64) -> Self {
        Self {
            limit,
            asks: Asks::AtLeast(variable, amount),
            per: 1.0,
        }
    }

    pub(super) const fn at_most(limit: Limit, variable: usize, amount: f64) -> Self {
        Self {
            limit,
            asks: Asks::AtMost(variable, amount),
            per: 1.0,
        }
    }

    pub(super) const fn row(limit: Limit, row: Row) -> Self {
        Self {
            limit,
            asks: Asks::Row(row),
            per: 1.0,
        }
    }

    /// The same, its bound moving by `per` where the limit gives way by 1.
    pub(super) fn moving(self, per: f64) -> Self {
        Self { per, ..self }
    }
}
