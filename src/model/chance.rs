//! Chance: what becomes of expected numbers of people: the numbers themselves, or whole people by luck.
//!
//! A planner's words: nine deals a month are twelve in one month and six in another, and nobody has done anything wrong. Visits
//! are Poisson; each visit becomes a lead, each lead a customer, each customer stays, all by itself with its rate; each takes its own time.

use crate::math::{GOLDEN, Isa, Kernel, Real, between_0_and_1, binomial_quantile, mix, poisson_quantile};

use super::capacity::served;
use super::forward::Forward;
use super::lag::Delay;
use super::{Inputs, Model, Outcome, Workspace};

/// What is decided by chance: numbers of different kinds never share their luck.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    StartingCustomers,
    StartingBacklog,
    LeadsUnderWay,
    CustomersUnderWay,
    Visits,
    Leads,
    LeadDelay,
    Waits,
    Desk,
    Customers,
    CustomerDelay,
    Keeps,
    Orders,
}

/// One number of a run: what it is, in which period, of which stream or cohort.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) what: What,
    pub(super) t: usize,
    pub(super) of: usize,
}

impl Place {
    #[inline(always)]
    pub(super) const fn new(what: What, t: usize, of: usize) -> Self {
        Self { what, t, of }
    }

    /// The place, and a step inside it, as one number. Periods and steps of a lag are below 2¹⁸, streams and cohorts below 2²².
    const fn number(self, step: usize) -> u64 {
        ((self.what as u64) << 58) | ((self.of as u64) << 36) | ((self.t as u64) << 18) | step as u64
    }
}

/// What the time loop asks where chance may come in.
pub(super) trait Chance<F: Real> {
    /// Whether people are counted one by one.
    const WHOLE: bool;

    /// A number of people that the scenario states.
    fn start(&mut self, place: Place, people: F) -> F;
    /// How many come, each by itself, where so many are expected.
    fn come(&mut self, place: Place, expected: F) -> F;
    /// How many come in each period, from the place on.
    fn come_each(&mut self, place: Place, expected: &mut [F]);
    /// How many of the people do what is done at this rate.
    fn of(&mut self, place: Place, people: F, rate: F) -> F;
    /// How many orders people place at this rate for each.
    fn orders(&mut self, place: Place, people: F, rate: F) -> F;
    /// Adds those created in the place's period to what arrives from then on.
    fn delay(&mut self, place: Place, lag: &Delay, created: F, arriving: &mut [F]);
    /// Begins to handle the people who wait: the share of them that is handled, and how many these are.
    fn desk(&mut self, place: Place, waiting: F, capacity: F) -> (F, F);
    /// How many of those who wait in the next stream are handled, where so large a share of all is.
    fn handle(&mut self, waiting: F, share: F) -> F;
}

/// Expected numbers: today's arithmetic, and nothing besides.
pub(super) struct Expected;

impl<F: Real> Chance<F> for Expected {
    const WHOLE: bool = false;

    #[inline(always)]
    fn start(&mut self, _: Place, people: F) -> F {
        people
    }
    #[inline(always)]
    fn come(&mut self, _: Place, expected: F) -> F {
        expected
    }
    #[inline(always)]
    fn come_each(&mut self, _: Place, _: &mut [F]) {}
    #[inline(always)]
    fn of(&mut self, _: Place, people: F, rate: F) -> F {
        people * rate
    }
    #[inline(always)]
    fn orders(&mut self, _: Place, people: F, rate: F) -> F {
        people * rate
    }
    #[inline(always)]
    fn delay(&mut self, place: Place, lag: &Delay, created: F, arriving: &mut [F]) {
        lag.forward(place.t, created, arriving);
    }
    #[inline(always)]
    fn desk(&mut self, _: Place, waiting: F, capacity: F) -> (F, F) {
        let share = served(waiting, capacity);
        (share, share * waiting)
    }
    #[inline(always)]
    fn handle(&mut self, waiting: F, share: F) -> F {
        share * waiting
    }
}

/// The luck of one draw: whole people for [`Model::forward_by_chance`].
///
/// Each number of a run (the leads of a stream in a period, say) has a uniform number of its own, which depends on seed, draw and
/// place alone. Two plans that are run with the same draw therefore share their luck, and what differs between them is the plans.
#[derive(Debug, Clone, Copy)]
pub struct WholePeople {
    keys: [u64; 2],
    isa: Isa,
    /// Part of a lead that the desk has worked on and not finished.
    begun: f64,
    queue: Queue,
}

/// Those who wait at the desk in a period, stream by stream.
#[derive(Debug, Clone, Copy, Default)]
struct Queue {
    waiting: f64,
    handled: f64,
    /// Of the streams so far.
    waiting_before: f64,
    handled_before: f64,
    offset: f64,
}

impl WholePeople {
    /// The luck of this draw.
    #[must_use]
    pub fn new(seed: u64, draw: u64) -> Self {
        let first = mix(seed.wrapping_add(GOLDEN));
        Self {
            keys: [first, mix(first ^ mix(draw.wrapping_add(GOLDEN)))],
            isa: Isa::best(),
            begun: 0.0,
            queue: Queue::default(),
        }
    }

    /// The same luck at the beginning of a run with these instructions.
    pub(super) fn fresh(self, isa: Isa) -> Self {
        Self {
            isa,
            begun: 0.0,
            queue: Queue::default(),
            ..self
        }
    }

    /// The uniform number of a place, strictly between 0 and 1: the middle of one of 2⁵² equal slices.
    #[inline(always)]
    fn uniform(&self, place: Place, step: usize) -> f64 {
        let [outer, inner] = self.keys;
        let bits = mix(outer ^ mix(inner.wrapping_add(place.number(step).wrapping_mul(GOLDEN))));
        between_0_and_1(bits)
    }

