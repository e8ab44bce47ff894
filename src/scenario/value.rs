//! The plain values of the file: text, yes or no, whole numbers, dates, lists of numbers.

use std::borrow::Cow;
use std::marker::PhantomData;

use jiff::civil;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use toml::de::DeValue;

use super::diagnostic::Diagnostic;
use super::domain::Within;
use super::findings::Findings;
use super::node::{FromToml, Node, describe};
use super::number::{Exact, plain};

/// Of a long list so many wrong numbers are shown.
const SHOWN: usize = 5;
/// The longest name or path [bytes].
const MAX_TEXT: usize = 400;

impl FromToml for String {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        let DeValue::String(text) = node.value else {
            return node.wrong(report);
        };
        let text = text.trim();
        let wrong = if text.is_empty() {
            "is empty"
        } else if text.chars().any(char::is_control) {
            "holds control characters"
        } else if text.len() > MAX_TEXT {
            "is too long"
        } else {
            return Some(text.to_owned());
        };
        let diagnostic = Diagnostic::error(&node.key, format!("`{}` {wrong}", node.key));
        let allowed = format!("one line of text, up to {MAX_TEXT} bytes");
        report.add(diagnostic.found(describe(node.value)).allowed(allowed), node.span.clone());
        None
    }

    fn expected() -> String {
        "text in quotes".to_owned()
    }
}

/// Text that is only for the reader of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prose;

impl FromToml for Prose {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        match node.value {
            DeValue::String(_) => Some(Self),
            _ => node.wrong(report),
        }
    }

    fn expected() -> String {
        "text in quotes".to_owned()
    }
}

impl JsonSchema for Prose {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Prose".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

impl FromToml for bool {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        match node.value {
            DeValue::Boolean(answer) => Some(*answer),
            _ => node.wrong(report),
        }
    }

    fn expected() -> String {
        "true or false".to_owned()
    }
}

/// A whole number within bounds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Whole<const MIN: usize, const MAX: usize>(pub usize);

impl<const MIN: usize, const MAX: usize> FromToml for Whole<MIN, MAX> {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        let Some(value) = plain(node.value) else {
            return node.wrong(report);
        };
        // Exact: the bounds are far below 2^53.
        if value.fract() == 0.0 && value >= MIN as f64 && value <= MAX as f64 {
            return Some(Self(value as usize));
        }
        let diagnostic = Diagnostic::error(&node.key, format!("`{}` is outside its domain", node.key))
            .found(describe(node.value))
            .allowed(Self::expected());
        report.add(diagnostic, node.span.clone());
        None
    }

    fn expected() -> String {
        format!("a whole number, {MIN} to {MAX}")
    }
}

impl<const MIN: usize, const MAX: usize> JsonSchema for Whole<MIN, MAX> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Whole".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": MIN, "maximum": MAX })
    }
}

/// A day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day(pub civil::Date);

impl FromToml for Day {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        let date = match node.value {
            DeValue::Datetime(datetime) if datetime.time.is_none() => datetime.date.and_then(|date| {
                // A TOML date has a month up to 12 and a day up to 31.
                civil::Date::new(i16::try_from(date.year).ok()?, date.month as i8, date.day as i8).ok()
            }),
            DeValue::String(text) if text.parse::<civil::Date>().is_ok() => {
                let diagnostic = Diagnostic::error(&node.key, format!("`{}` is text, not a date", node.key))
                    .found(describe(node.value))
                    .allowed(Self::expected())
                    .hint(format!("write {text} without quotes"));
                report.add(diagnostic, node.span.clone());
                return None;
            }
            DeValue::Datetime(_) => None,
            _ => return node.wrong(report),
        };
        if date.is_none() {
            let diagnostic = Diagnostic::error(&node.key, format!("`{}` is not a day of the calendar", node.key))
                .found(describe(node.value))
                .allowed(Self::expected())
                .hint("write year-month-day, without a time of day");
            report.add(diagnostic, node.span.clone());
        }
        date.map(Self)
    }

    fn expected() -> String {
        "a date without quotes, such as 2026-01-05".to_owned()
    }
}

