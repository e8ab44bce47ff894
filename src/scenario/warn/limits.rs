//! Warnings about a plan that breaks the limits which its own file sets.

use crate::scenario::Channel;
use crate::scenario::diagnostic::Diagnostic;

use super::plain;

/// Sums and products of amounts are rounded: a plan breaks a limit where it is off by more than this share of it.
const ROUNDING: f64 = 1e-9;

/// The first limit of its own that a channel's planned spend breaks.
pub(super) fn warn(channel: &Channel, key: &str) -> Option<Diagnostic> {
    let (found, allowed) = (by_period(channel))
        .or_else(|| total(channel))
        .or_else(|| committed(channel))
        .or_else(|| burst(channel))
        .or_else(|| ramp(channel))?;
    let warning = Diagnostic::warning(
        format!("{key}.limits"),
        format!("{:?} is planned outside its own limits", channel.name),
    );
    let hint = "change `spend` or `limits`: a proposal keeps the limits, today's plan does not";
    Some(warning.found(found).allowed(allowed).hint(hint))
}

/// Each of these gives what is planned and what would be allowed.
type Broken = Option<(String, String)>;

fn by_period(channel: &Channel) -> Broken {
    let limits = &channel.limits;
    let outside = |&(_, &spend): &(usize, &f64)| spend < limits.min || spend > limits.max;
    let (t, &spend) = channel.spend.iter().enumerate().find(outside)?;
    Some((format!("{} in period {t}", plain(spend)), range(limits.min, limits.max)))
}

fn total(channel: &Channel) -> Broken {
    let limits = &channel.limits;
    let total: f64 = channel.spend.iter().sum();
    let outside = total < limits.min_total * (1.0 - ROUNDING) || total > limits.max_total * (1.0 + ROUNDING);
    outside.then(|| {
        (
            format!("{} over the horizon", plain(total)),
            range(limits.min_total, limits.max_total),
        )
    })
}

fn committed(channel: &Channel) -> Broken {
    let booked = channel.limits.committed.iter();
    let (t, amount, spend) = booked
        .map(|&(t, amount)| (t, amount, channel.spend.get(t).copied().unwrap_or(0.0)))
        .find(|(_, amount, spend)| (spend - amount).abs() > ROUNDING * amount)?;
    Some((
        format!("{} in period {t}", plain(spend)),
        format!("{}, as committed", plain(amount)),
    ))
}

fn burst(channel: &Channel) -> Broken {
    let burst = channel.limits.burst;
    let below = |&(_, &spend): &(usize, &f64)| spend > 0.0 && spend < burst;
    let (t, &spend) = channel.spend.iter().enumerate().find(below)?;
    let allowed = format!("nothing, or {} and more: its burst", plain(burst));
    Some((format!("{} in period {t}", plain(spend)), allowed))
}

fn ramp(channel: &Channel) -> Broken {
    let ramp = channel.limits.ramp?;
    let before = std::iter::once(channel.history).chain(channel.spend.iter().copied());
    let mut pairs = before.zip(&channel.spend).enumerate();
    // what starts from nothing has no relative change
    let (t, (before, &spend)) =
        pairs.find(|&(_, (before, &spend))| before > 0.0 && (spend - before).abs() > ramp * before * (1.0 + ROUNDING))?;
    let (least, most) = ((1.0 - ramp).max(0.0) * before, (1.0 + ramp) * before);
    Some((
        format!("{} in period {t}, after {}", plain(spend), plain(before)),
        format!("{} to {}, by its ramp", plain(least), plain(most)),
    ))
}

fn range(min: f64, max: f64) -> String {
    if max.is_finite() {
        format!("{} to {}", plain(min), plain(max))
    } else {
        format!("{} and more", plain(min))
    }
}
