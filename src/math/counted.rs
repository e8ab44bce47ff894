//! Quantiles of a stream too long to keep: its first part says where they will be, and the rest is counted there.
//!
//! The pilot gives each level a bracket, which a [`Ruler`] cuts into 64 bins. Laid end to end the rulers are one ladder: a number's
//! place on it is the sum of its places on all rulers, each cut at its ends, so that one pass without branches finds the bin.
//!
//! ```text
//! bins   0 |1 …  63| 64 |65 … 127| 128
//!   ───────[ ruler ]────[ ruler  ]──────▶ values
//! ```

use super::isa::Isa;
use super::lanes::{LaneKernel, Lanes};
use super::primitive::Primitive as _;
use super::quantiles::{QuantileScratch, interpolate, quantiles};
use super::ruler::Ruler;

/// Steps of a ruler. A bracket from a pilot of 4 096 holds at most 8 % of the values, so a bin about 0.1 %.
const STEPS: usize = 64;

/// Half of them: a ruler counts from its middle.
const HALF: f64 = (STEPS / 2) as f64;

/// How far a bracket reaches from its level, in standard errors of the pilot: one stream in a million leaves it.
const STANDARD_ERRORS: f64 = 5.0;

/// How far it reaches at least, in ranks of the pilot: near 0 and 1 the standard error says too little.
const RANKS: f64 = 3.0;

/// Values whose bins are found before they are counted.
const BLOCK: usize = 256;

/// Quantiles of a stream whose first part, the pilot, says where they will be.
///
/// Takes some 3 kB for five levels, however long the stream is. Counts are whole numbers: the order and the grouping of the values
/// after the pilot do not matter, to the bit. Numbers within 1e-306 of each other may count as equal.
#[derive(Debug, Clone)]
pub struct Counted {
    levels: Vec<f64>,
    /// Of each level, the ends of its bracket, ascending: brackets touch at most.
    brackets: Vec<[f64; 2]>,
    /// Of each bracket.
    rulers: Vec<Ruler>,
    /// Of each bin of the ladder: `STEPS · levels + 1`, of which every 64th lies below, between or above brackets.
    counts: Vec<u64>,
    count: u64,
    min: f64,
    max: f64,
}

impl Counted {
    /// From the pilot's values (finite; they are counted too) and the levels that will be asked (ascending, each in `[0, 1]`).
    ///
    /// The pilot should be a fair sample of the stream.
    ///
    /// # Panics
    /// Where the pilot is empty.
    #[must_use]
    pub fn new(pilot: &[f64], levels: &[f64], scratch: &mut QuantileScratch) -> Self {
        assert!(!pilot.is_empty(), "a pilot has values");
        let reaches = bracket_levels(levels, pilot.len() as f64);
        let mut ends = vec![0.0; reaches.len()];
        quantiles(pilot, &reaches, scratch, &mut ends);
        let mut brackets = ends.as_chunks::<2>().0.to_vec();
        widen(&mut brackets);
        let ruler = |[low, high]: &[f64; 2]| Ruler::between(*low, *high, STEPS as f64);
        let mut counted = Self {
            rulers: brackets.iter().map(ruler).collect(),
            brackets,
            counts: vec![0; STEPS * levels.len() + 1],
            count: 0,
            min: f64::INFINITY,
            max: f64::NEG_INFINITY,
            levels: levels.to_vec(),
        };
        counted.add(pilot);
        counted
    }

    /// Counts more values (finite).
    pub fn add(&mut self, values: &[f64]) {
        self.add_on(Isa::best(), values);
    }

    /// [`Self::add`] with the instructions of a set.
    fn add_on(&mut self, isa: Isa, values: &[f64]) {
        let mut places = [0.0; BLOCK];
        let last = self.counts.len() - 1;
        for values in values.chunks(BLOCK) {
            let places = &mut places[..values.len()];
            let rulers = &self.rulers;
            let (min, max) = isa.run_lanes(Places { rulers, values, places });
            self.min = self.min.min(min);
            self.max = self.max.max(max);
            for place in places {
                // The place is a whole number in the lowest bits.
                self.counts[(place.to_bits() as u32 as usize).min(last)] += 1;
            }
        }
        self.count += values.len() as u64;
    }

