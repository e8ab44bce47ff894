//! One row at a time: the price with which it is kept, all other prices as they are.

use super::super::chains::Nearest;
use super::super::rows::beyond;
use super::{Dual, Multipliers};

/// Times that the end of a bracket is doubled; ratios of a chain multiply, and a row that cannot be mended alone is left at that.
const PULLED: usize = 12;

impl Dual<'_> {
    /// Gives row `r` the price with which it is kept, all other prices as they are.
    pub(super) fn mend(&self, r: usize, prices: &mut Multipliers) {
        let old = prices.of_row[r];
        prices.without.clear();
        prices.touched.clear();
        for (i, weight) in self.rows.terms(r) {
            prices.without.push(prices.shifted[i] + old * weight);
            if let Some(chain) = self.chains.of_variable(i) {
                prices.weights[i] = weight;
                if !prices.touched.contains(&chain) {
                    prices.touched.push(chain);
                }
            }
        }
        self.charge(r, 0.0, prices);
        let missed = beyond(self.rows.sum(r, |i| prices.nearest.x[i]), self.rows.least[r], self.rows.most[r]);
        let price = if missed == 0.0 {
            0.0
        } else {
            self.price(r, missed > 0.0, old, prices)
        };
        self.charge(r, price, prices);
        prices.of_row[r] = price;
        for (i, _) in self.rows.terms(r) {
            prices.weights[i] = 0.0;
        }
    }

    /// The nearest plan when row `r`, which is being mended, has this price.
    fn charge(&self, r: usize, price: f64, prices: &mut Multipliers) {
        let Multipliers {
            shifted,
            nearest,
            without,
            touched,
            ..
        } = prices;
        for ((i, weight), without) in self.rows.terms(r).zip(without) {
            shifted[i] = *without - price * weight;
            if touched.is_empty() || self.chains.of_variable(i).is_none() {
                self.settle(i, shifted[i], nearest);
            }
        }
        for &mut chain in touched {
            self.chains.project(chain, shifted, nearest);
        }
    }

    /// How fast the sum of row `r`, which is being mended, falls with its price.
    fn slope(&self, r: usize, prices: &Multipliers) -> f64 {
        let Nearest { weight, joined, .. } = &prices.nearest;
        let alone = self.rows.terms(r).filter(|&(i, _)| self.chains.of_variable(i).is_none());
        let mut slope: f64 = alone.map(|(i, by)| by * by * weight[i]).sum();
        for &chain in &prices.touched {
            let mut part = 0.0;
            for i in self.chains.range(chain) {
                part += prices.weights[i] * weight[i];
                if !joined[i] {
                    slope += part * part;
                    part = 0.0;
                }
            }
        }
        slope
    }

    /// The root of the row's sum as its price goes up (where it is `above` its most) or down.
    fn price(&self, r: usize, above: bool, guess: f64, prices: &mut Multipliers) -> f64 {
        let (sign, target) = if above {
            (1.0, self.rows.most[r])
        } else {
            (-1.0, self.rows.least[r])
        };
        // in the direction of the price every variable goes to the end that its weight points away from
        let end = |((i, weight), without): ((usize, f64), &f64)| {
            let bound = if sign * weight > 0.0 { self.lower[i] } else { self.upper[i] };
            sign * (without - bound) / weight
        };
        let (mut low, mut high) = (0.0, self.rows.terms(r).zip(&prices.without).map(end).fold(0.0, f64::max));
        let left_at = |price: f64, prices: &mut Multipliers| {
            self.charge(r, sign * price, prices);
            sign * (self.rows.sum(r, |i| prices.nearest.x[i]) - target)
        };
        if !prices.touched.is_empty() {
            // a chain holds its variables back: it takes more to bring them to their ends
            for _ in 0..PULLED {
                if left_at(high, prices) <= 0.0 {
                    break;
                }
                low = high;
                high *= 2.0;
            }
        }
        let mut price = if sign * guess > low && sign * guess < high {
            sign * guess
        } else {
            low
        };
        for step in 1..200 {
            let left = left_at(price, prices);
            if left == 0.0 {
                break;
            }
            if left > 0.0 {
                low = price;
            } else {
                high = price;
            }
            let slope = self.slope(r, prices);
            let newton = price + left / slope;
            let next = if slope > 0.0 && step % 6 != 0 && newton > low && newton < high {
                newton
            } else {
                low + 0.5 * (high - low)
            };
            if (next - price).abs() <= f64::EPSILON * price.abs() || next == price {
                break;
            }
            price = next;
        }
        sign * price
    }
}
