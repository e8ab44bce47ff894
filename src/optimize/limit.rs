//! The limits of a scenario by name, and what each asks of the variables of a search.

use crate::scenario::Scenario;

use super::rows::Row;

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
    Cac,
    Roi,
    Payback,
    Leads,
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
            Self::Cac => "plan.limits.cac".to_owned(),
            Self::Roi => "plan.limits.roi".to_owned(),
            Self::Payback => "plan.limits.payback".to_owned(),
            Self::Leads => "plan.limits.leads".to_owned(),
        }
    }

    /// The number that sets it, in the unit of its key; `None` where it is no single number.
    #[must_use]
    pub fn amount(self, scenario: &Scenario) -> Option<f64> {
        let mut copy = scenario.clone();
        match self {
            Self::Payback => scenario.plan.limits.payback.map(|periods| periods as f64),
            _ => self.place(&mut copy).map(|amount| *amount),
        }
    }

    /// Sets it to another number.
    pub(super) fn set(self, scenario: &mut Scenario, amount: f64) {
        if self == Self::Payback {
            scenario.plan.limits.payback = Some(amount.max(1.0) as usize);
        } else if let Some(place) = self.place(scenario) {
            *place = amount;
        }
    }

    fn place(self, scenario: &mut Scenario) -> Option<&mut f64> {
        let plan = &mut scenario.plan;
        if let Some(c) = self.channel() {
            let limits = &mut scenario.channels[c].limits;
            return match self {
                Self::Min(_) => Some(&mut limits.min),
                Self::Max(_) => Some(&mut limits.max),
                Self::MinTotal(_) => Some(&mut limits.min_total),
                Self::MaxTotal(_) => Some(&mut limits.max_total),
                Self::Step(_) => limits.step.as_mut(),
                Self::Ramp(_) => limits.ramp.as_mut(),
                Self::Burst(_) => Some(&mut limits.burst),
                _ => None,
            };
        }
        match self {
            Self::Budget => plan.budget.as_mut(),
            Self::Instalment(k) => plan.budget_by.as_mut().and_then(|parts| parts.amounts.get_mut(k)),
            Self::GroupMin(g) => Some(&mut plan.groups[g].min),
            Self::GroupMax(g) => Some(&mut plan.groups[g].max),
            Self::GroupMinTotal(g) => Some(&mut plan.groups[g].min_total),
            Self::GroupMaxTotal(g) => Some(&mut plan.groups[g].max_total),
            Self::GroupMinShare(g) => Some(&mut plan.groups[g].min_share),
            Self::GroupMaxShare(g) => Some(&mut plan.groups[g].max_share),
            Self::Cac => plan.limits.cac.as_mut(),
            Self::Roi => plan.limits.roi.as_mut(),
            Self::Leads => plan.limits.leads.as_mut(),
            _ => None,
        }
    }

    /// Whether more of it leaves more plans: a maximum, not a minimum.
    #[must_use]
    pub const fn is_ceiling(self) -> bool {
        !matches!(
            self,
            Self::Min(_)
                | Self::MinTotal(_)
                | Self::Burst(_)
                | Self::GroupMin(_)
                | Self::GroupMinTotal(_)
                | Self::GroupMinShare(_)
                | Self::Roi
        )
    }

    /// The channel whose limit it is.
    #[must_use]
    pub const fn channel(self) -> Option<usize> {
        match self {
            Self::Min(c)
            | Self::Max(c)
            | Self::MinTotal(c)
            | Self::MaxTotal(c)
            | Self::Locked(c)
            | Self::Committed(c)
            | Self::Step(c)
            | Self::Ramp(c)
            | Self::Burst(c) => Some(c),
            _ => None,
        }
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
