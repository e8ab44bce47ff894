//! From a checked scenario to the model: names become places, quantities parameters, fixed shapes numbers.

use crate::scenario::{Action, BoostTarget, Carryover, Channel, Curve, Decay, LiftEffect, ReachSize, Retention, Scenario, Season};

use super::Model;
use super::action::{Improvement, MOVABLE, place, strengths};
use super::carryover::{Adstock, DecayParam};
use super::channel::{Boost, Lift, Medium, Reach, Size};
use super::curve::Saturation;
use super::lag::Delay;
use super::parameters::{Param, Parameters};
use super::retention::Keep;
use super::stream::Stream;
use super::window::WindowShape;

impl Model {
    /// Builds the model of a checked scenario.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        let mut parameters = Parameters::default();
        let horizon = scenario.plan.periods;
        let run_off = scenario.run_off();
        let p = &mut parameters;

        let organic = p.add("reach.organic", scenario.reach.organic);
        let audience = scenario.reach.audience.map(|people| p.add("reach.audience", people));
        let act_rate = p.add("act.rate", scenario.act.rate);
        let convert_rate = p.add("convert.rate", scenario.convert.rate);
        let capacity = scenario.convert.capacity.map(|limit| super::capacity::Desk {
            leads: p.add("convert.capacity", limit.leads),
            loss: p.add("convert.backlog_loss", limit.backlog_loss),
            backlog: limit.backlog,
        });
        let engage = &scenario.engage;
        let keep = match engage.retention {
            Retention::Constant(rate) => Keep::Constant {
                rate: p.add("engage.retention", rate),
            },
            Retention::ShiftedBetaGeometric { alpha, beta } => Keep::ShiftedBetaGeometric {
                alpha: p.add("engage.retention.alpha", alpha),
                beta: p.add("engage.retention.beta", beta),
                age: engage.age,
            },
        };
        let customers = p.add("engage.customers", engage.customers);
        let repeat_rate = p.add("engage.repeat_rate", engage.repeat_rate);
        let referral = p.add("engage.referral", engage.referral);
        let money = &scenario.money;
        let order_value = p.add("money.order_value", money.order_value);
        let repeat_value = money.repeat_value.map_or(order_value, |value| p.add("money.repeat_value", value));
        let margin = p.add("money.margin", money.margin);
        let fixed_cost = p.add("money.fixed_cost", money.fixed_cost);
        let discount_rate = p.add("money.discount_rate", money.discount_rate);

        let mut curves = Vec::new();
        let mut streams = vec![Stream::default()];
        let mut channels: Vec<Medium> = Vec::new();
        for channel in &scenario.channels {
            channels.push(medium(channel, p, &mut curves, &mut streams));
        }
        let boosts = boosts(scenario, p);
        for boost in &boosts {
            if let BoostTarget::Channel(target) = boost.target {
                channels[target].boosted = true;
            }
        }
        let improvements = scenario
            .actions
            .iter()
            .map(|action| improvement(action, p, horizon, run_off))
            .collect();
        let mut channel_moves = [false; MOVABLE];
        for lift in channels.iter().flat_map(|channel| &channel.lifts) {
            channel_moves[lift.moves] = true;
        }
        Self {
            horizon,
            run_off,
            periods_per_year: scenario.plan.period.per_year(),
            objective: scenario.plan.objective,
            count_residual: money.count_residual,
            season: match &scenario.reach.season {
                Season::Flat => vec![1.0; horizon],
                Season::Monthly(_) | Season::ByPeriod(_) => scenario.season_index(),
            },
            organic,
            audience,
            act_rate,
            act_lag: Delay::new(scenario.act.lag),
            convert_rate,
            convert_lag: Delay::new(scenario.convert.lag),
            capacity,
            keep,
            customers,
            repeat_rate,
            referral,
            order_value,
            repeat_value,
            margin,
            fixed_cost,
            discount_rate,
            channels,
            curves,
            boosts,
            streams,
            improvements,
            channel_moves,
            parameters,
        }
    }
}

