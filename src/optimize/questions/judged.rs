//! Proposals of a search that climbs a risk, told in the unit of the objective.

use crate::simulate::{Risk, Simulator};

use super::super::clash::Clash;
use super::super::proposal::{Column, Proposal, Status};
use super::super::propose::propose;

/// What a search climbed, and what it is of today's plan and of the proposal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    pub risk: Risk,
    /// Draws that it is made of.
    pub draws: usize,
    pub today: f64,
    pub proposal: f64,
}

/// The best proposal by a risk over the draws of [`Simulator::expect`]; all objectives that it tells are means over these draws.
///
/// Prices and sentences about the next money are those of the risk. Those of a probability are left out: nobody reads shares of a future
/// per unit of money.
///
/// # Errors
/// As [`propose`].
pub fn propose_judged(simulator: &mut Simulator, risk: Risk) -> Result<(Proposal, Option<Judged>), Clash> {
    simulator.judge(risk);
    let mut proposal = propose(simulator)?;
    let (Some(draws), false) = (simulator.expected_over(), risk == Risk::Mean) else {
        return Ok((proposal, None));
    };
    let judged = Judged {
        risk,
        draws,
        today: proposal.today.objective,
        proposal: proposal.proposal.objective,
    };
    simulator.judge(Risk::Mean);
    restate(simulator, &mut proposal);
    simulator.judge(risk);
    if matches!(risk, Risk::Probability { .. }) {
        proposal.budget_price = None;
        proposal.limits.clear();
        for row in &mut proposal.channels {
            row.limit_price = None;
            row.why.clear();
        }
        // the first sentence says that there is nothing to gain; the others have prices in them
        proposal.notes.truncate(usize::from(proposal.status == Status::NothingToGain));
    }
    proposal.upper_bound = None;
    proposal.gap = None;
    Ok((proposal, Some(judged)))
}

/// Puts means in the place of what the search climbed.
fn restate(simulator: &mut Simulator, proposal: &mut Proposal) {
    let columns: [Option<&mut Column>; 4] = [
        Some(&mut proposal.today),
        proposal.scaled.as_mut(),
        Some(&mut proposal.proposal),
        proposal.unlimited.as_mut(),
    ];
    for column in columns.into_iter().flatten() {
        column.objective = simulator.objective(&column.decision);
    }
    let best = &proposal.proposal;
    for (a, action) in proposal.actions.iter_mut().enumerate() {
        let mut flipped = best.decision.clone();
        flipped.actions[a] = !flipped.actions[a];
        let other = simulator.objective(&flipped);
        action.net_gain = if action.after {
            best.objective - other
        } else {
            other - best.objective
        };
    }
}
