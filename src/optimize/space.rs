//! The decisions that a search moves: channel totals under `pacing = "keep"`, every spend under `"free"`.

use crate::model::Decision;
use crate::scenario::Pacing;
use crate::simulate::Simulator;

use super::cents::HALF_A_CENT;
use super::feasible::{Budget, FeasibleSet, Infeasible, SAME_SUM};

/// How variables and spends belong together. A variable is money over the horizon (keep) or in one period (free), so the
/// sum of all variables is what the channels spend.
#[derive(Debug, Clone, PartialEq)]
pub struct Space {
    pacing: Pacing,
    periods: usize,
    /// Share of a channel's total that each period has, channel by channel; of an idle channel equal shares.
    shape: Vec<f64>,
    /// Limits of each spend [money per period].
    min: Vec<f64>,
    max: Vec<f64>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    channels: Vec<String>,
}

/// Why no plan keeps all limits.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Clash {
    /// Under `keep` no level of the channel brings every period between its limits.
    #[error(
        "channel \"{channel}\": no level of its shape in time keeps every period within {min} to {max} a period; \
         set pacing = \"free\", or widen its limits"
    )]
    Shape { channel: String, min: f64, max: f64 },
    /// The limits and the budget leave no plan.
    #[error("{clash} (the channels' money: {actions} of the budget is for actions); {remedy}")]
    Budget {
        clash: Infeasible,
        actions: f64,
        remedy: &'static str,
    },
}

impl Space {
    /// The space of a simulator's scenario.
    ///
    /// # Errors
    /// Where a channel's limits clash with its shape in time.
    pub fn new(simulator: &Simulator) -> Result<Self, Clash> {
        let scenario = simulator.scenario();
        let (periods, pacing) = (scenario.plan.periods, scenario.plan.pacing);
        let mut space = Self {
            pacing,
            periods,
            shape: Vec::with_capacity(scenario.channels.len() * periods),
            min: Vec::new(),
            max: Vec::new(),
            lower: Vec::new(),
            upper: Vec::new(),
            channels: scenario.channels.iter().map(|channel| channel.name.clone()).collect(),
        };
        for channel in &scenario.channels {
            let total: f64 = channel.spend.iter().sum();
            let share = |x: f64| if total > 0.0 { x / total } else { 1.0 / periods as f64 };
            let shape: Vec<f64> = channel.spend.iter().map(|&x| share(x)).collect();
            let limits = &channel.limits;
            match pacing {
                Pacing::Free => {
                    space.lower.extend(std::iter::repeat_n(limits.min, periods));
                    space.upper.extend(std::iter::repeat_n(limits.max, periods));
                }
                Pacing::Keep | Pacing::Flat | Pacing::Season => {
                    let lower = shape
                        .iter()
                        .map(|&s| if limits.min > 0.0 { limits.min / s } else { 0.0 })
                        .fold(0.0, f64::max);
                    let upper = shape
                        .iter()
                        .filter(|&&s| s > 0.0)
                        .map(|&s| limits.max / s)
                        .fold(f64::INFINITY, f64::min);
                    if !lower.is_finite() || lower > upper * (1.0 + 1e-12) {
                        return Err(Clash::Shape {
                            channel: channel.name.clone(),
                            min: limits.min,
                            max: limits.max,
                        });
                    }
                    space.lower.push(lower.min(upper));
                    space.upper.push(upper);
                }
            }
            space.shape.extend(shape);
            space.min.push(limits.min);
            space.max.push(limits.max);
        }
        Ok(space)
    }

    /// Number of variables.
    #[must_use]
    pub fn dimension(&self) -> usize {
        self.lower.len()
    }

    /// Smallest value of each variable \[money\].
    #[must_use]
    pub fn lower(&self) -> &[f64] {
        &self.lower
    }

    /// Largest value of each variable \[money\].
    #[must_use]
    pub fn upper(&self) -> &[f64] {
        &self.upper
    }

    /// The channel of each variable.
    #[must_use]
    pub fn channel_of(&self) -> Vec<usize> {
        match self.pacing {
            Pacing::Keep | Pacing::Flat | Pacing::Season => (0..self.dimension()).collect(),
            Pacing::Free => (0..self.dimension()).map(|i| i / self.periods).collect(),
        }
    }

