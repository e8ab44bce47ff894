//! Lanes against plain doubles: equal bits in each lane, on each instruction set, in the tails and at the edges too.

mod common;

use common::{Allow, Case, Draw, lever_values};
use osa::math::{Dual, Isa, LaneKernel, Lanes, Real, exp, exp_m1, ln, ln_1p, log2_normal, logistic2};
use osa::model::{Flows, Form, Inputs, Levers, Outcome, Workspace};
use proptest::prelude::*;

const SCENARIOS: u64 = if cfg!(debug_assertions) { 60 } else { 1500 };

/// Lanes of every set that has vectors.
const LANES: usize = 8;

/// The bits of a number, with one NaN for all: its sign and payload are not promised.
fn bits(x: f64) -> u64 {
    if x.is_nan() { f64::NAN.to_bits() } else { x.to_bits() }
}

/// How many functions and operations [`everything`] has.
const FUNCTIONS: usize = 16;

/// Every function and operation of the scalar trait, for two numbers.
#[inline(always)]
fn everything<R: Real>(x: R, y: R) -> [R; FUNCTIONS] {
    [
        x.exp(),
        x.exp_m1(),
        x.ln(),
        x.ln_1p(),
        x.log2_normal(),
        x.logistic2(),
        x + y,
        x - y,
        x * y,
        x / y,
        -x,
        x.mul_add(y, x),
        x.min(y),
        x.max(y),
        x.select_lt(y, x, R::one()),
        R::from_f64(0.1),
    ]
}

struct Everything<'a> {
    numbers: &'a [f64],
}

impl LaneKernel for Everything<'_> {
    type Output = Vec<[f64; FUNCTIONS]>;

    #[inline(always)]
    fn run<V: Lanes>(self) -> Self::Output {
        let numbers = self.numbers;
        let mut results = vec![[0.0; FUNCTIONS]; numbers.len()];
        let others: Vec<f64> = numbers.iter().copied().skip(1).chain([numbers[0]]).collect();
        for at in (0..numbers.len()).step_by(V::COUNT) {
            let found = everything(V::load(&numbers[at..]), V::load(&others[at..]));
            for (k, lanes) in found.into_iter().enumerate() {
                let mut values = [0.0; LANES];
                lanes.store(&mut values);
                for (result, value) in results[at..at + V::COUNT].iter_mut().zip(values) {
                    result[k] = value;
                }
            }
        }
        results
    }
}

fn check_functions(numbers: &[f64]) {
    let bits_of = |results: Vec<[f64; FUNCTIONS]>| -> Vec<[u64; FUNCTIONS]> { results.into_iter().map(|all| all.map(bits)).collect() };
    let next = |i: usize| numbers[(i + 1) % numbers.len()];
    let expected: Vec<_> = numbers.iter().enumerate().map(|(i, &x)| everything(x, next(i)).map(bits)).collect();
    for (i, &x) in numbers.iter().enumerate() {
        let by_name = [exp(x), exp_m1(x), ln(x), ln_1p(x), log2_normal(x), logistic2(x)];
        assert_eq!(by_name.map(bits), expected[i][..6], "{x:e}");
    }
    for &isa in Isa::available() {
        let found = bits_of(isa.run_lanes(Everything { numbers }));
        for (i, (found, expected)) in found.iter().zip(&expected).enumerate() {
            assert_eq!(found, expected, "{isa:?}, {:e} and {:e}", numbers[i], next(i));
        }
    }
}

#[test]
fn edges_have_the_bits_of_a_double_in_each_lane() {
    let edges = [
        0.0,
        f64::from_bits(1),
        f64::MIN_POSITIVE.next_down(),
        f64::MIN_POSITIVE,
        f64::EPSILON / 4.0,
        (f64::EPSILON / 4.0).next_down(),
        std::f64::consts::FRAC_1_SQRT_2,
        std::f64::consts::SQRT_2,
        1.0_f64.next_down(),
        1.0,
        1.0_f64.next_up(),
        40.0,
        708.4,
        709.782_712_893_384,
        709.782_712_893_385,
        710.0,
        745.133_219_101_941_1,
        745.133_219_101_941_2,
        746.0,
        1e300,
        f64::MAX,
        f64::INFINITY,
        f64::NAN,
    ];
    let mut numbers: Vec<f64> = edges.iter().flat_map(|&x| [x, -x]).collect();
    numbers.resize(numbers.len().next_multiple_of(LANES), 0.5);
    for _ in 0..LANES {
        check_functions(&numbers);
        numbers.rotate_left(1);
    }
}

