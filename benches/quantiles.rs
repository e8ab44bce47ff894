//! Time of the quantiles of 312 series of 10 000 values at five levels, on one core, by value.
//!
//! `cargo bench --bench quantiles`. An item is a value: 1 Gitem/s is 1 ns a value, and the time of a run is that of all series.
//! `walk` is a random walk of each draw, so that neighbouring series have neighbouring quantiles; `heavy` is log-normal with
//! sigma 2; `few` has four distinct values; `zeros` is zero in 7 draws of 10; `one` is a constant.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use osa::math::{Counted, Isa, QuantileScratch, exp, normal_quantile, quantiles_on};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

const SERIES: usize = 312;
const DRAWS: usize = 10_000;
const LEVELS: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];
const SHAPES: [Shape; 5] = [Shape::Walk, Shape::Heavy, Shape::Few, Shape::Zeros, Shape::One];

fn main() {
    divan::main();
}

#[derive(Debug, Clone, Copy)]
enum Shape {
    Walk,
    Heavy,
    Few,
    Zeros,
    One,
}

impl Shape {
    /// The series one after the other.
    fn values(self) -> Vec<f64> {
        let mut rng = Pcg64Mcg::seed_from_u64(7);
        let mut walk = vec![100.0; DRAWS];
        let mut values = Vec::with_capacity(SERIES * DRAWS);
        for _ in 0..SERIES {
            for at in &mut walk {
                let z = normal_quantile(rng.random_range(1e-9..1.0));
                *at += z;
                values.push(match self {
                    Self::Walk => *at,
                    Self::Heavy => exp(2.0 * z),
                    Self::Few => (2.0 * z).floor().clamp(-2.0, 1.0),
                    Self::Zeros => (z - 0.5).max(0.0),
                    Self::One => 3.0,
                });
            }
        }
        values
    }
}

#[divan::bench(args = SHAPES, sample_count = 40)]
fn sorted(bencher: Bencher, shape: &Shape) {
    let values = shape.values();
    let mut copy = vec![0.0; DRAWS];
    let mut out = [0.0; LEVELS.len()];
    bencher.counter(ItemsCount::new(values.len())).bench_local(|| {
        for series in black_box(&values).chunks(DRAWS) {
            copy.copy_from_slice(series);
            copy.sort_unstable_by(f64::total_cmp);
            for (level, quantile) in LEVELS.iter().zip(&mut out) {
                let height = level * (DRAWS - 1) as f64;
                let low = height as usize;
                *quantile = copy[low] + height.fract() * (copy[low + 1] - copy[low]);
            }
            black_box(&mut out);
        }
    });
}

fn count(bencher: Bencher, isa: Isa, shape: Shape) {
    let values = shape.values();
    let mut scratch = QuantileScratch::default();
    let mut out = [0.0; LEVELS.len()];
    bencher.counter(ItemsCount::new(values.len())).bench_local(|| {
        for series in black_box(&values).chunks(DRAWS) {
            quantiles_on(isa, series, &LEVELS, &mut scratch, &mut out);
            black_box(&mut out);
        }
    });
}

#[divan::bench(args = SHAPES, sample_count = 40)]
fn counted(bencher: Bencher, shape: &Shape) {
    count(bencher, Isa::best(), *shape);
}

#[divan::bench(args = Isa::available(), sample_count = 40)]
fn counted_on(bencher: Bencher, isa: &Isa) {
    count(bencher, *isa, Shape::Walk);
}

/// Values after a pilot of 4 096.
#[divan::bench(args = SHAPES, sample_count = 40)]
fn streamed(bencher: Bencher, shape: &Shape) {
    let values = shape.values();
    let mut scratch = QuantileScratch::default();
    let mut streams: Vec<Counted> = values
        .chunks(DRAWS)
        .map(|series| Counted::new(&series[..4096], &LEVELS, &mut scratch))
        .collect();
    bencher.counter(ItemsCount::new(values.len())).bench_local(|| {
        for (series, stream) in black_box(&values).chunks(DRAWS).zip(&mut streams) {
            stream.add(series);
        }
        black_box(&mut streams);
    });
}
