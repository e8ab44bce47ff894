//! Bounds against everything that finds plans: exhaustive grids, searches from many starts, both reference cases.

use std::fmt::Write as _;
use std::path::Path;

use rand::RngExt;
use rand_pcg::Pcg64;

use super::*;
use crate::optimize::cases::{BEST_1, BEST_52, CHANNELS};
use crate::optimize::{Funnel, Origin, SearchOptions, Space, Start, search};
use crate::scenario::Scenario;
use crate::simulate::Simulator;

fn simulator(text: &str) -> Simulator {
    let loaded = Scenario::from_text(text, "a test", Path::new(".")).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
    Simulator::new(&loaded.scenario)
}

/// A random plain funnel. `curves` and `carryovers` are what its channels may have.
struct Random {
    draw: Pcg64,
    periods: usize,
    channels: usize,
}

impl Random {
    fn new(seed: u64, channels: usize, periods: usize) -> Self {
        Self {
            draw: Pcg64::new(u128::from(seed), 17),
            periods,
            channels,
        }
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.draw.random::<f64>()
    }

    fn whole(&mut self, below: usize) -> usize {
        (self.draw.random::<f64>() * below as f64) as usize
    }

    fn list(&mut self, low: f64, high: f64) -> String {
        let numbers: Vec<String> = (0..self.periods).map(|_| format!("{:.3}", self.between(low, high))).collect();
        format!("[{}]", numbers.join(", "))
    }

    /// The text of a scenario with a budget of 100 a period and channel.
    fn text(&mut self, pacing: &str, windows: bool) -> String {
        let budget = 100 * self.channels * self.periods;
        let objective = ["profit", "profit", "profit", "revenue", "customers"][self.whole(5)];
        let all = self.whole(3) > 0;
        let (periods, organic, season) = (self.periods, self.between(0.0, 300.0), self.list(0.5, 1.5));
        let mut text = format!(
            "[plan]\nname = \"random\"\nperiod = \"month\"\nperiods = {periods}\nstart = 2026-01-01\ncurrency = \"EUR\"\nobjective = \"{objective}\"\n\
             pacing = \"{pacing}\"\nbudget = {budget}\nspend_all = {all}\n[reach]\norganic = {organic:.1}\nseason_by_period = {season}\n",
        );
        let lag = ["0", "1", "{ mean = 0.6, sd = 0.4 }"];
        let (act, convert) = (lag[self.whole(3)], lag[self.whole(3)]);
        let keep = ["0.9", "{ alpha = 0.8, beta = 2.0 }"][self.whole(2)];
        let (referral, worth, residual) = (self.between(0.0, 0.3), self.between(20.0, 90.0), self.whole(2) == 0);
        write!(
            text,
            "[act]\nrate = 0.3\nlag = {act}\n[convert]\nrate = 0.2\nlag = {convert}\n[engage]\ncustomers = 50\nretention = {keep}\n\
             repeat_rate = 0.1\nreferral = {referral:.3}\n[money]\norder_value = {worth:.2}\nmargin = 0.5\ndiscount_rate = 0.1\nlifetime = 1\n\
             count_residual = {residual}\n"
        )
        .unwrap();
        for c in 0..self.channels {
            let carryover = match self.whole(if windows { 5 } else { 3 }) {
                0 => "\"none\"".to_owned(),
                1 => format!("{{ decay = {:.3} }}", self.between(0.0, 0.9)),
                2 => format!("{{ half_life = {:.3} }}", self.between(0.3, 3.0)),
                3 => format!("{{ decay = {:.3}, window = 4 }}", self.between(0.2, 0.9)),
                _ => "{ kind = \"delayed\", decay = 0.6, peak = 1, window = 3 }".to_owned(),
            };
            let half = self.between(30.0, 400.0);
            let visits = self.between(20.0, 400.0);
            let curve = match self.whole(8) {
                0 => format!("cost = {:.3}", self.between(0.5, 5.0)),
                1 => format!("curve = \"exponential\", half_spend = {half:.2}, visits = {visits:.1}"),
                2 => format!("curve = \"logistic\", half_spend = {half:.2}, visits = {visits:.1}"),
                3 => format!("curve = \"log\", half_spend = {half:.2}, visits = {visits:.1}"),
                4 => format!(
                    "curve = \"power\", half_spend = {half:.2}, slope = {:.2}, visits = {visits:.1}",
                    self.between(0.3, 1.0)
                ),
                _ => format!(
                    "half_spend = {half:.2}, slope = {:.2}, visits = {visits:.1}",
                    self.between(0.5, 4.0)
                ),
            };
            let curve = if curve.starts_with("cost") {
                format!("curve = \"linear\", {curve}")
            } else {
                curve
            };
            let quality = if self.whole(3) == 0 {
                "quality = { act = 1.3, convert = 0.8 }\n"
            } else {
                ""
            };
            let price = if self.whole(3) == 0 {
                format!("price_index = {}\n", self.list(0.7, 1.4))
            } else {
                String::new()
            };
            let (history, least) = (self.between(0.0, 150.0), [0.0, 0.0, 20.0][self.whole(3)]);
            writeln!(
                text,
                "[[channel]]\nname = \"c{c}\"\nmedia = \"paid\"\nspend = {}\nhistory = {history:.1}\ncarryover = {carryover}\n\
                 reach = {{ {curve} }}\n{quality}{price}limits = {{ min = {least}, max = {} }}",
                self.list(90.0, 110.0),
                [300.0, 200.0, 1000.0][self.whole(3)],
            )
            .unwrap();
        }
        text
    }
}

