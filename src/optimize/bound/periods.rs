//! The most that a channel alone can earn when every period is free: dynamic programming over its pressure.
//!
//! With a geometric carryover one number, the pressure, tells all of the past. `V[t](a)`, the most that can still be earned from period `t`
//! on after the pressure `a`, is `m α a + max W[t](a')` over the pressures `a'` that the spends of the period can make of it, with
//! `W[t](a') = worth · g(a') - m a' + V[t+1](a')` and `m = price · k / (1 - α)`: spend is linear in `a'`. The pressures that can be reached move
//! up with `a`, so the maxima of all nodes are those of a sliding window, in a few steps for each node. Everything is rounded up: between nodes
//! stands the chord and what [`Grid`] says the function may lie above it.

use crate::model::Part;

use super::grid::{Grid, Places};

/// Rounding of one period's steps, as a share of the amounts: some eight of them, 2⁻⁵³ each.
const STEP_ROUNDING: f64 = 4.0 * f64::EPSILON;

/// A channel whose spends are free in every period.
#[derive(Debug)]
pub(super) struct Periods<'a> {
    part: &'a Part,
    decay: f64,
    /// Real spend of each period at least and at most \[money at the prices of today\].
    lower: Vec<f64>,
    upper: Vec<f64>,
    /// Whether a period may also go without any spend.
    pauses: bool,
    price: Vec<f64>,
    /// Pressures that can come about.
    low: f64,
    high: f64,
}

/// The answer at one price of money.
#[derive(Debug, Clone, Default)]
pub(super) struct Solved {
    /// No spends earn more, what they cost at these prices taken off.
    pub(super) most: f64,
    /// Spends that earn about as much (shape `T`, money).
    pub(super) spend: Vec<f64>,
}

impl<'a> Periods<'a> {
    /// `None` where the carryover has a window, or keeps nearly everything for ever. Limits of each spend \[money\].
    pub(super) fn new(part: &'a Part, lower: &[f64], upper: &[f64], burst: Option<f64>) -> Option<Self> {
        // 1 - α is divided by: its rounding error is then below a millionth of a millionth
        let decay = part.decay().filter(|decay| (0.0..0.9999).contains(decay))?;
        let price: Vec<f64> = (0..lower.len()).map(|t| part.price(t)).collect();
        let pauses = burst.is_some_and(|burst| burst > 0.0);
        let least = |x: f64| x.max(burst.unwrap_or(0.0));
        let real = |(x, k): (f64, &f64)| x / k;
        let upper: Vec<f64> = upper.iter().copied().zip(&price).map(real).collect();
        let lower: Vec<f64> = lower
            .iter()
            .map(|&x| least(x))
            .zip(&price)
            .map(real)
            .zip(&upper)
            .map(|(l, u)| l.min(*u))
            .collect();
        let before = part.before();
        let high = upper.iter().fold(before, |most, u| most.max(*u));
        let falls = pauses || part.worth().len() > lower.len();
        let low = if falls {
            0.0
        } else {
            lower.iter().fold(before, |least, l| least.min(*l))
        };
        // channels that cannot move still have a cell
        let high = if high > low { high } else { low + low.max(1.0) * 1e-6 };
        Some(Self {
            part,
            decay,
            lower,
            upper,
            pauses,
            price,
            low,
            high,
        })
    }

    /// A grid for [`Self::solve`].
    pub(super) fn grid(&self, count: usize) -> Grid {
        Grid::new(self.part, self.decay, self.low, self.high, count)
    }

    /// The most that can be earned where money costs `price` in each period.
    pub(super) fn solve(&self, grid: &Grid, price: &[f64], work: &mut Work) -> Solved {
        let (nodes, horizon, worth) = (grid.nodes.len(), self.lower.len(), self.part.worth());
        let fresh = 1.0 - self.decay;
        let by_pressure = |t: usize| price[t] * self.price[t] / fresh;
        work.start(nodes, horizon);
        grid.places(self.decay, 0.0, &mut work.stay);
        let mut best_worth = 0.0_f64;
        let (mut value, mut sizes) = (0.0, 0.0);
        for t in (0..worth.len()).rev() {
            best_worth = best_worth.max(worth[t]);
            let m = if t < horizon { by_pressure(t) } else { 0.0 };
            sizes += worth[t] * grid.effect[nodes - 1] + m.abs() * self.high;
            let row = &mut work.rows[t.min(horizon) * nodes..][..nodes];
            for (((w, v), g), a) in row.iter_mut().zip(&work.value).zip(&grid.effect).zip(&grid.nodes) {
                *w = worth[t] * g + v - m * a;
            }
            for j in 0..nodes - 1 {
                // what is earned never falls with the pressure: that bounds it where it bends without bound
                let rise = row[j + 1] - row[j] + m * (grid.nodes[j + 1] - grid.nodes[j]);
                let above = (best_worth * grid.sag[j]).min(rise).max(0.0);
                work.above[j] = above;
                work.top[j] = row[j].max(row[j + 1]) + above;
            }
            let at = Row { row, above: &work.above };
            if t >= horizon {
                for ((v, &cell), &share) in work.value.iter_mut().zip(&work.stay.cell).zip(&work.stay.share) {
                    *v = at.chord(cell as usize, share) + work.above[cell as usize];
                }
                continue;
            }
            let (low, high) = (fresh * self.lower[t], fresh * self.upper[t]);
            if t == 0 {
                let kept = self.decay * self.part.before();
                let mut best = at.most(&work.top, grid.place(kept + low), grid.place(kept + high));
                if self.pauses {
                    let (cell, share) = grid.place(kept);
                    best = best.max(at.chord(cell, share) + work.above[cell]);
                }
                value = best + m * kept;
                continue;
            }
            if work.shifts != (low, high) {
                grid.places(self.decay, low, &mut work.from);
                grid.places(self.decay, high, &mut work.to);
                work.shifts = (low, high);
            }
            slide(&at, &work.top, &work.from, &work.to, &mut work.queue, &mut work.value);
            if self.pauses {
                for ((v, &cell), &share) in work.value.iter_mut().zip(&work.stay.cell).zip(&work.stay.share) {
                    *v = v.max(at.chord(cell as usize, share) + work.above[cell as usize]);
                }
            }
            let kept = m * self.decay;
            for (v, a) in work.value.iter_mut().zip(&grid.nodes) {
                *v += kept * a;
            }
        }
        Solved {
            // each period's few steps round amounts that are no larger than all periods' together
            most: value + STEP_ROUNDING * worth.len() as f64 * sizes,
            spend: self.follow(grid, &work.rows),
        }
    }

