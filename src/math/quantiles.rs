//! Exact quantiles of many values by counting: only the few values around the asked ranks are ever sorted.
//!
//! Each value falls into one of 512 [`Bins`]; counts say which bins hold the asked ranks; the values of these bins, some two in a
//! hundred, are collected and sorted. Where many are collected they are counted again, in finer bins. Where counting does not
//! help they are sorted, so that no input takes longer than `n·log n`.

use super::bins::{BINS, Bins};
use super::isa::{Isa, Kernel};

/// Counts are kept in as many tables side by side: equal neighbours then do not wait for each other's count to be written.
const TABLES: usize = 4;

/// So few values are sorted at once, which takes no longer than to count them.
const FEW: usize = 256;

/// Values that the bins are laid by: in blocks as long as a cache line, spread over the whole. Draws of a low-discrepancy sequence
/// are even within a block, but may be all alike a power of two apart, so that single values with gaps would not do.
const SAMPLE_BLOCKS: usize = 8;
const SAMPLE_BLOCK: usize = 8;

/// Buffers for [`quantiles`], made once per worker.
#[derive(Debug, Default)]
pub struct QuantileScratch {
    /// Of each level, the rank right at or below it among the collected values.
    ranks: Vec<usize>,
    collected: Vec<f64>,
    recollected: Vec<f64>,
    counter: Counter,
}

/// The quantiles of `values` (finite, in any order) at `levels` (ascending, each in `[0, 1]`), into `out` \[as the values\].
///
/// They are those of the sorted values `x[0] ≤ … ≤ x[n-1]`: with `h = level·(n-1)` and `l = ⌊h⌋`, `x[l] + (h - l)·(x[l+1] - x[l])`.
/// NaN where there are no values. The bits are the same on every instruction set.
///
/// For a handful of levels the time grows in proportion to the number of values.
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

/// Whether all values of a bin have the bits of one.
struct BinEqual<'a> {
    values: &'a [f64],
    bins: &'a [u16],
    bin: u16,
    one: f64,
}

impl Kernel for BinEqual<'_> {
    type Output = bool;

    #[inline(always)]
    fn run(self) -> bool {
        let one = self.one.to_bits();
        let unlike = |x: f64, bin: u16| if bin == self.bin { x.to_bits() ^ one } else { 0 };
        let mut blocks = self.values.chunks(64).zip(self.bins.chunks(64));
        blocks.all(|(values, bins)| values.iter().zip(bins).fold(0, |any, (x, bin)| any | unlike(*x, *bin)) == 0)
    }
}

/// Collects the values around ranks.
#[derive(Debug)]
struct Counter {
    /// The bin of each value.
    bins: Vec<u16>,
    tables: Box<[[u32; BINS]; TABLES]>,
    /// Of each bin, the number of values up to its end.
    ends: Box<[usize; BINS]>,
    /// Of each bin, how many of its values are collected: none, all, or two of many equal ones.
    taken: Box<[usize; BINS]>,
    /// Of each bin, 1 where all its values are collected, else 0.
    whole: Box<[u8; BINS]>,
    /// The value of each bin of many equal ones.
    equal: Vec<(usize, f64)>,
}

/// How many of equal values are collected: the one at a rank and the one after it.
const PAIR: usize = 2;

impl Default for Counter {
    fn default() -> Self {
        Self {
            bins: Vec::new(),
            tables: Box::new([[0; BINS]; TABLES]),
            ends: Box::new([0; BINS]),
            taken: Box::new([0; BINS]),
            whole: Box::new([0; BINS]),
            equal: Vec::new(),
        }
    }
}

impl Counter {
    /// Puts the values of the bins around the ranks into `to`, in any order, and makes the ranks those among them.
    ///
    /// `false`, with the ranks as they were, where sorting is the better way: of few values, or where half would be collected.
    fn collect(&mut self, isa: Isa, from: &[f64], ranks: &mut [usize], to: &mut Vec<f64>) -> bool {
        if from.len() <= FEW || u32::try_from(from.len()).is_err() {
            return false;
        }
        self.count(isa, from);
        self.choose(ranks, from.len() - 1);
        if 2 * self.chosen() > from.len() {
            self.thin_out(isa, from);
            if 2 * self.chosen() > from.len() {
                return false;
            }
        }
        for rank in ranks {
            *rank = self.rank_among_chosen(*rank);
        }
        to.resize(self.chosen() - PAIR * self.equal.len() + 1, 0.0);
        gather(from, &self.bins, &self.whole, to);
        to.pop();
        to.extend(self.equal.iter().flat_map(|(_, value)| [*value; PAIR]));
        true
    }

