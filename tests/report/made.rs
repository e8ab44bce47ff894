//! Reports made as `osa report` makes them, from a file of the project or from a scenario of a test.

use std::path::Path;
use std::sync::OnceLock;

use osa::analyze::{Sensitivity, response_bands, sensitivity, weakest_stage};
use osa::chart::{ChartInput, Look};
use osa::format::Language;
use osa::kaizen::{self, Journal};
use osa::report::document::{Block, Cell, Document, Section, Table};
use osa::report::{ReportInput, document, html, markdown, workbook};
use osa::scenario::{Assumption, Loaded, ReportKeys, Scenario};
use osa::simulate::{Detail, Forecast, Futures, Plan, Sampling, Simulator, SpendByQuarter, futures};

/// All that a report is made of; tests change it.
#[derive(Clone)]
pub struct Made {
    pub scenario: Scenario,
    pub journal: Journal,
    pub futures: Option<Futures>,
    pub sensitivity: Option<Sensitivity>,
    pub without: Forecast,
    pub by_quarter: [SpendByQuarter; 2],
    pub assumptions: Vec<Assumption>,
    pub keys: ReportKeys,
}

impl Made {
    /// Runs the loop and draws; `None` where limits and budget clash.
    pub fn of(scenario: &Scenario, draws: usize) -> Option<Self> {
        let mut simulator = Simulator::new(scenario);
        let mut journal = kaizen::run(&mut simulator, &mut |_| {}).ok()?;
        let sampling = Sampling::new(draws.max(1), 7);
        let (mut drawn, mut found) = (None, None);
        if draws > 0 {
            if simulator.is_uncertain() {
                let weakest = weakest_stage(&simulator, &journal.before.decision, sampling);
                journal.before.analysis.tell_weakest(&weakest);
            }
            response_bands(&simulator, &journal.before.decision, sampling, &mut journal.before.analysis);
            let plans = [&journal.before.decision, &journal.after.decision].map(|decision| Plan {
                simulator: &simulator,
                decision,
            });
            drawn = Some(futures(&plans, sampling, Detail::Everything, &mut |_| {}));
            found = Some(sensitivity(
                &simulator,
                &journal.before.decision,
                Some(&journal.after.decision),
                sampling,
            ));
        }
        let by_quarter = [&journal.before, &journal.after].map(|standing| simulator.spend_by_quarter(&standing.decision));
        let nothing = simulator.nothing();
        Some(Self {
            without: simulator.forecast(&nothing),
            scenario: scenario.clone(),
            futures: drawn,
            sensitivity: found,
            by_quarter,
            assumptions: Vec::new(),
            keys: scenario.report.clone(),
            journal,
        })
    }

    pub fn of_file(loaded: &Loaded, draws: usize) -> Self {
        let mut made = Self::of(&loaded.scenario, draws).expect("limits that can be kept");
        made.assumptions = loaded.assumptions();
        made
    }

    pub fn input(&self, language: Language) -> ReportInput<'_> {
        let mut results = ChartInput::of_journal(self.scenario.plan.period, &self.journal);
        if let Some(futures) = &self.futures {
            results = results.with_futures(futures);
        }
        if let Some(sensitivity) = &self.sensitivity {
            results = results.with_sensitivity(sensitivity);
        }
        ReportInput {
            scenario: &self.scenario,
            journal: &self.journal,
            results: results.in_language(language),
            without: &self.without,
            by_quarter: [&self.by_quarter[0], &self.by_quarter[1]],
            assumptions: &self.assumptions,
            keys: &self.keys,
            fingerprint: "0123456789abcdef",
            date: "2026-01-31".parse().expect("a day"),
            look: Look {
                carry_font: false,
                ..Look::default()
            },
        }
    }

    pub fn document(&self, language: Language) -> Document {
        document(&self.input(language)).expect("a document")
    }

    pub fn html(&self, language: Language) -> String {
        html(&self.document(language))
    }

    pub fn markdown(&self, language: Language) -> String {
        markdown(&self.document(language), |figure| {
            Some(format!("charts/{}.png", figure.kind.name()))
        })
    }

    pub fn workbook(&self, language: Language) -> Vec<u8> {
        workbook(&self.input(language)).expect("a workbook")
    }

    pub fn before(&self) -> &Forecast {
        &self.journal.before.forecast
    }

    pub fn after(&self) -> &Forecast {
        &self.journal.after.forecast
    }

    /// The three sentences of the answer.
    pub fn answer(&self, language: Language) -> Vec<String> {
        let document = self.document(language);
        let blocks = &section(&document, "answer").blocks;
        let lead = blocks.iter().find_map(|block| match block {
            Block::Lead(sentences) => Some(sentences.clone()),
            _ => None,
        });
        lead.expect("the answer has sentences")
    }

    /// Every text of a section, one a line.
    pub fn texts(&self, id: &str, language: Language) -> String {
        let document = self.document(language);
        let Some(section) = document.sections.iter().find(|section| section.id == id) else {
            return String::new();
        };
        let texts = section.blocks.iter().flat_map(|block| match block {
            Block::Lead(texts) | Block::List(texts) => texts.clone(),
            Block::Paragraph(text) | Block::Heading(text) => vec![text.clone()],
            Block::Facts(facts) => facts
                .iter()
                .map(|fact| format!("{}: {} ({})", fact.name, fact.value, fact.note.as_deref().unwrap_or_default()))
                .collect(),
            Block::Table(table) => std::iter::once(table.caption.clone())
                .chain(
                    table
                        .rows
                        .iter()
                        .map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ")),
                )
                .collect(),
            Block::Figure(figure) => vec![figure.title.clone(), figure.caption.clone()],
        });
        texts.collect::<Vec<_>>().join("\n")
    }
}

pub fn section<'a>(document: &'a Document, id: &str) -> &'a Section {
    let found = document.sections.iter().find(|section| section.id == id);
    found.unwrap_or_else(|| panic!("no section {id}"))
}

/// The first table of a section.
pub fn table<'a>(document: &'a Document, id: &str) -> &'a Table {
    let tables = section(document, id).blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.into_iter().next().unwrap_or_else(|| panic!("no table in {id}"))
}

/// The cells of every table, row by row.
pub fn rows(document: &Document) -> impl Iterator<Item = &[Cell]> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.flat_map(|table| table.rows.iter().map(|row| row.cells.as_slice()))
}

/// The names of the scenarios of the project.
pub const NAMES: [&str; 5] = ["b2b-software", "car-dealer", "classroom", "corner-shop-online", "outdoor-shop"];

pub fn load(name: &str) -> Loaded {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{name}.toml"));
    Scenario::from_path(&path).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The scenarios of the project with some draws, made once.
pub fn all() -> &'static [Made] {
    static ALL: OnceLock<Vec<Made>> = OnceLock::new();
    ALL.get_or_init(|| NAMES.iter().map(|name| Made::of_file(&load(name), 128)).collect())
}

pub fn shop() -> Made {
    all()[4].clone()
}

pub fn classroom() -> Made {
    all()[2].clone()
}
