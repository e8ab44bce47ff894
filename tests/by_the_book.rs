//! The model against its equations written down a second time: plainly, source by source, every sum in full.
//!
//! Dual numbers prove that the derivatives belong to the forward pass, not that the forward pass is the model of `docs/model.md`.
//! This text follows the sections of that page, shares nothing with `src/model`, and is slow.

mod common;

use common::{Allow, Case, scenario};
use osa::math::{exp, exp_m1, gamma_cdf, gamma_survival, ln, ln_1p};
use osa::model::Outcome;
use osa::scenario::{
    Action, BoostTarget, Carryover, Channel, Curve, Decay, Lag, LiftEffect, Moves, Quantity, ReachSize, Retention, Scenario,
};

const SCENARIOS: u64 = if cfg!(debug_assertions) { 60 } else { 5000 };

fn median(quantity: &Quantity) -> f64 {
    quantity.median()
}

fn power(base: f64, exponent: f64) -> f64 {
    match (base, exponent) {
        (_, 0.0) => 1.0,
        (0.0, _) => 0.0,
        _ => exp(exponent * ln(base)),
    }
}

/// A rate whose odds are multiplied by `factor`.
fn with_odds(rate: f64, factor: f64) -> f64 {
    let odds = rate / (1.0 - rate) * factor;
    odds / (1.0 + odds)
}

/// Section 2: weights of a carryover, as many as matter or as its window has.
fn weights(carryover: &Carryover, enough: usize) -> Vec<f64> {
    let alpha = |decay: &Decay| match decay {
        Decay::Rate(rate) => median(rate),
        Decay::HalfLife(half_life) => power(2.0, -1.0 / median(half_life)),
    };
    let list = |length: usize, weight: &dyn Fn(f64) -> f64| (0..length).map(|l| weight(l as f64)).collect::<Vec<f64>>();
    let raw = match carryover {
        Carryover::None => vec![1.0],
        Carryover::Geometric { decay, window } => list(window.unwrap_or(enough), &|l| power(alpha(decay), l)),
        Carryover::Binomial { decay, window } => list(*window, &|l| power(1.0 - l / *window as f64, 1.0 / median(decay) - 1.0)),
        Carryover::Delayed { decay, peak, window } => list(*window, &|l| power(median(decay), (l - peak) * (l - peak))),
        Carryover::Weibull { shape, scale, window } => {
            let (k, s) = (median(shape), median(scale));
            list(*window, &|l| power((l + 1.0) / s, k - 1.0) * exp(-power((l + 1.0) / s, k)))
        }
    };
    let sum: f64 = raw.iter().sum();
    raw.iter().map(|w| w / sum).collect()
}

fn effect(curve: &Curve, a: f64) -> f64 {
    match curve {
        Curve::Hill { half_spend, slope } => {
            let s = slope.as_ref().map_or(1.0, median);
            power(a, s) / (power(a, s) + power(median(half_spend), s))
        }
        Curve::Exponential { half_spend } => -exp_m1(-a / median(half_spend) * ln(2.0)),
        Curve::Logistic { half_spend } => {
            // tanh(a · atanh(1/2) / h), and atanh(1/2) = ln(3) / 2
            let above = exp_m1(a * ln(3.0) / median(half_spend));
            above / (above + 2.0)
        }
        Curve::Log { half_spend } => ln_1p(a / median(half_spend)) / ln(2.0),
        Curve::Power { half_spend, slope } => power(a / median(half_spend), slope.as_ref().map_or(1.0, median)),
        Curve::Linear => a,
    }
}

/// Strength of an action, `e[t]`.
fn strength(action: &Action, t: usize, horizon: usize) -> f64 {
    if t < action.start || (t >= horizon && action.has_running_cost()) {
        return 0.0;
    }
    let running = (t - action.start) as f64;
    if running < action.ramp {
        return running / action.ramp;
    }
    action.fade.map_or(1.0, |half_life| power(0.5, (running - action.ramp) / half_life))
}

