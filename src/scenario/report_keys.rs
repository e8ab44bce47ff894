//! How documents made of a scenario look and what they hold: the checked table `[report]`.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::format::Language;

/// What `[report]` says; nothing of it changes a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportKeys {
    /// Title of the documents; `None`: the plan's name.
    pub title: Option<String>,
    /// For whom they are made.
    pub client: Option<String>,
    /// Who makes them.
    pub author: Option<String>,
    pub logo: Option<Logo>,
    /// Colour of headings and marks: red, green, blue; `None`: that of the theme.
    pub accent: Option<[u8; 3]>,
    /// `None`: none is asked for, which is English.
    pub language: Option<Language>,
    /// `None`: none is asked for, which is light.
    pub theme: Option<Appearance>,
    /// The date printed; `None`: the day on which a document is made.
    pub date: Option<Date>,
    /// What is shown, in the order of [`Section::ALL`]; at least one.
    pub sections: Vec<Section>,
}

impl Default for ReportKeys {
    fn default() -> Self {
        Self {
            title: None,
            client: None,
            author: None,
            logo: None,
            accent: None,
            language: None,
            theme: None,
            date: None,
            sections: Section::ALL.to_vec(),
        }
    }
}

impl ReportKeys {
    /// Whether a section is to be shown.
    #[must_use]
    pub fn shows(&self, section: Section) -> bool {
        self.sections.contains(&section)
    }
}

/// A picture for the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    pub kind: LogoKind,
    /// The file as it was read, up to 2 MiB; an SVG is UTF-8, and [`svg_fault`](super::svg_fault) finds nothing in it.
    pub bytes: Arc<[u8]>,
}

/// What a logo is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LogoKind {
    Png,
    Svg,
}

impl LogoKind {
    /// `image/png`, `image/svg+xml`.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// Colours on white or on black.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Appearance {
    #[default]
    Light,
    Dark,
}

macro_rules! sections {
    ($($(#[$doc:meta])* $section:ident = $word:literal,)*) => {
        /// A section of a report.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Section { $($(#[$doc])* $section,)* }

        impl Section {
            /// Every section, in the order in which a report shows them.
            pub const ALL: &'static [Self] = &[$(Self::$section,)*];

            /// The word for it in TOML and on the command line.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$section => $word,)* }
            }

            /// The section of this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|section| section.word() == word)
            }
        }

        super::word::words!(Section, "A section of a report.": $($word => Self::$section,)*);
    };
}

sections! {
    /// What to do, what it brings, how likely that is.
    Answer = "answer",
    /// Today's plan, the proposal and what money without limits would bring.
    Money = "money",
    Charts = "charts",
    /// The weakest stage and what to do about it.
    Weakest = "weakest",
    /// The plan by channel and quarter.
    Plan = "plan",
    /// What could go wrong.
    Risks = "risks",
    /// The numbers that were put in, with their sources.
    Assumptions = "assumptions",
    /// How it was computed.
    Method = "method",
    /// The formula of each KPI.
    Kpis = "kpis",
}

super::word::words!(Appearance, "Colours on white or on black.": "light" => Self::Light, "dark" => Self::Dark,);
super::word::words!(Language, "A language of charts and reports.":
    "en" => Self::English, "it" => Self::Italian, "ru" => Self::Russian, "vi" => Self::Vietnamese,
);
