//! What a channel alone earns when its shape in time is given: a function of one number, known at samples, bounded between them.
//!
//! `F(z) = Σ worth[t] · g(e[t] + b[t] z)` with the pressures `e` of the past and `b` of one unit of money in the channel's shape. Its second
//! derivative is nowhere below `-Σ worth b² bend(e + b z)`, which never rises with `z`, and it never falls: between two samples it lies above its
//! chord by no more than either allows. Samples are added where the answer turns out to hang on them.

use crate::model::Part;

use super::grid::raise;

/// Samples to begin with.
const FIRST: usize = 33;
/// Parts that a cell is cut into.
const CUTS: usize = 4;
/// Samples at most: beyond them rounding is all that is left.
const MOST: usize = 4_000;

/// A channel with one variable \[money over the horizon\].
#[derive(Debug)]
pub(super) struct Level<'a> {
    part: &'a Part,
    /// Pressures of the past, and of one unit of money.
    past: Vec<f64>,
    unit: Vec<f64>,
    /// Bend of `F` from each of some levels on.
    bend_from: Vec<(f64, f64)>,
    /// Levels in increasing order, `F` there, and how far it may lie above its chord in the cell that begins there.
    pub(super) at: Vec<f64>,
    pub(super) earned: Vec<f64>,
    above: Vec<f64>,
}

impl<'a> Level<'a> {
    /// `shape` is the spend of each period for one unit of money.
    pub(super) fn new(part: &'a Part, shape: &[f64], lower: f64, upper: f64) -> Self {
        let mut level = Self {
            part,
            past: part.pressures(part.before(), &vec![0.0; shape.len()]),
            unit: part.pressures(0.0, shape),
            bend_from: Vec::new(),
            at: vec![lower],
            earned: vec![],
            above: vec![],
        };
        let power = part.vertical().map_or(2.0, |vertical| 2.0 / vertical.slope);
        let mut shares: Vec<f64> = (1..FIRST).map(|k| k as f64 / (FIRST - 1) as f64).collect();
        raise(&mut shares, power);
        shares[FIRST - 2] = 1.0;
        for share in shares {
            let z = if share == 1.0 { upper } else { lower + share * (upper - lower) };
            if z > level.at[level.at.len() - 1] {
                level.at.push(z);
            }
        }
        level.bend_from = level.at.iter().map(|&z| (z, level.bend(z))).collect();
        level.earned = level.at.iter().map(|&z| level.earn(z)).collect();
        level.above = (0..level.at.len() - 1).map(|j| level.above_chord(j)).collect();
        level
    }

    /// `F(z)`.
    pub(super) fn earn(&self, z: f64) -> f64 {
        let pressure = self.pressure(z);
        let mut effect = vec![0.0; pressure.len()];
        self.part.effects(&pressure, &mut effect);
        effect.iter().zip(self.part.worth()).map(|(g, w)| g * w).sum()
    }

    fn pressure(&self, z: f64) -> Vec<f64> {
        self.past.iter().zip(&self.unit).map(|(e, b)| e + b * z).collect()
    }

    fn bend(&self, z: f64) -> f64 {
        let mut bends = vec![0.0; self.past.len()];
        self.part.bends(&self.pressure(z), &mut bends);
        let weights = self.unit.iter().zip(self.part.worth());
        // a period that money does not move bends nothing, however steep its curve
        bends
            .iter()
            .zip(weights)
            .map(|(bend, (b, w))| if w * b > 0.0 { w * b * b * bend } else { 0.0 })
            .sum()
    }

    /// How far `F` may lie above its chord in the cell `j`.
    fn above_chord(&self, j: usize) -> f64 {
        let width = self.at[j + 1] - self.at[j];
        let known = self.bend_from.partition_point(|(z, _)| *z <= self.at[j]).saturating_sub(1);
        let rise = (self.earned[j + 1] - self.earned[j]).max(0.0);
        (self.bend_from[known].1 * width * width / 8.0).min(rise)
    }

    /// How far `F` may lie above its chords beside the sample `j`.
    pub(super) fn above(&self, j: usize) -> f64 {
        let left = if j > 0 { self.above[j - 1] } else { 0.0 };
        left.max(self.above.get(j).copied().unwrap_or(0.0))
    }

    /// The sample at a level that is one.
    pub(super) fn find(&self, z: f64) -> usize {
        self.at.partition_point(|&at| at < z).min(self.at.len() - 1)
    }

    /// Periods that a look at one level takes.
    pub(super) fn periods(&self) -> usize {
        self.past.len()
    }

    /// The sample at a level, made if there is none.
    pub(super) fn sample(&mut self, z: f64) -> usize {
        let j = self.at.partition_point(|&at| at < z);
        if self.at.get(j) == Some(&z) || j == 0 || j == self.at.len() {
            return j.min(self.at.len() - 1);
        }
        let earned = self.earn(z);
        self.at.insert(j, z);
        self.earned.insert(j, earned);
        self.above[j - 1] = self.above_chord(j - 1);
        self.above.insert(j, self.above_chord(j));
        j
    }

    /// Cuts the cells beside a sample that may hold more than `much` above their chords. Whether there was one.
    pub(super) fn refine(&mut self, z: f64, much: f64) -> bool {
        let j = self.at.partition_point(|&at| at < z).min(self.at.len() - 1);
        let mut levels = Vec::new();
        for cell in [j.checked_sub(1), Some(j)].into_iter().flatten() {
            if self.above.get(cell).is_some_and(|above| *above > much) && self.at.len() < MOST {
                let (from, to) = (self.at[cell], self.at[cell + 1]);
                levels.extend(
                    (1..CUTS)
                        .map(|k| from + (to - from) * k as f64 / CUTS as f64)
                        .filter(|z| from < *z && *z < to),
                );
            }
        }
        for &z in &levels {
            self.sample(z);
        }
        !levels.is_empty()
    }

    /// The most that can be earned where a unit of money costs `price`, to about `much`; never less. And the level.
    pub(super) fn most(&mut self, price: f64, much: f64) -> (f64, f64) {
        loop {
            let (mut best, mut most) = (0, f64::NEG_INFINITY);
            for j in 0..self.at.len() {
                let earned = self.earned[j] + self.above(j) - price * self.at[j];
                if earned > most {
                    (best, most) = (j, earned);
                }
            }
            if !self.refine(self.at[best], much) {
                return (most, self.at[best]);
            }
        }
    }

    /// Corners of the smallest concave function above `F` between two samples, as samples; each stands for [`Self::lifted`].
    pub(super) fn envelope(&self, from: usize, to: usize, corners: &mut Vec<usize>) {
        corners.clear();
        let slope = |a: usize, b: usize| (self.lifted(b, from, to) - self.lifted(a, from, to)) / (self.at[b] - self.at[a]);
        for k in from..=to {
            while let [.., a, b] = corners[..] {
                if slope(a, b) > slope(b, k) {
                    break;
                }
                corners.pop();
            }
            corners.push(k);
        }
    }

    /// `F` at a sample, and as much above as either cell beside it may hold above its chord; cells outside `from..to` have no part.
    pub(super) fn lifted(&self, j: usize, from: usize, to: usize) -> f64 {
        let left = if j > from { self.above[j - 1] } else { 0.0 };
        let right = if j < to { self.above[j] } else { 0.0 };
        self.earned[j] + left.max(right)
    }
}