/// Weights of a lag.
fn delay(lag: Lag) -> Vec<f64> {
    match lag {
        Lag::Periods(periods) => (0..=periods).map(|l| if l == periods { 1.0 } else { 0.0 }).collect(),
        Lag::Gamma { mean, sd } => {
            let (shape, scale) = (mean * mean / (sd * sd), sd * sd / mean);
            // F(l+½) - F(l-½) as a difference of what is above, which keeps its digits in the tail
            let above = |x: f64| gamma_survival(x, shape, scale);
            let mut weights = vec![gamma_cdf(0.5, shape, scale)];
            while above(weights.len() as f64 - 0.5) >= 1e-9 {
                let l = weights.len() as f64;
                weights.push(above(l - 0.5) - above(l + 0.5));
            }
            let sum: f64 = weights.iter().sum();
            weights.iter().map(|m| m / sum).collect()
        }
    }
}

/// `Σ m[l] · flow[t-l]`, with a steady flow before the horizon.
fn arriving(weights: &[f64], flow: &[f64], steady: f64, t: usize) -> f64 {
    let at = |l: usize| t.checked_sub(l).map_or(steady, |then| flow[then]);
    weights.iter().enumerate().map(|(l, m)| m * at(l)).sum()
}

struct Book<'a> {
    s: &'a Scenario,
    horizon: usize,
    periods: usize,
    season: Vec<f64>,
    /// Pressure of each channel, in each period and today.
    pressure: Vec<Vec<f64>>,
    today: Vec<f64>,
}

impl<'a> Book<'a> {
    fn new(s: &'a Scenario) -> Self {
        let horizon = s.plan.periods;
        let run_off = (s.plan.period.per_year() * s.money.lifetime + 0.5).floor() as usize;
        let today: Vec<f64> = s.channels.iter().map(|channel| channel.history / channel.price_index[0]).collect();
        let mut book = Self {
            s,
            horizon,
            periods: horizon + run_off,
            season: s.season_index(),
            pressure: Vec::new(),
            today,
        };
        book.pressure = (0..s.channels.len()).map(|c| book.pressures(c)).collect();
        book
    }

    fn pressures(&self, c: usize) -> Vec<f64> {
        let channel = &self.s.channels[c];
        let weights = weights(&channel.carryover, 2000);
        let real = |t: i64| match usize::try_from(t) {
            Err(_) => self.today[c],
            Ok(t) if t < self.horizon => channel.spend[t] / channel.price_index[t],
            Ok(_) => 0.0,
        };
        let felt = |t: usize| {
            let after = (t + 1).saturating_sub(self.horizon);
            let still_to_come: f64 = weights.iter().skip(after).sum();
            if after > 0 && still_to_come < 0.001 {
                return 0.0;
            }
            weights.iter().enumerate().map(|(l, w)| w * real(t as i64 - l as i64)).sum()
        };
        (0..self.periods).map(felt).collect()
    }

    /// Effect of a channel's reach in a period; `None`: today.
    fn reach_effect(&self, c: usize, t: Option<usize>) -> f64 {
        let pressure = t.map_or(self.today[c], |t| self.pressure[c][t]);
        self.s.channels[c]
            .reach
            .as_ref()
            .map_or(0.0, |reach| effect(&reach.curve, pressure))
    }

    /// Product of the boost factors of a target.
    fn boosts(&self, target: BoostTarget, t: Option<usize>) -> f64 {
        let of = |(c, channel): (usize, &Channel)| -> f64 {
            let factors = channel.boosts.iter().filter(|(boosted, _)| *boosted == target);
            factors.map(|(_, m)| 1.0 + median(m) * self.reach_effect(c, t)).product()
        };
        self.s.channels.iter().enumerate().map(of).product()
    }

    /// Raw visits of a channel without the season.
    fn channel_visits(&self, c: usize, t: Option<usize>) -> f64 {
        let Some(reach) = &self.s.channels[c].reach else { return 0.0 };
        let target = BoostTarget::Channel(c);
        let ceiling = match &reach.size {
            ReachSize::Visits(visits) => median(visits),
            ReachSize::Today(today) => median(today) / (self.reach_effect(c, None) * self.boosts(target, None)),
            ReachSize::Cost(cost) => 1.0 / median(cost),
        };
        ceiling * self.reach_effect(c, t) * self.boosts(target, t)
    }

