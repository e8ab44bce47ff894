//! An analysis in JSON, with what it is sensitive to beside it.

use serde::Serialize;

use crate::analyze::{Analysis, Information, Sensitivity, TornadoRow};

/// The body of an analysis. What needs draws is `null` at the point run.
#[derive(Serialize)]
pub(super) struct AnalysisBody<'a> {
    #[serde(flatten)]
    analysis: &'a Analysis,
    tornado: Option<&'a [TornadoRow]>,
    sensitivity: Option<&'a Sensitivity>,
    information: Option<&'a Information>,
}

impl<'a> AnalysisBody<'a> {
    pub(super) fn of(analysis: &'a Analysis, sensitivity: Option<&'a Sensitivity>) -> Self {
        Self {
            analysis,
            tornado: sensitivity.map(|found| found.tornado.as_slice()),
            sensitivity,
            information: sensitivity.and_then(|found| found.information.as_ref()),
        }
    }
}
