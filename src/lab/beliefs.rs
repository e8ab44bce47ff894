//! Beliefs: an ensemble of values that the scenario's numbers may have, moved towards what was measured.
//!
//! Each member is a possible truth, a set of normal scores of the uncertain quantities. After a cycle every member's forecast of it is held against
//! what was measured, and an ensemble Kalman update ([`update_evenly`]) moves the members. It is right where forecasts are straight lines in the scores and errors
//! are normal; here both hold roughly. Its limits: what the scenario does not know of (drift, shocks, a competitor) is put down to the scenario's
//! own numbers, and with some dozens of members ranges are known to a tenth. Quantities that nothing measured depends on stay as they were.

use crate::math::{EnsembleScratch, ln, normal_quantile, standardize, update_evenly};
use crate::model::{Brought, Decision, Levers};
use crate::scenario::Inverse;
use crate::simulate::{Simulator, Trial};

use super::diary::Diary;
use super::luck::{Luck, Purpose};
use super::setting::Setting;
use super::{Interval, Span};

/// Members of an ensemble: each costs a run a cycle.
const MEMBERS: usize = 64;
/// What a funnel that is right may be off by all the same, as a share: nobody should come to believe in more than a model can know.
const TOLERANCE: f64 = 0.02;
/// Added to a count before its logarithm is taken: nobody is a number too.
const NOBODY: f64 = 0.5;

/// What is believed of the scenario's quantities.
#[derive(Debug, Clone)]
pub(super) struct Beliefs {
    inverses: std::sync::Arc<[(usize, Inverse)]>,
    medians: Vec<f64>,
    /// `scores[quantity * MEMBERS + member]`.
    scores: Vec<f64>,
    /// `values[quantity * MEMBERS + member]`.
    values: Vec<f64>,
    /// What the members expect of the cycle to come, `predicted[observation * MEMBERS + member]`.
    predicted: Vec<f64>,
    scratch: EnsembleScratch,
}

/// What is predicted of a cycle: the middle eight tenths of each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Predicted {
    pub(super) visits: Interval,
    pub(super) leads: Interval,
    pub(super) customers: Interval,
}

impl Beliefs {
    /// What the scenario says: the same first beliefs in every world.
    pub(super) fn of(setting: &Setting) -> Self {
        let parameters = setting.plain.model().parameters();
        let uncertain = parameters
            .quantities()
            .iter()
            .enumerate()
            .filter(|(_, quantity)| quantity.is_uncertain());
        let inverses: Vec<(usize, Inverse)> = uncertain.map(|(place, &quantity)| (place, Inverse::new(quantity))).collect();
        let mut luck = Luck::new(setting.seed, Purpose::Beliefs, [0; 3]);
        let mut scores = Vec::with_capacity(inverses.len() * MEMBERS);
        for _ in 0..inverses.len() {
            // each quantity's scores are spread evenly, in an order of their own
            let mut row: Vec<f64> = (0..MEMBERS)
                .map(|member| normal_quantile((member as f64 + 0.5) / MEMBERS as f64))
                .collect();
            for last in (1..MEMBERS).rev() {
                row.swap(last, luck.below(last + 1));
            }
            scores.extend(row);
        }
        standardize(&mut scores, MEMBERS);
        let mut beliefs = Self {
            medians: parameters.medians(),
            values: vec![0.0; scores.len()],
            scores,
            inverses: inverses.into(),
            predicted: Vec::new(),
            scratch: EnsembleScratch::default(),
        };
        beliefs.value();
        beliefs
    }

    /// Turns scores into values.
    fn value(&mut self) {
        self.values.copy_from_slice(&self.scores);
        for ((_, inverse), values) in self.inverses.iter().zip(self.values.chunks_exact_mut(MEMBERS)) {
            inverse.apply_to_scores(values);
        }
    }

    /// Number of members.
    pub(super) const fn members() -> usize {
        MEMBERS
    }

    /// Values of all quantities as one member has them.
    pub(super) fn member(&self, member: usize) -> Vec<f64> {
        let mut params = self.medians.clone();
        self.take(member, &mut params);
        params
    }

    fn take(&self, member: usize, params: &mut [f64]) {
        for ((place, _), values) in self.inverses.iter().zip(self.values.chunks_exact(MEMBERS)) {
            params[*place] = values[member];
        }
    }

    /// Values of all quantities at the centre of the beliefs: the mean score of each.
    pub(super) fn centre(&self) -> Vec<f64> {
        let mut params = self.medians.clone();
        for ((place, inverse), scores) in self.inverses.iter().zip(self.scores.chunks_exact(MEMBERS)) {
            let mut value = [scores.iter().sum::<f64>() / MEMBERS as f64];
            inverse.apply_to_scores(&mut value);
            params[*place] = value[0];
        }
        params
    }