    #[inline(always)]
    fn count(&self, place: Place, step: usize, law: Law) -> f64 {
        self.isa.run(Count {
            u: self.uniform(place, step),
            law,
        })
    }
}

impl Model {
    /// One run by whole people: the same funnel, with the luck of one draw in the place of expected numbers. Allocates nothing.
    ///
    /// Every number of people, leads, customers and orders that [`Self::flows`] then reads is whole. What a source brought
    /// ([`Self::tally`]) stays an expected number, and there is no way back: [`Self::reverse`] goes with [`Self::forward`].
    /// The same luck may serve several plans, which are then compared with the same people.
    ///
    /// # Panics
    /// As [`Self::forward`].
    pub fn forward_by_chance(&self, inputs: Inputs<'_, f64>, workspace: &mut Workspace<f64>, people: WholePeople) -> Outcome<f64> {
        self.forward_by_chance_on(Isa::best(), inputs, workspace, people)
    }

    /// [`Self::forward_by_chance`] with a given instruction set: the same bits with each.
    ///
    /// # Panics
    /// As [`Self::forward`].
    pub fn forward_by_chance_on(
        &self,
        isa: Isa,
        inputs: Inputs<'_, f64>,
        workspace: &mut Workspace<f64>,
        people: WholePeople,
    ) -> Outcome<f64> {
        self.check_shapes(&inputs);
        isa.run(Forward {
            model: self,
            inputs,
            ws: workspace,
            chance: people.fresh(isa),
        })
    }
}

#[derive(Clone, Copy)]
enum Law {
    Poisson { mean: f64 },
    Binomial { trials: f64, rate: f64 },
}

/// A count: a kernel of its own, so that its long text is not repeated wherever somebody is counted.
struct Count {
    u: f64,
    law: Law,
}

impl Kernel for Count {
    type Output = f64;

    #[inline(always)]
    fn run(self) -> f64 {
        match self.law {
            Law::Poisson { mean } => poisson_quantile(self.u, mean),
            Law::Binomial { trials, rate } => binomial_quantile(self.u, trials, rate),
        }
    }
}

impl Chance<f64> for WholePeople {
    const WHOLE: bool = true;

    #[inline(always)]
    fn start(&mut self, place: Place, people: f64) -> f64 {
        let whole = people.floor();
        // exactly `people` on average; what is not finite has no part
        if self.uniform(place, 0) < people - whole {
            whole + 1.0
        } else {
            whole
        }
    }

    #[inline(always)]
    fn come(&mut self, place: Place, expected: f64) -> f64 {
        self.count(place, 0, Law::Poisson { mean: expected })
    }

    #[inline(always)]
    fn come_each(&mut self, place: Place, expected: &mut [f64]) {
        for (t, people) in expected.iter_mut().enumerate() {
            if *people != 0.0 {
                *people = self.come(Place { t, ..place }, *people);
            }
        }
    }

    #[inline(always)]
    fn of(&mut self, place: Place, people: f64, rate: f64) -> f64 {
        if people == 0.0 && !rate.is_nan() {
            return 0.0;
        }
        self.count(place, 0, Law::Binomial { trials: people, rate })
    }

    #[inline(always)]
    fn orders(&mut self, place: Place, people: f64, rate: f64) -> f64 {
        let sure = rate.floor();
        if !rate.is_finite() {
            return people * rate;
        }
        people * sure + self.of(place, people, rate - sure)
    }

    #[inline(always)]
    fn delay(&mut self, place: Place, lag: &Delay, created: f64, arriving: &mut [f64]) {
        if !created.is_finite() {
            lag.forward(place.t, created, arriving);
            return;
        }
        let mut left = created;
        for (step, (arriving, rate)) in arriving[place.t..].iter_mut().zip(lag.hazards()).enumerate() {
            if left == 0.0 {
                break;
            }
            // a step that nobody, or everybody who is left, takes needs no luck
            let now = if rate <= 0.0 {
                0.0
            } else if rate >= 1.0 {
                left
            } else {
                self.count(place, step, Law::Binomial { trials: left, rate })
            };
            *arriving += now;
            left -= now;
        }
    }

    #[inline(always)]
    fn desk(&mut self, place: Place, waiting: f64, capacity: f64) -> (f64, f64) {
        if !(waiting + capacity).is_finite() {
            let share = served(waiting, capacity);
            self.queue.waiting = f64::NAN;
            return (share, share * waiting);
        }
        let finished = (capacity + self.begun).floor();
        let handled = waiting.min(finished);
        // a lead that is begun is finished later; without one that waits there is none to begin
        self.begun = if waiting > finished {
            capacity + self.begun - finished
        } else {
            0.0
        };
        self.queue = Queue {
            waiting,
            handled,
            waiting_before: 0.0,
            handled_before: 0.0,
            offset: self.uniform(place, 0),
        };
        (if waiting > 0.0 { handled / waiting } else { 1.0 }, handled)
    }

    /// In proportion, rounded so that all add up: the streams stand side by side on a line as long as what is handled, and one
    /// offset for all cuts it into whole leads (systematic sampling).
    #[inline(always)]
    fn handle(&mut self, waiting: f64, share: f64) -> f64 {
        let queue = &mut self.queue;
        if !queue.waiting.is_finite() {
            return share * waiting;
        }
        queue.waiting_before += waiting;
        let open = queue.handled - queue.handled_before;
        let behind = queue.waiting - queue.waiting_before;
        let end = (queue.handled * queue.waiting_before / queue.waiting + queue.offset).floor();
        // what those behind cannot fill is filled here: rounding of very large numbers cannot lose anybody
        let handled = (end - queue.handled_before).max(open - behind).max(0.0).min(waiting).min(open);
        queue.handled_before += handled;
        handled
    }
}
