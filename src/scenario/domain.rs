//! Where a number of the file may lie, as a type: the domain is a part of the key's declaration.

use super::Distribution;

/// The largest number that is taken: sums and products of such numbers stay finite.
pub(super) const LARGEST: f64 = 1e15;
/// The smallest number above 0 that is taken where 0 itself is not: quotients stay finite.
pub(super) const SMALLEST: f64 = 1e-15;

/// The standard deviations that a distribution above 0 may have, in means: narrower ones are known numbers, and of wider ones the
/// quantiles come near to 0 by hundreds of orders of magnitude. Within them quantiles are good to 1e-13.
pub(super) const SPREAD: std::ops::RangeInclusive<f64> = 1e-4..=5.0;

/// One end of a domain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum End {
    Open(f64),
    Closed(f64),
    None,
}

/// What a number counts, which decides how an interval is read and whether a beta distribution makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    /// A share of something: an interval is logit-normal.
    Share,
    /// A factor, a lift, an average: an interval is lognormal.
    Factor,
    /// Money, visits, leads, people: an interval is lognormal.
    Amount,
}

/// The set of numbers that a key takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Domain {
    pub low: End,
    pub high: End,
    pub counts: Counts,
    /// The domain in words.
    pub words: &'static str,
    /// What one may write.
    pub example: &'static str,
}

/// A domain known at compile time.
pub(super) trait Within {
    const DOMAIN: Domain;
}

macro_rules! domains {
    ($($(#[$doc:meta])* $name:ident: $low:expr, $high:expr, $counts:ident, $words:literal, $example:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub(super) struct $name;
        impl Within for $name {
            const DOMAIN: Domain = Domain { low: $low, high: $high, counts: Counts::$counts, words: $words, example: $example };
        }
    )*};
}

domains! {
    /// A rate.
    Share: End::Open(0.0), End::Open(1.0), Share, "a share inside (0, 1)", "0.03 or \"3%\"";
    /// A rate that may be nothing.
    ShareOrZero: End::Closed(0.0), End::Open(1.0), Share, "a share in [0, 1)", "0.1 or \"10%\"";
    /// A rate that may be all.
    ShareOrOne: End::Open(0.0), End::Closed(1.0), Share, "a share in (0, 1]", "0.4 or \"40%\"";
    /// A share of a whole, from none to all of it.
    Part: End::Closed(0.0), End::Closed(1.0), Share, "a share in [0, 1]", "0.4 or \"40%\"";
    /// Interest a year.
    Interest: End::Closed(0.0), End::None, Share, "0 or more", "0.1 or \"10%\"";
    /// Money, visits, leads, people.
    Amount: End::Closed(0.0), End::None, Amount, "0 or more", "1_500";
    /// The same, and not nothing.
    SomeAmount: End::Open(0.0), End::None, Amount, "above 0", "1_500";
    /// A factor, an average.
    Factor: End::Closed(0.0), End::None, Factor, "0 or more", "0.2";
    /// The same, and not nothing.
    SomeFactor: End::Open(0.0), End::None, Factor, "above 0", "1.2";
    /// A share more (or less) of something.
    Lift: End::Open(-1.0), End::None, Factor, "above -1", "0.2 or \"20%\"";
    /// The slope of a power curve.
    PowerSlope: End::Open(0.0), End::Closed(1.0), Factor, "in (0, 1]", "0.7";
    /// Years that customers are followed.
    Years: End::Closed(0.0), End::Closed(50.0), Amount, "0 to 50", "5";
    /// Any number at all.
    Any: End::None, End::None, Factor, "a number", "1.5";
}

impl Domain {
    /// Whether one number lies in it.
    pub fn holds(&self, value: f64) -> bool {
        let above = match self.low {
            End::Open(low) => value > low,
            End::Closed(low) => value >= low,
            End::None => true,
        };
        let below = match self.high {
            End::Open(high) => value < high,
            End::Closed(high) => value <= high,
            End::None => true,
        };
        let size = value.abs() <= LARGEST && (self.low != End::Open(0.0) || value >= SMALLEST);
        above && below && size
    }

    /// Why a distribution cannot stand here, and what can; its own parameters are right already.
    pub fn refuse(&self, distribution: &Distribution) -> Option<Refusal> {
        let Domain { low, high, words, .. } = *self;
        let bounded = matches!(high, End::Open(_) | End::Closed(_));
        match *distribution {
            Distribution::Known(value) => (!self.holds(value)).then(|| Refusal {
                found: spelled(value),
                allowed: words.to_owned(),
                hint: self.hint_for(value),
            }),
            Distribution::LogitNormalInterval { .. } => None,
            Distribution::Normal { .. } => Some(Refusal {
                found: "a normal distribution, which has no ends".to_owned(),
                allowed: words.to_owned(),
                hint: Some(match (self.counts, low) {
                    (Counts::Share, _) => "write `dist = \"beta\"` with the same mean and sd".to_owned(),
                    (_, End::Open(-1.0)) => {
                        "write `dist = \"gamma\"`, or, where it may hurt, \"uniform\", \"triangular\" or \"pert\" above -1".to_owned()
                    }
                    _ => "write `dist = \"gamma\"` or \"lognormal\" with the same mean and sd".to_owned(),
                }),
            }),
            Distribution::LogNormalInterval { .. } | Distribution::LogNormal { .. } | Distribution::Gamma { .. } => {
                bounded.then(|| Refusal {
                    found: "a distribution without an upper end".to_owned(),
                    allowed: words.to_owned(),
                    hint: Some(
                        "write `dist = \"beta\"` (mean, sd), or \"uniform\", \"triangular\" or \"pert\" with a max inside".to_owned(),
                    ),
                })
            }
            Distribution::Beta { .. } => (self.counts == Counts::Amount).then(|| Refusal {
                found: "a beta distribution, which lies between 0 and 1".to_owned(),
                allowed: words.to_owned(),
                hint: Some("write `dist = \"gamma\"` or \"lognormal\" with the same mean and sd".to_owned()),
            }),
            Distribution::Uniform { min, max } | Distribution::Triangular { min, max, .. } | Distribution::Pert { min, max, .. } => {
                let outside = if self.holds(min) { max } else { min };
                (!self.holds(outside)).then(|| Refusal {
                    found: format!("a distribution from {} to {}", spelled(min), spelled(max)),
                    allowed: words.to_owned(),
                    hint: Some(format!("both ends must be {words}")),
                })
            }
        }
    }

    /// What was probably meant by a number outside.
    fn hint_for(&self, value: f64) -> Option<String> {
        if value.abs() > LARGEST {
            Some(format!("numbers up to {LARGEST:e} are taken: choose a larger unit"))
        } else if value > 0.0 && value < SMALLEST && self.low == End::Open(0.0) {
            Some(format!("numbers from {SMALLEST:e} on are taken: choose a smaller unit"))
        } else if self.counts == Counts::Share && value > 1.0 && value < 100.0 {
            Some(format!("write \"{value}%\" for {value} percent"))
        } else {
            Some(format!("such as {}", self.example))
        }
    }
}

/// A number as a message shows it: a plain decimal, with a power of ten where it would be too long to read.
pub(super) fn spelled(number: f64) -> String {
    if number == 0.0 || !number.is_finite() || (1e-6..1e16).contains(&number.abs()) {
        number.to_string()
    } else {
        format!("{number:e}")
    }
}

/// Why a value cannot stand where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Refusal {
    pub found: String,
    pub allowed: String,
    pub hint: Option<String>,
}
