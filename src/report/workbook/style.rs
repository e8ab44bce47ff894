//! How cells look: number formats by what is counted and in which currency, and what a cell is for.

use std::collections::HashMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::chart::{Rgb, Theme};
use crate::format::{Language, decade, has_cents, symbol};

/// What a number counts, with digits behind the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Money(u8),
    Count(u8),
    Share(u8),
    /// A pure number: a factor, a ratio.
    Factor(u8),
    Date,
    /// A number near 0 with its exponent.
    Exact,
    /// 1: agrees; 0: differs.
    Check,
    Text,
}

/// What a cell is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Role {
    Title,
    Note,
    /// A heading above a part of a page, or above a group of columns.
    Group,
    Head,
    /// The heading of the first column, which holds names.
    FirstHead,
    Body,
    /// A text beside numbers.
    Indented,
    /// Text over several lines.
    Wrapped,
    Total,
    /// What stands beside its name.
    Beside,
    /// A number that formulas of the workbook start from, and that may be tried otherwise.
    Input,
}

/// From here on digits behind the point only distract.
const WHOLE: f64 = 1e3;
/// From here on a number is written with an exponent: no column is wide enough.
const HUGE: f64 = 1e15;

impl Kind {
    /// Money of a column whose largest amount is this.
    pub(super) fn money(currency: &str, largest: f64) -> Self {
        Self::Money(if has_cents(currency) && largest.abs() < WHOLE { 2 } else { 0 })
    }

    /// Counts of a column whose largest is this: of few people the tenths are shown, for they are expected numbers.
    pub(super) fn count(largest: f64) -> Self {
        Self::Count(match largest.abs() {
            largest if largest >= WHOLE => 0,
            largest if largest >= 10.0 => 1,
            _ => 2,
        })
    }

    /// Characters that a number takes, about.
    pub(super) fn width(self, number: f64, currency: &str) -> f64 {
        let whole = f64::from(decade(number.abs().max(1.0)) + 1);
        let grouped = if number.abs() >= HUGE {
            9.0
        } else {
            whole + ((whole - 1.0) / 3.0).floor()
        };
        let sign = if number < 0.0 { 1.0 } else { 0.0 };
        let point = |decimals: u8| if decimals > 0 { f64::from(decimals) + 1.0 } else { 0.0 };
        match self {
            Self::Money(decimals) => sign + grouped + point(decimals) + 1.0 + symbol(currency).chars().count() as f64,
            Self::Count(decimals) | Self::Factor(decimals) => sign + grouped + point(decimals),
            Self::Share(decimals) => sign + grouped + point(decimals) + 4.0,
            Self::Date => 10.0,
            Self::Check => 6.0,
            Self::Exact => 9.0,
            Self::Text => 0.0,
        }
    }

    /// The number format; codes are the same in a spreadsheet of every language, and shown in the reader's own way.
    fn code(self, currency: &str, language: Language) -> String {
        let digits = |decimals: u8| match decimals {
            0 => "#,##0".to_owned(),
            decimals => format!("#,##0.{}", "0".repeat(decimals.into())),
        };
        match self {
            Self::Money(decimals) => {
                let unit: String = symbol(currency).chars().filter(|c| *c != '"' && *c != '\\').collect();
                format!("{} \"{unit}\"", digits(decimals))
            }
            Self::Count(decimals) | Self::Factor(decimals) => digits(decimals),
            Self::Share(0) => "0%".to_owned(),
            Self::Share(decimals) => format!("0.{}%", "0".repeat(decimals.into())),
            Self::Date => match language {
                Language::English => "yyyy-mm-dd",
                Language::Russian => "dd.mm.yyyy",
                Language::Italian | Language::Vietnamese => "dd/mm/yyyy",
            }
            .to_owned(),
            Self::Check => "\"✓\";;\"✗\"".to_owned(),
            Self::Exact => "0.0E+00".to_owned(),
            Self::Text => "@".to_owned(),
        }
    }

    fn huge_code(self, currency: &str) -> String {
        match self {
            Self::Money(_) => format!("0.000E+00 \"{}\"", symbol(currency).replace(['"', '\\'], "")),
            _ => "0.000E+00".to_owned(),
        }
    }
}

/// The formats of a workbook, each made once.
pub(super) struct Styles {
    pub currency: String,
    language: Language,
    made: HashMap<(Kind, Role, bool), Format>,
}

impl Styles {
    pub(super) fn new(currency: String, language: Language) -> Self {
        Self {
            currency,
            language,
            made: HashMap::new(),
        }
    }

    /// The number format of a kind, for an axis.
    pub(super) fn code(&self, kind: Kind) -> String {
        kind.code(&self.currency, self.language)
    }

    /// The format of text.
    pub(super) fn text(&mut self, role: Role) -> &Format {
        self.of(Kind::Text, role, false)
    }

    /// The format of a number.
    pub(super) fn number(&mut self, kind: Kind, role: Role, number: f64) -> &Format {
        let huge = number.abs() >= HUGE && !matches!(kind, Kind::Date | Kind::Check | Kind::Text);
        self.of(kind, role, huge)
    }

    fn of(&mut self, kind: Kind, role: Role, huge: bool) -> &Format {
        let (currency, language) = (&self.currency, self.language);
        self.made
            .entry((kind, role, huge))
            .or_insert_with(|| dressed(kind, role, huge, currency, language))
    }
}

fn dressed(kind: Kind, role: Role, huge: bool, currency: &str, language: Language) -> Format {
    let theme = Theme::LIGHT;
    let format = Format::new().set_font_color(colour(theme.ink)).set_align(FormatAlign::Top);
    let format = match kind {
        // text that begins like a number stays as it is written
        Kind::Text => format,
        kind if huge => format.set_num_format(kind.huge_code(currency)),
        kind => format.set_num_format(kind.code(currency, language)),
    };
    let format = match kind {
        Kind::Check | Kind::Date => format.set_align(FormatAlign::Center),
        _ => format,
    };
    match role {
        Role::Title => format.set_bold().set_font_size(15),
        Role::Note => format.set_font_color(colour(theme.muted)).set_font_size(10),
        Role::Group => format.set_bold().set_font_color(colour(theme.proposal)),
        Role::Head | Role::FirstHead => format
            .set_bold()
            .set_text_wrap()
            .set_align(if role == Role::Head {
                FormatAlign::Center
            } else {
                FormatAlign::Left
            })
            .set_align(FormatAlign::Bottom)
            .set_background_color(colour(theme.grid.mixed(theme.background, 0.45)))
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(colour(theme.muted)),
        Role::Body => format,
        Role::Beside => format.set_align(FormatAlign::Left),
        Role::Indented => format.set_align(FormatAlign::Left).set_indent(1),
        Role::Wrapped => format.set_text_wrap().set_align(FormatAlign::Left).set_indent(1),
        Role::Total => format
            .set_bold()
            .set_background_color(colour(theme.grid.mixed(theme.background, 0.7))),
        Role::Input => format
            .set_font_color(colour(theme.proposal))
            .set_background_color(colour(theme.stages[0].mixed(theme.background, 0.6))),
    }
}

/// A colour of the theme as spreadsheets write it.
pub(super) const fn colour(Rgb(red, green, blue): Rgb) -> Color {
    Color::RGB((red as u32) << 16 | (green as u32) << 8 | blue as u32)
}
