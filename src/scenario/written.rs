//! Numbers written as text: `"3%"`, `"8_000"`, `"2% to 4%"`.

use super::number::no_negative_zero;

/// A number written as text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Written {
    Number(f64),
    Interval { low: f64, high: f64 },
}

/// Reads `"3%"`, `"8_000"`, `"2% to 4%"`; else what to write instead, where it is clear.
pub(super) fn written(text: &str) -> Result<Written, Option<String>> {
    let text = text.trim();
    if let Some((low, high)) = text.split_once(" to ") {
        if high.trim_end().ends_with('%') && !low.trim_end().ends_with('%') {
            return Err(Some(format!(
                "put the percent sign to both ends: \"{}% to {}\"",
                low.trim(),
                high.trim()
            )));
        }
        if low.trim_end().ends_with('%') && !high.trim_end().ends_with('%') {
            return Err(Some(format!(
                "put the percent sign to both ends: \"{} to {}%\"",
                low.trim(),
                high.trim()
            )));
        }
        return match (number(low), number(high)) {
            (Some(low), Some(high)) => Ok(Written::Interval { low, high }),
            _ => Err(Some(
                "write \"low to high\", such as \"2% to 4%\" or \"8_000 to 12_000\"".to_owned(),
            )),
        };
    }
    if let Some(value) = number(text) {
        return Ok(Written::Number(value));
    }
    for dash in ["–", "—", "..", "-", "…"] {
        if let Some((low, high)) = text.split_once(dash)
            && number(low).is_some()
            && number(high).is_some()
        {
            return Err(Some(format!("write \"{} to {}\"", low.trim(), high.trim())));
        }
    }
    let point = text.replace(',', ".");
    if number(&point).is_some() {
        return Err(Some(format!("write a point and no comma: \"{point}\"")));
    }
    let joined = text.replace([' ', '\u{a0}', '\u{202f}', '\''], "_");
    if number(&joined).is_some() {
        return Err(Some(format!("write {joined}")));
    }
    Err(None)
}

/// A decimal number, with `_` between digits and `%` behind it.
fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let (digits, percent) = match text.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), true),
        None => (text, false),
    };
    let bytes = digits.as_bytes();
    let lonely = |at: usize| {
        let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
        !digit(at.checked_sub(1)) || !digit(Some(at + 1))
    };
    if bytes.iter().enumerate().any(|(at, &byte)| byte == b'_' && lonely(at)) {
        return None;
    }
    let digits = digits.replace('_', "");
    let decimal = digits.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    if !decimal {
        return None;
    }
    // "2.3%" is the number nearest to 0.023, which 2.3 / 100 need not be.
    let value: f64 = match percent {
        true if digits.contains(['e', 'E']) => digits.parse::<f64>().ok()? / 100.0,
        true => format!("{digits}e-2").parse().ok()?,
        false => digits.parse().ok()?,
    };
    Some(no_negative_zero(value))
}
