//! Questions of `osa optimize` about other budgets: what each of them earns, and what goes first under a cut.

use clap::Args;
use osa::optimize::{Frontier, Range, cut, frontier};
use osa::report::{json, text};
use osa::scenario::Scenario;
use osa::simulate::{Detail, Futures, Plan, Sampling, Simulator};

use crate::failure::usage;
use crate::input::{look, told};
use crate::optimize::Answer;
use crate::talk::Talk;

/// What is asked about other budgets.
#[derive(Debug, Args)]
pub struct Sweeps {
    /// The best plan for each of N budgets, 5 to 200, 25 where N is left out: what more or less money is worth
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "25", value_parser = budgets, conflicts_with_all = ["output", "cut", "best_budget", "target"])]
    frontier: Option<usize>,
    /// The first of these budgets, over the horizon
    #[arg(long, value_name = "MONEY", requires = "frontier", value_parser = money)]
    from: Option<f64>,
    /// The last of these budgets
    #[arg(long, value_name = "MONEY", requires = "frontier", value_parser = money)]
    to: Option<f64>,
    /// What goes first if the budget is cut by this share, such as 20%; `-o` writes the plan of the cut
    #[arg(long, value_name = "SHARE", value_parser = share, conflicts_with_all = ["best_budget", "target"])]
    cut: Option<f64>,
}

/// One of the questions.
#[derive(Debug, Clone, Copy)]
pub enum Sweep {
    Frontier(Range),
    Cut(f64),
}

impl Sweeps {
    /// The question that is asked, if one is.
    pub fn asked(&self) -> Option<Sweep> {
        let frontier = self.frontier.map(|budgets| Range {
            budgets,
            from: self.from,
            to: self.to,
        });
        frontier.map(Sweep::Frontier).or(self.cut.map(Sweep::Cut))
    }
}

impl Sweep {
    /// Answers with a page, and with the plan of a cut.
    pub fn answer(self, scenario: &Scenario, simulator: &mut Simulator, sampling: Option<Sampling>, talk: &Talk) -> anyhow::Result<Answer> {
        let progress = talk.progress("searching for the best plan of each budget");
        Ok(match self {
            Self::Frontier(range) => {
                let frontier = frontier(simulator, range).map_err(usage)?;
                drop(progress);
                let futures = look_at_frontier(simulator, &frontier, sampling, talk);
                Answer {
                    json: json::frontier(scenario, &frontier, futures.as_ref()),
                    page: text::frontier(scenario, &frontier, told(futures.as_ref())),
                    decision: None,
                    budget: None,
                }
            }
            Self::Cut(share) => {
                let cut = cut(simulator, share).map_err(usage)?;
                let last = cut.steps.last();
                Answer {
                    json: json::cut(scenario, &cut),
                    page: text::cut(scenario, &cut),
                    decision: last.map(|step| step.decision.clone()),
                    budget: last.map(|step| step.budget),
                }
            }
        })
    }
}

/// Every plan of a frontier over the same draws, in its order.
pub fn look_at_frontier(simulator: &Simulator, frontier: &Frontier, sampling: Option<Sampling>, talk: &Talk) -> Option<Futures> {
    let plans: Vec<Plan> = (frontier.plans())
        .map(|point| Plan {
            simulator,
            decision: &point.decision,
        })
        .collect();
    look(&plans, sampling, Detail::Figures, talk)
}

fn budgets(text: &str) -> Result<usize, String> {
    let (least, most) = (Range::FEWEST, Range::MOST);
    match text.replace('_', "").parse::<usize>() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(format!("a whole number of budgets from {least} to {most} is wanted")),
    }
}

fn money(text: &str) -> Result<f64, String> {
    match text.replace('_', "").parse::<f64>() {
        Ok(amount) if amount.is_finite() && amount >= 0.0 => Ok(amount),
        _ => Err("an amount of money over the horizon is wanted, such as 600_000".to_owned()),
    }
}

fn share(text: &str) -> Result<f64, String> {
    let (digits, unit) = match text.trim().strip_suffix('%') {
        Some(percent) => (percent.trim_end(), 100.0),
        None => (text, 1.0),
    };
    match digits.parse::<f64>() {
        Ok(number) if number / unit > 0.0 && number / unit < 1.0 => Ok(number / unit),
        _ => Err("a share of the budget above 0% and below 100% is wanted, such as 20% or 0.2".to_owned()),
    }
}
