//! Time of the elementary functions for each instruction set, over 4096 numbers at a time, and of one quantile.
//!
//! `cargo bench --bench math`; divide by the items, or read the throughput.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use osa::math::{Isa, Kernel, Real, beta_quantile, gamma_quantile, normal_quantile};

const NUMBERS: usize = 4096;

fn main() {
    divan::main();
}

/// Runs one function over all numbers.
trait Function: Copy + Sync {
    fn at<R: Real>(self, x: R) -> R;
}

struct Map<'a, F> {
    function: F,
    from: &'a [f64],
    to: &'a mut [f64],
}

impl<F: Function> Kernel for Map<'_, F> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        for (x, y) in self.from.iter().zip(self.to) {
            *y = self.function.at(*x);
        }
    }
}

fn time<F: Function>(bencher: Bencher, isa: Isa, function: F) {
    let from: Vec<f64> = (0..NUMBERS).map(|i| 0.01 * (i as f64 + 1.0)).collect();
    let mut to = vec![0.0; NUMBERS];
    bencher.counter(ItemsCount::new(NUMBERS)).bench_local(|| {
        isa.run(Map {
            function,
            from: black_box(&from),
            to: &mut to,
        });
        black_box(&mut to);
    });
}

macro_rules! benches {
    ($($name:ident: |$x:ident| $text:expr;)*) => {$(
        #[divan::bench(args = Isa::available())]
        fn $name(bencher: Bencher, isa: &Isa) {
            #[derive(Clone, Copy)]
            struct This;
            impl Function for This {
                #[inline(always)]
                fn at<R: Real>(self, $x: R) -> R {
                    $text
                }
            }
            time(bencher, *isa, This);
        }
    )*};
}

benches! {
    exponential: |x| x.exp();
    exponential_less_one: |x| x.exp_m1();
    logarithm: |x| x.ln();
    logarithm_of_one_more: |x| x.ln_1p();
    power: |x| (x.ln() * R::from_f64(1.7)).exp();
    hill: |x| ((x.log2_normal() - R::from_f64(2.9)) * R::from_f64(1.7)).logistic2();
}

#[divan::bench]
fn quantile_normal() -> f64 {
    normal_quantile(black_box(0.3))
}

#[divan::bench(args = [0.5, 4.0, 100.0, 1e6])]
fn quantile_gamma(shape: f64) -> f64 {
    gamma_quantile(black_box(0.3), shape, 1.0)
}

#[divan::bench(args = [(0.5, 30.0), (3.0, 97.0), (35.0, 1100.0), (100.0, 1e6)])]
fn quantile_beta((alpha, beta): (f64, f64)) -> f64 {
    beta_quantile(black_box(0.3), alpha, beta)
}
