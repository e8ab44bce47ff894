//! Sums over long vectors: eight running sums side by side in a fixed order, which the compiler turns into vector instructions.

/// Σ f(i) over `0..n`, the same bits on every machine.
#[inline(always)]
pub(super) fn fold<const K: usize>(n: usize, term: impl Fn(usize) -> [f64; K]) -> [f64; K] {
    const LANES: usize = 8;
    let mut lanes = [[0.0; LANES]; K];
    let whole = n / LANES * LANES;
    let mut start = 0;
    while start < whole {
        for lane in 0..LANES {
            let term = term(start + lane);
            for k in 0..K {
                lanes[k][lane] += term[k];
            }
        }
        start += LANES;
    }
    let mut sums = lanes.map(|lanes| lanes.iter().sum::<f64>());
    for i in whole..n {
        let term = term(i);
        for k in 0..K {
            sums[k] += term[k];
        }
    }
    sums
}

/// Σ a·b.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let b = &b[..a.len()];
    fold(a.len(), |i| [a[i] * b[i]])[0]
}
