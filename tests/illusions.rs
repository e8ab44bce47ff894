//! What chance alone makes look like a result: the worst recovers, the best disappoints, and nothing was done.

use osa::math::{Excess, Extremes, normal_quantile};
use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;

/// Figures of units that are alike: 1 and a noise of 10 %.
fn alike(random: &mut Pcg64, units: usize, cycles: usize) -> Vec<Vec<f64>> {
    let mut figure = || 1.0 + 0.1 * normal_quantile(((random.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64);
    (0..units).map(|_| (0..cycles).map(|_| figure()).collect()).collect()
}

fn rows(figures: &[Vec<f64>]) -> Vec<&[f64]> {
    figures.iter().map(Vec::as_slice).collect()
}

/// All worlds of so many units and cycles, against the known mean of 1.
fn known_means(units: usize, cycles: usize, worlds: usize) -> Extremes {
    let mut random = Pcg64::seed_from_u64(5);
    let mut all = Extremes::default();
    for _ in 0..worlds {
        all.add_against(&rows(&alike(&mut random, units, cycles)), &vec![1.0; units]);
    }
    all
}

#[test]
fn the_worst_of_four_recovers_though_nothing_is_done() {
    let recovery = known_means(4, 2, 40_000).worst_recovers().expect("pairs of cycles");
    println!("the worst of four recovers by {:.2} %", 100.0 * recovery);
    // 1 / (1 − 0.1 · 1.0294) − 1; the standard error is √(0.1² + 0.07²) / √40 000 = 0.06 %
    assert!((recovery - 0.115).abs() < 0.005, "{recovery}");
}

#[test]
fn the_mean_of_ratios_says_more() {
    // one world at a time is one ratio
    let mut random = Pcg64::seed_from_u64(6);
    let worlds = 40_000;
    let ratios = (0..worlds).map(|_| {
        let mut one = Extremes::default();
        one.add_against(&rows(&alike(&mut random, 4, 2)), &[1.0; 4]);
        one.worst_recovers().expect("a pair of cycles")
    });
    let mean = ratios.sum::<f64>() / f64::from(worlds);
    // the standard error is 0.07 %
    assert!((mean - 0.122).abs() < 0.004, "{mean}");
}

#[test]
fn the_best_of_ten_is_no_better_the_next_time() {
    let Excess { now, next } = known_means(10, 2, 40_000).best_exceeds().expect("pairs of cycles");
    println!(
        "the best of ten exceeds its mean by {:.2} %, then by {:.2} %",
        100.0 * now,
        100.0 * next
    );
    // 0.1 · 1.5388; the standard errors are 0.03 % and 0.05 %
    assert!((now - 0.154).abs() < 0.005, "{now}");
    assert!(next.abs() < 0.003, "{next}");
}

#[test]
fn means_over_few_cycles_have_the_extremes_in_them() {
    let mut random = Pcg64::seed_from_u64(7);
    let mut all = Extremes::default();
    for _ in 0..10_000 {
        all.add(&rows(&alike(&mut random, 4, 12)));
    }
    // the deviation is 0.1 · 1.0294 · √(11 / 12), and the next cycle's an eleventh of it upwards
    let deviation = 0.102_94 * (11.0_f64 / 12.0).sqrt();
    let recovery = all.worst_recovers().expect("pairs of cycles");
    println!("by means over twelve cycles: {:.2} %", 100.0 * recovery);
    // the standard error is below 0.05 %, and dividing by a mean that varies by 3 % adds about 0.1 %
    assert!(
        (recovery - ((1.0 + deviation / 11.0) / (1.0 - deviation) - 1.0)).abs() < 0.003,
        "{recovery}"
    );
}

#[test]
fn pairs_are_counted_by_hand() {
    // means 2, 20 and 1; relative figures 0.5 1 1.5, 1.5 1 0.5, 1 1 1
    let figures: [&[f64]; 3] = [&[1.0, 2.0, 3.0], &[30.0, 20.0, 10.0], &[1.0, 1.0, 1.0]];
    let mut all = Extremes::default();
    assert_eq!((all.worst_recovers(), all.best_exceeds()), (None, None));
    all.add(&figures);
    // worst: the first, 0.5 then 1; in the second cycle all are equal, and the first counts: 1 then 1.5
    assert_eq!(all.worst_recovers(), Some(2.5 / 1.5 - 1.0));
    // best: the second, 1.5 then 1; and the first, 1 then 1.5
    assert_eq!(all.best_exceeds(), Some(Excess { now: 0.25, next: 0.25 }));
    let (mut twice, mut merged) = (all, all);
    twice.add(&figures);
    merged.merge(&all);
    assert_eq!(twice, merged);
    assert_eq!(twice.worst_recovers(), all.worst_recovers());
}

#[test]
fn what_is_no_number_is_not_compared() {
    let found = |figures: &[&[f64]], means: &[f64]| {
        let mut all = Extremes::default();
        all.add_against(figures, means);
        (all.worst_recovers(), all.best_exceeds())
    };
    let nan = f64::NAN;
    // one unit looks neither worst nor best, and one cycle has no next
    assert_eq!(found(&[&[1.0, 2.0]], &[1.0]), (None, None));
    assert_eq!(found(&[&[1.0], &[2.0]], &[1.0; 2]), (None, None));
    assert_eq!(found(&[&[1.0, 1.0], &[nan, 1.0]], &[1.0; 2]), (None, None));
    // a unit without a mean is left out, whatever its figures are
    assert_eq!(found(&[&[1.0, 1.0], &[9.0, 9.0]], &[1.0, 0.0]), (None, None));
    assert_eq!(found(&[&[1.0, 1.0], &[9.0, 9.0]], &[1.0, nan]), (None, None));
    // the worst has no next figure, the best has
    let excess = Some(Excess { now: 1.0, next: 2.0 });
    assert_eq!(found(&[&[1.0, nan], &[2.0, 3.0]], &[1.0; 2]), (None, excess));
    // lengths may differ
    assert_eq!(found(&[&[1.0], &[2.0, 3.0]], &[1.0; 2]), (None, excess));
    // from nothing there is no recovery
    assert_eq!(found(&[&[0.0, 1.0], &[2.0, 3.0]], &[1.0; 2]), (None, excess));
    // own means leave out what is no number: 2 and 1
    let mut all = Extremes::default();
    all.add(&[&[1.0, 3.0, nan], &[1.0, 1.0, 1.0]]);
    assert_eq!(all.worst_recovers(), Some((1.5 + 1.0) / (0.5 + 1.0) - 1.0));
}