    /// The values counted.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The quantile at the level with this index, interpolated within its bin \[as the values\].
    ///
    /// # Panics
    /// Where there is no such level.
    #[must_use]
    pub fn quantile(&self, level: usize) -> f64 {
        let (low, high, share) = self.neighbours(level);
        // Of zeros of both signs the lowest is the one that came first: the sum makes it the positive one.
        interpolate(low.middle, high.middle, share) + 0.0
    }

    /// How far [`Self::quantile`] may be off \[as the values\]: the width of its bin, of the wider one where the quantile lies between
    /// values of two; infinite if the stream left the bracket. Nothing at the lowest and the highest value, which are kept.
    ///
    /// # Panics
    /// Where there is no such level.
    #[must_use]
    pub fn error(&self, level: usize) -> f64 {
        let (low, high, _) = self.neighbours(level);
        low.error.max(high.error)
    }

    /// The values next to a level, and the share of the way from the lower one to the higher one.
    fn neighbours(&self, level: usize) -> (Estimate, Estimate, f64) {
        let height = self.levels[level] * (self.count - 1) as f64;
        let rank = (height as u64).min(self.count - 1);
        let low = self.at(rank);
        let share = height.fract();
        let high = if share > 0.0 {
            self.at((rank + 1).min(self.count - 1))
        } else {
            low
        };
        (low, high, share)
    }

    /// The value of a rank, as near as it is known.
    fn at(&self, rank: u64) -> Estimate {
        if rank == 0 {
            return Estimate::exact(self.min);
        }
        if rank == self.count - 1 {
            return Estimate::exact(self.max);
        }
        let mut below = 0;
        let mut bin = 0;
        while below + self.counts[bin] <= rank {
            below += self.counts[bin];
            bin += 1;
        }
        let (low, below_off) = self.edge(bin, -0.5);
        let (high, above_off) = self.edge(bin, 0.5);
        let low = low.max(self.min);
        let high = high.min(self.max).max(low);
        let share = ((rank - below) as f64 + 0.5) / self.counts[bin] as f64;
        Estimate {
            middle: interpolate(low, high, share),
            error: if self.is_bracketed(bin) {
                high - low + below_off.max(above_off)
            } else {
                f64::INFINITY
            },
        }
    }

    /// The end of a bin, half a step from its middle, and how far rounding may have moved it.
    fn edge(&self, bin: usize, side: f64) -> (f64, f64) {
        let (ruler, step) = (bin / STEPS, bin % STEPS);
        // A bin between rulers begins on the one before.
        let (ruler, step) = if step == 0 && side < 0.0 {
            (ruler.wrapping_sub(1), STEPS)
        } else {
            (ruler, step)
        };
        let Some(ruler) = self.rulers.get(ruler) else {
            return (if side < 0.0 { self.min } else { self.max }, 0.0);
        };
        (ruler.number(step as f64 - HALF + side), ruler.rounding())
    }

    /// Whether a bin lies in a bracket, or where two touch.
    fn is_bracketed(&self, bin: usize) -> bool {
        let after = bin / STEPS;
        let touch = || after > 0 && after < self.brackets.len() && self.brackets[after - 1][1] == self.brackets[after][0];
        !bin.is_multiple_of(STEPS) || touch()
    }
}

/// What a count says of the value of a rank.
#[derive(Clone, Copy)]
struct Estimate {
    middle: f64,
    error: f64,
}

impl Estimate {
    fn exact(middle: f64) -> Self {
        Self { middle, error: 0.0 }
    }
}

