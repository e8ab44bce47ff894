//! Warnings about budget, targets and season.

use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::{Measure, Scenario, Season};

use super::{percent, plain};

/// A season is about 1 on average within this.
const SEASON_TOLERANCE: f64 = 0.05;

pub(super) fn warn(scenario: &Scenario, warnings: &mut Vec<Diagnostic>) {
    budget(scenario, warnings);
    targets(scenario, warnings);
    warnings.extend(season(scenario));
    if scenario.channels.is_empty() {
        let warning = Diagnostic::warning("channel", "there is no channel: there is nothing to plan");
        warnings.push(warning.hint("add a `[[channel]]` with `name` and `spend`"));
    }
}

/// A budget that limits cannot take, or that cannot pay for what limits demand.
fn budget(scenario: &Scenario, warnings: &mut Vec<Diagnostic>) {
    let Some(budget) = scenario.plan.budget else { return };
    let periods = scenario.plan.periods as f64;
    let sum = |limit: fn(&crate::scenario::Limits) -> f64| scenario.channels.iter().map(|channel| limit(&channel.limits)).sum::<f64>();
    let actions: f64 = scenario.actions.iter().map(|action| action.price(scenario.plan.periods)).sum();
    let (least, most) = (sum(|limits| limits.min) * periods, sum(|limits| limits.max) * periods + actions);
    // Amounts of money are compared to a millionth: sums are rounded.
    if budget > most * (1.0 + 1e-6) && scenario.plan.spend_all {
        let warning = Diagnostic::warning(
            "plan.budget",
            "the budget is more than the limits of all channels and all actions can take",
        )
        .found(plain(budget))
        .allowed(format!("up to {}", plain(most)));
        warnings.push(warning.hint("raise `limits.max` of a channel, lower the budget, or set `spend_all = false`"));
    }
    if budget < least * (1.0 - 1e-6) {
        let warning = Diagnostic::warning("plan.budget", "the budget is less than the channels' least spend")
            .found(plain(budget))
            .allowed(format!("{} and more", plain(least)));
        warnings.push(warning.hint("lower `limits.min` of a channel, or raise the budget"));
    }
}

/// A target that today's figures reach already.
fn targets(scenario: &Scenario, warnings: &mut Vec<Diagnostic>) {
    for (measure, &target) in &scenario.plan.targets {
        let Some(&today) = scenario.plan.today.get(measure) else { continue };
        // Totals of a period add up over the horizon, rates and tracked figures do not.
        let adds_up = !measure.is_tracked() && !matches!(measure, Measure::ActRate | Measure::ConvertRate);
        let over = if adds_up { today * scenario.plan.periods as f64 } else { today };
        if target < over && !measure.is_cost() {
            let key = measure.key();
            let why = if adds_up {
                format!("{} in {} periods like today's", plain(over), scenario.plan.periods)
            } else {
                format!("{} today", plain(today))
            };
            let warning = Diagnostic::warning(
                format!("plan.targets.{key}"),
                format!("the target of `{key}` is below today's value"),
            )
            .found(plain(target))
            .allowed(why);
            warnings.push(warning.hint("targets are of the whole horizon, `plan.today` of one period: check both"));
        }
    }
}

/// A season that makes a normal year more or less than a year of normal periods.
fn season(scenario: &Scenario) -> Option<Diagnostic> {
    let (key, index) = match &scenario.reach.season {
        Season::Monthly(months) => ("reach.season", months.as_slice()),
        // A part of a year need not be average.
        Season::ByPeriod(index) if index.len() as f64 >= scenario.plan.period.per_year() => ("reach.season_by_period", index.as_slice()),
        Season::Flat | Season::ByPeriod(_) => return None,
    };
    let mean = index.iter().sum::<f64>() / index.len() as f64;
    if (mean - 1.0).abs() <= SEASON_TOLERANCE {
        return None;
    }
    let warning = Diagnostic::warning(key, "the season does not average about 1")
        .found(format!("a mean of {}", plain(mean)))
        .allowed(format!("1 ± {}", percent(SEASON_TOLERANCE)));
    Some(warning.hint(format!(
        "all other numbers are at index 1: divide each index by {}, or check that the visits are of such a period",
        plain(mean)
    )))
}
