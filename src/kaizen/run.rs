//! The loop: analyze → propose a bounded move → score → keep it if the objective rises → next cycle.

use crate::analyze::{analyze_beside, by_move, stages};
use crate::format::Format;
use crate::model::Decision;
use crate::optimize::{Clash, Space, Spent, propose};
use crate::scenario::Objective;
use crate::score::score;
use crate::simulate::Simulator;

use super::cycle::{Stride, best_move};
use super::journal::{Cycle, Journal, Standing, Stop};
use super::reason::{reason, through};

/// Cycles after which the loop ends in any case.
const MOST_CYCLES: usize = 200;
/// A cycle that gains less than this share of what there is to gain is not worth another.
const TOLERANCE: f64 = 1e-4;
/// A cycle that gains less than this share of the objective gains nothing.
const ROUNDING: f64 = 1e-9;

/// Runs the loop from the plan of the file; `progress` sees each cycle as it ends.
///
/// # Errors
/// Where limits and budget clash: no plan keeps them all.
pub fn run(simulator: &mut Simulator, progress: &mut dyn FnMut(&Cycle)) -> Result<Journal, Clash> {
    let space = Space::new(simulator)?;
    let proposal = propose(simulator)?;
    let today = simulator.today();
    let start = simulator.objective(&today);
    let to_gain = proposal.proposal.objective - start;
    let mut current = today.clone();
    let mut cycles: Vec<Cycle> = Vec::new();
    let mut spent = Spent::on_loop(simulator.work());
    let stride = Stride::of_plan(simulator);
    let stop = loop {
        if cycles.len() == MOST_CYCLES {
            break Stop::Cycles(MOST_CYCLES);
        }
        if spent.is_all() {
            break Stop::Size;
        }
        let mut found = stages(simulator, &current);
        // what is at stake is told at the medians, what a move gains in what the search climbs
        found.value = simulator.objective(&current);
        let rounding = ROUNDING * found.value.abs();
        let worth_it = rounding.max(TOLERANCE * to_gain.abs());
        let off_by = space.off_by(simulator, &current);
        let Some(next) = best_move(simulator, &space, &current, stride, &mut spent) else {
            break Stop::Limits;
        };
        let gain = next.value - found.value;
        // a plan outside limits or budget has to come nearer to them, whatever that costs
        let forced = space.off_by(simulator, &next.decision) < off_by;
        if gain <= worth_it && !forced {
            let step = simulator.scenario().plan.step;
            break if off_by > 0.0 {
                Stop::Limits
            } else if gain > rounding {
                Stop::Tolerance { step, least: worth_it }
            } else {
                Stop::Nothing { step }
            };
        }
        let way = through(simulator, &current, found.value, &next);
        let forecast = simulator.forecast(&next.decision);
        let cycle = Cycle {
            cycle: cycles.len() + 1,
            weakest: found.weakest,
            through: way.stage(),
            before: found.value,
            after: next.value,
            moves: moves(simulator, &current, &next.decision),
            action: next.action.map(|a| simulator.scenario().actions[a].name.clone()),
            score: score(simulator.scenario(), &forecast).score,
            reason: reason(simulator, &found, &current, &next, way, forced),
        };
        progress(&cycle);
        cycles.push(cycle);
        current = next.decision;
    };
    let end = simulator.objective(&current);
    let optimum = proposal.proposal.objective.max(end);
    let captured = (optimum - start > ROUNDING * optimum.abs()).then(|| (end - start) / (optimum - start));
    Ok(Journal {
        objective: simulator.scenario().plan.objective.word(),
        cycles,
        start,
        end,
        optimum,
        captured,
        stopped: stopped(simulator, stop),
        stop,
        before: standing(simulator, &today, Some(&current)),
        after: standing(simulator, &current, None),
        by_move: by_move(simulator, &today, &current),
        proposal,
    })
}

/// What stopped the loop, in words.
fn stopped(simulator: &Simulator, stop: Stop) -> String {
    let plan = &simulator.scenario().plan;
    let format = Format::new(&plan.currency);
    match stop {
        Stop::Cycles(most) => format!("the limit of {most} cycles"),
        Stop::Size => "the scenario is so large that more cycles would take minutes".to_owned(),
        Stop::Limits => "no move keeps limits and budget".to_owned(),
        Stop::Tolerance { step, least } => {
            let least = match plan.objective {
                Objective::Profit | Objective::Revenue => format.money(least),
                Objective::Customers => format!("{} customers", format.count(least)),
            };
            let step = format.percent(step);
            format!("no move of at most {step} per channel gains more than the tolerance of {least}")
        }
        Stop::Nothing { step } => {
            let step = format.percent(step);
            format!("no move of at most {step} per channel gains anything")
        }
    }
}

/// Change of each channel's total that moved \[money\].
fn moves(simulator: &Simulator, before: &Decision, after: &Decision) -> std::collections::BTreeMap<String, f64> {
    (simulator.scenario().channels.iter())
        .enumerate()
        .map(|(c, channel)| (channel.name.clone(), after.channel_total(c) - before.channel_total(c)))
        .filter(|(_, change)| change.abs() >= 0.005)
        .collect()
}

fn standing(simulator: &mut Simulator, decision: &Decision, other: Option<&Decision>) -> Standing {
    let forecast = simulator.forecast(decision);
    Standing {
        decision: decision.clone(),
        objective: simulator.objective(decision),
        scorecard: score(simulator.scenario(), &forecast),
        analysis: analyze_beside(simulator, decision, other),
        forecast,
    }
}
