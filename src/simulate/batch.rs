//! Runs plans on batches of draws: the same model and the same reading as the point run, on as many draws side by side as the
//! instruction set has lanes.
//!
//! A chunk of draws is a sheet of its own, written by one worker; which worker, and with which lanes, changes no bit of it.

use rayon::prelude::*;

use crate::math::{Isa, Kernel, LaneKernel, Lanes, Real};
use crate::model::{Decision, Form, Gradient, Inputs, Levers, Model, Tallying, WholePeople, Workspace};

use super::draws::Draws;
use super::goal::{Aim, Goal};
use super::reading::{Baseline, Column, Run};
use super::rows::{Detail, Rows};
use super::simulator::Simulator;

/// Draws of a chunk: a multiple of every number of lanes, few enough that its rows stay in the processor's second cache.
pub(super) const CHUNK: usize = 256;

/// Columns of a sheet: a chunk of draws and a cache line that is not used, for rows a power of two apart would share their places in the
/// processor's first cache.
pub(super) const WIDTH: usize = CHUNK + 8;

/// Values of the quantities in each draw.
#[derive(Clone, Copy)]
pub(super) enum Values<'a> {
    /// Those of the draws with this index and the following ones.
    Drawn(&'a Draws),
    /// Given ones, `values[parameter * count + draw]`.
    Given { values: &'a [f64], count: usize },
}

impl Values<'_> {
    /// The values of a chunk's draws, `out[parameter * CHUNK + draw]`. Beyond the last given draw the last one stands.
    fn fill(self, first: usize, out: &mut [f64]) {
        match self {
            Self::Drawn(draws) => draws.fill(first as u64, CHUNK, out),
            Self::Given { values, count } => {
                let here = CHUNK.min(count - first);
                for (row, given) in out.chunks_exact_mut(CHUNK).zip(values.chunks_exact(count)) {
                    row[..here].copy_from_slice(&given[first..first + here]);
                    row[here..].fill(given[first + here - 1]);
                }
            }
        }
    }
}

/// Plans of one scenario that are run in every draw.
pub(super) struct Batch<'a> {
    pub(super) simulator: &'a Simulator,
    pub(super) decisions: &'a [&'a Decision],
    pub(super) values: Values<'a>,
    pub(super) detail: Detail,
    /// Figures of a period that are written down, as bits.
    pub(super) series: u16,
    pub(super) form: Form,
    /// Seed of the chance that makes whole people; `None`: expected numbers.
    pub(super) chance: Option<u64>,
}

impl Batch<'_> {
    pub(super) fn rows(&self) -> Rows {
        Rows {
            series: self.series,
            ..self.simulator.rows(self.detail)
        }
    }

    /// Rows of the sheet: those of each plan, one plan after the other.
    pub(super) fn height(&self) -> usize {
        self.rows().count() * self.decisions.len()
    }

    /// Fills `sheet` with chunks of draws from the draw `first` on: `sheet[(chunk * height + row) * WIDTH + draw]`.
    pub(super) fn fill(&self, first: usize, sheet: &mut [f64]) {
        let size = self.height() * WIDTH;
        let chunks = sheet.len() / size;
        // some for each thread, so that buffers are made few times and no thread waits long for the last
        let together = chunks.div_ceil(4 * rayon::current_num_threads()).max(1);
        sheet.par_chunks_mut(size * together).enumerate().for_each(|(group, sheet)| {
            Isa::best().run_lanes(Runs {
                batch: self,
                first: first + group * together * CHUNK,
                output: Output::Sheets(&mut *sheet),
            });
            if let Some(seed) = self.chance {
                Isa::best().run(ByChance {
                    batch: self,
                    seed,
                    first: first + group * together * CHUNK,
                    sheet,
                });
            }
        });
    }

    /// What the first plan reaches of a goal in each draw, into `values`, one for each; and the derivatives by every spend of the sum over
    /// the draws of weight × value, into `slopes` (none where it is empty; then there are no weights either).
    pub(super) fn reach(&self, goal: Goal, values: &mut [f64], weights: &[f64], slopes: &mut [f64]) {
        slopes.fill(0.0);
        let width = slopes.len();
        let per_round = PART * PARTS_TOGETHER;
        for (round, values) in values.chunks_mut(per_round).enumerate() {
            // a few groups for each thread: one makes its buffers once
            let group = values.len().div_ceil(PART).div_ceil(2 * rayon::current_num_threads()).max(1) * PART;
            let sums: Vec<Vec<f64>> = values
                .par_chunks_mut(group)
                .enumerate()
                .map(|(place, values)| {
                    let first = round * per_round + place * group;
                    let mut sums = vec![0.0; width * values.len().div_ceil(PART)];
                    Isa::best().run_lanes(Runs {
                        batch: self,
                        first,
                        output: Output::Reached {
                            goal,
                            weights: if width == 0 { &[] } else { &weights[first..first + values.len()] },
                            values,
                            sums: &mut sums,
                        },
                    });
                    sums
                })
                .collect();
            // part by part, whoever has made them
            for part in sums.iter().flat_map(|sums| sums.chunks_exact(width.max(1))) {
                for (slope, sum) in slopes.iter_mut().zip(part) {
                    *slope += sum;
                }
            }
        }
    }
}