/// A scenario with its space, ready to be bounded and searched.
struct Case {
    simulator: Simulator,
    space: Space,
    apart: Apart,
    shapes: Vec<Vec<f64>>,
    budget: Budget,
}

impl Case {
    fn new(text: &str) -> Self {
        let simulator = simulator(text);
        let space = Space::new(&simulator).expect("limits that allow a plan");
        let today = simulator.today();
        let shape = |c: usize| today.channel(c).iter().map(|x| x / today.channel_total(c)).collect();
        let money = simulator.budget();
        Self {
            apart: simulator.apart(&today.actions).expect("a plain funnel"),
            shapes: (0..simulator.model().channels()).map(shape).collect(),
            budget: if simulator.scenario().plan.spend_all {
                Budget::Exactly(money)
            } else {
                Budget::AtMost(money)
            },
            simulator,
            space,
        }
    }

    fn paces(&self) -> Vec<Pace<'_>> {
        let pace = |shape| if self.space.is_free() { Pace::Periods } else { Pace::Level(shape) };
        self.shapes.iter().map(|shape| pace(shape.as_slice())).collect()
    }

    fn bound(&self) -> Option<Bounded> {
        let paces = self.paces();
        bound(&self.apart, &self.allowed(&paces))
    }

    fn allowed<'a>(&'a self, paces: &'a [Pace<'a>]) -> Allowed<'a> {
        Allowed {
            paces,
            lower: self.space.lower(),
            upper: self.space.upper(),
            burst: None,
            budget: self.budget,
            rows: None,
        }
    }

    /// What a search from these starts finds.
    fn climb(&self, starts: &[Start]) -> f64 {
        let actions = self.simulator.today().actions;
        let funnel = Funnel::new(&self.simulator, &self.space, &actions).without_relaxation();
        let (lower, upper) = (self.space.lower().to_vec(), self.space.upper().to_vec());
        let set = self.space.feasible_within(lower, upper, self.budget, 0.0).expect("a plan");
        search(&funnel, &set, starts, None, &SearchOptions::default()).end.value
    }

    /// The best of many starts.
    fn best(&self, extra: &[Vec<f64>]) -> f64 {
        let (lower, upper) = (self.space.lower().to_vec(), self.space.upper().to_vec());
        let set = self.space.feasible_within(lower, upper, self.budget, 0.0).expect("a plan");
        let groups = self.space.channel_of();
        let mut starts = vec![Start::even(&set)];
        starts.extend((0..self.shapes.len()).map(|c| Start::concentrated(&set, &groups, c)));
        starts.extend((0..12).map(|number| Start::random(&set, &groups, 5, number)));
        starts.extend(extra.iter().map(|x| Start::new(Origin::Given, x.clone())));
        self.climb(&starts)
    }
}

/// Every split of `units` over the variables, none above its `most`.
fn each_split(most: &[usize], units: usize, split: &mut Vec<usize>, visit: &mut impl FnMut(&[usize])) {
    if split.len() == most.len() {
        if units == 0 {
            visit(split);
        }
        return;
    }
    for k in 0..=units.min(most[split.len()]) {
        split.push(k);
        each_split(most, units - k, split, visit);
        split.pop();
    }
}

