//! What a clash of limits says to a planner.

use std::fmt::Write as _;

use crate::format::{Format, has_cents};
use crate::optimize::feasible::{Budget, Infeasible};
use crate::optimize::limit::Limit;
use crate::scenario::Scenario;

use super::{Clashing, Conflict};

/// Limits that are told one by one; of more the number is told.
const TOLD: usize = 8;

/// The limits that clash, a line each, with what to change.
pub(super) fn limits(clashing: &Clashing) -> String {
    let conflicts = clashing.conflicts();
    if conflicts.is_empty() {
        return reason(clashing);
    }
    let mut text = head(conflicts, clashing.is_irreducible());
    let teller = Teller {
        clashing,
        format: Format::new(&clashing.scenario.plan.currency),
    };
    for conflict in conflicts.iter().take(TOLD) {
        let _ = write!(text, "\n  {}", teller.line(conflict));
    }
    if conflicts.len() > TOLD {
        let _ = write!(text, "\n  and {} more", conflicts.len() - TOLD);
    }
    if conflicts.len() > 1 {
        text.push_str(if clashing.is_irreducible() {
            "\nchange one of them as said, or several by less"
        } else {
            "\nchange some of them"
        });
    }
    let has_to_be_spent = conflicts[0].limit == Limit::Budget && conflicts[0].by.is_some_and(|by| by < 0.0);
    if has_to_be_spent && matches!(clashing.budget, Budget::Exactly(_)) {
        text.push_str(if conflicts.len() > 1 { ", " } else { "\n" });
        text.push_str("or set plan.spend_all = false");
    }
    text
}

fn head(conflicts: &[Conflict], is_irreducible: bool) -> String {
    let asks_budget = conflicts[0].limit == Limit::Budget;
    let others = || conflicts.iter().skip(1).map(|conflict| conflict.limit);
    let what = if conflicts.len() == 1 {
        "no plan keeps this limit"
    } else if !is_irreducible {
        "the limits clash: no plan keeps all of these, though perhaps not all of them are to blame"
    } else if asks_budget && others().all(is_minimum) {
        "the minimums add up to more than the budget"
    } else if asks_budget && others().all(is_maximum) {
        "the maximums add up to less than the budget, which has to be spent"
    } else {
        "the limits clash: no plan keeps all of these, and any part of them can be kept"
    };
    format!("{what}:")
}

const fn is_minimum(limit: Limit) -> bool {
    matches!(
        limit,
        Limit::Min(_) | Limit::MinTotal(_) | Limit::GroupMin(_) | Limit::GroupMinTotal(_) | Limit::Burst(_)
    )
}

const fn is_maximum(limit: Limit) -> bool {
    matches!(
        limit,
        Limit::Max(_) | Limit::MaxTotal(_) | Limit::GroupMax(_) | Limit::GroupMaxTotal(_)
    )
}

/// What a search found out, where it is not known which limits clash.
fn reason(clashing: &Clashing) -> String {
    let remedy = match clashing.reason {
        Infeasible::MinimumsAboveBudget { .. } => "raise plan.budget or lower the channels' limits.min",
        Infeasible::MaximumsBelowBudget { .. } => "lower plan.budget, raise the channels' limits.max, or set plan.spend_all = false",
        _ => "check plan.budget and the limits",
    };
    format!(
        "{} (the channels' money: {} of the budget is for actions); {remedy}",
        clashing.reason, clashing.actions
    )
}

/// A limit's amount, in its unit.
enum Amount {
    Money(f64),
    MoneyAPeriod(f64),
    Share(f64),
    /// No amount is meant.
    None,
}

struct Teller<'a> {
    clashing: &'a Clashing,
    format: Format,
}

