//! Time of a run and of its gradient on 8 channels × 52 weeks, for each instruction set, in channel-periods.
//!
//! `cargo bench --bench model`. An item is a channel-period: 416 of them are a run, so 24 Mitem/s are 42 ns for a channel-period.
//! `horizon` follows no money after the horizon; `five_years` follows the default of 260 weeks. `chance` is one run by whole people of
//! two scenarios of the project, beside the expected run.

use std::path::Path;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use osa::math::{Isa, LaneKernel, Lanes, Real};
use osa::model::{Form, Gradient, Inputs, Levers, Model, Outcome, WholePeople, Workspace};
use osa::scenario::Scenario;

fn main() {
    divan::main();
}

/// The scenario's model at its medians, with buffers.
struct Run {
    model: Model,
    spend: Vec<f64>,
    actions: Vec<bool>,
    params: Vec<f64>,
    workspace: Workspace<f64>,
    gradient: Gradient<f64>,
    seed: Outcome<f64>,
}

impl Run {
    fn new(lifetime: f64) -> Self {
        Self::of(include_str!("forecast.toml"), &[format!("money.lifetime={lifetime}")])
    }

    fn of(text: &str, set: &[String]) -> Self {
        let loaded = Scenario::from_text_with(text, "scenario.toml", Path::new("."), set);
        let scenario = loaded.expect("a valid scenario").scenario;
        let model = Model::new(&scenario);
        let workspace = Workspace::new(&model);
        Self {
            spend: scenario.channels.iter().flat_map(|channel| &channel.spend).copied().collect(),
            actions: scenario.actions.iter().map(|action| action.done).collect(),
            params: model.parameters().medians(),
            gradient: Gradient::new(&model, &workspace),
            seed: model.objective_seed(),
            workspace,
            model,
        }
    }

    fn items(&self) -> ItemsCount {
        ItemsCount::new(self.spend.len())
    }

    fn inputs<'a>(spend: &'a [f64], params: &'a [f64]) -> Inputs<'a, f64> {
        Inputs {
            spend,
            actions: &[],
            levers: Levers::neutral(),
            params,
            form: Form::True,
        }
    }

    fn forward(&mut self, isa: Isa) -> Outcome<f64> {
        self.model
            .forward_on(isa, Self::inputs(black_box(&self.spend), &self.params), &mut self.workspace)
    }

    fn reverse(&mut self, isa: Isa) {
        let inputs = Self::inputs(black_box(&self.spend), &self.params);
        self.model.reverse_on(isa, &self.seed, inputs, &self.workspace, &mut self.gradient);
    }
}

fn forward(bencher: Bencher, isa: Isa, lifetime: f64) {
    let mut run = Run::new(lifetime);
    bencher.counter(run.items()).bench_local(|| run.forward(isa));
}

fn reverse(bencher: Bencher, isa: Isa, lifetime: f64) {
    let mut run = Run::new(lifetime);
    run.forward(isa);
    bencher.counter(run.items()).bench_local(|| run.reverse(isa));
}

/// Draws of one kernel call: what a chunk of a Monte Carlo run is.
const DRAWS: usize = 512;

/// Runs of the model on lanes, each draw at parameters of its own (the medians, some parts in a thousand apart).
struct Draws<'a>(&'a Run);

impl LaneKernel for Draws<'_> {
    type Output = f64;

    #[inline(always)]
    fn run<V: Lanes>(self) -> f64 {
        let Run { model, spend, params, .. } = self.0;
        let mut workspace = Workspace::<V>::new(model);
        let spend: Vec<V> = spend.iter().map(|&x| V::from_f64(x)).collect();
        let mut values = vec![V::zero(); params.len()];
        let mut profit = V::zero();
        for group in 0..DRAWS / V::COUNT {
            for (value, &median) in values.iter_mut().zip(params) {
                *value = V::from_f64(median) * V::from_f64(1e-6_f64.mul_add(group as f64, 0.999));
            }
            let inputs = Inputs {
                spend: &spend,
                actions: &[],
                levers: Levers::neutral(),
                params: &values,
                form: Form::True,
            };
            profit += model.forward_within(inputs, &mut workspace).profit;
        }
        let mut lanes = [0.0; 8];
        profit.store(&mut lanes);
        lanes.iter().sum()
    }
}

fn lanes(bencher: Bencher, isa: Isa, lifetime: f64) {
    let run = Run::new(lifetime);
    bencher
        .counter(ItemsCount::new(run.spend.len() * DRAWS))
        .bench_local(|| isa.run_lanes(Draws(black_box(&run))));
}

#[divan::bench_group(sample_count = 1000)]
mod horizon {
    use super::{Bencher, Isa};

    #[divan::bench(args = Isa::available())]
    fn forward(bencher: Bencher, isa: Isa) {
        super::forward(bencher, isa, 0.0);
    }

    #[divan::bench(args = Isa::available())]
    fn reverse(bencher: Bencher, isa: Isa) {
        super::reverse(bencher, isa, 0.0);
    }

    /// An item is a channel-period of one draw.
    #[divan::bench(args = Isa::available(), sample_count = 100)]
    fn lanes(bencher: Bencher, isa: Isa) {
        super::lanes(bencher, isa, 0.0);
    }
}

#[divan::bench_group(sample_count = 1000)]
mod five_years {
    use super::{Bencher, Isa};

    #[divan::bench(args = Isa::available())]
    fn forward(bencher: Bencher, isa: Isa) {
        super::forward(bencher, isa, 5.0);
    }

    #[divan::bench(args = Isa::available())]
    fn reverse(bencher: Bencher, isa: Isa) {
        super::reverse(bencher, isa, 5.0);
    }

    /// An item is a channel-period of one draw.
    #[divan::bench(args = Isa::available(), sample_count = 100)]
    fn lanes(bencher: Bencher, isa: Isa) {
        super::lanes(bencher, isa, 5.0);
    }
}

mod chance {
    use super::{Bencher, Form, Inputs, Levers, Run, WholePeople, black_box};

    const NAMES: [&str; 2] = ["outdoor-shop", "b2b-software"];

    fn run_of(name: &str) -> Run {
        let text = match name {
            "outdoor-shop" => include_str!("../scenarios/outdoor-shop.toml"),
            _ => include_str!("../scenarios/b2b-software.toml"),
        };
        Run::of(text, &[])
    }

    fn inputs(run: &Run) -> Inputs<'_, f64> {
        Inputs {
            spend: black_box(&run.spend),
            actions: &run.actions,
            levers: Levers::neutral(),
            params: &run.params,
            form: Form::True,
        }
    }

    #[divan::bench(args = NAMES)]
    fn expected(bencher: Bencher, name: &str) {
        let run = run_of(name);
        let mut workspace = run.workspace.clone();
        bencher.bench_local(|| run.model.forward(inputs(&run), &mut workspace));
    }

    #[divan::bench(args = NAMES)]
    fn whole_people(bencher: Bencher, name: &str) {
        let run = run_of(name);
        let mut workspace = run.workspace.clone();
        let mut draw = 0;
        bencher.bench_local(|| {
            draw += 1;
            run.model.forward_by_chance(inputs(&run), &mut workspace, WholePeople::new(0, draw))
        });
    }
}