/// Shares by which bounds lie above the best plans known, in increasing order.
fn sorted(mut gaps: Vec<f64>) -> Vec<f64> {
    gaps.sort_by(f64::total_cmp);
    println!(
        "gaps: median {:.1e}, nine in ten {:.1e}, largest {:.1e}",
        gaps[gaps.len() / 2],
        gaps[gaps.len() * 9 / 10],
        gaps[gaps.len() - 1]
    );
    gaps
}

#[test]
fn the_parts_add_up_to_the_objective() {
    for seed in 0..300 {
        let mut random = Random::new(seed, 3, 7);
        let mut case = Case::new(&random.text("free", true));
        let mut plan = case.simulator.today();
        for _ in 0..3 {
            for x in &mut plan.spend {
                *x = random.between(-50.0, 300.0).max(0.0);
            }
            let (objective, sum) = (case.simulator.objective(&plan), case.apart.value(&plan.spend));
            // amounts of some ten thousand, each rounded some hundred times
            assert!(
                (objective - sum).abs() <= 1e-12 * (objective.abs() + 1e5),
                "{seed}: {objective} {sum}"
            );
        }
    }
}

#[test]
fn no_plan_of_a_grid_or_a_search_is_above_the_bound() {
    let mut gaps = Vec::new();
    for seed in 0..300 {
        let case = Case::new(&Random::new(1000 + seed, 2, 3).text("free", false));
        let bounded = case.bound().expect("a bound");
        let unit = case.budget.amount() / 12.0;
        let (lower, upper) = (case.space.lower(), case.space.upper());
        let most: Vec<usize> = lower.iter().zip(upper).map(|(l, u)| ((u - l) / unit) as usize).collect();
        let base: f64 = lower.iter().sum();
        let units = ((case.budget.amount() - base) / unit).floor();
        let rest = (case.budget.amount() - base - units * unit) / 6.0;
        let (mut best, mut at) = (f64::NEG_INFINITY, lower.to_vec());
        each_split(&most, units as usize, &mut Vec::new(), &mut |split| {
            let x: Vec<f64> = split.iter().zip(lower).map(|(&k, l)| l + k as f64 * unit + rest).collect();
            if x.iter().zip(upper).all(|(x, u)| x <= u) {
                let value = case.apart.value(&x);
                if value > best {
                    (best, at) = (value, x);
                }
            }
        });
        let mut starts = bounded.starts.clone();
        starts.push(at);
        best = best.max(case.best(&starts));
        assert!(bounded.upper_bound >= best, "{seed}: {} below {best}", bounded.upper_bound);
        gaps.push((bounded.upper_bound - best) / best.abs());
    }
    let gaps = sorted(gaps);
    // what S-curves of a few variables leave between a problem and its dual
    assert!(gaps[150] < 1e-2, "{}", gaps[150]);
}

#[test]
fn longer_plans_are_bounded_closer() {
    let mut gaps = Vec::new();
    for seed in 0..100 {
        let case = Case::new(&Random::new(2000 + seed, 4, 13).text("free", false));
        let bounded = case.bound().expect("a bound");
        let best = case.best(&bounded.starts);
        assert!(bounded.upper_bound >= best, "{seed}: {} below {best}", bounded.upper_bound);
        gaps.push((bounded.upper_bound - best) / best.abs());
    }
    let gaps = sorted(gaps);
    assert!(gaps[50] < 1e-3, "{}", gaps[50]);
}

#[test]
fn levels_are_solved_with_proof() {
    let mut gaps = Vec::new();
    for seed in 0..300 {
        let case = Case::new(&Random::new(3000 + seed, 4, 6).text("keep", true));
        let bounded = case.bound().expect("a bound");
        let best = case.best(&bounded.starts);
        assert!(bounded.upper_bound >= best, "{seed}: {} below {best}", bounded.upper_bound);
        gaps.push((bounded.upper_bound - best) / best.abs());
    }
    assert!(sorted(gaps)[299] < 1e-7);
}

