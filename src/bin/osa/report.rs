//! `osa report`: the proposal that a client gets, as page, workbook, paper, wiki text or slides.

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use jiff::civil::Date;
use osa::chart::{Chart, Kind, Look, Size, draw, to_png};
use osa::kaizen;
use osa::report::{ReportInput, document, html, markdown, workbook};
use osa::scenario::{Loaded, Problems, ReportKeys, Scenario};
use rayon::prelude::*;

use crate::cli::{Source, Uncertainty, overwrite};
use crate::drawing::{PNG_SCALE, theme};
use crate::failure::{Failure, usage};
use crate::input::simulator;
use crate::outlook::Outlook;
use crate::output::{Destination, Folder};
use crate::talk::Talk;

/// Make the proposal that a client gets: a page, a workbook, paper, wiki text or slides
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  osa report shop.toml -o proposal.html\n  osa report shop.toml -o proposal.html -o proposal.xlsx -o slides --lang it --client \"Alpina S.p.A.\""
)]
pub struct Report {
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    uncertainty: Uncertainty,
    /// Where it goes; the ending says as what: .html (a page that stands alone), .xlsx (workbook), .pdf (paper), .md (wiki text, its charts
    /// in a folder beside it); a name without an ending is a folder of slides; may be given several times
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
    /// Colour of headings, and of what to look at first in the charts: "#0a7a4b"
    #[arg(long, value_name = "COLOUR")]
    accent: Option<String>,
    /// Language of words, numbers and dates: en, it, ru, vi
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// light or dark
    #[arg(long, value_name = "WORD")]
    theme: Option<String>,
    /// The day that it carries, such as 2026-01-31; without one today
    #[arg(long, value_name = "DAY", value_parser = day)]
    date: Option<Date>,
    /// Show these sections only: answer, money, charts, weakest, plan, risks, assumptions, method, kpis
    #[arg(long, value_name = "NAME", num_args = 1.., value_delimiter = ',')]
    sections: Vec<String>,
    /// Leave these sections out
    #[arg(long, value_name = "NAME", num_args = 1.., value_delimiter = ',')]
    hide: Vec<String>,
}

/// A day as it is written in a scenario.
fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a day is wanted, such as 2026-01-31".to_owned())
}

/// A form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Html,
    Workbook,
    #[cfg(feature = "pdf")]
    Pdf,
    Markdown,
}

impl Form {
    /// The form that the ending of a file's name says; `None`: it has none, and is a folder of slides.
    fn of(path: &Path) -> anyhow::Result<Option<Self>> {
        // standard output and devices have no ending, and take a page
        if path == Path::new("-") || path.starts_with("/dev") {
            return Ok(Some(Self::Html));
        }
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            None => Ok(None),
            Some("html" | "htm") => Ok(Some(Self::Html)),
            Some("xlsx") => Ok(Some(Self::Workbook)),
            Some("md" | "markdown") => Ok(Some(Self::Markdown)),
            #[cfg(feature = "pdf")]
            Some("pdf") => Ok(Some(Self::Pdf)),
            #[cfg(not(feature = "pdf"))]
            Some("pdf") => Err(usage(
                "this osa is built without PDF: build it with `--features pdf`, or print the page of -o FILE.html from a browser",
            )),
            Some(other) => Err(usage(format!(
                "`{}` ends in .{other}, which is no form of the report: write a name that ends in .html, .xlsx, .pdf or .md, or one \
                 without an ending for a folder of slides",
                path.display()
            ))),
        }
    }
}

