//! Reconciliation: the planner's own figures of a normal period beside the model's status quo.

use crate::scenario::Measure;
use crate::simulate::Simulator;

use super::analysis::ReconciliationLine;

/// One line for each figure in `plan.today`.
pub fn reconcile(simulator: &mut Simulator) -> Vec<ReconciliationLine> {
    let today = simulator.scenario().plan.today.clone();
    if today.is_empty() {
        return Vec::new();
    }
    let quo = simulator.status_quo();
    let history: f64 = simulator.scenario().channels.iter().map(|channel| channel.history).sum();
    let ratio = |a: f64, b: f64| (b > 0.0).then(|| a / b);
    let modelled = |measure: Measure| match measure {
        Measure::Visits => Some(quo.visits),
        Measure::Leads => Some(quo.leads),
        Measure::Customers => Some(quo.customers),
        Measure::Orders => Some(quo.customers + quo.repeat_orders),
        Measure::RepeatOrders => Some(quo.repeat_orders),
        Measure::Revenue => Some(quo.revenue),
        Measure::Gross => Some(quo.gross),
        Measure::Invest => Some(history),
        Measure::Profit => Some(quo.gross - history - quo.fixed_cost),
        Measure::ActRate => ratio(quo.leads, quo.visits),
        Measure::ConvertRate => ratio(quo.customers, quo.handled),
        _ => None,
    };
    today
        .iter()
        .map(|(&measure, &observed)| {
            let modelled = modelled(measure);
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
