//! One run through the channels: spend → pressure → effects → lifts, boosts and visits.

use crate::math::Real;
use crate::scenario::BoostTarget;

use super::carryover::Felt;
use super::forward::ORGANIC;
use super::{Form, Inputs, Model, Workspace};

/// Spend → pressure → effect of every curve.
#[inline(always)]
pub(super) fn press<F: Real>(model: &Model, inputs: &Inputs<'_, F>, ws: &mut Workspace<F>) {
    let (horizon, room) = (model.horizon, ws.room);
    let params = inputs.params;
    ws.visits_end = horizon;
    for (c, channel) in model.channels.iter().enumerate() {
        let spend = &inputs.spend[c * horizon..(c + 1) * horizon];
        let real_spend = match &channel.price {
            None => spend,
            Some(price) => {
                let real_spend = &mut ws.real_spend[c * horizon..(c + 1) * horizon];
                for ((u, &x), &k) in real_spend.iter_mut().zip(spend).zip(price) {
                    *u = x / F::from_f64(k);
                }
                &*real_spend
            }
        };
        let pressure = &mut ws.pressure[c * room..(c + 1) * room];
        let weights = &mut ws.weights[ws.weights_at[c]..ws.weights_at[c + 1]];
        let before = F::from_f64(channel.before);
        let followed = channel.adstock.forward(params, before, real_spend, pressure, weights);
        ws.followed[c] = followed;
        ws.visits_end = ws.visits_end.max(followed);
        let curves = channel
            .reach
            .iter()
            .map(|reach| reach.curve)
            .chain(channel.lifts.iter().map(|lift| lift.curve));
        for q in curves {
            let curve = &model.curves[q];
            curve.forward(
                params,
                inputs.form,
                &pressure[..followed],
                &mut ws.effect[q * room..q * room + followed],
            );
            ws.effect_today[q] = curve.at(params, Form::True, before);
        }
    }
}

/// Lifts and actions → factors on odds and amounts.
#[inline(always)]
pub(super) fn lift<F: Real>(model: &Model, inputs: &Inputs<'_, F>, ws: &mut Workspace<F>) {
    let (room, periods) = (ws.room, ws.periods);
    let params = inputs.params;
    let done = || {
        model
            .improvements
            .iter()
            .zip(inputs.actions)
            .filter(|(_, done)| **done)
            .map(|(action, _)| action)
    };
    let moved_before = ws.moved;
    ws.moved = model.channel_moves;
    for action in done() {
        ws.moved[action.moves] = true;
    }
    for (moves, (&moved, before)) in ws.moved.iter().zip(moved_before).enumerate() {
        let row = &mut ws.factor[moves * periods..(moves + 1) * periods];
        if moved {
            row.fill(F::zero());
        } else if before {
            // what was never moved is 1 already
            row.fill(F::one());
        }
    }
    // logarithms first: (g(a) - g(a₀)) · ln(1 + m) of each channel, e · ln(1 + m) of each action
    for (c, channel) in model.channels.iter().enumerate() {
        for lift in &channel.lifts {
            let size = lift.lift.of(params).ln_1p();
            let today = -(ws.effect_today[lift.curve] * size);
            let row = &mut ws.factor[lift.moves * periods..(lift.moves + 1) * periods];
            let (felt, faded) = row.split_at_mut(ws.followed[c]);
            for (log, &g) in felt.iter_mut().zip(&ws.effect[lift.curve * room..]) {
                *log += g.mul_add(size, today);
            }
            for log in faded {
                *log += today;
            }
        }
    }
    for action in done() {
        let size = action.lift.of(params).ln_1p();
        let row = &mut ws.factor[action.moves * periods..(action.moves + 1) * periods];
        for (log, &strength) in row.iter_mut().zip(&action.strength) {
            *log += size * F::from_f64(strength);
        }
    }
    for (moves, &moved) in ws.moved.iter().enumerate() {
        if moved {
            for factor in &mut ws.factor[moves * periods..(moves + 1) * periods] {
                *factor = factor.exp();
            }
        }
    }
}

