//! The reverse pass against the model's own text run on dual numbers, which has exact derivatives: over random scenarios, for
//! every total, for the objective and for weights by period, along random directions and along single coordinates; the edges by name.
//!
//! What is summed: with `g` the reverse gradient of a total and `u` a direction over all coordinates (every spend, lever and
//! parameter, each moving by up to its own size), `|⟨g, u⟩ - slope| ≤ 1e-12 · (Σ|g_i u_i| + c)`, the sum over the coordinates.
//! `c` is 0 without a capacity. With one it is the total itself: where it binds, terms as large as the total cancel (more leads,
//! a smaller share of them handled), on both sides, and are in no `g_i`. Along a single coordinate `i`, which moves by its own
//! size `s_i`, the right side is `1e-12 · |g_i s_i| + 1e-14 · (Σ_j |g_j s_j| + c)`, the sum over all coordinates: a derivative
//! in which larger parts cancel cannot be better than some units of rounding of what the whole run is made of.

#[path = "../common/mod.rs"]
mod common;
mod edges;

use common::{Allow, Case, Draw, entries, lever_values};
use osa::math::Dual;
use osa::model::{Form, Gradient, Inputs, Levers, Outcome, TOTALS, Weights, Workspace};
use osa::scenario::Curve;

/// Random scenarios that are tried: fewer without optimization, where one takes some thirty times as long.
const SCENARIOS: u64 = if cfg!(debug_assertions) { 60 } else { 10_000 };

/// Values of all coordinates: spend, levers, parameters.
fn point(case: &Case) -> Vec<f64> {
    let mut x = case.decision.spend.clone();
    x.extend(lever_values(&case.levers));
    x.extend(&case.params);
    x
}

/// Totals, the objective and weighed flows at a point, with their derivatives along a direction.
struct DualRun {
    workspace: Workspace<Dual>,
}

impl DualRun {
    fn new(case: &Case) -> Self {
        Self {
            workspace: Workspace::new(&case.model),
        }
    }

    fn totals(&mut self, case: &Case, form: Form, x: &[f64], u: &[f64]) -> Vec<Dual> {
        let duals: Vec<Dual> = x.iter().zip(u).map(|(&x, &u)| Dual::new(x, u)).collect();
        let (spend, rest) = duals.split_at(case.decision.spend.len());
        let (levers, params) = rest.split_at(5);
        let inputs = Inputs {
            spend,
            actions: &case.decision.actions,
            levers: Levers {
                reach: levers[0],
                act: levers[1],
                convert: levers[2],
                retention: levers[3],
                repeat: levers[4],
            },
            params,
            form,
        };
        let outcome = case.model.forward(inputs, &mut self.workspace);
        let seed: Outcome<f64> = case.model.objective_seed();
        let objective = outcome.values().into_iter().zip(seed.values());
        let slope: f64 = objective.clone().map(|(total, weight)| total.slope * weight).sum();
        let value = objective.map(|(total, weight)| total.value * weight).sum();
        let mut totals = outcome.values();
        totals.push(Dual::new(value, slope));
        totals.extend(
            weights_by_period(case)
                .iter()
                .map(|weights| self.weighed(case, &outcome, params, weights)),
        );
        totals
    }

    /// What weights make of the run of the workspace: the slope of the sum, and the size of what it is made of.
    fn weighed(&self, case: &Case, outcome: &Outcome<Dual>, params: &[Dual], weights: &Weights<f64>) -> Dual {
        let (mut size, mut slope) = (0.0, 0.0);
        let mut add = |weight: f64, flow: Dual| {
            size += (weight * flow.value).abs();
            slope += weight * flow.slope;
        };
        for (weight, total) in weights.totals.values().into_iter().zip(outcome.values()) {
            add(weight, total);
        }
        for t in 0..case.model.horizon() {
            let flows = case.model.flows(&self.workspace, t);
            let mut of = |list: &[f64], flow: Dual| list.get(t).into_iter().for_each(|&weight| add(weight, flow));
            of(&weights.visits, flows.visits);
            of(&weights.leads, flows.leads);
            of(&weights.customers, flows.customers);
            of(&weights.revenue, flows.revenue);
            of(&weights.gross, case.model.margin(params) * flows.revenue);
            of(&weights.invest, flows.invest);
        }
        Dual::new(size, slope)
    }
}

/// Weights of each flow by itself, different in every period, for the first periods or all; and of everything at once.
fn weights_by_period(case: &Case) -> Vec<Weights<f64>> {
    let horizon = case.model.horizon();
    let draw = &mut Draw::new(horizon as u64);
    let mut some = |periods: usize| (0..periods).map(|_| draw.uniform(-1.0, 1.0)).collect::<Vec<f64>>();
    let none = || Weights::totals(Outcome::zero());
    let (all, half) = (some(horizon), some(horizon.div_ceil(2)));
    vec![
        Weights {
            visits: all.clone(),
            ..none()
        },
        Weights {
            leads: some(horizon),
            ..none()
        },
        Weights {
            leads: half.clone(),
            ..none()
        },
        Weights {
            customers: some(horizon),
            ..none()
        },
        Weights {
            revenue: some(horizon),
            ..none()
        },
        Weights { gross: half, ..none() },
        Weights { invest: all, ..none() },
        Weights {
            totals: Outcome::from_places(|k| 1.0 - 0.1 * k as f64),
            visits: some(horizon),
            leads: some(horizon),
            customers: some(horizon),
            revenue: some(horizon),
            gross: some(horizon),
            invest: some(horizon),
        },
    ]
}

