//! The tables of limits as a planner writes them: of a channel, of the plan, of a group of channels.

use super::domain::{Amount, Lift, Part, ShareOrOne, SomeAmount, SomeFactor};
use super::list::List;
use super::names::Moved;
use super::number::Exact;
use super::table::table;
use super::value::Whole;
use super::{Media, Place};

table! {
    /// Bounds of a channel's spend.
    LimitsTable {
        /// Least money per period. Default 0.
        optional min: Exact<Amount>,
        /// Most money per period. Default: no limit.
        optional max: Exact<Amount>,
        /// Least money over the horizon. Default 0.
        optional min_total: Exact<Amount>,
        /// Most money over the horizon. Default: no limit.
        optional max_total: Exact<Amount>,
        /// true: the spend stays as planned, period by period; no other limit goes with it. Default false.
        optional locked: bool,
        /// The channel's total (each spend, where pacing is free) moves away from today's plan by at most this share of max(its mean spend, budget / channels / periods); in (0, 1]. Default: that of `plan.limits`.
        optional step: Exact<ShareOrOne>,
        /// Largest relative change from one period to the next, above 0: 0.2 is 20 % up or down. Default: that of `plan.limits`.
        optional ramp: Exact<SomeFactor>,
        /// A period has either no spend or at least this much money. Default 0: any amount.
        optional burst: Exact<Amount>,
        /// Money that is booked already, such as [{ start = 4, periods = 3, amount = 6_000 }].
        optional committed: List<CommittedTable>,
    }
}

table! {
    /// Money per period that is booked already, exactly.
    CommittedTable {
        /// First period, below the number of periods.
        required start: Whole<0, 9_999>,
        /// Number of periods. Default 1.
        optional periods: Whole<1, 10_000>,
        /// Money in each of them; 0 for a pause.
        required amount: Exact<Amount>,
    }
}

table! {
    /// Limits of what the plan as a whole comes to, and defaults for its channels.
    PlanLimitsTable {
        /// `limits.step` of every channel that has none of its own; in (0, 1].
        optional step: Exact<ShareOrOne>,
        /// `limits.ramp` of every channel that has none of its own; above 0.
        optional ramp: Exact<SomeFactor>,
        /// Most money for one incremental customer; above 0.
        optional cac: Exact<SomeAmount>,
        /// Least ROI; above -1.
        optional roi: Exact<Lift>,
        /// Most periods until the money is back.
        optional payback: Whole<1, 10_000>,
        /// Most leads that arrive in a period; above 0.
        optional leads: Exact<SomeAmount>,
    }
}

table! {
    /// Channels whose money is limited together: those that every selector takes (`channels`, `media`, `place`, `stage`).
    GroupTable {
        /// Unique name among the groups.
        required name: String,
        /// Names of channels.
        optional channels: List<String>,
        /// Channels of this medium.
        optional media: Media,
        /// Channels that are met there.
        optional place: Place,
        /// Channels that move this stage.
        optional stage: Moved,
        /// Least money in every period. Default 0.
        optional min: Exact<Amount>,
        /// Most money in every period. Default: no limit.
        optional max: Exact<Amount>,
        /// Least money over the horizon. Default 0.
        optional min_total: Exact<Amount>,
        /// Most money over the horizon. Default: no limit.
        optional max_total: Exact<Amount>,
        /// Least share of all channels' money over the horizon; in [0, 1]. Default 0.
        optional min_share: Exact<Part>,
        /// Most of that share; in [0, 1]. Default 1.
        optional max_share: Exact<Part>,
    }
}
