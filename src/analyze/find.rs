//! The analysis itself: stages, capacity, channels, contributions.

use crate::format::Format;
use crate::model::{Decision, Outcome, Stage, StageRates};
use crate::simulate::{Simulator, Trial};

use super::analysis::{Analysis, Basis, CapacityFinding, ChannelFinding, Contribution, Lever, StageFinding};
use super::lever::levers;
use super::reconcile::reconcile;
use super::response::response;
use super::target::{Aim, reach};
use super::why::{Reasons, why};

/// Work that following every channel by itself may take [channel-periods run]; beyond it the largest spenders are followed.
const WORK: usize = 400_000_000;
/// Runs that one channel takes: left out, next money, and a response curve.
const RUNS_PER_CHANNEL: usize = 40;
/// Share of capacity or visits that is tried.
const ONE_PERCENT: f64 = 0.01;

/// Analyzes a decision.
pub fn analyze(simulator: &mut Simulator, decision: &Decision) -> Analysis {
    analyze_beside(simulator, decision, None)
}

/// [`analyze`], with response curves that reach as far as another decision, such as a proposal.
pub fn analyze_beside(simulator: &mut Simulator, decision: &Decision, other: Option<&Decision>) -> Analysis {
    let followed = followed(simulator, decision);
    let Stages {
        value,
        stages,
        weakest,
        capacity,
    } = stages(simulator, decision);
    let (channels, actions, interaction) = contributions(simulator, decision, other, value, &followed);
    Analysis {
        objective: simulator.scenario().plan.objective.word(),
        value,
        stages,
        weakest,
        weakest_draws: None,
        capacity,
        channels,
        interaction,
        actions,
        reconciliation: reconcile(simulator),
    }
}

/// The part of an analysis that a cycle of improvement needs: the stages and the weakest of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Stages {
    /// Objective of the decision.
    pub value: f64,
    pub stages: Vec<StageFinding>,
    pub weakest: Option<Stage>,
    pub capacity: Option<CapacityFinding>,
}

/// Finds the weakest stage of a decision.
pub fn stages(simulator: &mut Simulator, decision: &Decision) -> Stages {
    let value = simulator.objective_at_medians(decision);
    let mut stages = findings(simulator, decision, &followed(simulator, decision));
    let capacity = capacity(simulator, decision, value);
    let weakest = weakest(&stages);
    let format = Format::new(&simulator.scenario().plan.currency);
    let reasons = Reasons {
        scenario: simulator.scenario(),
        format: &format,
        capacity: capacity.as_ref(),
        weakest,
    };
    let sentences: Vec<String> = stages.iter().map(|stage| why(&reasons, stage)).collect();
    for (stage, sentence) in stages.iter_mut().zip(sentences) {
        stage.why = sentence;
    }
    Stages {
        value,
        stages,
        weakest,
        capacity,
    }
}

/// Every stage with what is at stake in it, without the sentences; `channels` are those whose next money is tried.
pub(super) fn findings(simulator: &mut Simulator, decision: &Decision, channels: &[usize]) -> Vec<StageFinding> {
    let value = simulator.objective_at_medians(decision);
    let levers = levers(simulator, decision, value, channels);
    let rates = simulator.stage_rates_of(decision, &simulator.trial());
    let elasticities = elasticities(simulator, decision, &rates, value);
    Stage::ALL
        .into_iter()
        .zip(levers)
        .zip(elasticities)
        .map(|((stage, levers), elasticity)| finding(simulator, decision, stage, &rates, levers, elasticity, value))
        .collect()
}