    /// The spends that the best nodes stand for, from the first period on.
    fn follow(&self, grid: &Grid, rows: &[f64]) -> Vec<f64> {
        let nodes = grid.nodes.len();
        let fresh = 1.0 - self.decay;
        let mut pressure = self.part.before();
        let mut spend = Vec::with_capacity(self.lower.len());
        for t in 0..self.lower.len() {
            let row = &rows[t * nodes..][..nodes];
            let kept = self.decay * pressure;
            let at = |to: f64| {
                let (cell, share) = grid.place(to);
                row[cell] + share * (row[cell + 1] - row[cell])
            };
            let (from, to) = (kept + fresh * self.lower[t], kept + fresh * self.upper[t]);
            let (mut best, mut real) = (at(from), self.lower[t]);
            let inside = grid.nodes.partition_point(|&a| a <= from)..grid.nodes.partition_point(|&a| a < to);
            for j in inside {
                if row[j] > best {
                    (best, real) = (row[j], ((grid.nodes[j] - kept) / fresh).max(self.lower[t]).min(self.upper[t]));
                }
            }
            if at(to) > best {
                (best, real) = (at(to), self.upper[t]);
            }
            if self.pauses && at(kept) > best {
                real = 0.0;
            }
            spend.push(real * self.price[t]);
            pressure = kept + fresh * real;
        }
        spend
    }
}

/// One period's `W` at the nodes, with what it may lie above its chords.
struct Row<'a> {
    row: &'a [f64],
    above: &'a [f64],
}

impl Row<'_> {
    #[inline(always)]
    fn chord(&self, cell: usize, share: f64) -> f64 {
        self.row[cell] + share * (self.row[cell + 1] - self.row[cell])
    }

    /// A bound on `W` in the ends of a window: all of it, where it lies in one cell.
    #[inline(always)]
    fn ends(&self, (first, low): (usize, f64), (last, high): (usize, f64)) -> f64 {
        let (from, to) = (self.chord(first, low), self.chord(last, high));
        if first == last {
            from.max(to) + self.above[first]
        } else {
            let from = from.max(self.row[first + 1]) + self.above[first];
            let to = to.max(self.row[last]) + self.above[last];
            from.max(to)
        }
    }

    /// A bound on `W` in a window; `top` bounds it in each cell.
    fn most(&self, top: &[f64], first: (usize, f64), last: (usize, f64)) -> f64 {
        let inner = top[(first.0 + 1).min(last.0)..last.0].iter().copied();
        inner.fold(self.ends(first, last), f64::max)
    }
}

/// [`Row::most`] for every node's window, whose ends move up from node to node: a queue keeps the cells that may still be the best.
fn slide(at: &Row<'_>, top: &[f64], from: &Places, to: &Places, queue: &mut [u32], value: &mut [f64]) {
    let (mut head, mut tail, mut next) = (0, 0, 0);
    for (i, value) in value.iter_mut().enumerate() {
        let (first, last) = (from.cell[i] as usize, to.cell[i] as usize);
        while next < last {
            while tail > head && top[queue[tail - 1] as usize] <= top[next] {
                tail -= 1;
            }
            queue[tail] = next as u32;
            tail += 1;
            next += 1;
        }
        while head < tail && queue[head] as usize <= first {
            head += 1;
        }
        let ends = at.ends((first, from.share[i]), (last, to.share[i]));
        *value = if head < tail { ends.max(top[queue[head] as usize]) } else { ends };
    }
}

/// Buffers of one worker.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// `W` of each period of the horizon at each node, then of one period after it.
    rows: Vec<f64>,
    value: Vec<f64>,
    above: Vec<f64>,
    top: Vec<f64>,
    queue: Vec<u32>,
    stay: Places,
    from: Places,
    to: Places,
    /// What `from` and `to` were laid for.
    shifts: (f64, f64),
}

impl Work {
    fn start(&mut self, nodes: usize, horizon: usize) {
        // every place is written before it is read, but for the value after the last period
        self.rows.resize((horizon + 1) * nodes, 0.0);
        self.value.clear();
        self.value.resize(nodes, 0.0);
        self.above.resize(nodes, 0.0);
        self.top.resize(nodes, 0.0);
        self.queue.resize(nodes, 0);
        self.shifts = (f64::NAN, f64::NAN);
    }
}
