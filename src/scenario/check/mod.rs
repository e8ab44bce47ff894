//! From the tables of a file to a checked scenario: defaults, and the rules that hold between keys.

mod action;
mod budget;
mod channel;
mod column;
mod effect;
mod funnel;
mod group;
mod lab;
mod limits;
mod plan;
mod report;
mod spend;
mod truth;

pub(super) use column::{PLAN_HEAD, as_head};

use std::path::Path;

use super::diagnostic::Diagnostic;
use super::file::ScenarioTable;
use super::findings::Findings;
use super::node::Field;
use super::value::Whole;
use super::{Pacing, Plan, Scenario};

/// Channels × periods, at most.
const MAX_CELLS: usize = 10_000_000;

/// What every check needs to know.
struct Check<'r, 's> {
    report: &'r mut Findings<'s>,
    /// `T`; `None`: missing or wrong.
    periods: Option<usize>,
    shared: Shared,
    /// The folder that relative paths start from.
    base: &'r Path,
    /// The CSV file read last.
    csv: Option<column::CsvFile>,
}

/// What holds for every channel that says nothing else.
#[derive(Debug, Clone, Copy)]
struct Shared {
    pacing: Pacing,
    step: Option<f64>,
    ramp: Option<f64>,
}

/// Checks what was read; `None` where anything was wrong, and all of that is in the report.
pub(super) fn scenario(file: &ScenarioTable, base: &Path, report: &mut Findings<'_>) -> Option<Scenario> {
    let mut check = Check::new(file, base, report);
    let plan = file.plan.get().and_then(|plan| check.plan(plan));
    let reach = check.reach(file.reach.get());
    let act = file.act.get().and_then(|act| check.act(act));
    let convert = file.convert.get().and_then(|convert| check.convert(convert));
    let engage = file.engage.get().and_then(|engage| check.engage(engage, file));
    let money = file.money.get().and_then(|money| check.money(money));
    let channels = check.channels(&file.channel);
    let groups = file.plan.get().and_then(|plan| check.groups(&plan.group, &file.channel));
    let actions = check.actions(file);
    let report = check.report(file.report.get());
    let parts = truth::Parts {
        reach: reach.as_ref(),
        act: act.as_ref(),
        convert: convert.as_ref(),
        engage: engage.as_ref(),
        money: money.as_ref(),
        channels: channels.as_deref(),
        actions: actions.as_deref(),
    };
    let lab = check.lab(file.lab.get(), &parts);
    if check.report.has_errors() {
        return None;
    }
    Some(Scenario {
        plan: Plan { groups: groups?, ..plan? },
        reach: reach?,
        act: act?,
        convert: convert?,
        engage: engage?,
        money: money?,
        channels: channels?,
        actions: actions?,
        report,
        lab: lab?,
    })
}

/// What a channel has behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Past {
    /// Spend of every period before the horizon [money per period].
    pub history: f64,
    /// Range of spend that experience covers [money per period].
    pub observed: (f64, f64),
}

/// The past of each channel by its name, as far as the file is right; nothing is reported.
pub(super) fn pasts(file: &ScenarioTable, base: &Path, report: &mut Findings<'_>) -> Vec<(String, Option<Past>)> {
    let mut check = Check::new(file, base, report);
    let channels = file.channel.get().map_or([].as_slice(), |channels| &channels.0);
    let named = channels.iter().filter_map(|channel| Some((channel.name.get()?.clone(), channel)));
    named.map(|(name, channel)| (name, check.past(channel))).collect()
}

impl<'r, 's> Check<'r, 's> {
    fn new(file: &ScenarioTable, base: &'r Path, report: &'r mut Findings<'s>) -> Self {
        let plan = file.plan.get();
        let limits = plan.and_then(|plan| plan.limits.get());
        Self {
            periods: plan.and_then(|plan| plan.periods.get()).map(|periods| periods.0),
            shared: Shared {
                pacing: plan.and_then(|plan| plan.pacing.get()).copied().unwrap_or(Pacing::Keep),
                step: limits.and_then(|limits| limits::number(&limits.step)),
                ramp: limits.and_then(|limits| limits::number(&limits.ramp)),
            },
            report,
            base,
            csv: None,
        }
    }
}

impl Check<'_, '_> {
    /// Reports a mistake with a key.
    fn wrong<T>(&mut self, field: &Field<T>, diagnostic: Diagnostic) {
        field.report(self.report, diagnostic);
    }

    /// Reports a list whose length is not the number of periods.
    fn length<T>(&mut self, field: &Field<T>, found: usize, wanted: usize, of: &str) -> bool {
        if found == wanted {
            return true;
        }
        let diagnostic = Diagnostic::error(&field.key, format!("`{}` has the wrong length", field.key))
            .found(format!("{found} numbers"))
            .allowed(format!("{wanted}, one for each {of}"));
        self.wrong(field, diagnostic);
        false
    }

    /// Reports a period that lies after the plan.
    fn within_plan(&mut self, field: &Field<Whole<0, 9_999>>) {
        if let (Some(start), Some(periods)) = (field.get(), self.periods)
            && start.0 >= periods
        {
            let diagnostic = Diagnostic::error(&field.key, format!("`{}` lies after the plan", field.key))
                .found(start.0.to_string())
                .allowed(format!("0 to {}", periods - 1))
                .hint("periods are counted from 0");
            self.wrong(field, diagnostic);
        }
    }

    /// Reports names that are used twice.
    fn unique<'a>(&mut self, what: &str, names: impl Iterator<Item = &'a Field<String>>) {
        let mut seen = std::collections::BTreeSet::new();
        for field in names {
            if let Some(name) = field.get()
                && !seen.insert(name.as_str())
            {
                let diagnostic = Diagnostic::error(&field.key, format!("two {what} have the name {name:?}"));
                self.wrong(field, diagnostic.hint("give each a name of its own"));
            }
        }
    }
}
