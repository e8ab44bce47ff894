//! The same bits for any number of threads, and no others' luck: a world depends on the seed and its number alone.

use osa::lab::{Design, run};
use rayon::ThreadPoolBuilder;

use crate::{SHOP, experiment, scenario};

#[test]
fn threads_change_no_bit() {
    let scenario = scenario(SHOP);
    let with = |threads: usize| {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| experiment(&scenario, 7))
    };
    let one = with(1);
    for threads in [2, 3, 8] {
        assert_eq!(one, with(threads), "{threads} threads");
    }
}

#[test]
fn a_world_is_the_same_among_few_and_many() {
    let scenario = scenario(SHOP);
    let design = Design {
        worlds: 5,
        shown: 4,
        ..Design::of(&scenario)
    };
    let few = run(&scenario, &design, &|| {}).expect("a plan");
    let many = run(
        &scenario,
        &Design {
            worlds: 9,
            ..design.clone()
        },
        &|| {},
    )
    .expect("a plan");
    assert_eq!(few.shown, many.shown);
    let other = run(&scenario, &Design { seed: 2, ..design }, &|| {}).expect("a plan");
    assert_ne!(few.shown, other.shown, "another seed is another world");
}

#[test]
fn every_world_is_told_of() {
    let scenario = scenario(SHOP);
    let told = std::sync::atomic::AtomicUsize::new(0);
    let design = Design {
        worlds: 6,
        cycles: 3,
        ..Design::of(&scenario)
    };
    run(&scenario, &design, &|| {
        told.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    })
    .expect("a plan");
    assert_eq!(told.into_inner(), 6);
}
