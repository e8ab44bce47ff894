//! Floor 7: one file a chart; one theme. Charts get finished results and compute no numbers of their own.
//!
//! [`draw_all`] takes what there is, a forecast at least, and gives each chart that it allows as SVG with the plotted numbers as CSV;
//! [`to_png`] turns such an SVG into a picture. Nothing needs to be installed: the font is part of the program.
//!
//! A chart is put together in three layers. `sheet` writes the title (the conclusion), the subtitle (what is drawn) and the footer, and
//! leaves the room between them; the chart's own file fills it with shapes and text on a `canvas`; the canvas turns into SVG by plotters.

mod axis;
mod bar_scale;
mod canvas;
mod font;
mod frontier;
mod funnel;
mod futures;
mod geometry;
mod input;
mod kaizen;
mod lab;
mod lines;
mod moved;
mod png;
mod profit;
mod quantity;
mod reallocation;
mod response;
mod retention;
mod roi;
mod sensitivity;
mod sheet;
mod steps;
mod table;
pub(crate) mod terms;
#[cfg(test)]
mod tests;
pub(crate) mod text;
mod theme;
mod tornado;
mod waterfall;
mod weakest;
mod what_if;
mod why;

use sheet::Sheet;
use table::Table;

pub use font::font_face_css;
#[cfg(feature = "pdf")]
pub(crate) use font::{font_bytes, font_database};
pub use input::ChartInput;
pub(crate) use lab::watched;
pub use lab::{LabInput, LabKind, draw_lab, strategy};
pub use png::to_png;
pub(crate) use quantity::called as quantity_name;
#[cfg(feature = "pdf")]
pub(crate) use sheet::MARGIN;
pub(crate) use terms::{Form, lasting, objective, per, span, stage};
pub(crate) use text::{clean, name};
pub use theme::{Rgb, Size, Theme};

/// A finished chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    pub kind: Kind,
    /// The conclusion, as it stands above the picture; also a text for those who cannot see it.
    pub title: String,
    pub svg: String,
    /// The plotted numbers, in full precision.
    pub csv: String,
}

/// What a chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Cumulative ROI over time.
    Roi,
    /// Cumulative incremental profit over time.
    Profit,
    /// From visits to repeat orders.
    Funnel,
    /// The stages by what is at stake at each.
    Weakest,
    /// How long customers stay, and how many are active.
    Retention,
    /// What each channel returns at which spend.
    Response,
    /// What is moved from where to where.
    Reallocation,
    /// What each move gains alone, and what they do only together.
    Waterfall,
    /// What each budget is worth at its best plan.
    Frontier,
    /// The objective, cycle by cycle.
    Kaizen,
    /// How far each uncertain quantity alone moves the objective.
    Tornado,
    /// Which quantities explain the objective's variance.
    Sensitivity,
    /// Plans side by side.
    WhatIf,
    /// A chart of the loop in a noisy world: [`draw_lab`] draws it, from an experiment.
    Lab(LabKind),
}

impl Kind {
    /// Every chart of one scenario, in the order in which a proposal shows them. [`Self::WhatIf`] is one of several plans, and is
    /// drawn from a comparison alone.
    pub const ALL: [Self; 12] = [
        Self::Roi,
        Self::Profit,
        Self::Funnel,
        Self::Weakest,
        Self::Retention,
        Self::Response,
        Self::Reallocation,
        Self::Waterfall,
        Self::Frontier,
        Self::Kaizen,
        Self::Tornado,
        Self::Sensitivity,
    ];

    /// Its name in `--only` and in names of files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Roi => "roi",
            Self::Profit => "profit",
            Self::Funnel => "funnel",
            Self::Weakest => "weakest",
            Self::Retention => "retention",
            Self::Response => "response",
            Self::Reallocation => "reallocation",
            Self::Waterfall => "waterfall",
            Self::Frontier => "frontier",
            Self::Kaizen => "kaizen",
            Self::Tornado => "tornado",
            Self::Sensitivity => "sensitivity",
            Self::WhatIf => "what_if",
            Self::Lab(kind) => kind.name(),
        }
    }

    /// The chart of one scenario of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How charts look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    pub theme: Theme,
    pub size: Size,
    /// Whether each SVG carries the letters it needs as a web font (40 to 100 kB), so that it looks the same on every machine. A page
    /// with several charts turns this off and holds [`font_face_css`] once.
    pub carry_font: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            theme: Theme::LIGHT,
            size: Size::Slide,
            carry_font: true,
        }
    }
}

/// Why a chart could not be made.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ChartError {
    #[error("drawing failed: {0}")]
    Drawing(String),
    #[error("not an SVG that can be rendered: {0}")]
    Svg(String),
    #[error("the picture cannot be rendered at {0} times its size")]
    Scale(f32),
    #[error("the PNG could not be encoded: {0}")]
    Png(String),
    #[error("the table of the plotted numbers could not be written: {0}")]
    Csv(String),
}

impl ChartError {
    fn drawing(error: impl std::fmt::Display) -> Self {
        Self::Drawing(error.to_string())
    }
}

/// A chart before it is turned into text.
struct Drawing {
    sheet: Sheet,
    table: Table,
}

impl Drawing {
    /// Lays a chart out; `None` where the results for it are missing.
    fn of(kind: Kind, input: &ChartInput, look: &Look) -> Option<Self> {
        match kind {
            Kind::Roi => roi::draw(input, look),
            Kind::Profit => profit::draw(input, look),
            Kind::Funnel => funnel::draw(input, look),
            Kind::Weakest => weakest::draw(input, look),
            Kind::Retention => retention::draw(input, look),
            Kind::Response => response::draw(input, look),
            Kind::Reallocation => reallocation::draw(input, look),
            Kind::Waterfall => waterfall::draw(input, look),
            Kind::Frontier => frontier::draw(input, look),
            Kind::Kaizen => kaizen::draw(input, look),
            Kind::Tornado => tornado::draw(input, look),
            Kind::Sensitivity => sensitivity::draw(input, look),
            Kind::WhatIf => what_if::draw(input, look),
            // of an experiment, which no such input holds
            Kind::Lab(_) => None,
        }
    }

    /// The finished chart.
    fn chart(self, kind: Kind, look: &Look) -> Result<Chart, ChartError> {
        let Self { sheet, table } = self;
        Ok(Chart {
            kind,
            svg: sheet.canvas.svg(&sheet.title, &sheet.subtitle, look.carry_font)?,
            csv: table.csv()?,
            title: sheet.title,
        })
    }
}

/// Draws one chart; `None` where the results for it are missing.
///
/// # Errors
/// Those of the drawing library; none is known to occur.
pub fn draw(kind: Kind, input: &ChartInput, look: &Look) -> Result<Option<Chart>, ChartError> {
    Drawing::of(kind, input, look).map(|drawing| drawing.chart(kind, look)).transpose()
}

/// Draws every chart of one scenario that the results allow, in the order of [`Kind::ALL`].
///
/// # Errors
/// Those of [`draw`].
pub fn draw_all(input: &ChartInput, look: &Look) -> Result<Vec<Chart>, ChartError> {
    Kind::ALL
        .into_iter()
        .filter_map(|kind| draw(kind, input, look).transpose())
        .collect()
}
