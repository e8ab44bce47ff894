//! Know the truth, drifts and shocks to come included, and plan the whole horizon; at each cycle plan what is left of it again. It does not know the
//! luck of single people.

use crate::kaizen::Candidates;
use crate::lab::Because;
use crate::lab::desk::Desk;
use crate::lab::setting::{Hold, Standing};
use crate::lab::view::{Turn, View};
use crate::lab::world::World;

pub(super) fn choose(view: &View<'_>, world: &World) -> Turn {
    // the first plan is the whole horizon's; later ones mend it
    let candidates = if view.cycle == 0 {
        Candidates::Payable
    } else {
        Candidates::Gaining
    };
    let fades = view.setting.scenario.lab.fade.is_some();
    let ways: &[Hold] = if fades { &[Hold::Held, Hold::Left] } else { &[Hold::Left] };
    let before = match desk(view, world, view.standing, Hold::Left) {
        Some(mut desk) => desk.value(view.standing),
        None => return view.stay(Because::Standing),
    };
    let mut best: Option<(Standing, f64)> = None;
    for &open in ways {
        // from the plan in force, and from there on by the other way: some gains are worth holding, others are not
        let mut plan = view.standing.clone();
        for &open in [open].iter().chain(ways.iter().filter(|&&way| way != open)) {
            let Some(mut desk) = desk(view, world, &plan, open) else { continue };
            let mut found = desk.best_plan(&plan, candidates);
            if view.cycle == 0 {
                found = better(found, desk.best_far(&plan));
                let in_time = desk.best_in_time(&found.0, &view.setting.spans);
                found = better(found, in_time);
            }
            if best.as_ref().is_none_or(|best| found.1 > best.1) {
                best = Some(found.clone());
            }
            plan = found.0;
        }
    }
    match best {
        Some((standing, value)) if value > before => Turn {
            standing,
            because: Because::Foresight,
            claim: value - before,
        },
        _ => view.stay(Because::Standing),
    }
}

/// Of another kind of plan, a gain below this share of the objective is not worth it: it is the search's, not the plan's.
const WORTH: f64 = 1e-5;

/// The other plan where that is better.
fn better(plan: (Standing, f64), other: Option<(Standing, f64)>) -> (Standing, f64) {
    let worth_it = WORTH * plan.1.abs();
    other.filter(|other| other.1 - plan.1 > worth_it).unwrap_or(plan)
}

/// The desk of somebody who knows the world.
fn desk(view: &View<'_>, world: &World, standing: &Standing, open: Hold) -> Option<Desk> {
    let simulator = world.simulator(view.setting, standing, view.now(), open);
    Desk::new(&simulator, standing, view.now(), open)
}
