//! Random channels: quantities, curves, carryovers, spends, boosts.

use osa::scenario::{
    BoostTarget, Carryover, Channel, Curve, Decay, Distribution, Lag, LiftEffect, Limits, Media, Pacing, Place, Quantity, ReachEffect,
    ReachSize,
};

use super::{Allow, Draw, known};

/// An amount, known or with an interval around it.
pub fn amount(draw: &mut Draw, value: f64) -> Quantity {
    if value > 0.0 && draw.chance(0.2) {
        Quantity {
            distribution: Distribution::LogNormalInterval {
                low: value / 1.3,
                high: value * 1.3,
            },
        }
    } else {
        known(value)
    }
}

/// A rate, known or with an interval around it.
pub fn rate(draw: &mut Draw, value: f64) -> Quantity {
    if value > 0.0 && draw.chance(0.2) {
        Quantity {
            distribution: Distribution::LogitNormalInterval {
                low: value * 0.8,
                high: value + (1.0 - value) * 0.2,
            },
        }
    } else {
        known(value)
    }
}

pub fn slope(draw: &mut Draw, steepest: f64) -> Quantity {
    let below = draw.uniform(0.4, 0.95);
    let above = draw.uniform(1.05, steepest.max(1.05));
    let value = draw.pick(&[below, 1.0, above]).min(steepest);
    amount_up_to(draw, value, steepest)
}

pub fn amount_up_to(draw: &mut Draw, value: f64, most: f64) -> Quantity {
    if value * 1.3 < most { amount(draw, value) } else { known(value) }
}

pub fn half_spend(draw: &mut Draw) -> Quantity {
    let value = draw.uniform(400.0, 4000.0);
    amount(draw, value)
}

/// A curve with a ceiling: what may lift and boost.
pub fn ceiling_curve(draw: &mut Draw) -> Curve {
    let half_spend = half_spend(draw);
    match draw.whole(0, 4) {
        0 => Curve::Hill { half_spend, slope: None },
        1 | 2 => Curve::Hill {
            half_spend,
            slope: Some(slope(draw, 3.0)),
        },
        3 => Curve::Exponential { half_spend },
        _ => Curve::Logistic { half_spend },
    }
}

pub fn reach_effect(draw: &mut Draw, history: f64) -> ReachEffect {
    let curve = match draw.whole(0, 8) {
        0 => Curve::Linear,
        1 => Curve::Log {
            half_spend: half_spend(draw),
        },
        2 => Curve::Power {
            half_spend: half_spend(draw),
            slope: None,
        },
        3 => Curve::Power {
            half_spend: half_spend(draw),
            slope: Some(slope(draw, 1.0)),
        },
        _ => ceiling_curve(draw),
    };
    let size = if history > 0.0 && draw.chance(0.35) {
        let today = draw.uniform(100.0, 2000.0);
        ReachSize::Today(amount(draw, today))
    } else if curve == Curve::Linear {
        let cost = draw.uniform(0.5, 5.0);
        ReachSize::Cost(amount(draw, cost))
    } else {
        let visits = if draw.chance(0.05) { 0.0 } else { draw.uniform(100.0, 5000.0) };
        ReachSize::Visits(amount(draw, visits))
    };
    ReachEffect { curve, size }
}

pub fn lift_size(draw: &mut Draw, harm: bool) -> Quantity {
    if harm && draw.chance(0.3) {
        known(draw.uniform(-0.6, 0.0))
    } else {
        let value = draw.uniform(0.02, 1.2);
        amount(draw, value)
    }
}

pub fn carryover(draw: &mut Draw) -> Carryover {
    let window = draw.whole(1, 9);
    let decay = |draw: &mut Draw| {
        let value = draw.uniform(0.05, 0.85);
        rate(draw, value)
    };
    match draw.whole(0, 7) {
        0 => Carryover::None,
        1 => Carryover::Geometric {
            decay: Decay::Rate(decay(draw)),
            window: None,
        },
        2 => Carryover::Geometric {
            decay: Decay::HalfLife(known(draw.uniform(0.2, 4.0))),
            window: None,
        },
        3 => Carryover::Geometric {
            decay: Decay::Rate(decay(draw)),
            window: Some(window),
        },
        4 => Carryover::Geometric {
            decay: Decay::HalfLife(known(draw.uniform(0.2, 4.0))),
            window: Some(window),
        },
        5 => Carryover::Binomial {
            decay: decay(draw),
            window,
        },
        6 => Carryover::Delayed {
            decay: decay(draw),
            peak: draw.uniform(0.0, window as f64),
            window,
        },
        _ => Carryover::Weibull {
            // no weight below 1e-16: a pressure that underflows has a test of its own
            shape: known(draw.uniform(0.5, 2.0)),
            scale: known(draw.uniform(1.5, 5.0)),
            window,
        },
    }
}

