//! How the rows of sheets are spread: means, deviations and quantiles of each, gathered round by round.
//!
//! Up to a round of draws is kept and its quantiles are exact. Where there are more, the first round says where the quantiles will be,
//! and the following ones are counted: memory does not grow with the number of draws.

use rayon::prelude::*;

use crate::math::{Counted, Isa, Kernel, QuantileScratch, quantiles};

use super::band::{Band, LEVELS};
use super::batch::{CHUNK, WIDTH};
use super::rounds::Part;

/// One row.
#[derive(Debug, Clone)]
pub(super) struct Spread {
    count: u64,
    mean: f64,
    /// Sum of the squared distances from the mean.
    squares: f64,
    most: f64,
    exact: [f64; LEVELS.len()],
    counted: Option<Counted>,
}

/// Buffers of one worker.
#[derive(Default)]
struct Scratch {
    values: Vec<f64>,
    quantiles: QuantileScratch,
}

impl Scratch {
    /// Takes the values of a row, without the draws in which it does not exist, and measures them.
    fn take(&mut self, sheet: &[f64], height: usize, row: usize, draws: usize) -> Moments {
        self.values.clear();
        for (chunk, sheet) in sheet.chunks_exact(height * WIDTH).enumerate() {
            let here = CHUNK.min(draws - chunk * CHUNK);
            self.values.extend_from_slice(&sheet[row * WIDTH..][..here]);
        }
        self.measure()
    }

    /// Measures the values, of which those that are not finite are taken out: one of them, and their sum is not finite.
    fn measure(&mut self) -> Moments {
        let moments = Isa::best().run(Measure(&self.values));
        if moments.mean.is_finite() {
            return moments;
        }
        self.values.retain(|value| value.is_finite());
        Isa::best().run(Measure(&self.values))
    }
}

/// Gathers a round, a sheet of so many rows, into the spreads of all rows, which the first round makes.
pub(super) fn gather(spreads: &mut Vec<Spread>, sheet: &[f64], height: usize, part: Part) {
    if spreads.is_empty() {
        spreads.par_extend((0..height).into_par_iter().map_init(Scratch::default, |scratch, row| {
            let moments = scratch.take(sheet, height, row, part.draws);
            Spread::new(moments, scratch, part.more)
        }));
    } else {
        let rows = spreads.par_iter_mut().enumerate();
        rows.for_each_init(Scratch::default, |scratch, (row, spread)| {
            let moments = scratch.take(sheet, height, row, part.draws);
            spread.add(moments, scratch);
        });
    }
}

/// What one pass over some values tells.
#[derive(Debug, Clone, Copy)]
struct Moments {
    count: u64,
    mean: f64,
    /// Sum of the squared distances from the mean.
    squares: f64,
    most: f64,
}

/// Parts that sums and largest values are taken in: as good as any other order, and fast.
const PARTS: usize = 8;

/// Measures some values.
struct Measure<'a>(&'a [f64]);

impl Kernel for Measure<'_> {
    type Output = Moments;

    #[inline(always)]
    fn run(self) -> Moments {
        let (chunks, rest) = self.0.as_chunks::<PARTS>();
        let (mut sums, mut most) = ([0.0; PARTS], [f64::NEG_INFINITY; PARTS]);
        let last = rest.iter().copied();
        for chunk in chunks {
            for ((sum, most), &value) in sums.iter_mut().zip(&mut most).zip(chunk) {
                *sum += value;
                *most = if value > *most { value } else { *most };
            }
        }
        let mean = (sums.iter().sum::<f64>() + last.clone().sum::<f64>()) / self.0.len() as f64;
        let mut squares = [0.0; PARTS];
        for chunk in chunks {
            for (squares, &value) in squares.iter_mut().zip(chunk) {
                *squares += (value - mean) * (value - mean);
            }
        }
        Moments {
            count: self.0.len() as u64,
            mean,
            squares: squares.iter().sum::<f64>() + last.clone().map(|value| (value - mean) * (value - mean)).sum::<f64>(),
            most: most.into_iter().chain(last).fold(f64::NEG_INFINITY, f64::max),
        }
    }
}

impl Spread {
    fn new(moments: Moments, scratch: &mut Scratch, more: bool) -> Self {
        let values = &scratch.values;
        let Moments {
            count,
            mean,
            squares,
            most,
        } = moments;
        let mut exact = [f64::NAN; LEVELS.len()];
        quantiles(values, &LEVELS, &mut scratch.quantiles, &mut exact);
        Self {
            count,
            mean: if count == 0 { 0.0 } else { mean },
            squares: if count == 0 { 0.0 } else { squares },
            most,
            exact,
            counted: (more && count > 0).then(|| Counted::new(values, &LEVELS, &mut scratch.quantiles)),
        }
    }

    /// Of values that are all there.
    pub(super) fn of(values: &[f64]) -> Self {
        let mut scratch = Scratch {
            values: values.to_vec(),
            ..Scratch::default()
        };
        let moments = scratch.measure();
        Self::new(moments, &mut scratch, false)
    }

    /// One more round (Chan, Golub and LeVeque's update of mean and squares).
    fn add(&mut self, moments: Moments, scratch: &mut Scratch) {
        let values = &scratch.values;
        if values.is_empty() {
            return;
        }
        let Moments {
            count,
            mean,
            squares,
            most,
        } = moments;
        let (before, now) = (self.count as f64, count as f64);
        let apart = mean - self.mean;
        self.mean += apart * now / (before + now);
        self.squares += squares + apart * apart * before * now / (before + now);
        self.count += count;
        self.most = self.most.max(most);
        match &mut self.counted {
            Some(counted) => counted.add(values),
            None => self.counted = Some(Counted::new(values, &LEVELS, &mut scratch.quantiles)),
        }
    }

    /// Draws in which the row exists.
    pub(super) const fn count(&self) -> u64 {
        self.count
    }

    /// Mean of the draws in which it exists.
    pub(super) const fn mean(&self) -> f64 {
        self.mean
    }

    /// The band, out of so many draws; `None` where the row exists in no draw.
    pub(super) fn band(&self, draws: u64) -> Option<Band> {
        if self.count == 0 {
            return None;
        }
        let (at, error) = match &self.counted {
            None => (self.exact, 0.0),
            Some(counted) => (
                std::array::from_fn(|level| counted.quantile(level)),
                (0..LEVELS.len()).map(|level| counted.error(level)).fold(0.0, f64::max),
            ),
        };
        Some(Band {
            mean: self.mean,
            p5: at[0],
            p10: at[1],
            p25: at[2],
            p50: at[3],
            p75: at[4],
            p90: at[5],
            p95: at[6],
            most: self.most,
            sd: (self.squares / (self.count.max(2) - 1) as f64).sqrt(),
            share: self.count as f64 / draws as f64,
            draws: self.count,
            error,
        })
    }
}
