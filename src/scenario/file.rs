//! The tables of a scenario file as a planner writes them: every key, what it means, its unit, default and domain; limits are in `file_limits`, `[report]` is in `file_report`, `[lab]` in `file_lab`.

use super::choice::{Boosts, Carryover, Lag, Retention, Sources, Spend, Targets, Today};
use super::domain::{Amount, Any, Factor, Interest, Lift, Share, ShareOrOne, ShareOrZero, SomeAmount, SomeFactor, Years};
use super::file_lab::{LabTable, ShockTable};
use super::file_limits::{GroupTable, LimitsTable, PlanLimitsTable};
use super::file_report::ReportTable;
use super::names::{Kind, Shape, Shapes};
use super::number::{Exact, Uncertain};
use super::table::table;
use super::tables::Tables;
use super::value::{Day, Numbers, Series, Whole};
use super::{Media, Moves, Objective, Pacing, Period, Place};

table! {
    /// A marketing-funnel scenario: what is planned, the funnel it runs through, and the channels that feed it.
    ScenarioTable {
        /// What is wanted, with what, until when.
        required plan: PlanTable,
        /// Visits that come by themselves, the season, and how many people there are.
        optional reach: ReachTable,
        /// Visits become leads.
        required act: ActTable,
        /// Leads become customers.
        required convert: ConvertTable,
        /// Customers stay, come back and recommend.
        required engage: EngageTable,
        /// What an order is worth.
        required money: MoneyTable,
        /// Ways to reach or move people for money, each a `[[channel]]`.
        optional channel: Tables<ChannelTable>,
        /// One-off improvements, each an `[[action]]`.
        optional action: Tables<ActionTable>,
        /// How reports and charts look, and what they hold.
        optional report: ReportTable,
        /// The hidden world of `osa lab`: how life differs from what the scenario says.
        optional lab: LabTable,
    }
}

table! {
    /// What is wanted, with what, until when.
    PlanTable {
        /// What the plan is called on every table and chart.
        required name: String,
        /// Length of one period; every rate and amount is per period.
        required period: Period,
        /// Number of periods, 1 to 10 000.
        required periods: Whole<1, 10_000>,
        /// First day of period 0.
        required start: Day,
        /// ISO 4217 code of every amount of money, such as "EUR".
        required currency: String,
        /// What "better" means. Default: profit.
        optional objective: Objective,
        /// Money over the horizon, actions included; above 0. Default: what the plan spends now.
        optional budget: Exact<SomeAmount>,
        /// Money of each calendar quarter in which a period starts, in order, actions included; in place of `budget`, or adding up to it.
        optional budget_by_quarter: Numbers<Amount>,
        /// Money of each period, actions included; in place of `budget`, or adding up to it.
        optional budget_by_period: Numbers<Amount>,
        /// Whether the budget is to be spent in full (true, the default) or only as far as the next unit gains.
        optional spend_all: bool,
        /// How channels that do not say it themselves are shaped in time. keep (default): as planned, the level moves; flat: equal money; season: as the season; free: every period by itself.
        optional pacing: Pacing,
        /// A kaizen cycle moves a channel by at most this share of max(its mean spend, budget / channels / periods). Default 0.2; in (0, 1].
        optional step: Exact<ShareOrOne>,
        /// Limits of what the plan comes to (CAC, ROI, payback, leads), and defaults of the channels' `step` and `ramp`.
        optional limits: PlanLimitsTable,
        /// Channels whose money is limited together, each a `[[plan.group]]`.
        optional group: Tables<GroupTable>,
        /// Your own figures of a normal period, to be reconciled with.
        optional today: Today,
        /// What is to be reached over the horizon.
        optional targets: Targets,
        /// Where the numbers of the file come from, by any key.
        optional sources: Sources,
    }
}

table! {
    /// Visits that come by themselves, the season, and how many people there are.
    ReachTable {
        /// Visits per period that come by themselves. Default 0; 0 or more.
        optional organic: Uncertain<Amount>,
        /// Seasonal index of visits, 12 numbers above 0, January first.
        optional season: Numbers<SomeFactor>,
        /// Seasonal index of visits, one number above 0 for each period; instead of `season`.
        optional season_by_period: Numbers<SomeFactor>,
        /// People who can be reached in one period; above 0. Default: no cap.
        optional audience: Uncertain<SomeAmount>,
        /// Visits wanted per period.
        optional target: Exact<SomeAmount>,
    }
}

table! {
    /// Visits become leads.
    ActTable {
        /// Share of visits of quality 1 that become leads today; inside (0, 1).
        required rate: Uncertain<Share>,
        /// Periods from visit to lead: a whole number, or { mean, sd } of a Gamma distribution. Default 0.
        optional lag: Lag,
        /// Rate wanted.
        optional target: Exact<Share>,
    }
}

