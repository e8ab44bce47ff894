//! Stand-in.
#[derive(Debug, Default)]
pub struct QuantileScratch;
pub fn quantiles(values: &[f64], levels: &[f64], _: &mut QuantileScratch, out: &mut [f64]) {
    let mut x = values.to_vec();
    x.sort_unstable_by(f64::total_cmp);
    for (o, l) in out.iter_mut().zip(levels) {
        if x.is_empty() {
            continue;
        }
        let h = l * (x.len() - 1) as f64;
        let k = h.floor() as usize;
        *o = x[k] + (h - k as f64) * (x[(k + 1).min(x.len() - 1)] - x[k]);
    }
}
#[derive(Debug, Clone)]
pub struct Counted(Vec<f64>, Vec<f64>);
impl Counted {
    pub fn new(pilot: &[f64], levels: &[f64], _: &mut QuantileScratch) -> Self {
        Self(pilot.to_vec(), levels.to_vec())
    }
    pub fn add(&mut self, values: &[f64]) {
        self.0.extend_from_slice(values)
    }
    pub fn quantile(&self, level: usize) -> f64 {
        let mut o = [0.0];
        quantiles(&self.0, &[self.1[level]], &mut QuantileScratch, &mut o);
        o[0]
    }
    pub fn error(&self, _: usize) -> f64 {
        0.0
    }
}
