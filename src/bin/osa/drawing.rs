//! Which charts are drawn, how they look and as what they are written: the options that `run` and `chart` share, and the theme of a `report`.

use clap::{Args, ValueEnum};
use osa::chart::{Chart, ChartInput, Kind, Look, Rgb, Size, Theme, draw, to_png};
use osa::format::Language;
use osa::scenario::{Appearance, ReportKeys};
use rayon::prelude::*;

use crate::output::Folder;

/// Pixels for each unit of a chart's size: enough for a slide on a large screen and for print.
pub const PNG_SCALE: f32 = 2.0;

/// The charts that are asked for.
#[derive(Debug, Args)]
pub struct Drawing {
    /// Draw these charts only: roi, profit, funnel, weakest, retention, response, reallocation, waterfall, frontier, kaizen, tornado, sensitivity; of several plans what_if
    #[arg(long, value_name = "NAME", num_args = 1.., value_parser = kind)]
    pub only: Vec<Kind>,
    #[command(flatten)]
    style: Style,
}

/// How charts look and what they are written as.
#[derive(Debug, Args)]
pub struct Style {
    /// The colours of the charts: dark on white, or light on a dark ground; without it as [report] says, else light
    #[arg(long, value_name = "WORD", value_enum)]
    theme: Option<Ground>,
    /// The size of the charts: a slide (1280 × 720), or half a page of A4 (1120 × 792)
    #[arg(long, value_name = "WORD", value_enum, default_value_t = Sheet::Slide)]
    size: Sheet,
    /// What each chart is written as: svg, png, csv (the plotted numbers); several with commas between them
    #[arg(long, value_name = "WORD", value_enum, value_delimiter = ',', default_values_t = [Written::Svg, Written::Png, Written::Csv])]
    format: Vec<Written>,
    /// What the charts are written in: en, it, ru, vi; without it as [report] says, else English
    #[arg(long, value_name = "CODE", value_parser = language)]
    lang: Option<Language>,
}

/// A theme by its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Ground {
    Light,
    Dark,
}

/// A size by its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sheet {
    Slide,
    Page,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Written {
    Svg,
    Png,
    Csv,
}

fn kind(name: &str) -> Result<Kind, String> {
    let all = || Kind::ALL.into_iter().chain([Kind::WhatIf]);
    let names: Vec<&str> = all().map(Kind::name).collect();
    all()
        .find(|kind| kind.name() == name)
        .ok_or_else(|| format!("there are the charts {}", names.join(", ")))
}

/// A theme with the accent colour of `[report]`.
pub fn theme(appearance: Option<Appearance>, keys: &ReportKeys) -> Theme {
    let theme = match appearance.unwrap_or_default() {
        Appearance::Light => Theme::LIGHT,
        Appearance::Dark => Theme::DARK,
    };
    keys.accent.map_or(theme, |[r, g, b]| theme.with_accent(Rgb(r, g, b)))
}

/// A language by its code.
pub fn language(code: &str) -> Result<Language, String> {
    let codes = Language::ALL.map(Language::code);
    Language::from_code(code).ok_or_else(|| format!("there are the languages {}", codes.join(", ")))
}

impl Drawing {
    /// Whether a chart is asked for, by its name or because none is.
    pub fn wants(&self, kind: Kind) -> bool {
        self.only.is_empty() || self.only.contains(&kind)
    }

    /// Whether a chart is asked for by its name.
    pub fn names(&self, kind: Kind) -> bool {
        self.only.contains(&kind)
    }

    /// Draws what is wanted of these kinds, where there are results for it, in the colours and the language of `[report]` if no others
    /// are asked for.
    pub fn draw(&self, kinds: &[Kind], input: ChartInput, keys: &ReportKeys) -> anyhow::Result<Vec<Chart>> {
        let (input, look) = (input.in_language(self.style.language(keys)), self.style.look(keys));
        let wanted = kinds.iter().copied().filter(|kind| self.wants(*kind));
        let charts: Result<Vec<Chart>, _> = wanted.filter_map(|kind| draw(kind, &input, &look).transpose()).collect();
        Ok(charts?)
    }

    /// Adds charts to a folder in the formats that are asked for.
    pub fn put(&self, folder: &mut Folder, charts: &[Chart]) -> anyhow::Result<()> {
        self.style.put(folder, charts)
    }
}

impl Style {
    /// What is asked for, or what `[report]` says, or English.
    pub fn language(&self, keys: &ReportKeys) -> Language {
        self.lang.or(keys.language).unwrap_or_default()
    }

    /// Colours and size.
    pub fn look(&self, keys: &ReportKeys) -> Look {
        let asked = self.theme.map(|ground| match ground {
            Ground::Light => Appearance::Light,
            Ground::Dark => Appearance::Dark,
        });
        Look {
            theme: theme(asked.or(keys.theme), keys),
            size: match self.size {
                Sheet::Slide => Size::Slide,
                Sheet::Page => Size::Page,
            },
            ..Look::default()
        }
    }

    /// The ending of the pictures that are written, those that scale first; `None` where there are none.
    pub fn picture(&self) -> Option<&'static str> {
        let wants = |written: Written| self.format.contains(&written);
        wants(Written::Svg)
            .then_some("svg")
            .or_else(|| wants(Written::Png).then_some("png"))
    }

    /// Adds charts to a folder in the formats that are asked for; the pictures take longest, and are made side by side.
    pub fn put(&self, folder: &mut Folder, charts: &[Chart]) -> anyhow::Result<()> {
        let wants = |written: Written| self.format.contains(&written);
        let pictured = if wants(Written::Png) { charts } else { &[] };
        let mut pictures = pictured
            .par_iter()
            .map(|chart| to_png(&chart.svg, PNG_SCALE))
            .collect::<Vec<_>>()
            .into_iter();
        for chart in charts {
            let name = chart.kind.name();
            if wants(Written::Svg) {
                folder.put(&format!("{name}.svg"), chart.svg.as_bytes());
            }
            if let Some(picture) = pictures.next() {
                folder.put(&format!("{name}.png"), picture?);
            }
            if wants(Written::Csv) {
                folder.put(&format!("{name}.csv"), chart.csv.as_bytes());
            }
        }
        Ok(())
    }
}
