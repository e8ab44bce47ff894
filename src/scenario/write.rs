//! A plan written as a scenario: the file it came from with other spends and actions, so that every answer can be the next question.

use std::path::Path;

use toml_edit::{DocumentMut, Item, TableLike, Value};

use super::Loaded;
use super::check::{PLAN_HEAD, as_head};
use super::diagnostic::{Diagnostic, Problems};
use super::edit;
use super::source::Source;

impl Loaded {
    /// The scenario's file with this plan in it: `spend[c][t]` [money per period], `done[a]`, in the order of the scenario.
    ///
    /// Comments and layout stay. Each channel's history and observed range are written down, so that the plan is read with the same
    /// past; reading it gives the very same amounts, bit by bit. Spends that were in a CSV file are numbers of the plan.
    ///
    /// # Errors
    /// Where the plan would be larger than a scenario may be: write it by [`Loaded::write_plan_csv`] then.
    pub fn write_plan(&self, spend: &[&[f64]], done: &[bool]) -> Result<String, Problems> {
        self.write(spend, done, None)
    }

    /// [`Self::write_plan`] with another budget over the horizon \[money\] in it; instalments grow and shrink with the budget.
    ///
    /// # Errors
    /// As [`Self::write_plan`].
    pub fn write_plan_for(&self, spend: &[&[f64]], done: &[bool], budget: f64) -> Result<String, Problems> {
        self.write(spend, done, Some(budget))
    }

    fn write(&self, spend: &[&[f64]], done: &[bool], budget: Option<f64>) -> Result<String, Problems> {
        let broken = |error: toml_edit::TomlError| Problems::from(Diagnostic::error("", format!("cannot edit `{}`: {error}", self.origin)));
        let mut document: DocumentMut = self.source_text.parse().map_err(broken)?;
        let root = document.as_table_mut();
        if let Some(budget) = budget
            && let Some(table) = root.get_mut("plan").and_then(Item::as_table_like_mut)
        {
            self.write_budget(table, budget);
        }
        self.write_logo(root);
        for (index, (channel, spend)) in self.scenario.channels.iter().zip(spend).enumerate() {
            let Some(table) = edit::at(root, "channel", index) else { continue };
            edit::replace(table, "spend", edit::series(spend));
            if !table.contains_key("history") {
                table.insert("history", edit::number(channel.history));
            }
            if !table.contains_key("observed") {
                table.insert("observed", edit::range(channel.observed));
            }
        }
        for (index, (action, &done)) in self.scenario.actions.iter().zip(done).enumerate() {
            if action.done == done {
                continue;
            }
            if let Some(table) = edit::at(root, "action", index) {
                edit::replace(table, "done", Value::from(done));
            }
        }
        let mut text = document.to_string();
        if self.source_text.contains("\r\n") {
            text = text.replace("\r\n", "\n").replace('\n', "\r\n");
        }
        let plan = Source::new("the plan", text);
        plan.check()?;
        Ok(plan.text)
    }

    /// A plan may go to another folder, from where the way to the logo is another: it is written out in full.
    fn write_logo(&self, root: &mut dyn TableLike) {
        let Some(report) = root.get_mut("report").and_then(Item::as_table_like_mut) else {
            return;
        };
        let Some(logo) = report.get("logo").and_then(Item::as_str) else {
            return;
        };
        if let Some(whole) = std::path::absolute(self.base().join(logo.trim()))
            .ok()
            .as_deref()
            .and_then(Path::to_str)
        {
            edit::replace(report, "logo", Value::from(whole));
        }
    }

    /// Puts a budget into the table of the plan.
    fn write_budget(&self, table: &mut dyn TableLike, budget: f64) {
        let Some(instalments) = &self.scenario.plan.budget_by else {
            edit::replace(table, "budget", edit::value(budget));
            return;
        };
        let factor = budget / instalments.amounts.iter().sum::<f64>();
        let amounts: Vec<f64> = instalments.amounts.iter().map(|amount| amount * factor).collect();
        let key = ["budget_by_quarter", "budget_by_period"]
            .into_iter()
            .find(|key| table.contains_key(key));
        if let Some(key) = key {
            edit::replace(table, key, edit::list(&amounts));
        }
        // the amounts make the budget; where it is written as well the two have to agree
        if table.contains_key("budget") {
            edit::replace(table, "budget", edit::value(amounts.iter().sum()));
        }
    }

    /// The plan as a table of periods and channels, which `spend = { csv = "plan.csv", column = "…" }` reads.
    #[must_use]
    pub fn write_plan_csv(&self, spend: &[&[f64]]) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let names = self.scenario.channels.iter().map(|channel| as_head(&channel.name));
        let header = PLAN_HEAD.into_iter().map(str::to_owned).chain(names);
        // Writing into memory does not fail.
        let _ = writer.write_record(header);
        for (t, date) in self.scenario.dates().iter().enumerate() {
            let amounts = spend.iter().map(|channel| channel.get(t).map(f64::to_string).unwrap_or_default());
            let _ = writer.write_record([t.to_string(), date.to_string()].into_iter().chain(amounts));
        }
        writer
            .into_inner()
            .ok()
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .unwrap_or_default()
    }
}
