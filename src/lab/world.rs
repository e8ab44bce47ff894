//! A hidden world: what is so, what life adds, and the luck of its people.
//!
//! A world is a scenario again: its numbers are a draw of the ranges that the planner believes (or what `[lab.truth]` says), drifts and shocks are
//! actions that nobody took, dearer media is a price index. So the funnel that runs the truth is the one that runs the forecast.

use crate::math::{exp, ln_1p};
use crate::model::{Decision, WholePeople};
use crate::scenario::{Action, Believed, Media, Moved, Moves, Quantity, Scenario};
use crate::simulate::{Draws, Simulator};

use super::Hidden;
use super::luck::{Luck, Purpose};
use super::setting::{Hold, Setting, Standing};

/// One world.
#[derive(Debug, Clone)]
pub(super) struct World {
    /// Its number, from 0.
    pub(super) number: usize,
    /// True values of the believed scenario's quantities.
    pub(super) params: Vec<f64>,
    /// The luck of its people; `None`: none.
    pub(super) people: Option<WholePeople>,
    /// What nobody did and happens all the same.
    events: Vec<Action>,
    /// Factor on the prices of all channels, and on those of paid ones, in each period; empty: none.
    prices: Vec<f64>,
    paid_prices: Vec<f64>,
    /// What was drawn of what life adds.
    life: Vec<Hidden>,
}

impl World {
    /// The world with this number.
    pub(super) fn new(setting: &Setting, draws: &Draws, number: usize) -> Self {
        let lab = &setting.scenario.lab;
        let parameters = setting.plain.model().parameters();
        let mut params = parameters.medians();
        if lab.model == Believed::Uncertain {
            draws.fill(number as u64, 1, &mut params);
        }
        let mut luck = Luck::new(setting.seed, Purpose::Elsewhere, [number as u64, 0, 0]);
        for (key, quantity) in &lab.truth {
            // the check has seen that there is such a key
            let place = parameters.keys().iter().position(|known| known == key);
            let value = quantity.quantile(luck.uniform());
            if let Some(place) = place {
                params[place] = value;
            }
        }
        let people = Luck::new(setting.seed, Purpose::People, [0; 3]);
        let mut world = Self {
            number,
            params,
            people: lab.noise.then(|| WholePeople::new(people.seed(), number as u64)),
            events: Vec::new(),
            prices: Vec::new(),
            paid_prices: Vec::new(),
            life: Vec::new(),
        };
        world.live(setting, &mut Luck::new(setting.seed, Purpose::Life, [number as u64, 0, 0]));
        world
    }

    /// Draws what life adds.
    fn live(&mut self, setting: &Setting, luck: &mut Luck) {
        let lab = &setting.scenario.lab;
        let periods = setting.periods();
        for drift in &lab.drift {
            let lift = drift.lift.quantile(luck.uniform());
            self.note(&format!("lab.drift.{}", drift.moved.word()), lift, None);
            let slowly = |t: usize| (t as f64 / periods as f64).min(1.0);
            match drift.moved {
                Moved::Funnel(moves) => self.events.push(event(moves, lift, 0, periods as f64, None)),
                Moved::Price => raise(&mut self.prices, periods, lift, slowly),
            }
        }
        for (k, shock) in lab.shocks.iter().enumerate() {
            // every number is drawn, whether it is needed or not: a shock that does not come moves no other
            let (comes, lift) = (luck.uniform() < shock.chance, shock.lift.quantile(luck.uniform()));
            let any = luck.below(periods);
            if !comes {
                continue;
            }
            let start = shock.start.unwrap_or(any);
            self.note(&format!("lab.shock.{}.{}", k + 1, shock.moved.word()), lift, Some(start));
            match shock.moved {
                Moved::Funnel(moves) => self.events.push(event(moves, lift, start, 0.0, shock.fade)),
                Moved::Price => {
                    let half_life = shock.fade.unwrap_or(f64::INFINITY);
                    raise(&mut self.prices, periods, lift, |t| strength(t, start, half_life));
                }
            }
        }
        if let Some(competitor) = &lab.competitor {
            let (organic, price) = (
                competitor.organic.quantile(luck.uniform()),
                competitor.price.quantile(luck.uniform()),
            );
            let any = luck.below(periods);
            let start = competitor.start.unwrap_or(any);
            self.note("lab.competitor.organic", organic, Some(start));
            self.note("lab.competitor.price", price, Some(start));
            self.events.push(event(Moves::Organic, -organic, start, 0.0, None));
            raise(&mut self.paid_prices, periods, price, |t| strength(t, start, f64::INFINITY));
        }
    }

