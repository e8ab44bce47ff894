//! Floor 0: numbers as people read them, the same in tables and on charts.
//!
//! A [`Format`] knows the currency and writes compact money (`1.24 M €`), counts (`12,345`), percentages (`11.1 %`) and signed
//! differences (`+38 k €`, `−3 %`), in each [`Language`]. What does not exist, or is not finite, is written [`ABSENT`].

mod currency;
mod decade;
mod language;
mod locale;
mod number;
mod scale;

use jiff::civil::Date;
use locale::Shown;

pub use currency::{has_cents, symbol};
pub use decade::{decade, ten_to};
pub use language::Language;
pub use scale::Scale;

/// What stands where there is no value.
pub const ABSENT: &str = "–";

/// How numbers are written: the English way, with a currency and a space between number and unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Format {
    /// Symbol of the currency, or its ISO code where it has none that everyone knows.
    currency: String,
    /// What stands between a number and its unit.
    space: char,
    /// Whether the currency has cents.
    cents: bool,
    language: Language,
}

impl Format {
    /// Numbers for a terminal or a table: an ordinary space before the unit.
    #[must_use]
    pub fn new(iso_code: &str) -> Self {
        Self {
            currency: symbol(iso_code).to_owned(),
            space: ' ',
            cents: has_cents(iso_code),
            language: Language::English,
        }
    }

    /// Numbers for running text and charts: a no-break space before the unit, so that no line ends between the two.
    #[must_use]
    pub fn no_break(iso_code: &str) -> Self {
        Self {
            space: '\u{a0}',
            ..Self::new(iso_code)
        }
    }

    /// The same in another language.
    #[must_use]
    pub fn written(iso_code: &str, language: Language) -> Self {
        Self {
            language,
            ..Self::no_break(iso_code)
        }
    }

    /// The currency as it stands behind an amount: `€`, `CHF`.
    #[must_use]
    pub fn currency(&self) -> &str {
        &self.currency
    }

    /// Compact money, three significant digits: `1.24 M €`, `350 k €`, `41.7 €`.
    #[must_use]
    pub fn money(&self, amount: impl Into<Option<f64>>) -> String {
        self.with(amount, |x| {
            let (digits, power) = number::scaled(x, 3);
            self.with_currency(&digits, power)
        })
    }

    /// Money to the whole unit, or to the cent below 1 000: `1,234,568 €`, `41.72 €`.
    #[must_use]
    pub fn money_exact(&self, amount: impl Into<Option<f64>>) -> String {
        self.with(amount, |x| self.with_currency(&self.exact(x), 0))
    }

    /// An amount without its currency, to the whole unit, or to the cent below 1 000 where there are cents: `1,234,568`, `41.72`.
    #[must_use]
    pub fn amount_exact(&self, amount: impl Into<Option<f64>>) -> String {
        self.with(amount, |x| self.plain(&self.exact(x)))
    }

    /// A difference of money: `+38 k €`, `−2.4 M €`, `±0 €`.
    #[must_use]
    pub fn money_change(&self, amount: impl Into<Option<f64>>) -> String {
        self.with(amount, |x| signed(x, &self.money(x)))
    }

    /// The same to the whole unit, or to the cent: `+1,234,568 €`.
    #[must_use]
    pub fn money_exact_change(&self, amount: impl Into<Option<f64>>) -> String {
        self.with(amount, |x| signed(x, &self.money_exact(x)))
    }

    /// The same without its currency: `+1,234,568`.
    #[must_use]
    pub fn amount_exact_change(&self, amount: impl Into<Option<f64>>) -> String {
        self.with(amount, |x| signed(x, &self.amount_exact(x)))
    }

    /// A count: whole below a million, compact above; with digits behind the point where it is small: `12,345`, `1.24 M`, `3.4`.
    #[must_use]
    pub fn count(&self, count: impl Into<Option<f64>>) -> String {
        self.with(count, |x| match x.abs() {
            size if size >= 999_999.5 => self.compact(x),
            size if size >= 99.5 || x.fract() == 0.0 => self.plain(&number::fixed(x, 0)),
            _ => self.plain(&number::significant(x, 3)),
        })
    }

    /// A difference of counts: `+1,250`.
    #[must_use]
    pub fn count_change(&self, count: impl Into<Option<f64>>) -> String {
        self.with(count, |x| signed(x, &self.count(x)))
    }

    /// A number with thousands set apart and this many digits behind the point: `12,345.60`.
    #[must_use]
    pub fn number(&self, number: impl Into<Option<f64>>, decimals: usize) -> String {
        self.with(number, |x| self.plain(&number::fixed(x, decimals)))
    }

