//! A quantity's quantiles for many probabilities at once: how its draws are made.

use crate::math::{ByNormal, Isa, Kernel, LaneKernel, Lanes, Real, normal_cdf, normal_quantiles};

use super::quantity::{Distribution, Quantity, beta_shapes, gamma_shape, inside_unit};

/// The inverse distribution function of a quantity, ready for many draws.
///
/// Where the quantile is a formula the values are those of [`Quantity::quantile`], bit for bit; gamma, beta and PERT quantities are
/// looked up in a table, within 1e-9 of it.
#[derive(Debug, Clone)]
pub struct Inverse {
    distribution: Distribution,
    form: Form,
}

/// How a quantile is found.
#[derive(Debug, Clone)]
enum Form {
    Closed,
    /// `scale · e^table`.
    LogTable {
        table: ByNormal,
        scale: f64,
    },
    /// `min + width · x`, with the table the log-odds of `x`; a rate is kept inside (0, 1).
    OddsTable {
        table: ByNormal,
        min: f64,
        width: f64,
        is_rate: bool,
    },
    /// No table is good enough: one by one.
    Exact,
}

impl Inverse {
    /// The inverse of this quantity's distribution function.
    #[must_use]
    pub fn new(quantity: Quantity) -> Self {
        let form = match quantity.distribution {
            Distribution::Gamma { mean, sd } => {
                let (shape, scale) = gamma_shape(mean, sd);
                ByNormal::ln_gamma(shape).map(|table| Form::LogTable { table, scale })
            }
            Distribution::Beta { mean, sd } => {
                let (alpha, beta) = beta_shapes(mean, sd);
                ByNormal::log_odds_beta(alpha, beta).map(|table| Form::OddsTable {
                    table,
                    min: 0.0,
                    width: 1.0,
                    is_rate: true,
                })
            }
            Distribution::Pert { min, mode, max } => {
                let width = max - min;
                let (alpha, beta) = (1.0 + 4.0 * (mode - min) / width, 1.0 + 4.0 * (max - mode) / width);
                ByNormal::log_odds_beta(alpha, beta).map(|table| Form::OddsTable {
                    table,
                    min,
                    width,
                    is_rate: false,
                })
            }
            _ => Some(Form::Closed),
        };
        Self {
            distribution: quantity.distribution,
            form: form.unwrap_or(Form::Exact),
        }
    }

    /// Whether draws differ at all.
    #[must_use]
    pub const fn is_uncertain(&self) -> bool {
        !matches!(self.distribution, Distribution::Known(_))
    }

    /// Turns probabilities inside (0, 1) into the quantity's values.
    pub fn apply(&self, numbers: &mut [f64]) {
        self.apply_on(Isa::best(), numbers);
    }

    /// Turns standard normal scores into the quantity's values: those that stand as high in its distribution.
    pub fn apply_to_scores(&self, scores: &mut [f64]) {
        if self.distribution.is_by_score() {
            Isa::best().run_lanes(Each(&ByScore(&self.distribution), scores));
            return;
        }
        for score in scores.iter_mut() {
            *score = inside_unit(normal_cdf(*score));
        }
        self.apply(scores);
    }

    /// [`Self::apply`] with a given instruction set: the same bits with each.
    pub fn apply_on(&self, isa: Isa, numbers: &mut [f64]) {
        match &self.form {
            Form::Closed => isa.run_lanes(Each(&self.distribution, numbers)),
            Form::LogTable { table, scale } => {
                look_up(isa, table, numbers);
                isa.run_lanes(Each(&Scaled { scale: *scale }, numbers));
            }
            Form::OddsTable {
                table,
                min,
                width,
                is_rate,
            } => {
                look_up(isa, table, numbers);
                if *is_rate {
                    isa.run_lanes(Each(&Rate, numbers));
                } else {
                    isa.run_lanes(Each(&Stretched { min: *min, width: *width }, numbers));
                }
            }
            Form::Exact => {
                for number in numbers {
                    *number = self.distribution.quantile(*number);
                }
            }
        }
    }
}

fn look_up(isa: Isa, table: &ByNormal, numbers: &mut [f64]) {
    isa.run_lanes(Each(&Normal, numbers));
    isa.run(LookUp { table, numbers });
}

/// Replaces normal quantiles by what the table says of them; no lanes, for each number looks elsewhere.
struct LookUp<'a> {
    table: &'a ByNormal,
    numbers: &'a mut [f64],
}

impl Kernel for LookUp<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        for number in self.numbers {
            *number = self.table.at(*number);
        }
    }
}

/// A function of each number.
trait Function {
    fn of<V: Lanes>(&self, x: V) -> V;
}

/// A distribution's values by normal scores.
struct ByScore<'a>(&'a Distribution);

impl Function for ByScore<'_> {
    #[inline(always)]
    fn of<V: Lanes>(&self, score: V) -> V {
        self.0.by_score(score)
    }
}

/// Replaces each number by the function of it.
struct Each<'a, F>(&'a F, &'a mut [f64]);

impl<F: Function> LaneKernel for Each<'_, F> {
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes>(self) {
        let Self(function, numbers) = self;
        let mut chunks = numbers.chunks_exact_mut(V::COUNT);
        for chunk in &mut chunks {
            function.of(V::load(chunk)).store(chunk);
        }
        let rest = chunks.into_remainder();
        // a number of the domain where there is none
        let mut padded = [0.5; 16];
        padded[..rest.len()].copy_from_slice(rest);
        function.of(V::load(&padded)).store(&mut padded);
        rest.copy_from_slice(&padded[..rest.len()]);
    }
}

impl Function for Distribution {
    #[inline(always)]
    fn of<V: Lanes>(&self, p: V) -> V {
        self.closed_quantile(p)
    }
}

struct Normal;

impl Function for Normal {
    #[inline(always)]
    fn of<V: Lanes>(&self, p: V) -> V {
        normal_quantiles(p)
    }
}

struct Scaled {
    scale: f64,
}

impl Function for Scaled {
    #[inline(always)]
    fn of<V: Lanes>(&self, logarithm: V) -> V {
        V::from_f64(self.scale) * logarithm.exp()
    }
}

/// The share of which these are the log-odds.
#[inline(always)]
fn share<V: Lanes>(log_odds: V) -> V {
    V::one() / (V::one() + (-log_odds).exp())
}

struct Rate;

impl Function for Rate {
    #[inline(always)]
    fn of<V: Lanes>(&self, log_odds: V) -> V {
        inside_unit(share(log_odds))
    }
}

struct Stretched {
    min: f64,
    width: f64,
}

impl Function for Stretched {
    #[inline(always)]
    fn of<V: Lanes>(&self, log_odds: V) -> V {
        V::from_f64(self.width).mul_add(share(log_odds), V::from_f64(self.min))
    }
}
