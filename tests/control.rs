//! Control charts: limits and rules by hand, and how often they cry wolf.

use osa::math::{ControlLimits, Found, Rule, Side, normal_quantile};
use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;

/// A mean of 0, and limits at ±4.
fn at_four() -> ControlLimits {
    ControlLimits {
        mean: 0.0,
        lower: -4.0,
        upper: 4.0,
        mean_range: 1.5,
        upper_range: 4.9,
    }
}

fn found(at: usize, rule: Rule, side: Side) -> Found {
    Found { at, rule, side }
}

#[test]
fn limits_are_those_of_the_book() {
    // moving ranges 4, 6, 2: mean 4
    let limits = ControlLimits::of(&[10.0, 14.0, 8.0, 10.0]).expect("four points");
    let expected = [10.5, 10.5 - 10.64, 10.5 + 10.64, 4.0, 13.072];
    let have = [limits.mean, limits.lower, limits.upper, limits.mean_range, limits.upper_range];
    for (have, expected) in have.into_iter().zip(expected) {
        // some roundings
        assert!((have - expected).abs() < 1e-12, "{have}, not {expected}");
    }
    // over a gap there is no moving range: 4 and 2 are left
    for gap in [f64::NAN, f64::INFINITY] {
        let limits = ControlLimits::of(&[10.0, 14.0, gap, 8.0, 10.0]).expect("four points");
        assert_eq!((limits.mean, limits.mean_range), (10.5, 3.0));
    }
    for none in [
        &[][..],
        &[1.0],
        &[f64::NAN, 1.0],
        &[1.0, f64::NAN, 2.0],
        &[1e308; 3],
        &[1.0, f64::INFINITY],
    ] {
        assert_eq!(ControlLimits::of(none), None, "{none:?}");
    }
}

#[test]
fn a_point_outside_is_one_beyond_the_limit() {
    let signals = at_four().signals(&[4.0, -4.0, 4.01, -4.01]);
    assert_eq!(
        signals,
        [found(2, Rule::Outside, Side::Above), found(3, Rule::Outside, Side::Below)]
    );
}

#[test]
fn eight_on_one_side_are_reported_as_long_as_they_go_on() {
    let below = |points: &[f64]| at_four().signals(points);
    assert_eq!(below(&[-1.0; 7]), []);
    let signals = [8, 9].map(|end| found(end - 1, Rule::EightOnOneSide, Side::Below));
    assert_eq!(below(&[-1.0; 9]), signals);
    // a point at the mean, one on the other side and a gap end the row
    for end in [0.0, 1.0, f64::NAN] {
        let mut points = [-1.0; 15];
        points[7] = end;
        assert_eq!(below(&points), [], "{end}");
        let longer: Vec<f64> = points.into_iter().chain([-1.0]).collect();
        assert_eq!(below(&longer), [found(15, Rule::EightOnOneSide, Side::Below)], "{end}");
    }
}

#[test]
fn three_of_four_are_reported_where_one_of_them_comes() {
    let signals = |points: &[f64]| at_four().signals(points);
    let third = |at| found(at, Rule::ThreeOfFour, Side::Above);
    assert_eq!(signals(&[2.1, 2.1, 2.1]), [third(2)]);
    assert_eq!(signals(&[2.1, -1.0, 2.1, 2.1, -1.0, 2.1]), [third(3), third(5)]);
    assert_eq!(signals(&[2.1, 2.1, 2.1, -1.0, -1.0]), [third(2)]);
    assert_eq!(signals(&[2.1, 2.1, 2.1, 1.0]), [third(2)]);
    // half-way is not beyond it; two of four; three of five; on both sides; over a gap
    assert_eq!(signals(&[2.0, 2.0, 2.0, 2.0]), []);
    assert_eq!(signals(&[2.1, -1.0, -1.0, 2.1]), []);
    assert_eq!(signals(&[2.1, -1.0, 2.1, -1.0, 2.1]), []);
    assert_eq!(signals(&[2.1, -2.1, 2.1, -2.1]), []);
    assert_eq!(signals(&[2.1, 2.1, f64::NAN, 2.1]), []);
}

#[test]
fn the_first_signal_is_the_first_of_all() {
    let points = [1.0, 1.0, 1.0, 1.0, 1.0, 2.1, 2.1, 4.1, -5.0];
    let all = at_four().signals(&points);
    let rules = [Rule::Outside, Rule::EightOnOneSide, Rule::ThreeOfFour].map(|rule| found(7, rule, Side::Above));
    assert_eq!(all, [&rules[..], &[found(8, Rule::Outside, Side::Below)]].concat());
    assert_eq!(at_four().first_signal(&points), Some(rules[0]));
    assert_eq!(at_four().first_signal(&points[..7]), None);
}

#[test]
fn rounding_is_no_signal() {
    let tenths = [0.1; 12];
    let limits = ControlLimits::of(&tenths).expect("twelve points");
    assert_eq!(limits.mean_range, 0.0);
    let rounded: Vec<f64> = (0..24)
        .map(|k| if k % 3 == 0 { 0.1_f64.next_up() } else { 0.1 * (1.0 + 0.9e-9) })
        .collect();
    assert_eq!(limits.signals(&rounded), []);
    assert_eq!(limits.signals(&[0.1 * (1.0 + 1.1e-9)]), [found(0, Rule::Outside, Side::Above)]);
    assert_eq!(limits.signals(&[0.09]), [found(0, Rule::Outside, Side::Below)]);
    // of zero, rounding is nothing at all
    let limits = ControlLimits::of(&[0.0; 4]).expect("four points");
    assert_eq!((limits.signals(&[0.0; 9]), limits.signals(&[1e-30]).len()), (vec![], 1));
}

#[test]
fn pure_noise_gives_the_known_false_alarms() {
    // the standard error of the largest share is √(0.26 · 0.74 / 60 000) = 0.18 %
    const CHARTS: u32 = 60_000;
    let mut random = Pcg64::seed_from_u64(20_261_122);
    let mut alarms = [0_u32; 4];
    for _ in 0..CHARTS {
        let points: [f64; 24] = std::array::from_fn(|_| normal_quantile(((random.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64));
        let limits = ControlLimits::of(&points[..12]).expect("twelve points");
        let signals = limits.signals(&points);
        let rules = [Rule::Outside, Rule::EightOnOneSide, Rule::ThreeOfFour];
        let of_rule = rules.map(|rule| signals.iter().any(|signal| signal.rule == rule));
        for (alarms, alarmed) in alarms.iter_mut().zip(of_rule.into_iter().chain([!signals.is_empty()])) {
            *alarms += u32::from(alarmed);
        }
        assert_eq!(limits.first_signal(&points), signals.first().copied());
    }
    let shares = alarms.map(|alarms| f64::from(alarms) / f64::from(CHARTS));
    println!("outside, eight on one side, three of four, any: {shares:.4?}");
    for (share, known) in shares.into_iter().zip([0.169, 0.077, 0.096, 0.263]) {
        // four standard errors
        assert!((share - known).abs() < 0.007, "{share}, not {known}");
    }
}
