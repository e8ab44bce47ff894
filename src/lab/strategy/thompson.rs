//! Explore by sampling beliefs: before each cycle one member of the ensemble is taken for the truth, and the rest of the horizon planned for it.
//!
//! Where much is uncertain samples differ, and so plans do: it tries things. As beliefs narrow it settles. At the last cycle it claims what its beliefs
//! then say the whole plan has gained. Source: W. R. Thompson (1933), Biometrika 25.

use crate::kaizen::Candidates;
use crate::lab::Because;
use crate::lab::beliefs::Beliefs;
use crate::lab::desk::NO_GAIN;
use crate::lab::setting::{Hold, Standing};
use crate::lab::view::{Turn, View};

pub(super) fn choose(view: &View<'_>) -> Turn {
    let mut whim = view.whim.clone();
    let sample = view.beliefs.member(whim.below(Beliefs::members()));
    let next = view
        .desk(&sample, Hold::Held)
        .and_then(|mut desk| desk.best_step(view.standing, f64::INFINITY, Candidates::Gaining, NO_GAIN));
    let mut turn = next.map_or_else(
        || view.stay(Because::Standing),
        |(standing, _)| Turn {
            standing,
            because: Because::Sample,
            claim: 0.0,
        },
    );
    if view.cycle + 1 == view.setting.spans.len() {
        turn.claim = believed_gain(view, &turn.standing);
    }
    turn
}

/// What the centre of the beliefs says a plan brings over that of the file.
fn believed_gain(view: &View<'_>, standing: &Standing) -> f64 {
    let centre = view.beliefs.centre();
    let value = |standing: &Standing| {
        let mut desk = view.setting.simulator(standing, 0, Hold::Left);
        let mut params = centre.clone();
        view.setting.add_hold_costs(standing, Hold::Left, &desk, &mut params);
        desk.move_to(&params);
        desk.objective(&standing.decision)
    };
    value(standing) - value(&view.setting.today())
}
