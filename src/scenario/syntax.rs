//! TOML text to a tree with the place of every value, and every syntax error at once.

use std::ops::Range;

use toml::de::{DeTable, Error};

use super::diagnostic::Diagnostic;
use super::findings::Findings;

/// So many syntax errors are enough; each costs another reading.
const ROUNDS: usize = 30;
/// A larger text is read twice at most [bytes].
const LARGE: usize = 1 << 20;

/// The text with broken lines blanked out, so that what is left can be read and checked too. Places stay as they were.
pub(super) fn heal(report: &mut Findings<'_>) -> String {
    let mut text = report.source.text.clone();
    let rounds = if text.len() > LARGE { 2 } else { ROUNDS };
    for _ in 0..rounds {
        let Err(error) = DeTable::parse(&text) else {
            return text;
        };
        let span = error.span().unwrap_or(0..0);
        let masked = mask(&text, &span);
        report.add(explain(&error, &text, &span), span);
        match masked {
            Some(masked) => text = masked,
            None => break,
        }
    }
    if DeTable::parse(&text).is_err() {
        text.clear();
    }
    text
}

/// Blanks out the line of an error; where it is a second header of a table, all that belongs to it. `None`: nothing left to blank out.
fn mask(text: &str, span: &Range<usize>) -> Option<String> {
    let bytes = text.as_bytes();
    // An error at the end of a line or of the text belongs to the last thing before it.
    let solid = |at: usize| bytes[..at].iter().rposition(|byte| !byte.is_ascii_whitespace());
    let at = if span.is_empty() {
        solid(span.start.min(bytes.len()))?
    } else {
        span.start
    };
    let start = line_start(bytes, at);
    let mut end = line_end(bytes, start);
    let line = text.get(start..end)?.trim_start();
    if line.starts_with('[') && !line.contains('=') {
        // Up to the next header, or the end.
        while end < bytes.len() && !text[end + 1..line_end(bytes, end + 1)].trim_start().starts_with('[') {
            end = line_end(bytes, end + 1);
        }
    }
    let broken = text.get(start..end)?;
    if broken.trim().is_empty() {
        return None;
    }
    let blank: String = broken.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    Some(format!("{}{blank}{}", &text[..start], &text[end..]))
}

/// Where the line of a byte begins.
fn line_start(bytes: &[u8], at: usize) -> usize {
    bytes[..at.min(bytes.len())]
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |newline| newline + 1)
}

/// Where the line of a byte ends, before its newline.
fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|&byte| byte == b'\n'))
        .map_or(bytes.len(), |length| at + length)
}

fn explain(error: &Error, text: &str, span: &Range<usize>) -> Diagnostic {
    let message = error.message().lines().next().unwrap_or_default();
    let diagnostic = |what: &str| Diagnostic::error("", format!("this is not TOML: {what}"));
    let start = line_start(text.as_bytes(), span.start);
    let line = text[start..].lines().next().unwrap_or_default();
    let value = line
        .split_once('=')
        .map(|(_, value)| value.split('#').next().unwrap_or_default().trim());
    if message.contains("duplicate key") {
        let name = text.get(span.clone()).unwrap_or_default();
        return Diagnostic::error("", format!("`{name}` is written twice")).hint("keep one of them");
    }
    if message.contains("recurs") {
        return diagnostic("it is nested too deeply").allowed("a few levels of tables and lists");
    }
    let diagnostic = diagnostic(message);
    match value {
        Some(value) if value.ends_with('%') && !value.starts_with(['"', '\'']) => {
            diagnostic.hint(format!("put quotes around a percentage: \"{value}\""))
        }
        Some(value) if value.contains(" to ") && !value.starts_with(['"', '\'', '[', '{']) => {
            diagnostic.hint(format!("put quotes around a range: \"{value}\""))
        }
        Some(value) if is_decimal_comma(value) => diagnostic.hint(format!("write a point: {}", value.replacen(',', ".", 1))),
        Some(value) if value.chars().next().is_some_and(char::is_alphabetic) => {
            diagnostic.hint(format!("put quotes around text: \"{}\"", value.replace('"', "")))
        }
        _ => diagnostic,
    }
}

/// `0,3`: how half of the world writes 0.3.
fn is_decimal_comma(value: &str) -> bool {
    value.split_once(',').is_some_and(|(whole, part)| {
        [whole, part]
            .iter()
            .all(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
    })
}