/// Draws whose slopes are summed by themselves before they go to the sum of all: few, so that the worst tenth of a thousand keeps two
/// threads busy. A chunk is a whole number of parts.
const PART: usize = 64;

/// Parts whose sums are held at once.
const PARTS_TOGETHER: usize = 64;

/// Partial sums of a part: draw `d` goes to sum `d % SUMS`, whatever the number of lanes.
const SUMS: usize = 8;

/// What one worker needs to run plans on lanes.
struct Bench<V> {
    workspace: Workspace<V>,
    gradient: Gradient<V>,
    tallying: Tallying<V>,
    baseline: Baseline<V>,
    params: Vec<V>,
    /// Values of a chunk, `values[parameter * CHUNK + draw]`.
    values: Vec<f64>,
    /// Spends of the baseline, then of each plan.
    spends: Vec<Vec<V>>,
    /// Sums of weight × derivative by every spend, `sums[spend * SUMS + d % SUMS]` for draw `d`; none until there are weights.
    sums: Vec<f64>,
}

impl<V: Lanes> Bench<V> {
    fn new(model: &Model, decisions: &[&Decision]) -> Self {
        let workspace = Workspace::new(model);
        let parameters = model.parameters().len();
        let spend = model.channels() * model.horizon();
        let lanes = |decision: &&Decision| decision.spend.iter().map(|&x| V::from_f64(x)).collect();
        Self {
            gradient: Gradient::new(model, &workspace),
            workspace,
            tallying: Tallying::new(model),
            baseline: Baseline::new(model),
            params: vec![V::zero(); parameters],
            values: vec![0.0; parameters * CHUNK],
            spends: std::iter::once(vec![V::zero(); spend]).chain(decisions.iter().map(lanes)).collect(),
            sums: Vec::new(),
        }
    }

    /// Adds the slopes of the run, weighed, to the sums of its lanes, the first of which is `lane`.
    #[inline(always)]
    fn add_slopes(&mut self, weight: V, lane: usize) {
        let none = V::zero();
        for (sums, &slope) in self.sums.chunks_exact_mut(SUMS).zip(&self.gradient.spend) {
            let sums = &mut sums[lane..];
            // in a lane without a draw, whose weight is 0, a slope may be infinite; no weight is below 0
            let counted = none.select_lt(weight, weight * slope, none);
            (V::load(sums) + counted).store(sums);
        }
    }

    /// Sums of all lanes, which begin again at 0.
    #[inline(always)]
    fn fold_slopes(&mut self, out: &mut [f64]) {
        for (out, sums) in out.iter_mut().zip(self.sums.chunks_exact_mut(SUMS)) {
            *out = sums.iter().sum();
            sums.fill(0.0);
        }
    }

    /// Takes the values of the draws from `at` on.
    #[inline(always)]
    fn take(&mut self, at: usize) {
        for (param, row) in self.params.iter_mut().zip(self.values.chunks_exact(CHUNK)) {
            *param = V::load(&row[at..]);
        }
    }
}

/// What a worker makes of the runs of its draws.
enum Output<'a> {
    /// A sheet of figures for each chunk.
    Sheets(&'a mut [f64]),
    /// What the plan reaches of a goal in each draw; and, where there are weights, one for each draw, the sums of weight × derivative by
    /// every spend over each part of the draws.
    Reached {
        goal: Goal,
        values: &'a mut [f64],
        weights: &'a [f64],
        sums: &'a mut [f64],
    },
}

/// Draws from `first` on, run by one worker. All that is done with draws is in this one kernel: the model is inlined into it, once for
/// each instruction set.
struct Runs<'a> {
    batch: &'a Batch<'a>,
    first: usize,
    output: Output<'a>,
}

