//! Audience: sources reach the same people more and more often, `N = U · (1 - exp(-ΣV / U))`.
//!
//! A planner's words: with 100 000 people in town, the second leaflet mostly finds a neighbour who has the first.
//! Visits `V` and people `U` are per period. Every source keeps the share `N / ΣV` of its visits.

use crate::math::Real;

/// `N / ΣV`, the share of the visits that remains; 1 where there are none.
#[inline(always)]
pub(super) fn share<F: Real>(visits: F, people: F) -> F {
    let load = visits / people;
    let share = -(-load).exp_m1() / load;
    load.select_lt(F::from_f64(f64::MIN_POSITIVE), F::one(), share)
}

/// Adjoints of visits and people from that of the share.
#[inline(always)]
pub(super) fn share_reverse<F: Real>(visits: F, people: F, share: F, adjoint: F) -> (F, F) {
    let load = visits / people;
    // d share / d load = (e^-load - share) / load, and -1/2 without visits
    let steepness = ((-load).exp() - share) / load;
    let by_load = adjoint * load.select_lt(F::from_f64(f64::MIN_POSITIVE), F::from_f64(-0.5), steepness);
    (by_load / people, -(by_load * load / people))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cap_takes_what_the_formula_says() {
        // U = 1000, ΣV = 1000: N = 1000 (1 - 1/e)
        assert!((share(1000.0_f64, 1000.0) - 0.632_120_558_828_557_7).abs() < 1e-15);
        assert_eq!(share(0.0_f64, 1000.0), 1.0);
        // far below the cap nothing is lost: 1 - z/2 + z²/6
        let z = 1e-9_f64;
        assert!((share(z, 1.0) - (1.0 - z / 2.0)).abs() < 1e-15);
    }
}