    /// Runs every member over a cycle; keeps what each expects, and says what to expect.
    pub(super) fn predict(
        &mut self,
        setting: &Setting,
        simulator: &mut Simulator,
        decision: &Decision,
        span: &Span,
        luck: &mut Luck,
    ) -> Predicted {
        let mut trial = Trial {
            levers: Levers::neutral(),
            params: self.medians.clone(),
        };
        let mut sums = [const { Vec::new() }; 3];
        self.predicted.clear();
        for member in 0..MEMBERS {
            self.take(member, &mut trial.params);
            simulator.outcome_of(decision, &trial);
            let counts = Counts::of_run(simulator, span);
            if member == 0 {
                self.predicted = vec![0.0; counts.all.len() * MEMBERS];
            }
            for (row, count) in self.predicted.chunks_exact_mut(MEMBERS).zip(&counts.all) {
                row[member] = ln(count + NOBODY);
            }
            for (sum, count) in sums.iter_mut().zip([counts.visits, counts.leads, counts.customers]) {
                // what chance adds to an expected number of people
                let chance = if setting.scenario.lab.noise { luck.normal() } else { 0.0 };
                sum.push((count + chance * count.sqrt()).max(0.0));
            }
        }
        let [visits, leads, customers] = sums.map(interval);
        Predicted { visits, leads, customers }
    }

    /// Moves the members towards what was measured in the cycle that was predicted last.
    pub(super) fn learn(&mut self, setting: &Setting, diary: &Diary, span: &Span) {
        if self.inverses.is_empty() {
            return;
        }
        let counts = Counts::of_diary(diary, span);
        let chance = if setting.scenario.lab.noise { 1.0 } else { 0.0 };
        let observed: Vec<f64> = counts.all.iter().map(|count| ln(count + NOBODY)).collect();
        let variance: Vec<f64> = counts
            .all
            .iter()
            .map(|count| chance / (count + NOBODY) + TOLERANCE * TOLERANCE)
            .collect();
        update_evenly(&mut self.scores, MEMBERS, &self.predicted, &observed, &variance, &mut self.scratch);
        self.value();
    }
}

/// What is counted in a cycle: visits and leads of each stream, customers and repeat orders of all; and the sums that are predicted.
struct Counts {
    all: Vec<f64>,
    visits: f64,
    leads: f64,
    customers: f64,
}

impl Counts {
    fn new(streams: usize, span: &Span, brought: impl Fn(usize, usize) -> Brought, repeat_orders: f64) -> Self {
        let mut counts = Self {
            all: Vec::with_capacity(2 * streams + 2),
            visits: 0.0,
            leads: 0.0,
            customers: 0.0,
        };
        for stream in 0..streams {
            let (mut visits, mut leads) = (0.0, 0.0);
            for t in span.first..span.end {
                let brought = brought(stream, t);
                visits += brought.visits;
                leads += brought.leads;
                counts.customers += brought.customers;
            }
            counts.all.extend([visits, leads]);
            counts.visits += visits;
            counts.leads += leads;
        }
        counts.all.extend([counts.customers, repeat_orders]);
        counts
    }

    fn of_run(simulator: &Simulator, span: &Span) -> Self {
        let repeat_orders = simulator
            .flows()
            .take(span.end)
            .skip(span.first)
            .map(|flows| flows.repeat_orders)
            .sum();
        let brought = |stream, t| simulator.brought(stream, t);
        Self::new(simulator.model().streams(), span, brought, repeat_orders)
    }

    fn of_diary(diary: &Diary, span: &Span) -> Self {
        let repeat_orders = diary.flows[span.first..span.end].iter().map(|flows| flows.repeat_orders).sum();
        Self::new(diary.streams, span, |stream, t| diary.of(stream, t), repeat_orders)
    }
}

impl Predicted {
    /// What somebody says who says no more than the customers, from and to; NaN where nothing was said.
    pub(super) fn by_word_of_mouth(customers: Option<[f64; 2]>) -> Self {
        let range = |[from, to]: [f64; 2]| Interval {
            p10: from,
            p50: f64::midpoint(from, to),
            p90: to,
        };
        let nothing = range([f64::NAN; 2]);
        Self {
            visits: nothing,
            leads: nothing,
            customers: customers.map_or(nothing, range),
        }
    }

    /// How many of the three lay within, of what was measured.
    pub(super) fn hits(&self, diary: &Diary, span: &Span) -> usize {
        let counts = Counts::of_diary(diary, span);
        let pairs = [
            (self.visits, counts.visits),
            (self.leads, counts.leads),
            (self.customers, counts.customers),
        ];
        pairs
            .iter()
            .filter(|(within, count)| (within.p10..=within.p90).contains(count))
            .count()
    }
}

