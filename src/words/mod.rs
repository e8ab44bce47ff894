//! Floor 1: what charts and reports say, in each language.
//!
//! A sentence is a message of [Fluent](https://projectfluent.org), whole: it is never put together from halves, since the order and the
//! endings of words differ. Its places are filled with texts that are ready to be read (`1.24 M €`, `week 52`); a number is given besides
//! where the form of a word hangs on it (`1 неделя`, `2 недели`, `5 недель`). The messages stand in one folder a language and one file a
//! subject; the tests hold that every language has every message with the same places, and that the code asks for no other.

mod bundle;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::format::Language;

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

/// What fills a place of a message.
#[derive(Debug, Clone)]
pub enum Filling<'a> {
    /// A text, put in as it is.
    Text(Cow<'a, str>),
    /// A number that chooses the form of words, or a case of the message; it is not written.
    Choice(f64),
}

impl<'a> From<&'a str> for Filling<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Filling<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a String> for Filling<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<usize> for Filling<'_> {
    fn from(count: usize) -> Self {
        Self::Choice(count as f64)
    }
}

impl Words {
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// The message of this name, its places filled. [`say!`](crate::say) writes it shorter.
    ///
    /// A message that is missing is its own name, and a place that is missing shows as `{$place}`; the tests see to it that neither occurs.
    #[must_use]
    pub fn fill(self, message: &str, places: &[(&str, Filling)]) -> String {
        let mut filled = FluentArgs::with_capacity(places.len());
        for (place, filling) in places {
            match filling {
                Filling::Text(text) => filled.set(*place, FluentValue::from(text.as_ref())),
                Filling::Choice(number) => filled.set(*place, FluentValue::from(*number)),
            }
        }
        bundle::format(self.language, message, &filled)
    }
}

/// A message with its places filled: `say!(words, "roi-title", by = "week 52", amount = format.percent(roi))`.
///
/// Names of messages are written out, so that the tests find them.
#[macro_export]
macro_rules! say {
    ($words:expr, $message:expr $(, $place:ident = $filling:expr)* $(,)?) => {
        $words.fill($message, &[$((stringify!($place), $crate::words::Filling::from($filling))),*])
    };
}
