//! Digits and dates as each language writes them, from the data of Unicode's CLDR by ICU4X.

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{M, YM, YMD};
use icu_datetime::input::Date as IsoDate;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::{Locale, locale};
use jiff::civil::Date;

use super::Language;

/// What a date shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// `5 Jan 2026`
    Day,
    /// `5 January 2026`
    LongDay,
    /// `Jan 2026`
    Month,
    /// `Jan`
    MonthAlone,
}

/// English writes the day before the month, as plans and their tables do elsewhere.
const fn locale_of(language: Language) -> Locale {
    match language {
        Language::English => locale!("en-GB"),
        Language::Italian => locale!("it"),
        Language::Russian => locale!("ru"),
        Language::Vietnamese => locale!("vi"),
    }
}

/// Italian as CLDR has it writes 1200 beside 12.000, which do not line up in a column: its marks are those of Vietnamese, which groups both.
const fn digits_of(language: Language) -> Locale {
    match language {
        Language::Italian => locale_of(Language::Vietnamese),
        _ => locale_of(language),
    }
}

thread_local! {
    // The writers share no state between threads, and each is made from data that is part of the program.
    static DIGITS: [Option<DecimalFormatter>; 4] =
        Language::ALL.map(|language| DecimalFormatter::try_new(digits_of(language).into(), DecimalFormatterOptions::default()).ok());
}

/// A plain decimal number, `-1234.50`, with the marks of a language and the minus sign U+2212; a power of ten behind it stays: `1.2e16`.
pub(super) fn digits(language: Language, plain: &str) -> String {
    let (sign, size) = plain.strip_prefix('-').map_or(("", plain), |size| ("−", size));
    let (mantissa, power) = size.find('e').map_or((size, ""), |at| size.split_at(at));
    let Ok(decimal) = mantissa.parse::<Decimal>() else {
        return format!("{sign}{size}");
    };
    let written = DIGITS.with(|writers| Some(writers[language as usize].as_ref()?.format(&decimal).to_string()));
    format!("{sign}{}{power}", written.as_deref().unwrap_or(mantissa))
}

/// A date as a language writes it; days before the year 1 or after 9999 do not occur.
pub(super) fn date(language: Language, date: Date, shown: Shown) -> String {
    let Ok(iso) = IsoDate::try_new_iso(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs()) else {
        return date.to_string();
    };
    let locale = locale_of(language).into();
    let written = match shown {
        // CLDR's long form of Vietnamese lacks the comma before the year
        Shown::LongDay if language == Language::Vietnamese => return self::date(language, date, Shown::Day),
        // CLDR writes the month alone in full, beside the short one that carries a year
        Shown::MonthAlone if language == Language::Vietnamese => return format!("thg\u{a0}{}", date.month()),
        Shown::Day => DateTimeFormatter::try_new(locale, YMD::medium()).map(|writer| writer.format(&iso).to_string()),
        Shown::LongDay => DateTimeFormatter::try_new(locale, YMD::long()).map(|writer| writer.format(&iso).to_string()),
        Shown::Month => DateTimeFormatter::try_new(locale, YM::medium()).map(|writer| writer.format(&iso).to_string()),
        Shown::MonthAlone => DateTimeFormatter::try_new(locale, M::medium()).map(|writer| writer.format(&iso).to_string()),
    };
    let written = written.unwrap_or_else(|_| date.to_string());
    match shown {
        // the mark of a year, which a label of an axis has no room for
        Shown::Month => written.trim_end_matches("г.").trim_end().to_owned(),
        _ => written,
    }
}
