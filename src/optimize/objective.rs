//! What the solver climbs: a function of the spends with its gradient.

/// A function to be maximised.
///
/// The variables are amounts of money: channel totals, or the spend of every channel in every period. The solver calls it only with
/// finite points within the bounds of its [`FeasibleSet`](super::FeasibleSet). The same point must give the same bits, whatever came before.
pub trait Objective {
    /// Number of variables `n`.
    fn dimension(&self) -> usize;

    /// Value at `x` (shape `n`, money); writes the derivative by every spend (shape `n`, objective per unit of money).
    ///
    /// An entry may be `+∞` where a spend is 0 and its curve starts vertically (slope below 1). A value that is not finite says that `x` is
    /// outside the domain: the solver steps back.
    fn value_and_gradient(&mut self, x: &[f64], gradient: &mut [f64]) -> f64;

    /// Value at `x` alone.
    fn value(&mut self, x: &[f64]) -> f64;
}

impl<O: Objective + ?Sized> Objective for &mut O {
    fn dimension(&self) -> usize {
        (**self).dimension()
    }
    fn value_and_gradient(&mut self, x: &[f64], gradient: &mut [f64]) -> f64 {
        (**self).value_and_gradient(x, gradient)
    }
    fn value(&mut self, x: &[f64]) -> f64 {
        (**self).value(x)
    }
}

impl<O: Objective + ?Sized> Objective for Box<O> {
    fn dimension(&self) -> usize {
        (**self).dimension()
    }
    fn value_and_gradient(&mut self, x: &[f64], gradient: &mut [f64]) -> f64 {
        (**self).value_and_gradient(x, gradient)
    }
    fn value(&mut self, x: &[f64]) -> f64 {
        (**self).value(x)
    }
}
