//! What can be had where limits on ROI, CAC, payback or leads cannot be kept: of each the best value that some plan reaches.

use crate::format::Format;
use crate::scenario::PlanLimits;
use crate::simulate::Simulator;

use super::augmented::{Priced, broken, nearest_to_kept};
use super::choice::Choice;
use super::clash::Clash;
use super::feasible::FeasibleSet;
use super::limit::Limit;
use super::space::Space;
use super::starts::Start;
use super::yardsticks::Yardsticks;

/// Choices of actions that are looked at.
const CHOICES: usize = 8;
/// Halvings of what is between a value that can be had and one that cannot: four digits.
const HALVINGS: usize = 16;

/// The clash of a scenario whose limits on what a plan comes to cannot be kept; `tried` are the choices of actions that were looked at.
pub(super) fn out_of_reach(simulator: &Simulator, space: &Space, tried: &[Choice]) -> Clash {
    let limits = simulator.scenario().plan.limits;
    let format = Format::new(&simulator.scenario().plan.currency);
    let kinds = [
        limits.roi.map(|_| Limit::Roi),
        limits.cac.map(|_| Limit::Cac),
        limits.payback.map(|_| Limit::Payback),
        limits.leads.map(|_| Limit::Leads),
    ];
    let mut lines = Vec::new();
    for limit in kinds.into_iter().flatten() {
        let key = limit.key(simulator.scenario());
        let wanted = limit.amount(simulator.scenario()).unwrap_or(f64::NAN);
        let line = match best(simulator, space, tried, limit, wanted) {
            Some(best) if best == wanted => format!("{key} = {}: can be kept without the others", told(&format, limit, wanted)),
            Some(best) => format!(
                "{key} = {}: the best that can be had is {}",
                told(&format, limit, wanted),
                told(&format, limit, best)
            ),
            None => format!("{key} = {}: no plan comes near it", told(&format, limit, wanted)),
        };
        lines.push(format!("  {line}"));
    }
    let hint = if simulator.scenario().plan.spend_all {
        "\nchange the limits, or set plan.spend_all = false: the budget has to be spent in full"
    } else {
        "\nchange the limits"
    };
    Clash::OutOfReach {
        message: format!("no plan within budget and limits keeps this:\n{}{hint}", lines.join("\n")),
    }
}

fn told(format: &Format, limit: Limit, value: f64) -> String {
    match limit {
        Limit::Cac => format.money_exact(value),
        Limit::Payback => format!("{} periods", format.number(value, 0)),
        Limit::Leads => format!("{} a period", format.number(value, 0)),
        _ => format.number(value, 3),
    }
}

/// The best value of one limit by itself, the wanted one if that can be had; `None` where none near it can.
fn best(simulator: &Simulator, space: &Space, tried: &[Choice], limit: Limit, wanted: f64) -> Option<f64> {
    let can = |value: f64| {
        tried
            .iter()
            .take(CHOICES)
            .any(|choice| can_keep(simulator, space, choice, limit, value))
    };
    if can(wanted) {
        return Some(wanted);
    }
    if limit == Limit::Payback {
        let periods = simulator.scenario().plan.periods;
        // a longer payback is kept where a shorter one is
        let (mut no, mut yes) = (wanted as usize, periods);
        if yes <= no || !can(yes as f64) {
            return None;
        }
        while yes - no > 1 {
            let middle = no.midpoint(yes);
            if can(middle as f64) { yes = middle } else { no = middle }
        }
        return Some(yes as f64);
    }
    // further and further from what is wanted, until something can be had
    let worse = |factor: f64| {
        if limit == Limit::Roi {
            (1.0 + wanted) / factor - 1.0
        } else {
            wanted * factor
        }
    };
    let mut factor = 1.0;
    let yes = loop {
        factor *= 2.0;
        if factor > 1e9 {
            return None;
        }
        if can(worse(factor)) {
            break factor;
        }
    };
    let (mut no, mut yes) = (yes / 2.0, yes);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(no, yes);
        if can(worse(middle)) { yes = middle } else { no = middle }
    }
    Some(worse(yes))
}

/// Whether a plan with these actions keeps one limit at a value.
fn can_keep(simulator: &Simulator, space: &Space, choice: &Choice, limit: Limit, value: f64) -> bool {
    let mut limits = PlanLimits::default();
    match limit {
        Limit::Roi => limits.roi = Some(value),
        Limit::Cac => limits.cac = Some(value),
        Limit::Payback => limits.payback = Some(value as usize),
        _ => limits.leads = Some(value),
    }
    let Some(yardsticks) = Yardsticks::of(simulator, limits) else {
        return true;
    };
    let set = &choice.found.set;
    let mut priced = Priced::new(simulator, space, &choice.actions, &yardsticks);
    starts(simulator, space, choice, set).into_iter().any(|start| {
        let x = nearest_to_kept(&mut priced, set, &start);
        broken(&priced.margins(&x)) == 0.0
    })
}

/// Where the way to a kept limit begins: the plan that was found, today's, the even one, and the least of each limit.
fn starts(simulator: &Simulator, space: &Space, choice: &Choice, set: &FeasibleSet) -> Vec<Vec<f64>> {
    let mut least = set.lower().to_vec();
    set.project(&mut least);
    vec![
        choice.found.search.x.clone(),
        space.scaled(&space.point(&simulator.today()), set),
        Start::even(set).x,
        least,
    ]
}
