//! The expected value of perfect information for the choice between today's plan and a proposal: what is worth measuring next.

use rayon::prelude::*;
use serde::Serialize;

use super::subject::{Study, Subject};
use crate::math::{Estimate, Studied};

/// What it is worth to know more before choosing between the two plans.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Information {
    /// Mean of what the proposal gains.
    pub mean_gain: f64,
    /// Share of the draws in which the proposal is better.
    pub probability_better: f64,
    /// Of knowing every quantity, in the unit of the objective.
    pub all: Estimate,
    /// Of knowing one, what is worth most first; what the draws cannot tell from zero last.
    pub rows: Vec<InformationRow>,
}

/// What it is worth to know one quantity exactly.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InformationRow {
    pub key: String,
    /// In the unit of the objective: an upper bound for what a measurement of it may cost.
    pub worth: Estimate,
}

/// `None` where no draw has a finite gain.
pub(super) fn information(study: &Study, subject: &Subject) -> Option<Information> {
    const GAIN: usize = 1;
    let worths: Vec<Option<Estimate>> = (0..subject.inputs())
        .into_par_iter()
        .map(|input| study.picked.partial_information(input, GAIN))
        .collect();
    let mut rows: Vec<InformationRow> = worths
        .into_iter()
        .enumerate()
        .filter_map(|(input, worth)| {
            Some(InformationRow {
                key: subject.key(input).to_owned(),
                worth: worth?,
            })
        })
        .collect();
    let rank = |row: &InformationRow| (row.worth.differs_from_zero(), row.worth.value);
    rows.sort_by(|a, b| {
        let ((a, x), (b, y)) = (rank(a), rank(b));
        b.cmp(&a).then(y.total_cmp(&x))
    });
    Some(Information {
        mean_gain: study.picked.mean(GAIN)?,
        probability_better: study.picked.share_above_zero(GAIN)?,
        all: study.picked.information(GAIN)?,
        rows,
    })
}
