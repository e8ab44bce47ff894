//! Warnings about channels: spend that nobody has tried, spend outside limits, channels that move nothing.

use std::f64::consts::LN_2;

use crate::math::{exp, ln};
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::node::join;
use crate::scenario::{Carryover, Channel, Decay, Distribution, LiftEffect, Quantity, ReachSize, Scenario};

use super::{limits, periods, plain};

/// A lift from here on is rather a percentage without its sign.
const HUGE_LIFT: f64 = 5.0;

pub(super) fn warn(scenario: &Scenario, warnings: &mut Vec<Diagnostic>) {
    for channel in &scenario.channels {
        let key = join("channel", &channel.name);
        warnings.extend(untried(channel, &key));
        warnings.extend(limits::warn(channel, &key));
        warnings.extend(idle(channel, &key));
        warnings.extend(slow(channel, &key, scenario.plan.periods as f64));
        lifts(channel, &key, warnings);
    }
}

/// Spend that leaves the observed range.
fn untried(channel: &Channel, key: &str) -> Option<Diagnostic> {
    let (min, max) = channel.observed;
    let (t, &spend) = channel.spend.iter().enumerate().find(|&(_, &spend)| spend < min || spend > max)?;
    let warning = Diagnostic::warning(
        format!("{key}.spend"),
        format!("{:?} is planned outside the range ever spent", channel.name),
    )
    .found(format!("{} in period {t}", plain(spend)))
    .allowed(format!("{} to {}, as observed", plain(min), plain(max)));
    Some(warning.hint("its response there is a guess: stay inside, or widen `observed` if you have spent as much before"))
}

/// A channel that costs and does nothing.
fn idle(channel: &Channel, key: &str) -> Option<Diagnostic> {
    let zero = |quantity: &Quantity| quantity.distribution == Distribution::Known(0.0);
    let reaches = channel.reach.as_ref().is_some_and(|reach| match &reach.size {
        ReachSize::Visits(visits) => !zero(visits),
        ReachSize::Today(_) | ReachSize::Cost(_) => true,
    });
    let lifts = [&channel.act, &channel.convert, &channel.retention, &channel.repeat];
    let lifts = lifts.into_iter().flatten().any(|effect| !zero(&effect.lift));
    let boosts = channel.boosts.iter().any(|(_, lift)| !zero(lift));
    if reaches || lifts || boosts {
        return None;
    }
    let warning = Diagnostic::warning(key, format!("{:?} moves nothing", channel.name));
    Some(warning.hint("give it a `reach`, `act`, `convert`, `retention` or `repeat`; as it is, money spent on it is lost"))
}

/// A channel whose effect comes after the plan.
fn slow(channel: &Channel, key: &str, horizon: f64) -> Option<Diagnostic> {
    // Half of the effect has come after so many periods.
    let half = match &channel.carryover {
        Carryover::None => return None,
        Carryover::Geometric {
            decay: Decay::HalfLife(half_life),
            ..
        } => half_life.median(),
        Carryover::Geometric {
            decay: Decay::Rate(decay), ..
        } => -LN_2 / ln(decay.median()),
        Carryover::Binomial { decay, window } => *window as f64 * (1.0 - exp(-LN_2 * decay.median())),
        Carryover::Delayed { peak, .. } => *peak,
        Carryover::Weibull { shape, scale, .. } => scale.median() * exp(ln(LN_2) / shape.median()),
    };
    let window = match channel.carryover {
        Carryover::Geometric { window: Some(window), .. } | Carryover::Weibull { window, .. } => window as f64,
        _ => f64::INFINITY,
    };
    let half = half.min(window);
    if half <= horizon {
        return None;
    }
    let warning = Diagnostic::warning(
        format!("{key}.carryover"),
        format!("half of what {:?} does comes after the plan", channel.name),
    )
    .found(format!("half of the effect after {}", periods(half)))
    .allowed(format!("up to the plan's {}", periods(horizon)));
    Some(warning.hint("plan more periods, or check the carryover: it counts in periods of this plan"))
}

/// Lifts that are rather percentages.
fn lifts(channel: &Channel, key: &str, warnings: &mut Vec<Diagnostic>) {
    let effects: [(&str, &Option<LiftEffect>); 4] = [
        ("act", &channel.act),
        ("convert", &channel.convert),
        ("retention", &channel.retention),
        ("repeat", &channel.repeat),
    ];
    for (name, effect) in effects {
        let Some(effect) = effect else { continue };
        warnings.extend(huge(&format!("{key}.{name}.lift"), effect.lift.median()));
    }
}

/// A lift of 20, where 20 % is meant.
pub(super) fn huge(key: &str, lift: f64) -> Option<Diagnostic> {
    if lift < HUGE_LIFT {
        return None;
    }
    let warning = Diagnostic::warning(key, format!("a lift of {} multiplies by {}", plain(lift), plain(1.0 + lift))).found(plain(lift));
    Some(warning.hint(format!("write \"{}%\" for {} percent", plain(lift), plain(lift))))
}
