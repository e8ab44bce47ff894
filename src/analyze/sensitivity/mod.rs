//! What the result is sensitive to: each uncertain quantity by itself, all of them together, and which is worth measuring next.

mod indices;
mod information;
mod subject;
mod switching;
mod tornado;

use serde::Serialize;

use crate::model::Decision;
use crate::simulate::{Sampling, Simulator};

pub use indices::{IndexRow, Indices, OtherInputs, VarianceOf};
pub use information::{Information, InformationRow};
pub use tornado::{CountedIn, Ends, Safe, TornadoRow};

use subject::{Study, Subject};

/// What today's plan, and its distance to a proposal, depend on. Field names are those of the JSON contract; what is left out there
/// stands beside it in the document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sensitivity {
    /// Word of the objective: `profit`, `revenue`, `customers`.
    #[serde(skip)]
    pub objective: &'static str,
    /// Today's objective with every quantity at its median.
    pub today: f64,
    /// The proposal's; `None` without one.
    pub proposal: Option<f64>,
    /// Each uncertain quantity, the one that moves today's objective most first.
    #[serde(skip)]
    pub tornado: Vec<TornadoRow>,
    /// Shares of the variance; `None` where nothing varies.
    pub indices: Option<Indices>,
    /// What it is worth to know more; `None` without a proposal, or where nothing is uncertain.
    #[serde(skip)]
    pub information: Option<Information>,
    /// Draws on which indices and information rest.
    pub draws: usize,
    /// Runs of the model that they took, of each plan.
    pub runs: usize,
    /// Draws without a finite result; they count nowhere.
    pub excluded: usize,
    /// What has to be said beside the numbers.
    pub notes: Vec<String>,
}

/// Studies what the objective of today's plan and what a proposal gains depend on, over `sampling.draws` draws in sixteen replicates.
///
/// The points are Sobol's whatever the sampling's sequence, and people are expected numbers: chance among customers is no quantity that
/// could be measured. The result depends on the draws' number and seed alone.
#[must_use]
pub fn sensitivity(simulator: &Simulator, today: &Decision, proposal: Option<&Decision>, sampling: Sampling) -> Sensitivity {
    let subject = Subject::new(simulator, today, proposal);
    let (value, other) = subject.at_medians();
    let (tornado, order) = tornado::tornado(&subject);
    let mut found = Sensitivity {
        objective: simulator.scenario().plan.objective.word(),
        today: value,
        proposal: other,
        tornado,
        indices: None,
        information: None,
        draws: 0,
        runs: 0,
        excluded: 0,
        notes: Vec::new(),
    };
    if found.tornado.is_empty() {
        found.notes.push(
            "No quantity of the scenario is uncertain: write a range such as \"2% to 4%\" for what you do not know exactly.".to_owned(),
        );
        return found;
    }
    let study = Study::new(&subject, &found.tornado, &order, sampling);
    found.draws = study.draws();
    found.runs = study.runs();
    found.excluded = study.picked.excluded();
    found.indices = indices::indices(&study, &subject);
    found.information = proposal.and_then(|_| information::information(&study, &subject));
    found.notes = notes(&found);
    found
}

/// Sentences that keep the numbers honest.
fn notes(found: &Sensitivity) -> Vec<String> {
    let mut notes = Vec::new();
    if found.excluded > 0 {
        notes.push(format!(
            "{} of {} draws have no finite result, because what multiplies in them outgrows the numbers; they count nowhere.",
            found.excluded, found.draws
        ));
    }
    match &found.indices {
        None => notes.push("The objective of today's plan has no variance over the draws that quantities could explain.".to_owned()),
        Some(indices) => {
            if let Some(others) = &indices.others {
                notes.push(format!(
                    "Indices are those of the {} quantities with the largest swings, one by one; the {} others are taken together.",
                    indices.rows.len(),
                    others.count
                ));
            }
        }
    }
    if found.proposal.is_some()
        && found
            .tornado
            .iter()
            .all(|row| row.gain.is_some_and(|gain| gain.low == 0.0 && gain.high == 0.0))
    {
        notes.push(
            "Today's plan and the proposal come out the same: there is nothing to choose, and nothing to learn for the choice.".to_owned(),
        );
    }
    notes
}
