//! Variables and spends: every spend is a multiple of one variable and a constant.

use crate::model::Decision;
use crate::scenario::{Channel, Pacing, Scenario};

use super::rows::Row;

/// The decisions that a search moves: a channel's total where its pacing fixes the shape in time, each of its spends where it is free. A
/// variable is money, so that the sum of all variables is what the channels spend.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Variables {
    periods: usize,
    /// The first variable of each channel, and the number of all.
    first: Vec<usize>,
    /// The spend is `share · variable + fixed` \[money per period\].
    share: Vec<f64>,
    fixed: Vec<f64>,
}

impl Variables {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let periods = scenario.plan.periods;
        let mut variables = Self {
            periods,
            first: vec![0],
            share: Vec::with_capacity(scenario.channels.len() * periods),
            fixed: Vec::with_capacity(scenario.channels.len() * periods),
        };
        for channel in &scenario.channels {
            let count = if channel.pacing == Pacing::Free {
                variables.share.extend(std::iter::repeat_n(1.0, periods));
                variables.fixed.extend(std::iter::repeat_n(0.0, periods));
                periods
            } else {
                variables.add_level(channel, &scenario.season_index());
                1
            };
            variables.first.push(variables.dimension() + count);
        }
        variables
    }

    /// A channel whose total is one variable. What is committed stays; the rest of the total is spread over the other periods.
    fn add_level(&mut self, channel: &Channel, season: &[f64]) {
        let committed = &channel.limits.committed;
        let is_committed = |t: usize| committed.binary_search_by_key(&t, |entry| entry.0).is_ok();
        let weight = |t: usize| match channel.pacing {
            _ if is_committed(t) => 0.0,
            // what is locked stays as it is
            _ if channel.limits.locked => channel.spend[t],
            Pacing::Season => season[t],
            Pacing::Flat => 1.0,
            Pacing::Keep | Pacing::Free => channel.spend[t],
        };
        let total: f64 = (0..self.periods).map(weight).sum();
        let open = (0..self.periods).filter(|&t| !is_committed(t)).count();
        let booked: f64 = committed.iter().map(|entry| entry.1).sum();
        for t in 0..self.periods {
            let share = if is_committed(t) {
                0.0
            } else if total > 0.0 {
                weight(t) / total
            } else {
                1.0 / open as f64
            };
            self.share.push(share);
            let amount = committed.binary_search_by_key(&t, |entry| entry.0).map_or(0.0, |k| committed[k].1);
            // an empty sum of floats is -0
            self.fixed.push(amount - share * booked + 0.0);
        }
    }

    /// Number of variables.
    pub(super) fn dimension(&self) -> usize {
        self.first.last().copied().unwrap_or(0)
    }

    /// Horizon \[periods\].
    pub(super) const fn periods(&self) -> usize {
        self.periods
    }

    /// Number of channels.
    pub(super) fn count(&self) -> usize {
        self.first.len() - 1
    }

    /// The variables of a channel.
    pub(super) fn of_channel(&self, c: usize) -> std::ops::Range<usize> {
        self.first[c]..self.first[c + 1]
    }

    /// The shape in time of a channel that has one variable: `Some(None)` where it has one for each period, `None` where its spends are more than
    /// multiples of their variable.
    pub(super) fn level_shape(&self, c: usize) -> Option<Option<Vec<f64>>> {
        // a single period is its own total
        if self.periods > 1 && self.is_free(c) {
            return Some(None);
        }
        let at = c * self.periods..(c + 1) * self.periods;
        let is_plain = self.fixed[at.clone()].iter().all(|fixed| *fixed == 0.0);
        is_plain.then(|| Some(self.share[at].to_vec()))
    }

    /// Whether each period of a channel is a variable of its own.
    pub(super) fn is_free(&self, c: usize) -> bool {
        self.of_channel(c).len() > 1 || self.periods == 1
    }

    /// The channel of each variable.
    pub(super) fn channels(&self) -> Vec<usize> {
        (0..self.count())
            .flat_map(|c| std::iter::repeat_n(c, self.of_channel(c).len()))
            .collect()
    }

    /// The variable that a channel's spend of a period hangs on, with its share and constant.
    pub(super) fn spend(&self, c: usize, t: usize) -> (usize, f64, f64) {
        let place = c * self.periods + t;
        let range = self.of_channel(c);
        let variable = if range.len() == 1 { range.start } else { range.start + t };
        (variable, self.share[place], self.fixed[place])
    }

    /// The row of a weighted sum of spends, given channel by channel, each in the order of time.
    pub(super) fn row(&self, spends: impl Iterator<Item = (usize, usize, f64)>, least: f64, most: f64) -> Row {
        let mut terms: Vec<(usize, f64)> = Vec::new();
        let mut constant = 0.0;
        for (c, t, weight) in spends {
            let (variable, share, fixed) = self.spend(c, t);
            constant += weight * fixed;
            match terms.last_mut() {
                Some(last) if last.0 == variable => last.1 += weight * share,
                _ => terms.push((variable, weight * share)),
            }
        }
        terms.retain(|term| term.1 != 0.0);
        Row {
            terms,
            least: least - constant,
            most: most - constant,
        }
    }

    /// The variables of a decision.
    pub(super) fn point(&self, decision: &Decision) -> Vec<f64> {
        let mut x = Vec::with_capacity(self.dimension());
        for c in 0..self.count() {
            if self.of_channel(c).len() == self.periods && self.periods > 1 {
                x.extend_from_slice(decision.channel(c));
            } else {
                x.push(decision.channel_total(c));
            }
        }
        x
    }

    /// Writes the spends of the variables.
    pub(super) fn write_spend(&self, x: &[f64], spend: &mut [f64]) {
        for c in 0..self.count() {
            let at = c * self.periods..(c + 1) * self.periods;
            let mine = &x[self.of_channel(c)];
            let affine = self.share[at.clone()].iter().zip(&self.fixed[at.clone()]);
            for (t, (out, (&share, &fixed))) in spend[at].iter_mut().zip(affine).enumerate() {
                let variable = if mine.len() == 1 { mine[0] } else { mine[t] };
                *out = share * variable + fixed;
            }
        }
    }

    /// Derivative by the variables from that by the spends.
    pub(super) fn gather(&self, by_spend: &[f64], gradient: &mut [f64]) {
        for c in 0..self.count() {
            let at = c * self.periods..(c + 1) * self.periods;
            let range = self.of_channel(c);
            if range.len() == self.periods {
                gradient[range].copy_from_slice(&by_spend[at]);
            } else {
                // a period without a share has no part, however steep its curve is
                let parts = by_spend[at.clone()].iter().zip(&self.share[at]);
                gradient[range.start] = parts.map(|(&slope, &share)| if share > 0.0 { slope * share } else { 0.0 }).sum();
            }
        }
    }

    /// Total of each channel \[money\].
    pub(super) fn channel_totals(&self, x: &[f64]) -> Vec<f64> {
        (0..self.count()).map(|c| x[self.of_channel(c)].iter().sum()).collect()
    }
}