pub fn lag(draw: &mut Draw) -> Lag {
    match draw.whole(0, 3) {
        0 | 1 => Lag::Periods(draw.pick(&[0, 0, 1, 2, 5])),
        _ => {
            let mean = draw.uniform(0.2, 4.0);
            Lag::Gamma {
                mean,
                sd: mean * draw.uniform(0.2, 1.5),
            }
        }
    }
}

/// Spends of a channel: steady, moving, in flights with silence between, or none at all.
pub fn spends(draw: &mut Draw, periods: usize) -> Vec<f64> {
    let level = draw.uniform(200.0, 3000.0);
    match draw.whole(0, 9) {
        0 => vec![0.0; periods],
        1 => vec![level; periods],
        2 | 3 => (0..periods)
            .map(|_| if draw.chance(0.4) { 0.0 } else { level * draw.uniform(0.2, 2.0) })
            .collect(),
        _ => (0..periods).map(|_| level * draw.uniform(0.2, 2.0)).collect(),
    }
}

pub fn channel(draw: &mut Draw, allow: Allow, name: String, periods: usize) -> Channel {
    let spend = spends(draw, periods);
    let history = match draw.whole(0, 3) {
        0 => 0.0,
        1 => spend[0],
        _ => draw.uniform(100.0, 3000.0),
    };
    let lifting = allow.lifts && draw.chance(0.5);
    let lift = |draw: &mut Draw| {
        (lifting && draw.chance(0.4)).then(|| LiftEffect {
            curve: ceiling_curve(draw),
            lift: lift_size(draw, allow.harm),
        })
    };
    let (act, convert, retention, repeat) = (lift(draw), lift(draw), lift(draw), lift(draw));
    let nothing_else = act.is_none() && convert.is_none() && retention.is_none() && repeat.is_none();
    let quality = |draw: &mut Draw| {
        let least = if allow.harm { 0.4 } else { 1.0 };
        (allow.qualities && draw.chance(0.35)).then(|| known(draw.uniform(least, 2.5)))
    };
    Channel {
        name,
        media: Media::Paid,
        place: Place::Online,
        observed: (0.0, 1e6),
        price_index: if allow.prices && draw.chance(0.35) {
            (0..periods).map(|_| draw.uniform(0.6, 1.6)).collect()
        } else {
            vec![1.0; periods]
        },
        carryover: carryover(draw),
        act_quality: quality(draw),
        convert_quality: quality(draw),
        boosts: Vec::new(),
        reach: (nothing_else || draw.chance(0.75)).then(|| reach_effect(draw, history)),
        act,
        convert,
        retention,
        repeat,
        pacing: Pacing::Free,
        limits: Limits::default(),
        spend,
        history,
    }
}

/// Boosts between channels that may have them: the booster's reach has a ceiling, the target has a reach.
pub fn add_boosts(draw: &mut Draw, channels: &mut [Channel]) {
    let targets: Vec<usize> = (0..channels.len()).filter(|&c| channels[c].reach.is_some()).collect();
    for (c, booster) in channels.iter_mut().enumerate() {
        let has_ceiling = booster
            .reach
            .is_some_and(|reach| matches!(reach.curve, Curve::Hill { .. } | Curve::Exponential { .. } | Curve::Logistic { .. }));
        if !has_ceiling {
            continue;
        }
        let mut boosts = Vec::new();
        if draw.chance(0.3) {
            boosts.push((BoostTarget::Organic, known(draw.uniform(0.0, 0.8))));
        }
        for &target in targets.iter().filter(|&&target| target != c) {
            if draw.chance(0.25) {
                boosts.push((BoostTarget::Channel(target), known(draw.uniform(0.05, 0.8))));
            }
        }
        booster.boosts = boosts;
    }
}