    /// A difference of such numbers: `+0.25`.
    #[must_use]
    pub fn number_change(&self, number: impl Into<Option<f64>>, decimals: usize) -> String {
        self.with(number, |x| signed(x, &self.number(x, decimals)))
    }

    /// A difference of two shares in hundredths, without a unit: `+3.2`.
    #[must_use]
    pub fn points_change(&self, difference: impl Into<Option<f64>>) -> String {
        self.with(difference, |x| signed(x, &self.plain(&number::percent(x))))
    }

    /// Three significant digits and a letter for thousands, millions, billions, trillions: `1.24 M`, `350 k`.
    #[must_use]
    pub fn compact(&self, number: impl Into<Option<f64>>) -> String {
        self.with(number, |x| {
            let (digits, power) = number::scaled(x, 3);
            self.with_thousands(&digits, power)
        })
    }

    /// The same with four digits, for numbers whose difference has to be seen: `10.19 bn`.
    #[must_use]
    pub fn compact_fine(&self, number: impl Into<Option<f64>>) -> String {
        self.with(number, |x| {
            let (digits, power) = number::scaled(x, 4);
            self.with_thousands(&digits, power)
        })
    }

    /// A share as percentage, one digit behind the point from 1 % on, none from 100 %, two that count below: `11.1 %`, `347 %`, `0.42 %`.
    #[must_use]
    pub fn percent(&self, share: impl Into<Option<f64>>) -> String {
        self.with(share, |x| self.with_percent(&number::percent(x)))
    }

    /// A rate and its target as percentages, with as many digits as tell the two apart and write the target as it was meant:
    /// `5.92 %` and `6.5 %`, `99.5 %` and `99.55 %`.
    #[must_use]
    pub fn percent_and_target(&self, rate: f64, target: f64) -> [String; 2] {
        let shares = [rate, target].map(|share| share * 100.0);
        let least = if shares[0].abs().min(shares[1].abs()) < 10.0 { 2 } else { 1 };
        let write = |decimals: usize| shares.map(|share| number::trimmed(number::fixed(share, decimals)));
        let tells = |decimals: usize| {
            let [rate, target] = write(decimals);
            let unit = ten_to(decimals as i32);
            let exact = ((shares[1] * unit).round() / unit - shares[1]).abs() <= 1e-9 * shares[1].abs();
            exact && (rate != target || shares[0] == shares[1])
        };
        let decimals = (least..=4).find(|&decimals| tells(decimals)).unwrap_or(4);
        write(decimals).map(|digits| self.with_percent(&digits))
    }

    /// A ratio whose digits nobody can promise, such as ROI: a percentage without digits behind the point from 10 % on, and nothing
    /// below a twentieth of a percent: `43 %`, `7.5 %`, `0 %`.
    #[must_use]
    pub fn percent_short(&self, share: impl Into<Option<f64>>) -> String {
        self.with(share, |x| {
            self.percent(match x.abs() {
                size if size >= 0.0995 => (x * 100.0).round() / 100.0,
                size if size < 0.0005 => 0.0,
                _ => x,
            })
        })
    }

    /// A relative change of the same kind: `+9.5 %`, `−41 %`, `±0 %`.
    #[must_use]
    pub fn percent_short_change(&self, share: impl Into<Option<f64>>) -> String {
        self.with(share, |x| signed(x, &self.percent_short(x)))
    }

    /// A relative change: `+9.5 %`, `−3 %`, `±0 %`.
    #[must_use]
    pub fn percent_change(&self, share: impl Into<Option<f64>>) -> String {
        self.with(share, |x| signed(x, &self.percent(x)))
    }

    /// A day: `5 Jan 2026`.
    #[must_use]
    pub fn day(&self, date: Date) -> String {
        locale::date(self.language, date, Shown::Day)
    }

    /// A day with its month in full: `5 January 2026`.
    #[must_use]
    pub fn long_day(&self, date: Date) -> String {
        locale::date(self.language, date, Shown::LongDay)
    }

    /// The month of a day with its year: `Jan 2026`.
    #[must_use]
    pub fn month(&self, date: Date) -> String {
        locale::date(self.language, date, Shown::Month)
    }

    /// The month of a day alone, for an axis that names the year elsewhere: `Jan`.
    #[must_use]
    pub fn month_alone(&self, date: Date) -> String {
        locale::date(self.language, date, Shown::MonthAlone)
    }

    /// Plain digits with the marks of the language.
    fn plain(&self, digits: &str) -> String {
        locale::digits(self.language, digits)
    }

    /// Digits of an amount: whole, or to the cent below 1 000 where there are cents.
    fn exact(&self, x: f64) -> String {
        // what is less than half a cent reads as zero, which is written short
        let to_the_cent = self.cents && x.abs() < 1_000.0 && x.abs() >= 0.005 && x.fract() != 0.0;
        number::fixed(x, if to_the_cent { 2 } else { 0 })
    }

