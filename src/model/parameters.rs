//! The quantities of a scenario as one flat list: what a run is given, and what its gradient is taken to.

use crate::scenario::Quantity;

/// Place of a quantity in the list of parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Param(usize);

impl Param {
    /// Its index in [`Parameters`], in the `params` of a run and in the `params` of a gradient.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }

    /// Its value in this run.
    #[inline(always)]
    pub(super) fn of<F: Copy>(self, params: &[F]) -> F {
        params[self.0]
    }
}

/// Every quantity of the scenario with its key, in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Parameters {
    keys: Vec<String>,
    quantities: Vec<Quantity>,
}

impl Parameters {
    pub(super) fn add(&mut self, key: impl Into<String>, quantity: Quantity) -> Param {
        self.keys.push(key.into());
        self.quantities.push(quantity);
        Param(self.quantities.len() - 1)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.quantities.len()
    }

    /// Whether there are none (never so for a checked scenario).
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.quantities.is_empty()
    }

    /// Key of each as the scenario writes it, such as `act.rate` or `channel.search.reach.visits`.
    #[must_use]
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// Each quantity, in the same order.
    #[must_use]
    pub fn quantities(&self) -> &[Quantity] {
        &self.quantities
    }

    /// The parameters of the point run: each quantity's median.
    #[must_use]
    pub fn medians(&self) -> Vec<f64> {
        self.quantities.iter().map(Quantity::median).collect()
    }
}
