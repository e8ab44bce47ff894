//! The elementary functions: against values made by mpmath, at their edges, and with the same bits on every instruction set.

use osa::math::{Isa, Kernel, exp, exp_m1, ln, ln_1p, log2_normal, logistic2};
use proptest::prelude::*;

/// How many doubles lie between two numbers of one sign.
fn ulps_between(a: f64, b: f64) -> u64 {
    if a.is_sign_negative() == b.is_sign_negative() {
        a.to_bits().abs_diff(b.to_bits())
    } else {
        (a - b).abs().to_bits()
    }
}

/// A value within `n + 0.5` ulp of the truth is at most `n` doubles away from its rounding.
#[test]
fn elementary_functions_agree_with_mpmath() {
    let mut count = 0;
    for line in include_str!("data/elementary.csv").lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split(',');
        let name = fields.next().unwrap();
        let mut number = || fields.next().unwrap().parse::<f64>().unwrap();
        let (x, expected) = (number(), number());
        let (found, allowed) = match name {
            "exp" => (exp(x), 1),
            "exp_m1" => (exp_m1(x), 2),
            "ln" => (ln(x), 1),
            "ln_1p" => (ln_1p(x), 1),
            "log2_normal" => (log2_normal(x), 4),
            "logistic2" => (logistic2(x), 3),
            other => panic!("no function {other}"),
        };
        assert!(
            ulps_between(found, expected) <= allowed,
            "{name}({x:e}) = {found:e}, not {expected:e}"
        );
        count += 1;
    }
    assert_eq!(count, 1286);
}

#[test]
fn edges_are_right() {
    let (infinity, smallest) = (f64::INFINITY, f64::from_bits(1));
    let cases = [
        (exp as fn(f64) -> f64, 0.0, 1.0),
        (exp, -0.0, 1.0),
        (exp, infinity, infinity),
        (exp, -infinity, 0.0),
        (exp, 709.782_712_893_385, infinity),
        (exp, -745.133_219_101_941_2, 0.0),
        (exp, -745.133_219_101_941_1, smallest),
        (exp, f64::MAX, infinity),
        (exp, f64::MIN, 0.0),
        (exp_m1, 0.0, 0.0),
        (exp_m1, -0.0, -0.0),
        (exp_m1, smallest, smallest),
        (exp_m1, infinity, infinity),
        (exp_m1, -infinity, -1.0),
        (exp_m1, -50.0, -1.0),
        (exp_m1, 709.782_712_893_385, infinity),
        (ln, 1.0, 0.0),
        (ln, 0.0, -infinity),
        (ln, -0.0, -infinity),
        (ln, infinity, infinity),
        (ln_1p, 0.0, 0.0),
        (ln_1p, -0.0, -0.0),
        (ln_1p, smallest, smallest),
        (ln_1p, -1.0, -infinity),
        (ln_1p, infinity, infinity),
        (log2_normal, 1.0, 0.0),
        (log2_normal, f64::MIN_POSITIVE, -1022.0),
        (log2_normal, 0.5 / f64::MIN_POSITIVE, 1021.0),
        (logistic2, 0.0, 0.5),
        (logistic2, -0.0, 0.5),
        (logistic2, infinity, 1.0),
        (logistic2, -infinity, 0.0),
        (logistic2, f64::MAX, 1.0),
        (logistic2, f64::MIN, 0.0),
        (logistic2, 60.0, 1.0),
        (logistic2, -1008.0, 0.0),
    ];
    for (number, (function, x, expected)) in cases.into_iter().enumerate() {
        assert_eq!(
            function(x).to_bits(),
            expected.to_bits(),
            "case {number}: of {x:e}, found {:e}",
            function(x)
        );
    }
    for x in [f64::NAN, -f64::NAN] {
        assert!([exp(x), exp_m1(x), ln(x), ln_1p(x), logistic2(x)].iter().all(|y| y.is_nan()));
    }
    for x in [-smallest, -1.0, f64::MIN, -infinity] {
        assert!(ln(x).is_nan());
    }
    for x in [(-1.0_f64).next_down(), -2.0, f64::MIN, -infinity] {
        assert!(ln_1p(x).is_nan());
    }
}

