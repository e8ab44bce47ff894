//! The objective of one plan or two as a function of the scenario's uncertain quantities.

use crate::math::{PickFreeze, Picked, Studied};
use crate::model::Decision;
use crate::scenario::{Inverse, Quantity};
use crate::simulate::{Sampling, Simulator};

use super::tornado::TornadoRow;

/// Independent scrambles, from whose differences the standard errors come: with sixteen an error is itself known to a fifth.
const REPLICATES: usize = 16;
/// Fewest points of a replicate: a polynomial of degree 4 is fitted to what fifteen of them give.
const LEAST_POINTS: usize = 16;
/// Most points of a replicate: an index is then good to a thousandth, and more would tell nothing.
const MOST_POINTS: usize = 8192;
/// Quantities that get indices one by one. A tornado beyond them is a list nobody reads, and each costs as many runs as there are draws.
const FOLLOWED: usize = 24;
/// Work that the indices may take [channel-periods run]: some seconds.
const WORK: usize = 1_000_000_000;
/// Values that are in memory at a time.
const AT_ONCE: usize = 4 << 20;

/// One plan or two, and the quantities that they depend on.
pub(super) struct Subject<'a> {
    simulator: &'a Simulator,
    plans: Vec<&'a Decision>,
    /// Parameter of each uncertain quantity.
    places: Vec<usize>,
    inverses: Vec<Inverse>,
}

/// The objective of both plans at some values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Values {
    pub(super) today: f64,
    pub(super) proposal: Option<f64>,
}

impl Values {
    /// The proposal's less today's.
    pub(super) fn gain(self) -> Option<f64> {
        self.proposal.map(|proposal| proposal - self.today)
    }
}

/// A point next to the medians: one quantity has another value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Aside {
    pub(super) input: usize,
    pub(super) value: f64,
}

impl<'a> Subject<'a> {
    pub(super) fn new(simulator: &'a Simulator, today: &'a Decision, proposal: Option<&'a Decision>) -> Self {
        let quantities = simulator.model().parameters().quantities();
        let places: Vec<usize> = (0..quantities.len()).filter(|&place| quantities[place].is_uncertain()).collect();
        Self {
            inverses: places.iter().map(|&place| Inverse::new(quantities[place])).collect(),
            places,
            plans: std::iter::once(today).chain(proposal).collect(),
            simulator,
        }
    }

    pub(super) fn key(&self, input: usize) -> &str {
        &self.simulator.model().parameters().keys()[self.places[input]]
    }

    pub(super) fn quantity(&self, input: usize) -> Quantity {
        self.simulator.model().parameters().quantities()[self.places[input]]
    }

    /// Objectives of today's plan and of the proposal with every quantity at its median.
    pub(super) fn at_medians(&self) -> (f64, Option<f64>) {
        let found = self.simulator.objectives(&self.plans, self.simulator.params(), 1);
        (found[0], found.get(1).copied())
    }

    /// Both objectives at each point.
    pub(super) fn aside(&self, points: &[Aside]) -> Vec<Values> {
        let medians = self.simulator.params();
        let lot = (AT_ONCE / medians.len().max(1)).max(1);
        let mut found = Vec::with_capacity(points.len());
        for points in points.chunks(lot) {
            let count = points.len();
            let mut values: Vec<f64> = medians.iter().flat_map(|&median| std::iter::repeat_n(median, count)).collect();
            for (i, point) in points.iter().enumerate() {
                values[self.places[point.input] * count + i] = point.value;
            }
            let objectives = self.simulator.objectives(&self.plans, &values, count);
            let (today, proposal) = objectives.split_at(count);
            found.extend((0..count).map(|i| Values {
                today: today[i],
                proposal: proposal.get(i).copied(),
            }));
        }
        found
    }

    /// Runs of one plan that the work allows.
    fn most_runs(&self) -> usize {
        WORK / (self.plans.len() * self.simulator.model().work()).max(1)
    }
}

