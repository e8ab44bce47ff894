//! Sobol' points, scrambled: numbers in (0, 1) that fill the unit cube more evenly than random ones, so that means converge faster.
//!
//! Point `d` depends on `(seed, d)` alone. Each dimension is scrambled as Owen (1995) has it, each bit by a hash of the bits above
//! it, so that every point is uniform by itself and any first `2^k` points have one in each of the `2^k` equal slices of each dimension.
//! Sources: direction numbers of Joe and Kuo (2008, new-joe-kuo-6, without changes); the hash after Laine and Karras (2011), with the
//! constants of Vegdahl ("Building a better LK hash", 2021).

use super::isa::{Isa, Kernel};
use super::mix::{GOLDEN, between_0_and_1};

/// Dimensions with direction numbers of their own. Those beyond use them again, on points in another order.
const DIMENSIONS: usize = 1000;

/// Points whose lowest bits are looked up at once.
const BLOCK: usize = 256;

/// A scrambled Sobol' sequence of up to 2³² points.
#[derive(Debug, Clone)]
pub struct Sobol {
    columns: Vec<Column>,
}

/// One dimension.
#[derive(Debug, Clone)]
struct Column {
    /// What each bit of the index flips, the highest place last: bits are turned round, so that hashes carry upwards.
    directions: [u32; 32],
    /// What the lowest 8 bits of an index flip.
    low: [u32; BLOCK],
    scramble: u32,
    /// Sets the bits below the 32 that are Sobol's.
    rest: u32,
    /// Turns the points' order round within every power of two, for a dimension that uses another's direction numbers.
    order: Option<u32>,
}

impl Sobol {
    /// The sequence with this seed.
    #[must_use]
    pub fn new(dimensions: usize, seed: u64) -> Self {
        let mut lines = include_str!("new-joe-kuo-6.txt").lines().skip(1);
        let mut own = Vec::with_capacity(dimensions.min(DIMENSIONS));
        for dimension in 0..dimensions.min(DIMENSIONS) {
            // the first dimension is van der Corput's, and not in the table
            own.push(if dimension == 0 {
                van_der_corput()
            } else {
                directions(lines.next().unwrap_or_default())
            });
        }
        let column = |dimension: usize| {
            let directions = own[dimension % DIMENSIONS];
            let key = |purpose: u64| hash(hash(seed ^ hash(dimension as u64)) ^ purpose);
            let flips = |index: usize| (0..8).filter(|bit| index >> bit & 1 == 1).fold(0, |x, bit| x ^ directions[bit]);
            Column {
                directions,
                low: std::array::from_fn(flips),
                scramble: key(1) as u32,
                rest: key(2) as u32,
                order: (dimension >= DIMENSIONS).then(|| key(3 + (dimension / DIMENSIONS) as u64) as u32),
            }
        };
        Self {
            columns: (0..dimensions).map(column).collect(),
        }
    }

    /// One dimension of the points `first`, `first + 1`, …: numbers strictly between 0 and 1.
    ///
    /// # Panics
    /// Where the dimension is not one of the sequence's, or a point's index is 2³² or more.
    pub fn fill(&self, dimension: usize, first: u64, numbers: &mut [f64]) {
        assert!(first + numbers.len() as u64 <= 1 << 32, "point of a Sobol' sequence below 2^32");
        let column = &self.columns[dimension];
        let mut at = 0;
        while at < numbers.len() {
            let index = (first + at as u64) as u32;
            let start = index as usize % BLOCK;
            let end = (start + numbers.len() - at).min(BLOCK);
            let out = &mut numbers[at..at + end - start];
            if column.order.is_some() {
                for (number, index) in out.iter_mut().zip(index..) {
                    *number = column.number(column.reversed(column.ordered(index)));
                }
            } else {
                Isa::best().run(Scramble {
                    column,
                    base: column.reversed(index & !(BLOCK as u32 - 1)),
                    low: &column.low[start..end],
                    out,
                });
            }
            at += end - start;
        }
    }
}

/// A run of points that differ in their lowest bits alone.
struct Scramble<'a> {
    column: &'a Column,
    base: u32,
    low: &'a [u32],
    out: &'a mut [f64],
}

impl Kernel for Scramble<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        for (number, &low) in self.out.iter_mut().zip(self.low) {
            *number = self.column.number(self.base ^ low);
        }
    }
}

impl Column {
    /// The bits of Sobol's point with this index, the highest of them lowest.
    fn reversed(&self, index: u32) -> u32 {
        (0..32)
            .filter(|bit| index >> bit & 1 == 1)
            .fold(0, |x, bit| x ^ self.directions[bit])
    }

    fn ordered(&self, index: u32) -> u32 {
        self.order.map_or(index, |key| nested(index.reverse_bits(), key).reverse_bits())
    }

    /// The number of a point: scrambled, with more bits below.
    #[inline(always)]
    fn number(&self, reversed: u32) -> f64 {
        let high = nested(reversed, self.scramble).reverse_bits();
        // points differ in these bits, so that a hash of them is random where Sobol's digits have ended
        let low = mix_32(high ^ self.rest);
        between_0_and_1(u64::from(high) << 32 | u64::from(low))
    }
}

/// Flips each bit by a hash of those below it (Laine and Karras; constants of Vegdahl).
#[inline(always)]
const fn nested(mut x: u32, key: u32) -> u32 {
    x ^= x.wrapping_mul(0x3d20_adea);
    x = x.wrapping_add(key);
    x = x.wrapping_mul((key >> 16) | 1);
    x ^= x.wrapping_mul(0x0552_6c56);
    x ^ x.wrapping_mul(0x53a2_2864)
}