    /// Whether periods are variables of their own.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.pacing == Pacing::Free
    }

    /// The plans within limits and budget beside these actions.
    ///
    /// # Errors
    /// Where there is none.
    pub fn feasible(&self, simulator: &Simulator, actions: &[bool]) -> Result<FeasibleSet, Clash> {
        let cost = simulator.action_cost(actions);
        let money = simulator.budget() - cost;
        let budget = if simulator.scenario().plan.spend_all {
            Budget::Exactly(money)
        } else {
            Budget::AtMost(money)
        };
        self.feasible_within(self.lower.clone(), self.upper.clone(), budget, cost)
    }

    /// The plans within other bounds and a budget that is for channels alone; `actions` is what the actions beside them cost \[money\].
    ///
    /// # Errors
    /// Where there is none.
    pub fn feasible_within(&self, lower: Vec<f64>, upper: Vec<f64>, budget: Budget, actions: f64) -> Result<FeasibleSet, Clash> {
        FeasibleSet::new(lower, upper, budget).map_err(|clash| {
            let remedy = match clash {
                Infeasible::MinimumsAboveBudget { .. } => "raise plan.budget or lower the channels' limits.min",
                Infeasible::MaximumsBelowBudget { .. } => {
                    "lower plan.budget, raise the channels' limits.max, or set plan.spend_all = false"
                }
                _ => "check plan.budget and the channels' limits",
            };
            Clash::Budget { clash, actions, remedy }
        })
    }

    /// Money by which a decision breaks limits and budget; 0 where it keeps every limit exactly and the budget to the cent.
    #[must_use]
    pub fn off_by(&self, simulator: &Simulator, decision: &Decision) -> f64 {
        let outside = |c: usize, x: f64| (self.min[c] - x).max(x - self.max[c]).max(0.0);
        let limits: f64 = (0..self.channels.len())
            .map(|c| decision.channel(c).iter().map(|&x| outside(c, x)).sum::<f64>())
            .sum();
        let budget = simulator.budget();
        let over = simulator.invest(decision) - budget;
        let missed = if simulator.scenario().plan.spend_all {
            over.abs()
        } else {
            over.max(0.0)
        };
        let rounding = HALF_A_CENT.max(SAME_SUM * budget);
        limits + if missed > rounding { missed } else { 0.0 }
    }

    /// The variables of a decision.
    #[must_use]
    pub fn point(&self, decision: &Decision) -> Vec<f64> {
        match self.pacing {
            Pacing::Free => decision.spend.clone(),
            Pacing::Keep | Pacing::Flat | Pacing::Season => (0..self.channels.len()).map(|c| decision.channel_total(c)).collect(),
        }
    }

    /// Writes the spends of the variables into `spend`, every one within its limits.
    pub fn write_spend(&self, x: &[f64], spend: &mut [f64]) {
        match self.pacing {
            Pacing::Free => spend.copy_from_slice(x),
            Pacing::Keep | Pacing::Flat | Pacing::Season => {
                for (c, &total) in x.iter().enumerate() {
                    let at = c * self.periods..(c + 1) * self.periods;
                    for (out, &share) in spend[at.clone()].iter_mut().zip(&self.shape[at]) {
                        // the clamp undoes no more than a rounding
                        *out = (total * share).max(self.min[c]).min(self.max[c]);
                    }
                }
            }
        }
    }

    /// The decision of the variables, with these actions.
    #[must_use]
    pub fn decision(&self, x: &[f64], actions: &[bool]) -> Decision {
        let mut spend = vec![0.0; self.channels.len() * self.periods];
        self.write_spend(x, &mut spend);
        Decision {
            spend,
            actions: actions.to_vec(),
            periods: self.periods,
        }
    }

    /// Derivative by the variables from that by the spends.
    pub fn gather(&self, by_spend: &[f64], gradient: &mut [f64]) {
        match self.pacing {
            Pacing::Free => gradient.copy_from_slice(by_spend),
            Pacing::Keep | Pacing::Flat | Pacing::Season => {
                for (c, out) in gradient.iter_mut().enumerate() {
                    let at = c * self.periods..(c + 1) * self.periods;
                    // a period without a share has no part, however steep its curve is
                    let parts = by_spend[at.clone()].iter().zip(&self.shape[at]);
                    *out = parts.map(|(&slope, &share)| if share > 0.0 { slope * share } else { 0.0 }).sum();
                }
            }
        }
    }

    /// Total of each channel \[money\].
    #[must_use]
    pub fn channel_totals(&self, x: &[f64]) -> Vec<f64> {
        match self.pacing {
            Pacing::Keep | Pacing::Flat | Pacing::Season => x.to_vec(),
            Pacing::Free => x.chunks(self.periods.max(1)).map(|spend| spend.iter().sum()).collect(),
        }
    }

    /// Today's plan moved to another sum by one factor for all channels, each within its bounds.
    #[must_use]
    pub fn scaled(&self, today: &[f64], set: &FeasibleSet) -> Vec<f64> {
        let target = set.budget().amount();
        let clamped = |factor: f64| -> Vec<f64> {
            today
                .iter()
                .zip(set.lower())
                .zip(set.upper())
                .map(|((&x, &low), &high)| (x * factor).max(low).min(high))
                .collect()
        };
        let (mut low, mut high) = (0.0, 1.0);
        let sum = |factor: f64| -> f64 {
            let bounds = set.lower().iter().zip(set.upper());
            today
                .iter()
                .zip(bounds)
                .map(|(&x, (&low, &high))| (x * factor).max(low).min(high))
                .sum()
        };
        // as far as a factor can go: channels without spend today stay at their minimum
        for _ in 0..200 {
            if sum(high) >= target {
                break;
            }
            high *= 2.0;
        }
        for _ in 0..200 {
            let middle = f64::midpoint(low, high);
            if middle <= low || middle >= high {
                break;
            }
            if sum(middle) < target { low = middle } else { high = middle }
        }
        let mut x = clamped(high);
        set.project(&mut x);
        x
    }
}
