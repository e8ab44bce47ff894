//! Warnings about the stages: referral loops, lags, targets, rates that look like percentages.

use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::{Distribution, Lag, Retention, Scenario};

use super::{percent, periods, plain};

/// From this gain on a small error of a rate makes a large one of the forecast.
const NEAR_LOOP: f64 = 0.8;

pub(super) fn warn(scenario: &Scenario, warnings: &mut Vec<Diagnostic>) {
    warnings.extend(loop_gain(scenario));
    warnings.extend(lags(scenario));
    targets(scenario, warnings);
    if scenario.money.margin.distribution == Distribution::Known(1.0) {
        let warning = Diagnostic::warning("money.margin", "a margin of 1 means that what is sold costs nothing").found("1");
        warnings.push(warning.hint("write gross profit as a share of revenue, after goods, returns, shipping and payment"));
    }
    let discount = scenario.money.discount_rate.median();
    if discount >= 1.0 {
        let warning =
            Diagnostic::warning("money.discount_rate", "money loses half of its value and more in a year").found(percent(discount));
        warnings.push(warning.hint(format!("write \"{}%\" for {} percent a year", plain(discount), plain(discount))));
    }
}

/// How many new customers a customer brings in its life.
fn loop_gain(scenario: &Scenario) -> Option<Diagnostic> {
    let engage = &scenario.engage;
    let (life, told) = match engage.retention {
        Retention::Constant(share) => {
            let share = share.median();
            (1.0 / (1.0 - share), format!("1 / (1 - {})", plain(share)))
        }
        // Survival into age n is the product of (β+j-1)/(α+β+j-1), j = 1…n; within the horizon, for it may sum to infinity.
        Retention::ShiftedBetaGeometric { alpha, beta } => {
            let (alpha, beta) = (alpha.median(), beta.median());
            let survival = (1..scenario.plan.periods).scan(1.0, |survival, age| {
                let kept = beta + age as f64 - 1.0;
                *survival *= kept / (alpha + kept);
                Some(*survival)
            });
            let life = 1.0 + survival.sum::<f64>();
            (life, periods(life))
        }
    };
    let (referral, act, convert) = (engage.referral.median(), scenario.act.rate.median(), scenario.convert.rate.median());
    let gain = referral * act * convert * life;
    if gain < NEAR_LOOP {
        return None;
    }
    let what = if gain >= 1.0 {
        "each customer brings more than one new customer: the number grows without end"
    } else {
        "each customer brings nearly one new customer: small changes grow large"
    };
    let capped = match (&scenario.reach.audience, &scenario.convert.capacity) {
        (None, None) => "nothing caps it: set `reach.audience` or `convert.capacity`, or check `engage.referral` and `engage.retention`",
        _ => "only the audience or the capacity stops it: check `engage.referral` and `engage.retention`",
    };
    let warning = Diagnostic::warning("engage.referral", what)
        .found(format!(
            "{} visits a period × {} act × {} convert × {told} periods = {}",
            plain(referral),
            percent(act),
            percent(convert),
            plain(gain)
        ))
        .allowed("well below 1");
    Some(warning.hint(capped))
}

/// A horizon that ends before what it pays for arrives.
fn lags(scenario: &Scenario) -> Option<Diagnostic> {
    let typical = |lag: Lag| match lag {
        Lag::Periods(periods) => periods as f64,
        Lag::Gamma { mean, .. } => mean,
    };
    let (act, convert) = (typical(scenario.act.lag), typical(scenario.convert.lag));
    let horizon = scenario.plan.periods as f64;
    if act + convert < horizon {
        return None;
    }
    let key = if act > convert { "act.lag" } else { "convert.lag" };
    let warning = Diagnostic::warning(key, "the plan ends before the customers arrive that its first visits become")
        .found(format!("{} from visit to customer", periods(act + convert)))
        .allowed(format!("less than the plan's {}", periods(horizon)));
    Some(warning.hint("plan more periods; what comes later is in the residual alone"))
}

/// Stage targets that today's rates reach already.
fn targets(scenario: &Scenario, warnings: &mut Vec<Diagnostic>) {
    let retention = match scenario.engage.retention {
        Retention::Constant(share) => Some(share.median()),
        Retention::ShiftedBetaGeometric { .. } => None,
    };
    let (act, convert, engage) = (&scenario.act, &scenario.convert, &scenario.engage);
    for (key, target, today) in [
        ("act.target", act.target, Some(act.rate.median())),
        ("convert.target", convert.target, Some(convert.rate.median())),
        ("engage.retention_target", engage.retention_target, retention),
        ("engage.repeat_target", engage.repeat_target, Some(engage.repeat_rate.median())),
    ] {
        let (Some(target), Some(today)) = (target, today) else { continue };
        if target < today {
            let warning = Diagnostic::warning(key, format!("`{key}` is below today's value"))
                .found(plain(target))
                .allowed(format!("above {}, today's median", plain(today)));
            warnings.push(warning.hint("a stage that has reached its target is never the weakest: aim higher, or leave the target out"));
        }
    }
}