/// One seed for each total, and the objective's.
fn seeds(case: &Case) -> Vec<Outcome<f64>> {
    let mut seeds: Vec<_> = (0..Outcome::<f64>::NAMES.len()).map(Outcome::unit).collect();
    seeds.push(case.model.objective_seed());
    seeds
}

/// Gradients of all totals and of the objective.
fn gradients(case: &Case, form: Form) -> Vec<Vec<f64>> {
    let mut workspace = Workspace::new(&case.model);
    let inputs = Inputs { form, ..case.inputs() };
    case.model.forward(inputs, &mut workspace);
    let mut gradient = Gradient::new(&case.model, &workspace);
    let one = |weights| {
        case.model.reverse_weighed(&weights, inputs, &workspace, &mut gradient);
        entries(&gradient)
    };
    let totals = seeds(case).into_iter().map(Weights::totals);
    totals.chain(weights_by_period(case)).map(one).collect()
}

/// Name of a coordinate, for messages.
fn coordinate(case: &Case, i: usize) -> String {
    let spends = case.decision.spend.len();
    if i < spends {
        format!(
            "spend of channel {} in period {}",
            i / case.decision.periods,
            i % case.decision.periods
        )
    } else if i < spends + 5 {
        format!("lever {}", ["reach", "act", "convert", "retention", "repeat"][i - spends])
    } else {
        case.model.parameters().keys()[i - spends - 5].clone()
    }
}

fn total_name(k: usize) -> &'static str {
    let after = [
        "objective",
        "visits by period",
        "leads by period",
        "leads of the first half",
        "customers by period",
        "revenue by period",
    ];
    let last = ["gross of the first half", "invest by period", "everything by period"];
    let names = Outcome::<f64>::NAMES.iter().chain(&after).chain(&last);
    names.copied().nth(k).unwrap_or("what nobody named")
}

/// Whether a curve's derivative at zero pressure is one-sided, and not that of its text: `a^s`.
fn is_sloped(curve: Curve) -> bool {
    matches!(curve, Curve::Hill { slope: Some(_), .. } | Curve::Power { slope: Some(_), .. })
}

/// Natural size of a step in each coordinate; 0 where a dual number cannot tell the one-sided derivative.
fn sizes(case: &Case) -> Vec<f64> {
    let mut sizes = Vec::new();
    for channel in &case.scenario.channels {
        let lifts = [channel.act, channel.convert, channel.retention, channel.repeat];
        let mut curves: Vec<Curve> = lifts.into_iter().flatten().map(|lift| lift.curve).collect();
        curves.extend(channel.reach.map(|reach| reach.curve));
        let one_sided = curves.into_iter().any(is_sloped);
        sizes.extend(channel.spend.iter().map(|&x| match x {
            0.0 if one_sided => 0.0,
            0.0 => 100.0,
            _ => x,
        }));
    }
    sizes.extend([1.0; 5]);
    sizes.extend(case.params.iter().map(|&x| if x == 0.0 { 1.0 } else { x.abs() }));
    sizes
}

/// `Σ |g_i u_i|` over the coordinates that move.
fn absolute_terms(gradient: &[f64], u: &[f64]) -> f64 {
    gradient.iter().zip(u).filter(|(_, u)| **u != 0.0).map(|(g, u)| (g * u).abs()).sum()
}

/// Size of the terms that cancel in a binding capacity.
fn cancelling(case: &Case, total: Dual) -> f64 {
    if case.scenario.convert.capacity.is_some() {
        total.value.abs()
    } else {
        0.0
    }
}

fn along(gradient: &[f64], u: &[f64]) -> f64 {
    gradient.iter().zip(u).filter(|(_, u)| **u != 0.0).map(|(g, u)| g * u).sum()
}