struct EachFunction<'a> {
    arguments: &'a [f64],
}

impl Kernel for EachFunction<'_> {
    type Output = [Vec<u64>; 6];

    #[inline(always)]
    fn run(self) -> Self::Output {
        let mut results = [(); 6].map(|()| vec![0; self.arguments.len()]);
        let [powers, powers_m1, logarithms, logarithms_1p, logarithms_2, shares] = &mut results;
        for (index, &x) in self.arguments.iter().enumerate() {
            powers[index] = bits(exp(x));
            powers_m1[index] = bits(exp_m1(x));
            logarithms[index] = bits(ln(x));
            logarithms_1p[index] = bits(ln_1p(x));
            logarithms_2[index] = bits(log2_normal(x));
            shares[index] = bits(logistic2(x));
        }
        results
    }
}

/// The bits of a number, with one NaN for all.
#[inline(always)]
fn bits(x: f64) -> u64 {
    if x.is_nan() { f64::NAN.to_bits() } else { x.to_bits() }
}

proptest! {
    /// Any bits at all are an argument; 1001 of them leave a rest after whole vectors.
    #[test]
    fn every_instruction_set_gives_the_same_bits(
        wide in prop::collection::vec(any::<u64>().prop_map(f64::from_bits), 501),
        usual in prop::collection::vec(-50.0..50.0_f64, 500),
    ) {
        let arguments = [wide, usual].concat();
        let expected = Isa::Portable.run(EachFunction { arguments: &arguments });
        for isa in Isa::available() {
            prop_assert!(isa.run(EachFunction { arguments: &arguments }) == expected, "{isa:?}");
        }
    }

    #[test]
    fn inverses_agree(x in -700.0..700.0_f64) {
        // exp turns half an ulp of x into x of its own; ln brings that back to half an ulp of x, and 2 more of its steps.
        prop_assert!((ln(exp(x)) - x).abs() <= 4.0 * f64::EPSILON * x.abs().max(0.5));
        let small = x / 1000.0;
        prop_assert!((ln_1p(exp_m1(small)) - small).abs() <= 8.0 * f64::EPSILON * small.abs());
    }

    /// What a Hill curve is made of, against the other way to write it. Both round the logarithms of `a` and `h` to a share of their size,
    /// and the slope times that is a relative error of the odds; a few roundings more come after. Eight of each are allowed.
    #[test]
    fn shares_agree_with_odds(log_ratio in -20.0..20.0_f64, size in -10.0..25.0_f64, slope in 0.2..5.0_f64) {
        let (a, h) = (exp(size + log_ratio), exp(size));
        let share = logistic2(slope * (log2_normal(a) - log2_normal(h)));
        let expected = 1.0 / (1.0 + exp(slope * (ln(h) - ln(a))));
        let allowed = 8.0 * (1.0 + slope * (size.abs() + log_ratio.abs())) * f64::EPSILON;
        prop_assert!((share / expected - 1.0).abs() <= allowed, "{share:e}, not {expected:e}");
    }

    #[test]
    fn logistic2_never_falls(x in -1005.0..1022.0_f64) {
        // a share and the rest of it are 1
        prop_assert!((logistic2(x) + logistic2(-x) - 1.0).abs() <= 4.0 * f64::EPSILON);
        prop_assert!(logistic2(x + 1e-9) > logistic2(x) || x > 15.0);
    }

    #[test]
    fn exp_never_falls(x in -745.0..709.0_f64) {
        prop_assert!(exp(x.next_up()) >= exp(x) * (1.0 - f64::EPSILON));
        prop_assert!(exp(x + 1e-9) > exp(x) || exp(x) < f64::MIN_POSITIVE);
    }
}
