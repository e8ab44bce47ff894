//! No run allocates: a counting allocator watches forward and reverse passes, runs by chance, and updates of beliefs.

mod common;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use common::{Allow, Case};
use osa::math::{EnsembleScratch, Isa, update, update_evenly};
use osa::model::{Flows, Form, Gradient, Outcome, Weights, WholePeople, Workspace};
use osa::simulate::{Merit, Simulator};

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

/// The system's allocator, counting the allocations of each thread.
struct Counting;

// SAFETY: every call goes to the system's allocator as it came; the counter is a plain number of this thread.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: the caller's promises are those that the system's allocator asks for.
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(pointer, layout) }
    }
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }
    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        // SAFETY: as above.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

fn count() {
    // a thread that is ending has no counter any more
    let _ = COUNT.try_with(|count| count.set(count.get() + 1));
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations(work: impl FnOnce()) -> usize {
    let before = COUNT.get();
    work();
    COUNT.get() - before
}

#[test]
fn forward_and_reverse_allocate_nothing() {
    assert!(allocations(|| drop(vec![0_u8; 8])) == 1, "the counter counts");
    // looked up once in a process
    let _ = Isa::best();
    let scenarios = if cfg!(debug_assertions) { 40 } else { 500 };
    for seed in 0..scenarios {
        let case = Case::random(seed, Allow::ALL);
        let mut workspace = Workspace::new(&case.model);
        let mut gradient = Gradient::new(&case.model, &workspace);
        let objective = case.model.objective_seed();
        let weights = Weights::zero(case.model.horizon());
        let found = allocations(|| {
            case.model.forward(case.inputs(), &mut workspace);
            case.model.reverse(&objective, case.inputs(), &workspace, &mut gradient);
            case.model.reverse_weighed(&weights, case.inputs(), &workspace, &mut gradient);
            case.model
                .forward_by_chance(case.inputs(), &mut workspace, WholePeople::new(0, seed));
        });
        assert_eq!(found, 0, "scenario {seed}");
    }
}

/// Leads of the first period, squared.
struct Squared;

impl Merit for Squared {
    fn weigh(&self, _: &Outcome<f64>, flows: &[Flows], weights: &mut Weights<f64>) -> f64 {
        weights.leads[0] = 2.0 * flows[0].leads;
        flows[0].leads * flows[0].leads
    }
}

#[test]
fn a_merit_allocates_nothing_after_the_first() {
    let _ = Isa::best();
    for seed in 0..20 {
        let case = Case::random(seed, Allow::ALL);
        let mut simulator = Simulator::new(&case.scenario);
        let mut slopes = vec![0.0; case.decision.spend.len()];
        let mut once = || {
            allocations(|| {
                simulator.merit(&case.decision, Form::True, &Squared, &mut slopes);
                simulator.merit(&case.decision, Form::True, &Squared, &mut []);
            })
        };
        assert!(once() > 0, "the first makes the buffers");
        assert_eq!(once(), 0, "scenario {seed}");
    }
}

#[test]
fn an_ensemble_with_room_allocates_nothing() {
    let (members, observations) = (96, 8);
    let mut scores: Vec<f64> = (0..30 * members).map(|k| ((k * k) % 97) as f64 / 50.0 - 1.0).collect();
    let predicted = scores[..observations * members].to_vec();
    let perturbations = scores[members..(observations + 1) * members].to_vec();
    let (observed, variance) = (vec![0.5; observations], vec![0.2; observations]);
    let mut scratch = EnsembleScratch::new(members, observations);
    let count = allocations(|| {
        update(&mut scores, members, &predicted, &observed, &variance, &perturbations, &mut scratch);
        update_evenly(&mut scores, members, &predicted, &observed, &variance, &mut scratch);
    });
    assert_eq!(count, 0);
}