/// What of the objective of `after` is lost if one stage's rate goes back to what it was in `before`: through which stage
/// the step from one to the other gains. Stages in the order of the funnel.
pub fn gains_by_stage(simulator: &mut Simulator, before: &Decision, after: &Decision) -> [f64; 4] {
    let value = simulator.objective_at_medians(after);
    let neutral = simulator.trial();
    let old = simulator.stage_rates_of(before, &neutral);
    let new = simulator.stage_rates_of(after, &neutral);
    let mut back = |aims: &[Aim]| {
        let mut trial = neutral.clone();
        for &aim in aims {
            let (was, is) = (aim.rate(&old), aim.rate(&new));
            if was > 0.0 && is > 0.0 && (is / was - 1.0).abs() > 1e-12 {
                trial = reach(simulator, after, trial, aim, was).trial;
            }
        }
        value - simulator.objective_of(after, &trial)
    };
    [
        back(&[Aim::Visits]),
        back(&[Aim::Act]),
        back(&[Aim::Convert]),
        back(&[Aim::Retention, Aim::Repeat]),
    ]
}

/// Channels that are followed one by one: all, or the largest spenders that the work allows.
pub(super) fn followed(simulator: &Simulator, decision: &Decision) -> Vec<usize> {
    let channels = simulator.model().channels();
    let most = (WORK / (simulator.model().work() * RUNS_PER_CHANNEL)).max(1);
    let mut all: Vec<usize> = (0..channels).collect();
    if most < channels {
        all.sort_by(|&a, &b| decision.channel_total(b).total_cmp(&decision.channel_total(a)));
        all.truncate(most);
        all.sort_unstable();
    }
    all
}

/// Percent of its size that the objective rises by for one percent of each stage's rate: above 0 where the rate helps, in a loss too.
fn elasticities(simulator: &mut Simulator, decision: &Decision, rates: &StageRates, value: f64) -> [Option<f64>; 4] {
    let seed = simulator.model().objective_seed();
    let levers = simulator.gradient(decision, &seed).1.levers;
    // a lever in log-odds moves the rate by p (1 - p): one percent of the rate is 0.01 / (1 - p) of it
    let by = [
        levers.reach,
        levers.act / (1.0 - rates.act),
        levers.convert / (1.0 - rates.convert),
        levers.retention / (1.0 - rates.retention),
    ];
    by.map(|slope| (value != 0.0 && slope.is_finite()).then(|| slope / value.abs()))
}

/// What the target of a stage would be worth, and where it cannot be reached.
fn at_target(simulator: &mut Simulator, decision: &Decision, stage: Stage, rates: &StageRates, value: f64) -> Option<(f64, bool)> {
    let scenario = simulator.scenario();
    let aims: Vec<(Aim, f64)> = match stage {
        Stage::Reach => scenario.reach.target.map(|target| (Aim::Visits, target)).into_iter().collect(),
        Stage::Act => scenario.act.target.map(|target| (Aim::Act, target)).into_iter().collect(),
        Stage::Convert => scenario.convert.target.map(|target| (Aim::Convert, target)).into_iter().collect(),
        Stage::Engage => {
            let engage = &scenario.engage;
            let retention = engage.retention_target.map(|target| (Aim::Retention, target));
            retention
                .into_iter()
                .chain(engage.repeat_target.map(|target| (Aim::Repeat, target)))
                .collect()
        }
    };
    if aims.is_empty() {
        return None;
    }
    let (mut trial, mut exact, mut open) = (simulator.trial(), true, false);
    for (aim, target) in aims {
        let rate = aim.rate(rates);
        if rate >= target {
            continue;
        }
        // nothing brings visits that a lever could raise
        if rate <= 0.0 && aim == Aim::Visits {
            exact = false;
            continue;
        }
        let reached = reach(simulator, decision, trial, aim, target);
        (trial, exact, open) = (reached.trial, exact && reached.exact, true);
    }
    let gain = if open {
        simulator.objective_of(decision, &trial) - value
    } else {
        0.0
    };
    Some((gain, exact))
}

