//! The sections of the client's report, built from finished results: one file a section.

mod answer;
mod assumptions;
mod figures;
mod kpis;
mod method;
mod money;
mod plan;
mod reconciliation;
mod risks;
mod targets;
mod telling;
mod weakest;

use jiff::civil::Date;

use super::document::{Document, Logo, Section};
use crate::chart::{ChartError, ChartInput, Look, clean, name};
use crate::kaizen::Journal;
use crate::say;
use crate::scenario::{self, Assumption, ReportKeys, Scenario};
use crate::simulate::{Forecast, SpendByQuarter};

use telling::Telling;

/// The results that a report is made of.
#[derive(Debug, Clone, Copy)]
pub struct ReportInput<'a> {
    pub scenario: &'a Scenario,
    /// Forecasts, analysis, journal, draws and sensitivities; it knows the language.
    pub results: ChartInput<'a>,
    /// The loop from the plan of the file to the proposal.
    pub journal: &'a Journal,
    /// The forecast without spend and actions: what marketing brings is counted from there.
    pub without: &'a Forecast,
    /// What the plan of the file and the proposal spend by quarter.
    pub by_quarter: [&'a SpendByQuarter; 2],
    /// Every number that the planner put in.
    pub assumptions: &'a [Assumption],
    /// Title, names, sections.
    pub keys: &'a ReportKeys,
    /// Hash of all that decides the result, in hexadecimal digits.
    pub fingerprint: &'a str,
    /// The day that the report carries.
    pub date: Date,
    /// How the charts look; letters are carried by the page.
    pub look: Look,
}

/// Builds the report: the sections that the scenario's `[report]` shows, in their order.
///
/// # Errors
/// Those of drawing a chart.
pub fn document(input: &ReportInput) -> Result<Document, ChartError> {
    let telling = Telling::new(input);
    let keys = input.keys;
    let words = telling.words;
    let text = |text: &Option<String>| text.as_deref().map(clean).filter(|text| !text.is_empty());
    let (client, author) = (text(&keys.client), text(&keys.author));
    let date = telling.format.long_day(input.date);
    let subtitle = match (&client, &author) {
        (Some(client), Some(author)) => say!(words, "report-for-by-on", client = client, author = author, date = date),
        (Some(client), None) => say!(words, "report-for-on", client = client, date = date),
        (None, Some(author)) => say!(words, "report-by-on", author = author, date = date),
        (None, None) => date,
    };
    let mut sections = Vec::new();
    for &section in scenario::Section::ALL.iter().filter(|section| keys.shows(**section)) {
        sections.extend(built(section, &telling)?.filter(|section| !section.blocks.is_empty()));
    }
    let logo = keys.logo.as_ref().map(|logo| Logo {
        bytes: logo.bytes.to_vec(),
        kind: logo.kind,
        alternative: author
            .clone()
            .or_else(|| client.clone())
            .unwrap_or_else(|| say!(words, "report-logo")),
    });
    Ok(Document {
        language: input.results.language,
        title: text(&keys.title).unwrap_or_else(|| name(&input.scenario.plan.name)),
        subtitle,
        client,
        author,
        date: input.date,
        logo,
        theme: input.look.theme,
        accent: keys.accent.map_or(input.look.theme.proposal, |_| input.look.theme.accent),
        sections,
        footer: telling.provenance(),
    })
}

/// One section; `None` where the results for it are missing.
fn built(section: scenario::Section, telling: &Telling) -> Result<Option<Section>, ChartError> {
    let words = telling.words;
    let (title, blocks) = match section {
        scenario::Section::Answer => (say!(words, "section-answer"), answer::blocks(telling)),
        scenario::Section::Money => {
            let blocks = money::blocks(telling).into_iter().chain(targets::blocks(telling));
            (say!(words, "section-money"), blocks.collect())
        }
        scenario::Section::Charts => (say!(words, "section-charts"), figures::blocks(telling)?),
        scenario::Section::Weakest => (say!(words, "section-weakest"), weakest::blocks(telling)?),
        scenario::Section::Plan => (say!(words, "section-plan"), plan::blocks(telling)?),
        scenario::Section::Risks => (say!(words, "section-risks"), risks::blocks(telling)?),
        scenario::Section::Assumptions => {
            let blocks = assumptions::blocks(telling).into_iter().chain(reconciliation::blocks(telling));
            (say!(words, "section-assumptions"), blocks.collect())
        }
        scenario::Section::Method => (say!(words, "section-method"), method::blocks(telling)),
        scenario::Section::Kpis => (say!(words, "section-kpis"), kpis::blocks(telling)),
    };
    let id = section.word();
    Ok((!blocks.is_empty()).then_some(Section { id, title, blocks }))
}
