//! The table `[lab]` as a planner writes it: how life differs from what the scenario says, for the loop in a noisy world.

use super::domain::{Amount, Factor, Lift, ShareOrOne, ShareOrZero, SomeAmount};
use super::file_truth::Truth;
use super::list::{Several, Singular};
use super::number::{Exact, Uncertain};
use super::table::table;
use super::value::Whole;
use super::word::words;
use super::{Believed, Moved, Moves};

table! {
    /// The hidden world of `osa lab`: how life differs from what the scenario says. No forecast hangs on it.
    LabTable {
        /// Cycles that the horizon is divided into, 1 to the number of periods. Default: 12, or one for each period where there are fewer.
        optional cycles: Whole<1, 10_000>,
        /// How far the scenario is right. uncertain (default): the truth is a draw from its ranges; right: the truth is its medians.
        optional model: Believed,
        /// Whether people come, buy and stay by chance, one by one. Default true.
        optional noise: bool,
        /// Half-life of what an action has gained where nobody holds it, in periods, above 0. Default: gains stay as the action says.
        optional fade: Exact<SomeAmount>,
        /// Money, once, for each action whose gains are held; 0 or more. Default 0.
        optional hold_cost: Exact<Amount>,
        /// By which of Deming's rules of the funnel somebody tampers: 2, 3 or 4. Default 2.
        optional tamper_rule: Whole<2, 4>,
        /// What changes evenly up to the end of the horizon.
        optional drift: DriftTable,
        /// Somebody else who wants the same people.
        optional competitor: CompetitorTable,
        /// Sudden changes, each a `[[lab.shock]]`.
        optional shock: Several<ShockTable>,
        /// What is so in the world in the place of what the scenario says: quantities by their keys, such as "act.rate" = 0.05.
        optional truth: Truth,
    }
}

table! {
    /// What changes evenly up to the end of the horizon: by which share it is more there (of a rate: its odds), above -1.
    DriftTable {
        /// Visits that come by themselves.
        optional organic: Uncertain<Lift>,
        /// Odds of the act rate.
        optional act: Uncertain<Lift>,
        /// Odds of the convert rate.
        optional convert: Uncertain<Lift>,
        /// Leads that can be handled.
        optional capacity: Uncertain<Lift>,
        /// Odds of retention.
        optional retention: Uncertain<Lift>,
        /// The repeat rate.
        optional repeat: Uncertain<Lift>,
        /// Visits that a customer brings.
        optional referral: Uncertain<Lift>,
        /// Value of an order.
        optional order_value: Uncertain<Lift>,
        /// Media prices of all channels.
        optional price: Uncertain<Lift>,
    }
}

table! {
    /// Somebody else who wants the same people.
    CompetitorTable {
        /// Period in which he begins, below the number of periods. Default: any, by chance.
        optional start: Whole<0, 9_999>,
        /// Share of the visits that come by themselves which he takes; in [0, 1). Default 0.
        optional organic: Uncertain<ShareOrZero>,
        /// Share by which he raises the media prices of paid channels; 0 or more. Default 0.
        optional price: Uncertain<Factor>,
    }
}

table! {
    /// A sudden change.
    ShockTable {
        /// What it moves.
        required moves: Moved,
        /// Share by which that is more (of a rate: its odds) when it comes, above -1.
        required lift: Uncertain<Lift>,
        /// Probability that it comes; in (0, 1]. Default 1.
        optional chance: Exact<ShareOrOne>,
        /// Period in which it comes, below the number of periods. Default: any, by chance.
        optional start: Whole<0, 9_999>,
        /// Half-life in periods, above 0. Default: it stays.
        optional fade: Exact<SomeAmount>,
    }
}

impl Singular for ShockTable {
    const MOST: usize = 1_000;
}

words!(Believed, "How far the scenario is right.": "uncertain" => Self::Uncertain, "right" => Self::Right,);
words!(Moved, "What life moves: what an action can improve, or the prices of media.":
    "organic" => Self::Funnel(Moves::Organic), "act" => Self::Funnel(Moves::Act), "convert" => Self::Funnel(Moves::Convert),
    "capacity" => Self::Funnel(Moves::Capacity), "retention" => Self::Funnel(Moves::Retention), "repeat" => Self::Funnel(Moves::Repeat),
    "referral" => Self::Funnel(Moves::Referral), "order_value" => Self::Funnel(Moves::OrderValue), "price" => Self::Price,
);
