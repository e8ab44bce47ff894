//! Exact quantiles of many values by counting: only the few values around the asked ranks are ever sorted.
//!
//! A [`Ruler`] laid over the values puts each into one of 512 bins; counting says which bins hold the asked ranks; the values of
//! these bins, one in a hundred, are collected and sorted. Where they are still many, as with a heavy tail, they are counted again
//! on a finer ruler. Where counting does not help, as with few distinct values, they are sorted: never slower than `n·log n`.

use super::isa::{Isa, Kernel};
use super::ruler::Ruler;

/// Bins of a count. Twice as many take longer to clear and to add up than they save in sorting.
const BINS: usize = 512;

/// Counts are kept in as many tables side by side: equal neighbours then do not wait for each other's count to be written.
const TABLES: usize = 4;

/// So few values are sorted at once.
const FEW: usize = 256;

/// Values that a ruler is laid by: blocks, as long as a cache line, spread over the whole. Draws of a low-discrepancy sequence
/// are even within a block and may all be alike a power of two apart, so that single values with gaps would not do.
const SAMPLE_BLOCKS: usize = 8;
const SAMPLE_BLOCK: usize = 8;

/// Buffers for [`quantiles`], made once per worker.
#[derive(Debug, Default)]
pub struct QuantileScratch {
    /// Of each level, the rank in the collected values that it lies at or right above.
    ranks: Vec<usize>,
    collected: Vec<f64>,
    recollected: Vec<f64>,
    counter: Counter,
}

/// The quantiles of `values` (finite, in any order) at `levels` (ascending, each in `[0, 1]`), into `out` \[as the values\].
///
/// They are those of the sorted values `x[0] ≤ … ≤ x[n-1]` with `h = level·(n-1)`, `l = ⌊h⌋`: `x[l] + (h - l)·(x[l+1] - x[l])`,
/// NaN where there are no values. The bits are the same on every instruction set.
///
/// Takes a time linear in the number of values for a handful of levels.
/// Source: R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50, 1996, type 7.
///
/// # Panics
/// Where `out` is not as long as `levels`.
///
/// ```
/// use osa::math::{QuantileScratch, quantiles};
///
/// let mut out = [0.0; 2];
/// quantiles(&[30.0, 10.0, 20.0], &[0.25, 1.0], &mut QuantileScratch::default(), &mut out);
/// assert_eq!(out, [15.0, 30.0]);
/// ```
pub fn quantiles(values: &[f64], levels: &[f64], scratch: &mut QuantileScratch, out: &mut [f64]) {
    quantiles_on(Isa::best(), values, levels, scratch, out);
}

/// [`quantiles`] with the instructions of a set.
///
/// # Panics
/// As [`quantiles`].
pub fn quantiles_on(isa: Isa, values: &[f64], levels: &[f64], scratch: &mut QuantileScratch, out: &mut [f64]) {
    assert_eq!(levels.len(), out.len(), "a place for each level");
    let Some(first) = values.first() else {
        return out.fill(f64::NAN);
    };
    if isa.run(AllEqual(values)) {
        return out.fill(*first);
    }
    let QuantileScratch {
        ranks,
        collected,
        recollected,
        counter,
    } = scratch;
    let last = values.len() - 1;
    let height = |level: f64| level * last as f64;
    ranks.clear();
    ranks.extend(levels.iter().map(|level| (height(*level) as usize).min(last)));
    if counter.collect(isa, values, ranks, collected) {
        while counter.collect(isa, collected, ranks, recollected) {
            std::mem::swap(collected, recollected);
        }
    } else {
        collected.clear();
        collected.extend_from_slice(values);
    }
    collected.sort_unstable_by(f64::total_cmp);
    for ((rank, level), quantile) in ranks.iter().zip(levels).zip(out) {
        let low = collected[*rank];
        let high = collected.get(rank + 1).copied().unwrap_or(low);
        *quantile = interpolate(low, high, height(*level).fract());
    }
}

