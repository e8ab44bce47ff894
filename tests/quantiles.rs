//! Quantiles by counting against sorting: equal bits for whatever values, levels and instruction set; streamed ones within their error.

use osa::math::{Counted, Isa, QuantileScratch, quantiles, quantiles_on};
use proptest::prelude::*;

const LEVELS: [f64; 7] = [0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0];

/// Sorted and read.
fn by_sorting(values: &[f64], levels: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let read = |level: &f64| {
        let height = level * (sorted.len() - 1) as f64;
        let share = height.fract();
        let low = sorted[height as usize];
        let high = sorted[(height as usize + 1).min(sorted.len() - 1)];
        if share == 0.0 || low == high {
            low
        } else if (high - low).is_infinite() {
            (1.0 - share) * low + share * high
        } else {
            low + share * (high - low)
        }
    };
    levels.iter().map(read).collect()
}

fn check(values: &[f64], levels: &[f64], scratch: &mut QuantileScratch, name: &str) {
    let expected = by_sorting(values, levels);
    for &isa in Isa::available() {
        let mut found = vec![0.0; levels.len()];
        quantiles_on(isa, values, levels, scratch, &mut found);
        let equal = found.iter().zip(&expected).all(|(x, y)| x.to_bits() == y.to_bits());
        assert!(equal, "{name}, {} values, {isa:?}: {found:?}, expected {expected:?}", values.len());
    }
}

