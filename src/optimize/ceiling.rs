//! How high any plan can come: the bound of a scenario's space, where its funnel is plain.

use crate::simulate::Simulator;

use super::bound::{Allowed, Bounded, Pace, Rows, bound};
use super::feasible::FeasibleSet;
use super::space::Space;

/// The bound beside one choice of actions, and plans near it; `None` where the funnel is not plain, or a channel of fixed shape has committed
/// periods. Rows of the set are left out but for what their `prices` say: the bound is valid in any case, and tight at the right ones.
pub(super) fn ceiling(
    simulator: &Simulator,
    space: &Space,
    set: &FeasibleSet,
    actions: &[bool],
    prices: Option<&[f64]>,
) -> Option<Bounded> {
    let apart = simulator.apart(actions)?;
    let variables = space.variables();
    let channels = variables.count();
    let shapes: Vec<Option<Vec<f64>>> = (0..channels).map(|c| variables.level_shape(c)).collect::<Option<_>>()?;
    let paces: Vec<Pace<'_>> = shapes
        .iter()
        .map(|shape| shape.as_deref().map_or(Pace::Periods, Pace::Level))
        .collect();
    let limits = simulator.scenario().channels.iter().map(|channel| &channel.limits);
    let burst: Vec<f64> = limits.map(|limits| if space.has_bursts() { limits.burst } else { 0.0 }).collect();
    let periods = variables.periods();
    let priced = prices.filter(|prices| !prices.is_empty()).map(|prices| {
        let mut left = vec![0.0; space.dimension()];
        set.rows.charge_rows(prices, &mut left);
        let price: Vec<f64> = (0..channels)
            .flat_map(|c| (0..periods).map(move |t| (c, t)))
            .map(|(c, t)| -left[variables.spend(c, t).0])
            .collect();
        (price, set.rows.worth_of_rows(prices))
    });
    bound(
        &apart,
        &Allowed {
            paces: &paces,
            lower: space.lower(),
            upper: space.upper(),
            burst: space.has_bursts().then_some(burst.as_slice()),
            budget: set.budget(),
            rows: priced.as_ref().map(|(price, granted)| Rows { price, granted: *granted }),
        },
    )
}