    fn note(&mut self, key: &str, truth: f64, start: Option<usize>) {
        self.life.push(Hidden {
            key: key.to_owned(),
            truth,
            believed: None,
            range: None,
            start,
        });
    }

    /// A simulator of the truth in which a standing plan is in force; open actions begin in period `now` at the earliest, and are taken up as `open`
    /// says.
    pub(super) fn simulator(&self, setting: &Setting, standing: &Standing, now: usize, open: Hold) -> Simulator {
        let mut scenario = setting.scenario_of(standing, now, open);
        for (action, taken) in scenario.actions.iter_mut().zip(&standing.taken) {
            let is_left = match taken {
                Some((_, hold)) => *hold == Hold::Left,
                None => open == Hold::Left && !action.done,
            };
            if let Some(fade) = setting.scenario.lab.fade.filter(|_| is_left) {
                action.fade = Some(action.fade.map_or(fade, |own| own.min(fade)));
            }
        }
        self.change_prices(&mut scenario);
        scenario.actions.extend(self.events.iter().cloned());
        let mut simulator = Simulator::new(&scenario);
        let mut params = simulator.params().to_vec();
        params[..self.params.len()].copy_from_slice(&self.params);
        setting.add_hold_costs(standing, open, &simulator, &mut params);
        simulator.move_to(&params);
        simulator
    }

    fn change_prices(&self, scenario: &mut Scenario) {
        for channel in &mut scenario.channels {
            let of_paid = self.paid_prices.iter().filter(|_| channel.media == Media::Paid);
            for (price, factor) in channel.price_index.iter_mut().zip(of_paid) {
                *price *= factor;
            }
            for (price, factor) in channel.price_index.iter_mut().zip(&self.prices) {
                *price *= factor;
            }
        }
    }

    /// A decision of the believed scenario as the world takes it: what life does is done.
    pub(super) fn decision(&self, standing: &Standing) -> Decision {
        let mut decision = standing.decision.clone();
        decision.actions.extend(std::iter::repeat_n(true, self.events.len()));
        decision
    }

    /// All that was hidden, beside what was believed: uncertain numbers, numbers that are other than believed, what life adds.
    pub(super) fn hidden(&self, setting: &Setting) -> Vec<Hidden> {
        let parameters = setting.plain.model().parameters();
        let places = parameters.keys().iter().zip(parameters.quantities()).zip(&self.params);
        let numbers = places.filter(|((_, quantity), truth)| quantity.is_uncertain() || quantity.median() != **truth);
        let numbers = numbers.map(|((key, quantity), &truth)| Hidden {
            key: key.clone(),
            truth,
            believed: Some(quantity.median()),
            range: quantity.is_uncertain().then(|| [quantity.quantile(0.05), quantity.quantile(0.95)]),
            start: None,
        });
        numbers.chain(self.life.iter().cloned()).collect()
    }
}

/// Something that happens, written as an action that costs nothing.
fn event(moves: Moves, lift: f64, start: usize, ramp: f64, fade: Option<f64>) -> Action {
    Action {
        name: String::new(),
        moves,
        lift: Quantity::known(lift),
        cost: Quantity::known(0.0),
        running_cost: Quantity::known(0.0),
        start,
        ramp,
        fade,
        done: true,
    }
}

/// Strength in period `t` of what begins at `start` and fades.
fn strength(t: usize, start: usize, half_life: f64) -> f64 {
    if t < start {
        0.0
    } else {
        exp(-std::f64::consts::LN_2 * (t - start) as f64 / half_life)
    }
}

/// Multiplies prices by `(1 + lift)^strength`. Those of period 0 stay: they are the prices of the past as well.
fn raise(prices: &mut Vec<f64>, periods: usize, lift: f64, strength: impl Fn(usize) -> f64) {
    prices.resize(periods, 1.0);
    for (t, price) in prices.iter_mut().enumerate().skip(1) {
        *price *= exp(strength(t) * ln_1p(lift));
    }
}
