//! Where a rising function of the budget first comes to a value, found between two budgets.

/// A budget \[money\] and how far its figure is above what is wanted; minus infinity where no plan is that cheap.
#[derive(Debug, Clone, Copy)]
pub(super) struct End {
    pub(super) budget: f64,
    pub(super) over: f64,
    /// Slope of the figure by the budget there; `None`: not known.
    pub(super) slope: Option<f64>,
}

/// The next budget to try between one that falls short and one that does not.
///
/// Of a concave function the tangent at the lower end meets the value before it is reached and the chord after it: taken in turns they
/// close in from both sides, each as fast as Newton's method. Every third try halves the bracket, whatever the function is.
pub(super) fn next(low: End, high: End, turn: usize) -> f64 {
    let width = high.budget - low.budget;
    let middle = low.budget + 0.5 * width;
    let tangent = low.slope.filter(|slope| *slope > 0.0).map(|slope| low.budget - low.over / slope);
    let chord = low.budget - low.over * width / (high.over - low.over);
    let wanted = match turn % 3 {
        0 => tangent.unwrap_or(chord),
        1 => chord,
        _ => middle,
    };
    // a try on an end would say nothing new
    let edge = 1e-4 * width;
    if wanted.is_finite() && wanted > low.budget && wanted < high.budget {
        wanted.clamp(low.budget + nudge(wanted, edge), high.budget - nudge(wanted, edge))
    } else {
        middle
    }
}

/// How far a try keeps away from an end: less where the bracket is narrow, never more than a hundred-millionth of the budget.
fn nudge(budget: f64, edge: f64) -> f64 {
    edge.min(1e-8 * budget)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tries until the bracket is a ten-millionth wide, and where it ends.
    fn close(figure: impl Fn(f64) -> (f64, Option<f64>), mut low: f64, mut high: f64) -> (usize, f64) {
        let end = |budget: f64| {
            let (over, slope) = figure(budget);
            End { budget, over, slope }
        };
        for turn in 0.. {
            if high - low <= 1e-7 * high {
                return (turn, high);
            }
            let budget = next(end(low), end(high), turn);
            assert!(low < budget && budget < high);
            if figure(budget).0 < 0.0 { low = budget } else { high = budget }
        }
        unreachable!("every third try halves the bracket")
    }

    #[test]
    fn a_concave_figure_is_met_after_a_few_tries() {
        // √B = 7
        let (tries, budget) = close(|b: f64| (b.sqrt() - 7.0, Some(0.5 / b.sqrt())), 1.0, 1000.0);
        assert!(tries <= 20 && (budget / 49.0 - 1.0).abs() < 1e-7, "{tries} {budget}");
    }

    #[test]
    fn a_jump_is_found_by_halving() {
        let (tries, budget) = close(
            |b| if b < 123.0 { (f64::NEG_INFINITY, None) } else { (1.0, Some(0.0)) },
            0.0,
            1024.0,
        );
        // a try where the figure is unknown halves: 1024 / 123e-7 is 27 doublings
        assert!(tries <= 85 && (budget / 123.0 - 1.0).abs() < 1e-7, "{tries} {budget}");
    }
}