impl JsonSchema for Day {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

/// A colour, `#rrggbb`: red, green, blue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Colour(pub [u8; 3]);

impl FromToml for Colour {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        let DeValue::String(text) = node.value else {
            return node.wrong(report);
        };
        let digits = text.trim().strip_prefix('#').unwrap_or(text.trim());
        let hex = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        if hex && text.trim().starts_with('#') {
            return Some(Self([part(0)?, part(2)?, part(4)?]));
        }
        let diagnostic = Diagnostic::error(&node.key, format!("`{}` is no colour", node.key))
            .found(describe(node.value))
            .allowed(Self::expected());
        let diagnostic = match digits.as_bytes() {
            _ if hex => diagnostic.hint(format!("write \"#{digits}\"")),
            &[r, g, b] if [r, g, b].iter().all(u8::is_ascii_hexdigit) => {
                let [r, g, b] = [r, g, b].map(char::from);
                diagnostic.hint(format!("write \"#{r}{r}{g}{g}{b}{b}\""))
            }
            _ => diagnostic.hint("two hexadecimal digits each for red, green and blue"),
        };
        report.add(diagnostic, node.span.clone());
        None
    }

    fn expected() -> String {
        "a colour such as \"#0072b2\"".to_owned()
    }
}

impl JsonSchema for Colour {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Colour".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" })
    }
}

/// A list of known numbers, each inside a domain.
#[derive(Debug, Clone)]
pub(super) struct Numbers<D> {
    pub values: Vec<f64>,
    domain: PhantomData<D>,
}

impl<D: Within> FromToml for Numbers<D> {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        let DeValue::Array(array) = node.value else {
            return node.wrong(report);
        };
        let mut values = Vec::with_capacity(array.len());
        let mut wrong = 0;
        for element in array.iter() {
            if let Some(value) = plain(element.get_ref()).filter(|&value| D::DOMAIN.holds(value)) {
                values.push(value);
                continue;
            }
            wrong += 1;
            if wrong <= SHOWN {
                let element = Node {
                    key: node.key.clone(),
                    span: element.span(),
                    value: element.get_ref(),
                };
                if let Some(number) = Exact::<D>::from_toml(&element, report) {
                    // Written as text, such as "90%".
                    values.push(number.value);
                    wrong -= 1;
                }
            }
        }
        if wrong > SHOWN {
            let diagnostic = Diagnostic::error(&node.key, format!("{} more numbers of `{}` are wrong", wrong - SHOWN, node.key));
            report.add(diagnostic, node.span.clone());
        }
        (wrong == 0).then_some(Self {
            values,
            domain: PhantomData,
        })
    }

    fn expected() -> String {
        format!("a list of numbers, each {}", D::DOMAIN.words)
    }
}

impl<D: Within> JsonSchema for Numbers<D> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Numbers".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let element = Exact::<D>::json_schema(generator);
        json_schema!({ "type": "array", "items": element })
    }
}

/// One number for every period, or a list with one for each.
#[derive(Debug, Clone)]
pub(super) enum Series<D> {
    Every(Exact<D>),
    Each(Numbers<D>),
}

impl<D: Within> FromToml for Series<D> {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        match node.value {
            DeValue::Array(_) => Numbers::from_toml(node, report).map(Self::Each),
            DeValue::Table(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => node.wrong(report),
            _ => Exact::from_toml(node, report).map(Self::Every),
        }
    }

    fn expected() -> String {
        format!("one number, {}, or a list with one for each period", D::DOMAIN.words)
    }
}

impl<D: Within> JsonSchema for Series<D> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Series".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (every, each) = (Exact::<D>::json_schema(generator), Numbers::<D>::json_schema(generator));
        json_schema!({ "anyOf": [every, each] })
    }
}
