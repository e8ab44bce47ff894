//! `osa report`: the proposal that a client gets, as page, workbook, paper, wiki text or slides.

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use osa::chart::Look;
use osa::kaizen;
use osa::report::{ReportInput, document, html, markdown};
use osa::scenario::{Loaded, ReportKeys, Scenario};

use crate::cli::{Source, Uncertainty, overwrite};
use crate::failure::{Failure, usage};
use crate::input::simulator;
use crate::outlook::Outlook;
use crate::output::Destination;
use crate::talk::Talk;

/// Make the proposal that a client gets: a page, a workbook, paper, wiki text or slides
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  osa report shop.toml -o proposal.html\n  osa report shop.toml -o proposal.html -o proposal.xlsx --lang it --client \"Alpina S.p.A.\""
)]
pub struct Report {
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    uncertainty: Uncertainty,
    /// Where it goes; the ending says as what: .html (one page that stands alone), .xlsx, .pdf, .md; several may be given
    #[arg(short, long, value_name = "FILE", required = true)]
    output: Vec<PathBuf>,
    /// Overwrite files that exist
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    dress: Dress,
}

/// What the report is dressed in, in the place of what `[report]` says.
#[derive(Debug, Args)]
struct Dress {
    /// Title; without one the plan's name
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// For whom it is made
    #[arg(long, value_name = "TEXT")]
    client: Option<String>,
    /// Who makes it
    #[arg(long, value_name = "TEXT")]
    author: Option<String>,
    /// A picture above the title, PNG or SVG
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    /// Colour of headings and of the proposal in the charts: "#0a7a4b"
    #[arg(long, value_name = "COLOUR")]
    accent: Option<String>,
    /// Language of words, numbers and dates: en, it, ru, vi
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// light or dark
    #[arg(long, value_name = "WORD")]
    theme: Option<String>,
    /// The day that it carries, such as 2026-01-31; without one today
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    /// Show these sections only: answer, money, charts, weakest, plan, risks, assumptions, method, kpis
    #[arg(long, value_name = "NAME", num_args = 1.., value_delimiter = ',')]
    sections: Vec<String>,
    /// Leave these sections out
    #[arg(long, value_name = "NAME", num_args = 1.., value_delimiter = ',')]
    hide: Vec<String>,
}

/// A form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Html,
    Markdown,
    #[cfg(feature = "pdf")]
    Pdf,
}

impl Form {
    /// The form that the ending of a file's name says.
    fn of(path: &Path) -> anyhow::Result<Self> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("html" | "htm") => Ok(Self::Html),
            Some("md" | "markdown") => Ok(Self::Markdown),
            #[cfg(feature = "pdf")]
            Some("pdf") => Ok(Self::Pdf),
            #[cfg(not(feature = "pdf"))]
            Some("pdf") => Err(usage(
                "this osa is built without PDF: build it with `--features pdf`, or print the page of -o FILE.html from a browser",
            )),
            _ => Err(usage(format!(
                "`{}` does not say as what the report is wanted: let its name end in .html, .xlsx, .pdf or .md",
                path.display()
            ))),
        }
    }
}

impl Dress {
    /// The keys of `[report]` as `--set` would change them, so that they are checked as those of the file are.
    fn changes(&self) -> anyhow::Result<Vec<String>> {
        let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
        let list = |words: &[String]| format!("[{}]", words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", "));
        let logo = match &self.logo {
            // a path of the command line starts where the command is given, one of the file where the file lies
            Some(path) => Some(
                std::path::absolute(path)
                    .context("cannot find the logo")?
                    .to_string_lossy()
                    .into_owned(),
            ),
            None => None,
        };
        let texts = [
            ("title", self.title.as_ref()),
            ("client", self.client.as_ref()),
            ("author", self.author.as_ref()),
            ("logo", logo.as_ref()),
            ("accent", self.accent.as_ref()),
            ("language", self.lang.as_ref()),
            ("theme", self.theme.as_ref()),
            ("date", self.date.as_ref()),
        ];
        let texts = texts
            .into_iter()
            .filter_map(|(key, text)| Some(format!("report.{key}={}", quoted(text?))));
        let lists = [("sections", &self.sections), ("hide", &self.hide)];
        let lists = lists.into_iter().filter(|(_, words)| !words.is_empty());
        Ok(texts
            .chain(lists.map(|(key, words)| format!("report.{key}={}", list(words))))
            .collect())
    }

    /// What `[report]` says with the changes of the command line.
    fn keys(&self, loaded: &Loaded, file: &Path) -> anyhow::Result<ReportKeys> {
        let changes = self.changes()?;
        if changes.is_empty() {
            return Ok(loaded.scenario.report.clone());
        }
        let base = file.parent().unwrap_or(Path::new("."));
        let dressed = Scenario::from_text_with(&loaded.source_text, &file.to_string_lossy(), base, &changes).map_err(Failure::Scenario)?;
        Ok(dressed.scenario.report)
    }
}

impl Report {
    pub fn execute(&self, talk: &Talk) -> anyhow::Result<()> {
        let loaded = self.source.load(talk)?;
        let keys = self.dress.keys(&loaded, &self.source.file)?;
        let places = self.places()?;
        let mut simulator = simulator(&loaded).map_err(Failure::Scenario)?;
        let progress = talk.progress("optimize, score, analyze");
        let mut journal = kaizen::run(&mut simulator, &mut |_| {}).map_err(usage)?;
        progress.now("drawing futures");
        let outlook = Outlook::of(&simulator, &mut journal, self.uncertainty.sampling());
        progress.now("writing the report");
        let by_quarter = [&journal.before, &journal.after].map(|standing| simulator.spend_by_quarter(&standing.decision));
        let scenario = &loaded.scenario;
        let assumptions = loaded.assumptions();
        let input = ReportInput {
            scenario,
            results: outlook
                .charted(scenario.plan.period, &journal)
                .in_language(keys.language.unwrap_or_default()),
            by_quarter: [&by_quarter[0], &by_quarter[1]],
            assumptions: &assumptions,
            keys: &keys,
            fingerprint: &loaded.fingerprint(),
            date: keys.date.unwrap_or_else(|| jiff::Zoned::now().date()),
            look: look(&keys),
        };
        let document = document(&input)?;
        for (form, destination) in &places {
            let contents = match form {
                Form::Html => html(&document).into_bytes(),
                Form::Markdown => markdown(&document, |_| None).into_bytes(),
                #[cfg(feature = "pdf")]
                Form::Pdf => osa::report::pdf::pdf(&document)?,
            };
            destination.write_bytes(&contents)?;
        }
        drop(progress);
        let written: Vec<String> = places
            .iter()
            .map(|(_, destination)| destination.path().display().to_string())
            .collect();
        talk.say(&format!("written: {}", written.join(", ")));
        Ok(())
    }

    /// Looks at the places before the work begins.
    fn places(&self) -> anyhow::Result<Vec<(Form, Destination)>> {
        let place = |path: &PathBuf| Ok((Form::of(path)?, Destination::new(path, overwrite(self.force))?));
        self.output.iter().map(place).collect()
    }
}

/// The look of the charts.
fn look(keys: &ReportKeys) -> Look {
    let _ = keys.theme;
    Look {
        carry_font: false,
        ..Look::default()
    }
}
