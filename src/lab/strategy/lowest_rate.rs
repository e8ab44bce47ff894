//! Always fix the stage with the lowest rate, whatever a better rate there would be worth.
//!
//! Rates of the last cycle: leads a visit (Act), customers a lead (Convert), customers kept (Engage). The stage with the lowest one gets the cheapest
//! action that moves it; without one its channels get a step more money, those that lift its rate or, where none does, the one whose own rate is best.

use crate::lab::Because;
use crate::lab::Measured;
use crate::lab::setting::Standing;
use crate::lab::view::{Turn, View, scaled};
use crate::model::Stage;
use crate::scenario::{Channel, Moves};

pub(super) fn choose(view: &View<'_>) -> Turn {
    let Some(last) = view.cycle.checked_sub(1) else {
        return view.stay(Because::Standing);
    };
    let span = &view.setting.spans[last];
    let measured = view.diary.measured(view.setting, span, &view.standing.decision.spend);
    let kept: f64 = view.diary.kept[span.first..span.end].iter().sum();
    let at_risk: f64 = (span.first..span.end).map(|t| view.diary.active_before(t)).sum();
    let rates = [
        (Stage::Act, measured.leads / measured.visits),
        (Stage::Convert, measured.customers / measured.leads),
        (Stage::Engage, kept / at_risk),
    ];
    let known = rates.into_iter().filter(|(_, rate)| rate.is_finite());
    let Some((stage, _)) = known.min_by(|a, b| a.1.total_cmp(&b.1)) else {
        return view.stay(Because::Standing);
    };
    let next = with_an_action(view, stage).or_else(|| with_more_money(view, stage, &measured));
    next.map_or_else(
        || view.stay(Because::Standing),
        |standing| Turn {
            standing,
            because: Because::LowestRate(stage),
            claim: view.booked(),
        },
    )
}

/// The plan with the cheapest open action that moves a stage's rate and can be paid.
fn with_an_action(view: &View<'_>, stage: Stage) -> Option<Standing> {
    let actions = &view.setting.scenario.actions;
    let mut open: Vec<usize> = (0..actions.len())
        .filter(|&a| !view.standing.decision.actions[a] && moves(stage, actions[a].moves))
        .collect();
    open.sort_by(|&a, &b| actions[a].cost.median().total_cmp(&actions[b].cost.median()));
    let desk = view.desk_of_file()?;
    open.into_iter().find_map(|a| desk.take_up(view.standing, a))
}

fn moves(stage: Stage, moves: Moves) -> bool {
    match stage {
        Stage::Act => moves == Moves::Act,
        Stage::Convert => moves == Moves::Convert,
        Stage::Engage => matches!(moves, Moves::Retention | Moves::Repeat),
        Stage::Reach => false,
    }
}

/// The plan with a step more money for the channels of a stage.
fn with_more_money(view: &View<'_>, stage: Stage, measured: &Measured) -> Option<Standing> {
    let channels = &view.setting.scenario.channels;
    let lifts = |channel: &Channel| match stage {
        Stage::Act => channel.act.is_some(),
        Stage::Convert => channel.convert.is_some(),
        Stage::Engage => channel.retention.is_some() || channel.repeat.is_some(),
        Stage::Reach => false,
    };
    let mut favoured: Vec<usize> = (0..channels.len()).filter(|&c| lifts(&channels[c])).collect();
    if favoured.is_empty() {
        let rate = |c: usize| match stage {
            Stage::Act => measured.channels[c].leads / measured.channels[c].visits,
            _ => measured.channels[c].customers / measured.channels[c].leads,
        };
        let known = (0..channels.len()).filter(|&c| rate(c).is_finite());
        favoured.extend(known.max_by(|&a, &b| rate(a).total_cmp(&rate(b))));
    }
    let step = view.setting.scenario.plan.step;
    let more = |c: usize| if favoured.contains(&c) { 1.0 + step } else { 1.0 };
    let spend = scaled(&view.standing.decision, view.now(), more);
    view.desk_of_file()?.nearest(view.standing, spend)
}