    /// What stands behind a number that counts thousands to this power.
    const fn word_of_thousands(&self, power: usize) -> &'static str {
        let words = match self.language {
            Language::English => ["", "k", "M", "bn", "tn"],
            Language::Italian => ["", "mila", "mln", "mld", "mila\u{a0}mld"],
            Language::Russian => ["", "тыс.", "млн", "млрд", "трлн"],
            Language::Vietnamese => ["", "nghìn", "triệu", "tỷ", "nghìn\u{a0}tỷ"],
        };
        words[power]
    }

    /// Plain digits that count thousands to this power.
    fn with_thousands(&self, digits: &str, power: usize) -> String {
        match self.word_of_thousands(power) {
            "" => self.plain(digits),
            word => format!("{}{}{word}", self.plain(digits), self.space),
        }
    }

    /// Plain digits of money, likewise: the currency stands behind the amount, in Italian before it.
    fn with_currency(&self, digits: &str, power: usize) -> String {
        let (space, currency) = (self.space, &self.currency);
        match self.language {
            Language::Italian => {
                let (sign, size) = digits.strip_prefix('-').map_or(("", digits), |size| ("−", size));
                format!("{sign}{currency}{space}{}", self.with_thousands(size, power))
            }
            _ => format!("{}{space}{currency}", self.with_thousands(digits, power)),
        }
    }

    /// Plain digits of a percentage.
    fn with_percent(&self, digits: &str) -> String {
        match self.language {
            Language::Italian | Language::Vietnamese => format!("{}%", self.plain(digits)),
            Language::English | Language::Russian => format!("{}{}%", self.plain(digits), self.space),
        }
    }

    /// `text` of a value that exists and is finite, else [`ABSENT`].
    fn with(&self, value: impl Into<Option<f64>>, text: impl FnOnce(f64) -> String) -> String {
        match value.into() {
            Some(x) if x.is_finite() => text(x),
            _ => ABSENT.to_owned(),
        }
    }
}

