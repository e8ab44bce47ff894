//! The stages of the funnel: Reach, Act, Convert, Engage, and the money they make.

use super::Quantity;

/// Reach: where visits come from besides the channels, and how many people there are.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// Visits that come by themselves [visits per period].
    pub organic: Quantity,
    /// Index that multiplies all visits that are not referrals.
    pub season: Season,
    /// People who can be reached in one period; `None`: no cap.
    pub audience: Option<Quantity>,
    /// Visits wanted [visits per period].
    pub target: Option<f64>,
}

/// Seasonal index of visits.
#[derive(Debug, Clone, PartialEq)]
pub enum Season {
    /// No season: 1 everywhere.
    Flat,
    /// One index for each calendar month, January first.
    Monthly([f64; 12]),
    /// One index for each period, `T` of them.
    ByPeriod(Vec<f64>),
}

/// Act: visits become leads.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// Share of visits of quality 1 that become leads today.
    pub rate: Quantity,
    /// Time from visit to lead.
    pub lag: Lag,
    /// Rate wanted.
    pub target: Option<f64>,
}

/// Convert: leads become customers.
#[derive(Debug, Clone, PartialEq)]
pub struct Convert {
    /// Share of handled leads of quality 1 that become customers today.
    pub rate: Quantity,
    /// Time from handled lead to customer.
    pub lag: Lag,
    /// How many leads can be handled; `None`: no limit.
    pub capacity: Option<Capacity>,
    /// Rate wanted.
    pub target: Option<f64>,
}

/// The limit of the sales people, the call centre.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Capacity {
    /// Leads that can be handled [leads per period].
    pub leads: Quantity,
    /// Leads waiting before period 0.
    pub backlog: f64,
    /// Share of the waiting leads that is lost each period.
    pub backlog_loss: Quantity,
}

/// How long a result takes to appear.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lag {
    /// A whole number of periods.
    Periods(usize),
    /// A Gamma distribution put on whole periods \[periods\].
    Gamma { mean: f64, sd: f64 },
}

/// Engage: customers stay, come back and recommend.
#[derive(Debug, Clone, PartialEq)]
pub struct Engage {
    /// Share of active customers kept from one period to the next.
    pub retention: Retention,
    /// Age of the starting customers [whole periods].
    pub age: usize,
    /// Active customers before period 0.
    pub customers: Quantity,
    /// Repeat orders per kept customer and period.
    pub repeat_rate: Quantity,
    /// Visits that an active customer brings in the next period.
    pub referral: Quantity,
    /// Retention wanted.
    pub retention_target: Option<f64>,
    /// Repeat rate wanted.
    pub repeat_target: Option<f64>,
}

/// How customers stay.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Retention {
    /// The same share every period.
    Constant(Quantity),
    /// Shifted beta-geometric (Fader & Hardie 2007): those who stayed longer are likelier to stay.
    ShiftedBetaGeometric { alpha: Quantity, beta: Quantity },
}

/// What an order is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Money {
    /// Value of a first order \[money\].
    pub order_value: Quantity,
    /// Value of a repeat order \[money\]; `None`: as a first order.
    pub repeat_value: Option<Quantity>,
    /// Gross profit as a share of revenue.
    pub margin: Quantity,
    /// Cost that no plan changes [money per period].
    pub fixed_cost: Quantity,
    /// Discount rate a year.
    pub discount_rate: Quantity,
    /// How long customers are followed after the horizon \[years\].
    pub lifetime: f64,
    /// Whether the residual counts in the objective and in ROI.
    pub count_residual: bool,
}