impl LaneKernel for Runs<'_> {
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes>(self) {
        let Self { batch, first, mut output } = self;
        let model = &batch.simulator.model;
        let rows = batch.rows();
        let size = batch.height() * WIDTH;
        let nothing = vec![false; batch.simulator.scenario.actions.len()];
        let mut bench = Bench::<V>::new(model, batch.decisions);
        let (draws, aim, reversed) = match &output {
            Output::Sheets(sheets) => (
                sheets.len() / size * CHUNK,
                Aim::totals(model.gross_seed()),
                rows.detail >= Detail::Sources,
            ),
            Output::Reached { goal, values, weights, .. } => (values.len(), Aim::new(model, *goal), !weights.is_empty()),
        };
        if let Output::Reached { weights, .. } = &output
            && !weights.is_empty()
        {
            bench.sums = vec![0.0; bench.gradient.spend.len() * SUMS];
        }
        // without a reading there is nothing to hold a baseline against
        let skipped = usize::from(batch.detail < Detail::Figures);
        for chunk in 0..draws.div_ceil(CHUNK) {
            batch.values.fill(first + chunk * CHUNK, &mut bench.values);
            for at in (0..CHUNK.min(draws - chunk * CHUNK)).step_by(V::COUNT) {
                bench.take(at);
                for plan in skipped..=batch.decisions.len() {
                    let inputs = Inputs {
                        spend: &bench.spends[plan],
                        actions: if plan == 0 { &nothing } else { &batch.decisions[plan - 1].actions },
                        levers: Levers::neutral(),
                        params: &bench.params,
                        form: batch.form,
                    };
                    let outcome = model.forward_within(inputs, &mut bench.workspace);
                    if plan == 0 {
                        bench.baseline.keep(model, &bench.params, outcome, &bench.workspace);
                        continue;
                    }
                    if reversed {
                        model.reverse_within(&aim.weights, inputs, &bench.workspace, &mut bench.gradient);
                    }
                    match &mut output {
                        Output::Sheets(sheets) => {
                            let run = Run {
                                model,
                                inputs,
                                workspace: &bench.workspace,
                                outcome,
                                baseline: &bench.baseline,
                            };
                            let plan_sheet = chunk * size + (plan - 1) * rows.count() * WIDTH;
                            let mut column = Column {
                                rows,
                                sheet: &mut sheets[plan_sheet..plan_sheet + rows.count() * WIDTH],
                                width: WIDTH,
                                at,
                            };
                            run.write(&mut column);
                            if reversed {
                                run.sources(batch.decisions[plan - 1], &bench.gradient, &mut bench.tallying, &mut column);
                            }
                        }
                        Output::Reached { values, weights, sums, .. } => {
                            let draw = chunk * CHUNK + at;
                            let value = aim.value(model, &inputs, &bench.workspace, &outcome);
                            keep_first(value, &mut values[draw..]);
                            if reversed {
                                let weight = load_first::<V>(&weights[draw..]);
                                let part = draw / PART;
                                let spends = bench.gradient.spend.len();
                                let sums = &mut sums[part * spends..(part + 1) * spends];
                                bench.add_slopes(weight, at % SUMS);
                                if (draw + V::COUNT).is_multiple_of(PART) || draw + V::COUNT >= draws {
                                    bench.fold_slopes(sums);
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The first lanes, as many as there is room for.
#[inline(always)]
fn keep_first<V: Lanes>(value: V, room: &mut [f64]) {
    let mut lanes = [0.0; SUMS];
    value.store(&mut lanes);
    for (room, lane) in room.iter_mut().zip(&lanes[..V::COUNT]) {
        *room = *lane;
    }
}

/// The first values as lanes; 0 in those for which there is none.
#[inline(always)]
fn load_first<V: Lanes>(values: &[f64]) -> V {
    let mut lanes = [0.0; SUMS];
    for (lane, value) in lanes.iter_mut().zip(values).take(V::COUNT) {
        *lane = *value;
    }
    V::load(&lanes)
}

/// Writes the figures of whole people over those of expected ones, draw by draw: chance does not run on lanes. What each source brought
/// stays as it is expected.
struct ByChance<'a> {
    batch: &'a Batch<'a>,
    seed: u64,
    first: usize,
    sheet: &'a mut [f64],
}

impl Kernel for ByChance<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let Self { batch, seed, first, sheet } = self;
        let simulator = batch.simulator;
        let model = &simulator.model;
        let rows = batch.rows();
        let nothing = simulator.nothing();
        let mut workspace = Workspace::new(model);
        let mut baseline = Baseline::new(model);
        let mut params = vec![0.0; model.parameters().len()];
        let mut values = vec![0.0; params.len() * CHUNK];
        for (chunk, sheet) in sheet.chunks_exact_mut(batch.height() * WIDTH).enumerate() {
            let start = first + chunk * CHUNK;
            batch.values.fill(start, &mut values);
            for at in 0..CHUNK {
                for (param, row) in params.iter_mut().zip(values.chunks_exact(CHUNK)) {
                    *param = row[at];
                }
                let luck = WholePeople::new(seed, (start + at) as u64);
                for (plan, decision) in std::iter::once(&nothing).chain(batch.decisions.iter().copied()).enumerate() {
                    let inputs = Simulator::inputs(&params, Levers::neutral(), decision);
                    let outcome = model.forward_by_chance(inputs, &mut workspace, luck);
                    let Some(plan) = plan.checked_sub(1) else {
                        baseline.keep(model, &params, outcome, &workspace);
                        continue;
                    };
                    let run = Run {
                        model,
                        inputs,
                        workspace: &workspace,
                        outcome,
                        baseline: &baseline,
                    };
                    let mut column = Column {
                        rows,
                        sheet: &mut sheet[plan * rows.count() * WIDTH..(plan + 1) * rows.count() * WIDTH],
                        width: WIDTH,
                        at,
                    };
                    run.write(&mut column);
                }
            }
        }
    }
}