/// Outputs: 0 today's objective, 1 the proposal's gain.
impl Studied for Subject<'_> {
    fn inputs(&self) -> usize {
        self.places.len()
    }

    fn outputs(&self) -> usize {
        self.plans.len()
    }

    fn values(&self, input: usize, numbers: &mut [f64]) {
        self.inverses[input].apply(numbers);
    }

    fn run(&self, values: &[f64], count: usize) -> Vec<f64> {
        let mut all: Vec<f64> = Vec::with_capacity(self.simulator.params().len() * count);
        let mut inputs = self.places.iter().zip(values.chunks_exact(count)).peekable();
        for (place, &median) in self.simulator.params().iter().enumerate() {
            match inputs.next_if(|(input, _)| **input == place) {
                Some((_, row)) => all.extend_from_slice(row),
                None => all.extend(std::iter::repeat_n(median, count)),
            }
        }
        let mut found = self.simulator.objectives(&self.plans, &all, count);
        let (today, proposal) = found.split_at_mut(count);
        for (proposal, today) in proposal.iter_mut().zip(today) {
            *proposal -= *today;
        }
        found
    }
}

/// The runs from which indices and information are read.
pub(super) struct Study {
    pub(super) picked: Picked,
    design: PickFreeze,
    /// Inputs that are followed one by one, in the order of the tornado.
    pub(super) followed: Vec<usize>,
    /// Inputs that are taken together.
    pub(super) others: Vec<usize>,
}

impl Study {
    pub(super) fn new(subject: &Subject, tornado: &[TornadoRow], order: &[usize], sampling: Sampling) -> Self {
        let points = sampling.draws.div_ceil(REPLICATES).clamp(LEAST_POINTS, MOST_POINTS);
        // two sets, one for each input, one for the others
        let affordable = subject.most_runs() / (REPLICATES * LEAST_POINTS);
        let followed = order.len().min(FOLLOWED).min(affordable.saturating_sub(3).max(1));
        let (order, others) = if order.len() > followed {
            let mut order = by_either_swing(order, tornado);
            let others = order.split_off(followed);
            (order, others)
        } else {
            (order.to_vec(), Vec::new())
        };
        let sets = 2 + followed + usize::from(!others.is_empty());
        let design = PickFreeze {
            groups: order
                .iter()
                .map(|&input| vec![input])
                .chain((!others.is_empty()).then(|| others.clone()))
                .collect(),
            replicates: REPLICATES,
            points: points.min((subject.most_runs() / (REPLICATES * sets)).max(LEAST_POINTS)),
            seed: sampling.seed,
        };
        Self {
            picked: design.run(subject),
            design,
            followed: order,
            others,
        }
    }

    /// Points of both sets.
    pub(super) const fn draws(&self) -> usize {
        2 * self.design.replicates * self.design.points
    }

    pub(super) const fn runs(&self) -> usize {
        (2 + self.design.groups.len()) * self.design.replicates * self.design.points
    }
}

/// The inputs by how far they move today's objective or the gain, each as a share of the farthest. `order` is that of the tornado.
fn by_either_swing(order: &[usize], tornado: &[TornadoRow]) -> Vec<usize> {
    let size = |swing: f64| if swing.is_finite() { swing.abs() } else { 0.0 };
    let swings = |row: &TornadoRow| [size(row.swing), row.gain.map_or(0.0, |gain| size(gain.swing()))];
    let most = tornado
        .iter()
        .map(swings)
        .fold([0.0_f64; 2], |most, here| [most[0].max(here[0]), most[1].max(here[1])]);
    let weight = |row: &TornadoRow| {
        let shares = swings(row).into_iter().zip(most);
        shares
            .map(|(swing, most)| if most > 0.0 { swing / most } else { 0.0 })
            .fold(0.0, f64::max)
    };
    let mut weighed: Vec<(f64, usize)> = tornado.iter().map(weight).zip(order.iter().copied()).collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0));
    weighed.into_iter().map(|(_, input)| input).collect()
}
