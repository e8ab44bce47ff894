//! Whether limits can be kept together: a second opinion that shares no text with the optimizer.

use osa::scenario::{Pacing, Scenario};

/// Whether some plan keeps all limits, by a second opinion: each limit written out again from the scenario, over every channel's spend of every period
/// (they are all even here, so that a level is one amount for all periods), and a simplex method of its own.
pub fn can_be_kept(scenario: &Scenario) -> bool {
    let (periods, channels) = (scenario.plan.periods, &scenario.channels);
    let n = channels.len() * periods;
    let budget = scenario.plan.budget.expect("every scenario here has one");
    // each row is Σ weight · x ≤ most
    let mut rows: Vec<(Vec<f64>, f64)> = Vec::new();
    let mut at_most = |terms: &[(usize, f64)], most: f64| {
        let mut weights = vec![0.0; n];
        for &(i, weight) in terms {
            weights[i] += weight;
        }
        if most < f64::INFINITY {
            rows.push((weights, most));
        }
    };
    let negative = |terms: &[(usize, f64)]| -> Vec<(usize, f64)> { terms.iter().map(|&(i, weight)| (i, -weight)).collect() };
    let mut between = |terms: &[(usize, f64)], least: f64, most: f64| {
        at_most(terms, most);
        at_most(&negative(terms), -least);
    };
    let all = |of: &[usize]| -> Vec<(usize, f64)> { of.iter().flat_map(|&c| (0..periods).map(move |t| (c * periods + t, 1.0))).collect() };
    let everything = all(&(0..channels.len()).collect::<Vec<_>>());
    between(&everything, if scenario.plan.spend_all { budget } else { 0.0 }, budget);
    for (c, channel) in channels.iter().enumerate() {
        let limits = &channel.limits;
        for t in 0..periods {
            let x = c * periods + t;
            let (mut least, mut most) = (limits.min, limits.max);
            if limits.locked {
                (least, most) = (channel.spend[t], channel.spend[t]);
            } else if let Some(booked) = limits.committed.iter().find(|booked| booked.0 == t) {
                (least, most) = (booked.1, booked.1);
            }
            between(&[(x, 1.0)], least, most);
            if channel.pacing != Pacing::Free && t > 0 {
                between(&[(x, 1.0), (x - 1, -1.0)], 0.0, 0.0);
            }
            if let Some(ramp) = limits.ramp {
                let fall = (1.0 - ramp).max(0.0);
                if t > 0 {
                    between(&[(x, 1.0), (x - 1, -1.0 - ramp)], f64::NEG_INFINITY, 0.0);
                    between(&[(x, 1.0), (x - 1, -fall)], 0.0, f64::INFINITY);
                } else if channel.history > 0.0 {
                    between(&[(x, 1.0)], fall * channel.history, (1.0 + ramp) * channel.history);
                }
            }
        }
        between(&all(&[c]), limits.min_total, limits.max_total);
    }
    for group in &scenario.plan.groups {
        for t in 0..periods {
            let of_period: Vec<(usize, f64)> = group.channels.iter().map(|&c| (c * periods + t, 1.0)).collect();
            between(&of_period, group.min, group.max);
        }
        between(&all(&group.channels), group.min_total, group.max_total);
        let less = |share: f64| [all(&group.channels), everything.iter().map(|&(i, _)| (i, -share)).collect()].concat();
        if group.min_share > 0.0 {
            between(&less(group.min_share), 0.0, f64::INFINITY);
        }
        if group.max_share < 1.0 {
            between(&less(group.max_share), f64::NEG_INFINITY, 0.0);
        }
    }
    // what some hundred pivots lose by rounding is far less than the millionth part of an amount that the tests move
    least_broken(&rows, n) <= 1e-9 * budget
}

/// The smallest sum by which rows `Σ weight · x ≤ most` are broken at amounts of 0 or more: the first phase of the simplex method on a full tableau, by
/// Bland's rule, which cannot cycle.
fn least_broken(rows: &[(Vec<f64>, f64)], n: usize) -> f64 {
    let count = rows.len();
    // columns: amounts, slacks, what is broken, right-hand side
    let width = n + 2 * count + 1;
    let mut tableau = vec![vec![0.0; width]; count + 1];
    let mut basis = vec![0; count];
    for (r, (weights, most)) in rows.iter().enumerate() {
        let sign = if *most < 0.0 { -1.0 } else { 1.0 };
        for (i, weight) in weights.iter().enumerate() {
            tableau[r][i] = sign * weight;
        }
        tableau[r][n + r] = sign;
        tableau[r][width - 1] = sign * most;
        basis[r] = n + r;
        if sign < 0.0 {
            tableau[r][n + count + r] = 1.0;
            basis[r] = n + count + r;
            for k in (0..n + count).chain([width - 1]) {
                let entry = tableau[r][k];
                tableau[count][k] -= entry;
            }
        }
    }
    while let Some(enters) = (0..n + count).find(|&k| tableau[count][k] < -1e-9) {
        let ratio = |r: usize| tableau[r][width - 1] / tableau[r][enters];
        let Some(leaves) = (0..count)
            .filter(|&r| tableau[r][enters] > 1e-9)
            .min_by(|&a, &b| ratio(a).total_cmp(&ratio(b)).then(basis[a].cmp(&basis[b])))
        else {
            break;
        };
        let pivot = tableau[leaves][enters];
        tableau[leaves].iter_mut().for_each(|entry| *entry /= pivot);
        let row = tableau[leaves].clone();
        for (r, other) in tableau.iter_mut().enumerate() {
            let factor = other[enters];
            if r != leaves && factor != 0.0 {
                other.iter_mut().zip(&row).for_each(|(entry, pivot)| *entry -= factor * pivot);
            }
        }
        basis[leaves] = enters;
    }
    -tableau[count][width - 1]
}
