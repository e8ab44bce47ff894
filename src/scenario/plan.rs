//! The Plan of RACE: what is wanted, with what, until when.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Group, Instalments, PlanLimits};

/// Objective, horizon, budget and targets of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What the plan is called on every table and chart.
    pub name: String,
    /// Length of one period.
    pub period: Period,
    /// Horizon `T` \[periods\], 1 to 10 000.
    pub periods: usize,
    /// First day of period 0.
    pub start: Date,
    /// ISO 4217 code of every amount of money.
    pub currency: String,
    /// What "better" means.
    pub objective: Objective,
    /// Money to spend over the horizon, actions included; `None`: what the plan spends now.
    pub budget: Option<f64>,
    /// The parts in which the budget comes; `None`: it is free in time.
    pub budget_by: Option<Instalments>,
    /// Whether the budget is to be spent in full (`true`) or only as far as the next unit gains.
    pub spend_all: bool,
    /// How the optimizer may shape the spend of channels that do not say it themselves.
    pub pacing: Pacing,
    /// Largest move of one kaizen cycle, as a share of max(channel's mean spend, budget / channels / T).
    pub step: f64,
    /// Limits of what the plan as a whole comes to.
    pub limits: PlanLimits,
    /// Channels whose money is limited together.
    pub groups: Vec<Group>,
    /// The planner's own figures of a normal period, to be reconciled with the status quo.
    pub today: BTreeMap<Measure, f64>,
    /// What is to be reached over the horizon.
    pub targets: BTreeMap<Measure, f64>,
}

/// Length of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Day,
    Week,
    Month,
    Quarter,
}

impl Period {
    /// `P`: periods of this length in a year.
    #[must_use]
    pub const fn per_year(self) -> f64 {
        match self {
            Self::Day => 365.0,
            Self::Week => 52.0,
            Self::Month => 12.0,
            Self::Quarter => 4.0,
        }
    }

    /// The word for one such period: `day`, `week`, `month`, `quarter`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }
}

/// What "better" means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objective {
    /// Net present value, with the residual unless `money.count_residual = false`.
    Profit,
    /// Revenue over the horizon.
    Revenue,
    /// New customers over the horizon.
    Customers,
}

impl Objective {
    /// The word that the scenario uses: `profit`, `revenue`, `customers`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Profit => "profit",
            Self::Revenue => "revenue",
            Self::Customers => "customers",
        }
    }
}

/// How the optimizer may shape a channel's spend in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pacing {
    /// Each channel's shape in time stays, its level moves.
    Keep,
    /// The same money in every period.
    Flat,
    /// Money in proportion to the season index of the period; without a season the same in every period.
    Season,
    /// Every period by itself.
    Free,
}

macro_rules! measures {
    ($($(#[$doc:meta])* $variant:ident = $key:literal,)*) => {
        /// A figure that a scenario can observe (`plan.today`) or aim at (`plan.targets`).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Measure { $($(#[$doc])* $variant,)* }

        impl Measure {
            /// Every measure, in the order of the tables.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word for it in TOML, JSON and tables.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }
        }
    };
}

measures! {
    Visits = "visits",
    Leads = "leads",
    Customers = "customers",
    Orders = "orders",
    RepeatOrders = "repeat_orders",
    Revenue = "revenue",
    Gross = "gross",
    Invest = "invest",
    Profit = "profit",
    Npv = "npv",
    Residual = "residual",
    Roi = "roi",
    RoiHorizon = "roi_horizon",
    Roas = "roas",
    Cac = "cac",
    BlendedCac = "blended_cac",
    Ltv = "ltv",
    Payback = "payback",
    ActRate = "act_rate",
    ConvertRate = "convert_rate",
    Served = "served",
    /// Net promoter score: tracked by the user, not modelled.
    Nps = "nps",
    /// Customer satisfaction index: tracked by the user, not modelled.
    Csi = "csi",
    /// Market share: tracked by the user, not modelled.
    MarketShare = "market_share",
}

impl Measure {
    /// The figures that the model has: all but those that are tracked beside it.
    pub const MODELLED: &'static [Self] = Self::ALL.split_at(Self::Nps as usize).0;
    /// Sums over the horizon.
    pub const TOTALS: &'static [Self] = Self::MODELLED.split_at(Self::Roi as usize).0;
    /// Ratios and times.
    pub const KPIS: &'static [Self] = Self::MODELLED.split_at(Self::Roi as usize).1;

    /// Whether the user tracks it beside the model (`nps`, `csi`, `market_share`).
    #[must_use]
    pub const fn is_tracked(self) -> bool {
        matches!(self, Self::Nps | Self::Csi | Self::MarketShare)
    }

    /// Whether it is an amount of money.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(
            self,
            Self::Revenue
                | Self::Gross
                | Self::Invest
                | Self::Profit
                | Self::Npv
                | Self::Residual
                | Self::Cac
                | Self::BlendedCac
                | Self::Ltv
        )
    }

    /// Whether less of it is better (`cac`, `blended_cac`, `payback`, `invest`).
    #[must_use]
    pub const fn is_cost(self) -> bool {
        matches!(self, Self::Cac | Self::BlendedCac | Self::Payback | Self::Invest)
    }
}
