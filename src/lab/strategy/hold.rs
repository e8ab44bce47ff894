//! Change nothing: the plan of the file to the end. What chance does here, nobody did.

use crate::lab::Because;
use crate::lab::view::{Turn, View};

pub(super) fn choose(view: &View<'_>) -> Turn {
    view.stay(Because::Standing)
}