table! {
    /// Leads become customers.
    ConvertTable {
        /// Share of handled leads of quality 1 that become customers today; inside (0, 1).
        required rate: Uncertain<Share>,
        /// Periods from handled lead to customer: a whole number, or { mean, sd } of a Gamma distribution. Default 0.
        optional lag: Lag,
        /// Leads that can be handled per period; 0 or more. Default: no limit.
        optional capacity: Uncertain<Amount>,
        /// Leads waiting before period 0. Default 0; only with `capacity`.
        optional backlog: Exact<Amount>,
        /// Share of the waiting leads that is lost each period, in [0, 1); required with `capacity`.
        optional backlog_loss: Uncertain<ShareOrZero>,
        /// Rate wanted.
        optional target: Exact<Share>,
    }
}

table! {
    /// Customers stay, come back and recommend.
    EngageTable {
        /// Share of active customers kept from one period to the next, inside (0, 1); or { alpha, beta } of a shifted beta-geometric.
        required retention: Retention,
        /// Age of the starting customers, whole periods. Default: one year.
        optional age: Whole<0, 10_000>,
        /// Active customers before period 0. Default 0.
        optional customers: Uncertain<Amount>,
        /// Repeat orders per kept customer and period. Default 0.
        optional repeat_rate: Uncertain<Factor>,
        /// Visits that an active customer brings in the next period. Default 0.
        optional referral: Uncertain<Factor>,
        /// Retention wanted.
        optional retention_target: Exact<Share>,
        /// Repeat rate wanted.
        optional repeat_target: Exact<SomeFactor>,
    }
}

table! {
    /// What an order is worth.
    MoneyTable {
        /// Value of a first order, above 0.
        required order_value: Uncertain<SomeAmount>,
        /// Value of a repeat order, above 0. Default: `order_value`.
        optional repeat_value: Uncertain<SomeAmount>,
        /// Gross profit as a share of revenue, in (0, 1].
        required margin: Uncertain<ShareOrOne>,
        /// Cost per period that no plan changes. Default 0.
        optional fixed_cost: Uncertain<Amount>,
        /// Discount rate a year. Default 0.
        optional discount_rate: Uncertain<Interest>,
        /// How many years customers are followed after the horizon, 0 to 50. Default 5.
        optional lifetime: Exact<Years>,
        /// Whether what comes after the horizon counts in objective and ROI. Default true.
        optional count_residual: bool,
    }
}

table! {
    /// A way to reach or move people for money.
    ChannelTable {
        /// Unique name; not `organic` or `referral`.
        required name: String,
        /// Whose medium it is. Default: paid.
        optional media: Media,
        /// Where it is met. Default: online.
        optional place: Place,
        /// Planned money per period: one number, one for each period, or { csv, column }.
        required spend: Spend,
        /// Money per period before the horizon. Default: the spend of period 0.
        optional history: Exact<Amount>,
        /// Range [min, max] of spend per period that experience covers. Default: the range of history and spend.
        optional observed: Numbers<Amount>,
        /// Media prices, one number above 0 or one for each period. Default 1.
        optional price_index: Series<SomeFactor>,
        /// How spend is felt over the following periods. Default: "none".
        optional carryover: Carryover,
        /// Factors on the odds of the rates for the visits that this channel brings. Default 1.
        optional quality: QualityTable,
        /// What this channel's reach enlarges, and by which share at full effect: channels, or `organic`.
        optional boosts: Boosts,
        /// The visits it brings.
        optional reach: ReachEffectTable,
        /// Its lift of the act rate.
        optional act: LiftTable,
        /// Its lift of the convert rate.
        optional convert: LiftTable,
        /// Its lift of retention.
        optional retention: LiftTable,
        /// Its lift of the repeat rate.
        optional repeat: LiftTable,
        /// How its spend may be shaped in time. Default: that of the plan.
        optional pacing: Pacing,
        /// Bounds of its spend.
        optional limits: LimitsTable,
    }
}

table! {
    /// A column of a CSV file with one amount for each period.
    CsvTable {
        /// The file, relative to the scenario.
        required csv: String,
        /// The name in its first line.
        required column: String,
    }
}

table! {
    /// How a period's spend is spread over the following ones.
    CarryoverTable {
        /// geometric (default), binomial, delayed or weibull.
        optional kind: Kind,
        /// Periods until half is left (geometric alone), above 0.
        optional half_life: Uncertain<SomeFactor>,
        /// Share felt again in the next period, in [0, 1).
        optional decay: Uncertain<ShareOrZero>,
        /// Number of periods it lasts; required by every kind but the geometric.
        optional window: Whole<1, 10_000>,
        /// Period of the peak (delayed).
        optional peak: Exact<Amount>,
        /// Shape of the Weibull density, above 0.
        optional shape: Uncertain<SomeFactor>,
        /// Scale of the Weibull density in periods, above 0.
        optional scale: Uncertain<SomeFactor>,
    }
}