fn finding(
    simulator: &mut Simulator,
    decision: &Decision,
    stage: Stage,
    rates: &StageRates,
    levers: Vec<Lever>,
    elasticity: Option<f64>,
    value: f64,
) -> StageFinding {
    let target_gain = at_target(simulator, decision, stage, rates, value);
    let scenario = simulator.scenario();
    let engage = &scenario.engage;
    let (rate, target) = match stage {
        Stage::Reach => (rates.visits, scenario.reach.target),
        Stage::Act => (rates.act, scenario.act.target),
        Stage::Convert => (rates.convert, scenario.convert.target),
        Stage::Engage => (rates.retention, engage.retention_target),
    };
    let (value_at_stake, basis, reachable) = match (target_gain, levers.first()) {
        (Some((gain, exact)), _) => (Some(gain), Basis::Target, exact),
        (None, Some(best)) => (Some(best.net_gain), Basis::Lever, true),
        (None, None) => (None, Basis::Unranked, true),
    };
    let engaged = stage == Stage::Engage;
    StageFinding {
        stage,
        rate,
        target,
        repeat_rate: engaged.then_some(rates.repeat),
        repeat_target: if engaged { engage.repeat_target } else { None },
        elasticity,
        value_at_stake,
        probability_weakest: None,
        at_stake_band: None,
        basis,
        reachable,
        levers,
        why: String::new(),
    }
}

/// The stage with the most at stake, if any has something.
pub(super) fn weakest(stages: &[StageFinding]) -> Option<Stage> {
    let mut best: Option<(f64, Stage)> = None;
    for stage in stages {
        if let Some(stake) = stage.value_at_stake
            && stake > best.map_or(0.0, |(most, _)| most)
        {
            best = Some((stake, stage.stage));
        }
    }
    best.map(|(_, stage)| stage)
}

/// Whether capacity binds, and what more of it or of the demand for it is worth.
fn capacity(simulator: &mut Simulator, decision: &Decision, value: f64) -> Option<CapacityFinding> {
    let leads = simulator.model().rate_params().capacity?;
    simulator.objective_at_medians(decision);
    let (mut bound, mut peak) = (0_usize, 0.0_f64);
    for flow in simulator.flows() {
        bound += usize::from(flow.backlog > 0.0);
        peak = peak.max(flow.backlog);
    }
    let mut gain = |change: &dyn Fn(&mut Trial)| {
        let mut trial = simulator.trial();
        change(&mut trial);
        simulator.objective_of(decision, &trial) - value
    };
    let value_of_one_percent = gain(&|trial| trial.params[leads.index()] *= 1.0 + ONE_PERCENT);
    let value_of_one_percent_visits = gain(&|trial| trial.levers.reach = 1.0 + ONE_PERCENT);
    Some(CapacityFinding {
        bound_periods: bound as f64 / decision.periods as f64,
        peak_backlog: peak,
        value_of_one_percent,
        value_of_one_percent_visits,
    })
}

/// Each channel and done action left out alone, and what none of them explains by itself.
fn contributions(
    simulator: &mut Simulator,
    decision: &Decision,
    other: Option<&Decision>,
    value: f64,
    followed: &[usize],
) -> (Vec<ChannelFinding>, Vec<Contribution>, Option<f64>) {
    let seed: Outcome<f64> = simulator.model().objective_seed();
    let mut rest = value - simulator.baseline().weighed(&seed);
    let marginal_rois = simulator.marginal_rois(decision);
    let mut channels: Vec<ChannelFinding> = (simulator.scenario().channels.iter())
        .zip(marginal_rois)
        .map(|(channel, marginal_roi)| ChannelFinding {
            name: channel.name.clone(),
            marginal_roi,
            contribution: None,
            response: None,
        })
        .collect();
    for &c in followed {
        let mut without = decision.clone();
        without.spend[c * decision.periods..(c + 1) * decision.periods].fill(0.0);
        let contribution = value - simulator.objective_at_medians(&without);
        rest -= contribution;
        channels[c].contribution = Some(contribution);
        channels[c].response = Some(response(simulator, decision, other, c));
    }
    let mut actions = Vec::new();
    for a in (0..decision.actions.len()).filter(|&a| decision.actions[a]) {
        let mut without = decision.clone();
        without.actions[a] = false;
        let contribution = value - simulator.objective_at_medians(&without);
        rest -= contribution;
        actions.push(Contribution {
            name: simulator.scenario().actions[a].name.clone(),
            contribution,
        });
    }
    let interaction = (followed.len() == channels.len()).then_some(rest);
    (channels, actions, interaction)
}