/// The number a share of the way from one to another that is not lower.
pub(super) fn interpolate(low: f64, high: f64, share: f64) -> f64 {
    let between = high - low;
    if share == 0.0 || between == 0.0 {
        low
    } else if between.is_finite() {
        low + share * between
    } else {
        (1.0 - share) * low + share * high
    }
}

/// Whether all values have the bits of the first.
struct AllEqual<'a>(&'a [f64]);

impl Kernel for AllEqual<'_> {
    type Output = bool;

    #[inline(always)]
    fn run(self) -> bool {
        let first = self.0[0].to_bits();
        self.0
            .chunks(64)
            .all(|some| some.iter().fold(0, |unlike, x| unlike | (x.to_bits() ^ first)) == 0)
    }
}

/// The bin of each value.
struct Bins<'a> {
    ruler: Ruler,
    values: &'a [f64],
    bins: &'a mut [u16],
}

impl Kernel for Bins<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let half = (BINS / 2) as f64;
        // From 2⁵² on doubles are whole: the sum rounds to a whole step and has it in its lowest bits.
        let to_whole = (1_u64 << 52) as f64 + half;
        for (x, bin) in self.values.iter().zip(self.bins) {
            *bin = (self.ruler.place(*x, -half, half - 1.0) + to_whole).to_bits() as u16;
        }
    }
}

/// Collects the values around ranks.
#[derive(Debug)]
struct Counter {
    bins: Vec<u16>,
    tables: Box<[[u32; BINS]; TABLES]>,
    /// Of each bin, the values up to its end.
    ends: Box<[usize; BINS]>,
    /// Of each bin, 1 where its values are collected, else 0.
    kept: Box<[u8; BINS]>,
}

impl Default for Counter {
    fn default() -> Self {
        Self {
            bins: Vec::new(),
            tables: Box::new([[0; BINS]; TABLES]),
            ends: Box::new([0; BINS]),
            kept: Box::new([0; BINS]),
        }
    }
}

impl Counter {
    /// Puts the values of the bins around the ranks into `to`, in any order, and makes the ranks those among them.
    ///
    /// `false`, and nothing done, where sorting is the better way: few values, or more than half would be kept.
    fn collect(&mut self, isa: Isa, from: &[f64], ranks: &mut [usize], to: &mut Vec<f64>) -> bool {
        if from.len() <= FEW || u32::try_from(from.len()).is_err() {
            return false;
        }
        self.count(isa, from);
        let kept = self.keep(ranks, from.len() - 1);
        if 2 * kept > from.len() {
            return false;
        }
        self.renumber(ranks);
        // Each value is written, and the next one over it unless it is kept: no branch that would be guessed wrong.
        to.resize(kept + 1, 0.0);
        let mut at = 0;
        for (x, bin) in from.iter().zip(&self.bins) {
            to[at] = *x;
            at += usize::from(self.kept[usize::from(*bin) % BINS]);
        }
        to.truncate(kept);
        true
    }

    /// Finds the bin of each value, and the ends of the bins.
    fn count(&mut self, isa: Isa, values: &[f64]) {
        let (low, high) = sample_ends(values);
        let ruler = Ruler::between(low, high, BINS as f64);
        self.bins.resize(values.len(), 0);
        let bins = &mut self.bins[..];
        isa.run(Bins { ruler, values, bins });
        for table in self.tables.iter_mut() {
            table.fill(0);
        }
        let (groups, rest) = self.bins.as_chunks::<TABLES>();
        for group in groups {
            for (table, bin) in self.tables.iter_mut().zip(group) {
                table[usize::from(*bin) % BINS] += 1;
            }
        }
        for bin in rest {
            self.tables[0][usize::from(*bin) % BINS] += 1;
        }
        let mut total = 0;
        for (bin, end) in self.ends.iter_mut().enumerate() {
            total += self.tables.iter().map(|table| table[bin] as usize).sum::<usize>();
            *end = total;
        }
    }