/// Effects → raw visits of every stream, and the steady ones.
#[inline(always)]
pub(super) fn reach<F: Real>(model: &Model, inputs: &Inputs<'_, F>, ws: &mut Workspace<F>) {
    let (horizon, room, periods) = (model.horizon, ws.room, ws.periods);
    let params = inputs.params;
    let lever = inputs.levers.reach;
    for (index, &season) in ws.index.iter_mut().zip(&model.season) {
        *index = lever * F::from_f64(season);
    }
    ws.index[horizon..].fill(lever);
    boost(model, params, ws);

    ws.raw.fill(F::zero());
    ws.steady.raw.fill(F::zero());
    let organic = model.organic.of(params);
    ws.steady.raw[0] = organic * lever;
    let moved = &ws.factor[ORGANIC * periods..ORGANIC * periods + horizon];
    for (((raw, &index), &boost), &factor) in ws.raw[..horizon].iter_mut().zip(&ws.index).zip(&ws.organic_boost).zip(moved) {
        *raw = organic * index * boost * factor;
    }
    for (c, channel) in model.channels.iter().enumerate() {
        let Some(reach) = channel.reach else { continue };
        let (effect_today, boost_today) = (ws.effect_today[reach.curve], ws.boost_today[c]);
        // a linear curve has no effect of its own: its pressure is the effect
        let ceiling = reach.size.ceiling(params, effect_today, boost_today);
        ws.ceiling[c] = ceiling;
        ws.steady.raw[channel.stream] += ceiling * effect_today * boost_today * lever;
        let followed = ws.followed[c];
        let effect = &ws.effect[reach.curve * room..reach.curve * room + followed];
        let raw = &mut ws.raw[channel.stream * room..channel.stream * room + followed];
        if channel.boosted {
            let boost = &ws.boost[c * room..c * room + followed];
            for (((raw, &g), &index), &boost) in raw.iter_mut().zip(effect).zip(&ws.index).zip(boost) {
                *raw += ceiling * g * index * boost;
            }
        } else {
            for ((raw, &g), &index) in raw.iter_mut().zip(effect).zip(&ws.index) {
                *raw += ceiling * g * index;
            }
        }
    }
}

/// Boost factors of channels and of the organic visits.
#[inline(always)]
fn boost<F: Real>(model: &Model, params: &[F], ws: &mut Workspace<F>) {
    let (horizon, room) = (model.horizon, ws.room);
    if model.boosts.is_empty() {
        return;
    }
    ws.boost.fill(F::one());
    ws.boost_today.fill(F::one());
    ws.organic_boost.fill(F::one());
    for boost in &model.boosts {
        let Some(reach) = model.channels[boost.booster].reach else {
            continue;
        };
        let size = boost.size.of(params);
        let effect = &ws.effect[reach.curve * room..reach.curve * room + ws.followed[boost.booster]];
        let today = size.mul_add(ws.effect_today[reach.curve], F::one());
        match boost.target {
            BoostTarget::Organic => {
                for (factor, &g) in ws.organic_boost.iter_mut().zip(&effect[..horizon]) {
                    *factor = *factor * (size.mul_add(g, F::one()) / today);
                }
            }
            BoostTarget::Channel(target) => {
                ws.boost_today[target] = ws.boost_today[target] * today;
                for (factor, &g) in ws.boost[target * room..(target + 1) * room].iter_mut().zip(effect) {
                    *factor = *factor * size.mul_add(g, F::one());
                }
            }
        }
    }
}

/// What the forward pass left of one channel's carryover.
#[inline(always)]
pub(super) fn felt<'a, F: Real>(model: &Model, inputs: &Inputs<'a, F>, ws: &'a Workspace<F>, c: usize) -> Felt<'a, F> {
    let periods = c * model.horizon..(c + 1) * model.horizon;
    Felt {
        real_spend: match model.channels[c].price {
            None => &inputs.spend[periods],
            Some(_) => &ws.real_spend[periods],
        },
        pressure: &ws.pressure[c * ws.room..c * ws.room + ws.followed[c]],
        weights: &ws.weights[ws.weights_at[c]..ws.weights_at[c + 1]],
    }
}
