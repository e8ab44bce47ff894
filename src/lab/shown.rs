//! One world looked at closely: its truth, and every course through it.

use std::collections::BTreeMap;

use super::charts::control_charts;
use super::course::Course;
use super::setting::{Setting, Standing};
use super::world::World;
use super::{CourseShown, CycleShown, WorldShown};

/// What is shown of a world; the first course is that of hold.
pub(super) fn look_closely(setting: &Setting, world: &World, mut courses: Vec<Course>) -> WorldShown {
    let of_hold = courses[0].expected(world);
    WorldShown {
        world: world.number + 1,
        truth: world.hidden(setting),
        courses: courses
            .iter_mut()
            .map(|course| of_course(setting, world, course, of_hold))
            .collect(),
    }
}

fn of_course(setting: &Setting, world: &World, course: &mut Course, of_hold: f64) -> CourseShown {
    CourseShown {
        strategy: course.strategy,
        value: course.value,
        claimed: course.claimed(),
        true_gain: course.expected(world) - of_hold,
        path: course.path(setting),
        cycles: (0..course.played.len()).map(|cycle| of_cycle(setting, course, cycle)).collect(),
        charts: control_charts(&course.diary, &setting.season),
    }
}

pub(super) fn of_cycle(setting: &Setting, course: &Course, cycle: usize) -> CycleShown {
    let played = &course.played[cycle];
    let plan = course.plan_in(cycle);
    CycleShown {
        cycle: cycle + 1,
        because: played.because,
        moves: moves(setting, cycle, &played.before, plan),
        actions: taken_up(setting, &played.before, plan),
        predicted: course
            .predicted
            .get(cycle)
            .map(|predicted| predicted.customers)
            .filter(|customers| customers.p50.is_finite()),
        measured: course.diary.measured(setting, &setting.spans[cycle], &plan.decision.spend),
        claimed: played.claim,
    }
}

/// Change of each channel's mean spend from a cycle on, where it is half a cent or more.
pub(super) fn moves(setting: &Setting, cycle: usize, before: &Standing, after: &Standing) -> BTreeMap<String, f64> {
    let first = setting.spans[cycle].first;
    let mean = |standing: &Standing, c: usize| {
        let open = &standing.decision.channel(c)[first..];
        open.iter().sum::<f64>() / open.len() as f64
    };
    let channels = setting.scenario.channels.iter().enumerate();
    channels
        .map(|(c, channel)| (channel.name.clone(), mean(after, c) - mean(before, c)))
        .filter(|(_, change)| change.abs() >= 0.005)
        .collect()
}

/// Names of the actions that one plan has beyond another.
pub(super) fn taken_up(setting: &Setting, before: &Standing, after: &Standing) -> Vec<String> {
    let taken = before.decision.actions.iter().zip(&after.decision.actions);
    let actions = setting.scenario.actions.iter().zip(taken);
    actions
        .filter(|(_, (before, after))| !**before && **after)
        .map(|(action, _)| action.name.clone())
        .collect()
}