    /// Marks the bins that hold the ranks and the ranks above them; gives how many values they hold.
    fn keep(&mut self, ranks: &[usize], last: usize) -> usize {
        self.kept.fill(0);
        for rank in ranks {
            for rank in [*rank, last.min(rank + 1)] {
                self.kept[self.bin_of(rank)] = 1;
            }
        }
        let mut start = 0;
        let mut kept = 0;
        for (end, keep) in self.ends.iter().zip(self.kept.iter()) {
            kept += (end - start) * usize::from(*keep);
            start = *end;
        }
        kept
    }

    /// Ranks among all become ranks among the kept values.
    fn renumber(&self, ranks: &mut [usize]) {
        for rank in ranks {
            let bin = self.bin_of(*rank);
            let mut start = 0;
            let mut dropped = 0;
            for (end, keep) in self.ends[..bin].iter().zip(self.kept.iter()) {
                dropped += (end - start) * usize::from(1 - keep);
                start = *end;
            }
            *rank -= dropped;
        }
    }

    fn bin_of(&self, rank: usize) -> usize {
        self.ends.partition_point(|end| *end <= rank)
    }
}

/// The lowest and the highest of a sample of the values, of which there are more than a few.
fn sample_ends(values: &[f64]) -> (f64, f64) {
    let last_start = values.len() - SAMPLE_BLOCK;
    let starts = (0..SAMPLE_BLOCKS).map(|k| k * last_start / (SAMPLE_BLOCKS - 1));
    let sample = starts.flat_map(|start| &values[start..start + SAMPLE_BLOCK]);
    sample.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(*x), high.max(*x)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEVELS: [f64; 7] = [0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0];

    /// Sorted and read.
    fn by_sorting(values: &[f64], levels: &[f64]) -> Vec<f64> {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let read = |level: &f64| {
            let height = level * (sorted.len() - 1) as f64;
            let low = height.floor() as usize;
            let high = (low + 1).min(sorted.len() - 1);
            let between = sorted[high] - sorted[low];
            match height.fract() {
                0.0 => sorted[low],
                _ if between == 0.0 => sorted[low],
                share if between.is_infinite() => (1.0 - share) * sorted[low] + share * sorted[high],
                share => sorted[low] + share * between,
            }
        };
        levels.iter().map(read).collect()
    }

    fn check(values: &[f64], name: &str) {
        let expected: Vec<u64> = by_sorting(values, &LEVELS).into_iter().map(f64::to_bits).collect();
        let mut scratch = QuantileScratch::default();
        for &isa in Isa::available() {
            let mut out = [0.0; LEVELS.len()];
            quantiles_on(isa, values, &LEVELS, &mut scratch, &mut out);
            assert_eq!(out.map(f64::to_bits).to_vec(), expected, "{name}, {} values, {isa:?}", values.len());
        }
    }

    #[test]
    fn hostile_values_have_the_quantiles_of_the_sorted() {
        let shapes: [(&str, fn(usize) -> f64); 10] = [
            ("constant", |_| 0.1),
            ("sorted", |i| i as f64),
            ("falling", |i| -(i as f64)),
            ("huge", |i| if i % 3 == 0 { -f64::MAX } else { f64::MAX }),
            ("from huge to tiny", |i| {
                f64::from_bits((i as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) & !(1 << 62))
            }),
            ("subnormal", |i| f64::from_bits(i as u64 * 7919 % 1000)),
            ("zeros of both signs", |i| if i % 3 == 0 { 0.0 } else { -0.0 }),
            ("one outlier", |i| if i == 77 { 1e300 } else { (i * 7919 % 1009) as f64 }),
            ("halves of halves", |i| f64::from_bits(((1 + i * 7919 % 2000) as u64) << 52)),
            ("neighbours", |i| f64::from_bits(1e9_f64.to_bits() + (i * 7919 % 97) as u64)),
        ];
        for (name, shape) in shapes {
            for length in [1, 2, 3, 5, 256, 257, 300, 1000, 4099] {
                check(&(0..length).map(shape).collect::<Vec<_>>(), name);
            }
        }
    }
}
