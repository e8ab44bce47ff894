//! Saturation: how much of its effect a pressure has, `g(a)`, with `g(0) = 0`.
//!
//! A planner's words: the first money finds the people who are waiting, the next has to look for them.
//! Pressure `a` and `half_spend` `h` are money per period, `slope` `s` has no unit. Sources: Hill 1910; Jin et al. 2017
//! (Hill in media mix models); the other curves as PyMC-Marketing and Robyn have them, written so that `h` is where
//! half of the ceiling is reached (`log` and `power` have none: `g(h) = 1`).

use crate::math::Real;

use super::parameters::Param;

/// `atanh(1/2)`.
pub(super) const ATANH_HALF: f64 = 0.549_306_144_334_054_8;
/// `ln 2`.
pub(super) const LN_2: f64 = std::f64::consts::LN_2;

/// The largest positive number that is too small for [`Real::log2_normal`].
const LARGEST_SUBNORMAL: f64 = f64::MIN_POSITIVE.next_down();

/// Which text of the curves runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The curves of the scenario.
    True,
    /// S-shaped curves (Hill with slope above 1) replaced by their smallest concave majorant: the chord from 0 to the point
    /// where it touches, `a* = h (s-1)^(1/s)`, the curve from there on. Never below the true curve; used to start searches.
    Envelope,
}

/// A curve with the places of its parameters.
#[derive(Debug, Clone, Copy)]
pub(super) enum Saturation {
    Linear,
    /// Hill with slope 1: `a / (a + h)`.
    HillOne {
        half: Param,
    },
    Hill {
        half: Param,
        slope: Param,
    },
    Exponential {
        half: Param,
    },
    Logistic {
        half: Param,
    },
    Log {
        half: Param,
    },
    /// Power with slope 1: `a / h`.
    PowerOne {
        half: Param,
    },
    Power {
        half: Param,
        slope: Param,
    },
}

#[inline(always)]
fn real<F: Real>(value: f64) -> F {
    F::from_f64(value)
}

/// `log₂` of the odds `(a/h)^s` that a Hill curve's effect has; -∞ at 0.
#[inline(always)]
fn log2_odds<F: Real>(a: F, log2_h: F, s: F) -> F {
    let log = s * (a.log2_normal() - log2_h);
    // `a - ∞` is -∞ for every number, and no number for what is none
    real::<F>(LARGEST_SUBNORMAL).select_lt(a, log, a - real(f64::INFINITY))
}

/// Where the chord from 0 touches a Hill curve of slope above 1, and the slope of that chord; 0 and 0 for slopes up to 1.
#[inline(always)]
fn chord<F: Real>(h: F, s: F) -> (F, F) {
    let one = F::one();
    let knee = h * ((s - one).ln() / s).exp();
    let steep = (one - one / s) / knee;
    (one.select_lt(s, knee, F::zero()), one.select_lt(s, steep, F::zero()))
}

/// `effect = curve(pressure)` for each pressure. A macro, because a closure is not inlined for certain, and what is not
/// inlined is not compiled with the instructions of the kernel.
macro_rules! each {
    ($pressure:expr, $effect:expr, |$a:ident| $curve:expr) => {
        for (g, &$a) in $effect.iter_mut().zip($pressure) {
            *g = $curve;
        }
    };
}

/// `seed · slope`, but 0 where the seed is 0 and the slope infinite.
#[inline(always)]
fn weigh<F: Real>(seed: F, slope: F) -> F {
    let product = seed * slope;
    let zero = F::zero();
    zero.select_lt(seed, product, seed.select_lt(zero, product, zero))
}