/// A number of 64 bits for each place, as if at random.
fn mixed(place: usize) -> u64 {
    let x = (place as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (x ^ (x >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// A share of 1 for each place, as if at random.
fn share(place: usize) -> f64 {
    (mixed(place) >> 11) as f64 / (1_u64 << 53) as f64
}

/// The value at each place of a series.
type Shape = fn(usize) -> f64;

#[test]
fn hostile_values_have_the_quantiles_of_the_sorted() {
    let shapes: [(&str, Shape); 17] = [
        ("constant", |_| 0.1),
        ("constant but for one", |i| if i == 200 { 3.0 } else { 0.1 }),
        ("rising", |i| i as f64),
        ("falling", |i| -(i as f64)),
        ("even", share),
        ("even, far from zero", |i| 1e12 + share(i)),
        ("heavy", |i| 1.0 / (share(i) + 1e-9)),
        ("heavy below", |i| 3.0 - 1.0 / (share(i) + 1e-9)),
        ("heavy on both sides", |i| 1.0 / (share(i) - 0.5)),
        ("largest", |i| if i % 3 == 0 { -f64::MAX } else { f64::MAX }),
        ("of every size", |i| f64::from_bits(mixed(i) & !(1 << 62))),
        ("subnormal", |i| f64::from_bits(mixed(i) % 1_000)),
        ("zeros of both signs", |i| if mixed(i) % 3 < 2 { 0.0 } else { -0.0 }),
        ("few", |i| (4.0 * share(i)).floor()),
        ("mostly zero", |i| (share(i) - 0.7).max(0.0)),
        ("powers of two", |i| f64::from_bits((1 + mixed(i) % 2_046) << 52)),
        ("neighbours", |i| f64::from_bits(1e9_f64.to_bits() + mixed(i) % 97)),
    ];
    let mut scratch = QuantileScratch::default();
    for (name, shape) in shapes {
        for length in [1, 2, 3, 5, 256, 257, 300, 1_000, 4_099, 10_000] {
            let values: Vec<f64> = (0..length).map(shape).collect();
            check(&values, &LEVELS, &mut scratch, name);
            check(&values, &[0.5], &mut scratch, name);
            check(&values, &[], &mut scratch, name);
        }
    }
}

#[test]
fn every_level_at_once_is_as_right_as_a_few() {
    let levels: Vec<f64> = (0..=1_000).map(|k| f64::from(k) / 1_000.0).collect();
    let values: Vec<f64> = (0..5_000).map(share).collect();
    check(&values, &levels, &mut QuantileScratch::default(), "all levels");
}

#[test]
fn no_values_have_no_quantiles() {
    let mut out = [0.0; 2];
    quantiles(&[], &[0.1, 0.5], &mut QuantileScratch::default(), &mut out);
    assert!(out.iter().all(|x| x.is_nan()));
}

#[test]
fn zeros_of_both_signs_are_one_number_in_any_order() {
    for values in [[0.0, -0.0], [-0.0, 0.0]] {
        let counted = Counted::new(&values, &[0.0, 0.4, 1.0], &mut QuantileScratch::default());
        for level in 0..3 {
            assert_eq!(counted.quantile(level).to_bits(), 0.0_f64.to_bits());
        }
    }
}

#[test]
fn a_stream_that_leaves_the_bracket_is_said_to_have_left() {
    let pilot = (0..1_000).map(share).collect::<Vec<f64>>();
    let mut counted = Counted::new(&pilot, &[0.1, 0.9], &mut QuantileScratch::default());
    assert!(counted.error(0) < 0.01 && counted.error(1) < 0.01);
    counted.add(&vec![5.0; 20_000]);
    for level in [0, 1] {
        assert_eq!(counted.error(level), f64::INFINITY);
        assert!((0.9..=5.0).contains(&counted.quantile(level)));
    }
    let mut between = Counted::new(&pilot, &[0.1, 0.9], &mut QuantileScratch::default());
    between.add(&vec![0.5; 20_000]);
    assert_eq!([between.error(0), between.error(1)], [f64::INFINITY; 2]);
    assert!((0.1..0.9).contains(&between.quantile(0)));
}

#[test]
fn the_ends_of_a_stream_are_exact() {
    let values: Vec<f64> = (0..50_000).map(|i| 1.0 / (share(i) - 0.5)).collect();
    let mut counted = Counted::new(&values[..100], &[0.0, 1.0], &mut QuantileScratch::default());
    counted.add(&values[100..]);
    let min = values.iter().copied().fold(f64::INFINITY, f64::min);
    let max = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    assert_eq!([counted.quantile(0), counted.quantile(1)], [min, max]);
    assert_eq!([counted.error(0), counted.error(1)], [0.0, 0.0]);
}

/// Values of one kind: even, of every size, few, or crowded at an end; and how many.
fn series() -> impl Strategy<Value = Vec<f64>> {
    let finite = prop::num::f64::ANY.prop_filter("finite", |x| x.is_finite());
    let size = 1..3_000_usize;
    prop_oneof![
        prop::collection::vec(-1.0..1.0, size.clone()),
        prop::collection::vec(finite, size.clone()),
        prop::collection::vec((0..5_u8).prop_map(f64::from), size.clone()),
        (1e-3..1e6, -1e6..1e6, prop::collection::vec(0.0..1.0, size))
            .prop_map(|(scale, shift, shares)| { shares.into_iter().map(|p: f64| shift + scale * p * p * p * p * p * p).collect() }),
    ]
}

fn levels() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.0..=1.0, 1..8).prop_map(|mut levels| {
        levels.sort_by(f64::total_cmp);
        levels
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 60 } else { 600 }))]

    #[test]
    fn quantiles_are_those_of_the_sorted_values(values in series(), levels in levels()) {
        check(&values, &levels, &mut QuantileScratch::default(), "any");
    }

    #[test]
    fn streamed_quantiles_are_within_their_error(values in series(), levels in levels(), pilot in 0.0..1.0) {
        let pilot = 1 + (pilot * (values.len() - 1) as f64) as usize;
        let mut counted = Counted::new(&values[..pilot], &levels, &mut QuantileScratch::default());
        counted.add(&values[pilot..]);
        prop_assert_eq!(counted.count(), values.len() as u64);
        for (k, exact) in by_sorting(&values, &levels).into_iter().enumerate() {
            let (found, error) = (counted.quantile(k), counted.error(k));
            // Numbers within 1e-306 of each other may count as equal.
            prop_assert!((found - exact).abs() <= error + 1e-306, "level {}: {found} for {exact} ± {error}", levels[k]);
        }
    }
}