/// One channel without carryover: the best spends of the periods are a split of the budget over their curves, which the dense dynamic
/// program of the sampled starts finds to its grid.
#[test]
fn a_dense_program_over_the_money_finds_no_more() {
    use crate::optimize::FeasibleSet;
    use crate::optimize::separable::{SampledCurve, split_on_grid};
    let text = reference(&[0.9, 1.0, 1.3, 0.7, 1.1, 1.2], 1, 60_000.0, 0.0, 120.0);
    let case = Case::new(&text);
    let (lower, upper) = (case.space.lower().to_vec(), case.space.upper().to_vec());
    let set = FeasibleSet::new(lower.clone(), upper, case.budget).unwrap();
    let nothing = case.apart.value(&lower);
    let curves: Vec<SampledCurve> = (0..6)
        .map(|t| {
            let mut x = lower.clone();
            SampledCurve::sample(lower[t], set.reach()[t], 4001, |level| {
                x[t] = level;
                case.apart.value(&x) - nothing
            })
        })
        .collect();
    let found = case.apart.value(&split_on_grid(&set, &curves).x);
    let bounded = case.bound().expect("a bound");
    assert!(bounded.upper_bound >= found);
    // six S-curves that differ by the season alone: the dual leaves open what one of them, half filled, falls short of its envelope
    assert!((bounded.upper_bound - found) / found < 2e-2, "{} {found}", bounded.upper_bound);
}

/// A text like `allocation-52.toml` of the project's reference values; `only` picks a channel of slope above 1 alone where it is 1.
fn reference(season: &[f64], only: usize, budget: f64, decay: f64, order_value: f64) -> String {
    let channels: Vec<_> = if only == 1 { CHANNELS[4..5].to_vec() } else { CHANNELS.to_vec() };
    let pacing = if season.len() == 1 { "keep" } else { "free" };
    let repeat = if season.len() == 1 { 0.0 } else { 0.1 };
    let mut text = format!(
        "[plan]\nname = \"a\"\nperiod = \"week\"\nperiods = {}\nstart = 2026-01-05\ncurrency = \"EUR\"\npacing = \"{pacing}\"\nbudget = {budget}\n\
         [reach]\norganic = 4000\nseason_by_period = {season:?}\n[act]\nrate = 0.3\n[convert]\nrate = 0.08\n[engage]\nretention = 0.9\n\
         repeat_rate = {repeat}\n[money]\norder_value = {order_value}\nmargin = 0.4\ncount_residual = false\n",
        season.len()
    );
    for (c, channel) in channels.iter().enumerate() {
        writeln!(
            text,
            "[[channel]]\nname = \"c{c}\"\nmedia = \"paid\"\nspend = 4375\nhistory = 0\ncarryover = {{ decay = {} }}\n\
             reach = {{ visits = {}, half_spend = {}, slope = {} }}\nlimits = {{ min = 50, max = {} }}",
            channel.decay * decay,
            channel.visits,
            channel.half_spend,
            channel.slope,
            channel.max
        )
        .unwrap();
    }
    text
}

#[test]
fn one_period_is_solved_to_its_last_digits() {
    let case = Case::new(&reference(&[1.0], 8, 35_000.0, 0.0, 228.0));
    let bounded = case.bound().expect("a bound");
    // the optimum is told to ten digits
    assert!((bounded.upper_bound / BEST_1.0 - 1.0).abs() < 2e-9, "{}", bounded.upper_bound);
    for (x, best) in bounded.starts[0].iter().zip(BEST_1.1) {
        // a billionth of the profit is some ten in money where it is flat
        assert!((x - best).abs() < 10.0, "{x} {best}");
    }
}

#[test]
fn a_year_of_weeks_is_bounded_to_a_few_millionths() {
    #[expect(clippy::disallowed_methods, reason = "a test may ask another implementation")]
    let season: Vec<f64> = (0..52)
        .map(|t| 1.0 + 0.3 * (2.0 * std::f64::consts::PI * f64::from(t) / 52.0).sin())
        .collect();
    let case = Case::new(&reference(&season, 8, 1_820_000.0, 1.0, 120.0));
    let bounded = case.bound().expect("a bound");
    // the best profit known is told to eleven digits
    assert!(
        bounded.upper_bound >= BEST_52 * (1.0 - 1e-10) && bounded.upper_bound <= BEST_52 * (1.0 + 3e-6),
        "{}",
        bounded.upper_bound
    );
    for start in bounded.starts {
        let found = case.climb(&[Start::new(Origin::Given, start)]);
        assert!((found / BEST_52 - 1.0).abs() < 1e-9, "{found}");
    }
}