/// Where a form of the report goes.
enum Place {
    File(Form, Destination),
    /// Its charts go into a folder beside it.
    Wiki(Destination, Folder, String),
    Slides(Folder),
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
        ];
        let texts = texts
            .into_iter()
            .filter_map(|(key, text)| Some(format!("report.{key}={}", quoted(text?))));
        let lists = [("sections", &self.sections), ("hide", &self.hide)];
        let lists = lists.into_iter().filter(|(_, words)| !words.is_empty());
        let date = self.date.map(|date| format!("report.date={date}"));
        Ok(texts
            .chain(date)
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
        let dressed = Scenario::from_text_with(&loaded.source_text, &file.to_string_lossy(), base, &changes)
            .map_err(|problems| Failure::Scenario(self.of_options(problems)))?;
        Ok(dressed.scenario.report)
    }

    /// What is wrong with a key, told of the option that wrote it.
    fn of_options(&self, mut problems: Problems) -> Problems {
        let options = [
            ("`report.title`", "`--title`"),
            ("`report.client`", "`--client`"),
            ("`report.author`", "`--author`"),
            ("`report.logo`", "`--logo`"),
            ("`report.accent`", "`--accent`"),
            ("`report.language`", "`--lang`"),
            ("`report.theme`", "`--theme`"),
            ("`report.date`", "`--date`"),
            ("`report.sections`", "`--sections`"),
            ("`report.hide`", "`--hide`"),
        ];
        for problem in &mut problems.diagnostics {
            // all else in this text was checked when the scenario was read
            problem.location = None;
            for (key, option) in options {
                problem.message = problem.message.replace(key, option);
            }
            if let Some(path) = &self.logo
                && let Ok(absolute) = std::path::absolute(path)
            {
                let [absolute, path] = [&absolute, path].map(|path| path.display().to_string());
                problem.message = problem.message.replace(&absolute, &path);
                problem.hint = problem.hint.take().filter(|hint| !hint.contains("relative to the scenario"));
            }
        }
        problems
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
        let nothing = simulator.nothing();
        let without = simulator.forecast(&nothing);
        let scenario = &loaded.scenario;
        let input = ReportInput {
            scenario,
            journal: &journal,
            results: outlook
                .charted(scenario.plan.period, &journal)
                .in_language(keys.language.unwrap_or_default()),
            without: &without,
            by_quarter: [&by_quarter[0], &by_quarter[1]],
            assumptions: &loaded.assumptions(),
            keys: &keys,
            fingerprint: &loaded.fingerprint(),
            date: keys
                .date
                .unwrap_or_else(|| jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()),
            look: Look {
                theme: theme(keys.theme, &keys),
                carry_font: false,
                ..Look::default()
            },
        };
        let mut written = Vec::new();
        for made in made(&input, places)? {
            written.extend(made.write()?);
        }
        drop(progress);
        if !written.is_empty() {
            talk.say(&format!("written: {}", written.join("; ")));
        }
        Ok(())
    }

    /// Looks at the places before the work begins.
    fn places(&self) -> anyhow::Result<Vec<Place>> {
        let overwrite = overwrite(self.force);
        let mut taken = Vec::new();
        let mut take = |path: &Path| {
            let place = real(path);
            if taken.contains(&place) {
                return Err(usage(format!("two outputs go to `{}`: name each of them once", path.display())));
            }
            taken.push(place);
            Ok(())
        };
        let mut place = |path: &PathBuf| {
            take(path)?;
            Ok(match Form::of(path)? {
                None => Place::Slides(Folder::open(path, overwrite)?),
                Some(Form::Markdown) => {
                    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                    let name = format!("{stem}-charts");
                    let charts = path.with_file_name(&name);
                    take(&charts)?;
                    Place::Wiki(Destination::new(path, overwrite)?, Folder::open(&charts, overwrite)?, name)
                }
                Some(form) => Place::File(form, Destination::new(path, overwrite)?),
            })
        };
        self.output.iter().map(&mut place).collect()
    }
}

/// A path without links and detours, as far as it is there, so that two names of one place are known to be the same.
fn real(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    match (folder.canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

/// A form of the report, made and not yet written: where one cannot be made none is written.
enum Made {
    File(Destination, Vec<u8>),
    Folder(Folder),
}

impl Made {
    /// Writes it, and says where unless it is standard output.
    fn write(self) -> anyhow::Result<Option<String>> {
        match self {
            Self::File(destination, contents) => {
                destination.write_bytes(&contents)?;
                Ok((!destination.is_stdout()).then(|| destination.path().display().to_string()))
            }
            Self::Folder(folder) => Ok(Some(folder.finish()?.to_string())),
        }
    }
}

/// Makes every form that is asked for.
fn made(input: &ReportInput, places: Vec<Place>) -> anyhow::Result<Vec<Made>> {
    let is_document = |place: &Place| !matches!(place, Place::File(Form::Workbook, _));
    let document = if places.iter().any(is_document) {
        Some(document(input)?)
    } else {
        None
    };
    let document = || document.as_ref().context("the document was not built");
    let mut all = Vec::new();
    for place in places {
        match place {
            Place::File(Form::Html, destination) => all.push(Made::File(destination, html(document()?).into_bytes())),
            Place::File(Form::Workbook, destination) => all.push(Made::File(destination, workbook(input)?)),
            #[cfg(feature = "pdf")]
            Place::File(Form::Pdf, destination) => all.push(Made::File(destination, osa::report::pdf::pdf(document()?)?)),
            Place::Wiki(destination, folder, name) => {
                let text = markdown(document()?, |figure| Some(format!("{name}/{}.png", figure.kind.name())));
                let shown: Vec<Kind> = document()?.figures().map(|figure| figure.kind).collect();
                all.push(Made::File(destination, text.into_bytes()));
                if !shown.is_empty() {
                    all.push(Made::Folder(with_charts(folder, input, &shown, |_, kind| kind.name().to_owned())?));
                }
            }
            Place::Slides(folder) => {
                // those of the report in its order, so that a folder lists them as they are told
                let shown: Vec<Kind> = document()?.figures().map(|figure| figure.kind).collect();
                let numbered = |place: usize, kind: Kind| format!("{:02}-{}", place + 1, kind.name());
                all.push(Made::Folder(with_charts(folder, input, &shown, numbered)?));
            }
            Place::File(Form::Markdown, _) => {}
        }
    }
    Ok(all)
}

/// Adds charts to a folder: pictures of the size of a slide, and the plotted numbers.
fn with_charts(mut folder: Folder, input: &ReportInput, kinds: &[Kind], name: impl Fn(usize, Kind) -> String) -> anyhow::Result<Folder> {
    let look = Look {
        size: Size::Slide,
        carry_font: false,
        ..input.look
    };
    let charts: Result<Vec<Chart>, _> = kinds
        .iter()
        .filter_map(|kind| draw(*kind, &input.results, &look).transpose())
        .collect();
    let charts = charts?;
    let pictures: Vec<_> = charts.par_iter().map(|chart| to_png(&chart.svg, PNG_SCALE)).collect();
    for (place, (chart, picture)) in charts.iter().zip(pictures).enumerate() {
        let name = name(place, chart.kind);
        folder.put(&format!("{name}.png"), picture?);
        folder.put(&format!("{name}.csv"), chart.csv.as_bytes());
    }
    Ok(folder)
}
