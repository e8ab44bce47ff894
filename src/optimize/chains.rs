//! Chains: variables each of which differs from the one before by no more than a share of that one, and the nearest such plan within bounds.
//!
//! The nearest point of one chain is found by passing a message from its first variable to its last: `M[t](x) = ½ (x - v[t])² + min M[t-1](x')`
//! over the `x'` from which `x` can be reached. The derivative of a message is a rising line with knots, so that every step is exact: what lies
//! below the best `x'` is stretched by the smallest ratio, what lies above by the largest, and between the two there is a flat. On the way back each
//! variable takes the best value that its successor leaves to it. Variables that their ramps tie to one another move together, in fixed ratios.

/// Variables in a row, each within a share of the one before: `(1 - ramp) · x[t-1] ≤ x[t] ≤ (1 + ramp) · x[t-1]`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chain {
    /// The first variable.
    pub first: usize,
    /// How many there are.
    pub count: usize,
    /// The share, 0 or more; from 1 on a variable may fall to nothing.
    pub ramp: f64,
}

impl Chain {
    fn range(&self) -> std::ops::Range<usize> {
        self.first..self.first + self.count
    }

    /// The smallest ratio of a variable to the one before it.
    fn down(&self) -> f64 {
        (1.0 - self.ramp).max(0.0)
    }

    /// The largest one.
    fn up(&self) -> f64 {
        1.0 + self.ramp
    }

    /// The largest value that may come before `x`.
    fn before(&self, x: f64) -> f64 {
        if self.down() > 0.0 { x / self.down() } else { f64::INFINITY }
    }
}

/// A ratio within this share of the largest or smallest one stands there, and so does a variable at a bound.
const STANDS: f64 = 1e-12;

/// The chains of a set; no variable is in two of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Chains {
    list: Vec<Chain>,
    /// The chain of each variable (shape `n`); `usize::MAX`: none. Empty where there are no chains.
    of_variable: Vec<usize>,
    /// The values that each variable takes in some plan that keeps bounds and chains (shape `n`, money).
    least: Vec<f64>,
    most: Vec<f64>,
}