proptest! {
    #[test]
    fn any_number_has_the_bits_of_a_double(
        wide in prop::collection::vec(any::<u64>().prop_map(f64::from_bits), 256),
        usual in prop::collection::vec(-50.0..50.0_f64, 256),
    ) {
        check_functions(&[wide, usual].concat());
    }
}

#[test]
fn all_lanes_are_below_only_where_each_is() {
    struct Below([f64; LANES]);
    impl LaneKernel for Below {
        type Output = bool;
        #[inline(always)]
        fn run<V: Lanes>(self) -> bool {
            (0..LANES).step_by(V::COUNT).all(|at| V::load(&self.0[at..]).all_lt(1.0))
        }
    }
    for &isa in Isa::available() {
        assert!(isa.run_lanes(Below([0.5; LANES])));
        for lane in 0..LANES {
            for not_below in [1.0, 2.0, f64::NAN] {
                let mut values = [0.5; LANES];
                values[lane] = not_below;
                assert!(!isa.run_lanes(Below(values)), "{isa:?} {lane} {not_below}");
            }
        }
        assert!([1, LANES].contains(&isa.lanes()));
    }
}

#[test]
fn nothing_is_zero_in_every_lane() {
    struct Nothing([f64; LANES]);
    impl LaneKernel for Nothing {
        type Output = bool;
        #[inline(always)]
        fn run<V: Lanes>(self) -> bool {
            (0..LANES).step_by(V::COUNT).all(|at| V::load(&self.0[at..]).is_nothing())
        }
    }
    for &isa in Isa::available() {
        assert!(isa.run_lanes(Nothing([0.0; LANES])));
        for lane in 0..LANES {
            for something in [f64::from_bits(1), -f64::from_bits(1), -1.0, f64::INFINITY, f64::NAN] {
                let mut values = [0.0; LANES];
                values[lane] = something;
                assert!(!isa.run_lanes(Nothing(values)), "{isa:?} {lane} {something}");
            }
        }
    }
    assert!(Dual::new(0.0, 0.0).is_nothing());
    assert!(!Dual::new(0.0, 1.0).is_nothing());
}

/// What one lane runs.
#[derive(Clone)]
struct One {
    spend: Vec<f64>,
    params: Vec<f64>,
    levers: Levers<f64>,
}

/// Everything that a run is read by.
type Read<F> = (Outcome<F>, Vec<Flows<F>>);

fn values<F: Real>(read: &Read<F>) -> Vec<F> {
    let mut all = read.0.values();
    for f in &read.1 {
        all.extend([
            f.visits,
            f.leads,
            f.customers,
            f.active,
            f.repeat_orders,
            f.leads_created,
            f.customers_created,
            f.handled,
            f.backlog,
            f.revenue,
            f.invest,
            f.discount,
        ]);
    }
    all
}

struct Together<'a> {
    case: &'a Case,
    lanes: &'a [One],
}

impl LaneKernel for Together<'_> {
    /// The values of each lane.
    type Output = Vec<Vec<f64>>;

    #[inline(always)]
    fn run<V: Lanes>(self) -> Self::Output {
        let model = &self.case.model;
        let mut workspace = Workspace::<V>::new(model);
        let mut results = vec![Vec::new(); LANES];
        for at in (0..LANES).step_by(V::COUNT) {
            let gather = |number: &dyn Fn(&One) -> f64| {
                let numbers: Vec<f64> = self.lanes[at..at + V::COUNT].iter().map(number).collect();
                V::load(&numbers)
            };
            let spend: Vec<V> = (0..self.case.decision.spend.len()).map(|i| gather(&|one| one.spend[i])).collect();
            let params: Vec<V> = (0..self.case.params.len()).map(|i| gather(&|one| one.params[i])).collect();
            let lever = |i: usize| gather(&|one| lever_values(&one.levers)[i]);
            let inputs = Inputs {
                spend: &spend,
                actions: &self.case.decision.actions,
                levers: Levers {
                    reach: lever(0),
                    act: lever(1),
                    convert: lever(2),
                    retention: lever(3),
                    repeat: lever(4),
                },
                params: &params,
                form: Form::True,
            };
            let outcome = model.forward_within(inputs, &mut workspace);
            let flows = (0..model.horizon()).map(|t| model.flows(&workspace, t)).collect();
            for value in values(&(outcome, flows)) {
                let mut numbers = [0.0; LANES];
                value.store(&mut numbers);
                for (lane, number) in numbers.into_iter().take(V::COUNT).enumerate() {
                    results[at + lane].push(number);
                }
            }
        }
        results
    }
}