impl Saturation {
    /// `g(a)` for each pressure.
    #[inline(always)]
    pub(super) fn forward<F: Real>(&self, params: &[F], form: Form, pressure: &[F], effect: &mut [F]) {
        let one = F::one();
        match *self {
            Self::Linear => each!(pressure, effect, |a| a),
            Self::HillOne { half } => {
                let h = half.of(params);
                each!(pressure, effect, |a| a / (a + h));
            }
            Self::Hill { half, slope } => {
                let (h, s) = (half.of(params), slope.of(params));
                // `h · 0` is 0, and no number for what is none
                let log2_h = h.log2_normal() + h * F::zero();
                match form {
                    Form::True => {
                        // two loops, each with a chain of steps short enough that several periods are under way at once
                        each!(pressure, effect, |a| log2_odds(a, log2_h, s));
                        for g in effect {
                            *g = g.logistic2();
                        }
                    }
                    Form::Envelope => {
                        let (knee, steep) = chord(h, s);
                        each!(pressure, effect, |a| a.select_lt(
                            knee,
                            a * steep,
                            log2_odds(a, log2_h, s).logistic2()
                        ));
                    }
                }
            }
            Self::Exponential { half } => {
                let rate = -(real::<F>(LN_2) / half.of(params));
                each!(pressure, effect, |a| -(a * rate).exp_m1());
            }
            Self::Logistic { half } => {
                let rate = real::<F>(-2.0 * ATANH_HALF) / half.of(params);
                each!(pressure, effect, |a| {
                    let fall = (a * rate).exp_m1();
                    -fall / (fall + real(2.0))
                });
            }
            Self::Log { half } => {
                let h = half.of(params);
                each!(pressure, effect, |a| (a / h).ln_1p() * real(1.0 / LN_2));
            }
            Self::PowerOne { half } => {
                let per_money = one / half.of(params);
                each!(pressure, effect, |a| a * per_money);
            }
            Self::Power { half, slope } => {
                let (ln_h, s) = (half.of(params).ln(), slope.of(params));
                each!(pressure, effect, |a| {
                    a.select_lt(real(f64::MIN_POSITIVE), F::zero(), (s * (a.ln() - ln_h)).exp())
                });
            }
        }
    }

    /// `g(a)` at one pressure.
    #[inline(always)]
    pub(super) fn at<F: Real>(&self, params: &[F], form: Form, pressure: F) -> F {
        let mut effect = [F::zero()];
        self.forward(params, form, &[pressure], &mut effect);
        effect[0]
    }

    /// From the adjoint of each effect to the adjoint of each pressure (added) and of the parameters (added).
    ///
    /// At zero pressure the derivative is the one-sided one: `+∞` for a slope below 1. With [`Form::Envelope`] the pressure's
    /// part alone is right: the chord's dependence on the slope is left out.
    #[inline(always)]
    pub(super) fn reverse<F: Real>(&self, params: &[F], form: Form, mut pull: Pull<'_, F>, gradient: &mut [F]) {
        let one = F::one();
        match *self {
            Self::Linear => {
                pull.back(|_, _| one);
            }
            Self::HillOne { half } => {
                let h = half.of(params);
                let stretch = pull.back(|_, g| (one - g) * (one - g) / h);
                gradient[half.index()] -= stretch / h;
            }
            Self::Hill { half, slope } => {
                let (h, s) = (half.of(params), slope.of(params));
                let at_zero = steepness_at_zero(h, s);
                let hill = |a: F, g: F| a.select_lt(real(f64::MIN_POSITIVE), at_zero, s * g * (one - g) / a);
                let stretch = match form {
                    Form::True => pull.back(hill),
                    Form::Envelope => {
                        let (knee, steep) = chord(h, s);
                        pull.back(|a, g| a.select_lt(knee, steep, hill(a, g)))
                    }
                };
                gradient[half.index()] -= stretch / h;
                gradient[slope.index()] += pull.log_ratio(h, |g| g * (one - g));
            }
            Self::Exponential { half } => {
                let h = half.of(params);
                let stretch = pull.back(|_, g| (one - g) * real(LN_2) / h);
                gradient[half.index()] -= stretch / h;
            }
            Self::Logistic { half } => {
                let h = half.of(params);
                let stretch = pull.back(|_, g| (one - g * g) * real(ATANH_HALF) / h);
                gradient[half.index()] -= stretch / h;
            }
            Self::Log { half } => {
                let h = half.of(params);
                let stretch = pull.back(|a, _| real::<F>(1.0 / LN_2) / (a + h));
                gradient[half.index()] -= stretch / h;
            }
            Self::PowerOne { half } => {
                let h = half.of(params);
                let stretch = pull.back(|_, _| one / h);
                gradient[half.index()] -= stretch / h;
            }
            Self::Power { half, slope } => {
                let (h, s) = (half.of(params), slope.of(params));
                let at_zero = steepness_at_zero(h, s);
                let stretch = pull.back(|a, g| a.select_lt(real(f64::MIN_POSITIVE), at_zero, s * g / a));
                gradient[half.index()] -= stretch / h;
                gradient[slope.index()] += pull.log_ratio(h, |g| g);
            }
        }
    }
}