fn medium(channel: &Channel, p: &mut Parameters, curves: &mut Vec<Saturation>, streams: &mut Vec<Stream>) -> Medium {
    let key = |rest: &str| format!("channel.{}.{rest}", channel.name);
    let adstock = adstock(channel, p);
    let stream = if channel.act_quality.is_some() || channel.convert_quality.is_some() {
        streams.push(Stream {
            act_quality: channel.act_quality.map(|quality| p.add(key("quality.act"), quality)),
            convert_quality: channel.convert_quality.map(|quality| p.add(key("quality.convert"), quality)),
        });
        streams.len() - 1
    } else {
        0
    };
    let reach = channel.reach.as_ref().map(|effect| {
        let size = match effect.size {
            ReachSize::Visits(visits) => Size::Visits(p.add(key("reach.visits"), visits)),
            ReachSize::Today(today) => Size::Today(p.add(key("reach.today"), today)),
            ReachSize::Cost(cost) => Size::Cost(p.add(key("reach.cost"), cost)),
        };
        curves.push(saturation(&effect.curve, &key("reach"), p));
        Reach {
            curve: curves.len() - 1,
            size,
        }
    });
    let mut lifts = Vec::new();
    let effects: [(&str, usize, &Option<LiftEffect>); 4] = [
        ("act", 0, &channel.act),
        ("convert", 1, &channel.convert),
        ("retention", 2, &channel.retention),
        ("repeat", 3, &channel.repeat),
    ];
    for (name, moves, effect) in effects {
        if let Some(effect) = effect {
            curves.push(saturation(&effect.curve, &key(name), p));
            lifts.push(Lift {
                moves,
                curve: curves.len() - 1,
                lift: p.add(key(&format!("{name}.lift")), effect.lift),
            });
        }
    }
    let first_price = channel.price_index[0];
    Medium {
        adstock,
        window: match adstock {
            Adstock::Window { length, .. } => length,
            Adstock::None | Adstock::Geometric { .. } => 0,
        },
        before: channel.history / first_price,
        price: (channel.price_index.iter().any(|&k| k != 1.0)).then(|| channel.price_index.clone()),
        stream,
        reach,
        lifts,
        boosted: false,
    }
}

fn adstock(channel: &Channel, p: &mut Parameters) -> Adstock {
    let key = |rest: &str| format!("channel.{}.carryover.{rest}", channel.name);
    match channel.carryover {
        Carryover::None => Adstock::None,
        Carryover::Geometric { decay, window } => {
            let decay = match decay {
                Decay::Rate(rate) => DecayParam::Rate(p.add(key("decay"), rate)),
                Decay::HalfLife(half_life) => DecayParam::HalfLife(p.add(key("half_life"), half_life)),
            };
            match window {
                None => Adstock::Geometric { decay },
                Some(length) => Adstock::Window {
                    shape: WindowShape::Geometric { decay },
                    length,
                },
            }
        }
        Carryover::Binomial { decay, window } => Adstock::Window {
            shape: WindowShape::Binomial {
                decay: p.add(key("decay"), decay),
            },
            length: window,
        },
        Carryover::Delayed { decay, peak, window } => Adstock::Window {
            shape: WindowShape::Delayed {
                decay: p.add(key("decay"), decay),
                peak,
            },
            length: window,
        },
        Carryover::Weibull { shape, scale, window } => Adstock::Window {
            shape: WindowShape::Weibull {
                shape: p.add(key("shape"), shape),
                scale: p.add(key("scale"), scale),
            },
            length: window,
        },
    }
}

fn saturation(curve: &Curve, key: &str, p: &mut Parameters) -> Saturation {
    let half = |p: &mut Parameters, quantity| -> Param { p.add(format!("{key}.half_spend"), quantity) };
    match *curve {
        Curve::Linear => Saturation::Linear,
        Curve::Exponential { half_spend } => Saturation::Exponential { half: half(p, half_spend) },
        Curve::Logistic { half_spend } => Saturation::Logistic { half: half(p, half_spend) },
        Curve::Log { half_spend } => Saturation::Log { half: half(p, half_spend) },
        Curve::Hill { half_spend, slope: None } => Saturation::HillOne { half: half(p, half_spend) },
        Curve::Hill {
            half_spend,
            slope: Some(slope),
        } => Saturation::Hill {
            half: half(p, half_spend),
            slope: p.add(format!("{key}.slope"), slope),
        },
        Curve::Power { half_spend, slope: None } => Saturation::PowerOne { half: half(p, half_spend) },
        Curve::Power {
            half_spend,
            slope: Some(slope),
        } => Saturation::Power {
            half: half(p, half_spend),
            slope: p.add(format!("{key}.slope"), slope),
        },
    }
}

/// Boosts of all channels, those of one booster together.
fn boosts(scenario: &Scenario, p: &mut Parameters) -> Vec<Boost> {
    let mut boosts = Vec::new();
    for (booster, channel) in scenario.channels.iter().enumerate() {
        for &(target, size) in &channel.boosts {
            let name = match target {
                BoostTarget::Organic => "organic",
                BoostTarget::Channel(c) => scenario.channels[c].name.as_str(),
            };
            let size = p.add(format!("channel.{}.boosts.{name}", channel.name), size);
            boosts.push(Boost { booster, target, size });
        }
    }
    boosts
}

fn improvement(action: &Action, p: &mut Parameters, horizon: usize, run_off: usize) -> Improvement {
    let key = |rest: &str| format!("action.{}.{rest}", action.name);
    Improvement {
        moves: place(action.moves),
        lift: p.add(key("lift"), action.lift),
        cost: p.add(key("cost"), action.cost),
        running_cost: p.add(key("running_cost"), action.running_cost),
        start: action.start,
        strength: strengths(action, horizon, run_off),
    }
}