    /// Finds the bin of each value, and the ends of the bins.
    fn count(&mut self, isa: Isa, values: &[f64]) {
        self.bins.resize(values.len(), 0);
        Bins::new(sample(values)).find(isa, values, &mut self.bins);
        self.tables.as_flattened_mut().fill(0);
        tally(&self.bins, &mut self.tables);
        let mut total = 0;
        for (bin, end) in self.ends.iter_mut().enumerate() {
            total += self.tables.iter().map(|table| table[bin] as usize).sum::<usize>();
            *end = total;
        }
    }

    /// Takes the bins that hold the ranks and the ranks after them.
    fn choose(&mut self, ranks: &[usize], last: usize) {
        self.equal.clear();
        self.whole.fill(0);
        self.taken.fill(0);
        for rank in ranks {
            for rank in [*rank, last.min(rank + 1)] {
                let bin = self.bin_of(rank);
                self.whole[bin] = 1;
                self.taken[bin] = self.size(bin);
            }
        }
    }

    /// Of bins with many values that are all equal, takes only two.
    fn thin_out(&mut self, isa: Isa, values: &[f64]) {
        for bin in 0..BINS {
            if self.taken[bin] <= FEW {
                continue;
            }
            let found = self.bins.iter().position(|found| usize::from(*found) == bin);
            let Some(one) = found.map(|first| values[first]) else { continue };
            let (bins, number) = (&self.bins[..], bin as u16);
            if isa.run(BinEqual {
                values,
                bins,
                bin: number,
                one,
            }) {
                self.equal.push((bin, one));
                self.whole[bin] = 0;
                self.taken[bin] = PAIR;
            }
        }
    }

    /// The rank among the values taken, of the same value and with the same one after it.
    fn rank_among_chosen(&self, rank: usize) -> usize {
        let bin = self.bin_of(rank);
        let before_bin: usize = self.taken[..bin].iter().sum();
        let from_end = self.ends[bin] - rank;
        // Where two stand for many, the last is the last and the other is any before it.
        before_bin + self.taken[bin] - from_end.min(self.taken[bin])
    }

    fn chosen(&self) -> usize {
        self.taken.iter().sum()
    }

    fn bin_of(&self, rank: usize) -> usize {
        self.ends.partition_point(|end| *end <= rank)
    }

    fn size(&self, bin: usize) -> usize {
        self.ends[bin] - if bin == 0 { 0 } else { self.ends[bin - 1] }
    }
}

/// Counts each bin, in turns into each of the tables.
fn tally(bins: &[u16], tables: &mut [[u32; BINS]; TABLES]) {
    let (groups, rest) = bins.as_chunks::<TABLES>();
    for group in groups {
        for (table, bin) in tables.iter_mut().zip(group) {
            table[usize::from(*bin) % BINS] += 1;
        }
    }
    for bin in rest {
        tables[0][usize::from(*bin) % BINS] += 1;
    }
}

/// Writes the values of the marked bins one after the other into `to`, which has a place more than they need.
fn gather(from: &[f64], bins: &[u16], marked: &[u8; BINS], to: &mut [f64]) {
    let mut at = 0;
    for (x, bin) in from.iter().zip(bins) {
        // Each is written, and overwritten by the next unless it stays: no branch that would be guessed wrong.
        to[at] = *x;
        at += usize::from(marked[usize::from(*bin) % BINS]);
    }
}

/// The lowest, the middle and the highest of a sample of the values, of which there are more than a few.
fn sample(values: &[f64]) -> [f64; 3] {
    let mut sample = [0.0; SAMPLE_BLOCKS * SAMPLE_BLOCK];
    let last_start = values.len() - SAMPLE_BLOCK;
    for (k, block) in sample.chunks_mut(SAMPLE_BLOCK).enumerate() {
        let start = k * last_start / (SAMPLE_BLOCKS - 1);
        block.copy_from_slice(&values[start..start + SAMPLE_BLOCK]);
    }
    sample.sort_unstable_by(f64::total_cmp);
    [sample[0], sample[sample.len() / 2], sample[sample.len() - 1]]
}
