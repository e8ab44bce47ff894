//! Switching values: how far one quantity alone may go before the other plan is the better one.

use super::subject::{Aside, Subject, Values};
use super::tornado::Safe;
use crate::math::{exp, ln};
use crate::scenario::Quantity;

/// Levels at which the gain is looked at first; odd, so that the median is one of them.
pub(super) const GRID: usize = 41;
/// The lowest of them; the highest is as far above the median.
const LOWEST: f64 = 0.001;
/// A switching value is found to this share of the range that was looked at.
const PRECISION: f64 = 1e-9;
/// Parts into which a range with a change of sign is cut at once: many brackets together fill the lanes, and eight rounds suffice.
const PARTS: usize = 10;

/// A value of a quantity at which the gain changes its sign.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Switch {
    pub(super) value: f64,
    /// The probability that the quantity is below it.
    pub(super) level: f64,
    /// Today's objective there.
    pub(super) today: f64,
}

/// What is known of one quantity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Switches {
    pub(super) nearest: Option<Switch>,
    /// `None` without a second plan, or without a finite gain at the median.
    pub(super) safe: Option<Safe>,
}

/// Probabilities from 0.1 % to 99.9 %, at equal steps of their log-odds, 1/2 in the middle.
pub(super) fn levels() -> [f64; GRID] {
    let last = ln(LOWEST / (1.0 - LOWEST));
    std::array::from_fn(|i| {
        let log_odds = last * (1.0 - 2.0 * i as f64 / (GRID - 1) as f64);
        1.0 / (1.0 + exp(-log_odds))
    })
}

/// A range at whose ends the gain has different signs.
struct Bracket {
    input: usize,
    /// The end with the sign of the median.
    inner: f64,
    outer: f64,
    /// Range of the whole grid.
    range: f64,
}

/// Where the gain changes its sign, for each quantity, of its grid.
pub(super) fn switches(subject: &Subject, grids: &[(&[Aside], &[Values])]) -> Vec<Switches> {
    let better = |values: &Values| values.gain().is_some_and(|gain| gain > 0.0);
    let middle = GRID / 2;
    let (down, up): (Vec<usize>, Vec<usize>) = ((0..middle).rev().collect(), (middle + 1..GRID).collect());
    let mut brackets = Vec::new();
    // of each quantity: its bracket below the median, and above
    let mut sides: Vec<[Option<usize>; 2]> = Vec::with_capacity(grids.len());
    for (points, values) in grids {
        let at_median = better(&values[middle]);
        let mut bracket = |path: &[usize]| {
            let mut inner = middle;
            // a plan that outgrows all numbers is neither better nor worse: nothing is said beyond
            let told = path.iter().copied().take_while(|&i| values[i].gain().is_some_and(f64::is_finite));
            let outer = told.into_iter().find(|&i| {
                let switched = better(&values[i]) != at_median;
                if !switched {
                    inner = i;
                }
                switched
            })?;
            brackets.push(Bracket {
                input: points[outer].input,
                inner: points[inner].value,
                outer: points[outer].value,
                range: points[GRID - 1].value - points[0].value,
            });
            Some(brackets.len() - 1)
        };
        sides.push([bracket(&down), bracket(&up)]);
    }
    narrow(
        subject,
        &mut brackets,
        &grids.iter().map(|(_, values)| better(&values[middle])).collect::<Vec<_>>(),
    );
    let points: Vec<Aside> = brackets
        .iter()
        .map(|bracket| Aside {
            input: bracket.input,
            value: 0.5 * (bracket.inner + bracket.outer),
        })
        .collect();
    let switched: Vec<Switch> = points
        .iter()
        .zip(subject.aside(&points))
        .map(|(point, values)| Switch {
            value: point.value,
            level: level(subject.quantity(point.input), point.value),
            today: values.today,
        })
        .collect();
    let switch = |bracket: Option<usize>| bracket.map(|bracket| switched[bracket]);
    sides
        .into_iter()
        .zip(grids)
        .map(|(sides, (_, values))| {
            let known = values[middle].gain().is_some_and(|gain| gain.is_finite() && gain != 0.0);
            if !known {
                return Switches { nearest: None, safe: None };
            }
            let [below, above] = sides.map(switch);
            let safe = match (below, above) {
                (None, None) => Safe::Both,
                (None, Some(_)) => Safe::Below,
                (Some(_), None) => Safe::Above,
                (Some(_), Some(_)) => Safe::Neither,
            };
            let distance = |switch: &Switch| (switch.level - 0.5).abs();
            let nearest = below.into_iter().chain(above).min_by(|a, b| distance(a).total_cmp(&distance(b)));
            Switches { nearest, safe: Some(safe) }
        })
        .collect()
}

/// Narrows every bracket to a share of its quantity's range, all of them in one batch a round.
fn narrow(subject: &Subject, brackets: &mut [Bracket], better_at_median: &[bool]) {
    loop {
        let open: Vec<usize> = (0..brackets.len())
            .filter(|&i| {
                let Bracket { inner, outer, range, .. } = brackets[i];
                // where doubles are coarser than the precision their next neighbours end it
                let (low, high) = (inner.min(outer), inner.max(outer));
                high - low > PRECISION * range && low.next_up() < high
            })
            .collect();
        if open.is_empty() {
            return;
        }
        let points: Vec<Aside> = open
            .iter()
            .flat_map(|&i| {
                let Bracket { input, inner, outer, .. } = brackets[i];
                (1..PARTS).map(move |part| Aside {
                    input,
                    value: inner + (outer - inner) * (part as f64 / PARTS as f64),
                })
            })
            .collect();
        let found = subject.aside(&points);
        for ((&i, points), found) in open.iter().zip(points.chunks_exact(PARTS - 1)).zip(found.chunks_exact(PARTS - 1)) {
            let bracket = &mut brackets[i];
            for (point, values) in points.iter().zip(found) {
                if values.gain().is_some_and(|gain| gain > 0.0) == better_at_median[point.input] {
                    bracket.inner = point.value;
                } else {
                    bracket.outer = point.value;
                    break;
                }
            }
        }
    }
}

/// The probability that a quantity is below a value, to as many bits as a double has around one half.
fn level(quantity: Quantity, value: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..53 {
        let middle = 0.5 * (low + high);
        if quantity.quantile(middle) < value {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}
