//! Prices of limits: what the slopes at a plan say about a unit more of the budget or of a row.

use super::coupled::Multipliers;
use super::feasible::{Budget, FeasibleSet};
use super::vector::fold;

/// Prices at a plan: what a unit more of a limit adds (objective per money, or per unit of a row's sum).
#[derive(Debug, Clone, PartialEq)]
pub struct Shadow {
    pub budget: f64,
    /// One for each row: above 0 where its most binds, below 0 where its least does.
    pub rows: Vec<f64>,
    /// One for each variable, of its change from the one before it in its chain (objective per money): above 0 where it may not rise faster,
    /// below 0 where it may not fall faster. Empty where there are no chains.
    pub ramps: Vec<f64>,
    /// The largest gain per unit of money that no price explains.
    pub residual: f64,
}

impl FeasibleSet {
    /// What the slopes at a plan `x` say about the limits: a price for the budget, each row and each ramp, and what no price explains.
    ///
    /// Read off the projection of a small step along the slopes: at an optimum it leads back, and the prices of the way are those of the limits.
    #[must_use]
    pub fn shadow(&self, x: &[f64], slope: &[f64], prices: &mut Multipliers) -> Shadow {
        let n = x.len();
        let common = match self.budget() {
            Budget::Exactly(_) => fold(n, |i| [slope[i]])[0] / n.max(1) as f64,
            Budget::AtMost(_) => 0.0,
        };
        let [uneven] = fold(n, |i| [(slope[i] - common).abs()]);
        if uneven == 0.0 || self.rows.is_empty() {
            return Shadow {
                budget: common,
                rows: vec![0.0; self.rows.len().saturating_sub(1)],
                ramps: vec![0.0; if self.chains().is_empty() { 0 } else { n }],
                residual: 0.0,
            };
        }
        // A hundredth of the money that may be moved: near enough to be found soon, and far enough that the rounding of a projection is no part of a slope.
        let step = 0.01 * self.movable().max(f64::MIN_POSITIVE) / uneven;
        let mut point: Vec<f64> = (0..n).map(|i| x[i] + step * (slope[i] - common)).collect();
        self.project_from(&mut point, prices);
        let furthest = point.iter().zip(x).map(|(y, x)| (y - x).abs()).fold(0.0, f64::max);
        let ramps = if self.chains().is_empty() {
            Vec::new()
        } else {
            self.chains().prices(&prices.shifted, &point, self.lower(), self.reach())
        };
        let price = |of_row: &f64| of_row / step;
        Shadow {
            budget: prices.of_row.first().map_or(0.0, price) + common,
            rows: prices.of_row.iter().skip(1).map(price).collect(),
            ramps: ramps.iter().map(price).collect(),
            // between two variables that both are off by this much
            residual: 2.0 * furthest / step,
        }
    }

    /// A number that `Σ slope · y` exceeds for no plan `y` of the set; near `x` of the best plan it is what the best plan reaches.
    #[must_use]
    pub fn most(&self, slope: &[f64], x: &[f64]) -> f64 {
        if self.rows.is_empty() {
            let mut best = vec![0.0; slope.len()];
            self.maximize_linear(slope, &mut best);
            return slope.iter().zip(&best).map(|(slope, x)| slope * x).sum();
        }
        // Whatever the prices are, what they leave of the slopes goes to one end of its bounds, and the prices pay for the rows.
        let shadow = self.shadow(x, slope, &mut Multipliers::default());
        let mut prices = vec![match self.budget() {
            Budget::Exactly(_) => shadow.budget,
            Budget::AtMost(_) => shadow.budget.max(0.0),
        }];
        prices.extend(shadow.rows);
        let mut left = slope.to_vec();
        self.rows.charge(&prices, &mut left);
        // what ramps allow is 0: their prices add nothing
        self.chains().charge(&shadow.ramps, &mut left);
        let ends = left.iter().zip(self.lower().iter().zip(self.reach()));
        self.rows.worth(&prices) + ends.map(|(slope, (l, u))| (slope * l).max(slope * u)).sum::<f64>()
    }

    /// The plan with the largest `Σ slope · x` within bounds and budget: the budget goes to the steepest slopes first. Written into `x`
    /// (shape `n`). Rows and chains are left out.
    pub fn maximize_linear(&self, slope: &[f64], x: &mut [f64]) {
        let mut order: Vec<usize> = (0..slope.len()).collect();
        order.sort_by(|&i, &j| slope[j].total_cmp(&slope[i]).then(i.cmp(&j)));
        x.copy_from_slice(self.lower());
        let mut left = self.movable();
        for i in order {
            if matches!(self.budget(), Budget::AtMost(_)) && slope[i] <= 0.0 {
                break;
            }
            let step = (self.reach()[i] - self.lower()[i]).min(left);
            x[i] = if step == self.reach()[i] - self.lower()[i] {
                self.reach()[i]
            } else {
                self.lower()[i] + step
            };
            left -= step;
        }
        self.settle_sum(x);
    }
}
