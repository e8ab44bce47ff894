//! Know the truth, drifts and shocks to come included, and plan the whole horizon; at each cycle plan what is left of it again. It does not know the
//! luck of single people.

use crate::kaizen::Candidates;
use crate::lab::Because;
use crate::lab::desk::Desk;
use crate::lab::setting::{Hold, Standing};
use crate::lab::view::{Turn, View};
use crate::lab::world::World;

pub(super) fn choose(view: &View<'_>, world: &World) -> Turn {
    let ways: &[Hold] = if view.setting.scenario.lab.fade.is_some() {
        &[Hold::Held, Hold::Left]
    } else {
        &[Hold::Left]
    };
    // the first plan is the whole horizon's; later ones mend it
    let candidates = if view.cycle == 0 {
        Candidates::Payable
    } else {
        Candidates::Gaining
    };
    let plans = ways.iter().filter_map(|&open| {
        let simulator = world.simulator(view.setting, view.standing, view.now(), open);
        let mut desk = Desk::new(&simulator, view.standing, view.now(), open)?;
        let before = desk.value(view.standing);
        let (standing, value) = desk.best_plan(view.standing, candidates);
        Some((standing, value - before))
    });
    let best: Option<(Standing, f64)> = plans.max_by(|a, b| a.1.total_cmp(&b.1));
    match best {
        Some((standing, gain)) if gain > 0.0 => Turn {
            standing,
            because: Because::Foresight,
            claim: gain,
        },
        _ => view.stay(Because::Standing),
    }
}
