//! Floor 1: what a planner writes. Types of a checked scenario, reading, checks, diagnostics.
//!
//! A file goes through four steps: its bytes become a text within limits (`source`), the text a TOML tree in which every value knows
//! its place (`syntax`), the tree the tables of the file (`file` and the files `file_*`, which are the list of all keys), the tables a checked [`Scenario`]
//! (`check`). Each step goes on after a mistake, so that all of them are reported at once.

mod action;
mod assumptions;
mod calendar;
mod channel;
mod check;
mod choice;
mod defaults;
mod diagnostic;
mod domain;
mod edit;
mod file;
mod file_lab;
mod file_limits;
mod file_report;
mod file_truth;
mod findings;
mod fingerprint;
mod funnel;
mod inverse;
mod key;
mod lab_keys;
mod limits;
mod list;
mod loaded;
mod locate;
mod names;
mod node;
mod number;
mod overrides;
mod picture;
mod plan;
mod quantity;
mod render;
mod report_keys;
mod schema;
mod source;
mod sources;
mod suggest;
mod syntax;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod unit;
mod value;
mod warn;
mod word;
mod write;
mod written;

pub use action::{Action, Moves};
pub use assumptions::{Assumption, Ends, Figure, Origin, Sourced};
pub use channel::{BoostTarget, Carryover, Channel, Curve, Decay, LiftEffect, Media, Place, ReachEffect, ReachSize};
pub use diagnostic::{Diagnostic, Location, Problems, Severity};
pub use funnel::{Act, Capacity, Convert, Engage, Lag, Money, Reach, Retention, Season};
pub use inverse::Inverse;
pub use lab_keys::{Believed, Competitor, Drift, LabKeys, Moved, Shock, TamperRule};
pub use limits::{Group, Instalments, Limits, PlanLimits};
pub use loaded::Loaded;
pub use picture::svg_fault;
pub use plan::{Measure, Objective, Pacing, Period, Plan};
pub use quantity::{Distribution, Quantity};
pub use render::{Colour, render};
pub use report_keys::{Appearance, Logo, LogoKind, ReportKeys, Section};
pub use schema::schema;
pub use unit::Unit;

/// A checked scenario: every number is inside its domain, every name resolves.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    pub plan: Plan,
    pub reach: Reach,
    pub act: Act,
    pub convert: Convert,
    pub engage: Engage,
    pub money: Money,
    /// Channels, in the order of the file.
    pub channels: Vec<Channel>,
    /// Actions, in the order of the file.
    pub actions: Vec<Action>,
    /// How documents made of it look and what they hold; no result hangs on it.
    pub report: ReportKeys,
    /// The hidden world of the lab; no forecast hangs on it.
    pub lab: LabKeys,
}

impl Scenario {
    /// Periods after the horizon in which what is under way runs off: `round(P · lifetime)`, half up.
    #[must_use]
    pub fn run_off(&self) -> usize {
        (self.plan.period.per_year() * self.money.lifetime + 0.5).floor() as usize
    }

    /// What people call the objective, so that nobody takes it for the profit of the horizon where it is another sum.
    #[must_use]
    pub fn objective_name(&self) -> &'static str {
        match self.plan.objective {
            Objective::Profit if self.money.count_residual && self.run_off() > 0 => "long-term profit",
            Objective::Profit if self.money.discount_rate.median() > 0.0 => "NPV",
            objective => objective.word(),
        }
    }
}
