//! Sums over long vectors: eight running sums side by side in a fixed order, which the compiler turns into vector instructions.

/// Σ f(i) over `0..n`, the same bits on every machine.
#[inline(always)]
pub(super) fn fold<const K: usize>(n: usize, term: impl Fn(usize) -> [f64; K]) -> [f64; K] {
    const LANES: usize = 8;
    let mut lanes = [[0.0; LANES]; K];
    let whole = n / LANES * LANES;
    for start in (0..whole).step_by(LANES) {
        for lane in 0..LANES {
            for (sums, term) in lanes.iter_mut().zip(term(start + lane)) {
                sums[lane] += term;
            }
        }
    }
    let mut sums = lanes.map(|lanes| lanes.iter().sum::<f64>());
    for i in whole..n {
        for (sum, term) in sums.iter_mut().zip(term(i)) {
            *sum += term;
        }
    }
    sums
}

/// Σ a·b.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let b = &b[..a.len()];
    fold(a.len(), |i| [a[i] * b[i]])[0]
}
