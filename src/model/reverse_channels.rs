//! The way back through the channels: visits, boosts and lifts → effects → pressure → spend.

use crate::math::Real;
use crate::scenario::BoostTarget;

use super::carryover::{Back, Edge};
use super::channel::Today;
use super::curve::{Pull, settle_at_zero};
use super::forward::ORGANIC;
use super::forward_channels::felt;
use super::{Form, Gradient, Inputs, Model, Workspace};

/// Raw visits → effects of the reach curves, boosts, sizes, organic visits.
#[inline(always)]
pub(super) fn reach<F: Real>(model: &Model, inputs: &Inputs<'_, F>, ws: &Workspace<F>, out: &mut Gradient<F>) {
    let (horizon, room, periods) = (model.horizon, ws.room, ws.periods);
    let params = inputs.params;
    let lever = inputs.levers.reach;
    let organic = model.organic.of(params);
    let mut by_index = F::zero();
    for t in 0..horizon {
        let season = F::from_f64(model.season[t]);
        let rest = out.raw[t] * season * ws.organic_boost[t] * ws.factor[ORGANIC * periods + t];
        by_index += rest;
        out.factor[ORGANIC * periods + t] = rest * organic * lever;
    }
    by_index += out.steady.raw[0];
    out.params[model.organic.index()] += by_index * lever;
    out.levers.reach += by_index * organic;

    for (c, channel) in model.channels.iter().enumerate() {
        let Some(reach) = channel.reach else { continue };
        let (at, followed) = (reach.curve * room, ws.followed[c]);
        let today = Today {
            effect: ws.effect_today[reach.curve],
            boost: ws.boost_today[c],
        };
        let ceiling = ws.ceiling[c];
        let raw = &out.raw[channel.stream * room..channel.stream * room + followed];
        let boost = |t: usize| if channel.boosted { ws.boost[c * room + t] } else { F::one() };
        let (mut by_ceiling, mut by_lever) = (F::zero(), F::zero());
        for (t, &raw) in raw.iter().enumerate() {
            let indexed = raw * boost(t) * ws.index[t];
            by_ceiling += indexed * ws.effect[at + t];
            out.effect[at + t] += indexed * ceiling;
            let season = if t < horizon { F::from_f64(model.season[t]) } else { F::one() };
            by_lever += raw * boost(t) * season * ws.effect[at + t];
        }
        let steady = out.steady.raw[channel.stream];
        by_ceiling += steady * today.effect * today.boost * lever;
        out.levers.reach += (by_lever + steady * today.effect * today.boost) * ceiling;
        let mut by_today = Today {
            effect: steady * ceiling * today.boost * lever,
            boost: steady * ceiling * today.effect * lever,
        };
        reach
            .size
            .reverse(params, ceiling, today, by_ceiling, &mut by_today, &mut out.params);
        out.effect_today[reach.curve] += by_today.effect;
        out.boost_today[c] += by_today.boost;
    }
    boost(model, inputs, ws, out);
}

/// Boost factors → effects of the boosters and sizes of the boosts.
#[inline(always)]
fn boost<F: Real>(model: &Model, inputs: &Inputs<'_, F>, ws: &Workspace<F>, out: &mut Gradient<F>) {
    let (horizon, room, periods) = (model.horizon, ws.room, ws.periods);
    let params = inputs.params;
    let one = F::one();
    for boost in &model.boosts {
        let Some(reach) = model.channels[boost.booster].reach else {
            continue;
        };
        let size = boost.size.of(params);
        let (at, followed) = (reach.curve * room, ws.followed[boost.booster]);
        let effect_today = ws.effect_today[reach.curve];
        let factor_today = size.mul_add(effect_today, one);
        let mut by_size = F::zero();
        match boost.target {
            BoostTarget::Organic => {
                // visits × (1 + m g) / (1 + m g₀): the adjoint of the logarithm of the factor is that of the visits times them
                let mut by_today = F::zero();
                for t in 0..horizon {
                    let log = out.factor[ORGANIC * periods + t];
                    let g = ws.effect[at + t];
                    let part = log / size.mul_add(g, one);
                    by_size += part * g;
                    out.effect[at + t] += part * size;
                    by_today += log;
                }
                let part = by_today / factor_today;
                by_size -= part * effect_today;
                out.effect_today[reach.curve] -= part * size;
            }
            BoostTarget::Channel(target) => {
                let channel = &model.channels[target];
                let Some(boosted) = channel.reach else { continue };
                for t in 0..followed.min(ws.followed[target]) {
                    let visits = ws.ceiling[target] * ws.effect[boosted.curve * room + t] * ws.index[t] * ws.boost[target * room + t];
                    let g = ws.effect[at + t];
                    let part = out.raw[channel.stream * room + t] * visits / size.mul_add(g, one);
                    by_size += part * g;
                    out.effect[at + t] += part * size;
                }
                let part = out.boost_today[target] * ws.boost_today[target] / factor_today;
                by_size += part * effect_today;
                out.effect_today[reach.curve] += part * size;
            }
        }
        out.params[boost.size.index()] += by_size;
    }
}

