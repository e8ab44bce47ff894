//! The model's today: the steady period before the horizon beside the planner's own figures, and what is odd about it.

use serde::Serialize;

use crate::format::Format;
use crate::model::StatusQuo;
use crate::scenario::{Diagnostic, Measure, Scenario};
use crate::simulate::{Simulator, by_name::Named};

/// Figures of a period that the status quo has, in the order of the table.
const MEASURES: [Measure; 11] = [
    Measure::Visits,
    Measure::Leads,
    Measure::Customers,
    Measure::Orders,
    Measure::RepeatOrders,
    Measure::Revenue,
    Measure::Gross,
    Measure::Invest,
    Measure::Profit,
    Measure::ActRate,
    Measure::ConvertRate,
];
/// Own figures may differ by this share of them before it is worth a word.
const TOLERANCE: f64 = 0.05;
/// Visits that the audience may take away before it is worth a word.
const CAP: f64 = 0.05;
/// Customers may be off the number that today's flows keep by this share of it: a business that grows by a tenth is no oddity.
const UNSTEADY: f64 = 0.1;

/// The status quo, figure by figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    pub figures: Vec<TodayFigure>,
    /// What is odd about it, without a place in the file.
    pub warnings: Vec<Diagnostic>,
}

/// One figure of a period today.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TodayFigure {
    #[serde(skip)]
    pub measure: Measure,
    /// What the planner observes; `None` where `plan.today` does not say.
    pub observed: Option<f64>,
    /// What the model says; `None` for figures that are only tracked.
    pub modelled: Option<f64>,
    /// (modelled − observed) / observed.
    pub difference: Option<f64>,
}

impl Named for TodayFigure {
    fn name(&self) -> &str {
        self.measure.key()
    }
}

/// The status quo of a scenario.
pub fn today(simulator: &mut Simulator) -> Today {
    let quo = simulator.status_quo();
    let scenario = simulator.scenario();
    let own = &scenario.plan.today;
    let others = own.keys().copied().filter(|measure| !MEASURES.contains(measure));
    let figures: Vec<TodayFigure> = MEASURES
        .into_iter()
        .chain(others)
        .map(|measure| TodayFigure::new(scenario, &quo, measure))
        .collect();
    let warnings = warnings(scenario, &quo, &figures);
    Today { figures, warnings }
}

impl TodayFigure {
    pub(super) fn new(scenario: &Scenario, quo: &StatusQuo, measure: Measure) -> Self {
        let observed = scenario.plan.today.get(&measure).copied();
        let modelled = modelled(scenario, quo, measure);
        let difference = observed.filter(|&observed| observed != 0.0).zip(modelled);
        Self {
            measure,
            observed,
            modelled,
            difference: difference.map(|(observed, modelled)| (modelled - observed) / observed),
        }
    }
}

/// A figure of the status quo; `None` where it has none of that name.
fn modelled(scenario: &Scenario, quo: &StatusQuo, measure: Measure) -> Option<f64> {
    let history: f64 = scenario.channels.iter().map(|channel| channel.history).sum();
    let ratio = |a: f64, b: f64| (b > 0.0).then(|| a / b);
    match measure {
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
    }
}

fn warnings(scenario: &Scenario, quo: &StatusQuo, figures: &[TodayFigure]) -> Vec<Diagnostic> {
    let format = Format::new(&scenario.plan.currency);
    let mut warnings = Vec::new();
    for figure in figures {
        if let (Some(observed), Some(modelled), Some(difference)) = (figure.observed, figure.modelled, figure.difference)
            && difference.abs() > TOLERANCE
        {
            let key = figure.measure.key();
            let number = |x| {
                if matches!(figure.measure, Measure::ActRate | Measure::ConvertRate) {
                    format.percent(x)
                } else {
                    format.count(x)
                }
            };
            warnings.push(
                Diagnostic::warning(format!("plan.today.{key}"), format!("the model's {key} today is not yours"))
                    .found(format!("{} in the model, {} of your own: {}", number(modelled), number(observed), format.percent_change(difference)))
                    .allowed(format!("a difference within {}", format.percent(TOLERANCE)))
                    .hint("the stages above it have to agree first: correct visits (organic, reach), then act.rate, convert.rate, engage and money"),
            );
        }
    }
    if 1.0 - quo.audience_share > CAP {
        warnings.push(
            Diagnostic::warning("reach.audience", "the audience takes away a large part of today's visits")
                .found(format!("{} of them", format.percent(1.0 - quo.audience_share)))
                .allowed(format!("{} without a word", format.percent(CAP)))
                .hint("organic, visits and today are before the cap: raise them until the status quo shows your visits, or enlarge the audience"),
        );
    }
    if let Some(steady) = quo.steady_customers {
        let start = scenario.engage.customers.median();
        if (start - steady).abs() > UNSTEADY * steady.max(start) {
            let trend = if start < steady { "grow" } else { "shrink" };
            warnings.push(
                Diagnostic::warning(
                    "engage.customers",
                    format!("the customers {trend} by themselves: today's flows keep another number"),
                )
                .found(format!(
                    "{} at the start, {} in the long run",
                    format.count(start),
                    format.count(steady)
                ))
                .hint("if your customer base is stable, correct engage.customers or engage.retention"),
            );
        }
    }
    warnings
}
