//! Sobol' indices of today's objective and of the proposal's gain.

use serde::Serialize;

use super::subject::{Study, Subject};
use crate::math::{Estimate, Studied, VarianceShares};

/// Which quantities explain the variance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Indices {
    /// Quantities that are followed one by one, the largest total index of today's objective first.
    pub rows: Vec<IndexRow>,
    /// All other quantities together; `None` where there are none.
    pub others: Option<OtherInputs>,
    /// Today's objective over the draws.
    pub today: VarianceOf,
    /// The proposal's gain over the draws; `None` without a proposal or where it does not vary.
    pub gain: Option<VarianceOf>,
}

/// One quantity's shares of the variance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndexRow {
    pub key: String,
    /// Share of the variance of today's objective that goes when this quantity alone becomes known.
    pub first_order: Estimate,
    /// Share that stays when all others become known.
    pub total: Estimate,
    /// The same of the gain; `None` without a proposal or where the gain does not vary.
    pub gain_first_order: Option<Estimate>,
    pub gain_total: Option<Estimate>,
}

/// The quantities that are not followed one by one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OtherInputs {
    pub count: usize,
    pub first_order: Estimate,
    pub total: Estimate,
    pub gain_first_order: Option<Estimate>,
    pub gain_total: Option<Estimate>,
}

/// How a figure varies.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct VarianceOf {
    pub mean: f64,
    /// Standard deviation.
    pub sd: f64,
    /// Share of the variance that no quantity explains by itself.
    pub interaction: Estimate,
}

impl VarianceOf {
    fn new(shares: &VarianceShares) -> Self {
        Self {
            mean: shares.mean,
            sd: shares.variance.sqrt(),
            interaction: shares.interaction,
        }
    }
}

/// `None` where today's objective does not vary.
pub(super) fn indices(study: &Study, subject: &Subject) -> Option<Indices> {
    let today = study.picked.shares(0)?;
    let gain = (subject.outputs() > 1).then(|| study.picked.shares(1)).flatten();
    let of_gain = |of: fn(&VarianceShares) -> &Vec<Estimate>, group: usize| gain.as_ref().map(|gain| of(gain)[group]);
    let mut rows: Vec<IndexRow> = study
        .followed
        .iter()
        .enumerate()
        .map(|(group, &input)| IndexRow {
            key: subject.key(input).to_owned(),
            first_order: today.first_order[group],
            total: today.total[group],
            gain_first_order: of_gain(|shares| &shares.first_order, group),
            gain_total: of_gain(|shares| &shares.total, group),
        })
        .collect();
    rows.sort_by(|a, b| b.total.value.total_cmp(&a.total.value));
    let last = study.followed.len();
    Some(Indices {
        rows,
        others: (!study.others.is_empty()).then(|| OtherInputs {
            count: study.others.len(),
            first_order: today.first_order[last],
            total: today.total[last],
            gain_first_order: of_gain(|shares| &shares.first_order, last),
            gain_total: of_gain(|shares| &shares.total, last),
        }),
        today: VarianceOf::new(&today),
        gain: gain.as_ref().map(VarianceOf::new),
    })
}
