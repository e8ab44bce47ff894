//! `osa optimize`: the reallocation that earns most, and what it is worth.

use std::path::{Path, PathBuf};

use clap::Args;
use osa::model::Decision;
use osa::optimize::{Proposal, propose};
use osa::report::{json, text};
use osa::scenario::{Loaded, Problems};
use osa::simulate::{Detail, Futures, Plan, Sampling, Simulator};

use crate::cli::{Search, Source, Uncertainty, overwrite};
use crate::failure::{Failure, usage};
use crate::input::{look, simulator, told};
use crate::output::{Destination, Overwrite, print, print_page};
use crate::sweeps::Sweeps;
use crate::talk::Talk;

/// Find the split of the budget that earns most within the limits
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  osa optimize shop.toml\n  osa optimize shop.toml -o plan.toml\n  osa optimize shop.toml -o - | osa simulate -\n  osa optimize shop.toml --frontier 40 --from 200_000 --to 1_000_000\n  osa optimize shop.toml --cut 20% -o plan.toml"
)]
pub struct Optimize {
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    uncertainty: Uncertainty,
    #[command(flatten)]
    search: Search,
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
        self.search.set_up(&self.uncertainty, &mut simulator);
        if let Some(sweep) = self.sweeps.asked() {
            let answer = sweep.answer(&mut simulator, self.uncertainty.sampling(), talk)?;
            if let (Some(file), Some((decision, budget))) = (&plan_file, answer.plan()) {
                file.write_for(&loaded, decision, Some(budget))?;
            }
            if !to_stdout {
                answer.print(scenario, self.json)?;
            }
            if let Some(file) = plan_file.filter(|_| !to_stdout) {
                talk.say(&format!("written: {}", file.destination.path().display()));
            }
            return Ok(());
        }
        let progress = talk.progress("searching for the best plan");
        let proposal = propose(&mut simulator).map_err(usage)?;
        drop(progress);
        let futures = look_at_proposal(&simulator, &proposal, self.uncertainty.sampling(), talk);
        let futures = futures.as_ref();
        if let Some(file) = &plan_file {
            file.write(&loaded, &proposal.proposal.decision)?;
        }
        match (to_stdout, self.json) {
            (true, _) => {}
            (false, true) => print(&json::optimize(scenario, &proposal, futures))?,
            (false, false) => print_page(&text::proposal(scenario, &proposal, told(futures)))?,
        }
        if let Some(file) = plan_file.filter(|_| !to_stdout) {
            talk.say(&format!("written: {}", file.destination.path().display()));
        }
        Ok(())
    }
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

    fn write(&self, loaded: &Loaded, decision: &Decision) -> anyhow::Result<()> {
        self.write_for(loaded, decision, None)
    }

    /// A plan for another budget than the scenario's, which a scenario then says.
    fn write_for(&self, loaded: &Loaded, decision: &Decision, budget: Option<f64>) -> anyhow::Result<()> {
        self.destination.write(&match (&self.form, budget) {
            (Form::Scenario, Some(budget)) => loaded
                .write_plan_for(budget, &by_channel(loaded, decision), &decision.actions)
                .map_err(Failure::Scenario)?,
            (Form::Scenario, None) => plan_scenario(loaded, decision).map_err(Failure::Scenario)?,
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
