//! How much a curve bends: bounds on the second derivative of `g(a)`, for bounds on what a plan can reach.

use crate::math::{exp, exp_m1, ln};

use super::curve::{ATANH_HALF, LN_2, Saturation};

/// `-g''(a)` of a curve is at most `size · a^(slope - 2)`, with a slope below 1: how a curve bends that starts vertically.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vertical {
    pub size: f64,
    pub slope: f64,
}

macro_rules! each {
    ($pressure:expr, $out:expr, |$a:ident| $bend:expr) => {
        for (out, &$a) in $out.iter_mut().zip($pressure) {
            *out = $bend;
        }
    };
}

impl Saturation {
    /// The largest `-g''` at each pressure and above it, 0 where the curve is nowhere concave there [1 per money²]; `+∞` at 0 for a slope below 1.
    ///
    /// Never rises with the pressure. Hill, with `o = (a/h)^s` and `g = o / (1 + o)`: `-g'' = s g (1-g) (1 - s + 2 s g) / a²`. For `s ≤ 1` that
    /// falls throughout, because `g` is then a complete Bernstein function. For `s > 1` it is negative up to `g = (s-1) / 2s`, rises to
    /// `g = (s - 1 + √((s²-1)/3)) / 2s`, where its derivative is 0, and falls from there on.
    #[inline(always)]
    pub(super) fn bend(&self, params: &[f64], pressure: &[f64], out: &mut [f64]) {
        match *self {
            Self::Linear | Self::PowerOne { .. } => out.fill(0.0),
            Self::HillOne { half } => {
                let h = half.of(params);
                each!(pressure, out, |a| hill_one(h, a));
            }
            Self::Hill { half, slope } => {
                let (h, s) = (half.of(params), slope.of(params));
                if s == 1.0 {
                    each!(pressure, out, |a| hill_one(h, a));
                } else {
                    let (ln_h, peak) = (ln(h), peak(h, s));
                    each!(pressure, out, |a| hill(ln_h, s, peak.max(a)));
                }
            }
            Self::Exponential { half } => {
                let rate = LN_2 / half.of(params);
                each!(pressure, out, |a| rate * rate * exp(-(rate * a)));
            }
            Self::Logistic { half } => {
                // -g'' = 2 r² g (1 - g²), largest where g² = 1/3
                let rate = ATANH_HALF / half.of(params);
                let top = (1.0_f64 / 3.0).sqrt();
                each!(pressure, out, |a| {
                    let fall = exp_m1(-2.0 * rate * a);
                    let g = (-fall / (fall + 2.0)).max(top);
                    2.0 * rate * rate * g * (1.0 - g * g)
                });
            }
            Self::Log { half } => {
                let h = half.of(params);
                each!(pressure, out, |a| 1.0 / (LN_2 * (a + h) * (a + h)));
            }
            Self::Power { half, slope } => {
                let (h, s) = (half.of(params), slope.of(params));
                if s == 1.0 {
                    out.fill(0.0);
                } else {
                    let ln_h = ln(h);
                    each!(pressure, out, |a| if a > 0.0 {
                        s * (1.0 - s) * exp(s * (ln(a) - ln_h)) / (a * a)
                    } else {
                        f64::INFINITY
                    });
                }
            }
        }
    }

    /// How the curve bends near 0, where its slope is below 1.
    pub(super) fn vertical(&self, params: &[f64]) -> Option<Vertical> {
        let (half, slope, most) = match *self {
            Self::Power { half, slope } => (half.of(params), slope.of(params), 1.0 - slope.of(params)),
            Self::Hill { half, slope } => {
                // -g'' a^(2-s) = s h^-s (1-g)² (1 - s + 2 s g), largest where g = (2s - 1) / 3s, or at 0
                let s = slope.of(params);
                let g = ((2.0 * s - 1.0) / (3.0 * s)).max(0.0);
                (half.of(params), s, (1.0 - g) * (1.0 - g) * (1.0 - s + 2.0 * s * g))
            }
            _ => return None,
        };
        (slope < 1.0).then(|| Vertical {
            size: slope * most * exp(-(slope * ln(half))),
            slope,
        })
    }
}