    /// Sum of the lifts and actions that move something: on log-odds, or on a logarithm.
    fn moved(&self, moves: Moves, t: usize) -> f64 {
        let lift = |channel: &'a Channel| -> Option<&'a LiftEffect> {
            match moves {
                Moves::Act => channel.act.as_ref(),
                Moves::Convert => channel.convert.as_ref(),
                Moves::Retention => channel.retention.as_ref(),
                Moves::Repeat => channel.repeat.as_ref(),
                _ => None,
            }
        };
        let mut sum = 0.0;
        for (c, channel) in self.s.channels.iter().enumerate() {
            if let Some(lift) = lift(channel) {
                sum += (effect(&lift.curve, self.pressure[c][t]) - effect(&lift.curve, self.today[c])) * ln_1p(median(&lift.lift));
            }
        }
        for action in self.s.actions.iter().filter(|action| action.done && action.moves == moves) {
            sum += strength(action, t, self.horizon) * ln_1p(median(&action.lift));
        }
        sum
    }

    /// Factors of a source on the odds of the act and the convert rate. Sources: the channels, organic, referral.
    fn quality(&self, i: usize) -> (f64, f64) {
        let channel = self.s.channels.get(i);
        let of = |quality: Option<&Quantity>| quality.map_or(1.0, median);
        (
            of(channel.and_then(|channel| channel.act_quality.as_ref())),
            of(channel.and_then(|channel| channel.convert_quality.as_ref())),
        )
    }

    /// What the audience cap leaves.
    fn capped(&self, raw: &[f64]) -> Vec<f64> {
        let total: f64 = raw.iter().sum();
        let share = match &self.s.reach.audience {
            Some(people) if total > 0.0 => -median(people) * exp_m1(-total / median(people)) / total,
            _ => 1.0,
        };
        raw.iter().map(|visits| visits * share).collect()
    }

