//! `osa optimize`: the reallocation that earns most, and what it is worth.

use std::path::{Path, PathBuf};

use clap::Args;
use osa::model::Decision;
use osa::optimize::{Proposal, propose, propose_judged};
use osa::report::{json, text};
use osa::scenario::{Loaded, Problems, Scenario};
use osa::simulate::{Detail, Futures, Plan, Sampling, Simulator};

use crate::cli::{Source, Uncertainty, overwrite};
use crate::failure::{Failure, usage};
use crate::input::{look, simulator, told};
use crate::output::{Destination, Overwrite, print, print_page};
use crate::question::Question;
use crate::search::Search;
use crate::sweeps::Sweeps;
use crate::talk::Talk;

/// Find the split of the budget that earns most within the limits
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  osa optimize shop.toml\n  osa optimize shop.toml -o plan.toml\n  osa optimize shop.toml -o - | osa simulate -\n  osa optimize shop.toml --best-budget\n  osa optimize shop.toml --target customers=20000 --by 2026-06-30 --probability 80%\n  osa optimize shop.toml --risk cvar --worst 10%\n  osa optimize shop.toml --frontier 40 --from 200_000 --to 1_000_000\n  osa optimize shop.toml --cut 20% -o plan.toml"
)]
pub struct Optimize {
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    uncertainty: Uncertainty,
    #[command(flatten)]
    search: Search,
    #[command(flatten)]
    question: Question,
    #[command(flatten)]
    sweeps: Sweeps,
    /// Give the result as JSON
    #[arg(long)]
    json: bool,
    /// Write the proposed plan: plan.toml as a scenario, plan.csv as a table of period and channel, - to standard output
    #[arg(short, long, value_name = "PLAN")]
    output: Option<PathBuf>,
    /// Overwrite the plan if it exists
    #[arg(long, requires = "output")]
    force: bool,
}

impl Optimize {
    pub fn execute(&self, talk: &Talk) -> anyhow::Result<()> {
        let plan_file = self
            .output
            .as_deref()
            .map(|path| PlanFile::new(path, overwrite(self.force)))
            .transpose()?;
        let to_stdout = plan_file.as_ref().is_some_and(|file| file.destination.is_stdout());
        if to_stdout && self.json {
            return Err(usage("standard output is either the plan (-o -) or the result (--json)"));
        }
        let loaded = self.source.load(talk)?;
        let scenario = &loaded.scenario;
        let mut simulator = simulator(&loaded).map_err(Failure::Scenario)?;
        let asked = (self.question).answer(scenario, &mut simulator, &self.search, &self.uncertainty, talk)?;
        let answer = match (asked, self.sweeps.asked()) {
            (Some(answer), _) => answer,
            (None, Some(sweep)) => {
                self.search.set_up(&self.uncertainty, &mut simulator)?;
                sweep.answer(scenario, &mut simulator, self.uncertainty.sampling(), talk)?
            }
            (None, None) => self.best_plan(scenario, &mut simulator, talk)?,
        };
        if let (Some(file), Some(decision)) = (&plan_file, &answer.decision) {
            file.write(&loaded, decision, answer.budget)?;
        }
        match (to_stdout && answer.decision.is_some(), self.json) {
            (true, _) => {}
            (false, true) => print(&answer.json)?,
            (false, false) => print_page(&answer.page)?,
        }
        match (plan_file, &answer.decision) {
            (Some(_), None) => Err(usage("there is no plan to write: see the answer")),
            (Some(file), Some(_)) if !to_stdout => {
                talk.say(&format!("written: {}", file.destination.path().display()));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The best plan for the budget of the scenario.
    fn best_plan(&self, scenario: &Scenario, simulator: &mut Simulator, talk: &Talk) -> anyhow::Result<Answer> {
        let risk = self.search.set_up(&self.uncertainty, simulator)?;
        let progress = talk.progress("searching for the best plan");
        let (proposal, judged) = match risk {
            Some(risk) => propose_judged(simulator, risk).map_err(usage)?,
            None => (propose(simulator).map_err(usage)?, None),
        };
        drop(progress);
        let futures = look_at_proposal(simulator, &proposal, self.uncertainty.sampling(), talk);
        let futures = futures.as_ref();
        let mut page = text::proposal(scenario, &proposal, told(futures));
        let json = match &judged {
            Some(judged) => {
                page.push('\n');
                page.push_str(&text::judged(scenario, judged));
                json::judged(scenario, &proposal, judged, futures)
            }
            None => json::optimize(scenario, &proposal, futures),
        };
        Ok(Answer {
            json,
            page,
            decision: Some(proposal.proposal.decision),
            budget: None,
        })
    }
}

/// What `osa optimize` has found, ready to be given.
pub struct Answer {
    pub json: String,
    pub page: String,
    /// The plan; `None` where the answer is that there is none.
    pub decision: Option<Decision>,
    /// The budget that is written into the plan, where it is another one than the scenario's \[money\].
    pub budget: Option<f64>,
}

/// Today's plan, the proposal and, where there is one, today's plan scaled to the budget, over the draws.
pub fn look_at_proposal(simulator: &Simulator, proposal: &Proposal, sampling: Option<Sampling>, talk: &Talk) -> Option<Futures> {
    let columns = [Some(&proposal.today), Some(&proposal.proposal), proposal.scaled.as_ref()];
    let plans: Vec<Plan> = (columns.into_iter().flatten())
        .map(|column| Plan {
            simulator,
            decision: &column.decision,
        })
        .collect();
    look(&plans, sampling, Detail::Figures, talk)
}

/// A place for a plan.
struct PlanFile {
    destination: Destination,
    form: Form,
}

/// How a plan is written.
enum Form {
    Scenario,
    Table,
}

impl PlanFile {
    fn new(path: &Path, overwrite: Overwrite) -> anyhow::Result<Self> {
        let form = match path.extension().and_then(|extension| extension.to_str()) {
            Some("csv") => Form::Table,
            Some("toml") => Form::Scenario,
            // A device or a pipe has no extension.
            None if path.starts_with("/dev") || path == Path::new("-") => Form::Scenario,
            _ => return Err(usage(format!("a plan is written as .toml or .csv, not as `{}`", path.display()))),
        };
        Ok(Self {
            destination: Destination::new(path, overwrite)?,
            form,
        })
    }

    fn write(&self, loaded: &Loaded, decision: &Decision, budget: Option<f64>) -> anyhow::Result<()> {
        self.destination.write(&match (&self.form, budget) {
            (Form::Scenario, None) => plan_scenario(loaded, decision).map_err(Failure::Scenario)?,
            // in cents, as money is; a plan within half a cent of its budget keeps it
            (Form::Scenario, Some(budget)) => loaded
                .write_plan_for(&by_channel(loaded, decision), &decision.actions, (100.0 * budget).round() / 100.0)
                .map_err(Failure::Scenario)?,
            (Form::Table, _) => plan_table(loaded, decision),
        })
    }
}

/// A plan as the scenario it comes from, with other spends and actions.
pub fn plan_scenario(loaded: &Loaded, decision: &Decision) -> Result<String, Problems> {
    loaded.write_plan(&by_channel(loaded, decision), &decision.actions)
}

/// A plan as a table of periods and channels.
pub fn plan_table(loaded: &Loaded, decision: &Decision) -> String {
    loaded.write_plan_csv(&by_channel(loaded, decision))
}

fn by_channel<'a>(loaded: &Loaded, decision: &'a Decision) -> Vec<&'a [f64]> {
    (0..loaded.scenario.channels.len()).map(|c| decision.channel(c)).collect()
}
