//! Pressures at which a channel's earnings are known, and how far they can lie above the straight lines between them.
//!
//! A function whose second derivative is nowhere below `-C` on a cell of width `δ` lies at most `C δ² / 8` above its chord there: with
//! `C/2 · a²` added it is convex. That holds for a maximum of such functions too, and so for the most that a channel can still earn from
//! a pressure on: for fixed spends `x` that is `Σ worth[t+m] · g(α^m a + …)` up to a constant, whose second derivative is nowhere below
//! `-C(a)`, `C(a) = max worth · Ξ(a)`, `Ξ(a) = Σ_m α^(2m) · bend(α^m a)`, because what the spends add only moves `g` to where it bends less.

use crate::math::{Isa, Kernel, exp, ln};
use crate::model::Part;

/// Places from which the nodes are laid.
const MESH: usize = 256;
/// Share of the nodes that is spread evenly, for what bends nowhere.
const EVEN: f64 = 0.2;
/// In the place of an infinite bend, so that it times 0 is 0.
const STEEPEST: f64 = 1e200;

/// Nodes with what the curve gives there.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    /// Pressures in increasing order, at least two.
    pub(super) nodes: Vec<f64>,
    /// `g` of each.
    pub(super) effect: Vec<f64>,
    /// `Ξ δ² / 8` of the cell that begins at each node but the last.
    pub(super) sag: Vec<f64>,
}

impl Grid {
    /// `count` nodes between two pressures, closer together where the curve bends more, for a channel whose pressure falls by `decay`.
    pub(super) fn new(part: &Part, decay: f64, low: f64, high: f64, count: usize) -> Self {
        let nodes = nodes(part, low, high, count.max(2));
        let mut effect = vec![0.0; nodes.len()];
        part.effects(&nodes, &mut effect);
        let bends = all_bends(part, decay, &nodes);
        let sag = nodes
            .windows(2)
            .zip(bends)
            .map(|(cell, bend)| bend * (cell[1] - cell[0]) * (cell[1] - cell[0]) / 8.0);
        Self {
            sag: sag.collect(),
            nodes,
            effect,
        }
    }

    /// Where each of the `α a + shift` lies, `a` from node to node.
    pub(super) fn places(&self, decay: f64, shift: f64, places: &mut Places) {
        places.cell.clear();
        places.share.clear();
        let last = self.nodes.len() - 2;
        let mut cell = 0;
        for &a in &self.nodes {
            let to = decay * a + shift;
            while cell < last && self.nodes[cell + 1] < to {
                cell += 1;
            }
            places.cell.push(cell as u32);
            places.share.push(self.share(cell, to));
        }
    }

    /// Cell of a pressure, and which share of the cell lies below it.
    pub(super) fn place(&self, to: f64) -> (usize, f64) {
        let cell = self.nodes.partition_point(|&a| a < to).saturating_sub(1).min(self.nodes.len() - 2);
        (cell, self.share(cell, to))
    }

    fn share(&self, cell: usize, to: f64) -> f64 {
        let (from, end) = (self.nodes[cell], self.nodes[cell + 1]);
        // what lies outside does so by rounding alone
        ((to - from) / (end - from)).clamp(0.0, 1.0)
    }
}

/// Places of moved nodes: the cell of each, and which share of the cell lies below it.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    pub(super) cell: Vec<u32>,
    pub(super) share: Vec<f64>,
}

/// Nodes spread so that cells differ little in `bend · width²`.
fn nodes(part: &Part, low: f64, high: f64, count: usize) -> Vec<f64> {
    // a curve that starts vertically asks for cells near 0 that shrink with this power
    let power = part.vertical().map_or(2.0, |vertical| 2.0 / vertical.slope);
    let room = high - low;
    let mut mesh: Vec<f64> = (0..=MESH).map(|k| k as f64 / MESH as f64).collect();
    raise(&mut mesh, power);
    for a in &mut mesh {
        *a = low + room * *a;
    }
    mesh[MESH] = high;
    let middles: Vec<f64> = mesh.windows(2).map(|cell| f64::midpoint(cell[0], cell[1])).collect();
    let mut bends = vec![0.0; MESH];
    part.bends(&middles, &mut bends);
    let mut weight = Vec::with_capacity(MESH + 1);
    let mut total = 0.0;
    weight.push(0.0);
    for (cell, bend) in mesh.windows(2).zip(&bends) {
        total += bend.min(STEEPEST).sqrt() * (cell[1] - cell[0]);
        weight.push(total);
    }
    let even = if total > 0.0 { EVEN * total } else { 1.0 } / room;
    for (weight, a) in weight.iter_mut().zip(&mesh) {
        *weight += even * (a - low);
    }
    let total = weight[MESH];
    let mut nodes = Vec::with_capacity(count);
    let mut cell = 0;
    nodes.push(low);
    for k in 1..count - 1 {
        let want = total * k as f64 / (count - 1) as f64;
        while cell < MESH - 1 && weight[cell + 1] < want {
            cell += 1;
        }
        let share = (want - weight[cell]) / (weight[cell + 1] - weight[cell]);
        let node = mesh[cell] + share.clamp(0.0, 1.0) * (mesh[cell + 1] - mesh[cell]);
        if node > nodes[nodes.len() - 1] && node < high {
            nodes.push(node);
        }
    }
    nodes.push(high);
    nodes
}

/// `Ξ` at each node but the last.
///
/// From node to node: `Ξ(a) = bend(a) + α² Ξ(α a)`, with `α a` rounded down to a node. Where that is the lowest and the bend is infinite
/// there, the power that bounds the bend near 0 gives the sum in closed form: `Σ_m α^(2m) (α^m a)^(s-2) = a^(s-2) / (1 - α^s)`.
fn all_bends(part: &Part, decay: f64, nodes: &[f64]) -> Vec<f64> {
    let cells = nodes.len() - 1;
    let mut bends = vec![0.0; cells];
    part.bends(&nodes[..cells], &mut bends);
    let squared = decay * decay;
    let mut closed = Vec::new();
    if let Some(vertical) = part.vertical() {
        let kept = if decay > 0.0 { exp(vertical.slope * ln(decay)) } else { 0.0 };
        closed.extend_from_slice(&nodes[..cells]);
        raise(&mut closed, vertical.slope - 2.0);
        for bend in &mut closed {
            *bend *= vertical.size / (1.0 - kept);
        }
    }
    let mut down = 0;
    for j in 0..cells {
        let bend = bends[j].min(STEEPEST);
        while down < j && nodes[down + 1] <= decay * nodes[j] {
            down += 1;
        }
        // a node that is rounded down to itself, or lies below 0 by the history alone
        let all = if down == j {
            bend / (1.0 - squared)
        } else {
            bend + squared * bends[down]
        };
        let all = closed.get(j).map_or(all, |closed| all.min(*closed));
        bends[j] = all.min(STEEPEST);
    }
    bends
}

/// Raises numbers of 0 and above to a power, 0 to 0 where the power is positive and to `+∞` where it is negative.
pub(super) fn raise(numbers: &mut [f64], power: f64) {
    Isa::best().run(Raise { numbers, power });
}

struct Raise<'a> {
    numbers: &'a mut [f64],
    power: f64,
}

impl Kernel for Raise<'_> {
    type Output = ();
    #[inline(always)]
    fn run(self) {
        for x in self.numbers {
            *x = exp(self.power * ln(*x));
        }
    }
}