/// The levels of the pilot where brackets begin and end, ascending, two for each level.
fn bracket_levels(levels: &[f64], pilot: f64) -> Vec<f64> {
    let reach = |p: f64| (STANDARD_ERRORS * (p * (1.0 - p) / pilot).sqrt()).max(RANKS / pilot);
    let mut ends: Vec<f64> = levels
        .iter()
        .flat_map(|p| [(p - reach(*p)).max(0.0), (p + reach(*p)).min(1.0)])
        .collect();
    for (k, pair) in levels.windows(2).enumerate() {
        let middle = 0.5 * (pair[0] + pair[1]);
        // Where either bracket reaches the middle they meet there.
        if ends[2 * k + 1] > middle || ends[2 * k + 2] < middle {
            ends[2 * k + 1] = middle;
            ends[2 * k + 2] = middle;
        }
    }
    ends
}

/// Moves the ends of brackets outwards by half a step, as far as there is room: the last half step of a ruler falls into the same
/// bin as what lies beyond it, and is to hold nothing of the bracket.
fn widen(brackets: &mut [[f64; 2]]) {
    let half_step = |[low, high]: &[f64; 2]| ((high - low) / (2.0 * (STEPS - 1) as f64)).min(f64::MAX);
    let half_steps: Vec<f64> = brackets.iter().map(half_step).collect();
    let wide: Vec<[f64; 2]> = brackets
        .iter()
        .zip(&half_steps)
        .map(|([low, high], half)| [(low - half).max(f64::MIN), (high + half).min(f64::MAX)])
        .collect();
    for k in 1..brackets.len() {
        let (high, low) = (wide[k - 1][1], wide[k][0]);
        (brackets[k - 1][1], brackets[k][0]) = if high < low {
            (high, low)
        } else {
            // No room for both: they meet between the brackets, and as near to the middle as the half steps reach.
            let meet = brackets[k - 1][1].midpoint(brackets[k][0]).clamp(low, high);
            (meet, meet)
        };
    }
    if let Some(first) = brackets.first_mut() {
        first[0] = wide[0][0];
    }
    if let Some(last) = brackets.last_mut() {
        last[1] = wide[wide.len() - 1][1];
    }
}

/// Finds the places of values on the ladder of all rulers, whole and in the lowest bits; gives the lowest and highest value.
struct Places<'a> {
    rulers: &'a [Ruler],
    values: &'a [f64],
    places: &'a mut [f64],
}

impl Places<'_> {
    #[inline(always)]
    fn ladder<V: Lanes>(&self, x: V) -> V {
        let mut sum = V::splat(0.0);
        for ruler in self.rulers {
            sum += ruler.place(x, -HALF, HALF);
        }
        // From 2⁵² on doubles are whole: the sum rounds to a whole place.
        sum + V::splat((1_u64 << 52) as f64 + HALF * self.rulers.len() as f64)
    }
}