/// Logarithms of the factors → effects of the lifts, sizes of lifts and actions.
#[inline(always)]
pub(super) fn lift<F: Real>(model: &Model, inputs: &Inputs<'_, F>, ws: &Workspace<F>, out: &mut Gradient<F>) {
    let (room, periods) = (ws.room, ws.periods);
    let params = inputs.params;
    for (c, channel) in model.channels.iter().enumerate() {
        for lift in &channel.lifts {
            let lift_size = lift.lift.of(params);
            let size = lift_size.ln_1p();
            let today = ws.effect_today[lift.curve];
            let at = lift.curve * room;
            let (mut by_size, mut sum) = (F::zero(), F::zero());
            let row = &out.factor[lift.moves * periods..(lift.moves + 1) * periods];
            let (felt, faded) = row.split_at(ws.followed[c]);
            for (t, &log) in felt.iter().enumerate() {
                by_size += log * (ws.effect[at + t] - today);
                out.effect[at + t] += log * size;
                sum += log;
            }
            for &log in faded {
                by_size -= log * today;
                sum += log;
            }
            out.effect_today[lift.curve] -= sum * size;
            out.params[lift.lift.index()] += by_size / (F::one() + lift_size);
        }
    }
    for (action, _) in model.improvements.iter().zip(inputs.actions).filter(|(_, done)| **done) {
        let row = &out.factor[action.moves * periods..(action.moves + 1) * periods];
        let mut by_size = F::zero();
        for (&log, &strength) in row.iter().zip(&action.strength) {
            by_size += log * F::from_f64(strength);
        }
        out.params[action.lift.index()] += by_size / (F::one() + action.lift.of(params));
    }
}

/// Effects → pressure → spend.
#[inline(always)]
pub(super) fn press<F: Real>(model: &Model, inputs: &Inputs<'_, F>, ws: &Workspace<F>, out: &mut Gradient<F>) {
    let (horizon, room) = (model.horizon, ws.room);
    let params = inputs.params;
    for (c, channel) in model.channels.iter().enumerate() {
        let felt = felt(model, inputs, ws, c);
        let followed = felt.pressure.len();
        let pressure = &mut out.pressure[..followed];
        pressure.fill(F::zero());
        let before = F::from_f64(channel.before);
        let curves = channel
            .reach
            .iter()
            .map(|reach| reach.curve)
            .chain(channel.lifts.iter().map(|lift| lift.curve));
        for q in curves.clone() {
            let curve = &model.curves[q];
            let pull = Pull {
                pressure: felt.pressure,
                effect: &ws.effect[q * room..q * room + followed],
                seed: &out.effect[q * room..q * room + followed],
                out: pressure,
            };
            curve.reverse(params, inputs.form, pull, &mut out.params);
            // today's pressure is history: only the curve's parameters move with it
            let pull = Pull {
                pressure: &[before],
                effect: &[ws.effect_today[q]],
                seed: &[out.effect_today[q]],
                out: &mut [F::zero()],
            };
            curve.reverse(params, Form::True, pull, &mut out.params);
        }
        let edge = Edge::of(pressure);
        if edge == Edge::Somewhere {
            let curves = curves.map(|q| (&model.curves[q], &out.effect[q * room..q * room + followed]));
            settle_at_zero(params, curves, felt.pressure, pressure);
        }
        let back = Back {
            pressure,
            edge,
            real_spend: &mut out.real_spend,
            weights: &mut out.weights[ws.weights_at[c]..ws.weights_at[c + 1]],
        };
        channel.adstock.reverse(params, before, felt, back, &mut out.params);
        let real_spend = &out.real_spend;
        let spend = &mut out.spend[c * horizon..(c + 1) * horizon];
        match &channel.price {
            None => {
                for (x, &u) in spend.iter_mut().zip(real_spend.iter()) {
                    *x += u;
                }
            }
            Some(price) => {
                for ((x, &u), &k) in spend.iter_mut().zip(real_spend.iter()).zip(price) {
                    *x += u / F::from_f64(k);
                }
            }
        }
    }
}
