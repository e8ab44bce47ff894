//! Bins for counting numbers: the finer the nearer to one end of their range, as far as a sample says that they crowd there.

use super::isa::{Isa, Kernel};

/// How many bins. Of 256, 512 and 1024 the quantiles of 10 000 values are quickest with 512: fewer leave more to sort, more take
/// longer to clear and to add up.
pub(super) const BINS: usize = 512;

/// The distance of the origin from the range, in widths of the range, at least: twenty powers of two are enough.
const NEAREST: f64 = 1e-6;

/// And at most: the bins are then even, and the range is a little less than one power of two, which uses nearly all of them.
const FARTHEST: f64 = 1.1;

/// The bins of a range.
///
/// A number's bin is read off the highest bits of its distance from an origin outside of the range. Those bits grow like a
/// logarithm, straight from each power of two to the next. An origin close to one end gives fine bins there and coarse ones
/// far away, as a heavy tail wants them; a distant origin gives even ones.
///
/// Every step keeps the order of the numbers, whatever it rounds. So bins stand in the order of the numbers in them, to the last bit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bins {
    low: f64,
    high: f64,
    origin: f64,
    /// All ones where the origin lies above the range: distances then shrink as numbers grow.
    flip: u64,
    first_key: u64,
    shift: u32,
}

impl Bins {
    /// By the lowest, the middle and the highest number of a sample.
    pub fn new([low, middle, high]: [f64; 3]) -> Self {
        // What lies beyond the sample has a bin of its own at either end, even where all of the sample is one number.
        let (low, high) = (low.next_down(), high.next_up());
        let (width, below, above) = (high - low, middle - low, high - middle);
        let near = below.min(above);
        // The middle of the sample falls half way between the logarithms of the ends: (near + gap)² = gap·(width + gap).
        let gap = (near * near / (width - 2.0 * near).max(0.0))
            .max(width * NEAREST)
            .min(width * FARTHEST);
        let (origin, flip) = if below <= above { (low - gap, 0) } else { (high + gap, u64::MAX) };
        let bins = Self {
            low,
            high,
            origin,
            flip,
            first_key: 0,
            shift: 0,
        };
        let first_key = bins.key(low);
        let keys = bins.key(high).wrapping_sub(first_key);
        Self {
            first_key,
            shift: (u64::BITS - keys.leading_zeros()).saturating_sub(BINS.ilog2()),
            ..bins
        }
    }

    /// Bits that grow with the number.
    #[inline(always)]
    fn key(&self, x: f64) -> u64 {
        let x = if x < self.low { self.low } else { x };
        let x = if x > self.high { self.high } else { x };
        (x - self.origin).to_bits() ^ self.flip
    }

    /// Writes the bin of each value, below [`BINS`].
    pub fn find(self, isa: Isa, values: &[f64], found: &mut [u16]) {
        isa.run(Find { bins: self, values, found });
    }
}

struct Find<'a> {
    bins: Bins,
    values: &'a [f64],
    found: &'a mut [u16],
}

impl Kernel for Find<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let bins = self.bins;
        for (x, found) in self.values.iter().zip(self.found) {
            *found = (bins.key(*x).wrapping_sub(bins.first_key) >> bins.shift) as u16 % BINS as u16;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sample: [f64; 3], values: &[f64]) -> Vec<u16> {
        let mut found = vec![0; values.len()];
        Bins::new(sample).find(Isa::Portable, values, &mut found);
        found
    }

    #[test]
    fn bins_stand_in_the_order_of_the_numbers() {
        let samples = [
            [1.0, 2.0, 3.0],
            [0.0, 1e-9, 1e9],
            [-1e9, -1e-9, 0.0],
            [-1.0, 1.0, 1e6],
            [7.0, 7.0, 7.0],
            [0.0, 0.0, 0.0],
            [-f64::MAX, 0.0, f64::MAX],
            [1e16, 1e16 + 2.0, 1e16 + 4.0],
            [5e-324, 1e-323, 2e-323],
        ];
        for sample in samples {
            let [low, middle, high] = sample;
            let mut values = vec![f64::MIN, -1e300, -1.0, -0.0, 0.0, 5e-324, 1.0, 1e300, f64::MAX];
            values.extend([low, middle, high].into_iter().flat_map(|x| [x.next_down(), x, x.next_up()]));
            values.extend((0..=1000).map(|k| low + (high / 1000.0 - low / 1000.0) * f64::from(k)));
            values.sort_by(f64::total_cmp);
            let found = found(sample, &values);
            assert!(found.is_sorted(), "{sample:?}");
            assert!(found.iter().all(|bin| usize::from(*bin) < BINS), "{sample:?}");
        }
    }

    #[test]
    fn a_single_number_is_told_from_its_neighbours() {
        for x in [0.0, 1.0, -3.5, 1e300] {
            let bins = found([x, x, x], &[x.next_down(), x, x.next_up()]);
            assert!(bins[0] < bins[1] && bins[1] < bins[2], "{x}: {bins:?}");
        }
    }

    #[test]
    fn even_numbers_fill_even_bins_and_crowded_ends_finer_ones() {
        let even = found([0.0, 0.5, 1.0], &[0.0, 0.25, 0.5, 0.75, 1.0]);
        let widths: Vec<u16> = even.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(widths.iter().all(|width| (90..150).contains(width)), "{even:?}");
        for sample in [[0.0, 1.0, 1e4], [-1e4, -1.0, 0.0]] {
            let crowded = found(sample, &sample);
            assert!((60..450).contains(&crowded[1]), "{crowded:?}");
        }
    }
}
