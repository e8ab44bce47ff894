//! Time of a run and of its gradient on 8 channels × 52 weeks, for each instruction set, in channel-periods.
//!
//! `cargo bench --bench model`. An item is a channel-period: 416 of them are a run, so 24 Mitem/s are 42 ns for a channel-period.
//! `horizon` follows no money after the horizon; `five_years` follows the default of 260 weeks.

use std::path::Path;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use osa::math::Isa;
use osa::model::{Form, Gradient, Inputs, Levers, Model, Outcome, Workspace};
use osa::scenario::Scenario;

fn main() {
    divan::main();
}

/// The scenario's model at its medians, with buffers.
struct Run {
    model: Model,
    spend: Vec<f64>,
    params: Vec<f64>,
    workspace: Workspace<f64>,
    gradient: Gradient<f64>,
    seed: Outcome<f64>,
}

impl Run {
    fn new(lifetime: f64) -> Self {
        let set = [format!("money.lifetime={lifetime}")];
        let loaded = Scenario::from_text_with(include_str!("forecast.toml"), "forecast.toml", Path::new("."), &set);
        let scenario = loaded.expect("a valid scenario").scenario;
        let model = Model::new(&scenario);
        let workspace = Workspace::new(&model);
        Self {
            spend: scenario.channels.iter().flat_map(|channel| &channel.spend).copied().collect(),
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
}
