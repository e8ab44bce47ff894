//! What a run comes to, and what its derivatives come to.

use crate::math::Real;

macro_rules! outcome {
    ($($(#[$doc:meta])* $field:ident,)*) => {
        /// Number of totals.
        pub const TOTALS: usize = [$(stringify!($field),)*].len();

        /// Totals of one run; as a seed of the reverse pass, the weight of each.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct Outcome<F> { $($(#[$doc])* pub $field: F,)* }

        impl<F: Real> Outcome<F> {
            /// All of them 0.
            #[must_use]
            #[inline(always)]
            pub fn zero() -> Self {
                Self { $($field: F::zero(),)* }
            }

            /// `Σ weight · total`.
            #[must_use]
            #[inline(always)]
            pub fn weighed(&self, weight: &Self) -> F {
                let mut sum = F::zero();
                $(sum += self.$field * weight.$field;)*
                sum
            }

            /// Names of the totals, in the order of [`Self::values`].
            pub const NAMES: &'static [&'static str] = &[$(stringify!($field),)*];

            /// The totals as a list.
            #[must_use]
            pub fn values(&self) -> Vec<F> {
                vec![$(self.$field,)*]
            }

            /// The totals in the order of [`Self::NAMES`].
            #[must_use]
            #[inline(always)]
            pub fn list(&self) -> [F; TOTALS] {
                [$(self.$field,)*]
            }

            /// Totals by their place in [`Self::NAMES`].
            #[must_use]
            pub fn from_places(mut value: impl FnMut(usize) -> F) -> Self {
                let mut places = 0..;
                Self { $($field: value(places.next().unwrap_or_default()),)* }
            }

            /// A seed with 1 at one of the totals.
            ///
            /// # Panics
            /// Where `index` is not below the number of totals.
            #[must_use]
            pub fn unit(index: usize) -> Self {
                let mut seed = Self::zero();
                *[$(&mut seed.$field,)*][index] = F::one();
                seed
            }
        }
    };
}

outcome! {
    /// Visits of the horizon, after the audience cap.
    visits,
    /// Leads that arrive within the horizon.
    leads,
    /// Leads created within the horizon, before lags.
    leads_created,
    /// Leads handled within the horizon.
    handled,
    /// New customers that arrive within the horizon.
    customers,
    /// New customers created within the horizon, before lags.
    customers_created,
    /// Repeat orders of the horizon.
    repeat_orders,
    /// Revenue of the horizon \[money\].
    revenue,
    /// Gross profit of the horizon \[money\].
    gross,
    /// Channel spend and costs of the done actions within the horizon \[money\].
    invest,
    /// Gross − invest − fixed cost \[money\].
    profit,
    /// Discounted profit of the horizon \[money\].
    npv,
    /// Discounted gross profit after the horizon \[money\].
    residual,
    /// Discounted gross profit of the horizon \[money\].
    discounted_gross,
    /// Discounted invest of the horizon \[money\].
    discounted_invest,
}

/// Stage rates moved as a whole: where a stage's target is tried, and what its elasticity is taken to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Levers<F> {
    /// Factor on all visits that are not referrals.
    pub reach: F,
    /// Added to the log-odds of the act rate.
    pub act: F,
    /// Added to the log-odds of the convert rate.
    pub convert: F,
    /// Added to the log-odds of retention.
    pub retention: F,
    /// Factor on the repeat rate.
    pub repeat: F,
}

impl<F: Real> Levers<F> {
    /// Nothing moved.
    #[must_use]
    #[inline(always)]
    pub fn neutral() -> Self {
        Self {
            reach: F::one(),
            act: F::zero(),
            convert: F::zero(),
            retention: F::zero(),
            repeat: F::one(),
        }
    }

    #[inline(always)]
    pub(super) fn zero() -> Self {
        Self {
            reach: F::zero(),
            act: F::zero(),
            convert: F::zero(),
            retention: F::zero(),
            repeat: F::zero(),
        }
    }
}

/// What one run is given.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'a, F> {
    /// Spend, channel by channel: `spend[c * T + t]` [money per period].
    pub spend: &'a [F],
    /// Which actions are done.
    pub actions: &'a [bool],
    pub levers: Levers<F>,
    /// Value of each quantity, in the order of [`Parameters`](super::Parameters).
    pub params: &'a [F],
    pub form: super::Form,
}
