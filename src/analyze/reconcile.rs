//! Reconciliation: the planner's own figures of a normal period beside the model's status quo.

use crate::simulate::Simulator;

use super::analysis::ReconciliationLine;
use super::today::TodayFigure;

/// One line for each figure in `plan.today`.
pub(super) fn reconcile(simulator: &mut Simulator) -> Vec<ReconciliationLine> {
    let quo = simulator.status_quo();
    let scenario = simulator.scenario();
    let own = scenario.plan.today.iter();
    own.map(|(&measure, &observed)| {
        let TodayFigure { modelled, difference, .. } = TodayFigure::new(scenario, &quo, measure);
        ReconciliationLine {
            measure: measure.key(),
            observed,
            modelled,
            difference,
        }
    })
    .collect()
}