#[inline(always)]
fn hill_one(h: f64, a: f64) -> f64 {
    let sum = a + h;
    2.0 * h / (sum * sum * sum)
}

/// Where a Hill curve bends most; 0 for slopes up to 1.
fn peak(h: f64, s: f64) -> f64 {
    if s <= 1.0 {
        return 0.0;
    }
    let g = (s - 1.0 + ((s * s - 1.0) / 3.0).sqrt()) / (2.0 * s);
    h * exp((ln(g) - ln(1.0 - g)) / s)
}

/// `-g''` of a Hill curve.
#[inline(always)]
fn hill(ln_h: f64, s: f64, a: f64) -> f64 {
    if a <= 0.0 {
        return f64::INFINITY;
    }
    let inverse_odds = exp(-(s * (ln(a) - ln_h)));
    let g = 1.0 / (1.0 + inverse_odds);
    // 1 - g by itself: far out it is all that counts
    let rest = 1.0 / (1.0 + 1.0 / inverse_odds);
    s * g * rest * (1.0 - s + 2.0 * s * g) / (a * a)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::Dual;
    use crate::model::{Form, Parameters};
    use crate::scenario::Quantity;

    fn curves(p: &mut Parameters) -> Vec<Saturation> {
        let half = p.add("half", Quantity::known(7.0));
        let slope = p.add("slope", Quantity::known(1.0));
        vec![
            Saturation::Linear,
            Saturation::HillOne { half },
            Saturation::Hill { half, slope },
            Saturation::Exponential { half },
            Saturation::Logistic { half },
            Saturation::Log { half },
            Saturation::PowerOne { half },
            Saturation::Power { half, slope },
        ]
    }

    /// Against slopes from dual numbers: no slope falls faster than the bound says, and somewhere farther out one falls as fast.
    #[test]
    fn no_slope_falls_faster_and_one_falls_as_fast() {
        let mut parameters = Parameters::default();
        for curve in curves(&mut parameters) {
            for s in [0.3, 0.5, 0.8, 1.0, 1.001, 1.2, 2.0, 2.5, 3.0, 6.0] {
                if s > 1.0 && matches!(curve, Saturation::Power { .. }) {
                    continue;
                }
                let params = [7.0, s];
                let slope = |a: f64| curve.at(&params.map(|p| Dual::new(p, 0.0)), Form::True, Dual::new(a, 1.0)).slope;
                let places: Vec<f64> = (1..4_000)
                    .map(|k| 30.0 * (f64::from(k) / 4_000.0) * (f64::from(k) / 4_000.0))
                    .collect();
                let mut bends = vec![0.0; places.len()];
                curve.bend(&params, &places, &mut bends);
                let mut farther = 0.0_f64;
                for k in (0..places.len() - 1).rev() {
                    let fall = (slope(places[k]) - slope(places[k + 1])) / (places[k + 1] - places[k]);
                    farther = farther.max(fall);
                    // slopes are right to some 1e-14 of about 1, over distances of 1e-5 and more
                    assert!(fall <= bends[k] * (1.0 + 1e-9) + 1e-8, "{curve:?} {s} {}", places[k]);
                    // the fall over a step is near the bound at its ends, but for the first steps of a curve that starts vertically
                    if k > 200 && k < 3_900 {
                        assert!(
                            bends[k] <= farther * 1.05 + 1e-8,
                            "{curve:?} {s} {}: {} {farther}",
                            places[k],
                            bends[k]
                        );
                    }
                    if let Some(vertical) = curve.vertical(&params) {
                        let most = vertical.size * exp((vertical.slope - 2.0) * ln(places[k]));
                        assert!(bends[k] <= most * (1.0 + 1e-12), "{curve:?} {s} {}", places[k]);
                    }
                }
            }
        }
    }
}
