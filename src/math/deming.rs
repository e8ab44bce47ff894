//! Deming's funnel: what comes of a steady process when its setting is moved after each result.
//!
//! A funnel hangs over a target and marbles are dropped through it. Each lands where the funnel stands, and by chance a little off. Four rules
//! say how to set the funnel before the next drop. Only the first, to leave it alone, keeps the spread as small as it can be.
//!
//! Source: W. E. Deming, *Out of the Crisis* (1986), chapter 11; L. S. Nelson devised the experiment.

use serde::Serialize;

/// How the setting follows results.
///
/// With independent deviations of standard deviation `σ` the result of drop `t` = 1, 2, … has a standard deviation of `σ` (rule 1), of `√2 σ` from the
/// second drop on (rule 2), and of `√t σ` (rules 3 and 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DemingRule {
    /// Rule 1: the setting stays.
    Leave,
    /// Rule 2: each deviation is made up for from where the setting stands.
    FromSetting,
    /// Rule 3: each deviation is made up for from the target.
    FromTarget,
    /// Rule 4: the setting follows the last result.
    ToResult,
}

impl DemingRule {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Leave, Self::FromSetting, Self::FromTarget, Self::ToResult];

    /// Its number: 1, 2, 3 or 4.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The setting after a result, both as differences from the target in any one unit.
    #[must_use]
    pub fn next_setting(self, setting: f64, result: f64) -> f64 {
        match self {
            Self::Leave => setting,
            Self::FromSetting => setting - result,
            Self::FromTarget => -result,
            Self::ToResult => result,
        }
    }

    /// Where each drop lands, as a difference from the target: at its setting, the first of which is the target, and its deviation further.
    ///
    /// ```
    /// use osa::math::DemingRule;
    ///
    /// assert_eq!(DemingRule::Leave.path(&[1.0, 0.0, 0.0]), [1.0, 0.0, 0.0]);
    /// assert_eq!(DemingRule::FromSetting.path(&[1.0, 0.0, 0.0]), [1.0, -1.0, 0.0]);
    /// assert_eq!(DemingRule::FromTarget.path(&[1.0, 0.0, 0.0]), [1.0, -1.0, 1.0]);
    /// assert_eq!(DemingRule::ToResult.path(&[1.0, 0.0, 0.0]), [1.0, 1.0, 1.0]);
    /// ```
    #[must_use]
    pub fn path(self, deviations: &[f64]) -> Vec<f64> {
        let drop = |setting: &mut f64, deviation: &f64| {
            let result = *setting + deviation;
            *setting = self.next_setting(*setting, result);
            Some(result)
        };
        deviations.iter().scan(0.0, drop).collect()
    }
}