/// Puts a sign before what is written of `x`: plus, minus (already there), or plus-minus where it reads as zero.
fn signed(x: f64, text: &str) -> String {
    let reads_as_zero = !text.chars().any(|c| ('1'..='9').contains(&c));
    match text.strip_prefix('−') {
        Some(rest) if reads_as_zero => format!("±{rest}"),
        Some(_) => text.to_owned(),
        None if reads_as_zero => format!("±{text}"),
        None if x > 0.0 => format!("+{text}"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_compact() {
        let f = Format::new("EUR");
        for (amount, text) in [
            (0.0, "0 €"),
            (-0.0, "0 €"),
            (0.01, "0.01 €"),
            (0.004_56, "0.00456 €"),
            (41.72, "41.7 €"),
            (999.4, "999 €"),
            (999.6, "1 k €"),
            (-2_440.0, "−2.44 k €"),
            (350_000.0, "350 k €"),
            (999_600.0, "1 M €"),
            (1_240_000.0, "1.24 M €"),
            (1e9, "1 bn €"),
            (1.5e12, "1.5 tn €"),
            (f64::NAN, "–"),
            (f64::INFINITY, "–"),
        ] {
            assert_eq!(f.money(amount), text, "{amount}");
        }
        assert_eq!(f.money(None), ABSENT);
    }

    #[test]
    fn changes_carry_their_sign() {
        let f = Format::new("USD");
        assert_eq!(f.money_change(38_000.0), "+38 k $");
        assert_eq!(f.money_change(-2.4e6), "−2.4 M $");
        assert_eq!(f.money_change(0.0), "±0 $");
        assert_eq!(f.percent_change(0.095), "+9.5 %");
        assert_eq!(f.percent_change(-0.03), "−3 %");
        assert_eq!(f.percent_change(0.0), "±0 %");
        assert_eq!(f.count_change(1_250.0), "+1,250");
    }

    #[test]
    fn percentages_have_the_digits_that_matter() {
        let f = Format::new("EUR");
        for (share, text) in [
            (0.0, "0 %"),
            (0.000_042, "0.0042 %"),
            (0.0042, "0.42 %"),
            (0.0235, "2.4 %"),
            (0.111_4, "11.1 %"),
            (0.12, "12 %"),
            (3.472_8, "347 %"),
            (-0.5, "−50 %"),
            (12_345.0, "1,234,500 %"),
        ] {
            assert_eq!(f.percent(share), text, "{share}");
        }
        for (share, text) in [
            (0.4321, "43 %"),
            (0.0754, "7.5 %"),
            (0.0996, "10 %"),
            (-0.8392, "−84 %"),
            (0.0, "0 %"),
        ] {
            assert_eq!(f.percent_short(share), text, "{share}");
        }
        for (rate, target, texts) in [
            (0.059_2, 0.065, ["5.92 %", "6.5 %"]),
            (0.309, 0.36, ["30.9 %", "36 %"]),
            (0.994_99, 0.995_5, ["99.5 %", "99.55 %"]),
            (0.001_058, 0.001_1, ["0.106 %", "0.11 %"]),
            (0.1, 0.1, ["10 %", "10 %"]),
        ] {
            assert_eq!(f.percent_and_target(rate, target), texts);
        }
        assert_eq!(f.percent_short_change(-0.000_4), "±0 %");
        assert_eq!(f.percent_short_change(0.744), "+74 %");
    }

    #[test]
    fn counts_and_numbers_are_grouped() {
        let f = Format::new("EUR");
        assert_eq!(f.count(12_345.4), "12,345");
        assert_eq!(f.count(1_240_000.0), "1.24 M");
        assert_eq!(f.count(3.42), "3.42");
        assert_eq!(f.count(0.0), "0");
        assert_eq!(f.number(1_234_567.891, 2), "1,234,567.89");
        assert_eq!(f.number(-1_234.0, 0), "−1,234");
        assert_eq!(f.money_exact(1_234_567.8), "1,234,568 €");
        assert_eq!(f.money_exact(41.715), "41.72 €");
        assert_eq!(Format::new("JPY").money_exact(480.1), "480 ¥");
        assert_eq!(f.compact_fine(10_187_654_321.0), "10.19 bn");
    }

    /// The ways of CLDR, but for Italian money: its symbol stands first, as on a price list.
    #[test]
    fn each_language_has_its_marks() {
        let written = |language, iso_code| Format::written(iso_code, language);
        let plain = |text: String| text.replace('\u{a0}', " ");
        for (language, number, euro, big, loss, share) in [
            (Language::English, "1,234.5", "1,200 €", "1.24 M €", "−2.44 k €", "11.1 %"),
            (Language::Italian, "1.234,5", "€ 1.200", "€ 1,24 mln", "−€ 2,44 mila", "11,1%"),
            (Language::Russian, "1 234,5", "1 200 €", "1,24 млн €", "−2,44 тыс. €", "11,1 %"),
            (Language::Vietnamese, "1.234,5", "1.200 €", "1,24 triệu €", "−2,44 nghìn €", "11,1%"),
        ] {
            let f = written(language, "EUR");
            assert_eq!(plain(f.number(1_234.5, 1)), number);
            assert_eq!(plain(f.money_exact(1_200.0)), euro);
            assert_eq!(plain(f.money(1_240_000.0)), big);
            assert_eq!(plain(f.money(-2_440.0)), loss);
            assert_eq!(plain(f.percent(0.111_4)), share);
            assert_eq!(plain(Scale::money(&f, 2e6, 5e5).label(1.5e6)), plain(f.money(1.5e6)));
        }
        assert_eq!(plain(written(Language::Russian, "RUB").money_exact(1_200.0)), "1 200 ₽");
        assert_eq!(plain(written(Language::Vietnamese, "VND").money_exact(1_200.0)), "1.200 ₫");
        assert_eq!(plain(written(Language::Italian, "EUR").money_change(38_000.0)), "+€ 38 mila");
        assert_eq!(written(Language::Russian, "RUB").number(1_234.5, 1), "1\u{a0}234,5");
    }

    #[test]
    fn each_language_has_its_dates() {
        let date: Date = "2026-03-05".parse().expect("a date");
        for (language, day, long, month, alone) in [
            (Language::English, "5 Mar 2026", "5 March 2026", "Mar 2026", "Mar"),
            (Language::Italian, "5 mar 2026", "5 marzo 2026", "mar 2026", "mar"),
            (Language::Russian, "5 мар. 2026 г.", "5 марта 2026 г.", "март 2026", "март"),
            (Language::Vietnamese, "5 thg 3, 2026", "5 thg 3, 2026", "thg 3 2026", "thg 3"),
        ] {
            let f = Format::written("EUR", language);
            let written = [f.day(date), f.long_day(date), f.month(date), f.month_alone(date)];
            assert_eq!(
                written.map(|text| text.replace(['\u{a0}', '\u{202f}'], " ")),
                [day, long, month, alone]
            );
        }
    }

    #[test]
    fn a_no_break_format_keeps_number_and_unit_together() {
        assert_eq!(Format::no_break("VND").money(1.2e6), "1.2\u{a0}M\u{a0}₫");
        assert_eq!(Format::no_break("CHF").money(12.0), "12\u{a0}CHF");
    }
}