impl Chains {
    /// Chains between bounds (shape `n` each, finite).
    ///
    /// # Errors
    /// Where no plan keeps a chain: the money that is missed, above `slack`.
    pub(super) fn within(list: &[Chain], lower: &[f64], upper: &[f64], slack: f64) -> Result<Self, f64> {
        let mut all = Self::default();
        if list.is_empty() {
            return Ok(all);
        }
        all.of_variable = vec![usize::MAX; lower.len()];
        (all.least, all.most) = (lower.to_vec(), upper.to_vec());
        for (k, chain) in list.iter().enumerate() {
            all.list.push(*chain);
            all.of_variable[chain.range()].fill(k);
            let (least, most) = (&mut all.least, &mut all.most);
            let mut meet = |i: usize, low: f64, high: f64| {
                (least[i], most[i]) = (least[i].max(low), most[i].min(high));
                let missed = least[i] - most[i];
                if missed > 0.0 {
                    // what rounding alone keeps apart is one value
                    least[i] = least[i].clamp(lower[i], upper[i]);
                    most[i] = least[i];
                }
                if missed > slack { Err(missed) } else { Ok((least[i], most[i])) }
            };
            let (mut low, mut high) = (0.0, f64::INFINITY);
            for i in chain.range() {
                let (least, most) = meet(i, low, high)?;
                (low, high) = (chain.down() * least, chain.up() * most);
            }
            (low, high) = (0.0, f64::INFINITY);
            for i in chain.range().rev() {
                let (least, most) = meet(i, low, high)?;
                (low, high) = (least / chain.up(), chain.before(most));
            }
        }
        Ok(all)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn list(&self) -> &[Chain] {
        &self.list
    }

    /// The place of the chain of a variable.
    pub(super) fn of_variable(&self, i: usize) -> Option<usize> {
        self.of_variable.get(i).copied().filter(|&k| k != usize::MAX)
    }

    /// The variables of a chain.
    pub(super) fn range(&self, chain: usize) -> std::ops::Range<usize> {
        self.list[chain].range()
    }

    /// The furthest that a plan is from keeping a ramp (money).
    pub(super) fn broken_by(&self, x: &[f64]) -> f64 {
        let of_chain = |chain: &Chain| {
            let broken = |pair: &[f64]| (pair[1] - chain.up() * pair[0]).max(chain.down() * pair[0] - pair[1]);
            x[chain.range()].windows(2).map(broken).fold(0.0, f64::max)
        };
        self.list.iter().map(of_chain).fold(0.0, f64::max)
    }

    /// Writes the nearest point of one chain to `wanted` into `nearest`.
    pub(super) fn project(&self, chain: usize, wanted: &[f64], nearest: &mut Nearest) {
        let chain = &self.list[chain];
        let range = chain.range();
        let (first, last) = (range.start, range.end - 1);
        let Nearest {
            x,
            weight,
            joined,
            knots,
            spare,
            best,
        } = nearest;
        best.clear();
        knots.clear();
        knots.extend([self.least[first], self.most[first]].map(|place| (place, place - wanted[first])));
        best.push(root(knots));
        for i in first + 1..=last {
            pass_on(chain, knots, best[i - 1 - first], wanted[i], spare);
            cut(spare, self.least[i], self.most[i]);
            std::mem::swap(knots, spare);
            best.push(root(knots));
        }
        // `weight` holds the ratio to the successor until its segment is known
        let mut end = last;
        x[last] = best[last - first].place;
        joined[last] = false;
        for i in range.rev() {
            let (up, down) = (x[i] / chain.up(), chain.before(x[i]));
            let free = (i > first).then(|| best[i - 1 - first].place);
            let tied = free.map(|place| place.max(up).min(down)).filter(|&x| Some(x) != free);
            if let Some(before) = tied {
                joined[i - 1] = true;
                weight[i - 1] = if before == up { 1.0 / chain.up() } else { 1.0 / chain.down() };
                x[i - 1] = before.max(self.least[i - 1]).min(self.most[i - 1]);
                continue;
            }
            let is_free = best[end - first].is_inside;
            self.finish(i, end, is_free, wanted, x, weight);
            if let Some(place) = free {
                end = i - 1;
                joined[end] = false;
                x[end] = place;
            }
        }
    }

    /// The weights of a segment, and where it is free its values anew from all that it is drawn to: what the knots lost by rounding is gone.
    fn finish(&self, start: usize, end: usize, is_free: bool, wanted: &[f64], x: &mut [f64], weight: &mut [f64]) {
        if !is_free {
            weight[start..=end].fill(0.0);
            return;
        }
        let (mut ratio, mut square, mut drawn) = (1.0, 0.0, 0.0);
        for i in (start..=end).rev() {
            if i < end {
                ratio *= weight[i];
            }
            weight[i] = ratio;
            square += ratio * ratio;
            drawn += ratio * wanted[i];
        }
        let length = square.sqrt();
        for i in start..=end {
            x[i] = (weight[i] * drawn / square).max(self.least[i]).min(self.most[i]);
            weight[i] /= length;
        }
    }

    /// The prices of the ramps where `x` is the nearest plan to `wanted`: of the change into each variable from the one before it (shape `n`,
    /// money), above 0 where it may not rise faster, below 0 where it may not fall faster. `lower` and `upper` are the bounds that have prices of
    /// their own.
    pub(super) fn prices(&self, wanted: &[f64], x: &[f64], lower: &[f64], upper: &[f64]) -> Vec<f64> {
        let mut prices = vec![0.0; x.len()];
        // small ratios enlarge what rounding leaves of a pull, so that it has a range too
        let rounding = STANDS * wanted.iter().chain(x).fold(0.0, |most: f64, amount| most.max(amount.abs()));
        let near = |a: f64, b: f64| (a - b).abs() <= STANDS * a.abs().max(b.abs());
        for chain in &self.list {
            // what is left of the pull on a variable for the price of the next change: a bound takes any part of it on its side
            let share = |i: usize, left: f64| {
                if left > 0.0 && near(x[i + 1], chain.up() * x[i]) {
                    left / chain.up()
                } else if left < 0.0 && chain.down() > 0.0 && near(x[i + 1], chain.down() * x[i]) {
                    left / chain.down()
                } else {
                    0.0
                }
            };
            let (mut low, mut high) = (0.0, 0.0);
            let mut ranges = Vec::with_capacity(chain.count);
            for i in chain.range() {
                ranges.push((low, high));
                if i + 1 < chain.range().end {
                    let pull = x[i] - wanted[i];
                    (low, high) = (low + pull, high + pull);
                    if near(x[i], lower[i]) {
                        low = f64::NEG_INFINITY;
                    }
                    if near(x[i], upper[i]) {
                        high = f64::INFINITY;
                    }
                    (low, high) = (share(i, low - rounding), share(i, high + rounding));
                }
            }
            let mut left = 0.0;
            for (i, (low, high)) in chain.range().zip(ranges).rev() {
                let price = (left - (x[i] - wanted[i])).max(low).min(high);
                prices[i] = price;
                left = price * if price > 0.0 { chain.up() } else { chain.down() };
            }
        }
        prices
    }

    /// `point -= Σ price · weight` of the ramps' prices (shape `n`).
    pub(super) fn charge(&self, prices: &[f64], point: &mut [f64]) {
        for chain in &self.list {
            for i in chain.range().skip(1) {
                let price = prices[i];
                point[i] -= price;
                point[i - 1] += price * if price > 0.0 { chain.up() } else { chain.down() };
            }
        }
    }
}

/// The nearest plan, and how it moves with the point it is nearest to: buffers kept from one projection to the next.
#[derive(Debug, Clone, Default)]
pub(super) struct Nearest {
    /// The plan (shape `n`, money).
    pub(super) x: Vec<f64>,
    /// Part of each variable in the direction in which it is free to move, a direction being of length 1; 0 where a bound holds it.
    pub(super) weight: Vec<f64>,
    /// Whether a variable moves in one direction with the next one.
    pub(super) joined: Vec<bool>,
    /// Derivative of a message: places and slopes, both rising.
    knots: Vec<(f64, f64)>,
    spare: Vec<(f64, f64)>,
    best: Vec<Root>,
}

impl Nearest {
    /// Room for `n` variables.
    pub(super) fn fit(&mut self, n: usize) {
        self.x.resize(n, 0.0);
        self.weight.resize(n, 0.0);
        self.joined.resize(n, false);
    }
}

/// Where a message is smallest.
#[derive(Debug, Clone, Copy)]
struct Root {
    place: f64,
    /// Place of the first knot at or above it.
    knot: usize,
    /// Whether it is between knots, and moves with what it is drawn to.
    is_inside: bool,
}

fn root(knots: &[(f64, f64)]) -> Root {
    let knot = knots.partition_point(|knot| knot.1 < 0.0);
    let at_end = |place: f64| Root {
        place,
        knot,
        is_inside: false,
    };
    if knot == 0 {
        return at_end(knots[0].0);
    }
    let (left, left_slope) = knots[knot - 1];
    let Some(&(right, right_slope)) = knots.get(knot) else {
        return at_end(left);
    };
    // a step of the derivative, where a bound begins to hold: two ways to the same place differ by rounding
    if right - left <= STANDS * right {
        return at_end(right);
    }
    Root {
        place: left + (right - left) * (-left_slope / (right_slope - left_slope)),
        knot,
        is_inside: true,
    }
}

/// The derivative of the next message: of the smallest one before by what comes next, which is drawn to `wanted`.
fn pass_on(chain: &Chain, knots: &[(f64, f64)], best: Root, wanted: f64, next: &mut Vec<(f64, f64)>) {
    let (left, right) = knots.split_at(best.knot);
    let stretched = |ratio: f64| {
        let inverse = 1.0 / ratio;
        move |&(place, slope): &(f64, f64)| {
            let place = ratio * place;
            (place, slope * inverse + (place - wanted))
        }
    };
    next.clear();
    if chain.down() > 0.0 {
        next.extend(left.iter().map(stretched(chain.down())));
    }
    next.extend([chain.down(), chain.up()].map(|ratio| (ratio * best.place, ratio * best.place - wanted)));
    next.extend(right.iter().map(stretched(chain.up())));
}

/// Cuts a derivative to the values between two bounds.
fn cut(knots: &mut Vec<(f64, f64)>, least: f64, most: f64) {
    let (first, last) = (knots[0], knots[knots.len() - 1]);
    if least > last.0 || most < first.0 {
        // rounding alone has led past the bounds
        let slope = if least > last.0 { last.1 } else { first.1 };
        knots.clear();
        knots.extend([(least, slope), (most, slope)]);
        return;
    }
    // a step of the derivative at a bound stays whole
    let below = knots.partition_point(|knot| knot.0 < least);
    let begins = (below > 0).then(|| between(knots, below, least));
    let above = knots.partition_point(|knot| knot.0 <= most);
    let ends = (above < knots.len()).then(|| between(knots, above, most));
    if let Some(last) = ends {
        knots[above] = last;
        knots.truncate(above + 1);
    }
    if let Some(first) = begins {
        knots[below - 1] = first;
        knots.drain(..below - 1);
    }
}

/// The derivative at a place between knot `right` and the one before it.
fn between(knots: &[(f64, f64)], right: usize, place: f64) -> (f64, f64) {
    let (a, a_slope) = knots[right - 1];
    let (b, b_slope) = knots[right];
    let share = if b > a { ((place - a) / (b - a)).clamp(0.0, 1.0) } else { 1.0 };
    (place, a_slope + share * (b_slope - a_slope))
}

#[cfg(test)]
mod tests;
