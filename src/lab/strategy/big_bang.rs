//! Jump to the believed optimum at once, claim what it promises, and look away: nobody holds what the actions have gained.

use crate::lab::Because;
use crate::lab::view::{Turn, View};

pub(super) fn choose(view: &View<'_>) -> Turn {
    if view.cycle > 0 {
        return view.stay(Because::Standing);
    }
    Turn {
        standing: view.opening.optimum.clone(),
        because: Because::Jump,
        claim: view.opening.promise,
    }
}
