//! By how much a limit that clashes has to give way, all the others as they are.

use crate::optimize::asked::Asked;
use crate::optimize::feasible::Budget;
use crate::optimize::limit::{Constraint, Limit};
use crate::optimize::variables::Variables;
use crate::scenario::Scenario;

use super::filter::{Members, share_of, share_row};
use super::program::Answer;

/// Doublings of a change, and halvings after them: a change is right to less than a millionth of itself.
const DOUBLINGS: usize = 40;
const HALVINGS: usize = 24;

/// The smallest change of a limit with which a plan keeps all of `limits`, in the unit of its key; above 0 it is raised. `None` where no amount
/// would help, or where that is not known.
pub(super) fn gives_way(scenario: &Scenario, variables: &Variables, members: &Members, limits: &[Limit], limit: Limit) -> Option<f64> {
    let others: Vec<Limit> = limits.iter().copied().filter(|&other| other != limit).collect();
    let hard = || members.of(others.iter().copied());
    let rest: Vec<&Constraint> = hard().collect();
    let keeps = |soft: &[Constraint]| keeps(members, &rest, soft);
    let soft = members.of_limit.get(&limit)?;
    match limit {
        Limit::Locked(_) | Limit::Committed(_) => None,
        Limit::Ramp(c) => {
            let channel = &scenario.channels[c];
            let ramp = channel.limits.ramp?;
            smallest(|by| Asked::ramp(variables, channel, c, ramp + by).is_some_and(|soft| keeps(&soft)))
        }
        Limit::GroupMinShare(_) | Limit::GroupMaxShare(_) => match members.budget {
            Budget::Exactly(money) if money > 0.0 && others.contains(&Limit::Budget) => {
                // of an amount that is known a share is a sum like others
                let soft: Vec<Constraint> = soft.iter().map(|row| row.clone().moving(money)).collect();
                members.programs.gives_way(hard(), &soft, false)
            }
            _ => {
                let share = share_of(scenario, limit)?.1;
                let sign = if matches!(limit, Limit::GroupMinShare(_)) { -1.0 } else { 1.0 };
                let moved = |by: f64| (share + sign * by).clamp(0.0, 1.0);
                smallest(|by| keeps(&[share_row(scenario, variables, limit, moved(by))])).map(|by| moved(by) - share)
            }
        },
        Limit::Step(_) => members.programs.gives_way(hard(), soft, true),
        _ => members.programs.gives_way(hard(), soft, false),
    }
}

fn keeps<'a>(members: &Members, hard: &[&'a Constraint], soft: &'a [Constraint]) -> bool {
    members.programs.keeps(hard.iter().copied().chain(soft)) == Answer::Kept
}

/// The smallest change that is enough, by halves.
fn smallest(is_enough: impl Fn(f64) -> bool) -> Option<f64> {
    let mut high = 0.001;
    let mut low = 0.0;
    for _ in 0..DOUBLINGS {
        if is_enough(high) {
            for _ in 0..HALVINGS {
                let middle = f64::midpoint(low, high);
                if is_enough(middle) { high = middle } else { low = middle }
            }
            return Some(high);
        }
        low = high;
        high *= 2.0;
    }
    None
}