/// The middle eight tenths of the members.
fn interval(mut values: Vec<f64>) -> Interval {
    values.sort_by(f64::total_cmp);
    let at = |p: f64| {
        // of n numbers the k-th is the k / (n + 1) quantile: so an interval holds what it says
        let last = (values.len() - 1) as f64;
        let place = (p * (values.len() + 1) as f64 - 1.0).clamp(0.0, last);
        let below = place.floor() as usize;
        let above = (below + 1).min(values.len() - 1);
        values[below] + (place - below as f64) * (values[above] - values[below])
    };
    Interval {
        p10: at(0.1),
        p50: at(0.5),
        p90: at(0.9),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::Strategy;
    use super::super::course::Course;
    use super::super::shared::Lab;
    use super::*;
    use crate::scenario::Scenario;

    fn lab(set: &[&str]) -> Lab {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/corner-shop-online.toml");
        Lab::new(&Scenario::from_path_with(&path, set).expect("a scenario").scenario, 12, 3).expect("a plan")
    }

    /// Root mean square distance of a quantity's members from the truth, in standard deviations of what is believed first.
    fn distance(lab: &Lab, beliefs: &Beliefs, key: &str, truth: f64) -> f64 {
        let keys = lab.setting.plain.model().parameters().keys();
        let place = keys.iter().position(|known| known == key).expect("a quantity");
        let quantity = lab.setting.plain.model().parameters().quantities()[place];
        let row = beliefs
            .inverses
            .iter()
            .position(|(uncertain, _)| *uncertain == place)
            .expect("uncertain");
        // the score of the truth, by halving
        let (mut low, mut high) = (-8.0, 8.0);
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if quantity.quantile(crate::math::normal_cdf(middle)) < truth {
                low = middle
            } else {
                high = middle
            }
        }
        let scores = &beliefs.scores[row * MEMBERS..(row + 1) * MEMBERS];
        (scores.iter().map(|score| (score - low) * (score - low)).sum::<f64>() / MEMBERS as f64).sqrt()
    }

    #[test]
    fn first_beliefs_are_those_of_the_scenario() {
        let lab = lab(&[]);
        let parameters = lab.setting.plain.model().parameters();
        let centre = lab.beliefs.centre();
        for (found, median) in centre.iter().zip(parameters.medians()) {
            // the mean score is 0 to a rounding
            assert!((found - median).abs() <= 1e-9 * median.abs(), "{found} of {median}");
        }
        for ((place, _), values) in lab.beliefs.inverses.iter().zip(lab.beliefs.values.chunks_exact(MEMBERS)) {
            let low = parameters.quantities()[*place].quantile(0.05);
            let below = values.iter().filter(|value| **value < low).count() as f64 / MEMBERS as f64;
            // one in twenty, of 64 members: 3.2 ± 1.7
            assert!((0.0..=0.13).contains(&below), "{below} below {low}");
        }
    }

    #[test]
    fn measurement_teaches_what_it_depends_on_and_nothing_else() {
        let lab = lab(&[]);
        let (mut before, mut after, mut untouched) = (0.0, 0.0, 0.0);
        let worlds = 20;
        for number in 0..worlds {
            let world = lab.world(number);
            let keys = lab.setting.plain.model().parameters().keys();
            let truth = |key: &str| world.params[keys.iter().position(|known| known == key).expect("a quantity")];
            let course = Course::run(&lab, &world, Strategy::Kaizen);
            let learnt = course.view_beliefs().expect("kaizen believes");
            before += distance(&lab, &lab.beliefs, "act.rate", truth("act.rate"));
            after += distance(&lab, learnt, "act.rate", truth("act.rate"));
            // nothing that is counted depends on the worth of an order
            untouched += distance(&lab, learnt, "money.order_value", truth("money.order_value"))
                / distance(&lab, &lab.beliefs, "money.order_value", truth("money.order_value"));
        }
        assert!(after < 0.5 * before, "{after} of {before}");
        assert!((untouched / worlds as f64 - 1.0).abs() < 0.05, "{}", untouched / worlds as f64);
    }

    #[test]
    fn what_is_known_is_not_learnt() {
        let lab = lab(&["act.rate=0.1"]);
        let place = lab
            .setting
            .plain
            .model()
            .parameters()
            .keys()
            .iter()
            .position(|key| key == "act.rate");
        assert!(lab.beliefs.inverses.iter().all(|(uncertain, _)| Some(*uncertain) != place));
        assert_eq!(lab.beliefs.member(5)[place.expect("a quantity")], 0.1);
    }
}
