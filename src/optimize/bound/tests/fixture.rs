//! Scenarios for the tests of bounds: random plain funnels, texts like the reference cases.

use std::fmt::Write as _;
use std::path::Path;

use rand::RngExt;
use rand_pcg::Pcg64;

use crate::model::Apart;
use crate::optimize::bound::{Allowed, Bounded, Pace, bound};
use crate::optimize::cases::CHANNELS;
use crate::optimize::feasible::Budget;
use crate::optimize::{Funnel, Origin, SearchOptions, Space, Start, search};
use crate::scenario::Scenario;
use crate::simulate::Simulator;

pub(super) fn simulator(text: &str) -> Simulator {
    let loaded = Scenario::from_text(text, "a test", Path::new(".")).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
    Simulator::new(&loaded.scenario)
}

/// A random plain funnel. `curves` and `carryovers` are what its channels may have.
pub(super) struct Random {
    draw: Pcg64,
    periods: usize,
    channels: usize,
}

impl Random {
    pub(super) fn new(seed: u64, channels: usize, periods: usize) -> Self {
        Self {
            draw: Pcg64::new(u128::from(seed), 17),
            periods,
            channels,
        }
    }

    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
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
    pub(super) fn text(&mut self, pacing: &str, windows: bool) -> String {
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
pub(super) struct Case {
    pub(super) simulator: Simulator,
    pub(super) space: Space,
    pub(super) apart: Apart,
    pub(super) shapes: Vec<Vec<f64>>,
    pub(super) budget: Budget,
}

impl Case {
    pub(super) fn new(text: &str) -> Self {
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

    pub(super) fn paces(&self) -> Vec<Pace<'_>> {
        // a single period is its own total
        let is_free = |shape: &[f64]| self.space.has_free() && shape.len() > 1;
        let pace = |shape| if is_free(shape) { Pace::Periods } else { Pace::Level(shape) };
        self.shapes.iter().map(|shape| pace(shape.as_slice())).collect()
    }

    pub(super) fn bound(&self) -> Option<Bounded> {
        let paces = self.paces();
        bound(&self.apart, &self.allowed(&paces))
    }

    pub(super) fn allowed<'a>(&'a self, paces: &'a [Pace<'a>]) -> Allowed<'a> {
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
    pub(super) fn climb(&self, starts: &[Start]) -> f64 {
        let actions = self.simulator.today().actions;
        let funnel = Funnel::new(&self.simulator, &self.space, &actions).without_relaxation();
        let (lower, upper) = (self.space.lower().to_vec(), self.space.upper().to_vec());
        let set = self
            .space
            .feasible_within(&self.simulator, &self.simulator.today().actions, lower, upper, self.budget)
            .expect("a plan");
        search(&funnel, &set, starts, None, &SearchOptions::default()).end.value
    }

    /// The best of many starts.
    pub(super) fn best(&self, extra: &[Vec<f64>]) -> f64 {
        let (lower, upper) = (self.space.lower().to_vec(), self.space.upper().to_vec());
        let set = self
            .space
            .feasible_within(&self.simulator, &self.simulator.today().actions, lower, upper, self.budget)
            .expect("a plan");
        let groups = self.space.channel_of();
        let mut starts = vec![Start::even(&set)];
        starts.extend((0..self.shapes.len()).map(|c| Start::concentrated(&set, &groups, c)));
        starts.extend((0..12).map(|number| Start::random(&set, &groups, 5, number)));
        starts.extend(extra.iter().map(|x| Start::new(Origin::Given, x.clone())));
        self.climb(&starts)
    }
}

/// A text like `allocation-52.toml` of the project's reference values; `only` picks a channel of slope above 1 alone where it is 1.
pub(super) fn reference(season: &[f64], only: usize, budget: f64, decay: f64, order_value: f64) -> String {
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
