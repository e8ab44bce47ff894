//! The same bits whatever instructions run it, and whatever ran in the same buffers before.

mod common;

use common::{Allow, Case, Draw, entries};
use osa::math::Isa;
use osa::model::{Gradient, Outcome, Weights, Workspace};

const SCENARIOS: u64 = if cfg!(debug_assertions) { 40 } else { 600 };

/// Bits of a list; every NaN counts as one, because its sign and payload are not promised.
fn bits(values: impl IntoIterator<Item = f64>) -> Vec<u64> {
    let canonical = |x: f64| if x.is_nan() { f64::NAN } else { x };
    values.into_iter().map(|x| canonical(x).to_bits()).collect()
}

/// Bits of a run's totals, of its flows and of the gradients of every total, of the objective and of weights by period.
fn bits_of_run(case: &Case, isa: Isa, workspace: &mut Workspace<f64>, gradient: &mut Gradient<f64>) -> Vec<u64> {
    let outcome = case.model.forward_on(isa, case.inputs(), workspace);
    let mut all = bits(outcome.values());
    for t in 0..case.model.horizon() {
        let flows = case.model.flows(workspace, t);
        all.extend(bits([
            flows.visits,
            flows.leads,
            flows.customers,
            flows.active,
            flows.backlog,
            flows.revenue,
        ]));
    }
    let totals = (0..Outcome::<f64>::NAMES.len()).map(Outcome::unit);
    for seed in totals.chain([case.model.objective_seed()]) {
        case.model.reverse_on(isa, &seed, case.inputs(), workspace, gradient);
        all.extend(bits(entries(gradient)));
    }
    let mut weights = Weights::zero(case.model.horizon());
    let lists = [
        &mut weights.visits,
        &mut weights.leads,
        &mut weights.customers,
        &mut weights.revenue,
        &mut weights.gross,
        &mut weights.invest,
    ];
    for (list, first) in lists.into_iter().zip([0.3, -1.1, 2.7, 0.9, -0.4, 1.7]) {
        for (t, weight) in list.iter_mut().enumerate() {
            *weight = first / (t + 1) as f64;
        }
    }
    case.model.reverse_weighed_on(isa, &weights, case.inputs(), workspace, gradient);
    all.extend(bits(entries(gradient)));
    all
}

fn buffers(case: &Case) -> (Workspace<f64>, Gradient<f64>) {
    let workspace = Workspace::new(&case.model);
    let gradient = Gradient::new(&case.model, &workspace);
    (workspace, gradient)
}

#[test]
fn every_instruction_set_gives_the_same_bits() {
    for seed in 0..SCENARIOS {
        let case = Case::random(seed, Allow::ALL);
        let run = |isa| {
            let (mut workspace, mut gradient) = buffers(&case);
            bits_of_run(&case, isa, &mut workspace, &mut gradient)
        };
        let portable = run(Isa::Portable);
        for &isa in Isa::available() {
            assert_eq!(run(isa), portable, "scenario {seed}, {isa:?}");
        }
    }
}

/// Another point of the same model: other spends, actions, levers and parameters, so that carryovers are followed longer or
/// shorter, things are moved that were not, and capacities bind that did not.
fn disturbed(case: &mut Case, draw: &mut Draw) {
    for x in &mut case.decision.spend {
        *x = if draw.chance(0.2) { 0.0 } else { *x * draw.uniform(0.0, 3.0) };
    }
    for done in &mut case.decision.actions {
        *done = draw.chance(0.5);
    }
    case.levers.reach = draw.uniform(0.2, 3.0);
    case.levers.retention = draw.uniform(-1.0, 1.0);
    let keys = case.model.parameters().keys().to_vec();
    for (key, value) in keys.iter().zip(&mut case.params) {
        // rates stay inside (0, 1): towards their square, or towards its mirror
        let is_rate = key.ends_with("rate")
            || key.ends_with("retention")
            || key.ends_with("decay")
            || key.ends_with("loss")
            || key.ends_with("margin");
        *value *= if is_rate { draw.uniform(0.3, 1.0) } else { draw.uniform(0.3, 2.0) };
    }
}

#[test]
fn what_ran_before_leaves_no_trace() {
    for seed in 0..SCENARIOS {
        let case = Case::random(seed, Allow::ALL);
        let (mut workspace, mut gradient) = buffers(&case);
        let fresh = bits_of_run(&case, Isa::best(), &mut workspace, &mut gradient);
        let again = bits_of_run(&case, Isa::best(), &mut workspace, &mut gradient);
        assert_eq!(again, fresh, "scenario {seed}, run twice");
        let draw = &mut Draw::new(seed + 3_000_000);
        for round in 0..3 {
            let mut other = Case::random(seed, Allow::ALL);
            disturbed(&mut other, draw);
            let (mut new_workspace, mut new_gradient) = buffers(&other);
            let expected = bits_of_run(&other, Isa::best(), &mut new_workspace, &mut new_gradient);
            let found = bits_of_run(&other, Isa::best(), &mut workspace, &mut gradient);
            assert_eq!(found, expected, "scenario {seed}, other inputs {round}");
            let back = bits_of_run(&case, Isa::best(), &mut workspace, &mut gradient);
            assert_eq!(back, fresh, "scenario {seed}, after other inputs {round}");
        }
    }
}

/// A run that ended in NaN (an infinite parameter) must not stay in the buffers either.
#[test]
fn a_run_of_nan_leaves_no_trace() {
    for seed in 0..SCENARIOS {
        let case = Case::random(seed, Allow::ALL);
        let (mut workspace, mut gradient) = buffers(&case);
        let fresh = bits_of_run(&case, Isa::best(), &mut workspace, &mut gradient);
        let mut broken = Case::random(seed, Allow::ALL);
        broken.params.fill(f64::NAN);
        broken.decision.spend.fill(f64::NAN);
        broken.decision.actions.fill(true);
        bits_of_run(&broken, Isa::best(), &mut workspace, &mut gradient);
        let back = bits_of_run(&case, Isa::best(), &mut workspace, &mut gradient);
        assert_eq!(back, fresh, "scenario {seed}");
    }
}
