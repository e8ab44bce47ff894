//! Runs plans on batches of draws: the same model and the same reading as the point run, on as many draws side by side as the
//! instruction set has lanes.
//!
//! A chunk of draws is a sheet of its own, written by one worker; which worker, and with which lanes, changes no bit of it.

use rayon::prelude::*;

use crate::math::{Isa, Kernel, LaneKernel, Lanes, Real};
use crate::model::{Decision, Form, Gradient, Inputs, Levers, Model, Outcome, TOTALS, Tallying, Weights, WholePeople, Workspace};

use super::draws::Draws;
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

    /// Mean totals of the first plan over the first `count` draws, and the mean derivative of the objective by every spend (none where
    /// `slopes` is empty).
    pub(super) fn mean_gradient(&self, count: usize, slopes: &mut [f64]) -> Outcome<f64> {
        let width = self.simulator.model.channels() * self.simulator.model.horizon() + TOTALS;
        let chunks = count.div_ceil(CHUNK);
        let wants_slopes = !slopes.is_empty();
        let mut totals = vec![0.0; width];
        for first in (0..chunks).step_by(TOGETHER) {
            let sums: Vec<Vec<f64>> = (first..chunks.min(first + TOGETHER))
                .into_par_iter()
                .map(|chunk| {
                    let mut sums = vec![0.0; width * SUMS];
                    Isa::best().run_lanes(Runs {
                        batch: self,
                        first: chunk * CHUNK,
                        output: Output::Sums {
                            count: CHUNK.min(count - chunk * CHUNK),
                            slopes: wants_slopes,
                            sums: &mut sums,
                        },
                    });
                    sums.chunks_exact(SUMS).map(|part| part.iter().sum()).collect()
                })
                .collect();
            for chunk in sums {
                for (total, sum) in totals.iter_mut().zip(chunk) {
                    *total += sum;
                }
            }
        }
        let mean = |place: usize| totals[place] / count as f64;
        for (place, slope) in slopes.iter_mut().enumerate() {
            *slope = mean(TOTALS + place);
        }
        Outcome::from_places(mean)
    }
}

/// Chunks whose sums are held at once.
const TOGETHER: usize = 16;

/// Partial sums of a chunk: draw `d` goes to sum `d % SUMS`, whatever the number of lanes.
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
    /// Sums over the first so many draws of one chunk: totals, then, where they are wanted, the derivatives of the objective by every spend.
    Sums { count: usize, slopes: bool, sums: &'a mut [f64] },
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
        let (chunks, weights, reversed) = match &output {
            Output::Sheets(sheets) => (
                sheets.len() / size,
                Weights::totals(model.gross_seed()),
                rows.detail >= Detail::Sources,
            ),
            Output::Sums { slopes, .. } => (1, Weights::totals(model.objective_seed()), *slopes),
        };
        // without a reading there is nothing to hold a baseline against
        let skipped = usize::from(batch.detail < Detail::Figures);
        for chunk in 0..chunks {
            batch.values.fill(first + chunk * CHUNK, &mut bench.values);
            for at in (0..CHUNK).step_by(V::COUNT) {
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
                        model.reverse_within(&weights, inputs, &bench.workspace, &mut bench.gradient);
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
                        Output::Sums { count, slopes, sums } => {
                            let inside = Inside {
                                at: V::load(&PLACES) + V::from_f64(at as f64),
                                count: V::from_f64(*count as f64),
                            };
                            let sums = &mut sums[at % SUMS..];
                            for (place, value) in outcome.list().into_iter().enumerate() {
                                inside.add(value, &mut sums[place * SUMS..]);
                            }
                            if *slopes {
                                for (place, &slope) in bench.gradient.spend.iter().enumerate() {
                                    inside.add(slope, &mut sums[(TOTALS + place) * SUMS..]);
                                }
                            }
                        }
                    }
                }
            }
        }
    }
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

/// Numbers of the lanes.
const PLACES: [f64; 8] = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0];

/// Which lanes are draws of the chunk.
#[derive(Clone, Copy)]
struct Inside<V> {
    at: V,
    count: V,
}

impl<V: Lanes> Inside<V> {
    /// Adds to the partial sums of the lanes.
    #[inline(always)]
    fn add(self, value: V, sums: &mut [f64]) {
        let counted = self.at.select_lt(self.count, value, V::zero());
        (V::load(sums) + counted).store(sums);
    }
}
