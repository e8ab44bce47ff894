//! The rows of a proposal: what each channel gets, which limit holds it, and why its money moves.

use crate::format::Format;
use crate::model::{Decision, Form};
use crate::scenario::Objective;
use crate::simulate::Simulator;

use super::prices::Prices;
use super::proposal::{Bound, ChannelMove, Column};

/// Money that a slope is told for where the objective is no money.
const TOLD_FOR: f64 = 1_000.0;
/// A slope within this share of another is the same.
const SAME: f64 = 0.02;

/// One row for each channel.
pub(super) fn channel_moves(
    simulator: &mut Simulator,
    today: &Decision,
    scaled: Option<&Column>,
    proposal: &Column,
    prices: &Prices,
) -> Vec<ChannelMove> {
    let before = next_money(simulator, scaled.map_or(today, |scaled| &scaled.decision));
    let after = next_money(simulator, &proposal.decision);
    let format = Format::new(&simulator.scenario().plan.currency);
    let objective = simulator.scenario().plan.objective;
    let channels = simulator.scenario().channels.iter().enumerate();
    channels
        .map(|(c, channel)| {
            let (limit, limit_price) = prices.channels[c];
            let bound = limit.and_then(Bound::of);
            let totals = (today.channel_total(c), proposal.decision.channel_total(c));
            ChannelMove {
                name: channel.name.clone(),
                before: totals.0,
                scaled: scaled.map(|scaled| scaled.decision.channel_total(c)),
                after: totals.1,
                marginal_roi: proposal.forecast.channels[c].marginal_roi,
                limit: bound,
                limit_price,
                extrapolated: channel.leaves_observed(proposal.decision.channel(c)),
                why: why(&format, objective, &channel.name, totals, (before[c], after[c]), bound),
            }
        })
        .collect()
}

/// What the next unit of money adds to the objective in each channel, spread like the money that is there; evenly where there is none.
fn next_money(simulator: &mut Simulator, decision: &Decision) -> Vec<f64> {
    let mut slopes = vec![0.0; decision.spend.len()];
    simulator.slopes_in(decision, Form::True, &mut slopes);
    (0..simulator.scenario().channels.len())
        .map(|c| {
            let total = decision.channel_total(c);
            let range = c * decision.periods..(c + 1) * decision.periods;
            let share = |x: f64| if total > 0.0 { x / total } else { 1.0 / decision.periods as f64 };
            let parts = slopes[range.clone()].iter().zip(&decision.spend[range]);
            parts.map(|(slope, &x)| if share(x) > 0.0 { slope * share(x) } else { 0.0 }).sum()
        })
        .collect()
}

/// Why a channel's money moves, by what its next money adds before and after.
fn why(
    format: &Format,
    objective: Objective,
    name: &str,
    (from, to): (f64, f64),
    (before, after): (f64, f64),
    bound: Option<Bound>,
) -> String {
    let change = to - from;
    if change.abs() < 0.005 * from.abs().max(to.abs()).max(1.0) {
        return match bound {
            Some(bound) => format!("{name} stays: its {} holds it.", bound.key()),
            None => String::new(),
        };
    }
    let adds = |slope: f64| {
        if !slope.is_finite() {
            return "more than can be told".to_owned();
        }
        match objective {
            Objective::Customers => format!("{} customers", format.number(slope * TOLD_FOR, 3)),
            Objective::Profit | Objective::Revenue => format!("{} {}", format.number(slope, 2), format.currency()),
        }
    };
    let next = match objective {
        Objective::Customers => format!("next {}", format.money_exact(TOLD_FOR)),
        Objective::Profit | Objective::Revenue => format!("next {}", format.currency()),
    };
    let same = (before - after).abs() <= SAME * before.abs().max(after.abs());
    let amount = format.money(change.abs());
    let text = match (change > 0.0, before > after || same) {
        (true, true) if same => format!("{name} gets {amount} more: its {next} keeps adding {}", adds(after)),
        (true, true) => format!(
            "{name} gets {amount} more: its {next} adds {} at first and still {} at the end",
            adds(before),
            adds(after)
        ),
        (true, false) => format!(
            "{name} gets {amount} more: its {next} adds {} at first and, beside all other changes, {} at the end",
            adds(before),
            adds(after)
        ),
        (false, false) => format!(
            "{name} gives up {amount}: its {next} added {} and adds {} at the end",
            adds(before),
            adds(after)
        ),
        (false, true) if to <= 0.005 * from => format!("{name} gives up all of its {amount}: its money adds more elsewhere"),
        (false, true) => format!(
            "{name} gives up {amount}: its {next} added {} and adds {} at the end",
            adds(before),
            adds(after)
        ),
    };
    match bound {
        Some(bound) => format!("{text}; its {} holds it there.", bound.key()),
        None => format!("{text}."),
    }
}
