//! The scorecard: Plan and four stages by volume, quality, value and cost, each with target and grade.

use serde::Serialize;

/// The whole card.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scorecard {
    /// Plan first, then the four stages.
    pub rows: Vec<Row>,
    /// 0 to 100: how near the graded cells are to their targets.
    pub score: Option<f64>,
    /// Shares of place and media in visits, customers and gross profit, in the Plan row.
    pub shares: Vec<Share>,
}

/// One row: `plan`, `reach`, `act`, `convert`, `engage`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    pub name: &'static str,
    pub cells: Vec<Cell>,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    pub aspect: Aspect,
    /// Key of the figure, as in totals and KPIs where it is one of them.
    pub measure: &'static str,
    /// Words for a table: "cost per lead".
    pub label: &'static str,
    pub unit: Unit,
    pub value: Option<f64>,
    pub target: Option<f64>,
    pub grade: Option<Grade>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    Volume,
    Quality,
    Value,
    Cost,
}

/// How a figure is to be read and printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Count,
    Rate,
    Money,
    /// A ratio without unit, such as LTV : CAC.
    Ratio,
    Periods,
}

/// Share of the target reached, from `A` (reached) down; the rule is in the documentation of the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Grade {
    A,
    B,
    C,
    D,
    E,
}

/// What one kind of source brings.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Share {
    /// `online` and `offline`; `paid`, `owned` and `earned` channels; `organic` and `referral` visits.
    pub kind: &'static str,
    pub visits: Option<f64>,
    pub customers: Option<f64>,
    pub gross: Option<f64>,
}
