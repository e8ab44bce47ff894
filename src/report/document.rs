//! What a report says, before it is a page, paper or a wiki text: sections of paragraphs, tables and figures, in one language.
//!
//! Every form of the report is written from the same document, so that they say the same. Texts are ready to be read and not yet escaped:
//! each form makes sure by itself that no text turns into its markup.

use jiff::civil::Date;

use crate::chart::{Kind, Rgb, Theme};
use crate::format::Language;
use crate::scenario::LogoKind;

/// A whole report.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub language: Language,
    pub title: String,
    /// Below the title: for whom, from whom, when; empty parts are left out.
    pub subtitle: String,
    pub client: Option<String>,
    pub author: Option<String>,
    /// Day of the report.
    pub date: Date,
    pub logo: Option<Logo>,
    pub theme: Theme,
    /// The client's colour for headings and rules, legible on the theme's ground.
    pub accent: Rgb,
    pub sections: Vec<Section>,
    /// Scenario, program, seed: the last line of every page.
    pub footer: String,
}

/// A picture of whoever hands the report over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    pub bytes: Vec<u8>,
    pub kind: LogoKind,
    /// What it shows, for those who cannot see it.
    pub alternative: String,
}

/// A section with a heading of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// A name for links, the same in every language: `answer`.
    pub id: &'static str,
    pub title: String,
    pub blocks: Vec<Block>,
}

/// A part of a section, in the order of reading.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Sentences that are read first.
    Lead(Vec<String>),
    Paragraph(String),
    /// A heading inside of the section.
    Heading(String),
    List(Vec<String>),
    /// Single figures that are read at a glance.
    Facts(Vec<Fact>),
    Table(Table),
    Figure(Figure),
}

/// A figure with its name.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    pub name: String,
    pub value: String,
    /// Its range, or what it is compared with.
    pub note: Option<String>,
}

/// A table with one row of headings.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows, in a sentence.
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Whether a reader may put the rows into another order.
    pub sortable: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub title: String,
    pub align: Align,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words, from the left.
    Start,
    /// Numbers, to the right.
    End,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// As many as there are columns.
    pub cells: Vec<Cell>,
    pub weight: Weight,
}

/// What a row stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Plain,
    /// What the others come to, or what counts.
    Strong,
}

/// A text, and the number that it writes where it writes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub text: String,
    /// In full precision: for sorting, for a reader who points at it, and for checks.
    pub number: Option<f64>,
}

/// A chart with what it says in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub kind: Kind,
    /// Its conclusion, as it stands in the picture: the text for those who cannot see it.
    pub title: String,
    /// How to read it, in one sentence of plain words.
    pub caption: String,
    /// The picture, without letters of its own: the page carries them once.
    pub svg: String,
    /// Width and height \[px\].
    pub size: (u32, u32),
}

impl Document {
    /// Its charts, in the order of reading.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.sections
            .iter()
            .flat_map(|section| &section.blocks)
            .filter_map(|block| match block {
                Block::Figure(figure) => Some(figure),
                _ => None,
            })
    }
}

impl Section {
    #[must_use]
    pub const fn new(id: &'static str, title: String) -> Self {
        Self {
            id,
            title,
            blocks: Vec::new(),
        }
    }
}

impl Table {
    /// An empty table; the first column holds words, the others numbers.
    #[must_use]
    pub fn new(caption: String, titles: impl IntoIterator<Item = String>) -> Self {
        let column = |(place, title)| Column {
            title,
            align: if place == 0 { Align::Start } else { Align::End },
        };
        Self {
            caption,
            columns: titles.into_iter().enumerate().map(column).collect(),
            rows: Vec::new(),
            sortable: false,
        }
    }

    /// The same with words in these columns.
    #[must_use]
    pub fn with_words_in(mut self, columns: &[usize]) -> Self {
        for &column in columns {
            if let Some(column) = self.columns.get_mut(column) {
                column.align = Align::Start;
            }
        }
        self
    }

    pub fn row(&mut self, cells: Vec<Cell>) {
        self.push(cells, Weight::Plain);
    }

    pub fn strong_row(&mut self, cells: Vec<Cell>) {
        self.push(cells, Weight::Strong);
    }

    fn push(&mut self, cells: Vec<Cell>, weight: Weight) {
        debug_assert_eq!(cells.len(), self.columns.len(), "a cell for each column");
        self.rows.push(Row { cells, weight });
    }
}

impl Column {
    /// Whether it holds numbers, which stand at its right end.
    #[must_use]
    pub const fn is_of_numbers(&self) -> bool {
        matches!(self.align, Align::End)
    }
}

impl Row {
    /// Whether it is set off from the others.
    #[must_use]
    pub const fn is_strong(&self) -> bool {
        matches!(self.weight, Weight::Strong)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, number: None }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl Cell {
    /// A number with the text that writes it.
    #[must_use]
    pub fn number(number: impl Into<Option<f64>>, text: String) -> Self {
        Self {
            text,
            number: number.into().filter(|number| number.is_finite()),
        }
    }
}