    fn totals(&self) -> Outcome<f64> {
        let s = self.s;
        let sources = s.channels.len() + 2;
        let (organic, referral) = (s.channels.len(), s.channels.len() + 1);
        let (act_rate, convert_rate) = (median(&s.act.rate), median(&s.convert.rate));
        let customers_at_start = median(&s.engage.customers);
        let mut out: Outcome<f64> = Outcome::zero();

        // the steady period before the horizon
        let mut raw: Vec<f64> = (0..s.channels.len()).map(|c| self.channel_visits(c, None)).collect();
        raw.extend([median(&s.reach.organic), median(&s.engage.referral) * customers_at_start]);
        let visits = self.capped(&raw);
        let steady_leads: Vec<f64> = (0..sources).map(|i| visits[i] * with_odds(act_rate, self.quality(i).0)).collect();
        let arriving_leads: f64 = steady_leads.iter().sum();
        let steady_served = match &s.convert.capacity {
            Some(capacity) if arriving_leads > 0.0 => (median(&capacity.leads) / arriving_leads).min(1.0),
            _ => 1.0,
        };
        let steady_customers: f64 = (0..sources)
            .map(|i| steady_served * steady_leads[i] * with_odds(convert_rate, self.quality(i).1))
            .sum();

        let (act_delay, convert_delay) = (delay(s.act.lag), delay(s.convert.lag));
        let mut leads_created = vec![Vec::new(); sources];
        let mut customers_created: Vec<f64> = Vec::new();
        let mut backlog = vec![0.0; sources];
        backlog[organic] = s.convert.capacity.map_or(0.0, |capacity| capacity.backlog);
        let mut active = customers_at_start;
        // customers of each age, for retention by age
        let mut cohorts = vec![(customers_at_start, s.engage.age)];
        for t in 0..self.periods {
            let inside = t < self.horizon;
            let season = if inside { self.season[t] } else { 1.0 };
            let mut raw: Vec<f64> = (0..s.channels.len()).map(|c| self.channel_visits(c, Some(t)) * season).collect();
            raw.push(if inside {
                let boosted = self.boosts(BoostTarget::Organic, Some(t)) / self.boosts(BoostTarget::Organic, None);
                median(&s.reach.organic) * season * boosted * exp(self.moved(Moves::Organic, t))
            } else {
                0.0
            });
            raw.push(if inside {
                median(&s.engage.referral) * exp(self.moved(Moves::Referral, t)) * active
            } else {
                0.0
            });
            assert_eq!(raw.len() - 1, referral);
            let visits = self.capped(&raw);

            let act = exp(self.moved(Moves::Act, t));
            let convert = exp(self.moved(Moves::Convert, t));
            let mut waiting = Vec::new();
            let mut leads = 0.0;
            for i in 0..sources {
                leads_created[i].push(visits[i] * with_odds(act_rate, self.quality(i).0 * act));
                let arrived = arriving(&act_delay, &leads_created[i], steady_leads[i], t);
                leads += arrived;
                let stays = s.convert.capacity.map_or(0.0, |capacity| 1.0 - median(&capacity.backlog_loss));
                waiting.push(backlog[i] * stays + arrived);
            }
            let in_line: f64 = waiting.iter().sum();
            let handled = match &s.convert.capacity {
                Some(capacity) => in_line.min(median(&capacity.leads) * exp(self.moved(Moves::Capacity, t))),
                None => in_line,
            };
            let mut created = 0.0;
            for i in 0..sources {
                let mine = if in_line > 0.0 { waiting[i] * handled / in_line } else { 0.0 };
                created += mine * with_odds(convert_rate, self.quality(i).1 * convert);
                backlog[i] = waiting[i] - mine;
            }
            customers_created.push(created);
            let new = arriving(&convert_delay, &customers_created, steady_customers, t);

            let stay = exp(self.moved(Moves::Retention, t));
            let kept = match &s.engage.retention {
                Retention::Constant(rate) => active * with_odds(median(rate), stay),
                Retention::ShiftedBetaGeometric { alpha, beta } => {
                    let (alpha, beta) = (median(alpha), median(beta));
                    for (size, age) in &mut cohorts {
                        *age += 1;
                        let n = *age as f64;
                        *size *= with_odds((beta + n - 1.0) / (alpha + beta + n - 1.0), stay);
                    }
                    let kept = cohorts.iter().map(|(size, _)| size).sum();
                    cohorts.push((new, 0));
                    kept
                }
            };
            active = kept + new;

            let repeat_orders = median(&s.engage.repeat_rate) * exp(self.moved(Moves::Repeat, t)) * kept;
            let order_value = median(&s.money.order_value);
            let repeat_value = s.money.repeat_value.as_ref().map_or(order_value, median);
            let revenue = (new * order_value + repeat_orders * repeat_value) * exp(self.moved(Moves::OrderValue, t));
            let gross = median(&s.money.margin) * revenue;
            let d = power(1.0 + median(&s.money.discount_rate), -(t as f64) / s.plan.period.per_year());
            if !inside {
                out.residual += d * gross;
                continue;
            }
            let mut invest: f64 = s.channels.iter().map(|channel| channel.spend[t]).sum();
            for action in s.actions.iter().filter(|action| action.done && t >= action.start) {
                invest += median(&action.running_cost) + if t == action.start { median(&action.cost) } else { 0.0 };
            }
            let profit = gross - invest - median(&s.money.fixed_cost);
            out.visits += visits.iter().sum::<f64>();
            out.leads += leads;
            out.leads_created += leads_created.iter().map(|created| created[t]).sum::<f64>();
            out.handled += handled;
            out.customers += new;
            out.customers_created += created;
            out.repeat_orders += repeat_orders;
            out.revenue += revenue;
            out.gross += gross;
            out.invest += invest;
            out.profit += profit;
            out.npv += d * profit;
            out.discounted_gross += d * gross;
            out.discounted_invest += d * invest;
        }
        out
    }
}

/// To 1e-11 of the amounts that are summed: powers by `exp(s · ln x)` lose some units of rounding for each unit of the exponent.
#[test]
fn the_model_is_its_equations() {
    for seed in 0..SCENARIOS {
        let case = Case::of(scenario(seed, Allow::ALL));
        let (found, expected) = (case.outcome(), Book::new(&case.scenario).totals());
        let fixed_cost = median(&case.scenario.money.fixed_cost) * case.scenario.plan.periods as f64;
        let turnover = expected.revenue + expected.invest + fixed_cost;
        for ((found, expected), name) in found.values().into_iter().zip(expected.values()).zip(Outcome::<f64>::NAMES) {
            let scale = if matches!(*name, "profit" | "npv" | "residual") {
                turnover + expected.abs()
            } else {
                expected.abs()
            };
            assert!(
                (found - expected).abs() <= 1e-11 * scale,
                "scenario {seed}, {name}: {found:e}, by the equations {expected:e}: {:e}",
                (found - expected).abs() / scale
            );
        }
    }
}
