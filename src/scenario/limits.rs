//! What a plan keeps to: limits of channels, of groups of channels, of the plan as a whole, and money that comes in instalments.

/// Limits of a channel's spend. [`Limits::default`] is none of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    /// Least spend of every period \[money per period\].
    pub min: f64,
    /// Most spend of every period \[money per period\]; none is `f64::INFINITY`.
    pub max: f64,
    /// Least spend over the horizon \[money\].
    pub min_total: f64,
    /// Most spend over the horizon \[money\]; none is `f64::INFINITY`.
    pub max_total: f64,
    /// Whether the spend stays as it is planned, period by period; no other limit stands beside it.
    pub locked: bool,
    /// Largest move of its total (of each spend under [`Pacing::Free`](super::Pacing::Free)) away from today's plan, as a share of
    /// max(mean spend, budget / channels / periods); in (0, 1]. `None`: any.
    pub step: Option<f64>,
    /// Largest relative change of spend from one period to the next, above 0: at 0.2 it is 20 % up or down. Into period 0 it counts from
    /// `history` where that is above 0. `None`: any.
    pub ramp: Option<f64>,
    /// A period has either no spend or at least this much \[money per period\]; 0: any amount.
    pub burst: f64,
    /// Periods whose spend is booked already, each with its amount \[money per period\]; by period, each once.
    pub committed: Vec<(usize, f64)>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            min: 0.0,
            max: f64::INFINITY,
            min_total: 0.0,
            max_total: f64::INFINITY,
            locked: false,
            step: None,
            ramp: None,
            burst: 0.0,
            committed: Vec::new(),
        }
    }
}

/// Limits of what a plan as a whole comes to; `None`: no such limit.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PlanLimits {
    /// Most money for one incremental customer \[money\], above 0.
    pub cac: Option<f64>,
    /// Least ROI, above -1.
    pub roi: Option<f64>,
    /// Most periods until the money is back, 1 or more.
    pub payback: Option<usize>,
    /// Most leads that arrive in a period \[leads per period\], above 0.
    pub leads: Option<f64>,
}

/// Channels whose money is limited together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Unique among the groups.
    pub name: String,
    /// Indices of its channels, at least one, in the order of the file.
    pub channels: Vec<usize>,
    /// Least money of every period \[money per period\].
    pub min: f64,
    /// Most money of every period \[money per period\]; none is `f64::INFINITY`.
    pub max: f64,
    /// Least money over the horizon \[money\].
    pub min_total: f64,
    /// Most money over the horizon \[money\]; none is `f64::INFINITY`.
    pub max_total: f64,
    /// Least share of all channels' money over the horizon, 0 to 1.
    pub min_share: f64,
    /// Most of that share, 0 to 1.
    pub max_share: f64,
}

/// A budget that comes in parts: an amount for each calendar quarter, or for each period. Actions are paid from it too.
#[derive(Debug, Clone, PartialEq)]
pub struct Instalments {
    /// The instalment that each of the `T` periods belongs to; it never falls from one period to the next.
    pub of_period: Vec<usize>,
    /// Money of each instalment \[money\]; together they are the budget, to the cent.
    pub amounts: Vec<f64>,
    /// What each is called: a quarter such as `2026 Q1`, or the first day of its period.
    pub names: Vec<String>,
}
