//! Reconciliation: the planner's own figures of a normal period beside the model's status quo.

use crate::simulate::Simulator;

use super::analysis::ReconciliationLine;
use super::today::modelled;

/// One line for each figure in `plan.today`.
pub fn reconcile(simulator: &mut Simulator) -> Vec<ReconciliationLine> {
    let today = simulator.scenario().plan.today.clone();
    if today.is_empty() {
        return Vec::new();
    }
    let quo = simulator.status_quo();
    today
        .iter()
        .map(|(&measure, &observed)| {
            let modelled = modelled(simulator.scenario(), &quo, measure);
            let difference = modelled
                .filter(|_| observed != 0.0)
                .map(|modelled| (modelled - observed) / observed);
            ReconciliationLine {
                measure: measure.key(),
                observed,
                modelled,
                difference,
            }
        })
        .collect()
}
