//! From one plan to another move by move: what each gains when it alone is made, and what they do only together.

use serde::{Serialize, Serializer};

use crate::model::Decision;
use crate::simulate::Simulator;

/// Work that the moves may take [channel-periods run]; beyond it the smallest ones are made together.
const WORK: usize = 400_000_000;
/// A period whose spend changes by less than half a cent has not changed \[money\].
const HALF_A_CENT: f64 = 0.005;

/// The way from one plan to another. The gains of the moves and the interaction add up to `end − start`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ByMove {
    /// Objective of the plan that the moves start from.
    #[serde(skip)]
    pub start: f64,
    /// Objective of the plan with all of them made.
    #[serde(skip)]
    pub end: f64,
    /// Channels in the order of the scenario, then actions; what does not move is not there.
    pub moves: Vec<MoveAlone>,
    /// What the moves do only together: the objective's difference less all gains of single moves.
    pub interaction: f64,
}

/// A move by itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MoveAlone {
    pub kind: Mover,
    /// Name of the channel or action; empty where several move.
    pub name: String,
    /// Change of the money over the horizon \[money\].
    pub spend: f64,
    /// Objective of the first plan with this move alone, less that without it.
    pub gain: f64,
}

/// What moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mover {
    /// A channel, by its place in the scenario.
    Channel(usize),
    Action,
    /// Several channels at once, this many: the smallest moves of a plan that is too large to be gone through one by one.
    Channels(usize),
}

impl Serialize for Mover {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Channel(_) => "channel",
            Self::Action => "action",
            Self::Channels(_) => "channels",
        })
    }
}

/// Goes from one plan to another: one run for each channel whose spend changes and for each action that is taken or left.
///
/// The objective is what the simulator measures: at the medians, or over the draws that it was told to expect.
///
/// # Panics
/// Where the plans are not of the simulator's scenario.
pub fn by_move(simulator: &mut Simulator, before: &Decision, after: &Decision) -> ByMove {
    let periods = before.periods;
    let (start, end) = (simulator.objective(before), simulator.objective(after));
    let change = |c: usize| after.channel_total(c) - before.channel_total(c);
    let moves_at_all = |c: &usize| {
        let pairs = before.channel(*c).iter().zip(after.channel(*c));
        pairs.into_iter().any(|(from, to)| (to - from).abs() >= HALF_A_CENT)
    };
    let channels = simulator.scenario().channels.len();
    let mut alone: Vec<usize> = (0..channels).filter(moves_at_all).collect();
    // those that are too many to be run by themselves
    let most = (WORK / simulator.work().max(1)).max(1);
    let mut together = Vec::new();
    if alone.len() > most {
        alone.sort_by(|&a, &b| change(b).abs().total_cmp(&change(a).abs()).then(a.cmp(&b)));
        together = alone.split_off(most);
        alone.sort_unstable();
    }
    let mut gain_of = |moved: &[usize]| {
        let mut plan = before.clone();
        for &c in moved {
            plan.spend[c * periods..(c + 1) * periods].copy_from_slice(after.channel(c));
        }
        simulator.objective(&plan) - start
    };
    let mut moves: Vec<MoveAlone> = Vec::new();
    let single: Vec<f64> = alone.iter().map(|&c| gain_of(&[c])).collect();
    let rest = (!together.is_empty()).then(|| gain_of(&together));
    for (&c, gain) in alone.iter().zip(single) {
        moves.push(MoveAlone {
            kind: Mover::Channel(c),
            name: simulator.scenario().channels[c].name.clone(),
            spend: change(c),
            gain,
        });
    }
    moves.extend(rest.map(|gain| MoveAlone {
        kind: Mover::Channels(together.len()),
        name: String::new(),
        spend: together.iter().map(|&c| change(c)).sum(),
        gain,
    }));
    for a in (0..before.actions.len()).filter(|&a| before.actions[a] != after.actions[a]) {
        let mut plan = before.clone();
        plan.actions[a] = after.actions[a];
        let cost = simulator.cost_of_action(a);
        moves.push(MoveAlone {
            kind: Mover::Action,
            name: simulator.scenario().actions[a].name.clone(),
            spend: if after.actions[a] { cost } else { -cost },
            gain: simulator.objective(&plan) - start,
        });
    }
    let gains: f64 = moves.iter().map(|row| row.gain).sum();
    ByMove {
        start,
        end,
        interaction: end - start - gains,
        moves,
    }
}