fn alone(case: &Case, one: &One, workspace: &mut Workspace<f64>) -> Read<f64> {
    let inputs = Inputs {
        spend: &one.spend,
        actions: &case.decision.actions,
        levers: one.levers,
        params: &one.params,
        form: Form::True,
    };
    let outcome = case.model.forward_on(Isa::Portable, inputs, workspace);
    (outcome, (0..case.model.horizon()).map(|t| case.model.flows(workspace, t)).collect())
}

/// Another point of the same model: rates towards their squares and amounts by factors, far into the tails now and then; spends
/// that fall silent, for a while or altogether.
fn elsewhere(case: &Case, draw: &mut Draw) -> One {
    let mut one = One {
        spend: case.decision.spend.clone(),
        params: case.params.clone(),
        levers: case.levers,
    };
    let silent = draw.chance(0.15);
    for x in &mut one.spend {
        *x = if silent || draw.chance(0.2) {
            0.0
        } else {
            *x * draw.uniform(0.0, 3.0)
        };
    }
    one.levers.reach = draw.uniform(0.2, 3.0);
    one.levers.retention = draw.uniform(-1.0, 1.0);
    let wide = if draw.chance(0.2) { 6.0 } else { 1.0 };
    for (key, value) in case.model.parameters().keys().iter().zip(&mut one.params) {
        let is_rate = ["rate", "retention", "decay", "loss", "margin"]
            .iter()
            .any(|end| key.ends_with(end));
        // the middle of it is some 1, the ends some e^±6
        *value *= if is_rate {
            draw.uniform(0.3, 1.0)
        } else {
            exp(wide * draw.uniform(-1.0, 1.0))
        };
    }
    one
}

/// The capacity of this lane is what waits in one of its periods, to the last bit.
fn meet_capacity(case: &Case, one: &mut One, draw: &mut Draw, workspace: &mut Workspace<f64>) {
    let Some(place) = case.model.parameters().keys().iter().position(|key| key == "convert.capacity") else {
        return;
    };
    let (_, flows) = alone(case, one, workspace);
    let flow = flows[draw.whole(0, flows.len() - 1)];
    one.params[place] = flow.handled + flow.backlog;
}

#[test]
fn a_lane_is_a_run_by_itself() {
    for seed in 0..SCENARIOS {
        let case = Case::random(seed, Allow::ALL);
        let draw = &mut Draw::new(seed + 7_000_000);
        let mut workspace = Workspace::new(&case.model);
        let mut lanes: Vec<One> = (0..LANES).map(|_| elsewhere(&case, draw)).collect();
        for one in &mut lanes {
            if draw.chance(0.3) {
                meet_capacity(&case, one, draw, &mut workspace);
            }
        }
        let expected: Vec<Vec<u64>> = lanes
            .iter()
            .map(|one| values(&alone(&case, one, &mut workspace)).into_iter().map(bits).collect())
            .collect();
        for &isa in Isa::available() {
            for turn in [0, 3] {
                let mut turned = lanes.clone();
                turned.rotate_left(turn);
                let found = isa.run_lanes(Together {
                    case: &case,
                    lanes: &turned,
                });
                for (lane, found) in found.iter().enumerate() {
                    let found: Vec<u64> = found.iter().copied().map(bits).collect();
                    assert!(
                        found == expected[(lane + turn) % LANES],
                        "scenario {seed}, {isa:?}, lane {lane}, turned by {turn}"
                    );
                }
            }
        }
    }
}