impl Teller<'_> {
    fn line(&self, conflict: &Conflict) -> String {
        let amount = self.amount(conflict.limit);
        let value = match amount {
            Amount::Money(money) => format!(" = {}", self.format.money_exact(money)),
            Amount::MoneyAPeriod(money) => format!(" = {} a period", self.format.money_exact(money)),
            Amount::Share(share) => format!(" = {}", self.format.percent(share)),
            Amount::None => String::new(),
        };
        let over_time = match (conflict.limit, &amount) {
            (Limit::Min(_) | Limit::Max(_), Amount::MoneyAPeriod(money)) => {
                let periods = (self.clashing.constraints.iter())
                    .filter(|constraint| constraint.limit == conflict.limit)
                    .count();
                format!(" ({} over the horizon)", self.format.money_exact(money * periods as f64))
            }
            (Limit::Budget, _) if self.clashing.actions > 0.0 => {
                format!(", of which actions take {}", self.format.money_exact(self.clashing.actions))
            }
            _ => String::new(),
        };
        format!("{}{value}{over_time}{}", conflict.key, self.change(conflict, &amount))
    }

    fn change(&self, conflict: &Conflict, amount: &Amount) -> String {
        let Some(by) = conflict.enough.or(conflict.by) else {
            return match conflict.limit {
                Limit::Locked(_) => ": unlock it".to_owned(),
                Limit::Committed(_) => ": check what is booked".to_owned(),
                _ => String::new(),
            };
        };
        let verb = if by > 0.0 { "raise" } else { "lower" };
        // another clash is left where this change is not enough for all limits
        let least = if conflict.enough.is_some() { "" } else { "at least " };
        let (size, period) = match *amount {
            Amount::Share(_) => (format!("{} points", points(by.abs())), ""),
            Amount::MoneyAPeriod(most) => (self.rounded_up(by, most), " a period"),
            Amount::Money(most) => (self.rounded_up(by, most), ""),
            Amount::None => return String::new(),
        };
        format!(": {verb} it by {least}{size}{period}")
    }

    /// Money to the digit that is shown, so that it is enough; what is lowered to nothing needs no more than all of it.
    fn rounded_up(&self, by: f64, value: f64) -> String {
        let size = by.abs();
        let cents = has_cents(&self.clashing.scenario.plan.currency);
        let grain = if cents && size < 1_000.0 { 0.01 } else { 1.0 };
        // a sum of many amounts is off by this much
        let rounding = 1e-9 * self.clashing.budget.amount().abs().max(size);
        let nearest = (size / grain).round() * grain;
        let shown = if size <= nearest + rounding {
            nearest
        } else {
            (size / grain).ceil() * grain
        };
        self.format.money_exact(if by < 0.0 { shown.min(value) } else { shown })
    }

    /// What the scenario says.
    fn amount(&self, limit: Limit) -> Amount {
        let scenario: &Scenario = &self.clashing.scenario;
        let channel = |c: usize| &scenario.channels[c].limits;
        let group = |g: usize| &scenario.plan.groups[g];
        let total = self.clashing.budget.amount() + self.clashing.actions;
        match limit {
            Limit::Budget => Amount::Money(total),
            Limit::Instalment(k) => scenario.plan.budget_by.as_ref().map_or(Amount::None, |parts| {
                Amount::Money(parts.amounts[k] * total / parts.amounts.iter().sum::<f64>())
            }),
            Limit::Min(c) => Amount::MoneyAPeriod(channel(c).min),
            Limit::Max(c) => Amount::MoneyAPeriod(channel(c).max),
            Limit::MinTotal(c) => Amount::Money(channel(c).min_total),
            Limit::MaxTotal(c) => Amount::Money(channel(c).max_total),
            Limit::Locked(_) | Limit::Committed(_) | Limit::Cac | Limit::Roi | Limit::Payback | Limit::Leads => Amount::None,
            Limit::Step(c) => channel(c).step.map_or(Amount::None, Amount::Share),
            Limit::Ramp(c) => channel(c).ramp.map_or(Amount::None, Amount::Share),
            Limit::Burst(c) => Amount::MoneyAPeriod(channel(c).burst),
            Limit::GroupMin(g) => Amount::MoneyAPeriod(group(g).min),
            Limit::GroupMax(g) => Amount::MoneyAPeriod(group(g).max),
            Limit::GroupMinTotal(g) => Amount::Money(group(g).min_total),
            Limit::GroupMaxTotal(g) => Amount::Money(group(g).max_total),
            Limit::GroupMinShare(g) => Amount::Share(group(g).min_share),
            Limit::GroupMaxShare(g) => Amount::Share(group(g).max_share),
        }
    }
}

/// Points of a share, rounded up to a tenth; what is found by halves is off by far less than the thousandth of a point that is let pass.
fn points(share: f64) -> String {
    let tenths = (share * 1_000.0 - 0.01).ceil().max(1.0);
    let text = format!("{:.1}", tenths / 10.0);
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

/// Minimum flights that fit no budget.
pub(super) fn bursts(budget: f64, currency: &str, bursts: &[(String, f64)]) -> String {
    let format = Format::new(currency);
    let mut text = format!(
        "no pattern of minimum flights that was tried fits the {} for channels and the other limits:",
        format.money_exact(budget)
    );
    for (key, amount) in bursts.iter().take(TOLD) {
        let _ = write!(text, "\n  {key} = {} a period, or nothing", format.money_exact(*amount));
    }
    if bursts.len() > TOLD {
        let _ = write!(text, "\n  and {} more", bursts.len() - TOLD);
    }
    text.push_str("\nlower a burst, change plan.budget, or set plan.spend_all = false");
    text
}
