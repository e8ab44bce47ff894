//! Memory does not grow with the number of draws. One test alone, for it counts what the whole process holds.

use std::alloc::{GlobalAlloc, Layout, System};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use osa::scenario::Scenario;
use osa::simulate::{Detail, Plan, Sampling, Simulator, futures};

struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator as it is; the counters do not touch the memory.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        MOST.fetch_max(HELD.fetch_add(layout.size(), Relaxed) + layout.size(), Relaxed);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        // SAFETY: the place came from `alloc` with this layout.
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// Most bytes held at once beyond what was held before.
fn most_held(work: impl FnOnce()) -> usize {
    let before = HELD.load(Relaxed);
    MOST.store(before, Relaxed);
    work();
    MOST.load(Relaxed) - before
}

#[test]
fn memory_is_bounded_whatever_the_number_of_draws() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/classroom.toml");
    let set = ["act.rate=\"8% to 12%\"", "money.order_value=\"30 to 50\""];
    let simulator = Simulator::new(&Scenario::from_path_with(&path, &set).expect("a scenario").scenario);
    let decision = simulator.today();
    let rows = 30 + 2 * decision.periods;
    let look = |draws: usize| {
        let plans = [Plan {
            simulator: &simulator,
            decision: &decision,
        }];
        let found = futures(&plans, Sampling::new(draws, 1), Detail::Figures, &mut |_| ());
        assert_eq!(found.plans[0].bands.objective.draws, draws as u64);
    };
    look(1000);
    // one round and what is around it: 128 MiB of figures, a copy of one row for each thread, the counts
    let bound = (128 << 20) + (64 << 20);
    let few = most_held(|| look(300_000));
    let many = most_held(|| look(4_000_000));
    assert!(many > few, "the smaller number was to fit into one round: {few} {many}");
    assert!(many < bound, "{many} bytes held");
    // kept as they are, the figures alone would take
    assert!(4_000_000 * rows * 8 > 5 * bound);
}