/// Mixes 32 bits (Wellons, "Prospecting for hash functions", 2018).
#[inline(always)]
const fn mix_32(mut x: u32) -> u32 {
    x = (x ^ (x >> 16)).wrapping_mul(0x7feb_352d);
    x = (x ^ (x >> 15)).wrapping_mul(0x846c_a68b);
    x ^ (x >> 16)
}

/// A key as a number that looks like chance.
const fn hash(x: u64) -> u64 {
    super::mix::mix(x.wrapping_add(GOLDEN))
}

fn van_der_corput() -> [u32; 32] {
    std::array::from_fn(|bit| 1 << bit)
}

/// Direction numbers from a line of the table: `d s a m_1 … m_s`.
fn directions(line: &str) -> [u32; 32] {
    let numbers: Vec<u32> = line.split(' ').filter_map(|number| number.parse().ok()).collect();
    let (degree, polynomial, first) = (numbers[1] as usize, numbers[2], &numbers[3..]);
    // v[k] = m[k] / 2^(k+1), as a fraction of 2^32
    let mut v = [0_u32; 32];
    for k in 0..32 {
        v[k] = if k < degree {
            first[k] << (31 - k)
        } else {
            let coefficients = (1..degree).filter(|j| polynomial >> (degree - 1 - j) & 1 == 1);
            coefficients.fold(v[k - degree] ^ (v[k - degree] >> degree), |x, j| x ^ v[k - j])
        };
    }
    v.map(u32::reverse_bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points 1 to 7 of dimensions 1 to 5, in eighths, in the order of Gray's code, as SciPy's `qmc.Sobol(5, scramble=False)` has them.
    #[test]
    fn directions_are_those_of_joe_and_kuo() {
        let expected = [
            [4, 4, 4, 4, 4],
            [6, 2, 2, 2, 6],
            [2, 6, 6, 6, 2],
            [3, 3, 5, 7, 3],
            [7, 7, 1, 3, 7],
            [5, 1, 7, 5, 5],
            [1, 5, 3, 1, 1],
        ];
        let sobol = Sobol::new(5, 0);
        for (i, expected) in (1_u32..).zip(expected) {
            for (column, eighths) in sobol.columns.iter().zip(expected) {
                assert_eq!(column.reversed(i ^ (i >> 1)).reverse_bits(), eighths << 29, "point {i}");
            }
        }
    }

    #[test]
    fn each_slice_has_its_point() {
        let dimensions = [0, 1, 2, 37, 500, 999, 1000, 2500];
        let sobol = Sobol::new(2501, 7);
        for dimension in dimensions {
            for power in [3, 8, 12] {
                let mut numbers = vec![0.0; 1 << power];
                sobol.fill(dimension, 0, &mut numbers);
                let mut slices: Vec<usize> = numbers.iter().map(|u| (u * f64::from(1 << power)) as usize).collect();
                slices.sort_unstable();
                assert!(slices.into_iter().eq(0..1 << power), "dimension {dimension}, 2^{power} points");
            }
        }
    }

    /// The first two dimensions are a (0, 2)-sequence: each of the elementary boxes has one point.
    #[test]
    fn each_box_of_two_dimensions_has_its_point() {
        let sobol = Sobol::new(2, 11);
        let mut numbers = [[0.0; 256]; 2];
        for (dimension, numbers) in numbers.iter_mut().enumerate() {
            sobol.fill(dimension, 0, numbers);
        }
        for wide in 0..=8 {
            let mut found = [0; 256];
            for (x, y) in numbers[0].iter().zip(numbers[1]) {
                let (column, row) = ((x * f64::from(1 << wide)) as usize, (y * f64::from(1 << (8 - wide))) as usize);
                found[column << (8 - wide) | row] += 1;
            }
            assert_eq!(found, [1; 256], "2^{wide} columns");
        }
    }

    #[test]
    fn a_point_depends_on_seed_and_index_alone() {
        let (few, many) = (Sobol::new(3, 5), Sobol::new(1003, 5));
        for dimension in 0..3 {
            let mut all = [0.0; 1000];
            few.fill(dimension, 0, &mut all);
            for (first, length) in [(0, 1), (1, 255), (255, 2), (300, 700), (999, 1)] {
                let mut some = vec![0.0; length];
                many.fill(dimension, first as u64, &mut some);
                assert_eq!(some, all[first..first + length]);
            }
            let mut other = [0.0; 1000];
            Sobol::new(3, 6).fill(dimension, 0, &mut other);
            assert!(other.iter().zip(all).all(|(a, b)| *a != b));
        }
    }

    /// Two dimensions that share direction numbers are not alike: the correlation of 4096 independent points is some 1/64.
    #[test]
    fn dimensions_beyond_the_table_are_others() {
        let sobol = Sobol::new(1003, 1);
        let mut numbers = [[0.0; 4096]; 2];
        sobol.fill(2, 0, &mut numbers[0]);
        sobol.fill(1002, 0, &mut numbers[1]);
        let products = numbers[0].iter().zip(&numbers[1]).map(|(a, b)| (a - 0.5) * (b - 0.5));
        let correlation = 12.0 * products.sum::<f64>() / 4096.0;
        assert!(correlation.abs() < 4.0 / 64.0, "{correlation}");
    }
}