impl LaneKernel for Places<'_> {
    type Output = (f64, f64);

    #[inline(always)]
    fn run<V: Lanes>(self) -> (f64, f64) {
        let mut min = V::splat(f64::INFINITY);
        let mut max = V::splat(f64::NEG_INFINITY);
        let whole = self.values.len() - self.values.len() % V::COUNT;
        for at in (0..whole).step_by(V::COUNT) {
            let x = V::load(&self.values[at..]);
            min = min.lesser(x);
            max = max.greater(x);
            self.ladder(x).store(&mut self.places[at..]);
        }
        let mut ends = [[f64::INFINITY; 8], [f64::NEG_INFINITY; 8]];
        min.store(&mut ends[0]);
        max.store(&mut ends[1]);
        for at in whole..self.values.len() {
            let x = self.values[at];
            ends[0][0] = ends[0][0].lesser(x);
            ends[1][0] = ends[1][0].greater(x);
            self.places[at] = self.ladder(x);
        }
        let [lows, highs] = ends;
        (
            lows.into_iter().fold(f64::INFINITY, f64::min),
            highs.into_iter().fold(f64::NEG_INFINITY, f64::max),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::{exp, normal_quantile};

    const LEVELS: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// A share strictly between 0 and 1 for each draw, as if at random.
    fn share(draw: usize) -> f64 {
        let mut mixed = (draw as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        ((mixed >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    fn stream(length: usize, quantile: impl Fn(f64) -> f64) -> Vec<f64> {
        (0..length).map(|draw| quantile(share(draw))).collect()
    }

    /// A distribution by its quantiles.
    type Distribution = fn(f64) -> f64;

    /// Distributions by name.
    fn distributions() -> [(&'static str, Distribution); 7] {
        [
            ("normal", normal_quantile),
            ("heavy", |p| exp(2.0 * normal_quantile(p))),
            ("uniform", |p| 1e9 + p),
            ("discrete", |p| (4.0 * p).floor()),
            ("constant", |_| 0.1),
            ("mostly zero", |p| (p - 0.7).max(0.0)),
            ("bimodal", |p| if p < 0.5 { p } else { 1e6 + p }),
        ]
    }

    #[test]
    fn quantiles_are_as_near_as_stated() {
        for (name, quantile) in distributions() {
            let values = stream(1_000_000, quantile);
            let mut sorted = values.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            for pilot in [200, 4_096] {
                let mut counted = Counted::new(&values[..pilot], &LEVELS, &mut QuantileScratch::default());
                counted.add(&values[pilot..]);
                assert_eq!(counted.count(), 1_000_000);
                for (k, level) in LEVELS.iter().enumerate() {
                    let height = level * 999_999.0;
                    let rank = height as usize;
                    let exact = interpolate(sorted[rank], sorted[rank + 1], height.fract());
                    let (found, error) = (counted.quantile(k), counted.error(k));
                    assert!(error.is_finite(), "{name}, pilot {pilot}, level {level}");
                    assert!(
                        (found - exact).abs() <= error,
                        "{name}, pilot {pilot}, level {level}: {found} for {exact} ± {error}"
                    );
                    // A bin holds a 64th of its bracket: about 0.0012 of the values with the large pilot, 0.006 with the small one.
                    let off = if pilot > 1_000 { 0.002 } else { 0.01 };
                    let below = sorted.partition_point(|x| *x < found - 1e-12 * found.abs()) as f64 / 1e6;
                    let up_to = sorted.partition_point(|x| *x <= found + 1e-12 * found.abs()) as f64 / 1e6;
                    assert!(
                        below <= level + off && up_to >= level - off,
                        "{name}, pilot {pilot}, level {level}: {below} to {up_to}"
                    );
                }
            }
        }
    }
    #[test]
    fn neither_order_nor_grouping_nor_instructions_matter() {
        let values = stream(20_000, |p| exp(2.0 * normal_quantile(p)));
        let bits = |isa: Isa, rest: &[f64], group: usize| {
            let mut counted = Counted::new(&values[..1_000], &LEVELS, &mut QuantileScratch::default());
            for some in rest.chunks(group) {
                counted.add_on(isa, some);
            }
            let of_level = |k| [counted.quantile(k).to_bits(), counted.error(k).to_bits()];
            (counted.counts.clone(), [0, 1, 2, 3, 4].map(of_level))
        };
        let mut rest = values[1_000..].to_vec();
        let expected = bits(Isa::Portable, &rest, 19_000);
        rest.reverse();
        for &isa in Isa::available() {
            for group in [1, 7, 1_000] {
                assert_eq!(bits(isa, &rest, group), expected, "{isa:?}, {group} at a time");
            }
        }
    }

    #[test]
    fn memory_does_not_grow_with_the_stream() {
        let mut counted = Counted::new(&stream(4_096, |p| p), &LEVELS, &mut QuantileScratch::default());
        let bins = counted.counts.len();
        counted.add(&stream(100_000, |p| 3.0 * p));
        assert_eq!((counted.counts.len(), counted.counts.capacity()), (bins, bins));
    }
}