/// Minimum flights and a mixed space, against all plans of a grid.
#[test]
fn flights_and_mixed_paces_are_bounded() {
    for seed in 0..100 {
        let case = Case::new(&Random::new(4000 + seed, 2, 3).text("free", false));
        let unit = 50.0;
        let units = (case.budget.amount() / unit) as usize;
        let (mut flights, mut mixed) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        each_split(&[6; 6], units, &mut Vec::new(), &mut |split| {
            let x: Vec<f64> = split.iter().map(|&k| k as f64 * unit).collect();
            if split.iter().all(|&k| k == 0 || k >= 3) {
                flights = flights.max(case.apart.value(&x));
            }
            if split[0] == split[1] && split[1] == split[2] {
                mixed = mixed.max(case.apart.value(&x));
            }
        });
        let allowed = Allowed {
            paces: &[Pace::Periods, Pace::Periods],
            lower: &[0.0; 6],
            upper: &[300.0; 6],
            burst: Some(&[150.0, 150.0]),
            budget: case.budget,
            rows: None,
        };
        let bounded = bound(&case.apart, &allowed).expect("a bound");
        assert!(bounded.upper_bound >= flights, "{seed}: {} {flights}", bounded.upper_bound);
        for x in bounded.starts.iter().flatten() {
            assert!(*x == 0.0 || (150.0 - 1e-9..=300.0 + 1e-9).contains(x), "{seed}: {x}");
        }
        let level = [1.0 / 3.0; 3];
        let allowed = Allowed {
            paces: &[Pace::Level(&level), Pace::Periods],
            lower: &[0.0; 4],
            upper: &[900.0, 300.0, 300.0, 300.0],
            burst: None,
            ..allowed
        };
        let bounded = bound(&case.apart, &allowed).expect("a bound");
        assert!(bounded.upper_bound >= mixed, "{seed}: {} {mixed}", bounded.upper_bound);
    }
}

/// A row `Σ x of channel 0 ≤ 200` at any price: no plan that keeps it is above the bound.
#[test]
fn priced_rows_keep_the_bound() {
    for (seed, pacing) in (0..60).flat_map(|seed| [(seed, "free"), (seed, "keep")]) {
        let case = Case::new(&Random::new(5000 + seed, 2, 3).text(pacing, false));
        let paces = case.paces();
        let mut best = f64::NEG_INFINITY;
        for k in 0..=400 {
            let total = 200.0 * f64::from(k) / 400.0;
            let shape = |c: usize, total: f64| case.shapes[c].iter().map(move |share| share * total).collect::<Vec<_>>();
            let x = [shape(0, total), shape(1, case.budget.amount() - total)].concat();
            let within = |c: usize| {
                x[c * 3..c * 3 + 3].iter().all(|x| {
                    let limits = case.simulator.scenario().channels[c].limits;
                    (limits.min..=limits.max).contains(x)
                })
            };
            if within(0) && within(1) {
                best = best.max(case.apart.value(&x));
            }
        }
        for price in [0.0, 0.3, 2.0] {
            let prices = [price, price, price, 0.0, 0.0, 0.0];
            let rows = Some(Rows {
                price: &prices,
                granted: price * 200.0,
            });
            let allowed = Allowed {
                rows,
                ..case.allowed(&paces)
            };
            let bounded = bound(&case.apart, &allowed).expect("a bound");
            assert!(
                bounded.upper_bound >= best,
                "{seed} {pacing} {price}: {} {best}",
                bounded.upper_bound
            );
        }
    }
}

#[test]
fn threads_leave_no_trace() {
    let case = Case::new(&Random::new(7, 5, 20).text("free", false));
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| case.bound()).expect("a bound")
    };
    assert_eq!(with(1), with(3));
}

#[test]
fn what_has_no_bound_says_so() {
    let text = reference(&[1.0, 1.2, 0.8], 8, 100_000.0, 1.0, 120.0);
    let windowed = text.replace("carryover = { decay = 0.5 }", "carryover = { decay = 0.5, window = 3 }");
    assert!(Case::new(&windowed).bound().is_none());
    let crowded = text.replace("organic = 4000", "organic = 4000\naudience = 1000000");
    assert!(simulator(&crowded).apart(&[]).is_none());
    let case = Case::new(&text);
    let paces = case.paces();
    for amount in [1000.0, f64::NAN] {
        let allowed = Allowed {
            budget: Budget::Exactly(amount),
            ..case.allowed(&paces)
        };
        assert_eq!(bound(&case.apart, &allowed), None, "minimums of 1200");
    }
}