/// Puts right the adjoint of each zero pressure of a channel where several of its curves are infinitely steep.
///
/// `c₁·(a/h₁)^s₁ + c₂·(a/h₂)^s₂` goes near 0 as its term with the smallest slope does, whose sign is that of the infinity;
/// the plain sum of the curves' parts would be `∞ - ∞`. `seeds` gives the adjoint of a curve's effect in a period.
#[inline(always)]
pub(super) fn settle_at_zero<'a, F: Real>(
    params: &[F],
    curves: impl Iterator<Item = (&'a Saturation, &'a [F])> + Clone,
    pressure: &[F],
    adjoint: &mut [F],
) {
    let (zero, one) = (F::zero(), F::one());
    let sloped = curves.filter_map(|(curve, seeds)| match *curve {
        Saturation::Hill { half, slope } | Saturation::Power { half, slope } => Some((half.of(params), slope.of(params), seeds)),
        _ => None,
    });
    if sloped.clone().count() < 2 {
        return;
    }
    for (t, (out, &a)) in adjoint.iter_mut().zip(pressure).enumerate() {
        let (mut smallest, mut push) = (one, zero);
        for (h, s, seeds) in sloped.clone() {
            let seed = seeds[t];
            // a curve that nothing hangs on has no say
            let s = zero.select_lt(seed, s, seed.select_lt(zero, s, one));
            let strength = seed * (-(s * h.ln())).exp();
            push = s.select_lt(smallest, strength, smallest.select_lt(s, push, push + strength));
            smallest = s.min(smallest);
        }
        let infinite = weigh(push, real(f64::INFINITY));
        *out = a.select_lt(real(f64::MIN_POSITIVE), smallest.select_lt(one, infinite, *out), *out);
    }
}

/// `g'(0)` of Hill and power curves: `1/h` for slope 1, 0 above it, `+∞` below.
#[inline(always)]
fn steepness_at_zero<F: Real>(h: F, s: F) -> F {
    let one = F::one();
    s.select_lt(one, real(f64::INFINITY), one.select_lt(s, F::zero(), one / h))
}

/// A reverse pass over one curve: what the forward pass read and made, and adjoints.
#[derive(Debug)]
pub(super) struct Pull<'a, F> {
    pub(super) pressure: &'a [F],
    pub(super) effect: &'a [F],
    /// Adjoint of each effect.
    pub(super) seed: &'a [F],
    /// Adjoint of each pressure.
    pub(super) out: &'a mut [F],
}

impl<F: Real> Pull<'_, F> {
    /// Adds `seed · g'(a)` to each pressure's adjoint; gives `Σ seed · a · g'(a)`, because `g` depends on `a / h` alone.
    #[inline(always)]
    fn back(&mut self, steepness: impl Fn(F, F) -> F) -> F {
        let mut stretch = F::zero();
        for (((&a, &g), &seed), out) in self.pressure.iter().zip(self.effect).zip(self.seed).zip(self.out.iter_mut()) {
            let part = weigh(seed, steepness(a, g));
            *out += part;
            stretch += a.select_lt(real(f64::MIN_POSITIVE), F::zero(), part * a);
        }
        stretch
    }

    /// `Σ seed · factor(g) · ln(a/h)`: the adjoint of the slope.
    #[inline(always)]
    fn log_ratio(&self, h: F, factor: impl Fn(F) -> F) -> F {
        let ln_h = h.ln();
        let mut sum = F::zero();
        for ((&a, &g), &seed) in self.pressure.iter().zip(self.effect).zip(self.seed) {
            sum += a.select_lt(real(f64::MIN_POSITIVE), F::zero(), seed * factor(g) * (a.ln() - ln_h));
        }
        sum
    }
}