/// Compares all totals' gradients of one case with dual numbers; gives how many comparisons were made.
fn check(case: &Case, draw: &mut Draw, directions: usize, coordinates: usize, form: Form, name: &str) -> usize {
    let gradients = gradients(case, form);
    let (x, sizes) = (point(case), sizes(case));
    let spends = case.decision.spend.len();
    for (k, gradient) in gradients.iter().enumerate() {
        for (i, g) in gradient.iter().enumerate() {
            let may_be_infinite = i < spends && x[i] == 0.0 && sizes[i] == 0.0;
            assert!(
                g.is_finite() || (may_be_infinite && g.is_infinite()),
                "{name}: {} by {}: {g}",
                total_name(k),
                coordinate(case, i)
            );
        }
    }
    let mut dual = DualRun::new(case);
    let movable: Vec<usize> = (0..x.len())
        .filter(|&i| sizes[i] != 0.0 && (form == Form::True || i < spends))
        .collect();
    if movable.is_empty() {
        return 0;
    }
    let mut comparisons = 0;
    for _ in 0..directions {
        let mut u = vec![0.0; x.len()];
        for &i in &movable {
            u[i] = sizes[i] * draw.uniform(-1.0, 1.0);
        }
        for (k, (gradient, total)) in gradients.iter().zip(dual.totals(case, form, &x, &u)).enumerate() {
            let (found, scale) = (along(gradient, &u), absolute_terms(gradient, &u) + cancelling(case, total));
            let error = (found - total.slope).abs();
            assert!(
                error <= 1e-12 * scale,
                "{name}: {} along a direction: reverse {found:e}, dual {:e}, error {:e} of {scale:e}",
                total_name(k),
                total.slope,
                error / scale
            );
            comparisons += 1;
        }
    }
    for _ in 0..coordinates {
        let i = movable[draw.whole(0, movable.len() - 1)];
        let mut u = vec![0.0; x.len()];
        u[i] = sizes[i];
        for (k, (gradient, total)) in gradients.iter().zip(dual.totals(case, form, &x, &u)).enumerate() {
            let found = gradient[i] * sizes[i];
            let allowed = 1e-12 * found.abs() + 1e-14 * (absolute_terms(gradient, &sizes) + cancelling(case, total));
            assert!(
                (found - total.slope).abs() <= allowed,
                "{name}: {} by {}: reverse {found:e}, dual {:e}, allowed {allowed:e}",
                total_name(k),
                coordinate(case, i),
                total.slope
            );
            comparisons += 1;
        }
    }
    comparisons
}

#[test]
fn reverse_is_the_derivative_of_every_total() {
    let mut comparisons = 0;
    for seed in 0..SCENARIOS {
        let case = Case::random(seed, Allow::ALL);
        let draw = &mut Draw::new(seed + 1_000_000);
        comparisons += check(&case, draw, 3, 8, Form::True, &format!("scenario {seed}"));
    }
    assert!(comparisons > 100 * SCENARIOS as usize);
}

/// The curves that replace S-curves in searches have their own derivative by spend.
#[test]
fn reverse_is_the_derivative_of_the_envelope() {
    let mut comparisons = 0;
    for seed in 0..SCENARIOS / 10 {
        let case = Case::random(seed, Allow::ALL);
        let draw = &mut Draw::new(seed + 2_000_000);
        comparisons += check(&case, draw, 2, 4, Form::Envelope, &format!("envelope of scenario {seed}"));
    }
    assert!(comparisons > 50 * (SCENARIOS / 10) as usize);
}

/// Dual numbers themselves: against central differences of the plain run, for every coordinate of some scenarios.
///
/// A step of 1e-5 of a coordinate's size has an error of some 1e-10 of the second and third derivatives by truncation and of
/// 1e-11 by rounding; 1e-6 of the sum of all terms is far above it and far below any mistake.
#[test]
fn dual_numbers_agree_with_differences() {
    let mut comparisons = 0;
    for seed in 0..(if cfg!(debug_assertions) { 20 } else { 300 }) {
        let case = Case::random(seed, Allow::ALL);
        let (x, sizes, gradients) = (point(&case), sizes(&case), gradients(&case, Form::True));
        let mut dual = DualRun::new(&case);
        let nowhere = vec![0.0; x.len()];
        // zero amounts stay: they are at the edge of their domain
        for i in (0..x.len()).filter(|&i| x[i] != 0.0 || i >= case.decision.spend.len() && i < case.decision.spend.len() + 5) {
            let mut u = nowhere.clone();
            u[i] = sizes[i];
            let slopes = dual.totals(&case, Form::True, &x, &u);
            let step = 1e-5;
            let mut beside = |side: f64| {
                let mut moved = x.clone();
                moved[i] += side * step * sizes[i];
                dual.totals(&case, Form::True, &moved, &nowhere)
            };
            let (above, below) = (beside(1.0), beside(-1.0));
            // of weights by period there is the size alone, and no value that differences could be taken of
            for (k, gradient) in gradients.iter().enumerate().take(TOTALS + 1) {
                let difference = (above[k].value - below[k].value) / (2.0 * step);
                let scale = absolute_terms(gradient, &sizes) + slopes[k].value.abs();
                assert!(
                    (difference - slopes[k].slope).abs() <= 1e-6 * scale,
                    "scenario {seed}: {} by {}: difference {difference:e}, dual {:e}, of {scale:e}",
                    total_name(k),
                    coordinate(&case, i),
                    slopes[k].slope
                );
                comparisons += 1;
            }
        }
    }
    assert!(comparisons > 1000);
}
