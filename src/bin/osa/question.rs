//! The questions about the size of the budget that `osa optimize` is asked, and its answers.

use clap::Args;
use jiff::civil::Date;
use osa::optimize::{BestBudget, LeastBudget, Target, best_budget, least_budget, share_reaching};
use osa::report::{json, text};
use osa::scenario::Scenario;
use osa::simulate::{Amount, Detail, Futures, Plan, Simulator};

use crate::cli::Uncertainty;
use crate::failure::usage;
use crate::input::{look, told};
use crate::optimize::{Answer, look_at_proposal};
use crate::search::{Search, amount, share};
use crate::talk::Talk;

/// The budget itself is asked for.
#[derive(Debug, Args)]
pub struct Question {
    /// Find the best budget: as much money as pays
    #[arg(long, conflicts_with = "target")]
    best_budget: bool,
    /// What the last unit of the best budget has to add to the objective [default: 0]
    #[arg(long, value_name = "H", value_parser = hurdle, requires = "best_budget", allow_negative_numbers = true)]
    hurdle: Option<f64>,
    /// Find the least budget that reaches a target: customers=20000, also visits, leads, revenue, profit; without an amount that of plan.targets
    #[arg(long, value_name = "KEY=AMOUNT")]
    target: Option<String>,
    /// When the target has to be reached: a date, or a number of periods
    #[arg(long, value_name = "DATE", requires = "target")]
    by: Option<String>,
    /// How likely it has to be that the target is reached
    #[arg(long, value_name = "SHARE", value_parser = share, requires = "target")]
    probability: Option<f64>,
}

impl Question {
    /// Answers what is asked; `None` where it is nothing about the budget.
    pub fn answer(
        &self,
        scenario: &Scenario,
        simulator: &mut Simulator,
        search: &Search,
        uncertainty: &Uncertainty,
        talk: &Talk,
    ) -> anyhow::Result<Option<Answer>> {
        if !self.best_budget && self.target.is_none() {
            return Ok(None);
        }
        if search.has_risk() {
            return Err(usage(
                "--risk is for the best plan of a given budget: leave it out; for a target that is likely to be reached write --probability 80%",
            ));
        }
        match &self.target {
            None => self.best(scenario, simulator, search, uncertainty, talk).map(Some),
            Some(target) => {
                let target = self.read(scenario, target)?;
                least(scenario, simulator, target, search, uncertainty, talk).map(Some)
            }
        }
    }

    fn best(
        &self,
        scenario: &Scenario,
        simulator: &mut Simulator,
        search: &Search,
        uncertainty: &Uncertainty,
        talk: &Talk,
    ) -> anyhow::Result<Answer> {
        search.set_up(uncertainty, simulator)?;
        let progress = talk.progress("searching for the best budget");
        let best = best_budget(simulator, self.hurdle.unwrap_or(0.0)).map_err(usage)?;
        drop(progress);
        let BestBudget { budget, proposal, .. } = &best;
        let proposal = proposal.as_deref();
        let futures = proposal.and_then(|proposal| look_at_proposal(simulator, proposal, uncertainty.sampling(), talk));
        let futures = futures.as_ref();
        Ok(Answer {
            json: json::best_budget(scenario, &best, futures),
            page: text::best_budget(scenario, &best, told(futures)),
            decision: proposal.map(|proposal| proposal.proposal.decision.clone()),
            budget: *budget,
        })
    }

    /// The target that is asked for.
    fn read(&self, scenario: &Scenario, written: &str) -> anyhow::Result<Target> {
        let (key, value) = match written.split_once('=') {
            Some((key, value)) => (key.trim(), Some(value)),
            None => (written.trim(), None),
        };
        let known = || Amount::ALL.map(|amount| amount.measure().key()).join(", ");
        let Some(of) = Amount::ALL.into_iter().find(|amount| amount.measure().key() == key) else {
            return Err(usage(format!(
                "--target: there is no budget for `{key}`; a target is one of {}",
                known()
            )));
        };
        let value = match value {
            Some(value) => amount(value).map_err(|problem| usage(format!("--target {key}: {problem}")))?,
            None => *scenario.plan.targets.get(&of.measure()).ok_or_else(|| {
                usage(format!(
                    "--target {key}: how much of it? The scenario has no plan.targets.{key}; write --target {key}=20000"
                ))
            })?,
        };
        if value <= 0.0 && of != Amount::Profit {
            return Err(usage(format!("--target {key}: an amount above 0 is wanted")));
        }
        Ok(Target {
            amount: of,
            value,
            periods: self.periods(scenario)?,
            probability: self.probability,
        })
    }

    /// The periods that the target has time for.
    fn periods(&self, scenario: &Scenario) -> anyhow::Result<usize> {
        let all = scenario.plan.periods;
        let Some(by) = &self.by else { return Ok(all) };
        let word = scenario.plan.period.word();
        if let Ok(periods) = by.parse::<usize>() {
            return if (1..=all).contains(&periods) {
                Ok(periods)
            } else {
                Err(usage(format!(
                    "--by: the plan has {all} periods; write a number from 1 to {all}, or a date"
                )))
            };
        }
        let date: Date = by.parse().map_err(|_| {
            usage(format!(
                "--by: `{by}` is no date; write one as 2026-06-30, or a number of periods from 1 to {all}"
            ))
        })?;
        match scenario.periods_by(date) {
            0 => Err(usage(format!(
                "--by {date}: the first {word} of the plan, from {}, has not ended by then; write a later date",
                scenario.plan.start
            ))),
            periods => Ok(periods),
        }
    }
}

fn least(
    scenario: &Scenario,
    simulator: &mut Simulator,
    target: Target,
    search: &Search,
    uncertainty: &Uncertainty,
    talk: &Talk,
) -> anyhow::Result<Answer> {
    if target.probability.is_some() {
        search.set_up_draws(uncertainty, simulator)?;
    } else {
        search.set_up(uncertainty, simulator)?;
    }
    let progress = talk.progress("searching for the least budget");
    let least = least_budget(simulator, target).map_err(usage)?;
    drop(progress);
    let (futures, share) = look_at_plan(simulator, &least, uncertainty, talk);
    let futures = futures.as_ref();
    let plan = least.plan.as_deref();
    Ok(Answer {
        json: json::least_budget(scenario, &least, share, futures),
        page: text::least_budget(scenario, &least, share, told(futures)),
        decision: plan.map(|plan| plan.plan.decision.clone()),
        budget: plan.map(|plan| plan.budget),
    })
}

/// Today's plan and the found one over the draws of the report, and in which share of them the target is reached.
fn look_at_plan(simulator: &Simulator, least: &LeastBudget, uncertainty: &Uncertainty, talk: &Talk) -> (Option<Futures>, Option<f64>) {
    let Some(plan) = least.plan.as_deref() else { return (None, None) };
    let plans = [&plan.today.decision, &plan.plan.decision].map(|decision| Plan { simulator, decision });
    let futures = look(&plans, uncertainty.sampling(), Detail::Figures, talk);
    let share = (least.target.probability)
        .and(uncertainty.sampling())
        .and_then(|sampling| share_reaching(simulator, &plan.plan.decision, &least.target, sampling));
    (futures, share)
}

fn hurdle(text: &str) -> Result<f64, String> {
    match amount(text) {
        Ok(hurdle) if hurdle >= 0.0 => Ok(hurdle),
        _ => Err("a number from 0 on is wanted: what the last unit of money has to add to the objective".to_owned()),
    }
}