table! {
    /// Factors on the odds of the rates for the visits that a channel brings.
    QualityTable {
        /// Factor on the odds of the act rate, above 0. Default 1.
        optional act: Uncertain<SomeFactor>,
        /// Factor on the odds of the convert rate, above 0. Default 1.
        optional convert: Uncertain<SomeFactor>,
    }
}

table! {
    /// The visits that a channel brings: one of `visits`, `today`, `cost`.
    ReachEffectTable {
        /// Curve of diminishing returns. Default: hill.
        optional curve: Shapes,
        /// Real spend per period at which half of the ceiling is reached, above 0.
        optional half_spend: Uncertain<SomeAmount>,
        /// Slope of the curve, above 0 (power: in (0, 1]). Default 1; hill and power alone.
        optional slope: Uncertain<SomeFactor>,
        /// Visits per period at the ceiling; for log and power, at `half_spend`.
        optional visits: Uncertain<Amount>,
        /// Visits per period today, at `history`, above 0.
        optional today: Uncertain<SomeAmount>,
        /// Money for one visit, above 0 (linear alone).
        optional cost: Uncertain<SomeAmount>,
    }
}

table! {
    /// The effect of a channel on a rate.
    LiftTable {
        /// Curve of diminishing returns, one with a ceiling. Default: hill.
        optional curve: Shapes,
        /// Real spend per period at which half of the effect is reached, above 0.
        required half_spend: Uncertain<SomeAmount>,
        /// Slope of the curve, above 0. Default 1; hill alone.
        optional slope: Uncertain<SomeFactor>,
        /// Share by which the odds (repeat: the rate) rise at full effect, above -1.
        required lift: Uncertain<Lift>,
    }
}

table! {
    /// A one-off improvement.
    ActionTable {
        /// Unique name.
        required name: String,
        /// What it improves.
        required moves: Moves,
        /// Size of the improvement at full strength, above -1.
        required lift: Uncertain<Lift>,
        /// Money, once, paid in period `start`; 0 or more.
        required cost: Uncertain<Amount>,
        /// Money per period from `start` on. Default 0.
        optional running_cost: Uncertain<Amount>,
        /// Period in which it starts, below the number of periods. Default 0.
        optional start: Whole<0, 9_999>,
        /// Periods until it works in full. Default: at once.
        optional ramp: Exact<Amount>,
        /// Half-life of its effect after that, in periods. Default: it stays.
        optional fade: Exact<SomeAmount>,
        /// Whether it is in the plan (true) or a candidate that the optimizer may choose (false, the default).
        optional done: bool,
    }
}

table! {
    /// A Gamma distribution of a time in periods.
    GammaTable {
        /// Mean in periods, above 0.
        required mean: Exact<SomeAmount>,
        /// Standard deviation in periods, above 0.
        required sd: Exact<SomeAmount>,
    }
}

table! {
    /// Shifted beta-geometric retention (Fader & Hardie 2007).
    SurvivalTable {
        /// First parameter, above 0.
        required alpha: Uncertain<SomeFactor>,
        /// Second parameter, above 0.
        required beta: Uncertain<SomeFactor>,
    }
}

table! {
    /// A named distribution: normal, lognormal, gamma, beta (mean, sd); uniform (min, max); triangular, pert (min, mode, max).
    DistributionTable {
        /// Its name.
        required dist: Shape,
        /// Mean of the quantity.
        optional mean: Exact<Any>,
        /// Standard deviation of the quantity.
        optional sd: Exact<Any>,
        /// Smallest value.
        optional min: Exact<Any>,
        /// Likeliest value.
        optional mode: Exact<Any>,
        /// Largest value.
        optional max: Exact<Any>,
    }
}

/// The table that a key belongs to, for a key found elsewhere.
pub(super) fn home_of(key: &str) -> Option<&'static str> {
    let tables: [(&str, &[&str]); 14] = [
        ("[plan]", PlanTable::KEYS),
        ("[reach]", ReachTable::KEYS),
        ("[convert]", ConvertTable::KEYS),
        ("[engage]", EngageTable::KEYS),
        ("[money]", MoneyTable::KEYS),
        ("[[channel]]", ChannelTable::KEYS),
        ("[[action]]", ActionTable::KEYS),
        ("a channel's reach", ReachEffectTable::KEYS),
        ("a channel's limits", LimitsTable::KEYS),
        ("[plan.limits]", PlanLimitsTable::KEYS),
        ("[[plan.group]]", GroupTable::KEYS),
        ("[report]", ReportTable::KEYS),
        ("[lab]", LabTable::KEYS),
        ("[[lab.shock]]", ShockTable::KEYS),
    ];
    tables.iter().find(|(_, keys)| keys.contains(&key)).map(|(table, _)| *table)
}
