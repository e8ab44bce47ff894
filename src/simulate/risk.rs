//! Risk: what a search makes of the values that its goal has in the draws.
//!
//! Source of the mean of the worst: Rockafellar and Uryasev, Journal of Risk 2 (2000); of the deviation from it: the same with Zabarankin,
//! Finance and Stochastics 10 (2006).

use std::f64::consts::LN_2;

use crate::math::logistic2;

/// What is made of the values of a goal in the draws; more is better.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Risk {
    /// Their mean.
    #[default]
    Mean,
    /// The mean of the worst share of the draws, above 0 and up to 1 (conditional value at risk); the last of these draws counts by the part
    /// of it that the share takes.
    Cvar { worst: f64 },
    /// The probability that the goal is at least `target`: told as the share of the draws, climbed as the mean of
    /// `1 / (1 + e^-((value - target) / width))`, which has slopes.
    ///
    /// The width is a tenth of the standard deviation of today's plan over the draws. It is not that of the plan at hand, which would
    /// reward a spread for its own sake. Far from the target the slopes fade: five deviations away they are 22 powers of ten smaller.
    Probability { target: f64 },
    /// Mean − λ · (mean − mean of the worst share), `lambda` from 0 (the mean) to 1 (the worst share).
    MeanDeviation { lambda: f64, worst: f64 },
}

/// Width of a probability's step, as a share of the standard deviation over the draws: for a normal distribution the climbed value is then
/// within half a percent of the probability (π²/6 · width² · the density's steepest slope, 0.24), and a sixth of the draws has a say in it
/// (4 · width · the density at the middle, 0.4).
const STEP: f64 = 0.1;

/// Width of that step where the draws do not differ, as a share of the target (of 1, where that is less): next to nothing.
const NARROW: f64 = 1e-3;

/// How much each draw counts: the derivative of the whole by the draw's value is `weights[draw] / over`.
pub(super) struct Say {
    pub(super) weights: Vec<f64>,
    pub(super) over: f64,
}

impl Risk {
    /// Whether its numbers are in their ranges.
    pub(super) fn is_valid(self) -> bool {
        let share = |worst: f64| worst > 0.0 && worst <= 1.0;
        match self {
            Self::Mean => true,
            Self::Cvar { worst } => share(worst),
            Self::Probability { target } => target.is_finite(),
            Self::MeanDeviation { lambda, worst } => share(worst) && (0.0..=1.0).contains(&lambda),
        }
    }

    /// The figure that is told.
    pub(super) fn told(self, values: &[f64], width: f64) -> f64 {
        match self {
            Self::Probability { target } => {
                let reached = values.iter().filter(|&&value| value >= target).count();
                reached as f64 / values.len() as f64
            }
            Self::Mean | Self::Cvar { .. } | Self::MeanDeviation { .. } => self.climbed(values, width),
        }
    }

    /// The figure that a search climbs; NaN where a value is.
    pub(super) fn climbed(self, values: &[f64], width: f64) -> f64 {
        match self {
            Self::Mean => mean(values),
            Self::Cvar { worst } => mean_of_worst(values, worst),
            Self::Probability { target } => {
                let sum: f64 = values.iter().map(|value| step(*value, target, width)).sum();
                sum / values.len() as f64
            }
            Self::MeanDeviation { lambda, worst } => (1.0 - lambda) * mean(values) + lambda * mean_of_worst(values, worst),
        }
    }

    /// How much each draw counts in the figure that a search climbs.
    pub(super) fn say(self, values: &[f64], width: f64) -> Say {
        match self {
            Self::Mean => Say {
                weights: vec![1.0; values.len()],
                over: values.len() as f64,
            },
            Self::Cvar { worst } => worst_of(values, worst),
            Self::Probability { target } => Say {
                weights: values
                    .iter()
                    .map(|&value| step(value, target, width) * step(target, value, width) / width)
                    .collect(),
                over: values.len() as f64,
            },
            Self::MeanDeviation { lambda, worst } => {
                let Say { mut weights, over } = worst_of(values, worst);
                for weight in &mut weights {
                    *weight = (1.0 - lambda) / values.len() as f64 + lambda * *weight / over;
                }
                Say { weights, over: 1.0 }
            }
        }
    }
}

/// Width of a probability's step for a goal with these values.
pub(super) fn width_of_step(values: &[f64], target: f64) -> f64 {
    let mean = mean(values);
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    let width = STEP * (squares / values.len() as f64).sqrt();
    if width > 0.0 && width.is_finite() {
        width
    } else {
        NARROW * target.abs().max(1.0)
    }
}

/// 0 far below the target, 1 far above.
fn step(value: f64, target: f64, width: f64) -> f64 {
    logistic2((value - target) / (width * LN_2))
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The worst share of the draws: 1 for each of them, the part that is taken of the last one; of equal ones the first.
fn worst_of(values: &[f64], worst: f64) -> Say {
    let over = worst * values.len() as f64;
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut weights = vec![0.0; values.len()];
    for (place, draw) in order.into_iter().enumerate().take(over.ceil() as usize) {
        weights[draw] = (over - place as f64).min(1.0);
    }
    Say { weights, over }
}

fn mean_of_worst(values: &[f64], worst: f64) -> f64 {
    // a value that is none is last in the order: it would not be missed
    if values.iter().any(|value| value.is_nan()) {
        return f64::NAN;
    }
    let Say { weights, over } = worst_of(values, worst);
    // what is left out may be infinite
    let counted = weights.iter().zip(values).filter(|(weight, _)| **weight > 0.0);
    counted.map(|(weight, value)| weight * value).sum::<f64>() / over
}
